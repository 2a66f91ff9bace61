"""JSON text to a plain tree, strictly: bounded depth, no repeated keys, and lines for problems."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from ..errors import shown

__all__ = ["MAX_DEPTH", "BadNumber", "BadTextError", "decode", "lines_of", "parse"]

#: The records nest five deep; what nests deeper than this is refused before it is parsed.
MAX_DEPTH: Final = 32

#: No record has a field of a longer name, so that none of its parts has a path to look for.
_LONGEST_NAME: Final = 80

_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_BRACKETS: Final = re.compile(rf"{_STRING}|[\[{{]|[\]}}]", re.DOTALL)
_TOKENS: Final = re.compile(rf"{_STRING}|[\[\]{{}},:\n]|[^\s\[\]{{}},:\"]++", re.DOTALL)


class BadTextError(Exception):
    """The text is not JSON that coopdata reads; says why and in which line."""

    def __init__(self, why: str, line: int | None = None) -> None:
        super().__init__(why, line)
        self.why = why
        self.line = line


class BadNumber:
    """A JSON number with a point or an exponent, kept as written so that a message can show it."""

    def __init__(self, written: str) -> None:
        self.written = written

    def __repr__(self) -> str:
        return self.written


def decode(text: object) -> str:
    """Return `text` as a string, without a byte order mark; bytes are UTF-8."""
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    if not isinstance(text, bytes):
        raise BadTextError(f"expected a text or bytes, got {shown(text)}")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        line = text.count(b"\n", 0, err.start) + 1
        raise BadTextError(f"not UTF-8 at byte {err.start}", line) from None


def parse(text: str) -> Any:
    """Return the tree of one JSON text, or raise BadTextError."""
    _check_depth(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_unique,
            parse_float=BadNumber,
            parse_int=_integer,
            parse_constant=BadNumber,
        )
    except json.JSONDecodeError as err:
        raise BadTextError(
            f"not JSON: {err.msg.lower()} in column {err.colno}", err.lineno
        ) from None


def _check_depth(text: str) -> None:
    depth = 0
    for token in _BRACKETS.finditer(text):
        mark = token[0]
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                line = text.count("\n", 0, token.start()) + 1
                raise BadTextError(f"nested more than {MAX_DEPTH} deep", line)
        elif mark in "]}":
            depth -= 1


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for name, value in pairs:
        if name in tree:
            raise BadTextError(f"the key {shown(name)} occurs twice in one object")
        tree[name] = value
    return tree


def _integer(written: str) -> int | BadNumber:
    """Return an int; what is too long for an offset stays as written, since reading it is slow."""
    return int(written) if len(written) <= 18 else BadNumber(written)


def lines_of(text: str, paths: Iterable[str]) -> dict[str, int]:
    """Return the line on which each of `paths` (``facts[1].measure.low``) begins in `text`.

    One pass over the brackets, commas, colons and strings; a path that is not there is left out.
    """
    wanted = set(paths)
    found: dict[str, int] = {}
    stack: list[tuple[str, int]] = []  # the path of each open bracket; the index in it, -1: object
    line, path, last = 1, "", ""
    begins = True  # whether the next token is the first of what `path` names

    for token in _TOKENS.finditer(text):
        mark = token[0]
        if mark == "\n":
            line += 1
            continue
        if begins and path in wanted:
            found.setdefault(path, line)
        begins = mark in ":,["
        if mark == "{":
            stack.append((path, -1))
        elif mark == "[":
            stack.append((path, 0))
            path = f"{path}[0]"
        elif mark in "]}":
            path = stack.pop()[0] if stack else ""
        elif mark == ",":
            if stack and stack[-1][1] >= 0:
                base, index = stack[-1]
                stack[-1] = (base, index + 1)
                path = f"{base}[{index + 1}]"
            else:
                begins = False
        elif mark == ":":
            if stack and stack[-1][1] < 0:
                base = stack[-1][0]
                path = f"{base}.{last}" if base else last
        elif mark[0] == '"':
            last = mark[1:-1] if len(mark) <= _LONGEST_NAME else ""
            line += mark.count("\n")
    return found
