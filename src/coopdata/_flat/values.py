"""The columns of measures and periods, which every table has alike.

The ends of a measure stand in the base of its dimension too (`low_base`, `high_base`), so that
amounts in different units compare as plain numbers. A unit may have no finite decimal there (a
dollar per pound, in dollars per kilogram): the base column is then the next lower step, and the
`rest` column has the digits that follow, as a text that sorts as they do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import Any, Final, NamedTuple

from .. import units
from .._exact import EXACT, Quotient
from ..values import Measure, Period
from ..values.edtf import days_of
from ..values.interval import Interval
from .column import PRECISION, SCALE, Column, Group

__all__ = [
    "Based",
    "Bounds",
    "Reader",
    "based",
    "decimal_of",
    "digits",
    "measured",
    "stated",
    "timed",
]

Reader = Callable[[Any], Any]
Bounds = tuple[Decimal | None, Decimal | None]

_dimension = lru_cache(maxsize=4096)(units.dimension)
_WHOLE: Final = PRECISION - SCALE
_MOST: Final = 10**PRECISION - 1
_REST: Final = 40  # digits; two fractions that agree in all of them and differ are not met with
_DECIMAL: Final = f"decimal128({PRECISION}, {SCALE})"
_BASE: Final = "base of `dimension`: meter, kilogram, second, the currency, one"
_IN_UNIT: Final = "of `unit`"


def digits(number: Decimal) -> str:
    """Return the digits as printed; of a number that has no end the first 28."""
    return f"{number:f}"


def _near(number: Decimal) -> float:
    """Return the nearest float; of a number that has no end, the nearest to its fraction."""
    if not isinstance(number, Quotient):
        return float(number)
    try:
        return float(Fraction(number))
    except OverflowError:
        return float(Decimal(number))


def stated(value: Measure | Period) -> str:
    """Return the text of which `Measure.from_text` or `Period.from_edtf` make the value again."""
    if isinstance(value, Period):
        return value.edtf
    if not isinstance(value.low, Quotient) and not isinstance(value.high, Quotient):
        return str(value)
    bounds = (value.low, value.high) if value.relation == "between" else (value.value,)
    numbers = " to ".join(_written(one) for one in bounds if one is not None)
    hedge = "" if value.relation in ("exact", "between") else value.relation.replace("_", " ")
    return " ".join(part for part in (hedge, numbers, value.unit) if part)


def _written(number: Decimal) -> str:
    if isinstance(number, Quotient):
        return "/".join(map(str, number.as_integer_ratio()))
    return digits(number)


@lru_cache(maxsize=8192)  # both bounds ask, and numbers come again
def decimal_of(number: Decimal) -> Decimal | None:
    """Return a number as the decimal column has it; None where that cannot hold it.

    One that has no end is rounded half to even, unless nothing would be left.
    """
    if number.adjusted() >= _WHOLE:
        return None
    if isinstance(number, Quotient):
        steps = round(Fraction(number) * 10**SCALE)
        return Decimal(steps).scaleb(-SCALE, EXACT) if steps else None
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -SCALE:
        number = number.normalize(EXACT)
        if number and number.as_tuple().exponent < -SCALE:  # type: ignore[operator]  # it is finite
            return None
    return number.quantize(Decimal((0, (1,), -SCALE)), context=EXACT)


class Based(NamedTuple):
    """A number in the base of its dimension: a step of the decimal column, and what is above it.

    `rest` is empty where nothing is, else up to 40 digits without zeros behind them, and a plus
    sign where more would follow: such texts sort as the numbers do.
    """

    base: Decimal
    rest: str


@lru_cache(maxsize=4096)
def _to_base(unit: str) -> tuple[int, int, int]:
    """Return a slope and where the scale begins, both over one denominator, which comes last."""
    known = units.UNITS.get(unit)
    slope, zero = units.factor(unit), Fraction(0) if known is None else known.offset
    under = lcm(slope.denominator, zero.denominator)
    return int(slope * under), int(zero * under), under


@lru_cache(maxsize=8192)
def based(number: Decimal, unit: str) -> Based | None:
    """Return a magnitude of `unit` in the base; None where the decimal column cannot hold it."""
    slope, zero, under = _to_base(unit)
    over, parts = number.as_integer_ratio()
    base, left = divmod((over * slope + zero * parts) * 10**SCALE, parts * under)
    if abs(base) > _MOST:
        return None
    exact = Decimal(base).scaleb(-SCALE, EXACT)
    if not left:
        return Based(exact, "")
    rest, more = divmod(left * 10**_REST, parts * under)
    written = f"{rest:0{_REST}}"
    return Based(exact, written + "+" if more else written.rstrip("0"))


def _end(number: Decimal | None, unit: str) -> tuple[Decimal | None, str | None]:
    return (None if number is None else based(number, unit)) or (None, None)


def _bound(number: Decimal | None) -> tuple[str | None, float | None]:
    return (None, None) if number is None else (digits(number), _near(number))


def _pair(suffix: str, kind: str, unit: str, words: str) -> Iterator[Column]:
    for name, side in (("low", "Lower"), ("high", "Upper")):
        yield Column(f"{name}{suffix}", kind, unit, words.format(side, side.lower()))


_MEASURE: Final = (
    *_pair("", _DECIMAL, _IN_UNIT, "{} bound, exact; empty where unbounded or none."),
    *_pair(
        "_text",
        "string",
        _IN_UNIT,
        "{} bound, its exact digits; empty where unbounded or a period.",
    ),
    *_pair("_float", "double", _IN_UNIT, "The float nearest to the {1} bound."),
    Column(
        "unit",
        "string",
        "units of coopdata",
        "Curated unit, ISO 4217 code of a currency; an empty text for a plain number.",
    ),
    Column(
        "relation",
        "string",
        "`Measure.relation`",
        "exact, about, at_least, more_than, at_most, less_than, between.",
    ),
    Column("dimension", "string", "dimensions of pint", "Dimension of the unit."),
    *_pair(
        "_base",
        _DECIMAL,
        _BASE,
        "{} end of what the words allow, to compare by; the next lower step where it has "
        "more decimals.",
    ),
    *_pair(
        "_base_rest",
        "string",
        "digits",
        "What the {1} end has beyond that step: the digits that follow, in order as texts.",
    ),
)
_NO_MEASURE: Final = (None,) * len(_MEASURE)


def measured(take: Reader, held: Callable[[Any], Bounds] | None = None) -> Group:
    """Return the columns of a measure.

    Args:
        take: How the measure is read off a row; what is none has empty cells.
        held: How its bounds are read off the row as decimals, where one that the column cannot hold
            is not to be left empty.
    """

    def cells(row: Any) -> tuple[Any, ...]:
        value = take(row)
        if not isinstance(value, Measure):
            return _NO_MEASURE
        low, high, unit = value.low, value.high, value.unit
        exact = held(row) if held is not None else (_held(low), _held(high))
        low_text, low_float = _bound(low)
        high_text, high_float = (low_text, low_float) if high is low else _bound(high)
        is_wide = value.relation == "about"  # of "about 5" 4.5 to 5.5, of all others their bounds
        allowed = Interval.stated(low, high, "about") if is_wide else value
        low_base, low_rest = _end(allowed.low, unit)
        is_point = allowed.high is allowed.low
        high_base, high_rest = (low_base, low_rest) if is_point else _end(allowed.high, unit)
        return (
            *exact,
            *(low_text, high_text, low_float, high_float),
            *(unit, value.relation, _dimension(unit)),
            *(low_base, high_base, low_rest, high_rest),
        )

    return Group(_MEASURE, cells)


def _held(number: Decimal | None) -> Decimal | None:
    return None if number is None else decimal_of(number)


_NO_PERIOD: Final = (None,) * 5


def timed(take: Reader, words: str, name: str = "period") -> Group:
    """Return the columns of a period, which `take` reads off a row."""

    def cells(row: Any) -> tuple[Any, ...]:
        value = take(row)
        if not isinstance(value, Period):
            return _NO_PERIOD
        start, end = value.start, value.end
        if start is None and end is None:
            return value.edtf, None, None, None, None
        days = days_of(value.edtf)
        return value.edtf, start, end, days.begun, days.lasts

    columns = (
        Column(name, "string", "EDTF", words),
        Column(
            f"{name}_start",
            "date32",
            "days",
            "First day, of one of several of them all; empty where open.",
        ),
        Column(
            f"{name}_end",
            "date32",
            "days",
            "Last day, inclusive, of one of several of them all; empty where open.",
        ),
        Column(
            f"{name}_begun",
            "date32",
            "days",
            "Day by which it has begun, whichever of several it is; 0001-01-01 where the "
            "beginning is open, 9999-12-31 where no day is certain.",
        ),
        Column(
            f"{name}_lasts",
            "date32",
            "days",
            "Day until which it lasts, whichever of several it is; 9999-12-31 where the end "
            "is open, 0001-01-01 where no day is certain.",
        ),
    )
    return Group(columns, cells)
