"""What is no quantity by the company it keeps: a day that is a name, a flat, a sum in slang."""

from __future__ import annotations

import re
from typing import Final

from .._grammar.cursor import View, payload, row
from .._grammar.money import is_sign
from .._grammar.reading import Quantity
from ..model import kind_of
from ..units import CURRENCIES
from .causes import is_name_part

__all__ = [
    "is_compound",
    "is_cut",
    "is_expected",
    "is_flat",
    "is_named_day",
    "is_ordinal_part",
    "is_slang_sum",
    "is_so_many",
    "is_sum_of_interest",
    "is_unnamed",
]

#: A month and a day, or a day and a month, as a name has them: "9-11".
_DAY: Final = re.compile(r"(?:[1-9]|1[0-2])[-\u2010\u2011](?:[1-9]|[12]\d|3[01])(?!\d)")
#: The number of a flat behind that of its house: "22 m. 15", "12 кв. 5".
_FLAT: Final = re.compile(r"\d{1,3}[^\W\d_]? [^\W\d_]{1,3}\. ?\d{1,4}(?![\d.,%]| ?[^\W\d_])")
#: The word before a number; a figure with what makes an ordinal of it.
_BEFORE: Final = re.compile(r"(?:\d+(-?[^\W\d_]{1,3}|\.)|[^\W\d_]+)[ -]\Z")
_TIMES: Final = re.compile(r"\d ?[x\u0445\u00d7]\Z")
#: Digits with letters on them behind a measure.
_GLUED: Final = re.compile(r" (\d{1,2})[^\W\d_]{1,3}(?![^\W_])")
_GO_ON: Final = ("unit", "doubt", "scale", "ordinal_tail", "unit_adjective", "classifier")
_TIGHT: Final = re.compile(r"[\d.,]+[^\W\d_]+")
_BEHIND: Final = re.compile(r" ([^\W\d_]+)")
#: The name of a street: a few words, the first in capitals, right before the number.
_STREET: Final = re.compile(r"(?<!\S)[^\W\d_a-z]\w*(?: [\w-]+){0,2} \Z")
_REACH: Final = 48
#: How far from slang for a scale the word stands that makes a measure of it.
_AROUND: Final = 60


def is_named_day(view: View, quantity: Quantity) -> bool:
    """Tell "the 9-11 attacks": of a certain number no range is said, and no noun that is known."""
    return (
        quantity.relation == "between"
        and quantity.unit in (None, "item")
        and _DAY.match(view.low, quantity.start) is not None
        and "definite" in view.kinds_behind(quantity.start)
    )


def is_expected(view: View, quantity: Quantity) -> bool:
    """Tell "the 200,000 economists had expected" (of what is spoken of) from so many economists."""
    return (
        not quantity.carried
        and kind_of(quantity.unit or "") == "number"
        and "expected" in view.kinds_ahead(quantity.end)
        and "definite" in view.kinds_behind(quantity.start)
    )


def is_unnamed(view: View, quantity: Quantity) -> bool:
    """Tell "3,5 miljoner kronor" where no list says what the word behind a scale is."""
    if quantity.unit is not None or not quantity.scaled or view.lex.stop:
        return False
    at = view.right(quantity.end)
    return at > quantity.end and view.low[at : at + 1].isalpha()


def is_flat(view: View, quantity: Quantity) -> bool:
    """Tell a house and its flat ("ul. Długa 22 m. 15") from a length: behind a name, with two."""
    if quantity.form != "digits" or quantity.scaled:
        return False
    if _FLAT.match(view.low, quantity.start) is None:
        return False
    street = _STREET.search(view.text, max(0, quantity.start - _REACH), quantity.start)
    if street is not None and "blocker" in view.kinds_behind(street.start()):
        return True
    return is_name_part(view, quantity.start)


def is_slang_sum(view: View, quantity: Quantity) -> bool:
    """Tell "87 ярдов рублей": what stands before a noun of money is a scale and no measure.

    A word that is slang for a scale ("87 ярдов" are billions) measures only beside one of length.
    """
    if quantity.kind != "quantity":
        return False
    measuring = view.lex.slang_units.get(quantity.unit or "")
    if measuring is not None:
        around = view.low[max(0, quantity.start - _AROUND) : quantity.end + _AROUND]
        if not any(stem in around for stem in measuring):
            return True
    if quantity.relation == "between":
        return False
    hit = view.ahead(quantity.end)
    unit = payload(hit, "unit")
    if hit is None or unit is None or unit not in CURRENCIES:
        return False
    at = view.right(quantity.end)
    return view.low[at].isalpha() and not is_sign(view, at, hit[0], unit)


def is_ordinal_part(view: View, quantity: Quantity) -> bool:
    """Tell "the 2nd half" and "1/8 финала": which one it is, and not how much."""
    if quantity.kind != "ratio" or quantity.unit == "fold":
        return False
    if "blocker" in view.kinds_ahead(quantity.end):
        return True
    if quantity.form != "fraction":
        return False
    if _is_third_of_them(view, quantity):
        return True
    word = _BEFORE.search(view.low, max(0, quantity.start - _REACH), quantity.start)
    if word is None:
        return False
    said, tail = word.group()[:-1], word[1]
    if tail is not None:
        return tail == "." or "ordinal_tail" in view.lex.after.kinds_of(tail)
    return "ordinal" in view.lex.numerals.kinds_of(said)


def _is_third_of_them(view: View, quantity: Quantity) -> bool:
    """Tell "a third plant" from "a third of it" and "a third larger"."""
    said = view.low[quantity.start : quantity.end]
    behind = _BEHIND.match(view.low, quantity.end)
    if behind is None or "ordinal" not in view.lex.numerals.kinds_of(said):
        return False
    kinds = view.kinds_ahead(quantity.end)
    return behind[1] not in view.lex.stop and set(kinds) <= {"unit"}


def is_so_many(view: View, quantity: Quantity) -> bool:
    """Tell "2x tickets" (so many of them) from "2x the price": a factor has no noun behind it."""
    followers = view.lex.only_before.get(view.low[quantity.start : quantity.end])
    if quantity.unit == "fold" and followers:
        return not view.low.startswith(tuple(followers), quantity.end)  # "he failed twice"
    if quantity.unit != "fold" or _TIMES.search(view.low, quantity.start, quantity.end) is None:
        return False
    unit = payload(view.ahead(quantity.end), "unit")
    return unit is not None and kind_of(unit) == "number"


def is_compound(view: View, quantity: Quantity) -> bool:
    """Tell "half-life" and "quarter-finals": a part of one that goes on into a word."""
    end = quantity.end
    if quantity.form != "fraction" or quantity.kind != "ratio":
        return False
    return view.low[end : end + 1] == "-" and view.low[end + 1 : end + 2].isalpha()


def is_sum_of_interest(view: View, quantity: Quantity) -> bool:
    """Tell "340 тыс. процентов": thousands of per cent are a sum of interest."""
    return quantity.kind == "percent" and quantity.scaled and view.low[quantity.end - 1].isalpha()


def is_cut(view: View, quantity: Quantity) -> bool:
    """Tell "6ft 4in": what goes on counting in letters that are no unit."""
    if quantity.kind not in ("quantity", "duration"):
        return False
    glued = _GLUED.match(view.low, quantity.end)
    if glued is None or row(view.after(glued.end(1)), *_GO_ON) is not None:
        return False
    return _TIGHT.fullmatch(view.low, quantity.start, quantity.end) is not None
