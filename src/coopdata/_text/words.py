"""What a word is, and those with which a text begins and ends."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LAST_SPACED", "WORD", "first_word", "in_capitals", "last_word"]

#: Scripts beyond this code point (Han, Kana, Hangul) set no spaces, or hang particles on words.
LAST_SPACED: Final = "\u2e7f"
#: A run of letters.
WORD: Final = re.compile(r"[^\W\d_]+")
_LAST_REVERSED: Final = re.compile(r"\.?[^\W\d_]+").match


def first_word(low: str) -> str:
    """Return the letters with which a text begins, if they have case."""
    found = WORD.match(low)
    return found[0] if found is not None and low[0] != low[0].upper() else ""


def in_capitals(word: str) -> bool:
    """Tell a word in capitals, of more than one letter: a code or an abbreviation."""
    return len(word) > 1 and word.isupper()


def last_word(low: str) -> str:
    """Return the letters with which a text ends, a full stop included, if they have case."""
    word = low[low.rfind(" ") + 1 :]
    if not word.isalpha():
        found = _LAST_REVERSED(low[::-1])
        if found is None:
            return ""
        word = low[len(low) - found.end() :]
    return word if word[0] != word[0].upper() else ""
