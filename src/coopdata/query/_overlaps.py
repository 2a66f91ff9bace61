"""Which measures must not be added: a part and its whole, the same thing measured twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from .. import units
from ..model import Fact
from ._book import Book

__all__ = ["overlapping"]

_WHOLE: Final = "the first is a part of the second"
_SAME: Final = "both measure the same, at times that are not apart"


def overlapping(facts: Iterable[Fact], book: Book) -> Iterator[tuple[Fact, Fact, str]]:
    """Yield pairs of facts that overlap, with the reason; all facts have a measure.

    A part is found whether its whole was computed or stated, and through parts of parts.
    """
    measured = {fact.id: fact for fact in facts}
    for fact in measured.values():
        for whole in book.wholes(fact):
            if whole in measured:
                yield fact, measured[whole], _WHOLE
    for alike in _alike(measured.values()):
        yield from ((one, other, _SAME) for one, other in pairwise(alike) if not _apart(one, other))


def _alike(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """Yield the facts that measure one thing, those with the same kind, parties and dimension.

    They are in the order of their first days, so that of all only neighbours need be compared: of
    two that overlap, each that begins between them overlaps the first.
    """
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        assert fact.measure is not None
        dimension = units.dimension(fact.measure.unit)
        key = (fact.kind, frozenset(fact.parties), fact.place, dimension)
        groups.setdefault(key, []).append(fact)
    yield from (sorted(group, key=_first_day) for group in groups.values())


def _first_day(fact: Fact) -> dt.date:
    start = None if fact.period is None else fact.period.start
    return start or dt.date.min


def _apart(one: Fact, other: Fact) -> bool:
    """Tell whether two facts are certainly of different times."""
    if one.period is None or other.period is None:
        return False
    return one.period.is_before(other.period) or other.period.is_before(one.period)
