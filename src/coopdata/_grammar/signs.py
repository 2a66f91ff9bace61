"""Signs before a number, and the words for a minus.

What is surely a sign touches the number, or the unit before it, and opens something: it stands at
the beginning, behind a space or a bracket. A longer dash, and a hyphen in a script without spaces,
may join words as well; of those the unit and the word before decide.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .. import _exact
from .._numbers.figures import DASHES
from .._text.words import LAST_SPACED
from .cursor import View
from .reading import Evidence, Quantity

__all__ = [
    "LONG",
    "MINUSES",
    "SIGNS",
    "SIGN_DOUBT",
    "as_change",
    "may_precede",
    "sign_at",
    "sign_end",
    "take_sign",
    "word_sign",
]

#: Short signs, and the dashes that many write for them.
_SHORT: Final = "+-\u2212\u2010\u2011\ufe63\uff0d\uff0b"
LONG: Final = "\u2012\u2013\u2014"
MINUSES: Final = f"{_SHORT[1:-1]}{LONG}"
_PLUSES: Final = "+\uff0b"
#: All signs.
SIGNS: Final = MINUSES + _PLUSES
_BEFORE_SIGN: Final = ' (\n:;[=<>~"\u2248\u2264\u2265\u00ab\u201c\u201e，。、；：（《'
_WORD: Final = re.compile(r"[^\W\d_]+$")
_WORD_REACH: Final = 24
#: Kinds of quantities that go below zero in common speech.
_BELOW_ZERO: Final = frozenset({"money", "percent"})
#: Classes of nouns, which ask for nothing behind them.
_HEADS: Final = frozenset({"sum"})
#: What a reading is refused as whose sign may be a dash, or reach any far.
SIGN_DOUBT: Final = "sign or dash"


def may_precede(view: View, at: int) -> bool:
    """Tell whether what stands before a sign at `at` leaves it a sign."""
    if not at:
        return True
    before = view.low[at - 1]
    if before in _BEFORE_SIGN or unicodedata.category(before) == "Sc":
        return True
    return not view.lex.spaced and before > LAST_SPACED and before.isalpha()


def sign_end(view: View, at: int) -> int:
    """Return where the sign at the beginning of a text ends, written or a word, or `at`."""
    if view.low[at : at + 1] in tuple(SIGNS):
        return at + 1
    hit = view.lex.before.at(view.low, at)
    return view.right(hit[0]) if hit is not None and "below_zero" in hit[1].by_kind else at


def sign_at(view: View, at: int) -> str:
    """Return the sign at `at` that touches digits or a sign of money, or nothing."""
    sign, touched = view.low[at : at + 1], view.low[at + 1 : at + 2]
    if not touched or sign not in SIGNS:
        return ""
    return sign if touched.isdecimal() or unicodedata.category(touched) == "Sc" else ""


def take_sign(view: View, quantity: Quantity) -> None:
    """Take a sign that touches the number and nothing else."""
    at = quantity.start - 1
    if at >= 0 and view.low[at] in SIGNS and may_precede(view, at):
        quantity.start, quantity.sign = at, view.low[at]


def word_sign(view: View, quantity: Quantity) -> str | None:
    """Let a sign, or the word for a minus, stand in the value or in the change."""
    start = quantity.start
    if quantity.sign:
        if quantity.sign in LONG or view.low[start - 1 : start] > LAST_SPACED:
            return _dashed(view, quantity, start)
        return _signed(view, quantity)
    hit = view.behind(start)
    if hit is None or "below_zero" not in hit[1].by_kind:
        return None
    at = view.left(hit[0])
    if view.low[at - 1 : at].isdecimal():
        return None  # "10 minus 3 percent"
    is_sure = _is_sure(quantity) or (quantity.kind == "percent" and view.lex.spaced)
    if not is_sure and not _opens(view, hit[0]):
        view.floor = quantity.end
        return SIGN_DOUBT  # "profit minus $5 million in costs"
    is_tied = not view.lex.spaced or any(char in DASHES for char in view.low[start : quantity.end])
    quantity.start, quantity.sign = hit[0], "-"
    return _signed(view, quantity, is_tied=is_tied)


def as_change(quantity: Quantity) -> None:
    """Make a change of a percentage of its sign."""
    quantity.change = "increase" if quantity.sign in _PLUSES else "decrease"


def _dashed(view: View, quantity: Quantity, at: int) -> str | None:
    """Decide what a dash is that touches the number: a minus, a dash between words, or either."""
    before = view.left(at)
    if view.low[before - 1 : before].isdecimal():
        is_minus = False  # "from 5 –6 °C"
    elif _is_sure(quantity) or _opens(view, at):
        is_minus = True
    elif quantity.kind in _BELOW_ZERO:
        view.floor = quantity.end
        return SIGN_DOUBT  # "the share –7 %"
    else:
        is_minus = False  # "Minsk –300 km"
    if is_minus:
        return _signed(view, quantity)
    quantity.sign = ""
    quantity.start += view.low[quantity.start] in MINUSES
    return None


def _is_sure(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.startswith("degree")


def _opens(view: View, at: int) -> bool:
    """Tell whether nothing stands before `at`, or no more than a word that asks for more."""
    end = view.left(at)
    if not end or not view.low[end - 1].isalpha():
        return True
    if not view.lex.spaced:
        return view.before(end) is not None
    word = _WORD.search(view.low, max(0, end - _WORD_REACH), end)
    return word is not None and (
        word.group() in view.lex.stop
        or not _HEADS.issuperset(view.lex.before.kinds_of(word.group()))
    )


def _signed(view: View, quantity: Quantity, *, is_tied: bool = False) -> str | None:
    """Word a sign: a change where it stands before a percentage, else part of the value.

    How far it reaches in a range is known where the two numbers are tied.
    """
    minus = quantity.sign not in _PLUSES
    if (
        minus
        and quantity.relation == "between"
        and not is_tied
        and not quantity.has(Evidence.SPREAD)
    ):
        view.floor = quantity.end
        return SIGN_DOUBT
    if quantity.kind == "percent":
        as_change(quantity)
    elif minus:
        quantity.low, quantity.high = _exact.negate(quantity.high), _exact.negate(quantity.low)
    return None
