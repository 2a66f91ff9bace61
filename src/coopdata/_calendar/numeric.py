"""Dates in bare numbers: "22.11.17", "3/5/2017", "2017.05.03", in the locale's own order.

With the mark of the locale's own short date the order is the locale's. With another mark it may be
any that people use, so that "3/5/2017" is two days where the locale does not write slashes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Final

from ..cldr import data
from ..errors import CoopdataError
from ..values import Period
from .fields import full_year

__all__ = ["numeric", "numeric_end"]

_AT: Final = re.compile(
    r"[0-9]{1,2}([./])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![0-9])|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}"
    r"|[0-9]{4}([./])[0-9]{1,2}\2[0-9]{1,2}"
).match
_PARTS: Final = re.compile(r"[0-9]+").findall
_QUOTED: Final = re.compile(r"'[^']*'")
_MARK: Final = re.compile(r"[dMLy]+\s?([./-])").search


def numeric_end(text: str, pos: int) -> int | None:
    """Return where three numbers that may be a date end, or `None`."""
    found = _AT(text, pos)
    return None if found is None else found.end()


def numeric(text: str, locale: str, century_from: int) -> tuple[Period, ...]:
    """Return the days that the whole of `text`, three numbers, may name in the locale."""
    if numeric_end(text, 0) != len(text):
        return ()
    mark = next(char for char in text if not char.isdigit())
    parts = _PARTS(text)
    own, own_mark = _order(locale)
    if len(parts[0]) == 4:
        orders: tuple[str, ...] = ("yMd",)
    elif own_mark == mark and (len(parts[2]) == 2 or own[-1] == "y"):
        orders = (own,)
    else:
        orders = ("dMy", "Mdy")
    days = (_day(dict(zip(order, parts, strict=True)), century_from) for order in orders)
    return tuple(dict.fromkeys(chain.from_iterable(days)))


@lru_cache(maxsize=128)
def _order(locale: str) -> tuple[str, str]:
    """Return the order of the locale's short date, such as ``"dMy"``, and the mark in it."""
    short = _QUOTED.sub("", data(locale).tree("date_formats", "short").pattern).replace("L", "M")
    mark = _MARK(short)
    order = "".join(dict.fromkeys(char for char in short if char in "dMy"))
    return order, mark[1] if mark and len(order) == 3 else ""


def _day(parts: dict[str, str], century_from: int) -> tuple[Period, ...]:
    year = int(parts["y"])
    if len(parts["y"]) == 1:
        return ()
    if len(parts["y"]) == 2:
        year = full_year(year, century_from)
    try:
        return (Period.day(year, int(parts["M"]), int(parts["d"])),)
    except CoopdataError:
        return ()
