// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.hpp"
#include "core/time/edtf.hpp"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <iostream>
#include <string>

namespace masar::app {

namespace {

QJsonValue boundValue(const core::EdtfBound& bound)
{
    const auto iso = core::toIso(bound);
    return iso ? QJsonValue(QString::fromStdString(*iso)) : QJsonValue(QJsonValue::Null);
}

std::string jsonLine(const std::string& text)
{
    QJsonObject line{{QStringLiteral("text"), QString::fromStdString(text)}};
    const auto date = core::parseEdtf(text);
    line[QStringLiteral("valid")] = date.has_value();
    const core::Edtf bounds = date.value_or(core::Edtf{});
    line[QStringLiteral("begin_min")] = boundValue(bounds.beginMin);
    line[QStringLiteral("begin_max")] = boundValue(bounds.beginMax);
    line[QStringLiteral("end_min")] = boundValue(bounds.endMin);
    line[QStringLiteral("end_max")] = boundValue(bounds.endMax);
    if (!date) {
        line[QStringLiteral("error")] =
            QJsonObject{{QStringLiteral("at"), static_cast<qint64>(date.error().at)},
                        {QStringLiteral("text"), QString::fromStdString(date.error().text)}};
    } else {
        line[QStringLiteral("error")] = QJsonValue::Null;
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString();
}

std::string plainLine(const std::string& text)
{
    const auto date = core::parseEdtf(text);
    if (!date) {
        return text + "\tinvalid\tat " + std::to_string(date.error().at) + ": " + date.error().text;
    }
    std::string line = text + "\tvalid";
    for (const core::EdtfBound& bound :
         {date->beginMin, date->beginMax, date->endMin, date->endMax}) {
        line += '\t' + core::toIso(bound).value_or("open");
    }
    return line;
}

} // namespace

int runEdtf(const QStringList& arguments)
{
    bool json = false;
    for (const QString& argument : arguments) {
        if (argument != QLatin1String("--json")) {
            printError(QStringLiteral("edtf takes no \"%1\"; it reads dates from standard input, "
                                      "one a line (masar --help)")
                           .arg(argument));
            return exit_code::usage;
        }
        json = true;
    }
    std::string text;
    while (std::getline(std::cin, text)) {
        if (text.ends_with('\r')) {
            text.pop_back();
        }
        std::puts((json ? jsonLine(text) : plainLine(text)).c_str());
    }
    return std::fflush(stdout) == 0 ? exit_code::done : exit_code::notWritten;
}

} // namespace masar::app
