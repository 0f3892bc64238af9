// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/basemap.hpp"
#include "app/models/reader.hpp"
#include "app/models/search_hit.hpp"
#include "core/query/name_index.hpp"

#include <map>
#include <stop_token>

namespace masar::app {

/// What is searched, and for whom.
struct SearchSpace {
    struct Source {
        MapLayerPtr layer;
        QString name;
        bool story = false; ///< its features come first
    };
    std::shared_ptr<const Basemap> basemap;
    std::vector<Source> layers;
    core::MercatorPoint near; ///< of equal answers the nearer one comes first
    core::CoordinateFormat format = core::CoordinateFormat::decimal;
    Language language = Language::english;
};

/// The indexes of what has been searched before. For one thread at a time.
class SearchIndexes {
public:
    /// How many answers a search gives.
    static constexpr std::size_t mostHits = 60;

    /// Indexes whatever of the space is not yet, and forgets what has gone. Incomplete if stopped.
    void prepare(const SearchSpace& space, std::stop_token stop = {});
    [[nodiscard]] bool prepared(const SearchSpace& space) const;

    /// The places, features and coordinates that answer a text: by how well the name does, then
    /// features of the story, places by rank, other features; then by distance. Searches what is
    /// indexed. An empty answer if stopped.
    [[nodiscard]] SearchAnswer search(const SearchSpace& space, const QString& text,
                                      std::stop_token stop = {}) const;

private:
    std::shared_ptr<const Basemap> m_basemap; ///< whose places are indexed
    core::NameIndex m_places;
    std::map<quint64, core::LayerNames> m_layers;
};

} // namespace masar::app
