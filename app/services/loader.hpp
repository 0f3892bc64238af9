// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/basemap.hpp"
#include "app/services/load.hpp"
#include "app/services/story.hpp"

#include <QObject>
#include <QThreadPool>

#include <map>
#include <stop_token>

namespace masar::app {

/// Reads files, stories and the basemap on worker threads and reports on the thread it lives on.
/// Destroying it cancels what is under way and waits for it.
class Loader : public QObject {
    Q_OBJECT

public:
    explicit Loader(QObject* parent = nullptr);
    ~Loader() override;

    /// Starts reading a file; `key` names the job in the signals.
    void readFile(int key, const QString& path);
    void cancel(int key);
    /// Reads a file that is on the map in another way.
    void readAgain(const QString& path, const core::ReadOptions& options);
    /// Groups a layer's points into tracks.
    void makeTracks(int key, const MapLayerPtr& points, const QString& field);
    /// Reads a newer version of a file and what differs in it; `job` names it in the signals.
    void readVersion(int job, const VersionRequest& request);
    /// Reads a file through for its hash.
    void readHash(const QString& path);
    /// Compares two versions of a layer.
    void compareVersions(const MapLayerPtr& before, const MapLayerPtr& after,
                         const std::string& key);
    void readStory(const QString& folder);
    /// Its names are measured in a language, ready to be placed.
    void readBasemap(const QString& path, MapLanguage language);

    [[nodiscard]] bool busy() const { return m_pool.activeThreadCount() > 0; }

signals:
    void progressed(int key, double done);
    /// Before fileRead: the state in which the file was read.
    void fileSeen(const QString& path, const masar::app::FileState& state);
    void fileRead(int key, const std::vector<masar::app::MapLayerPtr>& layers);
    void fileFailed(int key, const masar::core::Error& error);
    void readAgainDone(const QString& path, const std::vector<masar::app::MapLayerPtr>& layers);
    void readAgainFailed(const masar::core::Error& error);
    void tracksMade(int key, const QString& field, const masar::app::MapLayerPtr& tracks);
    void tracksFailed(const masar::core::Error& error);
    void versionRead(int job, const masar::app::FileVersion& version);
    void versionFailed(int job, const QString& path, const masar::core::Error& error);
    /// Of a file in a state; empty if it could not be read, or changed meanwhile.
    void hashRead(const QString& path, const masar::app::FileState& state, const QByteArray& hash);
    void compared(const masar::app::LayerDifferencePtr& difference);
    void compareFailed(const masar::core::Error& error);
    void storyRead(const masar::app::Story& story);
    void basemapRead(const std::shared_ptr<const masar::app::Basemap>& basemap);
    /// The story or the basemap could not be read.
    void failed(const masar::core::Error& error);

private:
    QThreadPool m_pool;
    std::map<int, std::stop_source> m_jobs;
    std::stop_source m_stopAll;
};

} // namespace masar::app
