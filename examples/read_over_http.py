"""A small web service: ``POST /read`` finds quantities and periods in a text.

Run it with ``uvicorn read_over_http:app`` (from ``pip install fastapi uvicorn``). As a program it
asks itself one question without a network, where FastAPI and httpx are installed.
"""

import datetime as dt
from typing import Annotated, Any

from coopdata import extract
from coopdata.errors import CoopdataError

LONGEST = 1_000_000


def read(text: str, locale: str, published: dt.date | None = None) -> list[dict[str, Any]]:
    """Return what stands in a text, one mapping for each mention."""
    return [
        {
            "start": one.span.start,
            "end": one.span.end,
            "words": one.span.of(text),
            "kind": one.kind,
            "value": str(one.value),
            "why": one.why,
        }
        for one in extract.mentions(text, locale=locale, anchor=published)
    ]


try:
    from fastapi import Body, FastAPI, HTTPException  # pyright: ignore[reportMissingImports]
except ImportError:
    print("for the service: pip install fastapi uvicorn")
else:
    app = FastAPI(title="coopdata")

    def post_read(
        text: Annotated[str, Body(max_length=LONGEST)],
        locale: Annotated[str, Body()],
        published: Annotated[dt.date | None, Body()] = None,
    ) -> list[dict[str, Any]]:
        """Answer with the mentions, or with 422 and what was wrong."""
        try:
            return read(text, locale, published)
        except CoopdataError as err:
            raise HTTPException(422, str(err)) from err

    app.post("/read")(post_read)


if __name__ == "__main__":
    for found in read("They invested up to $28 million in 2016.", "en"):
        print(found["words"], found["value"], sep=" → ")
