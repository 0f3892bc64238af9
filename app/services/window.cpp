// SPDX-License-Identifier: Apache-2.0
#include "app/services/window.hpp"

#include "app/map/map_canvas.hpp"
#include "app/services/application.hpp"
#include "app/services/session.hpp"
#include "core/io/gdal_guard.hpp"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace masar::app {

namespace {

constexpr int kPollMilliseconds = 100;
constexpr int kSelfTestMilliseconds = 30'000;
constexpr int kSettledPolls = 8; ///< polls without reading or movement before a screenshot

/// Why the self-test has not passed yet; empty when it has.
QString whatIsMissing(QObject* root)
{
    const auto* map = root->findChild<QObject*>(QStringLiteral("map"));
    const auto* canvas = root->findChild<MapCanvas*>(QStringLiteral("canvas"));
    if (map == nullptr || canvas == nullptr) {
        return QStringLiteral("the window has no map");
    }
    if (!map->property("mapReady").toBool()) {
        return QStringLiteral("the map is not ready: ") + map->property("errorString").toString();
    }
    if (canvas->framesDrawn() == 0) {
        return QStringLiteral("the canvas has drawn no frame");
    }
    return {};
}

/// Why the story does not play yet; empty when it does. Starts it.
QString whatHinders(Session& session, QString& begin)
{
    Clock* const clock = session.clock();
    if (begin.isEmpty()) {
        begin = clock->isoText();
        clock->togglePlaying();
    }
    return clock->isoText() != begin ? QString() : QStringLiteral("the story does not play");
}

/// Polls until the map stands and has played a little, or the time is up.
void runSelfTest(QGuiApplication& application, QObject* root, const QStringList& warnings)
{
    auto* timer = new QTimer(root);
    QObject::connect(
        timer, &QTimer::timeout, root,
        [&application, root, &warnings, polls = 0, begin = QString()]() mutable {
            auto* const session = root->findChild<Session*>();
            QString missing =
                warnings.isEmpty() ? whatIsMissing(root) : warnings.join(QLatin1Char('\n'));
            if (missing.isEmpty() && session->busy()) {
                missing = QStringLiteral("something is still being read");
            }
            if (missing.isEmpty() && session->clock()->hasRange()) {
                missing = whatHinders(*session, begin);
            }
            if (missing.isEmpty()) {
                std::puts("ok");
                application.exit(0);
            } else if (!warnings.isEmpty() || ++polls * kPollMilliseconds > kSelfTestMilliseconds) {
                std::fprintf(stderr, "masar: self-test: %s\n", qUtf8Printable(missing));
                application.exit(1);
            }
        });
    timer->start(kPollMilliseconds);
}

/// Saves the window once nothing is being read or moving any more.
void runScreenshot(QGuiApplication& application, QObject* root, const QString& file)
{
    auto* timer = new QTimer(root);
    QObject::connect(timer, &QTimer::timeout, root, [&application, root, file, calm = 0]() mutable {
        auto* window = qobject_cast<QQuickWindow*>(root);
        auto* session = root->findChild<Session*>();
        if (window == nullptr || session == nullptr || session->busy() ||
            !session->basemaps()->settled() || session->camera()->moving() ||
            !whatIsMissing(root).isEmpty()) {
            calm = 0;
        } else if (++calm == kSettledPolls) {
            const bool saved = window->grabWindow().save(file);
            application.exit(saved ? 0 : 4);
        }
    });
    timer->start(kPollMilliseconds);
}

} // namespace

std::optional<WindowOptions> parseWindowOptions(const QStringList& arguments)
{
    WindowOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        const bool hasValue = i + 1 < arguments.size();
        if (argument == QLatin1StringView("--self-test")) {
            options.selfTest = true;
        } else if (argument == QLatin1StringView("--tracks-by") && hasValue) {
            options.tracksBy = arguments[++i];
        } else if (argument == QLatin1StringView("--screenshot") && hasValue) {
            options.screenshot = arguments[++i];
        } else if (argument == QLatin1StringView("--size") && hasValue) {
            const QStringList sides = arguments[++i].split(QLatin1Char('x'));
            options.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
        } else if (argument.startsWith(QLatin1Char('-'))) {
            std::fprintf(stderr, "masar: unknown option %s; see masar --help\n",
                         qUtf8Printable(argument));
            return std::nullopt;
        } else {
            options.files << argument;
        }
    }
    return options;
}

int runWindow(int& argc, char** argv, const WindowOptions& options)
{
    if (options.selfTest) {
        if (const auto guard = core::checkGdalGuard(); !guard) {
            std::fprintf(stderr, "masar: %s\n", guard.error().detail.c_str());
            return 1;
        }
    }
    prepareGraphics();
    QGuiApplication application(argc, argv);
    prepareApplication();
    // A test must not depend on what the user has set, nor change it.
    const QTemporaryDir emptySettings;
    if (options.selfTest) {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, emptySettings.path());
    }
    QQmlApplicationEngine engine;
    QStringList warnings;
    QObject::connect(&engine, &QQmlEngine::warnings, &application,
                     [&warnings](const QList<QQmlError>& errors) {
                         for (const QQmlError& error : errors) {
                             warnings << error.toString();
                         }
                     });
    QVariantMap properties{{QStringLiteral("files"), options.files},
                           {QStringLiteral("tracksBy"), options.tracksBy}};
    if (options.size) {
        properties.insert(QStringLiteral("width"), options.size->width());
        properties.insert(QStringLiteral("height"), options.size->height());
    }
    engine.setInitialProperties(properties);
    engine.loadFromModule("Masar", "Main");
    if (engine.rootObjects().isEmpty()) {
        std::fprintf(stderr, "masar: the window could not be made\n");
        return 1;
    }
    if (options.selfTest) {
        runSelfTest(application, engine.rootObjects().constFirst(), warnings);
    } else if (!options.screenshot.isEmpty()) {
        runScreenshot(application, engine.rootObjects().constFirst(), options.screenshot);
    }
    return QGuiApplication::exec();
}

} // namespace masar::app
