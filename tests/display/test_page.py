"""The page for reading: the text as it is, every mention at its place, nothing that acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import display, errors, extract
from coopdata.formatting import LANGUAGES
from html_pages import Page
from texts import Mutator

DS = cd.load()


@pytest.mark.parametrize("article", DS.articles, ids=lambda article: article.id)
def test_the_page_of_an_article_is_its_text_with_every_mention_at_its_place(
    article: cd.Article,
) -> None:
    page = Page(article.to_html(locale="ru"))

    assert [article.text] == page.texts
    assert [(0, one.span.start, one.span.end) for one in article.mentions] == page.marks
    assert {fact.id for fact in article.facts} == set(page.fact_links)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    page.check_words()


@pytest.mark.parametrize("article", DS.articles, ids=lambda article: article.id)
def test_the_place_of_a_fact_is_where_its_words_begin_or_behind_the_value_they_begin_in(
    article: cd.Article,
) -> None:
    page = Page(article.to_html())
    ends = {one.span.end for one in article.mentions}

    for fact in article.facts:
        start = fact.citations[0].start
        text, at = page.anchors[fact.id]
        assert text == 0
        assert at == start or (at > start and at in ends)


def test_the_page_of_the_longest_article_is_small() -> None:
    longest = max(DS.articles, key=lambda article: len(article.text))

    assert len(longest.to_html().encode()) < 200_000


def test_every_language_has_every_value_label_and_fact() -> None:
    article = DS.article("kursk-trade")
    told = Page(article.to_html()).data

    assert set(LANGUAGES) == set(told["languages"])
    for words in told["languages"].values():
        assert len(article.mentions) == len(words["values"])
        assert len(article.facts) == len(words["facts"])
    assert "250\u00a0000\u00a0000 долларов США" in told["languages"]["ru"]["values"]
    assert "en" == told["languages"]["fr"]["spoken"]  # no templates say facts in French


@pytest.mark.parametrize(
    ("locale", "reader"),
    [
        ("en", "en"),
        ("RU", "ru"),
        ("de_AT", "de-AT"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("pt_BR", "pt-BR"),
    ],
)
def test_a_reader_keeps_script_and_region(locale: str, reader: str) -> None:
    for made in (DS.article("kursk-trade").to_html(locale=locale), DS.to_html(locale=locale)):
        assert f'<html lang="{reader}">' in made
        assert reader == next(iter(Page(made).data["languages"]))


def test_a_locale_that_nobody_has_is_refused() -> None:
    for made in (DS.article("kursk-trade").to_html, DS.to_html):
        with pytest.raises(errors.UnknownLocaleError):
            made(locale="xq")


def test_the_page_asks_for_nothing_and_says_so() -> None:
    for made in (DS.article("kursk-trade").to_html(), DS.to_html()):
        assert "default-src 'none'" in made
        assert {"img", "link", "iframe", "object", "form", "base"}.isdisjoint(Page(made).tags)
        assert "url(" not in made
        assert "@import" not in made


HOSTILE = [
    "</script><script>alert(1)</script> 5 km",
    '"><img src=x onerror=alert(1)> $5 million',
    "\u202e5 km\u202c <!-- 6 km",
    "5 km ]]> &lt;b&gt; 7 %\x00\x08",
    "</div></main><h1>7 km",
    "5 km\r\n6 km\r7 km\n\n8 km",
    "🚜 5 km",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_only_read(text: str) -> None:
    found = extract.mentions(text, locale="en")
    made = display.text_page(text, found, language="en", title=text)
    page = Page(made)

    assert 1 == page.tags.count("main") == page.tags.count("title")
    assert 2 == page.tags.count("script") == made.count("<script")
    assert {"img", "b"}.isdisjoint(page.tags)
    assert [(0, one.span.start, one.span.end) for one in found] == page.marks
    assert [text.replace("\0", "\ufffd")] == page.texts


def test_a_text_without_mentions_has_nothing_to_switch() -> None:
    page = Page(display.text_page("nothing here", [], language="en"))

    assert "fieldset" not in page.tags
    assert "aside" not in page.tags


@given(seed=st.integers(0, 10**9))
def test_any_text_comes_through(seed: int) -> None:
    text, language = Mutator(seed).text()
    found = extract.mentions(text, locale=language)
    page = Page(display.text_page(text, found, language=language))

    assert len(found) == len(page.marks)
    assert [one.span.of(text) for one in found if one.span.of(text).isalnum()] == [
        page.texts[0][start:end]
        for (_, start, end), one in zip(page.marks, found, strict=True)
        if one.span.of(text).isalnum()
    ]
