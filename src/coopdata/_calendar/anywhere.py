"""Find printed dates in running text of any locale: Babel's patterns and no word list.

What is found is then read as `normalize.period` reads it alone, so that both give one value. A
pattern of bare numbers that are no whole date ("3.5", "12/15"), a name alone ("May") and two digits
behind a month ("Mai 18") are left: too much else is written so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from .._text.words import LAST_SPACED, WORD
from ..errors import UnreadableTextError
from .babel import Format, Printed, date_key, flat, printed
from .fields import CENTURY_FROM
from .notation import notation_at
from .numeric import numeric_end
from .shorthand import SHORTHAND_OPENERS, shorthand_end
from .text_day import TextDay
from .walk import walk
from .whole import read_period
from .written import NO_DATE, NoPeriod, PeriodReading

__all__ = ["date_openers", "dates_at", "may_go_on"]

_NUMBERS: Final = re.compile(r"\d{1,4}(?:[^\w\n]{1,3}\d{1,4}){0,3}")
_GAP: Final = re.compile(r"[^\w\n]{0,3}")
#: A year that the words before do not take along: "22 tháng 11 năm 2017".
_YEAR_NEAR: Final = re.compile(r"[^\w\n]{0,3}(?:[^\W\d]{1,6}[^\w\n]{1,2})?\d{4}(?!\d)").match
_DAY_BEFORE: Final = re.compile(r".*\d\.").fullmatch
_DASH: Final = re.compile(r"[^\S\n]?[-–—][^\S\n]?").match
_RUN: Final = re.compile(r"\d+")
#: A longer text is no date.
_LONGEST: Final = 120
#: The shortest date in dots with two digits of a year ("22.11.17"), or month in dots ("05.2017").
_SHORTEST: Final = {2: 8, 4: 7}
_WHOLE: Final = 3
_YEAR: Final = 4
#: Behind the first number of a date none of these stands.
_NO_DATE: Final = frozenset(("%", ":", ";", ")", ""))


class _Locale(NamedTuple):
    """What tells at a glance whether a date may begin at a place.

    Attributes:
        machine: The locale's patterns.
        heads: The first two letters of every name and word of the patterns.
        openers: The words with which a date begins.
        certain: The patterns that are nothing but dates, in running text too.
    """

    machine: Printed
    heads: frozenset[str]
    openers: frozenset[str]
    certain: frozenset[Format]


@lru_cache(maxsize=64)
def _locale(locale: str) -> _Locale:
    machine = printed(locale)
    certain = frozenset(form for form in machine.rank if _is_certain(form))
    words: set[str] = set()
    openers: set[str] = set()
    for form in certain:
        elements = [each for each in flat(form) if each and each != ("|", 1)]
        for number, element in enumerate(elements):
            found = _words(machine, element)
            words |= found
            if number == 0:
                openers |= found
    heads = frozenset(word[:2] for word in words)
    return _Locale(machine, heads, frozenset(word for word in openers if word), certain)


def _words(machine: Printed, element: str | tuple[str, int]) -> set[str]:
    """Return the first words of what may stand for an element."""
    if isinstance(element, str):
        texts = [element]
    else:
        letter, width = element
        kind = f"{letter}{max(3, width)}"
        is_named = width > 2 or letter in "EcG"
        texts = list(machine.spelled.get(kind, {}).values()) if is_named else []
    matches = (WORD.search(date_key(text)) for text in texts)
    return {match[0] for match in matches if match is not None}


def _is_certain(form: Format) -> bool:
    """Tell whether a pattern has enough in it to be a date wherever it stands."""
    widths = {each[0]: each[1] for each in flat(form) if not isinstance(each, str)}
    has_year, has_day = widths.get("y", widths.get("Y", 0)), "d" in widths
    month = widths.get("M", widths.get("L", 0))
    if "Q" in widths or "q" in widths:
        return has_year not in (0, 2)
    if not month or (month == 5 and not (has_day and has_year)):
        return False
    if has_day and (has_year or month > 2 or _says_month(form)):
        return True
    return has_year not in (0, 2)


def _says_month(form: Format) -> bool:
    """Tell whether a sign between the numbers says that they are a month and a day."""
    return any(isinstance(each, str) and max(each, default="") > LAST_SPACED for each in flat(form))


def date_openers(locale: str) -> frozenset[str]:
    """Return the words with which a printed date of the locale begins, folded."""
    return _locale(locale).openers | SHORTHAND_OPENERS


def dates_at(
    text: str, lowered: str, pos: int, locale: str, anchor: TextDay | None = None
) -> PeriodReading | NoPeriod | None:
    """Return the longest printed date that begins at `pos`, or `None`.

    Args:
        text: The text.
        lowered: The text, lower-cased character by character.
        pos: Where the first word or digit stands.
        locale: A canonical locale id.
        anchor: The day of the text, from which a date without a year takes it.
    """
    first = _one_at(text, lowered, pos, locale, anchor)
    if not isinstance(first, PeriodReading):
        return first
    dash = _DASH(lowered, first.end)
    if dash is None or dash.end() == len(lowered):
        return first
    second = _one_at(text, lowered, dash.end(), locale, anchor)
    if not isinstance(second, PeriodReading):
        return first
    try:
        value = read_period(text[pos : second.end], locale)
    except UnreadableTextError:
        return first
    return first._replace(end=second.end, value=value, plain=value, reach=second.end)


def _one_at(
    text: str, lowered: str, pos: int, locale: str, anchor: TextDay | None
) -> PeriodReading | NoPeriod | None:
    """Return the longest date at a place that no other is joined to."""
    own = _locale(locale)
    is_digit = lowered[pos].isdecimal()
    is_short = shorthand_end(text, pos) is not None
    if not is_short and (
        _is_hopeless(lowered, pos, own) if is_digit else not _is_head(lowered[pos : pos + 2], own)
    ):
        return None
    found = notation_at(text, pos, CENTURY_FROM) if is_digit or is_short else None
    if found is not None:
        start, end, value = found
        return PeriodReading(start, end, value, "notation", (), None, False, value, end)
    if not _can_begin(lowered, pos):
        return None
    window: str = lowered[pos : pos + _LONGEST]
    ends: Sequence[int] = range(len(window) + 1)
    if not window.isascii():
        window, ends = _folded(text[pos : pos + _LONGEST])
    reach: dict[int, set[Format]] = {}
    for end, forms, _ in walk(own.machine.root, window, 0, own.machine.names.at):
        reach.setdefault(ends[end], set()).update(own.certain.intersection(forms))
    bare = numeric_end(text, pos) if is_digit else None
    if bare is not None and not _is_whole_in_numbers(text[pos:bare]):
        bare = None
    if bare is not None:
        reach.setdefault(bare - pos, set())
    for size in sorted(reach, reverse=True):
        end = pos + size
        words = text[pos:end]
        is_dated = end == bare or any(_is_whole(words, form) for form in reach[size])
        if not is_dated or not _can_end(lowered, end) or _is_identifier(lowered, pos, end):
            continue
        try:
            value = read_period(words, locale)
            near = _YEAR_NEAR(lowered, end) if value.edtf.startswith("XXXX") else None
            if near is not None:
                end = near.end()
                value = read_period(text[pos:end], locale)
            else:
                value = read_period(words, locale, anchor)
        except UnreadableTextError:
            names_day = any(_names_day(form) for form in reach[size])
            return NoPeriod(end, NO_DATE) if names_day else None
        return PeriodReading(pos, end, value, "printed", (), None, False, value, end)
    return None


def _names_day(form: Format) -> bool:
    """Tell whether a pattern has a day and the name of its month, as no number has."""
    widths = {each[0]: each[1] for each in flat(form) if not isinstance(each, str)}
    return "d" in widths and max(widths.get("M", 0), widths.get("L", 0)) > 2


def may_go_on(lowered: str, end: int, locale: str) -> bool:
    """Tell whether a printed date may go on where a written one ends."""
    at = _GAP.match(lowered, end).end()  # type: ignore[union-attr]  # it may be empty
    head = lowered[at : at + 2]
    return at > end and (head[:1].isdecimal() or _is_head(head, _locale(locale)))


def _is_head(head: str, own: _Locale) -> bool:
    return head in own.heads or head[:1] in own.heads


def _is_hopeless(lowered: str, pos: int, own: _Locale) -> bool:
    """Tell at a glance that the digits at `pos` begin no date, as most of a text's do not."""
    end = _RUN.match(lowered, pos).end()  # type: ignore[union-attr]  # a digit stands there
    size, behind = end - pos, lowered[end : end + 1]
    if size > _YEAR or (behind in _NO_DATE and lowered[pos - 1 : pos] != "/"):
        return True
    at = end + 1 if behind == " " else end
    head = lowered[at : at + 2]
    if head[:1].isalpha():
        return not _is_head(head, own) and head[0] not in "qx"
    numbers = _NUMBERS.match(lowered, pos)
    if numbers is None:
        return True
    runs = _RUN.findall(numbers[0])
    if len(runs) >= _WHOLE or (len(runs) == 2 and sum(len(run) == _YEAR for run in runs) == 1):
        return False
    if (size == _YEAR and (behind == "/" or lowered.startswith("-q", end))) or lowered[
        pos - 1 : pos
    ] == "/":
        return False
    at = _GAP.match(lowered, numbers.end()).end()  # type: ignore[union-attr]  # it may be empty
    return not _is_head(lowered[at : at + 2], own)


