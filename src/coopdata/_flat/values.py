"""The columns of measures and periods, which every table has alike.

The ends of a measure stand in the base of its dimension too (`low_base`, `high_base`), so that
amounts in different units compare as plain numbers. A unit may have no finite decimal there (a
dollar per pound, in dollars per kilogram): the base column is then the next lower step, and the
`rest` column has the digits that follow, as a text that sorts as they do.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final, NamedTuple

from .. import units
from .._exact import EXACT, Quotient
from ..values import Measure, Period
from ..values.edtf import days_of
from ..values.interval import Interval
from ..values.measure import Relation
from .column import PRECISION, SCALE, Column

__all__ = ["Based", "Reader", "based", "decimal_of", "digits", "measured", "stated", "timed"]

Reader = Callable[[Any], Any]

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


@lru_cache(maxsize=8192)  # four columns ask, and numbers come again
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


def based(number: Decimal, unit: str) -> Based | None:
    """Return a magnitude of `unit` in the base; None where the decimal column cannot hold it."""
    known = units.UNITS.get(unit)
    zero = known.offset if known is not None else 0
    fine, over = divmod((Fraction(number) * units.factor(unit) + zero) * 10 ** (SCALE + _REST), 1)
    base, rest = divmod(fine, 10**_REST)
    if abs(base) > _MOST:
        return None
    written = f"{rest:0{_REST}}"
    return Based(
        Decimal(base).scaleb(-SCALE, EXACT), written + "+" if over else written.rstrip("0")
    )


_NO_END: Final = (None, None)


@lru_cache(maxsize=8192)
def _ends(
    low: Decimal | None, high: Decimal | None, relation: Relation, unit: str
) -> tuple[Based | tuple[None, None], ...]:
    """Return the two ends of what the words allow: of "about 5" 4.5 and 5.5."""
    allowed = Interval.stated(low, high, relation)
    ends = (allowed.low, allowed.high)
    return tuple(_NO_END if one is None else based(one, unit) or _NO_END for one in ends)


def _of_measure(take: Reader, shape: Callable[[Measure], Any]) -> Reader:
    def read(row: Any) -> Any:
        value = take(row)
        return shape(value) if isinstance(value, Measure) else None

    return read


def _bound(name: str, shape: Callable[[Decimal], Any]) -> Callable[[Measure], Any]:
    def read(measure: Measure) -> Any:
        number = getattr(measure, name)
        return None if number is None else shape(number)

    return read


def _end(name: str, part: int) -> Callable[[Measure], Any]:
    side = ("low", "high").index(name)
    return lambda one: _ends(one.low, one.high, one.relation, one.unit)[side][part]


def measured(
    take: Reader, held: Callable[[str], Reader] | None = None
) -> tuple[tuple[Column, Reader], ...]:
    """Return the columns of a measure.

    Args:
        take: How the measure is read off a row; what is none has empty cells.
        held: How its `low` or `high` is read as a decimal, where one that the column cannot hold
            is not to be left empty.
    """

    def exact(name: str) -> Reader:
        return _of_measure(take, _bound(name, decimal_of)) if held is None else held(name)

    def read(shape: Callable[[Measure], Any]) -> Reader:
        return _of_measure(take, shape)

    def pair(suffix: str, kind: str, unit: str, words: str, shape: Any) -> Any:
        for name, side in (("low", "Lower"), ("high", "Upper")):
            column = Column(f"{name}{suffix}", kind, unit, words.format(side, side.lower()))
            yield column, shape(name)

    return (
        *pair("", _DECIMAL, _IN_UNIT, "{} bound, exact; empty where unbounded or none.", exact),
        *pair(
            "_text",
            "string",
            _IN_UNIT,
            "{} bound, its exact digits; empty where unbounded or a period.",
            lambda name: read(_bound(name, digits)),
        ),
        *pair(
            "_float",
            "double",
            _IN_UNIT,
            "The float nearest to the {1} bound.",
            lambda name: read(_bound(name, _near)),
        ),
        (
            Column(
                "unit",
                "string",
                "units of coopdata",
                "Curated unit, ISO 4217 code of a currency; an empty text for a plain number.",
            ),
            read(lambda one: one.unit),
        ),
        (
            Column(
                "relation",
                "string",
                "`Measure.relation`",
                "exact, about, at_least, more_than, at_most, less_than, between.",
            ),
            read(lambda one: one.relation),
        ),
        (
            Column("dimension", "string", "dimensions of pint", "Dimension of the unit."),
            read(lambda one: _dimension(one.unit)),
        ),
        *pair(
            "_base",
            _DECIMAL,
            _BASE,
            "{} end of what the words allow, to compare by; the next lower step where it has "
            "more decimals.",
            lambda name: read(_end(name, 0)),
        ),
        *pair(
            "_base_rest",
            "string",
            "digits",
            "What the {1} end has beyond that step: the digits that follow, in order as texts.",
            lambda name: read(_end(name, 1)),
        ),
    )


def _of_period(take: Reader, shape: Callable[[Period], Any]) -> Reader:
    def read(row: Any) -> Any:
        value = take(row)
        return shape(value) if isinstance(value, Period) else None

    return read


def _certain(name: str) -> Callable[[Period], Any]:
    def read(period: Period) -> Any:
        is_nowhere = period.start is None and period.end is None
        return None if is_nowhere else getattr(days_of(period.edtf), name)

    return read


def timed(take: Reader, words: str, name: str = "period") -> tuple[tuple[Column, Reader], ...]:
    """Return the columns of a period, which `take` reads off a row."""

    def read(shape: Callable[[Period], Any]) -> Reader:
        return _of_period(take, shape)

    return (
        (Column(name, "string", "EDTF", words), read(lambda one: one.edtf)),
        (
            Column(
                f"{name}_start",
                "date32",
                "days",
                "First day, of one of several of them all; empty where open.",
            ),
            read(lambda one: one.start),
        ),
        (
            Column(
                f"{name}_end",
                "date32",
                "days",
                "Last day, inclusive, of one of several of them all; empty where open.",
            ),
            read(lambda one: one.end),
        ),
        (
            Column(
                f"{name}_begun",
                "date32",
                "days",
                "Day by which it has begun, whichever of several it is; 0001-01-01 where the "
                "beginning is open, 9999-12-31 where no day is certain.",
            ),
            read(_certain("begun")),
        ),
        (
            Column(
                f"{name}_lasts",
                "date32",
                "days",
                "Day until which it lasts, whichever of several it is; 9999-12-31 where the end "
                "is open, 0001-01-01 where no day is certain.",
            ),
            read(_certain("lasts")),
        ),
    )
