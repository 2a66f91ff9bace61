"""Candidates: what a printed text may say, before it is decided which of them it does say."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from .. import _exact, cldr, units
from ..cldr import Affix
from ..errors import AmbiguousTextError, UnknownUnitError
from ..values import Measure

__all__ = [
    "Reading",
    "decide",
    "expression",
    "has_dimension",
    "made",
    "meant",
    "narrowed",
    "printable",
    "scaled",
]

#: Kinds of unit by how often people use them: the order of candidates, and what "first" takes.
_RANK: Final = (
    "length", "duration", "mass", "volume", "area", "speed", "temperature", "power", "energy",
    "digital", "consumption", "pressure", "electric", "frequency", "angle", "concentr", "force",
    "torque", "acceleration", "light", "graphics",
)  # fmt: skip
_KINDS: Final = ("number", "percent", "money", "unit")
_MONEY: Final = "[currency]"


class Reading(NamedTuple):
    """One value that a text may state, with the affix that says so."""

    value: Decimal
    unit: str
    affix: Affix


Said = TypeVar("Said", Reading, Measure)


def expression(affix: Affix) -> str:
    """Return the unit expression that an affix gives its number."""
    if affix.kind == "unit":
        return units.BY_CLDR_ID.get(affix.name, affix.name)
    return affix.name


def scaled(value: Decimal, power: int, *, negative: bool = False) -> Decimal:
    """Return `value` times a power of ten, exactly, its digits written out."""
    if not power and not negative:
        return value
    moved = _exact.written_out(value.scaleb(power, _exact.EXACT))
    return moved.copy_negate() if negative else moved


def made(value: Decimal, affix: Affix, sign: str = "") -> Reading | None:
    """Return what a number within an affix says; nothing where Babel would not print it so.

    Args:
        value: The digits.
        affix: What stands around them.
        sign: A sign that stands there too. A text that is signed already bears no second one.
    """
    if sign and affix.negative:
        return None
    number = scaled(value, affix.power, negative=sign == "-" or affix.negative)
    if not _exact.is_bounded(number):
        return None
    if affix.span is not None and not affix.span[0] <= number.adjusted() <= affix.span[1]:
        return None
    return Reading(number, expression(affix), affix)


def decide(
    found: list[Reading],
    text: str,
    locale: str,
    *,
    dimension: str | None = None,
    ambiguous: str | None = None,
    is_number: bool = False,
) -> Reading | None:
    """Return the one reading that `text` has, or raise where it has several.

    Args:
        found: All readings that the tables allow.
        text: What was read, for the error.
        locale: The locale it was read in.
        dimension: Keep readings of this dimension alone.
        ambiguous: ``"first"`` takes the first candidate instead of raising.
        is_number: A plain number is asked for, so that the candidates are decimals, not measures.

    Raises:
        AmbiguousTextError: Several readings are left.
        UnknownUnitError: All that is left is a unit of the installed CLDR that is not curated.
    """
    found = _curated(found)
    if dimension is not None:
        found = [one for one in found if has_dimension(one.unit, dimension)]
    if len(found) < 2:
        return found[0] if found else None
    distinct = narrowed(found, locale)
    if len(distinct) == 1:
        return distinct[0]
    distinct.sort(key=_rank)
    if ambiguous == "first":
        return distinct[0]
    candidates = tuple(
        one.value if is_number else Measure.exact(one.value, one.unit) for one in distinct
    )
    raise AmbiguousTextError(
        text, locale, 0, "name the dimension, or pass ambiguous='first'", candidates
    )


def narrowed(found: list[Reading], locale: str) -> list[Reading]:
    """Return the distinct readings; of several, those that Babel would print as they stand.

    Of two units that a locale prints alike, the one that people mean stays.
    """
    if all(one.affix.kind == "money" for one in found):
        found = meant(found)  # whatever decimals the currency of old had
    return meant(printable(found, locale))


def printable(found: list[Reading], locale: str) -> list[Reading]:
    """Return the distinct readings; of several, those that Babel would print as they stand."""
    distinct = _distinct(_curated(found)) if len(found) > 1 else found
    if len(distinct) > 1 and not _print_alike(distinct):
        distinct = [one for one in distinct if _prints(one, locale)] or distinct
    return distinct


def _print_alike(found: list[Reading]) -> bool:
    """Tell whether Babel prints all of several readings of one number, or none: "5 years"."""
    first = found[0]
    return first.affix.kind == "unit" and all(
        one.value is first.value
        and one.affix.kind == "unit"
        and (one.affix.power, one.affix.plurals, one.affix.span)
        == (first.affix.power, first.affix.plurals, first.affix.span)
        for one in found
    )


def _distinct(found: list[Reading]) -> list[Reading]:
    return list({(one.value, one.unit): one for one in reversed(found)}.values())[::-1]


def _curated(found: list[Reading]) -> list[Reading]:
    """Return the readings whose unit is curated; a newer CLDR than any tried may have others."""
    known = [one for one in found if _is_curated(one.unit)]
    if found and not known:
        raise UnknownUnitError(found[0].unit)
    return known


@lru_cache(maxsize=4096)
def _is_curated(unit: str) -> bool:
    try:
        units.parse_unit(unit)
    except UnknownUnitError:
        return False
    return True


def meant(found: list[Said]) -> list[Said]:
    """Return the readings or measures without those that a preferred one stands beside."""
    if len(found) < 2:
        return found
    by_amount: dict[tuple[object, ...], list[str]] = {}
    for one in found:
        by_amount.setdefault(_amount(one), []).append(one.unit)
    return [one for one in found if one.unit in units.meant(by_amount[_amount(one)])]


def _amount(one: Reading | Measure) -> tuple[object, ...]:
    if isinstance(one, Reading):
        return (one.value,)
    return one.low, one.high, one.relation


def _prints(reading: Reading, locale: str) -> bool:
    """Tell whether Babel, given the value, would print this affix and as many digits.

    This is what formatting the candidate and comparing the texts would tell: two candidates for
    one text differ in nothing but the plural category and the decimals of their currency.
    """
    affix = reading.affix
    if affix.power or affix.span is not None:
        return True
    if (
        affix.plurals
        and cldr.plural_category(locale, reading.value.copy_abs()) not in affix.plurals
    ):
        return False
    if affix.kind == "money":
        exponent = reading.value.as_tuple().exponent
        assert isinstance(exponent, int)  # finite
        return cldr.currency_digits(affix.name) == max(0, -exponent)
    return True


def has_dimension(unit: str, wanted: str) -> bool:
    """Tell whether a unit is of a dimension, worded as `units.dimension` words it."""
    own = units.dimension(unit)
    if wanted == _MONEY:
        return own.startswith("[currency_") and "/" not in own
    return own == (wanted or "dimensionless")


def _rank(reading: Reading) -> tuple[int, int, str, Decimal]:
    affix = reading.affix
    category = affix.name.partition("-")[0]
    nth = _RANK.index(category) if category in _RANK else len(_RANK)
    return _KINDS.index(affix.kind), nth, reading.unit, reading.value
