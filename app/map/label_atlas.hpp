// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/label_text.hpp"

#include <QHash>
#include <QImage>

#include <optional>
#include <utility>
#include <vector>

namespace masar::app {

/// A text or a dot as it lies in the atlas.
struct LabelPiece {
    QRect pixels;   ///< in the atlas, device pixels
    QPointF offset; ///< from the start of the baseline (a dot: its middle) to the top left, logical
};

/// Texts drawn once, with halo, into one picture that the GPU samples. When the picture is full it
/// starts anew, and then grows.
class LabelAtlas {
public:
    static constexpr int smallestSide = 2048;
    static constexpr int largestSide = 8192;

    /// Forgets everything if what the texts look like has changed.
    void setLook(bool dark, double pixelRatio);

    /// The piece, drawn now if it was not yet. nullopt if the atlas is full: restart() and place
    /// anew.
    [[nodiscard]] std::optional<LabelPiece> find(const QString& text, TextStyle style);
    /// The dot of a town of a kind.
    [[nodiscard]] std::optional<LabelPiece> findDot(LabelKind kind, bool capital);
    /// Forgets everything; a second time in a frame with four times the room.
    void restart();
    /// A frame begins.
    void beginFrame() { m_restarted = false; }

    [[nodiscard]] const QImage& image() const { return m_image; }
    /// What has changed since the last call.
    [[nodiscard]] QRect takeDirty() { return std::exchange(m_dirty, QRect()); }

private:
    struct Shelf {
        int y = 0, height = 0, x = 0;
    };
    void clear(int side);
    [[nodiscard]] std::optional<QPoint> allocate(QSize size);
    /// Makes room for a picture of these logical bounds, lets it be painted and puts a halo around.
    template <class Paint>
    std::optional<LabelPiece> draw(const QRectF& bounds, double halo, Paint paint);

    bool m_dark = false;
    double m_pixelRatio = 1;
    bool m_restarted = false;
    QImage m_image;
    QHash<std::pair<QString, int>, LabelPiece> m_pieces;
    std::vector<Shelf> m_shelves;
    QRect m_dirty;
};

} // namespace masar::app
