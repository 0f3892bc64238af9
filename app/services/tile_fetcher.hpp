// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/tile_store.hpp"
#include "app/services/online_tiles.hpp"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QScopedPointer>
#include <QTimer>

#include <map>
#include <memory>

namespace masar::app {

/// Asks a server for tiles, on the thread it lives on.
class TileFetcher : public QObject {
    Q_OBJECT

public:
    TileFetcher(const OnlineMap& map, const FetchLimits& limits);
    ~TileFetcher() override;

    void fetch(const core::TileId& id, TileSource::Done done);
    void cancel(const core::TileId& id);

private:
    struct Job {
        TileSource::Done done;
        int attempts = 0;
        QPointer<QNetworkReply> reply;
        /// The end of the request's time, or of the pause before it; may be let go of by itself.
        std::unique_ptr<QTimer, QScopedPointerDeleteLater> timer;
        QString stopped;    ///< why Masar broke the request off
        bool final = false; ///< no attempt follows
    };

    void request(const core::TileId& id);
    void watch(const core::TileId& id, Job& job);
    void onFinished(const core::TileId& id, QNetworkReply* reply);
    void startTimer(const core::TileId& id, int milliseconds,
                    void (TileFetcher::*then)(const core::TileId&));
    void onTimeout(const core::TileId& id);
    void onTooLarge(const core::TileId& id);
    void stop(Job& job, const QString& why, bool final);
    /// True if another attempt follows.
    bool tryAgain(const core::TileId& id, const QNetworkReply& reply);
    void settle(const core::TileId& id, core::Result<QImage> image);
    [[nodiscard]] core::Result<QImage> answerOf(QNetworkReply& reply, const Job& job) const;
    [[nodiscard]] core::Result<QImage> decode(QByteArray bytes) const;
    [[nodiscard]] std::unexpected<core::Error> problem(const QString& what) const;

    OnlineMap m_map;
    FetchLimits m_limits;
    std::map<core::TileId, Job> m_jobs;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< made with the first request
};

} // namespace masar::app
