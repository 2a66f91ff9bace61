"""The inverse of `coopdata.formatting.period`: dates, phrases, open periods and ranges, any locale.

Every pattern and phrase that `formatting` can print is a shape here: a row of literal texts,
numbers and names. A text is matched against the shapes of its locale; every period found so is
printed again in all the ways that `formatting` has, and stays only where it gives the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Final

from .. import formatting
from ..cldr import FOLDS, Stage, data
from ..values import Period
from .index import Fields, Shape
from .shapes import shapes

__all__ = ["exactly", "periods"]

_LONGEST: Final = 200
_LENGTHS: Final = ("long", "short", "narrow")
_STAGES: Final[tuple[Stage, ...]] = ("exact", "folded")
_DASH: Final = "\u2013"
_EDTF: Final = re.compile(r"[0-9Xx./-]+").fullmatch
_OPENED: Final = {"since": Period.since, "until": Period.until}


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
    fold = FOLDS[stage]
    return any(
        fold(formatting.period(found, locale=locale, length=length)).strip() == text
        for length in _LENGTHS
    )


def _read(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield what the text may say."""
    for kind, shape, fields in shapes(locale, stage).fitting(text):
        if kind == "single":
            yield from _period(shape.precision, fields)
        elif kind == "range":
            yield from _spans(shape, fields)
        elif "inner" in fields:
            yield from map(_OPENED[kind], _singles(fields["inner"], locale, stage))
        else:
            yield from map(_OPENED[kind], _period(shape.precision, fields))
    if _EDTF(text):
        yield from _made(Period.from_edtf, text.upper())
    if text.endswith(f" {_DASH}"):
        yield from map(Period.since, _singles(text[:-2], locale, stage))
    if text.startswith(f"{_DASH} "):
        yield from map(Period.until, _singles(text[2:], locale, stage))
    yield from _joined(text, locale, stage)


# One period --------------------------------------------------------------------------------------


def _singles(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    for kind, shape, fields in shapes(locale, stage).fitting(text) if text else ():
        if kind == "single":
            yield from _period(shape.precision, fields)
    if _EDTF(text):
        yield from _made(Period.from_edtf, text.upper())


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
    elif precision == "unknown":
        yield Period.from_edtf("XXXX")
    elif precision == "yearless":
        day = f"-{fields['d']:02}" if "d" in fields else ""
        yield from _made(Period.from_edtf, f"XXXX-{fields['M']:02}{day}")
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


@lru_cache(maxsize=2048)
def _joint(locale: str, stage: Stage) -> tuple[str, bool]:
    """Return what stands between the two ends of a range, and whether the later one comes first."""
    joint = FOLDS[stage](str(data(locale).tree("interval_formats").get(None, "{0} – {1}")))
    is_swapped = joint.index("{1}") < joint.index("{0}")
    return joint.replace("{0}", "").replace("{1}", ""), is_swapped
