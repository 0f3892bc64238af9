// SPDX-License-Identifier: Apache-2.0
#include "app/services/picture_furniture.hpp"

#include "app/map/fonts.hpp"
#include "app/map/map_theme.hpp"
#include "app/models/north_arrow.hpp"
#include "app/models/scale_bar.hpp"
#include "app/models/symbol_item.hpp"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextOption>

namespace masar::app {

namespace {

struct FurnitureWords {
    Q_DECLARE_TR_FUNCTIONS(PictureFurniture)
};

/// Lays boxes of furniture along the edges; x runs from the reading direction's start.
class FurniturePainter {
public:
    FurniturePainter(QImage& picture, const Furniture& furniture, const Camera& camera)
        : m_painter(&picture), m_furniture(furniture), m_camera(camera),
          m_theme(mapTheme(furniture.dark)), m_size(camera.size)
    {
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        m_painter.setLayoutDirection(furniture.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    }

    void draw()
    {
        setFooter();
        drawHeading();
        drawLegend();
        drawScale();
        drawNorth();
        drawFooter();
    }

private:
    static constexpr double kMargin = 14;
    static constexpr double kFooterLine = 24;

    QRectF mirrored(QRectF rect) const
    {
        if (m_furniture.rightToLeft) {
            rect.moveLeft(m_size.width() - rect.right());
        }
        return rect;
    }

    void panel(const QRectF& rect)
    {
        QColor paper = m_theme.ground;
        paper.setAlphaF(0.92F);
        QColor edge = m_theme.siteText;
        edge.setAlphaF(0.14F);
        m_painter.setPen(QPen(edge, 1));
        m_painter.setBrush(paper);
        m_painter.drawRoundedRect(rect, 6, 6);
    }

    void text(const QRectF& rect, const QString& words, const QFont& withFont, const QColor& colour,
              Qt::Alignment alignment = Qt::AlignLeft)
    {
        m_painter.setFont(withFont);
        m_painter.setPen(colour);
        const auto direction = m_furniture.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
        QTextOption option(visualAlignment(direction, alignment));
        option.setTextDirection(direction);
        option.setWrapMode(QTextOption::NoWrap);
        m_painter.drawText(rect, words, option);
    }

    static Qt::Alignment visualAlignment(Qt::LayoutDirection direction, Qt::Alignment alignment)
    {
        if (direction == Qt::RightToLeft && alignment.testFlag(Qt::AlignLeft)) {
            return Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute;
        }
        return alignment | Qt::AlignVCenter | Qt::AlignAbsolute;
    }

    void drawHeading()
    {
        const QFont titleFont = mapFont(17, true);
        const QFont dateFont = mapFont(m_furniture.title.isEmpty() ? 17 : 14);
        const QString date =
            m_furniture.zone.isEmpty()
                ? m_furniture.date
                : QStringLiteral("%1 (%2)").arg(m_furniture.date, m_furniture.zone);
        const double titleHeight =
            m_furniture.title.isEmpty() ? 0 : QFontMetricsF(titleFont).height();
        const double dateHeight = date.isEmpty() ? 0 : QFontMetricsF(dateFont).height();
        if (titleHeight + dateHeight == 0) {
            return;
        }
        const double width = std::max(QFontMetricsF(titleFont).horizontalAdvance(m_furniture.title),
                                      QFontMetricsF(dateFont).horizontalAdvance(date)) +
                             4;
        const QRectF box = mirrored({kMargin, kMargin, width + 24, titleHeight + dateHeight + 16});
        panel(box);
        const QRectF inner = box.adjusted(12, 8, -12, -8);
        text({inner.topLeft(), QSizeF(inner.width(), titleHeight)}, m_furniture.title, titleFont,
             m_theme.siteText);
        text({inner.left(), inner.top() + titleHeight, inner.width(), dateHeight}, date, dateFont,
             m_furniture.title.isEmpty() ? m_theme.siteText : m_theme.townText);
    }

    void drawLegend()
    {
        if (m_furniture.legend.empty()) {
            return;
        }
        const QFont lineFont = mapFont(12);
        const QFontMetricsF metrics(lineFont);
        const double row = std::max(20.0, metrics.height() + 3);
        double width = 0;
        for (const LegendEntry& line : m_furniture.legend) {
            width = std::max(width, metrics.horizontalAdvance(line.label));
        }
        const double height = row * static_cast<double>(m_furniture.legend.size()) + 16;
        const QRectF box = mirrored(
            {kMargin, m_size.height() - kMargin - m_footer - height, width + 30 + 26, height});
        panel(box);
        double y = box.top() + 8 + row / 2;
        for (const LegendEntry& line : m_furniture.legend) {
            const double symbol = m_furniture.rightToLeft ? box.right() - 21 : box.left() + 21;
            paintSymbol(m_painter, {symbol - 9, y - 9, 18, 18}, line, m_theme.ground);
            const QRectF words =
                m_furniture.rightToLeft
                    ? QRectF(box.left() + 12, y - row / 2, box.width() - 12 - 36, row)
                    : QRectF(box.left() + 36, y - row / 2, box.width() - 48, row);
            text(words, line.label, lineFont, m_theme.siteText);
            y += row;
        }
    }

    void drawScale()
    {
        const ScaleLength length = scaleLength(m_camera.metresPerPixel(), 140, m_furniture.units);
        const QFont scaleFont = mapFont(11);
        const QRectF box =
            mirrored({m_size.width() - kMargin - length.pixels - 20,
                      m_size.height() - kMargin - m_footer - 32, length.pixels + 20, 32});
        panel(box);
        text({box.left(), box.top() + 3, box.width(), 15},
             roundLengthText(length.metres, m_furniture.units), scaleFont, m_theme.siteText,
             Qt::AlignHCenter);
        m_painter.setPen(QPen(m_theme.siteText, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        const double y = box.bottom() - 8;
        m_painter.drawPolyline(QPolygonF{{box.left() + 10, y - 5},
                                         {box.left() + 10, y},
                                         {box.right() - 10, y},
                                         {box.right() - 10, y - 5}});
    }

    /// Over the scale, where something else than north is up.
    void drawNorth()
    {
        constexpr double side = 44;
        constexpr double aboveScale = 32 + 8;
        if (!m_camera.turned()) {
            return;
        }
        const QRectF box =
            mirrored({m_size.width() - kMargin - side,
                      m_size.height() - kMargin - m_footer - aboveScale - side, side, side});
        panel(box);
        paintNorthArrow(m_painter, box, m_camera.bearingDeg, m_theme.siteText);
    }

    /// The counts and the attribution share a line if both fit; else the attribution has lines of
    /// its own. It is never cut.
    void setFooter()
    {
        const QFontMetricsF metrics(mapFont(11));
        const double room = m_size.width() - 2 * kMargin;
        const double apart = 24;
        m_footerShared = metrics.horizontalAdvance(m_furniture.tally) + apart +
                             metrics.horizontalAdvance(m_furniture.attribution) <=
                         room;
        const double credit =
            metrics.boundingRect(QRectF(0, 0, room, 1e6), Qt::TextWordWrap, m_furniture.attribution)
                .height();
        m_footer = m_footerShared || m_furniture.attribution.isEmpty() ? kFooterLine
                                                                       : kFooterLine + credit + 4;
    }

    void drawFooter()
    {
        const QRectF strip(0, m_size.height() - m_footer, m_size.width(), m_footer);
        QColor paper = m_theme.ground;
        paper.setAlphaF(0.86F);
        m_painter.fillRect(strip, paper);
        const QFont footFont = mapFont(11);
        const QRectF inner = strip.adjusted(kMargin, 0, -kMargin, 0);
        const QRectF first(inner.left(), inner.top(), inner.width(), kFooterLine);
        text(first, m_furniture.tally, footFont, m_theme.siteText);
        if (m_footerShared) {
            const double width =
                QFontMetricsF(footFont).horizontalAdvance(m_furniture.attribution) + 2;
            const QRectF end = m_furniture.rightToLeft
                                   ? QRectF(first.left(), first.top(), width, kFooterLine)
                                   : QRectF(first.right() - width, first.top(), width, kFooterLine);
            text(end, m_furniture.attribution, footFont, m_theme.townText);
        } else {
            m_painter.setFont(footFont);
            m_painter.setPen(m_theme.townText);
            m_painter.drawText(inner.adjusted(0, kFooterLine - 2, 0, 0),
                               Qt::AlignLeft | Qt::TextWordWrap, m_furniture.attribution);
        }
    }

    QPainter m_painter;
    const Furniture& m_furniture;
    const Camera& m_camera;
    const MapTheme& m_theme;
    QSizeF m_size;
    double m_footer = kFooterLine; ///< height
    bool m_footerShared = true;
};

} // namespace

core::Tally tallyOf(const Scene& scene)
{
    core::Tally sum;
    for (const SceneLayer& layer : scene.layers) {
        if (!layer.visible) {
            continue;
        }
        const core::Tally one = core::tally(layer.data->layer, layer.data->index, scene.window);
        sum.certain += one.certain;
        sum.possible += one.possible;
        sum.outside += one.outside;
        sum.undated += one.undated;
        sum.noPlace += one.noPlace;
        sum.rejected += one.rejected;
    }
    return sum;
}

std::vector<TallyPart> partsOf(const core::Tally& tally, const QLocale& locale)
{
    using Which = FeatureListModel::Which;
    std::vector<TallyPart> parts;
    const auto add = [&](Which which, std::uint64_t n, const QString& words) {
        if (n > 0 || which == Which::Certain) {
            parts.push_back({which, words.arg(locale.toString(static_cast<qulonglong>(n)))});
        }
    };
    add(Which::Certain, tally.certain, FurnitureWords::tr("%1 certain"));
    add(Which::Possible, tally.possible, FurnitureWords::tr("%1 possible"));
    add(Which::Outside, tally.outside, FurnitureWords::tr("%1 outside this time"));
    add(Which::Undated, tally.undated, FurnitureWords::tr("%1 undated"));
    add(Which::NoPlace, tally.noPlace, FurnitureWords::tr("%1 without a place"));
    add(Which::Rejected, tally.rejected, FurnitureWords::tr("%1 unreadable"));
    return parts;
}

QString tallyText(const core::Tally& tally, const QLocale& locale)
{
    QStringList texts;
    for (const TallyPart& part : partsOf(tally, locale)) {
        texts << part.text;
    }
    return texts.join(FurnitureWords::tr(", "));
}

void drawFurniture(QImage& picture, const Furniture& furniture, const Camera& camera)
{
    FurniturePainter(picture, furniture, camera).draw();
}

} // namespace masar::app
