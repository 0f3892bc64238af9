# SPDX-License-Identifier: Apache-2.0
"""Coast, lakes and rivers of GSHHG, as the program gmt hands them out.

GSHHG as packaged is cut into square bins and `gmt coast -M` dumps open pieces, one set a bin, without areas.
Areas come back in three steps: join the pieces, node them with a grid and polygonise (which also cuts the land
into cells), then ask gmt of each face whether it is land or water."""
import os
import struct
import subprocess
from collections import defaultdict
from itertools import chain

import numpy
from osgeo import ogr

DIGITS = 5            # of a degree: 1 m
ROUNDED_WITHIN = 2e-4  # degrees: what is left out again of a rounded line


def gmt(*arguments, text=None):
    """Runs gmt and returns what it prints; a failure ends the build with gmt's own message."""
    # It leaves a gmt.history where it runs.
    done = subprocess.run(["gmt", *arguments], check=True, stdout=subprocess.PIPE, input=text and text.encode(),
                          cwd=os.environ.get("GMT_USERDIR"))
    return done.stdout.decode("utf-8", "replace")


def region_argument(box):
    return "-R{}/{}/{}/{}".format(*box)


def dump(resolution, box, *arguments):
    """Pieces of a `gmt coast -M` dump as (level, points), cut at 180 degrees. They may end a little outside the box."""
    middle = (box[0] + box[1]) / 2
    text = gmt("coast", region_argument(box), "-D" + resolution, "-M", *arguments)
    for block in text.split(">")[1:]:
        heading, _, body = block.partition("\n")
        level = int(heading.rpartition("Level ")[2])
        places = numpy.fromstring(body.partition("#")[0], sep=" ").reshape(-1, 2)
        lon = places[:, 0]  # 0 to 360 or -180 to 180, as gmt likes
        lon -= 360 * (lon - middle > 180 + 1e-6) - 360 * (lon - middle < -180 - 1e-6)
        for points in cut_at_180([tuple(p) for p in places.round(DIGITS).tolist()]):
            if len(points) > 1:
                yield level, points


def cut_at_180(points):
    """A line without repeated points, cut where it goes round the back of the world."""
    run = []
    for point in points:
        if run and abs(run[-1][0] - point[0]) > 180:
            edge = 180.0 if run[-1][0] > 0 else -180.0
            before, after = run[-1], point[0] + 2 * edge
            t = (edge - before[0]) / (after - before[0]) if after != before[0] else 0
            crossing = round(before[1] + t * (point[1] - before[1]), DIGITS)
            if before != (edge, crossing):
                run.append((edge, crossing))
            yield run
            run = [(-edge, crossing)]
        if not run or run[-1] != point:
            run.append(point)
    yield run


def join(pieces):
    """Joins lines end to end where exactly two of them meet."""
    ends = defaultdict(list)
    for i, piece in enumerate(pieces):
        ends[piece[0]].append(i)
        ends[piece[-1]].append(i)
    used = [False] * len(pieces)

    def grow(points):
        while len(ends[points[-1]]) == 2:
            following = [i for i in ends[points[-1]] if not used[i]]
            if not following:
                break
            piece = pieces[following[0]]
            used[following[0]] = True
            points += (piece if piece[0] == points[-1] else piece[::-1])[1:]
        return points

    joined = []
    for i, piece in enumerate(pieces):
        if used[i]:
            continue
        used[i] = True
        points = grow(list(piece))
        if points[0] != points[-1]:
            points = grow(points[::-1])
        joined.append(points)
    return joined


def line(points):
    points = list(points)
    return ogr.CreateGeometryFromWkb(struct.pack(f"<BII{2 * len(points)}d", 1, 2, len(points), *chain.from_iterable(points)))


def rounded(points, fixed=()):
    """A line with its corners cut twice (Chaikin), but for its ends and for the fixed points on it. GSHHG's corners
    are those of its own simplification; the cut stays far below its error."""
    runs = [[points[0]]]
    for p in points[1:]:
        runs[-1].append(p)
        if p in fixed:
            runs.append([p])
    result = [points[0]]
    for run in runs:
        for _ in range(2):
            corners = [((3 * a[0] + b[0]) / 4, (3 * a[1] + b[1]) / 4, (a[0] + 3 * b[0]) / 4, (a[1] + 3 * b[1]) / 4)
                       for a, b in zip(run, run[1:])]
            run = [run[0], *(p for c in corners for p in (c[:2], c[2:])), run[-1]]
        result += run[1:] if len(run) > 2 else []
    shape = line((round(x, DIGITS), round(y, DIGITS)) for x, y in result)
    return [p[:2] for p in shape.SimplifyPreserveTopology(ROUNDED_WITHIN).GetPoints()]


