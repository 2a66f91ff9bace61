"""What one quantity of a sentence lends the next: its unit, its change."""

from __future__ import annotations

import re
from typing import Final

from .counted import from_count, from_head, kind_of
from .cursor import View
from .reading import Evidence, Quantity

__all__ = ["carry_change", "is_unit", "lend_unit", "may_lend", "sentence_start"]

_DIGITS: Final = re.compile("[0-9]+")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_END: Final = re.compile(r"[.!?]\s|\n|[\u3002\uff01\uff1f]")
_SENTENCE_MARKS: Final = (". ", "! ", "? ", "\n", "\u3002", "\uff01", "\uff1f")
#: How far back a sentence is searched for its beginning, and a carried unit for its source.
_REACH: Final = 400
#: How many characters may link two statements of one change ("by 7.9 million, or by 11.3 %").
_LINK: Final = 16
_LINKS: Final = frozenset({"conjunction", "by", "filler", "hedge"})
_NEVER: Final = frozenset({"ordinal", "duration", "ratio"})


def sentence_start(low: str, pos: int) -> int:
    """Return where the sentence that holds `pos` begins."""
    begin = max(0, pos - _REACH)
    ends = [low.rfind(mark, begin, pos) for mark in _SENTENCE_MARKS]
    start = max(ends) + 1 or begin
    while start < pos and not low[start].isalnum():
        start += 1
    return start


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


def may_lend(previous: Quantity | None, pos: int) -> bool:
    """Tell whether the quantity before a place has a unit that a number there might take over."""
    return (
        previous is not None
        and bool(previous.unit)
        and previous.kind not in _NEVER
        and pos - previous.end <= _REACH
    )


def lend_unit(view: View, quantity: Quantity, previous: Quantity | None) -> None:
    """Give a number without a unit the one that its clause or the quantity before it states."""
    if quantity.kind != "number":
        return
    if quantity.unit is None:
        from_count(view, quantity)
    if quantity.unit in (None, "item"):
        carry_unit(view, quantity, previous)
        if quantity.unit is None and quantity.scaled:
            from_head(view, quantity)


def carry_unit(view: View, quantity: Quantity, previous: Quantity | None) -> None:
    """Give an elliptical amount ("из которых 18 млн") the unit of the one before it."""
    if previous is None or not may_lend(previous, quantity.start):
        return
    if _SENTENCE_END.search(view.low, previous.end, quantity.start):
        return
    unit = previous.unit or ""
    if "/" in unit and not _is_level(quantity, unit):
        unit = unit.partition("/")[0]
    kind = kind_of(unit)
    if quantity.unit == "item" and quantity.has(Evidence.CLASSIFIER):
        said = view.low[previous.start : previous.end]
        if kind != "number" or view.low[quantity.end - 1] not in said:
            return  # another measure word counts another thing
    elif quantity.unit == "item" and not (quantity.scaled and kind == "money"):
        return
    if kind == "percent" and (quantity.scaled or quantity.low > 100):
        return
    if quantity.unit is None and not quantity.scaled and _runs_on(view, quantity):
        return
    is_bare = quantity.form == "digits" and not quantity.scaled and kind == "number"
    if is_bare and _follows_unknown_word(view, quantity.start):
        return  # "15 trolleybuses of model 321"
    if quantity.counted and not quantity.carried:
        quantity.end -= len(quantity.counted) + 1
    quantity.unit, quantity.kind = unit, kind
    quantity.carried, quantity.counted = True, None
    quantity.found(Evidence.UNIT_CARRIED, previous.start, previous.end)


def _is_level(quantity: Quantity, rate: str) -> bool:
    """Tell "3.4 t/ha against 4.1" from "5,000 cars a year, of which 300 are buses"."""
    amount, _, per = rate.partition("/")
    return not quantity.scaled and kind_of(amount) != "number" and kind_of(per) != "duration"


def _runs_on(view: View, quantity: Quantity) -> bool:
    """Tell whether a word goes on without a space: a room, a floor, a name."""
    at = quantity.end - (quantity.form != "digits")
    return view.low[at : at + 1] > "\u2e7f"


def _follows_unknown_word(view: View, pos: int) -> bool:
    """Tell whether the number hangs on a word that is neither a particle nor in the lexicon."""
    end = view.left(pos)
    start = end
    while start > max(0, end - _LINK) and view.low[start - 1].isalpha():
        start -= 1
    word = view.low[start:end]
    lex = view.lex
    if not word or word in lex.stop or word in lex.after.rows or not lex.is_noun(word):
        return False
    return view.before(end) is None


def carry_change(view: View, quantity: Quantity, previous: Quantity | None) -> None:
    """Let "fell by 7.9 million roubles, or 11.3 %" be one change, stated twice."""
    if previous is None or previous.change is None or quantity.change is not None:
        return
    if quantity.kind != "percent" or quantity.start - previous.end > _LINK:
        return
    after, before = view.lex.after, view.lex.before
    words = _WORDS.findall(view.low, previous.end, quantity.start)
    for word in words:
        kinds = {*after.kinds_of(word), *before.kinds_of(word)}
        if not kinds & _LINKS or "level" in kinds:
            return
    if words:
        quantity.change = previous.change
        quantity.found(Evidence.CHANGE_SHARED, previous.start, previous.end)
