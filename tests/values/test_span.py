"""Stretches of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import errors
from coopdata.values import Span

SPANS = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(
    lambda ends: Span(start=min(ends), end=max(ends))
)


@given(one=SPANS, other=SPANS)
def test_two_spans_overlap_where_they_share_a_character(one: Span, other: Span) -> None:
    mine, theirs = range(one.start, one.end), range(other.start, other.end)
    if mine and theirs:
        assert bool(set(mine) & set(theirs)) == one.overlaps(other)


@given(span=SPANS)
def test_a_span_has_the_characters_between_its_ends(span: Span) -> None:
    text = "abcdef"

    assert "".join(char for nth, char in enumerate(text) if nth in range(span.start, span.end)) == (
        span.of(text)
    )
    assert len(span.of(text)) == len(span)


@given(one=SPANS, other=SPANS)
def test_spans_stand_in_the_order_of_the_text(one: Span, other: Span) -> None:
    assert ((one.start, one.end) < (other.start, other.end)) == (one < other)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_a_span_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(errors.InvalidValueError, match="a span runs forward from 0"):
        Span(start=start, end=end)


def test_a_span_names_its_ends() -> None:
    with pytest.raises(TypeError):
        Span(1, 2)  # type: ignore[misc]  # what is tested


def test_touching_and_empty_spans_share_nothing() -> None:
    assert not Span(start=0, end=2).overlaps(Span(start=2, end=3))
    assert not Span(start=2, end=3).overlaps(Span(start=0, end=2))
    assert len(Span(start=0, end=0)) == 0
