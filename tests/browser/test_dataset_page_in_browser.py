"""The page of a dataset in a real browser: ``python dev.py browser``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import coopdata as cd
from inspections import project as inspections
from own_datasets import hostile, many_facts, one_article, project

DS = cd.load()
PAGE = DS.to_html()
FACTS = (*DS.facts, *DS.derived)
ALL_CITED = """async (ids) => {
  const told = {};
  for (const id of ids) {
    const turned = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = "#" + encodeURIComponent(id);
    await turned;
    told[id] = [...CSS.highlights.get("cited")].map(String);
  }
  return told;
}"""
SHOWN = ".fact:not([hidden]) .said"


def shown(page: Any) -> list[str]:
    told: list[str] = page.eval_on_selector_all(SHOWN, "all => all.map(one => one.textContent)")
    return told


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_its_window(
    opened: Any, pictured: Callable[[Any, str], None], size: str, scheme: str
) -> None:
    page = opened(PAGE, size=size, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    pictured(page, f"dataset-{size}-{scheme}")
    page.evaluate("document.getElementById('page-graph').scrollIntoView()")
    pictured(page, f"graph-{size}-{scheme}")


def test_every_mention_stands_at_its_characters(opened: Any) -> None:
    page = opened(PAGE)
    texts = page.eval_on_selector_all(".text", "all => all.map(one => one.textContent)")
    words = page.eval_on_selector_all("mark", "all => all.map(one => one.textContent)")

    assert [one.text for one in DS.articles] == texts
    assert [a.quote(one.span) for a in DS.articles for one in a.mentions] == words


def test_a_link_to_a_fact_opens_at_its_sentence_and_marks_the_words_that_it_cites(
    opened: Any,
) -> None:
    page = opened(PAGE, at="#kamaz-turkey.turkish-investment")
    top = page.evaluate("document.querySelector('.at:target').getBoundingClientRect().top")
    assert 0 < top < 900
    told = page.evaluate(ALL_CITED, [one.id for one in FACTS])

    assert {one.id: [cited.quote for cited in one.citations] for one in FACTS} == told


def test_words_are_found_in_statements_and_quotes_whatever_their_case(opened: Any) -> None:
    page = opened(PAGE)
    page.fill(".search", "ТРЁХ моделей")
    assert ["production"] == [one.kind for one in FACTS if one.gloss in shown(page)]
    page.fill(".search", "semi-KNOCKED-down")
    assert 1 == len(shown(page))
    assert "1 of 135 facts" == page.inner_text(".count")
    page.select_option(".switch select", "ru")
    assert "таких записей нет" == page.inner_text(".count")
    page.fill(".search", "товарооборот")
    assert 0 < len(shown(page)) < 30
    page.click(".clear")
    assert 135 == len(shown(page))
    assert page.is_hidden(".clear")


def test_facets_narrow_together_and_say_how_many_are_left(opened: Any) -> None:
    page = opened(PAGE)
    page.check("label:has([data-say='statuses planned']) input")
    planned = [one.gloss for one in FACTS if one.status == "planned"]
    assert planned == shown(page)
    count = page.inner_text("label:has([data-say='fact_kinds production']) small")
    assert sum(one.kind == "production" for one in DS.where(status="planned")) == int(count)
    more = page.inner_text("label:has([data-say='statuses actual']) small")
    assert sum(one.status == "actual" for one in FACTS) == int(more)  # that it would add
    page.check("label:has([data-say='fact_kinds production']) input")
    assert int(count) == len(shown(page))
    assert page.locator("a[data-drawn].out").count() > 0
    page.click(".clear")
    assert page.locator("a[data-drawn].out").count() == 0


def test_a_party_of_the_drawing_shows_its_facts(opened: Any) -> None:
    page = opened(PAGE)
    page.click(".pairs a:text-is('Avtotor')")

    assert [one.gloss for one in DS.where(party="avtotor", derived=True)] == shown(page)


def test_the_keyboard_goes_through_a_drawing_and_from_it_to_the_sentence(opened: Any) -> None:
    page = opened(PAGE)
    at = "document.activeElement.dataset.drawn || ''"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(at):
            break
    first = page.evaluate(at)
    page.keyboard.press("ArrowRight")
    second = page.evaluate(at)
    assert "" != first != second != ""
    assert page.is_visible(".card")
    assert FACTS[int(second)].gloss in page.inner_text(".card")
    page.keyboard.press("Enter")
    assert page.url.endswith("#" + FACTS[int(second)].id)


def test_every_language_of_the_switch_says_every_fact(opened: Any) -> None:
    page = opened(PAGE)
    for language in ("ru", "be", "de", "kk", "ko", "tr", "zh"):
        page.select_option(".switch select", language)
        assert [one.format(locale=language) for one in FACTS] == shown(page)
        bar = page.locator("a[data-drawn]").first
        said = FACTS[int(bar.get_attribute("data-drawn"))].format(locale=language)
        assert said == bar.get_attribute("aria-label")


def test_without_a_script_every_fact_is_there_and_leads_to_its_sentence(opened: Any) -> None:
    page = opened(PAGE, script=False)

    assert 135 == page.locator(".fact:visible").count()
    assert page.locator(".filters:visible, .search:visible, .switch:visible").count() == 0
    assert page.is_visible(".note")
    assert page.eval_on_selector(".fact", "one => one.offsetWidth") > 800
    page.locator(".said").nth(20).click()
    assert page.url.endswith("#" + FACTS[20].id)


def test_it_opens_within_a_second(opened: Any) -> None:
    spent = "performance.getEntriesByType('navigation')[0].loadEventEnd"

    assert min(opened(PAGE).evaluate(spent) for _ in range(3)) < 1000


def test_on_paper_the_words_stand_and_the_switches_do_not(opened: Any) -> None:
    page = opened(PAGE, scheme="dark")
    page.emulate_media(media="print")
    paper = page.eval_on_selector("body", "one => getComputedStyle(one).backgroundColor")

    assert "rgb(255, 255, 255)" == paper
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert page.locator(".filters:visible, .search:visible, .bar:visible").count() == 0
    assert 135 == page.locator(".fact:visible").count()


@pytest.mark.parametrize(
    "dataset",
    [
        pytest.param(project, id="project"),
        pytest.param(many_facts, id="300 facts"),
    ],
)
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_dataset_of_a_user_has_the_same_page(
    opened: Any, dataset: Callable[[], cd.Dataset], size: str
) -> None:
    own = dataset()
    page = opened(own.to_html(), size=size)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(own.facts) + len(own.derived) == len(shown(page))
    page.fill(".search", "no such word anywhere")
    assert [] == shown(page)
    page.select_option(".switch select", "tr")
    told = page.evaluate(ALL_CITED, [one.id for one in own.facts[:40]])
    assert {one.id: [c.quote for c in one.citations] for one in own.facts[:40]} == told


@pytest.mark.parametrize("dataset", [cd.Dataset(), one_article()], ids=["empty", "an article"])
def test_a_dataset_without_facts_has_its_articles_and_its_languages(
    opened: Any, dataset: cd.Dataset
) -> None:
    page = opened(dataset.to_html())

    assert len(dataset.articles) == page.locator("article").count()
    page.select_option(".switch select", "de")
    assert "kein Fakt passt" == page.inner_text("[data-say='labels nothing']")


def test_a_kind_of_a_corpus_is_filtered_by_its_label_in_every_language(
    opened: Any, tmp_path: Path
) -> None:
    own = cd.corpus.build(inspections(tmp_path / "mine")) | cd.load()
    page = opened(own.to_html())
    box = page.locator("fieldset[data-name='labels kind'] label", has_text="inspection")
    box.click()
    assert [one.gloss for one in own.where(kind="inspection")] == shown(page)
    page.select_option(".switch select", "de")
    assert "Prüfung" in page.inner_text("fieldset[data-name='labels kind']")
    assert [own.facts[0].format(locale="de")] == shown(page)


@pytest.mark.parametrize("size", [1, 5_000_000])
def test_a_hostile_dataset_does_nothing(opened: Any, size: int) -> None:
    own = hostile(size)
    page = opened(own.to_html(title=own.articles[0].title))

    assert own.articles[0].text == page.eval_on_selector(".text", "one => one.textContent")
    assert page.locator("img, script[src], iframe").count() == 0
    page.select_option(".switch select", "ru")
    page.fill(".search", "<script>")
    assert 1 == len(shown(page))
    page.click(SHOWN)
    page.wait_for_function("CSS.highlights.get('cited').size > 0")
    assert page.evaluate("[...CSS.highlights.get('cited')].map(String)") == ["It sold 5 tractors"]
