"""Lines of a table, cut into their cells: by tabs, by strokes, by runs of spaces, by HTML tags."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from .._calendar.written import PeriodReading
from ..values import Period
from .reading import Evidence

__all__ = [
    "Cell",
    "Lent",
    "Row",
    "cells_of",
    "clean",
    "is_rule",
    "is_year",
    "may_hold",
    "number_in",
]

#: Bare digits with their marks, and a sign that touches them.
_NUMBER: Final = re.compile(
    r"[*_]{0,2}(?P<all>[+\u2212-]?(?P<digits>\d[\d.,'\u2019 \u00a0\u202f]*))[*_]{0,2}"
)
_DATE: Final = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SEPARATOR: Final = {
    "tab": re.compile(r"\t"),
    "pipe": re.compile(r"\|"),
    "space": re.compile("  +"),
}
_RULE: Final = frozenset("-=+|:\u2500\u2502\u253c ")
_EDGES: Final = " *_\u00a0\u202f\r\n"


class Lent(NamedTuple):
    """A unit that a head states, the scale before it, and where it stands."""

    scale: Decimal
    unit: str
    where: Evidence


class Cell(NamedTuple):
    """What is between two separators, without the white space around it."""

    start: int
    end: int


class Row(NamedTuple):
    """A line of a table.

    Attributes:
        text: The line, its separators line breaks: no reading goes from one cell to the next.
        lent: By where its digits begin, the bounds of a number alone in its cell and its unit.
        years: Where years head columns.
    """

    text: str
    lent: dict[int, tuple[int, int, Lent]]
    years: tuple[Cell, ...] = ()

    def head_of(self, start: int, end: int) -> Lent | None:
        """Return what is lent to a number, if it is all that its cell holds."""
        found = self.lent.get(start) or self.lent.get(start + 1)
        return found[2] if found is not None and found[:2] == (start, end) else None

    def year_at(self, pos: int) -> PeriodReading | None:
        """Return the year that heads a column."""
        for start, end in self.years:
            if start == pos:
                year = Period.year(int(self.text[start:end]))
                note = Evidence.HEAD_OF_COLUMN.words
                return PeriodReading(start, end, year, "year", (note,), None, False)
        return None


def may_hold(line: str) -> bool:
    """Tell whether a line may be one of a table: one look for each way to part its cells."""
    return "\t" in line or "|" in line or "  " in line or "<t" in line


def cells_of(line: str) -> tuple[str, list[Cell], str] | None:
    """Return how a line is parted, its cells and the line with breaks for separators."""
    layout = "tab" if "\t" in line else "pipe" if "|" in line else "space"
    gaps = [match.span() for match in _SEPARATOR[layout].finditer(line)]
    if layout == "space":
        gaps = [gap for gap in gaps if _sets_apart(line, *gap)]
    cells: list[Cell] = []
    pieces: list[str] = []
    start = 0
    for gap, end in gaps:
        cells.append(_trimmed(line, start, gap))
        pieces += line[start:gap], "\n" * (end - gap)
        start = end
    cells.append(_trimmed(line, start, len(line)))
    if layout == "pipe":  # a stroke at the edge of a line parts nothing
        first, last = (cell.start == cell.end for cell in (cells[0], cells[-1]))
        cells = cells[first : len(cells) - last]
    if len(cells) < 2:
        return None
    return layout, cells, "".join((*pieces, line[start:]))


def _sets_apart(line: str, start: int, end: int) -> bool:
    """Tell whether a run of spaces stands between two words, or opens the line."""
    return end < len(line) and not line[end].isspace() and not line[start - 1 : start].isspace()


def _trimmed(line: str, start: int, end: int) -> Cell:
    while start < end and line[start] in _EDGES:
        start += 1
    while end > start and line[end - 1] in _EDGES:
        end -= 1
    return Cell(start, end)


def clean(text: str) -> str:
    """Return the words of a cell, of one space between them and without marks of emphasis."""
    return " ".join(text.replace("*", "").split())


def is_rule(line: str) -> bool:
    """Tell a line that only draws: "|---|:-:|", "+----+"."""
    return "-" in line and _RULE.issuperset(line.strip())


def number_in(text: str, cell: Cell) -> tuple[int, int, int] | None:
    """Return where a number alone in its cell begins, its digits begin and it ends."""
    match = _NUMBER.fullmatch(text, *cell)
    if match is None or _DATE.fullmatch(text, *cell) is not None:
        return None
    return match.start("all"), match.start("digits"), match.end("all")


def is_year(text: str, cell: Cell) -> bool:
    """Tell four digits that may be a year."""
    return _YEAR.fullmatch(text, *cell) is not None
