"""The forms of names undone: "Беларуси", "Türkiye'de", "서울에서"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from .. import _shipped

__all__ = ["agrees", "base_forms", "declined"]

#: A nominative and the case in which a word stands.
Base = tuple[str, str]

_LONGEST: Final = 40
_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
#: As many syllables differ in the consonant that closes them, the first of which is none.
_CLOSINGS: Final = 28


@cache
def _endings() -> Mapping[str, Mapping[str, list[list[str]]]]:
    """Return language → ending → the nominatives' endings, each with its case and its class."""
    return _shipped.tree("names/declension.json")


def declined() -> tuple[str, ...]:
    """Return the languages whose forms are known."""
    return tuple(_endings())


@cache
def _longest(language: str) -> int:
    return max(map(len, _endings().get(language, ())), default=0)


@lru_cache(maxsize=8192)
def base_forms(word: str, language: str) -> tuple[Base, ...]:
    """Return every nominative that `word` may be a form of, each with the case that makes it so.

    The words are keys (see `name_key`). Most of what is returned is no word at all: look it up.

    Examples:
        >>> ("беларусь", "genitive") in base_forms("беларуси", "ru")
        True
    """
    return tuple(dict.fromkeys(_bases(word, language)))


def _bases(word: str, language: str) -> Iterator[Base]:
    endings = _endings().get(language)
    if endings is None or len(word) > _LONGEST:
        return
    for size in range(min(_longest(language), len(word) - 1), -1, -1):
        stem, ending = word[: len(word) - size], word[len(word) - size :]
        for nominative, case, least, closed in endings.get(ending, ()):
            fits = len(stem) >= int(least) and (not closed or closed == _closed(stem[-1]))
            if fits and nominative != ending:
                yield stem + nominative, case


def _closed(char: str) -> str:
    """Return whether a syllable of Hangul ends in a consonant."""
    code = ord(char)
    if not _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        return ""
    return "closed" if (code - _FIRST_SYLLABLE) % _CLOSINGS else "open"


def agrees(words: Sequence[str], known: Sequence[str], language: str) -> bool:
    """Tell whether `words` are a form of the name `known`: those that differ share one case.

    A word may stay as it is, as appositions do ("Республики Татарстан").
    """
    if len(words) != len(known):
        return False
    cases: set[str] | None = None
    for word, base in zip(words, known, strict=True):
        if word != base:
            found = {case for one, case in base_forms(word, language) if one == base}
            cases = found if cases is None else cases & found
            if not cases:
                return False
    return True
