// SPDX-License-Identifier: Apache-2.0
#include "app/map/prepared_basemap.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstring>

using namespace masar;

namespace {

template <class T> bool same(const std::vector<T>& a, const std::vector<T>& b)
{
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

void checkSame(const app::Basemap& a, const app::Basemap& b)
{
    REQUIRE(a.parts.size() == b.parts.size());
    std::size_t segments = 0;
    for (std::size_t i = 0; i < a.parts.size(); ++i) {
        const app::BasemapPart& one = a.parts[i];
        const app::BasemapPart& other = b.parts[i];
        const app::LayerMesh& mesh = one.data->mesh;
        CHECK(one.role == other.role);
        CHECK((one.minZoom == other.minZoom && one.maxZoom == other.maxZoom));
        CHECK((one.weight == other.weight && one.dashed == other.dashed));
        CHECK(same(mesh.vertices, other.data->mesh.vertices));
        CHECK(same(mesh.segments, other.data->mesh.segments));
        CHECK(same(mesh.indices, other.data->mesh.indices));
        REQUIRE(mesh.chunks.size() == other.data->mesh.chunks.size());
        for (std::size_t c = 0; c < mesh.chunks.size(); ++c) {
            const app::MeshChunk& chunk = mesh.chunks[c];
            const app::MeshChunk& its = other.data->mesh.chunks[c];
            CHECK((chunk.box == its.box && chunk.undated == its.undated));
            CHECK((chunk.segments.first == its.segments.first &&
                   chunk.segments.count == its.segments.count));
            CHECK((chunk.triangles.first == its.triangles.first &&
                   chunk.triangles.count == its.triangles.count));
            CHECK((chunk.points.count == 0 && its.points.count == 0));
            CHECK((chunk.time.dated() == its.time.dated()));
        }
        segments += mesh.segments.size();
    }
    CHECK(segments > 0);
    REQUIRE(a.labels.size() == b.labels.size());
    for (std::size_t i = 0; i < a.labels.size(); ++i) {
        const app::BasemapLabel& one = a.labels[i];
        const app::BasemapLabel& other = b.labels[i];
        CHECK((one.at == other.at && one.name == other.name && one.arabic == other.arabic));
        CHECK((one.kind == other.kind && one.rank == other.rank && one.capital == other.capital));
        CHECK((one.minZoom == other.minZoom && one.maxZoom == other.maxZoom));
    }
    REQUIRE(a.rivers.size() == b.rivers.size());
    for (std::size_t i = 0; i < a.rivers.size(); ++i) {
        CHECK((a.rivers[i].name == b.rivers[i].name && a.rivers[i].arabic == b.rivers[i].arabic));
        CHECK(a.rivers[i].rank == b.rivers[i].rank);
        CHECK(a.rivers[i].course.points() == b.rivers[i].course.points());
    }
    REQUIRE(a.places.size() == b.places.size());
    for (std::size_t i = 0; i < a.places.size(); ++i) {
        const app::GazetteerPlace& one = a.places[i];
        const app::GazetteerPlace& other = b.places[i];
        CHECK((one.kind == other.kind && one.rank == other.rank && one.at == other.at));
        CHECK((one.box == other.box && one.name == other.name && one.arabic == other.arabic));
        CHECK((one.others == other.others && one.country == other.country));
        CHECK(one.governorate == other.governorate);
    }
}

app::BasemapPart partOf(app::BasemapRole role, core::PartKind kind,
                        const std::vector<core::MercatorPoint>& points)
{
    core::Layer layer;
    layer.geometry.addPart(kind, points);
    layer.geometry.endFeature();
    layer.spans.emplace_back();
    return {app::makeMapLayer(std::move(layer), {{}, false}), role};
}

/// A triangle, a line that begins with the same point twice, a name, a river, a place.
std::unique_ptr<app::Basemap> smallBasemap()
{
    auto made = std::make_unique<app::Basemap>();
    app::Basemap& basemap = *made;
    basemap.parts.push_back(
        partOf(app::BasemapRole::land, core::PartKind::outerRing, {{0, 0}, {900, 0}, {0, 900}}));
    basemap.parts.push_back(
        partOf(app::BasemapRole::coast, core::PartKind::line, {{5, 5}, {5, 5}, {70, 5}, {70, 90}}));
    basemap.labels.push_back({{9, 9},
                              QStringLiteral("Qasrak"),
                              QStringLiteral("قسرك"),
                              app::LabelKind::village,
                              8.5,
                              99,
                              3,
                              false});
    basemap.rivers.push_back(
        {QStringLiteral("Khabur"), {}, 1, app::RiverCourse({{1, 2}, {3, 4}, {5, 9}})});
    app::GazetteerPlace place;
    place.name = QStringLiteral("Tell Tamr");
    place.kind = app::PlaceKind::village;
    basemap.places.push_back(place);
    return made;
}

class SmallFile {
public:
    SmallFile()
    {
        REQUIRE(m_folder.isValid());
        write(path(), "the basemap itself");
        REQUIRE(app::writePrepared(*smallBasemap(), path()));
        QFile file(app::preparedPath(path()));
        REQUIRE(file.open(QIODevice::ReadOnly));
        content = file.readAll();
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("b.gpkg")); }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    [[nodiscard]] std::shared_ptr<app::Basemap> read() const
    {
        return app::readPrepared(path(), std::nullopt);
    }
    [[nodiscard]] std::shared_ptr<app::Basemap> readAs(const QByteArray& bytes) const
    {
        write(app::preparedPath(path()), bytes);
        return read();
    }

    QByteArray content;

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("A prepared basemap is what it was made of")
{
    const SmallFile file;
    const auto read = file.read();
    REQUIRE(read);
    checkSame(*smallBasemap(), *read);
}

TEST_CASE("A prepared basemap of another file or of another kind is passed over")
{
    const SmallFile file;
    SECTION("the basemap is gone on to another size")
    {
        SmallFile::write(file.path(), "the basemap itself, replaced");
        QFile prepared(app::preparedPath(file.path()));
        REQUIRE(prepared.open(QIODevice::ReadWrite));
        REQUIRE(prepared.setFileTime(QDateTime::currentDateTime().addSecs(60),
                                     QFileDevice::FileModificationTime));
        prepared.close();
        CHECK_FALSE(file.read());
    }
    SECTION("the basemap was changed later")
    {
        QFile basemap(file.path());
        REQUIRE(basemap.open(QIODevice::ReadWrite));
        REQUIRE(basemap.setFileTime(QDateTime::currentDateTime().addSecs(60),
                                    QFileDevice::FileModificationTime));
        basemap.close();
        CHECK_FALSE(file.read());
    }
    SECTION("another version of the program has made it")
    {
        QByteArray other = file.content;
        other[7] = static_cast<char>(other[7] + 1);
        CHECK_FALSE(file.readAs(other));
    }
    SECTION("there is none")
    {
        REQUIRE(QFile::remove(app::preparedPath(file.path())));
        CHECK_FALSE(file.read());
    }
}

TEST_CASE("A prepared basemap that is cut short anywhere, or goes on, is passed over")
{
    const SmallFile file;
    for (qsizetype length = 0; length < file.content.size(); ++length) {
        INFO("length " << length);
        CHECK_FALSE(file.readAs(file.content.first(length)));
    }
    CHECK_FALSE(file.readAs(file.content + '\0'));
    CHECK(file.readAs(file.content));
}

TEST_CASE("No damaged byte of a prepared basemap leads out of its arrays")
{
    const SmallFile file;
    int refused = 0;
    for (qsizetype at = 0; at < file.content.size(); ++at) {
        for (const int flip : {0x01, 0x80, 0xff}) {
            QByteArray damaged = file.content;
            damaged[at] = static_cast<char>(damaged[at] ^ flip);
            const auto read = file.readAs(damaged);
            if (!read) {
                ++refused;
                continue;
            }
            for (const app::BasemapPart& part : read->parts) {
                const app::LayerMesh& mesh = part.data->mesh;
                for (const std::uint32_t index : mesh.indices) {
                    REQUIRE(index < mesh.vertices.size());
                }
                for (const app::MeshChunk& chunk : mesh.chunks) {
                    REQUIRE(chunk.triangles.first + chunk.triangles.count <= mesh.indices.size());
                    REQUIRE(chunk.segments.first + chunk.segments.count <= mesh.segments.size());
                }
            }
        }
    }
    CHECK(refused > 0);
}

TEST_CASE("The basemap of the build is the same read and prepared")
{
    if (!QFileInfo::exists(QStringLiteral(MASAR_BASEMAP_FILE))) {
        SKIP("no basemap was built: " MASAR_BASEMAP_FILE);
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("basemap.gpkg"));
    REQUIRE(QFile::link(QStringLiteral(MASAR_BASEMAP_FILE), path));
    const auto read = app::loadBasemap(path);
    REQUIRE(read);
    REQUIRE(app::prepareBasemap(path));
    const auto prepared = app::readPrepared(path, std::nullopt);
    REQUIRE(prepared);
    checkSame(**read, *prepared);

    QFile ours(app::preparedPath(path));
    QFile built(app::preparedPath(QStringLiteral(MASAR_BASEMAP_FILE)));
    REQUIRE(ours.open(QIODevice::ReadOnly));
    REQUIRE(built.open(QIODevice::ReadOnly));
    CHECK(ours.readAll() == built.readAll()); // the same bytes each time
}

TEST_CASE("A basemap that cannot be prepared says why")
{
    const auto missing = app::prepareBasemap(QStringLiteral("/nowhere/basemap.gpkg"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == core::ErrorCode::notFound);
    const auto unwritable =
        app::writePrepared(*smallBasemap(), QStringLiteral("/nowhere/basemap.gpkg"));
    REQUIRE_FALSE(unwritable);
    CHECK(unwritable.error().code == core::ErrorCode::notWritten);
}
