"""Hedges and ranges in signs, which every locale reads: ``≥ 5 %``, ``≈ 2 km``, ``10–12 %``."""

from __future__ import annotations

from typing import Final

from ..errors import AmbiguousTextError, UnreadableTextError
from ..values import Measure, Relation
from . import babel

__all__ = ["RELATIONS", "measure"]

RELATIONS: Final[dict[str, Relation]] = {
    "\u2265": "at_least",
    ">": "more_than",
    "\u2264": "at_most",
    "<": "less_than",
    "\u2248": "about",
    "~": "about",
}
_RANGE: Final = "\u2013"
_LONGEST: Final = 300


def measure(text: str, locale: str, dimension: str | None, ambiguous: str | None) -> Measure | None:
    """Read a printed quantity with a sign before it, or two with an en dash between."""
    if not 1 < len(text) <= _LONGEST:
        return None
    relation = RELATIONS.get(text[0])
    if relation is not None:
        rest = text[1:].lstrip()
        try:
            found = babel.measure(rest, locale, dimension=dimension, ambiguous=ambiguous)
        except AmbiguousTextError as err:
            candidates = tuple(_hedged(one, relation) for one in err.candidates)
            raise AmbiguousTextError(text, locale, 0, err.expected, candidates) from None
        except UnreadableTextError:
            return None  # the caller's error names the whole text
        return _hedged(found, relation)
    first, dash, last = text.partition(_RANGE)
    if not dash or not first.strip() or not last.strip():
        return None
    return _between(first.strip(), last.strip(), locale, dimension, ambiguous)


def _hedged(found: Measure, relation: Relation) -> Measure:
    """Return an exact measure as a bound, or as "about"."""
    low = None if relation in ("at_most", "less_than") else found.low
    high = None if relation in ("at_least", "more_than") else found.high
    return Measure(low=low, high=high, unit=found.unit, relation=relation)


def _between(
    first: str, last: str, locale: str, dimension: str | None, ambiguous: str | None
) -> Measure | None:
    """Join two printed numbers, one of which carries the unit of both."""
    try:
        low = babel.measure(first, locale, dimension=None, ambiguous="first")
        high = babel.measure(last, locale, dimension=None, ambiguous=ambiguous)
    except UnreadableTextError:
        return None
    if low.unit and high.unit and low.unit != high.unit:
        return None
    if low.value > high.value:
        return None
    return Measure.between(low.value, high.value, high.unit or low.unit)
