// SPDX-License-Identifier: Apache-2.0
#include "app/models/legend.hpp"

#include "app/map/map_theme.hpp"

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
    const core::Span& span = layer.spans[row];
    if (!span.dated()) {
        return scene.showUndated ? 2 : 0;
    }
    return static_cast<int>(core::presence(span, scene.window));
}

using Key = std::tuple<LegendEntry::Kind, Shape, Status, bool, std::string>;

/// The rows of a layer whose statuses decide its look, gathered by look.
void gather(const SceneLayer& item, const Scene& scene, std::map<Key, LegendEntry>& found)
{
    const core::Layer& layer = item.data->layer;
    const core::PropertyTable& fields = layer.properties;
    const auto value = [&fields](std::string_view name, std::size_t row) {
        return fields.text(name, row).value_or(std::string());
    };
    for (std::size_t row = 0; row < layer.rowCount(); ++row) {
        const int present = shown(layer, row, scene);
        if (present == 0) {
            continue;
        }
        const std::string word = value("status", row);
        const std::string what = value("kind", row);
        const std::string basis = value("basis", row);
        LegendEntry entry;
        entry.kind = kindOf(layer.geometry, row);
        entry.status = statusFrom(word);
        const bool place = entry.kind == LegendEntry::Kind::point;
        entry.shape = what == "crossing" ? Shape::square
                      : what == "camp"   ? Shape::triangle
                                         : shapeOf(entry.status);
        const bool byKind = !place || entry.shape == Shape::square ||
                            entry.shape == Shape::triangle || entry.status == Status::reference;
        entry.dashed =
            entry.kind == LegendEntry::Kind::line && (basis == "inferred" || basis == "estimated");
        entry.colour = entry.status == Status::none
                           ? layerColour(item.colour, scene.dark)
                           : mapTheme(scene.dark).status[paletteIndex(entry.status)];
        entry.label = byKind ? kindText(what) : statusText(word);
        const Key key{entry.kind, place ? entry.shape : Shape::dot, entry.status, entry.dashed,
                      byKind ? what : word};
        LegendEntry& sum = found.try_emplace(key, entry).first->second;
        ++(present == 2 ? sum.certain : sum.possible);
    }
}

} // namespace

std::vector<LegendEntry> legendOf(const Scene& scene,
                                  const std::function<QString(quint64 layerId)>& nameOf)
{
    std::map<Key, LegendEntry> found;
    std::vector<LegendEntry> entries;
    for (const SceneLayer& item : scene.layers) {
        if (!item.visible) {
            continue;
        }
        const core::Layer& layer = item.data->layer;
        if (layer.properties.find("status")) {
            gather(item, scene, found);
            continue;
        }
        const core::Tally now = core::tally(layer, item.data->index, scene.window);
        LegendEntry entry;
        entry.certain = now.certain + (scene.showUndated ? now.undated : 0);
        entry.possible = now.possible;
        if (entry.certain + entry.possible == 0) {
            continue;
        }
        entry.kind =
            layer.counts.polygon > layer.counts.point && layer.counts.polygon >= layer.counts.line
                ? LegendEntry::Kind::area
            : layer.counts.line > layer.counts.point ? LegendEntry::Kind::line
                                                     : LegendEntry::Kind::point;
        entry.colour = layerColour(item.colour, scene.dark);
        entry.label = nameOf(item.data->id);
        entries.push_back(entry);
    }
    std::vector<LegendEntry> result;
    std::ranges::transform(found, std::back_inserter(result),
                           [](const auto& pair) { return pair.second; });
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
