// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace masar::core {

/// What a person reads of a text that may be HTML: no tags, scripts or comments; paragraphs, rows
/// and breaks as lines, the address of a link in brackets behind its words. A text without tags
/// keeps its lines. Nothing is loaded or run.
[[nodiscard]] std::string plainTextOfHtml(std::string_view html);

} // namespace masar::core
