"""Mentions as a table: one kernel from Arrow record batches to Arrow record batches.

`mentions` reads a batch of texts and gives a row for each mention, with the columns of `MENTIONS`.
It is a pure function with a declared schema, so it is what a loop over a Parquet file calls, and an
engine that maps batches. The reading is that of `coopdata.extract`; here are only the columns.

Needs the extra ``arrow``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .. import cldr, extract
from .._sheet import json_line
from ..errors import (
    InvalidValueError,
    MissingExtraError,
    RecordNotFoundError,
    UnreadableTextError,
    nearest,
)
from ..model import Mention, Mentions, NameMention
from ..values import Period
from ._columns import COLUMNS, Column, Found, Offsets
from ._driver import Report, read
from ._engines import on_dask, on_duckdb, on_polars
from ._parts import file_schema
from ._reader import Reader

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    #: The columns that `mentions` gives, with type, unit or code system, and meaning.
    MENTIONS: pa.Schema
    #: The same with `file` before them, as `read` writes it.
    FILE_MENTIONS: pa.Schema

__all__ = [
    "FILE_MENTIONS",
    "MENTIONS",
    "Reader",
    "Report",
    "mentions",
    "on_dask",
    "on_duckdb",
    "on_polars",
    "read",
    "schema_table",
    "to_arrow",
    "to_jsonl",
    "to_pandas",
]

#: What `extract.mentions` gives.
AnyMentions = Mentions[Mention | NameMention]


def mentions(
    batch: pa.RecordBatch,
    *,
    text: str = "text",
    locale: str | None = None,
    locale_column: str | None = None,
    anchor: dt.date | Period | None = None,
    anchor_column: str | None = None,
    id_column: str | None = None,
) -> pa.RecordBatch:
    """Find the mentions of every text of a batch (extra: ``arrow``).

    A text that cannot be read (its locale is unknown or empty, it is no text) gives one row whose
    `error` says why, and never stops the others. An empty cell gives no row.

    Args:
        batch: A row for each text.
        text: The column of texts.
        locale: The locale of all the texts, as for `extract.mentions`; or else
        locale_column: the column that says the locale of each. One of the two must be given.
        anchor: The day, or the period, from which all the texts count "this year"; or else
        anchor_column: the column that says it of each: dates, EDTF texts (``"2017-05"``), or empty.
            A time of day is refused, because whose day it is depends on the zone.
        id_column: A column of texts or whole numbers to carry over as `id`; without it `row` alone
            says which text it was.

    Returns:
        A batch of the schema `MENTIONS`, in the order of the texts and of the mentions in them.

    Raises:
        UnknownLocaleError: `locale`, which is said of all the texts, is none.
        RecordNotFoundError: the batch has no column of that name.
        InvalidValueError: it has several of that name; both or neither of `locale` and
            `locale_column` are given, or both anchors; `anchor` is no day and no period.

    Examples:
        >>> import pyarrow as pa
        >>> texts = pa.record_batch({"text": ["It sold 5 t in May 2017.", None, "+12 %"]})
        >>> found = mentions(texts, locale="en")
        >>> found.select(["row", "start", "end", "words", "unit", "period"]).to_pylist()[:2]
        [{'row': 0, 'start': 8, 'end': 11, 'words': '5 t', 'unit': 'metric_ton', 'period': None},
         {'row': 0, 'start': 15, 'end': 23, 'words': 'May 2017', 'unit': None, 'period': '2017-05'}]
    """
    pa = _pyarrow("mentions")
    if not isinstance(batch, pa.RecordBatch):
        raise TypeError(
            f"mentions are found in a pyarrow.RecordBatch, got a {type(batch).__name__}; "
            "a table has to_batches()"
        )
    if (locale is None) is (locale_column is None):
        rule = "the locale is said of all the texts or by a column: give locale or locale_column"
        raise InvalidValueError((locale, locale_column), rule)
    if anchor is not None and anchor_column is not None:
        raise InvalidValueError((anchor, anchor_column), "give anchor or anchor_column, not both")
    if locale is not None:
        cldr.locale_id(locale)
    said = _day(anchor)
    texts = _column(batch, text)
    locales = None if locale_column is None else _column(batch, locale_column)
    days = None if anchor_column is None else _column(batch, anchor_column)
    ids = None if id_column is None else _column(batch, id_column)

    def read(row: int, name: str | None) -> list[Found]:
        words = texts[row].as_py()
        if words is None:
            return []
        tongue: Any = locale if locales is None else locales[row].as_py()
        day = said if days is None else _day(days[row].as_py())
        found = extract.mentions(words, locale=tongue, anchor=day)
        return _found(found, row, name)

    def rows() -> Iterator[Found]:
        for row in range(batch.num_rows):
            name: str | None = None
            try:
                name = None if ids is None else _name(ids[row].as_py())
                found = read(row, name)
            except Exception as err:  # whatever is wrong with one text is said in its row
                found = [Found(row, name, error=f"{type(err).__name__}: {err}")]
            yield from found

    return _batch(pa, tuple(rows()))


def to_arrow(found: AnyMentions) -> pa.Table:
    """Return the mentions of one text as a table of the schema `MENTIONS` (extra: ``arrow``).

    Raises:
        InvalidValueError: there are names among the mentions; the columns are of values.
        UnreadableTextError: the text holds what no UTF-8 can write.
    """
    arrow = _pyarrow("to_arrow")
    table: pa.Table = arrow.Table.from_batches([_batch(arrow, _found(found))])
    return table


def to_pandas(found: AnyMentions) -> pd.DataFrame:
    """Return the same table as a pandas frame with Arrow types (extra: ``pandas``)."""
    try:
        import pandas as pd
    except ImportError as err:
        raise MissingExtraError("coopdata.batch.to_pandas", "pandas") from err
    frame: pd.DataFrame = to_arrow(found).to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def to_jsonl(found: AnyMentions, *, row: int = 0, id: str | None = None) -> str:
    """Return the mentions of one text as JSON Lines with the columns of `MENTIONS`; no extra.

    Args:
        found: The mentions.
        row: Which text of several they are of.
        id: What that text is called.

    Raises:
        InvalidValueError: there are names among the mentions; the columns are of values.
        UnreadableTextError: the text holds what no UTF-8 can write.

    Examples:
        >>> found = extract.mentions("It sold 5 t.", locale="en")
        >>> to_jsonl(found, id="a.txt")[:55]
        '{"row": 0, "id": "a.txt", "start": 8, "end": 11, "start'
    """
    lines = (
        {column.name: _plain(column.value(one)) for column in COLUMNS}
        for one in _found(found, row, id)
    )
    return "".join(f"{json_line(line)}\n" for line in lines)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def _found(them: AnyMentions, row: int = 0, name: str | None = None) -> list[Found]:
    """Return the mentions of one text as the columns are read off them."""
    offsets, found = Offsets(them.text), list[Found]()
    for one in them:
        if not isinstance(one, Mention):
            rule = "a table of mentions holds quantities and periods; leave names out of `kinds`"
            raise InvalidValueError(one, rule)
        try:
            found.append(Found(row, name, one, offsets.of(one.span)))
        except UnicodeEncodeError as err:
            words = "what UTF-8 can write"
            raise UnreadableTextError(them.text, them.locale, err.start, words) from None
    return found


def _batch(pa: Any, rows: Sequence[Found]) -> pa.RecordBatch:
    schema = _schema(pa)
    arrays = [
        pa.array([column.value(one) for one in rows], type=kind)
        for column, kind in zip(COLUMNS, schema.types, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    places = batch.schema.get_all_field_indices(name)
    if not places:
        raise RecordNotFoundError("column", name, nearest(name, batch.schema.names))
    if len(places) > 1:
        raise InvalidValueError(name, "a batch has one column of a name that is read")
    return batch.column(places[0])


def _day(said: object) -> dt.date | Period | None:
    """Return what a text's anchor is, written as EDTF or not."""
    if isinstance(said, str):
        return Period.from_edtf(said)
    if said is None or isinstance(said, Period):
        return said
    if isinstance(said, dt.date) and not isinstance(said, dt.datetime):
        return said
    raise InvalidValueError(said, "an anchor is a date, a Period or its EDTF text")


