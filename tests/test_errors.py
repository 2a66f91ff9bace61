"""Every error of the tree pickles, and words itself briefly whatever it was given."""

from __future__ import annotations

import inspect
import pickle
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors
from coopdata.errors import CoopdataError

LONG = 1_000_000
CLASSES = [
    one
    for _, one in inspect.getmembers(errors, inspect.isclass)
    if issubclass(one, CoopdataError) and one is not CoopdataError
]


def made(kind: type[CoopdataError], text: str) -> CoopdataError:
    """Return an error of a class, its every argument made of `text`."""
    by_type: dict[str, Any] = {"int": 3, "str": text, "object": text}
    names = [str(one.annotation) for one in inspect.signature(kind).parameters.values()]
    return kind(*(by_type.get(name, (text,) * 300) for name in names))


@pytest.mark.parametrize("kind", CLASSES)
def test_a_message_never_echoes_what_is_long_and_the_field_keeps_it(
    kind: type[CoopdataError],
) -> None:
    text = "\x1b[2J" + "x" * LONG
    error = made(kind, text)

    assert len(str(error)) < LONG / 10
    assert text in [*vars(error).values()] or (text,) * 300 in [*vars(error).values()]


@pytest.mark.parametrize("kind", CLASSES)
@given(text=st.text(max_size=2000))
@example(text="\x1b]0;title\x07\r\u202e\x9b")
def test_a_message_is_of_visible_characters(kind: type[CoopdataError], text: str) -> None:
    message = str(made(kind, text))

    assert message == errors.visible(message)
    str(message).encode("utf-8")


@pytest.mark.parametrize("kind", CLASSES)
@given(text=st.text(max_size=200))
def test_an_error_pickles_with_its_fields(kind: type[CoopdataError], text: str) -> None:
    error = made(kind, text)
    back = pickle.loads(pickle.dumps(error))

    assert (type(error), vars(error), str(error)) == (type(back), vars(back), str(back))


@given(value=st.recursive(st.integers() | st.text() | st.binary(), st.lists))
@example(value=10**5000)
@example(value=[["x" * LONG] * 3])
def test_a_value_is_shown_in_one_short_line(value: object) -> None:
    said = errors.shown(value)

    assert len(said) < 1000
    assert "\n" not in said
    assert said == errors.visible(said)


@given(text=st.text())
@example(text="a\r\nb\tc")
@example(text="\x1b[31m \x7f \x85 \u2067 \ud800 \r")
def test_visible_text_has_no_control_and_only_controls_are_changed(text: str) -> None:
    said = errors.visible(text)

    assert said == errors.visible(said)
    assert {"\t", "\n", "\r"} >= {sign for sign in said if unicodedata.category(sign) == "Cc"}
    assert not {"\u202e", "\u2066"} & {*said}
    if text.isprintable():
        assert text == said


def test_many_problems_are_counted_and_the_first_are_told() -> None:
    error = errors.SeedError("x.json", tuple(f"problem {number}" for number in range(1000)))
    lines = str(error).splitlines()

    assert "1000 problem(s) in x.json:" == lines[0]
    assert "and 900 more, all of them under .problems" == lines[-1]
    assert 1000 == len(error.problems)


def test_known_nouns_are_looked_for_once_and_when_somebody_asks() -> None:
    asked: list[str] = []

    def known() -> tuple[str, ...]:
        asked.append("")
        return ("goose",)

    error = errors.UnknownNounError("5 gose", "en", 2, "gose", known)
    assert [] == asked

    back = pickle.loads(pickle.dumps(error))
    assert ("goose",) == error.nearest == back.nearest
    assert "goose" in str(error)
    assert [""] == asked
