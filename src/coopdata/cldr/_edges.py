"""Texts that another text may begin or end with, found without trying each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Generic, Literal, TypeVar

__all__ = ["Edges"]

Entry = TypeVar("Entry")

_CUTS: Final = {"start": (slice(2), slice(1)), "end": (slice(-2, None), slice(-1, None))}


class Edges(Generic[Entry]):
    """Entries by the two characters with which their own text begins, or ends.

    Args:
        pairs: The texts and what is to be found by each.
        side: At which end of a text the entries' texts stand.
    """

    __slots__ = ("_by_edge", "_one", "_two", "_without")

    def __init__(
        self, pairs: Iterable[tuple[str, Entry]], side: Literal["start", "end"]
    ) -> None:
        self._two, self._one = _CUTS[side]
        by_edge: dict[str, list[Entry]] = {}
        for text, entry in sorted(pairs, key=lambda pair: -len(pair[0])):
            by_edge.setdefault(text[self._two], []).append(entry)
        self._without = by_edge.pop("", [])
        self._by_edge = by_edge

    def near(self, text: str) -> list[Entry]:
        """Return the entries whose text may stand at that end of `text`, the longest text first.

        None that stands there is left out; of those that are returned some do not stand there.
        """
        by_edge = self._by_edge
        found = by_edge.get(text[self._two])
        single = by_edge.get(text[self._one]) if len(text) > 1 else None
        if single is None and not self._without:
            return found or []
        return [*(found or ()), *(single or ()), *self._without]
