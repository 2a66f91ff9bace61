"""The one engine that reads periods: walk pattern elements over characters.

Many ways lead through a machine (`_date_nodes`) at once: "5" may be a day, a month, a count. The
walk takes them together: a *state* is all the nodes that one shape of text leads to, where a shape
says how long a run of digits is and of which classes a name, not which number or name it is. States
are worked out when a text first has their shape and kept with the machine, so that a walk costs a
few look-ups whatever the number of patterns; the values are filled in at the end.

No pattern repeats an element, a run of white space or digits is bounded, and a name is at most as
long as the longest in the table, so that the work at a position is bounded, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

from .machine import LOOSE, MARKS, Entry, Found, Node

__all__ = ["Captures", "Walked", "fields", "walk"]

Scan: TypeAlias = "Callable[[str, int], Iterable[Found]]"
# What is captured on a way: its tag, and a value, or which of the things read holds it; of a name,
# the class and the place of the value within it.
Capture: TypeAlias = "tuple[str, int | None, int, str]"
Template: TypeAlias = "tuple[Capture, ...]"
# The classes of a name, each with how many values the name has in it.
Shape: TypeAlias = "tuple[tuple[str, int], ...]"
Way: TypeAlias = "tuple[Node, Template]"
# (things read so far, number or entry): a chain, so that readings share their beginnings.
Items: TypeAlias = "tuple[Any, Any] | None"
Captures: TypeAlias = "tuple[Template, Items]"
# Where the reading ends, what the last node says, and what was captured on the way.
Walked: TypeAlias = "tuple[int, Any, Captures]"

_DIGITS: Final = re.compile(r"\d{1,5}").match
_SPACE: Final = re.compile(r"[^\S\n]{0,4}\n?[^\S\n]{0,4}").match
# More shapes of text than this are hostile.
_MOST_STATES: Final = 5_000


class State:
    """Every way through a machine that one shape of text leads to, with what may come next.

    Attributes:
        finals: What is read where nothing follows, with what was captured.
        openers: First characters of the literals.
        has_space, has_numbers, has_names: What else may follow.
        is_mark: Whether the place itself is one of the things read.
    """

    __slots__ = (
        "_by_entry",
        "_by_literal",
        "_by_run",
        "_by_shape",
        "_space",
        "_ways",
        "depth",
        "family",
        "finals",
        "has_names",
        "has_numbers",
        "has_space",
        "is_mark",
        "openers",
    )

    def __init__(self, ways: list[Way], depth: int, family: list[None]) -> None:
        family.append(None)
        self.family = family
        self.is_mark = any(_marks(node) for node, _ in ways)
        self.depth = depth + self.is_mark
        self._ways = ways = [closed for way in ways for closed in _closed(way, depth)]
        self.finals = [(node.final, got) for node, got in ways if node.final is not None]
        self.openers = frozenset(char for node, _ in ways for char in node.literals or ())
        self.has_space = any(node.space is not None for node, _ in ways)
        self.has_numbers = any(node.numbers is not None for node, _ in ways)
        self.has_names = any(node.names is not None for node, _ in ways)
        self._space: State | None = None
        self._by_literal: dict[str, list[tuple[str, State]]] = {}
        self._by_run: dict[tuple[int, bool], list[tuple[int, State]]] = {}
        self._by_entry: dict[int, tuple[Entry, State | None]] = {}
        self._by_shape: dict[Shape, State | None] = {}

    def _next(self, ways: list[Way], pushed: int) -> State:
        return State(ways, self.depth + pushed, self.family)

    def space(self) -> State:
        """Return the state behind white space."""
        if self._space is None:
            ways = [(node.space, got) for node, got in self._ways if node.space is not None]
            self._space = self._next(ways, 0)
        return self._space

    def literals(self, char: str) -> list[tuple[str, State]]:
        """Return the literals that begin with `char`, each with the state behind it."""
        found = self._by_literal.get(char)
        if found is None:
            ways: dict[str, list[Way]] = {}
            for node, got in self._ways:
                for literal, target in (node.literals or {}).get(char, ()):
                    ways.setdefault(literal, []).append((target, got))
            found = [(literal, self._next(behind, 0)) for literal, behind in ways.items()]
            self._by_literal[char] = found
        return found

    def numbers(self, length: int, has_zero: bool) -> list[tuple[int, State]]:
        """Return how many digits of a run may be taken, each with the state behind them.

        Args:
            length: How many digits the run has.
            has_zero: Whether the first is a zero.
        """
        found = self._by_run.get((length, has_zero))
        if found is None:
            ways: dict[int, list[Way]] = {}
            for node, got in self._ways:
                for field, count, is_loose in (node.numbers or {}).get(length, ()):
                    loose = is_loose or (field.strict and field.low < count and has_zero)
                    mark: Template = ((LOOSE, 0, 0, ""),) if loose else ()
                    taken = (*got, *mark, (field.tag, None, self.depth, ""))
                    ways.setdefault(count, []).append((field.target, taken))
            found = [(count, self._next(behind, 1)) for count, behind in ways.items()]
            self._by_run[length, has_zero] = found
        return found

    def name(self, entry: Entry) -> State | None:
        """Return the state behind a name, if it may follow."""
        known = self._by_entry.get(id(entry))
        if known is not None and known[0] is entry:
            return known[1]
        shape = tuple((kind, len(values)) for kind, values in entry.items())
        if shape not in self._by_shape:
            ways = [way for node, got in self._ways for way in self._named(node, got, shape)]
            self._by_shape[shape] = self._next(ways, 1) if ways else None
        found = self._by_shape[shape]
        self._by_entry[id(entry)] = entry, found
        return found

    def _named(self, node: Node, got: Template, shape: Shape) -> Iterator[Way]:
        names = node.names or {}
        for kind, count in shape:
            for tag, target in names.get(kind, ()):
                if not tag:
                    yield target, got
                else:
                    for place in range(count):
                        yield target, (*got, (tag, place, self.depth, kind))


def _marks(node: Node) -> bool:
    return any(tag in MARKS or _marks(target) for tag, _, target in node.implied or ())


def _closed(way: Way, depth: int) -> Iterator[Way]:
    """Yield a way and all that goes on from it without consuming anything."""
    node, got = way
    yield way
    for tag, value, target in node.implied or ():
        implied = (tag, None, depth, "") if tag in MARKS else (tag, value, 0, "")
        yield from _closed((target, (*got, implied)), depth)


def fields(captures: Captures) -> list[tuple[str, int]]:
    """Return the captured fields in text order."""
    template, items = captures
    read: list[Any] = []
    while items is not None:
        items, item = items
        read.append(item)
    read.reverse()
    return [
        (tag, read[slot][kind][value] if kind else read[slot] if value is None else value)
        for tag, value, slot, kind in template
    ]


def _behind_space(text: str, here: int) -> int:
    """Return where the white space at `here` ends; more than one line break is not crossed."""
    if not text[here + 1 : here + 2].isspace():
        return here + 1
    run = _SPACE(text, here)
    return here + 1 if run is None else max(run.end(), here + 1)


def _start(root: Node) -> State:
    """Return where walks begin; states are forgotten when too many shapes of text were met."""
    start: State | None = root.start
    if start is None or len(start.family) > _MOST_STATES:
        start = root.start = State([(root, ())], 0, [])
    return start


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
    stack: list[tuple[State, int, Items]] = [(_start(root), pos, None)]
    while stack:
        state, here, items = stack.pop()
        if reached is not None:
            reached.append(here)
        if state.is_mark:
            items = items, here
        for final, template in state.finals:
            walked.append((here, final, (template, items)))
        char = text[here : here + 1]
        if char in state.openers:
            for literal, behind in state.literals(char):
                if len(literal) == 1 or text.startswith(literal, here):
                    stack.append((behind, here + len(literal), items))
        if state.has_space and char.isspace():
            stack.append((state.space(), _behind_space(text, here), items))
        if state.has_numbers and char.isdecimal():
            digits = _DIGITS(text, here)[0]  # type: ignore[index]  # there is one
            for count, behind in state.numbers(len(digits), char == "0"):
                stack.append((behind, here + count, (items, int(digits[:count]))))
        if state.has_names:
            for end, entry in names_at(text, here):
                named = state.name(entry)
                if named is not None:
                    stack.append((named, end, (items, entry)))
    return walked
