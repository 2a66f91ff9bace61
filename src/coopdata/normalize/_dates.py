"""Read periods: what Babel prints in every locale, and what people write in eight languages."""

from __future__ import annotations

import datetime as dt
from typing import Final

from ..cldr import locale_id
from ..errors import AmbiguousTextError, UnreadableTextError
from ..values import Period
from ._date_cldr import date_key, live, printed, zeros
from ._date_printed import readings

__all__ = ["CENTURY_FROM", "read_period", "read_printed"]

#: The hundred years in which a two-digit year lies begin here: "49" is 2049 and "50" is 1950.
CENTURY_FROM: Final = 1950
_LONGEST: Final = 256
_EXPECTED: Final = "a date or period"


def read_printed(text: str, locale: str, *, century_from: int = CENTURY_FROM) -> Period:
    """Read a date or interval that Babel prints in `locale`.

    Args:
        text: The date alone, as `format_date`, `format_skeleton` (of year, quarter, month and day)
            or `format_interval` print it. Outer spaces, case, kinds of space, bidi marks and the
            digits of any one numbering system make no difference.
        locale: CLDR locale id; `UnknownLocaleError` names the nearest if there is none.
        century_from: First of the hundred years in which a two-digit year lies.

    Raises:
        UnreadableTextError: `text` is no date in that locale: a wrong weekday, a month 13.
        AmbiguousTextError: Babel prints two periods like this; `candidates` are both, in the order
            short, medium, long, full, skeletons by name, intervals.
    """
    found = _printed(text, locale_id(locale), century_from)
    if not found:
        raise UnreadableTextError(text, locale, 0, _EXPECTED)
    if len(found) > 1:
        raise AmbiguousTextError(text, locale, 0, _EXPECTED, found)
    return found[0]


def _printed(text: str, locale: str, century_from: int) -> tuple[Period, ...]:
    """Return the periods that `text` can stand for, in the order of the formats."""
    bare = text.strip()
    if not 0 < len(bare) <= _LONGEST:
        return ()
    key = date_key(bare).strip()
    for machine_of in (printed, live):
        machine = machine_of(locale)
        if machine is None or (not bare.isascii() and len(zeros(bare) - machine.zeros) > 1):
            continue
        found = readings(machine, bare, key, century_from)
        if found:
            return tuple(dict.fromkeys(period for period, _, _ in found))
    return ()


def read_period(text: str, locale: str, anchor: dt.date | None = None) -> Period:
    """Read one period: what Babel prints first, then what people write."""
    return read_printed(text, locale)
