"""Numbers in words, read at one place of a text; compounds are cut into their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Final

from .. import _exact
from .._lexicon.dictionary import Hit, is_edge
from .._lexicon.language import Lexicon
from .compounds import Morpheme, compound
from .figures import Amount

__all__ = ["words_at"]


#: What a number word may be only behind another, where it has several roles.
_FOLLOWING: Final = frozenset({"fraction", "multiplier", "part"})


#: From here on an ordinal multiplies what was said before it.
_SCALE: Final = Decimal(100)
_TEN: Final = Decimal(10)


class _Sum:
    """A number word by word: parts that shrink, multipliers that gather what is smaller."""

    __slots__ = ("limit", "parts", "place")

    def __init__(self) -> None:
        self.parts: list[Decimal] = []
        self.limit = Decimal("Infinity")
        self.place = 0  # how many digits have been said after a decimal point, from one

    def add(self, value: Decimal) -> bool:
        """Take a cardinal; False where it cannot follow what came before."""
        if self.place:
            if not 0 <= value <= 9:
                return False
            self.grow(value.scaleb(-self.place, _exact.EXACT))
            self.place += 1
            return True
        if value >= self.limit:
            return False
        self.parts.append(value)
        self.limit = _grain(value)
        return True

    def point(self) -> bool:
        """Take a spoken decimal point; digits follow it one by one."""
        if not self.parts or self.place:
            return False
        self.place = 1
        return True

    def multiply(self, by: Decimal) -> bool:
        """Take a multiplier; it applies to everything smaller said since the last larger one."""
        self.place = 0
        kept = [part for part in self.parts if part >= by]
        pending = _exact.total(part for part in self.parts if part < by)
        product = _exact.multiply(pending, by)
        if not pending or (kept and product >= _grain(kept[-1])):
            return False
        self.parts = [*kept, product]
        self.limit = by
        return True

    def grow(self, value: Decimal) -> None:
        """Add to the part said last."""
        self.parts[-1] = _exact.add(self.parts[-1], value)

    @property
    def total(self) -> Decimal:
        return _exact.plain(_exact.total(self.parts))


def _grain(value: Decimal) -> Decimal:
    """Return the power of ten below which something may still be added to `value`."""
    if value <= 0 or not _exact.is_whole(value) or (value < 20 and value != 10):
        return Decimal(0)
    number = int(value)
    grain = 1
    while number % 10 == 0:
        number //= 10
        grain *= 10
    return Decimal(grain) if grain > 1 else Decimal(0)


_WORD: Final = re.compile(r"[^\W\d_]+")


def _pieces(low: str, pos: int, lex: Lexicon, following: bool) -> Iterator[Morpheme]:
    """Yield the number words that begin at `pos` and touch: one, or a compound's several."""
    hit = lex.numerals.at(low, pos)
    if lex.compounds:
        match = _WORD.match(low, pos, pos + 64)
        if match is not None and (hit is None or hit[0] < match.end()):
            parts = compound(match.group(), lex, 0 if hit is None else hit[0] - pos)
            if parts is not None:
                for end, role, value in parts:
                    yield pos + end, role, value
                return
    if hit is None:
        return
    end, rows = hit
    role, value = rows[0]
    if len(rows) > 1:
        wanted = [row for row in rows if (row[0] in _FOLLOWING) == following]
        role, value = wanted[0] if wanted else rows[0]
    yield end, role, value


