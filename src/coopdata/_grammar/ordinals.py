"""Numbers that name a place in a row ("1000th", "第3"), and those complete in their words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from .. import _exact
from .._numbers.figures import DASHES
from ..model import kind_of
from .amounts import core_at
from .context import change_before
from .cursor import View, row
from .hedges import relation_before
from .reading import Evidence, Quantity

__all__ = ["ORDINALS", "headed", "ordinal", "whole_form"]

ORDINALS: Final = frozenset({"ordinal_tail", "ordinal_scale"})
#: A place in a row that is worth a mention even in words ("the ten-thousandth tractor").
_MILESTONE: Final = 1000


def ordinal(view: View, quantity: Quantity) -> bool:
    """Take "2-миллионный", "1000th": a number that names a place in a row."""
    end = quantity.end
    if view.low.startswith(" ", end) and ORDINALS.isdisjoint(view.kinds_ahead(end)):
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


def headed(view: View, quantity: Quantity) -> bool | str:
    """Take an ordinal that a word before it makes ("第10万", "제3"), unless of a paragraph."""
    core = core_at(view, quantity.start)
    for end in {quantity.end, core.end if core is not None else quantity.end}:
        if row(view.ahead(end), "blocker", "section") is not None:
            return "numbered paragraph"
    quantity.kind, quantity.unit = "ordinal", ""
    quantity.found(Evidence.ORDINAL)
    quantity.minor = not quantity.scaled and quantity.low < 100
    return True


def whole_form(view: View, quantity: Quantity) -> bool:
    """Read word ordinals, parts of one ("a third"), folds ("doubled", "вдвое")."""
    quantity.unit = ""
    if quantity.form == "ordinal":
        quantity.kind = "ordinal"
        quantity.minor = quantity.low < _MILESTONE
        return True
    quantity.kind = "ratio"
    if quantity.form == "fused":
        quantity.unit, quantity.kind = quantity.note, kind_of(quantity.note)
    if quantity.form == "fold":
        quantity.unit = "fold"
        if quantity.note in ("increase", "decrease"):
            quantity.change = quantity.note  # type: ignore[assignment]  # one of two literals
    relation_before(view, quantity)
    if quantity.change is None:
        change_before(view, quantity)
    return True
