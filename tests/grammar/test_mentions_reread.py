"""The words of each curated mention, read again by the normalizers, give the recorded value."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from attrs import evolve

from coopdata import errors, normalize
from coopdata.dataset import load
from coopdata.model import Article, Mention
from coopdata.values import Measure, Period

READERS = ("measure", "period", "number")
pytestmark = pytest.mark.skipif(
    not all(hasattr(normalize, name) for name in READERS), reason="the normalizers are not there"
)
MARKED = [(article, mention) for article in load().articles for mention in article.mentions]
_HEDGE_WORDS = 3


def name_of(mark: object) -> str:
    return mark.id if isinstance(mark, Article) else ""


def words_with_hedge(article: Article, mention: Mention) -> Iterator[str]:
    """Yield the mention's words; where its value is hedged, with one to three words before them."""
    quote = article.quote(mention.span)
    if isinstance(mention.value, Period) or mention.value.relation in ("exact", "between"):
        yield quote
        return
    before = [word.start() for word in re.finditer(r"\S+", article.text[: mention.span.start])]
    for start in reversed(before[-_HEDGE_WORDS:]):
        yield article.text[start : mention.span.end]


def reread(article: Article, mention: Mention, words: str) -> Measure | Period | None:
    """Return what the normalizers make of the words, a unit from elsewhere handed over."""
    try:
        if isinstance(mention.value, Period):
            if mention.carried:  # "the same period of last year" counts from the one before it
                earlier = [one for one in article.mentions if one.span.end <= mention.span.start]
                before = [one.value for one in earlier if isinstance(one.value, Period)][-1]
                return normalize.period(words, locale=article.language, anchor=before)
            return normalize.period(words, locale=article.language, anchor=article.published)
        found = normalize.measure(words, locale=article.language)
        if mention.carried and found.unit.startswith("unit"):  # «единиц» of what, others say
            return evolve(found, unit=mention.value.unit)
        if found.unit or not mention.value.unit:
            return found
        return normalize.measure(words, locale=article.language, unit=mention.value.unit)
    except errors.UnreadableTextError:
        return None


@pytest.mark.parametrize(("article", "mention"), MARKED, ids=name_of)
def test_the_words_of_a_mention_give_its_value(article: Article, mention: Mention) -> None:
    readings = [reread(article, mention, words) for words in words_with_hedge(article, mention)]

    assert mention.value in readings, article.quote(mention.span)


def test_numbers_in_words_are_numbers() -> None:
    for article, mention in MARKED:
        quote = article.quote(mention.span)
        if mention.kind == "number" and quote.isalpha() and isinstance(mention.value, Measure):
            assert mention.value.value == normalize.number(quote, locale=article.language)
