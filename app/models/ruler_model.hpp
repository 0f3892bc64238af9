// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/models/length_text.hpp"

#include <QAbstractListModel>
#include <QGeoCoordinate>
#include <QtQmlIntegration>

#include <optional>

namespace masar::app {

/// A path being measured on the ellipsoid: its corners, its legs, its length and, closed, its area.
/// Rows are the legs.
class RulerModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    /// Something is measured, or was and still stands on the map.
    Q_PROPERTY(bool shown READ shown NOTIFY changed)
    /// Points are still being added.
    Q_PROPERTY(bool measuring READ measuring NOTIFY changed)
    Q_PROPERTY(bool closed READ closed WRITE setClosed NOTIFY changed)
    Q_PROPERTY(bool canClose READ canClose NOTIFY changed)
    Q_PROPERTY(int cornerCount READ cornerCount NOTIFY changed)
    /// "123.4 km": of the path; while measuring with the leg to the pointer.
    Q_PROPERTY(QString length READ length NOTIFY changed)
    /// Empty unless closed.
    Q_PROPERTY(QString area READ area NOTIFY changed)
    /// Direction of the last leg, "87°".
    Q_PROPERTY(QString bearing READ bearing NOTIFY changed)

public:
    enum Role { LengthRole = Qt::UserRole + 1, BearingRole };

    explicit RulerModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    bool shown() const { return m_measuring || !m_corners.empty(); }
    bool measuring() const { return m_measuring; }
    bool closed() const { return m_closed; }
    bool canClose() const { return m_corners.size() >= 3; }
    void setClosed(bool closed);
    int cornerCount() const { return static_cast<int>(m_corners.size()); }
    QString length() const;
    QString area() const;
    QString bearing() const;

    /// Begins anew.
    Q_INVOKABLE void begin();
    /// Ends the path where it is; what has no leg is dismissed.
    Q_INVOKABLE void finish();
    /// Takes the path off the map.
    Q_INVOKABLE void dismiss();
    Q_INVOKABLE void removeLast();

    void add(core::LonLat place);
    /// Where the next corner would be; nullopt: nowhere.
    void pointAt(std::optional<core::LonLat> place);
    void setUnits(LengthUnits units);

    /// The whole result, for the clipboard: each corner with its leg, the length, the area.
    [[nodiscard]] QString text(core::CoordinateFormat format) const;
    /// As the canvas draws it.
    [[nodiscard]] Ruler ruler() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    void reset();
    /// The corners, the first again where the path is closed, and the pointer where it would go on.
    [[nodiscard]] std::vector<core::LonLat> path() const;
    [[nodiscard]] double metres() const;

    std::vector<core::LonLat> m_corners;
    std::optional<core::LonLat> m_pointer;
    bool m_measuring = false;
    bool m_closed = false;
    LengthUnits m_units = LengthUnits::metric;
};

} // namespace masar::app
