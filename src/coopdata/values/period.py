"""Stretches of the calendar, at the precision that a source states."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from attrs import field, frozen

from .._viewed import Viewed
from ..errors import InvalidValueError, shown
from .edtf import ONE_OF, SEASONS, days_of, precision_of
from .held import Held
from .spec import Length, Spec, padded

__all__ = ["Period"]


@frozen(kw_only=True)
class Period(Viewed, Held):
    """A stretch of the calendar: inclusive days and the precision that was stated.

    Attributes:
        start: First day; `None` where the source leaves the beginning open. Of one of several
            periods the first day of all.
        end: Last day, inclusive; `None` where the source leaves the end open. Of one of several
            the last day of all.
        edtf: The Library of Congress string (Extended Date/Time Format), for example
            ``"1997-05"``, ``"2017-01/2017-09"``, ``"2017-40"`` (first half), ``"1994/.."``.
            Digits that the source does not give are ``X``: ``"XXXX-12-05"``; ``"../.."`` is a
            period of which the source gives neither end ("last year", with no date to count from).
            In brackets is one of several, which of them the source does not say:
            ``"[2016-11,2016-12]"``, ``"[2019..]"`` (2019 or a later year),
            ``"[2020-06-04..2025-03-10]"`` (a day from one to the other).

    Two periods are equal when their strings are, which does not say that what happened in one of
    several happened at one time. There is no order between overlapping periods:
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
        if (self.start, self.end) != days_of(self.edtf)[:2]:
            rule = f"start and end are the days of EDTF {self.edtf!r}; use Period.from_edtf"
            raise InvalidValueError((self.start, self.end), rule)

    def __repr__(self) -> str:
        return f"Period({self.edtf!r})"

    def __str__(self) -> str:
        return self.edtf

    @staticmethod
    def from_edtf(edtf: str) -> Period:
        """Return the period that an EDTF string names: levels 0 and 1, parts of a year, one of.

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
        if season not in SEASONS:
            raise InvalidValueError(season, f"a season is one of {', '.join(SEASONS)}")
        return _from_edtf(f"{year:04}-{SEASONS[season]}")

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

    @staticmethod
    def one_of(*periods: Period) -> Period:
        """Return a period that is one of these, which follow one another and are of one kind."""
        return _from_edtf(f"[{','.join(one.edtf for one in periods)}]")

    @staticmethod
    def one_between(first: Period, last: Period) -> Period:
        """Return a period that is one of those from `first` to `last`, say a year of several."""
        return _from_edtf(f"[{first.edtf}..{last.edtf}]")

    @staticmethod
    def not_before(first: Period) -> Period:
        """Return a period that is `first` or a later one of its kind: "2019 or later"."""
        return _from_edtf(f"[{first.edtf}..]")

    @staticmethod
    def not_after(last: Period) -> Period:
        """Return a period that is `last` or an earlier one of its kind: "2019 or earlier"."""
        return _from_edtf(f"[..{last.edtf}]")

    @property
    def precision(self) -> str:
        """Day, month, quarter, half, season, year, decade, century, interval or "one of"."""
        return precision_of(self.edtf)

    @property
    def is_one_of(self) -> bool:
        """Whether it is one of several periods, and the source does not say which."""
        return self.precision == ONE_OF

    @property
    def is_open(self) -> bool:
        """Whether the source leaves the beginning, the end or the year open."""
        return self.start is None or self.end is None

    @property
    def is_undated(self) -> bool:
        """Whether no day is known on which it begins or ends: its year is unknown."""
        return self.start is None and self.end is None

    @property
    def days(self) -> int | None:
        """How many days it has; `None` for an open period and for one of several."""
        if self.start is None or self.end is None or self.is_one_of:
            return None
        return (self.end - self.start).days + 1

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two certainly share a day: of one of several each would.

        An unknown year shares none; an open end runs on.
        """
        if self.is_undated or other.is_undated:
            return False
        mine, theirs = days_of(self.edtf), days_of(other.edtf)
        return mine.begun <= theirs.lasts and theirs.begun <= mine.lasts

    def may_overlap(self, other: Period) -> bool:
        """Tell whether the two share a day or, where one is one of several, may do so."""
        if self.is_undated or other.is_undated:
            return False
        return _floor(self) <= _ceiling(other) and _floor(other) <= _ceiling(self)

    def is_within(self, other: Period) -> bool:
        """Tell whether every day of this period is certainly a day of `other`."""
        if self.is_undated or other.is_undated:
            return False
        theirs = days_of(other.edtf)
        return theirs.begun <= _floor(self) and _ceiling(self) <= theirs.lasts

    def is_before(self, other: Period) -> bool:
        """Tell whether this period certainly ends before `other` begins."""
        return self.end is not None and other.start is not None and self.end < other.start

    def is_after(self, other: Period) -> bool:
        """Tell whether this period certainly begins after `other` has ended."""
        return other.is_before(self)

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


def _floor(period: Period) -> dt.date:
    return period.start or dt.date.min


def _ceiling(period: Period) -> dt.date:
    return period.end or dt.date.max


@lru_cache(maxsize=8192)
def _from_edtf(edtf: str) -> Period:
    days = days_of(edtf)
    return Period(start=days.start, end=days.end, edtf=edtf)
