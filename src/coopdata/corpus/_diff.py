"""What changed from one dataset to the next."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, fields, frozen

from .._fixed import Record, tuple_of
from ..dataset import Dataset
from ..model import Fact

__all__ = ["Changed", "Difference", "diff"]


@frozen(kw_only=True)
class Changed(Record):
    """A fact that both have, and what it says in each.

    Attributes:
        old: The fact as it was.
        new: The fact as it is.
        fields: The names of the fields that differ.
    """

    old: Fact
    new: Fact
    fields: tuple[str, ...]


def _facts(given: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple_of(Fact, given)


@frozen(kw_only=True)
class Difference(Record):
    """What one dataset has beside another, fact by fact.

    Attributes:
        added: Facts that only the new one has.
        changed: Facts that say something else.
        withdrawn: Facts that only the old one has.
    """

    added: tuple[Fact, ...] = field(converter=_facts)
    changed: tuple[Changed, ...]
    withdrawn: tuple[Fact, ...] = field(converter=_facts)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.withdrawn)


def diff(old: Dataset, new: Dataset) -> Difference:
    """Return which facts were added, changed and withdrawn, by their ids, what is derived too.

    Examples:
        >>> from coopdata import load
        >>> bool(diff(load(), load()))
        False
    """
    before = {fact.id: fact for fact in (*old.facts, *old.derived)}
    after = {fact.id: fact for fact in (*new.facts, *new.derived)}
    names = [one.name for one in fields(Fact)]
    changed = [
        Changed(
            old=before[id],
            new=fact,
            fields=tuple(n for n in names if getattr(before[id], n) != getattr(fact, n)),
        )
        for id, fact in after.items()
        if id in before and before[id] != fact
    ]
    return Difference(
        added=[fact for id, fact in after.items() if id not in before],
        changed=tuple(changed),
        withdrawn=[fact for id, fact in before.items() if id not in after],
    )
