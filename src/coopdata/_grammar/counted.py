"""What a number counts: nouns behind it, measure words, nouns that the clause has named before."""

from __future__ import annotations

import re
from typing import Final

from .._lexicon.dictionary import Hit, Row, Rows
from .._numbers.figures import DASHES
from .._text.words import LAST_SPACED, WORD
from ..model import kind_of
from .cursor import View, payload
from .reading import Evidence, Quantity

__all__ = [
    "GENERIC",
    "TIMES",
    "agrees",
    "by_the_million",
    "classified",
    "ends_sentence",
    "from_context",
    "from_count",
    "from_head",
    "from_verb",
    "is_divisible",
    "is_many",
    "noun_at",
    "times",
]

#: How far from a number the noun that its measure word counts is looked for.
_NOUN_REACH: Final = 16
_CLAUSE_REACH: Final = 90
#: The longest unknown word that is taken for a noun in a script without spaces.
_WORD_REACH: Final = 4
#: Counted nouns that say nothing of what is counted.
#: How many times, or so many times as much.
TIMES: Final = frozenset({"fold", "occasion"})
GENERIC: Final = frozenset({"unit", "piece"})
#: How many words behind "the number of" are searched for the noun.
_NOUN_WORDS: Final = 3
#: Classes of words that say how large a number is.
_STATING: Final = frozenset({"level", "copula", "amounts_to"})
_CLAUSE_ENDS: Final = (", ", "; ", ". ", "! ", "? ", "\n")
_FIGURE: Final = re.compile(r"[0-9](?:[0-9.,]*[0-9])?\s*\Z")
_CLAUSE_MARKS: Final = ".,;:!?\u3002\uff0c\uff1b\uff1a\uff01\uff1f\u3001\n0123456789"


def is_divisible(unit: str) -> bool:
    """Tell a unit of which there are parts, "half a tonne", from things and shares."""
    return kind_of(unit) not in ("number", "ratio")


def noun_at(view: View, at: int) -> Hit | None:
    """Return what `View.after` does, and also for a compound the word that it ends in.

    "Gelenkbusse" are "Busse"; only counted things and lengths of time are looked for.
    """
    hit = view.after(at)
    if hit is not None or not view.lex.compound_nouns:
        return hit
    if not view.text[at : at + 1].isupper():
        return None
    match = WORD.match(view.low, at)
    word = match.group() if match else ""
    for cut in range(3, len(word) - 3):
        found = Rows(filter(_is_countable, view.lex.after.rows.get(word[cut:], ())))
        if found:
            return at + len(word), found
    return None


def ends_sentence(view: View, end: int) -> bool:
    """Tell whether a full stop ends both an abbreviation and its sentence: "10 млрд. Статья"."""
    if end == 0 or view.low[end - 1] != "." or view.lex.capital_nouns:
        return False
    at = view.right(end)
    return at > end and view.text[at : at + 1].isupper() and view.text[at + 1 : at + 2].islower()


def _is_countable(one: Row) -> bool:
    return one[0] == "unit" and kind_of(one[1]) in ("number", "duration")


def agrees(view: View, quantity: Quantity, unit: str, at: int, stop: int) -> bool:
    """Tell whether a noun's form fits the number: "8 orders", not "the MAX 8 order"."""
    return quantity.high == 1 or is_many(view, unit, at, stop)


def is_many(view: View, unit: str, at: int, stop: int) -> bool:
    """Tell whether a noun's form is one of many, where its language has such forms.

    Of several words the first or the last says so: "grain elevators", "voitures de métro".
    """
    lex = view.lex
    if not lex.plurals or not lex.nouns or kind_of(unit) != "number":
        return True
    stop -= view.low.endswith(".", 0, stop)  # "pcs."
    head = WORD.match(view.low, at, stop)
    is_headed = head is not None and head.group().endswith(lex.nouns)
    return is_headed or view.low.endswith(lex.nouns, 0, stop)


def by_the_million(hit: Hit, unit: str) -> str:
    """Prefer what comes in millions where a form has two units ("1억 주": shares; "3亿度")."""
    if unit not in ("week", "degree_celsius"):
        return unit
    return next((one for kind, one in hit[1] if kind == "unit" and one != unit), unit)


