"""Tables of words: the rows of a form, found by longest match at a place, forwards or backwards."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from .._text.words import LAST_SPACED

__all__ = ["RUN", "Hit", "Row", "Rows", "Table", "head", "is_edge", "lengths", "tail"]

#: A class and what a form stands for in it.
Row = tuple[str, str]

#: Letters that one form takes or leaves together, of scripts that space their words.
RUN: Final = re.compile(r"[^\W\d_\u2e80-\U0010ffff]+")
#: Forms that do not begin (or end) with such letters are indexed by this many characters; shorter
#: ones are just tried.
INDEXED: Final = 4
#: Lengths of forms are shipped as characters from this code point on: printable, and quick to read.
CODED: Final = 32
#: No prefix that is joined to a word is shorter.
_OPENING: Final = 2
#: Longer words are in no list.
_LONGEST: Final = 64


class Rows(tuple[Row, ...]):
    """What one form stands for: its classes with their payloads, in the order of the word list.

    Attributes:
        by_kind: The first payload of each class.
    """

    by_kind: dict[str, str]

    def __new__(cls, rows: Iterable[Row]) -> Rows:
        """Keep the rows, and the first of each class apart."""
        made = super().__new__(cls, rows)
        made.by_kind = dict(reversed(made))
        return made


#: Where the form that was found begins or ends, and what it stands for.
Hit = tuple[int, Rows]


def head(form: str) -> str:
    """Return what a form is indexed by from its beginning; nothing where it is found without."""
    word = RUN.match(form)
    if word is not None:
        return "" if word.end() == len(form) else word.group()
    return form[:INDEXED] if len(form) >= INDEXED else ""


def tail(form: str) -> str:
    """Return what a form is indexed by from its end; nothing where it is found without."""
    if RUN.match(form[-1]) is not None:
        word = RUN.findall(form)[-1]
        return "" if len(word) == len(form) else word
    return form[-INDEXED:] if len(form) >= INDEXED else ""


def lengths(forms: Iterable[str], key: Callable[[str], str]) -> dict[str, str]:
    """Return the lengths of the forms by their key, longest first, each coded as one character."""
    found: dict[str, str] = {}
    for form in forms:
        index = key(form)
        if index:
            code = chr(CODED + len(form))
            known = found.get(index, "")
            if code not in known:
                found[index] = known + code
    return {
        key: codes if len(codes) == 1 else "".join(sorted(codes, reverse=True))
        for key, codes in sorted(found.items())
    }


def is_edge(low: str, pos: int) -> bool:
    """Tell whether a word can end before, or begin at, `pos`.

    Scripts that do not space their words (Han, Kana, Hangul) have an edge at every character.
    """
    if pos <= 0 or pos >= len(low):
        return True
    before, here = low[pos - 1], low[pos]
    if here > LAST_SPACED:
        return True
    if not (before.isalpha() and here.isalpha()):
        return not (before.isalnum() and here.isalnum()) or before.isdecimal() != here.isdecimal()
    return before > LAST_SPACED or here > LAST_SPACED


class Table:
    """Rows keyed by folded form, found by the longest form that begins or ends at a place.

    A form that begins (or ends) with letters of a spaced script takes all of them, so that the word
    itself is looked up, and what is longer only for the words with which longer forms begin.

    Attributes:
        rows: What each form stands for.
        kinds: Every class of the table.
    """

    __slots__ = (
        "_ends",
        "_first_signs",
        "_fused",
        "_is_joined",
        "_last_signs",
        "_openings",
        "_starts",
        "_whole",
        "kinds",
        "rows",
    )

    def __init__(
        self,
        packed: dict[str, Any],
        *,
        whole: bool = False,
        joined: bool = False,
        fused: tuple[dict[str, str], dict[str, str]] = ({}, {}),
    ) -> None:
        rows: dict[str, Rows] = {}
        pool: dict[Rows, Rows] = {}
        for kind, payload, forms in packed["groups"]:
            one = Rows(((kind, payload),))
            if rows.keys().isdisjoint(forms):
                rows.update(dict.fromkeys(forms, one))
                continue
            for form in forms:
                if form in rows:
                    both = Rows((*rows[form], *one))
                    rows[form] = pool.setdefault(both, both)
                else:
                    rows[form] = one
        self.rows = rows
        self._whole = whole
        self._is_joined = joined
        self._starts: dict[str, str] = packed["starts"]
        self._ends: dict[str, str] = packed["ends"]
        self._first_signs: frozenset[str] = frozenset(packed["first_signs"])
        self._last_signs: frozenset[str] = frozenset(packed["last_signs"])
        self._fused = fused
        self._openings = frozenset(prefix[:_OPENING] for prefix in fused[0])
        self.kinds = frozenset(kind for kind, _, _ in packed["groups"])

    def over(self, rows: Mapping[str, Rows]) -> Table:
        """Return this table with other rows for some forms, and with forms that it lacks."""
        made = copy.copy(self)
        made.rows = {**self.rows, **rows}
        new = [form for form in rows if form not in self.rows and RUN.fullmatch(form) is None]
        made._starts = _joined(self._starts, lengths(new, head))
        made._ends = _joined(self._ends, lengths(new, tail))
        made._first_signs = self._first_signs.union(_signs({form[0] for form in new}))
        made._last_signs = self._last_signs.union(_signs({form[-1] for form in new}))
        made.kinds = self.kinds.union(kind for one in {*rows.values()} for kind, _ in one)
        return made

    def kinds_of(self, form: str) -> dict[str, str]:
        """Return the kinds of one form, each with its first payload; none where it is not here."""
        rows = self.rows.get(form)
        return {} if rows is None else rows.by_kind

    def kinds_at(self, low: str, pos: int) -> dict[str, str]:
        """Return the kinds of the longest form that begins at `pos`, as `kinds_of` does."""
        hit = self.at(low, pos)
        return {} if hit is None else hit[1].by_kind

    def at(self, low: str, pos: int) -> Hit | None:
        """Return the end and the rows of the longest form that begins at `pos`."""
        match = RUN.match(low, pos)
        if match is None:
            return self._at_sign(low, pos) if low[pos : pos + 1] in self._first_signs else None
        word = match.group()
        if word in self._starts:
            found = self._longer(low, pos, self._starts[word])
            if found is not None:
                return found
        rows = self.rows.get(word) or self.composed(word)
        if rows is not None:
            return None if self._goes_on(low, match.end()) else (match.end(), rows)
        return self._composed_on(low, match) if low[match.end() : match.end() + 1] == "'" else None

    def _composed_on(self, low: str, first: re.Match[str]) -> Hit | None:
        """Find a composed word with an apostrophe in it ("п'ятирічний")."""
        rest = RUN.match(low, first.end() + 1)
        if rest is None:
            return None
        rows = self.composed(f"{first.group()}'{rest.group()}")
        return None if rows is None else (rest.end(), rows)

    def composed(self, word: str) -> Rows | None:
        """Return what a number prefix and an adjective of measure make ("двухлетний")."""
        if word[:_OPENING] not in self._openings:
            return None
        prefixes, adjectives = self._fused
        for cut in range(_OPENING, len(word)):
            if word[:cut] in prefixes and word[cut:] in adjectives:
                return Rows((("fused", f"{prefixes[word[:cut]]}:{adjectives[word[cut:]]}"),))
        return None

    def _longer(self, low: str, pos: int, codes: str) -> Hit | None:
        room = len(low) - pos
        for code in codes:
            length = ord(code) - CODED
            if length <= room:
                rows = self.rows.get(low[pos : pos + length])
                end = pos + length
                if rows is not None and is_edge(low, end) and not self._goes_on(low, end):
                    return end, rows
        return None

    def _goes_on(self, low: str, end: int) -> bool:
        """Tell whether the word goes on behind an apostrophe ("два м'ячі")."""
        return self._is_joined and low[end : end + 1] == "'" and low[end + 1 : end + 2].isalpha()

    def _at_sign(self, low: str, pos: int) -> Hit | None:
        """Find a form that begins with a sign, or in a script that does not space its words."""
        head = low[pos : pos + INDEXED]
        if head in self._starts:
            found = self._longer(low, pos, self._starts[head])
            if found is not None:
                return found
        for size in range(min(len(head), INDEXED - 1), 0, -1):
            rows = self.rows.get(head[:size])
            if rows is not None and is_edge(low, pos + size):
                return pos + size, rows
        return None

    def before(self, low: str, pos: int) -> Hit | None:
        """Return the start and the rows of the longest form that ends at `pos`."""
        last = low[pos - 1 : pos]
        if not last.isalnum() or last.isdecimal() or last > LAST_SPACED:
            return self._before_sign(low, pos) if last in self._last_signs else None
        first = pos - _LONGEST if pos > _LONGEST else 0
        start = max(first, low.rfind(" ", first, pos) + 1)
        word = low[start:pos]
        if not word.isalpha() or word[0] > LAST_SPACED:
            start = _run_start(low, start, pos)
            word = low[start:pos]
        if word in self._ends:
            found = self._longer_before(low, pos, self._ends[word])
            if found is not None:
                return found
        rows = self.rows.get(word)
        return (start, rows) if rows is not None and self._opens(low, start, rows) else None

    def _longer_before(self, low: str, pos: int, codes: str) -> Hit | None:
        for code in codes:
            start = pos - ord(code) + CODED
            if start >= 0:
                rows = self.rows.get(low[start:pos])
                if rows is not None and self._opens(low, start, rows):
                    return start, rows
        return None

    def _before_sign(self, low: str, pos: int) -> Hit | None:
        tail = low[max(0, pos - INDEXED) : pos]
        if tail in self._ends:
            found = self._longer_before(low, pos, self._ends[tail])
            if found is not None:
                return found
        for size in range(min(len(tail), INDEXED - 1), 0, -1):
            rows = self.rows.get(tail[-size:])
            if rows is not None and self._opens(low, pos - size, rows):
                return pos - size, rows
        return None

    def _opens(self, low: str, pos: int, rows: Rows) -> bool:
        return is_edge(low, pos) and (not self._whole or _opens_word(low, pos, rows))


def _signs(edges: set[str]) -> Iterator[str]:
    return (char for char in edges if not RUN.match(char))


def _joined(codes: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """Return both indexes of lengths as one."""
    both = {**codes, **more}
    for key in codes.keys() & more.keys():
        both[key] = "".join(sorted({*codes[key], *more[key]}, reverse=True))
    return both


def _run_start(low: str, first: int, pos: int) -> int:
    """Return where, from `first` on, the letters (as of `RUN`) that end at `pos` begin."""
    start = pos
    for match in RUN.finditer(low, first, pos):
        start = match.start() if match.end() == pos else pos
    return start


def _opens_word(low: str, pos: int, rows: Rows) -> bool:
    """Tell whether a form at `pos` begins a word, or is one of those that end another ("톤당")."""
    before = low[pos - 1] if pos else " "
    kind = rows[0][0]
    if not before.isalnum() or (kind != "rate" and not low[pos].isalpha()):
        return True
    return kind == "per_tail" or (kind == "blocker" and before.isdecimal())
