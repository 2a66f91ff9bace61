"""Turn the fields that a walk captured into a Period.

Tags: `Y` year, `y` its last two digits, `M` month, `d` day, `Q` quarter, `H` half, `S` season (EDTF
21 to 24), `E` weekday (Monday 0), `|` between the two sides of an interval,
`_` what is read and does not count. The written patterns
add more, see `_date_relative`.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from typing import Final, TypeAlias

from ..values import Period

__all__ = [
    "CENTURY_FROM",
    "Side",
    "filled",
    "full_year",
    "is_date",
    "is_whole_date",
    "make",
    "part",
    "sides",
    "with_larger",
]

Side: TypeAlias = "dict[str, int]"

#: The hundred years in which a two-digit year lies begin here: "49" is 2049 and "50" is 1950.
CENTURY_FROM: Final = 1950
# From large to small: an interval's side takes from the other what stands above its own fields.
_ORDER: Final = ("Y", "M", "d")
#: A number of fewer than four digits is no year: "5/12/17" is not of the year 5.
_FIRST_YEAR: Final = 1000
_PARTS: Final = {"Q": 32, "H": 39, "S": 0}
_DATES: Final = frozenset({"day", "month", "quarter"})


def sides(captured: Sequence[tuple[str, int]], century_from: int) -> list[Side] | None:
    """Return the fields of each side of an interval, or `None` where two of one kind disagree."""
    found: list[Side] = [{}]
    for tag, value in captured:
        if tag == "|":
            found.append({})
        elif tag == "_":
            continue
        elif tag == "y":
            # the end of a range keeps the century that its start states: "1914-18"
            before = found[0].get("Y") if len(found) > 1 else None
            found[-1]["Y"] = full_year(value, before or century_from)
        elif found[-1].setdefault(tag, value) != value:
            return None
    return found


def full_year(digits: int, century_from: int) -> int:
    """Return the one year that ends in two `digits` in the hundred from `century_from` on."""
    return century_from + (digits - century_from) % 100


def filled(first: Side, last: Side) -> tuple[Side, Side]:
    """Give each side of an interval the larger fields that only the other one states."""
    return with_larger(first, last), with_larger(last, first)


def with_larger(side: Side, other: Side) -> Side:
    """Give a side the larger fields that it lacks and the other has."""
    if "Y" in side and ("M" in side or "d" not in side):
        return side
    smallest = "d" if "d" in side else "M" if "M" in side else "Y" if "Y" in side else "M"
    larger = _ORDER[: _ORDER.index(smallest)]
    return {**{tag: other[tag] for tag in larger if tag in other}, **side}


def part(side: Side) -> str | None:
    """Return the EDTF string of one date or part of a year, or `None` for a mere weekday."""
    year = f"{side['Y']:04}" if "Y" in side else "XXXX"
    if "d" in side:
        month = f"{side['M']:02}" if "M" in side else "XX"
        return f"{year}-{month}-{side['d']:02}"
    if "M" in side:
        return f"{year}-{side['M']:02}"
    for tag, base in _PARTS.items():
        if tag in side:
            return f"{year}-{base + side[tag]}"
    return year if "Y" in side else None


def is_date(side: Side) -> bool:
    """Tell whether such a day, month or quarter exists, and falls on the weekday read with it."""
    year, month, day = side.get("Y", 2000), side.get("M"), side.get("d")
    if not _FIRST_YEAR <= year <= dt.MAXYEAR or not 1 <= side.get("Q", 1) <= 4:
        return False
    if month is None:
        return day is None or 1 <= day <= 31
    if not 1 <= month <= 12:
        return False
    if day is None:
        return True
    if not 1 <= day <= 28 and not 29 <= day <= calendar.monthrange(year, month)[1]:
        return False
    return "E" not in side or "Y" not in side or calendar.weekday(year, month, day) == side["E"]


def is_whole_date(period: Period | None) -> bool:
    """Tell whether a period is a day, a month or a quarter of a year that is stated."""
    return period is not None and period.precision in _DATES and "X" not in period.edtf


def make(found: list[Side]) -> Period | None:
    """Return the period of one side or of two, or `None` where they are none."""
    edtf: list[str] = []
    for side in found:
        one = part(side) if is_date(side) else None
        if one is None or one in edtf:
            return None
        edtf.append(one)
    try:
        return Period.from_edtf("/".join(edtf))
    except ValueError:
        return None
