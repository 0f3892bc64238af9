// SPDX-License-Identifier: Apache-2.0
#include "app/cli/render_options.hpp"

#include "app/cli/read_arguments.hpp"
#include "app/map/camera.hpp"
#include "app/models/duration_text.hpp"
#include "core/time/edtf.hpp"

#include <QCommandLineParser>

#include <cmath>
#include <map>

namespace masar::app {

using core::ErrorCode;
using core::fail;

namespace {

/// A series of more pictures than this is taken for a mistake.
constexpr std::size_t kMostPictures = 100'000;

class OptionReader {
public:
    explicit OptionReader(const QStringList& arguments)
    {
        m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        for (const char* name :
             {"o",         "project", "at",    "from",  "to",      "every", "window", "trail",
              "tracks-by", "gap",     "tz",    "lang",  "digits",  "size",  "dpi",    "bbox",
              "center",    "zoom",    "theme", "title", "basemap", "units", "bearing"}) {
            m_parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("value")});
        }
        for (const char* name : kReadArguments) {
            m_parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("value")});
        }
        for (const char* name :
             {"fit", "graticule", "no-decorations", "no-bundled", "publish", "json"}) {
            m_parser.addOption(QCommandLineOption(QString::fromLatin1(name)));
        }
        if (!m_parser.parse(QStringList(QStringLiteral("masar")) + arguments)) {
            m_problem = m_parser.errorText();
        }
        m_options.files = m_parser.positionalArguments();
    }

    core::Result<RenderOptions> read()
    {
        readOutput();
        readZone();
        readMoments();
        readWindow();
        readTracks();
        readReading();
        readLook();
        readFrame();
        readBasemap();
        m_options.bundled = !m_parser.isSet(QStringLiteral("no-bundled"));
        m_options.json = has("json");
        if (!m_options.bundled && m_options.files.isEmpty()) {
            refuse(QStringLiteral("--no-bundled without a file leaves nothing to draw"));
        }
        if (m_parser.isSet(QStringLiteral("project"))) {
            refuse(QStringLiteral("--project: this version has no project files yet"));
        }
        if (!m_problem.isEmpty()) {
            return fail(ErrorCode::invalidArgument, m_problem.toStdString());
        }
        return m_options;
    }