def _can_begin(lowered: str, pos: int) -> bool:
    before = lowered[pos - 1 : pos] if pos else ""
    if before.isalnum() or before == "_":
        is_digit = lowered[pos].isdecimal()
        return before > LAST_SPACED and not (before.isdecimal() and is_digit)
    if not before or not lowered[pos].isdecimal():
        return before not in ("-", "'", "@") or pos < 2 or not lowered[pos - 2].isalnum()
    if before in "#№$€£¥₽₸₩":
        return False
    if before in ".,:/-–—−+" and pos > 1 and lowered[pos - 2].isalnum():
        return False
    # the end of "5.–7. května" is no date of its own
    return not (before in "-–—" and _DAY_BEFORE(lowered[max(0, pos - 4) : pos - 1]))


def _can_end(lowered: str, end: int) -> bool:
    last, behind = lowered[end - 1], lowered[end : end + 1]
    if behind.isalnum() or behind == "_":
        return (last > LAST_SPACED or behind > LAST_SPACED) and not (
            last.isdecimal() and behind.isdecimal()
        )
    if behind in ("%", "‰", "°"):
        return False
    return behind not in tuple(".,:/-–—−+") or not lowered[end + 1 : end + 2].isdecimal()


def _is_identifier(lowered: str, pos: int, end: int) -> bool:
    """Tell "10.1134/S00268" from a month of a year; a whole date may have a name behind a stroke.

    So "05.12.2017/BelTA" begins a dispatch.
    """
    if lowered[end : end + 1] != "/" or not lowered[end + 1 : end + 2].isalpha():
        return False
    words = lowered[pos:end]
    return len(_RUN.findall(words)) < _WHOLE and not any(map(str.isalpha, words))


def _is_whole_in_numbers(words: str) -> bool:
    return "." not in words or len(words) >= _SHORTEST[2]


def _is_whole(words: str, form: Format) -> bool:
    """Tell whether numbers in dots are a date, and no version of something ("1.2.10")."""
    widths = {each[0]: each[1] for each in flat(form) if not isinstance(each, str)}
    if "." not in words or any(width > 2 for letter, width in widths.items() if letter in "MLQq"):
        return True
    year = widths.get("y", widths.get("Y", 0))
    if year == 2:
        return len(words) >= _SHORTEST[2]
    return "d" in widths or len(words) >= _SHORTEST[4]


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, and of each place in it how much of the text lies before."""
    key = date_key(text)
    if len(key) == len(text):
        return key, range(len(text) + 1)
    parts = [date_key(char) for char in text]
    ends = [0]
    for number, part in enumerate(parts, 1):
        ends += [number] * len(part)
    return "".join(parts), ends
