"""Turn what a written pattern captured into a period, with the day of the text where it is known.

Besides the tags of `_date_value`: `N` the first N months, `NQ` the first N quarters, `L` the last
of them, `C` century, `D` decade by its first year, `e` decade by two digits, `a` and `b` day and
month in the order of the locale, `t` the tens of a day, `Y1` to `Y4` the digits of a year, `rd rw
rm rq rh ry` days, weeks, months, quarters, halves and years from the text's own day, `rE` a
weekday near it, `near` that the day, month or season is the last before it (-1) or the next (1),
`ago` the unit in which `N` counts back from it, `P` years from the period mentioned before, `pY`
the year of that period.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ..values import Period
from .fields import CENTURY_FROM, Side, filled, is_date, part, sides, with_larger
from .machine import BEYOND, SECOND
from .offsets import LAPSES, PLACES, day_at, days_from

__all__ = ["FROM_PREVIOUS", "Context", "is_no_date", "resolved_on", "shared"]

# Two digits of a decade: the 30s are the 1930s, the 20s the 2020s.
DECADES_FROM: Final = 1930
_YEARS: Final = range(1000, 2400)
_YEAR: Final = re.compile(r"(?<![0-9-])[0-9]{4}")
# Tags that count from the period mentioned before.
FROM_PREVIOUS: Final = frozenset({"P", "SP", "pY"})
_YEAR_TAGS: Final = frozenset({"Y", "y", "ry", "pY", "Y1", "Y2", "Y3", "Y4", "Yk", "Yt", "Yu"})
_DAY_TAGS: Final = frozenset({"d", "t"})
# A month this far ahead of the text's own is last year's, unless the sentence looks ahead.
_AHEAD: Final = 6


class Context(NamedTuple):
    """What a relative expression is relative to.

    Attributes:
        anchor: The day of the text, if it is known.
        previous: The period mentioned before, if there is one.
        day_first: Whether `05/12` is the 5th of December.
        ahead: Whether the sentence speaks of what is to come.
        back: Whether it is said since when something has been so.
    """

    anchor: dt.date | None
    previous: Period | None
    day_first: bool
    ahead: bool
    back: bool = False


@lru_cache(maxsize=4096)
def resolved_on(captured: tuple[tuple[str, int], ...], context: Context) -> Period | None:
    """Return the period that was captured, in a text whose day is known or not at all."""
    try:
        edtf = _resolve(captured, context)
        return None if edtf is None else Period.from_edtf(edtf)
    except (ValueError, OverflowError):
        return None


def _resolve(captured: Sequence[tuple[str, int]], context: Context) -> str | None:
    """Return the EDTF string of what was captured, `X` where a relative part has no anchor."""
    found = sides(captured, CENTURY_FROM)
    if (found is None or any(BEYOND in side for side in found)) and not (
        found := _completed(captured, context)
    ):
        return None
    for side in found:
        if not _settle(side, context):
            return None
    if len(found) == 1:
        _near(found[0], context)
        return _one(found[0], context)
    if "D" in found[0] and "e" in found[1]:  # "1980-90s"
        found[1] = {"D": found[0]["D"] // 100 * 100 + found[1]["e"]}
    first, last = filled(found[0], found[1])
    if "Y" not in first and "Y" not in last:
        _near(first, context)
        if "Y" in first:
            last["Y"] = first["Y"]
            found[0]["Y"] = first["Y"]
    _roll(found, first, last)
    edges = _one(first, context), _one(last, context)
    if edges[0] is None or edges[1] is None or edges[0] == edges[1]:
        return None
    return f"{edges[0].partition('/')[0]}/{edges[1].rpartition('/')[2]}"


def is_no_date(captured: Sequence[tuple[str, int]], context: Context) -> bool:
    """Tell whether what was captured says a day or a week that its month or year does not have."""
    tags = {tag for tag, _ in captured}
    if not ("M" in tags or "W" in tags) or ("Y" not in tags and tags.isdisjoint("dt")):
        return False
    found = sides([each for each in captured if each[0] not in (BEYOND, SECOND)], CENTURY_FROM)
    if found is None or not all(_settle(side, context) for side in found):
        return False
    first, last = filled(found[0], found[-1])
    return any(
        _is_missing({tag: side[tag] for tag in "YMdW" if tag in side}) for side in (first, last)
    )


def _is_missing(side: Side) -> bool:
    """Tell whether a day is not in its month, or a week not in its year."""
    if "W" in side:
        weeks = dt.date(side["Y"], 12, 28).isocalendar().week if "Y" in side else 53
        return not 1 <= side["W"] <= weeks
    return "M" in side and "d" in side and not is_date(side)


def _completed(captured: Sequence[tuple[str, int]], context: Context) -> list[Side]:
    """Return the sides with the larger fields that the words behind the period lend it."""
    cut = next((at for at, (tag, _) in enumerate(captured) if tag == BEYOND), len(captured))
    found, beyond = sides(captured[:cut], CENTURY_FROM), sides(captured[cut + 1 :], CENTURY_FROM)
    if found is None or beyond is None or not _settle(beyond[0], context):
        return []
    return [with_larger(side, beyond[0]) for side in found]


def shared(captured: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the fields of the second of two periods, with the larger ones that the first lends."""
    cut = next(at for at, (tag, _) in enumerate(captured) if tag == SECOND)
    own = captured[cut + 1 :]
    first = [each for each in captured[:cut] if each[0] != BEYOND]
    tags = {tag for tag, _ in own}
    larger = _YEAR_TAGS if tags.isdisjoint(_YEAR_TAGS) else frozenset()
    if tags & _DAY_TAGS and "M" not in tags:
        larger |= {"M"}
    return [*(each for each in first if each[0] in larger), *own]


