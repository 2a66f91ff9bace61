"""Time and memory of reading periods, against what else reads dates.

Prints medians and minima of one run, in processor time. ``dateparser`` is measured where it is
installed; it is no dependency of this project.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from itertools import cycle

from babel.dates import format_date, format_interval, format_skeleton, parse_date

from coopdata import cldr, normalize
from coopdata._calendar.language import lexicon
from coopdata._calendar.whole import read_period, read_printed
from coopdata._calendar.written import periods_at
from coopdata._text.fold import prepared
from coopdata.errors import UnreadableTextError

SAMPLE = ("en", "de", "ru", "fr", "hi", "ar", "zh", "sv", "pt", "pl", "tr", "fa")
TOUCHED = ("ru", "uk", "br", "ar", "de_AT", "zh_Hant", "cs", "en_GB", "ja", "es_MX")
DATE = dt.date(2017, 11, 23)
LATER = dt.date(2018, 2, 3)
WARM_LIMIT, TOUCH_LIMIT, MEMORY_LIMIT = 30.0, 10.0, 150.0
SIZES = (1_000, 10_000, 100_000, 1_000_000)
HOSTILE = ("9", "9 ", "с ", "1.", "май ", "2017-", "2017 ", "(", "IV ", "first ", " ", "年")
WRITTEN = (
    ("ru", "за 10 месяцев 2016 года"),
    ("ru", "к 2025 году"),
    ("ru", "с января по сентябрь 2018 года"),
    ("en", "first nine months of 2017"),
    ("en", "by the end of 2020"),
    ("de", "in den ersten neun Monaten 2018"),
    ("tr", "2018 yılının ilk yarısında"),
    ("kk", "2018 жылдың алғашқы тоғыз айында"),
    ("zh", "2018年前9个月"),
    ("ko", "2018년 1~9월"),
    ("be", "за 9 месяцаў 2018 года"),
)
TOUCH = """
import time
from coopdata._calendar.whole import read_printed
read_printed("2017-11-23", "eo")
start = time.process_time()
read_printed({text!r}, {locale!r})
print((time.process_time() - start) * 1000)
"""
MEMORY = """
import resource
from coopdata import cldr
from coopdata.errors import UnreadableTextError
from coopdata._calendar.whole import read_printed
for locale in cldr.locale_ids():
    try:
        read_printed("?", locale)
    except UnreadableTextError:
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def timed(call: Callable[[], object], rounds: int = 9, number: int = 400) -> tuple[float, float]:
    """Return median and minimum microseconds of one call."""
    call()
    gc.collect()
    found = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(number):
            call()
        found.append((time.process_time() - start) / number * 1e6)
    return statistics.median(found), min(found)


def printed() -> dict[str, list[tuple[str, str]]]:
    """Return texts that Babel prints, by format."""
    return {
        "short": [(format_date(DATE, "short", locale=name), name) for name in SAMPLE],
        "full": [(format_date(DATE, "full", locale=name), name) for name in SAMPLE],
        "yMMMM": [(format_skeleton("yMMMM", DATE, locale=name), name) for name in SAMPLE],
        "yQQQ": [(format_skeleton("yQQQ", DATE, locale=name), name) for name in SAMPLE],
        "interval yMMMd": [
            (format_interval(DATE, LATER, "yMMMd", locale=name), name) for name in SAMPLE
        ],
    }


def warm() -> bool:
    """Print what one reading costs once the locale has been touched."""
    print(f"\nwarm, µs a call over {len(SAMPLE)} locales{'median':>22} {'min':>8}")
    medians: dict[str, list[float]] = {"printed": [], "written": []}
    for name, texts in printed().items():
        own = timed(partial(_next, cycle(texts), read_period))
        medians["printed"].append(own[0])
        print(f"  read_period, {name:35} {own[0]:8.2f} {own[1]:8.2f}")
    for locale, text in WRITTEN:
        own = timed(partial(read_period, text, locale))
        medians["written"].append(own[0])
        print(f"  read_period, {locale} {text:32} {own[0]:8.2f} {own[1]:8.2f}")
    for name, found in medians.items():
        print(f"  median of the {name + ' texts':35} {statistics.median(found):8.2f}")
    return all(statistics.median(found) <= WARM_LIMIT for found in medians.values())


