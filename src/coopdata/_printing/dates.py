"""One date in CLDR's patterns, read from the locale's own data.

Babel's own formatter would load the whole locale into a cache that never shrinks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from babel.dates import parse_pattern

from ..cldr import data

__all__ = ["dated", "pattern_of", "skeleton", "year_digits"]

_SKELETONS: Final = {
    ("day", "narrow"): "yMd",
    ("month", "long"): "yMMMM",
    ("month", "short"): "yMMM",
    ("month", "narrow"): "yM",
    ("quarter", "long"): "yQQQQ",
    ("quarter", "short"): "yQQQ",
    ("quarter", "narrow"): "yQQQ",
    ("year", "long"): "y",
    ("year", "short"): "y",
    ("year", "narrow"): "y",
}
_WIDTHS: Final = {3: "abbreviated", 4: "wide", 5: "narrow"}
# Where a locale and its parents have no such skeleton.
_ROOT: Final = {"yMMMM": "y MMMM", "yMMM": "y MMM", "yM": "y-MM", "yMd": "y-MM-dd", "y": "y"}


@lru_cache(maxsize=2048)
def pattern_of(name: str, precision: str, length: str) -> str:
    """Return the CLDR pattern for one date of a precision."""
    if precision == "day" and length != "narrow":
        width = {"long": "long", "short": "medium"}[length]
        return str(data(name).tree("date_formats")[width].pattern)
    wanted = _SKELETONS[precision, length]
    return skeleton(name, wanted) or _ROOT.get(wanted, "y QQQ")


def skeleton(name: str, wanted: str) -> str | None:
    """Return the pattern that a locale has for a skeleton, if it has one."""
    found = data(name).tree("datetime_skeletons").get(wanted)
    return None if found is None else str(found.pattern)


def dated(pattern: str, date: dt.date, name: str) -> str:
    """Return a date in a CLDR pattern."""
    template: str = parse_pattern(pattern).format  # type: ignore[assignment]  # a %-template
    return template % _Fields(date, name)


def year_digits(year: int) -> str:
    """Return a year's digits; four of them below 100, where two would be read as our century."""
    return str(year) if year >= 100 else f"{year:04}"


class _Fields(Mapping[str, str]):
    """The fields of one date, by their CLDR letters, in Western digits."""

    def __init__(self, date: dt.date, name: str) -> None:
        self._date = date
        self._name = name

    def __getitem__(self, field: str) -> str:
        letter, width = field[0], len(field)
        if letter in "yuY":
            year = year_digits(self._date.year)
            is_short = width == 2 and self._date.year >= 100
            return year[-2:] if is_short else year.zfill(width)
        if letter in "ML":
            return self._named("months", self._date.month, letter == "L", width)
        if letter in "Qq":
            return self._named("quarters", (self._date.month - 1) // 3 + 1, letter == "q", width)
        if letter in "Ec":
            return self._named("days", self._date.weekday(), letter == "c", max(width, 3))
        if letter == "d":
            return str(self._date.day).zfill(width)
        if letter == "G":
            return self._era(width)
        raise KeyError(field)

    def _named(self, section: str, key: int, is_alone: bool, width: int) -> str:
        if width <= 2:
            return str(key).zfill(width)
        context = "stand-alone" if is_alone else "format"
        names = data(self._name).tree(section, context, _WIDTHS.get(width, "abbreviated"))
        return str(names.get(key, key))

    def _era(self, width: int) -> str:
        names = data(self._name).tree("eras", _WIDTHS.get(max(width, 3), "abbreviated"))
        return str(names.get(1, ""))

    def __iter__(self) -> Iterator[str]:
        return iter("yMLQqEcdG")

    def __len__(self) -> int:
        return 9
