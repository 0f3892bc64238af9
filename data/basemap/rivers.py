# SPDX-License-Identifier: Apache-2.0
"""Names the rivers that matter and adds what GSHHG lacks: drawn rivers and reservoirs.

A named river is the shortest way along GSHHG's river lines from one typed waypoint to the next."""
import csv
import heapq
import math
from collections import Counter, defaultdict

from osgeo import ogr

import gshhg

# GSHHG's river levels -> (rank, kind). Rank 0 is drawn first and widest. Level 0 is both banks of a wide river.
LEVELS = {0: (2, "river"), 1: (2, "river"), 2: (3, "river"), 3: (4, "river"), 4: (5, "river"),
          5: (5, "wadi"), 6: (6, "wadi"), 7: (6, "wadi"), 8: (4, "canal"), 9: (5, "canal"), 10: (6, "canal")}
BANKS, CANALS = 0, 8
# Degrees:
MARGIN = 5      # around the named rivers
SNAP = 0.15     # that a waypoint may lie off the river
BRIDGE = 0.03   # between the loose end of a line and another line of the same river
BANK = 0.015    # between the two banks of a wide river
LEAP = 0.3      # between two loose ends with a lake between them: the river goes on, but no line is drawn
DETOUR = 3.6    # a way longer than this, against the straight line, is another river's


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def apart(a, b):
    """Distance in degrees of latitude, near enough for short ones."""
    return math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1])


class Network:
    """The river lines around the named rivers as a graph of their vertices."""

    def __init__(self, pieces, table):
        wanted = [place for row in table for place in places_of(row["points"])]
        west, east = min(x for x, _ in wanted) - MARGIN, max(x for x, _ in wanted) + MARGIN
        south, north = min(y for _, y in wanted) - MARGIN, max(y for _, y in wanted) + MARGIN
        self.near = defaultdict(dict)
        banks = {}
        for level, points in pieces:
            if level < CANALS and west < points[0][0] < east and south < points[0][1] < north:
                for a, b in zip(points, points[1:]):
                    self.near[a][b] = self.near[b][a] = apart(a, b)
                if level == BANKS:
                    banks.update(dict.fromkeys(points))
        self.bins = defaultdict(list)
        for p in self.near:
            self.bins[math.floor(p[0] / SNAP), math.floor(p[1] / SNAP)].append(p)
        loose = {p: None for p, others in self.near.items() if len(others) == 1}
        self._connect(loose, BRIDGE, self.near)
        self._connect(banks, BANK, banks)
        self.leaps = self._connect(loose, LEAP, loose)

    def _around(self, place, reach):
        i, j, far = math.floor(place[0] / SNAP), math.floor(place[1] / SNAP), math.ceil(reach / SNAP)
        found = ((apart(place, p), p) for x in range(i - far, i + far + 1) for y in range(j - far, j + far + 1)
                 for p in self.bins.get((x, y), ()))
        return sorted(f for f in found if f[0] <= reach)

    def _connect(self, ends, reach, others):
        """Links each end with the nearest of the others in reach that the lines do not lead to anyway. Returns
        the links, both ways round."""
        links = set()
        for p in ends:
            near = [(distance, q) for distance, q in self._around(p, reach) if q != p and q in others]
            known = self._within(p, 4 * reach) if near else ()
            link = next(((distance, q) for distance, q in near if q not in known), None)
            if link:
                distance, q = link
                self.near[p][q] = self.near[q][p] = 3 * distance
                links.update(((p, q), (q, p)))
        return links

    def _within(self, start, reach):
        cost, queue = {start: 0}, [(0, start)]
        while queue:
            so_far, p = heapq.heappop(queue)
            for q, step in self.near[p].items():
                if so_far + step < min(reach, cost.get(q, math.inf)):
                    cost[q] = so_far + step
                    heapq.heappush(queue, (so_far + step, q))
        return cost

    def way(self, start, end):
        """The vertices from one place to another along the lines, or none."""
        first, last = self._around(start, SNAP)[:1], self._around(end, SNAP)[:1]
        if not first or not last:
            return []
        source, target = first[0][1], last[0][1]
        cost, before, queue = {source: 0}, {}, [(0, source)]
        limit = DETOUR * apart(source, target) + 0.2
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
        ways = []
        for a, b in zip(places, places[1:]):
            way = self.way(a, b)
            if len(way) > 1 and ways and ways[-1][-1] == way[0]:
                ways[-1] += way[1:]
            elif len(way) > 1:
                ways.append(way)
        lines = []
        for way in ways:
            run = []
            for p in trimmed(way):
                if run and (run[-1], p) in self.leaps:
                    lines.append(run)
                    run = []
                run.append(p)
            lines.append(run)
        return [points for points in lines if len(points) > 1]


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


