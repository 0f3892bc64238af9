// SPDX-License-Identifier: Apache-2.0
#include "app/map/placed_name.hpp"
#include "app/map/river_names.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <utility>

namespace masar::app {

namespace {

using Side = NameBlock::Side;

constexpr double kTownGap = 2.5; ///< between a town's dot and its name
constexpr int kLastCity = 4;
constexpr int kLastMajor = 3; ///< the last precedence of those that go before sites

/// Which kinds go first where there is not room for all.
int precedence(const BasemapLabel& label)
{
    if (label.capital) {
        return 2;
    }
    switch (label.kind) {
    case LabelKind::country:
    case LabelKind::sea:
        return 1;
    case LabelKind::cityLarge:
        return 3;
    case LabelKind::city:
        return 4;
    case LabelKind::town:
        return 5;
    case LabelKind::lake:
        return 6;
    case LabelKind::admin:
        return 7;
    default:
        return 8;
    }
}

/// What is left around a zoom of a range without others; empty if the zoom itself is taken.
LabelSolver::ZoomRange gapAround(double zoom, LabelSolver::ZoomRange gap,
                                 const std::vector<LabelSolver::ZoomRange>& taken)
{
    if (zoom < gap.from || zoom >= gap.to) {
        return {zoom, zoom};
    }
    for (const LabelSolver::ZoomRange& range : taken) {
        if (range.from >= range.to) {
            continue;
        }
        if (range.to <= zoom) {
            gap.from = std::max(gap.from, range.to);
        } else if (range.from > zoom) {
            gap.to = std::min(gap.to, range.from);
        } else {
            return {zoom, zoom};
        }
    }
    return gap;
}

} // namespace

/// The ways in which a name may stand.
struct BasemapNames::Options {
    std::array<NameBlock::Stand, LabelSolver::mostOptions> stands;
    std::array<LabelShape, LabelSolver::mostOptions> shapes;
    std::size_t count = 0;

    void add(const NameBlock::Stand& stand, const NameBlock& block)
    {
        stands[count] = stand;
        shapes[count++].add(block.box(stand));
    }
    [[nodiscard]] std::span<const LabelShape> all() const { return std::span(shapes).first(count); }
    /// Whether a name stands so beside a symbol.
    [[nodiscard]] bool aside(std::size_t i) const { return stands[i].gap == kSymbolGap; }
};

BasemapNames::Options BasemapNames::optionsOf(const BasemapLabel& label, const NameBlock& text,
                                              bool covered)
{
    Options options;
    const double radius = dotRadius(label.kind);
    if (radius > 0) {
        for (const Side side : text.around()) {
            options.add({side, radius + kTownGap}, text);
            options.shapes[options.count - 1].add(dotBox(label.kind));
        }
        if (covered) { // the dot lies under a symbol: the name beside that
            for (const Side side : text.around()) {
                options.add({side, kSymbolGap}, text);
            }
        }
        return options;
    }
    // In the middle of what is named, or a little aside.
    constexpr double reach = 14;
    for (const QPointF way :
         {QPointF(0, 0), QPointF(0, -1), QPointF(0, 1), QPointF(-2, 0), QPointF(2, 0),
          QPointF(-2, -1), QPointF(2, -1), QPointF(-2, 1), QPointF(2, 1)}) {
        options.add({Side::centre, 0, way * reach}, text);
    }
    return options;
}

BasemapNames::BasemapNames(const Basemap& basemap, const BasemapTexts& texts,
                           const LabelSolver& symbols)
    : m_labels(basemap.labels), m_texts(texts), m_symbols(symbols)
{
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        if (!m_texts.labels[i].empty()) {
            m_order.push_back(i);
        }
    }
    std::ranges::stable_sort(m_order, {}, [this](std::size_t i) {
        return std::pair(precedence(m_labels[i]), m_labels[i].rank);
    });
    m_majorCount = static_cast<std::size_t>(std::ranges::count_if(
        m_order, [this](std::size_t i) { return precedence(m_labels[i]) <= kLastMajor; }));
    m_cityCount = static_cast<std::size_t>(std::ranges::count_if(
        m_order, [this](std::size_t i) { return precedence(m_labels[i]) <= kLastCity; }));
    for (const std::size_t i : m_order) {
        const BasemapLabel& label = m_labels[i];
        if (label.capital || label.kind == LabelKind::cityLarge || label.kind == LabelKind::city) {
            m_cities.place(label.at, optionsOf(label, m_texts.labels[i]).shapes.front(),
                           label.minZoom);
        }
    }
}

BasemapNames::Choice BasemapNames::choose(const BasemapLabel& label, const Options& options,
                                          const LabelSolver& avoid) const
{
    constexpr double patience = 0.25; // for a way that looks better
    const auto zooms = m_solver.freeZooms(label.at, options.all(), label.minZoom, label.maxZoom);
    const auto beside = avoid.freeZooms(label.at, options.all(), label.minZoom, label.maxZoom);
    const auto cities =
        label.kind == LabelKind::country
            ? m_cities.freeZooms(label.at, options.all(), label.minZoom, label.maxZoom)
            : LabelSolver::Zooms{};
    Choice best;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < options.count; ++i) {
        const double aside = options.aside(i) ? 2 * patience : 0;
        const double cost = std::max(zooms[i], beside[i]) + cities[i] / 2 + aside;
        if (cost < least - (i > 0 ? patience : 0)) {
            least = cost;
            best = {i, zooms[i]};
        }
    }
    return best;
}

