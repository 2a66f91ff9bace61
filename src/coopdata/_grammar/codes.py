"""Digits with something that hangs on them: a range written tight, a product, or a code."""

from __future__ import annotations

import re
from typing import Final

from .._lexicon.dictionary import Hit
from .._text.words import LAST_SPACED
from ..model import kind_of
from .cursor import View, row

__all__ = ["SMALL", "TIGHT", "is_factor", "is_numbered", "is_range", "is_scaled"]

#: Two numbers and a hyphen, with letters that hang on the second: a code, or "10-12km".
TIGHT: Final = re.compile(r"(\d+)[-\u2010\u2011](\d+)([-/]?)(?=([^\W\d_]{1,2}))")
#: What may hang on the second number of a range; behind a further hyphen; behind a stroke.
_HUNG: Final = {
    "": ("scale", "unit", "doubt", "classifier"),
    "-": ("unit_adjective", "unit"),
    "/": ("rate", "per"),
}
#: Signs of a product, and its second number unless it is a power of ten.
_CROSSES: Final = frozenset("x\u0445\u00d7*\u00b7")
_FACTOR: Final = re.compile(r" ?(?!10[\^\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207b*])\d")
_CROSSED: Final = re.compile(r"\d ?\Z")
#: Symbols of units that no one writes as capitals: "500T", "8H" are a line, a studio.
SMALL: Final = frozenset("hgmtsdгмтсч")


def is_range(view: View, tight: re.Match[str]) -> bool:
    """Tell "10-12km", "$14-15m", "a 3-5-year plan" from "10-12B": it rises, up to a whole unit."""
    first, second, sign, letters = tight.groups()
    start, end = tight.span()
    if int(first) >= int(second) or second.startswith("0"):
        return False
    stated = "unit" in view.kinds_behind(start)
    if sign == "/":
        return stated and row(view.after(end - 1), *_HUNG[sign]) is not None
    hit = view.after(end)
    if hit is None or row(hit, *_HUNG[sign]) is None:
        return False
    if sign:
        return len(letters) > 1 and not is_numbered(view, hit)
    if letters[0] > LAST_SPACED:  # "7-11便利店" is a name
        return (
            row(hit, "scale", "classifier") is not None
            or kind_of(hit[1].by_kind.get("unit", "")) != "number"
            or hit[0] == end + 1
        )
    if letters[0] in SMALL and view.text[end].isupper() and hit[0] == end + 1:
        return is_scaled(view, start, hit[0], hit)
    return not view.low[hit[0] : hit[0] + 1].isalnum()


def is_scaled(view: View, pos: int, end: int, hit: Hit | None) -> bool:
    """Tell "$3M" and "3M cars" from "3M": a capital is a scale beside a currency or a noun."""
    if row(hit, "scale") is None:
        return False
    if row(hit, "unit") is None or "unit" in view.kinds_behind(pos):
        return True
    return "unit" in view.kinds_ahead(end)


def is_numbered(view: View, hit: Hit) -> bool:
    """Tell "14-кеңсе" (office 14) from "100-метрлік", where a hyphen numbers the noun behind it."""
    return view.lex.hyphen_numbers and row(hit, "unit_adjective") is None


def is_factor(low: str, pos: int, end: int) -> bool:
    """Tell either number of "2 × 200 MW": two of 200 each, so neither 200 nor 400 is stated."""
    sign = pos - 1 - (low[pos - 1 : pos] == " ")
    if low[sign : sign + 1] in _CROSSES and _CROSSED.search(low, max(0, sign - 2), sign):
        return True
    after = end + (low[end : end + 1] == " ")
    return low[after : after + 1] in _CROSSES and _FACTOR.match(low, after + 1) is not None
