"""The places of a text where a number or a period can begin, found in one cheap pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from .._calendar import language
from .._calendar.anywhere import date_openers
from .._lexicon.language import Lexicon
from .._lexicon.memory import remembered
from .._numbers.figures import VULGAR
from .._text.words import LAST_SPACED, WORD

__all__ = ["EITHER", "NUMBER", "PERIOD", "Finder", "finder"]

_SIGNS: Final = "".join(VULGAR)
#: What can begin at a place.
NUMBER: Final = 1
PERIOD: Final = 2
EITHER: Final = NUMBER | PERIOD

#: Opening words, each with the words of which one must follow; `None` where any may.
Openers: TypeAlias = "Mapping[str, frozenset[str] | None]"

_DIGITS: Final = re.compile(rf"[\d{_SIGNS}]\d*[{_SIGNS}]?")
#: A word that more words than this may follow is looked for without them.
_FEW: Final = 2
#: How many distinct tokens a finder remembers.
_MEMORY: Final = 200_000
#: How much of a token without spaces is looked into.
_LONGEST: Final = 256
#: Letters with an apostrophe between them, which are one word ("п'ять", "to'rt").
_APOSTROPHIC: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)+")
#: The longest number word with which a compound may begin ("einundzwanzigtausend").
_OPENING: Final = 24


class Finder:
    """Finds where numbers and periods can begin in one language.

    Digits are found by one expression. Words are found by way of the text's distinct tokens: those
    not met before are looked into once and remembered, so that a long text costs one split and a
    few set operations. A word that opens nothing alone ("a" of "a million", "a year earlier")
    counts only where the text has one of the words with which its phrases go on, and is looked for
    together with that. A language that does not space its words is searched by first characters.
    """

    __slots__ = (
        "_alone",
        "_compounds",
        "_known",
        "_leading",
        "_memory",
        "_numerals",
        "_openers",
    )

    def __init__(self, lex: Lexicon, periods: Openers) -> None:
        numbers = lex.openers
        self._numerals = lex.numerals
        self._alone: dict[str, int] = {}
        self._leading: dict[str, list[tuple[frozenset[str], int]]] = {}
        for flag, openers in ((NUMBER, numbers), (PERIOD, periods)):
            for word, others in openers.items():
                if others is None:
                    self._alone[word] = self._alone.get(word, 0) | flag
                else:
                    self._leading.setdefault(word, []).append((others, flag))
        following = (others for pairs in self._leading.values() for others, _ in pairs)
        self._known = {*self._alone, *self._leading}.union(*following)
        self._compounds = lex.compounds
        # The tokens met so far, and the opening words of those that have any.
        self._memory: tuple[set[str], dict[str, tuple[str, ...]]] = set(), {}
        starts = "" if lex.spaced else "".join(sorted({word[0] for word in (*numbers, *periods)}))
        self._openers = (
            None if lex.spaced else re.compile(rf"{_DIGITS.pattern}|[{re.escape(starts)}]")
        )

    def places(self, low: str) -> list[tuple[int, int]]:
        """Return the places where a number or a period may begin, in order, each with its flags."""
        if self._openers is not None:
            return [(match.start(), EITHER) for match in self._openers.finditer(low)]
        places = [(match.start(), EITHER) for match in _DIGITS.finditer(low)]
        present = self._present(low)
        if present:
            found: dict[int, int] = {}
            for word in present & self._alone.keys():
                self._find(low, word, ("",), self._alone[word], found)
            for word in present & self._leading.keys():
                for others, flag in self._leading[word]:
                    following = tuple(others & present)
                    if len(following) > _FEW:
                        self._find(low, f"{word} ", following, flag, found)
                    else:
                        for other in following:
                            self._find(low, f"{word} {other}", ("",), flag, found)
            places += found.items()
            places.sort()
        return places

    def _find(
        self, low: str, words: str, following: tuple[str, ...], flag: int, found: dict[int, int]
    ) -> None:
        """Add the places where opening words stand that are not parts of other words.

        Behind `words` one of `following` must stand, which is nothing where they are complete.
        """
        size = len(words)
        find = low.find
        at = find(words)
        while at >= 0:
            end = at + size
            if low.startswith(following, end):
                before = low[at - 1 : at]
                if not (before.isalpha() and before <= LAST_SPACED) and (
                    self._compounds or _ends_word(low, end, following)
                ):
                    found[at] = found.get(at, 0) | flag
            at = find(words, end)

    def _present(self, low: str) -> set[str]:
        """Return the known words that stand in `low`."""
        seen, hits = self._memory
        tokens = set(low.split())
        for token in tokens - seen:
            found = tuple(word for word in self._openings(token) if self._opens(word))
            if found:
                hits[token] = found
            seen.add(token)
        words: set[str] = set()
        for token in tokens & hits.keys():
            words.update(hits[token])
        if len(seen) > _MEMORY:
            self._memory = set(), {}
        return words

    def _opens(self, word: str) -> bool:
        """Tell whether a word may begin a number or a period; remember one that is composed."""
        if word in self._known:
            return True
        if self._numerals.composed(word) is None:
            return False
        self._alone[word] = NUMBER
        self._known.add(word)
        return True

    def _openings(self, token: str) -> Iterator[str]:
        """Yield the words of a token, and the beginnings of those that may run on."""
        for match in WORD.finditer(token[:_LONGEST]):
            word = match.group()
            yield word
            if self._compounds:
                for end in range(1, min(len(word), _OPENING)):
                    yield word[:end]
        if "'" in token:
            for match in _APOSTROPHIC.finditer(token[:_LONGEST]):
                yield match.group()


def _ends_word(low: str, pos: int, following: tuple[str, ...]) -> bool:
    """Tell whether one of `following` stands at `pos` and no letter behind it."""
    for word in following:
        end = pos + len(word)
        if low.startswith(word, pos) and not low[end : end + 1].isalpha():
            return True
    return False


@remembered
def finder(lex: Lexicon) -> Finder:
    """Return the finder of a locale's words."""
    own = language.lexicon(lex.locale)
    periods: dict[str, frozenset[str] | None] = dict.fromkeys(date_openers(lex.locale))
    periods |= {} if own is None else language.openers(own)
    return Finder(lex, periods)
