"""The locale tables of the installed Babel, turned round: from what is printed to what is meant.

Everything is read from Babel when a locale is first touched and kept in small caches that locales
with the same data share; no copy of CLDR is shipped. A locale is named by any spelling that
`locale_id` takes.
"""

from __future__ import annotations

from .._text.edges import Edges
from .._text.fold import cased, fold, has_mixed_digits
from ._affixes import (
    FOLDS,
    NUMBER,
    Affix,
    AffixTable,
    Stage,
    number_affixes,
    percent_affixes,
)
from ._compound import (
    Joint,
    Lists,
    PerTable,
    list_joints,
    per_affixes,
    quotients,
)
from ._data import LocaleData, data
from ._exceptions import LOSES_PAIRS
from ._locales import locale_id, locale_ids
from ._money import (
    MoneyTable,
    currency_digits,
    currency_names,
    currency_of_region,
    currency_of_territory,
    currency_texts,
    money_affixes,
)
from ._names import Kind as NameKind
from ._names import NameTable, names
from ._patterns import Template, read_pattern
from ._plurals import plural_category
from ._symbols import Symbols, symbols
from ._units import UnitTable, unit_affixes
from ._words import Around, Words, digits_in_names, texts_around, words_around

__all__ = [
    "FOLDS",
    "LOSES_PAIRS",
    "NUMBER",
    "Affix",
    "AffixTable",
    "Around",
    "Edges",
    "Joint",
    "Lists",
    "LocaleData",
    "MoneyTable",
    "NameKind",
    "NameTable",
    "PerTable",
    "Stage",
    "Symbols",
    "Template",
    "UnitTable",
    "Words",
    "cased",
    "currency_digits",
    "currency_names",
    "currency_of_region",
    "currency_of_territory",
    "currency_texts",
    "data",
    "digits_in_names",
    "fold",
    "has_mixed_digits",
    "list_joints",
    "locale_id",
    "locale_ids",
    "money_affixes",
    "names",
    "number_affixes",
    "per_affixes",
    "percent_affixes",
    "plural_category",
    "quotients",
    "read_pattern",
    "symbols",
    "texts_around",
    "unit_affixes",
    "words_around",
]