def words_at(low: str, pos: int, lex: Lexicon) -> Amount | None:
    """Read the longest number in words that begins at `pos`."""
    if not is_edge(low, pos):
        return None
    total = _Sum()
    end = pos
    form = "words"
    count = 0
    at = pos
    while count < 24:
        pieces = _pieces(low, at, lex, count > 0)
        first = next(pieces, None)
        if first is None:
            break
        if count == 0 and first[1] in ("ordinal", "fraction", "fold", "fused", "collective"):
            stop, role, value = first
            number, _, note = value.partition(":")
            return Amount(
                pos, stop, _value(number), "words" if role == "collective" else role, note
            )
        if count == 0 and first[1] == "multiplier":
            second = next(pieces, None)
            if second is not None:  # "hundertzwanzig"
                first, pieces = (first[0], "cardinal", first[2]), chain((second,), pieces)
        taken = True
        for stop, role, value in chain((first,), pieces):
            taken = _take(total, role, value)
            if not taken:
                break
            if count == 0:
                form = role if role in ("weak", "hedged", "factor") else "words"
            elif role == "ordinal":
                form = "ordinal"
            elif role == "fraction":
                return Amount(pos, stop, total.total, "fraction")
            elif form != "hedged":
                form = "words"
            count += 1
            end = at = stop
        if not taken:
            break
        gap = _gap(low, end, lex)
        if gap is None:
            break
        at = gap
    if count == 0 or (lex.whole_words and end - pos == 1 and _runs_on(low, end, lex)):
        return None
    if form == "factor":
        rows = lex.numerals.rows.get(low[pos:end], ())
        part = next((value for role, value in rows if role == "fraction"), None)
        if part is not None and not _scale_follows(low, end, lex):
            return Amount(pos, end, _value(part), "fraction")
    return Amount(pos, end, total.total, form)


def _runs_on(low: str, end: int, lex: Lexicon) -> bool:
    """Tell whether a word goes on after one syllable that is a numeral, not with another one."""
    if not low[end : end + 1].isalpha():
        return False
    hit = lex.numerals.at(low, end)
    return hit is None or low[hit[0] : hit[0] + 1].isalpha() or hit[1][0][0] != "cardinal"


def _scale_follows(low: str, end: int, lex: Lexicon) -> bool:
    hit = lex.after.at(low, end + (low[end : end + 1] in (" ", "-")))
    return hit is not None and "scale" in hit[1].by_kind


def _value(text: str) -> Decimal:
    return _exact.to_decimal(Fraction(text)) if "/" in text else Decimal(text)


def _take(total: _Sum, role: str, value: str) -> bool:
    match role:
        case "cardinal" | "weak" | "hedged" | "factor":
            if total.limit == Decimal("-1"):  # "five and twenty": the linker turned the order round
                number = Decimal(value)
                if _exact.remainder(number, _TEN) or not 20 <= number <= 90 or not total.parts:
                    return False
                total.grow(number)
                total.limit = Decimal(0)
                return True
            return total.add(_value(value))
        case "multiplier":
            return total.multiply(Decimal(value))
        case "linker":
            if total.parts and total.parts[-1] < 10:
                total.limit = Decimal(-1)
            return bool(total.parts)
        case "point":
            return total.point()
        case "ordinal":
            number = _value(value)
            if total.limit == Decimal(-1):
                return _take(total, "cardinal", value)  # "fünfundzwanzigste"
            if number >= _SCALE and total.parts and total.parts[-1] < number:
                return total.multiply(number)  # "ten-millionth"
            return total.add(number)
        case "part":
            if not total.parts:
                return False
            total.grow(_value(value))
            return True
        case "fraction":
            if len(total.parts) != 1:
                return False
            total.parts = [_exact.to_decimal(Fraction(total.parts[0]) * Fraction(value))]
            return True
    return False


def _is_part(hit: Hit | None) -> bool:
    """Tell "two and a half" from "two hundred and one"."""
    return hit is not None and "part" in hit[1].by_kind


def _gap(low: str, end: int, lex: Lexicon) -> int | None:
    """Return where the next number word may begin: after a space, a hyphen or a linking word."""
    size = len(low)
    at = end
    if at < size and low[at] in " -":
        at += 1
    elif at >= size or low[at] <= "\u2e7f":
        return None
    for link in lex.links:
        if low.startswith(link, at) and not _is_part(lex.numerals.at(low, at)):
            return at + len(link)
    return at
