"""Periods as reports shorten them anywhere: "3Q17", "H1 2018", "Q4 FY18", "9M 2017", "2018M07".

Two digits are a year only where nothing else can be meant: behind "FY", an apostrophe or a slash,
or written on to the quarter ("1H17"). "H" and "M" are capitals, because "6m" are metres.
"""

from __future__ import annotations

import re
from typing import Final

from .fields import full_year

__all__ = ["SHORTHAND_OPENERS", "shorthand_end", "shorthand_value"]

#: The words with which a shortened period begins, where it begins with no digit.
SHORTHAND_OPENERS: Final = frozenset({"q", "h", "fy", "cy"})
_OPENERS: Final = frozenset("QqHFfCc")
_FULL: Final = r"(?:19|20)[0-9]{2}"
_FISCAL: Final = r"(?:[FC][Yy] ?['’]?|['’])"
_LONG: Final = rf"(?:[FC][Yy] ?['’]?)?{_FULL}"
_YEAR: Final = rf"(?:{_LONG}|{_FISCAL}[0-9]{{2}})"
_PART: Final = r"(?:[Qq][1-4]|H[12])"
_COUNT: Final = r"(?:[1-4][QqК]|[12][HП]|(?:[2-9]|1[0-2])[MМ])"
_AT: Final = re.compile(
    rf"{_PART}(?:[ /-]|(?=[FCfc'’])){_YEAR}|{_PART}/[0-9]{{2}}"
    rf"|{_COUNT} ?{_YEAR}|{_COUNT}[0-9]{{2}}"
    rf"|(?:{_LONG}[-/]?|{_FULL} ?[年년] ?|{_YEAR} |[FC][Yy]'?[0-9]{{2}}){_PART}"
    rf"|{_FULL}M(?:0[1-9]|1[0-2])"
    rf"|[FC][Yy] ?['’]?(?:{_FULL}|[0-9]{{2}})(?:[/–-](?:{_FULL}|[0-9]{{2}}))?"
).match
#: What follows the first letter, a year and a count of parts at once, or after a gap.
_AFTER_LETTER: Final = frozenset("1234Yy")
_AFTER_YEAR: Final = frozenset("QqHM年년")
_AFTER_COUNT: Final = frozenset("QqКHПMМ")
_PIECE: Final = re.compile(r"[0-9]+|[QHMКПМ]").findall
#: How the EDTF numbers the quarters and the halves.
_BASES: Final = {"Q": 32, "К": 32, "H": 39, "П": 39}
#: The digits of a year that is written out.
_DIGITS: Final = 4


def _may_begin(text: str, pos: int) -> bool:
    """Tell at a glance, by a few characters, whether a shortened period may begin at `pos`."""
    head = text[pos : pos + _DIGITS + 3]
    if not head[:1].isdecimal():
        return head[:1] in _OPENERS and head[1:2] in _AFTER_LETTER
    if head[:_DIGITS].isdecimal():
        return not _AFTER_YEAR.isdisjoint(head[_DIGITS:])
    return head[1:2] in _AFTER_COUNT or head[2:3] in _AFTER_COUNT


def shorthand_end(text: str, pos: int) -> int | None:
    """Return where a shortened period that begins at `pos` ends, or `None`."""
    if not _may_begin(text, pos):
        return None
    found = _AT(text, pos)
    return None if found is None else found.end()


def shorthand_value(text: str, century_from: int) -> str | None:
    """Return the EDTF string of the whole of `text`, or `None` where it is not so shortened."""
    if shorthand_end(text, 0) != len(text):
        return None
    pieces = _PIECE(text.upper().replace("FY", " ").replace("CY", " "))
    letter = next((each for each in pieces if not each.isdecimal()), "")
    if not letter:
        first = _year(pieces[0], century_from)
        if len(pieces) == 1:
            return f"{first:04}"
        last = _year(pieces[1], first)
        return f"{first:04}/{last:04}" if last == first + 1 else None
    at = pieces.index(letter)
    numbers = [each for each in pieces if each.isdecimal()]
    if letter in "MМ":
        if at and len(numbers[0]) == _DIGITS:
            return f"{numbers[0]}-{numbers[1]}"
        year = _year(numbers[1], century_from)
        return f"{year:04}-01/{year:04}-{int(numbers[0]):02}"
    is_turned = at == 1 and len(pieces) == 3 and _is_year_first(text)
    year, part = numbers if is_turned else reversed(numbers)
    return f"{_year(year, century_from):04}-{_BASES[letter] + int(part)}"


def _is_year_first(text: str) -> bool:
    """Tell whether the quarter stands behind its year ("2018Q3", "FY18 Q3")."""
    return text[-1] in "1234" and text[-2].upper() in "QH"


def _year(digits: str, century_from: int) -> int:
    return int(digits) if len(digits) == _DIGITS else full_year(int(digits), century_from)
