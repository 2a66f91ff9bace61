"""CLDR's patterns for two dates, in two halves."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

from .dates import pattern_of

__all__ = ["INTERVALS", "difference", "halves", "spelled_out"]

INTERVALS: Final = {
    ("day", "long"): "yMMMd",
    ("day", "short"): "yMMMd",
    ("day", "narrow"): "yMd",
    ("month", "long"): "yMMMM",
    ("month", "short"): "yMMM",
    ("month", "narrow"): "yM",
    ("year", "long"): "y",
    ("year", "short"): "y",
    ("year", "narrow"): "y",
}
_HAS_NAME: Final = re.compile("MMM|LLL").search


def spelled_out(pattern: str, precision: str, length: str, name: str) -> str:
    """Return a day's pattern with the month's full name; CLDR has no such intervals.

    Where the locale's own long dates have the month's number (2020年6月4日), so has the interval.
    """
    if (precision, length) != ("day", "long") or not _HAS_NAME(pattern_of(name, "day", "long")):
        return pattern
    return re.sub(r"(?<![ML])([ML])\1\1(?![ML])", r"\1\1\1\1", pattern)


def difference(first: dt.date, last: dt.date) -> str | None:
    """Return the largest calendar field in which two dates differ."""
    if first.year != last.year:
        return "y"
    if first.month != last.month:
        return "M"
    return "d" if first.day != last.day else None


def halves(pair: Any, field: str | None) -> tuple[str, str] | None:
    """Return the two sides of an interval pattern.

    CLDR's patterns for a few locales (fa) come out of Babel in one piece, of which only the start
    would be printed. They are split where a field is repeated. A pattern that leaves out the very
    field in which the dates differ (sw) is no pattern.
    """
    found = _split(pair) if pair else None
    if found is None or not all(field in half.replace("L", "M") for half in found if field):
        return None
    return found


def _split(pair: Any) -> tuple[str, str] | None:
    if len(pair) == 2 and pair[1]:
        return pair[0], pair[1]
    seen: set[str] = set()
    for at, char in enumerate(pair[0]):
        kind = "M" if char == "L" else char
        if kind in "yMd":
            if kind in seen and pair[0][at - 1] != char:
                return pair[0][:at], pair[0][at:]
            seen.add(kind)
    return None
