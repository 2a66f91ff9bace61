"""Nouns, symbols and signs of units, by language; English stands in for the other languages.

`printed` turns them round, so that `normalize` reads exactly what is printed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from .. import units
from .words import Words, english

__all__ = ["noun", "printed", "stand_in"]

_NBSP: Final = "\u00a0"
# Shares and changes that CLDR has no pattern for, where the language has no noun for them either.
_SIGNS: Final = {"fold": "{0}×", "percentage_point": "{0} pp", "basis_point": "{0} bp"}


def noun(name: str, category: str, table: Words | None, length: str) -> str | None:
    """Return the pattern that a language has of its own for a unit, if it has one."""
    if table is None:
        return None
    if length != "long" and name in table.symbols:
        return f"{{0}}{_NBSP}{table.symbols[name]}"
    forms = table.nouns.get(name)
    return (forms.get(category) or forms["other"]) if forms else None


def stand_in(name: str, length: str, value: Decimal) -> str:
    """Return the pattern of a unit for which neither CLDR nor the language has one."""
    if name in _SIGNS:
        return _SIGNS[name]
    if length != "long" and name in english().symbols:
        return f"{{0}}{_NBSP}{english().symbols[name]}"
    forms = english().nouns.get(name)
    if forms is None:
        return _named(name)
    return forms["one" if f"{value:f}" == "1" else "other"]


def printed(table: Words | None) -> Iterator[tuple[str, str]]:
    """Yield every pattern that `noun` and `stand_in` can return in a language, with its unit."""
    yield from _forms(table) if table else ()
    for name, pattern in _SIGNS.items():
        if not table or name not in table.nouns:
            yield pattern, name
    for pattern, name in _forms(english()):
        if not table or name not in table.nouns:
            yield pattern, name
    for name, unit in units.UNITS.items():
        if name not in english().nouns and unit.kind != "currency":
            yield _named(name), name


def _named(name: str) -> str:
    """Return the pattern of a unit that neither Babel nor a language has words for."""
    return f"{{0}} {units.bare_name(name).replace('_', ' ')}"


def _forms(table: Words) -> Iterator[tuple[str, str]]:
    for name, symbol in table.symbols.items():
        yield f"{{0}}{_NBSP}{symbol}", name
    for name, forms in table.nouns.items():
        for form in dict.fromkeys(forms.values()):
            yield form, name
