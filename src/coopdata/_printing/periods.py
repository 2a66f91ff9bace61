"""Periods as text: CLDR's skeletons and intervals, and the phrases that CLDR does not have."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from ..cldr import data
from ..values import Period
from .dates import dated, pattern_of, skeleton, year_digits
from .intervals import INTERVALS, difference, halves, spelled_out
from .words import Words, ending, english, words

__all__ = [
    "UNKNOWN",
    "UNWORDED",
    "day_pattern",
    "genitive_pattern",
    "one_or_other",
    "own_or_english",
    "roman",
    "text_of",
]

#: The words for what of a month or a day is not known.
UNKNOWN: Final = {"month": "unknown_month", "day": "unknown_day"}
#: How a period that is open on one side, or one of several, is printed without words.
UNWORDED: Final = {
    "since": "{0} –",
    "until": "– {0}",
    "not_before": "[{0} ..]",
    "not_after": "[.. {0}]",
    "one_between": "[{0} .. {1}]",
}
_OR: Final = "{0} or {1}"
#: What a phrase for an open period may have of a year, which must then be known.
_OF_A_YEAR: Final = re.compile(r"\{(?!0\}|genitive\})").search
_IN_A_YEAR: Final = ("day", "month")
_SEASONS: Final = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def text_of(period: Period, name: str, length: str) -> str:
    """Return the period in the language of the locale `name`."""
    if period.edtf.startswith("["):
        return _one_of(period.edtf, name, length)
    first, slash, last = period.edtf.partition("/")
    if not slash:
        return _single(period, name, length)
    if first in ("", "..") and last in ("", ".."):
        return str(own_or_english(name, "unknown_ends"))
    if first in ("", ".."):
        return _open("until", Period.from_edtf(last), name, length)
    if last in ("", ".."):
        return _open("since", Period.from_edtf(first), name, length)
    return _interval(Period.from_edtf(first), Period.from_edtf(last), name, length)


# ------------------------------------------------------------------------------ single periods
def _single(period: Period, name: str, length: str) -> str:
    table = words(name)
    if "X" in period.edtf:
        return _unspecified(period, table, name, length)
    start, precision = period.start, period.precision
    if start is None:
        return period.edtf
    if precision == "season":
        phrases = (table or english()).period["season"]
        return _filled(str(phrases[_SEASONS[period.edtf[5:]]]), period, start, table or english())
    is_worded = length != "narrow" or precision == "half"
    if table is not None and precision in table.period and is_worded:
        phrase = table.period[precision]
        if precision == "half":
            phrase = phrase[int(period.edtf[5:]) - 40]
        return _filled(str(phrase), period, start, table)
    if precision == "half":
        return f"H{int(period.edtf[5:]) - 39} {year_digits(start.year)}"
    return dated(pattern_of(name, precision, length), start, name)


def _unspecified(period: Period, table: Words | None, name: str, length: str) -> str:
    """Return a decade, a century, or a date whose year is not known."""
    start, end, edtf = period.start, period.end, period.edtf
    if start is not None and end is not None:
        table = table or english()
        return _filled(str(table.period[period.precision]), period, start, table)
    if edtf == "XXXX":
        return str((table or english()).period["unknown"])
    if edtf.endswith("-XX"):
        lacking = str(own_or_english(name, UNKNOWN[period.precision]))
        stated = edtf.removesuffix("-XX").removesuffix("-XX")
        if stated == "XXXX":
            return lacking
        return f"{_single(Period.from_edtf(stated), name, length)} ({lacking})"
    month, _, day = edtf.removeprefix("XXXX-").partition("-")
    return edtf if month == "XX" else _yearless(int(month), day, name, length)


def _yearless(part: int, day: str, name: str, length: str) -> str:
    """Return a day, month, quarter, half or season of a year that is not known."""
    if day:
        return dated(day_pattern(name, length), dt.date(2000, part, int(day)), name)
    if part <= 12:
        return dated("LLLL" if length == "long" else "LLL", dt.date(2000, part, 1), name)
    if part <= 24:
        return str(own_or_english(name, "yearless_season")[_SEASONS[str(part)]])
    if part <= 36:
        # its short names are those of months (mk), or nothing but the number (ii)
        return dated("qqqq", dt.date(2000, 3 * (part - 33) + 1, 1), name)
    return str(own_or_english(name, "yearless_half")[part - 40])


def own_or_english(name: str, key: str) -> Any:
    """Return an entry of the printing table of a locale's language, else of the English one."""
    table = words(name)
    return english().period[key] if table is None else table.period.get(key, english().period[key])


def day_pattern(name: str, length: str) -> str:
    """Return the pattern of a day of a year that is not known."""
    width = {"long": "MMMM", "short": "MMM", "narrow": "M"}[length]
    return skeleton(name, f"{width}d") or skeleton(name, "MMMd") or "d MMMM"


def _filled(phrase: str, period: Period, start: dt.date, table: Words) -> str:
    """Return a phrase of the printing table with the period's numbers in it."""
    year = start.year
    century = year // 100 + 1
    part = int(period.edtf[5:]) if period.precision in ("quarter", "half") else 0
    numbers = {
        "{year}": year_digits(year),
        "{day}": str(start.day),
        "{number}": str(century),
        "{ordinal}": _english_ordinal(century),
        "{roman}": roman(century),
        "{quarter}": str(part - 32),
        "{half}": str(part - 39),
    }
    for case in table.endings:
        numbers[f"{{ending:{case}}}"] = ending(table, case, Decimal(year), 0)
    for mark, number in numbers.items():
        phrase = phrase.replace(mark, number)
    return phrase


