"""The pages of articles and texts in a real browser: ``python dev.py browser``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import coopdata as cd
from coopdata import display, extract, formatting

DS = cd.load()
ARTICLE = DS.article("allurgroup-jac")
SIZES = ("desktop", "phone")
CITED = "CSS.highlights.has('cited') ? [...CSS.highlights.get('cited')].map(String) : []"


@pytest.mark.parametrize("article", DS.articles, ids=lambda article: article.id)
def test_every_mention_stands_at_its_characters(opened: Any, article: cd.Article) -> None:
    page = opened(article.to_html())
    assert article.text == page.eval_on_selector(".text", "one => one.textContent")
    words = page.eval_on_selector_all("mark", "all => all.map(one => one.textContent)")

    assert [article.quote(one.span) for one in article.mentions] == words


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_its_window(
    opened: Any, pictured: Callable[[Any, str], None], size: str, scheme: str
) -> None:
    page = opened(ARTICLE.to_html(), size=size, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.hover("mark.money")
    pictured(page, f"article-{size}-{scheme}")


def test_a_value_is_told_on_hover_focus_and_tap_in_the_language_that_is_chosen(
    opened: Any,
) -> None:
    page = opened(ARTICLE.to_html())
    mark = page.locator("mark.money").first
    mark.hover()
    assert "28,000,000 US dollars" in page.inner_text(".card")
    assert DS.fact("allurgroup-jac.investment").gloss in page.inner_text(".card")
    page.select_option(".switch select", "ru")
    assert "28\u00a0000\u00a0000 долларов США" in mark.get_attribute("aria-description")
    assert ARTICLE.facts[0].format(locale="ru") == page.inner_text("aside .said >> nth=0")
    mark.focus()
    assert "28\u00a0000\u00a0000 долларов США" in page.inner_text(".card")
    page.keyboard.press("Escape")
    assert page.is_hidden(".card")
    mark.click()
    assert page.is_visible(".card")


def test_a_kind_is_switched_off_and_on(opened: Any) -> None:
    page = opened(ARTICLE.to_html())
    page.uncheck("input[value=money]")
    assert page.locator("mark.money:not(.off)").count() == 0
    assert page.locator("mark.period:not(.off)").count() > 0
    page.check("input[value=money]")
    assert page.locator("mark.money.off").count() == 0


def test_a_fact_leads_to_its_sentence(opened: Any) -> None:
    page = opened(ARTICLE.to_html())
    page.click("text=The planned capacity of the CKD line")
    page.wait_for_function("CSS.highlights.get('cited').size > 0")
    cited = page.eval_on_selector_all("mark.cited", "all => all.map(one => one.textContent)")
    assert "10000 единиц/год" in cited
    assert page.url.endswith("#allurgroup-jac.capacity")
    quotes = [one.quote for one in DS.fact("allurgroup-jac.capacity").citations]
    assert quotes == page.evaluate(CITED)


@pytest.mark.parametrize("at", ["#%E0%A4%A", "#page-card", "#__proto__", "#no-such-fact", "#"])
def test_an_address_of_no_fact_opens_the_page_all_the_same(opened: Any, at: str) -> None:
    page = opened(ARTICLE.to_html(), at=at)

    assert page.evaluate(CITED) == []
    page.select_option(".switch select", "de")
    assert "de" == page.get_attribute("html", "lang")


def test_the_keyboard_reaches_every_mention(opened: Any) -> None:
    page = opened(ARTICLE.to_html())
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached |= {page.evaluate("document.activeElement.dataset.at || ''")} - {""}
    assert len(reached) == len(ARTICLE.mentions)


HOSTILE = [
    "</script><script>alert(1)</script> 5 km",
    '"><img src=https://example.org/x onerror=alert(1)> $5 million',
    "\u202e5 km\u202c <!-- <script> 6 km ]]> \0\r\n 🚜 7 km",
    "<svg onload=alert(1)> 7 %",
]


@pytest.mark.parametrize("text", [*HOSTILE, " ".join(HOSTILE) + " 5 km" * 1_000_000])
def test_a_hostile_text_does_nothing(opened: Any, text: str) -> None:
    found = extract.mentions(text[:20_000], locale="en")
    page = opened(display.text_page(text, found, language="en", title=text[:300]))
    words = page.eval_on_selector_all("mark", "all => all.map(one => one.textContent)")

    assert [one.span.of(text) for one in found] == words
    shown = page.eval_on_selector(".text", "one => one.textContent")
    assert text.replace("\0", "\ufffd") == shown
    assert page.locator("img, svg").count() == 0


def test_every_language_of_the_switch_has_words(opened: Any) -> None:
    page = opened(ARTICLE.to_html())
    for language in formatting.LANGUAGES:
        page.select_option(".switch select", language)
        assert page.inner_text("aside .said >> nth=3").strip()
        assert language == page.get_attribute("html", "lang")


def test_without_a_script_it_is_a_document(opened: Any) -> None:
    page = opened(ARTICLE.to_html(), script=False)

    assert page.is_visible(".note")
    assert "28,000,000 US dollars" == page.get_attribute("mark.money >> nth=0", "title")
    assert page.is_hidden(".switch")
    page.click("text=The planned capacity of the CKD line")
    assert page.url.endswith("#allurgroup-jac.capacity")
