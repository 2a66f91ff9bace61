"""A page for reading: a text with every mention marked, and beside it what it says.

Without a script every value is still in a title, and every fact leads to its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .._printing.words import LANGUAGES
from .._text.offsets import Offsets
from ..model import Article, Fact, Mention
from ._cite import source_of
from ._html import quoted
from ._page_parts import (
    Told,
    fact_tags,
    link_to,
    mention_data,
    offered,
    page,
    say,
    shared_words,
    spans_of,
    switches,
    text_block,
)
from ._page_script import KINDS_SCRIPT
from ._systems import in_units

__all__ = ["article_page", "text_page"]

#: What stands for the id of a text that is no article.
_NO_ARTICLE: Final = ""


def article_page(article: Article, *, locale: str = "en") -> str:
    """Return an article as a page of its own, with its facts."""
    return _page(
        title=article.title or article.id,
        source=source_of(article, locale=locale),
        name=article.id,
        language=article.language,
        text=article.text,
        mentions=article.mentions,
        facts=article.facts if article.dataset is not None else (),
        locale=locale,
    )


def text_page(
    text: str, mentions: Sequence[Mention], *, language: str, title: str = "", locale: str = "en"
) -> str:
    """Return any text with its mentions as a page of its own."""
    return _page(
        title=title or "coopdata",
        source="",
        name=_NO_ARTICLE,
        language=language,
        text=text,
        mentions=mentions,
        facts=(),
        locale=locale,
    )


def _page(
    *,
    title: str,
    source: str,
    name: str,
    language: str,
    text: str,
    mentions: Sequence[Mention],
    facts: Sequence[Fact],
    locale: str,
) -> str:
    languages = offered(locale, LANGUAGES)
    reader = languages[0]
    units = in_units(mentions, facts)
    told = {one: shared_words(one, mentions, facts, units) for one in languages}
    words, place = told[reader], Offsets(text, "surrogatepass")
    marked = text_block(text, mentions, facts, words["values"], language=language)
    return page(
        title=title,
        title_language=language,
        source=source,
        language=reader,
        bar=f'<div class="bar needs-script">{switches(words, languages)}{_kinds(words)}</div>',
        body=(
            f'<main id="page-main" class="reader{"" if facts else " alone"}">'
            f"{marked}{_facts(words, facts)}</main>\n"
        ),
        data={
            "mentions": [mention_data(one, place) for one in mentions],
            "facts": [
                {
                    "id": fact.id,
                    "kind": fact.kind,
                    "status": fact.status,
                    "spans": spans_of(fact, {name: 0}, [place]),
                }
                for fact in facts
            ],
            "units": units.at,
            "languages": told,
        },
        words=words,
        script=KINDS_SCRIPT,
    )


def _kinds(words: Told) -> str:
    """Return the switches of the kinds, each in the colour of its marks."""
    boxes = "".join(
        f'<label class="{quoted(kind)}"><input type="checkbox" value="{quoted(kind)}" checked>'
        f"{say(words, 'kinds', kind)}</label>"
        for kind in words["kinds"]
    )
    legend = say(words, "labels", "mentions")
    return f'<fieldset class="kinds"><legend>{legend}</legend>{boxes}</fieldset>' if boxes else ""


def _facts(words: Told, facts: Sequence[Fact]) -> str:
    if not facts:
        return ""
    listed = "".join(
        f"<li>{_fact(words, fact, at)}{fact_tags(words, fact, at)}</li>"
        for at, fact in enumerate(facts)
    )
    return (
        f'<aside aria-labelledby="page-facts"><h2 id="page-facts">{say(words, "labels", "facts")}'
        f'<span class="many">{len(facts)}</span></h2><ol class="facts">{listed}</ol></aside>'
    )


def _fact(words: Told, fact: Fact, at: int) -> str:
    more = f' class="said" dir="auto" data-fact="{at}" href="{link_to(fact)}"'
    return say(words, "facts", at, "a", f'{more} lang="{quoted(words["spoken"])}"')