def _settle(side: Side, context: Context) -> bool:
    """Replace relative years and numeric day and month by what they stand for."""
    if "a" in side:
        first, second = side.pop("a"), side.pop("b")
        side["d"], side["M"] = (first, second) if context.day_first else (second, first)
        if side["M"] > 12:
            side["d"], side["M"] = side["M"], side["d"]
    if "t" in side:
        side["d"] = side.pop("t") + side.get("d", 0)
    if "Y1" in side:
        side["Y"] = int("".join(str(side[f"Y{place}"]) for place in range(1, 5)))
    if "Yk" in side:
        side["Y"] = sum(side.pop(place, 0) for place in ("Yk", "Yt", "Yu"))
    if "pY" in side:
        year = _YEAR.search(context.previous.edtf) if context.previous else None
        side["X"] = 1
        if year is not None:
            side["Y"] = int(year.group()) + side["pY"]
    if "ago" in side:
        side["X"] = 1
    if "ry" in side:
        side["X"] = 1
        if context.anchor is not None:
            side["Y"] = context.anchor.year + side["ry"]
    if not 1 <= side.get("M", 1) <= 12 or not 1 <= side.get("d", 1) <= 31:
        return False
    return "Y" not in side or side["Y"] in _YEARS


def _near(side: Side, context: Context) -> None:
    """Give a month, quarter, half or season without a year the year that the text must mean."""
    anchor = context.anchor
    month = side.get("M") or _first_month(side)
    if anchor is None or month is None or "Y" in side or "X" in side:
        return
    year, last = anchor.year, side.get("M") or _last_month(side)
    if "near" in side:
        side["Y"] = _nearest(anchor, side, month, last)
        return
    if last - 12 >= anchor.month:  # the winter that began last year
        year -= 1
    elif context.back:
        year -= (month, side.get("d", 1)) > (anchor.month, anchor.day)
    elif context.ahead:
        year += (last, side.get("d", 31)) < (anchor.month, anchor.day)
    elif month - anchor.month > _AHEAD:
        year -= 1
    side["Y"] = year
    if not is_date(side):  # the weekday is that of a year farther off
        del side["Y"]
        for other in (year - 1, year + 1):
            if is_date({**side, "Y": other}) and abs(other - anchor.year) <= 1:
                side["Y"] = other
                break


