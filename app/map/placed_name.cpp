// SPDX-License-Identifier: Apache-2.0
#include "app/map/placed_name.hpp"

#include <algorithm>

namespace masar::app {

NameBlock::NameBlock(const QString& name, const QString& arabic, MapLanguage language,
                     LabelKind kind)
{
    const QString& latin = name.isEmpty() ? arabic : name;
    const auto add = [&](const QString& text, bool second) {
        if (!text.isEmpty()) {
            const TextStyle style{kind, second};
            m_lines.push_back({text, style, textExtent(text, style)});
        }
    };
    const bool arabicFirst = language == MapLanguage::arabic || name.isEmpty();
    if (arabicFirst && !arabic.isEmpty()) {
        m_rightToLeft = true;
        add(rightToLeft(arabic), false);
    } else {
        add(latin, false);
        if (language == MapLanguage::both && arabic != latin) {
            add(rightToLeft(arabic), true);
        }
    }
    for (const Line& line : m_lines) {
        m_width = std::max(m_width, line.extent.advance);
        m_height += line.extent.height();
    }
}

const NameBlock::Sides& NameBlock::around() const
{
    static constexpr Sides latin{Side::right,     Side::left,       Side::above,
                                 Side::below,     Side::aboveRight, Side::belowRight,
                                 Side::aboveLeft, Side::belowLeft};
    static constexpr Sides arabic{Side::left,       Side::right,     Side::above,
                                  Side::below,      Side::aboveLeft, Side::belowLeft,
                                  Side::aboveRight, Side::belowRight};
    return m_rightToLeft ? arabic : latin;
}

QPointF NameBlock::topLeft(const Stand& stand) const
{
    const double gap = stand.gap;
    const TextExtent& first = m_lines.front().extent;
    // Beside its place the first line has its letters' middle there.
    const double beside = first.middle - first.ascent;
    const double near = gap * 0.7;
    switch (stand.side) {
    case Side::right:
        return {gap, beside};
    case Side::left:
        return {-gap - m_width, beside};
    case Side::above:
        return {-m_width / 2, -gap - m_height};
    case Side::below:
        return {-m_width / 2, gap};
    case Side::aboveRight:
        return {near, -near - m_height};
    case Side::belowRight:
        return {near, near};
    case Side::aboveLeft:
        return {-near - m_width, -near - m_height};
    case Side::belowLeft:
        return {-near - m_width, near};
    case Side::centre:
        break;
    }
    return QPointF(-m_width / 2, -m_height / 2) + stand.shift;
}

std::vector<NameLine> NameBlock::lines(const Stand& stand) const
{
    const QPointF corner = topLeft(stand);
    const Side side = stand.side;
    const bool toLeft = side == Side::right || side == Side::aboveRight || side == Side::belowRight;
    const bool toRight = side == Side::left || side == Side::aboveLeft || side == Side::belowLeft;
    std::vector<NameLine> result;
    double y = corner.y();
    for (const Line& line : m_lines) {
        const double room = m_width - line.extent.advance;
        const double x = corner.x() + (toLeft ? 0 : toRight ? room : room / 2);
        result.push_back({line.text, line.style, {x, y + line.extent.ascent}});
        y += line.extent.height();
    }
    return result;
}

QRectF NameBlock::box(const Stand& stand) const
{
    constexpr double airAside = 3;
    constexpr double airAbove = 1;
    return QRectF(topLeft(stand), QSizeF(m_width, m_height))
        .adjusted(-airAside, -airAbove, airAside, airAbove);
}

double dotRadius(LabelKind kind)
{
    switch (kind) {
    case LabelKind::cityLarge:
        return 3.8;
    case LabelKind::city:
        return 3.2;
    case LabelKind::town:
        return 2.6;
    case LabelKind::village:
        return 2.1;
    default:
        return 0;
    }
}

QRectF dotBox(LabelKind kind)
{
    const double reach = dotRadius(kind) + 0.5;
    return {-reach, -reach, 2 * reach, 2 * reach};
}

} // namespace masar::app
