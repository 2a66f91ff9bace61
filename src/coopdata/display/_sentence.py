"""The sentence around a citation, and the value in it."""

from __future__ import annotations

from typing import Final

from .._text.sentences import sentence_around
from ..model import Article, Citation, Fact
from ..values import Measure, Period, Span

__all__ = ["MARKS", "marked", "sentence", "stretches", "values_in"]

#: What stands on either side of a marked value in plain text.
MARKS: Final = ("⟦", "⟧")


def sentence(article: Article, citation: Citation) -> Span:
    """Return the sentence, or the run of sentences, that a citation stands in."""
    first, last = sentence_around(article.text, citation.start, citation.end)
    return Span(start=first, end=last)


def values_in(fact: Fact, article: Article, within: Span) -> tuple[Span, ...]:
    """Return where the fact's own values stand in a stretch of its article, in text order."""
    values: set[Measure | Period] = {
        value
        for value in (fact.measure, fact.period, fact.horizon, fact.baseline)
        if value is not None
    }
    return tuple(
        mention.span
        for mention in article.mentions
        if within.start <= mention.span.start
        and mention.span.end <= within.end
        and mention.value in values
    )


def stretches(fact: Fact, article: Article, citation: Citation) -> list[tuple[str, bool]]:
    """Return the sentence around a citation in pieces, each with whether it is marked.

    Marked are the fact's values, or the quote itself where none of them stands in it.
    """
    around = sentence(article, citation)
    spans = values_in(fact, article, citation.span) or values_in(fact, article, around)
    if not spans and citation.span != around:
        spans = (citation.span,)
    pieces, at = [], around.start
    for span in spans:
        pieces += [
            (article.text[at : span.start], False),
            (article.text[span.start : span.end], True),
        ]
        at = span.end
    return [piece for piece in (*pieces, (article.text[at : around.end], False)) if piece[0]]


def marked(fact: Fact, article: Article, citation: Citation) -> str:
    """Return the sentence around a citation with the values between `MARKS`."""
    opening, closing = MARKS
    return "".join(
        f"{opening}{piece}{closing}" if is_marked else piece
        for piece, is_marked in stretches(fact, article, citation)
    )
