"""The second of two numbers said in one breath, and what the first takes from it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .. import _exact
from .._numbers.figures import BROKEN, Amount
from ..model import kind_of
from .amounts import amount_at, core_at
from .context import noun_between
from .cursor import View, payload
from .reading import Evidence, Quantity
from .units import take_rate, unit_after

__all__ = [
    "coin_part",
    "in_scale",
    "past_hedge",
    "rescaled",
    "said_scale",
    "second_at",
    "share",
    "shared_noun",
    "shared_unit",
]

#: So many numbers of a list stand behind one that takes its unit from the last.
_LISTED: Final = 6
_ADJECTIVE: Final = re.compile(r" ([^\W\d_]+)(?= )")
#: Forms of what can be the end of a range.
_BOUNDS: Final = frozenset({"digits", "words", "weak"})
_TEN, _HUNDRED = Decimal(10), Decimal(100)
_THOUSANDS: Final = tuple(map(Decimal, ("1E+12", "1E+9", "1E+6", "1E+3")))


def second_at(view: View, at: int) -> tuple[Quantity, Amount] | None:
    """Read the second number of a range, with its unit before or after it."""
    hit = view.lex.before.at(view.low, at)
    unit = payload(hit, "unit")
    if hit is not None and unit is not None:
        at = view.right(hit[0])
    if at >= view.size:
        return None
    amount = amount_at(view, at)
    if amount is None or amount.note == BROKEN or amount.form not in _BOUNDS:
        return None
    second = Quantity(amount.start, amount.end, amount.value, amount.form)
    second.scaled = amount.scale != 1
    second.unit = unit
    unit_after(view, second)
    return second, amount


def rescaled(view: View, quantity: Quantity, amount: Amount) -> Decimal:
    """Return the first number with the scale that the second states ("20 to 30 million")."""
    if amount.form == "words" and amount.scale == 1:
        return _rescaled_words(quantity.low, amount.value)
    if quantity.scaled or amount.scale == 1:
        return quantity.low
    core = core_at(view, amount.start)
    if core is None or not core.value:
        return quantity.low
    scaled = in_scale(
        quantity.low, _exact.to_decimal(Fraction(amount.value) / Fraction(core.value))
    )
    return scaled if scaled <= amount.value else quantity.low


def _rescaled_words(low: Decimal, high: Decimal) -> Decimal:
    """Return the first of two number words with the scale of the second ("two-three million")."""
    for scale in _THOUSANDS:
        if low < scale and not _exact.remainder(_exact.add(high, high), scale):
            scaled = in_scale(low, scale)
            if scaled > high and high < scale:
                continue  # "two to five hundred thousand": half a million, and not in millions
            return scaled if scaled <= high else low
    if low < _TEN and not _exact.remainder(high, _HUNDRED):  # "two or three hundred"
        scaled = in_scale(low, _HUNDRED)
        return scaled if scaled <= high else low
    return low


def in_scale(low: Decimal, scale: Decimal) -> Decimal:
    """Return a number so many times a scale, written without an exponent."""
    return _exact.plain(_exact.multiply(low, scale))


def said_scale(value: Decimal) -> Decimal:
    """Return the scale that number words end in ("four hundred thousand": a thousand)."""
    return next(
        (scale for scale in _THOUSANDS if value and not _exact.remainder(value, scale)), Decimal(1)
    )


def share(quantity: Quantity, other: Quantity) -> None:
    """Give the first number the unit of the second."""
    quantity.unit, quantity.carried = other.unit, True
    quantity.found(Evidence.UNIT_SHARED, other.start, other.end)


def coin_part(quantity: Quantity, other: Quantity, amount: Amount) -> Decimal:
    """Return what part of its currency the coins of the second number are, which both share."""
    if quantity.unit is not None or kind_of(other.unit or "") != "money" or not amount.value:
        return Decimal(1)
    return _exact.to_decimal(abs(Fraction(other.low) / Fraction(amount.value)))


def past_hedge(view: View, at: int) -> int:
    """Return the place after a hedge or a "by" at `at` ("from 5 to over 10 %")."""
    hit = view.lex.before.at(view.low, at)
    if hit is not None and (payload(hit, "hedge") or payload(hit, "by") is not None):
        return view.right(hit[0])
    return at


def shared_unit(view: View, quantity: Quantity) -> None:
    """Give "12" of "12 and 15 percent" the unit and the scale that a number behind it states.

    A list may go on for some numbers more ("60, 120 and 180 kg/ha"). Its last link is a word: a
    comma alone may stand in a number that was written with a space too many.
    """
    end = quantity.end
    for _ in range(_LISTED):
        stop = _linked(view, end)
        if stop is None:
            return
        is_comma = view.low[end:stop] == ","
        if is_comma and not view.low.startswith(" ", stop):
            return
        at = past_hedge(view, view.right(stop))
        if at >= view.size or not view.low[at].isdecimal():
            return
        second = second_at(view, at)
        if second is None:
            return
        other, amount = second
        if other.unit is not None or other.scaled or other.form != "digits":
            if other.unit and not is_comma and other.has(Evidence.UNIT_AFTER):
                part = coin_part(quantity, other, amount)  # "11 and 12 cents"
                quantity.low = quantity.high = in_scale(rescaled(view, quantity, amount), part)
                take_rate(view, other)
                share(quantity, other)
            return
        end = other.end


def _linked(view: View, end: int) -> int | None:
    """Return where the word ends that links a number to the next ("and", "or", "versus")."""
    hit = view.ahead(end)
    if hit is None or "conjunction" not in hit[1].by_kind:
        hit = view.lex.before.at(view.low, view.right(end))
        if hit is None or "compared" not in hit[1].by_kind:
            return None
    return hit[0]


def shared_noun(view: View, quantity: Quantity) -> None:
    """Give "1,500" of "1,500 direct and 4,000 indirect jobs" the noun behind the second number."""
    lex, counted = view.lex, quantity.counted
    if counted and ("" in lex.adjectives or not counted.lower().endswith(lex.adjectives)):
        return
    start = quantity.end
    if counted and not quantity.carried:
        start = view.left(start - len(counted))
    match = _ADJECTIVE.match(view.low, start)
    if match is None or "conjunction" not in view.kinds_ahead(match.end()):
        return
    hit = view.ahead(match.end())
    word = match.group(1)
    if hit is None or word in lex.stop or word in lex.after.rows:
        return
    at = past_hedge(view, view.right(hit[0]))
    if at >= view.size or not view.low[at].isdecimal():
        return
    amount = amount_at(view, at)
    if amount is None or amount.form != "digits":
        return
    other = Quantity(amount.start, amount.end, amount.value, amount.form)
    noun_between(view, other)
    if other.unit is not None and other.unit != "item" and other.carried:
        share(quantity, other)
        quantity.end, quantity.counted = start, None
