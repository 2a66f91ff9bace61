"""Mentions as a table: one kernel from Arrow record batches to Arrow record batches.

`mentions` reads a batch of texts and gives a row for each mention, with the columns of `MENTIONS`.
It is a pure function with a declared schema, so it is what a loop over a Parquet file calls, and an
engine that maps batches. The reading is that of `coopdata.extract`; here are only the columns.

Needs the extra ``arrow``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any

from .. import cldr, frames
from .._flat.column import arrow_schema, markdown
from .._flat.mentions import MENTIONS as _TABLE
from .._flat.mentions import Found, place
from .._text.offsets import Offsets
from ..errors import InvalidValueError, MissingExtraError, RecordNotFoundError, nearest
from ..frames import As
from ..reader import Reader as TextReader
from ..reader import WordLists
from ..values import Period
from ._driver import Report, read
from ._engines import on_dask, on_duckdb, on_polars
from ._kernel import Kernel
from ._parts import file_schema

if TYPE_CHECKING:
    import pyarrow as pa

    #: The columns that `mentions` gives, with type, unit or code system, and meaning.
    MENTIONS: pa.Schema
    #: The same with `file` before them, as `read` writes it.
    FILE_MENTIONS: pa.Schema

__all__ = [
    "FILE_MENTIONS",
    "MENTIONS",
    "Kernel",
    "Report",
    "mentions",
    "normalize",
    "on_dask",
    "on_duckdb",
    "on_polars",
    "read",
    "schema_table",
]


def mentions(
    batch: pa.RecordBatch,
    *,
    text: str = "text",
    locale: str | None = None,
    locale_column: str | None = None,
    anchor: dt.date | Period | None = None,
    anchor_column: str | None = None,
    id_column: str | None = None,
    words: WordLists | str | PathLike[str] | None = None,
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
        words: Words of your own, for the texts of all locales; see `coopdata.Reader`.

    Returns:
        A batch of the schema `MENTIONS`, in the order of the texts and of the mentions in them.

    Raises:
        UnknownLocaleError: `locale`, which is said of all the texts, is none.
        RecordNotFoundError: the batch has no column of that name.
        SeedError: anything is wrong in the words.
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
    _one_locale(locale, locale_column)
    if anchor is not None and anchor_column is not None:
        raise InvalidValueError((anchor, anchor_column), "give anchor or anchor_column, not both")
    if locale is not None:
        cldr.locale_id(locale)
    said, lists = _day(anchor), WordLists.of(words)
    texts = _cells(batch, text)
    locales = None if locale_column is None else _cells(batch, locale_column)
    days = None if anchor_column is None else _cells(batch, anchor_column)
    ids = None if id_column is None else _cells(batch, id_column)
    readers: dict[tuple[str, dt.date | Period | None], TextReader] = {}

    def reader(tongue: Any, day: dt.date | Period | None) -> TextReader:
        if not isinstance(tongue, str):
            return TextReader(locale=tongue, words=lists, anchor=day)  # which says what it is
        if (tongue, day) not in readers:
            readers[tongue, day] = TextReader(locale=tongue, words=lists, anchor=day)
        return readers[tongue, day]

    def read(row: int, name: str | None) -> list[Found]:
        written = texts(row)
        if written is None:
            return []
        tongue = locale if locales is None else locales(row)
        day = said if days is None else _day(days(row))
        found = reader(tongue, day).mentions(written)
        if not found:
            return []
        offsets = Offsets(written)
        return [Found(row, name, one, place(offsets, one.span)) for one in found]

    def rows() -> Iterator[Found]:
        for row in range(batch.num_rows):
            name: str | None = None
            try:
                name = None if ids is None else _name(ids(row))
                found = read(row, name)
            except Exception as err:  # whatever is wrong with one text is said in its row
                found = [Found(row, name, error=f"{type(err).__name__}: {err}")]
            yield from found

    return _batch(pa, tuple(rows()))


def _one_locale(locale: str | None, locale_column: str | None) -> None:
    if (locale is None) is (locale_column is None):
        rule = "the locale is said of all the texts or by a column: give locale or locale_column"
        raise InvalidValueError((locale, locale_column), rule)


def _batch(pa: Any, rows: Sequence[Found]) -> pa.RecordBatch:
    schema = arrow_schema(pa, _TABLE.columns)
    arrays = [
        pa.array(cells, type=kind)
        for cells, kind in zip(_TABLE.cells(rows), schema.types, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    places = batch.schema.get_all_field_indices(name)
    if not places:
        raise RecordNotFoundError("column", name, nearest(name, batch.schema.names))
    if len(places) > 1:
        raise InvalidValueError(name, "a batch has one column of a name that is read")
    return batch.column(places[0])


def _cells(batch: pa.RecordBatch, name: str) -> Callable[[int], Any]:
    """Return how a cell of a column is read; one that Python cannot hold is told in its row."""
    column = _column(batch, name)
    try:
        cells: list[Any] = column.to_pylist()
        return cells.__getitem__
    except Exception:  # of one cell: a day beyond the calendar, bytes that are no text
        return lambda row: column[row].as_py()


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


def normalize(
    batch: pa.RecordBatch,
    as_: As,
    *,
    text: str = "text",
    locale: str | None = None,
    locale_column: str | None = None,
    anchor: dt.date | Period | None = None,
    unit: str | None = None,
    dimension: str | None = None,
) -> pa.RecordBatch:
    """Read every text of a column as one value: a row for each, in order (extra: ``arrow``).

    It is `frames.parse` for batches, with the same columns; what cannot be read is a row whose
    `error` says why. An empty cell gives an empty row.

    Args:
        batch: A row for each text.
        as_: ``measure``, ``money``, ``percent``, ``number``, ``period`` or ``place``.
        text: The column of texts.
        locale: The locale of all the texts; or else
        locale_column: the column that says the locale of each. One of the two must be given.
        anchor: The day from which periods count "this year".
        unit: The unit of measures that name none.
        dimension: What is meant where a unit could be of several.

    Raises:
        UnknownLocaleError: `locale`, which is said of all the texts, is none.
        RecordNotFoundError: the batch has no column of that name; there is no such `as_`.
        InvalidValueError: both or neither of `locale` and `locale_column` are given.

    Examples:
        >>> import pyarrow as pa
        >>> cells = pa.record_batch({"text": ["1.234,56 €", "n/a"]})
        >>> found = normalize(cells, "money", locale="de")
        >>> found.select(["low_text", "unit"]).to_pylist()
        [{'low_text': '1234.56', 'unit': 'EUR'}, {'low_text': None, 'unit': None}]
    """
    pa = _pyarrow("normalize")
    _one_locale(locale, locale_column)
    said = locale if locale_column is None else _column(batch, locale_column)
    table = frames.parse(
        _column(batch, text), as_, locale=said, anchor=anchor, unit=unit, dimension=dimension
    )
    found = table.combine_chunks().to_batches()
    return found[0] if found else pa.RecordBatch.from_pylist([], schema=table.schema)


def schema_table() -> str:
    """Return the columns of `MENTIONS` as a table in Markdown; needs no extra.

    Examples:
        >>> print(schema_table().splitlines()[2])
        | `row` | int64 | no |  | Row of the text in its batch, from 0. |
    """
    return markdown(_TABLE.columns)


def _pyarrow(feature: str) -> Any:
    try:
        import pyarrow as pa
    except ImportError as err:
        raise MissingExtraError(f"coopdata.batch.{feature}", "arrow") from err
    return pa


def __getattr__(name: str) -> object:
    """Make the schema when somebody asks for it: only then is Arrow needed."""
    if name not in ("MENTIONS", "FILE_MENTIONS"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    schema = arrow_schema(_pyarrow(name), _TABLE.columns)
    return schema if name == "MENTIONS" else file_schema()


def __dir__() -> list[str]:
    return sorted(__all__)
