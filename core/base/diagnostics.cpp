// SPDX-License-Identifier: Apache-2.0
#include "core/base/diagnostics.hpp"

namespace masar::core {

void Diagnostics::add(Diagnostic diagnostic)
{
    auto& count = m_counts[diagnostic.code];
    if (++count <= keptPerCode) {
        m_kept.push_back(std::move(diagnostic));
    }
}

std::uint64_t Diagnostics::count(const std::string& code) const
{
    const auto found = m_counts.find(code);
    return found == m_counts.end() ? 0 : found->second;
}

} // namespace masar::core
