"""Files of texts to one table of mentions: the kernel over many processes, on one machine.

The input is read a batch at a time and each batch becomes a part, a small Parquet file beside the
output, named by the digest of what was read and how. So memory does not grow with the input; a run
that was stopped goes on where it was; and the output, which is the parts in their order, has the
same bytes however many processes made it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import multiprocessing
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from .._fixed import Record
from .._shipped import VERSION
from ..errors import InvalidValueError
from ..reader import WordLists
from ..values import Period
from . import _sources
from ._kernel import Settings
from ._parts import Counts, Job, counts_of, joined, make, make_put, put

__all__ = ["Report", "read"]

_ROWS: Final = 200  # texts of a part at most
_CHARACTERS: Final = 4_000_000  # of its texts together, unless one alone is longer


@frozen
class Report(Record):
    """What was read.

    Attributes:
        texts: Rows and text files.
        mentions: Found in them.
        errors: Rows of the output that say what could not be read.
        parts: Batches.
        kept: Those of an earlier run among them.
        out: The file that was written; empty as long as the run goes on.
    """

    texts: int = 0
    mentions: int = 0
    errors: int = 0
    parts: int = 0
    kept: int = 0
    out: str = ""

    def __str__(self) -> str:
        kept = f", {self.kept} of {self.parts} parts kept from before" if self.kept else ""
        return f"{self.texts} texts, {self.mentions} mentions, {self.errors} errors{kept}"


def read(
    sources: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    text_column: str = "text",
    locale: str | None = None,
    locale_column: str | None = None,
    anchor: dt.date | Period | None = None,
    anchor_column: str | None = None,
    id_column: str | None = None,
    words: WordLists | str | PathLike[str] | None = None,
    workers: int = 1,
    progress: Callable[[Report], object] | None = None,
) -> Report:
    """Find the mentions of every text in some files, into one Parquet file (extra: ``arrow``).

    Its columns are `FILE_MENTIONS`: `file`, then those of `MENTIONS`, with `row` counted in the
    file. What cannot be read is a row whose `error` says why, with row -1 where it is a whole file;
    the rest is read. A run that was stopped is taken up by the same call.

    Args:
        sources: Files, or folders of them: ``.parquet``, ``.jsonl``, ``.ndjson``, ``.csv``, and
            ``.txt``, of which each is one text.
        out: The Parquet file to write, replaced at the end and not before; ``OUT.parts`` beside it
            holds what is done so far.
        text_column: The column of texts.
        locale: The locale of all the texts; or else
        locale_column: the column that says it of each.
        anchor: The day, or the period, from which all the texts count "this year"; or else
        anchor_column: the column that says it of each.
        id_column: A column to carry over as `id`.
        words: Words of your own, for the texts of all locales; see `coopdata.Reader`. They are read
            once, before anything else, and go to every process.
        workers: Processes. With more than one, a program that calls this has its own code under
            ``if __name__ == "__main__":``, for each process begins by importing it.
        progress: Called with the report so far after each part.

    Raises:
        UnknownLocaleError: `locale` is none.
        RecordNotFoundError: A file or a column is missing.
        SeedError: Anything is wrong in the words.
        InvalidValueError: Nothing is to be read, or the settings contradict one another.
        OSError: The output cannot be written; the parts that were are kept.

    Examples:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as home:
        ...     place = pathlib.Path(home)
        ...     _ = (place / "a.txt").write_text("It sold 5 t in May 2017.", "utf-8")
        ...     print(read(place, place / "mentions.parquet", locale="en"))
        1 texts, 2 mentions, 0 errors
    """
    target = Path(out)
    if target.suffix.lower() != ".parquet":
        raise InvalidValueError(str(out), "mentions are written into a file that ends in .parquet")
    if workers < 1:
        raise InvalidValueError(workers, "there is one process at least")
    settings = Settings(
        text=text_column,
        locale=locale,
        locale_column=locale_column,
        anchor=anchor,
        anchor_column=anchor_column,
        id_column=id_column,
        words=words,
    )
    settings.check(settings.columns)
    paths = [Path(sources)] if isinstance(sources, str | Path) else [Path(one) for one in sources]
    found = _sources.files(paths)
    parts = target.with_name(f"{target.name}.parts")
    parts.mkdir(parents=True, exist_ok=True)
    report = Report()
    made: list[Path] = []
    for path, counts, was_there in _made(_jobs(found, settings, parts), workers):
        made.append(path)
        texts, mentions, errors = counts
        report = evolve(
            report,
            texts=report.texts + texts,
            mentions=report.mentions + mentions,
            errors=report.errors + errors,
            parts=report.parts + 1,
            kept=report.kept + was_there,
        )
        if progress is not None:
            progress(report)
    joined(sorted(made), target)
    shutil.rmtree(parts)
    return evolve(report, out=str(target))


def _jobs(found: Iterable[tuple[str, Path]], settings: Settings, parts: Path) -> Iterator[Job]:
    nth = 0
    how = hashlib.sha256(repr((VERSION, settings, settings.words.files)).encode()).hexdigest()
    for file, path in found:
        for rows in _sources.rows(path, settings.columns, _ROWS):
            for small in _split(rows, settings.text):
                said = repr((how, file, small)).encode("utf-8", "backslashreplace")
                digest = hashlib.sha256(said).hexdigest()[:16]
                yield Job(parts / f"{nth:08}-{digest}.parquet", file, small, settings)
                nth += 1


def _split(rows: _sources.Rows, text: str) -> Iterator[_sources.Rows]:
    """Yield some rows in pieces whose texts are not too long together; bad rows go first."""
    texts = rows.columns.get(text, [])
    start = size = 0
    bad = rows.bad
    for nth, one in enumerate(texts):
        long = len(one) if isinstance(one, str) else 0
        if nth > start and size + long > _CHARACTERS:
            yield _piece(rows, start, nth, bad)
            start, size, bad = nth, 0, ()
        size += long
    yield _piece(rows, start, len(texts), bad)


def _piece(
    rows: _sources.Rows, start: int, end: int, bad: tuple[_sources.Bad, ...]
) -> _sources.Rows:
    columns = {name: values[start:end] for name, values in rows.columns.items()}
    return _sources.Rows(rows.first + start, columns, bad)


Made = tuple[Path, Counts, bool]


def _made(jobs: Iterator[Job], workers: int) -> Iterator[Made]:
    """Yield each part when it is there, made by this process or by a pool."""
    if workers == 1:
        for job in jobs:
            counts = counts_of(job.path)
            yield job.path, make(job) if counts is None else counts, counts is not None
        return
    yield from _pooled(jobs, workers)


def _pooled(jobs: Iterator[Job], workers: int) -> Iterator[Made]:
    """Keep two parts in work for each process; what a dying process takes along is made anew."""
    running: dict[Future[Counts], Job] = {}
    lost: list[Job] = []
    pool = _pool(workers)
    try:
        for job in jobs:
            counts = counts_of(job.path)
            if counts is not None:
                yield job.path, counts, True
                continue
            try:
                running[pool.submit(make_put, put(job))] = job
            except BrokenProcessPool:
                lost.append(job)
            if len(running) >= 2 * workers or lost:
                yield from _first(running, lost)
            if lost:
                pool.shutdown(cancel_futures=True)
                yield from _first(running, lost, every=True)
                yield from map(_alone, lost)
                lost.clear()
                pool = _pool(workers)
        yield from _first(running, lost, every=True)
        yield from map(_alone, lost)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context)


def _first(
    running: dict[Future[Counts], Job], lost: list[Job], *, every: bool = False
) -> Iterator[Made]:
    """Yield the oldest part in work, or every one, once it is made."""
    while running:
        future = next(iter(running))
        job = running.pop(future)
        try:
            yield job.path, future.result(), False
        except BrokenProcessPool:
            lost.append(job)
        if not every:
            return


def _alone(job: Job) -> Made:
    """Make a part in a process of its own; where that dies too, say so in its place."""
    with _pool(1) as pool:
        try:
            return job.path, pool.submit(make_put, put(job)).result(), False
        except BrokenProcessPool:
            rows = job.rows
            count = len(rows.columns.get(job.settings.text, ()))
            why = "the process that read it ended; the text may be too large for this machine"
            bad = tuple(_sources.Bad(rows.first + nth, why) for nth in range(count))
            return job.path, make(job._replace(rows=_sources.Rows(rows.first, {}, bad))), False
