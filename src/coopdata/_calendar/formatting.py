"""The inverse of `coopdata.formatting.period`: dates, phrases, open periods and ranges, any locale.

Every pattern and phrase that `formatting` can print is a shape here: a row of literal texts,
numbers and names. A text is matched against the shapes of its locale; every period found so is
printed again in all the ways that `formatting` has, and stays only where it gives the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Final

from .. import formatting
from .._printing.periods import UNKNOWN, UNWORDED, one_or_other, own_or_english
from ..cldr import FOLDS, Stage, data
from ..values import Length, Period
from .index import Fields, Shape
from .shapes import shapes

__all__ = ["exactly", "periods"]

_LONGEST: Final = 200
_LENGTHS: Final[tuple[Length, ...]] = ("long", "short", "narrow")
_STAGES: Final[tuple[Stage, ...]] = ("exact", "folded")
_DASH: Final = "\u2013"
_EDTF: Final = re.compile(r"[0-9Xx./-]+").fullmatch
_OPENED: Final = {
    "since": Period.since,
    "until": Period.until,
    "not_before": Period.not_before,
    "not_after": Period.not_after,
}
#: What stands around a period without words that is open on one side, or one of several.
_AROUND: Final = {
    side: (phrase.partition("{0}")[0], phrase.partition("{0}")[2])
    for side, phrase in UNWORDED.items()
    if side in _OPENED
}


def exactly(text: str, locale: str) -> tuple[Period, ...]:
    """Return every period that is printed as `text`, to the letter."""
    return _found(text, locale, "exact")


def periods(text: str, locale: str) -> tuple[Period, ...]:
    """Return every period that is printed as `text`, to the letter or but for variants of it."""
    return _found(text, locale, "exact") or _found(FOLDS["folded"](text), locale, "folded")


def _found(text: str, locale: str, stage: Stage) -> tuple[Period, ...]:
    if not 0 < len(text) <= _LONGEST:
        return ()
    read = dict.fromkeys(_read(text, locale, stage))
    return tuple(one for one in read if _prints(one, text, locale, stage))


def _prints(found: Period, text: str, locale: str, stage: Stage) -> bool:
    return any(_is(found, text, locale, length, FOLDS[stage]) for length in _LENGTHS)


def _is(found: Period, text: str, locale: str, length: Length, fold: Callable[[str], str]) -> bool:
    """Tell whether a period is printed so in one of the lengths."""
    return fold(formatting.period(found, locale=locale, length=length)).strip() == text


def _read(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield what the text may say."""
    for kind, shape, fields in shapes(locale, stage).fitting(text):
        if kind == "single":
            yield from _period(shape.precision, fields)
        elif kind == "range":
            yield from _spans(shape, fields)
        elif kind == "one_between":
            yield from _between(fields["inner"], locale, stage)
        elif "inner" in fields:
            yield from map(_OPENED[kind], _singles(fields["inner"], locale, stage))
        else:
            yield from map(_OPENED[kind], _period(shape.precision, fields))
    if _EDTF(text):
        yield from _made(Period.from_edtf, text.upper())
    for side, (before, after) in _AROUND.items():
        if text.startswith(before) and text.endswith(after):
            inner = text[len(before) : len(text) - len(after)]
            yield from map(_OPENED[side], _singles(inner, locale, stage))
    if text.endswith(")"):
        yield from _lacking(text[:-1], locale, stage)
    yield from _joined(text, locale, stage)
    yield from _one_of(text, locale, stage)


# One period --------------------------------------------------------------------------------------


