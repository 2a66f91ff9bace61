"""The facts as one flat table, for Arrow, pandas, Polars, DuckDB and Spark.

`SCHEMA` is the table: a row for each fact, a column for each thing said of it. Every way out is
built from the same `rows`; only the last step differs. Each needs the extra of its name.

Bounds come twice: `low` and `high` as decimals to compute with (38 digits, 10 of them after the
point), `low_text` and `high_text` with the digits as printed. A number that the decimal column
cannot hold exactly is refused, never rounded.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .._sheet import csv_text
from ..errors import MissingExtraError
from ._schema import PRECISION, SCALE, SCHEMA, Column, Source, rows

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
    "Column",
    "Source",
    "rows",
    "to_arrow",
    "to_csv",
    "to_duckdb",
    "to_pandas",
    "to_polars",
    "to_spark",
]


def to_arrow(source: Source) -> pa.Table:
    """Return the facts as an Arrow table (extra: ``arrow``)."""
    try:
        import pyarrow as pa
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_arrow", "arrow") from err
    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int32(),
        "date": pa.date32(),
        "decimal": pa.decimal128(PRECISION, SCALE),
    }
    fields = [pa.field(one.name, types[one.type], metadata={"words": one.words}) for one in SCHEMA]
    return pa.Table.from_pylist(list(rows(source)), schema=pa.schema(fields))


def to_csv(source: Source) -> str:
    """Return the facts as CSV that a spreadsheet shows and never computes.

    Texts that a sheet would take for a formula have an apostrophe before them, numbers stay
    numbers, lists are joined by ``"; "``; `coopdata.display.unguarded` gives a cell back. What the
    libraries of frames write themselves is not guarded.

    Examples:
        >>> from coopdata import load
        >>> to_csv(load().where(article="kamaz-turkey")).split(",")[:3]
        ['id', 'article', 'language']
    """
    names = [column.name for column in SCHEMA]
    return csv_text(names, ([_cell(row[name]) for name in names] for row in rows(source)))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".")  # a column's ten places are always there
    return "; ".join(value) if isinstance(value, list) else str(value)


def to_pandas(source: Source) -> pd.DataFrame:
    """Return the facts as a pandas frame with Arrow types (extra: ``pandas``)."""
    try:
        import pandas as pd
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_pandas", "pandas") from err
    frame: pd.DataFrame = to_arrow(source).to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def to_polars(source: Source) -> pl.DataFrame:
    """Return the facts as a Polars frame (extra: ``polars``)."""
    try:
        import polars as pl
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_polars", "polars") from err
    frame = pl.from_arrow(to_arrow(source))
    assert isinstance(frame, pl.DataFrame)
    return frame


def to_duckdb(
    source: Source, *, connection: duckdb.DuckDBPyConnection | None = None, name: str = "facts"
) -> duckdb.DuckDBPyRelation:
    """Return the facts as a DuckDB relation over the view `name` (extra: ``duckdb``).

    Args:
        source: A dataset or a fact list.
        connection: Where to make the view; a new database in memory by default.
        name: Of the view; one that exists is replaced.
    """
    try:
        import duckdb
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_duckdb", "duckdb") from err
    if connection is None:
        connection = duckdb.connect()
    connection.register(name, to_arrow(source))
    return connection.table(name)


def to_spark(source: Source, *, session: pyspark.sql.SparkSession) -> pyspark.sql.DataFrame:
    """Return the facts as a Spark frame of `session` (extra: ``spark``)."""
    try:
        from pyspark.sql import types as t  # pyright: ignore[reportMissingImports]  # large, so not in dev
    except ImportError as err:
        raise MissingExtraError("coopdata.frames.to_spark", "spark") from err
    types = {
        "text": t.StringType(),
        "texts": t.ArrayType(t.StringType()),
        "integer": t.IntegerType(),
        "date": t.DateType(),
        "decimal": t.DecimalType(PRECISION, SCALE),
    }
    schema = t.StructType([t.StructField(one.name, types[one.type]) for one in SCHEMA])
    return session.createDataFrame([tuple(row.values()) for row in rows(source)], schema)


def __dir__() -> list[str]:
    return sorted(__all__)
