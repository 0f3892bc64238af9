# SPDX-License-Identifier: Apache-2.0
"""Borders, governorate lines and the places of country and governorate names, out of Natural Earth's areas.

A border is an edge that two countries share, so coasts never become borders."""
import math
from collections import defaultdict

from osgeo import ogr

import gshhg
from rivers import rows

UNKNOWN = "??"  # stands for areas of Natural Earth that carry no country code
NOT_CLAIMED = ("Former USSR oblast in 1991", "Ceasefire Line 1994", "Portuguese claim", "Bolivian claim",
               "Ukrainian claim")  # claim lines out of date or not pursued
GOVERNORATE_COUNTRIES = {"SYR": "SY", "IRQ": "IQ", "TUR": "TR", "JOR": "JO", "LBN": "LB", "KWT": "KW", "IRN": "IR",
                         "SAU": "SA", "EGY": "EG"}
PART_OF = {"UNDOF": "Quneitra"}  # zones that are no governorate
SQUARE_DEGREE_KM2 = 12365


def rings(geometry):
    if geometry.GetGeometryName() == "LINEARRING":
        yield [(round(p[0], 6), round(p[1], 6)) for p in geometry.GetPoints()]
    for i in range(geometry.GetGeometryCount()):
        yield from rings(geometry.GetGeometryRef(i))


def shared_edges(areas):
    """Edges by the sorted pair of owners that share them. `areas` yields (owner, geometry)."""
    owners = defaultdict(list)
    for owner, geometry in areas:
        for ring in rings(geometry):
            for a, b in zip(ring, ring[1:]):
                if a != b:
                    owners[min(a, b), max(a, b)].append(owner)
    pairs = defaultdict(list)
    for edge, who in owners.items():
        if len(who) == 2 and who[0] != who[1]:
            pairs[tuple(sorted(who))].append(edge)
    return pairs


def chains(edges):
    """Edges joined to lines that run from one junction to the next."""
    at = defaultdict(list)
    for i, (a, b) in enumerate(edges):
        at[a].append(i)
        at[b].append(i)
    used = [False] * len(edges)

    def walk(i, start):
        used[i] = True
        a, b = edges[i]
        chain = [start, b if start == a else a]
        while len(at[chain[-1]]) == 2:
            following = [j for j in at[chain[-1]] if not used[j]]
            if not following:
                break
            used[following[0]] = True
            a, b = edges[following[0]]
            chain.append(b if chain[-1] == a else a)
        return chain

    for start, around in at.items():
        if len(around) != 2:
            for i in around:
                if not used[i]:
                    yield walk(i, start)
    for i, edge in enumerate(edges):
        if not used[i]:
            yield walk(i, edge[0])


def inside(edge, row):
    (ax, ay), (bx, by) = edge
    return (float(row["west"]) <= (ax + bx) / 2 <= float(row["east"])
            and float(row["south"]) <= (ay + by) / 2 <= float(row["north"]))


def borders(world_map, disputes):
    """Features of the lines between countries: {"geometry", "a", "b", "disputed", "claim"}."""
    features = []
    areas = ((f["iso_a2"] if f["iso_a2"] not in (None, "-1") else UNKNOWN, f.geometry().Clone())
             for f in world_map.GetLayer("countries"))
    for pair, edges in sorted(shared_edges(areas).items()):
        special = [row for row in disputes if tuple(sorted((row["a"], row["b"]))) == pair]
        kinds = defaultdict(list)
        for edge in edges:
            kinds[next((row["line"] for row in special if inside(edge, row)), "border")].append(edge)
        for kind in ("border", "disputed"):
            for points in chains(kinds[kind]):
                features.append({"geometry": gshhg.line(points), "a": pair[0], "b": pair[1],
                                 "disputed": int(kind == "disputed")})
    for f in world_map.GetLayer("disputed_borders"):
        if f["name"] not in NOT_CLAIMED:
            for part in gshhg.parts(f.geometry(), "LINESTRING"):
                features.append({"geometry": part.Clone(), "disputed": 1, "claim": f["name"]})
    return features


