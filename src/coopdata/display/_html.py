"""Views as HTML. Every text is escaped; no script, no style sheet, no outside resource.

A character that turns the direction of reading stands in an element of its own, where it turns
nothing but itself; every block finds its own direction. Colours are those of the page, so that a
dark theme stays dark.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from ..errors import visible

if TYPE_CHECKING:
    from ._view import Piece, View

__all__ = ["escape", "html_of", "quoted"]

_LINES: Final = 'style="white-space: pre-wrap"'
_MARK: Final = 'style="background: none; color: inherit; border-bottom: 2px solid"'
_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def escape(text: str) -> str:
    """Return `text` as it stands between tags, with as many characters as it has.

    A browser takes a carriage return for a line's end and leaves NUL out, unless they are written
    so that they stay; NUL has no such form and becomes U+FFFD.
    """
    safe = _SURROGATES.sub(lambda found: visible(found[0]), html.escape(text))
    safe = safe.replace("\r", "&#13;").replace("\0", "\ufffd")
    return _TURNS.sub(
        lambda found: f'<span dir="auto" title="U+{ord(found[0]):04X}">{found[0]}</span>', safe
    )


def quoted(text: str) -> str:
    """Return `text` as it stands in an attribute."""
    return html.escape(visible(text))


def html_of(view: View) -> str:
    """Return a view as one element; a value alone is an inline one."""
    name = f"coopdata-{view.name}"
    if view.exact:
        return f'<span class="{name}" title="{quoted(view.exact)}">{escape(view.title)}</span>'
    fields = "".join(
        f'<tr><th>{escape(label)}</th><td dir="auto">{escape(value)}</td></tr>'
        for label, value in view.fields
    )
    quotes = "".join(
        f'<blockquote dir="auto" cite="urn:coopdata:{quoted(one.article)}">'
        f"{escape(one.words)}</blockquote>"
        for one in view.quotes
    )
    blocks = (
        f'<p dir="auto"><b>{escape(view.title)}</b></p>',
        f'<p dir="auto" {_LINES}>{escape(view.about)}</p>' if view.about else "",
        f"<table>{fields}</table>" if fields else "",
        _table(view.head, view.rows) if view.head else "",
        f"<p>… + {view.more}</p>" if view.more else "",
        _text(view.pieces, view.language) if view.pieces else "",
        quotes,
    )
    return f'<div class="{name}">{"".join(blocks)}</div>'


def _text(pieces: Iterable[Piece], language: str) -> str:
    words = "".join(
        escape(one.words)
        if one.note is None
        else f'<mark {_MARK} title="{quoted(one.note)}">{escape(one.words)}</mark>'
        for one in pieces
    )
    tongue = f' lang="{quoted(language)}"' if language else ""
    return f'<p dir="auto"{tongue} {_LINES}>{words}</p>'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{escape(name)}</th>" for name in head)
    cells = ("".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) for row in rows)
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
