// SPDX-License-Identifier: Apache-2.0
#include "app/models/scale_bar.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace masar::app {

ScaleLength scaleLength(double metresPerPixel, double mostPixels)
{
    const double most = metresPerPixel * mostPixels;
    if (!(most > 0) || !std::isfinite(most)) {
        return {};
    }
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    const double digit = most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1;
    return {digit * power / metresPerPixel, digit * power};
}

QString scaleText(double metres)
{
    const QLocale locale;
    if (metres >= 1000) {
        return QCoreApplication::translate("ScaleBar", "%1 km")
            .arg(locale.toString(metres / 1000, 'f', 0));
    }
    return QCoreApplication::translate("ScaleBar", "%1 m")
        .arg(locale.toString(metres, 'f', metres < 1 ? 1 : 0));
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
                               : scaleLength(m_camera->camera().metresPerPixel(), m_mostPixels);
}

} // namespace masar::app
