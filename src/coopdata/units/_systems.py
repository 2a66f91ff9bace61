"""Which unit a reader who is used to another system of measurement takes a quantity in."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, get_args

from ..errors import InvalidValueError
from ._expression import components, expression, parse_unit
from ._table import TWINS, UNITS

__all__ = ["SYSTEMS", "System", "in_system"]

System = Literal["metric", "US", "UK"]
#: The measurement systems of CLDR.
SYSTEMS: Final[tuple[System, ...]] = get_args(System)


def in_system(unit: str, system: System) -> str:
    """Return the unit of like size in which readers used to a system state the same quantity.

    Args:
        unit: A unit expression. Each of its parts is changed by itself.
        system: ``"metric"``, ``"US"`` or ``"UK"``, as CLDR has them.

    Returns:
        The expression; the same one where the system has no other (time, what is counted,
        barrels of oil) or not for each measured part; for money and what is priced in it; and for
        degrees of temperature, of which nobody knows whether they are a reading or a difference.

    Raises:
        InvalidValueError: there is no such system.
        UnknownUnitError: a name is not curated.

    Examples:
        >>> in_system("kilometer/hour", "US"), in_system("gallon/day", "metric")
        ('mile/hour', 'liter/day')
    """
    if system not in SYSTEMS:
        raise InvalidValueError(system, f"a system is one of {', '.join(SYSTEMS)}")
    return _twin(parse_unit(unit), system)


@lru_cache(maxsize=1024)
def _twin(unit: str, system: System) -> str:
    twins, parts = TWINS.get(system, {}), dict(components(unit))
    own = frozenset(twins.values())
    changed = {twins.get(name, name): power for name, power in parts.items()}
    if (
        parts.keys().isdisjoint(twins)
        or len(changed) < len(parts)
        or any(
            kind == "currency" or (kind == "physical" and name not in own)
            for name, kind in ((name, UNITS[name].kind) for name in changed)
        )
    ):
        return unit
    return expression(changed)
