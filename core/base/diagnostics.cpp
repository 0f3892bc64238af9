// SPDX-License-Identifier: Apache-2.0
#include "core/base/diagnostics.hpp"

#include <algorithm>

namespace masar::core {

void Diagnostics::add(Diagnostic diagnostic)
{
    auto& count = m_counts[diagnostic.code];
    if (++count <= keptPerCode) {
        m_kept.push_back(std::move(diagnostic));
    }
}

void Diagnostics::add(const Diagnostics& other)
{
    for (const auto& diagnostic : other.m_kept) {
        if (m_counts[diagnostic.code]++ < keptPerCode) {
            m_kept.push_back(diagnostic);
        }
    }
    for (const auto& [code, count] : other.m_counts) {
        m_counts[code] += count - std::min<std::uint64_t>(count, keptPerCode);
    }
}

void Diagnostics::remove(const std::string& code)
{
    m_counts.erase(code);
    std::erase_if(m_kept, [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

std::uint64_t Diagnostics::count(const std::string& code) const
{
    const auto found = m_counts.find(code);
    return found == m_counts.end() ? 0 : found->second;
}

} // namespace masar::core
