"""Which texts may be printed ones, told by their first and last word before anything is read.

Most of what people write begins or ends as no printed text of its locale does: "28 млн долларов"
(the tables have "долларов США" and "канадских долларов"), "$1.5bn". Two look-ups say so, and spare
such a text the tables of Babel and those of `formatting`. What they let through may still be
unprinted. Only letters with case are judged: scripts without it may set words together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from .. import cldr
from .._printing.nouns import printed
from .._printing.rates import forms, phrases
from .._printing.words import words
from .._text.fold import prepared
from .._text.words import first_word, last_word
from ..cldr import NUMBER

__all__ = ["printers"]

_DIGIT: Final = re.compile(r"\d").search
_TAIL_REVERSED: Final = re.compile(r"(?:[^\W\d_]+|[ .])*").match
_GLUED: Final = re.compile(r"[^\W\d_]\u00a4|\u00a4[^\W\d_]").search


class _Ends(NamedTuple):
    """How the printed texts of one locale begin and end, as `prepared` folds them.

    Attributes:
        first: The words that stand before a number in what Babel prints; `None` where any may.
        last: What printed texts end with, by its last word.
        hedges: What `formatting` puts before a quantity that is not exact.
        has_wordless: Whether some texts state their number without digits.
    """

    first: frozenset[str] | None
    last: dict[str, tuple[str, ...]] | None
    hedges: tuple[str, ...]
    has_wordless: bool


def printers(low: str, locale: str) -> tuple[bool, bool]:
    """Tell whether Babel may print a text, and whether `formatting` may.

    Args:
        low: What `prepared` makes of the text without the spaces around it.
        locale: The locale.
    """
    ends = _ends(locale)
    if not ends.has_wordless and _DIGIT(low) is None:
        return False, False
    word = last_word(low)
    if word and ends.last is not None and not low.endswith(ends.last.get(word, ())):
        return False, False
    word = first_word(low)
    if not word or ends.first is None or word in ends.first:
        return True, True
    return False, low.startswith(ends.hedges)


# The ends of a locale's texts -------------------------------------------------------------------


@lru_cache(maxsize=32)
def _ends(locale: str) -> _Ends:
    table = words(locale)
    patterns, names = cldr.texts_around(locale)
    patterns += [pattern for pattern, _ in printed(table)]
    hedges = table.hedges.values() if table else ()
    is_swapped = any(joint[3] for joint in cldr.quotients(locale)[0])
    patterns += [pattern for pattern, _ in chain(phrases(locale), forms(locale))]
    is_glued = any(map(_GLUED, patterns))
    sides = [pattern.partition(NUMBER) for pattern in _prepared(patterns)]
    names = _prepared(names)
    before = [*names, *(left for left, _, _ in sides)]
    after = [*names, *(right or left for left, _, right in sides)]
    after += _prepared(hedge.get("after", "") for hedge in hedges)
    return _Ends(
        first=None if is_glued or is_swapped else frozenset(map(first_word, before)),
        last=None if is_glued else _by_last_word(after),
        hedges=tuple(prepared(hedge["before"]) for hedge in hedges if "before" in hedge),
        has_wordless=any(not number for _, number, _ in sides),
    )


def _prepared(texts: Iterable[str]) -> list[str]:
    whole = prepared("\0".join(texts)).split("\0")
    return [text.strip() for text in whole]


def _by_last_word(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the words with which the texts end, by the last of them; no other signs."""
    matches = (_TAIL_REVERSED(text[::-1]) for text in dict.fromkeys(texts))
    tails = {match[0][::-1].lstrip() for match in matches if match is not None}
    found: dict[str, list[str]] = {}
    for tail in sorted(tails - {""}):
        found.setdefault(last_word(tail), []).append(tail)
    return {word: tuple(ends) for word, ends in found.items()}
