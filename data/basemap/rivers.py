# SPDX-License-Identifier: Apache-2.0
"""Names the rivers that matter and adds what GSHHG lacks: drawn rivers and reservoirs.

A named river is the shortest way along GSHHG's river lines from one typed waypoint to the next."""
import csv
import heapq
import math
from collections import defaultdict

from osgeo import ogr

import gshhg

# GSHHG's river levels -> (rank, kind). Rank 0 is drawn first and widest.
LEVELS = {0: (2, "river"), 1: (2, "river"), 2: (3, "river"), 3: (4, "river"), 4: (5, "river"),
          5: (5, "wadi"), 6: (6, "wadi"), 7: (6, "wadi"), 8: (4, "canal"), 9: (5, "canal"), 10: (6, "canal")}
SNAP = 0.15     # degrees a waypoint may lie off the river
BRIDGE = 0.03   # degrees that may lie between the loose end of one line and another


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def apart(a, b):
    """Distance in degrees of latitude, near enough for short ones."""
    return math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1])


class Network:
    """The river lines of a level of detail as a graph of their vertices."""

    def __init__(self, pieces):
        self.near = defaultdict(dict)
        for _, points in pieces:
            for a, b in zip(points, points[1:]):
                self.near[a][b] = self.near[b][a] = apart(a, b)
        self.bins = defaultdict(list)
        for p in self.near:
            self.bins[math.floor(p[0] / SNAP), math.floor(p[1] / SNAP)].append(p)
        self._bridge()

    def _around(self, place, reach):
        i, j = math.floor(place[0] / SNAP), math.floor(place[1] / SNAP)
        found = ((apart(place, p), p) for x in (i - 1, i, i + 1) for y in (j - 1, j, j + 1)
                 for p in self.bins.get((x, y), ()))
        return sorted(f for f in found if f[0] <= reach)

    def _bridge(self):
        loose = [p for p, others in self.near.items() if len(others) == 1]
        for p in loose:
            own = set(self.near[p])
            for distance, q in self._around(p, BRIDGE):
                if q != p and q not in own and not own & set(self.near[q]):
                    self.near[p].setdefault(q, 3 * distance)
                    self.near[q].setdefault(p, 3 * distance)
                    break

    def way(self, start, end):
        """The vertices from one place to another along the lines, or none."""
        first, last = self._around(start, SNAP)[:1], self._around(end, SNAP)[:1]
        if not first or not last:
            return []
        source, target = first[0][1], last[0][1]
        cost, before, queue = {source: 0}, {}, [(0, source)]
        limit = 6 * apart(source, target) + 0.5
        while queue:
            so_far, p = heapq.heappop(queue)
            if p == target:
                way = [p]
                while way[-1] != source:
                    way.append(before[way[-1]])
                return way[::-1]
            if so_far > cost[p] or so_far > limit:
                continue
            for q, step in self.near[p].items():
                if so_far + step < cost.get(q, math.inf):
                    cost[q], before[q] = so_far + step, p
                    heapq.heappush(queue, (so_far + step, q))
        return []

    def course(self, places):
        """The river through places, as one or more lines."""
        lines = []
        for a, b in zip(places, places[1:]):
            way = self.way(a, b)
            if len(way) > 1 and lines and lines[-1][-1] == way[0]:
                lines[-1] += way[1:]
            elif len(way) > 1:
                lines.append(way)
        return [trimmed(points) for points in lines]


def trimmed(points):
    """A way without the spurs that it goes and comes back on, where a waypoint lay beside the main stem."""
    clean = []
    for p in points:
        if p in clean[-400:]:
            del clean[len(clean) - clean[::-1].index(p):]
        else:
            clean.append(p)
    return clean


def places_of(text):
    return [tuple(float(v) for v in pair.split()) for pair in text.split(";")]


def smooth(points, times=2):
    """Chaikin's corner cutting, ends kept."""
    for _ in range(times):
        cut = [points[0]]
        for a, b in zip(points, points[1:]):
            cut += [(0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]),
                    (0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1])]
        points = cut + [points[-1]]
    return [(round(x, gshhg.DIGITS), round(y, gshhg.DIGITS)) for x, y in points]


