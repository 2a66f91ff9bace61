"""Seas, straits and the like in running text, by the word for their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .cues import ends_so, is_cue, listed, listed_languages
from .words import SPACES, Word, runs, words_in

__all__ = ["find_waters"]

_MOST: Final = 4
_SURE: Final = 2
_SENTENCE: Final = re.compile(r"(?:^|[.!?…:;\n–—«\"“(])\s*$")


def find_waters(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where a text names seas, gulfs, straits and peninsulas, the word for them included.

    Examples:
        >>> text = "From the Black Sea to the Gulf of Riga."
        >>> [text[slice(*place)] for place in find_waters(text, "en")]
        ['Black Sea', 'Gulf of Riga']
    """
    if not any(language in listed_languages(one) for one in ("waters", "low_waters")):
        return
    words = words_in(text)
    for first, last in runs(text, words):
        place = (
            _ending(text, words, first, last, language)
            or _beginning(text, words, first, last, language)
            or _low(text, words, first, last, language)
        )
        if place is not None:
            yield words[place[0]].start, words[place[1] - 1].end


def _ending(
    text: str, words: Sequence[Word], first: int, last: int, language: str
) -> tuple[int, int] | None:
    """Return a run that ends with the word for a kind: "Red Sea"."""
    if not is_cue(words[last - 1].text, "waters", language):
        return None
    while first < last and is_cue(words[first].text, "leads", language):
        first += 1
    start = words[first].start
    begins = _SENTENCE.search(text, max(0, start - 4), start) is not None
    if begins and last - first > _SURE and not listed("articles_alone", language):
        return None  # its first word may be any: "Gemiler Marmara Denizi …"
    return (first, last) if 1 < last - first <= _MOST else None


def _beginning(
    text: str, words: Sequence[Word], first: int, last: int, language: str
) -> tuple[int, int] | None:
    """Return a name that goes on behind the word for its kind: "Gulf of Riga"."""
    if not is_cue(words[last - 1].text, "waters_of", language) or last + 1 >= len(words):
        return None
    joint = words[last]
    end = last + 1
    while end < len(words) and end - last <= _MOST and words[end].is_capital:
        if text[words[end - 1].end : words[end].start] not in SPACES:
            break
        end += 1
    is_joined = is_cue(joint.text, "of_waters", language)
    is_joined = is_joined and text[words[last - 1].end : joint.start] in SPACES
    return (last - 1, end) if is_joined and end > last + 1 else None


def _low(
    text: str, words: Sequence[Word], first: int, last: int, language: str
) -> tuple[int, int] | None:
    """Return a name with the word for its kind in lower case: "Карское море"."""
    if last >= len(words) or not is_cue(words[last].text, "low_waters", language):
        return None
    word = words[last - 1]
    if text[word.end : words[last].start] not in SPACES or words[last].is_capital:
        return None
    if _SENTENCE.search(text, max(0, word.start - 4), word.start):
        return None  # any word begins a sentence with a capital
    is_named = language not in listed_languages("adjectives")
    is_named = is_named or ends_so(word.text, "adjectives", language)
    return (last - 1, last + 1) if is_named else None
