"""What makes two writings of a name equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from .._text.fold import BIDI_MARKS, lower

__all__ = ["name_key", "word_key"]

_APOSTROPHES: Final = "'`\u00b4\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032\uff07"
_DROPPED: Final = BIDI_MARKS + "\u00ad\u200b\u200c\u200d\u2060"
#: What has no mark to lose, and is written with plain letters all the same.
_LETTERS: Final[dict[str, str]] = dict(
    zip("ßæœþøłđðıəħŋё", ("ss", "ae", "oe", "th", *"olddiehnе"), strict=True)
)
_SILENT: Final = re.compile(f"[{_APOSTROPHES}{_DROPPED}]")
_LATIN_OR_GREEK: Final = re.compile(r"[a-zα-ω]")
#: Marks that stay on a letter only where Unicode has both as one letter.
_MARKS: Final = re.compile("[\u0300-\u036f]")
_INITIALS: Final = re.compile(r"(?<!\w)\w(?:\.\s*\w(?!\w))+")
_MIXED: Final = re.compile(r"[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]")


class _Folded(dict[int, str]):
    """A translation table that fills itself, bounded by what Unicode can hold."""

    def __missing__(self, code: int) -> str:
        found = _folded(chr(code))
        if len(self) < 16384:
            self[code] = found
        return found


def _folded(char: str) -> str:
    """Return what one lower-case character is in a key; a space for what parts words."""
    base = unicodedata.normalize("NFD", char)[0]
    if char != base and _LATIN_OR_GREEK.match(base):
        return base
    if char in _LETTERS:
        return _LETTERS[char]
    return char if char.isalnum() or char in ".&+" or unicodedata.category(char)[0] == "M" else " "


_TABLE: Final = _Folded()


def name_key(text: str) -> str:
    """Return that which all writings of a name have in common.

    Case, Latin and Greek marks, the stress of Cyrillic, ё, apostrophes and the full stops of
    initials make no difference; quotation marks, dashes and commas are as good as a space. Letters
    with a sound of their own stay (й, ў, ї). A word of look-alikes, Latin letters next to Cyrillic
    or Greek ones, has no key, and so has no text with such a word: it is empty.

    Examples:
        >>> name_key("«Côte\u00a0d’Ivoire»"), name_key("U.S.A."), name_key("Гвинея-Бисау")
        ('cote divoire', 'usa', 'гвинея бисау')
        >>> name_key("Pоссия")
        ''
    """
    if text.isascii():
        low = text.lower().replace("'", "").replace("`", "").translate(_TABLE)
    else:
        plain = lower(unicodedata.normalize("NFKC", _SILENT.sub("", text)))
        low = unicodedata.normalize("NFC", _MARKS.sub("", _SILENT.sub("", plain).translate(_TABLE)))
    if "." in low:
        low = _INITIALS.sub(_joined, low).replace(".", " ")
    return "" if _MIXED.search(low) else " ".join(low.split())


@lru_cache(maxsize=8192)
def word_key(word: str) -> str:
    """Return the key of one word or short name, and keep it for the next time."""
    return name_key(word)


def _joined(initials: re.Match[str]) -> str:
    return "".join(initials[0].replace(".", " ").split())
