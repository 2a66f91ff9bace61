"""Exact decimal arithmetic, of which the caller's decimal context is no part.

Operators on decimals (``+ - * / %``, ``abs``, a minus sign, ``sum``), `scaleb`, `quantize`, and
even ``str`` read the context of the thread: a program that works with six digits, or traps what is
inexact, would change what a text says. Whatever reckons with decimals does it with what is here.

Sums and products have every digit. A quotient that has no end (a third) is a `Quotient`: a decimal
of `QUOTIENT_DIGITS` digits, rounded half to even, that remembers its fraction. `to_decimal` is the
one place where numbers are divided; it gives a plain decimal wherever one is exact.
"""

from __future__ import annotations

import decimal
import re
from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from math import isfinite
from numbers import Rational
from typing import Any, Final

__all__ = [
    "EXACT",
    "FRACTION_PATTERN",
    "MAX_EXPONENT",
    "QUOTIENT_DIGITS",
    "ROUNDED",
    "Quotient",
    "add",
    "is_bounded",
    "is_whole",
    "magnitude",
    "multiply",
    "negate",
    "plain",
    "quotient",
    "remainder",
    "rounded",
    "subtract",
    "text",
    "to_decimal",
    "total",
    "written",
    "written_out",
]

#: Numbers beyond ten to this power, or finer than its inverse, are refused: a short text such as
#: ``1e999999999`` must not become a huge integer. No source states one.
MAX_EXPONENT: Final = 999
#: Significant digits kept of a quotient that has no end.
QUOTIENT_DIGITS: Final = 28

_BROKEN: Final = [decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow]
#: For code of others that reads the thread's context: ``with localcontext(EXACT): ...``.
EXACT: Final = Context(
    prec=MAX_PREC,
    rounding=ROUND_HALF_EVEN,
    Emin=MIN_EMIN,
    Emax=MAX_EMAX,
    capitals=1,
    clamp=0,
    traps=[*_BROKEN, decimal.Inexact],
)
#: The same, for what has no end.
ROUNDED: Final = Context(
    prec=QUOTIENT_DIGITS,
    rounding=ROUND_HALF_EVEN,
    Emin=MIN_EMIN,
    Emax=MAX_EMAX,
    capitals=1,
    clamp=0,
    traps=_BROKEN,
)
_ONE: Final = Decimal(1)
_BEYOND: Final = 10 ** (MAX_EXPONENT + 1)
#: Characters of the longest fraction that is read: both of its numbers at the bound.
_LONGEST: Final = 2 * MAX_EXPONENT + 10

#: What ``str`` gives where nobody has changed the context.
text: Final = EXACT.to_sci_string
#: How a fraction is written: "1/3".
FRACTION_PATTERN: Final = "-?[0-9]+/[0-9]+"
_FRACTION: Final = re.compile(FRACTION_PATTERN)


class Quotient(Decimal):
    """A decimal that has no end, such as a third: its first 28 digits, and the exact fraction.

    To whoever wants a decimal it is the one of `QUOTIENT_DIGITS` digits. It compares, hashes,
    copies and pickles as its fraction, and ``Fraction(number)`` gives that; so does all of
    coopdata's arithmetic. Python's operators on decimals (``number * 3``) reckon with the digits.

    Examples:
        >>> third = Quotient(1, 3)
        >>> print(third)
        0.3333333333333333333333333333
        >>> Fraction(third)
        Fraction(1, 3)
        >>> third == Decimal("0.3333333333333333333333333333")
        False
    """

    __slots__ = ("_fraction",)
    _fraction: Fraction

    def __new__(cls, numerator: int, denominator: int) -> Quotient:
        fraction = Fraction(numerator, denominator)
        digits = ROUNDED.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))
        made = super().__new__(cls, digits)
        made._fraction = fraction
        return made

    def as_integer_ratio(self) -> tuple[int, int]:
        """Return numerator and denominator in lowest terms."""
        return self._fraction.as_integer_ratio()

    def copy_negate(self) -> Quotient:
        """Return the number with its sign turned."""
        return Quotient(-self._fraction.numerator, self._fraction.denominator)

    def copy_abs(self) -> Quotient:
        """Return the number without its sign."""
        return self.copy_negate() if self._fraction < 0 else self

    def __neg__(self) -> Quotient:
        return self.copy_negate()

    def __abs__(self) -> Quotient:
        return self.copy_abs()

    def _near(self, other: object) -> Fraction | None:
        """Return the exact number to compare with; None where the digits tell as much."""
        if isinstance(other, Decimal):
            is_near = other.is_finite() and abs(other.adjusted() - self.adjusted()) <= 1
            return Fraction(other) if is_near and other.is_signed() == self.is_signed() else None
        if isinstance(other, Rational):
            return Fraction(other)
        return Fraction(other) if isinstance(other, float) and isfinite(other) else None

    def __eq__(self, other: object) -> bool:
        near = self._near(other)
        return super().__eq__(other) if near is None else self._fraction == near

    def __ne__(self, other: object) -> bool:
        near = self._near(other)
        return super().__ne__(other) if near is None else self._fraction != near

    def __lt__(self, other: Any) -> bool:
        near = self._near(other)
        return super().__lt__(other) if near is None else self._fraction < near

    def __le__(self, other: Any) -> bool:
        near = self._near(other)
        return super().__le__(other) if near is None else self._fraction <= near

    def __gt__(self, other: Any) -> bool:
        near = self._near(other)
        return super().__gt__(other) if near is None else self._fraction > near

    def __ge__(self, other: Any) -> bool:
        near = self._near(other)
        return super().__ge__(other) if near is None else self._fraction >= near

    def __hash__(self) -> int:
        return hash(self._fraction)

    def __repr__(self) -> str:
        return f"Quotient{self.as_integer_ratio()}"

    def __reduce__(self) -> tuple[Any, ...]:
        return Quotient, self.as_integer_ratio()


