// SPDX-License-Identifier: Apache-2.0
#include "app/services/density_counter.hpp"

#include <QtConcurrent>

#include <array>
#include <map>
#include <set>

namespace masar::app {

/// The status of each row of the layers counted before: a million words are read once, not with
/// every zoom.
class DensityCounter::Categories {
public:
    const std::vector<std::uint8_t>& of(const MapLayer& layer)
    {
        const auto [found, isNew] = m_byLayer.try_emplace(layer.id);
        const auto field = layer.layer.properties.find("status");
        if (isNew && field) {
            for (std::uint32_t row = 0; row < layer.layer.rowCount(); ++row) {
                const auto word = layer.layer.properties.text(*field, row);
                found->second.push_back(
                    static_cast<std::uint8_t>(word ? statusFrom(*word) : Status::none));
            }
        }
        return found->second;
    }

    void keepOnly(const std::vector<SceneLayer>& layers)
    {
        std::set<quint64> used;
        for (const SceneLayer& layer : layers) {
            used.insert(layer.data->id);
        }
        std::erase_if(m_byLayer, [&](const auto& entry) { return !used.contains(entry.first); });
    }

private:
    std::map<quint64, std::vector<std::uint8_t>> m_byLayer;
};

DensityCounter::DensityCounter(QObject* parent)
    : QObject(parent), m_categories(std::make_shared<Categories>())
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (TimelineDensity density = m_watcher.result(); density != m_density) {
            m_density = std::move(density);
            emit densityChanged();
        }
        start();
    });
}

DensityCounter::~DensityCounter()
{
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void DensityCounter::setLayers(const std::vector<SceneLayer>& layers)
{
    m_wanted.layers.clear();
    for (const SceneLayer& layer : layers) {
        if (layer.visible) {
            m_wanted.layers.push_back(layer);
        }
    }
    start();
}

void DensityCounter::setView(double begin, double end, int bins)
{
    m_wanted.view = {static_cast<core::Instant>(begin), static_cast<core::Instant>(end)};
    m_wanted.bins = static_cast<std::size_t>(std::max(bins, 0));
    start();
}

void DensityCounter::start()
{
    if (m_watcher.isRunning() || m_counted == m_wanted) {
        return;
    }
    m_counted = m_wanted;
    m_watcher.setFuture(QtConcurrent::run(
        [request = m_wanted, categories = m_categories] { return count(request, *categories); }));
}

TimelineDensity DensityCounter::count(const Request& request, Categories& categories)
{
    TimelineDensity result;
    categories.keepOnly(request.layers);
    const auto take = [&](const core::Density& counted, std::size_t category, Status status,
                          int colour) {
        result.begin = static_cast<double>(counted.range.begin);
        result.end = result.begin +
                     static_cast<double>(counted.binSeconds) * static_cast<double>(counted.bins);
        const bool any = [&] {
            for (std::size_t bin = 0; bin < counted.bins; ++bin) {
                if (counted.certainAt(category, bin) + counted.possibleAt(category, bin) > 0) {
                    return true;
                }
            }
            return false;
        }();
        if (!any) {
            return;
        }
        // One series a status over all layers; a layer of its own colour is a series of its own.
        auto same = std::ranges::find_if(result.series, [&](const DensitySeries& series) {
            return series.status == status &&
                   (status != Status::none || series.layerColour == colour);
        });
        if (same == result.series.end()) {
            result.series.push_back({status, colour, std::vector<std::uint32_t>(counted.bins),
                                     std::vector<std::uint32_t>(counted.bins)});
            same = result.series.end() - 1;
        }
        for (std::size_t bin = 0; bin < counted.bins; ++bin) {
            same->certain[bin] += counted.certainAt(category, bin);
            same->possible[bin] += counted.possibleAt(category, bin);
        }
    };
    for (const SceneLayer& layer : request.layers) {
        const std::vector<std::uint8_t>& statuses = categories.of(*layer.data);
        const std::size_t kinds = statuses.empty() ? 1 : kStatuses.size();
        const core::Density counted =
            core::densityOf(layer.data->layer, request.view, request.bins, statuses, kinds);
        for (std::size_t category = 0; category < kinds; ++category) {
            take(counted, category, statuses.empty() ? Status::none : static_cast<Status>(category),
                 layer.colour);
        }
    }
    std::ranges::stable_sort(result.series, {}, &DensitySeries::status);
    return result;
}

} // namespace masar::app
