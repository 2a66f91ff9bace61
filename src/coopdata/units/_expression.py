"""Unit expressions: reading them, their dimensions, their sizes. No pint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache

from .._fixed import Fixed
from ..errors import InvalidValueError, RecordNotFoundError, UnknownUnitError, nearest
from ._own import OWN_FORMS, is_own, own, own_of_pint
from ._table import ALIASES, CURRENCIES, MISTAKEN, PREFERRED, UNITS
from ._table import unit as _unit

__all__ = [
    "components",
    "dimension",
    "dimensions",
    "divide",
    "expression",
    "factor",
    "is_currency",
    "known_dimension",
    "meant",
    "multiply",
    "parse_unit",
]

_DIMENSION = re.compile(r"\[\w+\]")
_POWER = rf"{_DIMENSION.pattern}(?: \*\* [1-9]\d?)?"
_DIMENSIONS = re.compile(rf"(?:1|{_POWER}(?: \* {_POWER})*)(?: / {_POWER})*")
_WHOLE = ("dimensionless", "[currency]")  # none, and that of any money
_SYMBOL = 3  # characters of a symbol or a code, at most
_LONGEST = 400  # characters of an expression; no real one comes near


def parse_unit(text: str) -> str:
    """Return a unit expression in its normal form.

    Args:
        text: Curated names, their symbols ("km"), plurals or other names, joined by `*` and `/`.
            A space inside a name stands for `_`, others are ignored. A lone `1` may stand in front
            of the first `/`. Braces hold a unit of your own: `{widget}`, `{arshin=28_inch}`.

    Returns:
        Names in the order written, factors first and divisors after them: `"a*c/b"` for
        `"a/b*c"`. Nothing is cancelled and nothing is sorted.

    Raises:
        UnknownUnitError: A name is not curated, or means several things ("ton").

    Examples:
        >>> parse_unit("tonne / hour"), parse_unit("{arshin=28 inch}")
        ('metric_ton/hour', '{arshin=28_inch}')
    """
    if not isinstance(text, str):
        raise InvalidValueError(text, "a unit is a str, such as 'km' or 'metric_ton/hour'")
    return _normal(text)


@lru_cache(maxsize=4096)
def _normal(text: str) -> str:
    over: list[str] = []
    under: list[str] = []
    for is_divisor, name in _names(text):
        (under if is_divisor else over).append(name)
    return _written(over, under)


def _names(text: str) -> Iterator[tuple[bool, str]]:
    if not text.strip():
        return
    if len(text) > _LONGEST:
        raise UnknownUnitError(text)
    for at, product in enumerate(text.split("/")):
        for nth, raw in enumerate(product.split("*")):
            name = "_".join(raw.split())
            if at == nth == 0 and name == "1" and "/" in text:
                continue
            is_divisor = at > 0 and nth == 0
            if name in UNITS:
                yield is_divisor, name
            elif name in ALIASES:
                for inner, curated in _names(ALIASES[name]):
                    yield inner != is_divisor, curated
            else:
                raise UnknownUnitError(text, _suggestions(name))


def _suggestions(name: str) -> tuple[str, ...]:
    if is_own(name):
        stated = own(name)
        if stated is None:
            return OWN_FORMS
        if stated.of in UNITS:  # money and temperatures have no multiples of a fixed size
            return ()
        return tuple(name.replace(f"_{stated.of}}}", f"_{one}}}") for one in _near(stated.of))
    return _near(name)


def _near(name: str) -> tuple[str, ...]:
    folded = name.casefold()
    for known, choices in MISTAKEN.items():
        if known.casefold() == folded:
            return tuple(choices)
    cased = [known for known in (*UNITS, *ALIASES) if known.casefold() == folded]
    found = cased or nearest(name, [known for known in (*UNITS, *ALIASES) if _is_word(known)])
    return tuple(dict.fromkeys(ALIASES.get(known, known) for known in found))


def _is_word(name: str) -> bool:
    """Tell whether a spelling may be near it; symbols and codes are all near one another."""
    return len(name) > _SYMBOL and name not in CURRENCIES


def _written(over: list[str], under: list[str]) -> str:
    head = "*".join(over) or ("1" if under else "")
    return "/".join([head, *under])


@lru_cache(maxsize=4096)
def components(unit: str) -> tuple[tuple[str, int], ...]:
    """Return the names of an expression with their exponents, in order, merged.

    Examples:
        >>> components("meter/second/second")
        (('meter', 1), ('second', -2))
    """
    powers: dict[str, int] = {}
    for is_divisor, name in _names(unit):
        powers[name] = powers.get(name, 0) + (-1 if is_divisor else 1)
    return tuple((name, power) for name, power in powers.items() if power)


def expression(parts: Mapping[str, int]) -> str:
    """Return the normal expression of names with whole exponents; inverse of `components`."""
    over = [name for name, power in parts.items() for _ in range(power)]
    under = [name for name, power in parts.items() for _ in range(-power)]
    return _written(over, under)


def multiply(unit: str, other: str) -> tuple[str, Fraction]:
    """Return the expression of a product and the number that cancelling leaves over.

    Units of one dimension cancel even where their names differ (months against years), and a
    share of one is absorbed by whatever it is a share of.

    Examples:
        >>> multiply("vehicle/month", "year")
        ('vehicle', Fraction(12, 1))
        >>> multiply("percent", "USD")
        ('USD', Fraction(1, 100))
    """
    return _cancelled((*components(unit), *components(other)))


def divide(unit: str, other: str) -> tuple[str, Fraction]:
    """Return the expression of a quotient and the number that cancelling leaves over.

    Examples:
        >>> divide("vehicle", "month")
        ('vehicle/month', Fraction(1, 1))
        >>> divide("vehicle/year", "vehicle/year")
        ('', Fraction(1, 1))
    """
    return _cancelled((*components(unit), *((name, -power) for name, power in components(other))))


@lru_cache(maxsize=4096)
def _cancelled(parts: tuple[tuple[str, int], ...]) -> tuple[str, Fraction]:
    powers: dict[str, int] = {}
    scale = Fraction(1)
    for name, power in parts:
        powers[name] = powers.get(name, 0) + power
    for name in list(powers):
        for other in list(powers):
            if powers[name] > 0 > powers[other] and _unit(name).dims == _unit(other).dims:
                common = min(powers[name], -powers[other])
                scale *= (_unit(name).factor / _unit(other).factor) ** common
                powers[name] -= common
                powers[other] += common
    shares = {name: power for name, power in powers.items() if power and not _unit(name).dims}
    if (
        len(shares) < sum(1 for power in powers.values() if power)
        or sum(abs(power) for power in shares.values()) > 1
    ):
        for name, power in shares.items():
            scale *= _unit(name).factor ** power
            powers[name] = 0
    return expression({name: power for name, power in powers.items() if power}), scale


def dimensions(unit: str) -> Mapping[str, int]:
    """Return the base dimensions of an expression with their exponents."""
    return _size(parse_unit(unit))[1]


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """Return the dimension of an expression, worded as pint words it.

    Examples:
        >>> dimension("kilometer/hour"), dimension("USD"), dimension("percent")
        ('[length] / [time]', '[currency_USD]', 'dimensionless')
    """
    over: list[str] = []
    under: list[str] = []
    for base, power in sorted(dimensions(unit).items()):
        written = base if abs(power) == 1 else f"{base} ** {abs(power)}"
        (over if power > 0 else under).append(written)
    if not over and not under:
        return "dimensionless"
    return " / ".join([" * ".join(over) or "1", *under])


def known_dimension(text: str) -> str:
    """Return a dimension as it was given; refuse one that no unit can have.

    Raises:
        RecordNotFoundError: A base of it, which the error names, is no dimension of ours.

    Examples:
        >>> known_dimension("[length] / [time]")
        '[length] / [time]'
    """
    if not isinstance(text, str):
        raise InvalidValueError(text, "a dimension is a str, such as '[length]'")
    if text in _WHOLE:
        return text
    parts = _DIMENSION.findall(text) if _DIMENSIONS.fullmatch(text) else [text]
    for base in parts:
        if base not in _bases() and own_of_pint(base[1:-1]) is None:
            known = [*_WHOLE, *sorted(_bases())]
            raise RecordNotFoundError("dimension", base, nearest(base, known))
    return text


@cache
def _bases() -> frozenset[str]:
    return frozenset(base for unit in UNITS.values() for base in unit.dims)


def meant(units: Iterable[str]) -> tuple[str, ...]:
    """Return those of several units, all of which a text may say, that people mean by it.

    The table is `[preferred]` in `seeds/units.toml`; what it does not settle stays.

    Examples:
        >>> meant(["kilowatt/year_person", "kilowatt/year"]), meant(["pint", "point"])
        (('kilowatt/year',), ('pint', 'point'))
    """
    found = tuple(dict.fromkeys(units))
    return tuple(one for one in found if not any(_outranks(other, one) for other in found))


@lru_cache(maxsize=4096)
def _outranks(unit: str, other: str) -> bool:
    """Tell whether `unit` is meant where a text says it or `other`."""
    mine, theirs = dict(components(unit)), dict(components(other))
    ours = {name: power for name, power in mine.items() if theirs.get(name) != power}
    rest = {name: power for name, power in theirs.items() if mine.get(name) != power}
    if not rest or len(ours) != len(rest):
        return False
    return all(
        any(name in PREFERRED.get(less, ()) and ours[name] == power for name in ours)
        for less, power in rest.items()
    )


def is_currency(unit: str) -> bool:
    """Tell whether the expression is one ISO 4217 code and nothing else."""
    return unit in CURRENCIES


def factor(unit: str) -> Fraction:
    """Return the exact size of an expression in base dimensions (meter, kilogram, second, ...)."""
    return _size(parse_unit(unit))[0]


@lru_cache(maxsize=4096)
def _size(unit: str) -> tuple[Fraction, Mapping[str, int]]:
    size = Fraction(1)
    dims: dict[str, int] = {}
    for name, power in components(unit):
        part = _unit(name)
        size *= part.factor**power
        for base, exponent in part.dims.items():
            dims[base] = dims.get(base, 0) + power * exponent
    return size, Fixed({base: exponent for base, exponent in dims.items() if exponent})
