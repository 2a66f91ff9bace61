"""What one quantity of a sentence lends the next: its unit, its change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .._grammar.counted import from_count, from_head, from_verb
from .._grammar.cursor import View
from .._grammar.reading import Evidence, Quantity
from .._text.words import WORD
from .reasons import carry_unit, from_ahead

__all__ = ["carry_change", "is_unit", "lend_unit", "may_lend"]

_DIGITS: Final = re.compile("[0-9]+")
#: How far back the source of a carried unit is searched.
_REACH: Final = 400
#: How many characters may link two statements of one change ("by 7.9 million, or by 11.3 %").
_LINK: Final = 16
_LINKS: Final = frozenset({"conjunction", "by", "filler", "hedge"})
_NEVER: Final = frozenset({"ordinal", "duration", "ratio"})


def is_unit(view: View, start: int, end: int) -> bool:
    """Tell "3 кв. м" and "3 кВ" from a part of a year, "3 кв.": the digits have a unit there.

    Its name goes on where the part of the year ends, or is in a case that nobody has by accident.
    """
    digits = _DIGITS.match(view.low, start)
    at = view.right(digits.end()) if digits is not None else end
    if at >= end:
        return False
    hit = view.after(at)
    if hit is None or "unit" not in hit[1].by_kind:
        return False
    word = view.text[at : hit[0]]
    return hit[0] > end or word not in (word.lower(), word.upper(), word.title())


def may_lend(before: Iterable[Quantity], pos: int) -> bool:
    """Tell whether a quantity before a place has a unit that a number there might take over."""
    return any(
        quantity.unit and quantity.kind not in _NEVER and pos - quantity.end <= _REACH
        for quantity in before
    )


def lend_unit(view: View, quantity: Quantity, before: Iterable[Quantity]) -> None:
    """Give a number without a unit the one that its clause or a quantity `before` it states."""
    if quantity.kind != "number":
        return
    if quantity.unit is None:
        from_count(view, quantity)
    if quantity.unit is None:
        from_verb(view, quantity)
    if quantity.unit in (None, "item"):
        carry_unit(view, quantity, before)
        from_ahead(view, quantity)
        if quantity.unit is None and quantity.scaled:
            from_head(view, quantity)


def carry_change(view: View, quantity: Quantity, previous: Quantity | None) -> None:
    """Let "fell by 7.9 million roubles, or 11.3 %" be one change, stated twice."""
    if previous is None or previous.change is None or quantity.change is not None:
        return
    if quantity.kind != "percent" or quantity.start - previous.end > _LINK:
        return
    after, before = view.lex.after, view.lex.before
    words = WORD.findall(view.low, previous.end, quantity.start)
    for word in words:
        kinds = {*after.kinds_of(word), *before.kinds_of(word)}
        if not kinds & _LINKS or "level" in kinds:
            return
    if words:
        quantity.change = previous.change
        quantity.found(Evidence.CHANGE_SHARED, previous.start, previous.end)