def junctions(pieces):
    """The points where more than two edges meet."""
    edges = Counter(p for _, points in pieces for p in points)
    edges.update(p for _, points in pieces for p in points[1:-1])
    return {p for p, count in edges.items() if count > 2}


def rivers(pieces, network, table, tolerance, box, soft):
    """Features {"geometry", "rank", "kind", "name", ...}: the named rivers, then the rest by level."""
    features, named = [], set()
    fixed = junctions(pieces) if soft else set()

    def add(points, **fields):
        shape = gshhg.simpler(points, tolerance, soft, fixed)
        features.extend({"geometry": part, **fields} for part in gshhg.clip(shape, box, "LINESTRING"))

    for row in table:
        fields = {"rank": int(row["rank"]), "kind": "river", "name": row["name"], "name_ar": row["name_ar"],
                  "name_ku": row["name_ku"], "approx": int(row["how"] == "draw")}
        places = places_of(row["points"])
        for points in [gshhg.rounded(places)] if row["how"] == "draw" else network.course(places):
            for run in runs_outside(points, named):
                named.update(pair for a, b in zip(run, run[1:]) for pair in ((a, b), (b, a)))
                add(run, **fields)
    by_level = defaultdict(list)
    beside = {cell(p, i, j) for edge in named for p in edge for i in (-1, 0, 1) for j in (-1, 0, 1)}
    for level, points in pieces:
        if level != BANKS or any(cell(p) not in beside for p in points):
            by_level[level] += runs_outside(points, named)
    for level in sorted(by_level):
        rank, kind = LEVELS[level]
        for points in gshhg.join(by_level[level]):
            add(points, rank=rank, kind=kind, approx=0)
    return features


def cell(point, east=0, north=0):
    """A bin as wide as the banks of a river may lie apart, or its neighbour."""
    return math.floor(point[0] / BANK) + east, math.floor(point[1] / BANK) + north


def runs_outside(points, edges):
    """The runs of a line whose edges are not among the given ones."""
    runs = [[points[0]]]
    for a, b in zip(points, points[1:]):
        if (a, b) in edges:
            runs.append([b])
        else:
            runs[-1].append(b)
    return [run for run in runs if len(run) > 1]


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
    """The outline of a lake of about the area along a river from its dam upstream: wide in its lower half, thin at
    the head. Only the area, the dam and the head are facts; the outline is not."""
    factor = math.cos(math.radians(course[0][1]))
    line = stations(scaled(course, factor), 48)
    degree_km = 111.2

    def shape(width):
        discs = []
        for share, distance, (x, y) in line:
            radius = width * max(0.12, math.sin(math.pi * (0.2 + 0.8 * share)))
            if distance >= radius * 0.9:
                centre = ogr.Geometry(ogr.wkbPoint)
                centre.AddPoint_2D(x, y)
                discs.append(centre.Buffer(radius, 6))
        reaches = ogr.Geometry(ogr.wkbMultiPolygon)
        for a, b in zip(discs, discs[1:]):
            reaches.AddGeometry(a.Union(b).ConvexHull())
        return reaches.UnionCascaded()

    low, high = 0.001, 0.2
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if shape(middle).GetArea() * degree_km**2 < km2 else (low, middle)
    ring = shape(high).SimplifyPreserveTopology(0.001).GetGeometryRef(0)
    return gshhg.rounded([(x / factor, y) for x, y, *_ in ring.GetPoints()])


def reservoirs(network, table):
    """Features of the reservoirs that are younger than GSHHG's survey, arms of one lake united."""
    shapes = {}
    for row in table:
        dam = (float(row["dam_lon"]), float(row["dam_lat"]))
        head = (float(row["head_lon"]), float(row["head_lat"]))
        course = network.course([dam, head])
        if not course:
            raise SystemExit(f"basemap: no river from the dam to the head of {row['name']}")
        ring = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in reservoir(course[0], float(row["km2"])):
            ring.AddPoint_2D(x, y)
        ring.CloseRings()
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(ring)
        before = shapes.get(row["name"])
        shapes[row["name"]] = (row, before[1].Union(polygon) if before else polygon)
    return [{"geometry": part, "name": row["name"], "name_ar": row["name_ar"], "approx": 1}
            for row, shape in shapes.values() for part in gshhg.parts(shape, "POLYGON")]
