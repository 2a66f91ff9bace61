"""Terminal views for rich (extra: ``rich``); texts are never markup, and never act on it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError, visible

if TYPE_CHECKING:
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    from ._view import View

__all__ = ["rich_drawn", "rich_of", "rich_table"]

_VALUE = "bold cyan"
_QUIET = "dim"
_ROOM = 11
_WIDE = 160  # columns of a table that goes into a file or a pipe


def _rich(module: str) -> Any:
    from importlib import import_module

    try:
        return import_module(f"rich.{module}")
    except ImportError as err:
        raise MissingExtraError("coopdata's terminal views", "rich") from err


def _text(*pieces: tuple[str, str]) -> Text:
    made: Text = _rich("text").Text()
    for piece, style in pieces:
        made.append(visible(piece), style=style)
    return made


def rich_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> Table:
    """Return a table whose columns keep room for their short cells."""
    made: Table = _rich("table").Table(
        title=_text((title, "")) if title else None, title_justify="left"
    )
    body = [tuple(map(visible, row)) for row in rows]
    for heading, *column in zip(headings, *body, strict=True):
        widest = max(map(len, (heading, *column)))
        made.add_column(_text((heading, "")), overflow="fold", min_width=min(widest, _ROOM))
    for row in body:
        made.add_row(*(_text((cell, "")) for cell in row))
    return made


def rich_drawn(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as rich draws it here; as wide as a page where that is no terminal."""
    console = _rich("console").Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDE
    with console.capture() as drawn:
        console.print(rich_table(headings, rows))
    text: str = drawn.get()
    return text


def rich_of(view: View) -> Panel | Table | Text:
    """Return a view as rich draws it: a value as a text, a table as one, the rest in a panel."""
    if view.exact:
        return _text((view.title, _VALUE))
    if view.head:
        more = f" (… + {view.more})" if view.more else ""
        return rich_table(view.head, view.rows, title=view.title + more)
    pieces = [(view.title, "bold")]
    if view.about:
        pieces.append((f"\n{view.about}", _QUIET))
    for label, value in view.fields:
        pieces += [(f"\n{label}: ", _QUIET), (value, "")]
    if view.pieces:
        pieces.append(("\n\n", ""))
        pieces += [(one.words, "" if one.note is None else _VALUE) for one in view.pieces]
    for one in view.quotes:
        pieces.append((f"\n{one.pattern.format(quote=one.words)}", _QUIET))
    made: Panel = _rich("panel").Panel(_text(*pieces))
    return made
