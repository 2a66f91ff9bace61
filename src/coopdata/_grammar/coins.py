"""What goes on counting behind a quantity: minutes behind hours, coins behind a sum."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from .._exact import is_whole, to_decimal
from .._lexicon.dictionary import Hit, Rows
from .._text.words import LAST_SPACED
from .amounts import core_at
from .cursor import View
from .reading import Quantity

__all__ = ["coins_behind", "part_at", "take_coins"]

_COINS: Final = frozenset({"subunit", "coin"})
#: A number, the word behind it, and whether a link ("and") stands before them.
Part = tuple[Fraction, Hit, bool]


def part_at(view: View, quantity: Quantity, end: int) -> Part | None:
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


def take_coins(view: View, quantity: Quantity, currency: str) -> bool:
    """Add the coins of a sum's own currency, the larger before the smaller ("6元4角3分")."""
    least = Fraction(1)
    while (found := part_at(view, quantity, quantity.end)) is not None:
        value, (end, rows), _ = found
        share = _coin(rows, currency)
        if share is None or value * share >= least or share >= least:
            break
        total = Fraction(quantity.low) + value * share
        quantity.low = quantity.high = to_decimal(total)
        quantity.end, least = end, share
    return least < 1


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
