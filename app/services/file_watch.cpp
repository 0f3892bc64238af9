// SPDX-License-Identifier: Apache-2.0
#include "app/services/file_watch.hpp"

#include <QElapsedTimer>
#include <QFileInfo>

namespace masar::app {

namespace {

constexpr int kSoonMs = 100;

} // namespace

FileWatch::FileWatch(std::function<qint64()> now, QObject* parent)
    : QObject(parent), m_now(std::move(now))
{
    if (!m_now) {
        m_now = [timer = QElapsedTimer()]() mutable {
            if (!timer.isValid()) {
                timer.start();
            }
            return timer.elapsed();
        };
    }
    m_poll.setInterval(lookEveryMs);
    m_poll.setTimerType(Qt::VeryCoarseTimer);
    m_soon.setInterval(kSoonMs);
    m_soon.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_soon, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::lookSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::lookSoon);
}

void FileWatch::setFiles(const QStringList& paths)
{
    std::erase_if(m_files, [&paths](const auto& file) { return !paths.contains(file.first); });
    for (const QString& path : paths) {
        if (!m_files.contains(path)) {
            know(path, fileStateOf(path));
        }
    }
    QStringList gone;
    for (const QString& watched : m_watcher.files() + m_watcher.directories()) {
        if (std::ranges::none_of(m_files, [&watched](const auto& file) {
                return file.first == watched || QFileInfo(file.first).absolutePath() == watched;
            })) {
            gone << watched;
        }
    }
    if (!gone.isEmpty()) {
        m_watcher.removePaths(gone);
    }
    if (m_files.empty()) {
        m_poll.stop();
        m_soon.stop();
    } else if (!m_poll.isActive()) {
        m_poll.start();
    }
}

void FileWatch::know(const QString& path, const FileState& state)
{
    Watched& file = m_files[path];
    file.known = state;
    file.seen = state;
    file.seenAt = m_now();
    file.lost = !state.readable();
    watch(path);
    lookSoon();
}

FileState FileWatch::known(const QString& path) const
{
    const auto file = m_files.find(path);
    return file == m_files.end() ? FileState() : file->second.known;
}

/// The file itself for what is written in place, its folder for all that comes by another name. The
/// system forgets a file that was renamed or deleted.
void FileWatch::watch(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!m_watcher.directories().contains(folder)) {
        (void)m_watcher.addPath(folder);
    }
    if (!m_watcher.files().contains(path) && QFileInfo(path).isFile()) {
        (void)m_watcher.addPath(path);
    }
}

void FileWatch::lookSoon()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void FileWatch::look()
{
    QStringList paths; // who hears of one may change which there are
    for (const auto& [path, file] : m_files) {
        paths << path;
    }
    bool atRest = true;
    for (const QString& path : paths) {
        if (const auto file = m_files.find(path); file != m_files.end()) {
            atRest = lookAt(path, file->second) && atRest;
        }
    }
    if (!atRest) {
        lookSoon();
    }
}

bool FileWatch::lookAt(const QString& path, Watched& file)
{
    const FileState state = fileStateOf(path);
    const qint64 now = m_now();
    if (state != file.seen) {
        file.seen = state;
        file.seenAt = now;
        watch(path);
    }
    if (state == file.known && !file.lost) {
        return true;
    }
    if (now - file.seenAt < settleMs) {
        return false;
    }
    if (!state.readable()) {
        if (!file.lost) {
            file.lost = true;
            emit lost(path);
        }
        return true;
    }
    if (now - file.seenAt < mostWaitMs && isBeingWritten(path)) {
        return false;
    }
    file.known = state;
    file.lost = false;
    emit settled(path);
    return true;
}

} // namespace masar::app