def times(view: View, quantity: Quantity, unit: str) -> str:
    """Tell "в 3 раза" (a factor) from "3 раза в неделю" (so many occasions)."""
    marks = view.lex.times
    at = view.left(quantity.start)
    if not marks or not view.low[at - 1 : at].isalpha():
        return unit
    return "fold" if view.low.endswith(marks, max(0, at - _NOUN_REACH), at) else "occasion"


def classified(view: View, quantity: Quantity, stop: int, unit: str) -> None:
    """Take a measure word ("辆", "개") and the noun that touches it."""
    unit, *others = unit.split("|")
    allowed = [unit, *others] if unit or others else []
    noun = view.ahead(_past_genitive(view, stop))
    found = _countable(noun, allowed)
    if noun is not None and found is not None:
        quantity.end, quantity.unit = noun[0], found
        quantity.found(Evidence.NOUN_AFTER_CLASSIFIER)
    else:
        quantity.end = stop
        quantity.found(Evidence.CLASSIFIER)
        counted = _noun_near(view, stop, allowed) or _noun_before(view, quantity.start, allowed)
        quantity.unit = counted or unit or "item"
        quantity.carried = bool(counted) or not unit
        if not counted and not unit:
            _unknown_noun(view, quantity)


def _past_genitive(view: View, stop: int) -> int:
    """Return where the noun behind a measure word begins: "3台の" in a script without spaces."""
    if not view.lex.spaced:
        for one in view.lex.genitives:
            if view.low.startswith(one, stop):
                return stop + len(one)
    return stop


def _unknown_noun(view: View, quantity: Quantity) -> None:
    """Take the word that ends the clause right after a measure word ("480件瓷器。") as the noun."""
    low, lex = view.low, view.lex
    start = stop = quantity.end
    while (
        stop < view.size
        and stop - start <= _WORD_REACH
        and low[stop].isalpha()
        and low[stop] > LAST_SPACED
    ):
        stop += 1
    word = low[start:stop]
    if (
        lex.spaced
        or lex.genitives
        or not 1 < len(word) <= _WORD_REACH
        or view.after(start) is not None
    ):
        return
    if not any(one in word for one in lex.stop):
        quantity.end, quantity.counted, quantity.carried = stop, view.text[start:stop], False


def _countable(hit: Hit | None, allowed: list[str]) -> str | None:
    """Return the counted thing that a form names, if a measure word allows it."""
    for kind, unit in hit[1] if hit is not None else ():
        if kind == "unit" and (unit in allowed if allowed else kind_of(unit) == "number"):
            return unit
    return None


def from_context(view: View, quantity: Quantity) -> None:
    """Say what goods "10000 units" are, where the clause has named them before."""
    low, table = view.low, view.lex.after
    at = quantity.start
    stop = max(0, at - _CLAUSE_REACH)
    while at > stop and low[at - 1] not in ".;!?\n":
        hit = table.before(low, at) if low[at - 1].isalpha() else None
        unit = payload(hit, "unit")
        if hit is not None and unit is not None and unit in view.lex.goods:
            quantity.unit, quantity.carried = unit, True
            quantity.found(Evidence.NOUN_FROM_CLAUSE, hit[0], at)
            return
        at = hit[0] if hit is not None else at - 1


def from_head(view: View, quantity: Quantity) -> None:
    """Say what a bare large number counts, where its clause is about it ("population … 9.7 bn")."""
    start = max(0, quantity.start - _CLAUSE_REACH)
    for mark in ".;!?\n\u3002":
        start = max(start, view.low.rfind(mark, start, quantity.start - 1))
    clause = view.low[start : quantity.start]
    for unit, words in view.lex.heads.items():
        if any(word in clause for word in words):
            quantity.unit, quantity.carried = unit, True
            quantity.found(Evidence.HEAD_OF_CLAUSE, start, quantity.start)


