// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/length_text.hpp"
#include "app/models/map_camera.hpp"

#include <QString>

namespace masar::app {

/// A round ground length and how many pixels it takes.
struct ScaleLength {
    double pixels = 0;
    double metres = 0;
};

/// The longest of 1, 2, 5 x 10^n of a unit (metres or kilometres, feet or miles, metres or nautical
/// miles) that fits `mostPixels` where a pixel is `metresPerPixel` on the ground.
[[nodiscard]] ScaleLength scaleLength(double metresPerPixel, double mostPixels, LengthUnits units);

/// The scale bar of a camera, right for the latitude of its centre.
class ScaleBarModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(ScaleBarModel)
    Q_PROPERTY(masar::app::MapCamera* camera READ camera WRITE setCamera NOTIFY changed REQUIRED)
    Q_PROPERTY(double mostPixels MEMBER m_mostPixels NOTIFY changed)
    /// Settings.Units
    Q_PROPERTY(int units MEMBER m_units NOTIFY changed)
    Q_PROPERTY(double pixels READ pixels NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)

public:
    explicit ScaleBarModel(QObject* parent = nullptr) : QObject(parent) {}

    MapCamera* camera() const { return m_camera; }
    void setCamera(MapCamera* camera);
    double pixels() const { return length().pixels; }
    QString text() const
    {
        return roundLengthText(length().metres, static_cast<LengthUnits>(m_units));
    }

signals:
    void changed();

private:
    [[nodiscard]] ScaleLength length() const;

    MapCamera* m_camera = nullptr;
    double m_mostPixels = 120;
    int m_units = 0;
};

} // namespace masar::app
