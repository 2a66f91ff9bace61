"""Periods counted from the day of a text, where that day is known only to lie in a period."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from ..values import Period
from .relative import FROM_PREVIOUS, Context, resolved_on

__all__ = ["TextDay", "anchored", "resolved"]

_OPEN: Final = ("", "..")
_DIGIT: Final = re.compile("[0-9]").search


class TextDay(NamedTuple):
    """The day of a text, as far as it is known: one from the earliest to the latest."""

    earliest: dt.date
    latest: dt.date


def resolved(
    captured: list[tuple[str, int]], day: TextDay | None, context: Context
) -> Period | None:
    """Return the period that was captured, open where a relative part has no day to count from.

    Of a text whose day lies between two it is what both agree on, or one of those between what they
    say: while the days go on, no period counts back.
    """
    tags = tuple(captured)
    if context.previous is not None and not any(tag in FROM_PREVIOUS for tag, _ in tags):
        context = context._replace(previous=None)
    if day is None:
        return resolved_on(tags, context)
    found = resolved_on(tags, context._replace(anchor=day.earliest))
    if day.earliest == day.latest:
        return found
    last = resolved_on(tags, context._replace(anchor=day.latest))
    if found == last:
        return found
    unknown = resolved_on(tags, context)
    if found is None or last is None or unknown is None or _DIGIT(unknown.edtf):
        return unknown
    return _between(found, last) or unknown


def _between(first: Period, last: Period) -> Period | None:
    """Return a period that is one of those from `first` to `last`, where they are of one kind."""
    if first.end is None or last.start is None or "interval" in (first.precision, last.precision):
        return None
    are_neighbours = last.start - first.end == dt.timedelta(days=1)
    return (Period.one_of if are_neighbours else Period.one_between)(first, last)


def anchored(period: Period, day: TextDay | None, weekday: int | None) -> Period:
    """Give a period that states no year the one that a text of the day `day` must mean."""
    if day is None or "XXXX-" not in period.edtf or "-XX" in period.edtf:
        return period
    edges = period.edtf.split("/")
    known = [edge for edge in edges if edge.startswith("XXXX-")]
    captured: list[tuple[str, int]] = []
    for number, edge in enumerate(known):
        captured.extend([("|", 0)] if number else [])
        place, _, in_month = edge.removeprefix("XXXX-").partition("-")
        captured.append(_place(int(place)))
        captured.extend([("d", int(in_month))] if in_month else [])
        captured.extend([("E", weekday)] if weekday is not None and not number else [])
    found = resolved(captured, day, Context(None, None, False, False))
    if found is None or len(known) == len(edges):
        return found or period
    if edges[0] in _OPEN or edges[1] in _OPEN:
        return Period.from_edtf(period.edtf.replace(known[0], found.edtf))
    return period


def _place(part: int) -> tuple[str, int]:
    """Return the tag and number of a month, season, quarter or half as EDTF numbers them."""
    if part <= 12:
        return "M", part
    if part <= 24:
        return "S", part
    return ("Q", part - 32) if part <= 36 else ("H", part - 39)
