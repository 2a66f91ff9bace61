"""EDTF strings: which days of the calendar they name."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from ..errors import UnreadableTextError

__all__ = ["ONE_OF", "SEASONS", "Days", "days_of", "precision_of"]

#: The precision of what lies in one of several periods.
ONE_OF: Final = "one of"
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SEASON_MONTHS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_EDTF: Final = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?"
)
_OPEN: Final = ("", "..")
_BETWEEN: Final = ".."
_EXPECTED: Final = "an EDTF period such as '2016', '2016-05' or '2017-01/2017-09'"
_SEVERAL: Final = (
    "one of several periods, such as '[2016-11,2016-12]', '[2019..]' or '[2016..2019]'"
)
_LIKE: Final = "periods that are alike, say years or days, each after the one before"


class Days(NamedTuple):
    """The days of a period; `None` where the source leaves one open.

    Of one of several, `start` and `end` are the outer days of all of them.

    Attributes:
        start: The first.
        end: The last.
        begun: By which day it has begun, whichever of several it is.
        lasts: Until which day it lasts, whichever of several it is.
    """

    start: dt.date | None
    end: dt.date | None
    begun: dt.date
    lasts: dt.date


@lru_cache(maxsize=8192)
def days_of(edtf: str) -> Days:
    """Return the days of an EDTF string.

    Raises:
        UnreadableTextError: it is no such string, or names days that are not in the calendar.
    """
    if edtf.startswith("["):
        return _one_of(edtf)
    first, slash, last = edtf.partition("/")
    if not slash:
        start, end = _single(edtf, edtf)
    else:
        start = None if first in _OPEN else _single(first, edtf)[0]
        end = None if last in _OPEN else _single(last, edtf)[1]
        if start is not None and end is not None and start > end:
            raise _unreadable(edtf, "an interval that runs forward")
    return Days(start, end, start or dt.date.min, end or dt.date.max)


def precision_of(edtf: str) -> str:
    """Return what kind of period an EDTF string names; it must be one."""
    if edtf.startswith("["):
        return ONE_OF
    if "/" in edtf:
        return "interval"
    year, _, rest = edtf.partition("-")
    if not rest:
        if year == "XXXX" or year.isdecimal():
            return "year"
        return "century" if year.endswith("XX") else "decade"
    if len(rest) > 2:
        return "day"
    part = 0 if rest == "XX" else int(rest)
    if part <= 12:
        return "month"
    return "season" if part <= 24 else "quarter" if part <= 36 else "half"


def _one_of(edtf: str) -> Days:
    """Return the days of "[2016-11,2016-12]", one of those, or of "[2019..]", one from there on."""
    inner = edtf[1:-1]
    first, between, last = inner.partition(_BETWEEN)
    ends = [first, last] if between else inner.split(",")
    if not edtf.endswith("]") or len(ends) < 2 or not any(ends):
        raise _unreadable(edtf, _SEVERAL)
    if "" in ends and not between:
        raise _unreadable(edtf, _SEVERAL)
    known = [_closed(one, edtf) for one in ends if one]
    if len({precision_of(one) for one in ends if one}) > 1 or any(
        one[1] >= other[0] for one, other in pairwise(known)
    ):
        raise _unreadable(edtf, _LIKE)
    opening, closing = known[0], known[-1]
    return Days(
        start=opening[0] if ends[0] else None,
        end=closing[1] if ends[-1] else None,
        begun=closing[0] if ends[-1] else dt.date.max,
        lasts=opening[1] if ends[0] else dt.date.min,
    )


def _closed(text: str, edtf: str) -> tuple[dt.date, dt.date]:
    start, end = _single(text, edtf)
    if start is None or end is None:
        raise _unreadable(edtf, "periods whose days are known in brackets")
    return start, end


def _single(text: str, edtf: str) -> tuple[dt.date | None, dt.date | None]:
    match = _EDTF.fullmatch(text)
    if match is None:
        raise _unreadable(edtf)
    year_digits, part_digits, day_digits = match.groups()
    if "X" in (part_digits or "") + (day_digits or "") or year_digits == "XXXX":
        _check_parts(part_digits, day_digits, edtf)
        return None, None
    low, high = int(year_digits.replace("X", "0")), int(year_digits.replace("X", "9"))
    if low < 1:
        raise _unreadable(edtf, "a year from 0001 to 9999")
    if part_digits is None:
        return dt.date(low, 1, 1), dt.date(high, 12, 31)
    if low != high:
        raise _unreadable(edtf, "all four digits of the year before a month")
    part = int(part_digits)
    if day_digits is not None:
        day = _date(low, part, int(day_digits), edtf)
        return day, day
    return _part_of_year(low, part, edtf)


def _date(year: int, month: int, day: int, edtf: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise _unreadable(edtf, "a day of the calendar") from None


def _unreadable(edtf: str, expected: str = _EXPECTED) -> UnreadableTextError:
    return UnreadableTextError(edtf, "edtf", 0, expected)


def _part_of_year(year: int, part: int, edtf: str) -> tuple[dt.date, dt.date]:
    if 1 <= part <= 12:
        first, last = part, part
    elif 33 <= part <= 36:
        first, last = 3 * (part - 33) + 1, 3 * (part - 33) + 3
    elif part in (40, 41):
        first, last = 6 * (part - 40) + 1, 6 * (part - 40) + 6
    elif part in _SEASON_MONTHS:
        first, last = _SEASON_MONTHS[part]
    else:
        raise _unreadable(edtf, "a month, or 21 to 24, 33 to 36, 40 or 41 for a part of a year")
    last_year = year + (last < first)
    if last_year > dt.MAXYEAR:
        raise _unreadable(edtf, "a period that ends by the year 9999")
    last_day = calendar.monthrange(last_year, last)[1]
    return dt.date(year, first, 1), dt.date(last_year, last, last_day)


def _check_parts(part: str | None, day: str | None, edtf: str) -> None:
    """Refuse a month 13 or a 31 February even where the year is not given."""
    if part is None or part == "XX":
        return
    if day is None or day == "XX":
        _part_of_year(2000, int(part), edtf)
    else:
        _date(2000, int(part), int(day), edtf)
