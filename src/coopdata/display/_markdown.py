"""Views as Markdown, in which the words of a record are words and never markup.

What could be markup is written as a character reference: such a reference never begins any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..errors import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._view import View

__all__ = ["markdown_of"]

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>()#+~$&|^=@:!\t]|www(?=\.)")
#: What begins a list, a rule or a code block where it begins a line.
_BEGINS: Final = re.compile(r"^(?:[ \u00a0]+|-|\d+(?=[.)]))", re.MULTILINE)
_ENDS: Final = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")


def markdown_of(view: View) -> str:
    """Return a view as Markdown."""
    if view.exact:
        return _line(view.title)
    text = "".join(
        _lines(one.words) if one.note is None else _marked(one.words) for one in view.pieces
    )
    blocks = [
        f"**{_line(view.title)}**" if view.title else "",
        _lines(view.about),
        _table(("", ""), view.fields) if view.fields else "",
        _table(view.head, view.rows) if view.head else "",
        f"… + {view.more}" if view.more else "",
        text,
        *(f"> {_line(one.pattern.format(quote=one.words))}" for one in view.quotes),
    ]
    return "\n\n".join(filter(None, blocks))


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda found: f"&#{ord(found[0][0])};{found[0][1:]}", visible(text))


def _line(text: str) -> str:
    """Return a text as one line."""
    line = " ".join(_escaped(_ENDS.sub("\n", text)).split())
    return _BEGINS.sub(_begun, line) or "&nbsp;"


def _lines(text: str) -> str:
    """Return a text whose lines end where they do; none of them begins a block."""
    return _BEGINS.sub(_begun, _escaped(_ENDS.sub("\n", text))).replace("\n", "<br>")


def _marked(text: str) -> str:
    return f"<mark>{_lines(text)}</mark>"


def _begun(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in found[0])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    cells = [
        [cell if cell == "---" else _line(cell) if cell else "" for cell in line] for line in lines
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)
