"""Classes of words that show what the capitalised words beside them are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from .. import _shipped
from .forms import base_forms, declined
from .key import word_key

__all__ = ["ends_so", "is_cue", "listed", "listed_languages"]

#: In these the words of a class are written in the nominative and found in all forms.
_DECLINED: Final = ("ru", "be", "uk")


@cache
def _tables() -> Mapping[str, Mapping[str, list[str]]]:
    return _shipped.tree("names/cues.json")


@cache
def listed(name: str, language: str) -> frozenset[str]:
    """Return the keys of the words of one class; of all languages where none is known."""
    table = _tables()[name]
    if language in _languages():
        return frozenset(table.get(language, ()))
    return frozenset(word for words in table.values() for word in words)


def listed_languages(name: str) -> frozenset[str]:
    """Return the languages that have words of a class."""
    return frozenset(_tables()[name])


@cache
def _languages() -> frozenset[str]:
    return frozenset(language for table in _tables().values() for language in table)


@lru_cache(maxsize=16384)
def is_cue(word: str, name: str, language: str) -> bool:
    """Tell whether a word, in any of its forms, is of a class.

    Examples:
        >>> is_cue("концерну", "firms", "ru"), is_cue("carmaker", "firms", "en")
        (True, True)
    """
    key, words = word_key(word), listed(name, language)
    if key in words:
        return True
    if language not in _DECLINED or language not in declined():
        return False
    return any(base in words for base, _ in base_forms(key, language))


def ends_so(word: str, name: str, language: str) -> bool:
    """Tell whether a word ends as those of a class do."""
    return word_key(word).endswith(tuple(listed(name, language)))
