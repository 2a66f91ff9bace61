"""Turn the fields that a walk captured into a Period.

Tags: `Y` year, `y` its last two digits, `M` month, `d` day, `Q` quarter, `H` half, `S` season (EDTF
21 to 24), `E` weekday (Monday 0), `|` between the two sides of an interval. The written patterns
add more, see `_date_relative`.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Final, TypeAlias

from ..values import Period

__all__ = ["Side", "filled", "full_year", "is_on_weekday", "make", "part", "sides"]

Side: TypeAlias = "dict[str, int]"

# From large to small: an interval's side takes from the other what stands above its own fields.
_ORDER: Final = ("Y", "M", "d")
_PARTS: Final = {"Q": 32, "H": 39, "S": 0}


def sides(captured: list[tuple[str, int]], century_from: int) -> list[Side] | None:
    """Return the fields of each side of an interval, or `None` where two of one kind disagree."""
    found: list[Side] = [{}]
    for tag, value in captured:
        if tag == "|":
            found.append({})
        elif tag == "y":
            found[-1]["Y"] = full_year(value, century_from)
        elif found[-1].setdefault(tag, value) != value:
            return None
    return found


def full_year(digits: int, century_from: int) -> int:
    """Return the one year that ends in two `digits` in the hundred from `century_from` on."""
    return century_from + (digits - century_from) % 100


def filled(first: Side, last: Side) -> tuple[Side, Side]:
    """Give each side of an interval the larger fields that only the other one states."""
    return _with(first, last), _with(last, first)


def _with(side: Side, other: Side) -> Side:
    stated = [tag for tag in _ORDER if tag in side]
    larger = _ORDER[: _ORDER.index(stated[-1])] if stated else ("Y",)
    return {**{tag: other[tag] for tag in larger if tag in other}, **side}


def part(side: Side) -> str | None:
    """Return the EDTF string of one date or part of a year, or `None` for a mere weekday."""
    year = f"{side['Y']:04}" if "Y" in side else "XXXX"
    for tag, base in _PARTS.items():
        if tag in side:
            return f"{year}-{base + side[tag]}"
    if "d" in side:
        return (
            f"{year}-{side['M']:02}-{side['d']:02}" if "M" in side else f"{year}-XX-{side['d']:02}"
        )
    if "M" in side:
        return f"{year}-{side['M']:02}"
    return year if "Y" in side else None


def is_on_weekday(side: Side) -> bool:
    """Tell whether the date can fall on the weekday that was read with it."""
    if "E" not in side or not {"Y", "M", "d"} <= side.keys():
        return True
    return calendar.weekday(side["Y"], side["M"], side["d"]) == side["E"]


def _is_date(side: Side) -> bool:
    """Tell whether the fields can be a date at all, whatever the year."""
    if not 1 <= side.get("M", 1) <= 12 or not 1 <= side.get("Q", 1) <= 4:
        return False
    day = side.get("d")
    if day is None:
        return True
    longest = 31
    if "M" in side:
        longest = calendar.monthrange(side.get("Y", 2000), side["M"])[1]
    return 1 <= day <= longest


def make(found: list[Side]) -> Period | None:
    """Return the period of one side or of two, or `None` where they are none."""
    if not all(dt.MINYEAR <= side.get("Y", 1) <= dt.MAXYEAR for side in found):
        return None
    if not all(_is_date(side) and is_on_weekday(side) for side in found):
        return None
    edtf = [part(side) for side in found]
    if None in edtf or (len(edtf) == 2 and edtf[0] == edtf[1]):
        return None
    try:
        return Period.from_edtf("/".join(str(each) for each in edtf))
    except ValueError:
        return None
