"""What stands around a quantity: hedges, changes, the noun that is counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ._lexicon import Lexicon, Row

if TYPE_CHECKING:
    from ._written import Reading

__all__ = ["change_before", "change_in_clause", "left", "noun_between", "relation_before"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*")
_CLAUSE_BREAK: Final = re.compile(r"[.;!?\n](?=\s|$)|[。；！？]|, (?=\D)")
_REACH: Final = 90
_CAN_WIDEN: Final = frozenset({"exact", "between"})


def left(low: str, pos: int) -> int:
    """Return the place before the spaces that end at `pos`."""
    while pos > 0 and low[pos - 1] == " ":
        pos -= 1
    return pos


def clause_start(low: str, pos: int) -> int:
    """Return where the clause that holds `pos` begins, within reach."""
    begin = max(0, pos - _REACH)
    start = begin
    for match in _CLAUSE_BREAK.finditer(low, begin, pos):
        start = match.end()
    return start


def _find(rows: tuple[Row, ...], kind: str) -> str | None:
    for row in rows:
        if row[0] == kind:
            return row[1]
    return None


def relation_before(low: str, reading: Reading, lex: Lexicon) -> None:
    """Take the hedge that touches the quantity, before it or after it."""
    start = reading.outer[0] if reading.outer[0] < reading.start else reading.start
    at = left(low, start)
    for _ in range(3):
        hit = lex.before.before(low, at)
        if hit is None:
            break
        begin, rows = hit
        hedge = _find(rows, "hedge")
        if hedge is not None:
            if hedge == "at_most" and _find(rows, "level") is not None:
                change = change_in_clause(low, begin, lex)
                if change is not None:
                    reading.why += ", level reached"
                    reading.outer = (begin, max(reading.outer[1], reading.end))
                    return
            if reading.kind == "duration" and _find(rows, "during") is not None:
                if not _follows_stop_word(low, begin, lex):
                    break
            _widen(reading, hedge)
            reading.outer = (begin, max(reading.outer[1], reading.end))
            break
        if _find(rows, "filler") is None:
            break
        at = left(low, begin)
    _hedge_after(low, reading, lex)


def _follows_stop_word(low: str, pos: int, lex: Lexicon) -> bool:
    """Tell "for over thirty years" (a hedge) from "lend it over seven years" (a course of time)."""
    end = left(low, pos)
    start = end
    while start > 0 and low[start - 1].isalpha():
        start -= 1
    return low[start:end] in lex.stop


def _hedge_after(low: str, reading: Reading, lex: Lexicon) -> None:
    at = max(reading.outer[1], reading.end)
    while at < len(low) and low[at] in " ,":
        at += 1
    hit = lex.after.at(low, at)
    hedge = hit and _find(hit[1], "hedge")
    if hit and hedge:
        _widen(reading, hedge)
        reading.outer = (min(reading.outer[0], reading.start), hit[0])


def _widen(reading: Reading, hedge: str) -> None:
    if reading.relation == "between":
        if hedge != "about":
            reading.why += f", {hedge} of a range"
        return
    if reading.relation == "exact":
        reading.relation = hedge  # type: ignore[assignment]  # the word lists hold relations only
        reading.why += f", {hedge}"


def change_in_clause(low: str, pos: int, lex: Lexicon) -> str | None:
    """Return the direction of the last word of change in the clause before `pos`."""
    return _change_in(low, clause_start(low, pos), pos, lex)


def _change_in(low: str, start: int, end: int, lex: Lexicon) -> str | None:
    """Return the direction of the last word of change between two places."""
    found = None
    rows = lex.before.rows
    words = [match.group() for match in _WORD.finditer(low, start, end)]
    for at, word in enumerate(words):
        for form in (word, " ".join(words[at : at + 2])):
            change = _find(rows.get(form, ()), "change")
            if change is not None:
                found = change
    return found


def change_before(low: str, reading: Reading, lex: Lexicon) -> None:
    """Mark "rose by 12 %", "up 12 %", "12 % growth" as a change, not a level."""
    if reading.change is not None or reading.kind in ("duration", "ordinal", "period"):
        return
    at = left(low, min(reading.start, reading.outer[0]))
    steps = 0
    while steps < 3:
        hit = lex.before.before(low, at)
        if hit is None:
            break
        begin, rows = hit
        change = _find(rows, "change")
        if change is not None:
            _mark(reading, change)
            return
        if _find(rows, "by") is not None:
            change = change_in_clause(low, begin, lex)
            if change is not None:
                _mark(reading, change)
                return
            break
        if _find(rows, "level") is not None:
            break
        if _find(rows, "hedge") is None and _find(rows, "filler") is None:
            break
        at = left(low, begin)
        steps += 1
    at = max(reading.end, reading.outer[1])
    while at < len(low) and low[at] == " ":
        at += 1
    if reading.kind == "number":
        return
    hit = lex.after.at(low, at)
    change = hit and _find(hit[1], "change")
    if change:
        _mark(reading, change)
    elif reading.unit == "fold":
        change = change_in_clause(low, reading.start, lex)
        if change is not None:
            _mark(reading, change)


def _mark(reading: Reading, change: str) -> None:
    if change in ("increase", "decrease"):
        reading.change = change  # type: ignore[assignment]  # one of two literals
        reading.why += f", {change}"


def noun_between(low: str, reading: Reading, lex: Lexicon, text: str | None) -> None:
    """Find the noun that a bare number counts: past adjectives, or an unknown word itself."""
    at = reading.end
    touching = None
    for step in range(4):
        while at < len(low) and low[at] == " ":
            at += 1
        match = _WORD.match(low, at)
        if match is None:
            break
        hit = lex.after.at(low, at)
        unit = hit and _find(hit[1], "unit")
        if hit and unit and step:
            reading.unit = unit
            reading.carried = True
            reading.why = "noun after adjectives"
            return
        word = match.group()
        if word in lex.stop or (hit and not unit):
            break
        if step == 0 and lex.is_noun(word):
            touching = match
        if lex.adjectives and not word.endswith(lex.adjectives):
            break
        at = match.end()
        if at < len(low) and low[at] == "-":
            at += 1
    if touching is not None:
        reading.counted = (text or low)[touching.start() : touching.end()]
        reading.end = touching.end()
        reading.unit = "item"
        reading.why = "unknown noun"
