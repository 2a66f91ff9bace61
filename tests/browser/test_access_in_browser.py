"""No page has anything that axe-core objects to, by day and by night, at a desk, on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import coopdata as cd
from coopdata import display, extract
from own_datasets import hostile, one_article

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
DS = cd.load()
TEXT = "They sold 5 tractors in 2017, 3 % more than in May 2016, over 40 km away."
PAGES: dict[str, Callable[[], str]] = {
    "text": lambda: display.text_page(TEXT, extract.mentions(TEXT, locale="en"), language="en"),
    "dataset": DS.to_html,
    "empty": cd.Dataset().to_html,
    "no facts": one_article().to_html,
    "hostile": hostile(1).to_html,
    **{article.id: article.to_html for article in DS.articles},
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(opened: Any, name: str, size: str, scheme: str) -> None:
    page = opened(PAGES[name](), size=size, scheme=scheme)
    if page.locator(".filters").count():
        page.eval_on_selector_all("details", "all => all.forEach((one) => { one.open = true; })")
    page.locator("mark").first.focus() if page.locator("mark").count() else None
    found = axe.Axe().run(page).response["violations"]

    assert [] == [
        (one["id"], one["impact"], [node["html"][:200] for node in one["nodes"][:3]])
        for one in found
    ]
