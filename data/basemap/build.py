#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes basemap.gpkg. The layers and their fields are listed in README.md.

The same inputs give the same bytes: order is fixed, and OGR_CURRENT_DATE stands for the clock."""
import argparse
import os
import time
from typing import NamedTuple

from osgeo import ogr, osr

import gshhg
import natural_earth
import places
import rivers

WORLD = (-180, 180, -85.06, 85.06)  # a hair beyond Web Mercator's cut
REGION = (24, 64, 12, 44)           # a multiple of the cells of `globe`


class Level(NamedTuple):
    """A level of detail; degrees and square kilometres."""

    name: str
    resolution: str   # GSHHG's letter
    box: tuple
    cell: float       # land is cut into cells of this size
    tolerance: float  # of simplification
    least_km2: float  # of a lake or an island
    soft: bool        # corners rounded


LEVELS = (Level("world", "l", WORLD, 10, 0.02, 500, False),
          Level("globe", "i", WORLD, 4, 0.004, 20, False),
          Level("region", "h", REGION, 2, 0.0003, 1, True))
WORLD_RIVER_RANK, GLOBE_RIVER_RANK = 2, 4  # the last ranks kept
LINE_VERTICES = 256    # a longer line becomes several that touch, so that what is out of sight can be skipped
NAMES = {"name": str, "name_ar": str}
FIELDS = {
    "land": {}, "coast": {}, "lake": {**NAMES, "approx": int}, "shore": {"approx": int},
    "river": {"rank": int, "kind": str, **NAMES, "name_ku": str, "approx": int},
    "border": {"a": str, "b": str, "disputed": int, "claim": str},
    "governorate": {"iso2": str},
    "label_country": {"iso2": str, **NAMES, "rank": int, "min_zoom": float, "km2": int},
    "label_governorate": {"iso2": str, **NAMES, "rank": int, "min_zoom": float},
    "label_water": {**NAMES, "alternates": str, "kind": str, "rank": int, "min_zoom": float},
    "label_place": {**NAMES, "name_ku": str, "alternates": str, "iso2": str, "governorate": str, "kind": str,
                    "rank": int, "min_zoom": float, "pop": int},
}
TYPES = {str: ogr.OFTString, int: ogr.OFTInteger, float: ogr.OFTReal}


class Package:
    """The GeoPackage being written."""

    def __init__(self, path):
        self.source = ogr.GetDriverByName("GPKG").CreateDataSource(path, options=["ADD_GPKG_OGR_CONTENTS=NO"])
        self.srs = osr.SpatialReference()
        self.srs.ImportFromEPSG(4326)
        self.srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self.source.StartTransaction()

    def write(self, name, features, fields, kind):
        layer = self.source.CreateLayer(name, self.srs, kind, options=["GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=NO"])
        for field, of in fields.items():
            layer.CreateField(ogr.FieldDefn(field, TYPES[of]))
        for given in features:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field in fields:
                if given.get(field) not in (None, ""):
                    feature[field] = given[field]
            feature.SetGeometry(given["geometry"])
            layer.CreateFeature(feature)

    def close(self):
        self.source.CommitTransaction()
        self.source = None


def short(features):
    """Lines of at most LINE_VERTICES vertices; neighbours share a vertex."""
    for feature in features:
        points = feature["geometry"].GetPoints()
        for i in range(0, len(points) - 1, LINE_VERTICES - 1):
            yield {**feature, "geometry": gshhg.line(p[:2] for p in points[i:i + LINE_VERTICES])}


def parted(features, kind):
    """Features cut at the frame of the region, with `region` = 1 for what lies in it."""
    frame = gshhg.rectangle(REGION)
    for feature in features:
        shape = feature["geometry"]
        west, east, south, north = shape.GetEnvelope()
        if west >= REGION[1] or east <= REGION[0] or south >= REGION[3] or north <= REGION[2]:
            yield {**feature, "region": 0}
        elif west >= REGION[0] and east <= REGION[1] and south >= REGION[2] and north <= REGION[3]:
            yield {**feature, "region": 1}
        else:
            for inside, pieces in ((1, shape.Intersection(frame)), (0, shape.Difference(frame))):
                for piece in gshhg.parts(pieces, kind):
                    yield {**feature, "geometry": piece.Clone(), "region": inside}


def bare(geometries):
    return [{"geometry": geometry} for geometry in geometries]


def ring_line(polygon):
    return gshhg.line(p[:2] for p in polygon.GetGeometryRef(0).GetPoints())


def as_today(lakes, shores, changes):
    """Lakes and shores as features, without the lakes that have dried up since GSHHG's survey: of each, only what
    lies in the boxes that `changes` names for it is kept."""
    kept, gone, added = [], [], []
    for lake in lakes:
        west, east, south, north = lake.GetEnvelope()
        here = [row for row in changes if west <= row["lon"] <= east and south <= row["lat"] <= north and
                gshhg.rectangle((row["lon"], row["lon"] + 1e-6, row["lat"], row["lat"] + 1e-6)).Within(lake)]
        if here:
            gone.append(lake.Buffer(0.01))
            rest = [piece.Buffer(-0.04).Buffer(0.04).SimplifyPreserveTopology(0.002) for row in here if row["kept"]
                    for piece in gshhg.clip(lake, row["kept"], "POLYGON")]  # without the corners of the box
            added += [piece for shape in rest for piece in gshhg.parts(shape, "POLYGON")]
        else:
            kept.append(lake)
    still = [line for line in shores if not any(line.Within(lake) for lake in gone)]
    return ([{"geometry": lake} for lake in kept] + [{"geometry": lake, "approx": 1} for lake in added],
            [{"geometry": line} for line in still] + [{"geometry": ring_line(lake), "approx": 1} for lake in added])


def dried_up(table):
    """The rows of dried_up.csv with numbers; `kept` is a box or none."""
    sides = ("west", "east", "south", "north")
    return [{"lon": float(row["lon"]), "lat": float(row["lat"]),
             "kept": tuple(float(row[side]) for side in sides) if row["west"] else None} for row in table]


def coarser(features, tolerance):
    return [{**feature, "geometry": feature["geometry"].SimplifyPreserveTopology(tolerance)} for feature in features]


def courses_by_level(facts):
    """The rivers of each level. The named ones are found once, on the finest lines of a place, so that they do not
    jump from zoom to zoom: `globe` takes the region's own, and `world` those of `globe`."""
    found = {}
    for level in LEVELS[1:]:
        pieces = list(gshhg.dump(level.resolution, level.box, "-Ia" if level.name == "region" else "-Ir"))
        network = rivers.Network(pieces, facts["rivers"])
        found[level.name] = rivers.rivers(pieces, network, facts["rivers"], level.tolerance, level.box, level.soft)
    lasting = [course for course in found["region"] if course["kind"] == "river" and course["rank"] <= GLOBE_RIVER_RANK]
    major = [course for course in found["globe"] if course["rank"] <= GLOBE_RIVER_RANK]
    outside = [course for course in parted(major, "LINESTRING") if not course["region"]]
    found["globe"] = outside + [{**course, "region": 1} for course in coarser(lasting, LEVELS[1].tolerance)]
    found["world"] = coarser([c for c in found["globe"] if c["rank"] <= WORLD_RIVER_RANK], LEVELS[0].tolerance)
    return found, rivers.reservoirs(network, facts["reservoirs"])


