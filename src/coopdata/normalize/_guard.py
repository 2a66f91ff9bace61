"""What looks like a number and is none: model names, phones, scores, versions, section numbers."""

from __future__ import annotations

import re
from typing import Final

from ._context import left
from ._lexicon import Lexicon
from ._numerals import RUN

__all__ = ["blocked_until", "is_name_part"]

_CHUNK: Final = re.compile(r"[\w.,:/\\@%+#&=?~()*\u2010-\u2015-]*\w")
_CLOCK_OR_SCORE: Final = re.compile(r"\s?[:]\s?\d|[/\\x\u00d7*+]\d|[x\u0445\u00d7]\d")
_CHAIN: Final = re.compile(r"\d+(?:[-\u2010\u2011]\d+){2,}|\d+[-\u2010\u2011]\d+[-/]?[^\W\d_]")
_GLUE: Final = "-\u2010\u2011\u2012\u2013/\\_@#\u2116:&=~.^"


def blocked_until(text: str, low: str, pos: int, lex: Lexicon) -> int:
    """Return where reading may go on if the digits at `pos` are no quantity, else 0."""
    before = low[pos - 1] if pos else " "
    if before.isalpha():
        if not (before > "\u2e7f" or _is_unit_before(low, pos, lex)):
            return _chunk_end(low, pos)
    elif before in _GLUE:
        if before in "-\u2010\u2011\u2012\u2013" and (pos < 2 or low[pos - 2] in ' (\n"«“'):
            pass  # a sign
        else:
            return _chunk_end(low, pos)
    elif before in "\"«“„'(" and _is_title(text, low, pos):
        return _chunk_end(low, pos)
    elif before in ",'" and pos > 1 and low[pos - 2].isdecimal():
        return _chunk_end(low, pos)
    match = RUN.match(low, pos)
    end = match.end() if match else pos + 1
    follows = low[end : end + 1]
    if _CHAIN.match(low, pos):
        return _chunk_end(low, pos)
    if follows and _CLOCK_OR_SCORE.match(low, end):
        return _chunk_end(low, pos)
    if follows.isalpha() and follows <= "\u2e7f":
        hit = lex.after.at(low, end)
        if hit is None:
            return _chunk_end(low, pos)
    if follows == "-" and end + 1 < len(low) and low[end + 1].isalpha():
        if lex.after.at(low, end + 1) is None and lex.after.at(low, end) is None:
            return _chunk_end(low, pos)
    if _is_blocker_before(low, pos, lex):
        return _chunk_end(low, pos)
    return 0


def _is_title(text: str, low: str, pos: int) -> bool:
    """Tell whether quotes hold the digits alone: a title, not a count."""
    match = RUN.match(low, pos)
    return match is not None and low[match.end() : match.end() + 1] in tuple("\"»”“'")


def is_name_part(text: str, start: int, end: int, sentence: int) -> bool:
    """Tell whether a number without a unit belongs to a name ("Hotel 101", "Group of Seven")."""
    if text[start].isupper() and start > sentence:
        return True
    at = start
    while at > 0 and text[at - 1] in " \u00a0":
        at -= 1
    begin = at
    while begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in "-&'’"):
        begin -= 1
    word = text[begin:at]
    if not word or text[at:start] == "":
        return False
    if sum(char.isupper() for char in word) > 1 or any(char.isdecimal() for char in word[-1:]):
        return True
    return word[0].isupper() and begin > sentence


def _chunk_end(low: str, pos: int) -> int:
    match = _CHUNK.match(low, pos, pos + 200)
    return match.end() if match else pos + 1


def _is_unit_before(low: str, pos: int, lex: Lexicon) -> bool:
    hit = lex.before.before(low, pos)
    return hit is not None and any(kind == "unit" for kind, _ in hit[1])


def _is_blocker_before(low: str, pos: int, lex: Lexicon) -> bool:
    hit = lex.before.before(low, left(low, pos))
    return hit is not None and any(kind == "blocker" for kind, _ in hit[1])
