// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/changes_model.hpp"
#include "app/models/layer_list_model.hpp"
#include "app/models/map_camera.hpp"
#include "app/models/notice_model.hpp"
#include "app/models/record_model.hpp"
#include "app/services/loader.hpp"

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

#include <map>

namespace masar::app {

/// Puts newer versions of files in the place of the layers made of them, and shows what changed.
class LayerUpdates : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")

public:
    /// What an update reads and changes; outlives this.
    struct Parts {
        Loader& loader;
        LayerListModel& layers;
        RecordModel& record;
        ChangesModel& changes;
        NoticeModel& notices;
        MapCamera& camera;
    };
    explicit LayerUpdates(const Parts& parts, QObject* parent = nullptr);

    /// Updates the layers of a file from it; false if there are none.
    bool readAgain(const QString& path);
    /// Asks whether a file updates the layers of its path, or of a file of its name, or opens
    /// beside them; false if there are none.
    bool offer(const QString& path);

    /// Puts what a file has in place of one layer.
    Q_INVOKABLE void updateFrom(int key, const QUrl& file);
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
    /// Reads a version of a file for layers of the list.
    void read(const QString& path, const std::vector<MapLayerPtr>& before);
    void onVersionRead(int job, const FileVersion& version);
    void onVersionFailed(int job, const core::Error& error);
    void onCompared(const LayerDifferencePtr& difference);
    void apply(const FileVersion& version);
    void matchBy(const QString& field);
    void showChange();

    Parts m_parts;
    std::map<int, std::string> m_keys; ///< fields that features are matched by, of layers by key
    int m_lastJob = 0;
};

} // namespace masar::app
