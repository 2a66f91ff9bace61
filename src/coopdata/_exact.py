"""Exact decimal arithmetic, of which the caller's decimal context is no part.

Operators on decimals (``+ - * / %``, ``abs``, a minus sign, ``sum``), `scaleb`, `quantize`, and
even ``str`` read the context of the thread: a program that works with six digits, or traps what is
inexact, would change what a text says. Whatever reckons with decimals does it with what is here.

Sums and products have every digit. A quotient that has no end (a third) is rounded once, half to
even, to `QUOTIENT_DIGITS` digits.
"""

from __future__ import annotations

import decimal
from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

__all__ = [
    "EXACT",
    "MAX_EXPONENT",
    "QUOTIENT_DIGITS",
    "ROUNDED",
    "add",
    "is_bounded",
    "is_whole",
    "multiply",
    "negate",
    "plain",
    "quotient",
    "remainder",
    "subtract",
    "text",
    "to_decimal",
    "total",
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

add: Final = EXACT.add
subtract: Final = EXACT.subtract
multiply: Final = EXACT.multiply
negate: Final = EXACT.minus
remainder: Final = EXACT.remainder
#: What ``str`` gives where nobody has changed the context.
text: Final = EXACT.to_sci_string


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
    context = ROUNDED.copy()
    # A quotient that has an end has at most as many new digits as the divisor has bits.
    context.prec = len(value.as_tuple().digits) + divisor.bit_length()
    context.clear_flags()
    found = context.divide(value, Decimal(divisor))
    return ROUNDED.divide(value, Decimal(divisor)) if context.flags[decimal.Inexact] else found


def to_decimal(number: Fraction) -> Decimal:
    """Return the exact decimal of a fraction; where it has none, `QUOTIENT_DIGITS` digits."""
    return quotient(Decimal(number.numerator), number.denominator)


def is_whole(value: Decimal) -> bool:
    """Tell whether a finite number has nothing behind its mark but zeros."""
    return value == value.to_integral_value(context=EXACT)


def plain(value: Decimal) -> Decimal:
    """Return a whole number without an exponent or zeros behind its mark; others as they are."""
    return value.quantize(_ONE, context=EXACT) if is_whole(value) else value


def written_out(value: Decimal) -> Decimal:
    """Return a number with its digits written out, 1000 for 1E+3; zeros behind the mark stay."""
    exponent = value.as_tuple().exponent
    is_short = isinstance(exponent, int) and exponent > 0
    return value.quantize(_ONE, context=EXACT) if is_short else value


def is_bounded(value: Decimal) -> bool:
    """Tell whether a number is finite, and neither too large nor too fine to be meant."""
    if not value.is_finite():
        return False
    if len(text(value)) - MAX_EXPONENT <= value.adjusted() <= MAX_EXPONENT:
        return True  # told without taking it apart
    exponent = int(value.as_tuple().exponent)
    return abs(value.adjusted()) <= MAX_EXPONENT and abs(exponent) <= MAX_EXPONENT
