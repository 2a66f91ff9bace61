"""Amounts: a numeric core with its scale words ("1,5 млн", "1 bn 340 m", "1만 2천")."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ._numerals import Core, digits_at, words_at
from ._view import View, payload

__all__ = ["NEEDY", "Amount", "amount_at", "core_at", "number_start", "plain"]

#: Forms of a core that are a quantity only before a unit or a scale.
NEEDY = ("weak", "factor")


class Amount(NamedTuple):
    """A number and what its scale words made of it.

    `scale` is the product of the last scale words, one where there were none; `hedge` the relation
    that a word inside the amount states ("20多亿", "1200여 명", "2 миллиардтан астам").
    """

    start: int
    end: int
    value: Decimal
    form: str
    note: str = ""
    scale: Decimal = Decimal(1)
    hedge: str | None = None


_ONE = Decimal(1)
#: Scale words beyond this product state no quantity that anybody means.
_LARGEST = Decimal(10) ** 30


def plain(value: Decimal) -> Decimal:
    """Return a scaled value without the zeros that scaling left behind its decimal mark."""
    if value == value.to_integral_value():
        return value.quantize(_ONE) if value.adjusted() < 27 else Decimal(int(value))
    return value


def core_at(view: View, pos: int) -> Core | None:
    """Read the numeric core at `pos`, in digits or in words."""
    if view.low[pos].isdecimal():
        return digits_at(view.low, pos, view.lex)
    return words_at(view.low, pos, view.lex)


def amount_at(view: View, pos: int) -> Amount | None:
    """Read a number and its scale words; later, smaller parts with scales of their own add up."""
    core = core_at(view, pos)
    if core is None:
        return None
    start, end, value, form, note = core
    if form in ("ordinal", "fraction", "fold", "fused"):
        return Amount(start, end, value, form, note)
    hedge, end = _inner_hedge(view, end)
    stop, scale = _scales(view, start, end)
    if scale == 1:
        if hedge is not None and not view.lex.whole_words and view.lex.spaced:
            return Amount(start, core.end, value, form)
        return Amount(start, end, value, form, hedge=hedge)
    touches = view.lex.whole_words or not view.lex.spaced
    if hedge is None and touches:
        hedge, stop = _inner_hedge(view, stop)
    if hedge is not None:
        form = "words" if form in NEEDY else form
        return Amount(start, stop, plain(value * scale), form, "", scale, hedge)
    parts, last, end = [value * scale], scale, stop
    while last != 1:
        further = _further_part(view, end, last)
        if further is None:
            break
        end, part, below = further
        if below > last:  # "1천200억": what is smaller counts in the larger scale
            part += sum(one for one in parts if one < below)
            parts = [one for one in parts if one >= below]
            scale = below
        parts.append(part * below)
        last = below
    if touches:
        hedge, end = _inner_hedge(view, end)
    total = plain(sum(parts, Decimal(0)))
    return Amount(start, end, total, "words" if form in NEEDY else form, "", scale, hedge)


def _inner_hedge(view: View, end: int) -> tuple[str | None, int]:
    """Return the relation of a hedge that stands between a number and its unit, and its end."""
    at = end if view.lex.whole_words else view.right(end)
    if view.low[at : at + 1] <= "\u2e7f" and not view.lex.settings.get("inner_hedges"):
        return None, end  # where words are spaced, it stands between the number and the noun
    hit = view.after(at)
    hedge = payload(hit, "inner_hedge")
    return (hedge, hit[0]) if hit is not None and hedge is not None else (None, end)


def _scales(view: View, start: int, end: int) -> tuple[int, Decimal]:
    """Return where the scale words after `end` stop, and their product ("千万" is two)."""
    product = _ONE
    low, size = view.low, view.size
    needy = view.lex.settings.get("needy_scales", ())
    while product < _LARGEST:
        at = view.right(end)
        hyphen = at == end and at < size and low[at] == "-"
        hit = view.after(at + hyphen)
        scale = payload(hit, "scale")
        if hit is None or scale is None or (hyphen and low.startswith("-", hit[0])):
            return end, product
        if low[at : hit[0]] in needy and not _is_scale(view, start, hit[0]):
            return end, product
        product *= Decimal(scale)
        end = hit[0]
    return end, product


def _is_scale(view: View, start: int, stop: int) -> bool:
    """Tell "$5m" and "5m cars" from "5 m": a letter is a scale only beside a currency or unit."""
    if payload(view.before(view.left(start)), "unit") is not None:
        return True
    return payload(view.after(view.right(stop)), "unit") is not None


def _further_part(view: View, end: int, last: Decimal) -> tuple[int, Decimal, Decimal] | None:
    """Return the end, the number and the scale of a part that goes on counting below `last`."""
    at = view.right(end)
    if at >= view.size or not (view.low[at].isdecimal() or at == end):
        return None
    core = core_at(view, at)
    if core is None or core.form not in ("digits", "words") or core.value >= last:
        return None
    stop, scale = _scales(view, core.start, core.end)
    if scale == 1:
        joined = view.low[at] > "\u2e7f" or (at == end and view.low[end - 1] > "\u2e7f")
        if not joined and not view.lex.settings.get("loose_tail"):
            return None
    elif scale >= last and not (scale > last and at == end and view.low[end - 1] > "\u2e7f"):
        return None
    return stop, core.value, scale


def number_start(view: View, amount: Amount) -> int:
    """Return where the number itself begins in "a million", "a dozen": articles stay outside."""
    if amount.form != "digits":
        space = view.low.find(" ", amount.start, amount.end)
        if space > 0:
            rows = view.lex.before.rows.get(view.low[amount.start : space], ())
            if any(kind == "filler" for kind, _ in rows):
                return space + 1
    return amount.start
