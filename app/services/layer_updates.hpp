// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/changes_model.hpp"
#include "app/models/layer_list_model.hpp"
#include "app/models/layer_versions.hpp"
#include "app/models/map_camera.hpp"
#include "app/models/notice_model.hpp"
#include "app/models/record_model.hpp"
#include "app/services/file_watch.hpp"
#include "app/services/loader.hpp"
#include "app/services/settings.hpp"

#include <QDateTime>
#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

#include <map>

namespace masar::app {

/// Puts newer versions of files in the place of the layers made of them, and shows what changed:
/// when the user asks for it, and when a file changes on disk, offered or, if the user wants so, by
/// itself. A version that cannot be read changes nothing but a mark beside the layer.
class LayerUpdates : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(masar::app::LayerVersions* versions READ versions CONSTANT)

public:
    /// What an update reads and changes; outlives this.
    struct Parts {
        Loader& loader;
        LayerListModel& layers;
        RecordModel& record;
        ChangesModel& changes;
        NoticeModel& notices;
        MapCamera& camera;
        Settings& settings;
    };
    explicit LayerUpdates(const Parts& parts, QObject* parent = nullptr);

    LayerVersions* versions() { return &m_versions; }
    /// Updates the layers of a file from it; false if there are none.
    bool readAgain(const QString& path);
    /// Asks whether a file updates the layers of its path, or of a file of its name, or opens
    /// beside them; false if there are none.
    bool offer(const QString& path);

    /// Says anew what it says, in another language.
    void retranslate();

    /// Puts what a file has in place of one layer.
    Q_INVOKABLE void updateFrom(int key, const QUrl& file);
    /// Takes the newer version of a layer's file that was offered.
    Q_INVOKABLE void takeNewer(int key);
    /// Whether a layer's file updates it without being asked.
    Q_INVOKABLE void setAlone(int key, bool alone);
    /// Lists the versions of a layer; compares those that are chosen of them.
    Q_INVOKABLE void showVersions(int key);
    Q_INVOKABLE void compareVersions();
    /// Puts the old version of the updated layer beside the new one, and marks nothing any more.
    Q_INVOKABLE void keepBoth();

signals:
    /// A layer is about to make room for a newer version of it.
    void replacing(const masar::app::MapLayerPtr& before, const masar::app::MapLayerPtr& after);
    /// A file is to be opened beside the layers of its path or name.
    void openWanted(const QString& path);
    /// Something begins (1) or ends (-1) to be read.
    void reading(int change);

private:
    /// A file of which layers are on the map.
    struct File {
        QByteArray hash;                  ///< of the version on the map; empty: not known
        std::optional<FileVersion> newer; ///< what could be on the map
        QDateTime unreadableSince;
        QString problem; ///< why it cannot be read; empty: it can
        int notice = 0;  ///< that offers or tells of a version
        int job = 0;     ///< the last that a change on disk began
    };
    struct Job {
        bool watched = false; ///< begun by a change on disk, not by the user
        bool single = false;  ///< for one layer only
    };
    enum class Show { changes, nothing };

    /// Reads a version of a file for layers of the list.
    void read(const QString& path, const std::vector<MapLayerPtr>& before, Job job);
    void onLayersChanged();
    void onSettled(const QString& path);
    void onUnreadable(const QString& path, const QString& why);
    void onHashRead(const QString& path, const FileState& state, const QByteArray& hash);
    void onVersionRead(int number, const FileVersion& version);
    void onVersionFailed(int number, const QString& path, const core::Error& error);
    void onCompared(const LayerDifferencePtr& difference);
    [[nodiscard]] bool isOutdated(const FileVersion& version) const;
    void onNewer(const FileVersion& version);
    void offerNewer(const FileVersion& version);
    void take(const QString& path);
    void apply(const FileVersion& version, Show show);
    [[nodiscard]] QString countsOf(const FileVersion& version) const;
    void tellStatus(const QString& path);
    void tell(const QString& path, const QString& title, const QString& detail,
              std::vector<NoticeModel::Action> actions);
    void noteVersion(const FileVersion& version);
    void matchBy(const QString& field);
    void showChange();

    Parts m_parts;
    FileWatch m_watch;
    LayerVersions m_versions;
    std::map<QString, File> m_files;
    std::map<int, Job> m_jobs;
    std::map<int, std::string> m_keys; ///< fields that features are matched by, of layers by key
    int m_lastJob = 0;
    int m_comparedKey = 0; ///< of the layer of which versions were compared last
};

} // namespace masar::app
