"""Exact conversion between curated units, without pint."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from math import lcm

from .._exact import EXACT, ROUNDED, Quotient, add, multiply, quotient, to_decimal
from ..errors import ConversionError
from ._expression import components, dimension, dimensions, factor, parse_unit
from ._table import UNITS
from ._table import unit as _unit

__all__ = ["convert", "converter", "scaled"]

_FAR = 400  # powers of ten beyond which a sum is rounded, not written out


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """Return `value` of one unit in another, exactly where the result is a finite decimal.

    Args:
        value: A magnitude in `unit`.
        unit: The expression it is in.
        to: An expression of the same dimension. Money converts into no other money.

    Returns:
        The exact result; one that has no end (a third) prints 28 digits and keeps its fraction.

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
    """Return `value * slope + intercept`, exactly."""
    if slope == 1 and not intercept:
        return value
    if not value.is_finite():
        return value
    if isinstance(value, Quotient):
        return to_decimal(Fraction(value) * slope + intercept)
    if not intercept:
        return quotient(_product(value, slope.numerator), slope.denominator)
    common = lcm(slope.denominator, intercept.denominator)
    moved = multiply(value, Decimal(int(slope * common)))
    is_far = abs(value.adjusted()) > _FAR  # more digits than anyone can use
    total = (ROUNDED.add if is_far else add)(moved, Decimal(int(intercept * common)))
    return quotient(total, common)


def _product(value: Decimal, factor: int) -> Decimal:
    """Return the product; a factor's tens move the point and print no new zeros behind it."""
    product = multiply(value, Decimal(factor))
    decimals = -int(value.as_tuple().exponent)
    tens = len(str(factor)) - len(str(factor).rstrip("0"))
    if decimals <= 0 or not tens:
        return product
    return product.quantize(Decimal(f"1E{min(0, tens - decimals)}"), context=EXACT)
