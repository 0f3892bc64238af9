// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.hpp"
#include "app/map/basemap.hpp"

#include <QCoreApplication>

namespace masar::app {

int runPrepareBasemap(int& argc, char** argv, const QStringList& arguments)
{
    if (arguments.size() != 1 || arguments.first().startsWith(QLatin1Char('-'))) {
        printError(QStringLiteral("prepare-basemap takes one file (masar --help)"));
        return exit_code::usage;
    }
    const QCoreApplication application(argc, argv);
    const auto done = prepareBasemap(arguments.first());
    if (done) {
        return exit_code::done;
    }
    const core::Error& error = done.error();
    printError(
        QStringLiteral("%1: %2").arg(arguments.first(), QString::fromStdString(error.detail)));
    return error.code == core::ErrorCode::notWritten ? exit_code::notWritten
                                                     : exit_code::inputRefused;
}

} // namespace masar::app
