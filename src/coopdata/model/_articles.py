"""An article, and what is marked in its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import field, frozen

from .._bound import Bound
from .._checked import Checked
from .._fixed import texts, tuple_of
from .._viewed import Viewed
from ..errors import InvalidValueError, MisquotedError, SeedError, UndecidedError, shown
from ..values import Measure, Period, Span
from ._citations import Basis, Citation
from ._kinds import Change, MentionKind, NameKind

if TYPE_CHECKING:
    from ._facts import Fact

__all__ = ["Article", "Mention", "NameMention", "in_order"]


@frozen(kw_only=True)
class Mention(Viewed, Checked):
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


def in_order(mentions: Sequence[Mention | NameMention], where: str) -> None:
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
class NameMention(Viewed, Checked):
    """A place in the text where a party is named, or a name that nobody has resolved.

    Attributes:
        span: The name with what belongs to it: a legal form, the word for the kind of place.
        party: Id of the party; empty where none that is known has the name.
        kind: One of `NAME_KINDS`; empty where the party says it.
        name: What was read: the place as it is known, the name of the organisation without its
            legal form, the person without title.
        code: ISO 3166-1 or 3166-2 code of a place.
        why: The reading rule that produced it.
    """

    span: Span
    party: str = ""
    kind: NameKind | None = None
    name: str = ""
    code: str = ""
    why: str = ""


def _mentions(given: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple_of(Mention, given)


def _name_mentions(given: Iterable[NameMention]) -> tuple[NameMention, ...]:
    return tuple_of(NameMention, given)


@frozen(kw_only=True)
class Article(Viewed, Bound):
    """One source document, its metadata and everything marked in it.

    Attributes:
        id: Slug.
        file: Name of the text file it was read from.
        language: BCP 47.
        publisher: Who published it; empty where the text does not tell.
        title: The headline; empty where the text has none.
        agencies: Ids of the news agencies that it says it has its news from.
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
    agencies: tuple[str, ...] = field(default=(), converter=texts)
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

    def check(self, citation: Citation) -> None:
        """Refuse a citation whose words do not stand in this text where it says.

        Raises:
            MisquotedError: other words stand there, or the citation is of another article.
        """
        text = self.text if citation.article_id == self.id else ""
        if not text.startswith(citation.quote, citation.start):
            found = citation.span.of(text)
            raise MisquotedError(self.id, citation.start, citation.quote, found)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that cite this article first, in the order of its dataset.

        Raises:
            UndecidedError: the article was not taken from a dataset.
        """
        if self.dataset is None:
            remedy = "take the article from a Dataset"
            raise UndecidedError(f"which facts the article {shown(self.id)} has", remedy)
        return self.dataset.facts_of(self)

    def cite(self, style: str = "apa", *, locale: str = "en") -> str:
        """Return a citation (``bibtex``, ``apa`` or ``csl-json``), its own words in a locale."""
        from ..display import cite

        return cite(self, style, locale=locale)

    def to_html(self, *, locale: str = "en") -> str:
        """Return a page of its own: the text with every mention marked, and its facts beside it.

        One file without any request: values in every language of `formatting.LANGUAGES`, kinds to
        switch off, a place for each fact (``#`` and its id).

        Args:
            locale: In which the page is at first.

        Examples:
            >>> from coopdata import load
            >>> page = load().article("kursk-trade").to_html()
            >>> page.startswith("<!doctype html>"), page.count("<mark ")
            (True, 16)
        """
        from ..display import article_page

        return article_page(self, locale=locale)
