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
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias

__all__ = ["Captures", "Names", "Node", "NumberField", "Walked", "fields", "walk"]

# (captures so far, tag, value): a chain, so that ways through the graph share their beginnings.
Captures: TypeAlias = "tuple[Any, str, int] | None"
# Where the reading ends, what the last node says, and what was captured on the way.
Walked: TypeAlias = "tuple[int, Any, Captures]"
# Where a name ends, and the values it has in each class of names.
Found: TypeAlias = "tuple[int, Mapping[str, tuple[int, ...]]]"
Scan: TypeAlias = "Callable[[str, int], Iterable[Found]]"

_DIGITS: Final = re.compile(r"\d{1,5}").match
_SPACE: Final = re.compile(r"[^\S\n]{0,4}\n?[^\S\n]{0,4}").match


class NumberField:
    """A run of digits that a pattern expects.

    Attributes:
        low: The fewest digits.
        high: The most digits.
        padded: Whether a leading zero is allowed where fewer digits would do.
        splits: Whether the run may be cut short, because another number follows at once.
    """

    __slots__ = ("high", "low", "padded", "splits", "tag", "target")

    def __init__(
        self, tag: str, low: int, high: int, padded: bool, splits: bool, target: Node
    ) -> None:
        self.tag = tag
        self.low = low
        self.high = high
        self.padded = padded
        self.splits = splits
        self.target = target


class Node:
    """A place between two elements: what may come next, and what is read if nothing does."""

    __slots__ = ("final", "implied", "literals", "names", "numbers", "space")

    def __init__(self) -> None:
        self.final: Any = None
        self.literals: dict[str, list[tuple[str, Node]]] | None = None
        self.numbers: list[NumberField] | None = None
        self.names: dict[str, list[tuple[str, Node]]] | None = None
        self.space: Node | None = None
        self.implied: list[tuple[str, int, Node]] | None = None

    def literal(self, text: str) -> Node:
        """Return the node behind a literal, made on first use."""
        edges = self.literals = {} if self.literals is None else self.literals
        siblings = edges.setdefault(text[0], [])
        for known, target in siblings:
            if known == text:
                return target
        siblings.append((text, Node()))
        return siblings[-1][1]

    def number(self, tag: str, low: int, high: int, *, padded: bool, splits: bool) -> Node:
        """Return the node behind a run of digits, made on first use."""
        edges = self.numbers = [] if self.numbers is None else self.numbers
        for edge in edges:
            if (edge.tag, edge.low, edge.high, edge.splits) == (tag, low, high, splits):
                return edge.target
        edges.append(NumberField(tag, low, high, padded, splits, Node()))
        return edges[-1].target

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


def walk(root: Node, text: str, pos: int, names_at: Scan, *, lenient: bool = False) -> list[Walked]:
    """Return every reading that begins at `pos`.

    Args:
        root: The machine's first node.
        text: The text, folded or lower-cased as the names are.
        pos: Where the reading begins.
        names_at: Finds the names that begin at a position.
        lenient: Take `5` for `05` and `05` for `5`.
    """
    walked: list[Walked] = []
    stack: list[tuple[Node, int, Captures]] = [(root, pos, None)]
    known: dict[int, Iterable[Found]] = {}
    while stack:
        node, here, got = stack.pop()
        if node.final is not None:
            walked.append((here, node.final, got))
        if node.implied is not None:
            stack.extend((target, here, (got, tag, value)) for tag, value, target in node.implied)
        if node.literals is not None:
            for literal, target in node.literals.get(text[here : here + 1], ()):
                if len(literal) == 1 or text.startswith(literal, here):
                    stack.append((target, here + len(literal), got))
        if node.space is not None:
            run = _SPACE(text, here)
            if run is not None and run.end() > here:
                stack.append((node.space, run.end(), got))
        if node.numbers is not None:
            run = _DIGITS(text, here)
            if run is not None:
                _numbers(node.numbers, run.group(), here, got, lenient, stack)
        if node.names is not None:
            found = known.get(here)
            if found is None:
                found = known[here] = names_at(text, here)
            for end, entry in found:
                for kind, values in entry.items():
                    for tag, target in node.names.get(kind, ()):
                        if not tag:
                            stack.append((target, end, got))
                            continue
                        stack.extend((target, end, (got, tag, value)) for value in values)
    return walked


def _numbers(
    edges: list[NumberField],
    digits: str,
    here: int,
    got: Captures,
    lenient: bool,
    stack: list[tuple[Node, int, Captures]],
) -> None:
    """Follow the edges that take a run of digits, or its first digits where they may split."""
    for edge in edges:
        for length in range(edge.low, edge.high + 1) if edge.splits else (len(digits),):
            low = 1 if lenient and edge.high == 2 else edge.low
            high = 2 if lenient and edge.high == 2 and edge.tag != "yy" else edge.high
            if not low <= length <= min(high, len(digits)):
                continue
            if digits[0] == "0" and length > 1 and edge.low == 1 and not (edge.padded or lenient):
                continue
            stack.append((edge.target, here + length, (got, edge.tag, int(digits[:length]))))
