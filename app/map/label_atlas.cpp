// SPDX-License-Identifier: Apache-2.0
#include "app/map/label_atlas.hpp"

#include "app/map/map_theme.hpp"
#include "app/map/placed_name.hpp"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace masar::app {

namespace {

QColor colourOf(LabelKind kind, const MapTheme& theme)
{
    switch (kind) {
    case LabelKind::country:
        return theme.countryText;
    case LabelKind::sea:
    case LabelKind::lake:
    case LabelKind::river:
        return theme.waterText;
    case LabelKind::admin:
        return theme.adminText;
    case LabelKind::site:
    case LabelKind::feature:
        return theme.siteText;
    default:
        return theme.townText;
    }
}

/// Gives what is painted in a picture a halo: every point takes the most opaque within `radius`,
/// and the picture lies on that. (Stroking the outlines takes ten times as long.)
void addHalo(QImage& picture, double radius, const QColor& colour)
{
    const int width = picture.width();
    const int height = picture.height();
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    std::vector<std::uint8_t> ink(size);
    std::vector<std::uint8_t> halo(size);
    for (int y = 0; y < height; ++y) {
        const auto* line = picture.constScanLine(y);
        for (int x = 0; x < width; ++x) {
            ink[static_cast<std::size_t>(y * width + x)] = line[4 * x + 3];
        }
    }
    const int reach = static_cast<int>(std::ceil(radius));
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const double covered = std::clamp(radius + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
            const auto weight = static_cast<unsigned>(std::lround(covered * 256));
            const int left = std::max(0, -dx);
            const int right = std::min(width, width - dx);
            for (int y = std::max(0, -dy); weight > 0 && y < std::min(height, height - dy); ++y) {
                const std::uint8_t* from = ink.data() + (y + dy) * width + dx;
                std::uint8_t* to = halo.data() + y * width;
                for (int x = left; x < right; ++x) {
                    to[x] = std::max(to[x], static_cast<std::uint8_t>(from[x] * weight >> 8U));
                }
            }
        }
    }
    const std::array<int, 3> channels{colour.red(), colour.green(), colour.blue()};
    const double opacity = colour.alphaF() / 255.0;
    for (int y = 0; y < height; ++y) {
        auto* line = picture.scanLine(y);
        for (int x = 0; x < width; ++x) {
            std::uint8_t* pixel = line + 4 * x;
            const double below =
                halo[static_cast<std::size_t>(y * width + x)] * opacity * (255 - pixel[3]) / 255.0;
            for (std::size_t i = 0; i < 3; ++i) {
                pixel[i] = static_cast<std::uint8_t>(std::lround(pixel[i] + channels[i] * below));
            }
            pixel[3] = static_cast<std::uint8_t>(std::lround(pixel[3] + 255 * below));
        }
    }
}

/// Pieces other than texts have the empty text and a number of their own.
constexpr int kDots = 1000;

} // namespace

void LabelAtlas::setLook(bool dark, double pixelRatio)
{
    if (dark != m_dark || pixelRatio != m_pixelRatio || m_image.isNull()) {
        m_dark = dark;
        m_pixelRatio = pixelRatio;
        clear(smallestSide);
    }
}

void LabelAtlas::clear(int side)
{
    if (m_image.width() != side) {
        m_image = QImage(side, side, QImage::Format_RGBA8888_Premultiplied);
    }
    m_image.fill(Qt::transparent);
    m_pieces.clear();
    m_shelves.clear();
    m_dirty = m_image.rect();
}

void LabelAtlas::restart()
{
    const int side = m_image.width();
    clear(m_restarted ? std::min(side * 2, largestSide) : side);
    m_restarted = true;
}

std::optional<QPoint> LabelAtlas::allocate(QSize size)
{
    const int side = m_image.width();
    for (Shelf& shelf : m_shelves) {
        if (size.height() <= shelf.height && size.height() * 3 >= shelf.height * 2 &&
            shelf.x + size.width() <= side) {
            const QPoint at(shelf.x, shelf.y);
            shelf.x += size.width();
            return at;
        }
    }
    const int y = m_shelves.empty() ? 0 : m_shelves.back().y + m_shelves.back().height;
    if (y + size.height() > side || size.width() > side) {
        return std::nullopt;
    }
    m_shelves.push_back({y, size.height(), size.width()});
    return QPoint(0, y);
}

template <class Paint>
std::optional<LabelPiece> LabelAtlas::draw(const QRectF& bounds, double halo, Paint paint)
{
    const QSize size(static_cast<int>(std::ceil(bounds.width() * m_pixelRatio)) + 1,
                     static_cast<int>(std::ceil(bounds.height() * m_pixelRatio)) + 1);
    const auto at = allocate(size + QSize(1, 1)); // a gap, so that no neighbour shines in
    if (!at) {
        return std::nullopt;
    }
    QImage picture(size, QImage::Format_RGBA8888_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_pixelRatio, m_pixelRatio);
    painter.translate(-bounds.topLeft());
    paint(painter);
    painter.end();
    QColor ground = mapTheme(m_dark).ground;
    ground.setAlphaF(0.88F);
    addHalo(picture, halo * m_pixelRatio, ground);
    for (int y = 0; y < size.height(); ++y) {
        std::memcpy(m_image.scanLine(at->y() + y) + 4 * at->x(), picture.constScanLine(y),
                    4 * static_cast<std::size_t>(size.width()));
    }
    m_dirty |= QRect(*at, size);
    return LabelPiece{QRect(*at, size), bounds.topLeft()};
}

std::optional<LabelPiece> LabelAtlas::find(const QString& text, TextStyle style)
{
    const auto key =
        std::make_pair(text, 2 * static_cast<int>(style.kind) + (style.second ? 1 : 0));
    if (const auto found = m_pieces.constFind(key); found != m_pieces.cend()) {
        return *found;
    }
    const MapTheme& theme = mapTheme(m_dark);
    const TextOutline outline = textOutline(text, style);
    const double halo = haloOf(style);
    const double margin = halo + 1;
    const auto piece = draw(
        outline.path.boundingRect().adjusted(-margin, -margin, margin, margin), halo,
        [&](QPainter& painter) {
            const QColor colour = colourOf(style.kind, theme);
            painter.setPen(outline.thickened > 0 ? QPen(colour, outline.thickened) : Qt::NoPen);
            painter.setBrush(colour);
            painter.drawPath(outline.path);
        });
    if (piece) {
        m_pieces.insert(key, *piece);
    }
    return piece;
}

std::optional<LabelPiece> LabelAtlas::findDot(LabelKind kind, bool capital)
{
    const auto key =
        std::make_pair(QString(), kDots + 2 * static_cast<int>(kind) + (capital ? 1 : 0));
    if (const auto found = m_pieces.constFind(key); found != m_pieces.cend()) {
        return *found;
    }
    const MapTheme& theme = mapTheme(m_dark);
    const double radius = dotRadius(kind);
    const double reach = radius + 2;
    const auto piece =
        draw(QRectF(-reach, -reach, 2 * reach, 2 * reach), 1.2, [&](QPainter& painter) {
            painter.setPen(QPen(theme.town, 1.25));
            painter.setBrush(theme.ground);
            painter.drawEllipse(QPointF(0, 0), radius - 0.6, radius - 0.6);
            if (capital) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(theme.town);
                painter.drawEllipse(QPointF(0, 0), radius - 2.2, radius - 2.2);
            }
        });
    if (piece) {
        m_pieces.insert(key, *piece);
    }
    return piece;
}

} // namespace masar::app
