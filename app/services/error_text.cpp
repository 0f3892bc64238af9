// SPDX-License-Identifier: Apache-2.0
#include "app/services/error_text.hpp"

#include <QCoreApplication>
#include <QLocale>

namespace masar::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// The kind of error in one sentence.
QString kindOf(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::notFound:
        return Words::tr("There is no such file.");
    case core::ErrorCode::unreadable:
        return Words::tr("The file cannot be read.");
    case core::ErrorCode::unsupported:
        return Words::tr("Masar does not know this format.");
    case core::ErrorCode::malformed:
        return Words::tr("There is an error in the file.");
    case core::ErrorCode::refused:
        return Words::tr("The file was refused.");
    case core::ErrorCode::notWritten:
        return Words::tr("The file could not be written.");
    case core::ErrorCode::invalidArgument:
    case core::ErrorCode::cancelled:
    case core::ErrorCode::internal:
        break;
    }
    return Words::tr("Something went wrong.");
}

QString whatToDo(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::notFound:
        return Words::tr("Check that the file is still there and spelled this way.");
    case core::ErrorCode::unreadable:
        return Words::tr("Check that you may read the file.");
    case core::ErrorCode::unsupported:
        return Words::tr(
            "Masar reads GeoJSON, GeoPackage, Shapefile (zipped too), KML, KMZ, GPX, FlatGeobuf, "
            "GML, MapInfo, DXF, SQLite, OpenStreetMap, TopoJSON, Esri JSON, CSV, XLSX and ODS: "
            "convert it to one of these.");
    case core::ErrorCode::malformed:
        return Words::tr("Correct the file at this place, then open it again.");
    case core::ErrorCode::refused:
        return Words::tr("Masar does not open this for safety: see the documentation.");
    case core::ErrorCode::notWritten:
        return Words::tr("Choose another folder, or free some space.");
    case core::ErrorCode::invalidArgument:
    case core::ErrorCode::cancelled:
    case core::ErrorCode::internal:
        break;
    }
    return {};
}

} // namespace

QString errorText(const core::Error& error)
{
    QStringList parts;
    // What core says is English: who reads another language learns the kind of error first.
    if (QLocale().language() == QLocale::Arabic) {
        parts << kindOf(error.code);
    }
    parts << QString::fromStdString(error.detail);
    if (!error.where.empty()) {
        parts << QString::fromStdString(error.where);
    }
    if (const QString advice = whatToDo(error.code); !advice.isEmpty()) {
        parts << advice;
    }
    return parts.join(QLatin1Char('\n'));
}

} // namespace masar::app
