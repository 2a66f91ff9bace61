"""What a number with its unit still takes: a smaller part, a rate, the noun that it counts."""

from __future__ import annotations

import re
from typing import Final

from ..model import kind_of
from .context import noun_between
from .counted import ends_sentence
from .cursor import View, payload
from .parts import smaller_part
from .reading import CLASSIFIED, HEDGES, Evidence, Quantity
from .second import shared_noun, shared_unit
from .units import take_rate, unit_after

__all__ = [
    "full_stop",
    "hedged_noun",
    "is_article",
    "is_needy",
    "is_unhedged",
    "part",
    "rate",
    "said_noun",
    "say_kind",
    "share_unit",
]

#: Where a unit stands that the number has itself.
_OWN: Final = (Evidence.UNIT_AFTER, Evidence.RANGE)
_GOODS: Final = re.compile(r" ?([^\W\d_]+)")
_FOLLOWS: Final = re.compile(r"(,?) ?([^\W\d_]+)")


def _ends_phrase(view: View, pos: int) -> bool:
    """Tell "в день." and "a day and" from "в день победы", "am Tag der Ernte", "в день, когда"."""
    follows = _FOLLOWS.match(view.low, pos)
    if follows is None:
        return True
    if follows[1]:
        return follows[2] not in view.lex.stop
    return "conjunction" in view.lex.after.kinds_of(follows[2])


def is_article(view: View, quantity: Quantity) -> bool:
    """Tell "한 기업" (a company) from "한 명", "한 사람": one of a thing takes a measure word."""
    nouns = view.lex.one_counts
    if nouns is None or quantity.form != "words" or quantity.high != 1 or quantity.scaled:
        return False
    if quantity.kind != "number" or quantity.relation != "exact" or quantity.has_any(CLASSIFIED):
        return False
    return not view.low.endswith(nouns, 0, quantity.end)


def hedged_noun(view: View, quantity: Quantity) -> bool:
    """Take the hedge and the noun of "500'den fazla işçi": the number alone is the span.

    Returns whether the reading is complete: the noun leaves open which unit it is.
    """
    hit = view.ahead(quantity.end)
    hedge = payload(hit, "inner_hedge")
    if hit is None or hedge is None or quantity.unit is not None:
        return False
    noun = Quantity(quantity.start, hit[0], quantity.low, quantity.form)
    unit_after(view, noun)
    if noun.doubt is not None:
        quantity.doubt, quantity.end = noun.doubt, noun.end
        return True
    if noun.unit is None:
        noun_between(view, noun)
    if noun.unit is not None:
        quantity.unit, quantity.counted, quantity.carried = noun.unit, noun.counted, True
        if kind_of(noun.unit) != "number":
            quantity.end, quantity.carried = noun.end, False
    if quantity.relation == "exact":
        quantity.relation = hedge  # type: ignore[assignment]  # the word lists hold relations only
    quantity.outer = (quantity.outer[0], noun.end)
    quantity.takes_over(noun)
    quantity.found(HEDGES[hedge], quantity.end, hit[0])
    return False


def is_needy(view: View, quantity: Quantity) -> bool:
    """Tell a weak number without a unit, or without one that it may have in its language."""
    if quantity.scaled:
        return False
    units, unit = view.lex.weak_units, quantity.unit
    if unit is None:
        return True
    return bool(units) and unit not in units and kind_of(unit) not in units


def is_unhedged(view: View, quantity: Quantity) -> bool:
    """Tell a word that is a number only behind a hedge ("about hundred"), and has none."""
    return quantity.relation == "exact" and not quantity.has(Evidence.LEVEL_REACHED)


def _is_partitive(view: View, quantity: Quantity) -> bool:
    """Tell "18 milyonu" (eighteen million of it): the noun that follows is not what is counted."""
    return view.low.endswith(view.lex.partitive_numbers, 0, quantity.end)


def full_stop(view: View, quantity: Quantity) -> None:
    """Leave the full stop to the sentence where the abbreviation before it is written without."""
    end = quantity.end
    low = view.low
    if low[end - 1] == "." and low.endswith(view.lex.undotted, 0, end):
        after = view.right(end)
        if after >= view.size or low[after] == "\n" or view.text[after].isupper():
            quantity.end = end - 1


def share_unit(view: View, quantity: Quantity) -> None:
    """Give "12" of "12 and 15 percent" the unit of the second number."""
    if quantity.unit is None:
        shared_unit(view, quantity)


def part(view: View, quantity: Quantity) -> None:
    """Take the smaller part of a stated unit, and leave the full stop behind it."""
    if quantity.unit and smaller_part(view, quantity):
        full_stop(view, quantity)


def rate(view: View, quantity: Quantity) -> None:
    """Take what a stated unit is per."""
    if quantity.unit is None or quantity.has(Evidence.UNIT_SHARED):
        return
    take_rate(view, quantity)
    if kind_of(quantity.unit) == "quantity" and quantity.has_any(_OWN):
        _rate_apart(view, quantity)


def _rate_apart(view: View, quantity: Quantity) -> None:
    """Take what a measured unit is per behind the goods: "300 тыс. т карбамида в год".

    The words that say so stand apart, so the span is the amount's alone. They end the phrase:
    "5 tonnes of grain a week later" are no rate, nor is a year that goes on ("im Jahr 2016").
    """
    lex, at = view.lex, quantity.end
    hit = view.ahead(at)
    if hit is not None and payload(hit, "partitive") is not None:
        at = hit[0]
    for _ in range(2):
        goods = _GOODS.match(view.low, at)
        if goods is None or goods[1] in lex.stop or goods[1] in lex.numerals.rows:
            return
        at = goods.end()
        far = Quantity(quantity.start, at, quantity.low, "digits")
        far.unit = quantity.unit
        take_rate(view, far)
        if far.end == at:
            continue
        is_time = far.doubt is None and kind_of((far.unit or "").rpartition("/")[2]) == "duration"
        if is_time and _ends_phrase(view, far.end):
            quantity.unit, quantity.carried = far.unit, True
        return


def said_noun(view: View, quantity: Quantity) -> None:
    """Take the noun that a number without a unit counts, and what it is per."""
    if quantity.unit is not None or _is_partitive(view, quantity):
        return
    if ends_sentence(view, quantity.end):
        return
    noun_between(view, quantity)
    if quantity.unit in (None, "item") and quantity.form == "digits":
        shared_noun(view, quantity)
    if quantity.counted:
        take_rate(view, quantity)


def say_kind(view: View, quantity: Quantity) -> None:
    """Say what kind of quantity the unit makes it."""
    quantity.kind = kind_of(quantity.unit) if quantity.unit else "number"
