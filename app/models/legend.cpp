// SPDX-License-Identifier: Apache-2.0
#include "app/models/legend.hpp"

#include "app/map/map_theme.hpp"
#include "app/map/site_symbol.hpp"
#include "core/route/track.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>
#include <tuple>
#include <variant>

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

/// What a camera sees, in every copy of the world.
class View {
public:
    explicit View(const Camera& camera) : m_camera(camera), m_box(camera.view()) {}

    [[nodiscard]] bool meets(const core::MercatorBox& box) const
    {
        return inSomeCopy([&](double shift) {
            return box.maxX + shift >= m_box.left() && box.minX + shift <= m_box.right() &&
                   box.maxY >= m_box.top() && box.minY <= m_box.bottom() &&
                   m_camera.sees(QRectF(QPointF(box.minX + shift, box.minY),
                                        QPointF(box.maxX + shift, box.maxY)));
        });
    }

    /// Whether all of a box is surely seen.
    [[nodiscard]] bool holds(const core::MercatorBox& box) const
    {
        return !m_camera.turned() && inSomeCopy([&](double shift) {
            return box.minX + shift >= m_box.left() && box.maxX + shift <= m_box.right() &&
                   box.minY >= m_box.top() && box.maxY <= m_box.bottom();
        });
    }

private:
    template <class Test> static bool inSomeCopy(Test test)
    {
        return test(0.0) || test(-core::kMercatorWorld) || test(core::kMercatorWorld);
    }

    const Camera& m_camera;
    QRectF m_box;
};

/// Calls visit(row, presence) for each row of a layer that is there and in view.
template <class Visit>
void forEachShown(const MapLayer& data, const Scene& scene, const View& view, Visit visit)
{
    for (const core::Chunk& chunk : data.index.chunks) {
        const bool now = core::presence(chunk.time, scene.window) != core::Presence::absent ||
                         (chunk.undated > 0 && scene.showUndated);
        if (!now || !view.meets(chunk.box)) {
            continue;
        }
        const bool whole = view.holds(chunk.box);
        for (std::uint32_t i = chunk.first; i < chunk.first + chunk.count; ++i) {
            const core::Presence present = scene.presenceOf(data.index.spans[i]);
            if (present == core::Presence::absent) {
                continue;
            }
            const std::uint32_t row = data.index.order[i];
            if (whole || view.meets(data.layer.geometry.boxOfFeature(row))) {
                visit(row, present);
            }
        }
    }
}

/// How many are there.
struct Number {
    quint64 certain = 0;
    quint64 possible = 0;

    void add(core::Presence present)
    {
        ++(present == core::Presence::certain ? certain : possible);
    }
};

/// A field whose values are told apart without reading their texts.
class Field {
public:
    Field(const core::PropertyTable& table, std::string_view name)
        : m_table(table), m_column(table.find(name))
    {
    }

    /// The same for the same value.
    [[nodiscard]] std::uint64_t bits(std::uint32_t row) const
    {
        return m_column ? std::visit([row](const auto& values) { return bitsOf(values[row]); },
                                     m_table.columns[*m_column].values)
                        : 0;
    }
    [[nodiscard]] std::string text(std::uint32_t row) const
    {
        return m_column ? m_table.text(*m_column, row).value_or(std::string()) : std::string();
    }

private:
    static std::uint64_t bitsOf(double value) { return std::bit_cast<std::uint64_t>(value); }
    static std::uint64_t bitsOf(auto value) { return static_cast<std::uint64_t>(value); }

    const core::PropertyTable& m_table;
    std::optional<std::size_t> m_column;
};

/// The order of the legend: statuses of places, kinds of places, lines, areas.
using Key = std::tuple<LegendEntry::Kind, bool, Shape, Pictogram, Status, bool, std::string>;
using Entries = std::map<Key, LegendEntry>;

void count(Entries& found, const Key& key, const LegendEntry& entry, const Number& number)
{
    LegendEntry& sum = found.try_emplace(key, entry).first->second;
    sum.certain += number.certain;
    sum.possible += number.possible;
}

/// The entries of rows of one look; `row` is one of them.
void addEntries(const SceneLayer& item, std::uint32_t row, const Number& number, bool dark,
                Entries& found)
{
    const core::Layer& layer = item.data->layer;
    const MapTheme& theme = mapTheme(dark);
    const std::string word = Field(layer.properties, "status").text(row);
    const std::string what = Field(layer.properties, "kind").text(row);
    LegendEntry entry;
    entry.kind = kindOf(layer.geometry, row);
    entry.status = statusFrom(word);
    entry.colour = entry.status == Status::none ? layerColour(item.colour, dark)
                                                : theme.status[paletteIndex(entry.status)];
    if (entry.kind != LegendEntry::Kind::point) {
        const std::string basis = Field(layer.properties, "basis").text(row);
        entry.dashed =
            entry.kind == LegendEntry::Kind::line && (basis == "inferred" || basis == "estimated");
        entry.label = what.empty() ? statusText(word) : kindText(what);
        return count(found,
                     {entry.kind, false, Shape::dot, Pictogram::none, entry.status, entry.dashed,
                      what.empty() ? word : what},
                     entry, number);
    }
    const Pictogram pictogram = pictogramOf(what);
    entry.shape = shapeOf(entry.status, pictogram);
    const bool byKind = entry.status == Status::reference || word.empty();
    entry.pictogram = byKind ? pictogram : Pictogram::none;
    entry.label = byKind ? kindText(what) : statusText(word);
    count(found,
          {entry.kind, byKind, entry.shape, entry.pictogram, entry.status, false,
           byKind ? what : word},
          entry, number);
    if (!byKind && pictogram != Pictogram::none) { // what it is, whatever its status
        entry.shape = Shape::dot;
        entry.status = Status::none;
        entry.pictogram = pictogram;
        entry.colour = theme.siteText;
        entry.label = kindText(what);
        count(found, {entry.kind, true, entry.shape, pictogram, entry.status, false, what}, entry,
              number);
    }
}

/// The rows of a layer whose statuses decide its look, counted by their values first: a legend of a
/// million rows reads a handful of texts.
void gather(const SceneLayer& item, const Scene& scene, const View& view, Entries& found)
{
    struct Alike {
        std::uint32_t row = 0;
        Number number;
    };
    const core::Layer& layer = item.data->layer;
    const Field status(layer.properties, "status");
    const Field kind(layer.properties, "kind");
    const Field basis(layer.properties, "basis");
    const core::LayerCounts& counts = layer.counts;
    const bool oneKind = counts.point == counts.drawn || counts.line == counts.drawn ||
                         counts.polygon == counts.drawn;
    std::map<std::array<std::uint64_t, 4>, Alike> rows;
    forEachShown(*item.data, scene, view, [&](std::uint32_t row, core::Presence present) {
        const std::uint64_t geometry =
            oneKind ? 0 : static_cast<std::uint64_t>(kindOf(layer.geometry, row));
        Alike& alike =
            rows.try_emplace({status.bits(row), kind.bits(row), basis.bits(row), geometry},
                             Alike{row, {}})
                .first->second;
        alike.number.add(present);
    });
    for (const auto& [values, alike] : rows) {
        addEntries(item, alike.row, alike.number, scene.dark, found);
    }
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
        forEachShown(*item.data, scene, view, [&](std::uint32_t row, core::Presence present) {
            LegendEntry& counted = isLastSeen(layer, row, scene) ? last : entry;
            ++(present == core::Presence::certain ? counted.certain : counted.possible);
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
