"""One part of a long job: some rows of one file, and the small Parquet file that they become."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ._kernel import Settings
from ._sources import Bad, Rows

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "Counts",
    "Job",
    "counts_of",
    "file_schema",
    "joined",
    "make",
    "make_put",
    "put",
]

#: Texts, mentions and errors of a part.
Counts = tuple[int, int, int]

_GROUP: Final = 50_000  # mentions of a row group of the output
_COUNTS: Final = b"coopdata"  # the key of a part's counts in its metadata
_FILE: Final = "Name of the file that the text is from."


class Job(NamedTuple):
    """A part that is to be made."""

    path: Path
    file: str
    rows: Rows
    settings: Settings


def file_schema() -> pa.Schema:
    """Return the columns of the output: the file, then those of a mention."""
    import pyarrow as pa

    from . import MENTIONS

    field = pa.field("file", pa.string(), nullable=False, metadata={"words": _FILE})
    return pa.schema([field, *MENTIONS])


def make(job: Job) -> Counts:
    """Write one part, whole or not at all, and return how much is in it."""
    from pyarrow import parquet

    table = _table(job)
    texts = len(job.rows.columns.get(job.settings.text, ()))
    mentions = table.column("error").null_count
    counts = (texts, mentions, table.num_rows - mentions)
    told = {_COUNTS: ",".join(map(str, counts)).encode()}
    beside = job.path.with_suffix(".making")
    try:
        parquet.write_table(table.replace_schema_metadata(told), beside)
        beside.replace(job.path)
    finally:
        beside.unlink(missing_ok=True)
    return counts


def put(job: Job) -> str:
    """Lay a job beside its part, for another process, and return where.

    What goes through a pool's pipe is then so short that it always fits: a process that dies while
    the pipe is full would block a pool of Python 3.11 for good.
    """
    path = job.path.with_suffix(".job")
    path.write_bytes(pickle.dumps(job))
    return str(path)


def make_put(path: str) -> Counts:
    """Make the part of a job that was put there."""
    place = Path(path)
    counts = make(pickle.loads(place.read_bytes()))
    place.unlink(missing_ok=True)
    return counts


def counts_of(path: Path) -> Counts | None:
    """Return how much is in a part of an earlier run; None where there is none that is whole."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        told = parquet.read_metadata(path).metadata[_COUNTS].decode().split(",")
        texts, mentions, errors = map(int, told)
    except (OSError, pa.ArrowException, KeyError, TypeError, ValueError):
        return None
    return texts, mentions, errors


def joined(parts: list[Path], target: Path) -> None:
    """Write the parts in their order into one file, whole or not at all."""
    from pyarrow import parquet

    schema = file_schema()
    beside = target.with_name(f"{target.name}.making")
    try:
        with parquet.ParquetWriter(beside, schema) as writer:
            held: list[Any] = []
            for path in parts:
                held.append(parquet.read_table(path).replace_schema_metadata(schema.metadata))
                if sum(one.num_rows for one in held) >= _GROUP:
                    _written(writer, held)
            _written(writer, held)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _written(writer: Any, held: list[Any]) -> None:
    import pyarrow as pa

    if held:
        writer.write_table(pa.concat_tables(held).combine_chunks())
        held.clear()


def _table(job: Job) -> pa.Table:
    """Return the rows of a part: mentions, and what could not be read, in the order of the file."""
    import pyarrow as pa

    columns, more = _fit(job.rows, job.settings)
    found = pa.Table.from_batches([_mentions(columns, job.settings)])
    at = found.schema.get_field_index("row")
    found = found.set_column(
        at,
        found.schema.field(at),
        pa.array([row + job.rows.first for row in found["row"].to_pylist()], pa.int64()),
    )
    bad = [{"row": one.row, "error": one.error} for one in (*job.rows.bad, *more)]
    if bad:
        told = pa.Table.from_pylist(bad, schema=found.schema)
        found = pa.concat_tables([found, told]).sort_by(
            [("row", "ascending"), ("start", "ascending")]
        )
    file = pa.array([job.file] * found.num_rows, pa.string())
    return found.add_column(0, file_schema().field("file"), file).cast(file_schema())


def _mentions(columns: dict[str, list[Any]], settings: Settings) -> pa.RecordBatch:
    import pyarrow as pa

    dated = any(isinstance(one, dt.date) for one in columns.get(settings.anchor_column or "", ()))
    types = {settings.anchor_column: pa.date32()} if dated else {}
    arrays = {
        name: pa.array(columns.get(name, []), types.get(name, pa.string()))
        for name in settings.columns
    }
    batch = pa.RecordBatch.from_arrays([*arrays.values()], names=[*arrays])
    return settings.by_row(batch)


def _fit(rows: Rows, settings: Settings) -> tuple[dict[str, list[Any]], list[Bad]]:
    """Return the columns with what Arrow can hold, and the rows in which something else stood."""
    columns = {name: [*values] for name, values in rows.columns.items()}
    told = {one.row for one in rows.bad}
    bad: list[Bad] = []
    for name, values in columns.items():
        for nth, one in enumerate(values):
            why = _unfit(one, name, settings)
            if why is None:
                values[nth] = str(one) if name == settings.id_column and one is not None else one
                continue
            values[nth] = None
            columns[settings.text][nth] = None  # what is known of the row is that it is wrong
            if rows.first + nth not in told:
                bad.append(Bad(rows.first + nth, f"{name}: {why}"))
                told.add(rows.first + nth)
    return columns, bad


def _unfit(one: Any, name: str, settings: Settings) -> str | None:
    """Return why Arrow, or the kernel, cannot take a value, if it cannot."""
    if isinstance(one, str):
        try:
            one.encode("utf-8")
        except UnicodeEncodeError as err:
            return f"no text in Unicode: {err.reason}"
        return None
    if one is None:
        return None
    if name == settings.id_column and isinstance(one, int) and not isinstance(one, bool):
        return None
    is_day = isinstance(one, dt.date) and not isinstance(one, dt.datetime)
    if name == settings.anchor_column and is_day:
        return None
    return f"a text is wanted, got a {type(one).__name__}"
