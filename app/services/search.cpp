// SPDX-License-Identifier: Apache-2.0
#include "app/services/search.hpp"

#include "app/models/legend.hpp"
#include "app/models/record.hpp"
#include "core/query/name_fold.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace masar::app {

namespace {

struct SearchWords {
    Q_DECLARE_TR_FUNCTIONS(Search)
};

/// A feature is shown at least so near, and a typed place too.
constexpr double kFeatureZoom = 10;
constexpr double kCoordinateZoom = 12;
constexpr qsizetype kMostSnippet = 90;
constexpr qsizetype kWordsBefore = 2;

/// Something that may become a hit, with what decides its place in the list; smaller comes first.
struct Candidate {
    int match = 0; ///< how well the name answers; texts after names
    int group = 0; ///< story, places, other features
    int rank = 0;
    double distance = 0;
    std::size_t source = 0; ///< a layer of the space; kPlaces for the basemap
    std::uint32_t item = 0;

    [[nodiscard]] auto order() const
    {
        return std::tie(match, group, rank, distance, source, item);
    }
};

constexpr std::size_t kPlaces = static_cast<std::size_t>(-1);
/// Candidates kept of each source: more than are listed, for several may be one site's states.
constexpr std::size_t kKept = 4 * SearchIndexes::mostHits;

int orderOf(const core::NameMatch& match)
{
    return static_cast<int>(match.grade) * 2 + (match.bySound ? 1 : 0);
}
constexpr int kOrders = 2 * static_cast<int>(core::MatchGrade::none);

/// Distance on the map, the short way round the world.
double distanceBetween(core::MercatorPoint a, core::MercatorPoint b)
{
    const auto dx = static_cast<std::int32_t>(a.x - b.x);
    const double dy = static_cast<double>(a.y) - b.y;
    return std::hypot(static_cast<double>(dx), dy);
}

QString kindWords(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::country:
        return SearchWords::tr("Country");
    case PlaceKind::governorate:
        return SearchWords::tr("Governorate or province");
    case PlaceKind::sea:
        return SearchWords::tr("Sea");
    case PlaceKind::lake:
        return SearchWords::tr("Lake");
    case PlaceKind::river:
        return SearchWords::tr("River");
    case PlaceKind::capital:
        return SearchWords::tr("Capital");
    case PlaceKind::seat:
        return SearchWords::tr("Seat of a governorate");
    case PlaceKind::town:
        return SearchWords::tr("City or town");
    case PlaceKind::smallTown:
        return SearchWords::tr("Small town");
    case PlaceKind::village:
        break;
    }
    return SearchWords::tr("Village");
}

core::MercatorBox boxOf(core::MercatorPoint point)
{
    core::MercatorBox box;
    box.add(point);
    return box;
}

/// The best of what one index found: those with the best matches, of them the nearest.
template <class DistanceOf>
std::vector<core::FoundName> bestOf(std::vector<core::FoundName> found, DistanceOf distanceOf)
{
    std::array<std::size_t, kOrders> counts{};
    for (const core::FoundName& one : found) {
        ++counts[static_cast<std::size_t>(orderOf(one.match))];
    }
    int last = 0;
    for (std::size_t sum = 0; last < kOrders; ++last) {
        sum += counts[static_cast<std::size_t>(last)];
        if (sum >= kKept) {
            break;
        }
    }
    std::erase_if(found, [last](const core::FoundName& one) { return orderOf(one.match) > last; });
    if (found.size() <= kKept) {
        return found;
    }
    struct Key {
        int match;
        double distance;
        core::FoundName found;
    };
    std::vector<Key> keys;
    keys.reserve(found.size());
    for (const core::FoundName& one : found) {
        keys.push_back({orderOf(one.match), distanceOf(one.item), one});
    }
    const auto end = keys.begin() + kKept;
    std::ranges::nth_element(keys, end, {},
                             [](const Key& key) { return std::pair(key.match, key.distance); });
    found.clear();
    std::transform(keys.begin(), end, std::back_inserter(found),
                   [](const Key& key) { return key.found; });
    return found;
}

class Finder {
public:
    Finder(const SearchSpace& space, const QString& text, std::stop_token stop)
        : m_space(space), m_utf8(text.toStdString()), m_query(m_utf8), m_stop(std::move(stop))
    {
    }

    void addPlaces(const core::NameIndex& index)
    {
        const auto& places = m_space.basemap->places;
        for (const core::FoundName& found : index.find(m_query, m_stop)) {
            const GazetteerPlace& place = places[found.item];
            m_candidates.push_back({orderOf(found.match), 1, place.rank,
                                    distanceBetween(place.at, m_space.near), kPlaces, found.item});
        }
    }

    void addLayer(std::size_t source, const core::LayerNames& names)
    {
        const core::Layer& layer = m_space.layers[source].layer->layer;
        const auto distanceOf = [&](std::uint32_t row) {
            const auto parts = layer.geometry.partsOf(row);
            return parts.empty() ? 1e12
                                 : distanceBetween(layer.geometry.vertices[parts[0].firstVertex],
                                                   m_space.near);
        };
        std::set<std::uint32_t> named;
        const auto add = [&](const core::FoundName& found, int after) {
            m_candidates.push_back({orderOf(found.match) + after,
                                    m_space.layers[source].story ? 0 : 2, 0, distanceOf(found.item),
                                    source, found.item});
        };
        for (const core::FoundName& found : bestOf(names.names.find(m_query, m_stop), distanceOf)) {
            named.insert(found.item);
            add(found, 0);
        }
        if (named.size() >= kKept) {
            return; // what only mentions the name would not be listed
        }
        for (const core::FoundName& found : bestOf(names.texts.find(m_query, m_stop), distanceOf)) {
            if (!named.contains(found.item)) {
                add(found, kOrders);
            }
        }
    }

    SearchAnswer answer()
    {
        SearchAnswer result;
        addCoordinates(result);
        std::ranges::sort(m_candidates, {}, &Candidate::order);
        for (const Candidate& candidate : m_candidates) {
            if (m_stop.stop_requested()) {
                return {};
            }
            if (candidate.source == kPlaces) {
                if (room(result)) {
                    result.hits.push_back(hitOf(m_space.basemap->places[candidate.item]));
                }
            } else {
                addFeature(result, m_space.layers[candidate.source], candidate.item);
            }
        }
        addStates(result);
        return result;
    }

private:
    /// Notes that there is more where there is no room for it.
    static bool room(SearchAnswer& result)
    {
        result.more = result.more || result.hits.size() >= SearchIndexes::mostHits;
        return !result.more;
    }

    void addCoordinates(SearchAnswer& result) const
    {
        core::TypedCoordinates typed = core::readCoordinates(m_utf8);
        result.fault = typed.fault;
        for (const core::TypedPlace& place : typed.places) {
            SearchHit hit;
            hit.kind = SearchHit::Kind::coordinates;
            hit.title = QString::fromStdString(core::coordinateText(place.place, m_space.format));
            hit.detail = readingWords(place.reading);
            hit.box = boxOf(core::toMercator(place.place));
            hit.zoom = kCoordinateZoom;
            result.hits.push_back(std::move(hit));
        }
    }

    static QString readingWords(core::CoordinateReading reading)
    {
        switch (reading) {
        case core::CoordinateReading::plain:
            break;
        case core::CoordinateReading::latitudeFirst:
            return SearchWords::tr("Coordinates, read as latitude, longitude");
        case core::CoordinateReading::longitudeFirst:
            return SearchWords::tr("Coordinates, read as longitude, latitude");
        case core::CoordinateReading::band:
            return SearchWords::tr("Coordinates, the letter read as a latitude band");
        case core::CoordinateReading::hemisphere:
            return SearchWords::tr("Coordinates, the letter read as a hemisphere");
        }
        return SearchWords::tr("Coordinates");
    }

    const QString& inLanguage(const QString& name, const QString& arabic) const
    {
        return m_space.language == Language::arabic && !arabic.isEmpty() ? arabic : name;
    }

    QString countryName(const QString& code) const
    {
        for (const GazetteerPlace& place : m_space.basemap->places) {
            if (place.kind != PlaceKind::country) {
                break; // countries come first
            }
            if (place.country == code) {
                return inLanguage(place.name, place.arabic);
            }
        }
        return {};
    }

