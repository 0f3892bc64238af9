// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <stop_token>
#include <vector>

namespace masar::app {

/// What the file system says of a file, or of the several that a Shapefile is made of, without
/// reading it. Whoever writes to it changes this, even at the same size and time: the time of the
/// last change of the entry itself (ctime) is in it.
struct FileState {
    struct Part {
        quint64 device = 0, inode = 0;
        qint64 size = 0;
        qint64 modifiedNs = 0, changedNs = 0;

        bool operator==(const Part&) const = default;
    };
    std::vector<Part> parts; ///< empty: there is no regular file with something in it to be read

    [[nodiscard]] bool readable() const { return !parts.empty(); }
    bool operator==(const FileState&) const = default;
};
[[nodiscard]] FileState fileStateOf(const QString& path);

/// The files that are read with one: the parts of a Shapefile, else the file itself.
[[nodiscard]] QStringList filesOf(const QString& path);

/// The SHA-256 of what is in it, in hexadecimal; empty if it cannot be read or was stopped.
[[nodiscard]] QByteArray hashOf(const QString& path, const std::stop_token& stop = {});

/// Whether some program has it open for writing. False where the system does not say (another
/// user's file, a network file system).
[[nodiscard]] bool isBeingWritten(const QString& path);

} // namespace masar::app
