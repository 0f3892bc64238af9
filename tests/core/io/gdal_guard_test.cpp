// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_guard.hpp"
#include "core/io/reader.hpp"
#include "test_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <arpa/inet.h>
#include <gdal_priv.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <format>

using namespace masar::core;
using masar::test::TestFolder;

namespace {

/// Listens on a port of this machine and knows whether anybody has called.
class Listener {
public:
    Listener()
    {
        m_socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(bind(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(listen(m_socket, 8) == 0);
        socklen_t size = sizeof address;
        REQUIRE(getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        m_port = ntohs(address.sin_port);
    }
    ~Listener() { close(m_socket); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] int port() const { return m_port; }

    /// True once for each call. The kernel accepts calls by itself, so one that was made is seen
    /// here.
    [[nodiscard]] bool called() const
    {
        const int call = accept(m_socket, nullptr, nullptr);
        if (call < 0) {
            return false;
        }
        close(call);
        return true;
    }

    void callOnce() const
    {
        const int call = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(m_port));
        REQUIRE(connect(call, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        close(call);
    }

private:
    int m_socket = -1;
    int m_port = 0;
};

std::string withCrs(const std::string& crs)
{
    return R"({"type":"FeatureCollection","crs":)" + crs +
           R"(,"features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[40.5,36.7]}}]})";
}

} // namespace

TEST_CASE("The guard's own check passes: settings, drivers, network and canaries")
{
    const auto checked = checkGdalGuard();
    INFO((checked ? std::string{} : checked.error().detail + " " + checked.error().where));
    CHECK(checked.has_value());
    guardGdal();
    CHECK(checkGdalGuard().has_value());
}

TEST_CASE("A GeoJSON whose crs is an address makes no request and opens with a warning")
{
    const Listener listener;
    const TestFolder folder;
    for (const char* type : {"url", "link"}) {
        const std::string key = std::string(type) == "url" ? "url" : "href";
        const std::string crs =
            std::format(R"({{"type":"{}","properties":{{"{}":"http://127.0.0.1:{}/crs"}}}})", type,
                        key, listener.port());
        const auto path = folder.write("input.geojson", withCrs(crs));

        const auto read = readVector(path);

        REQUIRE(read.has_value());
        REQUIRE(read->layers.size() == 1);
        CHECK(read->layers[0].counts.drawn == 1);
        CHECK(read->layers[0].diagnostics.count("crs-ignored") == 1);

        // GDAL's own reader would fetch the address; inside the guard it cannot.
        CPLPushErrorHandler(CPLQuietErrorHandler);
        GDALClose(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
        CPLPopErrorHandler();
    }
    CHECK_FALSE(listener.called());
    // The listener does hear a call when there is one.
    listener.callOnce();
    CHECK(listener.called());
}

TEST_CASE("Files that would have GDAL fetch something are refused without a request")
{
    const Listener listener;
    const TestFolder folder;
    const std::string url = std::format("http://127.0.0.1:{}/x", listener.port());
    const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/vsicurl/" +
                            url + ".geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    const std::string wfs = "<OGRWFSDataSource><URL>" + url + "</URL></OGRWFSDataSource>";
    for (const char* name : {"x.vrt", "x.geojson", "x.gpx", "x.kml", "x.csv", "x.xml"}) {
        CHECK_FALSE(readVector(folder.write(name, vrt)).has_value());
        CHECK_FALSE(readVector(folder.write(name, wfs)).has_value());
    }
    CHECK_FALSE(readVector(url).has_value());
    CHECK_FALSE(readVector("/vsicurl/" + url).has_value());
    CHECK_FALSE(readVector("WFS:" + url).has_value());
    CHECK_FALSE(listener.called());
}
