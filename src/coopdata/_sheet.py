"""Rows for other programs: CSV that a spreadsheet shows and never computes, JSON Lines."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from .errors import visible

__all__ = ["csv_text", "guarded", "json_line", "sql_name", "unguarded"]

_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?")
#: What a spreadsheet takes for the beginning of a formula, in any width.
_FORMULA: Final = "=+@＝＋－＠-"
#: The same inside a cell, where a sheet may begin another.
_INSIDE: Final = re.compile(rf"(?<=[;\t\n])([^\S\t\n]*)([{_FORMULA}])")
_ESCAPE: Final = re.compile(r"\\(?:([\\r])|x([0-9a-f]{2})|u([0-9a-f]{4}))")


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV, every cell `guarded`."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([*map(guarded, row)] for row in rows)
    return file.getvalue()


def guarded(cell: str) -> str:
    r"""Return a cell that a spreadsheet shows and never computes.

    An apostrophe goes before what would begin a formula, before white space that a sheet might
    drop, and before an apostrophe. A whole number or decimal is no formula and stays a number,
    whatever its sign. Control characters become escapes (``\x1b``), a backslash is doubled, and
    so does what would begin a formula behind a semicolon, a tab or a line's end, where a sheet
    may begin another cell. `unguarded` gives the cell back.

    Examples:
        >>> guarded("=1+1"), guarded("-5 km"), guarded("-5")
        ("'=1+1", "'-5 km", '-5')
        >>> print(guarded("a;=1+1"))
        a;\x3d1+1
    """
    if _NUMBER.fullmatch(cell):
        return cell
    safe = _INSIDE.sub(_escaped, visible(cell.replace("\\", r"\\")))
    begun = safe.lstrip()[:1]
    begins = begun != "" and begun in f"{_FORMULA}'"
    return f"'{safe}" if begins or safe[:1] in {"\t", "\r", "\n"} else safe


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[2])
    return f"{found[1]}\\x{code:02x}" if code < 256 else f"{found[1]}\\u{code:04x}"


def unguarded(cell: str) -> str:
    """Return the cell that `guarded` was given."""

    def sign(found: re.Match[str]) -> str:
        named, code = found[1], found[2] or found[3]
        return chr(int(code, 16)) if code else named.replace("r", "\r")

    return _ESCAPE.sub(sign, cell.removeprefix("'"))


def json_line(tree: Any) -> str:
    """Return a tree as one line, for readers too that split at every Unicode line break."""
    text = json.dumps(tree, ensure_ascii=False)
    return text.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def sql_name(name: str) -> str:
    """Return the name of a table or of a column as SQL writes it."""
    return '"{}"'.format(name.replace('"', '""'))
