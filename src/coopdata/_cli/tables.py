"""``read … --out FILE``: files of texts to a table of mentions, by a pool of processes or Spark."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, Final

from .. import batch, spark
from ..errors import InvalidValueError
from ..reader import WordLists
from .answers import printed

__all__ = ["declare", "is_asked", "write"]

#: The columns that may be named, by the options' names.
_COLUMNS: Final = ("locale_column", "anchor_column", "id_column")


def declare(read: argparse.ArgumentParser) -> None:
    """Add the options of a table to those of the verb."""
    many = read.add_argument_group(
        "a table of many texts",
        "With --out, what is read is a file or a folder: Parquet, JSON Lines, CSV, text files.",
    )
    many.add_argument("--out", metavar="FILE.parquet", help="where the mentions are written")
    many.add_argument("--text-column", metavar="NAME", help="the column of texts (default: text)")
    many.add_argument("--locale-column", metavar="NAME", help="the column that says the language")
    many.add_argument("--anchor-column", metavar="NAME", help="the column that says the day")
    many.add_argument("--id-column", metavar="NAME", help="a column to carry over")
    many.add_argument("--workers", type=int, help="processes (default: 1)")
    many.add_argument(
        "--engine", choices=("processes", "spark"), help="what reads (default: processes)"
    )
    many.add_argument("--master", metavar="URL", help="of Spark (default: local[*])")


def is_asked(options: argparse.Namespace) -> bool:
    """Tell whether a table is asked for; refuse its options where none is."""
    if options.out is not None:
        if options.html is not None or options.explain or options.format != "table":
            raise InvalidValueError(options.out, "a table is --out alone: no --html, no --explain")
        return True
    named = ("text_column", *_COLUMNS, "workers", "engine", "master")
    for name in named:
        if getattr(options, name) is not None:
            raise InvalidValueError(
                f"--{name.replace('_', '-')}", "it is an option of a table: give --out"
            )
    if options.locale is None:
        raise InvalidValueError(None, "the language of the text is not guessed: give --locale")
    return False


def write(options: argparse.Namespace) -> None:
    """Write the table; say on standard error how far it is, on standard output what was read."""
    sources: list[str] = options.files
    if not sources or options.text is not None or options.limit is not None:
        raise InvalidValueError(tuple(sources), "a table is made of all that files or folders hold")
    columns: dict[str, Any] = {name: getattr(options, name) for name in _COLUMNS}
    words = WordLists.of(None if options.words is None else Path(options.words))
    said = {"locale": options.locale, "anchor": options.anchor, "words": words, **columns}
    text = options.text_column or "text"
    if options.engine == "spark":
        if options.workers is not None:
            raise InvalidValueError(options.workers, "--master says how many workers Spark has")
        if options.id_column is None:
            raise InvalidValueError(None, "Spark keeps no order: name an --id-column")
        kernel = batch.Kernel(text=text, **said)
        spark.read(sources, options.out, kernel, master=options.master or "local[*]")
        printed(f"wrote {options.out}")
        return
    if options.master is not None:
        raise InvalidValueError(options.master, "a master is for --engine spark")
    workers = 1 if options.workers is None else options.workers
    told = _told if sys.stderr is not None and sys.stderr.isatty() else None
    report = batch.read(
        sources, options.out, text_column=text, workers=workers, progress=told, **said
    )
    if told is not None:
        print(file=sys.stderr)
    printed(f"{report}: wrote {options.out}")


def _told(report: batch.Report) -> None:
    print(f"\r{report}", end="", file=sys.stderr, flush=True)
