// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/file_state.hpp"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <map>

namespace masar::app {

/// Tells when files have got something new in them and are at rest again, however they are written:
/// in place, by renaming another file onto them, deleted and made anew, by a link that points
/// elsewhere. The system's notes of changes make it look at once; where these fail (network file
/// systems, too many watches) it looks now and then all the same, which asks for the files' state
/// and reads nothing.
class FileWatch : public QObject {
    Q_OBJECT

public:
    /// A file is at rest when its state has been the same for so long and nobody has it open for
    /// writing; or if that goes on quietly for the longer time.
    static constexpr qint64 settleMs = 400;
    static constexpr qint64 mostWaitMs = 5'000;
    static constexpr int lookEveryMs = 2'000;

    /// `now` counts milliseconds from anywhere.
    explicit FileWatch(std::function<qint64()> now = {}, QObject* parent = nullptr);

    /// Watches these files and no others; those that are new to it are known as they are now.
    void setFiles(const QStringList& paths);
    /// Nothing is told of a file until it is different from this.
    void know(const QString& path, const FileState& state);
    /// The state that is known of a file.
    [[nodiscard]] FileState known(const QString& path) const;
    /// Looks at all files, as the timers do.
    void look();

signals:
    /// It is different from what was known, or was lost and has come back.
    void settled(const QString& path);
    /// There is nothing to be read any more: the file is gone, empty, a folder, or not readable.
    void lost(const QString& path);

private:
    struct Watched {
        FileState known;
        FileState seen;
        qint64 seenAt = 0; ///< since when it has been so
        bool lost = false;
    };
    void lookSoon();
    /// False if there is more to see soon.
    bool lookAt(const QString& path, Watched& file);
    void watch(const QString& path);

    std::function<qint64()> m_now;
    std::map<QString, Watched> m_files;
    QFileSystemWatcher m_watcher;
    QTimer m_poll; ///< now and then
    QTimer m_soon; ///< while something is going on
};

} // namespace masar::app
