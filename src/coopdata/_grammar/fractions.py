"""Parts of one: "nine out of ten", "四分之一", "三成", "3/4 of the fleet", "百分之三十"."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .._exact import is_whole, to_decimal
from .._numbers.figures import DASHES, PART, Amount, is_figure
from .._text.words import LAST_SPACED
from ..model import MentionKind, kind_of
from .amounts import core_at
from .context import change_before
from .counted import is_divisible
from .cursor import View, payload, row
from .hedges import relation_before
from .reading import Evidence, Quantity

__all__ = ["take_fraction", "take_share", "take_some_in"]

_TURNED: Final = ("words", "weak", "digits")
_TEN: Final = Decimal(10)
_ROUND: Final = (10, 100, 1000)
_MANY: Final = 1000
#: The end of a phrase, or the word behind a number.
_FOLLOWS: Final = re.compile(r"(?:[.,;:!?)]?(?:\Z| )|\Z)([^\W\d_]*)")
#: A part of one in figures, before a word: what stands alone may be a date, a score, a rate.
#: The words beside a fraction in figures.
_BEFORE: Final = re.compile(r"([^\W\d_]+) \Z")
_BEHIND: Final = re.compile(r" ([^\W\d_]+)")
_WORD_REACH: Final = 24
_FRACTION: Final = re.compile(
    r"(?=1/[2-9] |2/[35] |3/[458] |4/5 |5/[68] |7/8 )(\d)/(\d) (?=[^\W\d])"
)
#: The longest word that is looked at behind "one worker in ten".
_WORD: Final = 24


def take_share(view: View, quantity: Quantity) -> bool:
    """Take a part of one: "nine out of ten", "one in five", "四分之一", "三成"."""
    hit = view.ahead(quantity.end)
    if hit is None:
        return False
    tenth = payload(hit, "share")
    if tenth is not None:
        share, end = Fraction(quantity.low) * Fraction(tenth), hit[0]
        follows = view.low[end : end + 1]
        more = view.lex.numerals.at(view.low, end) if follows > LAST_SPACED else None
        if more is not None and view.after(more[0]) is None:
            digit = more[1][0][1]
            if digit.isdecimal() and 0 < int(digit) < 10:
                share, end = share + Fraction(int(digit), 100), more[0]  # "四成五"
    else:
        turned = payload(hit, "over") is not None
        if not turned and payload(hit, "of") is None:
            return False
        at = view.right(hit[0])
        other = core_at(view, at) if at < view.size else None
        in_figures = quantity.form == "digits" and not turned
        forms = _TURNED if turned else ("digits",) if in_figures else ("words",)
        if other is None or other.form not in forms:
            return False
        if in_figures and not _is_share(view, quantity.low, other):
            return False
        sign = view.before(at) if turned else None
        if sign is not None and sign[0] == quantity.start and payload(sign, "unit") is not None:
            return _hundredth(view, quantity, other, payload(sign, "unit"))
        if turned or not 0 < quantity.low < other.value:
            return False
        share, end = Fraction(quantity.low) / Fraction(other.value), other.end
    quantity.low = quantity.high = to_decimal(share)
    quantity.end = end
    return _stands(view, quantity, "", "ratio", Evidence.SHARE)


def _is_share(view: View, part: Decimal, whole: Amount) -> bool:
    """Tell "1 in 10 workers", "3 из 10 заводов" from "5 из 83 регионов", "1 in 10 minutes".

    In figures it is one of so many, or some of ten, a hundred or a thousand that are named.
    """
    is_round = is_whole(part) and whole.value in _ROUND
    if not is_round and not (part == 1 and whole.value <= _MANY and is_whole(whole.value)):
        return False
    kinds = view.kinds_ahead(whole.end)
    if "scale" in kinds or "doubt" in kinds:
        return False
    unit = kinds.get("unit")
    if unit is not None:
        return kind_of(unit) == "number"
    follows = _FOLLOWS.match(view.low, whole.end)
    return follows is not None and part == 1 and follows[1] not in (view.lex.stop - {""})


def take_some_in(view: View, quantity: Quantity) -> bool:
    """Take "one worker in ten", "deux personnes sur trois": a part of one, its noun inside.

    A noun behind it is what the second number counts ("four plants on five continents").
    """
    hit = view.ahead(quantity.end)
    if hit is None or payload(hit, "of") is None:
        return False
    if quantity.low != 1 and (quantity.unit is None or kind_of(quantity.unit) != "number"):
        return False
    at = view.right(hit[0])
    whole = core_at(view, at) if at < view.size and view.low[at].isalpha() else None
    if whole is None or whole.form != "words" or not is_whole(whole.value):
        return False
    if not quantity.low < whole.value or (quantity.low > 1 and whole.value > _TEN):
        return False
    behind = view.right(whole.end)
    following = view.low[behind : behind + _WORD]
    word = re.split(r"\W", following, maxsplit=1)[0]
    if word and word not in view.lex.stop and view.lex.is_noun(word):
        return False
    quantity.low = quantity.high = to_decimal(Fraction(quantity.low) / Fraction(whole.value))
    quantity.end = whole.end
    return _stands(view, quantity, "", "ratio", Evidence.SHARE)


def _is_measured(view: View, end: int) -> bool:
    """Tell whether a unit that can be divided stands behind a fraction or its range."""
    at = view.right(end)
    dashed = at < view.size and view.low[at] in DASHES
    hit = view.ahead(at + dashed)
    unit = row(hit, "unit", "unit_adjective")
    if unit is not None:
        return is_divisible(unit[1])
    if hit is not None and payload(hit, "joiner") is not None:
        at = view.right(hit[0])
    elif dashed:
        at = view.right(at + 1)
    else:
        return False
    other = core_at(view, at) if at < view.size and is_figure(view.low[at]) else None
    if other is None:
        return False
    unit = row(view.ahead(other.end), "unit", "scale")
    return unit is not None and (unit[0] == "scale" or is_divisible(unit[1]))


def take_fraction(view: View, quantity: Quantity) -> bool | str:
    """Take "3/4 акций", "1/3 of the fleet": a small fraction in figures, before a word.

    Before a unit it is a number like others ("3/8 inch"); what else has a stroke is a date, a
    score, a number of a document.
    """
    if quantity.note != PART or quantity.scaled or "unit" in view.kinds_behind(quantity.start):
        return False
    if _is_measured(view, quantity.end):
        return False
    if not _FRACTION.match(view.low, quantity.start) or _is_day(view, quantity):
        return "stroke between digits"
    return _stands(view, quantity, "", "ratio", Evidence.SHARE)


def _is_day(view: View, quantity: Quantity) -> bool:
    """Tell "reopened on 4/5 after it" from "1/3 of the fleet" and "на 2/3 и"."""
    before = _BEFORE.search(view.low, max(0, quantity.start - _WORD_REACH), quantity.start)
    behind = _BEHIND.match(view.low, quantity.end)
    if before is None or behind is None or "by" in view.kinds_behind(quantity.start):
        return False
    stop = view.lex.stop
    return before[1] in stop and behind[1] in stop and "of" not in view.kinds_ahead(quantity.end)


def _hundredth(view: View, quantity: Quantity, part: Amount, unit: str | None) -> bool:
    """Take a percentage that names its hundred first ("百分之三十")."""
    quantity.low = quantity.high = part.value
    quantity.end = part.end
    return _stands(view, quantity, unit, "percent", Evidence.UNIT_BEFORE)


def _stands(
    view: View, quantity: Quantity, unit: str | None, kind: MentionKind, evidence: Evidence
) -> bool:
    """Let the part be what was found, with the hedge and the change beside it."""
    quantity.unit, quantity.kind = unit, kind
    quantity.found(evidence)
    relation_before(view, quantity)
    change_before(view, quantity)
    return True
