"""Units that somebody's own file declares, each as a name in braces that says what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import units
from .._notes import Notes
from ..errors import CoopdataError, shown

__all__ = ["own_units"]

Tree = dict[str, Any]


def own_units(tree: Tree, notes: Notes, known: Mapping[str, str]) -> dict[str, str]:
    """Return the units that a file declares, by each of their names."""
    found: dict[str, str] = {}
    rows = [(f"physical.{name}", name, row["is"], ()) for name, row in _part(tree, "physical")]
    rows += [(f"counted.{name}", name, "", others) for name, others in _part(tree, "counted")]
    for at, name, size, others in rows:
        number, _, of = size.partition(" ")
        written = f"{{{name}={number.replace('/', ':')}_{of.strip()}}}" if size else f"{{{name}}}"
        try:
            unit = units.parse_unit(written)
        except CoopdataError as err:
            rule = "is a number and one curated unit, such as '28 inch'"
            notes.within(at).add(f"{rule}, got {shown(size)}" if size else str(err))
            continue
        for word in (name, *others):
            if word in units.UNITS or word in units.ALIASES:
                notes.within(at).add(f"{word!r} is a unit of coopdata's; choose another name")
            elif found.setdefault(word, unit) != unit or known.get(word, unit) != unit:
                notes.within(at).add(f"{word!r} is declared twice")
    return found


def _part(tree: Tree, section: str) -> list[tuple[str, Any]]:
    return list(tree.get(section, {}).items())
