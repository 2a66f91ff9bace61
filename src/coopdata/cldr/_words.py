"""What stands around numbers, as plain dictionaries, for grammars that walk running text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from .._text.fold import cased, each
from ._affixes import NUMBER, Affix, number_affixes, percent_affixes
from ._cache import Tables
from ._data import LocaleData, data
from ._locales import locale_id
from ._money import money_affixes
from ._units import unit_affixes

__all__ = ["Around", "digits_in_names", "texts_around", "words_around"]

_RUN: Final = re.compile(r"\d+")
#: A sign in capitals that is longer than this is one before the number too.
_FEW: Final = 2
Words = dict[str, tuple[Affix, ...]]


class Around(NamedTuple):
    """What alone may stand before or behind a number, in its own case, and what it says.

    The space between it and the number stands where one is printed.
    """

    before: Words
    after: Words


def _around(found: LocaleData) -> Around:
    before: Words = {}
    after: Words = {}
    locale = found.name
    numbers = (
        *percent_affixes(locale).at("cased").items(),
        *number_affixes(locale).at("cased").items(),
    )
    pairs = [
        *unit_affixes(locale).items("cased"),
        *((text, _positive(said)) for text, said in numbers),
    ]
    for pattern, said in pairs:
        prefix, number, suffix = pattern.partition(NUMBER)
        if number and prefix.strip() and not suffix.strip():
            _add(before, prefix.lstrip(), said)
        elif number and suffix.strip() and not prefix.strip():
            _add(after, suffix.rstrip(), said)
    texts = money_affixes(locale).texts()
    for text, shown, codes in zip(texts, each(texts, cased), texts.values(), strict=True):
        money = _money(codes)
        _add(after, shown, money)
        is_sign = not text.isalpha() or (len(text) > _FEW and text.isupper())  # "FCFA"
        if text in codes or is_sign:
            _add(before, shown, money)
    return Around(before, after)


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


@lru_cache(maxsize=1024)
def _money(codes: tuple[str, ...]) -> tuple[Affix, ...]:
    return tuple(Affix("money", code) for code in codes)


def _positive(said: tuple[Affix, ...]) -> tuple[Affix, ...]:
    return tuple(affix for affix in said if not affix.negative)


def _add(words: Words, text: str, said: tuple[Affix, ...]) -> None:
    known = words.get(text)
    if said:
        words[text] = said if known is None else tuple(dict.fromkeys((*known, *said)))


#: What stands around numbers in a locale: units, percent, shortened forms, currencies.
words_around: Final = Tables(
    _around,
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
