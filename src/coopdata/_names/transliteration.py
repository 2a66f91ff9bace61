"""Words as they sound, whatever the script, and how far two of them are apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from .. import _shipped
from .key import name_key

__all__ = ["distance", "is_alike", "is_cyrillic", "sound"]

_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_SOUNDED: Final = re.compile("[a-zA-Z0-9&]+")
_LONGEST: Final = 60

# What a change of a word costs, and how much of it two writings of one word may have.
_NEAR: Final = 0.2
_SILENT: Final = 0.3
_SWAPPED: Final = 0.6
_FAR: Final = 1.0
_ALLOWED: Final = ((3, 0.2), (5, 0.5), (8, 0.7), (_LONGEST, 1.2))


class _Sounds(NamedTuple):
    pattern: re.Pattern[str]
    by_letters: Mapping[str, str]
    near: frozenset[str]
    silent: frozenset[str]


@cache
def _sounds() -> _Sounds:
    tables = _shipped.tree("names/transliteration.json")
    by_letters = {**tables["cyrillic"], **tables["latin"], **tables["marked"]}
    longest_first = sorted(by_letters, key=len, reverse=True)
    pairs = tables["near"]["pairs"].split()
    return _Sounds(
        re.compile("|".join(map(re.escape, longest_first))),
        by_letters,
        frozenset(pairs) | frozenset(pair[::-1] for pair in pairs),
        frozenset(tables["near"]["silent"]),
    )


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """Return how a word sounds, in one alphabet for Cyrillic and Latin; empty in other scripts.

    Examples:
        >>> sound("Щукин"), sound("Shchukin"), sound("Çavuşoğlu") == sound("Чавушоглу")
        ('Sukin', 'Sukin', True)
    """
    rules = _sounds()
    plain = word.replace("İ", "i").lower().replace("'", "").replace("’", "")
    if not plain.isascii():
        plain = "".join(char if char in rules.by_letters else name_key(char) for char in plain)
    found = rules.pattern.sub(lambda match: rules.by_letters[match[0]], plain)
    return _undoubled(found) if _SOUNDED.fullmatch(found) is not None else ""


def _undoubled(word: str) -> str:
    return "".join(char for at, char in enumerate(word) if at == 0 or char != word[at - 1])


def is_cyrillic(word: str) -> bool:
    """Tell whether a word has a Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


@lru_cache(maxsize=8192)
def distance(one: str, other: str, *, loose: bool) -> float:
    """Return what it costs to turn one word into the other.

    Args:
        one: A word in sounds, or as a key.
        other: Another.
        loose: Whether a change between sounds that writings confuse is cheap.
    """
    if one == other:
        return 0.0
    if max(len(one), len(other)) > _LONGEST:
        return float(_LONGEST)
    rules = _sounds()
    before: list[float] = []
    row = [0.0]
    for char in other:
        row.append(row[-1] + _dropped(char, rules, loose=loose))
    for at, mine in enumerate(one):
        last, row = row, [row[0] + _dropped(mine, rules, loose=loose)]
        for column, theirs in enumerate(other):
            cost = _changed(mine, theirs, rules, loose=loose)
            best = min(
                last[column] + cost,
                last[column + 1] + _dropped(mine, rules, loose=loose),
                row[column] + _dropped(theirs, rules, loose=loose),
            )
            if at and column and mine == other[column - 1] and theirs == one[at - 1]:
                best = min(best, before[column - 1] + _SWAPPED)
            row.append(best)
        before = last
    return row[-1]


def _changed(mine: str, theirs: str, rules: _Sounds, *, loose: bool) -> float:
    if mine == theirs:
        return 0.0
    return _NEAR if loose and mine + theirs in rules.near else _FAR


def _dropped(char: str, rules: _Sounds, *, loose: bool) -> float:
    return _SILENT if loose and char in rules.silent else _FAR


def is_alike(one: str, other: str, *, loose: bool) -> float:
    """Return how alike two words are, 0 to 1; 0 where they are further apart than writings are."""
    cost = distance(one, other, loose=loose)
    size = min(len(one), len(other))
    allowed = next((most for longest, most in _ALLOWED if size <= longest), 0.0)
    return 0.0 if cost > allowed or not size else 1 - cost / max(len(one), len(other))
