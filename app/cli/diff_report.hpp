// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/reader.hpp"
#include "core/query/diff.hpp"

#include <QByteArray>

#include <functional>
#include <string>
#include <vector>

namespace masar::app {

/// A layer of two files and its difference; `before` or `after` is null if only one file has it.
struct LayerPair {
    const core::Layer* before = nullptr;
    const core::Layer* after = nullptr;
    core::LayerDiff diff;
};

/// Compares the layers of two files: those of one name, or the only ones. Both files must outlive
/// the result. Fails as core::diffOf() does.
[[nodiscard]] core::Result<std::vector<LayerPair>> compareFiles(const core::VectorFile& before,
                                                                const core::VectorFile& after,
                                                                const std::string& keyField);

/// Nothing differs in any layer.
[[nodiscard]] bool isSame(const std::vector<LayerPair>& layers);

/// Takes a piece of the report, in order.
using DiffOutput = std::function<void(const QByteArray&)>;

/// What `masar diff --json` prints, piece by piece: a million changes need no memory.
void writeDiffJson(const core::VectorFile& before, const core::VectorFile& after,
                   const std::vector<LayerPair>& layers, const DiffOutput& output);
/// The same for a person, a line for each change and for each value that differs.
void writeDiffText(const std::vector<LayerPair>& layers, const DiffOutput& output);

} // namespace masar::app