def write_level(package, level, courses, reservoirs, facts):
    started = time.monotonic()
    shapes = gshhg.coast_and_lakes(*level[1:])
    lakes, shores = as_today(shapes["lake"], shapes["shore"], dried_up(facts["dried_up"]))
    made = [lake for lake in coarser(reservoirs, level.tolerance / 2)
            if natural_earth.km2(lake["geometry"]) >= level.least_km2]
    shores += [{"geometry": ring_line(lake["geometry"]), "approx": 1} for lake in made]
    lakes = [{**lake, "geometry": piece} for lake in lakes + made for piece in gshhg.cut(lake["geometry"], level.cell)]
    lines, areas = ("LINESTRING", ogr.wkbLineString), ("POLYGON", ogr.wkbPolygon)
    for what, features, (part, kind) in (("land", bare(shapes["land"]), areas), ("coast", bare(shapes["coast"]), lines),
                                         ("lake", lakes, areas), ("shore", shores, lines),
                                         ("river", courses, lines)):
        fields = dict(FIELDS[what])
        if level.name == "globe":
            fields["region"] = int
            features = features if what == "river" else parted(features, part)
        package.write(f"{level.name}_{what}", short(features) if part == "LINESTRING" else features, fields, kind)
    print(f"basemap: {level.name} {time.monotonic() - started:.1f} s")


