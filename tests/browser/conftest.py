"""A browser with the network cut, and pages opened in it from disk."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("COOPDATA_CHROMIUM", "/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
#: So large may a picture be that is kept in the docs.
MOST_BYTES = 60_000
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="session")
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

    def opens(
        html: str,
        *,
        size: str = "desktop",
        scheme: str = "light",
        at: str = "",
        script: bool = True,
    ) -> Any:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_bytes(html.encode("utf-8", "replace"))
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            offline=True,
            java_script_enabled=script,
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
        page.goto(path.as_uri() + at)
        return page

    yield opens
    for context in contexts:
        context.close()
    assert told == []


@pytest.fixture
def pictured() -> Callable[[Any, str], None]:
    """Return a function that keeps a picture of a page where `COOPDATA_SCREENSHOTS` says."""

    def keep(page: Any, name: str) -> None:
        if folder := os.environ.get("COOPDATA_SCREENSHOTS"):
            session = page.context.new_cdp_session(page)
            x, y, width, height = page.evaluate("[scrollX, scrollY, innerWidth, innerHeight]")
            clip = {"x": x, "y": y, "width": width, "height": height, "scale": min(1, 920 / width)}
            for quality in (60, 45, 30, 20):
                asked = {"format": "webp", "quality": quality, "clip": clip}
                taken = base64.b64decode(session.send("Page.captureScreenshot", asked)["data"])
                if len(taken) < MOST_BYTES:
                    break
            path = Path(folder) / f"{name}.webp"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(taken)
            assert len(taken) < MOST_BYTES

    return keep
