"""Read rates, lists and quotients of units: "12 tons per hour", "3 hr, 5 min", "8 km per 2 h"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import Final

from .. import _exact, cldr, units
from .._numbers.digits import RUN
from ..cldr import FOLDS, Affix, Joint, Lists, Stage
from .candidates import Reading, expression, made, narrowed, printable
from .lookup import Core, affixes, alone, closest, cores, is_mixed, sides, signed, wordless

__all__ = ["joined", "listed"]

#: How many places are tried at which a text may be cut in two, and how long a list may be.
_CUTS: Final = 6
_PARTS: Final = 6
_AMOUNTS: Final = ("number", "money", "unit")

Parts = list[list[Reading]]


def joined(text: str, locale: str, numbers: list[Core]) -> list[Reading]:
    """Return the readings of a text as a rate, a list or a quotient, whichever comes first."""

    def rates(stage: Stage) -> list[Reading]:
        if numbers:
            return list(_rates(numbers[0], locale, stage))
        return list(_wordless_rates(text, locale, stage))

    found = closest(rates, text)
    if found or not numbers:
        return found
    if len(numbers) == 1 and not cldr.unit_affixes(locale).has_wordless:
        return []
    for nth, given in enumerate((text,) if is_mixed(text) else (text, cldr.fold(text))):
        found = _listed(given, locale, cldr.list_joints(locale)[nth], len(numbers))
        if not found and len(numbers) > 1:
            found = list(_divided(given, locale, cldr.quotients(locale)[nth]))
        if found:
            break
    return found


def listed(text: str, locale: str, numbers: int) -> list[Reading]:
    """Return the readings of a text as a list that is printed to the letter."""
    return _listed(text, locale, cldr.list_joints(locale)[0], numbers)


def _rates(core: Core, locale: str, stage: Stage) -> Iterator[Reading]:
    """Yield amounts by unit of something, where Babel has no unit of its own for the two."""
    prefix, suffix = sides(core, stage)
    table = cldr.per_affixes(locale)
    for left, right, name in table.find(prefix, suffix, stage):
        divisor = expression(Affix("unit", name))
        for bare, sign in signed(left, stage):
            for affix in affixes(bare, right, locale, _AMOUNTS, stage):
                reading = made(core.value, affix, sign)
                if reading is not None and not affix.power:
                    yield reading._replace(unit=_over(reading.unit, divisor))


def _wordless_rates(text: str, locale: str, stage: Stage) -> Iterator[Reading]:
    """Yield rates whose amount is a word alone: "metre per minute" for one of them."""
    whole = FOLDS[stage](text)
    for left, right, name in cldr.per_affixes(locale).find("", whole, stage):
        if not left and right:
            divisor = expression(Affix("unit", name))
            for reading in wordless(right, locale, ("unit",), stage):
                yield reading._replace(unit=_over(reading.unit, divisor))


def _over(above: str, below: str) -> str:
    return units.parse_unit(f"{above or '1'}/{below}") if below else above


# Lists -----------------------------------------------------------------------------------------


class _Reader:
    """Reads the parts of a list, each text once.

    Attributes:
        has_wordless: Whether a part may state its number without digits.
    """

    def __init__(self, locale: str) -> None:
        self._locale = locale
        self.has_wordless = cldr.unit_affixes(locale).has_wordless
        self._known: dict[str, list[Reading]] = {}

    def __call__(self, text: str) -> list[Reading]:
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._read(text)
        return found

    def _read(self, text: str) -> list[Reading]:
        numbers = cores(text, self._locale)
        if not numbers and not self.has_wordless:
            return []
        return printable(alone(text, self._locale, ("unit",), numbers), self._locale)


def _listed(text: str, locale: str, lists: Lists, numbers: int) -> list[Reading]:
    """Return the sums of the parts of a list, in its last unit, for the first way to cut it."""
    for parts in _taken_apart(text, lists, _Reader(locale), numbers):
        found = [total for chosen in _falling(parts) if (total := _sum(chosen)) is not None]
        if found:
            return found
    return []


def _taken_apart(text: str, lists: Lists, read: _Reader, numbers: int) -> Iterator[Parts]:
    """Yield the readings of each part, for every way to undo what Babel's list formatter does."""
    if numbers > 2:
        yield from _longer(text, lists, read)
    for joint in lists.pairs:
        if joint[1] in text:
            yield from _cut(text, joint, read)
    if numbers <= 2 and (read.has_wordless or len(RUN.findall(text)) > 2):
        yield from _longer(text, lists, read)


