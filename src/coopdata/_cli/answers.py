"""How verbs answer: as a table, as JSON, as CSV; control characters as their escapes."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .. import display, serde
from ..dataset import Dataset, load
from ..errors import MissingExtraError, UnreadableTextError

__all__ = ["answer", "dataset_of", "printed", "standard_input", "table"]


def answer(
    options: argparse.Namespace,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    tree: Any,
) -> None:
    """Print rows in the form that is asked for; `tree` makes what JSON has in their place."""
    if options.format == "json":
        printed(display.json_text(tree()))
    elif options.format == "csv":
        printed(display.csv_text(head, rows))
    else:  # `read` has no locale of its reader, only that of its text
        table(display.headings(head, getattr(options, "reader", options.locale)), rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Draw a table, with rich where it is installed."""
    try:
        printed(display.rich_drawn(head, rows))
    except MissingExtraError:
        printed(display.table(head, rows))


def printed(text: str) -> None:
    """Print a text that may end in a line break of its own."""
    print(text.removesuffix("\n"))


def dataset_of(options: argparse.Namespace) -> Dataset:
    """Return the dataset that is asked for, or the shipped one."""
    if options.data is None:
        return load()
    try:
        raw = Path(options.data).read_bytes()
    except ValueError:  # a character that no path has
        raise OSError(errno.EINVAL, "not a path", options.data) from None
    return serde.from_json(raw, source=options.data)


def standard_input(locale: str) -> str:
    """Return what is typed or piped in; bytes are UTF-8, whatever the terminal's encoding."""
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # closed, or a text that somebody put in its place
        return "" if sys.stdin is None else sys.stdin.read()
    read: bytes = raw.read()
    try:
        return read.decode("utf-8")
    except UnicodeDecodeError as err:
        text = read.decode("utf-8", "backslashreplace")
        raise UnreadableTextError(text, locale, err.start, "UTF-8") from None
