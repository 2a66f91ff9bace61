"""Which plural category a number takes in a locale."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import Any, Final

from .._exact import EXACT
from ._cache import Tables
from ._data import LocaleData

__all__ = ["plural_category"]


#: How many numbers' categories are remembered for a locale: one text asks for the same often.
_REMEMBERED: Final = 128


def _rule(found: LocaleData) -> Callable[[str], str]:
    rule: Any = found["plural_form"]

    @lru_cache(maxsize=_REMEMBERED)
    def category(digits: str) -> str:
        with localcontext(EXACT):  # Babel's rules use operators
            return str(rule(Decimal(digits)))

    return category


_RULES: Final = Tables(_rule, "plural_form", kept=256)


def plural_category(locale: str, value: Decimal) -> str:
    """Return the category in which Babel prints `value`: zero, one, two, few, many or other."""
    return _RULES(locale)(str(value))  # 1.0 and 1 are equal and may differ in category
