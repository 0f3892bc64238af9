#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the ring of zones.geojson: the circle of 55 km around the Tanf garrison, as far as it lies in Syria.

    make_zone.py world_map.gpkg

The argument is Natural Earth's 1:10m countries as Debian's qgis-common carries them
(/usr/share/qgis/resources/data/world_map.gpkg, public domain). Only the Python standard library is needed. The result is
kept in zones.geojson: run this again only if the centre, the radius or the border changes, and paste what it prints
into both features there.
"""
import json
import math
import sqlite3
import struct
import sys

CENTRE = (38.61778, 33.50583)  # lon, lat of the garrison (source S2)
RADIUS_M = 55_000.0
STEP_DEG = 2  # a vertex every 2 degrees: the chord lies 8 m inside the arc
DIGITS = 5  # about 1 m

WGS84_A = 6378137.0
WGS84_F = 1 / 298.257223563


def destination(lon_deg, lat_deg, azimuth_deg, metres):
    """The place at a distance along a geodesic of WGS 84 (Vincenty's direct formula, good to less than 1 mm)."""
    b = WGS84_A * (1 - WGS84_F)
    alpha1 = math.radians(azimuth_deg)
    u1 = math.atan((1 - WGS84_F) * math.tan(math.radians(lat_deg)))
    sin_u1, cos_u1 = math.sin(u1), math.cos(u1)
    sigma1 = math.atan2(math.tan(u1), math.cos(alpha1))
    sin_alpha = cos_u1 * math.sin(alpha1)
    cos2_alpha = 1 - sin_alpha**2
    u2 = cos2_alpha * (WGS84_A**2 - b**2) / b**2
    big_a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    big_b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    sigma = metres / (b * big_a)
    for _ in range(20):
        cos_2m = math.cos(2 * sigma1 + sigma)
        sin_s, cos_s = math.sin(sigma), math.cos(sigma)
        delta = big_b * sin_s * (
            cos_2m
            + big_b / 4 * (cos_s * (2 * cos_2m**2 - 1)
                           - big_b / 6 * cos_2m * (4 * sin_s**2 - 3) * (4 * cos_2m**2 - 3)))
        sigma = metres / (b * big_a) + delta
    cos_2m = math.cos(2 * sigma1 + sigma)
    sin_s, cos_s = math.sin(sigma), math.cos(sigma)
    lat = math.atan2(
        sin_u1 * cos_s + cos_u1 * sin_s * math.cos(alpha1),
        (1 - WGS84_F) * math.hypot(sin_alpha, sin_u1 * sin_s - cos_u1 * cos_s * math.cos(alpha1)))
    lam = math.atan2(sin_s * math.sin(alpha1), cos_u1 * cos_s - sin_u1 * sin_s * math.cos(alpha1))
    c = WGS84_F / 16 * cos2_alpha * (4 + WGS84_F * (4 - 3 * cos2_alpha))
    lon = lam - (1 - c) * WGS84_F * sin_alpha * (
        sigma + c * sin_s * (cos_2m + c * cos_s * (2 * cos_2m**2 - 1)))
    return lon_deg + math.degrees(lon), math.degrees(lat)


def polygons_of(blob):
    """The outer rings of a GeoPackage geometry (polygon or multipolygon, little-endian, 2D)."""
    envelope = (blob[3] >> 1) & 7
    at = 8 + (0, 32, 48, 48, 64)[envelope]

    def ring_list(at):
        count, = struct.unpack_from("<I", blob, at)
        at += 4
        rings = []
        for _ in range(count):
            points, = struct.unpack_from("<I", blob, at)
            flat = struct.unpack_from(f"<{2 * points}d", blob, at + 4)
            rings.append(list(zip(flat[0::2], flat[1::2])))
            at += 4 + 16 * points
        return rings[0], at

    order, kind = struct.unpack_from("<BI", blob, at)
    if order != 1 or kind not in (3, 6):
        sys.exit("Syria's geometry is not a little-endian 2D polygon")
    if kind == 3:
        return [ring_list(at + 5)[0]]
    count, = struct.unpack_from("<I", blob, at + 5)
    at += 9
    outers = []
    for _ in range(count):
        ring, at = ring_list(at + 5)
        outers.append(ring)
    return outers


def syria(path):
    """The largest ring of Syria."""
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
        blob, = database.execute("SELECT geom FROM countries WHERE ISO_A3 = 'SYR'").fetchone()
    return max(polygons_of(blob), key=len)


def clip(subject, window):
    """The part of a ring inside a convex, anticlockwise ring (Sutherland and Hodgman). Neither is closed."""
    for a, b in zip(window, window[1:] + window[:1]):
        def side(p, a=a, b=b):
            return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

        out = []
        for p, q in zip(subject, subject[1:] + subject[:1]):
            sp, sq = side(p), side(q)
            if sp >= 0:
                out.append(p)
            if (sp >= 0) != (sq >= 0):
                t = sp / (sp - sq)
                out.append((p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])))
        subject = out
    return subject


def tidy(ring):
    """Rounded, without repeated points, anticlockwise (RFC 7946), closed."""
    points = []
    for lon, lat in ring:
        point = (round(lon, DIGITS), round(lat, DIGITS))
        if not points or math.dist(point, points[-1]) > 1.5 * 10**-DIGITS:
            points.append(point)
    if math.dist(points[0], points[-1]) <= 1.5 * 10**-DIGITS:
        points.pop()
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))
    if area < 0:
        points.reverse()
    south = min(range(len(points)), key=lambda i: points[i][::-1])
    points = points[south:] + points[:south]
    return points + points[:1]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    circle = [destination(*CENTRE, azimuth, RADIUS_M) for azimuth in range(360, 0, -STEP_DEG)]
    print(json.dumps(tidy(clip(syria(sys.argv[1])[:-1], circle))))


if __name__ == "__main__":
    main()
