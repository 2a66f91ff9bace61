"""What supports a record: the words that say it, and how it follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from .._checked import Checked
from .._fixed import texts, tuple_of
from ..errors import InvalidValueError
from ..values import Span
from ._kinds import BasisKind

__all__ = ["Basis", "Citation", "citations"]


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
