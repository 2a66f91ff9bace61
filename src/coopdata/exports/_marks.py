"""What is marked in an article, as every format of annotations needs it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ..model import Article, Mention, NameMention
from ..values import Span

__all__ = ["Mark", "marks"]


@frozen
class Mark:
    """One marked place: a value or a name.

    Attributes:
        span: In code points.
        label: Kind of mention or of name.
        says: The value as text, or the id of the party; empty for a name that nobody resolved.
    """

    span: Span
    label: str
    says: str


def marks(article: Article) -> Iterator[Mark]:
    """Yield values and names in the order of the text."""
    parties = () if article.dataset is None else article.dataset.parties
    kinds: dict[str, str] = {one.id: one.kind for one in parties}
    both: list[Mention | NameMention] = [*article.mentions, *article.names]
    for one in sorted(both, key=lambda one: one.span):
        if isinstance(one, Mention):
            yield Mark(one.span, one.kind, str(one.value))
        else:
            kind = one.kind or kinds.get(one.party, "name")
            yield Mark(one.span, kind, one.party or one.code)
