"""The records: articles, parties, mentions, citations and the facts they add up to.

Records are frozen, keyword-only and hold tuples; they refer to one another by id, so that each can
be read, compared and serialised alone. What is wrong with a record by itself is refused when it is
made; `Dataset` resolves the ids, and checks what needs more than one record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from attrs import field, frozen

from ._checked import Checked
from ._fixed import texts, tuple_of
from .errors import InvalidValueError, SeedError, shown
from .values import Measure, Period, Span

if TYPE_CHECKING:
    from .dataset import Dataset

__all__ = [
    "BASES",
    "FACT_KINDS",
    "FORMAT",
    "LINK_KINDS",
    "MENTION_KINDS",
    "ROLES",
    "STATUSES",
    "Article",
    "Basis",
    "BasisKind",
    "Change",
    "Citation",
    "Fact",
    "FactKind",
    "Involvement",
    "Link",
    "LinkKind",
    "Mention",
    "MentionKind",
    "Name",
    "NameMention",
    "Organisation",
    "Party",
    "Person",
    "Place",
    "Product",
    "Role",
    "Status",
    "in_order",
]

#: What a serialised dataset says of its own form.
FORMAT: Final = "coopdata/1"
Change = Literal["increase", "decrease"]
MentionKind = Literal[
    "number",
    "money",
    "percent",
    "quantity",
    "rate",
    "duration",
    "ratio",
    "ordinal",
    "period",
]
MENTION_KINDS: Final[tuple[MentionKind, ...]] = get_args(MentionKind)
Status = Literal["actual", "target", "planned", "proposed"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
BasisKind = Literal["stated", "inferred", "derived"]
BASES: Final[tuple[BasisKind, ...]] = get_args(BasisKind)
FactKind = Literal[
    "investment",
    "trade",
    "production",
    "capacity",
    "localisation",
    "export",
    "supply",
    "project",
    "programme",
    "contract",
    "cooperation",
    "visit",
    "meeting",
    "founding",
    "launch",
    "milestone",
    "membership",
    "network",
    "product_range",
    "presence",
    "assistance",
    "award",
    "opinion",
    "publication",
]
FACT_KINDS: Final[tuple[FactKind, ...]] = get_args(FactKind)
Role = Literal[
    "investor",
    "recipient",
    "producer",
    "customer",
    "supplier",
    "exporter",
    "importer",
    "partner",
    "host",
    "guest",
    "owner",
    "member",
    "founder",
    "subject",
    "product",
    "venue",
    "market",
    "source",
]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
LinkKind = Literal[
    "part_of",
    "subsidiary_of",
    "joint_venture_of",
    "partner_of",
    "investor_in",
    "operated_by",
    "head_of",
    "deputy_head_of",
    "chair_of",
    "member_of",
    "located_in",
    "made_by",
]
LINK_KINDS: Final[tuple[LinkKind, ...]] = get_args(LinkKind)


@frozen(kw_only=True)
class Citation(Checked):
    """The words that support a record: an article, a span in it, and the words themselves.

    W3C Web Annotation calls these a text position selector and a text quote selector.
    """

    article_id: str
    start: int
    end: int
    quote: str

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if len(self.span) != len(self.quote):
            raise InvalidValueError(self, "a citation's quote is as long as its span")

    @property
    def span(self) -> Span:
        """The cited stretch of the article's text."""
        return Span(start=self.start, end=self.end)


