"""Numbers in words, read at one place of a text; compounds are cut into their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import Final

from .. import _exact
from .._lexicon.dictionary import Hit, Row, is_edge
from .._lexicon.language import Lexicon
from .._text.words import LAST_SPACED, WORD
from .compounds import Morpheme, compound
from .counted import kind_of
from .figures import BROKEN, Amount, digits_at, of_fraction
from .sums import LARGE, SCALE, Sum, number_of, take

__all__ = ["turned", "words_at"]

#: What a number word may be only behind another, where it has several roles.
_FOLLOWING: Final = frozenset({"denominator", "fraction", "multiplier", "part", "whole"})
#: Into fewer parts nothing is said to be divided by a divisor alone.
_HALVES: Final = Decimal(2)
#: The longest compound that is looked into.
_COMPOUND: Final = 256
#: What a word of several is that is taken word by word behind another number word.
_SPLIT: Final = frozenset({"cardinal", "last", "multiplier", "other", "weak"})
#: Number words that belong to the number before them, or make it none.
_RUNNING: Final = frozenset({"cardinal", "hedged", "multiplier"})
#: What hangs more of a word on a number word: a hyphen, and every apostrophe.
_HANGING: Final = frozenset("-'\u2019\u02bc\u02bb\uff07")
#: No number has more words.
_WORDS: Final = 40
#: How many number words are passed over behind one that is not understood.
_RUN: Final = 64
#: What a smaller part behind a large scale and a comma is not, if both are one number.
_HUNDRED: Final = Decimal(100)
_MYRIAD: Final = Decimal(10000)
#: The longest row of digits behind a spoken decimal mark.
_LONGEST: Final = 24
#: Numbers that may be a part of one, or have one.
_COUNTS: Final = frozenset({"words", "weak", "hedged"})


def _pieces(low: str, pos: int, lex: Lexicon, following: bool) -> Iterator[Morpheme]:
    """Yield the number words that begin at `pos` and touch: one, or a compound's several."""
    hit = lex.numerals.at(low, pos)
    if lex.compounds:
        match = WORD.match(low, pos, pos + _COMPOUND)
        if match is not None and (hit is None or hit[0] < match.end()):
            parts = compound(match.group(), lex, 0 if hit is None else hit[0] - pos)
            if parts is not None:
                for end, role, value in parts:
                    yield pos + end, role, value
                return
    if hit is None:
        return
    end, rows = hit
    if following and rows[0][0] in _SPLIT and " " in low[pos:end]:
        first = low.find(" ", pos, end)  # "yüz bir milyon", where "bir milyon" is a word
        alone = lex.numerals.rows.get(low[pos:first])
        if alone is not None and not _SPLIT.isdisjoint(alone.by_kind):
            end, rows = first, alone
    role, value = rows[0]
    if len(rows) > 1:
        wanted = [row for row in rows if (row[0] in _FOLLOWING) == following]
        role, value = wanted[0] if wanted else rows[0]
    yield end, role, value


def words_at(low: str, pos: int, lex: Lexicon) -> Amount | None:
    """Read the longest number in words that begins at `pos`."""
    if not is_edge(low, pos):
        return None
    found = _words(low, pos, lex, True)
    return turned(low, found, lex) if found is not None and found.form in _COUNTS else found


