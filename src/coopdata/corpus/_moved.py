"""Where words that a text no longer has may have gone: the stretch that is most like them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from ..values import Span

__all__ = ["moved_to"]

#: A word, or a character of a script without spaces.
_WORD: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W_\u3040-\u30ff\u3400-\u9fff]+")
#: A word that stands in more places says little of where to look.
_COMMON: Final = 64
#: Longer quotes are looked for by their first words.
_LONGEST: Final = 200
#: So much of both must be the same.
_LIKE: Final = 0.6


def moved_to(text: str, quote: str) -> Span | None:
    """Return the stretch of a text that is most like a quote; nothing where none is like it.

    Each word of the quote that is not too common tells where the quote would begin; where most of
    them agree, the words are compared one by one.
    """
    wanted = [found[0].casefold() for found in _WORD.finditer(quote)][:_LONGEST]
    words, spans, places = _indexed(text)
    told: Counter[int] = Counter()
    width = max(4, len(wanted) // 4)
    for number, word in enumerate(wanted):
        at = places.get(word, ())
        for place in at if len(at) <= _COMMON else ():
            told[(place - number) // width] += 1
    if not told:
        return None
    best = max(told, key=lambda one: (told[one] + told[one + 1], -one))
    first = max(0, (best - 1) * width)
    window = words[first : (best + 3) * width + len(wanted)]
    blocks = SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()
    same = [one for one in blocks if one.size]
    if not same:
        return None
    start, end = same[0].b, same[-1].b + same[-1].size
    if 2 * sum(one.size for one in same) < _LIKE * (len(wanted) + end - start):
        return None
    return Span(start=spans[first + start][0], end=spans[first + end - 1][1])


@lru_cache(maxsize=1)
def _indexed(
    text: str,
) -> tuple[Sequence[str], Sequence[tuple[int, int]], dict[str, Sequence[int]]]:
    """Return the words of a text, their spans, and the places of each word."""
    found = list(_WORD.finditer(text))
    words = [one[0].casefold() for one in found]
    places: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        places[word].append(number)
    return words, [one.span() for one in found], dict(places)
