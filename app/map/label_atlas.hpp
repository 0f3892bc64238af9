// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/basemap.hpp"

#include <QHash>
#include <QImage>
#include <QRectF>
#include <QString>

#include <optional>

namespace masar::app {

/// A text as it lies in the atlas.
struct LabelGlyphs {
    QRect pixels; ///< in the atlas, device pixels
    QSizeF size;  ///< logical pixels, halo included
};

/// Texts drawn once, with halo, into one picture that the GPU samples. Qt shapes them: Arabic joins
/// and runs from right to left. When the picture is full it starts anew.
class LabelAtlas {
public:
    static constexpr int side = 2048;

    /// Forgets everything if what the texts look like has changed.
    void setLook(bool dark, double pixelRatio);

    /// The text in the atlas, drawn now if it was not yet. nullopt if the atlas is full: reset()
    /// and place anew.
    [[nodiscard]] std::optional<LabelGlyphs> find(const QString& text, LabelKind kind);
    void reset();

    [[nodiscard]] const QImage& image() const { return m_image; }
    /// True once after the picture changed.
    [[nodiscard]] bool takeDirty() { return std::exchange(m_dirty, false); }

private:
    struct Shelf {
        int y = 0, height = 0, x = 0;
    };
    [[nodiscard]] std::optional<QPoint> allocate(QSize size);

    bool m_dark = false;
    double m_pixelRatio = 1;
    QImage m_image;
    QHash<std::pair<QString, int>, LabelGlyphs> m_texts;
    std::vector<Shelf> m_shelves;
    bool m_dirty = true;
};

} // namespace masar::app