def _words(
    low: str, pos: int, lex: Lexicon, is_whole: bool, below: Decimal | None = None
) -> Amount | None:
    """Read a number in words; what is no part of another may have a part of one behind it.

    With `below` it ends before a multiplier that is not smaller; one that is no part is none then.
    """
    is_positional = lex.whole_words or not lex.spaced
    total = Sum(is_positional=is_positional, is_elliptic=lex.elided_scale)
    end = pos
    form = "words"
    count = 0
    at = pos
    role = value = ""
    is_linked, taken = False, True
    unlinked: Amount | None = None
    while count < _WORDS:
        pieces = _pieces(low, at, lex, count > 0)
        first = next(pieces, None)
        if first is None:
            break
        if count == 0 and first[1] in ("ordinal", "fraction", "fold", "fused", "collective"):
            stop, role, value = first
            number, _, note = value.partition(":")
            if role == "fraction":
                return of_fraction(pos, stop, Fraction(number), role)
            return Amount(
                pos, stop, number_of(number), "words" if role == "collective" else role, note
            )
        if count == 0 and first[1] == "multiplier":
            second = next(pieces, None)
            if second is not None:  # "hundertzwanzig"
                first, pieces = (first[0], "cardinal", first[2]), chain((second,), pieces)
        taken = True
        if "divisor" in lex.numerals.kinds:
            divided = _divided(low, pos, at, total, lex)
            if divided is not None:
                return divided
        for stop, role, value in chain((first,), pieces):
            if count and role in ("denominator", "fraction"):
                rows = lex.numerals.rows.get(low[at:stop], ())
                if is_linked or form == "ordinal":  # "двадцать первой и пятых"
                    taken = False
                    break
                if not _is_ordinal(total, rows):
                    parted = _parted(pos, stop, total, role, value)
                    is_cut = parted is None and is_whole  # "zwei drei Viertel"
                    return Amount(pos, stop, total.total, "words", BROKEN) if is_cut else parted
                role, value = next(row for row in rows if row[0] == "ordinal")
            if count and role in ("point", "whole"):
                tail = _decimal if role == "point" else _behind_whole
                return tail(low, pos, end, stop, total.total, lex)
            if below is not None and role == "multiplier" and Decimal(value) >= below:
                if is_whole:
                    return None
                taken = False
                break
            if count and value == "0" and not lex.spaced:
                taken = total.skip()
                if not taken:
                    break
                at = stop
                continue
            taken = take(total, role, value)
            if (
                not taken
                and role == "multiplier"
                and (is_positional or Decimal(value) < (_MYRIAD if _stands_bare(lex) else LARGE))
            ):
                rows = lex.numerals.rows.get(low[at:stop], ())  # "bin yüz", "삼백십"
                is_number = any(row in rows for row in (("cardinal", value), ("weak", value)))
                taken = is_number and total.add(Decimal(value))
            if not taken:
                break
            if count == 0:
                form = role if role in ("weak", "hedged", "factor") else "words"
            elif role == "ordinal":
                form = "ordinal"
            elif form != "hedged":
                form = "words"
            count += 1
            end = at = stop
        if not taken:
            break
        gap, is_linked = _gap(low, end, lex)
        if gap is None:
            if is_whole and total.limit >= LARGE and low.startswith(", ", end):
                return _behind_comma(low, pos, end, total, lex)
            break
        if is_linked and is_whole and form in _COUNTS:
            mixed = _mixed(low, pos, gap, total.total, lex)
            if mixed is not None:
                return mixed
            unlinked = Amount(pos, end, total.total, form)
        at = gap
    if count == 0 or (lex.whole_words and end - pos == 1 and _runs_on(low, end, lex)):
        return None
    if not taken and is_whole and role in _RUNNING and low[at] <= LAST_SPACED:
        if unlinked is not None and role == "multiplier":
            return unlinked  # "two hundred and three hundred"
        if at == end and low[at - 1].isalpha():
            word = WORD.match(low, end)
            return Amount(pos, word.end() if word else stop, total.total, "words", BROKEN)
        if low[end] == " " and not is_linked and not _is_hung(low, stop):
            return Amount(pos, _run_end(low, stop, lex), total.total, "words", BROKEN)
    if form == "factor":
        rows = lex.numerals.rows.get(low[pos:end], ())
        part = next((value for role, value in rows if role == "fraction"), None)
        if part is not None and not _scale_follows(low, end, lex):
            return Amount(pos, end, number_of(part), "fraction")
    return Amount(pos, end, total.total, form)


@lru_cache(maxsize=32)
def _stands_bare(lex: Lexicon) -> bool:
    """Tell whether the hundred is said without a one, and so the thousand ("milyon bin yüz")."""
    bare = {("cardinal", "100"), ("multiplier", "100")}
    return any(bare.issubset(rows) for rows in lex.numerals.rows.values())


