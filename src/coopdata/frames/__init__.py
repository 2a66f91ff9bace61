"""Facts, mentions, parties, articles, terms as flat tables: Arrow, pandas, Polars, DuckDB, Spark.

Every table has a schema (`SCHEMAS`; that of the facts is `SCHEMA`): a row for each record, a column
for each thing said of it. Every way out is built from the same `rows`; only the last step differs.
Each needs the extra of its name. `from_arrow` is the way back, `where` asks the questions of
`ds.where` of any such frame, `parse` reads a column of texts, `to_pint` gives measures to
pint-pandas.

Bounds come as decimals to compute with (38 digits, 10 of them after the point), as texts with the
digits as printed, as floats, and in the base of their dimension, to compare by. A number of a fact
that the decimal column cannot hold exactly is refused, never rounded.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from .._fixed import Fixed
from .._flat.column import PRECISION, SCALE, Column, arrow_schema, markdown
from .._sheet import csv_text, json_line
from ..errors import MissingExtraError
from ._back import from_arrow
from ._facts import FACTS
from ._parse import As, parse
from ._pint import to_pint
from ._tables import TABLES, Source, TableName, rows_of
from ._where import where

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    import pyspark.sql  # pyright: ignore[reportMissingImports]  # large, so not in dev

__all__ = [
    "PRECISION",
    "SCALE",
    "SCHEMA",
    "SCHEMAS",
    "As",
    "Column",
    "Source",
    "TableName",
    "dictionary",
    "from_arrow",
    "parse",
    "plain",
    "rows",
    "to_arrow",
    "to_csv",
    "to_duckdb",
    "to_jsonl",
    "to_pandas",
    "to_pint",
    "to_polars",
    "to_spark",
    "where",
]

#: The columns of each table, by its name.
SCHEMAS: Final = Fixed({name: one.columns for name, one in TABLES.items()})
#: The columns of the table of facts.
SCHEMA: Final[tuple[Column, ...]] = FACTS.columns


def dictionary() -> str:
    """Return every table with its columns, as Markdown; needs no extra.

    Examples:
        >>> dictionary().splitlines()[4]
        '| `id` | string | no |  | Id of the fact. |'
    """
    tables = (f"## {name.title()}\n\n{markdown(columns)}" for name, columns in SCHEMAS.items())
    return "\n".join(tables)


def rows(
    source: Source, *, table: TableName | None = None, text: str | None = None
) -> tuple[dict[str, Any], ...]:
    """Return a dict for each row, with the names of the columns as keys, in their order.

    Args:
        source: A dataset, a fact list, or a list of mentions, parties, articles or terms.
        table: Which table of a dataset it is: ``facts`` (default), ``mentions``, ``parties``,
            ``articles``, ``terms``. Articles have a table of ``mentions`` too.
        text: The text of a list of mentions, for their words and their offsets in other countings.

    Raises:
        MisquotedError: a fact cites words that its article does not have.
        ConversionError: a bound of a fact that a decimal column cannot hold exactly. One that has
            no end (a third) is rounded half to even to the column's decimals, unless nothing would
            be left.
        InvalidValueError: `source` has no such table.

    Examples:
        >>> from coopdata import load
        >>> rows(load().parties)[0]["kind"]
        'place'
    """
    return tuple(rows_of(source, table, text)[1])


def to_arrow(
    source: Source, *, table: TableName | None = None, text: str | None = None
) -> pa.Table:
    """Return `rows` as an Arrow table (extra: ``arrow``)."""
    try:
        import pyarrow as pa
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_arrow", "arrow") from err
    made, found = rows_of(source, table, text)
    schema = arrow_schema(pa, made.columns)
    return pa.Table.from_pylist(list(found), schema=schema)


def to_csv(source: Source, *, table: TableName | None = None, text: str | None = None) -> str:
    """Return `rows` as CSV that a spreadsheet shows and never computes.

    Texts that a sheet would take for a formula have an apostrophe before them, numbers stay
    numbers, lists are joined by ``"; "``; `coopdata.display.unguarded` gives a cell back. What the
    libraries of frames write themselves is not guarded. The last column, `record`, is left out: a
    sheet is to be read, and JSON Lines (`coopdata.serde.to_jsonl`) are the way back.

    Examples:
        >>> from coopdata import load
        >>> to_csv(load().where(article="kamaz-turkey")).split(",")[:3]
        ['id', 'article', 'articles']
    """
    made, found = rows_of(source, table, text)
    names = [column.name for column in made.columns if column.name != "record"]
    return csv_text(names, ([_cell(row[name]) for name in names] for row in found))


def to_jsonl(source: Source, *, table: TableName | None = None, text: str | None = None) -> str:
    """Return `rows` as JSON Lines; days are ISO texts, decimals texts with all their digits.

    Examples:
        >>> from coopdata import extract
        >>> to_jsonl(extract.mentions("It sold 5 t.", locale="en"))[:60]
        '{"row": 0, "id": null, "start": 8, "end": 11, "start_utf16":'
    """
    return "".join(f"{json_line(plain(row))}\n" for row in rows_of(source, table, text)[1])


def plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as JSON has it: days as ISO texts, decimals as texts with all their digits.

    Examples:
        >>> plain({"low": Decimal("1.50"), "unit": "USD"})
        {'low': '1.50', 'unit': 'USD'}
    """
    return {name: _in_json(value) for name, value in row.items()}


