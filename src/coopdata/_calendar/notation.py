"""Periods that are written alike in every language: ISO 8601, and EDTF as `Period.edtf` prints it.

"2017-05-03" needs no word list. The whole of a text may be any EDTF string; in running text only
those forms count that are nothing else there: "2017-34" may be the years 2017 to 2034, and what
stands in brackets may be a list.
"""

from __future__ import annotations

import re
from typing import Final

from .._text.words import LAST_SPACED
from ..errors import CoopdataError
from ..values import Period
from .shorthand import shorthand_end, shorthand_value

__all__ = ["iso_day", "notation", "notation_at", "stated"]

_DAY: Final = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]").fullmatch
_COMPACT: Final = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])").fullmatch
_QUARTER: Final = re.compile(r"([0-9]{4})-?Q([1-4])").fullmatch
_EDTF: Final = re.compile(
    r"[0-9X]{4}[0-9X./-]{0,20}|\.\./(?:[0-9X-]{4,10}|\.\.)|\[[0-9X.,-]{6,254}\]"
).fullmatch
_IS_EDTF_ALONE: Final = re.compile(r"[-/X\[]").search
_SIDE: Final = r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?"
_AT: Final = re.compile(
    rf"{_SIDE}/(?:{_SIDE}|\.\.)|[0-9]{{4}}/\.\.|{_SIDE}|[0-9]{{4}}-?Q[1-4]"
    r"|[12][0-9](?:[0-9]X|XX)"
).match
_OPEN: Final = "../"
_TIED: Final = "-/.+:,–—−"


def iso_day(text: str) -> Period | None:
    """Return the day that ``"2017-05-03"`` names, and `None` for any other text."""
    return stated(text) if _DAY(text) else None


def notation(text: str, century_from: int) -> Period | None:
    """Return the period that the whole of `text` writes in a notation of no language."""
    text = text.strip()
    shortened = shorthand_value(text, century_from)
    if shortened is not None:
        return stated(shortened)
    compact = _COMPACT(text)
    if compact is not None:
        return stated("-".join(compact.groups()))
    quarter = _QUARTER(text)
    if quarter is not None:
        return stated(f"{quarter[1]}-{32 + int(quarter[2])}")
    return stated(text) if _EDTF(text) and _IS_EDTF_ALONE(text) else None


def notation_at(text: str, pos: int, century_from: int) -> tuple[int, int, Period] | None:
    """Return the start, end and value of the period whose first character stands at `pos`."""
    shortened = shorthand_end(text, pos)
    if shortened is not None:
        start, end = pos, shortened
    else:
        found = _AT(text, pos)
        if found is None:
            return None
        start = pos - len(_OPEN) if text.endswith(_OPEN, 0, pos) and "/" not in found[0] else pos
        end = found.end()
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    if (before.isalnum() and before <= LAST_SPACED) or before in ("_", *"#№$€£¥₽₸₩/"):
        return None
    if before and before in _TIED and start > 1 and text[start - 2].isalnum():
        return None
    if (behind.isalnum() and behind <= LAST_SPACED) or behind in ("_", "%", "‰", "°"):
        return None
    if behind and behind in _TIED and text[end + 1 : end + 2].isalnum():
        return None
    value = notation(text[start:end], century_from)
    return None if value is None else (start, end, value)


def stated(edtf: str) -> Period | None:
    """Return the period of an EDTF string, or `None` where it is none."""
    try:
        return Period.from_edtf(edtf)
    except CoopdataError:
        return None
