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
from ..errors import InvalidValueError, MissingExtraError, UnreadableTextError

__all__ = ["answer", "dataset_of", "printed", "table", "texts_of"]


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
    raw = _bytes(options.data)
    return serde.from_json(raw, source=options.data)


def texts_of(options: argparse.Namespace) -> list[tuple[str, str]]:
    """Return the name and the text of each file that is asked for, or the text that is given."""
    if options.text is not None and not options.files:
        return [("--text", options.text)]
    if options.text is not None or not options.files:
        raise InvalidValueError(
            tuple(options.files), "read takes files (- for standard input) or --text"
        )
    return [
        (file, _standard_input(options.locale) if file == "-" else _file(file, options.locale))
        for file in options.files
    ]


def _file(file: str, locale: str) -> str:
    try:
        return _decoded(_bytes(file), locale)
    except FileNotFoundError as err:
        words = "no such file (a text itself goes behind --text)"
        raise OSError(err.errno, words, file) from None


def _bytes(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except ValueError:  # a character that no path has
        raise OSError(errno.EINVAL, "not a path", file) from None


def _decoded(raw: bytes, locale: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        text = raw.decode("utf-8", "backslashreplace")
        raise UnreadableTextError(text, locale, err.start, "UTF-8") from None


def _standard_input(locale: str) -> str:
    """Return what is typed or piped in; bytes are UTF-8, whatever the terminal's encoding."""
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # closed, or a text that somebody put in its place
        return "" if sys.stdin is None else sys.stdin.read()
    return _decoded(raw.read(), locale)
