// SPDX-License-Identifier: Apache-2.0
#include "app/services/file_state.hpp"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace masar::app {

namespace {

constexpr qint64 kBlock = qint64{1} << 20; ///< read at once

qint64 nanoseconds(const timespec& time)
{
    return static_cast<qint64>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

QStringList filesOf(const QString& path)
{
    if (!path.endsWith(QLatin1StringView(".shp"), Qt::CaseInsensitive)) {
        return {path};
    }
    QStringList files{path};
    const QString base = path.chopped(3);
    static constexpr std::array parts{"shx", "dbf", "prj", "cpg", "SHX", "DBF", "PRJ", "CPG"};
    for (const char* part : parts) {
        if (QFile::exists(base + QLatin1StringView(part))) {
            files << base + QLatin1StringView(part);
        }
    }
    return files;
}

FileState fileStateOf(const QString& path)
{
    FileState state;
    for (const QString& file : filesOf(path)) {
        const QByteArray name = QFile::encodeName(file);
        struct stat info{};
        if (stat(name.constData(), &info) != 0 || !S_ISREG(info.st_mode) ||
            access(name.constData(), R_OK) != 0 || (file == path && info.st_size == 0)) {
            return {};
        }
        state.parts.push_back({info.st_dev, info.st_ino, info.st_size, nanoseconds(info.st_mtim),
                               nanoseconds(info.st_ctim)});
    }
    return state;
}

QByteArray hashOf(const QString& path, const std::stop_token& stop)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& name : filesOf(path)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            return {};
        }
        QByteArray block(kBlock, Qt::Uninitialized);
        for (qint64 read = 0; (read = file.read(block.data(), block.size())) != 0;) {
            if (read < 0 || stop.stop_requested()) {
                return {};
            }
            hash.addData(QByteArrayView(block).first(read));
        }
    }
    return hash.result().toHex();
}

bool isBeingWritten(const QString& path)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        return false;
    }
    // A lease to read is refused while the file is open for writing. Should a writer come in the
    // moment that it is held, the kernel tells by a signal: one that programs ignore.
    (void)fcntl(file, F_SETSIG, SIGURG);
    const bool refused = fcntl(file, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
    (void)fcntl(file, F_SETLEASE, F_UNLCK);
    (void)close(file);
    return refused;
}

} // namespace masar::app
