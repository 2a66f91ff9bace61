"""What the command line writes for other programs: JSON and CSV that no terminal or sheet obeys."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from ..errors import CONTROLS, visible

__all__ = ["csv_text", "guarded", "json_text", "unguarded"]

_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?")
#: What a spreadsheet takes for the beginning of a formula, in any width; and the guard itself.
_FORMULA: Final = frozenset("=+-@＝＋－＠'")
_ESCAPE: Final = re.compile(r"\\(?:([\\r])|x([0-9a-f]{2})|u([0-9a-f]{4}))")


def json_text(tree: Any) -> str:
    """Return a tree as JSON whose strings have every control character as its escape."""
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    return CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


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
    whatever its sign. Control characters become escapes (``\x1b``), a backslash is doubled.
    `unguarded` gives the cell back.

    Examples:
        >>> guarded("=1+1"), guarded("-5 km"), guarded("-5")
        ("'=1+1", "'-5 km", '-5')
    """
    if _NUMBER.fullmatch(cell):
        return cell
    safe = visible(cell.replace("\\", r"\\"))
    begun = safe.lstrip()[:1]
    return f"'{safe}" if begun in _FORMULA or safe[:1] in {"\t", "\r", "\n"} else safe


def unguarded(cell: str) -> str:
    """Return the cell that `guarded` was given."""

    def sign(found: re.Match[str]) -> str:
        named, code = found[1], found[2] or found[3]
        return chr(int(code, 16)) if code else named.replace("r", "\r")

    return _ESCAPE.sub(sign, cell.removeprefix("'"))
