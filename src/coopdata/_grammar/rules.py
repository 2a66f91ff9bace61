"""What people write: a number with what stands around it, read at one place of a text.

One numeric core is read (`_numbers`); what follows it is looked up in the lexicon's `after` table,
what stands before it in `before`. The rules of one table, over the classes of those, make the rest:

    amount   = core scale* (core scale+)*                        amounts
    range    = [opener] amount joiner amount [closer]            ranges
    quantity = [unit] (amount | range) [unit | noun] [smaller part] [per unit | rate]
    reading  = [change by] [hedge] quantity [hedge]              context

No rule names a language; a language is its word list.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from .._lexicon.dictionary import Rows
from .._numbers.figures import BROKEN
from .amounts import amount_at, number_start
from .cursor import Take, View
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
    first, rest, inner = _asked(amount.form, ahead and ahead[1], behind and behind[1])
    answer = _answer(view, quantity, first)
    if answer is None:
        is_whole = quantity.unit is not None and not quantity.start and quantity.end == view.size
        answer = _answer(view, quantity, inner if is_whole else rest)
    if answer is None or answer is True:
        return quantity
    view.refuse(answer)
    return None


def _answer(view: View, quantity: Quantity, asked: _Asked) -> Literal[True] | str | None:
    """Ask rules in turn; return the first answer that one gives."""
    for take in view.watched(asked.rules) if view.is_watched else asked.takes:
        answer = take(view, quantity)
        if answer:
            return answer
    return None


class _Asked(NamedTuple):
    """Rules that are asked one after the other, and their steps."""

    rules: tuple[Rule, ...]
    takes: tuple[Take, ...]


@lru_cache(maxsize=8192)
def _asked(form: str, ahead: Rows | None, behind: Rows | None) -> tuple[_Asked, _Asked, _Asked]:
    """Return the rules that have something to ask of a number with these words beside it.

    First those before any that looks beyond the reading, then the rest, and of the rest those that
    a reading is asked by beside which nothing stands.
    """
    after = _NOTHING if ahead is None else ahead.by_kind.keys()
    before = _NOTHING if behind is None else behind.by_kind.keys()
    asked = [
        rule
        for rule in RULES
        if form in rule.forms
        and (not rule.ahead or not rule.ahead.isdisjoint(after))
        and (not rule.behind or not rule.behind.isdisjoint(before))
    ]
    cut = next((at for at, rule in enumerate(asked) if rule.beyond), len(asked))
    rest = asked[cut:]
    return _steps(asked[:cut]), _steps(rest), _steps(rule for rule in rest if not rule.beyond)


def _steps(rules: Iterable[Rule]) -> _Asked:
    asked = tuple(rules)
    return _Asked(asked, tuple(rule.take for rule in asked))
