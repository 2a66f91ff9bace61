"""Hedges beside a quantity: "more than 5 km", "30 км и более", "от 5 тыс. руб."."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from .context import (
    after_ending,
    after_tail,
    change_in_clause,
    changes_after,
    sentence_start,
)
from .cursor import View, payload
from .denials import denied
from .reading import HEDGES, Evidence, Quantity
from .units import rate_past_hedge

__all__ = ["relation_before"]

#: The end of the words before "from", without the colon or the dash behind a price.
_PRICE: Final = re.compile(r"([^\W\d_]+)[:,]? ?[-\u2013\u2014]?\Z")
_CLOSING: Final = " .!;)"
#: What a range still is behind a hedge of one of its ends: "up to 5-6 tonnes" are at most 6.
_BOUNDABLE: Final = ("exact", "between")
#: How far a hedge's own words, and the clause that it stands in, are looked at.
_REACH: Final = 90


#: A word in capitals, and the beginning of another: a name, of which a hedge may be the end.
_NAMED: Final = re.compile(r"[^\W\d_a-z]\w* [A-Z]\Z")
_SHORT_WORD: Final = 3
#: The ends of arrows that look like hedges.
_ARROWS: Final = frozenset({"->", "\u2013>", "\u2014>"})


def relation_before(view: View, quantity: Quantity) -> None:
    """Take the hedge that touches the quantity, before it or after it."""
    start = min(quantity.start, quantity.outer[0])
    at = view.left(start)
    for skipped in range(3) if view.kinds_behind(start) else ():
        hit = view.before(at)
        if hit is None:
            break
        begin, rows = hit
        hedge = payload(hit, "hedge")
        if hedge == "none" or view.low[max(0, begin - 1) : begin + 1] in _ARROWS:
            break  # "fields that stretch over 170 hectares", "shares -> 8 %"
        if at - begin <= _SHORT_WORD and _NAMED.search(
            view.text, max(0, begin - _REACH), begin + 1
        ):
            break  # "iPhone 13 Pro Max 256GB"
        if hedge is not None:
            if "by_share" in rows.by_kind and _is_change(view, quantity, begin):
                break
            if "during" in rows.by_kind and _is_course(view, quantity, begin):
                break
            if (
                hedge == "at_most"
                and "level" in rows.by_kind
                and _is_reached(view, quantity, begin)
            ):
                quantity.found(Evidence.LEVEL_REACHED, begin, at)
                view.reached = (begin, view.low[begin:at], quantity.unit)
                break
            if (
                "beneath" in rows.by_kind
                and quantity.kind == "percent"
                and "medium" in view.kinds_ahead(quantity.end)
            ):
                break  # "under 99.99% argon"
            if skipped and "touching" in rows.by_kind and quantity.kind != "ratio":
                break  # "under a contract worth", "over the next", but "over a third"
            _widen(quantity, denied(view, hedge, begin, at), begin, at)
            quantity.outer = (begin, max(quantity.outer[1], quantity.end))
            rate_past_hedge(view, quantity, begin)
            break
        if "from" in rows.by_kind and _is_price(view, quantity, begin):
            _widen(quantity, "at_least", begin, at)
            quantity.outer = (begin, max(quantity.outer[1], quantity.end))
            break
        if "filler" not in rows.by_kind:
            break
        at = view.left(begin)
    _hedge_after(view, quantity)


def _is_reached(view: View, quantity: Quantity, pos: int) -> bool:
    """Tell "rose to 50 %" and "eksportuje do 30 krajów" (to thirty) from "up to 30 buses"."""
    if quantity.unit in view.lex.places or quantity.start <= view.level < quantity.end:
        return True
    behind = view.kinds_behind(pos)
    if "by" in behind or "counting" in behind:  # "increased by up to 25 %", "employ up to 40"
        return False
    if 0 < view.changed == view.left(pos - (view.low[pos - 2 : pos] == ", ") * 2):
        return True  # "серебро — на 2 %, до 25,98 доллара"
    return change_in_clause(view, pos) is not None or _is_parallel(view, quantity, pos)


def _is_parallel(view: View, quantity: Quantity, pos: int) -> bool:
    """Tell "euro wzrosło do 4,30 zł, a dolar do 3,95 zł": the verb of the level before it."""
    at, word, unit = view.reached
    is_alike = unit is not None and unit == quantity.unit and view.low.startswith(word, pos)
    return is_alike and sentence_start(view.low, pos) <= at


def _is_change(view: View, quantity: Quantity, pos: int) -> bool:
    """Tell "um die Hälfte gesunken" (by exactly half) from "um die 500 Arbeiter" (about)."""
    if quantity.kind != "ratio":
        return False
    return change_in_clause(view, pos) is not None or changes_after(view, quantity.end)


def _is_price(view: View, quantity: Quantity, pos: int) -> bool:
    """Tell "prices from $5", "цена: от 5 тыс. руб." (the lowest one) from "it fell from $5".

    Nothing but the price with its "from" says the same.
    """
    if quantity.kind not in ("money", "rate") or quantity.relation != "exact":
        return False
    low, end = view.low, view.left(pos)
    if not end:
        return not low[quantity.end :].strip(_CLOSING)
    head = _PRICE.search(low, max(0, end - _REACH), end)
    if head is None or "price" not in view.lex.before.kinds_of(head[1]):
        return False
    return change_in_clause(view, head.start()) is None and not changes_after(view, quantity.end)


def _is_course(view: View, quantity: Quantity, pos: int) -> bool:
    """Tell "lend it over seven years" (a course of time) from "for over thirty years" (a hedge).

    One of no certain length ("over 5-6 years") is a course always.
    """
    if quantity.kind != "duration":
        return False
    if quantity.has(Evidence.UNIT_SHARED):
        return True  # "phased in over 2, 3 and 4 years"
    end = view.left(pos)
    start = end
    while start > 0 and view.low[start - 1].isalpha():
        start -= 1
    return quantity.relation == "between" or view.low[start:end] not in view.lex.stop


def _hedge_after(view: View, quantity: Quantity) -> None:
    at = view.right(max(quantity.outer[1], quantity.end))
    if view.low.startswith(", ", at):
        at += 2
    hit = view.after(at)
    if view.lex.tails and payload(hit, "hedge") is None:
        hit = view.ahead(after_tail(view, at))
        if payload(hit, "hedge") is None and not _is_closed(quantity):
            hit = after_ending(view, quantity.end, "hedge")
    hedge = payload(hit, "hedge")
    if hit is None or hedge is None:
        return
    is_sign = not view.low[at : at + 1].isalnum()
    if is_sign and view.low[hit[0] : hit[0] + 1].isdecimal():
        return  # "$3.20 +4%": the sign of the next number
    if is_sign and quantity.end < at < view.size and _is_followed(view, hit[0]):
        return  # "5.5% + a one-off $1,655": a sum, and "5%+" a hedge
    if "closing" in hit[1].by_kind and _is_open(view, hit[0]):
        if view.text[at].islower():  # "5 % Plus beim Absatz" is a noun of change
            quantity.outer = (min(quantity.outer[0], quantity.start), hit[0])
    elif not _goes_on(view, hit[0]):
        if hedge == "at_most" and payload(hit, "level") is not None and changes_after(view, hit[0]):
            quantity.found(Evidence.LEVEL_REACHED, at, hit[0])
        else:
            _widen(quantity, _denied_around(view, quantity, hedge, hit[0]), at, hit[0])
        quantity.outer = (min(quantity.outer[0], quantity.start), hit[0])


def _denied_around(view: View, quantity: Quantity, hedge: str, end: int) -> str:
    """Return what a hedge behind its quantity says: "kein Haus darf 12 m | überschreiten"."""
    return denied(view, hedge, min(quantity.start, quantity.outer[0]), end)


def _is_closed(quantity: Quantity) -> bool:
    """Tell whether the ending behind a range is what closes it ("5 tonnadan 10 tonnagacha")."""
    return quantity.relation == "between" and quantity.opened is not None


def _is_open(view: View, pos: int) -> bool:
    """Tell "$5 plus tax", which is no bound, from "$5 plus"."""
    at = view.right(pos)
    char = view.low[at : at + 1]
    return at > pos and (char.isalnum() or unicodedata.category(char or " ") == "Sc")


def _is_followed(view: View, pos: int) -> bool:
    at = view.right(pos)
    return at > pos and at < view.size


def _goes_on(view: View, pos: int) -> bool:
    """Tell the hedge of the next number from that of this one.

    "30 моделей и более 200 узлов" and "$312 million, or more than 30 per cent" from "30 и более".
    """
    at = view.right(pos)
    if at == pos:
        return False
    last = view.low.rfind(" ", max(0, pos - _REACH), pos) + 1
    longer = view.lex.before.at(view.low, last)  # "14 трактароў і больш | за дваццаць прычэпаў"
    if longer is not None and longer[0] > pos and payload(longer, "hedge") is not None:
        at = view.right(longer[0])
    elif payload(view.before(pos), "hedge") is None:
        return False
    return view.low[at : at + 1].isdecimal() or view.lex.numerals.at(view.low, at) is not None


def _widen(quantity: Quantity, hedge: str, start: int, end: int) -> None:
    """Let a hedge bound a number, or the end of a range that it speaks of; "about" is noted.

    What is stated with its tolerance ("до 450 ± 5 °C") is bounded by that alone.
    "At least 5-6 tonnes" are at least 5, "up to 5-6 tonnes" at most 6: no more is certain.
    """
    if quantity.relation not in _BOUNDABLE or quantity.has(Evidence.SPREAD):
        return
    if quantity.relation == "exact" or hedge != "about":
        quantity.relation = hedge  # type: ignore[assignment]  # the word lists hold relations only
    quantity.found(HEDGES[hedge], start, end)