def roman(number: int) -> str:
    """Return a number of a century in Roman numerals."""
    signs = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    if number >= 90:
        return str(number)
    text = ""
    for value, sign in signs:
        while number >= value:
            text, number = text + sign, number - value
    return text


def _english_ordinal(number: int) -> str:
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else tail}"


# ----------------------------------------------------------------------------- one of several
def _one_of(edtf: str, name: str, length: str) -> str:
    """Return "2016 or 2017", "2019 or later"; in brackets, as EDTF has them, without the words."""
    first, between, last = edtf[1:-1].partition("..")
    if not between:
        before, joint, after = one_or_other(name)
        several = (_single(Period.from_edtf(one), name, length) for one in first.split(","))
        return f"{before}{joint.join(several)}{after}"
    side = "not_before" if not last else "not_after" if not first else "one_between"
    table = words(name) if length != "narrow" else None
    phrase = UNWORDED[side] if table is None else str(table.period.get(side, UNWORDED[side]))
    known = [Period.from_edtf(one) for one in (first, last) if one]
    if len(known) > 1 and "{1}" not in phrase:
        return phrase.replace("{0}", _interval(known[0], known[1], name, length))
    for nth, one in enumerate(known):
        phrase = phrase.replace(f"{{{nth}}}", _single(one, name, length))
    return phrase


@lru_cache(maxsize=2048)
def one_or_other(name: str) -> tuple[str, str, str]:
    """Return what stands before, between and behind things of which one is meant."""
    pattern = str(data(name).tree("list_patterns").get("or", {}).get("2", _OR))
    before, _, rest = pattern.partition("{0}")
    joint, _, after = rest.partition("{1}")
    return before, joint, after


# ------------------------------------------------------------------------------ open periods
def _open(side: str, period: Period, name: str, length: str) -> str:
    table = words(name) if length != "narrow" else None
    phrases: dict[str, Any] = {} if table is None else table.period.get(side, {})
    phrase = phrases.get(period.precision)
    if phrase is None and (period.start is not None or period.precision in _IN_A_YEAR):
        phrase = phrases.get("other")
    is_unfilled = period.start is None and (_OF_A_YEAR(str(phrase)) or "XXXX-XX" in period.edtf)
    if table is None or phrase is None or is_unfilled:
        return UNWORDED[side].replace("{0}", _single(period, name, length))
    if not isinstance(phrase, str):
        phrase = str(phrase[_SEASONS[period.edtf[5:]]])
    if "{month_" in phrase and period.start is not None:
        phrase = _with_month_case(phrase, period.start.month, table)
    if period.start is not None:
        phrase = _filled(phrase, period, period.start, table)
    text = _single(period, name, length)
    if "{genitive}" in phrase:
        phrase, text = phrase.replace("{genitive}", "{0}"), _genitive(period, name, length)
    return phrase.replace("{0}", text)


def _with_month_case(phrase: str, month: int, table: Words) -> str:
    for case in ("month_ablative", "month_dative"):
        if f"{{{case}}}" in phrase:
            phrase = phrase.replace(f"{{{case}}}", str(table.period[case][month - 1]))
    return phrase


def _genitive(period: Period, name: str, length: str) -> str:
    """Return "мая 1997 г.": the month in the form it has inside a date."""
    if period.precision != "month":
        return _single(period, name, length)
    if period.start is None and period.edtf.endswith("-XX"):
        return _single(period, name, length)
    if period.start is None:
        width = "MMMM" if length == "long" else "MMM"
        return dated(width, dt.date(2000, int(period.edtf[5:]), 1), name)
    return dated(genitive_pattern(name, length), period.start, name)


def genitive_pattern(name: str, length: str) -> str:
    """Return the pattern of a month whose name is in the form that it has inside a date."""
    pattern = pattern_of(name, "month", length)
    return pattern.replace("LLLL", "MMMM").replace("LLL", "MMM")


# --------------------------------------------------------------------------------- intervals
def _interval(first: Period, last: Period, name: str, length: str) -> str:
    precision = first.precision
    found = data(name).tree("interval_formats")
    if precision == last.precision and first.start is not None and last.start is not None:
        pattern = INTERVALS.get((precision, length)) if "X" not in first.edtf + last.edtf else None
        field = difference(first.start, last.start)
        pair = found.get(pattern, {}).get(field) if pattern and field else None
        both = halves(pair, field)
        if both:
            start, end = (spelled_out(half, precision, length, name) for half in both)
            left, right = dated(start, first.start, name), dated(end, last.start, name)
            text = _tightened(left, name) + right
            return _with_year_word(text, precision, name, length)
    dash = str(found.get(None, "{0} – {1}"))
    whole = dash.replace("{0}", _single(first, name, length))
    return whole.replace("{1}", _single(last, name, length))


def _tightened(left: str, name: str) -> str:
    """Return "January–" for "January – ", where the language sets the dash so."""
    table, word = words(name), left.rstrip(" –\u2009\u00a0")
    is_tight = table is not None and table.period.get("tight") and " " not in word
    return f"{word}–" if is_tight and "–" in left else left


def _with_year_word(text: str, precision: str, name: str, length: str) -> str:
    """Return "1994–1997 гг." where the language adds a word to years."""
    table = words(name)
    phrase = table.period.get("years") if table and length != "narrow" else None
    return str(phrase).replace("{0}", text) if phrase and precision == "year" else text
