"""A column of texts to columns of values: one row for each cell, refusals told in their row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Any, Final, Literal

from attrs import frozen

from .. import cldr, normalize, units
from .._fixed import Fixed
from .._flat.column import Column, Table, arrow_schema
from .._flat.values import Reader, decimal_of, measured, timed
from ..errors import (
    ConversionError,
    CoopdataError,
    InvalidValueError,
    MissingExtraError,
    RecordNotFoundError,
    nearest,
)
from ..normalize import PlaceName
from ..values import Measure, Period

__all__ = ["parse"]

As = Literal["measure", "money", "percent", "number", "period", "place"]


@frozen
class _Cell:
    """What was read in a cell, or why nothing was."""

    value: Measure | Period | PlaceName | None = None
    error: str | None = None


_EMPTY: Final = _Cell()


def _value(cell: _Cell) -> Any:
    return cell.value


def _place(name: str) -> Reader:
    return lambda cell: getattr(cell.value, name, "") or None


def _named(name: str, words: str, unit: str = "") -> tuple[Column, Reader]:
    return Column(name, "string", unit, words), _place(name)


_ERROR: Final = (
    Column("error", "string", "", "Why the cell could not be read; all else is empty then."),
    lambda cell: cell.error,
)
_MEASURE: Final = Table("measure", (measured(_value), _ERROR))
_PERIOD: Final = Table("period", (timed(_value, "The period that was read."), _ERROR))
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


def parse(
    series: Any,
    as_: As,
    *,
    locale: Any,
    anchor: dt.date | Period | None = None,
    unit: str | None = None,
    dimension: str | None = None,
) -> Any:
    """Read every cell of a column; what cannot be read is a row with an error, never a guess.

    Args:
        series: A column of pandas or Polars (extra of that name) or of Arrow: texts; whole numbers
            and decimals among them are plain numbers. A float is refused, because nobody knows
            which digits were printed. An empty cell, and one of white space, gives an empty row.
        as_: ``measure``, ``money``, ``percent`` or ``number`` give the columns `low`, `high`,
            `unit`, `relation` … of `SCHEMA`; ``period`` those of a period; ``place`` name and
            codes. Each has `error` beside them.
        locale: The locale of all the cells, or a column of the same length that says it of each.
        anchor: The day from which periods count "this year".
        unit: The unit of measures that name none, as for `normalize.measure`.
        dimension: What is meant where a unit could be of several ("12 m").

    Returns:
        A frame of the same library with a row for each cell; in pandas with the same index.

    Raises:
        RecordNotFoundError: `as_` is none of those.
        UnknownLocaleError: `locale` is none; in a column that is the error of its row.
        InvalidValueError: the columns differ in length; or there is no text in `series` at all.
        TypeError: `series` is no column.

    Examples:
        >>> import polars as pl
        >>> from coopdata.frames import parse
        >>> prices = pl.Series("price", ["$1.2bn", "10–12 %", "n/a", None])
        >>> found = parse(prices, "measure", locale="en")
        >>> for row in found.select("low_text", "high_text", "unit").rows():
        ...     print(row)
        ('1200000000', '1200000000', 'USD')
        ('10', '12', 'percent')
        (None, None, None)
        (None, None, None)
        >>> found["error"][2].partition(":")[0]
        'UnreadableTextError'
    """
    if as_ not in _TABLES:
        raise RecordNotFoundError("kind of value", as_, nearest(as_, [*_TABLES]) or tuple(_TABLES))
    library = _library(series, "series")
    cells = _cells(series, library)
    locales = _locales(locale, len(cells))
    _check(series, cells)
    read = _reader(as_, anchor, unit, dimension)
    table = _TABLES[as_]
    rows = [table.row(cell) for cell in _read(cells, locales, read)]
    return _frame(library, series, table, rows)


def _reader(
    as_: As, anchor: dt.date | Period | None, unit: str | None, dimension: str | None
) -> Callable[..., Any]:
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


def _read(cells: list[Any], locales: Iterable[Any], read: Callable[..., Any]) -> Iterator[_Cell]:
    seen: dict[tuple[Any, ...], _Cell] = {}
    for text, locale in zip(cells, locales, strict=True):
        key = type(text), text, locale
        if key not in seen:
            seen[key] = _one(text, locale, read)
        yield seen[key]


def _one(text: Any, locale: Any, read: Callable[..., Any]) -> _Cell:
    if text is None or (isinstance(text, str) and not text.strip()):
        return _EMPTY
    try:
        if not _may_be_read(text):
            rule = "a cell is a text as it was printed, a whole number or a decimal"
            raise InvalidValueError(text, rule)
        if not isinstance(text, str):
            text, locale = f"{Decimal(text):f}", "en"
        value = read(text, locale=locale)
        if isinstance(value, Measure):
            _check_room(value)
    except (CoopdataError, TypeError, ValueError) as err:
        return _Cell(error=f"{type(err).__name__}: {err}")
    return _Cell(value)


def _check_room(measure: Measure) -> None:
    for number in (measure.low, measure.high):
        if number is not None and decimal_of(number) is None:
            raise ConversionError(f"{number} into a column", "a decimal column cannot hold it")


# -- columns of the libraries ---------------------------------------------------------------------


def _library(series: Any, what: str) -> str:
    library = type(series).__module__.partition(".")[0]
    if library == "pandas" and hasattr(series, "index") and hasattr(series, "dtype"):
        return library
    if library == "polars" and hasattr(series, "dtype"):
        return library
    if library == "pyarrow" and hasattr(series, "to_pylist") and not hasattr(series, "schema"):
        return library
    kind = type(series).__name__
    raise TypeError(f"{what} is a column of pandas, Polars or Arrow, got a {kind}")


def _cells(series: Any, library: str) -> list[Any]:
    if library == "pandas":
        return [*series.astype(object).where(series.notna(), None)]
    return [*(series.to_list() if library == "polars" else series.to_pylist())]


def _locales(locale: Any, count: int) -> list[Any]:
    if isinstance(locale, str):
        return [cldr.locale_id(locale)] * count
    found = _cells(locale, _library(locale, "locale, where it is no text,"))
    if len(found) != count:
        rule = f"the column of locales has a row for each of the {count} cells"
        raise InvalidValueError(len(found), rule)
    return found


def _may_be_read(cell: Any) -> bool:
    return isinstance(cell, str | int | Decimal) and not isinstance(cell, bool)


def _check(series: Any, cells: list[Any]) -> None:
    """Refuse a column in which nothing could be read, such as one of floats."""
    held = [one for one in cells if one is not None]
    if held and not any(map(_may_be_read, held)):
        name = getattr(series, "name", None)
        rule = (
            f"the column {name!r} holds texts as they were printed; read it from its file as such"
        )
        raise InvalidValueError(str(getattr(series, "dtype", getattr(series, "type", ""))), rule)


def _frame(library: str, series: Any, table: Table, rows: list[dict[str, Any]]) -> Any:
    try:
        import pyarrow as pa
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.parse", "arrow") from err
    made = pa.Table.from_pylist(rows, schema=arrow_schema(pa, table.columns))
    if library == "pandas":
        import pandas as pd

        return made.to_pandas(types_mapper=pd.ArrowDtype).set_index(series.index)
    if library == "polars":
        import polars as pl

        return pl.from_arrow(made)
    return made
