"""The one engine that reads periods: walk pattern elements over characters.

A *machine* is a graph of nodes. Each edge consumes one element of a pattern: a literal, a run of
digits, a name out of a table, white space, or nothing (to note a field that the words imply).
Patterns that begin alike share their nodes. Babel's patterns compile to machines at run time
(`_date_printed`), the patterns of the language files ahead of time (`_date_compile`).

The walk visits every way through the graph. No pattern repeats an element, a run of white space or
digits is bounded, and a name is at most as long as the longest in the table, so that the work at a
position is bounded, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

__all__ = [
    "BEYOND",
    "LOOSE",
    "Captures",
    "Names",
    "Node",
    "NumberField",
    "Walked",
    "fields",
    "walk",
]

# (captures so far, tag, value): a chain, so that ways through the graph share their beginnings.
Captures: TypeAlias = "tuple[Any, str, int] | None"
# Where the reading ends, what the last node says, and what was captured on the way.
Walked: TypeAlias = "tuple[int, Any, Captures]"
# Where a name ends, and the values it has in each class of names.
Found: TypeAlias = "tuple[int, Mapping[str, tuple[int, ...]]]"
# What a name opens: the tag it captures, if any, the value, and the node behind it.
Step: TypeAlias = "tuple[str, int, Node]"
Scan: TypeAlias = "Callable[[str, int], Iterable[Found]]"

_DIGITS: Final = re.compile(r"\d{1,5}").match
_SPACE: Final = re.compile(r"[^\S\n]{0,4}\n?[^\S\n]{0,4}").match
# The tag of a number that is not padded as its pattern has it.
LOOSE: Final = "!"
# The tag of the place where the reading ends and what follows only completes it.
BEYOND: Final = ">"


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

    __slots__ = ("final", "implied", "literals", "moves", "names", "numbers", "space")

    def __init__(self) -> None:
        self.final: Any = None
        self.literals: dict[str, list[tuple[str, Node]]] | None = None
        # by the length of the run: the field, how many digits it takes, whether loosely
        self.numbers: dict[int, list[tuple[NumberField, int, bool]]] | None = None
        self.names: dict[str, list[tuple[str, Node]]] | None = None
        self.space: Node | None = None
        # what `steps` has found, by the identity of the name's entry
        self.moves: dict[int, tuple[Mapping[str, tuple[int, ...]], list[Step]]] = {}
        self.implied: list[tuple[str, int, Node]] | None = None

    def steps(self, entry: Mapping[str, tuple[int, ...]]) -> list[Step]:
        """Return the ways on that a name opens here: tag, value and target; worked out once."""
        known = self.moves.get(id(entry))
        if known is not None and known[0] is entry:
            return known[1]
        names = self.names or {}
        found = [
            (tag, value, target)
            for kind in entry.keys() & names.keys()
            for tag, target in names[kind]
            for value in (entry[kind] if tag else (0,))
        ]
        self.moves[id(entry)] = entry, found
        return found

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


def fields(captures: Captures) -> list[tuple[str, int]]:
    """Return the captured fields in text order."""
    found: list[tuple[str, int]] = []
    while captures is not None:
        captures, tag, value = captures
        found.append((tag, value))
    found.reverse()
    return found


def _behind_space(text: str, here: int) -> int:
    """Return where the white space at `here` ends; more than one line break is not crossed."""
    if not text[here + 1 : here + 2].isspace():
        return here + 1
    run = _SPACE(text, here)
    return here + 1 if run is None else max(run.end(), here + 1)


def walk(
    root: Node, text: str, pos: int, names_at: Scan, reached: list[int] | None = None
) -> list[Walked]:
    """Return every reading that begins at `pos`.

    Args:
        root: The machine's first node.
        text: The text, folded or lower-cased as the names are.
        pos: Where the reading begins.
        names_at: Finds the names that begin at a position.
        reached: Is given every position that some pattern reaches.
    """
    walked: list[Walked] = []
    stack: list[tuple[Node, int, Captures]] = [(root, pos, None)]
    known: dict[int, Iterable[Found]] = {}
    while stack:
        node, here, got = stack.pop()
        if reached is not None:
            reached.append(here)
        if node.final is not None:
            walked.append((here, node.final, got))
        if node.implied is not None:
            for tag, value, target in node.implied:
                stack.append((target, here, (got, tag, here if tag == BEYOND else value)))
        char = text[here : here + 1]
        if not char:
            continue
        if node.literals is not None and char in node.literals:
            for literal, target in node.literals[char]:
                if len(literal) == 1 or text.startswith(literal, here):
                    stack.append((target, here + len(literal), got))
        if node.space is not None and char.isspace():
            stack.append((node.space, _behind_space(text, here), got))
        if node.numbers is not None and char.isdecimal():
            digits = _DIGITS(text, here)[0]  # type: ignore[index]  # there is one
            for field, count, is_loose in node.numbers.get(len(digits), ()):
                value = int(digits[:count])
                if is_loose or (field.strict and field.low < count and char == "0"):
                    stack.append((field.target, here + count, ((got, LOOSE, 0), field.tag, value)))
                else:
                    stack.append((field.target, here + count, (got, field.tag, value)))
        if node.names is not None:
            found = known.get(here)
            if found is None:
                found = known[here] = names_at(text, here)
            for end, entry in found:
                for tag, value, target in node.steps(entry):
                    stack.append((target, end, (got, tag, value) if tag else got))
    return walked
