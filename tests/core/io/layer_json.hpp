// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/reader.hpp"

#include <string>

namespace masar::test {

/// What a reader made of a file, as text that can be compared and read: the layers in the shape of
/// `masar info --json`, each with the first rows of its table, their spans and their geometry.
[[nodiscard]] std::string layersJson(const core::VectorFile& file);

/// The same for a file that was refused.
[[nodiscard]] std::string errorJson(const core::Error& error, const std::string& folder);

} // namespace masar::test
