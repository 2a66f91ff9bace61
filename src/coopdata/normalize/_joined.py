"""Read rates and lists of units: "12 tons per hour", "3 hr, 5 min"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from .. import cldr, units
from ..cldr import NUMBER, Affix, Joint, ListStyle
from ._reading import Reading, expression, made

if TYPE_CHECKING:
    from ._printed import _Core

__all__ = ["joined"]

#: How many places are tried at which a text may be cut in two, and how long a list may be.
_CUTS: Final = 6
_PARTS: Final = 6


def joined(text: str, cores: list[_Core], locale: str, families: tuple[str, ...]) -> list[Reading]:
    """Return the readings of a text as a rate, a unit without a pattern, a list or a quotient."""
    if "unit" not in families or not text:
        return []
    for folded in (False, True):
        found = list(_rates(cores, locale, folded=folded))
        if found:
            return found
    found = list(_named(cores, locale))
    if found or len(cores) < 2:
        return found
    return list(_listed(text, locale)) or list(_divided(text, locale))


def _signed(prefix: str) -> Iterator[tuple[str, bool]]:
    yield prefix, False
    if prefix.endswith("-"):
        yield prefix[:-1], True
    if prefix.startswith("-") and len(prefix) > 1:
        yield prefix[1:], True


def _rates(cores: list[_Core], locale: str, *, folded: bool) -> Iterator[Reading]:
    """Yield amounts by unit of something, where Babel has no unit of its own for the two."""
    from ._printed import affixes

    table = cldr.per_affixes(locale)
    for core in cores[:1]:
        prefix, suffix = core.prefix, core.suffix
        if folded:
            prefix, suffix = cldr.fold(prefix).lstrip(), cldr.fold(suffix).rstrip()
        for left, right, name in table.find(prefix, suffix, folded=folded):
            divisor = expression(Affix("unit", name))
            for bare, negative in _signed(left):
                for affix in affixes(
                    bare, right, locale, ("number", "money", "unit"), folded=folded
                ):
                    reading = made(core.value, affix, negative=negative)
                    if reading is not None:
                        rate = units.parse_unit(f"{reading.unit or '1'}/{divisor}")
                        yield reading._replace(unit=rate)


def _named(cores: list[_Core], locale: str) -> Iterator[Reading]:
    """Yield amounts whose unit has no pattern: Babel prints its name or id after the number."""
    for core in cores[:1]:
        prefix, suffix = cldr.fold(core.prefix).lstrip(), cldr.fold(core.suffix).rstrip()
        for affix in cldr.unit_names(locale).get(f"{NUMBER}{suffix}", ()):
            reading = made(core.value, affix, negative=prefix == "-")
            if reading is not None and prefix in ("", "-"):
                yield reading


def _single(text: str, locale: str) -> list[Reading]:
    from ._printed import readings_alone

    return readings_alone(text, locale, ("unit",))


def _listed(text: str, locale: str) -> Iterator[Reading]:
    """Yield the sum of the parts of a list, in its last unit."""
    for style in cldr.list_styles(locale):
        for parts in _taken_apart(text, style, locale):
            for chosen in _of_one_dimension(parts):
                yield _sum(chosen)


def _taken_apart(text: str, style: ListStyle, locale: str) -> Iterator[list[list[Reading]]]:
    """Yield the readings of each part, for every way to undo what Babel's list formatter does."""
    if "2" in style:
        yield from _cut(text, style["2"], locale)
    if "end" in style and "start" in style:
        for head, tail in _halves(text, style["end"]):
            last = _single(tail, locale)
            if last:
                for parts in _heads(head, style, locale, _PARTS):
                    yield [*parts, last]


def _heads(text: str, style: ListStyle, locale: str, left: int) -> Iterator[list[list[Reading]]]:
    yield from _cut(text, style["start"], locale)
    if left and "middle" in style:
        for head, tail in _halves(text, style["middle"]):
            last = _single(tail, locale)
            if last:
                for parts in _heads(head, style, locale, left - 1):
                    yield [*parts, last]
                return


def _cut(text: str, joint: Joint, locale: str) -> Iterator[list[list[Reading]]]:
    for head, tail in _halves(text, joint):
        first = _single(head, locale)
        if first:
            second = _single(tail, locale)
            if second:
                yield [first, second]


def _halves(text: str, joint: Joint) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a text at a joint, the rightmost first; folded texts fit too."""
    before, between, after, swapped = joint
    for given, spelled in ((text, joint[:3]), _folded(text, before, between, after)):
        opening, middle, closing = spelled
        if not (given.startswith(opening) and given.endswith(closing)) or not middle:
            continue
        body = given[len(opening) : len(given) - len(closing)]
        at = body.rfind(middle)
        for _ in range(_CUTS):
            if at < 0:
                break
            head, tail = body[:at], body[at + len(middle) :]
            yield (tail, head) if swapped else (head, tail)
            at = body.rfind(middle, 0, at)


def _folded(text: str, *parts: str) -> tuple[str, tuple[str, ...]]:
    return cldr.fold(text), tuple(map(cldr.fold, parts))


def _of_one_dimension(parts: list[list[Reading]]) -> Iterator[list[Reading]]:
    """Yield one reading of each part, all of one dimension and of one sign, sizes falling."""
    for last in parts[-1]:
        dimension = units.dimension(last.unit)
        chosen: list[Reading] = [last]
        for part in reversed(parts[:-1]):
            fitting = [
                one
                for one in part
                if units.dimension(one.unit) == dimension
                and units.factor(one.unit) > units.factor(chosen[0].unit)
                and one.value.is_signed() == last.value.is_signed()
            ]
            if not fitting:
                break
            chosen.insert(0, fitting[0])
        else:
            yield chosen


def _sum(parts: list[Reading]) -> Reading:
    last = parts[-1]
    total = sum(
        (Fraction(units.convert(one.value, one.unit, last.unit)) for one in parts), Fraction(0)
    )
    return last._replace(value=_decimal(total) or last.value)


def _divided(text: str, locale: str) -> Iterator[Reading]:
    """Yield the exact quotient of "32.5 tons per 13 hours"."""
    from ._printed import readings_alone

    for joint in cldr.quotients(locale):
        for head, tail in _halves(text, joint):
            for over in readings_alone(head, locale, ("number", "money", "unit")):
                for under in readings_alone(tail, locale, ("number", "unit")):
                    value = _quotient(over.value, under.value)
                    if value is not None:
                        yield over._replace(value=value, unit=_over(over.unit, under.unit))


def _over(above: str, below: str) -> str:
    return units.parse_unit(f"{above or '1'}/{below}") if below else above


def _quotient(above: Decimal, below: Decimal) -> Decimal | None:
    return _decimal(Fraction(above) / Fraction(below)) if below else None


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
