#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes hillshade.tif: shaded relief of the region, Web Mercator, 8 bit grey. 255 is flat ground and sea, so the
picture is meant to be multiplied with what lies below it.

The heights are Marble's SRTM30 tiles: grey JPEG, 16 x 8 tiles of the world, 2 arc minutes a pixel, with
grey = 78 + 9.8 * cube root of the metres, fitted on 18 known heights; sea lies below 78."""
import argparse

import numpy
from osgeo import gdal

TILE = 22.5                        # degrees
COLUMNS, ROWS = (9, 10), (2, 3)    # 22.5-67.5 E, 0-45 N
REGION = [24, 12, 64, 44]
METRES = 1850                      # of a pixel, at the equator
SEA, STEEPNESS = 78, 9.8
EXAGGERATION = 8
FLAT, DARKEST = 181, 60            # gdaldem's grey of flat ground and of the steepest shown


def height_of(grey):
    return ((numpy.maximum(grey, SEA) - SEA) / STEEPNESS) ** 3


def memory(source, **options):
    return gdal.Warp("", source, format="MEM", resampleAlg="cubicspline", **options)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("srtm", help="the folder maps/earth/srtm of Marble's data")
    parser.add_argument("output")
    arguments = parser.parse_args()
    gdal.UseExceptions()
    tiles = []
    for row in ROWS:
        for column in COLUMNS:
            west, north = -180 + TILE * column, 90 - TILE * row
            path = f"{arguments.srtm}/3/{row:06d}/{row:06d}_{column:06d}.jpg"
            tiles.append(gdal.Translate("", path, format="MEM", outputSRS="EPSG:4326",
                                        outputBounds=[west, north, west + TILE, north - TILE]))
    # A cubic spline on the way up hides the steps of 8 bit and the blocks of JPEG.
    grey = memory(tiles, dstSRS="EPSG:3857", outputBounds=REGION, outputBoundsSRS="EPSG:4326", xRes=2 * METRES,
                  yRes=2 * METRES, outputType=gdal.GDT_Float32)
    band = grey.GetRasterBand(1)
    band.WriteArray(height_of(band.ReadAsArray()).astype(numpy.float32))
    heights = memory(grey, xRes=METRES, yRes=METRES)
    shade = gdal.DEMProcessing("", heights, "hillshade", format="MEM", zFactor=EXAGGERATION, multiDirectional=True,
                               computeEdges=True)
    gdal.Translate(arguments.output, shade, outputType=gdal.GDT_Byte, scaleParams=[[DARKEST, FLAT, 90, 255]],
                   creationOptions=["COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9", "TILED=YES"])


if __name__ == "__main__":
    main()
