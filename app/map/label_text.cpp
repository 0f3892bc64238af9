// SPDX-License-Identifier: Apache-2.0
#include "app/map/label_text.hpp"

#include "app/map/fonts.hpp"

#include <QFontMetricsF>
#include <QTransform>

#include <algorithm>
#include <array>
#include <optional>

namespace masar::app {

namespace {

/// Texts are measured and drawn at this size and then made smaller: sizes in parts of a pixel, and
/// nothing that depends on hinting.
constexpr int kDesignPixels = 100;
constexpr QChar kRightToLeftMark(0x200F);

struct Look {
    double pixels;
    bool bold;
    double spacing; ///< percent of letter spacing; none for joined scripts
    bool italic;
    double halo;
    double thickened; ///< a weight between regular and bold
};

constexpr std::array<Look, kLabelKinds> kLooks{{
    {13.5, true, 130, false, 1.7, 0},     // country
    {13, false, 116, true, 1.2, 0},       // sea
    {10.5, false, 125, false, 1.4, 0},    // admin
    {10.5, false, 102, true, 1.3, 0},     // lake
    {14, true, 100, false, 1.8, 0},       // large city
    {12.5, false, 100, false, 1.6, 0.35}, // city
    {11.5, false, 100, false, 1.5, 0.1},  // town
    {10.5, false, 100, false, 1.4, 0},    // village
    {10.5, false, 112, true, 1.4, 0},     // river
    {12.5, true, 100, false, 2.0, 0},     // site
    {11, false, 100, false, 1.6, 0.2},    // feature
}};

const Look& textLookOf(LabelKind kind)
{
    return kLooks[static_cast<std::size_t>(kind)];
}

bool joined(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Arabic; });
}

/// Arabic letters look smaller than Latin ones of the same size.
double scaleOf(TextStyle style, bool arabic)
{
    const double size =
        textLookOf(style.kind).pixels * (arabic ? 1.14 : 1.0) * (style.second ? 0.92 : 1);
    return size / kDesignPixels;
}

QFont fontOf(TextStyle style, bool arabic)
{
    const Look& look = textLookOf(style.kind);
    QFont font = mapFont(kDesignPixels, look.bold && !style.second);
    if (!arabic) {
        font.setItalic(look.italic);
        font.setLetterSpacing(QFont::PercentageSpacing, look.spacing);
    }
    return font;
}

/// How wide letters run, kept: looking up a font costs more than measuring with it.
const QFontMetricsF& metricsOf(TextStyle style, bool arabic)
{
    thread_local std::array<std::optional<QFontMetricsF>, 4 * kLabelKinds> kept;
    auto& metrics = kept[4 * static_cast<std::size_t>(style.kind) + (style.second ? 2U : 0U) +
                         (arabic ? 1U : 0U)];
    if (!metrics) {
        metrics.emplace(fontOf(style, arabic));
    }
    return *metrics;
}

} // namespace

double haloOf(TextStyle style)
{
    return textLookOf(style.kind).halo;
}

TextExtent textExtent(const QString& text, TextStyle style)
{
    const bool arabic = joined(text);
    const double em = scaleOf(style, arabic) * kDesignPixels;
    const double advance = metricsOf(style, arabic).horizontalAdvance(text) * em / kDesignPixels;
    return arabic ? TextExtent{advance, 0.90 * em, 0.34 * em, 0.25 * em}
                  : TextExtent{advance, 0.77 * em, 0.22 * em, 0.34 * em};
}

TextOutline textOutline(const QString& text, TextStyle style)
{
    const bool arabic = joined(text);
    const double scale = scaleOf(style, arabic);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addText(0, 0, fontOf(style, arabic), text);
    return {QTransform::fromScale(scale, scale).map(path),
            style.second ? 0 : textLookOf(style.kind).thickened};
}

QString rightToLeft(const QString& text)
{
    return text.isEmpty() ? text : kRightToLeftMark + text;
}

} // namespace masar::app