def _in_json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, dt.date) else value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".")  # a column's ten places are always there
    return "; ".join(value) if isinstance(value, list) else str(value)


def to_pandas(
    source: Source, *, table: TableName | None = None, text: str | None = None
) -> pd.DataFrame:
    """Return `rows` as a pandas frame with Arrow types (extra: ``pandas``)."""
    try:
        import pandas as pd
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_pandas", "pandas") from err
    made = to_arrow(source, table=table, text=text)
    frame: pd.DataFrame = made.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def to_polars(
    source: Source, *, table: TableName | None = None, text: str | None = None
) -> pl.DataFrame:
    """Return `rows` as a Polars frame (extra: ``polars``)."""
    try:
        import polars as pl
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_polars", "polars") from err
    frame = pl.from_arrow(to_arrow(source, table=table, text=text))
    assert isinstance(frame, pl.DataFrame)
    return frame


def to_duckdb(
    source: Source,
    *,
    connection: duckdb.DuckDBPyConnection | None = None,
    name: str | None = None,
    table: TableName | None = None,
    text: str | None = None,
) -> duckdb.DuckDBPyRelation:
    """Return `rows` as a DuckDB relation over the view `name` (extra: ``duckdb``).

    Args:
        source: As for `rows`, like `table` and `text`.
        connection: Where to make the view; a new database in memory by default.
        name: Of the view, by default that of the table; one that exists is replaced.
        table: Which table of a dataset it is.
        text: The text of a list of mentions.
    """
    try:
        import duckdb
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_duckdb", "duckdb") from err
    if connection is None:
        connection = duckdb.connect()
    view = name or rows_of(source, table, text)[0].name
    connection.register(view, to_arrow(source, table=table, text=text))
    return connection.table(view)


def to_spark(
    source: Source,
    *,
    session: pyspark.sql.SparkSession,
    table: TableName | None = None,
    text: str | None = None,
) -> pyspark.sql.DataFrame:
    """Return `rows` as a Spark frame of `session` (extra: ``spark``)."""
    try:
        from pyspark.sql import types as t  # pyright: ignore[reportMissingImports]  # large, so not in dev
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_spark", "spark") from err
    made, found = rows_of(source, table, text)
    types = {
        "bool": t.BooleanType(),
        "date32": t.DateType(),
        f"decimal128({PRECISION}, {SCALE})": t.DecimalType(PRECISION, SCALE),
        "double": t.DoubleType(),
        "int64": t.LongType(),
        "list<string>": t.ArrayType(t.StringType()),
        "string": t.StringType(),
    }
    fields = [t.StructField(one.name, types[one.type], one.nullable) for one in made.columns]
    return session.createDataFrame([tuple(row.values()) for row in found], t.StructType(fields))


def __dir__() -> list[str]:
    return sorted(__all__)
