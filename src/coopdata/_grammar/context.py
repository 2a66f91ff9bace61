"""What stands around a quantity: changes, the noun that is counted."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from .._lexicon.dictionary import Hit, Rows
from .._text.words import in_capitals
from ..model import kind_of
from .counted import TIMES, agrees, noun_at
from .cursor import View, payload
from .reading import CHANGES, Evidence, Quantity

__all__ = [
    "after_ending",
    "after_tail",
    "change_before",
    "change_in_clause",
    "changes_after",
    "noun_between",
    "sentence_start",
]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*")
_MILLION: Final = Decimal(1_000_000)
_COUNT: Final = re.compile(r" \d[\d.,]*(?= )")
_CLAUSE_BREAK: Final = re.compile(r"\n|[.;!?](?=\s|$)|[。；！？，]|, (?=\D)")
_SENTENCE_BREAK: Final = re.compile(r"\n|[.!?](?=\s|$)|[。！？]")
_LONG_DASHES: Final = ("\u2013", "\u2014")
#: How many words may stand between a change and the "of" of its size.
_NEAR_CHANGE: Final = 6
#: How far before a quantity its clause is searched for a word of change.
_REACH: Final = 90
#: Nouns of time that are in the plural behind adjectives: no "54 tribute night".
#: Letters of a code that says of which kind a noun is.
_CODE: Final = 4
_NIGHTS: Final = frozenset({"night", "day", "week", "month", "year"})
#: What something rose to or from.
_LEVELS: Final = (Evidence.LEVEL_REACHED, Evidence.LEVEL_LEFT)
_SENTENCE_MARKS: Final = (". ", "! ", "? ", "\n", "\u3002", "\uff01", "\uff1f")
#: How far back a sentence is searched for its beginning.
_SENTENCE: Final = 400


def sentence_start(low: str, pos: int) -> int:
    """Return where the sentence that holds `pos` begins."""
    begin = max(0, pos - _SENTENCE)
    ends = [low.rfind(mark, begin, pos) for mark in _SENTENCE_MARKS]
    start = max(ends) + 1 or begin
    while start < pos and not low[start].isalnum():
        start += 1
    return start


def _has(rows: Rows, kind: str) -> bool:
    return kind in rows.by_kind


def after_tail(view: View, pos: int) -> int:
    """Return the place after a case ending hung on the number by a hyphen ("12 %-ға өсті")."""
    if view.low.startswith("-", pos):
        for tail in view.lex.tails:
            end = pos + len(tail)
            if view.low.startswith(tail, pos) and not view.low[end : end + 1].isalpha():
                return end
    return pos


def after_ending(view: View, pos: int, kind: str) -> Hit | None:
    """Look up what is behind a word with the case that it asks for ("40 доллардан төмен").

    It may be the ending itself ("40 manatadək").
    """
    low = view.low
    for tail in view.lex.tails:
        if low.endswith(tail[1:], 0, pos):
            found = view.lex.after.at(tail + low[pos : pos + _REACH], 0)
            if found is None or payload(found, kind) is None:
                continue
            if found[0] >= len(tail):
                return found[0] - len(tail) + pos, found[1]
    return None


def changes_after(view: View, pos: int) -> bool:
    """Tell whether the clause that goes on at `pos` has a word of change ("50 %-ға дейін өсті")."""
    for match in _WORD.finditer(view.low, pos, min(view.size, pos + _REACH)):
        if _CLAUSE_BREAK.search(view.low, pos, match.start()):
            break
        if "change" in view.lex.after.kinds_of(match.group()):
            return True
    return False


def _clause_start(view: View, pos: int, breaks: re.Pattern[str] = _CLAUSE_BREAK) -> int:
    """Return where the clause that `pos` is in began; a comma just before `pos` breaks nothing."""
    low = view.low
    start = begin = max(0, pos - _REACH)
    for match in breaks.finditer(low, begin, pos):
        end = match.end()
        follows = view.text[view.right(end) : view.right(end) + 1]
        is_abbreviation = low[end - 1] == "." and (follows.islower() or follows in _LONG_DASHES)
        if not is_abbreviation and low[end:pos].strip():
            start = end
    return start


def change_in_clause(view: View, pos: int, wanted: str = "change") -> str | None:
    """Return the direction of the last word of change in the clause before `pos`.

    An ellipsis, which a dash marks ("petrol rose by 12 cents, diesel — by 9"), takes it from the
    clauses before in its sentence.
    """
    if view.lex.changes.isdisjoint(_WORD.findall(view.low, max(0, pos - _REACH), pos)):
        return None
    found = None
    rows = view.lex.before.rows
    end = view.left(pos)
    is_ellipsis = view.low[end - 1 : end] in ("\u2013", "\u2014")
    start = _clause_start(view, pos, _SENTENCE_BREAK if is_ellipsis else _CLAUSE_BREAK)
    words = _WORD.findall(view.low, start, pos)
    for at, word in enumerate(words):
        if word not in view.lex.changes:
            continue
        pair = " ".join(words[at : at + 2])
        if "hedge" in view.lex.before.kinds_of(pair):
            continue  # "a fine of up to …"
        for form in (word, pair):
            for kind, direction in rows.get(form, ()):
                if kind == wanted:
                    found = direction
    return found


def change_before(view: View, quantity: Quantity) -> None:
    """Mark "rose by 12 %", "up 12 %", "12 % growth" as a change, not a level."""
    _change_before(view, quantity)
    if quantity.change is not None:
        view.changed = quantity.end


def _change_before(view: View, quantity: Quantity) -> None:
    if quantity.change is not None or quantity.kind in ("duration", "ordinal"):
        return
    if quantity.has_any(_LEVELS) or _amounts_to(view, quantity):
        return
    start = quantity.start if quantity.opened is None else quantity.opened
    at = view.left(start)
    for _ in range(3) if view.kinds_behind(start) else ():
        hit = view.before(at)
        if hit is None:
            break
        begin, rows = hit
        if _has(rows, "change") and not _has(rows, "hedge"):
            if _has(rows, "transitive") and quantity.kind not in ("percent", "ratio"):
                return  # "raised $20 million", "lost 75 million" change something else
            _mark(quantity, payload(hit, "change"))
            return
        if _has(rows, "by"):
            if view.low[view.left(begin) - 1 : view.left(begin)].isdecimal():
                return  # "снизилась до 11,9 на 1000 населения"
            if not _has(rows, "part_from") or not _is_source(view, begin):
                ahead = view.kinds_ahead(quantity.end).get("change")  # "на 30 см ниже рекорда"
                _mark(quantity, ahead or change_in_clause(view, begin))
            break
        if _has(rows, "level") and payload(hit, "hedge") != "at_most":
            return
        if not (_has(rows, "hedge") or _has(rows, "filler")):
            break
        at = view.left(begin)
    if quantity.change is None and quantity.kind != "number" and not _is_dative(view, quantity):
        at = after_tail(view, max(quantity.end, quantity.outer[1]))
        if (
            quantity.kind == "ratio"
        ):  # "두 배로 늘었다": a factor is the change, whatever its ending
            levels = view.lex.ratio_levels
            at += next((len(one) for one in levels if view.low.startswith(one, at)), 0)
        _mark(quantity, view.kinds_ahead(at).get("change"))
        if quantity.unit == "fold":
            _mark(quantity, change_in_clause(view, quantity.start))


def _is_source(view: View, pos: int) -> bool:
    """Tell "down from a peak of 1.1 million" (a level) from "a fall in exports of 5 %".

    So is what a "of" far from the change says: "a 10 % rise, plus a payment of $5".
    """
    rows = view.lex.before
    words = _WORD.findall(view.low, max(0, pos - _REACH), pos)
    for step, match in enumerate(reversed(words)):
        if match in view.lex.changes:
            return step > _NEAR_CHANGE
        if "from" in rows.kinds_of(match):
            return True
    return False


def _is_dative(view: View, quantity: Quantity) -> bool:
    """Tell "45 tona geriledi" (a level, in the dative) from "45 ton geriledi" (a change)."""
    endings = view.lex.level_endings
    if not endings:
        return False
    word = view.low[quantity.start : quantity.end].rpartition(" ")[2]
    rows = view.lex.after.rows
    return any(word.endswith(one) and word[: -len(one)] in rows for one in endings)


def _amounts_to(view: View, quantity: Quantity) -> bool:
    """Mark "рост цен составил 5 %": a change that is the subject of the clause."""
    if "amounts_to" not in view.lex.before.kinds:
        return False
    for start in {quantity.start, quantity.outer[0]}:
        hit = view.behind(start)
        if hit is not None and _has(hit[1], "amounts_to"):
            _mark(quantity, change_in_clause(view, hit[0], "change_noun"))
    return quantity.change is not None


def _mark(quantity: Quantity, change: str | None) -> None:
    if quantity.change is None and change in ("increase", "decrease"):
        quantity.change = change  # type: ignore[assignment]  # one of two literals
        quantity.found(CHANGES[change])


def is_foreign(view: View, pos: int, unit: str) -> bool:
    """Tell "марокканских дирхамов" from "бюджетных рублей": another country's namesake."""
    origins = view.lex.origins
    if not origins or kind_of(unit) != "money":
        return False
    return view.low.endswith(tuple(origins), 0, view.left(pos))


