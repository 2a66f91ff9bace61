"""Numbers in figures: digits with their marks, read at one place of a text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from .._lexicon.language import Lexicon
from .digits import POINTS, read_run

__all__ = ["DASHES", "FRACTION", "MAX_DIGITS", "RUN", "Amount", "digits_at"]

#: One run of digits with single marks inside; the language says which marks mean what.
RUN: Final = re.compile(rf"\d+(?:[{POINTS}]\d+| \d{{3}}(?!\d))*")
#: What stands between the numbers of a range, and before a word that hangs on a number.
DASHES: Final = "-\u2013\u2014\u2012\u2011\u2010\u2212~\u223c\u301c\uff5e\uff0d"
#: A part of one in figures, before a word: what stands alone may be a date, a score, a rate.
FRACTION: Final = re.compile(
    r"(?=1/[2-9] |2/[35] |3/[458] |4/5 |5/[68] |7/8 )(\d)/(\d) (?=[^\W\d])"
)
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
        note: The payload of a fold ("increase"), else empty.
        scale: The product of the last scale words, one where there were none.
        hedge: The relation that a word inside states ("20多亿", "1200여 명").
    """

    start: int
    end: int
    value: Decimal
    form: str
    note: str = ""
    scale: Decimal = Decimal(1)
    hedge: str | None = None


def digits_at(low: str, pos: int, lex: Lexicon) -> Amount | None:
    """Read the longest well-formed number in digits that begins at `pos`."""
    match = RUN.match(low, pos, pos + MAX_DIGITS)
    if match is None:
        return None
    run = match.group()
    end = match.end()
    if len(run) == MAX_DIGITS:
        return None
    if run.isdecimal():
        return Amount(pos, end, Decimal(run), "digits")
    printed = read_run(match, lex.symbols)
    if printed is not None and printed[1] == end:
        return Amount(pos, end, printed[0], "digits")  # to the letter, as the locale prints it
    return _marked(run, pos, lex)


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
