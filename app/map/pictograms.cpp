// SPDX-License-Identifier: Apache-2.0
#include "app/map/pictograms.hpp"

#include <QColor>
#include <QPainter>
#include <QSvgRenderer>

#include <array>

namespace masar::app {

namespace {

constexpr std::array<const char*, kPictograms> kNames{"base",     "airfield", "oil-gas",
                                                      "crossing", "camp",     "point"};

} // namespace

Pictogram pictogramOf(std::string_view kind)
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kind == kNames[i]) {
            return static_cast<Pictogram>(i + 1);
        }
    }
    return Pictogram::none;
}

void paintPictogram(QPainter& painter, const QRectF& box, Pictogram pictogram, const QColor& colour)
{
    if (pictogram == Pictogram::none) {
        return;
    }
    const char* name = kNames[static_cast<std::size_t>(pictogram) - 1];
    QSvgRenderer svg(QStringLiteral(":/masar/symbols/%1.svg").arg(QLatin1StringView(name)));
    const double ratio = painter.device()->devicePixelRatioF() * painter.worldTransform().m11();
    QImage mask((box.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    mask.fill(Qt::transparent);
    QPainter inside(&mask);
    svg.render(&inside, QRectF(QPointF(0, 0), mask.size()));
    inside.setCompositionMode(QPainter::CompositionMode_SourceIn);
    inside.fillRect(mask.rect(), colour);
    inside.end();
    painter.drawImage(box, mask);
}

QImage pictogramStrip(int cell)
{
    QImage strip(cell * kPictograms, cell, QImage::Format_ARGB32_Premultiplied);
    strip.fill(Qt::transparent);
    QPainter painter(&strip);
    for (int i = 0; i < kPictograms; ++i) {
        paintPictogram(painter, QRectF(i * cell, 0, cell, cell), static_cast<Pictogram>(i + 1),
                       Qt::black);
    }
    painter.end();
    return strip.convertToFormat(QImage::Format_Alpha8);
}

} // namespace masar::app
