"""Numbers in words, read at one place of a text; compounds are cut into their parts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Final

from .. import _exact
from .._lexicon.dictionary import Hit, Row, is_edge
from .._lexicon.language import Lexicon
from .._text.words import LAST_SPACED, WORD
from ..model import kind_of
from .compounds import Morpheme
from .figures import BROKEN, Amount, digits_at, of_fraction
from .sums import LARGE, SCALE, Sum, number_of, take
from .words import gap_at, is_hung, row_end, stands_bare
from .words import pieces as pieces_at

__all__ = ["turned", "words_at"]

#: Into fewer parts nothing is said to be divided by a divisor alone.
_HALVES: Final = Decimal(2)
#: The longest row of digits behind a spoken decimal mark.
_LONGEST: Final = 24
#: So many words a number has at most.
_MOST: Final = 40
#: Number words that belong to the number before them, or make it none.
_RUNNING: Final = frozenset({"cardinal", "hedged", "multiplier"})
#: What a smaller part behind a large scale and a comma is not, if both are one number.
_HUNDRED: Final = Decimal(100)
_MYRIAD: Final = Decimal(10000)
#: Number words that are a number of their own, and begin no longer one.
_ALONE: Final = frozenset({"ordinal", "fraction", "fold", "fused", "collective"})
#: Numbers that may be a part of one, or have one.
_COUNTS: Final = frozenset({"words", "weak", "hedged"})


def words_at(low: str, pos: int, lex: Lexicon) -> Amount | None:
    """Read the longest number in words that begins at `pos`."""
    if not is_edge(low, pos):
        return None
    found = _words(low, pos, lex, True)
    return turned(low, found, lex) if found is not None and found.form in _COUNTS else found


class _Said:
    """A number in words while it is read: what it comes to so far, its form, where it ends."""

    __slots__ = ("at", "count", "end", "form", "lex", "low", "pos", "total", "unlinked")

    def __init__(self, low: str, pos: int, lex: Lexicon) -> None:
        self.low = low
        self.lex = lex
        self.pos = self.end = self.at = pos
        self.form = "words"
        self.count = 0
        self.unlinked: Amount | None = None  # the number before the last "and"
        is_positional = lex.whole_words or not lex.spaced
        self.total = Sum(is_positional=is_positional, is_elliptic=lex.elided_scale)

    def take(self, piece: Morpheme, is_linked: bool, below: Decimal | None) -> Amount | bool | None:
        """Take the number word that begins at `at`.

        Returns:
            True where it was taken, False where the number ends before it; else what the whole is
            read as, which may be nothing.
        """
        stop, role, value = piece
        if self.count and role in ("denominator", "fraction"):
            if is_linked or self.form == "ordinal":  # "двадцать первой и пятых"
                return False
            rows = self._rows(stop)
            if not _is_ordinal(self.total, rows):
                parted = _parted(self.pos, stop, self.total, role, value)
                return parted if parted is not None else self.broken(stop)  # "zwei drei Viertel"
            role, value = next(row for row in rows if row[0] == "ordinal")
        elif self.count and role in ("point", "whole"):
            tail = _decimal if role == "point" else _behind_whole
            return tail(self.low, self.pos, self.end, stop, self.total.total, self.lex)
        if below is not None and role == "multiplier" and Decimal(value) >= below:
            return False
        if self.count and value == "0" and not self.lex.spaced:
            self.at = stop
            return self.total.skip()
        if not self._adds(stop, role, value):
            return False
        if self.count == 0:
            self.form = role if role in ("weak", "hedged", "factor") else "words"
        elif role == "ordinal":
            self.form = "ordinal"
        elif self.form != "hedged":
            self.form = "words"
        self.count += 1
        self.end = self.at = stop
        return True

    def _rows(self, stop: int) -> Sequence[Row]:
        return self.lex.numerals.rows.get(self.low[self.at : stop], ())

    def _adds(self, stop: int, role: str, value: str) -> bool:
        """Add to the sum; a small scale behind a larger one is a number: "bin yüz", "삼백십"."""
        if take(self.total, role, value):
            return True
        if role != "multiplier":
            return False
        largest = _MYRIAD if stands_bare(self.lex) else LARGE
        if not (self.total.is_positional or Decimal(value) < largest):
            return False
        rows = self._rows(stop)
        is_number = any(row in rows for row in (("cardinal", value), ("weak", value)))
        return is_number and self.total.add(Decimal(value))

    def broken(self, stop: int) -> Amount:
        """Return what stands for a number that is not understood up to a place."""
        return Amount(self.pos, stop, self.total.total, "words", BROKEN)

    def before_another(
        self, piece: Morpheme, is_linked: bool, below: Decimal | None
    ) -> Amount | None:
        """Return the number before a word that it cannot take, where that makes it another or none.

        "Two hundred and three hundred" are two; "two three" and "five million thousand" are none,
        nor is a compound that is not understood to its end.
        """
        stop, role, value = piece
        low, end = self.low, self.end
        if below is not None and role == "multiplier" and Decimal(value) >= below:
            return None
        if role not in _RUNNING or not self.count or low[self.at] > LAST_SPACED:
            return self.result()
        if self.unlinked is not None and role == "multiplier":
            return self.unlinked
        if self.at == end and low[end - 1].isalpha():
            word = WORD.match(low, end)
            return self.broken(word.end() if word is not None else stop)
        if low[end] == " " and not is_linked and not is_hung(low, stop):
            return self.broken(row_end(low, stop, self.lex))
        return self.result()

    def result(self) -> Amount | None:
        """Return the number, once no word of it follows."""
        low, lex, pos, end = self.low, self.lex, self.pos, self.end
        if self.count == 0 or (lex.whole_words and end - pos == 1 and _runs_on(low, end, lex)):
            return None
        if self.form == "factor":
            rows = lex.numerals.rows.get(low[pos:end], ())
            part = next((value for role, value in rows if role == "fraction"), None)
            if part is not None and not _scale_follows(low, end, lex):
                return Amount(pos, end, number_of(part), "fraction")
        return Amount(pos, end, self.total.total, self.form)


def _words(
    low: str, pos: int, lex: Lexicon, is_whole: bool, below: Decimal | None = None
) -> Amount | None:
    """Read a number in words; what is no part of another may have a part of one behind it.

    With `below` it ends before a multiplier that is not smaller; one that is no part is none then.
    """
    said = _Said(low, pos, lex)
    is_linked = False
    while said.count < _MOST:
        pieces = pieces_at(low, said.at, lex, said.count > 0)
        first = next(pieces, None)
        if first is None:
            break
        if said.count == 0:
            if first[1] in _ALONE:
                return _alone(pos, first)
            second = next(pieces, None) if first[1] == "multiplier" else None
            if second is not None:  # "hundertzwanzig"
                first, pieces = (first[0], "cardinal", first[2]), chain((second,), pieces)
        if "divisor" in lex.numerals.kinds:
            parted = _divided(low, pos, said.at, said.total, lex)
            if parted is not None:
                return parted
        taken: Amount | bool | None = True
        piece = first
        for piece in chain((first,), pieces):
            taken = said.take(piece, is_linked, below)
            if taken is not True:
                break
        if taken is False:
            return said.before_another(piece, is_linked, below) if is_whole else said.result()
        if taken is not True:
            return taken
        gap, is_linked = gap_at(low, said.end, lex)
        if gap is None:
            return _behind_comma(said) if is_whole else said.result()
        if is_linked and is_whole and said.form in _COUNTS:
            mixed = _mixed(low, pos, gap, said.total.total, lex)
            if mixed is not None:
                return mixed
            said.unlinked = Amount(pos, said.end, said.total.total, said.form)
        said.at = gap
    return said.result()


def _behind_comma(said: _Said) -> Amount | None:
    """Read what stands behind a comma after a large scale: "two thousand, three hundred and one".

    Round hundreds, and what is less, may be the next of a list ("of the two thousand, three hundred
    left"): then neither is a number.
    """
    low, end, lex, limit = said.low, said.end, said.lex, said.total.limit
    if limit < LARGE or not low.startswith(", ", end):
        return said.result()
    at = end + 2
    link = next((one for one in lex.links if low.startswith(one, at)), "")
    part = _words(low, at + len(link), lex, True, limit)
    if part is None or part.form not in ("words", "weak") or part.value >= limit:
        return said.result()
    is_part = lex.scale_comma and not link and part.value > _HUNDRED and part.note != BROKEN
    is_one = is_part and (part.value > LARGE or _exact.remainder(part.value, _HUNDRED) > 0)
    value = _exact.plain(_exact.add(said.total.total, part.value))
    return Amount(said.pos, part.end, value, "words", "" if is_one else BROKEN)


def _alone(pos: int, piece: Morpheme) -> Amount:
    """Return a number that one word says, and that nothing goes on: "third", "half", "twofold"."""
    stop, role, value = piece
    number, _, note = value.partition(":")
    if role == "fraction":
        return of_fraction(pos, stop, Fraction(number), role)
    return Amount(pos, stop, number_of(number), "words" if role == "collective" else role, note)


def _is_ordinal(total: Sum, rows: Sequence[Row]) -> bool:
    """Tell "двадцать пятых" (25th) from "две пятых": the word may end a larger number."""
    value = next((number_of(value) for role, value in rows if role == "ordinal"), None)
    return value is not None and value < min(total.limit, SCALE)


def _parted(pos: int, stop: int, total: Sum, role: str, value: str) -> Amount | None:
    """Return so many parts of one: "две трети", "nineteen sevenths"."""
    one = Fraction(value) if role == "fraction" else Fraction(1, int(value))
    if one.numerator != 1 or not total.parts:
        return None
    return of_fraction(pos, stop, Fraction(total.total) * one, "fraction")


def _mixed(low: str, pos: int, at: int, whole: Decimal, lex: Lexicon) -> Amount | None:
    """Read the part of one behind a whole number: "seven and one third"."""
    part = _words(low, at, lex, False)
    if part is not None and part.form in _COUNTS:
        part = turned(low, part, lex)
    if part is None or part.form != "fraction" or part.exact is None or part.exact >= 1:
        return None
    return of_fraction(pos, part.end, Fraction(whole) + part.exact, "words")


def _behind_whole(
    low: str, pos: int, end: int, stop: int, whole: Decimal, lex: Lexicon
) -> Amount | None:
    """Read what follows the word for a whole one: "четыре целых шесть десятых"."""
    at = gap_at(low, stop, lex)[0]
    if at is not None:
        mixed = _mixed(low, pos, at, whole, lex)
        if mixed is not None:
            return mixed
        other = _words(low, at, lex, False)
        if other is not None:
            return Amount(pos, other.end, whole, "words", BROKEN)
    return Amount(pos, end, whole, "words")


def _decimal(
    low: str, pos: int, end: int, stop: int, whole: Decimal, lex: Lexicon
) -> Amount | None:
    """Read what follows a spoken mark: digits one by one, or noughts and one number."""
    digits, at, last = "", gap_at(low, stop, lex)[0], end
    while at is not None and len(digits) < _LONGEST:
        hit = lex.numerals.at(low, at)
        if not lex.spaced:  # "点一一", whatever "一一" says elsewhere
            rows = lex.numerals.rows.get(low[at : at + 1])
            hit = None if rows is None else (at + 1, rows)
        kinds = {} if hit is None else hit[1].by_kind
        said = kinds.get("cardinal") or kinds.get("weak") or kinds.get("last", "")
        if hit is None or len(said) != 1:
            break
        digits, last = digits + said, hit[0]
        at = gap_at(low, last, lex)[0]
    if at is not None and lex.spaced and not digits.strip("0"):
        group = _words(low, at, lex, False, LARGE)
        if group is not None and group.form in _COUNTS and 10 <= group.value < LARGE:
            digits, last = digits + _exact.text(group.value), group.end
            at = gap_at(low, last, lex)[0]
    if not digits:
        return Amount(pos, end, whole, "words")
    hit = None if at is None else lex.numerals.at(low, at)
    hundred = None if hit is None else hit[1].by_kind.get("multiplier")
    if hit is not None and hundred is not None and Decimal(hundred) < LARGE:
        return Amount(pos, hit[0], whole, "words", BROKEN)
    value = _exact.add(whole, Decimal(f"0.{digits}"))
    return Amount(pos, last, value, "words")


def _divided(low: str, pos: int, at: int, total: Sum, lex: Lexicon) -> Amount | None:
    """Read a part of one that says first into how many: "onda altı", "бестен үш"."""
    hit = lex.numerals.at(low, at)
    if hit is not None and total.parts and "fraction" in hit[1].by_kind:
        return _divided_at_once(low, pos, at, total, hit, lex)
    parts = None if hit is None else hit[1].by_kind.get("divisor")
    gap = None if hit is None else gap_at(low, hit[0], lex)[0]
    if hit is None or parts is None or gap is None or Decimal(parts) >= total.limit:
        return None
    number = _exact.add(total.total, Decimal(parts))
    if number <= _HALVES:
        return None  # "ikide bir", now and then
    part = _words(low, gap, lex, False)
    if part is None or part.form not in _COUNTS or not 0 < part.value < number:
        return None
    kinds = lex.after.kinds_at(low, part.end + (low[part.end : part.end + 1] == " "))
    if "closer" in kinds or ("unit" in kinds and kind_of(kinds["unit"]) == "number"):
        return None  # "оннан алтыға дейін", "onda altı kişi"
    return of_fraction(pos, part.end, Fraction(part.value) / Fraction(number), "fraction")


def _divided_at_once(
    low: str, pos: int, at: int, total: Sum, hit: Hit, lex: Lexicon
) -> Amount | None:
    """Read "yirmi beşte biri", where "beşte biri" is one form: a part of 25, not 20 of five."""
    first = lex.numerals.kinds_of(low[at : max(at, low.find(" ", at, hit[0]))])
    if "divisor" not in first:
        return None
    if Decimal(first["divisor"]) >= total.limit:
        return Amount(pos, hit[0], total.total, "words", BROKEN)
    number = Fraction(_exact.add(total.total, Decimal(first["divisor"])))
    part = int(hit[1].by_kind["fraction"].partition("/")[0])
    return of_fraction(pos, hit[0], part / number, "fraction")


def _turns(low: str, end: int, lex: Lexicon) -> int | None:
    """Return where the word ends that turns the two numbers of a part round, if one is here."""
    at = gap_at(low, end, lex)[0] if "over" in lex.after.kinds else None
    hit = None if at is None else lex.after.at(low, at)
    return hit[0] if hit is not None and "over" in hit[1].by_kind else None


def turned(low: str, found: Amount, lex: Lexicon) -> Amount:
    """Read a part of one that a word turns round: "三分之一", "4분의 3"; else the number itself."""
    stop = _turns(low, found.end, lex)
    if stop is None or not _exact.is_whole(found.value):
        return found
    if "unit" in lex.before.kinds_of(low[found.start : stop]):
        return found  # "百分之三十"
    at = stop + (low[stop : stop + 1] == " ")
    part = digits_at(low, at, lex) if low[at : at + 1].isdecimal() else _words(low, at, lex, False)
    if part is None or part.note or not 0 < part.value < found.value:
        return found
    value = Fraction(part.value) / Fraction(found.value)
    return of_fraction(found.start, part.end, value, "fraction")


def _runs_on(low: str, end: int, lex: Lexicon) -> bool:
    """Tell whether a word goes on after one syllable that is a numeral, not with another one."""
    if not low[end : end + 1].isalpha():
        return False
    if _turns(low, end, lex) is not None:
        return False
    money = lex.after.at(low, end)
    if money is not None and is_edge(low, money[0]) and _is_money(money):
        return False  # "백원"
    hit = lex.numerals.at(low, end)
    return hit is None or low[hit[0] : hit[0] + 1].isalpha() or hit[1][0][0] != "cardinal"


def _is_money(hit: Hit) -> bool:
    return kind_of(hit[1].by_kind.get("unit", "")) == "money"


def _scale_follows(low: str, end: int, lex: Lexicon) -> bool:
    return "scale" in lex.after.kinds_at(low, end + (low[end : end + 1] in (" ", "-")))
