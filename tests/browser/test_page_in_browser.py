"""The pages of articles and texts in a real browser: ``python dev.py browser``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

import coopdata as cd
from coopdata import display, extract, formatting
from own_datasets import one_article

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


MEASURED = "The pipe is 120 km long, cost $28 million and carries more than 500 litres."


def test_a_value_is_told_in_the_units_that_are_chosen_and_beside_them_as_written(
    opened: Any,
) -> None:
    found = extract.mentions(MEASURED, locale="en")
    page = opened(display.text_page(MEASURED, found, language="en"))
    mark, money = page.locator("mark.quantity").first, page.locator("mark.money")
    mark.hover()
    assert "120 kilometers" in page.inner_text(".card")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # to the text, the languages, the units
    assert "page-units" == page.evaluate("document.activeElement.id")
    assert "page-units" == page.get_by_role("combobox", name="units").get_attribute("id")
    page.select_option("#page-units", "US")
    assert "about 74.6 miles" == mark.get_attribute("aria-description")
    assert "28,000,000 US dollars" == money.get_attribute("aria-description")
    mark.focus()
    assert ["about 74.6 miles", "120 kilometer"] == [
        page.inner_text(".card b"),
        page.inner_text(".card dd >> nth=1"),
    ]
    page.select_option("#page-language", "ru")
    told = cd.Measure.about("74.6", "mile").format(locale="ru")
    assert told == mark.get_attribute("aria-description")
    assert "американские" == page.inner_text("#page-units option:checked")
    page.select_option("#page-units", "as_written")
    told = cd.Measure.exact("120", "kilometer").format(locale="ru")
    assert told == mark.get_attribute("aria-description")
    page.select_option("#page-units", "US")
    page.reload()
    assert "as_written" == page.input_value("#page-units")


def test_the_amounts_of_facts_are_told_and_found_in_the_units_that_are_chosen(
    opened: Any,
) -> None:
    base = one_article("They built 5 km of road.", ("built 5 km",))
    (fact,) = base.facts
    fact = evolve(fact, measure=cd.Measure.exact(5, "kilometer"))
    own = cd.Dataset(articles=base.articles, parties=base.parties, facts=[fact])
    page = opened(own.to_html())
    assert "5 kilometers" == page.inner_text(".tags b")
    page.select_option("#page-units", "UK")
    assert "about 3.11 miles" == page.inner_text(".tags b")
    for words, shown in (("3.11 miles", 1), ("5 kilometers", 1), ("4 miles", 0)):
        page.fill(".search", words)
        assert shown == page.locator(".fact:visible").count()


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
