"""Plain-text views: one fact in its sentence, many facts as a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from .. import formatting
from .._printing.labels import called
from ..dataset import Dataset
from ..errors import visible
from ..model import Fact, Mention, NameMention
from ..values import Measure, Period
from ._cite import article_of, quoted, source_of
from ._sentence import marked
from ._statements import home_of, language_of, said

__all__ = [
    "ARTICLES",
    "HEADINGS",
    "articles_cells",
    "cells",
    "headings",
    "mention_kind",
    "mention_value",
    "show",
    "shown",
    "table",
    "value_text",
]

#: The columns of a table of facts.
HEADINGS: Final = ("fact", "kind", "status", "basis", "value", "period", "statement")
#: The columns of a table of articles.
ARTICLES: Final = ("article", "language", "published", "publisher", "title")
_GAP: Final = "  "


def show(fact: Fact, *, locale: str = "en", dataset: Dataset | None = None) -> None:
    """Print what `shown` returns."""
    print(shown(fact, locale=locale, dataset=dataset))


def shown(fact: Fact, *, locale: str = "en", dataset: Dataset | None = None) -> str:
    """Return a fact in words: what it says, the sentence with the value marked, the source.

    Control characters are shown as their escapes, as in every view for a terminal.

    Args:
        fact: The fact.
        locale: In which the fact, labels and values are printed; its sentence in the article is
            as written. Where the reader reads that, the words that are cited come first.
        dataset: Where the article is looked up; by default the one that the fact is from, and for
            a fact that is from none the shipped one.

    Raises:
        RecordNotFoundError: the dataset does not have the article.
        MisquotedError: the article there does not have the words that are cited.
    """
    article = article_of(fact, dataset)
    one = fact.citations[0]
    place = formatting.label("view", "characters", locale=locale)
    values = [value_text(value, locale) for value in (fact.measure, fact.period) if value]
    labels = [
        called("fact", fact.kind, locale=locale, terms=home_of(fact, dataset).terms),
        formatting.label("status", fact.status, locale=locale),
    ]
    if fact.basis.kind != "stated":
        basis = formatting.label("basis", fact.basis.kind, locale=locale)
        labels.append(f"{basis}: {', '.join(fact.inferred)}" if fact.inferred else basis)
    return visible(
        "\n".join(
            [
                *_told(fact, locale, dataset),
                f"  {' · '.join([*labels[:2], *values, *labels[2:]])}",
                *([f"  = {fact.basis.rule}"] if fact.basis.kind == "derived" else []),
                f"  {marked(fact, article, one)}",
                f"  — {source_of(article, locale=locale)}",
                f"  {fact.id}: {one.article_id}, {place.format(start=one.start, end=one.end)}",
            ]
        )
    )


def _told(fact: Fact, locale: str, dataset: Dataset | None) -> tuple[str, ...]:
    """Return what a fact says; first in the words of the article, where the reader reads them.

    English readers have the curated sentence, which keeps close to the words.
    """
    sentence = said(fact, locale=locale, dataset=dataset)
    language = language_of(locale)
    if language == "en" or article_of(fact, dataset).language.partition("-")[0] != language:
        return (sentence,)
    return (quoted(fact, locale), sentence)


def value_text(value: Measure | Period | None, locale: str) -> str:
    """Return a value in a locale; nothing for none."""
    return "" if value is None else value.format(locale=locale)


def mention_kind(one: Mention | NameMention, locale: str) -> str:
    """Return the label of a mention's kind; of a name that says none, nothing."""
    if isinstance(one, Mention):
        return formatting.label("mention", one.kind, locale=locale)
    return formatting.label("party", one.kind, locale=locale) if one.kind else ""


def mention_value(one: Mention | NameMention, locale: str) -> str:
    """Return what was read: the value, or the party, or the name with its code."""
    if isinstance(one, Mention):
        return value_text(one.value, locale)
    code = f"{one.name} ({one.code})" if one.name and one.code else one.name or one.code
    return one.party or code or "…"


def headings(keys: Iterable[str], locale: str) -> tuple[str, ...]:
    """Return what the columns of a table are called in a locale."""
    return tuple(formatting.label("heading", key, locale=locale) for key in keys)


def cells(fact: Fact, locale: str, dataset: Dataset | None = None) -> tuple[str, ...]:
    """Return a fact's row under `HEADINGS`.

    Args:
        fact: The fact.
        locale: In which labels, values and the sentence are printed.
        dataset: Where parties and the article are looked up; the shipped one by default.
    """
    return (
        fact.id,
        called("fact", fact.kind, locale=locale, terms=home_of(fact, dataset).terms),
        formatting.label("status", fact.status, locale=locale),
        formatting.label("basis", fact.basis.kind, locale=locale),
        value_text(fact.measure, locale),
        value_text(fact.period, locale),
        " — ".join(_told(fact, locale, dataset)),
    )


def articles_cells(dataset: Dataset, locale: str) -> list[tuple[str, ...]]:
    """Return the rows under `ARTICLES`."""
    return [
        (one.id, one.language, one.published.format(locale=locale), one.publisher, one.title)
        for one in dataset.articles
    ]


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in plain text, its columns as wide as their widest cell."""
    lines = [
        tuple(headings),
        *(tuple(visible(" ".join(cell.split())) for cell in row) for row in rows),
    ]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    rule = _GAP.join("-" * width for width in widths)
    texts = [
        _GAP.join(
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        )
        for line in lines
    ]
    return "\n".join(line.rstrip() for line in (texts[0], rule, *texts[1:]))


def _width(text: str) -> int:
    """Return how many terminal columns a text takes: two for a wide character, none for a mark."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )
