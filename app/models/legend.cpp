// SPDX-License-Identifier: Apache-2.0
#include "app/models/legend.hpp"

#include "app/map/map_theme.hpp"
#include "app/map/site_symbol.hpp"
#include "core/route/track.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace masar::app {

namespace {

struct LegendWords {
    Q_DECLARE_TR_FUNCTIONS(Legend)
};

LegendEntry::Kind kindOf(const core::GeometryTable& geometry, std::size_t row)
{
    const auto parts = geometry.partsOf(row);
    switch (parts.empty() ? core::PartKind::point : parts.front().kind) {
    case core::PartKind::line:
        return LegendEntry::Kind::line;
    case core::PartKind::outerRing:
    case core::PartKind::innerRing:
        return LegendEntry::Kind::area;
    case core::PartKind::point:
        break;
    }
    return LegendEntry::Kind::point;
}

/// Whether the scene shows a row: 0 no, 1 possibly, 2 certainly.
int shown(const core::Layer& layer, std::size_t row, const Scene& scene)
{
    if (layer.geometry.partsOf(row).empty()) {
        return 0;
    }
    return static_cast<int>(scene.presenceOf(layer.spans[row]));
}

/// What a camera sees, in every copy of the world.
class View {
public:
    explicit View(const Camera& camera) : m_camera(camera), m_box(camera.view()) {}

