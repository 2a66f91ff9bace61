"""An amount in another currency, with the rate that made it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve, frozen

from .. import _exact, formatting, units
from .._fixed import Record
from ..errors import ConversionError, InvalidValueError
from ..values import Length, Measure, Period
from ._rates import Rate, RateProvider

__all__ = ["Exchanged", "exchange"]

_DIGITS = 6  # significant digits that are printed of an amount, and of a rate that is reckoned


@frozen
class Exchanged(Record):
    """An amount in another currency.

    Attributes:
        measure: The amount, exact by the rate.
        original: What it was before.
        rate: What it was multiplied by, with its day and source.
    """

    measure: Measure
    original: Measure
    rate: Rate

    def __str__(self) -> str:
        amount, is_same = _rounded(self.measure, _DIGITS)
        price = _rounded(self.rate.measure(), _DIGITS)[0]
        return f"{'=' if is_same else '≈'} {amount} ({self.original} at {price}, {self._by()})"

    def format(
        self, *, locale: str, length: Length = "long", compact: bool = False, digits: int = _DIGITS
    ) -> str:
        """Return amount, original, rate, source and day, as one line of a locale.

        Args:
            locale: A locale that Babel has.
            length: How much is written out, as for `Measure.format`.
            compact: Whether amounts are written as "5.6 billion".
            digits: Significant digits of the amount; one that loses some has "≈" before it.
        """
        amount, is_same = _rounded(self.measure, digits)
        said = formatting.measure(amount, locale=locale, length=length, compact=compact)
        was = formatting.measure(self.original, locale=locale, length=length, compact=compact)
        price = formatting.measure(_rounded(self.rate.measure(), _DIGITS)[0], locale=locale)
        day = formatting.period(Period.of(self.rate.date), locale=locale)
        by = " ".join(filter(None, (self.rate.source, self.rate.via and f"({self.rate.via})")))
        return f"{'=' if is_same else '≈'} {said} ({was}; {price}; {by}, {day})"

    def _by(self) -> str:
        across = f" through {self.rate.via}" if self.rate.via else ""
        return f"{self.rate.source}{across}, {self.rate.date.isoformat()}"


def exchange(
    amount: Measure, to: str, *, on: dt.date, rates: RateProvider | Iterable[RateProvider]
) -> Exchanged:
    """Return money in another currency, by a rate of a day that you choose.

    Args:
        amount: Money, or money for something (``USD/metric_ton``); bounds and hedges stay.
        to: The currency wanted, an ISO 4217 code.
        on: The day whose rate is taken. For what was paid over a year there is no such day: take
            an average of the source's as a rate of your own `Table`, and say so as its source.
        rates: Who knows the rate; of several, the first that does.

    Raises:
        ConversionError: `amount` is no money, or nobody knows a rate; every reason is named.

    Examples:
        >>> import coopdata as cd
        >>> from datetime import date
        >>> price = cd.Measure.at_least("250", "USD/metric_ton")
        >>> print(exchange(price, "KZT", on=date(2017, 12, 5), rates=cd.fx.official()))
        ≈ at least 82804.8 KZT/metric_ton (at least 250 USD/metric_ton at 331.219 KZT/USD, \
National Bank of Ukraine through UAH, 2017-12-04)
    """
    if not isinstance(amount, Measure):
        raise InvalidValueError(amount, "an amount is a Measure; a fact has its own in `measure`")
    money = amount.unit.partition("/")[0]
    if not units.is_currency(money):
        raise ConversionError(str(amount), "it is no money")
    if money == to:
        raise ConversionError(str(amount), f"it is in {to} already")
    rate = _first(money, to, on, (rates,) if isinstance(rates, RateProvider) else rates)
    made = amount.exchange(rate.measure(), source=rate.source, date=rate.date)
    return Exchanged(made, amount, rate)


def _first(base: str, quote: str, on: dt.date, providers: Iterable[RateProvider]) -> Rate:
    reasons: list[str] = []
    for provider in providers:
        try:
            return provider.rate(base, quote, on)
        except ConversionError as err:
            reasons.append(err.missing)
    raise ConversionError(f"{base} to {quote} on {on}", "; ".join(reasons) or "no rates were given")


def _rounded(measure: Measure, digits: int) -> tuple[Measure, bool]:
    """Return a measure of so many significant digits, and whether it is the same still."""

    def cut(bound: Decimal | None) -> Decimal | None:
        return None if bound is None else _exact.rounded(bound, digits)

    made = evolve(measure, low=cut(measure.low), high=cut(measure.high))
    return made, made == measure
