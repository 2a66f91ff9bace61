"""The one Decimal pint registry, and coopdata's units in anybody's registry."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from .._exact import ROUNDED
from ..errors import ConversionError, UnknownUnitError
from ._convert import scaled
from ._expression import components, expression, parse_unit
from ._own import is_own, own_of_pint
from ._table import UNITS, Unit
from ._table import unit as _unit

if TYPE_CHECKING:
    import pint

__all__ = ["define_in", "from_pint", "quantity", "registry", "to_pint"]

_lock = threading.Lock()
_made: list[Any] = []


def registry() -> pint.UnitRegistry[Any]:
    """Return coopdata's own registry, made on first use: magnitudes are `Decimal`.

    It is not pint's application registry, and never becomes it; quantities of two registries do
    not mix. To have coopdata's units in your own, call `define_in`.
    """
    if not _made:
        with _lock:
            if not _made:
                _made.append(_new_registry())
    made: pint.UnitRegistry[Any] = _made[0]
    return made


def _new_registry() -> Any:
    import pint

    base: Any = pint.UnitRegistry  # generic in some versions only

    class ExactRegistry(base):  # type: ignore[misc]  # a class that the checker does not know
        """A registry whose conversions between curated units are exact, and who holds it whole.

        All callers share it, so no caller may give its units another meaning: contexts and new
        definitions are for registries of one's own. Its quantities and units pickle by name and
        belong to this same registry in the process that reads them.
        """

        class Quantity(base.Quantity):  # type: ignore[misc]  # as above
            def __reduce__(self) -> tuple[Any, ...]:
                return _quantity_of, (self.magnitude, tuple(self._units.items()))

        class Unit(base.Unit):  # type: ignore[misc]  # as above
            def __reduce__(self) -> tuple[Any, ...]:
                return _unit_of, (tuple(self._units.items()),)

        def enable_contexts(self, *names: Any, **parameters: Any) -> None:
            raise _shared("by a context")

        def add_context(self, context: Any) -> None:
            if _made:  # pint's own are added while the registry is made
                raise _shared("by a new context")
            super().add_context(context)

        def define(self, definition: Any) -> None:
            if _made:
                raise _shared("by a new definition")
            super().define(definition)

        def take(self, definition: Any) -> None:
            super().define(definition)

        def load_definitions(self, file: Any, is_resource: bool = False) -> Any:
            if _made:
                raise _shared("by new definitions")
            return super().load_definitions(file, is_resource)

        def _convert(
            self, value: Any, src: Any, dst: Any, inplace: bool = False, **more: Any
        ) -> Any:
            if isinstance(value, Decimal | int) and not self._active_ctx:
                ratio = _exact_ratio(tuple(src.items()), tuple(dst.items()))
                if ratio is not None:
                    return scaled(value if isinstance(value, Decimal) else Decimal(value), ratio)
            with localcontext(ROUNDED):
                return super()._convert(value, src, dst, inplace, **more)

    with localcontext(ROUNDED):  # pint reckons with operators
        made = ExactRegistry(non_int_type=cast(Any, Decimal))  # pint declares float alone
        define_in(made)
    return made


def _shared(how: str) -> ConversionError:
    remedy = "all callers share it; call units.define_in on a registry of your own"
    return ConversionError(f"{how} in coopdata's own registry", remedy)


def _quantity_of(magnitude: Any, powers: tuple[tuple[str, Any], ...]) -> Any:
    return registry().Quantity(magnitude, _unit_of(powers))


def _unit_of(powers: tuple[tuple[str, Any], ...]) -> Any:
    home: Any = registry()
    _take(home, (name for pint_name, _ in powers if (name := own_of_pint(pint_name)) is not None))
    for name, _ in powers:
        home.parse_units(name)  # pint knows a unit with a prefix only once it has read it
    return home.Unit(home.UnitsContainer(dict(powers)))


@lru_cache(maxsize=4096)
def _exact_ratio(
    source: tuple[tuple[str, Any], ...], target: tuple[tuple[str, Any], ...]
) -> Fraction | None:
    """Return the exact ratio of two pint units; `None` where pint has to find it itself."""
    total: dict[str, int] = {}
    ratio = Fraction(1)
    for side, sign in ((source, 1), (target, -1)):
        for pint_name, power in side:
            name = _named(pint_name)
            if name is None or power != int(power) or _unit(name).offset:
                return None
            if "[angle]" in _unit(name).dims:  # an irrational ratio
                return None
            ratio *= _unit(name).factor ** (sign * int(power))
            for base, exponent in _unit(name).dims.items():
                total[base] = total.get(base, 0) + sign * int(power) * exponent
    return None if any(total.values()) else ratio


@cache
def _by_pint_name() -> dict[str, str]:
    return {unit.pint: name for name, unit in UNITS.items()}


def _named(pint_name: str) -> str | None:
    """Return the name here of a unit of pint's; nothing where there is none."""
    found = _by_pint_name().get(pint_name)
    return own_of_pint(pint_name) if found is None else found


