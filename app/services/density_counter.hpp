// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/models/density_item.hpp"

#include <QFutureWatcher>
#include <QObject>
#include <QtQmlIntegration>

#include <memory>
#include <optional>

namespace masar::app {

/// Counts on a worker thread how many features of the visible layers are present over the stretch
/// of time that the timeline shows. A request that comes while one is being counted waits for it,
/// and only the newest is kept: the slider is never held up.
class DensityCounter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(masar::app::TimelineDensity density READ density NOTIFY densityChanged)

public:
    explicit DensityCounter(QObject* parent = nullptr);
    ~DensityCounter() override;

    const TimelineDensity& density() const { return m_density; }

    void setLayers(const std::vector<SceneLayer>& layers);
    /// The stretch to count over, in seconds since 1970, and in how many bins at most.
    Q_INVOKABLE void setView(double begin, double end, int bins);

signals:
    void densityChanged();

private:
    struct Request {
        std::vector<SceneLayer> layers;
        core::Window view;
        std::size_t bins = 0;

        bool operator==(const Request&) const = default;
    };
    class Categories;
    static TimelineDensity count(const Request& request, Categories& categories);
    void start();

    Request m_wanted;
    std::optional<Request> m_counted;         ///< or being counted
    std::shared_ptr<Categories> m_categories; ///< of the worker
    QFutureWatcher<TimelineDensity> m_watcher;
    TimelineDensity m_density;
};

} // namespace masar::app
