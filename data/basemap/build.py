#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes basemap.gpkg. The layers and their fields are listed in README.md.

The same inputs give the same bytes: order is fixed, and OGR_CURRENT_DATE stands for the clock."""
import argparse
import os
import time

from osgeo import ogr, osr

import gshhg
import natural_earth
import places
import rivers

WORLD = (-180, 180, -85.06, 85.06)  # a hair beyond Web Mercator's cut
REGION = (24, 64, 12, 44)           # a multiple of the cells of `globe`
#         name      GSHHG  extent  cell  tolerance  least lake or island, km2   river levels
LEVELS = (("world", "l", WORLD, 10, 0.02, 500, ["-Ir"]),
          ("globe", "i", WORLD, 4, 0.004, 20, ["-Ir"]),
          ("region", "h", REGION, 2, 0.0003, 1, ["-Ia"]))
WORLD_RIVER_RANK = 2   # the last rank shown in `world`
LINE_VERTICES = 256    # a longer line becomes several that touch, so that what is out of sight can be skipped
DRAINED = ((36.33, 36.30),)  # Lake Amik
NAMES = {"name": str, "name_ar": str}
FIELDS = {
    "land": {}, "coast": {}, "lake": {**NAMES, "approx": int}, "shore": {"approx": int},
    "river": {"rank": int, "kind": str, **NAMES, "name_ku": str, "approx": int},
    "border": {"a": str, "b": str, "disputed": int, "claim": str},
    "governorate": {"iso2": str},
    "label_country": {"iso2": str, **NAMES, "rank": int, "min_zoom": float, "km2": int},
    "label_governorate": {"iso2": str, **NAMES, "rank": int, "min_zoom": float},
    "label_water": {**NAMES, "alternates": str, "kind": str, "rank": int, "min_zoom": float},
    "label_place": {**NAMES, "name_ku": str, "alternates": str, "iso2": str, "kind": str, "rank": int,
                    "min_zoom": float, "pop": int},
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


def without_drained(lakes):
    """Lakes but for those that contain a drained place; also the drained shapes' own envelopes."""
    kept, gone = [], []
    for lake in lakes:
        west, east, south, north = lake.GetEnvelope()
        dry = any(west <= x <= east and south <= y <= north for x, y in DRAINED) and (east - west) < 1
        (gone if dry else kept).append(lake)
    return kept, gone


def level(package, facts, reservoirs, name, resolution, box, cell, tolerance, least_km2, river_levels):
    """Writes the layers of one level of detail; returns the reservoirs, which the finest level computes."""
    started = time.monotonic()
    shapes = gshhg.coast_and_lakes(resolution, box, cell, tolerance, least_km2)
    lakes, dry = without_drained(shapes["lake"])
    shore = [line for line in shapes["shore"] if not any(line.Within(lake.Buffer(0.01)) for lake in dry)]
    pieces = list(gshhg.dump(resolution, box, *river_levels))
    network = rivers.Network(pieces)
    courses = rivers.rivers(pieces, network, facts["rivers"], tolerance, box)
    if name == "world":
        courses = [course for course in courses if course["rank"] <= WORLD_RIVER_RANK]
    if reservoirs is None:
        reservoirs = rivers.reservoirs(network, facts["reservoirs"])
    added = []
    for lake in reservoirs:
        shape = lake["geometry"].SimplifyPreserveTopology(tolerance)
        if natural_earth.km2(shape) >= least_km2:
            added.append({**lake, "geometry": shape})
    outlines = [{"geometry": gshhg.line(p[:2] for p in lake["geometry"].GetGeometryRef(0).GetPoints()), "approx": 1} for lake in added]
    layers = (("land", bare(shapes["land"]), ogr.wkbPolygon), ("coast", bare(shapes["coast"]), ogr.wkbLineString),
              ("lake", bare(lakes) + added, ogr.wkbPolygon), ("shore", bare(shore) + outlines, ogr.wkbLineString),
              ("river", courses, ogr.wkbLineString))
    for what, features, kind in layers:
        fields = dict(FIELDS[what])
        if name == "globe":
            fields["region"] = int
            features = parted(features, "POLYGON" if kind == ogr.wkbPolygon else "LINESTRING")
        if kind == ogr.wkbLineString:
            features = short(features)
        package.write(f"{name}_{what}", features, fields, kind)
    print(f"basemap: {name} {time.monotonic() - started:.1f} s")
    return reservoirs


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
    tables = ("rivers", "reservoirs", "countries", "governorates", "waters", "disputed", "places", "place_fixes")
    facts = {name: rivers.rows(f"{here}/{name}.csv") for name in tables}
    unfinished = arguments.output.removesuffix(".gpkg") + ".part.gpkg"
    if os.path.exists(unfinished):
        os.remove(unfinished)
    package = Package(unfinished)
    reservoirs = None
    for settings in reversed(LEVELS):
        reservoirs = level(package, facts, reservoirs, *settings)
    started = time.monotonic()
    if arguments.world_map:
        world_map = ogr.Open(arguments.world_map)
        lines = natural_earth.borders(world_map, facts["disputed"])
        coarse = [{**line, "geometry": line["geometry"].SimplifyPreserveTopology(LEVELS[0][4])} for line in lines]
        package.write("world_border", coarse, FIELDS["border"], ogr.wkbLineString)
        package.write("globe_border", lines, FIELDS["border"], ogr.wkbLineString)
        inner, names = natural_earth.governorates(world_map, facts["governorates"])
        package.write("region_governorate", inner, FIELDS["governorate"], ogr.wkbLineString)
        package.write("label_country", natural_earth.country_labels(world_map, facts["countries"]), FIELDS["label_country"], ogr.wkbPoint)
        package.write("label_governorate", names, FIELDS["label_governorate"], ogr.wkbPoint)
    package.write("label_water", water_labels(facts["waters"]) + list(reservoir_labels(reservoirs)), FIELDS["label_water"], ogr.wkbPoint)
    towns = places.places(arguments.geonames, arguments.locales, REGION, facts["places"], facts["place_fixes"],
                          facts["countries"], facts["governorates"])
    package.write("label_place", towns, FIELDS["label_place"], ogr.wkbPoint)
    package.close()
    os.replace(unfinished, arguments.output)
    print(f"basemap: borders, names and places {time.monotonic() - started:.1f} s")


if __name__ == "__main__":
    main()
