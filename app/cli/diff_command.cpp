// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.hpp"
#include "app/cli/diff_report.hpp"
#include "app/cli/info_report.hpp"

#include <QFile>

#include <array>
#include <cstdio>

namespace masar::app {

namespace {

constexpr const char* kDiffUsage = "masar diff [--json] [--key FIELD] OLD NEW";

struct DiffArguments {
    bool json = false;
    QString key;
    QStringList paths;
};

core::Result<DiffArguments> parseDiffArguments(const QStringList& arguments)
{
    DiffArguments parsed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == QLatin1String("--json")) {
            parsed.json = true;
        } else if (argument == QLatin1String("--key")) {
            if (i + 1 == arguments.size() || arguments[i + 1].isEmpty()) {
                return core::fail(core::ErrorCode::invalidArgument,
                                  std::string("--key needs the name of a field (") + kDiffUsage +
                                      ")");
            }
            parsed.key = arguments[++i];
        } else if (argument.startsWith(QLatin1String("--"))) {
            return core::fail(core::ErrorCode::invalidArgument,
                              "diff takes no \"" + argument.toStdString() + "\" (masar --help)");
        } else {
            parsed.paths << argument;
        }
    }
    if (parsed.paths.size() != 2) {
        return core::fail(core::ErrorCode::invalidArgument,
                          std::string("diff needs two files (") + kDiffUsage + ")");
    }
    return parsed;
}

} // namespace

int runDiff(const QStringList& arguments)
{
    const auto parsed = parseDiffArguments(arguments);
    if (!parsed) {
        printError(QString::fromStdString(parsed.error().detail));
        return exit_code::usage;
    }
    std::array<core::VectorFile, 2> files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const QString& path = parsed->paths[static_cast<qsizetype>(i)];
        auto file = core::readVector(QFile::encodeName(path).toStdString());
        if (!file) {
            printError(describe(path, file.error()));
            return exit_code::inputRefused;
        }
        files[i] = std::move(*file);
    }
    const auto layers = compareFiles(files[0], files[1], parsed->key.toStdString());
    if (!layers) {
        printError(describe(QFile::decodeName(layers.error().where.c_str()), layers.error()));
        return exit_code::inputRefused;
    }
    bool written = true;
    const DiffOutput output = [&written](const QByteArray& piece) {
        const auto size = static_cast<std::size_t>(piece.size());
        written = written && std::fwrite(piece.constData(), 1, size, stdout) == size;
    };
    if (parsed->json) {
        writeDiffJson(files[0], files[1], *layers, output);
    } else {
        writeDiffText(*layers, output);
    }
    if (std::fflush(stdout) != 0 || !written) {
        return exit_code::notWritten;
    }
    return isSame(*layers) ? exit_code::done : exit_code::different;
}

} // namespace masar::app
