// SPDX-License-Identifier: Apache-2.0
#include "app/services/loader.hpp"

#include "app/services/reading_memory.hpp"
#include "core/io/point_tracks.hpp"

#include <QFile>
#include <QtConcurrent>

namespace masar::app {

namespace {

/// Progress is worth reporting each hundredth, not each feature.
constexpr double kLeastProgress = 0.01;

} // namespace

Loader::Loader(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount() - 1));
}

Loader::~Loader()
{
    m_stopAll.request_stop();
    for (auto& [key, stop] : m_jobs) {
        stop.request_stop();
    }
    m_pool.waitForDone();
}

void Loader::readFile(int key, const QString& path)
{
    const std::stop_token stop = m_jobs[key].get_token();
    const auto report = [this, key, last = 0.0](double done) mutable {
        if (done - last >= kLeastProgress) {
            last = done;
            QMetaObject::invokeMethod(
                this, [this, key, done] { emit progressed(key, done); }, Qt::QueuedConnection);
        }
    };
    core::ReadOptions options = rememberedReading(path).options;
    options.stop = stop;
    options.progress = report;
    struct Read {
        FileState state;
        core::Result<std::vector<MapLayerPtr>> layers;
    };
    QtConcurrent::run(&m_pool, [path, options] {
        const FileState state = fileStateOf(path);
        return Read{state, loadLayers(QFile::encodeName(path).toStdString(), options)};
    }).then(this, [this, key, path](const Read& read) {
        m_jobs.erase(key);
        if (read.layers) {
            emit fileSeen(path, read.state);
            emit fileRead(key, *read.layers);
        } else {
            emit fileFailed(key, read.layers.error());
        }
    });
}

void Loader::readAgain(const QString& path, const core::ReadOptions& options)
{
    core::ReadOptions stoppable = options;
    stoppable.stop = m_stopAll.get_token();
    QtConcurrent::run(&m_pool, [path, stoppable] {
        return loadLayers(QFile::encodeName(path).toStdString(), stoppable);
    }).then(this, [this, path](const core::Result<std::vector<MapLayerPtr>>& layers) {
        if (layers) {
            emit readAgainDone(path, *layers);
        } else {
            emit readAgainFailed(layers.error());
        }
    });
}

void Loader::cancel(int key)
{
    if (const auto job = m_jobs.find(key); job != m_jobs.end()) {
        job->second.request_stop();
    }
}

void Loader::makeTracks(int key, const MapLayerPtr& points, const QString& field)
{
    QtConcurrent::run(&m_pool,
                      [points, field, stop = m_stopAll.get_token()]() -> core::Result<MapLayerPtr> {
                          auto layer =
                              core::tracksOfPoints(points->layer, field.toStdString(), stop);
                          if (!layer) {
                              return std::unexpected(layer.error());
                          }
                          return makeMapLayer(*std::move(layer));
                      })
        .then(this, [this, key, field](const core::Result<MapLayerPtr>& tracks) {
            if (tracks) {
                emit tracksMade(key, field, *tracks);
            } else {
                emit tracksFailed(tracks.error());
            }
        });
}

void Loader::readVersion(int job, const VersionRequest& request)
{
    QtConcurrent::run(&m_pool, [request, stop = m_stopAll.get_token()] {
        return loadVersion(request, stop);
    }).then(this, [this, job, path = request.path](const core::Result<FileVersion>& version) {
        if (version) {
            emit versionRead(job, *version);
        } else {
            emit versionFailed(job, path, version.error());
        }
    });
}

void Loader::readHash(const QString& path)
{
    QtConcurrent::run(&m_pool, [path, stop = m_stopAll.get_token()] {
        const FileState state = fileStateOf(path);
        const QByteArray hash = hashOf(path, stop);
        return std::pair(state, state == fileStateOf(path) ? hash : QByteArray());
    }).then(this, [this, path](const std::pair<FileState, QByteArray>& read) {
        emit hashRead(path, read.first, read.second);
    });
}

void Loader::compareVersions(const MapLayerPtr& before, const MapLayerPtr& after,
                             const std::string& key)
{
    QtConcurrent::run(&m_pool, [before, after, key, stop = m_stopAll.get_token()] {
        return compare(before, after, key, stop);
    }).then(this, [this](const core::Result<LayerDifferencePtr>& difference) {
        if (difference) {
            emit compared(*difference);
        } else {
            emit compareFailed(difference.error());
        }
    });
}

void Loader::readStory(const QString& folder)
{
    QtConcurrent::run(&m_pool, [folder, stop = m_stopAll.get_token()] {
        return loadStory(folder, stop);
    }).then(this, [this](const core::Result<Story>& story) {
        if (story) {
            emit storyRead(*story);
        } else {
            emit failed(story.error());
        }
    });
}

void Loader::readBasemap(const QString& path, MapLanguage language)
{
    QtConcurrent::run(&m_pool, [path, language, stop = m_stopAll.get_token()] {
        return loadBasemap(path, language, stop);
    }).then(this, [this](const core::Result<std::shared_ptr<const Basemap>>& basemap) {
        if (basemap) {
            emit basemapRead(*basemap);
        } else {
            emit failed(basemap.error());
        }
    });
}

} // namespace masar::app
