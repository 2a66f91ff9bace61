"""Time `normalize` on short strings, and `extract.mentions` on hostile texts."""

from __future__ import annotations

import contextlib
import random
import statistics
import time
from collections.abc import Callable, Mapping

from _timing import told

from coopdata import extract, normalize
from coopdata.errors import UnreadableTextError

Reader = tuple[str, Callable[..., object], Mapping[str, tuple[str, ...]], float]
MEASURE_LIMIT, PERIOD_LIMIT, GROWTH = 20.0, 30.0, 6.0
SIZES = (62_500, 250_000, 1_000_000)

#: Strings as people write them; ``@`` stands for a number that differs from string to string.
MEASURES = {
    "ru": (
        "@ млн долларов", "более @ тыс. тонн", "@ %", "около @ человек", "@ рублей", "@ км/ч",
        "не менее @ тракторов", "@,5 млрд руб.", "двадцать пять автобусов", "@ кВт·ч",
        "полтора миллиона евро", "от @ до 9999 единиц", "@ тонн в год", "@ лет", "в 1,@ раза",
    ),
    "en": (
        "$@ million", "more than @ thousand tons", "@%", "about @ people", "€@", "@ km/h",
        "at least @ tractors", "$@.5bn", "twenty-five buses", "@ kWh", "half a million euros",
        "@ to 9999 units", "@ tons a year", "@ years", "up to $@m",
    ),
}  # fmt: skip
PERIODS = {
    "ru": (
        "январь–сентябрь 20@ года", "@ марта 2018 года", "за 10 месяцев 20@ года", "2001–20@ годы",
        "с 20@ года", "первое полугодие 20@ года", "III квартал 20@ года", "1990-е годы", "XX век",
        "к 20@ году", "05.12.20@",
    ),
    "en": (
        "January-September 20@", "March @, 2018", "first nine months of 20@", "2001-20@",
        "since 20@", "the first half of 20@", "Q3 20@", "the 1990s", "20th century", "by 20@",
        "5 December 20@",
    ),
}  # fmt: skip
#: Strings that hold no one quantity.
REFUSED = {
    "ru": (
        "@ млн чебуреков", "@ и ещё немного", "стр. @", "привет", "@ кракозябр/ч",
        "@ млн долларов сразу",
    ),
    "en": (
        "@ million gloops", "@ and some more", "page @", "hello", "@ quux/h",
        "$@ million at once",
    ),
}  # fmt: skip
HOSTILE = {
    "ru": (
        "7", "12 ", "1,", "1.", "5–", "\u00a0", " ", "двадцать ", "сто пять ", "миллион ", "более ",
        "от ", "от 5 до ", "с 1994 по ", "за 9 месяцев ", "в ", "май ", "$", "%", "1 млн ",
    ),
    "en": (
        "7", "12 ", "1,", "1.", "5-", "twenty ", "two hundred and ", "million ", "more than ",
        "from ", "between 3 and ", "from 1994 to ", "last ", "up to ", "May ", "$", "1m ",
    ),
}  # fmt: skip
#: The time of the first mentions in a locale, after those in another.
TOUCH_LOCALE = """
import time
from coopdata import extract
extract.mentions("5 km", locale="eo")
start = time.process_time()
extract.mentions("5 km", locale={locale!r})
print(time.process_time() - start)
"""
TOUCHED, TOUCH_LIMIT = ("ru", "en", "de", "zh", "sv", "ar", "pt_AO"), 15.0
REFUSAL_LIMIT = 1.5
TOUCH = """
import time
start = time.perf_counter()
from coopdata import extract, normalize
from coopdata.errors import UnreadableTextError
extract.mentions({text!r}, locale={locale!r})
print(time.perf_counter() - start)
"""


# -- short strings ------------------------------------------------------------------------------


