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
    "DASHES",
    "MAX_DIGITS",
    "MIXED",
    "PART",
    "RUN",
    "VULGAR",
    "Amount",
    "digits_at",
    "is_figure",
    "is_fraction",
    "leads",
    "of_fraction",
    "power_end",
]

#: Marks of full width; in running text they may be a comma and a full stop as well.
_WIDE: Final = "\uff0c\uff0e"
#: One run of digits with single marks inside; the language says which marks mean what.
RUN: Final = re.compile(rf"\d+(?:[{POINTS}{_WIDE}]\d+| \d{{3}}(?!\d))*")
#: What stands between the numbers of a range, and before a word that hangs on a number.
DASHES: Final = "-\u2013\u2014\u2012\u2011\u2010\u2212~\u223c\u301c\uff5e\uff0d"
#: Numbers that are one sign ("½"), each with its value.
VULGAR: Final = {
    sign: Fraction(unicodedata.normalize("NFKC", sign).replace("\u2044", "/"))
    for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
}
_SIGNS: Final = "".join(VULGAR)
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
#: Marks that differ in shape alone; the last two of Arabic can mean but one thing each.
_ALIKE: Final = str.maketrans(
    {**dict.fromkeys("\u2019\u02bc\u02bb\uff07\u066c", "'"), "\uff0c": ",", "\uff0e": "."}
)
#: Numbers that can be read in one way alone, whatever the locale: two or more groups of one mark,
#: an apostrophe before a group, Indian groups; the decimal mark behind them is another.
_FOREIGN: Final = re.compile(
    r"(?!0)(?:"
    r"(?P<groups>\d{1,3}(?P<mark>[.,' ])\d{3}(?:(?P=mark)\d{3})+)"
    r"(?:(?!(?P=mark))[.,\u066b](?P<a>\d+))?"
    r"|(?P<swiss>\d{1,3}'\d{3})(?:[.,\u066b](?P<b>\d+))?"
    r"|(?P<indian>\d{1,2}(?:,\d\d)+,\d{3})(?:\.(?P<c>\d+))?"
    r")|(?P<plain>\d+)\u066b(?P<d>\d+)"
)
_LEADING: Final = frozenset(".,\u066b\uff0e")
#: What a mark at a number's beginning may hang on, besides a sign of money.
_OPENS: Final = frozenset(
    " ([{%\"'\u00ab\u201c\u201e\u2018:;=<>~\u2248\u2264\u2265+-\u2212\u2010\u2011\u2013\u2014"
)
_SUPERS: Final = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_RAISED: Final = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a\u2212",
    "0123456789-+-",
)
_TEN: Final = (
    rf"(?:\^(?P<flat>[+\u2212-]?\d{{1,3}})|(?P<raised>[\u207a\u207b]?[{_SUPERS}]{{1,3}}))"
    rf"(?![.,]?\d|[{_SUPERS}])"
)
#: A power of ten behind a number, and one that stands alone ("10^5").
_POWER: Final = re.compile(
    rf" ?[\u00d7\u00b7\u22c5*x\u0445] ?10{_TEN}|e(?P<e>[+\u2212-]?\d{{1,3}})(?![.,]?\w)"
)
_LONE: Final = re.compile(_TEN)
_OPENS_POWER: Final = frozenset("\u00d7\u00b7\u22c5*x\u0445")
_HANGS: Final = _OPENS_POWER | frozenset(
    "e^\u207a\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
)


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
    return char.isdecimal() or char in VULGAR


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
    value = VULGAR[match[2]] + int(match[1] or 0)
    return of_fraction(pos, match.end(), value, "digits", MIXED)


def digits_at(low: str, pos: int, lex: Lexicon) -> Amount | None:
    """Read the number in figures whose first digit is at `pos`, whole or not at all.

    A decimal mark before it belongs to it; a power of ten or a part of one behind it does.
    """
    match = RUN.match(low, pos, pos + MAX_DIGITS)
    if match is None:
        return _signed(low, pos)
    if match.end() == pos + MAX_DIGITS:
        return None
    run, end = match.group(), match.end()
    if pos and low[pos - 1] in _LEADING and not low[pos - 2 : pos - 1].isalnum():
        if not leads(low, pos, lex) or not run.isdecimal():
            return None
        core = Amount(pos - 1, end, Decimal(f"0.{run}"), "digits")
    elif run.isdecimal():
        if low[end : end + 1] != " " or not low[end + 1 : end + 2].isalpha():
            part = _with_part(low, pos, end)
            if part is not None:
                return part
        core = Amount(pos, end, Decimal(run), "digits")
    else:
        is_wide = _WIDE[0] in run or _WIDE[1] in run
        printed = None if is_wide else read_run(match, lex.symbols)
        if printed is not None and printed[1] >= end:  # to the letter, as the locale prints it
            core = Amount(pos, end, printed[0], "digits")
            if printed[1] > end:
                return core._replace(end=printed[1])
        else:
            marked = _marked(run, pos, lex)
            if marked is None or marked.end != end:
                return marked
            core = marked
    match = _power(low, core.start, end)
    return core if match is None else _powered(core, match)


