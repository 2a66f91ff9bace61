"""Machines that read dates: nodes, what leads from one to the next, and tables of names.

A *machine* is a graph of nodes. Each edge consumes one element of a pattern: a literal, a run of
digits, a name out of a table, white space, or nothing (to note a field that the words imply).
Patterns that begin alike share their nodes. Babel's patterns compile to machines at run time
(`_date_printed`), the patterns of the language files ahead of time (`_date_compile`);
`_date_engine` walks them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

__all__ = ["BEYOND", "LOOSE", "MARKS", "SECOND", "Entry", "Found", "Names", "Node", "NumberField"]

# The values that a name has in each class of names.
Entry: TypeAlias = "Mapping[str, tuple[int, ...]]"
# Where a name ends, and its entry.
Found: TypeAlias = "tuple[int, Entry]"
# The tag of a number that is not padded as its pattern has it.
LOOSE: Final = "!"
# The tag of the place where the reading ends and what follows only completes it.
BEYOND: Final = ">"
# The tag of the place where the second of two periods begins that share what only one states.
SECOND: Final = "<"
# What is captured of these is the place itself.
MARKS: Final = frozenset({BEYOND, SECOND})


class NumberField(NamedTuple):
    """A run of digits that a pattern expects.

    Attributes:
        tag: The field that it is the value of.
        low: The fewest digits.
        high: The most digits.
        strict: Whether one digit more or less is another format: the reading is marked `LOOSE`.
        splits: Whether the run may be cut short, because another number follows at once.
        target: What follows.
    """

    tag: str
    low: int
    high: int
    strict: bool
    splits: bool
    target: Node

    def takes(self, length: int) -> Iterator[tuple[int, bool]]:
        """Yield how many digits of a run of `length` the field can take, and whether loosely."""
        if self.splits:
            yield from ((count, False) for count in range(self.low, min(self.high, length) + 1))
        elif self.low <= length <= self.high:
            yield length, False
        elif self.strict and length <= self.high:
            yield length, True


class Node:
    """A place between two elements: what may come next, and what is read if nothing does."""

    __slots__ = ("final", "implied", "literals", "names", "numbers", "space", "start")

    def __init__(self) -> None:
        self.final: Any = None
        self.literals: dict[str, list[tuple[str, Node]]] | None = None
        # by the length of the run: the field, how many digits it takes, whether loosely
        self.numbers: dict[int, list[tuple[NumberField, int, bool]]] | None = None
        self.names: dict[str, list[tuple[str, Node]]] | None = None
        self.space: Node | None = None
        self.implied: list[tuple[str, int, Node]] | None = None
        self.start: Any = None  # what `_date_engine` keeps of the walks that begin here

    def literal(self, text: str) -> Node:
        """Return the node behind a literal, made on first use."""
        edges = self.literals = {} if self.literals is None else self.literals
        siblings = edges.setdefault(text[0], [])
        for known, target in siblings:
            if known == text:
                return target
        siblings.append((text, Node()))
        return siblings[-1][1]

    def number(self, tag: str, low: int, high: int, *, strict: bool, splits: bool) -> Node:
        """Return the node behind a run of digits, made on first use."""
        for edges in (self.numbers or {}).values():
            for edge, _, _ in edges:
                if edge[:5] == (tag, low, high, strict, splits):
                    return edge.target
        return self.add_number(NumberField(tag, low, high, strict, splits, Node()))

    def add_number(self, field: NumberField) -> Node:
        """Add an edge that takes digits and return the node behind it."""
        runs = self.numbers = {} if self.numbers is None else self.numbers
        for length in range(1, 6):
            for count, is_loose in field.takes(length):
                runs.setdefault(length, []).append((field, count, is_loose))
        return field.target

    def name(self, kind: str, tag: str) -> Node:
        """Return the node behind a name of one class, made on first use."""
        edges = self.names = {} if self.names is None else self.names
        siblings = edges.setdefault(kind, [])
        for known, target in siblings:
            if known == tag:
                return target
        siblings.append((tag, Node()))
        return siblings[-1][1]

    def implies(self, tag: str, value: int) -> Node:
        """Return the node behind an element that consumes nothing."""
        edges = self.implied = [] if self.implied is None else self.implied
        for known, what, target in edges:
            if (known, what) == (tag, value):
                return target
        edges.append((tag, value, Node()))
        return edges[-1][2]


class Names:
    """Names keyed by their folded text, looked up longest first from a given position."""

    __slots__ = ("lengths", "table")

    def __init__(self, table: dict[str, dict[str, tuple[int, ...]]]) -> None:
        self.table = table
        lengths: dict[str, set[int]] = {}
        for name in table:
            lengths.setdefault(name[0], set()).add(len(name))
        self.lengths = {
            first: tuple(sorted(known, reverse=True)) for first, known in lengths.items()
        }

    def at(self, text: str, pos: int) -> list[Found]:
        """Return every name that begins at `pos`, longest first."""
        found: list[Found] = []
        for length in self.lengths.get(text[pos : pos + 1], ()):
            entry = self.table.get(text[pos : pos + length])
            if entry is not None and pos + length <= len(text):
                found.append((pos + length, entry))
        return found
