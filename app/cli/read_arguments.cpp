// SPDX-License-Identifier: Apache-2.0
#include "app/cli/read_arguments.hpp"

#include "core/crs/transformer.hpp"

#include <QStringList>

namespace masar::app {

core::Result<void> setReading(core::ReadOptions& options, const QString& name, const QString& value)
{
    const auto refused = [](const char* why) {
        return core::fail(core::ErrorCode::invalidArgument, why);
    };
    if (name == QLatin1String("crs")) {
        options.choices.crs = value.toStdString();
        return core::Transformer::toWgs84(options.choices.crs)
                   ? core::Result<void>()
                   : refused("--crs takes a reference system such as EPSG:32637");
    }
    if (name == QLatin1String("places")) {
        const QStringList fields = value.split(QLatin1Char(','));
        if (fields.size() > 2 || fields.contains(QString())) {
            return refused("--places takes the fields of longitude and latitude, LON,LAT, or one "
                           "of geometries in WKT");
        }
        core::PlaceFields& places = options.choices.placeFields.emplace();
        (fields.size() == 2 ? places.lonField : places.shapeField) = fields.front().toStdString();
        if (fields.size() == 2) {
            places.latField = fields.back().toStdString();
        }
        return {};
    }
    if (value != QLatin1String("day-first") && value != QLatin1String("month-first")) {
        return refused("--dates takes day-first or month-first");
    }
    options.dateOrder = value == QLatin1String("day-first") ? core::DateOrder::dayFirst
                                                            : core::DateOrder::monthFirst;
    return {};
}

} // namespace masar::app
