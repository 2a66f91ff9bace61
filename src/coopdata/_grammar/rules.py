"""What people write: a number with what stands around it, read at one place of a text.

One numeric core is read (`numerals`); what follows it is looked up in the lexicon's `after` table,
what stands before it in `before`. The rules of one table, over the classes of those, make the rest:

    amount   = core scale* (core scale+)*                        amounts
    range    = [opener] amount joiner amount [closer]            ranges
    quantity = [unit] (amount | range) [unit | noun] [smaller part] [per unit | rate]
    reading  = [change by] [hedge] quantity [hedge]              context

No rule names a language; a language is its word list.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from .._lexicon.dictionary import Rows
from .amounts import amount_at, number_start
from .cursor import Take, View
from .figures import BROKEN
from .reading import HEDGES, Quantity
from .rule_table import RULES, Rule
from .signs import SIGNS

__all__ = ["quantity_at"]

_NOTHING: Final[frozenset[str]] = frozenset()


def quantity_at(view: View, pos: int) -> Quantity | None:
    """Read the quantity whose number begins at `pos`, rule by rule."""
    amount = amount_at(view, pos)
    if amount is None:
        view.refuse("no number")
        return None
    if amount.note == BROKEN:
        view.refuse("number not understood")
        view.floor = amount.end
        return None
    quantity = Quantity(number_start(view, amount), amount.end, amount.value, amount.form)
    quantity.scaled = amount.scale != 1
    quantity.note = amount.note
    if amount.hedge is not None:
        quantity.relation = amount.hedge  # type: ignore[assignment]  # the word lists hold relations only
        quantity.found(HEDGES[amount.hedge])
    ahead, behind = view.ahead(quantity.end), view.behind(amount.start)
    if behind is None and amount.start > 1 and view.low[amount.start - 1] in SIGNS:
        behind = view.behind(amount.start - 1)
    rules, takes = _asked(amount.form, ahead and ahead[1], behind and behind[1])
    for take in view.watched(rules) if view.is_watched else takes:
        answer = take(view, quantity)
        if answer:
            if answer is True:
                return quantity
            view.refuse(answer)
            return None
    return quantity


@lru_cache(maxsize=8192)
def _asked(
    form: str, ahead: Rows | None, behind: Rows | None
) -> tuple[tuple[Rule, ...], tuple[Take, ...]]:
    """Return the rules that have something to ask of a number with these words beside it."""
    after = _NOTHING if ahead is None else ahead.by_kind.keys()
    before = _NOTHING if behind is None else behind.by_kind.keys()
    asked = tuple(
        rule
        for rule in RULES
        if form in rule.forms
        and (not rule.ahead or not rule.ahead.isdisjoint(after))
        and (not rule.behind or not rule.behind.isdisjoint(before))
    )
    return asked, tuple(rule.take for rule in asked)
