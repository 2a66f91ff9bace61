"""Print dates with Babel in every way there is, vary and damage the texts, and read them again."""

from __future__ import annotations

import calendar
import datetime as dt
import unicodedata
from collections.abc import Iterator

from attrs import Factory, define, evolve, frozen
from babel import Locale, localedata
from babel.dates import (
    DateTimeFormat,
    format_date,
    format_interval,
    format_skeleton,
    parse_pattern,
    tokenize_pattern,
)

from coopdata._calendar.whole import read_printed
from coopdata.errors import AmbiguousTextError, UnreadableTextError

LENGTHS = ("short", "medium", "long", "full")
DATE_FIELDS = frozenset("GyMLQqdEc")
DATES = (
    dt.date(1850, 1, 1),
    dt.date(1999, 12, 31),
    dt.date(2000, 2, 29),
    dt.date(2005, 5, 4),
    dt.date(2016, 3, 5),
    dt.date(2017, 11, 23),
    dt.date(2024, 8, 8),
    dt.date(2100, 9, 30),
)
# What one date is paired with: another day, month and year.
LATER = (dt.timedelta(days=1), dt.timedelta(days=40), dt.timedelta(days=800))


@frozen
class Case:
    """A printed text, what it means, and how it was printed."""

    locale: str
    how: str
    text: str
    edtf: str
    century_from: int


@define
class Tally:
    """How many texts were read as they should be, and which were not."""

    total: int = 0
    read: int = 0
    ambiguous: int = 0
    failures: list[tuple[Case, str]] = Factory(list)

    @property
    def share(self) -> float:
        return (self.read + self.ambiguous) / max(1, self.total)

    @property
    def unexplained(self) -> list[tuple[Case, str]]:
        return [failure for failure in self.failures if not is_explained(failure[0])]


WEEK_YEAR = "CLDR's pattern prints the year of the week"
NO_SPLIT = "Babel prints the start alone, for the pattern does not split"
# What cannot come back, by language (or language and script) and format, and why; the CLDR that
# has it stands behind. `docs/reference/inverse-of-babel.md` tells more.
LOST = {
    ("fa", "interval yMMM"): NO_SPLIT,  # 47
    ("fa", "interval yMMMM"): NO_SPLIT,  # 47
    ("en_Shaw", "interval MMM"): NO_SPLIT,  # 49
    ("en_Shaw", "interval yMMM"): NO_SPLIT,  # 49
    ("en_Shaw", "interval yMMMM"): NO_SPLIT,  # 49
    ("sw", "interval yMMMd"): "CLDR's pattern leaves out the month of the start",
    ("wae", "interval MMMd"): "CLDR's pattern leaves out the month of the start",
    ("rw", "interval yMMMd"): "CLDR's pattern leaves out the month of the start",  # 49
    ("co", "interval yMMMd"): "CLDR's pattern leaves out the year of the start",  # 49
    ("ksh", "yM"): WEEK_YEAR,
    ("sc", "yM"): WEEK_YEAR,
    ("gd", "yMMM"): WEEK_YEAR,
    ("oc", "GyMd"): WEEK_YEAR,
    ("ki", "yMMMd"): WEEK_YEAR,  # 49
    ("ki", "yMMMMd"): WEEK_YEAR,  # 49
    ("ki", "yMMMMEd"): WEEK_YEAR,  # 49
    ("pt", "GyMMMM"): WEEK_YEAR,  # 49
    ("de", "GyMMMMEd"): WEEK_YEAR,  # 49
}
# Varied texts of these languages can be another date, printed exactly like this.
ALIKE = {("fur", "lower case"): "case alone tells Tuesday from March"}
# Damaged texts of these languages are another format's dates.
TWO_ORDERS = {"bal_Latn": "dates are printed with the day first and with the month first"}


def is_explained(case: Case) -> bool:
    """Return whether the tables above name why the text does not come back."""
    language, _, rest = case.locale.partition("_")
    variant, _, how = case.how.rpartition(": ")
    names = (language, f"{language}_{rest.partition('_')[0]}")
    return (language, variant) in ALIKE or any((name, how) in LOST for name in names)


def edtf_of(skeleton: str, date: dt.date) -> str:
    """Return what a skeleton states of a date."""
    year = f"{date.year:04}" if "y" in skeleton else "XXXX"
    if "Q" in skeleton:
        return f"{year}-{33 + (date.month - 1) // 3}"
    month = f"-{date.month:02}" if "M" in skeleton else "-XX" if "d" in skeleton else ""
    return f"{year}{month}" + (f"-{date.day:02}" if "d" in skeleton else "")


def printed_dates(locale: str, date: dt.date) -> Iterator[Case]:
    """Yield one date in every date format and every skeleton of year, quarter, month and day."""
    since = date.year - 50
    for length in LENGTHS:
        text = format_date(date, length, locale=locale)
        yield Case(locale, length, text, edtf_of("yMd", date), since)
    for skeleton in Locale.parse(locale).datetime_skeletons:
        if set(skeleton) <= DATE_FIELDS and set(skeleton) & set("yMd"):
            text = format_skeleton(skeleton, date, locale=locale)
            yield Case(locale, skeleton, text, edtf_of(skeleton, date), since)