def water_labels(table):
    features = []
    for row in table:
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(float(row["lon"]), float(row["lat"]))
        rank = int(row["rank"])
        features.append({**row, "geometry": point, "rank": rank, "min_zoom": (1.0, 3.0, 4.0, 5.5, 6.5, 7.5, 8.5)[rank]})
    return features


def reservoir_labels(reservoirs):
    for lake in reservoirs:
        yield {**lake, "geometry": lake["geometry"].PointOnSurface(), "kind": "lake",
               "rank": 5, "min_zoom": 7.5}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", help="the file to make, .gpkg")
    parser.add_argument("--world-map", default="", help="Natural Earth's world_map.gpkg")
    parser.add_argument("--geonames", default="", help="libgeonames.so.0")
    parser.add_argument("--locales", default="/usr/share/locale", help="where geonames.mo files lie")
    arguments = parser.parse_args()
    ogr.UseExceptions()
    here = os.path.dirname(os.path.abspath(__file__))
    tables = ("rivers", "reservoirs", "countries", "governorates", "waters", "dried_up", "disputed", "places",
              "place_fixes")
    facts = {name: rivers.rows(f"{here}/{name}.csv") for name in tables}
    unfinished = arguments.output.removesuffix(".gpkg") + ".part.gpkg"
    if os.path.exists(unfinished):
        os.remove(unfinished)
    package = Package(unfinished)
    started = time.monotonic()
    courses, reservoirs = courses_by_level(facts)
    print(f"basemap: rivers {time.monotonic() - started:.1f} s")
    for level in LEVELS:
        write_level(package, level, courses[level.name], reservoirs, facts)
    started = time.monotonic()
    areas = None
    if arguments.world_map:
        world_map = ogr.Open(arguments.world_map)
        lines = natural_earth.borders(world_map, facts["disputed"])
        coarse = [{**line, "geometry": line["geometry"].SimplifyPreserveTopology(LEVELS[0].tolerance)} for line in lines]
        package.write("world_border", coarse, FIELDS["border"], ogr.wkbLineString)
        package.write("globe_border", lines, FIELDS["border"], ogr.wkbLineString)
        inner, names, areas = natural_earth.governorates(world_map, facts["governorates"])
        package.write("region_governorate", inner, FIELDS["governorate"], ogr.wkbLineString)
        package.write("label_country", natural_earth.country_labels(world_map, facts["countries"]), FIELDS["label_country"], ogr.wkbPoint)
        package.write("label_governorate", names, FIELDS["label_governorate"], ogr.wkbPoint)
    package.write("label_water", water_labels(facts["waters"]) + list(reservoir_labels(reservoirs)), FIELDS["label_water"], ogr.wkbPoint)
    towns = places.places(arguments.geonames, arguments.locales, REGION, facts["places"], facts["place_fixes"],
                          facts["countries"], facts["governorates"])
    for town in towns if areas else []:
        town["governorate"] = areas.name_at(town["geometry"], town.get("iso2"))
    package.write("label_place", towns, FIELDS["label_place"], ogr.wkbPoint)
    package.close()
    os.replace(unfinished, arguments.output)
    print(f"basemap: borders, names and places {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
