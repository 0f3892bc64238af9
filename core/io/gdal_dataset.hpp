// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cpl_error.h>
#include <gdal_priv.h>

#include <memory>
#include <string>
#include <vector>

namespace masar::core {

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(GDALDataset::ToHandle(dataset)); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetCloser>;

/// The short names of the drivers Masar opens files with; no other is registered.
[[nodiscard]] std::vector<const char*> allowedDrivers();

/// The same names as the C arrays of GDAL end.
[[nodiscard]] inline std::vector<const char*> nullTerminated(std::vector<const char*> names)
{
    names.push_back(nullptr);
    return names;
}

/// One message of GDAL, as it came.
struct GdalMessage {
    CPLErr severity = CE_None;
    std::string text;
};

/// Takes this thread's GDAL messages for as long as it lives; nothing is printed.
class QuietErrors {
public:
    QuietErrors();
    ~QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;

    /// The messages since the last call.
    [[nodiscard]] std::vector<GdalMessage> take();

private:
    static void CPL_STDCALL handle(CPLErr severity, CPLErrorNum number, const char* text);

    std::vector<GdalMessage> m_messages;
};

/// Opens a file read-only with one driver by name and nothing else; `kind` says what of it is
/// wanted. `path` must have passed checkLocalFile(). On failure the error's detail holds GDAL's own
/// words.
[[nodiscard]] Result<DatasetPtr> openDataset(const std::string& path, const std::string& driver,
                                             const std::vector<const char*>& openOptions,
                                             QuietErrors& errors, unsigned kind = GDAL_OF_VECTOR);

} // namespace masar::core
