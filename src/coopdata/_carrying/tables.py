"""Tables in a text, line by line: which head stands over a cell, and the unit that it states.

A table is a run of lines that are parted alike (tabs, strokes, runs of spaces) into as many cells,
or what stands between HTML's tags. Nothing is remembered but the heads of its columns and the line
above it, and an empty line ends it (one between a caption and its table does not); so a text may
come in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .._grammar.cells import Cell, Lent, Row, cells_of, clean, is_rule, is_year, may_hold, number_in
from .._grammar.counted import GENERIC
from .._grammar.reading import Evidence
from .._lexicon.language import Lexicon
from .heads import (
    Stated,
    caption_holds,
    counted_noun,
    is_corner,
    is_row_name,
    is_unit_head,
    row_holds,
    stated,
)

__all__ = ["Tables"]

_TAG: Final = re.compile(r"<(/?)(table|caption|thead|tbody|tfoot|tr|th|td)\b([^<>]*)>", re.I)
_INNER: Final = re.compile(r"<[^<>]*>|&nbsp;")
#: What parts cells wherever it stands; two spaces stand between sentences as well.
_WALLS: Final = frozenset({"tab", "pipe"})
#: A table of more columns is data.
_COLUMNS: Final = 64


class Tables:
    """The heads of the table that the lines so far have begun."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex
        self._above = ""  # the line before, unless it is of a table; over one empty line
        self._is_gap = False
        self._caption = ""
        self._heads: list[str] = []
        self._layout = ""
        self._has_data = False
        self._ends_in_return = False
        self._cells: list[str] = []  # of the row of HTML that goes on
        self._is_merged = False

    def row(self, line: str) -> Row | None:
        """Return what the table lends the cells of the next line; nothing where it is none."""
        if line == "\n" and self._ends_in_return:
            self._ends_in_return = False
            return None
        self._ends_in_return = line.endswith("\r")
        if may_hold(line):
            if self._layout == "html" or _TAG.search(line) is not None:
                return self._marked_up(line)
            parted = cells_of(line.rstrip())
            if parted is not None:
                return None if is_rule(line) else self._parted(line, *parted)
        elif self._layout == "html" and line.strip():
            return None
        is_empty = not line.strip()
        if not is_empty or self._layout or self._is_gap:
            self._above = line
        self._is_gap = is_empty
        self._layout = ""
        return None

    def _begin(self, layout: str) -> None:
        self._caption, self._above = self._above.strip(), ""
        self._layout, self._has_data, self._is_merged = layout, False, False
        self._heads, self._cells = [], []

    def _parted(self, line: str, layout: str, cells: list[Cell], text: str) -> Row | None:
        """Read a line whose cells are set apart by marks."""
        numbers = [number_in(line, cell) for cell in cells]
        years = [cell for cell in cells if is_year(line, cell)]
        has_other = sum(one is not None for one in numbers) > len(years)
        is_same = layout == self._layout and len(cells) == len(self._heads)
        if layout != self._layout or not (is_same or has_other):
            self._begin(layout)
            is_same = False
        words = [clean(line[cell.start : cell.end]) for cell in cells[:_COLUMNS]]
        has_other |= is_same and any(
            is_row_name(self._lex, head)
            for head, cell in zip(self._heads, cells, strict=False)
            if cell in years
        )
        if not has_other and not (self._has_data and is_same):
            if is_same and years and self._states_units():
                return None  # years, or as many as that
            old = self._heads if is_same else [""] * len(cells)
            self._heads = [", ".join(filter(None, pair)) for pair in zip(old, words, strict=False)]
            heads = tuple(years) if _go_on(line, years) else ()
            return Row(text, {}, heads) if heads or layout in _WALLS else None
        self._has_data = True
        lent: dict[int, tuple[int, int, Lent]] = {}
        for at, number in enumerate(numbers[:_COLUMNS]):
            if number is not None:
                self._lend(lent, number, at, words, is_same, is_year(line, cells[at]))
        return Row(text, lent) if lent or layout in _WALLS else None

    def _lend(
        self,
        lent: dict[int, tuple[int, int, Lent]],
        number: tuple[int, int, int],
        at: int,
        words: Sequence[str],
        is_headed: bool,
        may_be_year: bool,
    ) -> None:
        """Give the number of a cell the unit that its column, its row or the caption states."""
        start, digits, end = number
        if may_be_year and not is_headed:
            return
        head = self._heads[at] if is_headed else ""
        column = self._column(at, is_headed)
        if column is None and is_row_name(self._lex, head):
            return
        row = self._row(at, words, is_headed)
        if column is not None and row is not None and row != column:
            if (column.unit == "percent") == (row.unit == "percent"):
                return
            column, row = (column, None) if column.unit == "percent" else (None, row)
        if column is not None:
            column = self._of_what(column, words[:at])
            lent[digits] = start, end, Lent(*column, Evidence.HEAD_OF_COLUMN)
        elif row is not None:
            if row_holds(self._lex, head):
                lent[digits] = start, end, Lent(*row, Evidence.HEAD_OF_ROW)
        elif is_headed:
            above = self._corner(words) or self._caption
            if above and caption_holds(self._lex, head, above):
                caption = stated(self._lex, above)
                if caption is not None:
                    caption = self._of_what(caption, words[:at])
                    lent[digits] = start, end, Lent(*caption, Evidence.CAPTION)

    def _of_what(self, one: Stated, words: Sequence[str]) -> Stated:
        """Return what pieces and units are of, where the name of the row says it."""
        if one.unit not in GENERIC:
            return one
        name = next((word for word in words if any(map(str.isalpha, word))), "")
        unit = counted_noun(self._lex, name)
        return one if unit is None else Stated(one.scale, unit)

    def _corner(self, words: Sequence[str]) -> str:
        """Return the head over the names of the rows, where it is a unit and no name."""
        is_named = bool(words) and any(map(str.isalpha, words[0]))
        return self._heads[0] if is_named and is_corner(self._lex, self._heads[0]) else ""

    def _states_units(self) -> bool:
        return any(stated(self._lex, head) is not None for head in self._heads)

    def _column(self, at: int, is_headed: bool) -> Stated | None:
        return stated(self._lex, self._heads[at]) if is_headed else None

    def _row(self, at: int, words: Sequence[str], is_headed: bool) -> Stated | None:
        """Return what the name of the row states, or its cell in a column of units."""
        name = next((word for word in words[:at] if any(map(str.isalpha, word))), "")
        if is_headed:
            for other, head in enumerate(self._heads):
                if other != at and other < len(words) and is_unit_head(self._lex, head):
                    return stated(self._lex, f"({words[other]})")
        return stated(self._lex, name, is_row=True) if name else None

    def _marked_up(self, line: str) -> Row | None:
        """Read a line of an HTML table; a cell begins and ends in one line."""
        lent: dict[int, tuple[int, int, Lent]] = {}
        years: list[Cell] = []
        opened = 0
        name = ""
        for tag in _TAG.finditer(line):
            closes, what, more = tag[1], tag[2].lower(), tag[3].lower()
            if name:
                self._cell(line, name, Cell(opened, tag.start()), lent, years)
                name = ""
            if what == "table":
                self._begin("" if closes else "html")
            elif what == "tr":
                self._end_row()
            elif what in ("td", "th", "caption") and not closes:
                name, opened = what, tag.end()
                self._is_merged |= "span" in more
        text = _TAG.sub(lambda tag: "\n" * len(tag.group()), line)
        return Row(text, lent, tuple(years)) if lent or years else None

    def _cell(
        self,
        line: str,
        name: str,
        cell: Cell,
        lent: dict[int, tuple[int, int, Lent]],
        years: list[Cell],
    ) -> None:
        """Take one cell of HTML, or the caption."""
        words = clean(_INNER.sub(" ", line[cell.start : cell.end]))
        if name == "caption":
            self._caption = words
            return
        at = len(self._cells)
        self._cells.append(words if number_in(words, Cell(0, len(words))) is None else "")
        stripped = line[cell.start : cell.end].strip()
        start = line.find(stripped, cell.start)
        bare = Cell(start, start + len(stripped))
        number = number_in(line, bare)
        if name == "th":
            if number is not None and is_year(line, bare):
                self._cells[-1] = words
                years.append(bare)
        elif number is None or at >= _COLUMNS or self._is_merged:
            return
        else:
            self._has_data = True
            is_headed = at < len(self._heads)
            self._lend(lent, number, at, self._cells, is_headed, is_year(line, bare))

    def _end_row(self) -> None:
        """Let a row of words alone, the first, be the heads of the columns."""
        if self._cells and not self._has_data:
            self._heads = self._cells
        self._cells = []


def _go_on(line: str, years: Sequence[Cell]) -> bool:
    """Tell whether several years head columns, in their order."""
    said = [int(line[year.start : year.end]) for year in years]
    return len(said) > 1 and sorted(set(said)) in (said, said[::-1])