def _nearest(anchor: dt.date, side: Side, first: int, last: int) -> int:
    """Return the year of the last such month before the text's day, or of the next ("mai dernier").

    The month of the text itself is neither, but for a day in it.
    """
    months, day = 12 * anchor.year + anchor.month, side.get("d", anchor.day)
    if side.pop("near") < 0:
        return (months - (day >= anchor.day) - last) // 12
    return -((first - months - (day <= anchor.day)) // 12)


def _last_month(side: Side) -> int:
    """Return the last month of a part of a year, from 13 on in the next year."""
    if "N" in side or "NQ" in side:
        return side["N"] if "N" in side else 3 * side["NQ"]
    first = _first_month(side) or 1
    return first + (0 if "W" in side else 5 if "H" in side else 2)


def _first_month(side: Side) -> int | None:
    if "Q" in side:
        return 3 * side["Q"] - 2
    if "H" in side:
        return 6 * side["H"] - 5
    if "S" in side:
        return 3 * (side["S"] - 21) + 3
    if "W" in side:
        return min(12, (7 * side["W"]) // 31 + 1)
    return 1 if "N" in side or "NQ" in side else None


def _roll(stated: list[Side], first: Side, last: Side) -> None:
    """Let an interval that runs over New Year do so where only one side states the year."""
    if "Y" not in first or first["Y"] != last.get("Y") or "M" not in first or "M" not in last:
        return
    if (first["M"], first.get("d", 0)) <= (last["M"], last.get("d", 31)):
        return
    if "Y" in stated[0] and "Y" not in stated[1]:
        last["Y"] += 1
    else:
        first["Y"] -= 1


def _one(side: Side, context: Context) -> str | None:
    """Return the EDTF string of one side."""
    if "ago" in side:
        return LAPSES[side["ago"]](context.anchor, -side["N"])
    if "N" in side and "M" in side:
        return _months_to(side)
    if "Y" in side and ("M" in side or len(side) == 1):
        return part(side) if is_date(side) else None
    if "N" in side or "NQ" in side:
        return _first_months(side)
    if "W" in side:
        return _week_of(side)
    if "C" in side:
        return _century(side)
    if "D" in side:
        return f"{side['D'] // 10:03}X" if side["D"] % 10 == 0 and side["D"] in _YEARS else None
    if "e" in side:
        decade = DECADES_FROM + (side["e"] - DECADES_FROM) % 100
        return f"{decade // 10}X" if side["e"] % 10 == 0 else None
    if "SP" in side:
        return _same(side, context)
    if "P" in side:
        return _shifted(side["P"], context)
    if "rE" in side:
        return _weekday(context, side["rE"])
    for tag, place in PLACES.items():
        if tag in side:
            return place(context.anchor, side[tag])
    if not is_date(side) or not 1 <= side.get("H", 1) <= 2:
        return None
    found = part(side)
    return "XXXX" if found is None and "X" in side else found


def _first_months(side: Side) -> str | None:
    """Return so many months of a year, its first ("nine months of 2022") or its last."""
    year = f"{side['Y']:04}" if "Y" in side else "XXXX"
    months = side["N"] if "N" in side else 3 * side["NQ"]
    if not 1 <= months <= 12:
        return None
    first, last = (13 - months, 12) if "L" in side else (1, months)
    return f"{year}-{first:02}/{year}-{last:02}" if months > 1 else f"{year}-{first:02}"


def _months_to(side: Side) -> str | None:
    """Return the months that end with the one named ("nine months to September 2022")."""
    if not 1 <= side["N"] <= 24 or not ("Y" in side or side["N"] <= side["M"]):
        return None
    years, month = divmod(side["M"] - side["N"], 12)
    if "Y" not in side:
        return f"XXXX-{month + 1:02}/XXXX-{side['M']:02}"
    return f"{side['Y'] + years:04}-{month + 1:02}/{side['Y']:04}-{side['M']:02}"


def _week_of(side: Side) -> str | None:
    """Return the days of a numbered week, as ISO 8601 numbers them."""
    if "Y" not in side:
        return "XXXX-XX-XX"
    return days_from(dt.date.fromisocalendar(side["Y"], side["W"], 1), 7)


def _century(side: Side) -> str | None:
    if not 1 <= side["C"] <= 30:
        return None
    if "e" in side:
        return f"{side['C'] - 1:02}{side['e'] // 10}X" if side["e"] % 10 == 0 else None
    return f"{side['C'] - 1:02}XX"


def _shifted(years: int, context: Context) -> str:
    """Return the period mentioned before, moved by whole years."""
    if context.previous is not None and "X" not in context.previous.edtf:
        moved = _YEAR.sub(lambda year: f"{int(year.group()) + years:04}", context.previous.edtf)
        try:
            return Period.from_edtf(moved).edtf
        except ValueError:  # 29 February
            return "XXXX"
    return f"{context.anchor.year + years:04}" if context.anchor is not None else "XXXX"


def _same(side: Side, context: Context) -> str:
    """Return the period mentioned before in the year named, or in a year relative to its own."""
    before = _YEAR.search(context.previous.edtf) if context.previous else None
    if before is None:
        return f"{side['Y']:04}" if "Y" in side else "XXXX"
    years = side["ry"] if "ry" in side else side.get("Y", 0) - int(before.group())
    return _shifted(years, context)


def _weekday(context: Context, weekday: int) -> str:
    """Return the last such day up to the text's, or the next in a clause that looks ahead."""
    if context.anchor is None:
        return "XXXX-XX-XX"
    back = (context.anchor.weekday() - weekday) % 7
    return day_at(context.anchor, 7 - back if context.ahead else -back)
