"""One table per locale and function, made once, bounded, shared by locales with the same data."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Generic, TypeVar

from ._data import LOCK, LocaleData, data
from ._locales import locale_id

__all__ = ["Tables"]

Table = TypeVar("Table")

_KEPT: Final = 64
_SPELLINGS: Final = 4096


class Tables(Generic[Table]):
    """A function from a locale to a table.

    Args:
        make: Inverts the data of one locale.
        sections: The sections of the data that `make` reads. Locales that inherit all of them
            from the same ancestors share one table.
        kept: How many tables stay in memory; the one made first goes first.
    """

    def __init__(
        self, make: Callable[[LocaleData], Table], *sections: str, kept: int = _KEPT
    ) -> None:
        self._make = make
        self._sections = sections
        self._kept = kept
        self._by_spelling: dict[str, Table] = {}
        self._by_owners: OrderedDict[tuple[str, ...], Table] = OrderedDict()

    def __call__(self, locale: str) -> Table:
        """Return the table of `locale`, in whatever way it is spelled."""
        try:
            return self._by_spelling[locale]
        except (KeyError, TypeError):
            return self._found(locale)

    def _found(self, locale: str) -> Table:
        name = locale_id(locale)
        with LOCK:
            tree = data(name)
            owners = tuple(map(tree.owner, self._sections))
            table = self._by_owners.get(owners)
            if table is None:
                table = self._make(tree)
                self._by_owners[owners] = table
                if len(self._by_owners) > self._kept:
                    self._forget(self._by_owners.popitem(last=False)[1])
            if len(self._by_spelling) >= _SPELLINGS:
                self._by_spelling = {}
            self._by_spelling[locale] = table
            return table

    def _forget(self, table: Table) -> None:
        kept = {name: one for name, one in self._by_spelling.items() if one is not table}
        self._by_spelling = kept
