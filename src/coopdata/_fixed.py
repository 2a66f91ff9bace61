"""Containers that cannot change: what is handed out is nobody's to write to.

`types.MappingProxyType` will not do: it neither pickles nor hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, NoReturn, TypeVar

__all__ = ["Fixed", "Record", "texts", "tuple_of"]

Key = TypeVar("Key")
Value = TypeVar("Value")
Item = TypeVar("Item")


class Fixed(Mapping[Key, Value]):
    """A mapping that cannot change, keeps its order, pickles, and hashes where its values do.

    Examples:
        >>> Fixed({"length": 1})
        Fixed({'length': 1})
        >>> Fixed({"length": 1}) == {"length": 1}
        True
    """

    __slots__ = ("_held",)
    _held: Mapping[Key, Value]

    def __new__(cls, held: Mapping[Key, Value]) -> Fixed[Key, Value]:
        made = super().__new__(cls)
        object.__setattr__(made, "_held", MappingProxyType(dict(held)))
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a mapping that cannot change has no {name!r} to set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a mapping that cannot change has no {name!r} to delete")

    def __getitem__(self, key: Key) -> Value:
        return self._held[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        return self._held == (other._held if isinstance(other, Fixed) else other)

    def __hash__(self) -> int:
        return hash(frozenset(self._held.items()))

    def __repr__(self) -> str:
        return f"Fixed({dict(self._held)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Fixed, (dict(self._held),)


class Record:
    """What the frozen classes of attrs have in common: `__init__` makes one once, never again.

    Without this, ``fact.__init__(...)`` would write over a record that others hold.
    """

    __slots__ = ()
    __attrs_attrs__: ClassVar[tuple[Any, ...]] = ()

    def __attrs_pre_init__(self) -> None:
        """Refuse where the first field has a value already."""
        if hasattr(self, type(self).__attrs_attrs__[0].name):
            raise TypeError(f"a record is made once; this {type(self).__name__} is made already")


def tuple_of(kind: type[Item], given: Iterable[Item]) -> tuple[Item, ...]:
    """Return what any iterable holds, all of it of one kind; a text is no list of letters.

    Raises:
        TypeError: `given` is a text or no iterable, or holds something else.
    """
    if isinstance(given, str | bytes):
        raise TypeError(f"expected several of {kind.__name__}, got {given!r:.80}")
    held = tuple(given)
    for one in held:
        if not isinstance(one, kind):
            raise TypeError(f"expected several of {kind.__name__}, got {one!r:.80} among them")
    return held


def texts(given: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that any iterable holds; see `tuple_of`."""
    return tuple_of(str, given)
