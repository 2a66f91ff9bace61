"""The page for reading: the text as it is, every mention at its place, nothing that acts."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import display, extract
from coopdata.formatting import LANGUAGES
from texts import Mutator

DS = cd.load()


class Page(HTMLParser):
    """What a browser would see: the text, the marks and where they stand, ids, links, scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.marks: list[tuple[int, int]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.data = ""
        self._within: list[tuple[str, str | None]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        assert not [name for name in told if name.startswith("on")]
        assert not {"src", "srcset", "action", "data"} & set(told)
        self.tags.append(tag)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if told.get("href") else []
        if tag == "mark":
            self.marks.append((len(self.text), len(self.text)))
        if tag not in ("meta", "input", "br"):
            self._within.append((tag, told.get("id")))

    def handle_endtag(self, tag: str) -> None:
        assert self._within.pop()[0] == tag
        if tag == "mark":
            self.marks[-1] = (self.marks[-1][0], len(self.text))

    def handle_data(self, data: str) -> None:
        if ("div", "text") in self._within:
            self.text += data
        if self._within and self._within[-1] == ("script", "data"):
            self.data += data


@pytest.mark.parametrize("article", DS.articles, ids=lambda article: article.id)
def test_the_page_of_an_article_is_its_text_with_every_mention_at_its_place(
    article: cd.Article,
) -> None:
    page = Page(article.to_html(locale="ru"))

    assert article.text == page.text
    assert [(one.span.start, one.span.end) for one in article.mentions] == page.marks
    assert {f"#{fact.id}" for fact in article.facts} == set(page.links)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(article.to_html().encode()) < 200_000


def test_every_language_has_every_value_label_and_fact() -> None:
    article = DS.article("kursk-trade")
    told = json.loads(Page(article.to_html()).data)

    assert set(LANGUAGES) == set(told["languages"])
    for words in told["languages"].values():
        assert len(article.mentions) == len(words["values"])
        assert len(article.facts) == len(words["facts"])
    assert "250\u00a0000\u00a0000 долларов США" in told["languages"]["ru"]["values"]


def test_the_page_asks_for_nothing_and_says_so() -> None:
    page = DS.article("kursk-trade").to_html()

    assert "default-src 'none'" in page
    assert {"img", "link", "iframe", "object", "form", "base"}.isdisjoint(Page(page).tags)
    assert "url(" not in page
    assert "http" not in page.replace("http-equiv", "").split("<script")[0].split("</header>")[0]


HOSTILE = [
    "</script><script>alert(1)</script> 5 km",
    '"><img src=x onerror=alert(1)> $5 million',
    "\u202e5 km\u202c <!-- 6 km",
    "5 km ]]> &lt;b&gt; 7 %\x00\x08",
    "</div></main><h1>7 km",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_only_read(text: str) -> None:
    found = extract.mentions(text, locale="en")
    made = display.text_page(text, found, language="en", title=text)
    page = Page(made)

    assert 1 == page.tags.count("main") == page.tags.count("title")
    assert 2 == page.tags.count("script") == made.count("<script")
    assert {"img", "b"}.isdisjoint(page.tags)
    assert len(found) == len(page.marks)
    json.loads(page.data)


@given(seed=st.integers(0, 10**9))
def test_any_text_comes_through(seed: int) -> None:
    text, language = Mutator(seed).text()
    found = extract.mentions(text, locale=language)
    page = Page(display.text_page(text, found, language=language))

    assert len(found) == len(page.marks)
    assert [one.span.of(text) for one in found if one.span.of(text).isalnum()] == [
        page.text[start:end]
        for (start, end), one in zip(page.marks, found, strict=True)
        if one.span.of(text).isalnum()
    ]
