#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The computer's own time zone changes nothing that the program says: zones.py MASAR."""
import json
import os
import subprocess
import sys
import tempfile

ZONES = ("UTC", "Asia/Damascus", "Asia/Kolkata", "America/New_York")
DATES = ("2026-02-11", "2026-02", "2025", "2026-03-27T23:30:00", "2026-03-27T23:30:00Z", "2026-10-25T02:30:00+03:00",
         "[2026-01-01..2026-02-10]", "2014-06-1X/..", "2026-02-15~")


def feature(properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": [40, 36]}}


def says(masar, zone, *arguments, text=None):
    run = subprocess.run([masar, *arguments], env={**os.environ, "TZ": zone}, input=text, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"masar {' '.join(arguments)} under TZ={zone}: {run.stderr}")
    return run.stdout


def main():
    masar = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "dates.geojson")
        with open(path, "w", encoding="utf-8") as file:
            features = [feature({"start": date.split("/")[0], "end": ""}) for date in DATES]
            json.dump({"type": "FeatureCollection", "features": features}, file)
        failed = 0
        for arguments, text in ((("edtf", "--json"), "\n".join(DATES)), (("info", "--json", path), None)):
            answers = {zone: says(masar, zone, *arguments, text=text) for zone in ZONES}
            if len(answers["UTC"]) < 100:
                sys.exit(f"masar {arguments[0]} says next to nothing: {answers['UTC']}")
            for zone in ZONES[1:]:
                if answers[zone] != answers["UTC"]:
                    print(f"masar {arguments[0]} says something else under TZ={zone}:\n{answers['UTC']}\n{answers[zone]}")
                    failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
