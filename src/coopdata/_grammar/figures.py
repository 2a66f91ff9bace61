"""Numbers in figures: digits with their marks, read at one place of a text."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import gcd
from typing import Final, NamedTuple

from .. import _exact
from .._lexicon.language import Lexicon
from .digits import POINTS, read_run

__all__ = [
    "BROKEN",
    "FRACTION",
    "MAX_DIGITS",
    "MIXED",
    "PART",
    "RUN",
    "SIGNS",
    "Amount",
    "digits_at",
    "is_figure",
    "is_fraction",
    "of_fraction",
]

#: One run of digits with single marks inside; the language says which marks mean what.
RUN: Final = re.compile(rf"\d+(?:[{POINTS}]\d+| \d{{3}}(?!\d))*")
#: A part of one in figures, before a word: what stands alone may be a date, a score, a rate.
FRACTION: Final = re.compile(
    r"(?=1/[2-9] |2/[35] |3/[458] |4/5 |5/[68] |7/8 )(\d)/(\d) (?=[^\W\d])"
)
#: Numbers that are one sign ("½"), each with its value.
SIGNS: Final = {
    sign: Fraction(unicodedata.normalize("NFKC", sign).replace("\u2044", "/"))
    for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
}
_SIGNS: Final = "".join(SIGNS)
#: A part of one in figures, alone or behind a whole number; digits that go on make it a date.
_SLASHED: Final = re.compile(
    r"(?:(\d{1,3})[ -])?(\d{1,3})[/\u2044](\d{1,4})(?![\d/\u2044:]|[.,-]\d|[^\W\d_]\d)"
)
_SIGNED: Final = re.compile(rf"(?:(\d{{1,3}}) ?)?([{_SIGNS}])(?![\d/{_SIGNS}])")
#: Denominators that people write: halves to sixteenths, those of inches, and tens.
_DENOMINATORS: Final = frozenset({*range(2, 17), 20, 25, 32, 40, 50, 64, 100, 1000})
#: The notes of such numbers: a part of one, and a whole number with a part.
PART: Final = "part"
MIXED: Final = "mixed"
#: The note of a number that is not understood to its end.
BROKEN: Final = "broken"
#: Longer numbers are no quantities that anybody states; looking no further keeps refusal cheap.
MAX_DIGITS: Final = 400
_MARK: Final = re.compile(rf"([{POINTS} ])")


class Amount(NamedTuple):
    """A number read at a place: a core in digits or words, with its scale words where it has any.

    Attributes:
        start, end: The stretch of text.
        value: What it says, exactly.
        form: ``digits``, ``words``, ``weak`` (a word that is a number only before a unit),
            ``hedged`` (only after a hedge: "более тысячи"), ``ordinal``, ``fraction``, ``fold``,
            ``factor``.
        note: The payload of a fold ("increase"), `PART` or `MIXED`, else empty.
        scale: The product of the last scale words, one where there were none.
        hedge: The relation that a word inside states ("20多亿", "1200여 명").
        exact: The value of a fraction, which may have no end as a decimal.
    """

    start: int
    end: int
    value: Decimal
    form: str
    note: str = ""
    scale: Decimal = Decimal(1)
    hedge: str | None = None
    exact: Fraction | None = None


def of_fraction(start: int, end: int, value: Fraction, form: str, note: str = "") -> Amount:
    """Return the amount that a fraction is, which keeps it until all its scales are known."""
    return Amount(start, end, _exact.to_decimal(value), form, note, exact=value)


def is_figure(char: str) -> bool:
    """Tell whether a number in figures may begin with a character."""
    return char.isdecimal() or char in SIGNS


def is_fraction(low: str, pos: int) -> bool:
    """Tell whether a part of one in figures begins at `pos`."""
    return _slashed(low, pos) is not None


def _slashed(low: str, pos: int) -> Amount | None:
    """Read "3/8", "4 1/2", "4-1/2": a proper fraction in lowest terms, of a usual denominator."""
    match = _SLASHED.match(low, pos)
    if match is None or match[2][0] == "0":
        return None
    whole, part, parts = match[1], int(match[2]), int(match[3])
    if match[3][0] == "0" or parts not in _DENOMINATORS or part >= parts or gcd(part, parts) > 1:
        return None
    if whole is not None and whole[0] == "0":
        return None
    value = Fraction(part, parts) + int(whole or 0)
    return of_fraction(pos, match.end(), value, "digits", MIXED if whole else PART)


def _signed(low: str, pos: int) -> Amount | None:
    """Read "½", "3½", "3 ½"."""
    match = _SIGNED.match(low, pos)
    if match is None:
        return None
    value = SIGNS[match[2]] + int(match[1] or 0)
    return of_fraction(pos, match.end(), value, "digits", MIXED)


def digits_at(low: str, pos: int, lex: Lexicon) -> Amount | None:
    """Read the longest well-formed number in digits that begins at `pos`."""
    match = RUN.match(low, pos, pos + MAX_DIGITS)
    if match is None:
        return _signed(low, pos)
    run = match.group()
    end = match.end()
    if len(run) == MAX_DIGITS:
        return None
    if run.isdecimal():
        if low[end : end + 1] != " " or not low[end + 1 : end + 2].isalpha():
            part = _with_part(low, pos, end)
            if part is not None:
                return part
        return Amount(pos, end, Decimal(run), "digits")
    printed = read_run(match, lex.symbols)
    if printed is not None and printed[1] == end:
        return Amount(pos, end, printed[0], "digits")  # to the letter, as the locale prints it
    return _marked(run, pos, lex)


def _with_part(low: str, pos: int, end: int) -> Amount | None:
    """Read the fraction that digits are, or are the whole part of."""
    follows = low[end : end + 1]
    if follows in ("/", "\u2044"):
        return _slashed(low, pos)
    if follows in SIGNS:
        return _signed(low, pos)
    if follows in (" ", "-"):
        behind = low[end + 1 : end + 2]
        if behind in SIGNS:
            return _signed(low, pos)
        if behind.isdecimal():
            return _slashed(low, pos)
    return None


@lru_cache(maxsize=4096)
def _shape(run: str, decimal: str, group: str) -> tuple[int, str] | None:
    """Return how much of `run` is one number, and its plain digits.

    A mark that the language uses for decimals ends the whole part; a mark for groups stands only
    before exactly three digits (the Indian pairs are left to locales that print them). A mark that
    may be either is a group mark where three digits follow and a decimal mark otherwise.
    """
    pieces = _MARK.split(run)
    whole = [pieces[0]]
    used = len(pieces[0])
    mark = ""
    at = 1
    while at < len(pieces):
        sign, digits = pieces[at], pieces[at + 1]
        grouped = sign in group and len(digits) == 3 and mark in ("", sign) and len(whole[0]) <= 3
        if grouped and sign in decimal and sign != " ":
            grouped = at + 2 < len(pieces) or whole[0] == "0"
            grouped = grouped and whole[0] != "0" and not (mark == "" and sign == decimal[0])
        if grouped:
            whole.append(digits)
            mark = sign
            used += 1 + len(digits)
            at += 2
            continue
        if sign in decimal and sign != mark and sign != " ":
            rest = pieces[at + 2] if at + 2 < len(pieces) else ""
            if rest and rest != " ":
                return None
            return used + 1 + len(digits), "".join(whole) + "." + digits
        if sign != " ":
            return None
        break
    return used, "".join(whole)


def _marked(run: str, pos: int, lex: Lexicon) -> Amount | None:
    shape = _shape(run, lex.decimal, lex.group)
    if shape is None:
        return None
    used, plain = shape
    return Amount(pos, pos + used, Decimal(plain), "digits")
