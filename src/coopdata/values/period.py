"""Stretches of the calendar, at the precision that a source states."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Any, Final

from attrs import field, frozen

from .._fixed import Record
from ..errors import InvalidValueError, UnreadableTextError, shown
from .spec import Length, Spec, padded

__all__ = ["Period"]

_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SEASON_MONTHS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_EDTF: Final = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?"
)
_OPEN: Final = ("", "..")
_EXPECTED: Final = "an EDTF period such as '2016', '2016-05' or '2017-01/2017-09'"


@frozen(kw_only=True)
class Period(Record):
    """A stretch of the calendar: inclusive days and the precision that was stated.

    Attributes:
        start: First day; `None` where the source leaves the beginning open.
        end: Last day, inclusive; `None` where the source leaves the end open.
        edtf: The Library of Congress string (Extended Date/Time Format), for example
            ``"1997-05"``, ``"2017-01/2017-09"``, ``"2017-40"`` (first half), ``"1994/.."``.
            Digits that the source does not give are ``X``: ``"XXXX-12-05"``; ``"../.."`` is a
            period of which the source gives neither end ("last year", with no date to count from).

    Two periods are equal when their strings are. There is no order between overlapping periods:
    ask `is_before`, `is_within`, `overlaps`.

    Examples:
        >>> Period.month(1997, 5)
        Period('1997-05')
        >>> Period.quarter(2016, 4).end
        datetime.date(2016, 12, 31)
    """

    start: dt.date | None = field(eq=False)
    end: dt.date | None = field(eq=False)
    edtf: str = field()

    def __attrs_post_init__(self) -> None:
        if (self.start, self.end) != _days(self.edtf):
            rule = f"start and end are the days of EDTF {self.edtf!r}; use Period.from_edtf"
            raise InvalidValueError((self.start, self.end), rule)

    def __repr__(self) -> str:
        return f"Period({self.edtf!r})"

    def __str__(self) -> str:
        return self.edtf

    @staticmethod
    def from_edtf(edtf: str) -> Period:
        """Return the period that an EDTF string (levels 0 and 1, quarters and halves) names.

        Raises:
            UnreadableTextError: it is no such string, or names days that are not in the calendar.
        """
        if not isinstance(edtf, str):
            raise TypeError(f"EDTF is a str, got {shown(edtf)}")
        return _from_edtf(edtf)

    @staticmethod
    def day(year: int, month: int, day: int) -> Period:
        """Return one day."""
        return _from_edtf(f"{year:04}-{month:02}-{day:02}")

    @staticmethod
    def of(date: dt.date) -> Period:
        """Return the day that `date` names."""
        return _from_edtf(date.isoformat()[:10])

    @staticmethod
    def month(year: int, month: int) -> Period:
        """Return one calendar month."""
        if not 1 <= month <= 12:
            raise InvalidValueError(month, "a month is 1 to 12")
        return _from_edtf(f"{year:04}-{month:02}")

    @staticmethod
    def quarter(year: int, quarter: int) -> Period:
        """Return one quarter, 1 to 4."""
        if not 1 <= quarter <= 4:
            raise InvalidValueError(quarter, "a quarter is 1 to 4")
        return _from_edtf(f"{year:04}-{32 + quarter}")

    @staticmethod
    def half(year: int, half: int) -> Period:
        """Return one half-year, 1 or 2."""
        if half not in (1, 2):
            raise InvalidValueError(half, "a half is 1 or 2")
        return _from_edtf(f"{year:04}-{39 + half}")

    @staticmethod
    def season(year: int, season: str) -> Period:
        """Return a season of the northern hemisphere; winter begins in December of `year`."""
        if season not in _SEASONS:
            raise InvalidValueError(season, f"a season is one of {', '.join(_SEASONS)}")
        return _from_edtf(f"{year:04}-{_SEASONS[season]}")

    @staticmethod
    def year(year: int) -> Period:
        """Return one calendar year."""
        return _from_edtf(f"{year:04}")

    @staticmethod
    def decade(first: int) -> Period:
        """Return the ten years that begin in `first`, for example 1990."""
        if first % 10:
            raise InvalidValueError(first, "a decade begins in a year that ends in 0")
        return _from_edtf(f"{first // 10:03}X")

    @staticmethod
    def century(number: int) -> Period:
        """Return the hundred years written ``19XX`` for the 20th century (1900 to 1999)."""
        return _from_edtf(f"{number - 1:02}XX")

    @staticmethod
    def between(first: Period, last: Period) -> Period:
        """Return everything from the first day of `first` to the last day of `last`."""
        return _from_edtf(f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}")

    @staticmethod
    def since(first: Period) -> Period:
        """Return the period that begins with `first` and has no stated end."""
        return _from_edtf(f"{first.edtf}/..")

    @staticmethod
    def until(last: Period) -> Period:
        """Return the period that ends with `last` and has no stated beginning."""
        return _from_edtf(f"../{last.edtf}")

    @property
    def precision(self) -> str:
        """Day, month, quarter, half, season, year, decade, century or interval."""
        if "/" in self.edtf:
            return "interval"
        year, _, rest = self.edtf.partition("-")
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

    @property
    def is_open(self) -> bool:
        """Whether the source leaves the beginning, the end or the year open."""
        return self.start is None or self.end is None

    @property
    def days(self) -> int | None:
        """How many days it has; `None` for an open period."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share a day. An unknown year shares none; an open end runs on."""
        if self._is_nowhere or other._is_nowhere:
            return False
        return _floor(self) <= _ceiling(other) and _floor(other) <= _ceiling(self)

    def is_within(self, other: Period) -> bool:
        """Tell whether every day of this period is a day of `other`."""
        if self._is_nowhere or other._is_nowhere:
            return False
        return _floor(other) <= _floor(self) and _ceiling(self) <= _ceiling(other)

    def is_before(self, other: Period) -> bool:
        """Tell whether this period certainly ends before `other` begins."""
        return self.end is not None and other.start is not None and self.end < other.start

    def is_after(self, other: Period) -> bool:
        """Tell whether this period certainly begins after `other` has ended."""
        return other.is_before(self)

    @property
    def _is_nowhere(self) -> bool:
        return self.start is None and self.end is None

    def __format__(self, spec: str) -> str:
        plain = padded(str(self), spec)
        if plain is not None:
            return plain
        wanted = Spec.of(spec, may_be_compact=False)
        return self.format(locale=wanted.locale, length=wanted.length)

    def format(self, *, locale: str, length: Length = "long") -> str:
        """Print the period; see `coopdata.formatting.period`."""
        from .. import formatting

        return formatting.period(self, locale=locale, length=length)

    def _repr_html_(self) -> str:
        from ..display import value_html

        return value_html(self)

    def __rich__(self) -> Any:
        from ..display import value_rich

        return value_rich(self)


def _floor(period: Period) -> dt.date:
    return period.start or dt.date.min


def _ceiling(period: Period) -> dt.date:
    return period.end or dt.date.max


@lru_cache(maxsize=8192)
def _from_edtf(edtf: str) -> Period:
    start, end = _days(edtf)
    return Period(start=start, end=end, edtf=edtf)


@lru_cache(maxsize=8192)
def _days(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of an EDTF string."""
    if "/" not in edtf:
        return _single(edtf, edtf)
    first, _, last = edtf.partition("/")
    start = None if first in _OPEN else _single(first, edtf)[0]
    end = None if last in _OPEN else _single(last, edtf)[1]
    if start is not None and end is not None and start > end:
        raise _unreadable(edtf, "an interval that runs forward")
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
