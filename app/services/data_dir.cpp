// SPDX-License-Identifier: Apache-2.0
#include "app/services/data_dir.hpp"

#include <QCoreApplication>
#include <QDir>

namespace masar::app {

QString dataDir()
{
    QStringList places;
    if (const QString named = qEnvironmentVariable("MASAR_DATA_DIR"); !named.isEmpty()) {
        places << named;
    }
    const QString program = QCoreApplication::applicationDirPath();
    places << program + QStringLiteral("/../share/masar")
           << program + QStringLiteral("/share/masar");
    for (const QString& place : places) {
        if (QDir(place).exists()) {
            return QDir::cleanPath(place);
        }
    }
    return {};
}

} // namespace masar::app
