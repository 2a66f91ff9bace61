"""The places of a text where a number or a period can begin, found in one cheap pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ._fold import lower
from ._lexicon import Lexicon

__all__ = ["candidates", "prepared"]

_DIGITS: Final = re.compile(r"\d+")
_TOKEN_WORDS: Final = re.compile(r"[^\W\d_]+")
#: How many distinct tokens a lexicon remembers as holding no trigger word.
_MEMORY: Final = 200_000
#: Scripts beyond this code point (Han, Kana, Hangul) set no spaces between words.
_SPACED: Final = "\u2e7f"


def prepared(text: str) -> str:
    """Return `text` lower-cased, with plain spaces, one code point to one."""
    low = lower(text)
    for space in "\u00a0\u202f\u2009\t\u2007\u3000":
        if space in low:
            low = low.replace(space, " ")
    return low


def candidates(low: str, lex: Lexicon) -> list[int]:
    """Return the places where a number or a period may begin, in order."""
    if not lex.spaced:
        return [match.start() for match in lex.openers.finditer(low)]
    places = [match.start() for match in _DIGITS.finditer(low)]
    words = _trigger_words(low, lex)
    if words:
        find = low.find
        whole = lex.spaced and not lex.compounds
        for word in words:
            size = len(word)
            at = find(word)
            while at >= 0:
                end = at + size
                if not (at and low[at - 1].isalpha() and low[at - 1] <= _SPACED) and not (
                    whole and low[end : end + 1].isalpha()
                ):
                    places.append(at)
                at = find(word, end)
        places.sort()
    return places


def _trigger_words(low: str, lex: Lexicon) -> set[str]:
    """Return the trigger words that stand in `low`, by way of its distinct tokens."""
    tokens = set(low.split())
    fresh = tokens - lex.seen - lex.hits.keys()
    for token in fresh:
        found = tuple(word for word in _starts(token, lex) if word in lex.triggers)
        if found:
            lex.hits[token] = found
        else:
            lex.seen.add(token)
    if len(lex.seen) > _MEMORY:
        lex.seen.clear()
    if len(lex.hits) > _MEMORY:
        lex.hits.clear()
    words: set[str] = set()
    for token in tokens & lex.hits.keys():
        words.update(lex.hits[token])
    return words


def _starts(token: str, lex: Lexicon) -> Iterator[str]:
    """Yield the words of a token, and the beginnings of those that may run on."""
    for match in _TOKEN_WORDS.finditer(token[:256]):
        word = match.group()
        yield word
        if lex.compounds:
            for end in range(1, min(len(word), 12)):
                yield word[:end]
