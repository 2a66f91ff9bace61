"""Turn patterns that branch and join again into the rows of the smallest machine.

Patterns are first laid out as states with labelled edges, and with joins that consume nothing.
States that are reached in the same way are then told as one (the subset construction), and so are
states from which the same can follow (equal rows). Patterns never loop, so both are one pass each.
"""

from __future__ import annotations

import json
from typing import Any, Final, TypeAlias

__all__ = ["MOST_STATES", "Label", "State", "refuse_beyond", "rows"]

#: Patterns that make more states than this are a mistake, and would take all the memory there is.
MOST_STATES: Final = 50_000

# ("literal", char), ("space",), ("number", tag, low, high), ("name", kind, tag) or
# ("implied", tag, value)
Label: TypeAlias = "tuple[Any, ...]"


class State:
    """A place between two elements of a pattern."""

    __slots__ = ("edges", "final", "joins")

    def __init__(self) -> None:
        self.edges: dict[Label, State] = {}
        self.joins: list[State] = []
        self.final: set[int] = set()

    def after(self, label: Label) -> State:
        """Return the state behind an edge, made on first use."""
        return self.edges.setdefault(label, State())


def refuse_beyond(count: int) -> None:
    """Raise ValueError where patterns multiply: optional parts, alternatives, macros in macros."""
    if count > MOST_STATES:
        raise ValueError(
            f"the patterns make more than {MOST_STATES} states; "
            "write fewer macros inside macros, and fewer optional parts in a row"
        )


def _closed(states: list[State]) -> tuple[State, ...]:
    """Return the states and all that are joined to them."""
    found: dict[int, State] = {}
    waiting = list(states)
    while waiting:
        state = waiting.pop()
        if id(state) not in found:
            found[id(state)] = state
            waiting.extend(state.joins)
    return tuple(found[key] for key in sorted(found))


def rows(root: State) -> list[list[Any]]:
    """Return the machine as rows, the last being its root.

    A row holds: the rules that are read where nothing follows, the literals, the numbers, the
    names, the space, and what is implied, each with the rows behind them, or null.
    """
    listed: list[list[Any]] = []
    by_text: dict[str, int] = {}
    by_states: dict[tuple[int, ...], int] = {}

    def visit(states: tuple[State, ...]) -> int:
        key = tuple(id(state) for state in states)
        if key not in by_states:
            refuse_beyond(len(by_states))
            together: dict[Label, list[State]] = {}
            for state in states:
                for label, target in state.edges.items():
                    together.setdefault(label, []).append(target)
            edges = {
                label: visit(_closed(targets))
                for label, targets in sorted(together.items(), key=lambda edge: str(edge[0]))
            }
            row = _row(sorted({rule for state in states for rule in state.final}), edges)
            text = json.dumps(row, ensure_ascii=False)
            if text not in by_text:
                by_text[text] = len(listed)
                listed.append(row)
            by_states[key] = by_text[text]
        return by_states[key]

    if not root.edges:
        raise ValueError("the patterns are empty")
    visit(_closed([root]))
    return listed


def _row(final: list[int], edges: dict[Label, int]) -> list[Any]:
    names: dict[str, list[list[Any]]] = {}
    for label, target in edges.items():
        if label[0] == "name":
            names.setdefault(label[1], []).append([label[2], target])
    return [
        final or None,
        {label[1]: target for label, target in edges.items() if label[0] == "literal"} or None,
        [[*label[1:], target] for label, target in edges.items() if label[0] == "number"] or None,
        names or None,
        edges.get(("space",)),
        [[*label[1:], target] for label, target in edges.items() if label[0] == "implied"] or None,
    ]
