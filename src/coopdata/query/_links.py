"""Who cooperates with whom: facts gathered by pair of parties, or of countries.

Only what the sources say is gathered: no fact that was computed, no party whose part in a fact was
inferred, no beginning at an inferred date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final, Literal

from attrs import field, frozen

from .._fixed import Record, texts
from ..errors import RecordNotFoundError, shortened
from ..model import Citation, Fact, Person, Product
from ..values import Period
from ._book import Book
from ._derived import facts_of

__all__ = ["Cooperation", "cooperations"]

#: Roles of what a fact is about or where it happens, not of who takes part in it.
_NOT_PARTNERS: Final = frozenset({"product", "venue", "source", "awarder"})

#: Of one fact: each partner with its roles, in order of appearance.
Roles = dict[str, dict[str, None]]


@frozen(kw_only=True, repr=False)
class Cooperation(Record):
    """Two parties and everything that connects them.

    Attributes:
        parties: Two party ids, or two country codes, in alphabetical order.
        roles: For each of the two, the roles it has, in order of appearance.
        kinds: The kinds of fact, in order of appearance.
        places: Ids of the places where it happens, in order of appearance.
        since: The earliest period that an actual fact states; `None` where none says.
        facts: The facts themselves.
    """

    parties: tuple[str, str]
    roles: tuple[tuple[str, ...], tuple[str, ...]]
    kinds: tuple[str, ...] = field(converter=texts)
    places: tuple[str, ...] = field(converter=texts)
    since: Period | None
    facts: tuple[Fact, ...] = field(converter=facts_of)

    def __repr__(self) -> str:
        since = "" if self.since is None else f" since {self.since}"
        parties = " and ".join(map(shortened, self.parties))
        return f"<Cooperation of {parties}: {len(self.facts)} facts{since}>"

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The words that say so, each once."""
        return tuple(dict.fromkeys(one for fact in self.facts for one in fact.citations))


def cooperations(
    facts: Iterable[Fact], book: Book, by: Literal["party", "country"]
) -> tuple[Cooperation, ...]:
    """Return a Cooperation for each pair, those with the most facts first."""
    if by not in ("party", "country"):
        raise RecordNotFoundError("kind of link", by, ("party", "country"))
    gathered: dict[tuple[str, str], list[tuple[Fact, Roles]]] = {}
    for fact in facts:
        if fact.basis.kind == "derived":
            continue
        roles: Roles = {}
        for name, role in _named(fact, book, by):
            roles.setdefault(name, {})[role] = None
        for pair in combinations(sorted(roles), 2):
            gathered.setdefault(pair, []).append((fact, roles))
    made = [_cooperation(pair, them) for pair, them in gathered.items()]
    return tuple(sorted(made, key=lambda one: (-len(one.facts), one.parties)))


def _named(fact: Fact, book: Book, by: str) -> Iterator[tuple[str, str]]:
    """Yield each partner in a fact, by id or by country, with its role."""
    for one in fact.parties:
        party = book.parties.get(one.party)
        if one.role in _NOT_PARTNERS or isinstance(party, Product):
            continue
        if f"{one.role}:{one.party}" in fact.inferred:
            continue
        if by == "country":
            if code := book.country_of(one.party):
                yield code, one.role
        elif not isinstance(party, Person) or fact.kind in ("meeting", "visit"):
            yield one.party, one.role


def _cooperation(pair: tuple[str, str], them: list[tuple[Fact, Roles]]) -> Cooperation:
    facts = [fact for fact, _ in them]
    one, other = (
        tuple(dict.fromkeys(role for _, roles in them for role in roles[side])) for side in pair
    )
    begun = [
        fact.period
        for fact in facts
        if fact.status == "actual" and fact.period is not None and fact.period.start is not None
        if "period" not in fact.inferred
    ]
    return Cooperation(
        parties=pair,
        roles=(one, other),
        kinds=tuple(dict.fromkeys(fact.kind for fact in facts)),
        places=tuple(dict.fromkeys(fact.place for fact in facts if fact.place)),
        since=min(begun, key=lambda period: period.start or dt.date.max, default=None),
        facts=tuple(facts),
    )
