// SPDX-License-Identifier: Apache-2.0
#include "core/io/cancellable_file.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>

#include <cstdint>
#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace masar::core {

namespace {

constexpr std::string_view kPrefix = "/vsimasar/";

/// What the files that this thread opens are read under.
struct Watch {
    std::stop_token stop;
    Progress progress;
    double begin = 0;
    double end = 1;
};
thread_local std::optional<Watch> watch;

struct OpenFile {
    struct Closer {
        void operator()(std::FILE* handle) const { std::fclose(handle); }
    };
    std::unique_ptr<std::FILE, Closer> file;
    std::uint64_t bytes = 0;
    bool ended = false;
    bool failed = false;
};

OpenFile& fileOf(void* handle)
{
    return *static_cast<OpenFile*>(handle);
}

/// GDAL hands a handler the name behind its prefix, here an absolute path without its first slash.
std::string realPath(const char* name)
{
    return std::string("/") + name;
}

int statFile(void* /*user*/, const char* name, VSIStatBufL* buffer, int /*flags*/)
{
    return VSIStatL(realPath(name).c_str(), buffer);
}

void* openFile(void* /*user*/, const char* name, const char* access)
{
    if (!watch || std::string_view(access).find_first_of("wa+") != std::string_view::npos) {
        return nullptr;
    }
    auto file = std::make_unique<OpenFile>();
    file->file.reset(std::fopen(realPath(name).c_str(), "rb"));
    struct stat about = {};
    if (file->file == nullptr || fstat(fileno(file->file.get()), &about) != 0) {
        return nullptr;
    }
    file->bytes = static_cast<std::uint64_t>(about.st_size);
    return file.release();
}

std::size_t readFile(void* handle, void* buffer, std::size_t size, std::size_t count)
{
    auto& file = fileOf(handle);
    if (watch && watch->stop.stop_requested()) {
        file.ended = true;
        file.failed = true;
        return 0;
    }
    const std::size_t got = std::fread(buffer, size, count, file.file.get());
    file.ended = got < count;
    if (watch && watch->progress && file.bytes > 0) {
        const double part =
            static_cast<double>(ftello(file.file.get())) / static_cast<double>(file.bytes);
        watch->progress(watch->begin + (watch->end - watch->begin) * part);
    }
    return got;
}

vsi_l_offset tellFile(void* handle)
{
    return static_cast<vsi_l_offset>(ftello(fileOf(handle).file.get()));
}

int seekFile(void* handle, vsi_l_offset offset, int whence)
{
    fileOf(handle).ended = false;
    return fseeko(fileOf(handle).file.get(), static_cast<off_t>(offset), whence);
}

int endOfFile(void* handle)
{
    return fileOf(handle).ended ? 1 : 0;
}
int errorOfFile(void* handle)
{
    return fileOf(handle).failed || std::ferror(fileOf(handle).file.get()) != 0 ? 1 : 0;
}

void clearError(void* handle)
{
    fileOf(handle).ended = false;
    std::clearerr(fileOf(handle).file.get());
}

int closeFile(void* handle)
{
    delete &fileOf(handle);
    return 0;
}

/// Nothing lies beside a file that is read alone: GDAL need not look.
char** noSiblings(void* /*user*/, const char* /*folder*/)
{
    return static_cast<char**>(CPLCalloc(1, sizeof(char*)));
}

void install()
{
    static std::once_flag once;
    std::call_once(once, [] {
        VSIFilesystemPluginCallbacksStruct* const callbacks =
            VSIAllocFilesystemPluginCallbacksStruct();
        callbacks->stat = statFile;
        callbacks->open = openFile;
        callbacks->read = readFile;
        callbacks->tell = tellFile;
        callbacks->seek = seekFile;
        callbacks->eof = endOfFile;
        callbacks->error = errorOfFile;
        callbacks->clear_err = clearError;
        callbacks->close = closeFile;
        callbacks->sibling_files = noSiblings;
        VSIInstallPluginHandler(kPrefix.data(), callbacks);
        VSIFreeFilesystemPluginCallbacksStruct(callbacks);
    });
}

} // namespace

CancellableFiles::CancellableFiles(std::stop_token stop, Progress progress)
{
    install();
    watch = Watch{.stop = std::move(stop), .progress = std::move(progress)};
}

CancellableFiles::~CancellableFiles()
{
    watch.reset();
}

void CancellableFiles::setRange(double begin, double end)
{
    watch->begin = begin;
    watch->end = end;
}

std::string CancellableFiles::pathOf(const std::string& path)
{
    return std::string(kPrefix.substr(0, kPrefix.size() - 1)) + path;
}

std::string CancellableFiles::plainText(std::string text)
{
    for (auto at = text.find(kPrefix); at != std::string::npos; at = text.find(kPrefix, at)) {
        text.erase(at, kPrefix.size() - 1);
    }
    return text;
}

} // namespace masar::core