def _is_hung(low: str, stop: int) -> bool:
    """Tell "two two-door cars" and "дзевяць сем'яў", where what follows is no number or a kind."""
    return low[stop : stop + 1] in _HANGING and low[stop + 1 : stop + 2].isalpha()


def _run_end(low: str, at: int, lex: Lexicon) -> int:
    """Return where a row of number words ends, of which the last that was read ends at `at`."""
    end = at
    for _ in range(_RUN):
        gap = _gap(low, end, lex)[0]
        stops = [] if gap is None else [stop for stop, _, _ in _pieces(low, gap, lex, True)]
        if not stops:
            break
        end = stops[-1]
    return end


def _behind_comma(low: str, pos: int, end: int, total: Sum, lex: Lexicon) -> Amount | None:
    """Read what stands behind a comma after a large scale: "two thousand, three hundred and one".

    Round hundreds, and what is less, may be the next of a list ("of the two thousand, three hundred
    left"): then neither is a number.
    """
    whole = total.total
    at = end + 2
    link = next((one for one in lex.links if low.startswith(one, at)), "")
    part = _words(low, at + len(link), lex, True, total.limit)
    if part is None or part.form not in ("words", "weak") or part.value >= total.limit:
        return Amount(pos, end, whole, "words")
    is_part = lex.scale_comma and not link and part.value > _HUNDRED and part.note != BROKEN
    is_one = is_part and (part.value > LARGE or _exact.remainder(part.value, _HUNDRED) > 0)
    value = _exact.plain(_exact.add(whole, part.value))
    return Amount(pos, part.end, value, "words", "" if is_one else BROKEN)


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
    at = _gap(low, stop, lex)[0]
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
    digits, at, last = "", _gap(low, stop, lex)[0], end
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
        at = _gap(low, last, lex)[0]
    if at is not None and lex.spaced and not digits.strip("0"):
        group = _words(low, at, lex, False, LARGE)
        if group is not None and group.form in _COUNTS and 10 <= group.value < LARGE:
            digits, last = digits + _exact.text(group.value), group.end
            at = _gap(low, last, lex)[0]
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
    parts = None if hit is None else hit[1].by_kind.get("divisor")
    gap = None if hit is None else _gap(low, hit[0], lex)[0]
    if hit is None or parts is None or gap is None or Decimal(parts) >= total.limit:
        return None
    number = _exact.add(total.total, Decimal(parts))
    if number <= _HALVES:
        return None  # "ikide bir", now and then
    part = _words(low, gap, lex, False)
    if part is None or part.form not in _COUNTS or not 0 < part.value < number:
        return None
    behind = lex.after.at(low, part.end + (low[part.end : part.end + 1] == " "))
    kinds = {} if behind is None else behind[1].by_kind
    if "closer" in kinds or ("unit" in kinds and kind_of(kinds["unit"]) == "number"):
        return None  # "оннан алтыға дейін", "onda altı kişi"
    return of_fraction(pos, part.end, Fraction(part.value) / Fraction(number), "fraction")


def _turns(low: str, end: int, lex: Lexicon) -> int | None:
    """Return where the word ends that turns the two numbers of a part round, if one is here."""
    at = _gap(low, end, lex)[0] if "over" in lex.after.kinds else None
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
    hit = lex.after.at(low, end + (low[end : end + 1] in (" ", "-")))
    return hit is not None and "scale" in hit[1].by_kind


def _is_part(hit: Hit | None) -> bool:
    """Tell "two and a half" from "two hundred and one"."""
    return hit is not None and "part" in hit[1].by_kind


def _gap(low: str, end: int, lex: Lexicon) -> tuple[int | None, bool]:
    """Return where the next number word may begin, and whether a linking word stands before it."""
    size = len(low)
    at = end
    if at < size and low[at] in " -":
        at += 1
    elif at >= size or low[at] <= LAST_SPACED:
        return None, False
    for link in lex.links:
        if low.startswith(link, at) and not _is_part(lex.numerals.at(low, at)):
            return at + len(link), True
    return at, False
