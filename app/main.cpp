// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.hpp"
#include "app/services/window.hpp"

#include <QFile>

int main(int argc, char** argv)
{
    if (const auto status = masar::app::runCommand(argc, argv)) {
        return *status;
    }
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QFile::decodeName(argv[i]);
    }
    const auto options = masar::app::parseWindowOptions(arguments);
    return options ? masar::app::runWindow(argc, argv, *options) : 2;
}
