"""A rate of exchange, and tables of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Protocol, Self, runtime_checkable

from attrs import evolve, field, frozen

from .. import _exact, units
from .._fixed import Fixed, Record, tuple_of
from ..errors import ConversionError, InvalidValueError, SeedError
from ..values import Measure

__all__ = ["Rate", "RateProvider", "Table"]

_COLUMNS: Final = ("date", "base", "quote", "rate", "source")


def _currency(code: str) -> str:
    if not isinstance(code, str) or not units.is_currency(code):
        raise InvalidValueError(code, "a currency is an ISO 4217 code, such as 'KZT'")
    return code


def _number(value: Decimal | Fraction | int | str) -> Decimal:
    number = Measure.exact(value).value
    if number <= 0:
        raise InvalidValueError(value, "a rate is above zero")
    return number


def _day(value: dt.date) -> dt.date:
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise InvalidValueError(value, "the day of a rate is a datetime.date")
    return value


def _source(value: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InvalidValueError(value, "a rate names its source")
    return value


@frozen
class Rate(Record):
    """What one unit of a currency cost in another, on a day, by somebody's account.

    Attributes:
        base: What is priced, an ISO 4217 code.
        quote: What it is priced in.
        value: How much of `quote` one unit of `base` costs; exact, above zero.
        date: For which day it was set.
        source: Who set or published it.
        via: The currency through which it was reckoned from two rates of that source and day; or
            None, where the source states it.

    Examples:
        >>> print(Rate("USD", "KZT", "331.24", dt.date(2017, 12, 5), "my bank"))
        331.24 KZT/USD (my bank, 2017-12-05)
    """

    base: str = field(converter=_currency)
    quote: str = field(converter=_currency)
    value: Decimal = field(converter=_number)
    date: dt.date = field(converter=_day)
    source: str = field(converter=_source)
    via: str | None = None

    def turned(self) -> Rate:
        """Return what one unit of the other currency cost."""
        value = _exact.to_decimal(1 / Fraction(self.value))
        return evolve(self, base=self.quote, quote=self.base, value=value)

    def through(self, other: Rate) -> Rate:
        """Return what one unit of `base` costs in what `other` turns its `quote` into.

        Raises:
            ConversionError: They do not meet in one currency, or are not of one source and day.
        """
        if self.quote != other.base or (self.date, self.source) != (other.date, other.source):
            raise ConversionError(
                f"{self} through {other}", "rates of one source and day that meet"
            )
        value = _exact.multiply(self.value, other.value)
        return evolve(self, quote=other.quote, value=value, via=self.quote)

    def measure(self) -> Measure:
        """Return the rate as a quantity, such as ``331.24 KZT/USD``."""
        return Measure.exact(self.value, f"{self.quote}/{self.base}")

    def __str__(self) -> str:
        across = f" through {self.via}" if self.via else ""
        return f"{self.measure()} ({self.source}{across}, {self.date.isoformat()})"


@runtime_checkable
class RateProvider(Protocol):
    """Whatever knows rates: implement `rate`, and `exchange` takes it."""

    def rate(self, base: str, quote: str, on: dt.date) -> Rate:
        """Return what one `base` cost in `quote` on that day; the rate names its own day.

        Raises:
            ConversionError: It knows none; another provider may.
        """
        ...


def _rates(given: Iterable[Rate]) -> tuple[Rate, ...]:
    return tuple_of(Rate, given)


@frozen(repr=False)
class Table(Record):
    """Rates that somebody wrote down.

    A rate holds until the next one, at most `within` days; the turned rate is found too, and one
    reckoned through a third currency from two rates of one source and day. What the source states
    goes before what is reckoned.

    Attributes:
        rates: All of them, in the order in which they were given.
        within: For how many days a rate holds where no other follows.

    Examples:
        >>> table = Table([Rate("USD", "KZT", "331.24", dt.date(2017, 12, 5), "my bank")])
        >>> print(table.rate("USD", "KZT", dt.date(2017, 12, 7)))
        331.24 KZT/USD (my bank, 2017-12-05)
        >>> table.rate("USD", "KZT", dt.date(2018, 1, 1))
        Traceback (most recent call last):
        coopdata.errors.ConversionError: cannot convert USD to KZT on 2018-01-01: a rate of \
