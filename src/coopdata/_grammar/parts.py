"""What goes on counting behind a quantity: minutes behind hours, coins behind a sum."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from .. import units
from .._exact import add, is_whole, to_decimal
from .._lexicon.dictionary import Hit, Rows
from .._lexicon.language import Lexicon
from .._text.words import LAST_SPACED
from ..model import kind_of
from .amounts import core_at
from .cursor import View, payload
from .reading import Evidence, Quantity

__all__ = ["coin_of", "coins_behind", "smaller_part"]

#: A smaller part of its whole that "and" links goes on counting nothing: hours behind years.
_LEAST: Final = Fraction(1, 4000)
#: What a unit of time goes on in where its sign may mean several.
_NEXT: Final = {"hour": ("minute",), "minute": ("second",), "year": ("month",)}
_COINS: Final = frozenset({"subunit", "coin"})
_ONE, _HUNDRED = Decimal(1), Decimal(100)
#: What ends a phrase: a mark, or the end of the text.
_PHRASE_END: Final = re.compile(r"[.,;:!?)](?:\s|\Z)|\Z")
#: A number, the word behind it, and whether a link ("and") stands before them.
Part = tuple[Fraction, Hit, bool]


def smaller_part(view: View, quantity: Quantity) -> bool:
    """Take "47 руб. 16 коп.", "5 hours and 30 minutes", "一年半": what goes on counting."""
    unit = quantity.unit
    if not unit or quantity.relation != "exact" or "/" in unit:
        return False
    if not quantity.has(Evidence.UNIT_AFTER):
        return False
    at = view.right(quantity.end)
    if at >= view.size:
        return False
    half = view.after(at)
    part = payload(half, "part")
    if half is not None and part is not None:
        if view.low.startswith("-", half[0]) or "scale" in view.kinds_ahead(half[0]):
            return False  # "5 years and a half million people"
        quantity.low = quantity.high = add(quantity.low, Decimal(part))
        quantity.end = half[0]
        return True
    if kind_of(unit) == "money":
        return _take_coins(view, quantity, unit)
    found = _part_at(view, quantity, quantity.end)
    if found is None or kind_of(unit) not in ("duration", "quantity"):
        return False
    value, (end, rows), is_linked = found
    small = rows.by_kind.get("unit") or _told_part(rows, unit)
    share = None if small is None or small == unit else _ratio(small, unit)
    if small is None or share is None:
        return False
    if is_linked and (share < _LEAST or _is_decimal(share)):
        return False  # "packs of 1 kg and 500 g": together they would be written with a point
    if value * share >= 1:
        return False
    total = (Fraction(quantity.low) + value * share) / share  # exact in the last unit alone
    quantity.unit, quantity.end = small, end
    quantity.low = quantity.high = to_decimal(total)
    return True


def _told_part(rows: Rows, unit: str) -> str | None:
    """Return the one unit of several that goes on counting: the "m" of "4h 15m" are minutes."""
    meant = (rows.by_kind.get("doubt") or "").split("|")
    parts = [one for one in meant if one in _NEXT.get(unit, ())]
    return parts[0] if len(parts) == 1 else None


def _is_decimal(share: Fraction) -> bool:
    return str(share.denominator).strip("0") == "1"


@lru_cache(maxsize=1024)
def _ratio(small: str, large: str) -> Fraction | None:
    """Return how much of `large` one `small` is, where it is less than one."""
    if units.dimension(small) != units.dimension(large):
        return None
    scale = units.factor(small) / units.factor(large)
    return scale if scale < 1 else None


def _part_at(view: View, quantity: Quantity, end: int) -> Part | None:
    """Read the number behind a quantity, or behind its link, that goes on counting."""
    lex, low, at = view.lex, view.low, view.right(end)
    if lex.compounds and not lex.spaced and lex.linker and low.startswith(lex.linker, at):
        at += len(lex.linker)
    link = next((one for one in lex.links if at > end and low.startswith(one, at)), "")
    at = view.right(at + len(link))
    if at >= view.size:
        return None
    is_word = low[at] > LAST_SPACED or (quantity.form == "words" and low[at].isalpha())
    if not low[at].isdecimal() and not (is_word and is_whole(quantity.low)):
        return None
    core = core_at(view, at)
    hit = None if core is None else view.ahead(core.end)
    return None if core is None or hit is None else (Fraction(core.value), hit, bool(link))


def _take_coins(view: View, quantity: Quantity, currency: str) -> bool:
    """Add the coins of a sum's own currency, the larger before the smaller ("6元4角3分")."""
    least = Fraction(1)
    while (found := _part_at(view, quantity, quantity.end)) is not None:
        value, (end, rows), _ = found
        share = _coin(rows, currency)
        if share is None or value * share >= least or share >= least:
            break
        total = Fraction(quantity.low) + value * share
        quantity.low = quantity.high = to_decimal(total)
        quantity.end, least = end, share
    return least < 1 or _take_bare_coins(view, quantity, currency)


def _take_bare_coins(view: View, quantity: Quantity, currency: str) -> bool:
    """Add the hundredths of "drei Euro zwanzig", a second number in words that ends the phrase."""
    at = view.right(quantity.end)
    if quantity.form != "words" or quantity.scaled or at >= view.size or at == quantity.end:
        return False
    core = core_at(view, at) if is_whole(quantity.low) and view.low[at].isalpha() else None
    if core is None or core.form != "words" or not _ONE < core.value < _HUNDRED:
        return False
    if not _PHRASE_END.match(view.low, core.end) or currency not in _with_hundredths(view.lex):
        return False
    cents = to_decimal(Fraction(core.value) / 100)
    quantity.low = quantity.high = add(quantity.low, cents)
    quantity.end = core.end
    return True


@lru_cache(maxsize=64)
def _with_hundredths(lex: Lexicon) -> frozenset[str]:
    """Return the currencies of which a hundredth has a word."""
    said = (row[1].partition(":") for rows in lex.after.rows.values() for row in rows)
    return frozenset(of for share, _, of in said if share == "0.01")


def coin_of(view: View, quantity: Quantity, lenders: Iterable[Quantity]) -> None:
    """Let a coin of several currencies be of the sum that the text stated last.

    "It costs 5 euros. The stamp is 60 cents": where no sum stands before, they are of the currency
    that the word list names first.
    """
    steps = [step for step in quantity.evidence if step[0] is Evidence.UNIT_AFTER]
    unit, slash, per = (quantity.unit or "").partition("/")
    if not steps or kind_of(unit) != "money":
        return
    rows = hit[1] if (hit := view.after(steps[-1][1])) is not None else Rows(())
    share = _coin(rows, unit)
    sums = ((one.unit or "").partition("/")[0] for one in lenders)
    stated = next((one for one in sums if kind_of(one) == "money"), unit)
    if "subunit" in rows.by_kind and stated != unit and share == _coin(rows, stated):
        quantity.unit = f"{stated}{slash}{per}"
        quantity.found(Evidence.UNIT_CARRIED)


def coins_behind(view: View, end: int, currency: str) -> bool:
    """Tell whether a number of a currency's coins stands at a place."""
    at = view.right(end)
    core = core_at(view, at) if at < view.size else None
    hit = None if core is None else view.ahead(core.end)
    return hit is not None and _coin(hit[1], currency) is not None


def _coin(rows: Rows, currency: str) -> Fraction | None:
    """Return what part of its currency a word counts, if the coin is one of that currency."""
    for kind, said in rows:
        share, _, of = said.partition(":")
        if kind in _COINS and of == currency:
            return Fraction(share)
    return None
