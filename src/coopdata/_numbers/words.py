"""The number words that stand in a row: where each begins, what joins them, where the row ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from .._lexicon.dictionary import Hit
from .._lexicon.language import Lexicon
from .._text.words import LAST_SPACED, WORD
from .compounds import Morpheme, compound

__all__ = ["gap_at", "is_hung", "pieces", "row_end", "stands_bare"]

#: What a number word may be only behind another, where it has several roles.
_FOLLOWING: Final = frozenset({"denominator", "fraction", "multiplier", "part", "whole"})
#: What a word of several is that is taken word by word behind another number word.
_SPLIT: Final = frozenset({"cardinal", "last", "multiplier", "other", "weak"})
#: The longest compound that is looked into.
_COMPOUND: Final = 256
#: How many number words are passed over behind one that is not understood.
_ROW: Final = 64
#: What hangs more of a word on a number word: a hyphen, and every apostrophe.
_HANGING: Final = frozenset("-'\u2019\u02bc\u02bb\uff07")


def pieces(low: str, pos: int, lex: Lexicon, following: bool) -> Iterator[Morpheme]:
    """Yield the number words that begin at `pos` and touch: one, or a compound's several."""
    hit = lex.numerals.at(low, pos)
    if lex.compounds:
        match = WORD.match(low, pos, pos + _COMPOUND)
        if match is not None and (hit is None or hit[0] < match.end()):
            parts = compound(match.group(), lex, 0 if hit is None else hit[0] - pos)
            if parts is not None:
                for end, role, value in parts:
                    yield pos + end, role, value
                return
    if hit is None:
        return
    end, rows = hit
    if following and rows[0][0] in _SPLIT and " " in low[pos:end]:
        first = low.find(" ", pos, end)  # "yüz bir milyon", where "bir milyon" is a word
        alone, rest = lex.numerals.rows.get(low[pos:first]), lex.numerals.at(low, first + 1)
        is_two = rest is not None and (rows[0][0] == "other" or "multiplier" in rest[1].by_kind)
        if is_two and alone is not None and not _SPLIT.isdisjoint(alone.by_kind):
            end, rows = first, alone  # but "cent soixante et onze", of which one word is 71
    role, value = rows[0]
    if len(rows) > 1:
        wanted = [row for row in rows if (row[0] in _FOLLOWING) == following]
        role, value = wanted[0] if wanted else rows[0]
    yield end, role, value


def gap_at(low: str, end: int, lex: Lexicon) -> tuple[int | None, bool]:
    """Return where the next number word may begin, and whether a linking word stands before it."""
    size = len(low)
    at = end
    if at < size and low[at] in " -":
        at += 1
    elif at >= size or low[at] <= LAST_SPACED:
        return None, False
    for link in lex.links:
        if low.startswith(link, at) and not _is_part(lex.numerals.at(low, at)):
            return at + len(link), True
    return at, False


def _is_part(hit: Hit | None) -> bool:
    """Tell "two and a half" from "two hundred and one"."""
    return hit is not None and "part" in hit[1].by_kind


def is_hung(low: str, stop: int) -> bool:
    """Tell "two two-door cars" and "дзевяць сем'яў", where what follows is no number or a kind."""
    return low[stop : stop + 1] in _HANGING and low[stop + 1 : stop + 2].isalpha()


def row_end(low: str, at: int, lex: Lexicon) -> int:
    """Return where a row of number words ends, of which the last that was read ends at `at`."""
    end = at
    for _ in range(_ROW):
        gap = gap_at(low, end, lex)[0]
        stops = [] if gap is None else [stop for stop, _, _ in pieces(low, gap, lex, True)]
        if not stops:
            break
        end = stops[-1]
    return end


@lru_cache(maxsize=32)
def stands_bare(lex: Lexicon) -> bool:
    """Tell whether the hundred is said without a one, and so the thousand ("milyon bin yüz")."""
    bare = {("cardinal", "100"), ("multiplier", "100")}
    return any(bare.issubset(rows) for rows in lex.numerals.rows.values())