def micro() -> bool:
    """Time `normalize` on short strings, a hundred of each shape so that none is remembered."""
    kept = True
    readers: tuple[Reader, ...] = (
        ("measure", normalize.measure, MEASURES, MEASURE_LIMIT),
        ("period", normalize.period, PERIODS, PERIOD_LIMIT),
    )
    for name, reader, shapes, limit in readers:
        for language, strings in shapes.items():
            each: dict[str, float] = {}
            for shape in strings:
                try:
                    each[shape] = _shape(reader, shape, language)
                except UnreadableTextError as error:
                    kept = False
                    print(f"  {error}")
            middle = statistics.median(each.values())
            worst = max(each, key=lambda shape: each[shape])
            verdict = "within" if middle <= limit else "OVER"
            kept = kept and middle <= limit
            print(
                f"normalize.{name}, {language}: median of {len(each)} shapes {middle:.1f} µs, "
                f"{verdict} {limit:g}; slowest {each[worst]:.1f} ({worst})"
            )
            if reader is normalize.measure:
                kept = _refusals(language, middle) and kept
    kept = _touches() and kept
    for language, text in (("ru", "более 28 млн. долларов"), ("en", "more than $28 million")):
        first = told(TOUCH.format(text=text, locale=language))
        found = sorted(first() for _ in range(5))
        print(
            f"import and first mentions, {language}: {found[2] * 1e3:.0f} ms (min {found[0]:.3f})"
        )
    return kept


def _refusals(language: str, read: float) -> bool:
    """Time texts that are refused against `read`, the microseconds of one that is read."""
    each = {shape: _shape(_refused, shape, language) for shape in REFUSED[language]}
    middle, worst = statistics.median(each.values()), max(each, key=lambda shape: each[shape])
    kept = middle <= REFUSAL_LIMIT * read
    print(
        f"  refused: {middle:.1f} µs, {middle / read:.1f} times a read one, "
        f"{'within' if kept else 'OVER'} {REFUSAL_LIMIT:g}; slowest {each[worst]:.1f} ({worst})"
    )
    return kept


def _refused(text: str, locale: str) -> None:
    with contextlib.suppress(UnreadableTextError):
        normalize.measure(text, locale=locale)
        raise SystemExit(f"{text!r} is read")


def _touches() -> bool:
    """Time the first mentions in several locales, each in a fresh process."""
    times = {}
    for locale in TOUCHED:
        first = told(TOUCH_LOCALE.format(locale=locale))
        times[locale] = statistics.median(first() for _ in range(5)) * 1e3
    middle = statistics.median(times.values())
    verdict = "within" if middle <= TOUCH_LIMIT else "OVER"
    listed = ", ".join(f"{locale} {time:.0f}" for locale, time in times.items())
    print(f"first mentions in a locale, ms: {listed}; median {verdict} {TOUCH_LIMIT:g}")
    return middle <= TOUCH_LIMIT


def _shape(reader: Callable[..., object], shape: str, language: str, rounds: int = 7) -> float:
    """Return the median microseconds of one call over strings of one shape."""
    dice = random.Random(shape)
    times = []
    for _ in range(rounds + 1):
        strings = [shape.replace("@", str(dice.randrange(12, 29))) for _ in range(100)]
        if "20@" not in shape and "марта" not in shape and "March" not in shape:
            strings = [shape.replace("@", str(dice.randrange(2, 9000))) for _ in range(100)]
        start = time.process_time()
        for text in strings:
            reader(text, locale=language)
        times.append((time.process_time() - start) / len(strings) * 1e6)
    return statistics.median(times[1:])


# -- hostile texts ------------------------------------------------------------------------------


def hostile() -> bool:
    """Time texts made of one piece over and over: four times the length, four times the time."""
    kept = True
    print("\nhostile texts, ms by length" + "".join(f"{size:>12,}" for size in SIZES))
    for language, pieces in HOSTILE.items():
        for piece in pieces:
            times = []
            for size in SIZES:
                text = (piece * (size // len(piece) + 1))[:size]
                start = time.process_time()
                extract.mentions(text, locale=language)
                times.append((time.process_time() - start) * 1e3)
            growth = times[-1] / max(times[-2], 1.0)
            kept = kept and growth <= GROWTH
            verdict = "linear" if growth <= GROWTH else "NOT LINEAR"
            numbers = "".join(f"{one:12.1f}" for one in times)
            print(f"  {language} {piece!r:22}{numbers}   × {growth:.1f} {verdict}", flush=True)
    return kept
