// SPDX-License-Identifier: Apache-2.0
#include "app/cli/basemap_bench.hpp"
#include "app/cli/bench_frames.hpp"
#include "app/cli/command_line.hpp"
#include "app/map/map_canvas.hpp"
#include "app/services/application.hpp"
#include "app/services/headless_display.hpp"
#include "app/services/session.hpp"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSettings>
#include <QSurfaceFormat>
#include <QTemporaryDir>
#include <QTimer>
#include <QVector2D>

#include <rhi/qrhi.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <functional>
#include <numeric>

namespace masar::app {

namespace {

struct BenchOptions {
    QStringList files;
    QString basemap; ///< a raster file instead of the bundled map
    QSize size{1280, 800};
    int steps = 60;
    QString trail; ///< as Settings has it; empty: as it comes
    bool json = false;
};

std::optional<BenchOptions> parseBenchOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(QStringLiteral("json")));
    parser.addOption({QStringLiteral("size"), {}, QStringLiteral("WxH")});
    parser.addOption({QStringLiteral("steps"), {}, QStringLiteral("N")});
    parser.addOption({QStringLiteral("basemap"), {}, QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("trail"), {}, QStringLiteral("DURATION")});
    BenchOptions options;
    if (!parser.parse(QStringList(QStringLiteral("masar")) + arguments)) {
        printError(parser.errorText());
        return std::nullopt;
    }
    options.files = parser.positionalArguments();
    options.basemap = parser.value(QStringLiteral("basemap"));
    options.trail = parser.value(QStringLiteral("trail"));
    options.json = parser.isSet(QStringLiteral("json"));
    if (parser.isSet(QStringLiteral("size"))) {
        const QStringList sides = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
        options.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    }
    if (parser.isSet(QStringLiteral("steps"))) {
        options.steps = parser.value(QStringLiteral("steps")).toInt();
    }
    if (options.steps < 1 || options.steps > 100'000 || options.size.width() < 320 ||
        options.size.height() < 240) {
        printError(
            QStringLiteral("bench needs a --size of at least 320x240 and --steps of at least 1 "
                           "(masar bench [--json] [--size WxH] [--steps N] [--basemap RASTER] "
                           "[--trail DURATION|none|all] [FILE...])"));
        return std::nullopt;
    }
    return options;
}

double memoryMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).simplified().split(' ').value(0).toDouble() / 1024;
        }
    }
    return 0;
}

/// Drives the program's real window and takes the time from a change to the frame that shows it on
/// the screen.
class Bench {
public:
    Bench(QQuickWindow& window, Session& session, MapCanvas& canvas, const BenchOptions& options)
        : m_window(window), m_session(session), m_options(options), m_timer(window, canvas)
    {
    }

    int run()
    {
        if (!m_timer.waitForFirst()) {
            printError(QStringLiteral("the window drew no frame"));
            return exit_code::notWritten;
        }
        QJsonObject figures;
        if (m_options.files.isEmpty()) {
            const auto measured = measureBasemap(m_session, m_timer, m_options.size);
            if (!measured) {
                printError(QString::fromStdString(measured.error().detail));
                return exit_code::inputRefused;
            }
            figures = *measured;
        } else {
            if (const int status = open(); status != exit_code::done) {
                return status;
            }
            steps();
            pan();
            figures = ofFiles();
        }
        report(std::move(figures));
        return exit_code::done;
    }

private:
    int open()
    {
        if (!m_options.trail.isEmpty()) {
            m_session.settings()->setTrail(m_options.trail);
        }
        QElapsedTimer clock;
        clock.start();
        for (const QString& file : m_options.files) {
            m_session.openPath(file);
        }
        waitFor([this] { return !m_session.busy(); });
        m_openMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        const Scene& scene = m_session.scene()->scene();
        if (scene.layers.size() < static_cast<std::size_t>(m_options.files.size())) {
            printError(QStringLiteral("a file could not be opened; masar info FILE says why"));
            return exit_code::inputRefused;
        }
        m_firstFrameMs = m_timer.frameAfter([this] { m_session.camera()->halt(); });
        waitFor([this] { return !m_session.camera()->moving(); });
        for (const SceneLayer& layer : scene.layers) {
            m_features += layer.data->layer.counts.features;
            m_vertices += layer.data->layer.geometry.vertices.size();
        }
        return m_options.basemap.isEmpty() ? exit_code::done : openBasemap();
    }

    /// From naming a raster file to the picture that has all of its tiles.
    int openBasemap()
    {
        Basemaps& basemaps = *m_session.basemaps();
        const auto shown = [this] { return m_timer.settled(); };
        QElapsedTimer clock;
        clock.start();
        basemaps.openFile(QUrl::fromLocalFile(m_options.basemap));
        waitFor([&] { return !basemaps.opening(); });
        if (!basemaps.laidOver()) {
            printError(QStringLiteral("%1 could not be opened; masar render --basemap %1 says why")
                           .arg(m_options.basemap));
            return exit_code::inputRefused;
        }
        waitFor([&] { return shown() && basemaps.settled() && !m_session.camera()->moving(); });
        waitFor(shown);
        m_basemapMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        return exit_code::done;
    }

