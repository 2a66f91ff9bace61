"""The words of running text, and the runs with capitals among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from .._text.words import LAST_SPACED

__all__ = ["COMPOUND", "INITIAL", "SPACES", "TOKEN", "Word", "is_headline", "runs", "words_in"]

#: Two letters that stand for one of another alphabet, as initials do.
_DIGRAPHS: Final = "Дж|Дз|Ch|Sh|Zh|Kh|Yu|Ya|Th"
TOKEN: Final = re.compile(
    rf"(?:(?:{_DIGRAPHS}|[^\W\d_])\.){{1,4}}"
    r"|[^\W\d_][^\W_]{0,40}(?:['’ʼ\-\u2010\u2011][^\W_]{1,40}){0,4}|[&/]"
)
#: "Reading-based", "Seoul-listed".
COMPOUND: Final = re.compile(r"-[a-z]+ed$")
INITIAL: Final = re.compile(rf"(?:(?:{_DIGRAPHS}|[^\W\d_])\.){{1,3}}")
#: What may stand between two words of one name.
SPACES: Final = frozenset({" ", "\u00a0"})
_TAIL: Final = re.compile(r"['’ʼ](?:s|[^\W\d_A-ZА-ЯЁ]{1,6})$")
_MOST: Final = 8
_HEADLINE: Final = 0.85
_LONG: Final = 3


class Word(NamedTuple):
    """A word of a text, without the ending that an apostrophe parts from it."""

    start: int
    end: int
    text: str
    #: Where the next word may begin: behind the ending.
    last: int

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words_in(text: str) -> list[Word]:
    """Return the words of a text that begin with a letter."""
    found = []
    for match in TOKEN.finditer(text):
        tail = _TAIL.search(match[0])
        end = match.start() + tail.start() if tail else match.end()
        found.append(Word(match.start(), end, text[match.start() : end], match.end()))
    return found


def runs(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last but one of the words with capitals that stand together."""
    first = 0
    while first < len(words):
        if not words[first].is_capital or words[first].text[0] > LAST_SPACED:
            first += 1
            continue
        last = first + 1
        while last < len(words) and last - first < _MOST and _joined(text, words, last):
            last += 1
        while words[last - 1].text == "&":
            last -= 1
        yield first, last
        first = last


def _joined(text: str, words: Sequence[Word], at: int) -> bool:
    before, word = words[at - 1], words[at]
    gap = text[before.end : word.start]
    is_one = gap in SPACES or (gap == "" and INITIAL.fullmatch(before.text) is not None)
    return is_one and (word.is_capital or word.text == "&")


def is_headline(words: Sequence[Word]) -> bool:
    """Tell whether most words of a text have a capital, so that none tells anything."""
    long = [word for word in words if len(word.text) >= _LONG]
    return len(long) > _LONG and sum(word.is_capital for word in long) > _HEADLINE * len(long)