    [[nodiscard]] bool meets(const core::MercatorBox& box) const
    {
        for (int copy = -1; copy <= 1; ++copy) {
            const double shift = copy * core::kMercatorWorld;
            if (box.maxX + shift >= m_box.left() && box.minX + shift <= m_box.right() &&
                box.maxY >= m_box.top() && box.minY <= m_box.bottom() &&
                m_camera.sees(QRectF(QPointF(box.minX + shift, box.minY),
                                     QPointF(box.maxX + shift, box.maxY)))) {
                return true;
            }
        }
        return false;
    }

private:
    const Camera& m_camera;
    QRectF m_box;
};

/// Calls visit(row, 1 possibly or 2 certainly) for each row of a layer that is there and in view.
template <class Visit>
void forEachShown(const MapLayer& data, const Scene& scene, const View& view, Visit visit)
{
    for (const core::Chunk& chunk : data.index.chunks) {
        const bool now = core::presence(chunk.time, scene.window) != core::Presence::absent ||
                         (chunk.undated > 0 && scene.showUndated);
        if (!now || !view.meets(chunk.box)) {
            continue;
        }
        for (std::uint32_t i = 0; i < chunk.count; ++i) {
            const std::uint32_t row = data.index.order[chunk.first + i];
            const int present = shown(data.layer, row, scene);
            if (present > 0 && view.meets(data.layer.geometry.boxOfFeature(row))) {
                visit(row, present);
            }
        }
    }
}

/// The order of the legend: statuses of places, kinds of places, lines, areas.
using Key = std::tuple<LegendEntry::Kind, bool, Shape, Pictogram, Status, bool, std::string>;
using Entries = std::map<Key, LegendEntry>;

void count(Entries& found, const Key& key, const LegendEntry& entry, int present)
{
    LegendEntry& sum = found.try_emplace(key, entry).first->second;
    ++(present == 2 ? sum.certain : sum.possible);
}

/// The rows of a layer whose statuses decide its look, gathered by look.
void gather(const SceneLayer& item, const Scene& scene, const View& view, Entries& found)
{
    const core::PropertyTable& fields = item.data->layer.properties;
    const MapTheme& theme = mapTheme(scene.dark);
    forEachShown(*item.data, scene, view, [&](std::uint32_t row, int present) {
        const auto value = [&](std::string_view name) {
            return fields.text(name, row).value_or(std::string());
        };
        const std::string word = value("status");
        const std::string what = value("kind");
        LegendEntry entry;
        entry.kind = kindOf(item.data->layer.geometry, row);
        entry.status = statusFrom(word);
        entry.colour = entry.status == Status::none ? layerColour(item.colour, scene.dark)
                                                    : theme.status[paletteIndex(entry.status)];
        if (entry.kind != LegendEntry::Kind::point) {
            const std::string basis = value("basis");
            entry.dashed = entry.kind == LegendEntry::Kind::line &&
                           (basis == "inferred" || basis == "estimated");
            entry.label = kindText(what);
            return count(
                found,
                {entry.kind, false, Shape::dot, Pictogram::none, entry.status, entry.dashed, what},
                entry, present);
        }
        const Pictogram pictogram = pictogramOf(what);
        entry.shape = shapeOf(entry.status, pictogram);
        const bool byKind = entry.status == Status::reference || word.empty();
        entry.pictogram = byKind ? pictogram : Pictogram::none;
        entry.label = byKind ? kindText(what) : statusText(word);
        count(found,
              {entry.kind, byKind, entry.shape, entry.pictogram, entry.status, false,
               byKind ? what : word},
              entry, present);
        if (!byKind && pictogram != Pictogram::none) { // what it is, whatever its status
            entry.shape = Shape::dot;
            entry.status = Status::none;
            entry.pictogram = pictogram;
            entry.colour = theme.siteText;
            entry.label = kindText(what);
            count(found, {entry.kind, true, entry.shape, pictogram, entry.status, false, what},
                  entry, present);
        }
    });
}

/// Whether of something that moves only the place is known where it was last seen.
bool isLastSeen(const core::Layer& layer, std::uint32_t row, const Scene& scene)
{
    if (!layer.tracks.find(row)) {
        return false;
    }
    const auto position =
        core::positionAt(layer.tracks.fixesOf(row), scene.window.end - 1, scene.tracks.limits);
    return position && position->basis == core::PositionBasis::lastSeen;
}

LegendEntry::Kind mostlyOf(const core::LayerCounts& counts)
{
    return counts.polygon > counts.point && counts.polygon >= counts.line ? LegendEntry::Kind::area
           : counts.line > counts.point                                   ? LegendEntry::Kind::line
                                        : LegendEntry::Kind::point;
}

/// The sites in view of which several states show in one symbol.
std::vector<LegendEntry> sitesOf(const Scene& scene, const View& view)
{
    const QColor ink = mapTheme(scene.dark).siteText;
    const auto entry = [&ink](LegendEntry::Kind kind, const QString& label) {
        LegendEntry made;
        made.kind = kind;
        made.colour = ink;
        made.label = label;
        return made;
    };
    std::vector<LegendEntry> entries{
        entry(LegendEntry::Kind::sectors, LegendWords::tr("Several states in this time")),
        entry(LegendEntry::Kind::sectors, LegendWords::tr("One state or the other")),
        entry(LegendEntry::Kind::arc, LegendWords::tr("Perhaps another state"))};
    for (const SceneLayer& item : scene.layers) {
        for (const MeshSite& site :
             item.visible ? item.data->mesh.sites : std::vector<MeshSite>{}) {
            const auto symbol = siteSymbol(site, item.data->layer, scene);
            const core::MercatorPoint at{site.states[0].x, site.states[0].y};
            if (!symbol || !view.meets({at.x, at.y, at.x, at.y})) {
                continue;
            }
            const bool several = symbol->inside.size() > 1;
            entries[0].certain += several && symbol->certain ? 1U : 0U;
            entries[1].possible += several && !symbol->certain ? 1U : 0U;
            entries[2].possible += symbol->arcs.empty() ? 0U : 1U;
        }
    }
    std::erase_if(entries, [](const LegendEntry& e) { return e.certain + e.possible == 0; });
    return entries;
}

/// The legs of all movements on the map that are faster than can be, at any time.
void addImpossible(const Scene& scene, std::vector<LegendEntry>& entries)
{
    LegendEntry entry;
    for (const SceneLayer& item : scene.layers) {
        const LayerMesh& mesh = item.data->mesh;
        const auto impossible = [&](const MeshLeg& leg) {
            const double seconds = static_cast<double>(leg.end - leg.begin) *
                                   static_cast<double>(mesh.ticks.secondsPerTick);
            return leg.metres > scene.tracks.limits.maxMetresPerSecond * std::max(seconds, 1.0);
        };
        if (item.visible) {
            entry.certain += static_cast<quint64>(std::ranges::count_if(mesh.legs, impossible));
        }
    }
    if (entry.certain > 0) {
        entry.kind = LegendEntry::Kind::line;
        entry.colour = mapTheme(scene.dark).impossible;
        entry.label = LegendWords::tr("Impossible speed");
        entries.push_back(entry);
    }
}

} // namespace

