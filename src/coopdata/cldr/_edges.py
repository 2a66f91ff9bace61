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

    __slots__ = ("_by_one", "_by_two", "_one", "_two", "_without")

    def __init__(self, pairs: Iterable[tuple[str, Entry]], side: Literal["start", "end"]) -> None:
        self._two, self._one = _CUTS[side]
        found: dict[str, list[Entry]] = {}
        for text, entry in sorted(pairs, key=lambda pair: -len(pair[0])):
            found.setdefault(text[self._two], []).append(entry)
        self._without = tuple(found.pop("", ()))
        self._by_one = {
            key: (*entries, *self._without) for key, entries in found.items() if len(key) == 1
        }
        self._by_two = {
            key: (*entries, *self._by_one.get(key[self._one], self._without))
            for key, entries in found.items()
            if len(key) > 1
        }

    def near(self, text: str) -> tuple[Entry, ...]:
        """Return the entries whose text may stand at that end of `text`, the longest text first.

        None that stands there is left out; of those that are returned some do not stand there.
        """
        found = self._by_two.get(text[self._two])
        return self._by_one.get(text[self._one], self._without) if found is None else found