def _may_be_counted(view: View, word: re.Match[str]) -> bool:
    """Tell a noun from a number ("48 three years ago"), a code ("340 TEUR"), "vier Komma sechs"."""
    lex = view.lex
    if word.group() in lex.stop or "cardinal" in lex.numerals.kinds_of(word.group()):
        return False
    if in_capitals(view.text[word.start() : word.end()]):
        return False  # nobody knows what it counts
    following = _WORD.match(view.low, view.right(word.end()))
    return following is None or "cardinal" not in lex.numerals.kinds_of(following.group())


def _is_code_of(view: View, word: re.Match[str]) -> bool:
    """Tell a short word in capitals before a noun that is counted: "six LNG tankers"."""
    text = view.text[slice(*word.span())]
    if not (1 < len(text) <= _CODE and text.isupper()) or view.lex.capital_nouns:
        return False
    hit = noun_at(view, view.right(word.end())) if view.low.startswith(" ", word.end()) else None
    unit = payload(hit, "unit")
    return unit is not None and kind_of(unit) == "number"


def _is_one_night(view: View, quantity: Quantity, hit: Hit | None) -> bool:
    """Tell "Studio 54 tribute night" from "54 long nights": a noun of time, in the singular."""
    if hit is None or payload(hit, "unit") not in _NIGHTS or quantity.high == 1:
        return False
    return view.lex.plurals and not view.low.endswith(view.lex.nouns or (), 0, hit[0])


