"""Views as plain text; no character of a text acts on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import visible
from ._sentence import MARKS
from ._show import table

if TYPE_CHECKING:
    from ._view import View

__all__ = ["plain_of"]


def plain_of(view: View) -> str:
    """Return a view as plain text, its marked words between `MARKS`."""
    opening, closing = MARKS
    pieces = ((visible(one.words), one.note) for one in view.pieces)
    text = "".join(
        words if note is None else f"{opening}{words}{closing}" for words, note in pieces
    )
    blocks = [
        visible(view.title),
        visible(view.about),
        "\n".join(f"  {name}: {visible(value)}" for name, value in view.fields),
        table(view.head, view.rows) if view.head else "",
        f"… + {view.more}" if view.more else "",
        text.strip("\r\n"),
        "\n".join(f"  {one.pattern.format(quote=visible(one.words))}" for one in view.quotes),
    ]
    return "\n".join(filter(None, blocks))
