"""Levels that something rose or fell from and to, told from ranges and from steps."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from .. import _exact
from .._numbers.figures import Amount
from .._numbers.sums import LARGE
from ..model import kind_of
from .context import change_in_clause, changes_after
from .cursor import View, payload
from .reading import Evidence, Quantity
from .second import coin_part, in_scale, said_scale, share
from .units import take_rate

__all__ = ["BY_OR_FROM", "UNITS", "Sense", "is_closed", "is_step", "sense", "take_level"]

#: What stands before an opener that says "by": "une hausse de", "la hausse a été de".
_BY: Final = frozenset({"amounts_to", "change_noun", "copula"})
#: What the two numbers of an opened range are.
Sense = Literal["levels", "range", "doubt"]
#: What a number is refused as that may be a step or a level.
BY_OR_FROM: Final = "by or from"
#: Where a unit stands that a number has.
UNITS: Final = (Evidence.UNIT_BEFORE, Evidence.UNIT_AFTER, Evidence.UNIT_SHARED)


def sense(view: View, quantity: Quantity, low: Decimal, other: Quantity) -> Sense:
    """Tell "rose from 12 to 31 %", "fell from 15 to 10 million" from "cost from 12 to 31 dollars".

    A word that opens a range and says "by" as well leaves open which is meant, as French "de"
    does: "a baissé de 8 à 6 %" is from and to, for nothing falls by 8 to 6; "a chuté de 12 à 15 %"
    and "une hausse de 12 à 15 %" are by so much; "a augmenté de 12 à 15 %" may be either.
    """
    start = quantity.outer[0]
    rises = other.low > low
    change = change_in_clause(view, start)
    if change is None and "shift" in view.kinds_behind(start):  # "the rent goes from $5 to $7"
        return "doubt"
    if change not in ("increase", "decrease") or not _says_by(view, quantity):
        opener = view.low[start : view.left(quantity.start)]
        is_lost = change == "decrease" and "transitive" in view.kinds_behind(start)
        is_span = is_lost and other.low < _exact.multiply(low, LARGE)  # "lose from 20 to 30"
        is_span = is_span or "span" in view.lex.before.kinds_of(
            opener
        )  # "потеряют от 20 до 30 человек"
        return "range" if rises and (change is None or is_span) else "levels"
    is_whole = quantity.scaled or quantity.has(Evidence.UNIT_AFTER)
    if quantity.unit and other.unit not in (None, quantity.unit):
        return "levels"  # "a progressé de 12 % à 5 millions": a step, and the level reached
    if not rises:
        return "doubt" if change == "increase" else "levels"
    is_noun = not _BY.isdisjoint(view.kinds_behind(start))
    is_share = is_noun and kind_of(other.unit or "") == "percent"
    return "range" if not is_whole and (is_share or change == "decrease") else "doubt"


def _says_by(view: View, quantity: Quantity) -> bool:
    """Tell an opener that says "by" as well, or does behind a noun of change ("caída de")."""
    start, end = quantity.outer[0], view.left(quantity.start)
    if "by" in view.lex.before.kinds_of(view.low[start:end]):
        return True
    longer = view.before(end)
    is_hung = longer is not None and longer[0] < start and "change" in longer[1].by_kind
    return is_hung and "change_noun" in view.kinds_behind(start)


def is_closed(view: View, low: Decimal, other: Quantity) -> bool:
    """Tell two levels ("12에서 31%로") from a range that a word closes ("10에서 12% 사이")."""
    closer = view.ahead(other.end)
    if closer is None or payload(closer, "closer") is None:
        return True
    return payload(closer, "level") is not None and (
        other.low <= low or changes_after(view, closer[0])
    )


def is_step(view: View, quantity: Quantity) -> bool:
    """Tell "rose $5 to $47" (a step and the level reached) from "cost $5 to $47"."""
    if not quantity.has_any(UNITS) or kind_of(quantity.unit or "") == "percent":
        return False
    behind = view.kinds_behind(quantity.start)
    return "change" in behind or (
        "by" in behind and change_in_clause(view, quantity.start) is not None
    )


def take_level(view: View, quantity: Quantity, other: Quantity, amount: Amount) -> None:
    """Leave the first of two levels alone, with the unit that stands behind the second."""
    view.level = other.start
    if view.low[other.end : other.end + 1] == "/":  # "fell from 12 to 7 mL/min/kg"
        other.unit = None
    if quantity.unit is None and other.unit is not None:
        if not quantity.scaled:
            scale = amount.scale if amount.form != "words" else said_scale(amount.value)
            scale = scale if quantity.low < scale else Decimal(1)
            scale = in_scale(scale, coin_part(quantity, other, amount))
            quantity.low = quantity.high = in_scale(quantity.low, scale)
        take_rate(view, other)
        share(quantity, other)
    elif quantity.unit == other.unit:
        take_rate(view, other)
        if quantity.unit != other.unit:  # "from $112 to $94 a tonne"
            share(quantity, other)
    quantity.opened = None
    quantity.outer = (quantity.start, quantity.end)
    if quantity.unit == other.unit:
        quantity.found(Evidence.LEVEL_LEFT)
