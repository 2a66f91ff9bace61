"""A batch of cells to a batch of values: the kernel of whatever reads a messy column."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from .._flat.cells import As, Cell, one_cell, reader_of, table_of
from .._flat.column import arrow_schema
from ..errors import InvalidValueError
from ..values import Period
from ._given import Given, pyarrow

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["normalize", "schema_of"]


def schema_of(as_: As) -> pa.Schema:
    """Return the columns that `normalize` gives for one kind of value (extra: ``arrow``).

    Raises:
        RecordNotFoundError: `as_` is none of those.
    """
    return arrow_schema(pyarrow("schema_of"), table_of(as_).columns)


def normalize(
    batch: pa.RecordBatch,
    as_: As,
    *,
    text: str = "text",
    locale: str | None = None,
    locale_column: str | None = None,
    anchor: dt.date | Period | None = None,
    anchor_column: str | None = None,
    unit: str | None = None,
    dimension: str | None = None,
) -> pa.RecordBatch:
    """Read every cell of a column as one value; a row for each row, in order (extra: ``arrow``).

    What cannot be read is a row whose `error` says why, and never stops the others; an empty cell,
    or one of white space, is an empty row. `frames.parse` does the same to a column of a frame.

    Args:
        batch: A row for each cell.
        as_: ``measure``, ``money``, ``percent``, ``number``, ``period`` or ``place``.
        text: The column of cells.
        locale: The locale of all the cells; or else
        locale_column: the column that says the locale of each. One of the two must be given.
        anchor: The day, or the period, from which periods count "this year"; or else
        anchor_column: the column that says it of each, as for `mentions`.
        unit: The unit of measures that name none, as for `coopdata.normalize.measure`.
        dimension: What is meant where a unit could be of several ("12 m").

    Returns:
        A batch of the schema `schema_of(as_)`.

    Raises:
        RecordNotFoundError: `as_` is none of those; the batch has no column of that name.
        UnknownLocaleError: `locale`, which is said of all the cells, is none.
        InvalidValueError: both or neither of `locale` and `locale_column` are given, or both
            anchors; a setting is not for that kind of value.

    Examples:
        >>> import pyarrow as pa
        >>> cells = pa.record_batch({"text": ["$1.2bn", "n/a", None], "lang": ["en", "en", "en"]})
        >>> found = normalize(cells, "money", locale_column="lang")
        >>> found.select(["low_text", "unit"]).to_pylist()[:2]
        [{'low_text': '1200000000', 'unit': 'USD'}, {'low_text': None, 'unit': None}]
        >>> found["error"].to_pylist()[1].partition(":")[0]
        'UnreadableTextError'
    """
    table, schema = table_of(as_), schema_of(as_)
    given = Given(batch, text, locale, locale_column, anchor, anchor_column)
    if anchor_column is not None and as_ != "period":
        raise InvalidValueError(as_, "an anchor is for periods")
    reader_of(as_, anchor, unit, dimension)
    readers: dict[Any, Any] = {}
    seen: dict[Any, Cell] = {}

    def read(row: int) -> Cell:
        try:
            day, cell, tongue = given.day(row), given.text(row), given.locale(row)
            if day not in readers:
                readers[day] = reader_of(as_, day, unit, dimension)
            key = type(cell), cell, tongue, day
            if key not in seen:
                seen[key] = one_cell(cell, tongue, readers[day])
        except Exception as err:  # whatever is wrong with one cell is said in its row
            return Cell(error=f"{type(err).__name__}: {err}")
        return seen[key]

    cells = [read(row) for row in range(batch.num_rows)]
    arrays = [
        pyarrow("normalize").array([value(one) for one in cells], type=kind)
        for (_, value), kind in zip(table.read, schema.types, strict=True)
    ]
    made: pa.RecordBatch = pyarrow("normalize").RecordBatch.from_arrays(arrays, schema=schema)
    return made