def rectangle(box):
    west, east, south, north = box
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((west, south), (east, south), (east, north), (west, north), (west, south)):
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def parts(geometry, name):
    """The simple parts of a geometry that bear the OGC name ("POLYGON", "LINESTRING")."""
    if geometry.GetGeometryName() == name:
        if not geometry.IsEmpty():
            yield geometry
    elif geometry.GetGeometryCount() and geometry.GetGeometryName() != "POLYGON":
        for i in range(geometry.GetGeometryCount()):
            yield from parts(geometry.GetGeometryRef(i), name)


def clip(geometry, box, name):
    """What of a geometry lies in a box, as simple parts."""
    west, east, south, north = geometry.GetEnvelope()
    if west >= box[0] and east <= box[1] and south >= box[2] and north <= box[3]:
        return [geometry]
    if west > box[1] or east < box[0] or south > box[3] or north < box[2]:
        return []
    return [p.Clone() for p in parts(geometry.Intersection(rectangle(box)), name)]


def steps(low, high, cell):
    """The multiples of a cell between two bounds, and the bounds themselves."""
    inner = [i * cell for i in range(int(low // cell), int(high // cell) + 2)]
    return [low] + [v for v in inner if low < v < high] + [high]


def faces(lines, box, cell=None):
    """The faces that lines make with the box (and its grid of cells, if any), each with a point inside."""
    west, east, south, north = box
    columns = steps(west, east, cell) if cell else [west, east]
    rows = steps(south, north, cell) if cell else [south, north]
    bundle = ogr.Geometry(ogr.wkbMultiLineString)
    for geometry in lines:
        bundle.AddGeometry(geometry)
    for x in columns:
        bundle.AddGeometry(line([(x, south), (x, north)]))
    for y in rows:
        bundle.AddGeometry(line([(west, y), (east, y)]))
    found = bundle.UnaryUnion().Polygonize()
    return [found.GetGeometryRef(i).Clone() for i in range(found.GetGeometryCount())]


def select(candidates, resolution, box, least_km2, kept):
    """Those faces of which gmt says that a point inside is of a kept kind: five of s (skip) and k (keep) for
    ocean, land, lake, island in a lake, pond on such an island."""
    points = [face.PointOnSurface() for face in candidates]
    # Asked for -180/180 at once, gmt 6.5 answers wrongly beside -180 (it takes the bin of the other side).
    halves = [(-190, 10), (-10, 190)] if box[1] - box[0] == 360 else [box[:2]]
    chosen = set()
    for half, (west, east) in enumerate(halves):
        rows = (f"{p.GetX():.9f} {p.GetY():.9f} {i}\n" for i, p in enumerate(points)
                if len(halves) == 1 or (p.GetX() >= 0) == half)
        answer = gmt("select", region_argument((west, east, *box[2:])), "-D" + resolution, f"-A{least_km2}",
                     "-N" + kept, text="".join(rows))
        chosen.update(int(float(row.split()[2])) for row in answer.splitlines() if row and row[0] not in "#>")
    return [candidates[i] for i in sorted(chosen)]


def simpler(points, tolerance, soft, fixed=()):
    shape = line(points).SimplifyPreserveTopology(tolerance)
    return line(rounded([p[:2] for p in shape.GetPoints()], fixed)) if soft else shape


def coast_and_lakes(resolution, box, cell, tolerance, least_km2, soft):
    """Land cut into cells, lakes whole, with their islands as holes, and the lines of both without any cut edge:
    {"land": polygons, "coast": lines, "lake": polygons, "shore": lines}. Soft lines have their corners rounded."""
    levels = defaultdict(list)
    for level, points in dump(resolution, box, "-W", f"-A{least_km2}"):
        levels[min(level, 2)].append(points)
    lines = {}
    for level, pieces in levels.items():
        lines[level] = [part for points in join(pieces)
                        for part in clip(simpler(points, tolerance, soft), box, "LINESTRING")]
    land = select(faces(lines[1], box, cell), resolution, box, least_km2, "s/k/k/k/k")
    lakes = select(faces(lines[2], box), resolution, box, least_km2, "s/s/k/s/k")
    return {"land": land, "coast": lines[1], "lake": lakes, "shore": lines[2]}


def cut(polygon, cell):
    """A polygon wider or higher than a cell as its pieces, one or more a cell; a smaller one whole."""
    west, east, south, north = polygon.GetEnvelope()
    if east - west <= cell and north - south <= cell:
        return [polygon]
    columns, rows = steps(west, east, cell), steps(south, north, cell)
    return [piece for w, e in zip(columns, columns[1:]) for s, n in zip(rows, rows[1:])
            for piece in clip(polygon, (w, e, s, n), "POLYGON")]
