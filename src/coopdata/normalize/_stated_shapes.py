"""The patterns and phrases in which `formatting` prints periods, as shapes to match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any, Final, NamedTuple, TypeAlias

from babel.dates import tokenize_pattern

from ..cldr import FOLDS, Stage, data
from ..formatting._dates import pattern_of
from ..formatting._periods import (
    INTERVALS,
    day_pattern,
    genitive_pattern,
    halves,
    roman,
    spelled_out,
)
from ..formatting._words import Words, english, words

__all__ = ["Fields", "Index", "Shape", "fits", "shapes"]

Fields = dict[str, Any]

_LENGTHS: Final = ("long", "short", "narrow")
_PRECISIONS: Final = ("day", "month", "quarter", "year")
_WIDTHS: Final = {3: "abbreviated", 4: "wide", 5: "narrow"}
_SECTIONS: Final = {"M": "months", "L": "months", "Q": "quarters", "q": "quarters"}
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_ANY: Final = ""
_MARK: Final = re.compile(r"(\{[^}]*\})")
_RUNS: Final = re.compile(r"[0-9]+").findall
_NUMBERS: Final = {"year": "y", "day": "d", "quarter": "Q", "half": "H", "number": "C"}


# First and last character, and the number of runs of digits.
_Outline: TypeAlias = "tuple[str, str, int | None]"


class Element(NamedTuple):
    """One part of a shape.

    Exactly one of: a literal `text`; a `field` whose value is a run of digits; a `field` whose
    value is looked up in `names`; the field ``inner``, which is a text of its own.
    """

    text: str = ""
    field: str = ""
    names: tuple[tuple[str, int], ...] = ()


class Shape(NamedTuple):
    """A row of elements, the precision that it states, and fields that it states by itself."""

    precision: str
    elements: tuple[Element, ...]
    fixed: tuple[tuple[str, int], ...] = ()


class Index:
    """All shapes of one locale, found by the outlines of a text.

    The outline is the first and the last character of a text, and how many runs of digits it has.
    Of the shapes with that outline, those count whose longest literal stands in the text.
    """

    __slots__ = ("_shapes",)

    def __init__(self, found: Iterable[tuple[str, Shape]]) -> None:
        self._shapes: dict[_Outline, dict[str, list[tuple[str, Shape]]]] = {}
        for kind, shape in dict.fromkeys(found):
            runs = _runs(shape)
            literal = max((element.text for element in shape.elements), key=len)
            for first, last in product(_edges(shape.elements[0], 0), _edges(shape.elements[-1], -1)):
                known = self._shapes.setdefault((first, last, runs), {})
                known.setdefault(literal, []).append((kind, shape))

    def all(self) -> Iterator[Shape]:
        """Yield every shape."""
        seen = (pair for known in self._shapes.values() for each in known.values() for pair in each)
        yield from dict.fromkeys(shape for _, shape in seen)

    def fitting(self, text: str) -> Iterator[tuple[str, Shape, Fields]]:
        """Yield what kind of shapes the text has, with the fields that they find in it."""
        first, last = ("0" if "0" <= text[at] <= "9" else text[at] for at in (0, -1))
        counted = len(_RUNS(text))
        for runs in (counted, None):
            for ends in ((first, last, runs), (first, _ANY, runs), (_ANY, last, runs)):
                known = self._shapes.get(ends)
                for literal in known or ():
                    if literal in text:
                        for kind, shape in known[literal]:
                            for fields in fits(shape, text):
                                yield kind, shape, fields


def _runs(shape: Shape) -> int | None:
    """Return how many runs of digits a text of this shape has; `None` where that may differ."""
    runs, was_number = 0, False
    for element in shape.elements:
        texts = [name for name, _ in element.names] or [element.text]
        is_number = bool(element.field) and not element.names
        if element.field == "inner" or (is_number and was_number) or any(map(_RUNS, texts)):
            return None
        runs, was_number = runs + is_number, is_number or (was_number and "" in texts)
    return runs


def _edges(element: Element, at: int) -> set[str]:
    """Return the characters that a text may have at one end, where this element stands there."""
    if element.field == "inner":
        return {_ANY}
    texts = [name for name, _ in element.names] or [element.text or "0"]
    if element.field and not element.names:
        return {"0"}
    return {"0" if "0" <= text[at] <= "9" else text[at] for text in texts if text}


# Matching ----------------------------------------------------------------------------------------


def fits(shape: Shape, text: str) -> Iterator[Fields]:
    """Yield the fields of every way in which the whole of `text` has the shape."""
    for found in _fitting(shape.elements, 0, text, 0):
        yield {**found, **dict(shape.fixed)}


def _fitting(elements: tuple[Element, ...], nth: int, text: str, pos: int) -> Iterator[Fields]:
    if nth == len(elements):
        if pos == len(text):
            yield {}
        return
    element = elements[nth]
    if element.field == "inner" and nth == len(elements) - 1:
        if pos < len(text):
            yield {"inner": text[pos:]}
        return
    for value, end in _values(element, text, pos):
        for rest in _fitting(elements, nth + 1, text, end):
            if element.field and rest.get(element.field, value) == value:
                yield {**rest, element.field: value}
            elif not element.field:
                yield rest


def _values(element: Element, text: str, pos: int) -> Iterator[tuple[Any, int]]:
    if element.field == "inner":
        for end in range(len(text), pos, -1):
            yield text[pos:end], end
    elif element.names:
        for name, value in element.names:
            if text.startswith(name, pos):
                yield value, pos + len(name)
    elif element.field:
        end = pos
        while end < len(text) and end - pos < 4 and "0" <= text[end] <= "9":
            end += 1
        if end > pos:
            yield int(text[pos:end]), end
    elif text.startswith(element.text, pos):
        yield None, pos + len(element.text)


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
    """Return every shape of a locale: ``single``, ``range``, and the sides that are open."""
    found = [("single", shape) for shape in _single(locale, stage)]
    found += [("range", shape) for shape in _ranges(locale, stage)]
    for side in ("since", "until"):
        found += [(side, shape) for shape in _open(locale, side, stage)]
    return Index((kind, shape) for kind, shape in found if shape.elements)


def _single(locale: str, stage: Stage) -> Iterator[Shape]:
    """Yield the shapes of one period."""
    for length in _LENGTHS:
        for precision in _PRECISIONS:
            yield Shape(precision, _dated(pattern_of(locale, precision, length), locale, stage))
        yield Shape("month", _dated(genitive_pattern(locale, length), locale, stage))
        yield Shape("yearless", _dated(day_pattern(locale, length), locale, stage))
    for width in ("LLLL", "LLL"):
        yield Shape("yearless", _dated(width, locale, stage))
    yield Shape("half", _worded("H{half} {year}", english(), stage))
    table = words(locale)
    if table is not None:
        for precision in ("year", "half"):
            yield from _phrases(precision, table.period.get(precision), table, stage)
    own = table or english()
    for precision in ("decade", "century", "season"):
        yield from _phrases(precision, own.period[precision], own, stage)


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
            start, end = (spelled_out(half, precision, length) for half in both)
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
