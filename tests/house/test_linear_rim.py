"""Twice as much of anything costs twice as much, and what comes out is no longer than what went in.

Costs are counted, not timed: calls of functions, comparisons of keys, characters of output.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from attrs import evolve

from coopdata import errors, serde, web_annotations
from coopdata._trees import text as json_text
from coopdata.dataset import Dataset
from coopdata.errors import SeedError
from coopdata.evaluation import GoldText, evaluate
from coopdata.model import Article, Citation, Fact, Mention
from coopdata.values import Measure, Span
from texts import article_of

SIZE = 300


def calls(does: Callable[[], object]) -> int:
    """Return how many functions are called, those of C included."""
    count = 0

    def note(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        does()
    finally:
        sys.setprofile(None)
    return count


def grows_as_its_size(cost: Callable[[int], int]) -> bool:
    """Tell whether four times the size costs about four times as much; squared would be 16."""
    return cost(4 * SIZE) < 6 * cost(SIZE)


def mentions(number: int, shift: int = 0) -> tuple[Mention, ...]:
    """Return mentions of one digit each, at every other character."""
    return tuple(
        Mention(
            span=Span(start=2 * at + shift, end=2 * at + 1 + shift),
            kind="number",
            value=Measure.exact("1"),
        )
        for at in range(number)
    )


def article(number: int) -> Article:
    return article_of("1 " * number, mentions(number))


@pytest.mark.parametrize("shift", [0, 1])
@pytest.mark.parametrize("minor", [False, True])
def test_scoring_costs_as_much_as_there_is_to_score(shift: int, minor: bool) -> None:
    def cost(number: int) -> int:
        them = tuple(
            Mention(span=one.span, kind=one.kind, value=one.value, minor=minor)
            for one in mentions(number)
        )
        gold = [GoldText(id="a", language="en", text="1 " * number, mentions=them)]
        return calls(lambda: evaluate(lambda text: mentions(number, shift), gold=gold))

    assert grows_as_its_size(cost)


def test_mentions_that_overlap_are_not_scored() -> None:
    with pytest.raises(SeedError, match="overlaps"):
        evaluate(lambda text: mentions(1) * 2)
    with pytest.raises(SeedError, match="overlaps"):
        GoldText(id="a", language="en", text="1", mentions=mentions(1) * 2)


@pytest.mark.parametrize(
    "view",
    [
        lambda one: one._repr_mimebundle_()["text/html"],
        web_annotations.to_jsonld,
        lambda one: serde.to_json(Dataset(articles=[one])),
        lambda one: "".join(str(piece) for piece in one.__rich__().renderable.spans),
    ],
    ids=["html", "json-ld", "json", "rich"],
)
def test_what_is_shown_of_an_article_grows_as_the_article(view: Callable[[Article], str]) -> None:
    pytest.importorskip("rich")

    assert grows_as_its_size(lambda number: len(view(sealed(article(number)))))
    assert grows_as_its_size(lambda number: calls(lambda: view(sealed(article(number)))))


def sealed(one: Article) -> Article:
    """Return an article with its digest."""
    return evolve(one, sha256=hashlib.sha256(one.text.encode()).hexdigest())


def test_annotations_are_read_at_the_cost_of_their_words() -> None:
    def cost(number: int) -> int:
        one = article(number)
        text = web_annotations.to_jsonld(one)
        return calls(lambda: web_annotations.from_jsonld(text, one))

    assert grows_as_its_size(cost)


class Counted(str):
    """A key that counts how often it is compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


def test_a_repeated_key_is_found_in_one_pass() -> None:
    def cost(number: int) -> int:
        Counted.compared = 1
        pairs = [(Counted(f"key{at}"), 0) for at in (*range(number), number - 1)]
        with pytest.raises(json_text.BadTextError, match="occurs twice"):
            json_text._unique([*pairs])
        return Counted.compared + len(pairs)

    assert grows_as_its_size(cost)


def test_lines_are_found_without_copying_a_long_key_for_each_item() -> None:
    copied = 0

    def note(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal copied
        copied += len(frame.f_locals.get("path", "")) if event == "line" else 0
        return note

    def cost(number: int) -> int:
        nonlocal copied
        copied = 1
        text = json.dumps({"k" * number: [0] * number})
        sys.settrace(note)
        try:
            json_text.lines_of(text, ["facts[0]"])
        finally:
            sys.settrace(None)
        return copied

    assert grows_as_its_size(cost)


@pytest.mark.parametrize("is_right", [True, False])
def test_citations_are_checked_at_the_cost_of_what_they_quote(is_right: bool) -> None:
    class Text(str):
        """A text that counts the characters that are cut out of it."""

        __slots__ = ()
        cut = 0

        def __getitem__(self, key: Any) -> str:
            piece = str(self)[key]
            Text.cut += len(piece)
            return piece

    from coopdata.dataset import _check

    def cost(number: int) -> int:
        Text.cut = 1
        text = Text("1 " * number)
        cited = [
            Citation(article_id="a", start=0, end=1, quote="1" if is_right else "2")
            for _ in range(number)
        ]
        facts = [
            Fact(id="a.b", kind="trade", gloss="", status="actual", citations=(one,))
            for one in cited
        ]
        made = article(1)
        object.__setattr__(made, "text", text)
        told = [*_check.problems((made,), (), tuple(facts), ())]
        assert is_right != any("the text has" in one for one in told)
        return Text.cut + number

    assert grows_as_its_size(cost)


def test_nothing_near_is_looked_for_where_looking_is_quadratic() -> None:
    long = "x" * 100_000

    assert errors.nearest(long, ["x"]) == ()
    assert errors.nearest("x", [long, "x"]) == ("x",)


def test_the_measure_of_growth_tells_a_line_from_a_square() -> None:
    assert grows_as_its_size(lambda number: number)
    assert not grows_as_its_size(lambda number: number * number)
