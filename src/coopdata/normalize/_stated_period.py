"""The inverse of `coopdata.formatting.period`: dates, phrases, open periods and ranges, any locale.

Every pattern and phrase that `formatting` can print is a shape here: a row of literal texts,
numbers and names. A text is matched against the shapes of its locale; every period found so is
printed again in all the ways that `formatting` has, and stays only where it gives the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Final

from .. import formatting
from ..cldr import FOLDS, Stage, data
from ..values import Period
from ._stated_shapes import Fields, Shape, fits, interval_shapes, open_shapes, single_shapes

__all__ = ["periods"]

_LONGEST: Final = 200
_LENGTHS: Final = ("long", "short", "narrow")
_STAGES: Final[tuple[Stage, ...]] = ("exact", "folded")
_DASH: Final = "\u2013"


def periods(text: str, locale: str) -> tuple[Period, ...]:
    """Return every period that is printed as `text`, to the letter or but for variants of it."""
    bare = text.strip()
    if not 0 < len(bare) <= _LONGEST:
        return ()
    for stage in _STAGES:
        key = FOLDS[stage](bare)
        found = dict.fromkeys(_read(key, locale, stage))
        kept = tuple(one for one in found if _prints(one, key, locale, stage))
        if kept:
            return kept
    return ()


def _prints(found: Period, text: str, locale: str, stage: Stage) -> bool:
    fold = FOLDS[stage]
    return any(
        fold(formatting.period(found, locale=locale, length=length)).strip() == text
        for length in _LENGTHS
    )


def _read(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield what the text may say."""
    yield from _singles(text, locale, stage)
    yield from _opens(text, locale, stage)
    for shape in interval_shapes(locale, stage):
        for fields in fits(shape, text):
            yield from _spans(shape, fields)
    yield from _joined(text, locale, stage)


# One period --------------------------------------------------------------------------------------


def _singles(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    for shape in single_shapes(locale, stage):
        for fields in fits(shape, text):
            yield from _period(shape.precision, fields)
    if text[:1] in "0123456789Xx.":
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


# Open periods ------------------------------------------------------------------------------------


def _opens(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield "since 1994", "1994 –" and their like."""
    sides: dict[str, Callable[[Period], Period]] = {"since": Period.since, "until": Period.until}
    for side, opened in sides.items():
        for shape in open_shapes(locale, side, stage):
            for fields in fits(shape, text):
                if "inner" in fields:
                    yield from map(opened, _singles(str(fields["inner"]), locale, stage))
                else:
                    yield from map(opened, _period(shape.precision, fields))
    if text.endswith(f" {_DASH}"):
        yield from map(Period.since, _singles(text[:-2], locale, stage))
    if text.startswith(f"{_DASH} "):
        yield from map(Period.until, _singles(text[2:], locale, stage))


# Ranges ------------------------------------------------------------------------------------------


def _spans(shape: Shape, fields: Fields) -> Iterator[Period]:
    """Yield the range that CLDR's own pattern for two dates states; each fills in the other."""
    pairs = product(_period(shape.precision, fields, "0"), _period(shape.precision, fields, "1"))
    for first, last in pairs:
        yield from _made(Period.between, first, last)


def _joined(text: str, locale: str, stage: Stage) -> Iterator[Period]:
    """Yield a range whose two ends are printed whole, with the locale's joint between them."""
    joint = FOLDS[stage](str(data(locale).tree("interval_formats").get(None, "{0} – {1}")))
    is_swapped = joint.index("{1}") < joint.index("{0}")
    middle = joint.replace("{0}", "").replace("{1}", "")
    at = text.find(middle)
    while at >= 0:
        head, tail = text[:at], text[at + len(middle) :]
        if is_swapped:
            head, tail = tail, head
        firsts = list(_singles(head, locale, stage))
        for first, last in product(firsts, _singles(tail, locale, stage) if firsts else ()):
            yield from _made(Period.between, first, last)
        at = text.find(middle, at + 1)
