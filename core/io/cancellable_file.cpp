// SPDX-License-Identifier: Apache-2.0
#include "core/io/cancellable_file.hpp"

#include "core/io/value_text.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace masar::core {

namespace {

constexpr std::string_view kPrefix = "/vsimasar/";

/// A file that GDAL may open: of the disk, or a text.
struct HandedFile {
    std::string path;
    std::optional<std::string> text;
};

/// What the files that this thread opens are read under.
struct Watch {
    std::stop_token stop;
    Progress progress;
    double begin = 0;
    double end = 1;
    std::vector<std::unique_ptr<const HandedFile>> files;
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

/// The file that was handed over under a name of GDAL's, an absolute path without its first slash;
/// drivers try upper and lower case.
const HandedFile* handedFile(std::string_view name)
{
    if (!watch) {
        return nullptr;
    }
    const auto called = [&](const auto& file) { return file->path.substr(1) == name; };
    auto found = std::ranges::find_if(watch->files, called);
    if (found == watch->files.end()) {
        const std::string low = lowerAscii(name);
        found = std::ranges::find_if(watch->files, [&](const auto& file) {
            return lowerAscii(file->path).substr(1) == low;
        });
    }
    return found == watch->files.end() ? nullptr : found->get();
}

int statFile(void* /*user*/, const char* name, VSIStatBufL* buffer, int /*flags*/)
{
    const HandedFile* const file = handedFile(name);
    if (file == nullptr) {
        return -1;
    }
    if (!file->text) {
        return VSIStatL(file->path.c_str(), buffer);
    }
    *buffer = {};
    buffer->st_mode = S_IFREG;
    buffer->st_size = static_cast<off_t>(file->text->size());
    return 0;
}

/// A text as a file; fmemopen() takes none that is empty.
std::FILE* openText(const std::string& text)
{
    return text.empty() ? std::fopen("/dev/null", "rb")
                        : fmemopen(const_cast<char*>(text.data()), text.size(), "rb");
}

void* openFile(void* /*user*/, const char* name, const char* access)
{
    const HandedFile* const handed = handedFile(name);
    if (handed == nullptr ||
        std::string_view(access).find_first_of("wa+") != std::string_view::npos) {
        return nullptr;
    }
    auto file = std::make_unique<OpenFile>();
    file->file.reset(handed->text ? openText(*handed->text)
                                  : std::fopen(handed->path.c_str(), "rb"));
    if (file->file == nullptr) {
        return nullptr;
    }
    struct stat about = {};
    if (handed->text) {
        file->bytes = handed->text->size();
    } else if (fstat(fileno(file->file.get()), &about) == 0) {
        file->bytes = static_cast<std::uint64_t>(about.st_size);
    }
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

/// The names of the files handed over; nothing else lies beside them for GDAL.
char** handedNames(void* /*user*/, const char* /*folder*/)
{
    CPLStringList names;
    if (watch) {
        for (const auto& file : watch->files) {
            names.AddString(std::filesystem::path(file->path).filename().c_str());
        }
    }
    return names.empty() ? static_cast<char**>(CPLCalloc(1, sizeof(char*))) : names.StealList();
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
        callbacks->sibling_files = handedNames;
        VSIInstallPluginHandler(kPrefix.data(), callbacks);
        VSIFreeFilesystemPluginCallbacksStruct(callbacks);
    });
}

} // namespace

CancellableFiles::CancellableFiles(std::stop_token stop, Progress progress)
{
    install();
    watch.emplace();
    watch->stop = std::move(stop);
    watch->progress = std::move(progress);
}

CancellableFiles::~CancellableFiles()
{
    watch.reset();
}

void CancellableFiles::hand(const std::string& path)
{
    watch->files.push_back(std::make_unique<HandedFile>(path));
}

void CancellableFiles::handWithSidecars(const std::string& path,
                                        const std::vector<std::string>& extensions)
{
    namespace fs = std::filesystem;
    hand(path);
    const fs::path file(path);
    const std::string stem = lowerAscii(file.stem().string());
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(file.parent_path(), error)) {
        const fs::path& other = entry.path();
        if (other != file && lowerAscii(other.stem().string()) == stem &&
            std::ranges::contains(extensions, lowerAscii(other.extension().string())) &&
            entry.is_regular_file(error)) {
            hand(other.string());
        }
    }
}

void CancellableFiles::handText(const std::string& path, std::string text)
{
    watch->files.push_back(std::make_unique<HandedFile>(path, std::move(text)));
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
