"""Which plural category a number takes in a locale."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Any, Final

from .._exact import EXACT
from ._cache import Tables
from ._data import LocaleData

__all__ = ["plural_category"]


def _rule(found: LocaleData) -> Callable[[Decimal], str]:
    rule: Any = found["plural_form"]

    def category(value: Decimal) -> str:
        with localcontext(EXACT):  # Babel's rules use operators
            return str(rule(value))

    return category


_RULES: Final = Tables(_rule, "plural_form", kept=256)


def plural_category(locale: str, value: Decimal) -> str:
    """Return the category in which Babel prints `value`: zero, one, two, few, many or other."""
    return _RULES(locale)(value)