def from_count(view: View, quantity: Quantity) -> None:
    """Say what a bare number counts, where its clause names that ("the number of visitors")."""
    low, lex, at = view.low, view.lex, quantity.start
    known = lex.count_heads + lex.output_heads
    if not known:
        return
    is_stated = quantity.scaled or quantity.relation != "exact"
    if not is_stated and _STATING.isdisjoint(view.kinds_behind(at)):
        return
    start = max(0, at - _CLAUSE_REACH)
    for mark in _CLAUSE_ENDS:
        start = max(start, low.rfind(mark, start, at) + 1)
    heads = (one if one.endswith("'") else f"{one} " for one in known)
    pos, head = max(
        ((low.rfind(one, start, at), one) for one in heads),
        key=lambda found: (found[0] >= 0 and found[0] + len(found[1]), len(found[1])),
    )
    if pos < 0 or (pos and low[pos - 1].isalpha()):
        return
    if head.rstrip() in lex.output_heads and not _is_output(view, quantity, start, pos):
        return
    pos += len(head)
    for _ in range(_NOUN_WORDS):
        match = WORD.match(low, view.right(pos))
        if match is None or match.start() >= at or match.group() in lex.stop:
            return
        hit = noun_at(view, match.start())
        unit = payload(hit, "unit")
        if unit is not None:
            if kind_of(unit) == "number":
                quantity.unit, quantity.carried = unit, True
                quantity.found(Evidence.HEAD_OF_CLAUSE, *match.span())
            return
        pos = match.end()


def _is_output(view: View, quantity: Quantity, start: int, pos: int) -> bool:
    """Tell "the production of cars rose to 1.2 million" from what it cost, and what it costs.

    The head is the subject of the clause, and the number the first that it reaches.
    """
    if not quantity.scaled or _STATING.isdisjoint(view.kinds_behind(quantity.start)):
        return False
    if any(f" {link}" in view.low[pos : quantity.start] for link in view.lex.links):
        return False
    words = view.low[start:pos].split()
    return not words or words[-1] not in view.lex.stop


def from_verb(view: View, quantity: Quantity) -> None:
    """Say what a bare number counts behind a verb that counts it ("the firm employs 3,900")."""
    for start in (quantity.start, quantity.outer[0]):
        hit = view.behind(start)
        unit = payload(hit, "counting")
        if hit is not None and unit is not None:
            quantity.unit, quantity.carried = unit, True
            quantity.found(Evidence.HEAD_OF_CLAUSE, hit[0], start)
            return


def _noun_near(view: View, pos: int, allowed: list[str]) -> str | None:
    """Return what a measure word counts, past adjectives ("十座大型工厂", "5개의 대형 공장")."""
    low, lex = view.low, view.lex
    if lex.genitives and not low.startswith(lex.genitives, pos):
        return None
    if lex.spaced:
        return _past_words(view, pos, allowed) if lex.genitives else None
    in_code = False  # digits of a model name ("12辆ZK6105型客车") end no clause
    for at in range(pos + 1, min(view.size, pos + _NOUN_REACH)):
        last = low[at - 1]
        in_code = last.isascii() and (last.isalpha() or (in_code and last.isdecimal()))
        if last in _CLAUSE_MARKS and not in_code:
            return None
        found = _countable(lex.after.at(low, at), allowed)
        if found is not None:
            return found
    return None


def _past_words(view: View, pos: int, allowed: list[str]) -> str | None:
    """Return the first counted thing that one of the next few words begins with."""
    low = view.low
    for _ in range(4):
        at = low.find(" ", pos, pos + _NOUN_REACH)
        if at < 0 or any(mark in low[pos:at] for mark in _CLAUSE_MARKS):
            return None
        pos = at + 1
        found = _countable(view.lex.after.at(low, pos), allowed)
        if found is not None:
            return found
    return None


def _noun_before(view: View, pos: int, allowed: list[str]) -> str | None:
    """Return what a measure word counts, where the noun stands before the number ("버스 140대")."""
    low, table = view.low, view.lex.after
    particles = view.lex.noun_particles
    at = _past_first_number(low, view.left(pos))
    stop = max(0, at - _NOUN_REACH)
    for word in view.lex.noun_stops:  # "장관 등 15명": others as well
        stop = max(stop, low.rfind(word, stop, at) + 1)
    while at > stop and low[at - 1] not in _CLAUSE_MARKS:
        hit = table.before(low, at)
        found = _countable(hit, allowed)
        if (
            hit is not None
            and found is not None
            and at - hit[0] > 1
            and (not particles or low[at : _word_end(low, at)] in particles)
        ):
            return found
        at -= 1
    return None


def _past_first_number(low: str, pos: int) -> int:
    """Return where the first number of a range begins, of which the second begins at a place."""
    is_second = pos > 0 and low[pos - 1] in DASHES
    first = _FIGURE.search(low, max(0, pos - _NOUN_REACH), pos - 1) if is_second else None
    return first.start() if first else pos


def _word_end(low: str, pos: int) -> int:
    end = pos
    while end < len(low) and end - pos < _NOUN_REACH and low[end].isalpha():
        end += 1
    return end
