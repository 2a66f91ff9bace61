"""Read rates, lists and quotients of units: "12 tons per hour", "3 hr, 5 min", "8 km per 2 h"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .. import cldr, units
from ..cldr import Affix, Joint, ListStyle
from ._digits import RUN
from ._lookup import STAGES, Core, Stage, affixes, alone, cores, sides, signed
from ._reading import Reading, expression, made

__all__ = ["joined"]

#: How many places are tried at which a text may be cut in two, and how long a list may be.
_CUTS: Final = 6
_PARTS: Final = 6
_AMOUNTS: Final = ("number", "money", "unit")

Parts = list[list[Reading]]


def joined(text: str, locale: str) -> list[Reading]:
    """Return the readings of a text as a rate, a list or a quotient, whichever comes first."""
    numbers = cores(text, locale)
    if not numbers:
        return []
    for stage in STAGES:
        found = list(_rates(numbers[0], locale, stage))
        if found:
            return found
    if len(numbers) < 2:
        return []
    return list(_listed(text, locale)) or list(_divided(text, locale))


def _rates(core: Core, locale: str, stage: Stage) -> Iterator[Reading]:
    """Yield amounts by unit of something, where Babel has no unit of its own for the two."""
    prefix, suffix = sides(core, stage)
    table = cldr.per_affixes(locale)
    for left, right, name in table.find(prefix, suffix, folded=stage != "exact"):
        divisor = expression(Affix("unit", name))
        for bare, negative in signed(left, stage):
            for affix in affixes(bare, right, locale, _AMOUNTS, stage):
                reading = made(core.value, affix, negative=negative)
                if reading is not None:
                    yield reading._replace(unit=_over(reading.unit, divisor))


def _over(above: str, below: str) -> str:
    return units.parse_unit(f"{above or '1'}/{below}") if below else above


# Lists -----------------------------------------------------------------------------------------


def _listed(text: str, locale: str) -> Iterator[Reading]:
    """Yield the sum of the parts of a list, in its last unit."""
    for style in cldr.list_styles(locale):
        for parts in _taken_apart(text, style, locale):
            for chosen in _falling(parts):
                total = _sum(chosen)
                if total is not None:
                    yield total


def _taken_apart(text: str, style: ListStyle, locale: str) -> Iterator[Parts]:
    """Yield the readings of each part, for every way to undo what Babel's list formatter does."""
    if "2" in style:
        yield from _cut(text, style["2"], locale)
    if "end" in style and "start" in style:
        for head, tail in _halves(text, style["end"]):
            last = alone(tail, locale, ("unit",))
            if last:
                for parts in _heads(head, style, locale, _PARTS):
                    is_doubled = "2" not in style and parts[-1] == last
                    yield parts if is_doubled else [*parts, last]


def _heads(text: str, style: ListStyle, locale: str, left: int) -> Iterator[Parts]:
    yield from _cut(text, style["start"], locale)
    if left and "middle" in style:
        for head, tail in _halves(text, style["middle"]):
            last = alone(tail, locale, ("unit",))
            if last:
                for parts in _heads(head, style, locale, left - 1):
                    yield [*parts, last]
                return


def _cut(text: str, joint: Joint, locale: str) -> Iterator[Parts]:
    for head, tail in _halves(text, joint):
        first = alone(head, locale, ("unit",))
        second = alone(tail, locale, ("unit",)) if first else []
        if second:
            yield [first, second]


def _halves(text: str, joint: Joint) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a text at a joint, the rightmost first; folded texts fit too."""
    before, between, after, swapped = joint
    folded = tuple(map(cldr.fold, (before, between, after)))
    for given, (opening, middle, closing) in (
        (text, (before, between, after)),
        (cldr.fold(text), folded),
    ):
        if not (given.startswith(opening) and given.endswith(closing)):
            continue
        body = given[len(opening) : len(given) - len(closing)]
        for at in _places(body, middle):
            head, tail = body[:at], body[at + len(middle) :]
            yield (tail, head) if swapped else (head, tail)


def _places(body: str, middle: str) -> list[int]:
    """Return where a joint may stand, the rightmost first; one without a text, before digits."""
    if not middle:
        return [run.start() for run in RUN.finditer(body)][:0:-1][:_CUTS]
    places: list[int] = []
    at = body.rfind(middle)
    while at >= 0 and len(places) < _CUTS:
        places.append(at)
        at = body.rfind(middle, 0, at)
    return places


def _falling(parts: Parts) -> Iterator[list[Reading]]:
    """Yield one reading of each part, all of one dimension and one sign, units falling in size."""
    for last in parts[-1]:
        chains = [[last]]
        for part in reversed(parts[:-1]):
            chains = [
                [one, *chain] for chain in chains for one in part if _is_larger(one, chain[0])
            ]
        yield from chains


def _is_larger(one: Reading, other: Reading) -> bool:
    return (
        one.value.is_signed() == other.value.is_signed()
        and units.dimension(one.unit) == units.dimension(other.unit)
        and units.factor(one.unit) > units.factor(other.unit)
    )


def _sum(parts: list[Reading]) -> Reading | None:
    unit = parts[-1].unit
    sizes = [Fraction(one.value) * units.factor(one.unit) for one in parts]
    total = _decimal(sum(sizes, Fraction(0)) / units.factor(unit))
    return None if total is None else parts[-1]._replace(value=total)


# Quotients -------------------------------------------------------------------------------------


def _divided(text: str, locale: str) -> Iterator[Reading]:
    """Yield the quotient of "32.5 tons per 13 hours", where it has an end."""
    for joint in cldr.quotients(locale):
        for head, tail in _halves(text, joint):
            for over in alone(head, locale, _AMOUNTS):
                for under in alone(tail, locale, ("number", "unit")):
                    if under.value:
                        value = _decimal(Fraction(over.value) / Fraction(under.value))
                        if value is not None:
                            yield over._replace(value=value, unit=_over(over.unit, under.unit))


def _decimal(number: Fraction) -> Decimal | None:
    """Return the decimal that is exactly `number`, if there is one."""
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    digits = number.numerator * 10**places // number.denominator
    return Decimal((int(digits < 0), tuple(map(int, str(abs(digits)))), -places))
