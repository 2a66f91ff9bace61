"""The places of a text where a number or a period can begin, found in one cheap pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from . import _date_lexicon
from ._fold import lower
from ._lexicon import lexicon

__all__ = ["Finder", "finder", "prepared"]

_DIGITS: Final = re.compile(r"\d+")
_TOKEN_WORDS: Final = re.compile(r"[^\W\d_]+")
#: How many distinct tokens a finder remembers.
_MEMORY: Final = 200_000
#: How much of a token without spaces is looked into.
_LONGEST: Final = 256
#: The longest number word with which a compound may begin ("einundzwanzigtausend").
_OPENING: Final = 24
#: Scripts beyond this code point (Han, Kana, Hangul) set no spaces between words.
_SPACED: Final = "\u2e7f"


def prepared(text: str) -> str:
    """Return `text` lower-cased, with plain spaces, one code point to one."""
    low = lower(text)
    for space in "\u00a0\u202f\u2009\t\u2007\u3000":
        if space in low:
            low = low.replace(space, " ")
    return low


class Finder:
    """Finds where numbers and periods can begin in one language.

    Digits are found by one expression. Words are found by way of the text's distinct tokens: those
    not met before are looked into once and remembered, so that a long text costs one split and a
    few set operations. A word that opens nothing alone ("a" of "a million", "a year earlier")
    counts only before the letters with which its phrases go on. A language that does not space its
    words is searched by first characters.
    """

    __slots__ = ("_compounds", "_hits", "_openers", "_seen", "_words")

    def __init__(
        self, words: dict[str, frozenset[str] | None], *, spaced: bool, compounds: bool
    ) -> None:
        self._words = words
        self._compounds = compounds
        self._seen: set[str] = set()
        self._hits: dict[str, tuple[str, ...]] = {}
        starts = "".join(sorted({re.escape(word[0]) for word in words}))
        self._openers = None if spaced else re.compile(rf"\d+|[{starts}]")

    def places(self, low: str) -> list[int]:
        """Return the places where a number or a period may begin, in order."""
        if self._openers is not None:
            return [match.start() for match in self._openers.finditer(low)]
        places = [match.start() for match in _DIGITS.finditer(low)]
        words = self._present(low)
        if words:
            for word in words:
                self._add(low, word, places)
            places.sort()
        return places

    def _add(self, low: str, word: str, places: list[int]) -> None:
        """Add the places of one opening word, where it is a word of its own."""
        letters = self._words[word]
        wanted = word if letters is None else word + " "
        size = len(wanted)
        runs_on = self._compounds or letters is not None
        find = low.find
        at = find(wanted)
        while at >= 0:
            end = at + size
            before = low[at - 1 : at]
            if (
                (letters is None or low[end : end + 2] in letters)
                and not (before.isalpha() and before <= _SPACED)
                and (runs_on or not low[end : end + 1].isalpha())
            ):
                places.append(at)
            at = find(wanted, end)

    def _present(self, low: str) -> set[str]:
        """Return the opening words that stand in `low`."""
        tokens = set(low.split())
        for token in tokens - self._seen - self._hits.keys():
            found = tuple(word for word in self._openings(token) if word in self._words)
            if found:
                self._hits[token] = found
            else:
                self._seen.add(token)
        words: set[str] = set()
        for token in tokens & self._hits.keys():
            words.update(self._hits[token])
        if len(self._seen) + len(self._hits) > _MEMORY:
            self._seen, self._hits = set(), {}
        return words

    def _openings(self, token: str) -> Iterator[str]:
        """Yield the words of a token, and the beginnings of those that may run on."""
        for match in _TOKEN_WORDS.finditer(token[:_LONGEST]):
            word = match.group()
            yield word
            if self._compounds:
                for end in range(1, min(len(word), _OPENING)):
                    yield word[:end]


@lru_cache(maxsize=64)
def finder(locale: str) -> Finder:
    """Return the finder of a locale that has a word list."""
    lex = lexicon(locale)
    periods = _date_lexicon.lexicon(locale)
    words = dict(lex.openers)
    for word in periods.triggers if periods is not None else ():
        letters = None if periods is None else _date_lexicon.second_letters(periods, word)
        known = words.get(word, frozenset())
        words[word] = None if letters is None or known is None else letters | known
    return Finder(words, spaced=lex.spaced, compounds=lex.compounds)
