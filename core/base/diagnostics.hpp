// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace masar::core {

enum class Severity { note, warning, error };

/// Something a person should know about one feature or one file. `code` is stable and
/// machine-readable (lower case, hyphens: "broken-geometry"); `feature` counts the file's features
/// from 0; `where` is a line:column, field name or path.
struct Diagnostic {
    Severity severity = Severity::warning;
    std::string code;
    std::optional<std::uint64_t> feature;
    std::string where;
    std::string text;

    bool operator==(const Diagnostic&) const = default;
};

/// The diagnostics of one import. Every one is counted by code; only the first `keptPerCode` of a
/// code are kept whole, so a file with a million bad records costs little and still reports a
/// million.
class Diagnostics {
public:
    static constexpr std::size_t keptPerCode = 20;

    void add(Diagnostic diagnostic);
    /// Adds all of another import's, counts and kept ones.
    void add(const Diagnostics& other);
    /// Forgets all entries of a code, for what is found out anew.
    void remove(const std::string& code);

    [[nodiscard]] const std::vector<Diagnostic>& kept() const { return m_kept; }
    [[nodiscard]] std::uint64_t count(const std::string& code) const;
    [[nodiscard]] const std::map<std::string, std::uint64_t>& counts() const { return m_counts; }
    [[nodiscard]] bool empty() const { return m_counts.empty(); }

private:
    std::vector<Diagnostic> m_kept;
    std::map<std::string, std::uint64_t> m_counts;
};

} // namespace masar::core
