"""The keywords of a query, each named once: what it takes and which constructor of `P` it means."""

from __future__ import annotations

from typing import Final, Literal

from attrs import Factory, field, frozen

from .._fixed import Fixed

__all__ = ["KEYWORDS", "Keyword"]


@frozen
class Keyword:
    """One keyword of `where`, one option of the command line.

    Attributes:
        name: As it is written.
        takes: ``names`` (one or several), a ``period``, an ``amount``, or two ``bounds``.
        certainty: Whether it asks what is certainly so or possibly so.
        makes: The method of `P` that it means, where that has another name.
    """

    name: str
    takes: Literal["names", "period", "amount", "bounds"]
    certainty: bool = False
    makes: str = field(default=Factory(lambda one: one.name, takes_self=True))


_ALL: Final = (
    Keyword("kind", "names"),
    Keyword("party", "names"),
    Keyword("role", "names"),
    Keyword("country", "names"),
    Keyword("place", "names"),
    Keyword("status", "names"),
    Keyword("said_by", "names"),
    Keyword("basis", "names"),
    Keyword("article", "names"),
    Keyword("language", "names"),
    Keyword("unit", "names"),
    Keyword("dimension", "names"),
    Keyword("period", "period", certainty=True, makes="overlaps"),
    Keyword("within", "period"),
    Keyword("before", "period"),
    Keyword("after", "period"),
    Keyword("since", "period", certainty=True),
    Keyword("until", "period", certainty=True),
    Keyword("at_least", "amount", certainty=True),
    Keyword("more_than", "amount", certainty=True),
    Keyword("at_most", "amount", certainty=True),
    Keyword("less_than", "amount", certainty=True),
    Keyword("between", "bounds", certainty=True),
)
#: The keywords by name, in the order in which they are told.
KEYWORDS: Final = Fixed({one.name: one for one in _ALL})
