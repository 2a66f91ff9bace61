"""A text as the grammar sees it: folded, with one language's look-ups remembered by place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from .._lexicon.dictionary import Hit, Row, Rows
from .._lexicon.language import Lexicon
from .._numbers.figures import Amount
from .cells import Row as TableRow
from .reading import Quantity

__all__ = ["MEMORY", "Take", "View", "payload", "row"]

#: A rule: it changes the reading, and may answer that it is complete (true) or why it is none.
Take = Callable[["View", Quantity], bool | str | None]

_NONE: dict[str, str] = {}
#: How many look-ups are remembered.
MEMORY = 40
#: More spaces than this set things apart.
_GAP = 8


class View:
    """The text and the lexicon together; every rule of the grammar takes one.

    Attributes:
        text: The text in its own letters.
        low: The same, folded one code point to one.
        floor: Where what is still unread begins; nothing reaches back over it.
        changed: Where the last quantity ends that something rose or fell by.
        dated: Where the last period ends.
        level: Where the second of two levels begins ("from 12 to 31 %").
        reached: Where the last word that led to a level began, the word and the level's unit.
        lex: The words of its language.
        table: What the heads of a table lend this line of it; nothing where it is none.
        cores: The numbers that were read, by where they begin; several rules ask for the same.
    """

    #: Whether somebody wants to know what the rules do.
    is_watched: ClassVar[bool] = False

    __slots__ = (
        "_after",
        "_ahead",
        "_before",
        "_behind",
        "changed",
        "cores",
        "dated",
        "floor",
        "level",
        "lex",
        "low",
        "reached",
        "size",
        "table",
        "text",
    )

    def __init__(self, text: str, low: str, lex: Lexicon) -> None:
        self.text = text
        self.low = low
        self.lex = lex
        self.floor = 0
        self.changed = 0
        self.dated = 0
        self.level = -1
        self.reached: tuple[int, str, str | None] = (-1, "", None)
        self.table: TableRow | None = None
        self.size = len(low)
        self._after: dict[int, Hit | None] = {}
        self._before: dict[int, Hit | None] = {}
        self._ahead: dict[int, Hit | None] = {}
        self._behind: dict[int, Hit | None] = {}
        self.cores: dict[int, Amount | None] = {}

    def look(self, pos: int) -> None:
        """Hear that reading goes on at `pos`; only a watched view keeps it."""

    def refuse(self, name: str) -> None:
        """Hear under which name a reading is refused; only a watched view keeps it."""

    def watched(self, rules: Iterable[Any]) -> Iterable[Take]:
        """Return the steps of the rules; those of a watched view also keep what they changed."""
        return [rule.take for rule in rules]

    def after(self, pos: int) -> Hit | None:
        """Return the end and rows of the longest form of the `after` table that begins at `pos`."""
        memory = self._after
        if pos not in memory:
            if len(memory) > MEMORY:
                memory.clear()
            hit, form = self.lex.after.at(self.low, pos), ""
            if hit is not None:
                form = self.low[pos : hit[0]]
                if ". " in form and self._ends_before(pos + form.index(". ") + 2):
                    hit = self.lex.after.at(form[: form.index(". ")], 0)
                    hit = None if hit is None else (pos + hit[0], hit[1])
                    form = "" if hit is None else self.low[pos : hit[0]]
            if hit is not None:
                lex = self.lex
                if form in lex.touching and self.low[pos - 1 : pos].isdecimal():
                    hit = self._in_case(lex.touching[form], pos, hit[0], hit[0])
                elif form in lex.cased_after:
                    hit = self._in_case(lex.cased_after[form], pos, hit[0], hit[0])
            memory[pos] = hit
        return memory[pos]

    def _ends_before(self, pos: int) -> bool:
        """Tell "5 л. С утра", where a sentence begins inside a form, from "5 л. с."."""
        word = self.text[pos : pos + 2]
        return word[:1].isupper() and word[1:] == " " and self.text[pos - 3 : pos - 2].islower()

    def before(self, pos: int) -> Hit | None:
        """Return the start and rows of the longest form of `before` that ends at `pos`."""
        memory = self._before
        if pos not in memory:
            if len(memory) > MEMORY:
                memory.clear()
            hit = self.lex.before.before(self.low, pos)
            if hit is not None and self.low[hit[0] : pos] in self.lex.cased_before:
                variants = self.lex.cased_before[self.low[hit[0] : pos]]
                hit = self._in_case(variants, hit[0], pos, hit[0])
            memory[pos] = hit
        return memory[pos]

    def _in_case(
        self, variants: Mapping[str, Rows | None], start: int, end: int, edge: int
    ) -> Hit | None:
        """Return what a form says in the letters that the text has; nothing where they do not."""
        rows = variants.get(self.text[start:end], variants[""])
        return None if rows is None else (edge, rows)

    def ahead(self, pos: int) -> Hit | None:
        """Return what `after` does behind the spaces at `pos`."""
        memory = self._ahead
        if pos not in memory:
            if len(memory) > MEMORY:
                memory.clear()
            low = self.low
            is_one = low[pos : pos + 1] == " " and low[pos + 1 : pos + 2] != " "
            memory[pos] = self.after(pos + 1 if is_one else self.right(pos))
        return memory[pos]

    def behind(self, pos: int) -> Hit | None:
        """Return what `before` does before the spaces that end at `pos`."""
        memory = self._behind
        if pos not in memory:
            if len(memory) > MEMORY:
                memory.clear()
            memory[pos] = self.before(self.left(pos))
        return memory[pos]

    def kinds_ahead(self, pos: int) -> dict[str, str]:
        """Return the kinds of the form behind the spaces at `pos`, each with its first payload."""
        hit = self.ahead(pos)
        return _NONE if hit is None else hit[1].by_kind

    def kinds_behind(self, pos: int) -> dict[str, str]:
        """Return the kinds of the form before the spaces that end at `pos`, as `kinds_ahead`."""
        hit = self.behind(pos)
        return _NONE if hit is None else hit[1].by_kind

    def right(self, pos: int) -> int:
        """Return the place after the spaces at `pos`; a line break ends a reading."""
        low = self.low
        if low[pos : pos + 1] != " ":
            return pos
        if low[pos + 1 : pos + 2] != " ":
            return pos + 1
        end = pos + _GAP
        while pos < end and low.startswith(" ", pos):
            pos += 1
        return pos

    def left(self, pos: int) -> int:
        """Return the place before the spaces that end at `pos`."""
        low = self.low
        if pos < 2 or low[pos - 1] != " ":
            return 0 if pos == 1 and low[0] == " " else pos
        if low[pos - 2] != " ":
            return pos - 1
        start = pos - _GAP if pos > _GAP else 0
        while pos > start and low[pos - 1] == " ":
            pos -= 1
        return pos

    def past_link(self, pos: int) -> int:
        """Return the place after what may link a scale to its unit ("millions d'euros")."""
        links = self.lex.scale_links
        return pos + next((len(one) for one in links if self.low.startswith(one, pos)), 0)


def row(hit: Hit | None, *kinds: str) -> Row | None:
    """Return the first row of a hit that is of one of the kinds."""
    if hit is not None:
        for found in hit[1]:
            if found[0] in kinds:
                return found
    return None


def payload(hit: Hit | None, kind: str) -> str | None:
    """Return the payload of the first row of a kind."""
    return None if hit is None else hit[1].by_kind.get(kind)
