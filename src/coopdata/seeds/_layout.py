"""JSON that people can review: one entry a line, so that a changed word is a changed line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

__all__ = ["LINE", "laid_out"]

#: An entry that is longer has a line for each of its own entries.
LINE: Final = 100


def laid_out(tree: Any) -> str:
    """Return JSON with a line for each entry of a table, down to entries that fit on one.

    Examples:
        >>> print(laid_out({"few": ["a", "b"], "many": ["a" * 60, "b" * 60]}), end="")
        {
        "few":["a","b"],
        "many":[
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
        ]
        }
    """
    return "\n".join(_lines(tree)) + "\n"


def _lines(value: Any, name: str = "") -> Iterator[str]:
    """Yield the lines of one value; the table around it puts the comma behind the last."""
    line = name + json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if len(line) <= LINE or not isinstance(value, (dict, list)):
        yield line
        return
    if isinstance(value, dict):
        entries = [(f"{json.dumps(key, ensure_ascii=False)}:", value[key]) for key in sorted(value)]
    else:
        entries = [("", entry) for entry in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    yield name + opening
    for number, (key, entry) in enumerate(entries, start=1):
        *lines, last = _lines(entry, key)
        yield from lines
        yield last if number == len(entries) else f"{last},"
    yield closing
