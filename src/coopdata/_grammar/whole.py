"""Whole texts read with the grammar of running text: one value, and nothing left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from attrs import evolve

from .._exact import negate
from .._lexicon.language import Lexicon
from .._numbers.figures import BROKEN
from .._text.fold import prepared
from ..errors import AmbiguousTextError, UnreadableTextError
from ..model import kind_of
from ..units import CURRENCIES
from ..values import Measure
from .amounts import amount_at
from .cursor import View, row
from .places import NUMBER, finder
from .reading import Quantity
from .rules import quantity_at
from .signs import sign_end

__all__ = ["number_words", "quantity", "says_alone", "written_currencies"]

#: Longer texts hold no single quantity; looking no further keeps refusal cheap.
_REACH: Final = 4096
_TRIES: Final = 8
_NAME_IT: Final = "name the dimension, or pass ambiguous='first'"
_DIGIT: Final = re.compile(r"\d").search
_LETTER: Final = re.compile(r"[^\W\d_]").search
_MARKS: Final = frozenset(".,")
_OUTSIDE: Final = ' .,;:!\u00ab\u00bb"()'


def _is_all(view: View, found: Quantity) -> bool:
    """Tell whether nothing is left over beside a quantity, its hedges and the "в" of "в 3 раза"."""
    start, end = found.outer
    first = min(found.start, start)
    if view.low[first].isdecimal() and view.low[first - 1 : first] in _MARKS:
        return False  # ".4 tonnes" are no four
    before = view.low[:first].strip(_OUTSIDE)
    is_article = found.form != "digits" and "filler" in view.lex.before.kinds_of(before)
    if before and not is_article and not (found.unit == "fold" and before in view.lex.times):
        return False
    return not view.low[max(found.end, end) :].strip(_OUTSIDE)


def _places(low: str, lex: Lexicon) -> Iterator[int]:
    """Yield where a quantity may begin, in order; digits before any letter need no search."""
    digits = _DIGIT(low)
    first = -1 if digits is None or _LETTER(low, 0, digits.start()) else digits.start()
    if first >= 0:
        yield first
    for pos, opens in finder(lex).places(low)[:_TRIES]:
        if pos != first and opens & NUMBER:
            yield pos


def quantity(text: str, lex: Lexicon, unit: str | None = None, low: str | None = None) -> Quantity:
    """Read `text` as one quantity, hedges included.

    Args:
        text: The quantity alone.
        lex: The words of the locale that it is written in.
        unit: What an elliptical amount counts.
        low: What `prepared` makes of the text, where that is known.

    Raises:
        UnreadableTextError: there is no number, or something is left over.
        AmbiguousTextError: its words are of several units.
    """
    furthest = 0
    if len(text) <= _REACH:
        view = View(text, prepared(text) if low is None else low, lex)
        for pos in _places(view.low, lex):
            found = quantity_at(view, pos)
            if found is None:
                continue
            if _is_all(view, found):
                if found.doubt is not None:
                    raise AmbiguousTextError(text, lex.locale, 0, _NAME_IT, _doubted(found))
                if unit is not None and (found.unit is None or found.carried):
                    found.unit, found.kind = unit, kind_of(unit)
                return found
            furthest = max(furthest, found.end, found.outer[1])
    raise UnreadableTextError(text, lex.locale, furthest, "one quantity and nothing else")


def _doubted(found: Quantity) -> tuple[Measure, ...]:
    """Return what a quantity may be, in the order of the units' names."""
    return tuple(evolve(found.measure, unit=unit) for unit in (found.doubt or "").split("|"))


def says_alone(low: str, before: str, behind: str, unit: str, lex: Lexicon) -> bool:
    """Tell whether a text is a number and a form that says one unit, in any case and at any space.

    Such a form leaves the rules nothing to find but this unit, so that they need not be asked.

    Args:
        low: What `prepared` makes of the text.
        before: What stands before the number.
        behind: What stands behind it.
        unit: The unit.
        lex: The word list of the locale.
    """
    if before or behind[-3:] in CURRENCIES:
        return False  # "1 MILS" are a million ILS
    at = len(low) - len(behind)
    form = low[at + low.startswith(" ", at) :]
    rows = lex.after.rows.get(form)
    if rows is None or len(rows) > 1 or rows.by_kind.get("unit") != unit:
        return False
    return form not in lex.touching and form not in lex.cased_after


def number_words(text: str, lex: Lexicon) -> Decimal | None:
    """Read `text` as one number, in words or with scale words, without hedge or unit."""
    low = prepared(text[: _REACH + 1])
    if not low or len(low) > _REACH:
        return None
    view = View(low, low, lex)
    start = sign_end(view, 0)
    amount = amount_at(view, start) if start < len(low) else None
    if amount is None or amount.end != len(low) or amount.form == "fold" or amount.note == BROKEN:
        return None
    is_negative = start > 0 and low[0] not in "+\uff0b"
    return negate(amount.value) if is_negative else amount.value


def written_currencies(text: str, lex: Lexicon) -> tuple[str, ...]:
    """Return the currencies that a sign, an abbreviation or a noun alone stands for."""
    low = prepared(text)
    view = View(text, low, lex)
    hits = (
        hit
        for hit, edge in ((view.after(0), len(low)), (view.before(len(low)), 0))
        if low and hit is not None and hit[0] == edge
    )
    said = next((row(hit, "unit", "doubt") for hit in hits), None)
    codes = () if said is None else said[1].split("|")
    return tuple(code for code in codes if code in CURRENCIES)
