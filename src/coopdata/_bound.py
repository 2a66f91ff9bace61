"""Records that know the dataset that they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ._checked import Checked

if TYPE_CHECKING:
    from .dataset import Dataset

__all__ = ["Bound", "bind", "bound"]

Kept = TypeVar("Kept", bound="Bound")


class Bound(Checked):
    """A record that its dataset has bound to itself.

    The tie is no field: records are equal, are written and travel without it, and what is made of
    one by `attrs.evolve` has none. A record cannot change, so a copy of it is the record itself.
    """

    __slots__ = ("bound_to",)
    bound_to: Any

    def __copy__(self: Kept) -> Kept:
        return self

    def __deepcopy__(self: Kept, _: object) -> Kept:
        return self

    @property
    def dataset(self) -> Dataset | None:
        """The dataset that the record was taken from; `None` for one that was made by itself."""
        found: Dataset | None = getattr(self, "bound_to", None)
        return found


def bind(record: Bound, dataset: Dataset) -> None:
    """Tie a record to the dataset that has just made it."""
    object.__setattr__(record, "bound_to", dataset)


def bound(record: Kept, dataset: Dataset) -> Kept:
    """Return an equal record that is tied to `dataset`; the one given stays as it is."""
    made = object.__new__(type(record))
    for one in record.__attrs_attrs__:
        object.__setattr__(made, one.name, getattr(record, one.name))
    bind(made, dataset)
    return made
