"""Flat tables as the files of two databases."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["duckdb_file", "sqlite_file"]

_AFFINITY = {"int64": "INTEGER", "int32": "INTEGER", "bool": "INTEGER", "double": "REAL"}


def sqlite_file(path: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write tables into a new SQLite database, as Datasette and others open it.

    SQLite has no decimals, dates or lists: decimals and days are texts (ISO), lists are JSON.
    """
    import json

    def plain(value: Any) -> Any:
        if isinstance(value, list):
            return json.dumps(value, ensure_ascii=False)
        if isinstance(value, Decimal):
            return f"{value:f}"
        if isinstance(value, dt.date):
            return value.isoformat()
        return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value

    with closing(sqlite3.connect(path)) as database, database:
        for name, table in tables.items():
            columns = ", ".join(
                f"{_quoted(field.name)} {_AFFINITY.get(str(field.type), 'TEXT')}"
                for field in table.schema
            )
            database.execute(f"CREATE TABLE {_quoted(name)} ({columns})")
            marks = ", ".join("?" * table.num_columns)
            rows = ([plain(value) for value in row.values()] for row in table.to_pylist())
            database.executemany(f"INSERT INTO {_quoted(name)} VALUES ({marks})", rows)


def duckdb_file(path: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write tables into a new DuckDB database, with their types."""
    try:
        import duckdb
    except ImportError as err:
        raise MissingExtraError("coopdata.exports.package", "duckdb") from err
    with closing(duckdb.connect(str(path))) as database:
        for name, table in tables.items():
            database.register("given", table)
            database.execute(f"CREATE TABLE {_quoted(name)} AS SELECT * FROM given")
            database.unregister("given")


def _quoted(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))
