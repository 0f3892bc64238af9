#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tracks.py TRACKS FIXES OUT.geojson [SEED]: lines with a time at each vertex, the same for the same seed.

They wander over 38-43 E, 34-38 N at a vehicle's speed, with a fix in every hour, all within
FIXES hours from 2026-01-01 on."""
import datetime
import math
import random
import sys

FIRST = int(datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc).timestamp())
HOUR = 3600
METRES_A_DEGREE = 111_320


def feature(number, fixes, chance):
    lon, lat = chance.uniform(38.2, 42.8), chance.uniform(34.2, 37.8)
    heading = chance.uniform(0, 2 * math.pi)
    places, times = [], []
    for fix in range(fixes):
        places.append(f"[{lon:.6f},{lat:.6f}]")
        times.append(str((FIRST + fix * HOUR + chance.randrange(HOUR // 2)) * 1000))
        heading += chance.gauss(0, 0.5)
        degrees = chance.uniform(500, 8000) / METRES_A_DEGREE
        lon += degrees * math.sin(heading) / math.cos(math.radians(lat))
        lat += degrees * math.cos(heading)
        if not (38 < lon < 43 and 34 < lat < 38):
            heading += math.pi
    return (
        f'{{"type":"Feature","properties":{{"id":{number},"name":"Vehicle {number}","times":[{",".join(times)}]}},'
        f'"geometry":{{"type":"LineString","coordinates":[{",".join(places)}]}}}}'
    )


def main():
    tracks, fixes, out = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    with open(out, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        for number in range(tracks):
            file.write(feature(number, fixes, chance))
            file.write(",\n" if number + 1 < tracks else "\n")
        file.write("]}\n")


main()
