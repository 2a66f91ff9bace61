"""The sentence around a citation, and the value in it."""

from __future__ import annotations

import re
from typing import Final

from ..model import Article, Citation, Fact
from ..values import Measure, Period, Span

__all__ = ["MARKS", "marked", "sentence", "stretches", "values_in"]

#: What stands on either side of a marked value in plain text.
MARKS: Final = ("⟦", "⟧")

#: A sentence may end here: a stop after more than one letter or digit, a space, and then something
#: that can begin one. "28 млн. долларов" goes on in lower case, "г. Костанай" has one letter.
_END: Final = re.compile(
    r"(?:(?<=[^\W_]{2})|(?<=[\d)»”\"’%]))[.!?…]+[»”\"’)]*\s+(?=[^\W_a-zа-я]|[«“\"(])"
)


def sentence(article: Article, citation: Citation) -> Span:
    """Return the sentence, or the run of sentences, that a citation stands in."""
    text = article.text
    first = text.rfind("\n", 0, citation.start) + 1
    last = text.find("\n", citation.end)
    last = len(text) if last < 0 else last
    for end in _END.finditer(text, first, last):
        if end.end() <= citation.start:
            first = end.end()
        elif end.start() + 1 >= citation.end:
            last = end.start() + len(end[0].rstrip())
            break
    while first < citation.start and text[first].isspace():
        first += 1
    while last > citation.end and text[last - 1].isspace():
        last -= 1
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
