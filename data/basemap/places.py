# SPDX-License-Identifier: Apache-2.0
"""Towns: GeoNames (as compiled into Debian's libgeonames) and the project's own table, which wins."""
import gettext
import math
import re
import struct
import subprocess
import unicodedata
from collections import defaultdict

from osgeo import ogr

RESOURCE = "/com/lomiri/geonames/cities.compiled"
ARABIC_COUNTRIES = {"SY", "IQ", "JO", "LB", "PS", "KW", "SA", "QA", "BH", "AE", "OM", "YE", "EG", "SD", "LY", "IR"}
POPULATIONS = (2e6, 5e5, 1.5e5, 5e4, 2e4, 8e3)  # the least of rank 0, 1, ... 5
MIN_ZOOM = (3.0, 4.5, 5.5, 6.5, 7.3, 8.2, 9.2)
OWN_RANKS = {"capital": 1, "seat": 2, "town": 4, "small_town": 5, "village": 6}  # where no population is known
SAME_PLACE_KM = 4
WORLD_LEAST = 300_000  # people, outside the region
# A town so near to a city so many times its size stands so many ranks behind the city.
SUBURB_KM, SUBURB_OF, SUBURB_BEHIND = 25, 1.5, 3


def cities(library):
    """(geonameid, name, country, population, lat, lon) of each city. The resource is a GVariant of
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
        yield int(texts[0]), texts[1], texts[4], population, lat, lon
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
    return {"at": (round(lon, 5), round(lat, 5)), "kind": kind, "pop": population, "rank": rank_of(population, kind),
            **fields}


def own_places(table, known):
    features = []
    for row in table:
        there = known.get(int(row["geonames"])) if row["geonames"] else None
        population = int(row["pop"]) if row["pop"] else there[3] if there else 0
        fields = {name: row[name] for name in ("name", "name_ar", "name_ku", "alternates", "iso2")}
        fields |= {"rank": int(row["rank"])} if row["rank"] else {}
        features.append(place(float(row["lon"]), float(row["lat"]), row["kind"], population, **fields))
    return features


def geonames_places(known, locales, box, taken, fixes, countries, governorates):
    languages = {language: translations(language, locales) for language in ("ar", "tr", "ku")}
    fixed = {(row["country"], row["geonames"]): row for row in fixes}
    capitals = {(row["iso2"], row["capital"]) for row in countries}
    seats = {(row["country"], row["seat"]): row for row in governorates}
    for number, name, country, population, lat, lon in known.values():
        near = box[0] <= lon <= box[1] and box[2] <= lat <= box[3]
        shown = languages["tr"].get(number, name) if country == "TR" else name
        shown = plain(shown) if country in ARABIC_COUNTRIES else shown
        fix = fixed.get((country, shown), {"name": shown, "name_ar": ""})
        shown = fix["name"]
        capital, seat = (country, shown) in capitals, seats.get((country, shown))
        if number in taken or not shown or not (near or capital or population >= WORLD_LEAST):
            continue
        arabic, kurdish = languages["ar"].get(number), languages["ku"].get(number)
        if not fix["name_ar"] and not is_arabic(arabic):
            arabic = seat["name_ar"] if seat and seat["name"] == shown else None
        yield place(lon, lat, "capital" if capital else "seat" if seat else "town", population, name=shown,
                    name_ar=fix["name_ar"] or arabic, name_ku=kurdish if near and is_latin(kurdish) else None,
                    iso2=country)


class Nearby:
    """Finds the features within some kilometres of a place."""

    BIN = 0.5

    def __init__(self, features):
        self.bins = defaultdict(list)
        for feature in features:
            self.bins[self._bin(feature["at"])].append(feature)

    def _bin(self, at):
        return math.floor(at[0] / self.BIN), math.floor(at[1] / self.BIN)

    def within(self, at, km):
        i, j = self._bin(at)
        return [f for x in (i - 1, i, i + 1) for y in (j - 1, j, j + 1) for f in self.bins.get((x, y), ())
                if km_between(f["at"], at) < km]


def places(library, locales, box, own, fixes, countries, governorates):
    """All places, most important first. `library` may be empty: then only the project's own."""
    known = {city[0]: city for city in cities(library)} if library else {}
    features = own_places(own, known)
    taken = {int(row["geonames"]) for row in own if row["geonames"]}
    ours = Nearby(features)
    features += [f for f in geonames_places(known, locales, box, taken, fixes, countries, governorates)
                 if not ours.within(f["at"], SAME_PLACE_KM)]
    everywhere = Nearby(features)
    for f in features:
        if f["kind"] == "town":
            around = everywhere.within(f["at"], SUBURB_KM)
            city = min((g["rank"] for g in around if g["pop"] > SUBURB_OF * max(f["pop"], 1)), default=f["rank"])
            f["shown"] = max(f["rank"], min(city + SUBURB_BEHIND, len(MIN_ZOOM) - 1)) if city < f["rank"] else f["rank"]
    for f in features:
        f["rank"] = f.pop("shown", f["rank"])
        f["min_zoom"] = MIN_ZOOM[f["rank"]]
        f["geometry"] = ogr.Geometry(ogr.wkbPoint)
        f["geometry"].AddPoint_2D(*f.pop("at"))
    return sorted(features, key=lambda f: (f["rank"], -f["pop"], f["name"]))
