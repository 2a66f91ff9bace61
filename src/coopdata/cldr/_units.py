"""The patterns of all units of a locale, turned round.

A locale has some thousand patterns, so the table is kept small and quick to make: a unit and the
plural categories in which a pattern is printed are one whole number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from .._text.fold import each
from ._affixes import FOLDS, NUMBER, Affix, Found, Stage
from ._cache import Tables
from ._data import LOCK, LocaleData
from ._exceptions import RENAMED_UNITS, SAYS_NO_UNIT

__all__ = ["LENGTHS", "UnitTable", "unit_affixes"]

LENGTHS: Final = ("long", "short", "narrow")
_PLURALS: Final = ("zero", "one", "two", "few", "many", "other")
_BITS: Final = {plural: 1 << nth for nth, plural in enumerate(_PLURALS)}
_WIDTH: Final = len(_PLURALS)
_MASK: Final = (1 << _WIDTH) - 1

#: Units in the order in which they were first met; a code is the place here and the plurals.
_NAMES: Final[list[str]] = []
_PLACES: Final[dict[str, int]] = {}

Codes = int | tuple[int, ...]


def _place(name: str) -> int:
    """Return the code of a unit without plurals. Called under the lock only."""
    if name not in _PLACES:
        _PLACES[name] = len(_NAMES) << _WIDTH
        _NAMES.append(name)
    return _PLACES[name]


def _joined(known: Codes, code: int) -> Codes:
    """Add a unit and its plurals to what a pattern says."""
    if isinstance(known, int):
        return known | code if known >> _WIDTH == code >> _WIDTH else (known, code)
    for nth, one in enumerate(known):
        if one >> _WIDTH == code >> _WIDTH:
            return (*known[:nth], one | code, *known[nth + 1 :])
    return (*known, code)


@lru_cache(maxsize=8192)
def _affixes(codes: Codes) -> Found:
    return tuple(
        Affix("unit", _NAMES[code >> _WIDTH], plurals=_plurals(code & _MASK))
        for code in (codes if isinstance(codes, tuple) else (codes,))
    )


@lru_cache(maxsize=_MASK + 1)
def _plurals(mask: int) -> tuple[str, ...]:
    return tuple(plural for plural, bit in _BITS.items() if mask & bit)


class UnitTable:
    """The patterns of all units of one locale; see `AffixTable`."""

    __slots__ = ("_tables", "has_wordless")

    def __init__(self, exact: dict[str, Codes]) -> None:
        self._tables: dict[Stage, dict[str, Codes]] = {"exact": exact}
        #: Whether some pattern states its number without digits: "two days" in one word.
        self.has_wordless = not all(NUMBER in pattern for pattern in exact)

    def find(self, pattern: str, stage: Stage) -> Found:
        """Return what a text says whose number is replaced by ``{0}``; nothing if it is unknown."""
        return self.finder(stage)(pattern, ())

    def finder(self, stage: Stage) -> Callable[[str, Found], Found]:
        """Return `find` for one stage; its second argument is what it returns where it fails."""
        table = self._tables.get(stage)
        get = (self._made(stage) if table is None else table).get

        def find(pattern: str, default: Found) -> Found:
            codes = get(pattern)
            return default if codes is None else _affixes(codes)

        return find

    def patterns(self) -> Iterable[str]:
        """Return every pattern as it is printed."""
        return self._tables["exact"].keys()

    def items(self, stage: Stage) -> list[tuple[str, Found]]:
        """Return every pattern with what it says."""
        return [(pattern, _affixes(codes)) for pattern, codes in self._made(stage).items()]

    def _made(self, stage: Stage) -> dict[str, Codes]:
        with LOCK:
            if stage not in self._tables:
                exact = self._tables["exact"]
                made: dict[str, Codes] = {}
                for key, codes in zip(each(exact, FOLDS[stage]), exact.values(), strict=True):
                    known = made.get(key)
                    if known is None:
                        made[key] = codes
                    elif known != codes:
                        for code in codes if isinstance(codes, tuple) else (codes,):
                            made[key] = _joined(made[key], code)
                self._tables[stage] = made
            return self._tables[stage]


def _add(table: dict[str, Codes], pattern: str, code: int) -> None:
    known = table.get(pattern)
    table[pattern] = code if known is None else _joined(known, code)


def _units(found: LocaleData) -> UnitTable:
    table: dict[str, Codes] = {}
    names = found.tree("unit_display_names")
    categories = _categories(found)
    for name, by_length in found["unit_patterns"].items():
        place = _place(name)
        for length in LENGTHS:
            forms = by_length.get(length, {})
            known = [plural for plural in forms if plural in _BITS]
            missing = categories & ~sum(_BITS[plural] for plural in known)
            for plural in known:
                # from 2.19 on, Babel prints the plural where a form is missing
                bits = _BITS[plural] | (missing if plural == "other" else 0)
                _add(table, forms[plural], place | bits)
            if missing:  # up to 2.18, the name
                for text in _nameless(name, names.get(name, {}).get(length)):
                    _add(table, text, place | missing)
    table.pop(SAYS_NO_UNIT, None)
    return UnitTable(table)


@lru_cache(maxsize=4096)
def _nameless(unit: str, name: str | None) -> tuple[str, ...]:
    """Return what Babel prints without a pattern: the unit's name, or an id it was asked for."""
    ids = (unit, *(old for old, new in RENAMED_UNITS.items() if new == unit))
    names = (name,) if name else [text for each in ids for text in (each, each.partition("-")[2])]
    return tuple(f"{NUMBER} {text}" for text in names)


def _categories(found: LocaleData) -> int:
    """Return the plural categories that numbers can have in the locale."""
    return sum(_BITS[tag] for tag in {*found["plural_form"].tags, "other"})


unit_affixes: Final = Tables(_units, "unit_patterns", "unit_display_names", "plural_form")
