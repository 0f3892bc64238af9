#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`masar diff` on known edits, its exit status and its errors: diff.py MASAR."""
import copy
import json
import os
import subprocess
import sys
import tempfile


def feature(key, lon, lat, **properties):
    return {"type": "Feature", "id": key, "properties": {"name": key, "start": "2026-02-11", **properties},
            "geometry": {"type": "Point", "coordinates": [lon, lat]}}


def main():
    masar = sys.argv[1]
    faults = []

    def check(what, found, wanted):
        if found != wanted:
            faults.append(f"{what}: {found!r} instead of {wanted!r}")

    def diff(*arguments, out=subprocess.PIPE):
        run = subprocess.run([masar, "diff", *arguments], stdout=out, stderr=subprocess.PIPE, encoding="utf-8", check=False)
        return run.returncode, run.stdout, run.stderr

    with tempfile.TemporaryDirectory() as folder:
        def write(name, features):
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                json.dump({"type": "FeatureCollection", "features": features}, file)
            return path

        olds = [feature("stays", 40, 36), feature("goes", 41, 36), feature("moves", 0, 0), feature("dated", 42, 36),
                feature("worded", 43, 36, status="active\u202e"), feature("all", 1, 0)]
        news = copy.deepcopy([olds[5], olds[0], olds[2], olds[3], olds[4]])
        news[0]["geometry"]["coordinates"] = [2, 0]
        news[0]["properties"].update(start="2027", name="new name")
        news[2]["geometry"]["coordinates"] = [1, 0]
        news[3]["properties"]["start"] = "2026-02"
        del news[4]["properties"]["status"]
        news.append(feature("comes", 44, 36))
        old, new = write("old.geojson", olds), write("new.geojson", news)

        status, out, errors = diff("--json", old, new)
        check("status of a difference", (status, errors), (5, ""))
        report = json.loads(out)
        check("same", report["same"], False)
        check("files", (report["old"]["path"], report["new"]["driver"]), (old, "GeoJSON"))
        (layer,) = report["layers"]
        changes = layer.pop("changes")
        check("counts", layer, {
            "name": layer["name"], "only_in": None, "key": "id", "features": {"old": 6, "new": 6}, "rejected": {"old": 0, "new": 0},
            "same": 1, "changed": 4, "added": 1, "removed": 1, "moved": 2, "redated": 2, "reworded": 2,
            "ambiguous": {"old": 0, "new": 0}, "without_key": {"old": 0, "new": 0}})
        check("changes", [(c["key"], c["kinds"], c["old_feature"], c["new_feature"]) for c in changes], [
            ("all", ["moved", "redated", "reworded"], 5, 0), ("moves", ["moved"], 2, 2), ("dated", ["redated"], 3, 3),
            ("worded", ["reworded"], 4, 4), ("comes", ["added"], None, 5), ("goes", ["removed"], 1, None)])
        for change in changes[:2]:  # a degree of the equator
            if abs(change["moved"]["metres"] - 111319.491) > 0.03 or change["moved"]["reshaped"]:
                faults.append(f"moved: {change['moved']}")
        check("dates", changes[2]["dates"], [{"field": "start", "before": "2026-02-11", "after": "2026-02"}])
        check("fields", changes[3]["fields"], [{"field": "status", "before": "active\u202e", "after": None}])
        check("all of it", (changes[0]["dates"], changes[0]["fields"]),
              ([{"field": "start", "before": "2026-02-11", "after": "2027"}],
               [{"field": "name", "before": "all", "after": "new name"}]))

        status, out, errors = diff(old, new)
        check("status of the text", (status, errors), (5, ""))
        for line in ("6 before, 6 now; 1 the same, 1 added, 1 removed, 4 changed (2 moved, 2 redated, 2 reworded)",
                     "  all: moved 1113", "  goes: removed", '    start: "2026-02-11" -> "2026-02"',
                     '    status: "active\\u202e" -> nothing'):
            if line not in out:
                faults.append(f"the text lacks {line!r}: {out}")

        status, out, errors = diff("--json", old, old)
        check("nothing differs", (status, json.loads(out)["same"], json.loads(out)["layers"][0]["changes"], errors), (0, True, [], ""))

        # by a field that all share, only what is identical is matched
        status, out, errors = diff("--key", "start", "--json", write("1.geojson", olds[:2]), write("2.geojson", [olds[0], olds[2]]))
        check("ambiguous", (status, json.loads(out)["layers"][0]["ambiguous"]), (5, {"old": 1, "new": 1}))

        # of nameless points only places and dates tell which is which
        bare = copy.deepcopy(olds[:2])
        for entry in bare:
            del entry["id"]
        moved = copy.deepcopy(bare)
        moved[0]["geometry"]["coordinates"] = [40.5, 36]
        status, out, errors = diff("--json", write("3.geojson", bare), write("4.geojson", moved))
        layer = json.loads(out)["layers"][0]
        check("without a key", (status, layer["key"], layer["same"], layer["added"], layer["removed"]), (5, None, 1, 1, 1))

        # layers of several are compared by name; one that only the new file has is added whole
        ways = [os.path.join(folder, name) for name in ("old.gpx", "new.gpx")]
        track = '<trk><trkseg><trkpt lat="1" lon="2"><time>2026-01-01T00:00:00Z</time></trkpt><trkpt lat="1" lon="{}"><time>{}</time></trkpt></trkseg></trk>'
        late, later = "2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z"
        route = '<rte><rtept lat="1" lon="2"/><rtept lat="1" lon="3"/></rte>'
        for path, content in zip(ways, (track.format(3, late), route + track.format(3, later))):
            with open(path, "w", encoding="utf-8") as file:
                file.write(f'<gpx version="1.1" creator="a test" xmlns="http://www.topografix.com/GPX/1/1">{content}</gpx>')
        status, out, errors = diff("--json", *ways)
        layers = {layer["name"]: layer for layer in json.loads(out)["layers"]}
        check("a new layer", (status, layers["routes"]["only_in"], layers["routes"]["added"], layers["tracks"]["only_in"]), (5, "new", 1, None))
        status, out, errors = diff("--json", *reversed(ways))
        layers = {layer["name"]: layer for layer in json.loads(out)["layers"]}
        check("a layer that is gone", (status, layers["routes"]["only_in"], layers["routes"]["removed"]), (5, "old", 1))

        missing = os.path.join(folder, "missing.geojson")
        for arguments, wanted, word in (((old,), 2, "two files"), ((old, new, new), 2, "two files"), (("--sideways", old, new), 2, "--sideways"),
                                        ((old, new, "--key"), 2, "--key"), ((old, missing), 3, "missing.geojson"),
                                        (("--key", "uuid", old, new), 3, "uuid")):
            status, out, errors = diff(*arguments)
            if status != wanted or out or word not in errors or len(errors.splitlines()) != 1:
                faults.append(f"diff {arguments}: {status} {out!r} {errors!r}")
        with open("/dev/full", "w", encoding="utf-8") as full:
            check("a full disk", diff(old, new, out=full)[0], 4)
    if faults:
        sys.exit("\n".join(faults))
    return 0


if __name__ == "__main__":
    sys.exit(main())
