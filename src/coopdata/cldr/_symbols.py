"""The signs with which a locale writes numbers."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from .._text.fold import fold
from ._cache import Tables
from ._data import LocaleData
from ._exceptions import NOT_A_PERCENT_SIGN
from ._patterns import read_pattern

__all__ = ["Symbols", "symbols", "symbols_of"]

_SECTIONS: Final = (
    "number_symbols",
    "default_numbering_system",
    "numbering_systems",
    "decimal_formats",
    "percent_formats",
    "currency_formats",
)


@frozen
class Symbols:
    """The signs of one locale, each in its folded form (see `normalize._fold`).

    Attributes:
        decimals: Marks between the whole part and the fraction.
        groups: Marks between groups of digits; a plain space stands for every Unicode space.
        groupings: Sizes of the rightmost group and of the others: (3, 3), or (3, 2) in India.
        exponentials: Marks before a power of ten, longest first.
        percents: Signs for a hundredth.
    """

    decimals: frozenset[str]
    groups: frozenset[str]
    groupings: tuple[tuple[int, int], ...]
    exponentials: tuple[str, ...]
    percents: tuple[str, ...]


_SHARED: dict[Symbols, Symbols] = {}


def symbols_of(found: LocaleData) -> Symbols:
    """Return the signs of the locale whose data this is."""
    decimals, groups, exponentials, percents = _marks(found)
    made = Symbols(
        decimals=frozenset(decimals),
        groups=frozenset(groups),
        groupings=_groupings(found),
        exponentials=tuple(sorted(exponentials, key=lambda mark: (-len(mark), mark))),
        percents=tuple(sign for sign in percents if sign not in NOT_A_PERCENT_SIGN),
    )
    return _SHARED.setdefault(made, made)


def _marks(found: LocaleData) -> tuple[list[str], list[str], list[str], list[str]]:
    decimals: list[str] = []
    groups: list[str] = []
    exponentials = ["e"]
    percents = ["%"]
    for system in _systems(found):
        table = found.tree("number_symbols", system)
        decimal, group = fold(table.get("decimal", ".")), fold(table.get("group", ","))
        if decimal in groups or group in decimals:
            continue
        decimals.append(decimal)
        groups.append(group)
        exponentials.append(fold(table.get("exponential", "E")))
        percents.append(fold(table.get("percentSign", "%")).strip())
    return decimals, groups, _once(exponentials), _once(percents)


def _systems(found: LocaleData) -> list[str]:
    """Return the numbering systems of the locale, and all for which signs are stated.

    For one of its own that has none stated, Babel prints a point and commas.
    """
    own = [found["default_numbering_system"], *found.tree("numbering_systems").values()]
    known = dict(found.items_at("number_symbols"))
    stated = [name for name, table in known.items() if "decimal" in (table or ())]
    return _once(["latn", *(name for name in own if name in known), *sorted(stated)])


def _groupings(found: LocaleData) -> tuple[tuple[int, int], ...]:
    sizes = [
        read_pattern(pattern).grouping
        for section in ("decimal_formats", "currency_formats", "percent_formats")
        for _, pattern in found.items_at(section)
    ]
    return tuple(_once([size for size in sizes if size[0] < 1000])) or ((3, 3),)


def _once(names: list[str] | list[tuple[int, int]]) -> list:  # type: ignore[type-arg]  # both kinds
    return list(dict.fromkeys(names))


_symbols: Final = Tables(symbols_of, *_SECTIONS, kept=2048)


def symbols(locale: str) -> Symbols:
    """Return the signs with which numbers are written in `locale`.

    Those of its own numbering systems are joined: Western digits come first, and a system whose
    marks contradict them is left out.
    """
    return _symbols(locale)
