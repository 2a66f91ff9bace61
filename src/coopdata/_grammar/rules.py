"""What people write: a number with what stands around it, read at one place of a text.

One numeric core is read (`_numerals`); what follows it is looked up in the lexicon's `after` table,
what stands before it in `before`. A few rules over the classes of those tables make the rest:

    amount   = core scale* (core scale+)*                        _amount
    range    = [opener] amount joiner amount [closer]            _ranges
    quantity = [unit] (amount | range) [unit | noun] [smaller part] [per unit | rate]
    reading  = [change by] [hedge] quantity [hedge]              _context

No rule names a language; a language is its word list.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from .. import _exact
from .amounts import COMPLETE, NEEDY, amount_at, core_at, number_start
from .context import change_before, noun_between, relation_before
from .counted import kind_of
from .cursor import View, payload, row
from .figures import Amount
from .fractions import take_fraction, take_one_in, take_share
from .ranges import shared_noun, shared_unit, take_range
from .reading import CLASSIFIED, HEDGES, Evidence, Quantity
from .units import DASHES, rate_before, smaller_part, take_rate, unit_after, unit_before

__all__ = ["quantity_at"]

_SHARES: Final = frozenset({"share", "over", "of"})
_ORDINALS: Final = frozenset({"ordinal_tail", "ordinal_scale"})
#: A place in a row that is worth a mention even in words ("the ten-thousandth tractor").
_MILESTONE: Final = 1000
_SIGNS: Final = "+-\u2212"
_BEFORE_SIGN: Final = ' (\n:;\u00ab"，。、；：（'


def quantity_at(view: View, pos: int) -> Quantity | None:
    """Read the quantity whose number begins at `pos`."""
    amount = amount_at(view, pos)
    if amount is None:
        return None
    if amount.form in COMPLETE:
        return _special(view, amount)
    quantity = Quantity(number_start(view, amount), amount.end, amount.value, amount.form)
    quantity.scaled = amount.scale != 1
    if amount.hedge is not None:
        quantity.relation = amount.hedge  # type: ignore[assignment]  # the word lists hold relations only
        quantity.found(HEDGES[amount.hedge])
    ahead, behind = view.kinds_ahead(quantity.end), view.kinds_behind(pos)
    if amount.form == "digits":
        _sign(view, quantity)
        if _ordinal(view, quantity, ahead) or take_fraction(view, quantity):
            return quantity
    if not _SHARES.isdisjoint(ahead) and take_share(view, quantity):
        return quantity
    if "ordinal_head" in behind:
        return _headed(view, quantity)
    if "blocker" in ahead:
        return None
    if "unit" in behind or "doubt" in behind:
        unit_before(view, quantity)
    unit_after(view, quantity)
    if quantity.doubt is not None:
        return quantity
    if amount.form == "weak" and quantity.unit is not None and take_one_in(view, quantity):
        return quantity
    take_range(view, quantity)
    if "inner_hedge" in ahead and quantity.unit is None:
        _hedged_noun(view, quantity)
    if amount.form in NEEDY and not quantity.scaled and not _is_given(view, quantity):
        return None
    _complete(view, quantity)
    is_level = quantity.has(Evidence.LEVEL_REACHED)
    if amount.form == "hedged" and quantity.relation == "exact" and not is_level:
        return None
    return None if _is_article(view, quantity) else quantity


def _is_article(view: View, quantity: Quantity) -> bool:
    """Tell "한 기업" (a company) from "한 명", "한 사람": one of a thing takes a measure word."""
    nouns = view.lex.one_counts
    if nouns is None or quantity.form != "words" or quantity.high != 1 or quantity.scaled:
        return False
    if quantity.kind != "number" or quantity.relation != "exact" or quantity.has(*CLASSIFIED):
        return False
    return not view.low.endswith(nouns, 0, quantity.end)


def _hedged_noun(view: View, quantity: Quantity) -> None:
    """Take the hedge and the noun of "500'den fazla işçi": the number alone is the span."""
    hit = view.ahead(quantity.end)
    hedge = payload(hit, "inner_hedge")
    if hit is None or hedge is None:
        return
    noun = Quantity(quantity.start, hit[0], quantity.low, quantity.form)
    unit_after(view, noun)
    if noun.unit is None:
        noun_between(view, noun)
    if noun.unit is not None:
        quantity.unit, quantity.counted, quantity.carried = noun.unit, noun.counted, True
        if kind_of(noun.unit) != "number":
            quantity.end, quantity.carried = noun.end, False
    if quantity.relation == "exact":
        quantity.relation = hedge  # type: ignore[assignment]  # the word lists hold relations only
    quantity.outer = (quantity.outer[0], noun.end)
    quantity.evidence += noun.evidence
    quantity.found(HEDGES[hedge], quantity.end, hit[0])


def _is_given(view: View, quantity: Quantity) -> bool:
    """Tell whether a weak number has a unit, of those that it may have in its language."""
    units = view.lex.weak_units
    if quantity.unit is None:
        return False
    return not units or quantity.unit in units or kind_of(quantity.unit) in units


def _complete(view: View, quantity: Quantity) -> None:
    """Take what may still belong to the quantity, and what stands around it."""
    first = view.low[quantity.start]
    _full_stop(view, quantity)
    if quantity.unit is None:
        if "conjunction" in view.kinds_ahead(quantity.end):
            shared_unit(view, quantity)
    elif not quantity.has(Evidence.UNIT_SHARED):
        smaller_part(view, quantity)
        _full_stop(view, quantity)
        take_rate(view, quantity)
    rate_before(view, quantity)
    if quantity.unit is None and not _is_partitive(view, quantity):
        noun_between(view, quantity)
        if quantity.unit in (None, "item") and quantity.form == "digits":
            shared_noun(view, quantity)
        if quantity.counted:
            take_rate(view, quantity)
    quantity.kind = kind_of(quantity.unit) if quantity.unit else "number"
    if first in _SIGNS:
        _signed(quantity, first)
    elif quantity.unit is not None and quantity.unit.startswith("degree"):
        _below_zero(view, quantity)
    relation_before(view, quantity)
    change_before(view, quantity)


def _is_partitive(view: View, quantity: Quantity) -> bool:
    """Tell "18 milyonu" (eighteen million of it): the noun that follows is not what is counted."""
    return view.low.endswith(view.lex.partitive_numbers, 0, quantity.end)


def _full_stop(view: View, quantity: Quantity) -> None:
    """Leave the full stop to the sentence where the abbreviation before it is written without."""
    end = quantity.end
    low = view.low
    if low[end - 1] == "." and low.endswith(view.lex.undotted, 0, end):
        after = view.right(end)
        if after >= view.size or low[after] == "\n" or view.text[after].isupper():
            quantity.end = end - 1


def _headed(view: View, quantity: Quantity) -> Quantity | None:
    """Take an ordinal that a word before it makes ("第10万", "제3"), unless of a paragraph."""
    core = core_at(view, quantity.start)
    for end in {quantity.end, core.end if core is not None else quantity.end}:
        if row(view.ahead(end), "blocker", "section") is not None:
            return None
    quantity.kind, quantity.unit = "ordinal", ""
    quantity.found(Evidence.ORDINAL)
    quantity.minor = not quantity.scaled and quantity.low < 100
    return quantity


def _sign(view: View, quantity: Quantity) -> None:
    """Take a sign that touches the number and nothing else."""
    at = quantity.start - 1
    if at >= 0 and view.low[at] in _SIGNS and (at == 0 or view.low[at - 1] in _BEFORE_SIGN):
        quantity.start = at


def _signed(quantity: Quantity, sign: str) -> None:
    """Word a written sign: a change where it stands before a percentage, else part of the value."""
    minus = sign != "+"
    if quantity.kind == "percent":
        quantity.change = "decrease" if minus else "increase"
    elif minus:
        quantity.low, quantity.high = _exact.negate(quantity.high), _exact.negate(quantity.low)


def _below_zero(view: View, quantity: Quantity) -> None:
    """Take the word for a minus before degrees ("minus 20 degrees", "零下20度", "영하 20도")."""
    hit = view.behind(quantity.start)
    if hit is not None and "below_zero" in hit[1].by_kind:
        quantity.start = hit[0]
        quantity.low, quantity.high = _exact.negate(quantity.high), _exact.negate(quantity.low)


def _ordinal(view: View, quantity: Quantity, ahead: dict[str, str]) -> bool:
    """Take "2-миллионный", "1000th": a number that names a place in a row."""
    end = quantity.end
    if view.low.startswith(" ", end) and _ORDINALS.isdisjoint(ahead):
        return False
    at = end + (end < view.size and view.low[end] in DASHES)
    if view.low.startswith(".", end):
        return _dotted(view, quantity)
    for place in (end, at, view.right(end)):
        hit = view.after(place)
        kinds = ("ordinal_tail", "ordinal_scale")[place > at :]
        found = row(hit, *kinds)
        if (
            hit is not None
            and found is not None
            and hit[0] - end <= (5, 24)[found[0] != "ordinal_tail"]
        ):
            if found[1]:
                quantity.low = quantity.high = _exact.multiply(quantity.low, Decimal(found[1]))
            quantity.end = hit[0]
            quantity.kind, quantity.unit = "ordinal", ""
            quantity.found(Evidence.ORDINAL)
            quantity.minor = quantity.low < 100
            return True
    return False


def _dotted(view: View, quantity: Quantity) -> bool:
    """Take "der 500.000. Traktor": a full stop that ends no sentence makes an ordinal."""
    end = quantity.end
    at = view.right(end + 1)
    if row(view.after(end), "ordinal_tail") is None or at == end + 1 or at >= view.size:
        return False
    stop = at
    while stop < view.size and view.low[stop].isalpha():
        stop += 1
    word = view.low[at:stop]
    if not word or word in view.lex.stop or row(view.after(at), "blocker", "section") is not None:
        return False
    if view.text[at].isupper() and not view.lex.capital_nouns:
        return False
    quantity.end = end + 1
    quantity.kind, quantity.unit = "ordinal", ""
    quantity.found(Evidence.ORDINAL)
    quantity.minor = quantity.low < 100
    return True


def _special(view: View, amount: Amount) -> Quantity:
    """Read word ordinals, parts of one ("a third"), folds ("doubled", "вдвое")."""
    quantity = Quantity(number_start(view, amount), amount.end, amount.value, amount.form)
    quantity.unit = ""
    if amount.form == "ordinal":
        quantity.kind = "ordinal"
        quantity.minor = quantity.low < _MILESTONE
        return quantity
    quantity.kind = "ratio"
    if amount.form == "fused":
        quantity.unit, quantity.kind = amount.note, kind_of(amount.note)
    if amount.form == "fold":
        quantity.unit = "fold"
        if amount.note in ("increase", "decrease"):
            quantity.change = amount.note  # type: ignore[assignment]  # one of two literals
    relation_before(view, quantity)
    if quantity.change is None:
        change_before(view, quantity)
    return quantity
