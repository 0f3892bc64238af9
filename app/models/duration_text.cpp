// SPDX-License-Identifier: Apache-2.0
#include "app/models/duration_text.hpp"

#include "core/time/step.hpp"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace masar::app {

namespace {

struct DurationWords {
    Q_DECLARE_TR_FUNCTIONS(DurationText)
};

constexpr core::Instant kSecondsOfYear = 31'556'952; // the mean of the Gregorian calendar

} // namespace

QString durationText(double seconds, const QLocale& numbers)
{
    struct Unit {
        core::Instant seconds;
        QString text;
    };
    const std::array units{Unit{86'400, DurationWords::tr("%1 d", "days")},
                           Unit{3600, DurationWords::tr("%1 h", "hours")},
                           Unit{60, DurationWords::tr("%1 min", "minutes")},
                           Unit{1, DurationWords::tr("%1 s", "seconds")}};
    auto left = static_cast<core::Instant>(std::llround(std::abs(seconds)));
    for (std::size_t i = 0; i < units.size(); ++i) {
        const core::Instant count = left / units[i].seconds;
        if (count == 0 && i + 1 < units.size()) {
            continue;
        }
        const QString first = units[i].text.arg(numbers.toString(static_cast<qlonglong>(count)));
        left -= count * units[i].seconds;
        // The smaller unit matters while there are few of the larger.
        const core::Instant rest = i + 1 < units.size() ? left / units[i + 1].seconds : 0;
        return rest == 0 || count >= 10
                   ? first
                   : first + QLatin1Char(' ') +
                         units[i + 1].text.arg(numbers.toString(static_cast<qlonglong>(rest)));
    }
    return {};
}

std::optional<core::Instant> durationSeconds(const QString& iso8601)
{
    const auto step = core::parseStep(iso8601.trimmed().toUpper().toStdString());
    if (!step) {
        return std::nullopt;
    }
    return step->years * kSecondsOfYear + step->months * (kSecondsOfYear / 12) +
           step->days * 86'400 + step->seconds;
}

std::optional<core::Instant> trailSeconds(const QString& text)
{
    if (text == QLatin1StringView("none")) {
        return 0;
    }
    return text == QLatin1StringView("all") ? std::optional(core::kOpenFuture)
                                            : durationSeconds(text);
}

} // namespace masar::app