def rivers(pieces, network, table, tolerance, box):
    """Features {"geometry", "rank", "kind", "name", ...}: the named rivers, then the rest by level."""
    features, named = [], set()

    def add(points, **fields):
        shape = gshhg.line(points)
        for part in gshhg.clip(shape.SimplifyPreserveTopology(tolerance), box, "LINESTRING"):
            features.append({"geometry": part, **fields})

    for row in table:
        fields = {"rank": int(row["rank"]), "kind": "river", "name": row["name"], "name_ar": row["name_ar"],
                  "name_ku": row["name_ku"] or None, "approx": int(row["how"] == "draw")}
        places = places_of(row["points"])
        for points in [smooth(places)] if row["how"] == "draw" else network.course(places):
            run = [points[0]]
            for a, b in zip(points, points[1:]):
                if (a, b) in named:
                    if len(run) > 1:
                        add(run, **fields)
                    run = [b]
                    continue
                named.update(((a, b), (b, a)))
                run.append(b)
            if len(run) > 1:
                add(run, **fields)
    by_level = defaultdict(list)
    for level, points in pieces:
        run = [points[0]]
        for a, b in zip(points, points[1:]):
            if (a, b) not in named:
                run.append(b)
                continue
            if len(run) > 1:
                by_level[level].append(run)
            run = [b]
        if len(run) > 1:
            by_level[level].append(run)
    for level in sorted(by_level):
        rank, kind = LEVELS[level]
        for points in gshhg.join(by_level[level]):
            add(points, rank=rank, kind=kind, approx=0)
    return features


def scaled(points, factor):
    return [(x * factor, y) for x, y in points]


def stations(points, count):
    """Places at equal distances along a line, as (share of the length, distance from its start, place)."""
    total = sum(math.dist(a, b) for a, b in zip(points, points[1:]))
    result, at, gone = [], 0, 0.0
    for i in range(count):
        want = total * i / (count - 1)
        while at < len(points) - 2 and gone + math.dist(points[at], points[at + 1]) < want:
            gone += math.dist(points[at], points[at + 1])
            at += 1
        a, b = points[at], points[at + 1]
        t = min(1.0, (want - gone) / max(math.dist(a, b), 1e-9))
        result.append((want / total, want, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))))
    return result


def reservoir(course, km2):
    """A lake of about the area along a river from its dam upstream: wide in its lower half, thin at the head.
    Only the area, the dam and the head are facts; the outline is not."""
    factor = math.cos(math.radians(course[0][1]))
    line = stations(scaled(course, factor), 48)
    degree_km = 111.2

    def shape(width):
        discs = ogr.Geometry(ogr.wkbMultiPolygon)
        for share, distance, (x, y) in line:
            radius = width * max(0.12, math.sin(math.pi * (0.2 + 0.8 * share)))
            if distance >= radius * 0.9:
                centre = ogr.Geometry(ogr.wkbPoint)
                centre.AddPoint_2D(x, y)
                discs.AddGeometry(centre.Buffer(radius, 6))
        return discs.UnionCascaded()

    low, high = 0.001, 0.2
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if shape(middle).GetArea() * degree_km**2 < km2 else (low, middle)
    for part in gshhg.parts(shape(high).SimplifyPreserveTopology(0.001), "POLYGON"):
        ring = part.GetGeometryRef(0)
        points = [(x / factor, y) for x, y in smooth([p[:2] for p in ring.GetPoints()], 1)]
        if part.GetArea() * degree_km**2 > 0.05 * km2:
            yield [(round(x, gshhg.DIGITS), round(y, gshhg.DIGITS)) for x, y in points]


def reservoirs(network, table):
    """Features of the reservoirs that are younger than GSHHG's survey, arms of one lake united."""
    shapes = {}
    for row in table:
        dam = (float(row["dam_lon"]), float(row["dam_lat"]))
        head = (float(row["head_lon"]), float(row["head_lat"]))
        course = network.course([dam, head])
        if not course:
            raise SystemExit(f"basemap: no river from the dam to the head of {row['name']}")
        for points in reservoir(course[0], float(row["km2"])):
            ring = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in points + [points[0]]:
                ring.AddPoint_2D(x, y)
            ring.CloseRings()
            polygon = ogr.Geometry(ogr.wkbPolygon)
            polygon.AddGeometry(ring)
            before = shapes.get(row["name"])
            shapes[row["name"]] = (row, before[1].Union(polygon) if before else polygon)
    return [{"geometry": part, "name": row["name"], "name_ar": row["name_ar"], "approx": 1}
            for row, shape in shapes.values() for part in gshhg.parts(shape, "POLYGON")]
