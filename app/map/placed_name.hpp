// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/label_solver.hpp"
#include "app/map/label_text.hpp"
#include "app/map/map_scene.hpp"

#include <QPointF>
#include <QString>

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace masar::app {

/// A line of text and where its baseline begins, from the label's place, logical pixels.
struct NameLine {
    QString text;
    TextStyle style;
    QPointF start;
};

/// A name that has its place on the map, from a zoom on.
struct PlacedName {
    core::MercatorPoint at;
    LabelKind kind = LabelKind::town;
    bool capital = false;
    std::vector<NameLine> lines;
    LabelShape shape;
    double minZoom = 0;
    double maxZoom = LabelSolver::never;
    /// For a name that follows a river: whose course, where on it (units), whether against it, and
    /// how long the text is. The lines' y is their distance from the course then.
    const RiverCourse* river = nullptr;
    double along = 0;
    bool upstream = false;
    double length = 0;
    double rank = 0;            ///< of the river
    double top = 0, bottom = 0; ///< how far it reaches across the river, pixels; up is negative

    /// Beside a symbol that covers its dot, which shows from a zoom on.
    bool aside = false;
    double dotFrom = 0;

    /// `from` stands for minZoom, where something else makes it wait.
    [[nodiscard]] bool showsAt(double zoom, double from) const
    {
        return zoom >= from && zoom < maxZoom;
    }
};

/// The text of a name in one language or two, before it has its place.
class NameBlock {
public:
    /// `arabic` may be empty, and either stands in for the other.
    NameBlock(const QString& name, const QString& arabic, MapLanguage language, LabelKind kind);

    /// Where a text may stand around a place.
    enum class Side {
        right,
        left,
        above,
        below,
        aboveRight,
        belowRight,
        aboveLeft,
        belowLeft,
        centre
    };
    /// All of them around it, the best first: the side from which its script is read.
    using Sides = std::array<Side, 8>;
    [[nodiscard]] const Sides& around() const;
    struct Stand {
        Side side = Side::right;
        double gap = 0; ///< from the place
        QPointF shift = {};
    };
    [[nodiscard]] std::vector<NameLine> lines(const Stand& stand) const;
    /// The box of those lines with some air around it.
    [[nodiscard]] QRectF box(const Stand& stand) const;

    [[nodiscard]] bool empty() const { return m_lines.empty(); }

private:
    struct Line {
        QString text;
        TextStyle style;
        TextExtent extent;
    };
    [[nodiscard]] QPointF topLeft(const Stand& stand) const;

    std::vector<Line> m_lines;
    double m_width = 0;
    double m_height = 0;
    bool m_rightToLeft = false;
};

/// The radius of the dot that marks a town; 0 for kinds without.
[[nodiscard]] double dotRadius(LabelKind kind);
/// What such a dot covers.
[[nodiscard]] QRectF dotBox(LabelKind kind);
/// Between a symbol's place and a name beside it, pixels.
inline constexpr double kSymbolGap = 13;

/// What is known of the basemap's names before any has its place.
struct BasemapTexts {
    std::vector<NameBlock> labels; ///< of Basemap::labels
    std::vector<PlacedName>
        onRiver; ///< where names could follow rivers: from which zoom on, at best
};

/// Gives the names of the basemap their places, those that matter most first: each a side, and the
/// zoom from which it is free of those before it. The same for every view.
class BasemapNames {
public:
    /// `texts` are those of textsOf().
    /// `symbols` are those of the user's layers: where one covers the dot of a town, the town's
    /// name may stand beyond it.
    BasemapNames(const Basemap& basemap, const BasemapTexts& texts, const LabelSolver& symbols);

    /// Countries, seas, capitals and large cities, which go before what the user's layers name.
    /// Sides that `avoid` leaves free are preferred.
    void placeMajor(const LabelSolver& avoid) { place(0, m_majorCount, avoid); }
    /// All others, after placeMajor(): cities, great rivers from afar, all else, other rivers.
    void placeMinor(const LabelSolver& avoid);

    [[nodiscard]] const std::vector<PlacedName>& names() const { return m_names; }
    [[nodiscard]] std::vector<PlacedName> take() { return std::move(m_names); }
    /// Where the names of cities would like to stand: what can make way for them does.
    [[nodiscard]] const LabelSolver& cities() const { return m_cities; }

private:
    struct Options;
    struct Choice {
        std::size_t option = 0;
        double minZoom = LabelSolver::never;
    };
    [[nodiscard]] static Options optionsOf(const BasemapLabel& label, const NameBlock& text,
                                           bool covered = false);
    void place(std::size_t from, std::size_t to, const LabelSolver& avoid);
    /// Which names of rivers, and how.
    struct RiverPass {
        double lastRank, lastZoom; ///< at which a name still comes
        std::vector<double>
            shortest; ///< zooms that it must stay for: first, and where room is left
        double apart; ///< pixels between two names of one river
    };
    void placeRivers(const LabelSolver& avoid, const RiverPass& pass);
    [[nodiscard]] Choice choose(const BasemapLabel& label, const Options& options,
                                const LabelSolver& avoid) const;

    const std::vector<BasemapLabel>& m_labels;
    const BasemapTexts& m_texts;
    const LabelSolver& m_symbols;
    std::vector<std::size_t> m_order;
    std::size_t m_majorCount = 0, m_cityCount = 0;
    LabelSolver m_cities, m_solver;
    struct OnRiver {
        double along;
        LabelSolver::ZoomRange zooms;
    };
    std::map<const RiverCourse*, std::vector<OnRiver>> m_onRivers;
    std::vector<PlacedName> m_names;
};

/// The texts of the basemap's labels, measured at the first call and kept with the basemap. Any
/// thread.
[[nodiscard]] std::shared_ptr<const BasemapTexts> textsOf(const Basemap& basemap,
                                                          MapLanguage language);

} // namespace masar::app
