// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.hpp"
#include "app/cli/info_report.hpp"
#include "app/cli/read_arguments.hpp"
#include "core/io/reader.hpp"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace masar::app {

int runInfo(const QStringList& arguments)
{
    bool json = false;
    QStringList paths;
    core::ReadOptions reading;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        const QString name = argument.mid(2);
        if (argument == QLatin1String("--json")) {
            json = true;
        } else if (argument.startsWith(QLatin1String("--")) &&
                   std::ranges::contains(kReadArguments, name) && i + 1 < arguments.size()) {
            if (const auto set = setReading(reading, name, arguments[++i]); !set) {
                printError(QString::fromStdString(set.error().detail));
                return exit_code::usage;
            }
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
        const auto file = core::readVector(QFile::encodeName(path).toStdString(), reading);
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