def leads(low: str, pos: int, lex: Lexicon) -> bool:
    """Tell whether the mark before the digits at `pos` begins their number (".4 tonnes")."""
    mark = low[pos - 1].translate(_ALIKE)
    if mark not in lex.decimal and mark not in lex.symbols.decimals:
        return False
    before = low[pos - 2 : pos - 1] if pos > 1 else " "
    return before in _OPENS or unicodedata.category(before) == "Sc"


def power_end(low: str, start: int, end: int) -> int:
    """Return where the power of ten behind the digits from `start` to `end` ends, or `end`."""
    match = _power(low, start, end)
    return end if match is None else match.end()


def _power(low: str, start: int, end: int) -> re.Match[str] | None:
    follows = low[end : end + 1]
    if follows not in _HANGS and (follows != " " or low[end + 1 : end + 2] not in _OPENS_POWER):
        return None
    match = _POWER.match(low, end)
    if match is None:
        return _LONE.match(low, end) if low[start:end] == "10" else None
    if match.lastgroup == "e" and f"{low[start:end]}{match['e']}".isdecimal():
        return None  # "5E3" is a code, sooner than five thousand
    return match


def _powered(core: Amount, match: re.Match[str]) -> Amount | None:
    """Read "4.1×10⁵", "1.2e-3" and "10^5"."""
    is_raised = match.lastgroup == "raised"
    exponent = match[match.lastgroup or 0].translate(_RAISED)
    is_alone = match.re is _LONE
    if is_alone and is_raised and len(exponent) == 1 and exponent < "3":
        return None  # a footnote, as like as not
    value = Decimal(f"{1 if is_alone else core.value}E{exponent}")
    if not _exact.is_bounded(value):
        return None
    return core._replace(end=match.end(), value=_exact.written_out(value))


def _with_part(low: str, pos: int, end: int) -> Amount | None:
    """Read the fraction that digits are, or are the whole part of."""
    follows = low[end : end + 1]
    if follows in ("/", "\u2044"):
        return _slashed(low, pos)
    if follows in VULGAR:
        return _signed(low, pos)
    if follows in (" ", "-"):
        behind = low[end + 1 : end + 2]
        if behind in VULGAR:
            return _signed(low, pos)
        if behind.isdecimal():
            return _slashed(low, pos)
    return None


@lru_cache(maxsize=4096)
def _shape(run: str, decimal: str, group: str) -> tuple[int, str] | None:
    """Return how much of `run` is one number, and its plain digits.

    A mark that the language uses for decimals ends the whole part; a mark for groups stands only
    before exactly three digits (the Indian pairs are left to locales that print them). A mark that
    may be either is a group mark where it stands twice; where it stands once, before three digits,
    it is neither, and elsewhere a decimal mark.
    """
    pieces = _MARK.split(run)
    whole = [pieces[0]]
    used = len(pieces[0])
    mark = ""
    at = 1
    while at < len(pieces):
        sign, digits = pieces[at], pieces[at + 1]
        grouped = sign in group and len(digits) == 3 and mark in ("", sign) and len(whole[0]) <= 3
        grouped = grouped and not whole[0].startswith("0")
        if grouped and not mark and sign in decimal:
            grouped = sign != decimal[0]
            if grouped and pieces[at + 2 : at + 3] in ([], [" "]):
                return None  # "12.500": twelve and a half, or as many thousand
        if grouped:
            whole.append(digits)
            mark = sign
            used += 1 + len(digits)
            at += 2
            continue
        if sign in decimal and sign != mark:
            rest = pieces[at + 2] if at + 2 < len(pieces) else ""
            if rest and rest != " ":
                return None
            return used + 1 + len(digits), "".join(whole) + "." + digits
        if sign != " ":
            return None
        break
    return used, "".join(whole)


def _marked(run: str, pos: int, lex: Lexicon) -> Amount | None:
    alike = run.translate(_ALIKE)
    shape = _shape(alike, lex.decimal, lex.group) or _foreign(alike)
    if shape is None:
        return None
    used, plain = shape
    return Amount(pos, pos + used, Decimal(plain), "digits")


def _foreign(run: str) -> tuple[int, str] | None:
    """Return what `_shape` does for marks of another country, where they have but one reading."""
    match = _FOREIGN.fullmatch(run)
    if match is None:
        return None
    said = match.groupdict(default="")
    whole = said["groups"] or said["swiss"] or said["indian"] or said["plain"]
    fraction = said["a"] or said["b"] or said["c"] or said["d"]
    plain = re.sub(r"\D", "", whole)
    return len(run), f"{plain}.{fraction}" if fraction else plain
