// SPDX-License-Identifier: Apache-2.0
#include "app/cli/basemap_bench.hpp"

#include "app/map/basemap.hpp"
#include "app/map/label_layout.hpp"
#include "app/services/data_dir.hpp"

#include <QElapsedTimer>
#include <QGeoCoordinate>
#include <QVector2D>

#include <algorithm>
#include <array>

namespace masar::app {

namespace {

constexpr int kFirstZoom = 5;
constexpr int kLastZoom = 12;
constexpr int kPansAtAZoom = 24;

/// Over the region: the coast, the north-east, the south, Iraq.
constexpr std::array kPlaces{core::LonLat{36.3, 34.6}, core::LonLat{40.7, 36.5},
                             core::LonLat{38.6, 33.5}, core::LonLat{44.4, 33.3}};

double since(const QElapsedTimer& clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

Camera cameraAt(core::LonLat place, double zoom, QSize size)
{
    Camera camera;
    camera.setCentre(place);
    camera.zoom = zoom;
    camera.size = size;
    return camera;
}

void lookAt(Session& session, FrameTimer& timer, core::LonLat place, double zoom)
{
    (void)timer.frameAfter([&] {
        session.camera()->setZoomLevel(zoom);
        session.camera()->setCenter(QGeoCoordinate(place.latDeg, place.lonDeg));
    });
}

void measurePans(Session& session, FrameTimer& timer, QJsonObject& figures)
{
    for (int zoom = kFirstZoom; zoom <= kLastZoom; ++zoom) {
        std::vector<double> times;
        for (const core::LonLat place : kPlaces) {
            lookAt(session, timer, place, zoom);
            for (int i = 0; i < kPansAtAZoom; ++i) {
                times.push_back(timer.frameAfter(
                    [&] { session.camera()->pan(QVector2D(i % 2 ? 31.0F : -17.0F, 9.0F)); }));
            }
        }
        figures.insert(QStringLiteral("pan_ms_median_zoom_%1").arg(zoom, 2, 10, QLatin1Char('0')),
                       rounded(quantile(times, 0.5)));
    }
}

void measureNames(const Scene& scene, QSize size, QJsonObject& figures)
{
    LabelLayout layout;
    QElapsedTimer clock;
    clock.start();
    layout.update(scene);
    figures.insert(QStringLiteral("names_solve_ms"), rounded(since(clock)));
    Camera densest;
    std::size_t most = 0;
    for (double zoom = kFirstZoom; zoom <= kLastZoom; zoom += 0.25) {
        for (double lon = 26; lon < 62; lon += 2) {
            for (double lat = 14; lat < 43; lat += 2) {
                const Camera camera = cameraAt({lon, lat}, zoom, size);
                if (const std::size_t count = layout.shown(camera).size(); count > most) {
                    most = count;
                    densest = camera;
                }
            }
        }
    }
    LabelAtlas atlas;
    atlas.setLook(scene.dark, 1);
    const auto frame = [&](const Camera& camera) {
        atlas.beginFrame();
        clock.restart();
        (void)layout.layOut(camera, atlas);
        return since(clock);
    };
    figures.insert(QStringLiteral("names_first_ms"), rounded(frame(densest)));
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        Camera camera = densest;
        camera.x += (i % 5 - 2) * 3 / camera.pixelsPerUnit();
        times.push_back(frame(camera));
    }
    figures.insert(QStringLiteral("names_in_densest_view"), static_cast<qint64>(most));
    figures.insert(QStringLiteral("names_ms_median"), rounded(quantile(times, 0.5)));
    figures.insert(QStringLiteral("names_ms_worst"), rounded(quantile(times, 1)));
    times.clear();
    for (int i = 1; i <= 50; ++i) {
        Camera camera = densest;
        camera.bearingDeg = 7 * i;
        times.push_back(frame(camera));
    }
    figures.insert(QStringLiteral("names_turning_ms_median"), rounded(quantile(times, 0.5)));
}

} // namespace

core::Result<QJsonObject> measureBasemap(Session& session, FrameTimer& timer, QSize size)
{
    MapScene& scene = *session.scene();
    scene.setBasemap(nullptr);
    lookAt(session, timer, kPlaces[1], 7);
    QJsonObject figures;
    QElapsedTimer clock;
    clock.start();
    const auto basemap =
        loadBasemap(dataDir() + QStringLiteral("/basemap/basemap.gpkg"), scene.scene().language);
    if (!basemap) {
        return std::unexpected(basemap.error());
    }
    figures.insert(QStringLiteral("basemap_open_ms"), rounded(since(clock)));
    figures.insert(QStringLiteral("basemap_first_frame_ms"),
                   rounded(timer.frameAfter([&] { scene.setBasemap(*basemap); })));
    measurePans(session, timer, figures);
    measureNames(scene.scene(), size, figures);
    return figures;
}

} // namespace masar::app