def add(one: Decimal, other: Decimal) -> Decimal:
    """Return the sum."""
    if isinstance(one, Quotient) or isinstance(other, Quotient):
        return to_decimal(Fraction(one) + Fraction(other))
    return EXACT.add(one, other)


def subtract(one: Decimal, other: Decimal) -> Decimal:
    """Return the difference."""
    if isinstance(one, Quotient) or isinstance(other, Quotient):
        return to_decimal(Fraction(one) - Fraction(other))
    return EXACT.subtract(one, other)


def multiply(one: Decimal, other: Decimal) -> Decimal:
    """Return the product."""
    if isinstance(one, Quotient) or isinstance(other, Quotient):
        return to_decimal(Fraction(one) * Fraction(other))
    return EXACT.multiply(one, other)


def remainder(one: Decimal, other: Decimal) -> Decimal:
    """Return what is left of `one` when `other` is taken from it as often as it goes."""
    if isinstance(one, Quotient) or isinstance(other, Quotient):
        dividend, divisor = Fraction(one), Fraction(other)
        left = abs(dividend) % abs(divisor)
        return to_decimal(-left if dividend < 0 else left)
    return EXACT.remainder(one, other)


def negate(value: Decimal) -> Decimal:
    """Return the number with its sign turned; nothing has no sign."""
    return value.copy_negate() if isinstance(value, Quotient) else EXACT.minus(value)


def total(parts: Iterable[Decimal]) -> Decimal:
    """Return the sum of numbers, 0 for none."""
    found = Decimal(0)
    for part in parts:
        found = add(found, part)
    return found


def quotient(value: Decimal, divisor: int) -> Decimal:
    """Return `value / divisor`, exactly where it has an end; `divisor` is above zero."""
    if divisor == 1:
        return value
    if isinstance(value, Quotient):
        return to_decimal(Fraction(value) / divisor)
    context = ROUNDED.copy()
    # A quotient that has an end has at most as many new digits as the divisor has bits.
    context.prec = len(value.as_tuple().digits) + divisor.bit_length()
    context.clear_flags()
    found = context.divide(value, Decimal(divisor))
    if not context.flags[decimal.Inexact]:
        return found
    return Quotient(*(Fraction(value) / divisor).as_integer_ratio())


def to_decimal(number: Fraction) -> Decimal:
    """Return a fraction as a number: a plain decimal where one is exact, else a `Quotient`.

    Examples:
        >>> to_decimal(Fraction(3, 4)), to_decimal(Fraction(2, 6))
        (Decimal('0.75'), Quotient(1, 3))
    """
    return quotient(Decimal(number.numerator), number.denominator)


def written(value: Decimal) -> str:
    """Return the text of which `magnitude` makes the same number again: "12.50", "1/3"."""
    return (
        "/".join(map(str, value.as_integer_ratio())) if isinstance(value, Quotient) else text(value)
    )


def magnitude(written: str) -> Decimal:
    """Return the number of a text such as ``"12.50"``, ``"1E+3"`` or ``"1/3"``.

    Raises:
        decimal.InvalidOperation: It is no number, unless the caller's context gives NaN.
    """
    if "/" not in written:
        return Decimal(written)
    above, _, below = written.partition("/")
    if not _FRACTION.fullmatch(written) or len(written) > _LONGEST or not int(below):
        return Decimal("NaN")
    return to_decimal(Fraction(int(above), int(below)))


def rounded(value: Decimal, digits: int) -> Decimal:
    """Return a number of at most so many significant digits, half to even, written out.

    Examples:
        >>> rounded(Decimal("5635341356.64"), 3), rounded(Decimal("2.50"), 6)
        (Decimal('5640000000'), Decimal('2.50'))
    """
    context = ROUNDED.copy()
    context.prec = digits
    return written_out(context.plus(Decimal(value)))


def is_whole(value: Decimal) -> bool:
    """Tell whether a finite number has nothing behind its mark but zeros."""
    return value == value.to_integral_value(context=EXACT)


def plain(value: Decimal) -> Decimal:
    """Return a whole number without an exponent or zeros behind its mark; others as they are."""
    return value.quantize(_ONE, context=EXACT) if is_whole(value) else value


def written_out(value: Decimal) -> Decimal:
    """Return a number with its digits written out, 1000 for 1E+3; zeros behind the mark stay."""
    if isinstance(value, Quotient):
        return value
    exponent = value.as_tuple().exponent
    is_short = isinstance(exponent, int) and exponent > 0
    return value.quantize(_ONE, context=EXACT) if is_short else value


def is_bounded(value: Decimal) -> bool:
    """Tell whether a number is finite, and neither too large nor too fine to be meant."""
    if not value.is_finite():
        return False
    if isinstance(value, Quotient):
        return all(abs(part) < _BEYOND for part in value.as_integer_ratio())
    if len(text(value)) - MAX_EXPONENT <= value.adjusted() <= MAX_EXPONENT:
        return True  # told without taking it apart
    exponent = int(value.as_tuple().exponent)
    return abs(value.adjusted()) <= MAX_EXPONENT and abs(exponent) <= MAX_EXPONENT
