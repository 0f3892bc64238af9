// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.hpp"
#include "app/cli/info_report.hpp"
#include "core/io/reader.hpp"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

namespace masar::app {

int runInfo(const QStringList& arguments)
{
    bool json = false;
    QStringList paths;
    for (const QString& argument : arguments) {
        if (argument == QLatin1String("--json")) {
            json = true;
        } else if (argument.startsWith(QLatin1String("--"))) {
            printError(QStringLiteral("info takes no \"%1\" (masar --help)").arg(argument));
            return exit_code::usage;
        } else {
            paths << argument;
        }
    }
    if (paths.isEmpty()) {
        printError(QStringLiteral("info needs a file (masar info [--json] FILE...)"));
        return exit_code::usage;
    }
    int status = exit_code::done;
    QJsonArray files;
    for (const QString& path : std::as_const(paths)) {
        const auto file = core::readVector(QFile::encodeName(path).toStdString());
        if (!file) {
            printError(describe(path, file.error()));
            status = exit_code::inputRefused;
            continue;
        }
        files.append(toJson(*file));
    }
    const QJsonObject report{{QStringLiteral("files"), files}};
    const QByteArray text = json ? QJsonDocument(report).toJson() : toText(report).toUtf8();
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    if (std::fflush(stdout) != 0) {
        return exit_code::notWritten;
    }
    return status;
}

} // namespace masar::app
