#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""basemap.py MASAR: `masar render --basemap` with none, a raster, and rasters that cannot be used."""
import pathlib
import subprocess
import sys
import tempfile

from osgeo import gdal, osr

gdal.UseExceptions()
MASAR = sys.argv[1]
VIEW = ["--size", "320x200", "--center", "40.1,37.4", "--zoom", "9"]


def render(folder, *options):
    """Runs masar render: the exit status, what it said, and where the picture is (or is not)."""
    out = folder / "out.png"
    out.unlink(missing_ok=True)
    run = subprocess.run([MASAR, "render", *VIEW, "--no-decorations", "-o", out, *options], capture_output=True, text=True, timeout=100)
    return run.returncode, run.stderr, out


def raster(path, epsg):
    """A GeoTIFF of one red, 100 km wide around 40.1 E 37.5 N."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 1000, 1000, 3)
    dataset.SetGeoTransform([550000, 100, 0, 4200000, 0, -100])
    if epsg:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        dataset.SetSpatialRef(system)
    for band, value in ((1, 200), (2, 40), (3, 30)):
        dataset.GetRasterBand(band).Fill(value)
    return str(path)


def colour(picture, x, y):
    """A pixel of a picture."""
    return tuple(gdal.Open(str(picture)).ReadAsArray(x, y, 1, 1).flatten()[:3])


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        status, said, out = render(folder, "--basemap", "none")
        assert status == 0, said
        plain = colour(out, 5, 5)
        status, said, out = render(folder)
        assert status == 0, said
        assert colour(out, 5, 5) != plain, "the bundled map shows no land"

        good = raster(folder / "good.tif", 32637)
        status, said, out = render(folder, "--basemap", good)
        assert status == 0, said
        red = colour(out, 5, 5)
        assert all(abs(a - b) <= 2 for a, b in zip(red, (200, 40, 30))), red

        for options, words in (
            ([raster(folder / "nocrs.tif", 0)], "gdal_translate -a_srs"),
            ([str(folder / "missing.tif")], "no such file"),
            ([str(folder)], "folder"),
        ):
            status, said, out = render(folder, "--basemap", *options)
            assert status == 3 and words in said and not out.exists(), (status, said)

        # Cut in the middle of its pixels: what is missing is told, and no picture with a hole is made.
        cut = folder / "cut.tif"
        cut.write_bytes(pathlib.Path(good).read_bytes()[:1_500_000])
        status, said, out = render(folder, "--basemap", str(cut))
        assert status == 3 and str(cut) in said and not out.exists(), (status, said)

        status, said, out = render(folder, "--basemap", "https://a.test/{z}/{x}/{y}.png")
        assert status == 2 and "never use the network" in said and not out.exists(), (status, said)
    return 0


sys.exit(main())
