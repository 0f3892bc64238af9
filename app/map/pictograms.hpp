// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QRectF>

#include <cstdint>
#include <string_view>

class QPainter;
class QColor;

namespace masar::app {

/// The pictograms of resources/symbols, by what a feature is; the shaders count on the order.
enum class Pictogram : std::uint8_t { none, base, airfield, oilGas, crossing, camp, point };
inline constexpr int kPictograms = 6;

/// Of a `kind` (data/README.md); none for a word of the user's own.
[[nodiscard]] Pictogram pictogramOf(std::string_view kind);

/// Paints one into a box in one colour.
void paintPictogram(QPainter& painter, const QRectF& box, Pictogram pictogram,
                    const QColor& colour);

/// All of them side by side in cells of so many pixels, as opacity (QImage::Format_Alpha8).
[[nodiscard]] QImage pictogramStrip(int cell);

} // namespace masar::app
