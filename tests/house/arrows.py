#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""arrows.py PROJECT: checks that rooms include only the rooms and libraries they may (CONTRIBUTING.md, "The house")."""
import pathlib
import re
import sys

# A room may include itself and these; a room of core that another may include brings what it includes itself.
ROOMS = {
    "core/base": [],
    "core/geometry": ["core/base"],
    "core/time": ["core/base"],
    "core/model": ["core/base", "core/geometry", "core/time"],
    "core/crs": ["core/base", "core/geometry"],
    "core/io": ["core/base", "core/geometry", "core/time", "core/model", "core/crs"],
    "core/query": ["core/base", "core/geometry", "core/time", "core/model", "core/crs"],
    "core/route": ["core/base", "core/geometry", "core/time", "core/model", "core/crs"],
    "app/map": ["core"],
    "app/models": ["core", "app/map"],
    "app/services": ["core", "app/map", "app/models"],
    "app/cli": ["core", "app/map", "app/models", "app/services"],
}

# Which rooms may include a library's headers; a header that matches nothing here is free.
LIBRARIES = {
    "GDAL": (re.compile(r"^(gdal|ogr|cpl)\w*\.h$"), ["core/io"]),
    "simdjson": (re.compile(r"^simdjson"), ["core/io"]),
    "expat and minizip": (re.compile(r"^expat|^minizip/"), ["core/io"]),
    "PROJ": (re.compile(r"^(proj|geodesic)\w*\.h$|^proj/"), ["core/crs", "core/io"]),
    "GeographicLib": (re.compile(r"^GeographicLib/"), ["core/crs"]),
    "Qt": (re.compile(r"^Q[A-Z]|^Qt|^rhi/|^q\w+\.h$"), ["app"]),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def inside(place, rooms):
    """Whether a path lies in one of the rooms."""
    return any(place == room or place.startswith(room + "/") for room in rooms)


def faults(path, text):
    """What a file includes and may not, as lines to print."""
    room = next((room for room in ROOMS if inside(path, [room])), None)
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        header = found[2]
        if inside(header, ["core", "app"]):
            if room and not inside(header, [room, *ROOMS[room]]):
                yield f"{path}:{number}: {room} may not include {header}"
            continue
        for library, (pattern, rooms) in LIBRARIES.items():
            if pattern.search(header) and not inside(path, rooms):
                yield f"{path}:{number}: {library} belongs to {', '.join(rooms)}: {header}"


def main():
    project = pathlib.Path(sys.argv[1])
    sources = [path for top in ("core", "app") for path in sorted((project / top).rglob("*.?pp"))]
    lines = [line for path in sources for line in faults(str(path.relative_to(project)), path.read_text("utf-8"))]
    print("\n".join(lines) if lines else f"{len(sources)} files keep to the arrows")
    # The check itself has to see a fault where there is one.
    assert list(faults("core/base/x.hpp", "#include <QString>"))
    assert list(faults("core/time/x.hpp", '#include "core/io/reader.hpp"'))
    return 1 if lines or not sources else 0


sys.exit(main())
