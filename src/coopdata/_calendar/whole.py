"""Read periods: what Babel prints in every locale, and what people write in some languages."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, TypeAlias

from .._text.fold import prepared
from .._text.outer import reads_bare
from ..cldr import locale_id
from ..errors import AmbiguousTextError, InvalidValueError, UnreadableTextError
from ..values import Period
from .babel import date_key, printed, zeros
from .fields import CENTURY_FROM, is_whole_date
from .formatting import exactly, periods
from .language import lexicon
from .notation import iso_day, notation, stated
from .numeric import numeric
from .printed import readings
from .screen import may_be_printed
from .text_day import TextDay, anchored
from .walk import walk
from .written import whole_period

__all__ = ["Anchor", "anchors", "read_period", "read_printed"]

Anchor: TypeAlias = dt.date | Period | TextDay | None

_LONGEST: Final = 256
_YEAR_BEHIND: Final = re.compile(r"(.+?)[ ,\xa0]{1,2}([12][0-9]{3})").fullmatch
_DASHES: Final = re.compile(r"[^\S\n]?[–—-][^\S\n]?").finditer
_SIDES: Final = 2
_EXPECTED: Final = "a date or period"


@reads_bare
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
        raise _unreadable(text, locale)
    first, *others = found
    if others:
        raise AmbiguousTextError(text, locale, 0, _EXPECTED, found)
    return first


def _printed(text: str, locale: str, century_from: int) -> tuple[Period, ...]:
    """Return the periods that `text` can stand for, in the order of the formats."""
    if not 0 < len(text) <= _LONGEST:
        return ()
    machine = printed(locale)
    if len(zeros(text) - machine.zeros) > 1:
        return ()
    found = readings(machine, text, date_key(text).strip(), century_from)
    return tuple(dict.fromkeys(period for period, _, _ in found))


def _unreadable(text: str, locale: str) -> UnreadableTextError:
    """Return the error that says how far the text could be read."""
    if len(text) > _LONGEST:
        return UnreadableTextError(text, locale, _LONGEST, f"{_EXPECTED}, and no more")
    machine, reached = printed(locale_id(locale)), [0]
    key = date_key(text).strip()
    walk(machine.root, key, 0, machine.names.at, reached)
    read = max(reached)
    own = next((at for at in range(len(text)) if len(date_key(text[:at])) >= read), len(text))
    expected = "a date that exists, on its own weekday," if read == len(key) > 0 else _EXPECTED
    return UnreadableTextError(text, locale, own, expected)


def anchors(anchor: Anchor) -> tuple[TextDay | None, Period | None]:
    """Return the day, as far as it is known, and the period that relative expressions count from.

    Of a month it is known what "this year" is, and of "today" that it is one of its days. A period
    that is open at one end gives no day.
    """
    if anchor is None or isinstance(anchor, TextDay):
        return anchor, None
    if isinstance(anchor, dt.date):
        day = anchor.date() if isinstance(anchor, dt.datetime) else anchor
        return TextDay(day, day), None
    if not isinstance(anchor, Period):
        raise InvalidValueError(anchor, "an anchor is a date, a Period or None")
    if anchor.start is None or anchor.end is None:
        return None, anchor
    return TextDay(anchor.start, anchor.end), anchor


def read_period(
    text: str,
    locale: str,
    anchor: Anchor = None,
    *,
    century_from: int | None = None,
) -> Period:
    """Read one period: what Babel prints first, then what people write.

    Args:
        text: The period alone; prepositions may stand around it ("к 2025 году").
        locale: CLDR locale id.
        anchor: The day from which "this year" is counted, or a period in which it lies, and from
            which "the same period of last year" is counted.
        century_from: First of the hundred years in which a two-digit year lies.
    """
    name = locale_id(locale)
    day_alone = iso_day(text)
    if day_alone is not None:
        return day_alone
    start = CENTURY_FROM if century_from is None else century_from
    day, previous = anchors(anchor)
    own = lexicon(name)
    low = "" if own is None or len(text) > _LONGEST else prepared(text)
    is_tried = not low or may_be_printed(low, name)
    found = _to_the_letter(text, name, start) if is_tried else ()
    reading = None
    if own is not None and low and not found:
        reading = whole_period(text, low, own, day, previous)
        # alone, "bis 2030" has no clause to tell a deadline by: it is what `formatting` prints so
        if reading is not None and "deadline" not in reading.notes:
            return reading.value
    if not found and not is_tried:
        found = _to_the_letter(text, name, start)
    found = found or periods(text, name)
    if not found and reading is None:
        found = numeric(text.strip(), name, start)
    if len(found) > 1:
        raise AmbiguousTextError(text, locale, 0, _EXPECTED, found)
    for period in found:
        return anchored(period, day, _weekday(text, name) if day is not None else None)
    if reading is not None:
        return reading.value
    written = notation(text, start) or _joined(text.strip(), name, start)
    if written is not None:
        return written
    raise _unreadable(text, locale)


def _weekday(text: str, locale: str) -> int | None:
    """Return the day of the week that a printed date states."""
    found = readings(printed(locale), text, date_key(text).strip(), CENTURY_FROM)
    return found[0][2][0].get("E") if found else None


def _joined(text: str, locale: str, century_from: int) -> Period | None:
    """Return two whole dates with a dash between, or days behind which their year stands."""
    if len(text) > _LONGEST:
        return None
    year = _YEAR_BEHIND(text)
    if year is not None:
        days = _printed(year[1], locale, century_from)
        if len(days) == 1 and days[0].edtf.count("XXXX-") == _SIDES:
            return stated(days[0].edtf.replace("XXXX", year[2]))
    for dash in _DASHES(text):
        sides = text[: dash.start()], text[dash.end() :]
        dates = [_dates(side, locale, century_from) for side in sides]
        if all(len(each) == 1 for each in dates) and dates[0][0].precision == dates[1][0].precision:
            return stated(f"{dates[0][0].edtf}/{dates[1][0].edtf}")
    return None


def _dates(text: str, locale: str, century_from: int) -> tuple[Period, ...]:
    """Return the days, months and quarters with their year that `text` may print."""
    found = _printed(text, locale, century_from) or numeric(text, locale, century_from)
    return tuple(each for each in found if is_whole_date(each))


def _to_the_letter(text: str, locale: str, century_from: int) -> tuple[Period, ...]:
    """Return the periods that Babel prints so or, where there are none, `formatting`."""
    return _printed(text, locale, century_from) or exactly(text, locale)
