"""Names that are known, found again: alone or in running text, in any of their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .._text.words import LAST_SPACED
from .forms import agrees, base_forms, declined
from .key import name_key

__all__ = ["KnownNames"]

#: A word; the English "'s" is none of it.
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’ʼ.&+](?!s\b)[^\W_]+)*")
_MOST_WORDS: Final = 12
_APOSTROPHE: Final = re.compile("['’ʼ]")


class KnownNames:
    """The names of some things, by the key of their words.

    Args:
        names: Each name with the id of what it names; a name may be that of several.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_key: dict[str, dict[str, None]] = {}
        #: The names of several words by the first; true where one is written in lower case.
        self._by_first: dict[str, dict[tuple[str, ...], bool]] = {}
        unspaced: dict[str, str] = {}
        for name, one in names:
            key = name_key(name)
            if not key:
                continue
            self._by_key.setdefault(key, {})[one] = None
            if key[-1] > LAST_SPACED:
                unspaced[name.strip()] = key
            else:
                words = tuple(key.split())
                alike = self._by_first.setdefault(words[0], {})
                alike[words] = alike.get(words, False) or name.strip()[:1].islower()
        longest_first = sorted(unspaced, key=lambda name: (-len(name), name))
        self._unspaced = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        self._keys = unspaced

    def ids(self, text: str) -> tuple[str, ...]:
        """Return what a text names as a whole: as it stands, else as a form of a known name."""
        key = name_key(text)
        if key in self._by_key:
            return tuple(self._by_key[key])
        words = key.split()[: _MOST_WORDS + 1]
        found: dict[str, None] = {}
        for language in declined():
            for known in self._candidates(words[0], language) if words else ():
                if agrees(words, known, language):
                    found.update(self._by_key[" ".join(known)])
        return tuple(found)

    def find(self, text: str, language: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield where names stand in a text, the longest at each place, with what they name.

        A name that is written with a capital is found only where it has one.
        """
        found = sorted((*self._spaced(text, language), *self._cjk(text)))
        end = 0
        for start, stop, ids in found:
            if start >= end:
                yield start, stop, ids
                end = stop

    def _cjk(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        for match in self._unspaced.finditer(text) if self._keys else ():
            yield match.start(), match.end(), tuple(self._by_key[self._keys[match[0]]])

    def _spaced(self, text: str, language: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        words = [(one.start(), one.end(), one[0]) for one in _WORD.finditer(text)]
        keys = [name_key(word) for _, _, word in words]
        at = 0
        while at < len(words):
            size, ids, last = self._longest(text, words, keys, at, language)
            if size:
                start, _, word = words[at + size - 1]
                yield words[at][0], start + len(_bare(word, last)), ids
            at += size or 1

    def _longest(
        self,
        text: str,
        words: list[tuple[int, int, str]],
        keys: list[str],
        at: int,
        language: str,
    ) -> tuple[int, tuple[str, ...], str]:
        """Return how many words from a place are a name, whose, and its last; nought of none."""
        is_lower = words[at][2][0].islower()
        best: tuple[int, tuple[str, ...], str] = 0, (), ""
        for known in self._candidates(keys[at].split()[0], language) if keys[at] else ():
            if is_lower and not self._by_first[known[0]][known]:
                continue
            size, held = 0, 0
            while held < len(known) and at + size < len(words):
                held += len(keys[at + size].split())
                size += 1
            here = " ".join(keys[at : at + size]).split()
            if size > best[0] and agrees(here, known, language) and _is_one(text, words, at, size):
                best = size, tuple(self._by_key[" ".join(known)]), known[-1]
        return best

    def _candidates(self, first: str, language: str) -> Iterator[tuple[str, ...]]:
        yield from self._by_first.get(first, ())
        for base, _ in base_forms(first, language):
            yield from self._by_first.get(base, ())


def _is_one(text: str, words: list[tuple[int, int, str]], at: int, size: int) -> bool:
    """Tell whether nothing but spaces, dashes and quotation marks stands between some words."""
    between = (text[words[at + n][1] : words[at + n + 1][0]] for n in range(size - 1))
    return all(len(gap) <= 3 and not set(gap) & set(",;:!?()\n") for gap in between)


def _bare(word: str, last: str) -> str:
    """Return a word without the ending that an apostrophe parts from the name ("Türkiye'de")."""
    cut = _APOSTROPHE.split(word)[0]
    return cut if cut != word and name_key(cut) == last else word
