"""Measures with their hedges and ranges, and pint quantities, as text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple

from .. import units
from .._exact import to_decimal
from .._fixed import Fixed
from ..errors import UnknownUnitError
from ..values import Measure, Relation
from .cases import ended
from .numbers import Core, compacted, ranged, single
from .patterns import NBSP, Part, Setting
from .rates import bare
from .units import curated_parts, grouping, with_unit
from .words import Words, ending, words

__all__ = ["SIGNS", "Stated", "stated", "text_of"]

SIGNS: Final[dict[Relation, str]] = {
    "about": "≈",
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
}
_DASH: Final = "–"
_NO_NOUNS: Final = Fixed[str, Mapping[str, str]]({})


class Stated(NamedTuple):
    """What is to be printed: one number, or two for a range."""

    relation: Relation
    numbers: tuple[Decimal, ...]
    parts: tuple[Part, ...]


def stated(value: Any) -> Stated:
    """Return what a measure, or any pint quantity, states.

    Raises:
        TypeError: The value is neither, or the quantity holds no real number.
    """
    if isinstance(value, Measure):
        bounds = (value.low, value.high) if value.relation == "between" else (value.value,)
        numbers = tuple(number for number in bounds if number is not None)
        return Stated(value.relation, numbers, curated_parts(value.unit))
    magnitude, unit = getattr(value, "magnitude", None), getattr(value, "units", None)
    if unit is None or magnitude is None:
        raise TypeError(f"expected a Measure or a pint quantity, got {value!r}")
    return Stated("exact", (_exact(magnitude),), _pint_parts(unit))


def _exact(magnitude: Any) -> Decimal:
    """Return a magnitude with the digits that Python prints for it."""
    if isinstance(magnitude, Decimal):
        return magnitude
    if isinstance(magnitude, int) and not isinstance(magnitude, bool):
        return Decimal(magnitude)
    if isinstance(magnitude, Fraction):
        return to_decimal(magnitude)
    try:
        return Decimal(repr(float(magnitude)))
    except (TypeError, ValueError):
        raise TypeError(f"expected one real number as magnitude, got {magnitude!r}") from None


def _pint_parts(unit: Any) -> tuple[Part, ...]:
    home = getattr(unit, "_REGISTRY", None)
    parts: list[Part] = []
    for name, power in unit._units.items():
        try:
            curated = units.from_pint({name: 1})
        except UnknownUnitError:
            long = name.replace("_", " ")
            parts.append(Part(name, power, long, str(home.get_symbol(name)) if home else long))
        else:
            parts.append(Part(curated, int(power) if power == int(power) else power))
    return tuple(sorted(parts, key=lambda part: part.power < 0))


def text_of(
    value: Stated,
    name: str,
    length: str,
    *,
    compact: bool,
    own: Mapping[str, Mapping[str, str]] = _NO_NOUNS,
) -> str:
    """Return the value in words or signs of the locale `name`; `own` has nouns of other units."""
    table = words(name) if length != "narrow" else None
    setting = Setting(name, words(name), length, compact, own=own)
    relation, parts = value.relation, value.parts
    cores = [_core(number, parts, setting) for number in value.numbers]
    if len({bool(core.scale) for core in cores}) > 1:  # "6–650 million" would be millions both
        setting = setting._replace(compact=False)
        cores = [_core(number, parts, setting) for number in value.numbers]
    if len(cores) == 2:
        return with_unit(ranged(cores[0], cores[1], name, _DASH), parts, setting)
    if relation == "exact":
        return with_unit(cores[0], parts, setting)
    if table is None:
        return SIGNS[relation] + with_unit(cores[0], parts, setting)
    return _hedged(cores[0], parts, setting, table, table.hedges[relation])


def _core(number: Decimal, parts: tuple[Part, ...], setting: Setting) -> Core:
    if setting.compact:
        core = compacted(number, setting.name, _width(setting))
        if core is not None:
            return core
    return single(number, setting.name, grouping(parts, setting))


def _width(setting: Setting) -> str:
    width = "long" if setting.length == "long" else "short"
    return setting.words.compact.get(width, width) if setting.words else width


def _hedged(
    core: Core, parts: tuple[Part, ...], setting: Setting, table: Words, hedge: dict[str, str]
) -> str:
    """Return the measure with its hedge around it, or around its number."""
    if "ending" in hedge:
        return _with_ending(core, parts, setting, table, hedge)
    setting = setting._replace(case=hedge.get("case", ""), hedge=hedge.get("before", ""))
    return f"{with_unit(core, parts, setting)}{hedge.get('after', '')}"


def _with_ending(
    core: Core, parts: tuple[Part, ...], setting: Setting, table: Words, hedge: dict[str, str]
) -> str:
    """Return the measure with a case ending on its number, or on its unit: 20 yıldan fazla.

    The number takes it where things are counted (5.000'den fazla traktör) or where it comes last
    (%5'ten fazla).
    """
    case, after = hedge["ending"], hedge["after"]
    whole = with_unit(core, parts, setting)
    over = tuple(part for part in parts if part.power > 0)
    if _is_counted(over) or whole.endswith(core.text):
        tail = ending(table, case, core.value, core.scale)
        last = core.text.split(NBSP)[-1].split(" ")[-1]
        joiner = "" if last in table.whole_words else table.joiner
        return with_unit(core._replace(text=f"{core.text}{joiner}{tail}{after}"), parts, setting)
    last_part = parts[-1] if setting.length != "long" else over[-1]
    if last_part.name == "percent" and "percent" in table.endings[case]:
        return f"{whole}{table.joiner}{table.endings[case]['percent']}{after}"
    name = bare(last_part, setting._replace(length="long"))
    joiner = "" if whole.endswith(name) else table.joiner
    return f"{whole}{joiner}{ended(name, case, table)}{after}"


def _is_counted(over: tuple[Part, ...]) -> bool:
    """Tell whether a number counts things, or nothing at all; what nobody curated is counted."""
    return all(
        part.own_long or (part.name in units.UNITS and units.UNITS[part.name].kind == "counted")
        for part in over
    )