def _next(texts: cycle[tuple[str, str]], read: Callable[[str, str], object]) -> object:
    return read(*next(texts))


def against_others() -> None:
    """Print the same short dates read by Babel itself, and by dateparser where it is."""
    texts = [(format_date(DATE, "short", locale=name), name) for name in ("en", "de", "ru", "fr")]
    rows: dict[str, Callable[[str, str], object]] = {
        "coopdata": read_printed,
        "babel.dates.parse_date": lambda text, name: parse_date(text, locale=name, format="short"),
    }
    try:
        import dateparser

        rows[f"dateparser {version('dateparser')}"] = lambda text, name: dateparser.parse(
            text, languages=[name]
        )
    except (ImportError, PackageNotFoundError):
        pass
    print(f"\nthe same short dates, µs a call{'median':>24} {'min':>8}")
    for name, read in rows.items():
        middle, low = timed(partial(_next, cycle(texts), read))
        print(f"  {name:46} {middle:8.2f} {low:8.2f}")


def iso_days() -> None:
    """Print the same day in ISO 8601, read by `dateutil` as well where it is."""
    rows: dict[str, Callable[[], object]] = {
        "normalize.period": lambda: normalize.period("2017-11-23", locale="en")
    }
    try:
        from dateutil import parser
    except ImportError:
        pass
    else:
        rows["dateutil.parser.isoparse"] = lambda: parser.isoparse("2017-11-23")
        rows["dateutil.parser.parse"] = lambda: parser.parse("2017-11-23")
    print(f"\nan ISO day, µs a call{'median':>33} {'min':>8}")
    for name, read in rows.items():
        middle, low = timed(read)
        print(f"  {name:46} {middle:8.2f} {low:8.2f}")


def first_touch() -> bool:
    """Print what the first reading in a locale costs in a process that has read in another."""
    found = {}
    for locale in TOUCHED:
        code = TOUCH.format(text=format_date(DATE, "long", locale=locale), locale=locale)
        run = partial(subprocess.run, [sys.executable, "-c", code], check=True, text=True)
        times = [float(run(capture_output=True).stdout) for _ in range(5)]
        found[locale] = statistics.median(times)
    print("\nfirst touch of a locale, ms: " + ", ".join(f"{k} {v:.1f}" for k, v in found.items()))
    return max(found.values()) <= TOUCH_LIMIT


def memory() -> bool:
    """Print the peak resident memory of a process that touches every locale."""
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], check=True, capture_output=True, text=True
    )
    print(f"\nall {len(cldr.locale_ids())} locales touched: {float(done.stdout):.0f} MB resident")
    return float(done.stdout) <= MEMORY_LIMIT


def hostile() -> None:
    """Print time against length: reading a whole text, and looking at every place of it."""
    print(f"\nhostile texts, ms by length{'':12}" + "".join(f"{size:>12,}" for size in SIZES))
    for unit in HOSTILE:
        whole, places = [], []
        for size in SIZES:
            text = (unit * size)[:size]
            start = time.process_time()
            with contextlib.suppress(UnreadableTextError):
                read_period(text, "ru")
            whole.append((time.process_time() - start) * 1e3)
            places.append(_places(text))
        for name, times in (("whole", whole), ("every place", places)):
            print(f"  {unit!r:14} {name:22}" + "".join(f"{value:12.2f}" for value in times))


def _places(text: str) -> float:
    """Return the milliseconds that `periods_at` takes at each place, at most 20,000 of them."""
    own = lexicon("ru")
    if own is None:
        raise SystemExit("the Russian patterns are missing")
    lowered = prepared(text)
    start = time.process_time()
    for pos in range(0, len(lowered), max(1, len(lowered) // 20_000)):
        periods_at(text, lowered, pos, own)
    return (time.process_time() - start) * 1e3


def main() -> int:
    print(f"Python {platform.python_version()}, Babel {version('babel')}")
    kept = warm()
    against_others()
    iso_days()
    kept = first_touch() and kept
    kept = memory() and kept
    hostile()
    print("\nwithin the limits" if kept else "\nOVER a limit")
    return int(not kept)


if __name__ == "__main__":
    raise SystemExit(main())
