// SPDX-License-Identifier: Apache-2.0
#include "app/models/density_item.hpp"

#include "app/map/map_theme.hpp"

#include <QPainter>

#include <algorithm>

namespace masar::app {

namespace {

QColor colourOf(const DensitySeries& series, bool dark)
{
    return series.status == Status::none ? layerColour(series.layerColour, dark)
                                         : mapTheme(dark).status[paletteIndex(series.status)];
}

} // namespace

std::uint32_t TimelineDensity::most() const
{
    std::uint32_t most = 0;
    const std::size_t bins = series.empty() ? 0 : series.front().certain.size();
    for (std::size_t bin = 0; bin < bins; ++bin) {
        std::uint32_t sum = 0;
        for (const DensitySeries& one : series) {
            sum += one.certain[bin] + one.possible[bin];
        }
        most = std::max(most, sum);
    }
    return most;
}

void DensityItem::setDensity(const TimelineDensity& density)
{
    if (density != m_density) {
        m_density = density;
        emit densityChanged();
        update();
    }
}

void DensityItem::paint(QPainter* painter)
{
    const std::uint32_t most = m_density.most();
    if (most == 0 || m_viewEnd <= m_viewBegin) {
        return;
    }
    const std::size_t bins = m_density.series.front().certain.size();
    const double binSeconds = (m_density.end - m_density.begin) / static_cast<double>(bins);
    const double perSecond = width() / (m_viewEnd - m_viewBegin);
    const double perFeature = height() / static_cast<double>(most);
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (m_mirrored) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const double begin = m_density.begin + static_cast<double>(bin) * binSeconds;
        const double left = (begin - m_viewBegin) * perSecond;
        const double right = left + binSeconds * perSecond;
        if (right < 0 || left > width()) {
            continue;
        }
        double top = height();
        const auto stack = [&](std::uint32_t count, const QBrush& brush) {
            const double tall = static_cast<double>(count) * perFeature;
            painter->fillRect(QRectF(left, top - tall, right - left + 0.5, tall), brush);
            top -= tall;
        };
        for (const DensitySeries& series : m_density.series) {
            stack(series.certain[bin], colourOf(series, m_dark));
        }
        for (const DensitySeries& series : m_density.series) {
            QColor pale = colourOf(series, m_dark);
            pale.setAlphaF(0.25F);
            const double from = top;
            stack(series.possible[bin], pale);
            pale.setAlphaF(0.6F);
            painter->fillRect(QRectF(left, top, right - left + 0.5, from - top),
                              QBrush(pale, Qt::BDiagPattern));
        }
    }
}

} // namespace masar::app
