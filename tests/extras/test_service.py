"""The web service of the examples answers, and says what is wrong."""

from __future__ import annotations

import asyncio
import runpy
from typing import Any

import pytest

from support import REPO

pytest.importorskip("fastapi")
httpx: Any = pytest.importorskip("httpx")

APP = runpy.run_path(str(REPO / "examples" / "read_over_http.py"))["app"]


def asked(question: dict[str, Any]) -> Any:
    async def post() -> Any:
        transport = httpx.ASGITransport(app=APP)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.post("/read", json=question)

    return asyncio.run(post())


def test_a_text_is_answered_with_its_mentions() -> None:
    (found,) = asked({"text": "Вложено 28 млн долларов.", "locale": "ru"}).json()

    assert ("28 млн долларов", "28000000 USD", 8, 23) == (
        found["words"],
        found["value"],
        found["start"],
        found["end"],
    )


def test_the_day_of_the_text_is_taken() -> None:
    question = {"text": "this year", "locale": "en", "published": "2020-05-01"}

    assert ["2020"] == [one["value"] for one in asked(question).json()]


@pytest.mark.parametrize(
    "question",
    [
        {"text": "5 km", "locale": "xx_QQ"},
        {"text": "5 km"},
        {"text": 5, "locale": "en"},
        {"text": "5 km", "locale": "en", "published": "yesterday"},
        {"text": "x" * 1_000_001, "locale": "en"},
    ],
)
def test_what_is_wrong_is_answered_with_422(question: dict[str, Any]) -> None:
    assert 422 == asked(question).status_code