private:
    /// Keeps the first problem.
    void refuse(const QString& problem)
    {
        if (m_problem.isEmpty()) {
            m_problem = problem;
        }
    }

    QString value(const char* name) const { return m_parser.value(QString::fromLatin1(name)); }
    bool has(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }

    void readOutput()
    {
        m_options.output = value("o");
        if (m_options.output.isEmpty()) {
            return refuse(QStringLiteral("render needs -o OUT, for example -o map.png"));
        }
        const QString suffix = m_options.output.section(QLatin1Char('.'), -1).toLower();
        static const QStringList pictures{QStringLiteral("png"),  QStringLiteral("jpg"),
                                          QStringLiteral("jpeg"), QStringLiteral("webp"),
                                          QStringLiteral("tif"),  QStringLiteral("tiff"),
                                          QStringLiteral("pdf")};
        static const QStringList films{QStringLiteral("mp4"), QStringLiteral("webm"),
                                       QStringLiteral("gif")};
        if (films.contains(suffix)) {
            refuse(
                QStringLiteral("%1: this version writes no films yet; write a series with {n} in "
                               "the name, for example -o frame-{n}.png")
                    .arg(m_options.output));
        } else if (!pictures.contains(suffix)) {
            refuse(QStringLiteral("%1: the name must end in .png .jpg .webp .tif or .pdf")
                       .arg(m_options.output));
        }
    }

    void readBasemap()
    {
        if (has("basemap")) {
            m_options.basemap = value("basemap");
        }
        if (m_options.basemap.isEmpty() || m_options.basemap.contains(QLatin1String("://"))) {
            refuse(
                QStringLiteral("--basemap %1: use bundled, none or a raster file; pictures never "
                               "use the network")
                    .arg(m_options.basemap));
        }
    }

    void readZone()
    {
        if (!has("tz")) {
            return;
        }
        if (const auto zone = core::Zone::named(value("tz").toStdString())) {
            m_options.zone = *zone;
        } else {
            refuse(
                QStringLiteral("--tz %1: not a zone; use a name such as Asia/Damascus, an offset "
                               "such as +03:00, or UTC")
                    .arg(value("tz")));
        }
    }

    std::optional<core::Window> readMoment(const char* name)
    {
        if (!has(name)) {
            return std::nullopt;
        }
        const std::string text = value(name).toStdString();
        const auto date = core::parseEdtf(text);
        if (!date) {
            refuse(QStringLiteral("--%1 %2: not an EDTF date, at character %3: %4")
                       .arg(QLatin1String(name), value(name))
                       .arg(date.error().at + 1)
                       .arg(QString::fromStdString(date.error().text)));
            return std::nullopt;
        }
        const auto window = core::toWindow(*date, m_options.zone);
        if (!window) {
            refuse(QStringLiteral("--%1 %2: a moment must have a beginning and an end")
                       .arg(QLatin1String(name), value(name)));
        }
        return window;
    }

    std::optional<core::Step> readStep(const char* name, const QString& text)
    {
        const auto step = core::parseStep(text.toStdString());
        if (!step) {
            refuse(QStringLiteral("--%1 %2: not a length of time; use ISO 8601 such as P1D, P7D, "
                                  "P1M or PT6H")
                       .arg(QLatin1String(name), text));
            return std::nullopt;
        }
        return *step;
    }

    void readMoments()
    {
        m_options.at = readMoment("at");
        m_options.from = readMoment("from");
        m_options.to = readMoment("to");
        if (has("every")) {
            m_options.every = readStep("every", value("every"));
        }
        const int parts = int(has("from")) + int(has("to")) + int(has("every"));
        if (parts != 0 && (parts != 3 || has("at"))) {
            refuse(QStringLiteral("a series needs --from, --to and --every together, and no --at"));
        }
        const bool numbered = m_options.output.contains(QLatin1String("{n}")) ||
                              m_options.output.contains(QLatin1String("{date}"));
        if (parts == 3 && !numbered) {
            refuse(QStringLiteral("a series needs {n} or {date} in the name given with -o"));
        }
    }

    void readWindow()
    {
        const QString text = has("window") ? value("window") : QStringLiteral("instant");
        if (text == QLatin1String("cumulative")) {
            m_options.windowKind = RenderOptions::WindowKind::cumulative;
        } else if (text != QLatin1String("instant")) {
            m_options.windowKind = RenderOptions::WindowKind::length;
            if (const auto length = readStep("window", text)) {
                m_options.windowLength = *length;
            }
        }
    }

    void readTracks()
    {
        if (has("trail")) {
            if (const auto seconds = trailSeconds(value("trail"))) {
                m_options.tracks.trailSeconds = *seconds;
            } else {
                refuse(QStringLiteral("--trail takes none, all or a duration such as P1D"));
            }
        }
        m_options.tracksBy = value("tracks-by");
        if (has("tracks-by") && (m_options.tracksBy.isEmpty() || m_options.files.isEmpty())) {
            refuse(QStringLiteral("--tracks-by takes a field of the files that are named"));
        }
        if (has("gap")) {
            if (const auto seconds = durationSeconds(value("gap"))) {
                m_options.tracks.limits.gapSeconds = static_cast<double>(*seconds);
            } else {
                refuse(QStringLiteral("--gap takes a duration such as PT6H"));
            }
        }
    }

    void readReading()
    {
        for (const char* name : kReadArguments) {
            if (has(name)) {
                if (const auto set =
                        setReading(m_options.reading, QLatin1String(name), value(name));
                    !set) {
                    refuse(QString::fromStdString(set.error().detail));
                }
            }
        }
    }

    void readLanguage()
    {
        static const std::map<QString, MapLanguage> languages{
            {QStringLiteral("en"), MapLanguage::english},
            {QStringLiteral("ar"), MapLanguage::arabic},
            {QStringLiteral("both"), MapLanguage::both}};
        if (!has("lang")) {
            return;
        }
        if (const auto found = languages.find(value("lang")); found != languages.end()) {
            m_options.names = found->second;
        } else {
            refuse(QStringLiteral("--lang %1: use en, ar or both").arg(value("lang")));
        }
    }

    void readLook()
    {
        readLanguage();
        const bool european = oneOf("digits", QStringLiteral("arabic"), QStringLiteral("european"));
        const bool arabic = m_options.names == MapLanguage::arabic;
        m_options.reader = readerOf(arabic ? Language::arabic : Language::english,
                                    european ? Digits::european : Digits::arabicIndic);
        m_options.dark = oneOf("theme", QStringLiteral("light"), QStringLiteral("dark"));
        m_options.title = value("title");
        readUnits();
        m_options.graticule = has("graticule");
        m_options.decorations = !has("no-decorations");
        if (has("size")) {
            const QStringList sides = value("size").split(QLatin1Char('x'));
            const QSize size =
                sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
            if (size.width() < 16 || size.height() < 16 || size.width() > 32'768 ||
                size.height() > 32'768) {
                refuse(QStringLiteral("--size %1: use WIDTHxHEIGHT in pixels, 16 to 32768, such as "
                                      "1920x1080")
                           .arg(value("size")));
            }
            m_options.size = size;
        }
        if (has("dpi")) {
            m_options.dpi = value("dpi").toInt();
            if (m_options.dpi < 48 || m_options.dpi > 1200) {
                refuse(QStringLiteral("--dpi %1: use 48 to 1200").arg(value("dpi")));
            }
        }
    }

    void readUnits()
    {
        const QString units = value("units");
        if (units == QLatin1StringView("imperial")) {
            m_options.units = LengthUnits::imperial;
        } else if (units == QLatin1StringView("nautical")) {
            m_options.units = LengthUnits::nautical;
        } else if (has("units") && units != QLatin1StringView("metric")) {
            refuse(QStringLiteral("--units %1: use metric, imperial or nautical").arg(units));
        }
    }

    /// True for the second of two words; the first is the default.
    bool oneOf(const char* name, const QString& first, const QString& second)
    {
        if (has(name) && value(name) != first && value(name) != second) {
            refuse(QStringLiteral("--%1 %2: use %3 or %4")
                       .arg(QLatin1String(name), value(name), first, second));
        }
        return value(name) == second;
    }

    std::vector<double> numbers(const char* name, std::size_t count, const char* form)
    {
        std::vector<double> result;
        for (const QString& part : value(name).split(QLatin1Char(','))) {
            bool ok = false;
            const double number = part.trimmed().toDouble(&ok);
            if (!ok || !std::isfinite(number)) {
                break;
            }
            result.push_back(number);
        }
        if (result.size() != count || value(name).count(QLatin1Char(',')) + 1 != qsizetype(count)) {
            refuse(QStringLiteral("--%1 %2: use %3 in degrees")
                       .arg(QLatin1String(name), value(name), QLatin1String(form)));
            result.assign(count, 0);
        }
        return result;
    }

    void readFrame()
    {
        const int ways = int(has("bbox")) + int(has("center")) + int(has("fit"));
        if (ways > 1) {
            refuse(QStringLiteral("use one of --bbox, --center and --fit"));
        }
        if (has("fit")) {
            m_options.frame = RenderOptions::Frame::fit;
        } else if (has("bbox")) {
            const auto box = numbers("bbox", 4, "W,S,E,N");
            m_options.frame = RenderOptions::Frame::bbox;
            m_options.west = box[0];
            m_options.south = box[1];
            m_options.east = box[2];
            m_options.north = box[3];
            if (box[0] >= box[2] || box[1] >= box[3] || std::abs(box[1]) > 90 ||
                std::abs(box[3]) > 90 || std::abs(box[0]) > 180 || std::abs(box[2]) > 180) {
                refuse(QStringLiteral("--bbox %1: west must be less than east, south less than "
                                      "north, within -180,-90,180,90")
                           .arg(value("bbox")));
            }
        } else if (has("center")) {
            const auto centre = numbers("center", 2, "LON,LAT");
            m_options.frame = RenderOptions::Frame::centre;
            m_options.lonDeg = centre[0];
            m_options.latDeg = centre[1];
            if (std::abs(centre[0]) > 180 || std::abs(centre[1]) > 85) {
                refuse(QStringLiteral("--center %1: longitude -180 to 180, latitude -85 to 85")
                           .arg(value("center")));
            }
        }
        if (has("bearing")) {
            bool ok = false;
            const double degrees = value("bearing").toDouble(&ok);
            if (!ok || !(std::abs(degrees) <= 360)) {
                refuse(
                    QStringLiteral("--bearing %1: use 0 to 360, the degrees clockwise from north "
                                   "of what is up")
                        .arg(value("bearing")));
            }
            m_options.bearingDeg = wrappedBearing(degrees);
        }
        if (has("zoom")) {
            bool ok = false;
            m_options.zoom = value("zoom").toDouble(&ok);
            if (!ok || m_options.zoom < 0 || m_options.zoom > 22) {
                refuse(QStringLiteral("--zoom %1: use 0 to 22").arg(value("zoom")));
            }
            if (!has("center")) {
                refuse(QStringLiteral("--zoom needs --center LON,LAT"));
            }
        }
    }

    QCommandLineParser m_parser;
    RenderOptions m_options;
    QString m_problem;
};