def define_in(registry: pint.UnitRegistry[Any], *own: str) -> None:
    """Put coopdata's units into `registry`: twice without harm, Decimal or float alike.

    Currencies, counted things, and the physical units that pint lacks are added. Nothing that the
    registry knows already is changed.

    Args:
        registry: Yours.
        own: Units of your own to add as well: `"{widget}"`, `"{arshin=28_inch}"`.

    Raises:
        UnknownUnitError: One of `own` is no unit.
        ConversionError: The registry has another meaning for one of the names; nothing is added.

    Examples:
        >>> import pint
        >>> mine = pint.UnitRegistry()
        >>> define_in(mine)
        >>> mine("3 vehicle/year").to("vehicle/month").magnitude
        0.25
    """
    mine = [name for each in own for name, _ in components(parse_unit(each)) if is_own(name)]
    wanted = [*(unit for unit in UNITS.values() if unit.defined), *map(_unit, mine)]
    known = registry._units
    missing = [unit for unit in wanted if unit.pint not in known]
    for unit in wanted:
        if unit.pint in known and not _is_same(registry, unit):
            what = f"the registry's own unit {unit.pint!r} into coopdata's"
            raise ConversionError(what, "the registry already gives that name another meaning")
    for unit in missing:
        registry.define(_definition(unit, registry))


def _take(home: Any, own: Iterable[str]) -> None:
    """Put units of somebody's own into coopdata's registry; each name has one meaning for ever."""
    for name in own:
        unit = _unit(name)
        if unit.pint not in home._units:
            with _lock, localcontext(ROUNDED):
                home.take(_definition(unit, home))


def _definition(unit: Unit, registry: Any) -> Any:
    """Return pint's definition object; parsing so many lines would take a quarter second."""
    from pint.facets.plain import ScaleConverter, UnitDefinition
    from pint.util import UnitsContainer

    if unit.kind == "currency":
        founded = f"[currency_{unit.name}]"
    else:
        founded = f"[{unit.pint if is_own(unit.name) else unit.name}]"
    if unit.dims == {founded: 1}:
        scale, reference = 1, {founded: 1}
    else:
        number = registry.non_int_type
        scale = number(unit.factor.numerator) / number(unit.factor.denominator)
        reference = {_base_unit(base): power for base, power in unit.dims.items()}
    return UnitDefinition(
        name=unit.pint,
        defined_symbol=None,
        aliases=(),
        converter=ScaleConverter(scale),
        reference=UnitsContainer(reference, non_int_type=registry.non_int_type),
    )


def _base_unit(base: str) -> str:
    return _BASE_UNITS.get(base) or _unit(base.strip("[]")).pint


# Which unit of pint's own stands for a base dimension. Dimensions that only coopdata has stand for
# themselves and are named like the unit that founds them.
_BASE_UNITS = {
    "[length]": "meter",
    "[mass]": "kilogram",
    "[time]": "second",
    "[current]": "ampere",
    "[temperature]": "kelvin",
    "[substance]": "mole",
    "[luminosity]": "candela",
    "[printing_unit]": "pixel",
    "[angle]": "radian",
    "[information]": "bit",
}


def _is_same(registry: Any, unit: Unit) -> bool:
    dims = {
        base: power for base, power in unit.dims.items() if base not in ("[angle]", "[information]")
    }
    return dict(registry.Unit(unit.pint).dimensionality) == dims


def to_pint(unit: str) -> str:
    """Return a curated expression in pint's names; inverse of `from_pint`."""
    return expression({_unit(name).pint: power for name, power in components(unit)})


def from_pint(units: Any) -> str:
    """Return the curated expression of a pint unit or quantity; inverse of `to_pint`.

    Raises:
        UnknownUnitError: A unit of it is not curated, or has a broken exponent.
    """
    powers: dict[str, int] = {}
    for pint_name, power in getattr(units, "_units", units).items():
        name = _named(pint_name)
        if name is None or power != int(power):
            raise UnknownUnitError(str(units))
        powers[name] = int(power)
    return expression(powers)


def quantity(
    value: Decimal, unit: str = "", registry: pint.UnitRegistry[Any] | None = None
) -> pint.Quantity[Any]:
    """Return a fresh pint quantity.

    Args:
        value: The magnitude.
        unit: A curated unit expression.
        registry: Your own registry, with `define_in` called on it; otherwise coopdata's. Where
            yours holds floats, so will the magnitude.

    Raises:
        UnknownUnitError: A name is not curated, or `registry` lacks it.
    """
    if registry is None:
        home: Any = _default()
    else:
        home = registry
    parts = components(unit)
    if registry is None:
        _take(home, (name for name, _ in parts if is_own(name)))
    powers = {_unit(name).pint: power for name, power in parts}
    magnitude = value if home.non_int_type is Decimal else home.non_int_type(value)
    try:
        made: pint.Quantity[Any] = home.Quantity(magnitude, home.UnitsContainer(powers))
    except AttributeError as err:  # pint's UndefinedUnitError is one
        raise UnknownUnitError(unit) from err
    return made


def _default() -> Any:
    return registry()