def _longer(text: str, lists: Lists, read: _Reader) -> Iterator[Parts]:
    for start, middle, end, is_doubled in lists.longer:
        for head, tail in _halves(text, end) if end[1] in text else ():
            last = read(tail)
            if last:
                for parts in _heads(head, start, middle, read, _PARTS):
                    yield parts if is_doubled and parts[-1] == last else [*parts, last]


def _heads(text: str, start: Joint, middle: Joint, read: _Reader, left: int) -> Iterator[Parts]:
    yield from _cut(text, start, read)
    for head, tail in _halves(text, middle) if left else ():
        last = read(tail)
        if last:
            for parts in _heads(head, start, middle, read, left - 1):
                yield [*parts, last]
            return


def _cut(text: str, joint: Joint, read: _Reader) -> Iterator[Parts]:
    for head, tail in _halves(text, joint):
        second = read(tail)
        first = read(head) if second else []
        if first:
            yield [first, second]


def _halves(text: str, joint: Joint) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a text at a joint, the rightmost first."""
    opening, middle, closing, swapped = joint
    if text.startswith(opening) and text.endswith(closing):
        body = text[len(opening) : len(text) - len(closing)]
        for at in _places(body, middle):
            head, tail = body[:at], body[at + len(middle) :]
            yield (tail, head) if swapped else (head, tail)


def _places(body: str, middle: str) -> list[int]:
    """Return where a joint may stand, the rightmost first; one without a text, before digits."""
    if not middle:
        starts = [run.start() for run in RUN.finditer(body)][:0:-1][:_CUTS]
        return [at - (body[at - 1] == "-") for at in starts]
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
    last = parts[-1]
    total = last.value
    for one in parts[:-1]:
        ratio = _ratio(one.unit, last.unit)
        if ratio is None:
            return None
        total = _exact.add(total, _exact.multiply(one.value, ratio))
    return _bare(last)._replace(value=total) if _exact.is_bounded(total) else None


@lru_cache(maxsize=4096)
def _ratio(unit: str, other: str) -> Decimal | None:
    """Return how many of `other` make one `unit`, if that has an end."""
    return _decimal(units.factor(unit) / units.factor(other))


# Quotients -------------------------------------------------------------------------------------


def _divided(text: str, locale: str, joints: tuple[Joint, ...]) -> Iterator[Reading]:
    """Yield the quotient of "32.5 tons per 13 hours", where it has an end."""
    for joint in joints:
        for head, tail in _halves(text, joint):
            under = _whole(tail, locale, ("number", "unit"))
            over = _whole(head, locale, _AMOUNTS) if under else []
            for above, below in product(over, under):
                if below.unit and not above.unit:
                    continue  # "1/2 km", "130/65 mmHg"
                value = _quotient(above.value, below.value)
                if value is not None:
                    yield _bare(above)._replace(value=value, unit=_over(above.unit, below.unit))


def _whole(text: str, locale: str, families: tuple[str, ...]) -> list[Reading]:
    """Return the readings of one side of a quotient; Babel shortens neither."""
    found = narrowed(alone(text, locale, families), locale)
    return [one for one in found if not one.affix.power]


def _bare(reading: Reading) -> Reading:
    """Return a reading whose plural was decided in its part and says nothing of the whole."""
    return reading._replace(affix=reading.affix._replace(plurals=()))


def _quotient(above: Decimal, below: Decimal) -> Decimal | None:
    value = _decimal(Fraction(above) / Fraction(below)) if below else None
    return value if value is not None and _exact.is_bounded(value) else None


def _decimal(number: Fraction) -> Decimal | None:
    """Return the decimal that is exactly `number`, if there is one."""
    found = _exact.to_decimal(number)
    return None if isinstance(found, _exact.Quotient) else found
