"""Halves of a period, and other parts of one that say less than the whole."""

from __future__ import annotations

import calendar
import re
from typing import Final

from ..values import Period

__all__ = ["HALVES", "PORTIONS", "portion_of"]

#: The halves that words name, and where each lies in a period that has no halves of its own.
HALVES: Final = {"first_half": "early", "second_half": "late"}
#: The first and the last day of the parts of a month; 0 is its last day.
_DAYS: Final = {
    "first_half": (1, 15),
    "second_half": (16, 0),
    "first_ten": (1, 10),
    "second_ten": (11, 20),
    "third_ten": (21, 0),
}
#: Every part of a period that words name: of those that have no days here no extent is known.
PORTIONS: Final = frozenset({*_DAYS, "part"})
_YEAR_HALVES: Final = {"first_half": 40, "second_half": 41}
_FEBRUARY: Final = 2
#: A year of which no more is asked than how many days its other months have.
_ANY_YEAR: Final = 2001
_MONTH: Final = re.compile(r"([0-9]{4}|XXXX)-(0[1-9]|1[0-2])").fullmatch


def portion_of(period: Period, portion: str) -> Period | None:
    """Return the part of a year or a month that words name, `None` where its days are not known.

    A decade or a century has no halves in EDTF, so that it stays whole and a modifier tells which.
    """
    if portion in HALVES and period.precision in ("decade", "century"):
        return period
    if portion in HALVES and period.precision == "year":
        return Period.from_edtf(f"{period.edtf}-{_YEAR_HALVES[portion]}")
    month = _MONTH(period.edtf)
    if month is None or portion not in _DAYS:
        return None
    first, last = _DAYS[portion]
    last = last or _last(month[1], int(month[2]))
    if not last:
        return None
    return Period.from_edtf(f"{period.edtf}-{first:02}/{period.edtf}-{last:02}")


def _last(year: str, month: int) -> int:
    """Return the last day of a month, 0 where the year decides it and is not known."""
    if not year.isdecimal():
        return 0 if month == _FEBRUARY else calendar.monthrange(_ANY_YEAR, month)[1]
    return calendar.monthrange(int(year), month)[1]
