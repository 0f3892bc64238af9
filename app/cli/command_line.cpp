// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command_line.hpp"

#include <QFile>

#include <cstdio>

namespace masar::app {

namespace {

constexpr const char* kHelp =
    R"(Masar replays dated places and movements on a map.

masar [--tracks-by FIELD] [FILE...] opens the window
masar render [FILE...] -o OUT       draws pictures of the map
masar info [--json] FILE...         says what a file holds and what was made of it
masar diff [--json] [--key FIELD] OLD NEW   says what is different in NEW
masar edtf [--json]                 reads EDTF dates, one a line, from standard input
masar bench [--json] [FILE...]      measures drawing in a real window: files, or the basemap if none is named
masar prepare-basemap FILE          makes what lets a basemap.gpkg open quickly, beside it; the build has done it
masar --self-test                   opens the window, draws a frame, checks it and quits
masar --help, --version

info and render, where a file does not say it ("to be said" of info):
  --crs SYSTEM      the coordinate reference system, such as EPSG:32637, in place of what the file states
  --places LON,LAT  the fields of a table in which its places are; or one field, of geometries in WKT
  --dates day-first|month-first       whether 3/4/2026 is in April or March; if not said, it is taken for either

render:
  -o OUT            .png .jpg .webp .tif .pdf; {n} or {date} in the name for a series
  --at EDTF         the moment shown ("2026-02-12", "2025-06")
  --from EDTF --to EDTF --every P7D   a series; each picture shows one whole step
  --window W        instant (default), cumulative, or a length such as P30D up to the moment
  --tz ZONE         zone of the dates, "UTC" if not given
  --lang en|ar|both  --digits arabic|european (in Arabic)  --theme light|dark  --size WxH  --dpi N
  --trail none|all|DURATION           behind what moves; P1D if not said
  --tracks-by FIELD                   points with one value of it are the fixes of one track
  --gap DURATION                      between two fixes so far apart nothing is drawn; PT6H if not said
  --bbox W,S,E,N | --center LON,LAT --zoom Z | --fit
  --bearing DEG     what is up, in degrees clockwise from north; 0 if not said
  --basemap bundled|none|FILE         FILE: a GeoTIFF, MBTiles or other raster with its place on earth
  --units metric|imperial|nautical (of the scale bar)  --graticule (meridians and parallels)
  --title TEXT  --no-decorations  --no-bundled  --publish
  --json            one line of JSON a picture instead of its name: file; window (begin and end, which is part
                    of it, and zone); for each layer drawn features = certain + possible + outside + undated +
                    no_place + rejected

diff:
  --key FIELD       features are the same if they are in this field; if not said, by "id" or "@id" where most
                    features have one of their own, else by place and dates (then what moved is removed and added)
  A feature is added, removed, or it is moved (by metres on the ellipsoid), redated and reworded (values before and
  after), or several of these. Where several features share a key, identical ones are matched; what is left of
  them on both sides is ambiguous.

bench:
  --size WxH  --steps N  --basemap FILE  --trail none|all|DURATION

Exit status: 0 done, 2 usage, 3 input refused, 4 output not written, 5 diff found a difference.
)";

QStringList toStringList(int argc, char** argv, int from)
{
    QStringList list;
    for (int i = from; i < argc; ++i) {
        list << QFile::decodeName(argv[i]);
    }
    return list;
}

} // namespace

void printError(const QString& message)
{
    std::fprintf(stderr, "masar: %s\n", qUtf8Printable(message));
}

std::optional<int> runCommand(int& argc, char** argv)
{
    if (argc < 2) {
        return std::nullopt;
    }
    const QByteArray command(argv[1]);
    const QStringList arguments = toStringList(argc, argv, 2);
    if (command == "--help" || command == "-h" || command == "help") {
        std::fputs(kHelp, stdout);
        return exit_code::done;
    }
    if (command == "--version") {
        std::printf("masar %s\n", MASAR_VERSION);
        return exit_code::done;
    }
    if (command == "edtf") {
        return runEdtf(arguments);
    }
    if (command == "info") {
        return runInfo(arguments);
    }
    if (command == "diff") {
        return runDiff(arguments);
    }
    if (command == "render") {
        return runRender(argc, argv, arguments);
    }
    if (command == "prepare-basemap") {
        return runPrepareBasemap(argc, argv, arguments);
    }
    if (command == "bench") {
        return runBench(argc, argv, arguments);
    }
    return std::nullopt;
}

} // namespace masar::app
