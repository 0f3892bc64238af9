// SPDX-License-Identifier: Apache-2.0
#include "app/map/placed_name.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace masar::app {

namespace {

using Side = NameBlock::Side;

constexpr double kTownGap = 2.5; ///< between a town's dot and its name

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

/// The ways in which a name may stand.
struct Options {
    std::array<NameBlock::Stand, 9> stands;
    std::array<LabelShape, 9> shapes;
    std::size_t count = 0;

    [[nodiscard]] std::span<const LabelShape> all() const { return std::span(shapes).first(count); }
};

Options aroundDot(const NameBlock& block, double radius)
{
    Options options;
    for (const Side side : NameBlock::around) {
        const NameBlock::Stand stand{side, radius + kTownGap};
        LabelShape& shape = options.shapes[options.count];
        shape.add(block.box(stand));
        shape.add(QRectF(-radius - 2, -radius - 2, 2 * radius + 4, 2 * radius + 4));
        options.stands[options.count++] = stand;
    }
    return options;
}

/// In the middle of what is named, or a little aside.
Options centred(const NameBlock& block)
{
    constexpr double reach = 14;
    Options options;
    for (const QPointF way :
         {QPointF(0, 0), QPointF(0, -1), QPointF(0, 1), QPointF(-2, 0), QPointF(2, 0),
          QPointF(-2, -1), QPointF(2, -1), QPointF(-2, 1), QPointF(2, 1)}) {
        const NameBlock::Stand stand{Side::centre, 0, way * reach};
        options.shapes[options.count].add(block.box(stand));
        options.stands[options.count++] = stand;
    }
    return options;
}

class NamePlacer {
public:
    NamePlacer(const Basemap& basemap, const std::vector<NameBlock>& texts,
               const LabelSolver& avoid)
        : m_labels(basemap.labels), m_texts(texts), m_avoid(avoid)
    {
        m_order.resize(m_labels.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::ranges::stable_sort(m_order, {}, [this](std::size_t i) {
            return std::pair(precedence(m_labels[i]), m_labels[i].rank);
        });
    }

    std::vector<PlacedName> run()
    {
        reserveCities();
        for (const std::size_t i : m_order) {
            if (!m_texts[i].empty()) {
                place(m_labels[i], m_texts[i]);
            }
        }
        return std::move(m_names);
    }

private:
    /// Where the names of large cities would like to stand: names of countries, which go before
    /// them, make way if they can.
    void reserveCities()
    {
        for (const std::size_t i : m_order) {
            const BasemapLabel& label = m_labels[i];
            if ((label.kind == LabelKind::cityLarge || label.capital) && !m_texts[i].empty()) {
                m_cities.place(label.at,
                               aroundDot(m_texts[i], dotRadius(label.kind)).shapes.front(),
                               label.minZoom);
            }
        }
    }

    /// The way that is free early and gets least into that of what comes later: of large cities,
    /// for a country, and of the user's layers.
    struct Choice {
        std::size_t option = 0;
        double minZoom = LabelSolver::never;
    };

    Choice choose(const BasemapLabel& label, const Options& options) const
    {
        constexpr double patience = 0.25; // for a way that looks better
        const auto zooms = m_solver.freeZooms(label.at, options.all(), label.minZoom);
        const auto beside = m_avoid.freeZooms(label.at, options.all(), label.minZoom);
        const bool country = label.kind == LabelKind::country;
        const auto cities = country ? m_cities.freeZooms(label.at, options.all(), label.minZoom)
                                    : LabelSolver::Zooms{};
        Choice best;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < options.count; ++i) {
            const double cost = std::max(zooms[i], beside[i]) + cities[i] / 2;
            if (cost < least - (i > 0 ? patience : 0)) {
                least = cost;
                best = {i, zooms[i]};
            }
        }
        return best;
    }

    void place(const BasemapLabel& label, const NameBlock& text)
    {
        const double radius = dotRadius(label.kind);
        const Options options = radius > 0 ? aroundDot(text, radius) : centred(text);
        const Choice choice = choose(label, options);
        if (choice.minZoom >= std::min(label.maxZoom, LabelSolver::never)) {
            return;
        }
        const LabelShape& shape = options.shapes[choice.option];
        m_solver.place(label.at, shape, choice.minZoom, label.maxZoom);
        PlacedName name;
        name.at = label.at;
        name.kind = label.kind;
        name.capital = label.capital;
        name.lines = text.lines(options.stands[choice.option]);
        name.shape = shape;
        name.minZoom = choice.minZoom;
        name.maxZoom = label.maxZoom;
        m_names.push_back(std::move(name));
    }

    const std::vector<BasemapLabel>& m_labels;
    const std::vector<NameBlock>& m_texts;
    const LabelSolver& m_avoid;
    std::vector<std::size_t> m_order;
    LabelSolver m_cities, m_solver;
    std::vector<PlacedName> m_names;
};

} // namespace

std::vector<PlacedName> placeBasemapNames(const Basemap& basemap,
                                          const std::vector<NameBlock>& texts,
                                          const LabelSolver& avoid)
{
    return NamePlacer(basemap, texts, avoid).run();
}

std::shared_ptr<const std::vector<NameBlock>> textsOf(const Basemap& basemap, MapLanguage language)
{
    const std::scoped_lock lock(basemap.texts.mutex);
    auto& texts = basemap.texts.byLanguage[static_cast<std::size_t>(language)];
    if (!texts) {
        auto made = std::make_shared<std::vector<NameBlock>>();
        made->reserve(basemap.labels.size());
        for (const BasemapLabel& label : basemap.labels) {
            made->emplace_back(label.name, label.arabic, language, label.kind);
        }
        texts = std::move(made);
    }
    return texts;
}

} // namespace masar::app
