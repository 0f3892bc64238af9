#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""points.py COUNT OUT.geojson [SEED]: points with a begin and an end date, the same for the same seed.

They spread over 38-43 E, 34-38 N and over the days from 2025-01-01 to 2026-04-30."""
import datetime
import random
import sys

FIRST_DAY = datetime.date(2025, 1, 1)
DAYS = 485
STATUSES = ("active", "withdrawing", "vacated", "handed over")


def feature(number, chance, days):
    begin = chance.randrange(DAYS)
    end = min(begin + int(chance.expovariate(1 / 40)), DAYS - 1)
    return (
        f'{{"type":"Feature","properties":{{"id":{number},"name":"Point {number}","status":"{chance.choice(STATUSES)}",'
        f'"begin":"{days[begin]}","end":"{days[end]}"}},'
        f'"geometry":{{"type":"Point","coordinates":[{chance.uniform(38, 43):.6f},{chance.uniform(34, 38):.6f}]}}}}'
    )


def main():
    count, out = int(sys.argv[1]), sys.argv[2]
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    days = [(FIRST_DAY + datetime.timedelta(n)).isoformat() for n in range(DAYS)]
    with open(out, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        for number in range(count):
            file.write(feature(number, chance, days))
            file.write(",\n" if number + 1 < count else "\n")
        file.write("]}\n")


main()