def _singles(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    for kind, shape, fields in shapes(locale, stage).fitting(text) if text else ():
        if kind == "single":
            yield from _period(shape.precision, fields)
    if _EDTF(text):
        yield from _made(Period.from_edtf, text.upper())
    if text.endswith(")"):
        yield from _lacking(text[:-1], locale, stage)


def _lacking(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield what is stated before an open bracket, with the month or the day that is not."""
    stated, _, lacking = text.rpartition(" (")
    for precision, key in UNKNOWN.items():
        if lacking == FOLDS[stage](str(own_or_english(locale, key))):
            for one in _singles(stated, locale, stage):
                whole = precision == "day" and len(one.edtf) == _YEAR
                yield from _made(Period.from_edtf, f"{one.edtf}{'-XX' * (1 + whole)}")


_YEAR: Final = 4
_UNKNOWN: Final = {
    "unknown": "XXXX",
    "unknown_month": "XXXX-XX",
    "unknown_day": "XXXX-XX-XX",
    "unknown_ends": "../..",
}
#: The parts of a year, and how far before the number of each the EDTF begins.
_PARTS: Final = {"M": 0, "S": 0, "Q": 32, "H": 39}
_MAKERS: Final[Mapping[str, tuple[Callable[..., Period], str]]] = {
    "day": (Period.day, "yMd"),
    "month": (Period.month, "yM"),
    "quarter": (Period.quarter, "yQ"),
    "half": (Period.half, "yH"),
    "year": (Period.year, "y"),
    "decade": (Period.decade, "y"),
    "century": (Period.century, "C"),
}


def _period(precision: str, fields: Fields, side: str = "") -> Iterator[Period]:
    """Yield the period that has these fields, if there is such a day of the calendar."""
    if precision == "season":
        yield from _made(Period.from_edtf, f"{fields['y']:04}-{fields['S']}")
    elif precision in _UNKNOWN:
        yield Period.from_edtf(_UNKNOWN[precision])
    elif precision == "yearless":
        day = f"-{fields['d']:02}" if "d" in fields else ""
        parts = ((fields.get(one), before) for one, before in _PARTS.items())
        part = next(value + before for value, before in parts if value is not None)
        yield from _made(Period.from_edtf, f"XXXX-{part:02}{day}")
    else:
        make, wanted = _MAKERS[precision]
        other = "1" if side == "0" else "0"
        values = [fields.get(f"{one}{side}", fields.get(f"{one}{other}")) for one in wanted]
        if None not in values:
            yield from _made(make, *values)


def _made(make: Callable[..., Period], *values: object) -> Iterator[Period]:
    try:
        yield make(*values)
    except ValueError:
        return


# Ranges ------------------------------------------------------------------------------------------


def _spans(shape: Shape, fields: Fields) -> Iterator[Period]:
    """Yield the range that CLDR's own pattern for two dates states; each fills in the other."""
    pairs = product(_period(shape.precision, fields, "0"), _period(shape.precision, fields, "1"))
    for first, last in pairs:
        yield from _made(Period.between, first, last)


def _joined(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield a range whose two ends are printed whole, with the locale's joint between them."""
    middle, is_swapped = _joint(locale, stage)
    at = text.find(middle)
    while at >= 0:
        head, tail = text[:at], text[at + len(middle) :]
        if is_swapped:
            head, tail = tail, head
        firsts = list(_singles(head, locale, stage))
        for first, last in product(firsts, _singles(tail, locale, stage) if firsts else ()):
            yield from _made(Period.between, first, last)
        at = text.find(middle, at + 1)


# One of several ----------------------------------------------------------------------------------


def _between(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield a period that lies somewhere in the range that is printed as `text`."""
    for kind, shape, fields in shapes(locale, stage).fitting(text) if text else ():
        if kind == "range":
            yield from _somewhere(_spans(shape, fields))
    yield from _somewhere(_joined(text, locale, stage))


def _somewhere(ranges: Iterable[Period]) -> Iterator[Period]:
    for one in ranges:
        yield from _made(Period.from_edtf, f"[{one.edtf.replace('/', '..')}]")


def _one_of(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield one of several that are printed whole, in one of the lengths."""
    if text.startswith("[") and text.endswith("]"):
        first, _, last = text[1:-1].partition(" .. ")
        ends = product(_singles(first, locale, stage), _singles(last, locale, stage))
        for pair in ends:
            yield from _made(Period.one_between, *pair)
    before, joint, after = _either(locale, stage)
    if joint not in text or not (text.startswith(before) and text.endswith(after)):
        return
    parts = text[len(before) : len(text) - len(after)].split(joint)
    read: list[dict[Period, None]] = []
    for part in parts:
        read.append(dict.fromkeys(_singles(part, locale, stage)))
        if not read[-1]:
            return
    fold = FOLDS[stage]
    for length in _LENGTHS:
        several = [
            [one for one in found if _is(one, part, locale, length, fold)]
            for part, found in zip(parts, read, strict=True)
        ]
        if all(len(found) == 1 for found in several):
            yield from _made(Period.one_of, *(found[0] for found in several))


@lru_cache(maxsize=2048)
def _either(locale: str, stage: Stage) -> tuple[str, str, str]:
    """Return what stands before, between and behind periods of which one is meant, folded."""
    before, joint, after = map(FOLDS[stage], one_or_other(locale))
    return before, joint, after


@lru_cache(maxsize=2048)
def _joint(locale: str, stage: Stage) -> tuple[str, bool]:
    """Return what stands between the two ends of a range, and whether the later one comes first."""
    joint = FOLDS[stage](str(data(locale).tree("interval_formats").get(None, "{0} – {1}")))
    is_swapped = joint.index("{1}") < joint.index("{0}")
    return joint.replace("{0}", "").replace("{1}", ""), is_swapped
