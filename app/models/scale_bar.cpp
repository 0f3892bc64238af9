// SPDX-License-Identifier: Apache-2.0
#include "app/models/scale_bar.hpp"

#include <cmath>

namespace masar::app {

ScaleLength scaleLength(double metresPerPixel, double mostPixels, LengthUnits units)
{
    const double most = metresPerPixel * mostPixels;
    if (!(most > 0) || !std::isfinite(most)) {
        return {};
    }
    const double unit = unitFor(most, units).metres;
    const double value = most / unit;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const double digit = value / power >= 5 ? 5 : value / power >= 2 ? 2 : 1;
    return {digit * power * unit / metresPerPixel, digit * power * unit};
}

void ScaleBarModel::setCamera(MapCamera* camera)
{
    if (camera == m_camera) {
        return;
    }
    if (m_camera != nullptr) {
        m_camera->disconnect(this);
    }
    m_camera = camera;
    if (m_camera != nullptr) {
        connect(m_camera, &MapCamera::changed, this, &ScaleBarModel::changed);
    }
    emit changed();
}

ScaleLength ScaleBarModel::length() const
{
    return m_camera == nullptr ? ScaleLength{}
                               : scaleLength(m_camera->camera().metresPerPixel(), m_mostPixels,
                                             static_cast<LengthUnits>(m_units));
}

} // namespace masar::app
