// SPDX-License-Identifier: Apache-2.0
#include "core/io/json_fault.hpp"
#include "core/io/reader.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <format>
#include <string>
#include <string_view>
#include <variant>

using namespace masar::core;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void checkLayer(const Layer& layer)
{
    const auto& counts = layer.counts;
    const std::size_t rows = layer.rowCount();
    require(counts.drawn + counts.rejected + counts.noPlace == counts.features);
    require(counts.drawn + counts.noPlace == rows);
    require(counts.point + counts.line + counts.polygon + counts.collection + counts.null == rows);
    require(counts.noDate <= rows);
    require(layer.sourceIndex.size() == rows);
    require(layer.geometry.featureCount() == rows);
    require(layer.extent.has_value() == (counts.drawn > 0));
    for (const auto& column : layer.properties.columns) {
        require(std::visit([](const auto& values) { return values.size(); }, column.values) ==
                rows);
    }
    for (std::size_t row = 0; row < rows; ++row) {
        require(layer.sourceIndex[row] < counts.features);
        for (const auto& part : layer.geometry.partsOf(row)) {
            require(part.firstVertex + part.vertexCount <= layer.geometry.vertices.size());
            require(part.vertexCount >= (part.kind == PartKind::point  ? 1U
                                         : part.kind == PartKind::line ? 2U
                                                                       : 3U));
        }
        for (std::size_t column = 0; column < layer.properties.columns.size(); ++column) {
            static_cast<void>(layer.properties.text(column, row));
        }
    }
}

} // namespace

/// Any bytes as a file: no crash, and the account of features holds whatever came of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const int file = memfd_create("input", 0);
    static const std::string path = std::format("/proc/self/fd/{}", file);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    require(ftruncate(file, 0) == 0);
    require(pwrite(file, data, size, 0) == static_cast<ssize_t>(size));

    const auto read = readVector(path);
    if (!read) {
        require(!read.error().detail.empty());
        return 0;
    }
    for (const auto& layer : read->layers) {
        checkLayer(layer);
    }
    return 0;
}
