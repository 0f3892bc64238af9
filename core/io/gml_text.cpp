// SPDX-License-Identifier: Apache-2.0
#include "core/io/gml_text.hpp"

namespace masar::core {

std::string harmlessGml(std::string_view document)
{
    constexpr std::string_view named = "chemaLocation"; // also of noNamespaceSchemaLocation
    std::string text(document);
    for (auto at = text.find(named); at != std::string::npos; at = text.find(named, at)) {
        text.replace(at, named.size(), "chemaUnopened");
        at += named.size();
    }
    return text;
}

} // namespace masar::core
