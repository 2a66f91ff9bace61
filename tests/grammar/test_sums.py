"""A number that is said word by word: what may follow what, and what it comes to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata._numbers.sums import Sum, take

WHOLE = st.one_of(
    st.integers(0, 200),
    st.builds(lambda few, zeros: few * 10**zeros, st.integers(1, 99), st.integers(0, 6)),
)


def said(*words: tuple[str, int | str], positional: bool = False, elliptic: bool = False) -> object:
    """Return what words come to, or the number of the first that cannot follow."""
    total = Sum(is_positional=positional, is_elliptic=elliptic)
    for nth, (role, value) in enumerate(words):
        taken = total.skip() if role == "nought" else take(total, role, str(value))
        if not taken:
            return f"not {nth}"
    return total.total


def room_behind(number: int) -> int:
    """Return below what may follow a number: the noughts with which it ends."""
    if number < 20 and number != 10:
        return 0
    ends = len(str(number)) - len(str(number).rstrip("0"))
    return 10**ends if ends else 0


@given(first=WHOLE, second=WHOLE)
@example(first=21, second=0)
@example(first=0, second=0)
@example(first=20, second=10)
@example(first=10, second=9)
@example(first=19, second=1)
@example(first=100, second=100)
def test_what_follows_fits_into_the_noughts_of_what_was_said(first: int, second: int) -> None:
    fits = second < room_behind(first)
    expected = Decimal(first + second) if fits else "not 1"

    assert expected == said(("cardinal", first), ("cardinal", second))
    assert expected == said(("weak", first), ("last", second))


@given(scale=st.integers(0, 6), behind=st.integers(0, 10**6))
@example(scale=3, behind=95)
@example(scale=3, behind=105)
@example(scale=3, behind=100)
@example(scale=1, behind=0)
def test_a_nought_takes_one_place_of_those_left_open(scale: int, behind: int) -> None:
    found = said(("cardinal", 10**scale), ("nought", 0), ("cardinal", behind))
    expected = Decimal(10**scale + behind) if behind < 10 ** (scale - 1) else "not 2"

    assert (expected if scale else "not 1") == found


def test_a_nought_stands_for_no_place_before_anything_is_said() -> None:
    assert said(("nought", 0)) == "not 0"
    assert said(("cardinal", 5), ("nought", 0)) == "not 1"


@given(first=st.integers(1, 30), second=WHOLE, role=st.sampled_from(["cardinal", "ordinal"]))
@example(first=5, second=20, role="ordinal")
@example(first=5, second=90, role="cardinal")
@example(first=5, second=21, role="cardinal")
@example(first=5, second=10, role="cardinal")
@example(first=5, second=100, role="cardinal")
@example(first=10, second=20, role="cardinal")
def test_units_stand_before_tens_where_a_linker_turns_them_round(
    first: int, second: int, role: str
) -> None:
    found = said(("cardinal", first), ("linker", ""), (role, second))

    if first < 10:
        is_tens = second in range(20, 100, 10)
        assert (Decimal(first + second) if is_tens else "not 2") == found
    elif second == 20:
        assert found == "not 2"


@pytest.mark.parametrize("behind", [0, 3, 30, 100])
def test_nothing_is_added_behind_units_and_tens(behind: int) -> None:
    words = [("cardinal", 5), ("linker", ""), ("cardinal", 20)]

    assert said(*words, ("cardinal", behind)) == "not 3"
    assert said(*words, ("multiplier", 1000)) == Decimal(25_000)


@given(first=WHOLE, scale=st.sampled_from([10, 100, 1000, 10**4, 10**6]), positional=st.booleans())
@example(first=10, scale=1000, positional=True)
@example(first=10, scale=10**4, positional=True)
@example(first=9, scale=1000, positional=True)
@example(first=0, scale=1000, positional=False)
@example(first=100, scale=100, positional=False)
def test_a_multiplier_takes_all_that_is_smaller(first: int, scale: int, positional: bool) -> None:
    found = said(("cardinal", first), ("multiplier", scale), positional=positional)
    is_digit = not positional or first < 10 or scale >= 10**4

    assert (Decimal(first * scale) if 0 < first < scale and is_digit else "not 1") == found


@given(
    large=st.sampled_from([10**6, 10**9]),
    count=st.integers(1, 9),
    few=st.integers(1, 99),
    scale=st.sampled_from([100, 1000]),
    rest=st.integers(0, 99),
)
@example(large=10**6, count=1, few=1, scale=1000, rest=0)
def test_scales_add_up_as_they_shrink(
    large: int, count: int, few: int, scale: int, rest: int
) -> None:
    upper = [("cardinal", count), ("multiplier", large)]
    lower = [("cardinal", few), ("multiplier", scale), ("cardinal", rest)]

    assert said(*upper, *lower) == count * large + few * scale + rest
    assert said(*upper, *lower[:1], ("multiplier", large)) == "not 3"


@pytest.mark.parametrize("role", ["multiplier", "last", "part", "linker", "other", "point"])
def test_what_goes_on_counting_begins_no_number(role: str) -> None:
    value = "" if role in ("linker", "other", "point") else 100

    assert said((role, value)) == "not 0"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ([("cardinal", 2), ("multiplier", 10**6), ("part", "1/2")], "2500000"),
        ([("cardinal", 2), ("multiplier", 1000), ("part", "1/2")], "2500"),
        ([("cardinal", 2), ("multiplier", 100), ("part", "1/2")], "200.5"),
        ([("cardinal", 2), ("part", "1/2")], "2.5"),
        ([("cardinal", 10), ("ordinal", 10**6)], "10000000"),
        ([("cardinal", 2), ("ordinal", 100)], "200"),
        ([("cardinal", 1000), ("ordinal", 100)], "1100"),
        ([("cardinal", 20), ("ordinal", 5)], "25"),
        ([("ordinal", 100)], "100"),
    ],
)
def test_a_part_and_an_ordinal_end_what_was_said(
    words: list[tuple[str, int | str]], number: str
) -> None:
    assert Decimal(number) == said(*words)


@given(digit=st.integers(1, 9), scale=st.sampled_from([100, 1000, 10**4]), behind=WHOLE)
@example(digit=2, scale=1000, behind=6)
@example(digit=2, scale=1000, behind=10)
@example(digit=2, scale=10**4, behind=100)  # "两万百五"
def test_the_last_scale_is_left_out_behind_a_larger_one(
    digit: int, scale: int, behind: int
) -> None:
    words = [("cardinal", digit), ("multiplier", scale)]
    found = said(*words, ("cardinal", behind), elliptic=True)
    plain = said(*words, ("cardinal", behind)) if behind < 100 else "not 2"

    assert (digit * scale + behind * scale // 10 if behind < 10 else plain) == found
    if behind < 10:
        nought = (("nought", 0), ("cardinal", behind))
        assert said(*words, *nought, elliptic=True) == digit * scale + behind


@pytest.mark.parametrize(("first", "number"), [(100, 150), (1000, 1500), (10, 15), (200, 205)])
def test_a_scale_that_is_said_without_a_count_is_left_out_too(first: int, number: int) -> None:
    assert said(("cardinal", first), ("cardinal", 5), elliptic=True) == number
    assert said(("cardinal", first), ("cardinal", 5)) == first + 5
