"""The names a locale has for territories, languages and currencies, turned round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from .._text.fold import each, fold
from ._cache import Tables
from ._data import LOCK, LocaleData

__all__ = ["NameTable", "names"]

Kind = Literal["territory", "language", "currency"]
Codes = dict[str, tuple[str, ...]]


class NameTable:
    """The names of one kind in one locale: from what is printed to the codes it may stand for."""

    __slots__ = ("_folded", "exact")

    def __init__(self, exact: Codes) -> None:
        self.exact = exact
        self._folded: Codes | None = None

    @property
    def folded(self) -> Codes:
        """The same, keyed by folded names; made on first use."""
        if self._folded is None:
            with LOCK:
                folded: Codes = {}
                for name, codes in zip(each(self.exact, fold), self.exact.values(), strict=True):
                    _add(folded, name.strip(), *codes)
                self._folded = folded
        return self._folded


def _add(table: Codes, name: str, *codes: str) -> None:
    known = table.get(name)
    table[name] = codes if known is None else tuple(dict.fromkeys((*known, *codes)))


def _inverted(pairs: Iterator[tuple[str, str]]) -> NameTable:
    table: Codes = {}
    for code, name in pairs:
        _add(table, name, code)
    return NameTable(table)


def _territories(found: LocaleData) -> NameTable:
    return _inverted(found.items_at("territories"))


def _languages(found: LocaleData) -> NameTable:
    return _inverted(found.items_at("languages"))


def _currencies(found: LocaleData) -> NameTable:
    def pairs() -> Iterator[tuple[str, str]]:
        yield from found.items_at("currency_names")
        for code, by_plural in found.items_at("currency_names_plural"):
            for name in by_plural.values():
                yield code, name

    return _inverted(pairs())


_TABLES: Final = {
    "territory": Tables(_territories, "territories"),
    "language": Tables(_languages, "languages"),
    "currency": Tables(_currencies, "currency_names", "currency_names_plural"),
}


def names(locale: str, kind: Kind) -> NameTable:
    """Return the names of one kind in `locale`, with the codes that each may stand for."""
    return _TABLES[kind](locale)
