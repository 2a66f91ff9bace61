"""Texts that another text may begin or end with, found without trying each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Generic, Literal, TypeVar

__all__ = ["Edges"]

Entry = TypeVar("Entry")

_CUTS: Final = {"start": [slice(n) for n in (3, 2, 1)], "end": [slice(-n, None) for n in (3, 2, 1)]}


class Edges(Generic[Entry]):
    """Entries by the three characters with which their own text begins, or ends.

    Args:
        pairs: The texts and what is to be found by each.
        side: At which end of a text the entries' texts stand.
    """

    __slots__ = ("_by_edge", "_cuts", "_without")

    def __init__(self, pairs: Iterable[tuple[str, Entry]], side: Literal["start", "end"]) -> None:
        self._cuts = _CUTS[side]
        found: dict[str, list[Entry]] = {}
        for text, entry in sorted(pairs, key=lambda pair: -len(pair[0])):
            found.setdefault(text[self._cuts[0]], []).append(entry)
        self._without = tuple(found.pop("", ()))
        self._by_edge: dict[str, tuple[Entry, ...]] = {}
        for edge in sorted(found, key=len):
            shorter = self._shorter(edge) if len(edge) > 1 else self._without
            self._by_edge[edge] = (*found[edge], *shorter)

    def near(self, text: str) -> tuple[Entry, ...]:
        """Return the entries whose text may stand at that end of `text`, the longest text first.

        None that stands there is left out; of those that are returned some do not stand there.
        """
        if not self._by_edge:
            return self._without
        found = self._by_edge.get(text[self._cuts[0]])
        return self._shorter(text) if found is None else found

    def _shorter(self, text: str) -> tuple[Entry, ...]:
        by_edge, (_, two, one) = self._by_edge, self._cuts
        found = by_edge.get(text[two]) if len(text) > 2 else None
        return by_edge.get(text[one], self._without) if found is None else found
