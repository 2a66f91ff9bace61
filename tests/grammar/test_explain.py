"""Explanations: the reader is that of mentions, watched."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import __main__, errors, extract
from coopdata.normalize import LANGUAGES
from texts import Mutator

SEEN = {"word", "rule", "read", "not read"}


@given(seed=st.integers(0, 10**9))
@example(seed=0)
def test_an_explanation_has_the_mentions_that_extraction_finds(seed: int) -> None:
    text, locale = Mutator(seed).text()

    told = extract.explain(text, locale=locale)

    assert extract.mentions(text, locale=locale) == told.mentions
    assert {row[1] for row in told.rows()} <= SEEN
    assert all(look.mention is None or not look.refusal for look in told.looks)
    assert sorted(look.start for look in told.looks) == [look.start for look in told.looks]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_an_explanation_travels_and_is_the_same_for_the_same_text(locale: str) -> None:
    text = "5 km, 2017\n12 % 7 kg"
    told = extract.explain(text, locale=locale)

    assert told == extract.explain(text, locale=locale) == pickle.loads(pickle.dumps(told))
    assert hash(told) == hash(pickle.loads(pickle.dumps(told)))


def test_spans_count_from_the_beginning_of_the_text_in_every_paragraph() -> None:
    told = extract.explain("5 km\nsee page 7\nmore than 12 kg", locale="en")

    assert [0, 14, 26] == [look.start for look in told.looks]
    assert ["5 km", "12 kg"] == [one.span.of(told.text) for one in told.mentions]
    words = [(row[4], row[5]) for row in told.rows() if row[1] == "word"]
    assert {("km", "unit = kilometer"), ("page", "blocker"), ("kg", "unit = kilogram")} <= {*words}
    assert ("more than", "hedge = more_than") in words


def test_the_words_the_rules_and_the_mention_of_a_place_are_told_in_order() -> None:
    (look,) = extract.explain("more than 5 tons a month", locale="en").looks

    assert ["number", "unit after", "rate", "kind", "hedge"] == [one.rule for one in look.fired]
    assert [("digits",), ("unit after",), (), (), ("more_than",)] == [
        one.found for one in look.fired
    ]
    assert look.mention is not None
    assert "metric_ton/month" == look.mention.value.unit


def test_a_period_is_told_by_its_pattern() -> None:
    (look,) = extract.explain("since 2017 the plant grew", locale="en").looks

    assert [("pattern year", ("since",))] == [(one.rule, one.found) for one in look.fired]


def test_an_explanation_asks_for_a_text_and_a_locale() -> None:
    with pytest.raises(TypeError, match="explanation is of a str"):
        extract.explain(b"5 km", locale="en")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(errors.UnknownLocaleError):
        extract.explain("5 km", locale="xx")


def test_the_command_line_explains(capsys: pytest.CaptureFixture[str]) -> None:
    __main__.main(["read", "--locale", "en", "--explain", "--text", "see page 304"])
    assert "not read: number of a page or the like" in capsys.readouterr().out

    __main__.main(["read", "--locale", "en", "--explain", "--format", "json", "--text", "5 km"])
    rows = json.loads(capsys.readouterr().out)
    assert {"at": 0, "what": "read", "start": 0, "end": 4, "words": "5 km"}.items() <= rows[
        -1
    ].items()
