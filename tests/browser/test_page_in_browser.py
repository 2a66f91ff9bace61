"""The page in a real browser, from disk and with the network cut: ``python dev.py browser``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import coopdata as cd
from coopdata import display, extract, formatting

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("COOPDATA_CHROMIUM", "/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
ARTICLE = cd.load().article("allurgroup-jac")
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Return a function that opens a page and hands it back; no request, no complaint."""
    told: list[str] = []
    contexts = []

    def opens(html: str, *, size: str = "desktop", scheme: str = "light") -> Any:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, offline=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda one: told.append(f"{one.type}: {one.text}"))
        page.on("pageerror", lambda one: told.append(f"error: {one}"))
        page.on("dialog", lambda one: (told.append(f"dialog: {one.message}"), one.dismiss()))
        page.on(
            "request",
            lambda one: None if one.url.startswith("file:") else told.append(f"asks {one.url}"),
        )
        page.goto(path.as_uri())
        return page

    yield opens
    for context in contexts:
        context.close()
    assert told == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_mention_stands_at_its_characters(opened: Any, size: str, scheme: str) -> None:
    page = opened(ARTICLE.to_html(), size=size, scheme=scheme)
    assert ARTICLE.text == page.eval_on_selector("#text", "one => one.textContent")
    words = page.eval_on_selector_all("mark", "all => all.map(one => one.textContent)")

    assert [ARTICLE.quote(one.span) for one in ARTICLE.mentions] == words
    wide = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wide
    if folder := os.environ.get("COOPDATA_SCREENSHOTS"):
        page.screenshot(path=f"{folder}/reader-{size}-{scheme}.png")


def test_a_value_is_told_on_hover_focus_and_tap_in_the_language_that_is_chosen(
    opened: Any,
) -> None:
    page = opened(ARTICLE.to_html())
    mark = page.locator("mark.money").first
    mark.hover()
    assert "28,000,000 US dollars" in page.inner_text("#card")
    page.select_option("#language", "ru")
    assert "28\u00a0000\u00a0000 долларов США" in page.inner_text("#card")
    assert ARTICLE.facts[0].format(locale="ru") == page.inner_text("aside li >> nth=0")
    page.keyboard.press("Escape")
    assert page.is_hidden("#card")
    mark.focus()
    assert page.is_visible("#card")


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
    cited = page.eval_on_selector_all("mark.cited", "all => all.map(one => one.textContent)")
    assert "10000 единиц/год" in cited
    assert page.url.endswith("#allurgroup-jac.capacity")


def test_the_keyboard_reaches_every_mention(opened: Any) -> None:
    page = opened(ARTICLE.to_html())
    reached = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.dataset.at || ''")
        reached |= {at} - {""}
    assert len(reached) == len(ARTICLE.mentions)


HOSTILE = [
    "</script><script>alert(1)</script> 5 km",
    '"><img src=https://example.org/x onerror=alert(1)> $5 million',
    "\u202e5 km\u202c <!-- <script> 6 km",
    "<svg onload=alert(1)> 7 %",
]


@pytest.mark.parametrize("text", [*HOSTILE, " ".join(HOSTILE) + " 5 km" * 200_000])
def test_a_hostile_text_does_nothing(opened: Any, text: str) -> None:
    found = extract.mentions(text[:20_000], locale="en")
    page = opened(display.text_page(text, found, language="en", title=text[:300]))

    assert page.locator("mark").count() == len(found)
    assert page.locator("img, svg").count() == 0


def test_every_language_of_the_switch_has_words(opened: Any) -> None:
    page = opened(ARTICLE.to_html())
    for language in formatting.LANGUAGES:
        page.select_option("#language", language)
        assert page.inner_text("aside li >> nth=3").strip()
        assert language == page.get_attribute("html", "lang")
