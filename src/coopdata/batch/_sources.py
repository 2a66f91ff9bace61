"""Where texts come from: Parquet, JSON Lines, CSV and text files, a batch at a time.

What cannot be read becomes a `Bad` with its row and its reason, and the rest is read on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from ..errors import InvalidValueError, RecordNotFoundError, nearest

__all__ = ["KINDS", "Bad", "Rows", "files", "rows"]

#: The endings that are read, and how.
KINDS: Final = {
    ".csv": "csv",
    ".jsonl": "json lines",
    ".ndjson": "json lines",
    ".parquet": "parquet",
    ".text": "text",
    ".txt": "text",
}
_BLOCK: Final = 64 * 2**20  # bytes of CSV at once; a cell may be as long


class Bad(NamedTuple):
    """A row that could not be read, or with row -1 a whole file."""

    row: int
    error: str


class Rows(NamedTuple):
    """Some rows of one file, in order.

    Attributes:
        first: The number of the first row in its file, from 0.
        columns: The columns that were asked for.
        bad: Rows among them, or behind them, that could not be read.
    """

    first: int
    columns: dict[str, list[Any]]
    bad: tuple[Bad, ...] = ()


def files(sources: Iterable[Path]) -> list[tuple[str, Path]]:
    """Return the files of some folders and files by the name that they are told by, in order.

    Raises:
        RecordNotFoundError: There is no such file.
        InvalidValueError: A file has an ending that is not read, or a folder none that is.
    """
    found: dict[str, Path] = {}
    for source in sources:
        if source.is_dir():
            inside = sorted(one for one in source.rglob("*") if one.suffix.lower() in KINDS)
            held = {one.relative_to(source).as_posix(): one for one in inside if not one.is_dir()}
            if not held:
                raise InvalidValueError(str(source), f"a folder has files in {', '.join(KINDS)}")
        elif not source.exists():
            raise RecordNotFoundError("file", str(source))
        elif source.suffix.lower() not in KINDS:
            raise InvalidValueError(str(source), f"a file ends in {', '.join(KINDS)}")
        else:
            held = {source.name: source}
        for name, path in held.items():
            if found.setdefault(name, path) != path:
                raise InvalidValueError(name, "two files that are read have two names")
    return sorted(found.items())


def rows(path: Path, names: Sequence[str], most: int) -> Iterator[Rows]:
    """Yield the rows of a file, at most so many at once; a text file is one row, its text first."""
    kind = KINDS[path.suffix.lower()]
    readers = {"csv": _csv, "json lines": _json_lines, "parquet": _parquet, "text": _text}
    yield from readers[kind](path, names, most)


def _text(path: Path, names: Sequence[str], most: int) -> Iterator[Rows]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as err:
        yield Rows(0, {}, (Bad(-1, f"no text in UTF-8: {err}"),))
        return
    yield Rows(0, {name: [text if name == names[0] else None] for name in names})


def _json_lines(path: Path, names: Sequence[str], most: int) -> Iterator[Rows]:
    held: dict[str, list[Any]] = {name: [] for name in names}
    bad: list[Bad] = []
    first = count = 0
    try:
        opened = path.open("rb")
    except OSError as err:
        yield Rows(0, {}, (Bad(-1, f"no JSON Lines: {err}"),))
        return
    with opened as lines:
        for line in lines:
            if not line.strip():
                continue
            row: Any = None
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as err:
                bad.append(Bad(count, f"no JSON: {err}"))
            else:
                lacks = [name for name in names if not isinstance(row, dict) or name not in row]
                if lacks:
                    bad.append(Bad(count, f"an object with {', '.join(lacks)} is wanted"))
            row = row if isinstance(row, dict) else {}
            for name in names:
                held[name].append(row.get(name))
            count += 1
            if count - first == most:
                yield Rows(first, held, tuple(bad))
                held, bad, first = {name: [] for name in names}, [], count
    if count > first:
        yield Rows(first, held, tuple(bad))


def _csv(path: Path, names: Sequence[str], most: int) -> Iterator[Rows]:
    import pyarrow as pa
    from pyarrow import csv

    options = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
    reading = csv.ReadOptions(block_size=_BLOCK)
    parsing = csv.ParseOptions(newlines_in_values=True)
    try:
        reader = csv.open_csv(path, reading, parsing, options)
    except (pa.ArrowException, OSError) as err:
        yield Rows(0, {}, (Bad(-1, f"no CSV: {err}"),))
        return
    lacks = _lacking(names, reader.schema.names)
    yield from lacks or _batches(reader, names, most, "CSV")


def _parquet(path: Path, names: Sequence[str], most: int) -> Iterator[Rows]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(path)
        has = file.schema_arrow.names
    except (pa.ArrowException, OSError) as err:
        yield Rows(0, {}, (Bad(-1, f"no Parquet: {err}"),))
        return
    with file:
        lacks = _lacking(names, has)
        batches = iter(()) if lacks else file.iter_batches(most, columns=[*names])
        yield from lacks or _batches(batches, names, most, "Parquet")


def _batches(batches: Iterator[Any], names: Sequence[str], most: int, kind: str) -> Iterator[Rows]:
    import pyarrow as pa

    first = 0
    while True:
        try:
            batch = next(batches, None)
        except (pa.ArrowException, OSError) as err:
            yield Rows(first, {}, (Bad(-1, f"no {kind} from row {first} on: {err}"),))
            return
        if batch is None:
            return
        for start in range(0, batch.num_rows, most):
            part = batch.slice(start, most)
            yield Rows(first, {name: part.column(name).to_pylist() for name in names})
            first += part.num_rows


def _lacking(names: Sequence[str], has: Sequence[str]) -> list[Rows]:
    """Return one bad row where a column is missing, and nothing where none is."""
    lacks = [name for name in names if name not in has]
    told = "; ".join(str(RecordNotFoundError("column", name, nearest(name, has))) for name in lacks)
    return [Rows(0, {}, (Bad(-1, told),))] if lacks else []