    /// Where a place lies, the smallest first: its governorate and its country, as far as known.
    QStringList surroundings(const GazetteerPlace& place) const
    {
        QStringList names;
        const auto& places = m_space.basemap->places;
        const auto governorate = std::ranges::find_if(places, [&](const GazetteerPlace& other) {
            return other.kind == PlaceKind::governorate && other.country == place.country &&
                   other.name == place.governorate;
        });
        if (!place.governorate.isEmpty() && governorate != places.end()) {
            names << inLanguage(governorate->name, governorate->arabic);
        }
        if (place.kind != PlaceKind::country) {
            names << countryName(place.country);
        }
        names.removeAll(QString());
        return names;
    }

    /// Of several names the one that answers best, unless it is the title.
    QString answering(const QString& title, const QStringList& names) const
    {
        QString best;
        core::NameMatch bestMatch = core::matchName(m_query, title.toStdString());
        for (const QString& name : names) {
            const core::NameMatch match = core::matchName(m_query, name.toStdString());
            if (match < bestMatch) {
                bestMatch = match;
                best = name;
            }
        }
        return best;
    }

    SearchHit hitOf(const GazetteerPlace& place) const
    {
        SearchHit hit;
        hit.kind = SearchHit::Kind::place;
        hit.title = inLanguage(place.name, place.arabic);
        hit.match = answering(hit.title, QStringList{place.name, place.arabic} +
                                             place.others.split(QLatin1Char(';')));
        const QStringList around = surroundings(place);
        hit.detail = around.isEmpty() ? kindWords(place.kind)
                     : around.size() == 1
                         ? SearchWords::tr("%1, %2", "kind of place, country")
                               .arg(kindWords(place.kind), around[0])
                         : SearchWords::tr("%1, %2, %3", "kind of place, governorate, country")
                               .arg(kindWords(place.kind), around[0], around[1]);
        hit.box = place.box.empty() ? boxOf(place.at) : place.box;
        hit.zoom = zoomFor(place);
        return hit;
    }

    void addFeature(SearchAnswer& result, const SearchSpace::Source& source, quint32 row) const
    {
        const core::Layer& layer = source.layer->layer;
        SearchHit hit;
        hit.kind = SearchHit::Kind::feature;
        hit.layer = source.layer;
        hit.title = titleOf(layer, row, m_space.language);
        if (const core::MercatorBox box = layer.geometry.boxOfFeature(row); !box.empty()) {
            hit.box = box;
        }
        if (std::ranges::any_of(result.hits,
                                [&](const SearchHit& other) { return isSame(other, hit); }) ||
            !room(result)) {
            return;
        }
        const QString mention = addMatch(hit, layer, row);
        const auto kind = layer.properties.text("kind", row);
        hit.detail = kind ? SearchWords::tr("%1, %2", "kind of feature, layer")
                                .arg(kindText(*kind), source.name)
                          : source.name;
        if (!mention.isEmpty()) {
            hit.detail =
                SearchWords::tr("%1  ·  %2", "what and where, its text").arg(hit.detail, mention);
        }
        hit.zoom = kFeatureZoom;
        hit.rows = {row};
        result.hits.push_back(std::move(hit));
    }

    /// A site has a row for each of its states: what has one name in one place is one hit.
    static bool isSame(const SearchHit& a, const SearchHit& b)
    {
        return a.layer == b.layer && a.title == b.title && a.box == b.box;
    }

    /// The rows of all states of the features found, whether or not each of them says what was
    /// typed.
    void addStates(SearchAnswer& result) const
    {
        for (const SearchSpace::Source& source : m_space.layers) {
            std::map<std::pair<quint32, quint32>, std::vector<SearchHit*>>
                hits; // by a corner of the box
            for (SearchHit& hit : result.hits) {
                if (hit.layer == source.layer && hit.box) {
                    hits[{hit.box->minX, hit.box->minY}].push_back(&hit);
                }
            }
            const core::Layer& layer = source.layer->layer;
            for (quint32 row = 0; !hits.empty() && row < layer.rowCount(); ++row) {
                const core::MercatorBox box = layer.geometry.boxOfFeature(row);
                const auto found = hits.find({box.minX, box.minY});
                if (found == hits.end()) {
                    continue;
                }
                for (SearchHit* hit : found->second) {
                    const bool another = row != hit->rows.front() && hit->box == box;
                    if (another && titleOf(layer, row, m_space.language) == hit->title) {
                        hit->rows.push_back(row);
                    }
                }
            }
        }
    }