def _noun_at(view: View, at: int) -> Hit | None:
    """Return the noun at a place; "time" of "full-time employees" is none."""
    hit = noun_at(view, at)
    return None if view.low[at - 1] == "-" and payload(hit, "unit") in TIMES else hit


def _past_partitive(view: View, pos: int) -> int:
    """Return the place behind what stands between a number and its noun: "of the 45", "more"."""
    hit = view.ahead(pos)
    if hit is None:
        return pos
    if payload(hit, "partitive") is not None:
        count = _COUNT.match(view.low, hit[0])
        if count is None:
            return hit[0]
        return pos if "of" in hit[1].by_kind else count.end()  # "1 de 10 kg", "30 of the 45 wells"
    return hit[0] if "further" in hit[1].by_kind else pos  # "40 more workers"


def noun_between(view: View, quantity: Quantity) -> None:
    """Find the noun that a bare number counts: past adjectives, or an unknown word itself."""
    low, lex = view.low, view.lex
    first = _past_link(view, quantity)
    at = _past_partitive(view, first) if first == quantity.end else first
    is_partitive = at != first
    touching = None
    described = False
    capital = lex.capital_nouns
    lower = lex.lower_nouns
    is_marked = bool(lex.nouns) or capital
    for step in range(4):
        at = view.right(at)
        match = _WORD.match(low, at, at + _REACH)
        if match is None:
            break
        if step and match.group() in lex.stop:
            break  # a function word may look like a unit ("her iki taraf da")
        if lower and view.text[at].isupper() and match.group().endswith(lex.not_nouns):
            break  # a name: what follows is not counted ("Kırk Haramiler")
        hit = _noun_at(view, at)
        unit = payload(hit, "unit")
        fits = hit is not None and unit is not None and agrees(view, quantity, unit, at, hit[0])
        fits = fits and not (step and _is_one_night(view, quantity, hit))
        is_name = bool(step) and lower and view.text[at].isupper()  # "112 Acil Çağrı Merkezi"
        if unit is not None and (is_name or (described and is_foreign(view, at, unit))):
            break
        if unit is not None and fits and (step or is_partitive):
            quantity.unit, quantity.carried = unit, True
            quantity.found(Evidence.NOUN_AFTER_ADJECTIVES, *match.span())
            return
        word = match.group()
        if hit is not None and unit is None and not _has(hit[1], "rate"):
            break  # "six daily trips"
        if is_marked and touching is not None and not described:
            break
        if not _may_be_counted(view, match):
            if not _is_code_of(view, match):
                break
            described, at = True, match.end()  # "six LNG tankers"
            continue
        is_open = (described or is_marked) if step else not is_partitive
        fits_case = view.text[at].isupper() if capital else not lower or view.text[at].islower()
        if is_open and fits_case and lex.is_noun(word):
            touching = match
        described = "" not in lex.adjectives and word.endswith(lex.adjectives)
        if not word.endswith(lex.adjectives):
            break  # where no list knows its adjectives, nothing stands between
        at = match.end()
        if low.startswith("-", at):
            at += 1
    if touching is not None:
        _count(view, quantity, touching, first)


def _past_link(view: View, quantity: Quantity) -> int:
    """Return the place behind "millions de", where the noun that is counted may stand."""
    links = view.lex.scale_links
    if not links or not (quantity.scaled or quantity.low >= _MILLION):
        return quantity.end
    at = view.right(quantity.end)
    stop = view.past_link(at)
    return stop if stop > at else quantity.end


def _count(view: View, quantity: Quantity, noun: re.Match[str], first: int) -> None:
    """Let a number count a noun that no list knows, and that touches it from `first` on."""
    quantity.counted = view.text[noun.start() : noun.end()]
    quantity.carried = noun.start() > view.right(first)
    if not quantity.carried:
        quantity.end = noun.end()
    quantity.unit = "item"
    quantity.found(Evidence.UNKNOWN_NOUN, noun.start(), noun.end())
