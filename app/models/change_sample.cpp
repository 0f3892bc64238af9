// SPDX-License-Identifier: Apache-2.0
#include "app/models/change_sample.hpp"

#include "app/models/change_painter.hpp"

namespace masar::app {

ChangeSample::ChangeSample(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setImplicitSize(26, 26);
    connect(this, &ChangeSample::lookChanged, this, [this] { update(); });
}

void ChangeSample::paint(QPainter* painter)
{
    constexpr double room = 34; ///< of a mark on the map, with its badges
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(width() / 2, height() / 2);
    painter->scale(width() / room, height() / room);
    const auto kinds = static_cast<std::uint8_t>(m_kinds);
    const bool gone = (kinds & core::change_kinds::removed) != 0;
    const MapTheme& theme = mapTheme(m_dark);
    if ((kinds & core::change_kinds::moved) != 0) {
        paintChange(*painter, kinds, QPointF(-11, 8), QPointF(4, -2), theme);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.changes[static_cast<std::size_t>(ChangeMark::moved)]);
        painter->drawEllipse(QPointF(4, -2), 4.5, 4.5);
    } else {
        if (!gone) { // the feature itself
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.town);
            painter->drawEllipse(QPointF(), 4.5, 4.5);
        }
        paintChange(*painter, kinds, gone ? std::optional(QPointF()) : std::nullopt,
                    gone ? std::nullopt : std::optional(QPointF()), theme);
    }
}

} // namespace masar::app
