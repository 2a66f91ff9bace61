"""Names of places: how many are known, how many are wrong, how fast, ours and the peers'.

    python dev.py bench names

The tables are in `benchmarks/names/`, written from knowledge before the code. A third of the rows
is kept apart, drawn by the text; its figures stand behind the others'. Peers that are not
installed are left out.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from zlib import crc32

from coopdata import errors, normalize
from coopdata._names import places

HERE = Path(__file__).parent / "names"
Answer = frozenset[str]
Reader = Callable[[str, str], Answer]
#: locale, kind, text, codes
Row = tuple[str, str, str, Answer]


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of a table."""
    for line in (HERE / f"{name}.tsv").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if name == "countries":
            locale, kind, text, codes = cells
            yield locale, kind, text, frozenset(codes.split())
        else:
            code, native, english, russian = cells
            for text in native.split("|"):
                yield NATIVE[code[:2]], "native", text, frozenset({code})
            yield "en", "English", english, frozenset({code})
            yield "ru", "Russian", russian, frozenset({code})


NATIVE = {"BY": "be", "RU": "ru", "KZ": "kk", "UZ": "uz", "UA": "uk", "KR": "ko", "DE": "de"} | {
    "CN": "zh",
    "TR": "tr",
}


def ours(text: str, locale: str) -> Answer:
    try:
        found = normalize.place(text, locale=locale)
    except errors.AmbiguousTextError as doubt:
        return frozenset(one.code for one in doubt.candidates)
    except errors.UnreadableTextError:
        return frozenset()
    return frozenset({found.code} - {""})


def peers() -> dict[str, Reader]:
    """Return the peers that are installed."""
    found: dict[str, Reader] = {}
    try:
        import countrynames
    except ImportError:
        print("countrynames is not installed")
    else:
        found["countrynames"] = lambda text, _: frozenset({countrynames.to_code(text)} - {None})
    try:
        import country_converter
    except ImportError:
        print("country_converter is not installed")
    else:
        import logging

        logging.disable(logging.WARNING)
        table = country_converter.CountryConverter()

        def convert(text: str, _: str) -> Answer:
            code = table.convert(text, to="ISO2", not_found="none")
            return frozenset([code] if isinstance(code, str) else code) - {"none"}

        found["country_converter"] = convert
    try:
        import pycountry
    except ImportError:
        print("pycountry is not installed")
    else:

        def find(text: str, _: str) -> Answer:
            for table in (pycountry.countries, pycountry.subdivisions):
                try:
                    one = table.lookup(text)
                except LookupError:
                    continue
                return frozenset({getattr(one, "alpha_2", None) or one.code})
            return frozenset()

        found["pycountry"] = find
    try:
        from rigour.territories import lookup_territory
    except ImportError:
        print("rigour is not installed")
    else:

        def rigour(text: str, _: str) -> Answer:
            one = lookup_territory(text)
            return frozenset({one.code.upper()}) if one is not None else frozenset()

        found["rigour"] = rigour
    return found


def is_apart(text: str) -> bool:
    """Tell whether a row is one of the third that is not looked at."""
    return crc32(text.encode()) % 3 == 0


def figures(table: list[Row], read: Reader, misses: bool) -> None:
    for part in ("seen", "apart"):
        counted: Counter[str] = Counter()
        for locale, kind, text, codes in table:
            if is_apart(text) is (part == "seen"):
                continue
            found = read(text, locale)
            if found == codes:
                outcome = "right"
            elif codes <= found or not found or len(found) > 1:
                outcome = "refused"
            else:
                outcome = "wrong"
            counted[outcome] += 1
            if misses and part == "seen" and outcome != "right":
                print("   ", outcome, locale, kind, text, *sorted(codes), "->", *sorted(found))
        total = sum(counted.values())
        print(
            f"  {part}: {total} names, right {counted['right'] / total:.1%},"
            f" refused {counted['refused'] / total:.1%}, wrong {counted['wrong'] / total:.1%}"
        )


def speed(table: list[Row], read: Reader) -> float:
    """Return how many names a second are read, in all languages by turns, each text again anew."""
    texts = [(text, locale) for locale, _, text, _ in table]
    for text, locale in texts:
        read(text, locale)
    started, done = time.perf_counter(), 0
    while time.perf_counter() - started < 1:
        for text, locale in texts:
            read(text, locale)
        done += len(texts)
    return done / (time.perf_counter() - started)


def afresh(text: str, locale: str) -> Answer:
    """Read a name without what the reader remembers of texts."""
    return frozenset(one.code for one in places.read(text, locale, locale))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="show what ours has not right")
    options = parser.parse_args()
    readers = {"coopdata": ours} | peers()
    for name in ("countries", "regions"):
        table = list(rows(name))
        for reader, read in readers.items():
            print(f"{name}, {reader}:")
            figures(table, read, options.misses and reader == "coopdata")
            print(f"  {speed(table, read):,.0f} names a second")
        print(f"  coopdata, no text seen before: {speed(table, afresh):,.0f} names a second")
    simple = [("ru", "", "Казахстан", frozenset({"KZ"}))]
    print(f"one country, again and again: {speed(simple, ours):,.0f} a second")


if __name__ == "__main__":
    main()
