"""The inverted tables as plain dictionaries, for grammars that walk running text word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ._affixes import NUMBER, Affix, Kind, number_affixes, percent_affixes
from ._cache import Tables
from ._data import LocaleData, data
from ._locales import locale_id
from ._money import currency_texts, money_affixes
from ._units import unit_affixes

__all__ = ["affixes", "digits_in_names", "prefix_words", "suffix_words", "texts_around"]

_RUN: Final = re.compile(r"\d+")
Affixes = dict[tuple[str, str], tuple[Affix, ...]]
Words = dict[str, tuple[Affix, ...]]
_FAMILIES: Final[tuple[Kind, ...]] = ("number", "percent", "money", "unit")


def affixes(locale: str, family: Kind) -> Affixes:
    """Return what stands around numbers of one family, folded, and what it says.

    Args:
        locale: Any spelling that `locale_id` takes.
        family: ``"number"`` (shortened forms too), ``"percent"``, ``"money"`` or ``"unit"``.

    Returns:
        (folded prefix, folded suffix) to affixes. An `Affix` names a unit by its CLDR id and a
        currency by its code. For money, whole amounts in the standard patterns only: the product
        of all patterns and all names is not worth its size.
    """
    return {_cut(pattern): found for pattern, found in _pairs(locale, family) if NUMBER in pattern}


def _cut(pattern: str) -> tuple[str, str]:
    prefix, _, suffix = pattern.partition(NUMBER)
    return prefix, suffix


def _pairs(locale: str, family: Kind) -> Iterator[tuple[str, tuple[Affix, ...]]]:
    if family == "unit":
        yield from unit_affixes(locale).items("folded")
    elif family == "percent":
        yield from percent_affixes(locale).at("folded").items()
    elif family == "number":
        yield from number_affixes(locale).at("folded").items()
    else:
        yield from money_affixes(locale).at("folded").products()


def suffix_words(locale: str) -> Words:
    """Return every text that alone may follow a number, folded and trimmed, and what it says."""
    return _TABLES(locale)[1]


def prefix_words(locale: str) -> Words:
    """Return every text that alone may precede a number, folded and trimmed, and what it says."""
    return _TABLES(locale)[0]


def _words(found: LocaleData) -> tuple[Words, Words]:
    before: Words = {}
    after: Words = {}
    locale = found.name
    for family in _FAMILIES[:2] + _FAMILIES[3:]:
        for (prefix, suffix), said in affixes(locale, family).items():
            if prefix.strip() and not suffix.strip():
                _add(before, prefix.strip(), said)
            elif suffix.strip() and not prefix.strip():
                _add(after, suffix.strip(), said)
    for text, codes in currency_texts(locale).items():
        money = tuple(Affix("money", code) for code in codes)
        _add(before, text, money)
        _add(after, text, money)
    return before, after


def texts_around(locale: str) -> tuple[list[str], list[str]]:
    """Return everything that is printed around numbers: the patterns with ``{0}``, and the names.

    The patterns of money have ``¤`` where one of the names stands; the others are as printed.
    """
    found = data(locale_id(locale))
    money, units = money_affixes(locale), found["unit_patterns"]
    lengths = [forms for by_length in units.values() for forms in by_length.values()]
    patterns = [*unit_affixes(locale).patterns(), *money.patterns()]
    patterns += [*number_affixes(locale).exact, *percent_affixes(locale).exact]
    patterns += [forms["per"] for forms in lengths if "per" in forms]
    names = [*money.texts(), *units]
    for by_length in found.tree("unit_display_names").values():
        names += by_length.values()
    return patterns, names


def _digits(found: LocaleData) -> frozenset[int]:
    """Return the numbers that stand in names and patterns: years of currencies, "l/100 km"."""
    patterns, names = texts_around(found.name)
    return frozenset(map(int, _RUN.findall("\0".join(patterns + names).replace(NUMBER, "\0"))))


def _add(words: Words, text: str, said: tuple[Affix, ...]) -> None:
    positive = tuple(affix for affix in said if not affix.negative)
    if positive:
        words[text] = tuple(dict.fromkeys((*words.get(text, ()), *positive)))


_TABLES: Final = Tables(
    _words,
    "unit_patterns",
    "unit_display_names",
    "plural_form",
    "percent_formats",
    "decimal_formats",
    "compact_decimal_formats",
    "currency_symbols",
    "currency_names",
    "currency_names_plural",
    kept=16,
)
digits_in_names: Final = Tables(
    _digits,
    "unit_patterns",
    "unit_display_names",
    "percent_formats",
    "number_symbols",
    "decimal_formats",
    "scientific_formats",
    "compact_decimal_formats",
    "currency_symbols",
    "currency_names",
    "currency_names_plural",
    "currency_formats",
    "currency_unit_patterns",
    "compact_currency_formats",
)
