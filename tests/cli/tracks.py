#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pictures of tracks made of points by a field: tracks.py MASAR."""
import json
import os
import subprocess
import sys
import tempfile


def render(masar, path, *arguments):
    command = [masar, "render", path, *arguments, "--at", "2026-01-01T03:30:00Z", "--no-bundled", "--basemap", "none", "--json",
               "--size", "64x64", "-o", f"{path}.png"]
    run = subprocess.run(command, capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


def main():
    masar = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "points.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("vehicle,date,lon,lat\n")
            for hour in range(6):
                for vehicle in range(4):
                    file.write(f"v{vehicle},2026-01-01T0{hour}:00:00Z,{40 + hour / 100},{35 + vehicle / 10}\n")
        status, out, errors = render(masar, path)
        layers = json.loads(out)["layers"]
        if status != 0 or [layer["features"] for layer in layers] != [24]:
            sys.exit(f"the points: {status} {out} {errors}")
        status, out, errors = render(masar, path, "--tracks-by", "vehicle")
        layers = json.loads(out)["layers"]
        if status != 0 or [(layer["features"], layer["certain"]) for layer in layers] != [(4, 4)]:
            sys.exit(f"the tracks: {status} {out} {errors}")
        status, out, errors = render(masar, path, "--tracks-by", "ship")
        if status != 3 or out or "ship" not in errors:
            sys.exit(f"a field that is not there: {status} {out} {errors}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