def _name(said: object) -> str | None:
    if said is None or isinstance(said, str):
        return said
    if isinstance(said, int) and not isinstance(said, bool):
        return str(said)
    raise InvalidValueError(said, "an id is a text or a whole number")


def schema_table() -> str:
    """Return the columns of `MENTIONS` as a table in Markdown; needs no extra.

    Examples:
        >>> print(schema_table().splitlines()[2])
        | `row` | int64 | no |  | Row of the text in its batch, from 0. |
    """
    rows = [("column", "type", "empty", "unit or codes", "what it holds"), ("---",) * 5]
    rows += [
        (f"`{one.name}`", one.type, "yes" if one.nullable else "no", one.unit, one.words)
        for one in COLUMNS
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _pyarrow(feature: str) -> Any:
    try:
        import pyarrow as pa
    except ImportError as err:
        raise MissingExtraError(f"coopdata.batch.{feature}", "arrow") from err
    return pa


def _schema(pa: Any) -> pa.Schema:
    types = {
        "bool": pa.bool_(),
        "date32": pa.date32(),
        "double": pa.float64(),
        "int64": pa.int64(),
        "string": pa.string(),
    }

    def field(one: Column) -> pa.Field:
        said = {"words": one.words, **({"unit": one.unit} if one.unit else {})}
        return pa.field(one.name, types[one.type], nullable=one.nullable, metadata=said)

    return pa.schema(map(field, COLUMNS))


def __getattr__(name: str) -> object:
    """Make the schema when somebody asks for it: only then is Arrow needed."""
    if name not in ("MENTIONS", "FILE_MENTIONS"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    schema = _schema(_pyarrow(name))
    return schema if name == "MENTIONS" else file_schema()


def __dir__() -> list[str]:
    return sorted(__all__)
