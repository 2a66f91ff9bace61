"""Places in a text as UTF-16 and UTF-8 have them, asked in any order."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata._text.offsets import Offsets

TEXTS = st.text(st.sampled_from("aбт中🚜\u0301\n"), max_size=40).flatmap(
    lambda one: st.integers(0, 30).map(lambda times: one * times)
)


@given(text=TEXTS, asked=st.lists(st.integers(0, 2000), max_size=8))
@example(text="🚜" * 600, asked=[599, 0, 256, 512, 255, 600])
def test_a_place_is_as_far_on_as_what_stands_before_it_is_long(text: str, asked: list[int]) -> None:
    offsets = Offsets(text)
    for at in (min(one, len(text)) for one in asked):
        before = text[:at]
        units = sum(1 + (one > "\uffff") for one in before)

        assert (units, len(before.encode())) == offsets(at)


def test_half_a_pair_counts_as_one_where_it_is_let_pass() -> None:
    text = "т\ud83d 5 km"

    assert (3, 6) == Offsets(text, "surrogatepass")(3)
    assert (1, 2) == Offsets(text)(1)
    for many in (0, 700):
        with pytest.raises(UnicodeEncodeError) as caught:
            Offsets("т" * many + text)(many + 3)
        assert (many + 1, many + 2) == (caught.value.start, caught.value.end)
