"""The values of a page in other systems of units, and the choice between them.

A converted number is rounded to the digits that were stated, three at least: a single one to the
nearest, as "about", a bound outwards, so that what is told follows from what the text says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final, NamedTuple

from attrs import evolve

from .. import formatting, units
from .._exact import to_decimal
from ..errors import InvalidValueError
from ..model import Fact, Mention
from ..units import SYSTEMS, System
from ..values import Measure, Period

__all__ = ["AS_WRITTEN", "Units", "converted", "in_units", "unit_words"]

#: The choice that converts nothing.
AS_WRITTEN: Final = "as_written"
#: So many digits has a converted number, at least and at most.
_LEAST: Final = 3
_MOST: Final = 12


class Units(NamedTuple):
    """What a page has in other units.

    Attributes:
        at: For each system that has any, by the group of words and the place in it, the number of
            the measure.
        measures: Each measure once.
    """

    at: Mapping[System, Mapping[str, Mapping[int, int]]]
    measures: Sequence[Measure]


def in_units(mentions: Iterable[Mention], facts: Iterable[Fact]) -> Units:
    """Return what a page with these mentions and facts has in other units."""
    groups: dict[str, list[Measure | Period | None]] = {
        "values": [one.value for one in mentions],
        "amounts": [one.measure for one in facts],
    }
    number: dict[Measure, int] = {}
    found: dict[System, dict[str, dict[int, int]]] = {}
    for system in SYSTEMS:
        known: dict[object, Measure | None] = {}
        for group, values in groups.items():
            for at, value in enumerate(values):
                if value not in known:
                    known[value] = converted(value, system)
                other = known[value]
                if other is not None:
                    places = found.setdefault(system, {}).setdefault(group, {})
                    places[at] = number.setdefault(other, len(number))
    return Units(found, tuple(number))


def unit_words(language: str, units: Units) -> dict[str, Any]:
    """Return the names of the choices, and the measures in words."""
    systems = (AS_WRITTEN, *units.at) if units.at else ()
    return {
        "systems": {one: formatting.label("system", one, locale=language) for one in systems},
        "others": [one.format(locale=language) for one in units.measures],
    }


def converted(value: Measure | Period | None, system: System) -> Measure | None:
    """Return a measure in the unit that a system has for it; None where that is its own."""
    if not isinstance(value, Measure):
        return None
    unit = units.in_system(value.unit, system)
    if unit == value.unit:
        return None
    try:
        return _rounded(value.to(unit), _digits(value))
    except InvalidValueError:  # larger or finer than any magnitude may be
        return None


def _digits(value: Measure) -> int:
    """Return how many digits are stated, without the zeros at the end."""
    stated = (one.as_tuple().digits for one in (value.low, value.high) if one is not None)
    counted = (len("".join(map(str, digits)).rstrip("0")) for digits in stated)
    return min(_MOST, max(_LEAST, *counted))


def _rounded(value: Measure, digits: int) -> Measure:
    if value.relation in ("exact", "about"):
        number = _to_digits(value.value, digits, round)
        is_exact = value.relation == "exact" and number == value.value
        return evolve(value, low=number, high=number, relation="exact" if is_exact else "about")
    return evolve(
        value,
        low=None if value.low is None else _to_digits(value.low, digits, floor),
        high=None if value.high is None else _to_digits(value.high, digits, ceil),
    )


def _to_digits(number: Decimal, digits: int, towards: Callable[[Fraction], int]) -> Decimal:
    step = Fraction(10) ** (number.adjusted() - digits + 1)
    return to_decimal(towards(Fraction(number) / step) * step)
