// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/picture.hpp"
#include "app/map/tile_store.hpp"
#include "app/models/change_painter.hpp"
#include "app/services/picture_furniture.hpp"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

namespace masar::app {

/// A picture of the map as it was at one moment, and where it goes.
struct Snapshot {
    Scene scene;
    Camera camera;
    Furniture furniture;
    QString path;
    ShownChanges changes = {}; ///< marked on it
};

/// Takes snapshots. One waits until the tiles in it have come, while the window goes on.
class SnapshotTaker : public QObject {
    Q_OBJECT

public:
    static constexpr int mostWaitMs = 60'000;

    explicit SnapshotTaker(QObject* parent = nullptr);
    ~SnapshotTaker() override;

    /// Takes a snapshot; one still waiting for its tiles is given up.
    void take(Snapshot snapshot);

signals:
    /// Some tiles may be marked as missing on it.
    void saved(const QString& path, int missingTiles);
    void failed(const masar::core::Error& error);

private:
    void proceed();
    void finish(int missingTiles);
    void stopWaiting();

    std::optional<Snapshot> m_snapshot;
    std::vector<core::TileId> m_tiles; ///< of it
    quint64 m_client = 0;
    QTimer m_poll;
    QElapsedTimer m_waited;
    std::optional<PicturePainter> m_painter;
};

} // namespace masar::app
