"""Periods counted from the day of the text: "last month", "three weeks ago", "year to date"."""

from __future__ import annotations

import datetime as dt
from typing import Final

__all__ = ["LAPSES", "PLACES", "day_at", "days_from"]


def day_at(anchor: dt.date | None, offset: int) -> str:
    return "XXXX-XX-XX" if anchor is None else (anchor + dt.timedelta(days=offset)).isoformat()


def days_from(first: dt.date, count: int) -> str:
    """Return so many days from the first on, as an interval."""
    return f"{first.isoformat()}/{(first + dt.timedelta(days=count - 1)).isoformat()}"


def _week(anchor: dt.date | None, offset: int) -> str:
    if anchor is None:
        return "XXXX-XX-XX"
    return days_from(anchor + dt.timedelta(days=7 * offset - anchor.weekday()), 7)


def _weekend(anchor: dt.date | None, offset: int) -> str:
    if anchor is None:
        return "XXXX-XX-XX"
    return days_from(anchor + dt.timedelta(days=7 * offset + 5 - anchor.weekday()), 2)


def _to_date(anchor: dt.date | None, offset: int) -> str | None:
    """Return the days from the first of a year, so many back, to the day of the text."""
    if anchor is None:
        return None
    first = dt.date(anchor.year + offset, 1, 1)
    return f"{first.isoformat()}/{anchor.isoformat()}" if first < anchor else first.isoformat()


def _month(anchor: dt.date | None, offset: int) -> str:
    if anchor is None:
        return "XXXX-XX"
    years, month = divmod(anchor.month - 1 + offset, 12)
    return f"{anchor.year + years:04}-{month + 1:02}"


def _year(anchor: dt.date | None, offset: int) -> str:
    return "XXXX" if anchor is None else f"{anchor.year + offset:04}"


def _quarter(anchor: dt.date | None, offset: int) -> str:
    if anchor is None:
        return "XXXX"
    years, quarter = divmod((anchor.month - 1) // 3 + offset, 4)
    return f"{anchor.year + years:04}-{quarter + 33}"


def _half(anchor: dt.date | None, offset: int) -> str:
    if anchor is None:
        return "XXXX"
    years, half = divmod((anchor.month - 1) // 6 + offset, 2)
    return f"{anchor.year + years:04}-{half + 40}"


PLACES: Final = {
    "rd": day_at,
    "rw": _week,
    "we": _weekend,
    "ytd": _to_date,
    "rm": _month,
    "rq": _quarter,
    "rh": _half,
}
# What so many years, months, weeks or days ago were, by the number of the unit.
LAPSES: Final = {1: _year, 2: _month, 3: _week, 4: day_at}
