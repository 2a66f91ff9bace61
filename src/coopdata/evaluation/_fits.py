"""What a mention of each kind may say: the shape of its value, its unit, and what is beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .. import units
from ..errors import shown
from ..model import Mention
from ..values import Measure

__all__ = ["misfits"]

_MODS: Final = ("by", "early", "mid", "late")


def misfits(mention: Mention) -> Iterator[str]:
    """Say what in a mention does not go with its kind."""
    kind, value = mention.kind, mention.value
    if mention.mod is not None and (mention.mod not in _MODS or kind != "period"):
        yield f"expected mod to be one of {', '.join(_MODS)}, of a period; got {shown(mention.mod)}"
    if mention.counted is not None and not (
        mention.counted and isinstance(value, Measure) and "item" in _names(value.unit)
    ):
        yield f"counted {shown(mention.counted)}: expected a word, with the unit 'item'"
    if not isinstance(value, Measure):
        if mention.change is not None:
            yield "expected no change for a period"
        return
    if not _fits(kind, value.unit):
        yield f"unit {shown(value.unit)} does not fit the kind {kind}"
    if value.unit == "fold" and any(
        bound is not None and bound < 1 for bound in (value.low, value.high)
    ):
        yield "a fold is at least 1; whether it grows or shrinks is told by change"


def _fits(kind: str, unit: str) -> bool:
    known = units.UNITS[unit].kind if unit in units.UNITS else ""
    is_rate = any(power < 0 for _, power in units.components(unit))
    fits = {
        "number": not unit or known == "counted",
        "money": known == "currency",
        "percent": known == "ratio" and unit != "fold",
        "quantity": bool(unit) and not is_rate and not any(map(units.is_currency, _names(unit))),
        "rate": is_rate,
        "duration": known == "time",
        "ratio": unit in ("", "fold"),
    }
    return fits.get(kind, not unit)  # an ordinal has no unit


def _names(unit: str) -> tuple[str, ...]:
    return tuple(name for name, _ in units.components(unit))
