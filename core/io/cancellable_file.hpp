// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"

#include <stop_token>
#include <string>
#include <vector>

namespace masar::core {

/// Lets GDAL read files of this thread by way of Masar, for as long as it lives: the files that it
/// is handed and no others, whatever a file names, and none can be written. Drivers that go through
/// a whole file when they open it end soon after a stop is asked for, as if the file ended there.
/// One at a time in a thread.
class CancellableFiles {
public:
    CancellableFiles(std::stop_token stop, Progress progress);
    ~CancellableFiles();
    CancellableFiles(const CancellableFiles&) = delete;
    CancellableFiles& operator=(const CancellableFiles&) = delete;

    /// Hands over the file of an absolute path.
    void hand(const std::string& path);
    /// Hands over a file and those that lie beside it under the same name with other extensions (in
    /// lower case, as ".dbf"); case does not matter.
    void handWithSidecars(const std::string& path, const std::vector<std::string>& extensions);
    /// Hands over a text as if it were the file of that path.
    void handText(const std::string& path, std::string text);

    /// What part of the whole work going through a file once is from now on; the progress at first
    /// is 0 to 1.
    void setRange(double begin, double end);

    /// The name under which GDAL opens an absolute path.
    [[nodiscard]] static std::string pathOf(const std::string& path);
    /// A text of GDAL with such names turned back into paths.
    [[nodiscard]] static std::string plainText(std::string text);
};

} // namespace masar::core