void BasemapNames::place(std::size_t from, std::size_t to, const LabelSolver& avoid)
{
    for (std::size_t i = from; i < to; ++i) {
        const BasemapLabel& label = m_labels[m_order[i]];
        const NameBlock& text = m_texts.labels[m_order[i]];
        LabelShape dot;
        dot.add(dotBox(label.kind));
        const bool covered = dotRadius(label.kind) > 0 &&
                             m_symbols.freeFrom(label.at, dot, label.minZoom) > label.minZoom;
        const Options options = optionsOf(label, text, covered);
        const Choice choice = choose(label, options, avoid);
        if (choice.minZoom >= std::min(label.maxZoom, LabelSolver::never)) {
            continue;
        }
        PlacedName name;
        name.at = label.at;
        name.kind = label.kind;
        name.capital = label.capital;
        name.lines = text.lines(options.stands[choice.option]);
        name.shape = options.shapes[choice.option];
        name.minZoom = choice.minZoom;
        name.maxZoom = label.maxZoom;
        name.aside = options.aside(choice.option);
        m_solver.place(name.at, name.shape, name.minZoom, name.maxZoom);
        m_names.push_back(std::move(name));
    }
}

void BasemapNames::placeMinor(const LabelSolver& avoid)
{
    place(m_majorCount, m_cityCount, avoid);
    placeRivers(avoid, {.lastRank = 1, .lastZoom = 7.5, .shortest = {2}, .apart = 640});
    place(m_cityCount, m_order.size(), avoid);
    placeRivers(avoid, {.lastRank = 9, .lastZoom = 12, .shortest = {3, 1.2}, .apart = 420});
}

void BasemapNames::placeRivers(const LabelSolver& avoid, const RiverPass& pass)
{
    using Range = LabelSolver::ZoomRange;
    LabelSolver rivers; // of this pass
    std::vector<std::vector<Range>> blocked;
    for (const PlacedName& offer : m_texts.onRiver) {
        blocked.emplace_back();
        if (offer.rank > pass.lastRank) {
            continue;
        }
        const Range zooms{offer.minZoom, offer.maxZoom};
        blocked.back() = m_solver.blocked(offer.at, offer.shape, zooms);
        const auto beside = avoid.blocked(offer.at, offer.shape, zooms);
        blocked.back().insert(blocked.back().end(), beside.begin(), beside.end());
    }
    const auto tryAt = [&](double band, double shortest, std::size_t i) {
        const PlacedName& offer = m_texts.onRiver[i];
        Range gap = gapAround(band, {offer.minZoom, offer.maxZoom}, blocked[i]);
        if (offer.rank > pass.lastRank || gap.to - gap.from < shortest) {
            return;
        }
        std::vector<Range> near;
        for (const OnRiver& other : m_onRivers[offer.river]) {
            const double distance = std::max(std::abs(other.along - offer.along), 1.0);
            const double far = std::log2(pass.apart / distance * core::kMercatorWorld / 256);
            near.push_back({other.zooms.from, std::min(far, other.zooms.to)});
        }
        gap = gapAround(band, gap, near);
        if (gap.to - gap.from >= shortest) {
            gap = gapAround(band, gap, rivers.blocked(offer.at, offer.shape, gap));
        }
        if (gap.to - gap.from < shortest) {
            return;
        }
        PlacedName name = offer;
        name.minZoom = gap.from;
        name.maxZoom = gap.to;
        rivers.place(name.at, name.shape, name.minZoom, name.maxZoom);
        m_solver.place(name.at, name.shape, name.minZoom, name.maxZoom);
        m_onRivers[offer.river].push_back({offer.along, gap});
        m_names.push_back(std::move(name));
    };
    for (const double shortest : pass.shortest) {
        for (double band = 5.5; band <= pass.lastZoom; band += 0.5) {
            for (std::size_t i = 0; i < blocked.size(); ++i) {
                tryAt(band, shortest, i);
            }
        }
    }
}

std::shared_ptr<const BasemapTexts> textsOf(const Basemap& basemap, MapLanguage language)
{
    const std::scoped_lock lock(basemap.texts.mutex);
    auto& texts = basemap.texts.byLanguage[static_cast<std::size_t>(language)];
    if (!texts) {
        auto made = std::make_shared<BasemapTexts>();
        made->labels.reserve(basemap.labels.size());
        for (const BasemapLabel& label : basemap.labels) {
            made->labels.emplace_back(label.name, label.arabic, language, label.kind);
        }
        for (const NamedRiver& river : basemap.rivers) {
            offerRiverNames(river, language, made->onRiver);
        }
        texts = std::move(made);
    }
    return texts;
}

} // namespace masar::app
