"""What one cell of a messy column says, and the columns of the tables that cells become."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, Final, Literal

from attrs import frozen

from .. import normalize, units
from .._fixed import Fixed
from ..errors import (
    ConversionError,
    CoopdataError,
    InvalidValueError,
    RecordNotFoundError,
    nearest,
)
from ..normalize import PlaceName
from ..values import Measure, Period
from .column import Column, Table
from .values import Reader, decimal_of, measured, timed

__all__ = ["As", "Cell", "may_be_read", "one_cell", "reader_of", "table_of"]

As = Literal["measure", "money", "percent", "number", "period", "place"]


@frozen
class Cell:
    """What was read in a cell, or why nothing was."""

    value: Measure | Period | PlaceName | None = None
    error: str | None = None


_EMPTY: Final = Cell()


def _value(cell: Cell) -> Any:
    return cell.value


def _place(name: str) -> Reader:
    return lambda cell: getattr(cell.value, name, "") or None


def _named(name: str, words: str, unit: str = "") -> tuple[Column, Reader]:
    return Column(name, "string", unit, words), _place(name)


_ERROR: Final = (
    Column("error", "string", "", "Why the cell could not be read; all else is empty then."),
    lambda cell: cell.error,
)
_MEASURE: Final = Table("measure", (*measured(_value), _ERROR))
_PERIOD: Final = Table("period", (*timed(_value, "The period that was read."), _ERROR))
_PLACE: Final = Table(
    "place",
    (
        _named("name", "As written, without what only accompanies it."),
        _named("known", "What it is known by in English."),
        _named("level", "country, region or town."),
        _named("country", "Its country.", "ISO 3166-1"),
        _named("code", "Its own code.", "ISO 3166-1, ISO 3166-2, UN M49"),
        _named("region", "The region that it is or lies in.", "ISO 3166-2"),
        _ERROR,
    ),
)
_TABLES: Final = Fixed(
    {
        **dict.fromkeys(("measure", "money", "percent", "number"), _MEASURE),
        "period": _PERIOD,
        "place": _PLACE,
    }
)


def table_of(as_: str) -> Table:
    """Return the table of one kind of value.

    Raises:
        RecordNotFoundError: there is no such kind.
    """
    if as_ not in _TABLES:
        raise RecordNotFoundError("kind of value", as_, nearest(as_, [*_TABLES]) or tuple(_TABLES))
    return _TABLES[as_]


def reader_of(
    as_: As, anchor: dt.date | Period | None, unit: str | None, dimension: str | None
) -> Callable[..., Any]:
    """Return what reads one cell of a kind; settings that the kind does not have are refused."""
    if anchor is not None and as_ != "period":
        raise InvalidValueError(as_, "an anchor is for periods")
    if as_ != "measure" and (unit is not None or dimension is not None):
        raise InvalidValueError(as_, "a unit and a dimension are for measures")
    match as_:
        case "period":
            if anchor is not None and not isinstance(anchor, dt.date | Period):
                raise InvalidValueError(anchor, "an anchor is a date or a Period")
            return partial(normalize.period, anchor=anchor)
        case "measure":
            if unit is not None:
                units.parse_unit(unit)
            if dimension is not None:
                units.known_dimension(dimension)
            return partial(normalize.measure, unit=unit, dimension=dimension)
        case "number":
            return _number
    read: Callable[..., Any] = getattr(normalize, as_)
    return read


def _number(text: str, *, locale: str) -> Measure:
    return Measure.exact(normalize.number(text, locale=locale))


def one_cell(text: Any, locale: Any, read: Callable[..., Any]) -> Cell:
    """Read one cell; what is wrong with it is told in its `error`."""
    if text is None or (isinstance(text, str) and not text.strip()):
        return _EMPTY
    try:
        if not may_be_read(text):
            rule = "a cell is a text as it was printed, a whole number or a decimal"
            raise InvalidValueError(text, rule)
        if not isinstance(text, str):
            text, locale = f"{Decimal(text):f}", "en"
        value = read(text, locale=locale)
        if isinstance(value, Measure):
            _check_room(value)
    except (CoopdataError, TypeError, ValueError) as err:
        return Cell(error=f"{type(err).__name__}: {err}")
    return Cell(value)


def _check_room(measure: Measure) -> None:
    for number in (measure.low, measure.high):
        if number is not None and decimal_of(number) is None:
            raise ConversionError(f"{number} into a column", "a decimal column cannot hold it")


def may_be_read(cell: Any) -> bool:
    """Tell whether a cell is of a type that says what was printed."""
    return isinstance(cell, str | int | Decimal) and not isinstance(cell, bool)
