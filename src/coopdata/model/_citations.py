"""What supports a record: the words that say it, and how it follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from .._checked import Checked
from .._fixed import texts, tuple_of
from .._viewed import Viewed
from ..errors import InvalidValueError
from ..values import Span
from ._kinds import BasisKind, SupportKind

__all__ = ["Basis", "Citation", "Support", "citations", "supports"]


@frozen(kw_only=True)
class Citation(Viewed, Checked):
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

    def __contains__(self, other: Citation) -> bool:
        """Tell whether the other's words are among these, where it says."""
        at = other.start - self.start
        return (
            other.article_id == self.article_id
            and at >= 0
            and self.quote[at : at + len(other.quote)] == other.quote
        )


def citations(given: Iterable[Citation]) -> tuple[Citation, ...]:
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
class Support(Checked):
    """What one part of a fact rests on: words that say it, or the reason why it holds.

    Attributes:
        part: The part, as `Fact.parts` names it: ``place``, ``measure``, ``investor:cmc``.
        citation: The tightest words that say it; `None` where no words do.
        reason: How those words are to be read ("our republic" is Tatarstan), or why the part holds
            without any; empty where the words say it outright.
    """

    part: str
    citation: Citation | None = None
    reason: str = ""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.citation is None and not self.reason:
            raise InvalidValueError(self, "a part rests on words or on a reason")

    @property
    def kind(self) -> SupportKind:
        """``stated`` outright, ``resolved`` from words that name it otherwise, or ``inferred``."""
        if self.citation is None:
            return "inferred"
        return "resolved" if self.reason else "stated"


def supports(given: Iterable[Support]) -> tuple[Support, ...]:
    return tuple_of(Support, given)