def printed_intervals(locale: str, first: dt.date, last: dt.date) -> Iterator[Case]:
    """Yield an interval in every interval format, and in the fallback format."""
    since = first.year - 50
    whole = f"{edtf_of('yMd', first)}/{edtf_of('yMd', last)}"
    yield Case(locale, "fallback", format_interval(first, last, locale=locale), whole, since)
    for skeleton, patterns in Locale.parse(locale).interval_formats.items():
        if skeleton is None or not set(skeleton) <= DATE_FIELDS or "G" in patterns:
            continue
        start, end = edtf_of(skeleton, first), edtf_of(skeleton, last)
        text = format_interval(first, last, skeleton, locale=locale)
        if start == end:
            continue
        yield Case(locale, f"interval {skeleton}", text, f"{start}/{end}", since)


def forget() -> None:
    """Make Babel load its data anew.

    Babel resolves an alias in data that locales share and keeps the result there, so that what it
    prints in one locale can depend on which others were touched before.
    """
    localedata._cache.clear()


def cases(locale: str, dates: tuple[dt.date, ...] = DATES) -> Iterator[Case]:
    """Yield every printed text of a locale over the given dates."""
    for number, date in enumerate(dates):
        yield from printed_dates(locale, date)
        yield from printed_intervals(locale, date, date + LATER[number % len(LATER)])


NATIVE_ZERO = {"arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "mymr": 0x1040}
OTHER_ZERO = (0x966, 0x660, 0x0E50, 0x1D7CE)


def varied(case: Case) -> Iterator[Case]:
    """Yield the text with other spaces, case, composition, bidi marks and digits."""
    text = case.text
    native = str(Locale.parse(case.locale).default_numbering_system)
    zero = NATIVE_ZERO.get(native, OTHER_ZERO[len(text) % len(OTHER_ZERO)])
    variants = {
        "plain spaces": "".join(" " if char.isspace() else char for char in text),
        "upper case": text.upper(),
        "lower case": text.lower(),
        "NFD": unicodedata.normalize("NFD", text),
        "no marks": "".join(char for char in text if char not in "\u200e\u200f\u061c"),
        "bidi marks": f"\u200f{text}\u200e",
        "native digits": "".join(
            chr(zero + int(char)) if char in "0123456789" else char for char in text
        ),
    }
    for name, variant in variants.items():
        if variant != text:
            yield evolve(case, how=f"{name}: {case.how}", text=variant)


def spelled(pattern: str, date: dt.date, locale: str, **changed: int) -> str:
    """Print a date by a pattern, with the number of a field changed to one that no date has."""
    parts: list[str] = []
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            parts.append(str(value))
        elif value[0] in changed and value[1] < 3:
            parts.append(f"{changed[value[0]]:0{value[1]}}")
        else:
            parts.append(str(parse_pattern(value[0] * value[1]) % DateTimeFormat(date, locale)))
    return "".join(parts)


def damaged(locale: str, date: dt.date) -> Iterator[Case]:
    """Yield texts that are no date: a wrong weekday, a month 13, a 31 February, garbage behind."""
    since = date.year - 50
    chosen = Locale.parse(locale)
    for length in LENGTHS:
        pattern = chosen.date_formats[length].pattern
        text = format_date(date, length, locale=locale)
        for tail in ("x", "777", " q", ","):
            if not text.endswith(tail):
                yield Case(locale, f"{length} + {tail!r}", text + tail, "", since)
        if any(field in pattern for field in ("EEEE", "cccc")):
            wrong = _with_wrong_weekday(pattern, date, locale)
            if wrong != text:
                yield Case(locale, f"{length}, wrong weekday", wrong, "", since)
        if _has_number(pattern, "M"):
            yield Case(
                locale, f"{length}, month 13", spelled(pattern, date, locale, M=13), "", since
            )
        february = dt.date(date.year, 2, 1)
        text = spelled(pattern, february, locale, d=31)
        yield Case(locale, f"{length}, 31 February", text, "", since)


def _has_number(pattern: str, letter: str) -> bool:
    return any(
        kind == "field" and value[0] == letter and value[1] < 3
        for kind, value in tokenize_pattern(pattern)
    )


def _with_wrong_weekday(pattern: str, date: dt.date, locale: str) -> str:
    other = date + dt.timedelta(days=1 + calendar.isleap(date.year))
    return "".join(
        str(value)
        if kind == "chars"
        else str(
            parse_pattern(value[0] * value[1])
            % DateTimeFormat(other if value[0] in "Ec" else date, locale)
        )
        for kind, value in tokenize_pattern(pattern)
    )


def read_back(found: Iterator[Case], tally: Tally) -> None:
    """Read each text again and note whether its meaning came back."""
    for case in found:
        tally.total += 1
        try:
            got = read_printed(case.text, case.locale, century_from=case.century_from)
        except AmbiguousTextError as err:
            if case.edtf in {period.edtf for period in err.candidates}:
                tally.ambiguous += 1
            else:
                tally.failures.append((case, str(err.candidates)))
        except UnreadableTextError:
            tally.failures.append((case, "unreadable"))
        else:
            if got.edtf == case.edtf:
                tally.read += 1
            else:
                tally.failures.append((case, got.edtf))


def refused(found: Iterator[Case], tally: Tally) -> None:
    """Read each damaged text and note whether it was refused."""
    for case in found:
        tally.total += 1
        try:
            got = read_printed(case.text, case.locale, century_from=case.century_from)
        except AmbiguousTextError as err:
            tally.failures.append((case, str(err.candidates)))
        except UnreadableTextError:
            tally.read += 1
        else:
            tally.failures.append((case, got.edtf))
