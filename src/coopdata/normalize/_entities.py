"""Names of organisations, people and places, parted from the words that only accompany them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal

from .. import _shipped, cldr
from .._lexicon.language import language_of
from .._names import places
from .._names.key import name_key
from .._names.places import PlaceName
from .._names.records import QUOTES
from .._text.fold import fold
from .._text.outer import reads_bare
from .._text.words import LAST_SPACED
from ..errors import AmbiguousTextError, UnreadableTextError

__all__ = ["PlaceName", "place"]

_LONGEST: Final = 300
#: Unicode categories that no name of a place has: pictures, private and unassigned characters.
_FIRST_PICTURE: Final = "\u20ff"
_NO_LETTERS: Final = frozenset({"So", "Co", "Cn", "Cs"})

Table = Mapping[str, list[str]]


@reads_bare
def place(text: str, *, locale: str, ambiguous: str | None = None) -> PlaceName:
    """Say which country, region or town a text names, in any of its forms.

    Args:
        text: The name, with or without a preposition and the word for its kind.
        locale: CLDR locale id the text is written in; ``und`` where the language is not known.
        ambiguous: ``"first"`` takes the first of several places instead of raising.

    Returns:
        The place. One that is not known has its name, parted from the word for its kind, and the
        level that the word says; no code.

    Raises:
        UnreadableTextError: no name, or one with look-alike letters of two scripts.
        AmbiguousTextError: several places have the name, or two are named; they are `candidates`.

    Examples:
        >>> place("Республики Беларусь", locale="ru").code
        'BY'
        >>> kostanay = place("г. Костанай", locale="ru")
        >>> kostanay.name, kostanay.level, kostanay.region, kostanay.known
        ('Костанай', 'town', 'KZ-39', 'Kostanay')
        >>> place("Kursk Oblast", locale="en").code
        'RU-KRS'
    """
    found = _places(text, locale)
    if len(found) > 1 and ambiguous != "first":
        raise AmbiguousTextError(text, locale, 0, "pass ambiguous='first'", found)
    return next(iter(found))


@lru_cache(maxsize=8192)
def _places(text: str, locale: str) -> tuple[PlaceName, ...]:
    """Return the places that a text may name; one that is not known by its name alone."""
    whole = _plain(text, locale)
    if not name_key(whole) or any(map(_is_picture, whole)):
        raise UnreadableTextError(text, locale, 0, "a name in the letters of one script")
    locale_id = cldr.locale_id(locale)
    found = places.read(whole, locale_id, language_of(locale_id))
    if not found and places.is_kind(whole):
        raise UnreadableTextError(text, locale, 0, "a name beside the word for its kind")
    return found or (_unknown_place(whole, locale),)


def _is_picture(char: str) -> bool:
    return char > _FIRST_PICTURE and unicodedata.category(char) in _NO_LETTERS


def _unknown_place(whole: str, locale: str) -> PlaceName:
    """Part a name from the word for its kind, unless the word may be part of the name."""
    levels: tuple[Literal["town"], Literal["region"]] = ("town", "region")
    for level in levels:
        bare, form = _parted(whole, locale, _forms(f"places.{level}", locale))
        is_part = form and (
            form > LAST_SPACED or (level == "town" and form[0].isupper() and whole.endswith(form))
        )
        if form and not is_part:
            return PlaceName(name=bare, level=level)
    return PlaceName(name=whole)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return _shipped.tree("names.json")


def _forms(section: str, locale: str) -> list[str]:
    """Return the forms of the locale's language, then the international ones."""
    table = _tables()[section]
    language = language_of(cldr.locale_id(locale))
    return [*table.get(language, ()), *(table["en"] if language != "en" else ())]


def _plain(text: str, locale: str) -> str:
    """Return the text with single spaces and without the quotes around it."""
    plain = " ".join(unicodedata.normalize("NFC", text[: _LONGEST + 1]).split())
    if not any(char.isalpha() for char in plain) or len(text) > _LONGEST:
        raise UnreadableTextError(text, locale, 0, "a name")
    return _unquoted(plain)


def _unquoted(text: str) -> str:
    inner = text.strip(QUOTES + " ,")
    return (
        inner
        if inner and not any(quote in inner for quote in "«»„“”《》「」")
        else text.strip(" ,")
    )


def _parted(text: str, locale: str, forms: list[str]) -> tuple[str, str]:
    """Return the name proper and the form that stood before or behind it."""
    whole = _plain(text, locale)
    low = fold(whole)
    if len(low) != len(whole):
        return whole, ""
    for form in forms:
        for start, end in ((0, len(form)), (len(low) - len(form), len(low))):
            end += low.startswith(".", end)
            behind = start > 0
            if behind and low.endswith(form + "."):
                start, end = start - 1, len(low)
            if low[start:end].rstrip(".") != form or not _is_apart(low, start, end):
                continue
            rest = whole[end:] if not behind else whole[:start]
            name = _unquoted(rest.strip(" ,"))
            if name:
                return name, whole[start:end]
    return whole, ""


def _is_apart(low: str, start: int, end: int) -> bool:
    """Tell whether the form is a word of its own, or in a script that sets none apart."""
    if low[start] > LAST_SPACED:
        return True
    before = low[start - 1] if start > 0 else " "
    behind = low[end] if end < len(low) else " "
    return not before.isalnum() and not behind.isalnum()
