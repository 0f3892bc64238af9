// SPDX-License-Identifier: Apache-2.0
#include "app/map/label_atlas.hpp"

#include "app/map/map_theme.hpp"

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>

namespace masar::app {

namespace {

struct LabelLook {
    double pixels;
    QFont::Weight weight;
    double spacing; ///< percent of letter spacing; none for joined scripts
    bool italic;
    double halo;
};

LabelLook labelLook(LabelKind kind)
{
    switch (kind) {
    case LabelKind::country:
        return {14, QFont::DemiBold, 118, false, 1.6};
    case LabelKind::sea:
        return {13, QFont::Normal, 108, true, 1.2};
    case LabelKind::admin:
        return {11, QFont::Normal, 112, false, 1.4};
    case LabelKind::lake:
        return {10.5, QFont::Normal, 100, true, 1.3};
    case LabelKind::cityLarge:
        return {14, QFont::DemiBold, 100, false, 1.7};
    case LabelKind::city:
        return {12.5, QFont::Medium, 100, false, 1.6};
    case LabelKind::town:
        return {11.5, QFont::Normal, 100, false, 1.5};
    case LabelKind::village:
        return {10.5, QFont::Normal, 100, false, 1.4};
    case LabelKind::site:
        return {13, QFont::DemiBold, 100, false, 2.0};
    }
    return {12, QFont::Normal, 100, false, 1.5};
}

QColor colourOf(LabelKind kind, const MapTheme& theme)
{
    switch (kind) {
    case LabelKind::country:
        return theme.countryText;
    case LabelKind::sea:
    case LabelKind::lake:
        return theme.waterText;
    case LabelKind::admin:
        return theme.adminText;
    case LabelKind::site:
        return theme.siteText;
    default:
        return theme.townText;
    }
}

bool joined(const QString& text)
{
    for (const QChar c : text) {
        if (c.script() == QChar::Script_Arabic) {
            return true;
        }
    }
    return false;
}

QFont fontOf(const LabelLook& look, const QString& text)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic")});
    // Arabic letters look smaller than Latin ones of the same size.
    font.setPixelSize(static_cast<int>(std::lround(look.pixels * (joined(text) ? 1.12 : 1.0))));
    font.setWeight(look.weight);
    font.setItalic(look.italic && !joined(text));
    if (!joined(text)) {
        font.setLetterSpacing(QFont::PercentageSpacing, look.spacing);
    }
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

void LabelAtlas::setLook(bool dark, double pixelRatio)
{
    if (dark != m_dark || pixelRatio != m_pixelRatio || m_image.isNull()) {
        m_dark = dark;
        m_pixelRatio = pixelRatio;
        reset();
    }
}

void LabelAtlas::reset()
{
    if (m_image.isNull()) {
        m_image = QImage(side, side, QImage::Format_RGBA8888_Premultiplied);
    }
    m_image.fill(Qt::transparent);
    m_texts.clear();
    m_shelves.clear();
    m_dirty = true;
}

std::optional<QPoint> LabelAtlas::allocate(QSize size)
{
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

std::optional<LabelGlyphs> LabelAtlas::find(const QString& text, LabelKind kind)
{
    const auto key = std::make_pair(text, static_cast<int>(kind));
    if (const auto found = m_texts.constFind(key); found != m_texts.cend()) {
        return *found;
    }
    const LabelLook look = labelLook(kind);
    const MapTheme& theme = mapTheme(m_dark);
    QPainterPath path;
    path.addText(0, 0, fontOf(look, text), text);
    const double margin = look.halo + 1;
    const QRectF ink = path.boundingRect().adjusted(-margin, -margin, margin, margin);
    const QSize size(static_cast<int>(std::ceil(ink.width() * m_pixelRatio)) + 1,
                     static_cast<int>(std::ceil(ink.height() * m_pixelRatio)) + 1);
    const auto at = allocate(size);
    if (!at) {
        return std::nullopt;
    }
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(QRect(*at, size));
    painter.translate(*at);
    painter.scale(m_pixelRatio, m_pixelRatio);
    painter.translate(-ink.topLeft());
    QColor halo = theme.ground;
    halo.setAlphaF(0.88F);
    painter.setPen(QPen(halo, look.halo * 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(kind, theme));
    painter.drawPath(path);
    m_dirty = true;
    const LabelGlyphs glyphs{QRect(*at, size), QSizeF(size) / m_pixelRatio};
    m_texts.insert(key, glyphs);
    return glyphs;
}

} // namespace masar::app
