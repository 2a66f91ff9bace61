"""A column of texts to columns of values: one row for each cell, refusals told in their row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .. import cldr
from .._flat.cells import As, Cell, may_be_read, one_cell, reader_of, table_of
from .._flat.column import Table, arrow_schema
from ..errors import InvalidValueError, MissingExtraError
from ..values import Period

__all__ = ["parse"]


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
    table = table_of(as_)
    library = _library(series, "series")
    cells = _cells(series, library)
    locales = _locales(locale, len(cells))
    _check(series, cells)
    read = reader_of(as_, anchor, unit, dimension)
    rows = [table.row(cell) for cell in _read(cells, locales, read)]
    return _frame(library, series, table, rows)


def _read(cells: list[Any], locales: Iterable[Any], read: Callable[..., Any]) -> Iterator[Cell]:
    seen: dict[tuple[Any, ...], Cell] = {}
    for text, locale in zip(cells, locales, strict=True):
        key = type(text), text, locale
        if key not in seen:
            seen[key] = one_cell(text, locale, read)
        yield seen[key]


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


def _check(series: Any, cells: list[Any]) -> None:
    """Refuse a column in which nothing could be read, such as one of floats."""
    held = [one for one in cells if one is not None]
    if held and not any(map(may_be_read, held)):
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
