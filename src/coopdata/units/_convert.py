"""Exact conversion between curated units, without pint."""

from __future__ import annotations

from collections.abc import Callable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from functools import lru_cache, partial

from ..errors import ConversionError
from ._expression import components, dimension, dimensions, factor, parse_unit
from ._table import UNITS
from ._table import unit as _unit

__all__ = ["convert", "converter", "scaled"]

_DIGITS = 28  # significant digits kept where a quotient has no end
_FAR = 400  # powers of ten beyond which a sum is rounded, not written out


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """Return `value` of one unit in another, exactly where the result is a finite decimal.

    Args:
        value: A magnitude in `unit`.
        unit: The expression it is in.
        to: An expression of the same dimension. Money converts into no other money.

    Returns:
        The exact result; where it has no end (a third), 28 significant digits of it.

    Raises:
        ConversionError: The dimensions differ.

    Examples:
        >>> convert(Decimal("535.2"), "vehicle/month", "vehicle/year")
        Decimal('6422.4')
    """
    return converter(unit, to)(value)


def converter(unit: str, to: str) -> Callable[[Decimal], Decimal]:
    """Return the increasing function that converts magnitudes of `unit`; see `convert`."""
    source, target = parse_unit(unit), parse_unit(to)
    if dimensions(source) != dimensions(target):
        what = f"{source or 'a plain number'} to {target or 'a plain number'}"
        raise ConversionError(what, _why(source, target))
    slope, intercept = _line(source, target)
    return partial(scaled, slope=slope, intercept=intercept)


@lru_cache(maxsize=4096)
def _line(source: str, target: str) -> tuple[Fraction, Fraction]:
    """Return slope and intercept of the conversion; only lone temperatures have an intercept."""
    slope = factor(source) / factor(target)
    zero_from = _unit(source).offset if source in UNITS else Fraction(0)
    zero_to = _unit(target).offset if target in UNITS else Fraction(0)
    return slope, (zero_from - zero_to) / factor(target)


def _why(source: str, target: str) -> str:
    kinds = {name: _unit(name).kind for name, _ in (*components(source), *components(target))}
    money = [name for name, kind in kinds.items() if kind == "currency"]
    if len(money) > 1:
        return f"a rate from {money[0]} to {money[1]}, with its date and source, is missing"
    return f"{dimension(source)} is not {dimension(target)}"


def scaled(value: Decimal, slope: Fraction, intercept: Fraction = Fraction(0)) -> Decimal:
    """Return `value * slope + intercept`, exactly where the result is a finite decimal."""
    if slope == 1 and not intercept:
        return value
    if not value.is_finite():
        return value
    exact = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
    result = _quotient(_product(value, slope.numerator, exact), slope.denominator, exact)
    if not intercept:
        return result
    shift = _quotient(Decimal(intercept.numerator), intercept.denominator, exact)
    if abs(result.adjusted()) > _FAR:  # the sum would have more digits than anyone can use
        return Context(prec=_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN).add(result, shift)
    return exact.add(result, shift)


def _product(value: Decimal, factor: int, exact: Context) -> Decimal:
    """Return the product; a factor's tens move the point and print no new zeros behind it."""
    product = exact.multiply(value, Decimal(factor))
    decimals = -int(value.as_tuple().exponent)
    tens = len(str(factor)) - len(str(factor).rstrip("0"))
    if decimals <= 0 or not tens:
        return product
    return exact.quantize(product, Decimal((0, (1,), min(0, tens - decimals))))


def _quotient(value: Decimal, divisor: int, exact: Context) -> Decimal:
    if divisor == 1:
        return value
    rest, tens = divisor, 0
    while rest % 2 == 0:
        rest, tens = rest // 2, tens + 1
    while rest % 5 == 0:
        rest, tens = rest // 5, tens + 1
    room = len(value.as_tuple().digits) + len(str(divisor)) + tens
    wide = Context(prec=max(_DIGITS, room), Emax=MAX_EMAX, Emin=MIN_EMIN)
    result = wide.divide(value, Decimal(divisor))
    if exact.multiply(result, Decimal(divisor)) == value:
        return result
    return Context(prec=_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN).plus(result)
