"""Intervals of exact decimals with open or closed ends, and what can be said of two of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import field, frozen

from .. import _exact
from .._exact import EXACT, to_decimal
from .._fixed import Record
from ..errors import InvalidValueError, UndecidedError

if TYPE_CHECKING:
    from .measure import Certainty, Comparison, Relation

__all__ = ["Interval"]


@frozen
class Interval(Record):
    """All numbers from `low` to `high`; `None` is unbounded, `*_open` leaves the end itself out."""

    low: Decimal | None = field()
    high: Decimal | None = field()
    low_open: bool = field(default=False)
    high_open: bool = field(default=False)

    @staticmethod
    def stated(low: Decimal | None, high: Decimal | None, relation: Relation) -> Interval:
        """Return every number that a hedge allows; ``about`` allows what rounds to its number."""
        if relation == "about" and low is not None and low:
            exponent = low.normalize(EXACT).as_tuple().exponent
            slack = Decimal((0, (5,), int(exponent) - 1))
            return Interval(_exact.subtract(low, slack), _exact.add(low, slack))
        return Interval(low, high, relation == "more_than", relation == "less_than")

    @property
    def is_point(self) -> bool:
        """Whether only one number is left."""
        return self.low is not None and self.low == self.high

    @property
    def relation(self) -> Relation | None:
        """The wording that states this interval; `None` where both ends are unbounded."""
        if self.low is None and self.high is None:
            return None
        if self.high is None:
            return "more_than" if self.low_open else "at_least"
        if self.low is None:
            return "less_than" if self.high_open else "at_most"
        return "exact" if self.low == self.high else "between"

    def compare(self, operator: Comparison, other: Interval) -> Certainty:
        """Tell whether `self operator other` holds for all, none, or some of the numbers."""
        match operator:
            case "<":
                return _verdict(self._is_below(other), other._is_at_most(self))
            case "<=":
                return _verdict(self._is_at_most(other), other._is_below(self))
            case ">":
                return other.compare("<", self)
            case ">=":
                return other.compare("<=", self)
            case "==":
                apart = self._is_below(other) or other._is_below(self)
                same = self.is_point and other.is_point and self.low == other.low
                return _verdict(same, apart)
            case "!=":
                equal = self.compare("==", other)
                return {"certain": "impossible", "impossible": "certain", "open": "open"}[equal]  # type: ignore[return-value]  # a dict of literals
        raise InvalidValueError(operator, "a comparison is one of <, <=, ==, !=, >=, >")

    def _is_below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (
            self.high == other.low and (self.high_open or other.low_open)
        )

    def _is_at_most(self, other: Interval) -> bool:
        return self.high is not None and other.low is not None and self.high <= other.low

    def mapped(self, convert: Callable[[Decimal], Decimal]) -> Interval:
        """Return the interval with an increasing function applied to its ends."""
        low = None if self.low is None else convert(self.low)
        high = None if self.high is None else convert(self.high)
        return Interval(low, high, self.low_open, self.high_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            _plus(self.low, other.low),
            _plus(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(_negated(self.high), _negated(self.low), self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if other.low is None or other.high is None or not other.is_point:
            if self.is_point:
                return other * self
            return _product(self, other)
        return self.scaled(Fraction(other.low))

    def __truediv__(self, other: Interval) -> Interval:
        if other.is_point and other.low is not None:
            if not other.low:
                raise InvalidValueError(other.low, "a divisor is not zero")
            return self.scaled(1 / Fraction(other.low))
        return _product(self, _reciprocal(other))

    def scaled(self, factor: Fraction) -> Interval:
        """Return the interval with both ends multiplied."""
        if factor == 1:
            return self
        low = None if self.low is None else to_decimal(Fraction(self.low) * factor)
        high = None if self.high is None else to_decimal(Fraction(self.high) * factor)
        if factor >= 0:
            return Interval(low, high, self.low_open, self.high_open)
        return Interval(high, low, self.high_open, self.low_open)


def _verdict(certain: bool, impossible: bool) -> Certainty:
    return "certain" if certain else "impossible" if impossible else "open"


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else _exact.add(one, other)


def _negated(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.copy_negate()


def _product(one: Interval, other: Interval) -> Interval:
    """Multiply two true intervals of numbers that are not negative."""
    for end in (one.low, one.high, other.low, other.high):
        if end is not None and end < 0:
            raise UndecidedError("a product of two ranges", "name numbers that are not negative")
    low = _times(one.low, other.low)
    high = _times(one.high, other.high)
    return Interval(low, high, one.low_open or other.low_open, one.high_open or other.high_open)


def _times(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else _exact.multiply(one, other)


def _reciprocal(interval: Interval) -> Interval:
    """Turn an interval of positive numbers over; an unbounded end becomes unknown."""
    low, high = interval.low, interval.high
    is_positive = low is not None and (low > 0 or (low == 0 and interval.low_open))
    if not is_positive and (low is not None or high is None or high <= 0):
        raise UndecidedError("division by a range", "name a range above zero")

    def turned(number: Decimal | None) -> Decimal | None:
        return to_decimal(1 / Fraction(number)) if number else None

    return Interval(turned(high), turned(low), interval.high_open, interval.low_open)
