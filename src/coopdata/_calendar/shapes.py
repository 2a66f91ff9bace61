"""The patterns and phrases in which `formatting` prints periods, as shapes to match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from babel.dates import tokenize_pattern

from .._printing.dates import pattern_of
from .._printing.intervals import INTERVALS, halves, spelled_out
from .._printing.periods import day_pattern, genitive_pattern, own_or_english, roman
from .._printing.words import Words, english, words
from ..cldr import FOLDS, Stage, data
from .index import Element, Index, Shape

__all__ = ["shapes"]

_LENGTHS: Final = ("long", "short", "narrow")
_PRECISIONS: Final = ("day", "month", "quarter", "year")
_WIDTHS: Final = {3: "abbreviated", 4: "wide", 5: "narrow"}
_SECTIONS: Final = {"M": "months", "L": "months", "Q": "quarters", "q": "quarters"}
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_MARK: Final = re.compile(r"(\{[^}]*\})")
_NUMBERS: Final = {"year": "y", "day": "d", "quarter": "Q", "half": "H", "number": "C"}


# Patterns of CLDR --------------------------------------------------------------------------------


def _dated(pattern: str, locale: str, stage: Stage, side: str = "") -> tuple[Element, ...]:
    """Return the elements of a date pattern; `side` tells the two dates of a range apart."""
    fold = FOLDS[stage]
    found: list[Element] = []
    for kind, part in tokenize_pattern(pattern):
        if kind == "chars":
            found.append(Element(text=fold(str(part))))
            continue
        letter, width = str(part[0]), int(part[1])
        if letter in "yuYd" or (width < 3 and letter in _SECTIONS):
            field = {"u": "y", "Y": "y", "L": "M", "q": "Q"}.get(letter, letter)
            found.append(Element(field=field + side))
        elif letter in _SECTIONS:
            field = "M" if letter in "ML" else "Q"
            found.append(Element(field=field + side, names=_names(letter, width, locale, fold)))
        elif letter == "G":
            eras = data(locale).tree("eras", _WIDTHS.get(max(width, 3), "abbreviated"))
            found.append(Element(text=fold(str(eras.get(1, "")))))
    return tuple(found)


def _names(letter: str, width: int, locale: str, fold: Any) -> tuple[tuple[str, int], ...]:
    context = "stand-alone" if letter in "Lq" else "format"
    names = data(locale).tree(_SECTIONS[letter], context, _WIDTHS.get(width, "abbreviated"))
    count = 12 if letter in "ML" else 4
    pairs = [(fold(str(names.get(key, key))), key) for key in range(1, count + 1)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=128)
def shapes(locale: str, stage: Stage) -> Index:
    """Return every shape of a locale: ``single``, ``range``, open sides, one of several."""
    found = [("single", shape) for shape in _single(locale, stage)]
    found += [("range", shape) for shape in _ranges(locale, stage)]
    for side in ("since", "until"):
        found += [(side, shape) for shape in _open(locale, side, stage)]
    found += _one_of(locale, stage)
    return Index((kind, shape) for kind, shape in found if shape.elements)


def _single(locale: str, stage: Stage) -> Iterator[Shape]:
    """Yield the shapes of one period."""
    for length in _LENGTHS:
        for precision in _PRECISIONS:
            yield Shape(precision, _dated(pattern_of(locale, precision, length), locale, stage))
        yield Shape("month", _dated(genitive_pattern(locale, length), locale, stage))
        yield Shape("yearless", _dated(day_pattern(locale, length), locale, stage))
    for width in ("LLLL", "LLL", "MMMM", "MMM", "qqqq"):
        yield Shape("yearless", _dated(width, locale, stage))
    yield Shape("half", _worded("H{half} {year}", english(), stage))
    table = words(locale)
    if table is not None:
        for precision in ("year", "half"):
            yield from _phrases(precision, table.period.get(precision), table, stage)
    own = table or english()
    for precision in ("decade", "century", "season", "unknown"):
        yield from _phrases(precision, own.period[precision], own, stage)
    for key in ("unknown_month", "unknown_day", "unknown_ends"):
        yield from _phrases(key, own_or_english(locale, key), own, stage)
    for key in ("yearless_half", "yearless_season"):
        yield from _phrases("yearless", own_or_english(locale, key), own, stage)


def _ranges(locale: str, stage: Stage) -> Iterator[Shape]:
    """Yield the shapes of two dates of one precision that CLDR joins in a pattern of its own."""
    table = words(locale)
    formats = data(locale).tree("interval_formats")
    years = table.period.get("years") if table else None
    for (precision, length), pattern in INTERVALS.items():
        for field, pair in formats.get(pattern, {}).items():
            both = halves(pair, field)
            if both is None:
                continue
            start, end = (spelled_out(half, precision, length, locale) for half in both)
            left = _dated(start, locale, stage, "0")
            right = _dated(end, locale, stage, "1")
            for elements in (left + right, _tightened(left, table) + right):
                yield Shape(precision, elements)
                if years and precision == "year":
                    before, _, after = map(FOLDS[stage], years.partition("{0}"))
                    whole = (Element(text=before), *elements, Element(text=after))
                    yield Shape(precision, tuple(one for one in whole if one != Element()))


def _tightened(left: tuple[Element, ...], table: Words | None) -> tuple[Element, ...]:
    """Return the first date with the dash set as in "January–March"."""
    if table is None or not table.period.get("tight") or not left or "–" not in left[-1].text:
        return left
    return (*left[:-1], Element(text=left[-1].text.rstrip(" –\u2009\u00a0") + "–"))


# Phrases of the printing tables ------------------------------------------------------------------


def _open(locale: str, side: str, stage: Stage) -> Iterator[Shape]:
    """Yield the phrases for a period that is open on one side."""
    table = words(locale)
    if table is not None:
        for precision, phrase in table.period.get(side, {}).items():
            yield from _phrases(precision, phrase, table, stage)


def _one_of(locale: str, stage: Stage) -> Iterator[tuple[str, Shape]]:
    """Yield the phrases for a period that is one of several, with the kind of each."""
    table = words(locale)
    if table is not None:
        for side in ("not_before", "not_after", "one_between"):
            for shape in _phrases("", table.period.get(side), table, stage):
                yield side, shape


def _phrases(precision: str, phrase: Any, table: Words, stage: Stage) -> list[Shape]:
    """Return the shapes of one entry of a printing table: a phrase, or one for each part."""
    if isinstance(phrase, Mapping):
        return [
            Shape(precision, _worded(one, table, stage), (("S", _SEASONS[season]),))
            for season, one in phrase.items()
        ]
    if isinstance(phrase, list):
        return [
            Shape(precision, _worded(one, table, stage), (("H", half),))
            for half, one in enumerate(phrase, 1)
        ]
    return [Shape(precision, _worded(phrase, table, stage))] if phrase else []


def _worded(phrase: str, table: Words, stage: Stage) -> tuple[Element, ...]:
    """Return the elements of a phrase of a printing table."""
    fold = FOLDS[stage]
    found: list[Element] = []
    for part in _MARK.split(phrase):
        mark, _, case = part.strip("{}").partition(":")
        if not part:
            continue
        if not part.startswith("{"):
            found.append(Element(text=fold(part)))
        elif mark in _NUMBERS:
            found.append(Element(field=_NUMBERS[mark]))
        elif mark == "ordinal":
            tails = tuple((tail, 0) for tail in ("st", "nd", "rd", "th"))
            found += [Element(field="C"), Element(field="tail", names=tails)]
        elif mark == "roman":
            numerals = tuple((fold(roman(number)), number) for number in range(100, 0, -1))
            found.append(Element(field="C", names=numerals))
        elif mark == "ending":
            endings = dict.fromkeys(map(fold, table.endings[case].values()))
            names = tuple((one, 0) for one in endings)
            found.append(Element(field=f"ending {case}", names=names))
        elif mark in ("month_ablative", "month_dative"):
            months = enumerate(table.period[mark], 1)
            found.append(Element(field="M", names=tuple((fold(name), nth) for nth, name in months)))
        else:
            found.append(Element(field="inner"))
    return tuple(found)
