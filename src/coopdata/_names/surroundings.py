"""What stands around the names of a text that nothing of their own gives away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ..model import NameKind, NameMention
from . import gazetteer
from .cues import is_cue
from .key import word_key
from .places import read_key
from .words import Word, words_in

__all__ = [
    "MIXED",
    "MOST",
    "NUMBERED",
    "SCOTTISH",
    "SHORTEST",
    "Hint",
    "Surroundings",
    "has_nouns",
    "hint_of",
    "is_beside",
    "is_human",
    "is_latin",
    "is_place",
    "is_thing",
    "surroundings",
]

_OPENING: Final = '«„“"'
MOST: Final = 3
MIXED: Final = re.compile(r"[^\W\d_]*[a-zа-яёіў][A-ZА-ЯЁІЎ]|[A-ZА-ЯЁІЎ]{2,}[a-zа-яёіў]{2,}")
#: A capital within is no sign where a name of people is made so.
SCOTTISH: Final = re.compile(r"(?:Mac|Mc|De|Di|Du|La|Le|Fitz|Van)[A-Z][a-z]+$")
_SENTENCE: Final = re.compile(r"(?:^|[.!?…:;\n–—«\"“(])\s*$")
SHORTEST: Final = 3
#: Behind the word for a part of something: "Schedule 2", "Eq. (7)".
NUMBERED: Final = re.compile(r"\.?[ \u00a0-]?[(#№]?(?:No\.? ?)?[\dIVX]")


class Hint(NamedTuple):
    """Where a name stands, what it is of, and what shows it."""

    start: int
    end: int
    kind: NameKind
    why: str


class Surroundings(NamedTuple):
    """A text, its words, and which of its characters stand in names already."""

    text: str
    locale: str
    language: str
    words: Sequence[Word]
    kinds: Sequence[NameKind | None]
    #: Whether its ordinary words are in Cyrillic letters.
    is_cyrillic: bool

    def is_free(self, first: int, last: int) -> bool:
        return not any(self.kinds[self.words[first].start : self.words[last - 1].end])

    def before(self, at: int) -> Word | None:
        """Return the word right before one, quotation marks and "the" left out."""
        while at:
            at -= 1
            gap = self.text[self.words[at].last : self.words[at + 1].start]
            if gap.strip(" \u00a0" + _OPENING):
                return None
            if not is_cue(self.words[at].text, "articles_alone", self.language):
                return self.words[at]
        return None

    def behind(self, at: int, end: int) -> Word | None:
        """Return the word right behind the place where a name ends."""
        if at >= len(self.words) or self.text[end : self.words[at].start].strip(' \u00a0»“”"'):
            return None
        return self.words[at]

    def begins(self, start: int) -> bool:
        """Tell whether a sentence begins where a name does."""
        return _SENTENCE.search(self.text, max(0, start - 4), start) is not None

    def has_end(self, word: Word | None, name: str) -> bool:
        return word is not None and not word.is_capital and is_cue(word.text, name, self.language)


def surroundings(text: str, locale: str, found: Sequence[NameMention]) -> Surroundings:
    kinds: list[NameKind | None] = [None] * len(text)
    for one in found:
        named: list[NameKind | None] = [one.kind or "organisation"]
        kinds[one.span.start : one.span.end] = named * len(one.span)
    words = words_in(text)
    is_cyrillic = any(not word.is_capital and not is_latin(word.text) for word in words)
    return Surroundings(text, locale, locale.partition("_")[0], words, kinds, is_cyrillic)


def is_latin(word: str) -> bool:
    return word[0] < "\u0370"


def has_nouns(here: Surroundings) -> bool:
    """Tell whether the language writes all nouns with a capital."""
    return here.language in gazetteer.kinds().capitalised


def is_human(word: str) -> bool:
    return (
        len(word) > 1
        and word.replace("-", "").replace("'", "").replace("’", "").isalpha()
        and (SCOTTISH.match(word) is not None or not MIXED.match(word))
        and not word.isupper()
    )


def hint_of(words: Sequence[Word], kind: NameKind, why: str) -> Hint:
    return Hint(words[0].start, words[-1].end, kind, why)


def is_beside(here: Surroundings, first: int, last: int, kind: NameKind) -> bool:
    """Tell whether a name of a kind stands before a name or behind it, joined by "and"."""
    for at, other in ((first - 1, first - 2), (last, last + 1)):
        if not 0 <= min(at, other) <= max(at, other) < len(here.words):
            continue
        is_joined = is_cue(here.words[at].text, "ands", here.language)
        left, right = sorted((at, other))
        gap = here.text[here.words[left].last : here.words[right].start]
        if is_joined and len(gap) < SHORTEST and here.kinds[here.words[other].start] == kind:
            return True
    if first:
        other_word = here.words[first - 1]
        gap = here.text[other_word.last : here.words[first].start]
        if gap.strip('»”“"«„') == ", " and here.kinds[other_word.start] == kind:
            return kind == "organisation" and _is_listing(here, last)
    end = here.words[last - 1].end
    if last < len(here.words) and here.kinds[here.words[last].start] == kind:
        gap = here.text[end : here.words[last].start]
        return kind == "organisation" and gap.strip('»”“"«„') == ", "
    return False


def _is_listing(here: Surroundings, last: int) -> bool:
    return last < len(here.words) and is_cue(here.words[last].text, "ands", here.language)


def is_thing(text: str, start: int, end: int) -> bool:
    """Tell whether a number stands beside a name, as with models, codes, and versions."""
    before = text[max(0, start - 2) : start].rstrip()
    return before[-1:].isdigit() or NUMBERED.match(text, end) is not None


def is_place(here: Surroundings, name: str) -> bool:
    names = gazetteer.country_names(here.locale, here.language)
    return bool(read_key(word_key(name), names, adjectives=True))
