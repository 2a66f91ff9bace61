"""The pattern of one unit: how to print, and what a language or CLDR has for it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple

from .. import units
from .._fixed import Fixed
from ..cldr import data
from .nouns import noun, stand_in
from .numbers import Core
from .words import Words

__all__ = [
    "LENGTHS",
    "NBSP",
    "Part",
    "Setting",
    "category_of",
    "cldr_pattern",
    "money_name",
    "pattern_of",
]

LENGTHS: Final = ("short", "long", "narrow")
NBSP: Final = "\u00a0"
_NO_NOUNS: Final = Fixed[str, Mapping[str, str]]({})


class Part(NamedTuple):
    """One factor of a unit: a curated name, or somebody's own with the texts to print for it."""

    name: str
    power: Any
    own_long: str = ""
    own_short: str = ""


class Setting(NamedTuple):
    """How to print: the locale's id, its words, the length, and what a hedge demands.

    A hedge is set before the number, inside what stands before that ("연간 약 5대"), and may ask
    for a case. `own` has the nouns of units of somebody's own.
    """

    name: str
    words: Words | None
    length: str
    compact: bool = False
    case: str = ""
    hedge: str = ""
    own: Mapping[str, Mapping[str, str]] = _NO_NOUNS


def category_of(core: Core, setting: Setting) -> str:
    if setting.case == "genitive" and setting.words is not None:
        return setting.words.genitive.get(core.category, core.category)
    return core.category


def pattern_of(name: str, category: str, setting: Setting, value: Decimal) -> str:
    """Return the pattern of one unit in one plural category of the locale, for a value."""
    forms = setting.own.get(name)
    if forms is not None:
        return forms.get(category) or forms["other"]
    own = noun(name, category, setting.words, setting.length)
    if own:
        return own
    if name in units.CLDR_ID:
        found = cldr_pattern(setting.name, units.CLDR_ID[name], setting.length, category)
        if found:
            return found
    return stand_in(name, setting.length, value)


@lru_cache(maxsize=8192)
def cldr_pattern(name: str, cldr_id: str, length: str, category: str) -> str | None:
    """Return CLDR's pattern; Babel would print the id where a length is missing.

    A pattern that is a word alone (Arabic says "a minute" for 1) gives way to one with the number,
    which 1.0, "more than 1" and "1–2" need.
    """
    found = data(name)
    lengths = (length, *(each for each in LENGTHS if each != length))
    for each in lengths:
        patterns = found.tree("unit_patterns", cldr_id, each)
        for key in (category, "other", *patterns):
            if key != "per" and "{0}" in patterns.get(key, ""):
                return str(patterns[key])
    return None


def money_name(code: str, category: str, setting: Setting) -> str:
    found = data(setting.name)
    names = found.tree("currency_names_plural", code)
    return str(
        names.get(category) or names.get("other") or found.tree("currency_names").get(code, code)
    )