def _citations(given: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple_of(Citation, given)


@frozen(kw_only=True)
class Basis(Checked):
    """How a record follows from the text.

    Attributes:
        kind: ``stated``, ``inferred`` or ``derived``.
        rule: The reasoning, in words; empty for what is stated.
        sources: Ids of the facts that an inference or a computation starts from.
    """

    kind: BasisKind = "stated"
    rule: str = ""
    sources: tuple[str, ...] = field(default=(), converter=texts)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if (self.kind == "stated") == bool(self.rule):
            raise InvalidValueError(self, "what is inferred or derived names its rule")


STATED: Final = Basis()


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
    """

    kind: LinkKind
    party: str
    title: str = ""


def _names(given: Iterable[Name]) -> tuple[Name, ...]:
    return tuple_of(Name, given)


def _links(given: Iterable[Link]) -> tuple[Link, ...]:
    return tuple_of(Link, given)


@frozen(kw_only=True)
class Party(Checked):
    """What every party has; records are always one of the subclasses.

    Attributes:
        id: Slug, unique among all parties.
        names: As the articles write it and in English.
        aliases: Other strings by which the articles call it.
        links: Ties to other parties.
        citations: Where the articles name it, once for each kind of statement made of it.
        basis: `stated`, unless the record adds something the text does not say.
    """

    id: str
    names: tuple[Name, ...] = field(converter=_names)
    aliases: tuple[str, ...] = field(default=(), converter=texts)
    links: tuple[Link, ...] = field(default=(), converter=_links)
    citations: tuple[Citation, ...] = field(default=(), converter=_citations)
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

    legal_form: str = ""
    country: str = ""


@frozen(kw_only=True)
class Person(Party):
    """A human being; offices are links with a title.

    Attributes:
        country: ISO 3166-1 alpha-2 of the state or firm spoken for; empty where open.
    """

    country: str = ""


@frozen(kw_only=True)
class Place(Party):
    """A country, a region, a town or a site.

    Attributes:
        country: ISO 3166-1 alpha-2; for a country, its own code; empty for wider areas.
        region: ISO 3166-2 code, for a region and what lies in one; may be empty.
        level: ``area`` (wider than a country), ``country``, ``region``, ``town`` or ``site``.
    """

    country: str = ""
    region: str = ""
    level: Literal["area", "country", "region", "town", "site"] = "town"


@frozen(kw_only=True)
class Product(Party):
    """A brand, a model or a class of goods.

    Attributes:
        level: ``brand``, ``model`` or ``class``.
    """

    level: Literal["brand", "model", "class"] = "class"


@frozen(kw_only=True)
class Mention(Checked):
    """A quantity or a period in running text: where it stands and what it says.

    Attributes:
        span: Minimal: number, scale word, unit; hedges and prepositions stay outside.
        kind: One of `MENTION_KINDS`.
        value: What was read; a hedge outside the span is in the value's relation.
        why: The reading rule that produced it.
        change: ``increase`` or ``decrease`` where the value is a change, not a level.
        mod: ``by``, ``early``, ``mid``, ``late`` … where a period is so narrowed.
        counted: The counted noun in its own words, where the curated list lacks it.
        carried: Whether the unit was carried over from elsewhere in the sentence.
        minor: Found, but of no weight of its own ("first", "today").
    """

    span: Span
    kind: MentionKind
    value: Measure | Period
    why: str = ""
    change: Change | None = None
    mod: str | None = None
    counted: str | None = None
    carried: bool = False
    minor: bool = False

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if (self.kind == "period") is not isinstance(self.value, Period):
            raise InvalidValueError(self, "a mention of a period, and no other, holds a Period")


def in_order(mentions: Sequence[Mention], where: str) -> None:
    """Refuse mentions that cover nothing, overlap or are out of order, and name each.

    What shows or compares mentions can then go through a text once, and is never longer than the
    text and its mentions are.
    """
    problems = [
        f"{one.span} covers no words; leave the mention out"
        for one in mentions
        if not len(one.span)
    ] + [
        f"{one.span} overlaps {other.span} or stands behind it; keep one of them, or sort"
        for one, other in pairwise(mentions)
        if other.span.start < one.span.end
    ]
    if problems:
        raise SeedError(where, tuple(f"mentions: {problem}" for problem in problems))


@frozen(kw_only=True)
class NameMention(Checked):
    """A place in the text where a party is named."""

    span: Span
    party: str


@frozen(kw_only=True)
class Involvement(Checked):
    """A party and the role it has in a fact."""

    party: str
    role: Role


def _mentions(given: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple_of(Mention, given)


def _name_mentions(given: Iterable[NameMention]) -> tuple[NameMention, ...]:
    return tuple_of(NameMention, given)


def _involvements(given: Iterable[Involvement]) -> tuple[Involvement, ...]:
    return tuple_of(Involvement, given)


@frozen(kw_only=True)
class Article(Checked):
    """One source document, its metadata and everything marked in it.

    Attributes:
        id: Slug.
        file: Name of the text file it was read from.
        language: BCP 47.
        publisher: Who published it, as far as the text tells.
        title: The headline; empty where the text has none.
        place: Id of the place of writing; empty where the text has none.
        published: When; `published_basis` says whether that is stated or inferred, and from what.
        text: The whole text, byte for byte (UTF-8) as given.
        sha256: Hex digest of the text's UTF-8 bytes.
        rights: Whose the text is.
        mentions: Every quantity and period, in text order; none overlaps another.
        names: Every place where a party is named, in text order.
    """

    id: str
    file: str
    language: str
    publisher: str
    title: str
    place: str
    published: Period
    published_basis: Basis
    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    sha256: str
    rights: str = ""
    mentions: tuple[Mention, ...] = field(
        default=(), converter=_mentions, repr=lambda them: f"<{len(them)} mentions>"
    )
    names: tuple[NameMention, ...] = field(
        default=(), converter=_name_mentions, repr=lambda them: f"<{len(them)} names>"
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        in_order(self.mentions, f"the article {shown(self.id)}")

    def quote(self, span: Span) -> str:
        """Return the words that `span` covers."""
        return span.of(self.text)

    def cite(self, style: str = "apa") -> str:
        """Return a citation: ``bibtex``, ``apa`` or ``csl-json``."""
        from .display import cite

        return cite(self, style)

    def _repr_html_(self) -> str:
        from .display import article_html

        return article_html(self)

    def __rich__(self) -> Any:
        from .display import article_rich

        return article_rich(self)


@frozen(kw_only=True)
class Fact(Checked):
    """One statement of an article, typed and cited.

    Attributes:
        id: ``<article id>.<slug>``, unique.
        kind: One of `FACT_KINDS`.
        statement: What is stated, in one English sentence.
        status: ``actual``, ``target``, ``planned`` or ``proposed``.
        citations: The words that say so; never empty.
        parties: Who is involved, and as what.
        place: Id of the place where it happens.
        period: When it holds or happens.
        measure: How much.
        horizon: By when, or within what time, a target is to be met.
        change: ``increase`` or ``decrease`` where the measure is a change.
        baseline: What the change is measured from.
        said_by: Id of the person or organisation that says so; empty for the article itself.
        basis: ``stated``, ``inferred`` or ``derived``, with the rule.
    """

    id: str
    kind: FactKind
    statement: str
    status: Status
    citations: tuple[Citation, ...] = field(converter=_citations)
    parties: tuple[Involvement, ...] = field(default=(), converter=_involvements)
    place: str = ""
    period: Period | None = None
    measure: Measure | None = None
    horizon: Measure | Period | None = None
    change: Change | None = None
    baseline: Period | Measure | None = None
    said_by: str = ""
    basis: Basis = STATED

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if not self.citations:
            raise InvalidValueError(self.citations, "a fact cites the words that support it")

    @property
    def article_id(self) -> str:
        """Id of the article that the first citation is from."""
        return self.citations[0].article_id

    def show(self, *, locale: str = "en", dataset: Dataset | None = None) -> None:
        """Print the sentence with the value marked, its source and a citation.

        Args:
            locale: In which labels and values are printed.
            dataset: Where the article is looked up; the shipped one by default.
        """
        from .display import show

        show(self, locale=locale, dataset=dataset)

    def cite(self, style: str = "apa", *, dataset: Dataset | None = None) -> str:
        """Return a citation of the article with the quoted words.

        Args:
            style: ``"bibtex"``, ``"apa"`` or ``"csl-json"``.
            dataset: Where the article is looked up; the shipped one by default.
        """
        from .display import cite

        return cite(self, style, dataset=dataset)

    def _repr_html_(self) -> str:
        from .display import fact_html

        return fact_html(self)

    def __rich__(self) -> Any:
        from .display import fact_rich

        return fact_rich(self)


def __dir__() -> list[str]:
    return sorted(__all__)