def label_point(geometry, row):
    """Where a name stands: the typed place, else the centroid of the largest part, else a point inside it."""
    point = ogr.Geometry(ogr.wkbPoint)
    if row.get("lon"):
        point.AddPoint_2D(float(row["lon"]), float(row["lat"]))
        return point
    largest = max(gshhg.parts(geometry, "POLYGON"), key=lambda part: part.Area())
    point = largest.Centroid()
    if not largest.Contains(point):
        point = largest.PointOnSurface()
    point.FlattenTo2D()
    return point


def km2(geometry):
    return geometry.Area() * SQUARE_DEGREE_KM2 * math.cos(math.radians(geometry.Centroid().GetY()))


def rank_of(value, limits):
    return sum(value < limit for limit in limits)


def country_labels(world_map, facts):
    known = {row["iso2"]: row for row in facts}
    features = []
    for f in world_map.GetLayer("countries"):
        row = known.get(f["iso_a2"])
        if row:
            area = km2(f.geometry())
            rank = rank_of(area, (3e6, 1e6, 2.5e5, 8e4, 2e4, 3e3))
            features.append({"geometry": label_point(f.geometry(), row), "iso2": row["iso2"], "name": row["name"],
                             "name_ar": row["name_ar"], "rank": rank, "km2": round(area),
                             "min_zoom": (1.5, 2.2, 3.0, 3.6, 4.5, 5.5, 6.5)[rank]})
    return sorted(features, key=lambda feature: (feature["rank"], -feature["km2"]))


class Governorates:
    """Says in which governorate a place lies."""

    NEAR = 0.03  # degrees: the areas are coarse, places at coasts and borders may lie a little outside

    def __init__(self, shapes, facts):
        self.areas = defaultdict(list)
        for row in facts:
            for part in shapes[row["country"], row["key"]]:
                self.areas[row["country"]].append((row["name"], part, part.GetEnvelope()))

    def name_at(self, point, iso2):
        x, y = point.GetX(), point.GetY()
        near = [(area.Distance(point), name) for name, area, (west, east, south, north) in self.areas[iso2]
                if west - self.NEAR <= x <= east + self.NEAR and south - self.NEAR <= y <= north + self.NEAR]
        distance, name = min(near, default=(self.NEAR, None))
        return name if distance < self.NEAR else None


def governorates(world_map, facts):
    """The lines inside the countries, the names, and what lies where: (lines, labels, Governorates)."""
    shapes = defaultdict(list)
    layer = world_map.GetLayer("states_provinces")
    for f in layer:
        country = GOVERNORATE_COUNTRIES.get(f["adm0_a3"])
        if country:
            shapes[country, PART_OF.get(f["name"], f["name"])].append(f.geometry().Clone())
    lines = []
    areas = ((owner, geometry) for owner, parts in shapes.items() for geometry in parts)
    for (a, b), edges in sorted(shared_edges(areas).items()):
        if a[0] == b[0]:
            lines += [{"geometry": gshhg.line(points), "iso2": a[0]} for points in chains(edges)]
    labels = []
    for row in facts:
        parts = shapes.get((row["country"], row["key"]))
        if parts is None:
            raise SystemExit(f"basemap: Natural Earth has no governorate {row['key']} in {row['country']}")
        largest = max(parts, key=lambda part: part.Area())
        area = km2(largest)
        rank = rank_of(area, (5e4, 1.5e4, 4e3, 1e3))
        labels.append({"geometry": label_point(largest, row), "iso2": row["country"], "name": row["name"],
                       "name_ar": row["name_ar"], "rank": rank, "min_zoom": (5.5, 6.2, 7.0, 7.8, 8.5)[rank]})
    labels.sort(key=lambda label: (label["rank"], label["iso2"], label["name"]))
    return lines, labels, Governorates(shapes, facts)
