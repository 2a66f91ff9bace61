"""What a row of a word list may stand for, by its section: a unit, a number, one of some words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from .. import units
from ..errors import UnknownUnitError, nearest, shown

__all__ = ["resolved", "wrong_with"]

_RELATIONS: Final = ("about", "at_least", "at_most", "less_than", "more_than")
_CHANGES: Final = ("decrease", "increase", "level", "none", "reach")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+|/[1-9][0-9]*)?")
_SCALE: Final = re.compile(r"1[0-9]*")
_FOLD: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?::(?:increase|decrease))?")
#: A name in a payload: all that does not part it from others.
_NAME: Final = re.compile(r"[^|*/:]+")

Check = Callable[[str], str]


def _unit(payload: str) -> str:
    for one in payload.split("|"):
        try:
            units.parse_unit(one)
        except UnknownUnitError as err:
            return f"{err}; declare one of your own in units.toml, or write '{{{_bare(one)}}}'"
        if not one:
            return "expected a unit, got none"
    return ""


def _bare(name: str) -> str:
    return re.sub(r"\W+", "_", name).strip("_") or "widget"


def _unit_or_none(payload: str) -> str:
    return _unit(payload) if payload else ""


def _currency(payload: str) -> str:
    wrong = [one for one in payload.split("|") if one not in units.CURRENCIES]
    return f"expected ISO 4217 codes, got {shown(payload)}" if wrong else ""


def _part_of(payload: str) -> str:
    number, _, unit = payload.partition(":")
    if _NUMBER.fullmatch(number) is None:
        return f"expected a number and a unit such as '0.01:EUR', got {shown(payload)}"
    return _unit(unit)


def _matching(pattern: re.Pattern[str], expected: str) -> Check:
    def check(payload: str) -> str:
        is_right = pattern.fullmatch(payload) is not None
        return "" if is_right else f"expected {expected}, got {shown(payload)}"

    return check


def _one_of(*known: str) -> Check:
    def check(payload: str) -> str:
        if payload in known:
            return ""
        near = nearest(payload, known)
        hint = f"; did you mean {shown(near[0])}?" if near else ""
        return f"expected one of {', '.join(known)}, got {shown(payload)}{hint}"

    return check


_NUMBERED: Final = _matching(_NUMBER, "a number such as '12', '0.5' or '1/3'")
_SCALED: Final = _matching(_SCALE, "a whole number such as '1000'")
_BY: Final[Mapping[Check, tuple[str, ...]]] = {
    _unit: (
        "units",
        "unit_adjectives",
        "counted",
        "ratios",
        "rates",
        "rates_before",
        "units_before",
        "counting",
        "fused_adjectives",
    ),
    _currency: ("currencies",),
    _unit_or_none: ("classifiers",),
    _part_of: ("subunits", "coins", "fused"),
    _NUMBERED: (
        "cardinals",
        "weak_cardinals",
        "last_cardinals",
        "joined_cardinals",
        "hedged_cardinals",
        "factors",
        "collectives",
        "ordinals",
        "fractions",
        "parts",
        "denominators",
        "divisors",
        "shares",
        "parts_after",
        "fused_prefixes",
    ),
    _SCALED: ("multipliers", "scales", "scale_ordinals"),
    _matching(_FOLD, "a factor such as '2' or '2:increase'"): ("folds",),
    _one_of(*_RELATIONS, "none"): ("hedges",),
    _one_of(*_RELATIONS): ("hedges_after", "hedges_inside"),
    _one_of(*_CHANGES): ("changes", "changes_after"),
    _one_of("decrease", "increase"): ("change_nouns",),
    _one_of("any", "price", "thing", "time"): ("per",),
    _one_of("."): ("points",),
}
_CHECKS: Final = {section: check for check, sections in _BY.items() for section in sections}
#: Sections whose rows stand for units, by their names.
_NAMING: Final = frozenset((*_BY[_unit], *_BY[_unit_or_none], *_BY[_part_of]))


def wrong_with(section: str, payload: str) -> str:
    """Return what is wrong with what a row of a section stands for; nothing where all is right."""
    check = _CHECKS.get(section)
    return "" if check is None else check(payload)


def resolved(section: str, payload: str, own: Mapping[str, Any]) -> str:
    """Return a payload with somebody's own names of units written out."""
    if section not in _NAMING:
        return payload
    return _NAME.sub(lambda name: str(own.get(name[0], name[0])), payload)
