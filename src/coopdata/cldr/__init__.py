"""The locale tables of the installed Babel, turned round: from what is printed to what is meant.

Everything is read from Babel when a locale is first touched and kept in small caches that locales
with the same data share; no copy of CLDR is shipped. A locale is named by any spelling that
`locale_id` takes.
"""

from __future__ import annotations

from ._affixes import (
    NUMBER,
    Affix,
    AffixTable,
    number_affixes,
    percent_affixes,
    unit_affixes,
)
from ._compound import (
    Joint,
    ListStyle,
    PerTable,
    list_styles,
    per_affixes,
    quotients,
    unit_names,
)
from ._data import LocaleData, data
from ._fold import fold
from ._locales import locale_id, locale_ids
from ._money import MoneyTable, currency_digits, currency_texts, money_affixes
from ._names import NameTable, names
from ._plurals import plural_category
from ._symbols import Symbols, symbols

__all__ = [
    "NUMBER",
    "Affix",
    "AffixTable",
    "Joint",
    "ListStyle",
    "LocaleData",
    "MoneyTable",
    "NameTable",
    "PerTable",
    "Symbols",
    "currency_digits",
    "currency_texts",
    "data",
    "fold",
    "list_styles",
    "locale_id",
    "locale_ids",
    "money_affixes",
    "names",
    "number_affixes",
    "per_affixes",
    "percent_affixes",
    "plural_category",
    "quotients",
    "symbols",
    "unit_affixes",
    "unit_names",
]
