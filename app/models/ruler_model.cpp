// SPDX-License-Identifier: Apache-2.0
#include "app/models/ruler_model.hpp"

#include "core/crs/geodesic.hpp"

#include <QLocale>

#include <cmath>

namespace masar::app {

namespace {

/// Drawn points of a geodesic are so far apart at most: on Mercator it is then smooth at any zoom
/// that shows all of it.
constexpr double kMetresApart = 20'000;

/// Adds a geodesic to a path that ends where it begins.
void append(std::vector<core::MercatorPoint>& path, core::LonLat from, core::LonLat to)
{
    const auto places = core::geodesicLine(from, to, kMetresApart);
    for (std::size_t i = path.empty() ? 0 : 1; i < places.size(); ++i) {
        path.push_back(core::toMercator(places[i]));
    }
}

QString bearingText(double azimuthDeg)
{
    const double degrees = std::fmod(std::round(azimuthDeg * 10) / 10 + 360, 360.0);
    return RulerModel::tr("%1°", "a direction").arg(QLocale().toString(degrees, 'f', 1));
}

} // namespace

void RulerModel::reset()
{
    endResetModel();
    emit changed();
}

void RulerModel::begin()
{
    beginResetModel();
    m_corners.clear();
    m_pointer.reset();
    m_closed = false;
    m_measuring = true;
    reset();
}

void RulerModel::finish()
{
    if (m_corners.size() < 2) {
        return dismiss();
    }
    beginResetModel();
    m_measuring = false;
    m_pointer.reset();
    reset();
}

void RulerModel::dismiss()
{
    beginResetModel();
    m_corners.clear();
    m_pointer.reset();
    m_closed = false;
    m_measuring = false;
    reset();
}

void RulerModel::setClosed(bool closed)
{
    if (closed != m_closed && (canClose() || !closed)) {
        beginResetModel();
        m_closed = closed;
        reset();
    }
}

void RulerModel::add(core::LonLat place)
{
    if (!m_measuring || (!m_corners.empty() && m_corners.back() == place)) {
        return;
    }
    beginResetModel();
    m_corners.push_back(place);
    m_pointer.reset();
    reset();
}

void RulerModel::removeLast()
{
    if (m_corners.empty()) {
        return;
    }
    beginResetModel();
    m_corners.pop_back();
    m_closed = m_closed && canClose();
    reset();
}

void RulerModel::pointAt(std::optional<core::LonLat> place)
{
    if (m_measuring && place != m_pointer) {
        m_pointer = place;
        emit changed();
    }
}

void RulerModel::setUnits(LengthUnits units)
{
    if (units != m_units) {
        beginResetModel();
        m_units = units;
        reset();
    }
}

std::vector<core::LonLat> RulerModel::path() const
{
    std::vector<core::LonLat> path = m_corners;
    if (m_pointer && !path.empty()) {
        path.push_back(*m_pointer);
    }
    if (m_closed) {
        path.push_back(path.front());
    }
    return path;
}

double RulerModel::metres() const
{
    const auto places = path();
    double sum = 0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        sum += core::geodesicBetween(places[i - 1], places[i]).metres;
    }
    return sum;
}

QString RulerModel::length() const
{
    return lengthText(metres(), m_units);
}

QString RulerModel::area() const
{
    if (!m_closed) {
        return {};
    }
    std::vector<core::LonLat> ring = path();
    ring.pop_back();
    return areaText(core::geodesicArea(ring), m_units);
}

QString RulerModel::bearing() const
{
    const auto places = path();
    if (places.size() < 2 || m_closed) {
        return {};
    }
    return bearingText(core::geodesicBetween(places.end()[-2], places.back()).azimuthDeg);
}

QString RulerModel::text(core::CoordinateFormat format) const
{
    QStringList lines;
    for (int row = -1; row < rowCount(); ++row) {
        const std::size_t corner = static_cast<std::size_t>(row + 1) % m_corners.size();
        QString line = QString::fromStdString(core::coordinateText(m_corners[corner], format));
        if (row >= 0) {
            line += QStringLiteral("\t%1\t%2")
                        .arg(data(index(row), LengthRole).toString(),
                             data(index(row), BearingRole).toString());
        }
        lines << line;
    }
    lines << tr("Length: %1").arg(length());
    if (m_closed) {
        lines << tr("Area: %1").arg(area());
    }
    return lines.join(QLatin1Char('\n'));
}

Ruler RulerModel::ruler() const
{
    Ruler ruler;
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        ruler.corners.push_back(core::toMercator(m_corners[i]));
        if (i > 0) {
            append(ruler.line, m_corners[i - 1], m_corners[i]);
        }
    }
    if (m_pointer && !m_corners.empty()) {
        append(ruler.pending, m_corners.back(), *m_pointer);
        if (m_closed) {
            append(ruler.pending, *m_pointer, m_corners.front());
        }
    } else if (m_closed) {
        append(ruler.line, m_corners.back(), m_corners.front());
    }
    if (m_closed) {
        ruler.area = ruler.line;
        ruler.area.insert(ruler.area.end(), ruler.pending.begin(), ruler.pending.end());
    }
    return ruler;
}

int RulerModel::rowCount(const QModelIndex& parent) const
{
    const int legs = std::max(0, cornerCount() - 1);
    return parent.isValid() ? 0 : legs + (m_closed ? 1 : 0);
}

QVariant RulerModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const core::Geodesic leg =
        core::geodesicBetween(m_corners[row], m_corners[(row + 1) % m_corners.size()]);
    switch (role) {
    case Qt::DisplayRole:
    case LengthRole:
        return lengthText(leg.metres, m_units);
    case BearingRole:
        return bearingText(leg.azimuthDeg);
    default:
        return {};
    }
}

QHash<int, QByteArray> RulerModel::roleNames() const
{
    return {{LengthRole, "length"}, {BearingRole, "bearing"}};
}

} // namespace masar::app
