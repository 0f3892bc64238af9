// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <optional>

namespace masar::app {

/// Exit codes of every command (scripts depend on them).
namespace exit_code {
inline constexpr int done = 0;
inline constexpr int failed = 1; ///< --self-test
inline constexpr int usage = 2;
inline constexpr int inputRefused = 3;
inline constexpr int notWritten = 4;
inline constexpr int different = 5; ///< `masar diff`
} // namespace exit_code

/// Runs `masar edtf`, `info`, `diff`, `render` or `bench`, --help or --version. nullopt: none of
/// these, so the window is wanted. Makes the application object that the command needs.
[[nodiscard]] std::optional<int> runCommand(int& argc, char** argv);

/// One line to standard error: what, where, and what to do.
void printError(const QString& message);

// The commands; `arguments` is what follows the command's name.
[[nodiscard]] int runEdtf(const QStringList& arguments);
[[nodiscard]] int runInfo(const QStringList& arguments);
[[nodiscard]] int runDiff(const QStringList& arguments);
[[nodiscard]] int runRender(int& argc, char** argv, const QStringList& arguments);
[[nodiscard]] int runPrepareBasemap(int& argc, char** argv, const QStringList& arguments);
[[nodiscard]] int runBench(int& argc, char** argv, const QStringList& arguments);

} // namespace masar::app