    /// Notes the other name that answers better than the title. If no name does: the part of a text
    /// that does.
    QString addMatch(SearchHit& hit, const core::Layer& layer, quint32 row) const
    {
        QString mention;
        core::NameMatch best = core::matchName(m_query, hit.title.toStdString());
        for (const bool naming : {true, false}) {
            if (best.grade != core::MatchGrade::none) {
                break; // a name answers: texts do not matter
            }
            for (std::size_t column = 0; column < layer.properties.columns.size(); ++column) {
                const std::string& field = layer.properties.columns[column].name;
                const auto text = layer.properties.text(column, row);
                if (!text || core::isNameField(field) != naming) {
                    continue;
                }
                if (const core::NameMatch match = core::matchName(m_query, *text); match < best) {
                    best = match;
                    (naming ? hit.match : mention) =
                        naming ? QString::fromStdString(*text) : snippet(field, *text);
                }
            }
        }
        return mention;
    }

    /// The part of a text that answers, from a few words before it.
    QString snippet(const std::string& field, const std::string& text) const
    {
        const QStringList words = QString::fromStdString(text).simplified().split(QLatin1Char(' '));
        const std::string typed = m_query.folded.substr(0, m_query.folded.find(' '));
        const auto at = std::ranges::find_if(words, [&typed](const QString& word) {
            return core::foldName(word.toStdString()).contains(typed);
        });
        const qsizetype from =
            at == words.end() ? 0 : std::max<qsizetype>(0, at - words.begin() - kWordsBefore);
        QString part = words.mid(from).join(QLatin1Char(' '));
        part = (from > 0 ? QStringLiteral("… ") : QString()) + part;
        if (part.size() > kMostSnippet) {
            part = part.left(kMostSnippet) + QStringLiteral("…");
        }
        return SearchWords::tr("%1: %2", "field, its text")
            .arg(QString::fromStdString(field), part);
    }

    const SearchSpace& m_space;
    std::string m_utf8;
    core::NameQuery m_query;
    std::stop_token m_stop;
    std::vector<Candidate> m_candidates;
};

} // namespace

bool SearchIndexes::prepared(const SearchSpace& space) const
{
    return m_basemap == space.basemap &&
           std::ranges::all_of(space.layers, [this](const SearchSpace::Source& source) {
               return m_layers.contains(source.layer->id);
           });
}

void SearchIndexes::prepare(const SearchSpace& space, std::stop_token stop)
{
    if (m_basemap != space.basemap) {
        m_places = {};
        m_basemap = space.basemap;
        if (m_basemap) {
            for (std::uint32_t i = 0; i < m_basemap->places.size(); ++i) {
                const GazetteerPlace& place = m_basemap->places[i];
                for (const QString& name : {place.name, place.arabic, place.others}) {
                    m_places.add(i, name.toStdString());
                }
            }
        }
        m_places.finish();
    }
    std::erase_if(m_layers, [&space](const auto& entry) {
        return std::ranges::none_of(space.layers, [&entry](const SearchSpace::Source& source) {
            return source.layer->id == entry.first;
        });
    });
    for (const SearchSpace::Source& source : space.layers) {
        if (!m_layers.contains(source.layer->id)) {
            core::LayerNames names = core::indexNames(source.layer->layer, stop);
            if (stop.stop_requested()) {
                return;
            }
            m_layers.emplace(source.layer->id, std::move(names));
        }
    }
}

SearchAnswer SearchIndexes::search(const SearchSpace& space, const QString& text,
                                   std::stop_token stop) const
{
    Finder finder(space, text, stop);
    if (m_basemap && m_basemap == space.basemap) {
        finder.addPlaces(m_places);
    }
    for (std::size_t i = 0; i < space.layers.size(); ++i) {
        if (const auto names = m_layers.find(space.layers[i].layer->id); names != m_layers.end()) {
            finder.addLayer(i, names->second);
        }
    }
    SearchAnswer answer = finder.answer();
    answer.complete = prepared(space);
    return answer;
}

} // namespace masar::app
