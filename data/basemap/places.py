# SPDX-License-Identifier: Apache-2.0
"""Towns: GeoNames (as compiled into Debian's libgeonames) and the project's own table, which wins."""
import gettext
import math
import re
import struct
import subprocess
import unicodedata

from osgeo import ogr

RESOURCE = "/com/lomiri/geonames/cities.compiled"
ARABIC_COUNTRIES = {"SY", "IQ", "JO", "LB", "PS", "KW", "SA", "QA", "BH", "AE", "OM", "YE", "EG", "SD", "LY", "IR"}
POPULATIONS = (2e6, 5e5, 1.5e5, 5e4, 2e4, 8e3)  # the least of rank 0, 1, ... 5
MIN_ZOOM = (3.0, 4.5, 5.5, 6.5, 7.3, 8.2, 9.2)
OWN_RANKS = {"capital": 1, "seat": 2, "town": 4, "small_town": 5, "village": 6}  # where no population is known
SAME_PLACE_KM = 4
WORLD_LEAST = 300_000  # people, outside the region


def cities(library):
    """(geonameid, name, region, country, population, lat, lon) of each city. The resource is a GVariant of
    type a(sssssssudd), fixed to 8 bytes, with the ends of its elements at its tail."""
    data = subprocess.run(["gresource", "extract", library, RESOURCE], check=True, stdout=subprocess.PIPE).stdout
    size = 1 if len(data) <= 0xFF else 2 if len(data) <= 0xFFFF else 4
    ends_at = int.from_bytes(data[-size:], "little")
    start = 0
    for at in range(ends_at, len(data), size):
        end = int.from_bytes(data[at:at + size], "little")
        start = (start + 7) & ~7
        record, cursor, texts = data[start:end], 0, []
        for _ in range(7):
            stop = record.index(0, cursor)
            texts.append(record[cursor:stop].decode())
            cursor = stop + 1
        cursor = (cursor + 3) & ~3
        population, = struct.unpack_from("<I", record, cursor)
        lat, lon = struct.unpack_from("<dd", record, (cursor + 4 + 7) & ~7)
        yield int(texts[0]), texts[1], texts[3], texts[4], population, lat, lon
        start = end


def translations(language, root):
    """Names by geonameid in a language; empty if the package has none."""
    try:
        with open(f"{root}/{language}/LC_MESSAGES/geonames.mo", "rb") as file:
            table = gettext.GNUTranslations(file)._catalog
    except FileNotFoundError:
        return {}
    return {int(key): tidy(name) for key, name in table.items() if str(key).isdigit()}


def tidy(name):
    """Without marks of direction, tatweel, vowel signs and stray punctuation at the ends."""
    name = re.sub("[\u200e\u200f\u202a-\u202e\u0640\u064b-\u0652\u0671]", lambda m: "ا" if m[0] == "\u0671" else "", name)
    return name.strip(" ,،")


def is_arabic(name):
    return bool(name) and all("\u0600" <= c <= "\u06ff" or c in " -()" for c in name)


def is_latin(name):
    return bool(name) and all(unicodedata.name(c, "").startswith("LATIN") or c in " -'’" for c in name)


def plain(name):
    """A transliterated Arabic name as newspapers write it: no dots and macrons, the article hyphenated."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    name = re.sub("[‘’ʼʻ`]", "", name)
    name = re.sub(r"\bN[aā]h[iī]yat ", "", name)
    name = re.sub(r"^(A[ldnrstz]h?|El|Er|En|Et|Ed|Es|As) (?=[A-Z])", r"\1-", name)
    return re.sub(r" (a[ldnrstz]h?|el) (?=[A-Z])", r" \1-", name)


def km_between(a, b):
    return 111.2 * math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1])


def rank_of(population, kind):
    rank = sum(population < least for least in POPULATIONS) if population else OWN_RANKS.get(kind, 5)
    if kind == "capital":
        return min(rank, 1)
    return min(rank, 3) if kind == "seat" else rank


def place(lon, lat, kind, population, **fields):
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(round(lon, 5), round(lat, 5))
    rank = rank_of(population, kind)
    return {"geometry": point, "kind": kind, "pop": population, "rank": rank, "min_zoom": MIN_ZOOM[rank], **fields}


def own_places(table, known):
    features = []
    for row in table:
        there = known.get(int(row["geonames"])) if row["geonames"] else None
        population = int(row["pop"]) if row["pop"] else there[4] if there else 0
        features.append(place(float(row["lon"]), float(row["lat"]), row["kind"], population, name=row["name"],
                              name_ar=row["name_ar"], name_ku=row["name_ku"] or None,
                              alternates=row["alternates"] or None, iso2=row["iso2"]))
    return features


def places(library, locales, box, own, fixes, countries, governorates):
    """All places, most important first. `library` may be empty: then only the project's own."""
    known = {city[0]: city for city in cities(library)} if library else {}
    languages = {language: translations(language, locales) for language in ("ar", "tr", "ku")}
    fixed = {int(row["geonames"]): row for row in fixes}
    capitals = {(row["iso2"], row["capital"]) for row in countries}
    seats = {(row["country"], row["name"]) for row in governorates}
    features = own_places(own, known)
    taken = {int(row["geonames"]) for row in own if row["geonames"]}
    ours = [(float(row["lon"]), float(row["lat"])) for row in own]
    for number, name, region, country, population, lat, lon in known.values():
        near = box[0] <= lon <= box[1] and box[2] <= lat <= box[3]
        capital = (country, name) in capitals
        if not (near or capital or population >= WORLD_LEAST):
            continue
        fix = fixed.get(number)
        if number in taken or (fix and not fix["name"]):
            continue
        if near and any(km_between((lon, lat), p) < SAME_PLACE_KM for p in ours):
            continue
        shown = languages["tr"].get(number, name) if country == "TR" else name
        if country in ARABIC_COUNTRIES:
            shown = plain(shown)
        arabic, kurdish = languages["ar"].get(number), languages["ku"].get(number)
        if fix:
            shown, arabic = fix["name"], fix["name_ar"] or arabic
        kind = "capital" if capital else "seat" if (country, shown) in seats else "town"
        features.append(place(lon, lat, kind, population, name=shown, name_ar=arabic if is_arabic(arabic) else None,
                              name_ku=kurdish if near and is_latin(kurdish) else None, iso2=country))
    return sorted(features, key=lambda f: (f["rank"], -f["pop"], f["name"]))
