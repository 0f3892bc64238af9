// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"

#include <stop_token>
#include <string>

namespace masar::core {

/// Lets GDAL read files of this thread by way of Masar, for as long as it lives: drivers that go
/// through a whole file when they open it then end soon after a stop is asked for, as if the file
/// ended there. One at a time in a thread.
class CancellableFiles {
public:
    CancellableFiles(std::stop_token stop, Progress progress);
    ~CancellableFiles();
    CancellableFiles(const CancellableFiles&) = delete;
    CancellableFiles& operator=(const CancellableFiles&) = delete;

    /// What part of the whole work going through a file once is from now on; the progress at first
    /// is 0 to 1.
    void setRange(double begin, double end);

    /// The name under which GDAL opens an absolute path.
    [[nodiscard]] static std::string pathOf(const std::string& path);
    /// A text of GDAL with such names turned back into paths.
    [[nodiscard]] static std::string plainText(std::string text);
};

} // namespace masar::core