that day or of 7 days before; this table has rates from 2017-12-05 to 2017-12-05
    """

    rates: tuple[Rate, ...] = field(converter=_rates)
    within: int = field(default=7, kw_only=True)
    _days: Fixed[dt.date, tuple[Rate, ...]] = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        days: dict[dt.date, list[Rate]] = {}
        for rate in self.rates:
            days.setdefault(rate.date, []).append(rate)
        for one in days.values():
            _check(one)
        ordered = Fixed({day: tuple(days[day]) for day in sorted(days)})
        object.__setattr__(self, "_days", ordered)

    @classmethod
    def from_csv(cls, text: str, *, within: int = 7) -> Self:
        r"""Return the table of a CSV text with the columns date, base, quote, rate and source.

        Raises:
            SeedError: A column is missing or rows are wrong; each is named by its line.

        Examples:
            >>> Table.from_csv("date,base,quote,rate,source\n2024-05-03,USD,BYN,3.2,my bank\n")
            Table(1 rates from 2024-05-03 to 2024-05-03)
        """
        reader = csv.DictReader(io.StringIO(text), strict=True)
        problems: list[str] = []
        rates = list(_rows(reader, problems))
        if not problems:
            try:
                return cls(rates, within=within)
            except InvalidValueError as err:
                problems.append(str(err))
        raise SeedError("the table of rates", tuple(problems))

    @classmethod
    def of_sets(cls, sets: Iterable[Mapping[str, Any]], *, within: int = 7) -> Self:
        """Return the table of sets, each a `source`, a `quote`, a `date` and `rates` by currency.

        Examples:
            >>> day = {"source": "my bank", "quote": "BYN", "date": "2024-05-03"}
            >>> Table.of_sets([{**day, "rates": {"USD": "3.21", "EUR": "3.44"}}])
            Table(2 rates from 2024-05-03 to 2024-05-03)
        """
        rates = (
            Rate(base, one["quote"], value, dt.date.fromisoformat(one["date"]), one["source"])
            for one in sets
            for base, value in one["rates"].items()
        )
        return cls(rates, within=within)

    def rate(self, base: str, quote: str, on: dt.date) -> Rate:
        """Return what one `base` cost in `quote` on that day.

        Raises:
            ConversionError: The table has no such rate of that day or of `within` days before.
        """
        for code in (base, quote):
            _currency(code)
        _day(on)
        order = tuple(self._days)
        for at in range(bisect_right(order, on) - 1, -1, -1):
            if (on - order[at]).days > self.within:
                break
            found = _found(self._days[order[at]], base, quote)
            if found is not None:
                return found
        missing = f"a rate of that day or of {self.within} days before"
        raise ConversionError(
            f"{base} to {quote} on {on}", f"{missing}; this table has {self._extent()}"
        )

    def _extent(self) -> str:
        order = tuple(self._days)
        return f"rates from {order[0]} to {order[-1]}" if order else "none"

    def __repr__(self) -> str:
        return f"Table({len(self.rates)} {self._extent()})"


def _check(rates: Iterable[Rate]) -> None:
    said: dict[Any, Rate] = {}
    for rate in rates:
        before = said.setdefault((rate.base, rate.quote, rate.source), rate)
        if before.value != rate.value:
            raise InvalidValueError(f"{before} and {rate}", "a source states one rate for a day")


def _found(rates: tuple[Rate, ...], base: str, quote: str) -> Rate | None:
    """Return the rate of one day: stated, turned, or through one other currency."""
    pairs = {(rate.source, rate.base, rate.quote): rate for rate in rates}
    sources = tuple(dict.fromkeys(rate.source for rate in rates))
    both = {**{(s, q, b): rate.turned() for (s, b, q), rate in pairs.items()}, **pairs}
    for source in sources:
        if (source, base, quote) in both:
            return both[source, base, quote]
    for source, first, middle in both:
        if first == base and (source, middle, quote) in both:
            return both[source, base, middle].through(both[source, middle, quote])
    return None


def _rows(reader: csv.DictReader[str], problems: list[str]) -> Iterator[Rate]:
    try:
        missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            problems.append(f"line 1: no column {', '.join(missing)}")
            return
        for row in reader:
            try:
                day = dt.date.fromisoformat(row["date"])
                yield Rate(row["base"], row["quote"], row["rate"], day, row["source"])
            except (ValueError, TypeError) as err:
                problems.append(f"line {reader.line_num}: {err}")
    except csv.Error as err:
        problems.append(f"line {reader.line_num}: {err}")