core::Window windowOf(const RenderOptions& options, const core::Window& moment,
                      const std::optional<core::Window>& range)
{
    switch (options.windowKind) {
    case RenderOptions::WindowKind::instant:
        return moment;
    case RenderOptions::WindowKind::cumulative:
        return {std::min(range ? range->begin : moment.begin, moment.begin), moment.end};
    case RenderOptions::WindowKind::length:
        return {core::advance(moment.end, options.windowLength, -1, options.zone), moment.end};
    }
    return moment;
}

} // namespace

core::Result<RenderOptions> parseRenderOptions(const QStringList& arguments)
{
    return OptionReader(arguments).read();
}

std::vector<RenderMoment> momentsOf(const RenderOptions& options,
                                    const std::optional<core::Window>& range,
                                    const core::Window& fallback)
{
    std::vector<RenderMoment> moments;
    if (!options.series()) {
        const core::Window moment = options.at.value_or(fallback);
        moments.push_back({windowOf(options, moment, range), moment});
        return moments;
    }
    // Each picture shows one whole step, so that nothing falls between two pictures.
    for (std::int64_t i = 0; moments.size() < kMostPictures; ++i) {
        const core::Instant begin =
            core::advance(options.from->begin, *options.every, i, options.zone);
        const core::Instant end =
            core::advance(options.from->begin, *options.every, i + 1, options.zone);
        if (begin >= options.to->end || end <= begin) {
            break;
        }
        const core::Window moment{begin, end};
        moments.push_back({windowOf(options, moment, range), moment});
    }
    return moments;
}

} // namespace masar::app
