// SPDX-License-Identifier: Apache-2.0
#include "layer_json.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace masar::core;
namespace fs = std::filesystem;

namespace {

const fs::path kFixtures = fs::path(MASAR_SOURCE_DIR) / "tests/fixtures/io";

std::string contentOf(const fs::path& path)
{
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

/// The file of a case: the one called "input".
fs::path inputOf(const fs::path& folder)
{
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().stem() == "input") {
            return entry.path();
        }
    }
    return {};
}

std::vector<fs::path> folders()
{
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(kFixtures)) {
        if (entry.is_directory()) {
            found.push_back(entry.path());
        }
    }
    std::ranges::sort(found);
    return found;
}

} // namespace

// With MASAR_WRITE_EXPECTED=1 in the environment the answers are written instead, to be read before
// they are kept.
TEST_CASE("Every file of tests/fixtures/io is read as its expected.json says")
{
    const auto cases = folders();
    REQUIRE(cases.size() >= 30);
    const bool write = std::getenv("MASAR_WRITE_EXPECTED") != nullptr;
    for (const auto& folder : cases) {
        const auto input = inputOf(folder);
        DYNAMIC_SECTION(folder.filename().string())
        {
            REQUIRE(fs::exists(input));
            const auto read = readVector(input.string());
            const std::string got =
                read ? masar::test::layersJson(*read)
                     : masar::test::errorJson(read.error(), folder.string() + "/");
            if (write) {
                std::ofstream(folder / "expected.json", std::ios::binary) << got;
            }
            CHECK(got == contentOf(folder / "expected.json"));
            if (read) {
                for (const auto& layer : read->layers) {
                    const auto& counts = layer.counts;
                    CHECK(counts.drawn + counts.rejected + counts.noPlace == counts.features);
                    CHECK(layer.rowCount() == counts.drawn + counts.noPlace);
                    CHECK(layer.sourceIndex.size() == layer.rowCount());
                    CHECK(layer.geometry.featureCount() == layer.rowCount());
                }
            }
        }
    }
}
