"""The shipped table of units, read on first use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from .. import _shipped
from .._fixed import Fixed
from ._own import is_own, own

__all__ = [
    "ALIASES",
    "BY_CLDR_ID",
    "CLDR_ID",
    "COMPOUNDS",
    "CURRENCIES",
    "MISTAKEN",
    "PREFERRED",
    "TWINS",
    "UNITS",
    "Kind",
    "Unit",
    "international",
    "settled",
    "unit",
]

Kind = Literal["physical", "time", "ratio", "counted", "currency"]


class Unit(NamedTuple):
    """One curated unit.

    `cldr` is the full CLDR id, empty where Babel cannot print the unit; `pint` the name of exactly
    this unit in a pint registry; `defined` says that coopdata has to define it there; `factor`
    and `dims` give its exact size in base dimensions; `offset` is the zero of its scale.
    """

    name: str
    kind: Kind
    cldr: str
    pint: str
    defined: bool
    factor: Fraction
    dims: Mapping[str, int]
    offset: Fraction


@cache
def _data() -> dict[str, Any]:
    data = _shipped.tree("units.json")
    data["currencies"] = dict.fromkeys(data["currencies"], "")
    return data


@lru_cache(maxsize=2048)
def unit(name: str) -> Unit:
    """Return one curated unit, or what a name in braces describes, or raise KeyError."""
    row = _data()["units"].get(name)
    if row is not None:
        kind, cldr, pint_name, defined, size, dims, *offset = row
        zero = Fraction(offset[0]) if offset else Fraction(0)
        return Unit(name, kind, cldr, pint_name, defined, Fraction(size), Fixed(dims), zero)
    if name in _data()["currencies"]:
        dims = Fixed({f"[currency_{name}]": 1})
        return Unit(name, "currency", "", name, True, Fraction(1), dims, Fraction(0))
    stated = own(name) if is_own(name) else None
    if stated is None:
        raise KeyError(name)
    if not stated.of:
        dims = Fixed({f"[{stated.pint}]": 1})
        return Unit(name, "counted", "", stated.pint, True, Fraction(1), dims, Fraction(0))
    base = unit(stated.of)
    if base.offset or base.kind == "currency":
        raise KeyError(name)  # neither a temperature nor money has multiples of a fixed size
    size = stated.size * base.factor
    return Unit(name, base.kind, "", stated.pint, True, size, base.dims, Fraction(0))


class _Units(Mapping[str, Unit]):
    """Every curated unit by name, read from the shipped table on first use.

    A name in braces describes a unit of somebody's own; it is found, and is none of those listed.
    """

    def __getitem__(self, name: str) -> Unit:
        return unit(name)

    def __contains__(self, name: object) -> bool:
        if name in _data()["units"] or name in _data()["currencies"]:
            return True
        return isinstance(name, str) and is_own(name) and self.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        yield from _data()["units"]
        yield from _data()["currencies"]

    def __len__(self) -> int:
        return len(_data()["units"]) + len(_data()["currencies"])


class _Part(Mapping[str, Any]):
    """One table of the shipped data, read on first use."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __getitem__(self, name: str) -> Any:
        return _data()[self._key][name]

    def __iter__(self) -> Iterator[str]:
        return iter(_data()[self._key])

    def __len__(self) -> int:
        return len(_data()[self._key])


def settled(language: str) -> Fixed[str, str]:
    """Return the unit that words of a language mean where a text might say another, by word.

    Examples:
        >>> settled("zh")["度"]
        'degree_celsius'
    """
    return Fixed(_data()["settled"].get(language, {}))


@cache
def international() -> Fixed[str, str]:
    """Return the unit of each Latin symbol that texts of any language and script use.

    Examples:
        >>> international()["MWh"]
        'megawatt_hour'
    """
    return Fixed(_data()["international"])


class _CldrIds(Mapping[str, str]):
    """Full CLDR id of every unit, compound ones included, that Babel can print."""

    def __getitem__(self, name: str) -> str:
        found = COMPOUNDS.get(name) or (unit(name).cldr if name in UNITS else "")
        if not found:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        yield from (name for name, row in _data()["units"].items() if row[1])
        yield from COMPOUNDS

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _ByCldrId(Mapping[str, str]):
    """The curated expression of every full CLDR id."""

    def __getitem__(self, name: str) -> str:
        return _by_cldr_id()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_by_cldr_id())

    def __len__(self) -> int:
        return len(_by_cldr_id())


@cache
def _by_cldr_id() -> dict[str, str]:
    return {cldr_id: name for name, cldr_id in CLDR_ID.items()}


UNITS: Mapping[str, Unit] = _Units()
ALIASES: Mapping[str, str] = _Part("alias")
COMPOUNDS: Mapping[str, str] = _Part("compound")
CURRENCIES: Mapping[str, str] = _Part("currencies")
MISTAKEN: Mapping[str, list[str]] = _Part("mistaken")
PREFERRED: Mapping[str, list[str]] = _Part("preferred")
TWINS: Mapping[str, Mapping[str, str]] = _Part("twin")
CLDR_ID: Mapping[str, str] = _CldrIds()
BY_CLDR_ID: Mapping[str, str] = _ByCldrId()
