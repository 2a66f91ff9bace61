"""Names of places, parted from the words that only accompany them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from attrs import frozen

from .. import _shipped, cldr
from .._fixed import Record
from .._lexicon.language import language_of
from .._text.fold import fold
from .._text.outer import reads_bare
from .._text.words import LAST_SPACED
from ..errors import UnreadableTextError
from . import _names

__all__ = ["PlaceName", "place"]

_LONGEST: Final = 300
_QUOTES: Final = "\"'«»„“”‘’‚‹›「」『』《》〈〉"

Table = Mapping[str, list[str]]


@frozen(kw_only=True)
class PlaceName(Record):
    """A name without the word for its kind.

    Attributes:
        name: As written.
        level: ``country``, ``region``, ``town``; empty where the words do not say.
        country: ISO 3166-1 code of a country that CLDR knows by this name.
    """

    name: str
    level: Literal["country", "region", "town", ""] = ""
    country: str = ""


@reads_bare
def place(text: str, *, locale: str) -> PlaceName:
    """Part a place's name from the word for its kind; a country is known by its CLDR name.

    Examples:
        >>> place("г. Костанай", locale="ru")
        PlaceName(name='Костанай', level='town', country='')
        >>> place("Kursk Oblast", locale="en").level
        'region'
    """
    whole = _plain(text, locale)
    try:
        return PlaceName(
            name=whole, level="country", country=_names.territory(whole, cldr.locale_id(locale))
        )
    except UnreadableTextError:
        pass
    levels: tuple[Literal["town"], Literal["region"]] = ("town", "region")
    for level in levels:
        bare, form = _parted(whole, locale, _forms(f"places.{level}", locale))
        if form:
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
    inner = text.strip(_QUOTES + " ,")
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
