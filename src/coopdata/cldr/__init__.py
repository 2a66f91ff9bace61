"""The locale tables of the installed Babel, turned round: from what is printed to what is meant.

Everything is read from Babel when a locale is first touched and kept in small caches that locales
with the same data share; no copy of CLDR is shipped.
"""

from __future__ import annotations

from ._data import LocaleData, data
from ._fold import fold
from ._locales import locale_id, locale_ids
from ._symbols import Symbols, symbols

__all__ = ["LocaleData", "Symbols", "data", "fold", "locale_id", "locale_ids", "symbols"]
