// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/basemap.hpp"

#include <QPainterPath>
#include <QString>

namespace masar::app {

/// How a line of a label is set.
struct TextStyle {
    LabelKind kind = LabelKind::town;
    bool second = false; ///< the lower line of a name in two languages

    bool operator==(const TextStyle&) const = default;
};

/// The room of a line of text, logical pixels.
struct TextExtent {
    double advance = 0;
    double ascent = 0;  ///< above the baseline
    double descent = 0; ///< below it
    double middle = 0;  ///< how far the optical middle of the letters is above the baseline

    [[nodiscard]] double height() const { return ascent + descent; }
};

/// The width of the halo around letters.
[[nodiscard]] double haloOf(TextStyle style);

/// Measured, not drawn; the same on every host. Any thread.
[[nodiscard]] TextExtent textExtent(const QString& text, TextStyle style);

/// The outline of a text, shaped (Arabic joins and runs from right to left), with its baseline on
/// y = 0 from x = 0; logical pixels. `thickened` is the width of the stroke that gives it weight.
struct TextOutline {
    QPainterPath path;
    double thickened = 0;
};
[[nodiscard]] TextOutline textOutline(const QString& text, TextStyle style);

/// A name of an Arabic field, so marked that it runs from right to left even if it begins with
/// Latin letters or digits ("M4 طريق").
[[nodiscard]] QString rightToLeft(const QString& text);

} // namespace masar::app
