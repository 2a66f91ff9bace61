"""On which line of its TOML file a problem is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

__all__ = ["lines_of", "located"]

_KEY: Final = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)"""
_HEAD: Final = re.compile(rf"\s*(\[\[?)\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]")
_PAIR: Final = re.compile(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")
_PART: Final = re.compile(_KEY)
#: What opens or closes anything in a value; a comment ends the line.
_TOKEN: Final = re.compile(r'''"""|\'\'\'|"(?:[^"\\]|\\.)*"|'[^']*'|[\[\]{}]|#.*''')
_TOLD: Final = re.compile(r"(.*?\.toml)(?: at ([^:]+))?: ")
_LAST: Final = re.compile(r"(?:\.[^.\[\]]*|\[\d+\])\Z|\A[^.\[\]]+\Z")


def located(folder: Path, problems: Iterable[str]) -> tuple[str, ...]:
    """Return problems with the line of their file, where it can be told."""
    known: dict[Path, dict[str, int]] = {}
    told = []
    for problem in problems:
        found = _TOLD.match(problem)
        path = folder.parent / found[1] if found and found[2] else None
        line = 0
        if found and path is not None:
            if path not in known:
                known[path] = lines_of(_text(path))
            line = _line(found[2], known[path])
        told.append(f"{problem} (line {line})" if line else problem)
    return tuple(told)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _line(path: str, lines: dict[str, int]) -> int:
    while path and path not in lines:
        path = _LAST.sub("", path) if _LAST.search(path) else ""
    return lines.get(path, 0)


def lines_of(text: str) -> dict[str, int]:
    """Return the line of each table and key of a TOML file, by its path (``facts[0].quote``)."""
    lines: dict[str, int] = {}
    rows: Counter[str] = Counter()
    table, open_string, depth = "", "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        at = 0
        if not open_string and not depth:
            head, pair = _HEAD.match(line), _PAIR.match(line)
            if head:
                table = _table(head[2], head[1] == "[[", rows)
                lines.setdefault(table, number)
                continue
            if pair:
                path = ".".join((*filter(None, (table,)), *_parts(pair[1])))
                lines.setdefault(path, number)
                at = pair.end()
        open_string, depth = _open(line, at, open_string, depth)
    return lines


def _table(key: str, is_row: bool, rows: Counter[str]) -> str:
    """Return the path of a table's head, in the last row of the arrays that it is part of."""
    path = ""
    parts = _parts(key)
    for n, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        is_last = n == len(parts) - 1
        if is_last and is_row:
            rows[path] += 1
        if rows[path] and (is_row or not is_last):
            path = f"{path}[{rows[path] - 1}]"
    return path


def _parts(key: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(key)]


def _open(line: str, at: int, string: str, depth: int) -> tuple[str, int]:
    """Return the string and the brackets that are open at the end of a line."""
    while True:
        if string:
            end = line.find(string, at)
            if end < 0:
                return string, depth
            at, string = end + 3, ""
        found = _TOKEN.search(line, at)
        if found is None:
            return "", depth
        at = found.end()
        if found[0] in ('"""', "'''"):
            string = found[0]
        elif found[0] in "[{":
            depth += 1
        elif found[0] in "]}":
            depth = max(0, depth - 1)
