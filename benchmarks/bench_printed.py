"""Time and memory of the inverse of Babel, against what else reads such texts.

Prints medians and minima of one run. ``price-parser`` is measured where it is installed.
"""

from __future__ import annotations

import gc
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from importlib.metadata import version

from babel import Locale
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    parse_decimal,
)
from babel.units import format_unit

from coopdata import _codes, cldr, errors
from coopdata._inverse import babel as inverse

SAMPLE = ("en", "de", "ru", "fr", "hi", "ar", "zh", "sv", "pt", "pl", "tr", "fa")
HOSTILE = ("9", "1,", "1 ", "(", "-", "km", "5 km, ", "1e9", "\u0301", "hr, ")
READERS = (
    "number", "percent", "money", "unit", "measure", "territory", "language", "currency",
)  # fmt: skip
SIZES = (1_000, 10_000, 100_000, 1_000_000)

TOUCHED = ("ru", "uk", "br", "ar", "de_AT", "zh_Hant", "cs", "en_GB")

#: Run in a fresh process that has touched another locale; processor time, for other work goes on.
TOUCH = """
import time
from coopdata._inverse import babel
from coopdata import _codes
def touch(name, text, locale):
    reader = getattr(babel, name, None) or getattr(_codes, name)
    start = time.process_time()
    reader(text, locale)
    return (time.process_time() - start) * 1000
touch({name!r}, {warm!r}, "eo")
print(touch({name!r}, {text!r}, {locale!r}))
"""


def printed(name: str, locale: str) -> str:
    """Return a text that babel prints and that the reader `name` reads."""
    here = Locale.parse(locale)
    return {
        "number": lambda: format_compact_decimal(1234567, locale=locale),
        "percent": lambda: format_percent(0.5, locale=locale),
        "money": lambda: format_currency(1234.5, "EUR", locale=locale),
        "unit": lambda: format_unit(12.5, "length-kilometer", "short", locale=locale),
        "measure": lambda: format_unit(12.5, "length-kilometer", "short", locale=locale),
        "territory": lambda: here.territories["DE"],
        "language": lambda: here.languages["de"],
        "currency": lambda: here.currencies["EUR"],
    }[name]()


def timed(call: Callable[[], object], rounds: int = 7, number: int = 500) -> tuple[float, float]:
    """Return median and minimum microseconds of one call, in processor time."""
    call()
    found = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(number):
            call()
        found.append((time.process_time() - start) / number * 1e6)
    return statistics.median(found), min(found)


def row(name: str, ours: tuple[float, float], other: tuple[float, float] | None = None) -> None:
    line = f"{name:44} {ours[0]:8.2f} {ours[1]:8.2f}"
    if other:
        line += f"   {other[0]:8.2f} {other[1]:8.2f}   {ours[0] / other[0]:5.2f}"
    print(line)


def plain_numbers() -> None:
    print(
        "\nplain decimals: coopdata and babel.parse_decimal(strict=True), µs (median, min), ratio"
    )
    for value in (Decimal("1234.5"), Decimal("42"), Decimal("-98765.43"), Decimal("1234567.891")):
        texts = [(format_decimal(value, locale=name), name) for name in SAMPLE]
        ours = timed(partial(each, inverse.number, texts), number=100)
        babel = timed(partial(each, strictly, texts), number=100)
        count = len(texts)
        row(
            f"{value}, {count} locales",
            (ours[0] / count, ours[1] / count),
            (babel[0] / count, babel[1] / count),
        )


def each(reader: Callable[[str, str], object], texts: list[tuple[str, str]]) -> None:
    for text, locale in texts:
        reader(text, locale)


def strictly(text: str, locale: str) -> Decimal:
    return parse_decimal(text, locale=locale, strict=True)


def functions() -> None:
    print("\nevery function, warm, µs a call over the same locales (median, min)")
    money = [(format_currency(1234.5, "EUR", locale=name), name) for name in SAMPLE]
    named = [(format_currency(5, "USD", locale=name, format_type="name"), name) for name in SAMPLE]
    unit = [(format_unit(12.5, "length-kilometer", "short", locale=name), name) for name in SAMPLE]
    share = [(format_percent(0.5, locale=name), name) for name in SAMPLE]
    read = inverse
    for title, reader, texts in (
        ("percent", read.percent, share),
        ("money, symbol", read.money, money),
        ("money, name", read.money, named),
        ("unit", read.unit, unit),
        ("measure of a unit", read.measure, unit),
        ("measure of money", read.measure, money),
        ("rate", read.unit, [("12 tons per hour", "en"), ("150 kilowattia / vuosi", "fi")]),
        ("list", read.unit, [("3 hr, 5 min", "en"), ("3 Std., 5 Min.", "de")]),
        ("territory", _codes.territory, [("Germany", "en"), ("германия", "ru")]),
        ("refused", refuse, [("5 quux", name) for name in SAMPLE]),
    ):
        found = timed(partial(each, reader, texts), number=50)
        row(title, (found[0] / len(texts), found[1] / len(texts)))
    try:
        from price_parser import Price
    except ImportError:
        print("price-parser is not installed")
    else:
        ours = timed(lambda: [read.money(*one) for one in money], number=50)
        other = timed(lambda: [Price.fromstring(text) for text, _ in money], number=50)
        row("money, and price-parser", ours, other)


def refuse(text: str, locale: str) -> None:
    try:
        inverse.measure(text, locale)
    except errors.UnreadableTextError:
        return


def first_touch() -> None:
    print("\nfirst touch of a locale and function, ms, over several locales, in fresh processes")
    for name in READERS:
        found = []
        for locale in TOUCHED:
            code = TOUCH.format(
                name=name, warm=printed(name, "eo"), text=printed(name, locale), locale=locale
            )
            done = subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True
            )
            found.append(float(done.stdout))
        print(f"{name:20} median {statistics.median(found):6.2f}   max {max(found):6.2f}")


def memory() -> None:
    print("\nall locales touched with every function: resident memory")
    before = resident()
    for locale in cldr.locale_ids():
        for text in ("1.5 x", "5 %", "5 USD", "5 km/x"):
            refuse(text, locale)
        for kind in ("territory", "language", "currency"):
            try:
                getattr(_codes, kind)("x", locale)
            except errors.UnreadableTextError:
                continue
    gc.collect()
    print(f"{len(cldr.locale_ids())} locales: {resident() - before:.0f} MB more")
    print(f"peak of the process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


def resident() -> float:
    with open("/proc/self/statm", encoding="ascii") as stream:
        return int(stream.read().split()[1]) * resource.getpagesize() / 1e6


def hostile() -> None:
    print(f"\nhostile texts, ms by length {SIZES}: linear")
    for piece in HOSTILE:
        times = []
        for size in SIZES:
            text = piece * (size // len(piece))
            start = time.perf_counter()
            refuse(text, "en")
            times.append((time.perf_counter() - start) * 1e3)
        print(f"{piece!r:12}" + "".join(f"{each:10.3f}" for each in times))


def main() -> None:
    print(f"Python {platform.python_version()}, babel {version('babel')}, {platform.machine()}")
    plain_numbers()
    functions()
    first_touch()
    hostile()
    if sys.platform == "linux":
        memory()


if __name__ == "__main__":
    main()
