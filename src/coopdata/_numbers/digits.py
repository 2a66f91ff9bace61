"""Read one run of digits as a locale writes it: groups, decimal mark, power of ten.

Only the digits: no sign, no unit, no words. Strict, because a misplaced mark is how damage shows.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from .._exact import MAX_EXPONENT, is_bounded, written_out
from ..cldr import LOSES_PAIRS, Symbols, fold

__all__ = ["MAX_DIGITS", "MAX_LENGTH", "POINTS", "RUN", "read", "read_run"]

#: Longer runs of digits are refused, as larger powers of ten are: no source states one.
MAX_DIGITS: Final = 999
#: No number within these bounds has more characters, marks included.
MAX_LENGTH: Final = 2048

#: Every mark that any locale puts between digits; a test holds it against the installed Babel.
POINTS: Final = ".,\u066b\u066c\u060c\u2e41'\u2019\u02bc\u02bb\uff07"
MARKS: Final = f"{POINTS} \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
#: Digits of any script with single marks between them: where a number may stand.
RUN: Final = re.compile(rf"\d+(?:[{MARKS}]\d+)*")
_POWER: Final = re.compile(r"\d+")
_MARK: Final = re.compile(rf"([{MARKS}])")
_FOLDED: Final = {mark: fold(mark) for mark in POINTS}
_SIGNS: Final = {"-": "-", "+": "", "\u2212": "-", "\ufe63": "-", "\uff0d": "-"}
_WINDOW: Final = 8
_INVISIBLE: Final = "\u061c\u200e\u200f"


def read(text: str, symbols: Symbols, start: int = 0) -> tuple[Decimal, int] | None:
    """Read the longest number that begins at `start`.

    Args:
        text: Any text, folded or not; offsets are its own.
        symbols: The signs of the locale it was written in.
        start: Where the first digit stands.

    Returns:
        The exact value, trailing zeros kept, and the offset after it; `None` where no number
        begins, or where digits of two scripts, too many digits or too large an exponent stand.

    Examples:
        >>> from coopdata import cldr
        >>> read("1.234,50 km", cldr.symbols("de"))
        (Decimal('1234.50'), 8)
    """
    run = RUN.match(text, start, start + MAX_LENGTH)
    if run is None or run.end() == start + MAX_LENGTH:
        return None
    return read_run(run, symbols)


def read_run(run: re.Match[str], symbols: Symbols) -> tuple[Decimal, int] | None:
    """Read the number that begins with a run which `RUN` has matched; see `read`."""
    text, start, end, found = run.string, run.start(), run.end(), run[0]
    if found.isdecimal():
        whole, fraction = found, ""
    else:
        whole, fraction, length = _parts(found, symbols)
        end = start + length
    if len(whole) + len(fraction) > MAX_DIGITS:
        return None
    number = f"{whole}.{fraction}" if fraction else whole
    if not number.isascii() and not _is_one_script(number):
        return None
    if end < len(text) and _may_open(text[end]):
        return _powered(number, text, end, symbols)
    return Decimal(number), end


def _parts(run: str, symbols: Symbols) -> tuple[str, str, int]:
    """Return the whole digits, the fraction and how many characters of `run` they take."""
    pieces = _MARK.split(run)
    marks = pieces[1::2]
    groups = 0
    if _FOLDED.get(marks[0], " ") in symbols.groups and unicodedata.decimal(run[0]):
        while groups < len(marks) and marks[groups] == marks[0]:
            groups += 1
        sizes = [len(digits) for digits in pieces[0 : 2 * groups + 1 : 2]]
        groups = _well_grouped(sizes, symbols)
        if not groups and _FOLDED.get(marks[0]) == LOSES_PAIRS:
            groups = _unpaired(sizes)
    used = 2 * groups + 1
    fraction = ""
    if groups < len(marks) and _FOLDED.get(marks[groups], " ") in symbols.decimals:
        fraction = pieces[used + 1]
        used += 2
    whole = "".join(pieces[0 : 2 * groups + 1 : 2])
    return whole, fraction, sum(map(len, pieces[:used]))


def _well_grouped(sizes: list[int], symbols: Symbols) -> int:
    """Return how many marks from the left set off groups of the sizes that the locale has."""
    return max(_fitting(sizes, last, other) for last, other in symbols.groupings)


def _fitting(sizes: list[int], last: int, other: int) -> int:
    """Return how many groups after the first fit; all but the last of them have `other` digits."""
    if not 0 < sizes[0] <= max(last, other):
        return 0
    fits = 0
    for at, size in enumerate(sizes[1:], 1):
        if size == last and sizes[0] <= (last if at == 1 and last == other else other):
            fits = at
        if size != other:
            break
    return fits


def _unpaired(sizes: list[int]) -> int:
    """Return 1 where of three, five … marks the last is left, as in 1000000'000; else nothing."""
    return int(len(sizes) == 2 and sizes[1] == 3 and sizes[0] > 6 and (sizes[0] - 1) // 3 % 2 == 0)


def _is_one_script(number: str) -> bool:
    zeros = {ord(digit) - unicodedata.decimal(digit) for digit in set(number) - {"."}}
    return len(zeros) == 1


def _powered(number: str, text: str, end: int, symbols: Symbols) -> tuple[Decimal, int] | None:
    """Read a power of ten after the mantissa, if one stands there."""
    at = _after_exponential(text, end, symbols)
    if at == end:
        return Decimal(number), end
    at, sign = _sign(text, at)
    power = _POWER.match(text, at, at + 8)
    if power is None:
        return Decimal(number), end
    if len(power[0]) > 4 or abs(int(power[0])) > MAX_EXPONENT:
        return None
    if not (number + power[0]).isascii() and not _is_one_script(number + power[0]):
        return None
    value = Decimal(f"{number}E{sign}{int(power[0])}")
    return (written_out(value), at + len(power[0])) if is_bounded(value) else None


def _may_open(char: str) -> bool:
    return char.isalpha() or char in "\u00d7\u00b7^"


def _after_exponential(text: str, end: int, symbols: Symbols) -> int:
    """Return where the mark before a power ends; decomposed letters make it longer."""
    folded = fold(text[end : end + _WINDOW])
    for mark in symbols.exponentials:
        if folded.startswith(mark):
            for length in range(1, _WINDOW + 1):
                if fold(text[end : end + length]) == mark:
                    return end + length
    return end


def _sign(text: str, at: int) -> tuple[int, str]:
    """Return where the sign of a power ends, and that sign; direction marks may surround it."""
    at = _visible(text, at)
    sign = _SIGNS.get(text[at : at + 1])
    return (_visible(text, at + 1), sign) if sign is not None else (at, "")


def _visible(text: str, at: int) -> int:
    while at < len(text) and text[at] in _INVISIBLE:
        at += 1
    return at