std::vector<LegendEntry> legendOf(const Scene& scene, const Camera& camera,
                                  const std::function<QString(quint64 layerId)>& nameOf)
{
    const View view(camera);
    Entries found;
    std::vector<LegendEntry> entries;
    for (const SceneLayer& item : scene.layers) {
        if (!item.visible) {
            continue;
        }
        const core::Layer& layer = item.data->layer;
        if (layer.properties.find("status")) {
            gather(item, scene, view, found);
            continue;
        }
        LegendEntry entry;
        LegendEntry last;
        forEachShown(*item.data, scene, view, [&](std::uint32_t row, int present) {
            LegendEntry& counted = isLastSeen(layer, row, scene) ? last : entry;
            ++(present == 2 ? counted.certain : counted.possible);
        });
        entry.kind = layer.tracks.empty() ? mostlyOf(layer.counts) : LegendEntry::Kind::mover;
        entry.colour = last.colour = layerColour(item.colour, scene.dark);
        entry.label = nameOf(item.data->id);
        last.kind = LegendEntry::Kind::lastSeen;
        last.label = LegendWords::tr("%1: last seen").arg(entry.label);
        for (const LegendEntry& made : {entry, last}) {
            if (made.certain + made.possible > 0) {
                entries.push_back(made);
            }
        }
    }
    addImpossible(scene, entries);
    std::vector<LegendEntry> result;
    std::ranges::transform(found, std::back_inserter(result),
                           [](const auto& pair) { return pair.second; });
    std::ranges::move(sitesOf(scene, view), std::back_inserter(result));
    result.insert(result.end(), entries.begin(), entries.end());
    return result;
}

QString statusText(std::string_view status)
{
    switch (statusFrom(status)) {
    case Status::active:
        return LegendWords::tr("Active");
    case Status::withdrawing:
        return LegendWords::tr("Withdrawing");
    case Status::vacated:
        return LegendWords::tr("Vacated");
    case Status::handedOver:
        return LegendWords::tr("Handed over");
    case Status::expected:
        return LegendWords::tr("Departure expected");
    case Status::reference:
        return LegendWords::tr("For reference");
    case Status::convoy:
        return LegendWords::tr("Convoy");
    case Status::none:
        break;
    }
    return QString::fromUtf8(status.data(), static_cast<qsizetype>(status.size()));
}

QString kindText(std::string_view kind)
{
    static const std::map<std::string_view, const char*> names{
        {"base", QT_TRANSLATE_NOOP("Legend", "Base")},
        {"airfield", QT_TRANSLATE_NOOP("Legend", "Airfield")},
        {"oil-gas", QT_TRANSLATE_NOOP("Legend", "Oil or gas field")},
        {"camp", QT_TRANSLATE_NOOP("Legend", "Camp")},
        {"crossing", QT_TRANSLATE_NOOP("Legend", "Border crossing")},
        {"road", QT_TRANSLATE_NOOP("Legend", "Road")},
        {"convoy", QT_TRANSLATE_NOOP("Legend", "Convoy")},
        {"zone", QT_TRANSLATE_NOOP("Legend", "Zone")},
        {"point", QT_TRANSLATE_NOOP("Legend", "Point of note")},
        {"troops", QT_TRANSLATE_NOOP("Legend", "Troop numbers")},
        {"count", QT_TRANSLATE_NOOP("Legend", "Count")},
    };
    const auto found = names.find(kind);
    if (found != names.end()) {
        return LegendWords::tr(found->second);
    }
    return QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
}

} // namespace masar::app
