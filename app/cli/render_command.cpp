// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.hpp"
#include "app/cli/frame_report.hpp"
#include "app/cli/info_report.hpp"
#include "app/cli/render_options.hpp"
#include "app/map/basemap.hpp"
#include "app/map/picture.hpp"
#include "app/models/time_text.hpp"
#include "app/services/application.hpp"
#include "app/services/data_dir.hpp"
#include "app/services/file_tiles.hpp"
#include "app/services/headless_display.hpp"
#include "app/services/language.hpp"
#include "app/services/load.hpp"
#include "app/services/picture_furniture.hpp"
#include "app/services/snapshot.hpp"
#include "app/services/story.hpp"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>

#include <cstdio>

namespace masar::app {

namespace {

/// What there is to draw, loaded.
struct RenderJob {
    Scene scene;
    core::MercatorBox fit;             ///< of the files, or of the story where there are none
    core::MercatorBox storyBox;        ///< empty without the story
    std::optional<core::Window> range; ///< of all dates
    core::Window fallback;             ///< shown if no moment is named
};

core::MercatorBox boxOf(const MapLayer& layer)
{
    core::MercatorBox box;
    for (const core::Chunk& chunk : layer.index.chunks) {
        box.add(chunk.box);
    }
    return box;
}

void addRange(RenderJob& job, const core::Layer& layer)
{
    if (const auto extent = core::timeExtent(layer)) {
        job.range = job.range ? core::Window{std::min(job.range->begin, extent->begin),
                                             std::max(job.range->end, extent->end)}
                              : *extent;
    }
}

core::Result<void> addStory(RenderJob& job, const RenderOptions& options)
{
    const auto story = loadStory(dataDir() + QStringLiteral("/withdrawal"));
    if (!story) {
        return std::unexpected(story.error());
    }
    for (const StoryLayer& layer : story->layers) {
        job.scene.layers.push_back({layer.data, true, 0});
        addRange(job, layer.data->layer);
    }
    job.storyBox = story->extent;
    if (story->at && options.files.isEmpty()) {
        job.fallback = {*story->at, *story->at + 1};
    }
    return {};
}

/// Reads the basemap. One that was named has to be there; without the bundled one the map is plain.
std::optional<int> loadGround(RenderJob& job, const RenderOptions& options)
{
    if (options.basemap == QLatin1StringView("none")) {
        return std::nullopt;
    }
    const QString bundled = dataDir() + QStringLiteral("/basemap/basemap.gpkg");
    if (const auto basemap = loadBasemap(bundled, job.scene.language)) {
        job.scene.basemap = *basemap;
    } else {
        printError(QStringLiteral("no basemap, a plain map is drawn: ") +
                   describe(bundled, basemap.error()));
    }
    if (options.basemap == QLatin1StringView("bundled")) {
        return std::nullopt;
    }
    auto raster = openRaster(QFile::encodeName(options.basemap).toStdString());
    if (!raster) {
        printError(describe(options.basemap, raster.error()));
        return exit_code::inputRefused;
    }
    job.scene.tiles = std::move(raster->tiles);
    return std::nullopt;
}

/// Puts tracks in place of the points that they are made of. False if there are none.
bool addTracks(RenderJob& job, const std::vector<MapLayerPtr>& points, const QString& field)
{
    const auto tracks = tracksOf(points, field.toStdString());
    if (!tracks) {
        printError(describe(QStringLiteral("--tracks-by ") + field, tracks.error()));
        return false;
    }
    for (const MapLayerPtr& track : *tracks) {
        const auto madeOf =
            std::ranges::find_if(job.scene.layers, [&track](const SceneLayer& layer) {
                return layer.data->layer.path == track->layer.path &&
                       layer.data->layer.name == track->layer.name;
            });
        const int colour = madeOf->colour;
        madeOf->visible = false;
        job.scene.layers.push_back({track, true, colour});
    }
    return true;
}

/// Reads everything; prints what is wrong. The exit code if it cannot go on.
std::optional<int> load(RenderJob& job, const RenderOptions& options)
{
    if (const auto status = loadGround(job, options)) {
        return status;
    }
    if (options.bundled) {
        if (const auto done = addStory(job, options); !done) {
            printError(describe(QStringLiteral("the bundled story"), done.error()));
            return exit_code::inputRefused;
        }
    }
    int colour = 0;
    std::vector<MapLayerPtr> points;
    for (const QString& path : options.files) {
        core::ReadOptions reading = options.reading;
        reading.zone = options.zone.name();
        const auto layers = loadLayers(QFile::encodeName(path).toStdString(), reading);
        if (!layers) {
            printError(describe(path, layers.error()));
            return exit_code::inputRefused;
        }
        for (const MapLayerPtr& layer : *layers) {
            job.scene.layers.push_back({layer, !layer->layer.shownAsTracks, colour++});
            job.fit.add(boxOf(*layer));
            addRange(job, layer->layer);
            points.push_back(layer);
        }
    }
    if (!options.tracksBy.isEmpty() && !addTracks(job, points, options.tracksBy)) {
        return exit_code::inputRefused;
    }
    if (options.files.isEmpty()) {
        job.fit = job.storyBox;
    }
    if (job.fallback == core::Window{} && job.range) {
        job.fallback = *job.range; // nothing named: everything there is
    }
    return std::nullopt;
}

Camera cameraOf(const RenderJob& job, const RenderOptions& options)
{
    const double ratio = options.dpi / 96.0;
    const QSizeF size = QSizeF(options.size) / ratio;
    Camera camera;
    switch (options.frame) {
    case RenderOptions::Frame::bbox: {
        core::MercatorBox box;
        box.add(core::toMercator({options.west, options.south}));
        box.add(core::toMercator({options.east, options.north}));
        return cameraFor(box, size, ratio, 0, 22, options.bearingDeg);
    }
    case RenderOptions::Frame::centre:
        camera.size = size;
        camera.pixelRatio = ratio;
        camera.zoom = options.zoom;
        camera.bearingDeg = options.bearingDeg;
        camera.setCentre({options.lonDeg, options.latDeg});
        return camera;
    case RenderOptions::Frame::story:
    case RenderOptions::Frame::fit:
        break;
    }
    constexpr double nearest = 12;
    return cameraFor(job.fit, size, ratio, std::min(size.width(), size.height()) / 10, nearest,
                     options.bearingDeg);
}

QString outputName(const RenderOptions& options, std::size_t number, const core::Window& window)
{
    QString name = options.output;
    name.replace(QLatin1String("{n}"), QStringLiteral("%1").arg(number, 4, 10, QLatin1Char('0')));
    const core::LocalTime begin = core::toLocal(window.begin, options.zone);
    QString date = QString::fromStdString(begin.secondOfDay == 0
                                              ? core::isoDay(begin.date)
                                              : core::isoInstant(window.begin, options.zone));
    date.replace(QLatin1Char(':'), QLatin1Char('-')); // fit for any file system
    name.replace(QLatin1String("{date}"), date);
    return name;
}

Furniture furnitureOf(const RenderJob& job, const RenderOptions& options, const Camera& camera,
                      const core::Window& caption)
{
    Furniture furniture;
    furniture.title = options.title;
    furniture.date = TimeText(options.reader, options.zone).window(caption);
    furniture.zone = QString::fromStdString(options.zone.name());
    furniture.tally = tallyText(tallyOf(job.scene), options.reader.numbers);
    furniture.attribution = job.scene.basemap ? job.scene.basemap->attribution : QString();
    furniture.legend = legendOf(job.scene, camera, [&](quint64 id) {
        for (const SceneLayer& layer : job.scene.layers) {
            if (layer.data->id == id) {
                return QString::fromStdString(layer.data->layer.name);
            }
        }
        return QString();
    });
    furniture.units = options.units;
    furniture.dark = options.dark;
    furniture.rightToLeft = options.reader.language == Language::arabic;
    return furniture;
}

int draw(RenderJob& job, const RenderOptions& options)
{
    auto painter = PicturePainter::create();
    if (!painter) {
        printError(QString::fromStdString(painter.error().detail));
        return exit_code::notWritten;
    }
    const Camera camera = cameraOf(job, options);
    std::size_t number = 0;
    for (const RenderMoment& moment : momentsOf(options, job.range, job.fallback)) {
        job.scene.window = moment.window;
        auto picture = painter->paint(job.scene, camera);
        if (!picture) {
            const core::Error& error = picture.error();
            printError(error.where.empty() ? QString::fromStdString(error.detail)
                                           : describe(QString::fromStdString(error.where), error));
            return error.code == core::ErrorCode::malformed ? exit_code::inputRefused
                                                            : exit_code::notWritten;
        }
        if (options.decorations) {
            drawFurniture(*picture, furnitureOf(job, options, camera, moment.caption), camera);
        }
        picture->setDotsPerMeterX(static_cast<int>(options.dpi / 0.0254));
        picture->setDotsPerMeterY(static_cast<int>(options.dpi / 0.0254));
        const QString path = outputName(options, ++number, moment.caption);
        if (const auto saved = saveImage(path, *picture); !saved) {
            printError(describe(path, saved.error()));
            return exit_code::notWritten;
        }
        if (options.json) {
            const QJsonDocument frame(frameJson(path, job.scene, options.zone));
            std::puts(frame.toJson(QJsonDocument::Compact).constData());
        } else {
            std::puts(qUtf8Printable(path));
        }
        std::fflush(stdout);
    }
    return exit_code::done;
}

} // namespace

int runRender(int& argc, char** argv, const QStringList& arguments)
{
    const auto options = parseRenderOptions(arguments);
    if (!options) {
        printError(QString::fromStdString(options.error().detail));
        return exit_code::usage;
    }
    std::optional<HeadlessDisplay> display;
    if (!HeadlessDisplay::displayAvailable()) {
        auto started = HeadlessDisplay::start({640, 480});
        if (!started) {
            printError(QString::fromStdString(started.error().detail));
            return exit_code::notWritten;
        }
        display.emplace(std::move(*started));
    }
    prepareGraphics();
    const QGuiApplication application(argc, argv);
    prepareApplication();
    speak(options->reader);
    RenderJob job;
    job.scene.dark = options->dark;
    job.scene.tracks = options->tracks;
    job.scene.language = options->names;
    if (options->graticule) {
        job.scene.graticule =
            GraticuleLook{.digits = options->reader.numbers,
                          .rightToLeft = options->reader.language == Language::arabic};
    }
    if (const auto status = load(job, *options)) {
        return *status;
    }
    return draw(job, *options);
}

} // namespace masar::app
