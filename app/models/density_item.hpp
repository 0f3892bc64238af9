// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/layer_look.hpp"
#include "core/query/density.hpp"

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

#include <vector>

namespace masar::app {

/// How many features of one look are present over time.
struct DensitySeries {
    Status status = Status::none; ///< its colour; `none`: the layer's
    int layerColour = 0;
    std::vector<std::uint32_t> certain, possible; ///< one number a bin

    bool operator==(const DensitySeries&) const = default;
};

/// The density of all layers over the bins that they share.
struct TimelineDensity {
    Q_GADGET
    QML_VALUE_TYPE(timelineDensity)

public:
    double begin = 0, end = 0; ///< of all bins, in seconds since 1970
    std::vector<DensitySeries> series;

    /// The most that any bin holds, over all series.
    [[nodiscard]] std::uint32_t most() const;
    bool operator==(const TimelineDensity&) const = default;
};

/// Draws a density: what is certainly there solid and stacked from below, what is only possibly
/// there pale and hatched on top of it.
class DensityItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        masar::app::TimelineDensity density READ density WRITE setDensity NOTIFY densityChanged)
    /// What of it is to be seen, in seconds since 1970.
    Q_PROPERTY(double viewBegin READ viewBegin WRITE setViewBegin NOTIFY viewChanged)
    Q_PROPERTY(double viewEnd READ viewEnd WRITE setViewEnd NOTIFY viewChanged)
    /// Time runs from right to left.
    Q_PROPERTY(bool mirrored READ isMirrored WRITE setMirrored NOTIFY viewChanged)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY viewChanged)
    /// The number that the top of the item stands for.
    Q_PROPERTY(int most READ most NOTIFY densityChanged)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    const TimelineDensity& density() const { return m_density; }
    void setDensity(const TimelineDensity& density);
    double viewBegin() const { return m_viewBegin; }
    void setViewBegin(double begin) { assign(m_viewBegin, begin); }
    double viewEnd() const { return m_viewEnd; }
    void setViewEnd(double end) { assign(m_viewEnd, end); }
    bool isMirrored() const { return m_mirrored; }
    void setMirrored(bool mirrored) { assign(m_mirrored, mirrored); }
    bool dark() const { return m_dark; }
    void setDark(bool dark) { assign(m_dark, dark); }
    int most() const { return static_cast<int>(m_density.most()); }

    void paint(QPainter* painter) override;

signals:
    void densityChanged();
    void viewChanged();

private:
    template <class T> void assign(T& member, T value)
    {
        if (value != member) {
            member = value;
            emit viewChanged();
            update();
        }
    }

    TimelineDensity m_density;
    double m_viewBegin = 0, m_viewEnd = 0;
    bool m_mirrored = false;
    bool m_dark = false;
};

} // namespace masar::app