    void steps()
    {
        Clock& clock = *m_session.clock();
        const double before = processorMs();
        for (int i = 0; i < m_options.steps; ++i) {
            const double fraction = (i + 0.5) / m_options.steps;
            m_stepMs.push_back(m_timer.frameAfter([&] { clock.setFraction(fraction); }));
        }
        m_stepProcessorMs = (processorMs() - before) / m_options.steps;
    }

    void pan()
    {
        for (int i = 0; i < std::min(m_options.steps, 60); ++i) {
            m_panMs.push_back(m_timer.frameAfter(
                [&] { m_session.camera()->pan(QVector2D(i % 2 ? 24.0F : -23.0F, 7.0F)); }));
        }
    }

    QJsonObject ofFiles() const
    {
        return {{QStringLiteral("open_ms"), rounded(m_openMs)},
                {QStringLiteral("first_frame_ms"), rounded(m_firstFrameMs)},
                {QStringLiteral("step_ms_median"), rounded(quantile(m_stepMs, 0.5))},
                {QStringLiteral("step_ms_p95"), rounded(quantile(m_stepMs, 0.95))},
                {QStringLiteral("step_cpu_ms_mean"), rounded(m_stepProcessorMs)},
                {QStringLiteral("pan_ms_median"), rounded(quantile(m_panMs, 0.5))},
                {QStringLiteral("features"), static_cast<qint64>(m_features)},
                {QStringLiteral("vertices"), static_cast<qint64>(m_vertices)}};
    }

    void report(QJsonObject figures) const
    {
        QString renderer = QStringLiteral("unknown");
        if (QRhi* rhi = m_window.rhi()) {
            renderer =
                QStringLiteral("%1, %2").arg(QString::fromLatin1(rhi->backendName()),
                                             QString::fromUtf8(rhi->driverInfo().deviceName));
        }
        figures.insert(QStringLiteral("rss_mb"), rounded(memoryMegabytes()));
        figures.insert(QStringLiteral("renderer"), renderer);
        if (!m_options.basemap.isEmpty()) {
            figures.insert(QStringLiteral("basemap_ms"), rounded(m_basemapMs));
        }
        if (m_options.json) {
            std::fputs(QJsonDocument(figures).toJson().constData(), stdout);
            return;
        }
        for (auto it = figures.begin(); it != figures.end(); ++it) {
            std::printf("%-22s %s\n", qUtf8Printable(it.key()),
                        qUtf8Printable(it.value().toVariant().toString()));
        }
    }

    QQuickWindow& m_window;
    Session& m_session;
    const BenchOptions& m_options;
    FrameTimer m_timer;
    double m_openMs = 0;
    double m_firstFrameMs = 0;
    double m_basemapMs = 0;
    double m_stepProcessorMs = 0;
    std::vector<double> m_stepMs, m_panMs;
    std::uint64_t m_features = 0;
    std::uint64_t m_vertices = 0;
};

} // namespace

int runBench(int& argc, char** argv, const QStringList& arguments)
{
    const auto options = parseBenchOptions(arguments);
    if (!options) {
        return exit_code::usage;
    }
    std::optional<HeadlessDisplay> display;
    if (!HeadlessDisplay::displayAvailable()) {
        auto started = HeadlessDisplay::start(options->size);
        if (!started) {
            printError(QString::fromStdString(started.error().detail));
            return exit_code::notWritten;
        }
        display.emplace(std::move(*started));
    }
    prepareGraphics();
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSwapInterval(0); // the time of drawing, not the display's rhythm
    QSurfaceFormat::setDefaultFormat(format);
    const QGuiApplication application(argc, argv);
    prepareApplication();
    const QTemporaryDir emptySettings;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, emptySettings.path());

    QQmlApplicationEngine engine;
    engine.setInitialProperties({{QStringLiteral("withStory"), false},
                                 {QStringLiteral("width"), options->size.width()},
                                 {QStringLiteral("height"), options->size.height()}});
    engine.loadFromModule("Masar", "Main");
    QObject* root = engine.rootObjects().value(0);
    auto* window = qobject_cast<QQuickWindow*>(root);
    auto* session = root ? root->findChild<Session*>() : nullptr;
    auto* canvas = root ? root->findChild<MapCanvas*>(QStringLiteral("canvas")) : nullptr;
    if (!window || !session || !canvas) {
        printError(QStringLiteral("the window could not be made"));
        return exit_code::notWritten;
    }
    waitFor([session] { return !session->busy(); }); // the basemap is there before the clock starts
    return Bench(*window, *session, *canvas, *options).run();
}

} // namespace masar::app
