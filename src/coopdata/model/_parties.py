"""Who and what the articles name: organisations, people, places, products."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from attrs import field, frozen

from .._checked import Checked
from .._fixed import texts, tuple_of
from .._viewed import Viewed
from ..errors import InvalidValueError
from ..values import Period
from ._citations import STATED, Basis, Citation, citations
from ._kinds import LinkKind, NameKind

__all__ = ["Link", "Name", "Organisation", "Party", "Person", "Place", "Product"]


@frozen(kw_only=True)
class Name(Checked):
    """A name as one language writes it (`language`: BCP 47)."""

    text: str
    language: str


@frozen(kw_only=True)
class Link(Checked):
    """A standing tie from the party that holds it to another.

    Attributes:
        kind: One of `LINK_KINDS`.
        party: Id of the other party.
        title: An office in the article's words ("Премьер-министр КНР"); empty where there is none.
        period: When it held, as far as the articles tell: the time of the article for an office,
            ``1994/..`` for what has been so since 1994; `None` where nothing dates it.
    """

    kind: LinkKind
    party: str
    title: str = ""
    period: Period | None = None


def _names(given: Iterable[Name]) -> tuple[Name, ...]:
    return tuple_of(Name, given)


def _links(given: Iterable[Link]) -> tuple[Link, ...]:
    return tuple_of(Link, given)


@frozen(kw_only=True)
class Party(Viewed, Checked):
    """What every party has; records are always one of the subclasses.

    Attributes:
        id: Slug, unique among all parties.
        names: As the articles write it and in English.
        aliases: Other strings by which the articles call it.
        links: Ties to other parties.
        citations: Where the articles name it, once for each kind of statement made of it.
        basis: `stated`, unless the record adds something the text does not say.
    """

    #: What it is.
    kind: ClassVar[NameKind]
    id: str
    names: tuple[Name, ...] = field(converter=_names)
    aliases: tuple[str, ...] = field(default=(), converter=texts)
    links: tuple[Link, ...] = field(default=(), converter=_links)
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    basis: Basis = STATED

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if not self.names:
            raise InvalidValueError(self.names, "a party has a name")

    def name(self, language: str = "en") -> str:
        """Return the name in `language`, else the English one, else the first."""
        by_language = {name.language: name.text for name in reversed(self.names)}
        return by_language.get(language) or by_language.get("en") or self.names[0].text

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every string by which the party goes, without repeats."""
        return tuple(dict.fromkeys([*(name.text for name in self.names), *self.aliases]))


@frozen(kw_only=True)
class Organisation(Party):
    """A company, plant, holding, ministry, agency or association.

    Attributes:
        legal_form: As written: ``"ТОО"``, ``"Co., ltd"``; empty where not stated.
        country: ISO 3166-1 alpha-2 of its seat; empty where neither stated nor plain.
    """

    kind: ClassVar[NameKind] = "organisation"
    legal_form: str = ""
    country: str = ""


@frozen(kw_only=True)
class Person(Party):
    """A human being; offices are links with a title.

    Attributes:
        country: ISO 3166-1 alpha-2 of the state or firm spoken for; empty where open.
    """

    kind: ClassVar[NameKind] = "person"
    country: str = ""


@frozen(kw_only=True)
class Place(Party):
    """A country, a region, a town or a site.

    Attributes:
        country: ISO 3166-1 alpha-2; for a country, its own code; empty for wider areas.
        region: ISO 3166-2 code, for a region and what lies in one; may be empty.
        level: ``area`` (wider than a country), ``country``, ``region`` (one with a code
            of ISO 3166-2), ``district`` (inside one), ``town`` or ``site``.
    """

    kind: ClassVar[NameKind] = "place"
    country: str = ""
    region: str = ""
    level: Literal["area", "country", "region", "district", "town", "site"] = "town"

    @property
    def code(self) -> str:
        """Its own code, of a country or a region; empty where it has none."""
        return {"country": self.country, "region": self.region}.get(self.level, "")


@frozen(kw_only=True)
class Product(Party):
    """A brand, a model or a class of goods.

    Attributes:
        level: ``brand``, ``model``, ``class`` of goods; ``material`` that goods are made of, or
            ``method`` by which they are made.
    """

    kind: ClassVar[NameKind] = "product"
    level: Literal["brand", "model", "class", "material", "method"] = "class"
