"""The kernel on frames of one machine: Dask, Polars and DuckDB."""

from __future__ import annotations

import inspect
from bisect import bisect_right
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from .._flat.column import PRECISION, SCALE
from ..errors import MissingExtraError
from ._kernel import Kernel

if TYPE_CHECKING:
    import duckdb
    import polars as pl

__all__ = ["on_dask", "on_duckdb", "on_polars"]

#: Types of columns, as Arrow and as DuckDB call them.
_TYPES: Final = {
    "bool": "BOOLEAN",
    "date32[day]": "DATE",
    f"decimal128({PRECISION}, {SCALE})": f"DECIMAL({PRECISION}, {SCALE})",
    "double": "DOUBLE",
    "int64": "BIGINT",
    "string": "VARCHAR",
}


def on_dask(frame: Any, kernel: Kernel) -> Any:
    """Return the mentions of a Dask frame of texts, partition by partition (extra: ``dask``).

    Args:
        frame: A ``dask.dataframe.DataFrame`` with the kernel's columns.
        kernel: How it is read.
    """
    try:
        import dask.dataframe as dd
        import pandas as pd
        import pyarrow as pa
    except ImportError as err:
        raise MissingExtraError("coopdata.batch.on_dask", "dask") from err
    kernel.check(frame.columns)

    def read(part: pd.DataFrame) -> pd.DataFrame:
        batch = pa.RecordBatch.from_pandas(part, preserve_index=False)
        made: pd.DataFrame = kernel(batch).to_pandas(types_mapper=pd.ArrowDtype)
        return made

    meta = kernel.schema.empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    if not isinstance(frame, dd.DataFrame):
        raise TypeError(f"on_dask takes a dask.dataframe.DataFrame, got a {type(frame).__name__}")
    return frame[list(kernel.columns)].map_partitions(read, meta=meta)


def on_polars(frame: pl.DataFrame | pl.LazyFrame, kernel: Kernel) -> pl.DataFrame | pl.LazyFrame:
    """Return the mentions of a Polars frame of texts; a lazy frame stays lazy (extra: ``polars``).

    Args:
        frame: With the kernel's columns.
        kernel: How it is read.
    """
    try:
        import polars as pl
    except ImportError as err:
        raise MissingExtraError("coopdata.batch.on_polars", "polars") from err
    import pyarrow as pa

    names = frame.collect_schema().names()
    kernel.check(names)

    def read(part: pl.DataFrame) -> pl.DataFrame:
        found = [kernel(one) for one in part.select(kernel.columns).to_arrow().to_batches()]
        made = pl.from_arrow(pa.Table.from_batches(found, kernel.schema))
        assert isinstance(made, pl.DataFrame)
        return made

    if isinstance(frame, pl.DataFrame):
        return read(frame)
    schema = pl.from_arrow(kernel.schema.empty_table())
    assert isinstance(schema, pl.DataFrame)
    return frame.select(kernel.columns).map_batches(read, schema=schema.schema)


def on_duckdb(
    relation: duckdb.DuckDBPyRelation,
    kernel: Kernel,
    *,
    connection: duckdb.DuckDBPyConnection,
    name: str = "coopdata_mentions",
) -> duckdb.DuckDBPyRelation:
    """Return the mentions of a DuckDB relation of texts (extra: ``duckdb``).

    It makes a user function on the connection, which gives a list of mentions for each text, and
    unnests them; queries of your own may call it too.

    Args:
        relation: With the kernel's columns.
        kernel: How it is read.
        connection: Of the relation.
        name: Of the user function; one that is there is replaced.
    """
    try:
        import duckdb
    except ImportError as err:
        raise MissingExtraError("coopdata.batch.on_duckdb", "duckdb") from err
    import pyarrow as pa

    kernel.check(relation.columns)
    columns = kernel.columns
    schema = pa.schema([field for field in kernel.schema if field.name != "id"])

    def read(*arrays: Any) -> Any:
        whole = [
            one.combine_chunks() if isinstance(one, pa.ChunkedArray) else one for one in arrays
        ]
        found = kernel.by_row(pa.RecordBatch.from_arrays(whole, names=list(columns)))
        rows = found.column("row").to_pylist()
        ends = [bisect_right(rows, nth) for nth in range(len(whole[0]))]
        made = pa.StructArray.from_arrays(
            [found.column(field.name) for field in schema], fields=list(schema)
        )
        return pa.ListArray.from_arrays(pa.array([0, *ends], pa.int32()), made)

    one = inspect.Parameter
    takes = [one(f"column_{nth}", one.POSITIONAL_ONLY) for nth in range(len(columns))]
    vars(read)["__signature__"] = inspect.Signature(takes)  # which DuckDB counts
    with suppress(duckdb.InvalidInputException):  # it was not there
        connection.remove_function(name)
    given = dict(zip(relation.columns, relation.types, strict=True))
    fields = {one.name: _TYPES[str(one.type)] for one in schema}
    create: Any = connection.create_function  # typed by words that older ones do not have
    create(
        name,
        read,
        [given[one] for one in columns],
        duckdb.list_type(duckdb.struct_type(fields)),
        type="arrow",
        null_handling="special",
    )
    called = f"{name}({', '.join(map(_quoted, columns))})"
    listed = relation.project(f"{_quoted(kernel.id_column)}::VARCHAR AS id, {called} AS found")
    unnested = listed.project("id, unnest(found) AS one")
    return unnested.project("id, one.*")


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))
