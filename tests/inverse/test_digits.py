"""One run of digits: groups as the locale sets them off, a decimal mark, a power of ten."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import cldr
from coopdata._exact import MAX_EXPONENT
from coopdata._numbers import digits

#: The mark between groups, the decimal mark, the sizes of the last group and of those before it.
MARKS = {
    "en": (",", ".", 3, 3),
    "de": (".", ",", 3, 3),
    "sv": (" ", ",", 3, 3),
    "de_CH": ("'", ".", 3, 3),
    "hi": (",", ".", 3, 2),
    "en_IN": (",", ".", 3, 2),
}
LOCALES = st.sampled_from(sorted(MARKS))
ENGLISH = cldr.symbols("en")


def grouped(number: int, mark: str, last: int, other: int) -> str:
    """Return a number with its groups set off."""
    rest, tail = divmod(number, 10**last)
    if not rest:
        return str(number)
    parts = [f"{tail:0{last}}"]
    while rest >= 10**other:
        rest, part = divmod(rest, 10**other)
        parts.append(f"{part:0{other}}")
    return mark.join([str(rest), *reversed(parts)])


@given(
    locale=LOCALES,
    number=st.integers(0, 10**12),
    part=st.one_of(st.just(""), st.from_regex(r"\A[0-9]{1,5}\Z")),
    before=st.sampled_from(["", "of ", "€"]),
    behind=st.sampled_from(["", " km", "%", ". "]),
)
@example(locale="en", number=1000, part="", before="", behind="")
@example(locale="en", number=999_999, part="000", before="of ", behind="")
@example(locale="hi", number=100_000, part="5", before="", behind=" km")
@example(locale="hi", number=99_99_999, part="", before="", behind="")
def test_groups_and_a_fraction_are_read_whole(
    locale: str, number: int, part: str, before: str, behind: str
) -> None:
    mark, point, last, other = MARKS[locale]
    said = grouped(number, mark, last, other) + (f"{point}{part}" if part else "")
    found = digits.read(before + said + behind, cldr.symbols(locale), len(before))

    assert found == (Decimal(f"{number}.{part}" if part else number), len(before) + len(said))
    assert digits.read(f"{number}", cldr.symbols(locale)) == (Decimal(number), len(str(number)))


@given(locale=LOCALES, text=st.text(alphabet="0123,.' ", min_size=1, max_size=14))
@example(locale="en", text="1,23,456")
@example(locale="en", text="1234,567")
@example(locale="en", text="0,123")
@example(locale="en", text="1,234,56")
@example(locale="hi", text="1,23,45")
@example(locale="hi", text="123,456")
@example(locale="hi", text="1,234,567")
@example(locale="en_IN", text="1,234,567")
def test_what_is_read_is_said_by_the_marks_that_it_takes(locale: str, text: str) -> None:
    mark, point, last, other = MARKS[locale]
    found = digits.read(text, cldr.symbols(locale))

    assert (found is not None) == text[0].isdecimal()
    if found is not None:
        whole, _, part = text[: found[1]].partition(point)
        assert found[0] == Decimal(f"{whole.replace(mark, '')}.{part}".rstrip("."))
        sizes = [len(group) for group in whole.split(mark)]
        if len(sizes) > 1:
            assert whole[0] != "0"
            assert sizes[-1] == last
            assert set(sizes[1:-1]) <= ({other, last} if locale == "en_IN" else {other})
            assert 0 < sizes[0] <= max(last, other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,23,456", ("1", 1)),
        ("12,34", ("12", 2)),
        ("1234,567", ("1234", 4)),
        ("1,234,56", ("1234", 5)),
        ("0,123", ("0", 1)),
        ("1,234.", ("1234", 5)),
        ("1.234,5", ("1.234", 5)),
        ("1,234.567.8", ("1234.567", 9)),
        ("1,234'567", ("1234", 5)),
    ],
)
def test_a_mark_out_of_place_ends_the_number_before_it(text: str, found: tuple[str, int]) -> None:
    assert digits.read(text, ENGLISH) == (Decimal(found[0]), found[1])


@given(number=st.integers(0, 999), power=st.integers(0, 30))
@pytest.mark.parametrize("sign", ["", "+", "-", "\u2212", "\ufe63", "\uff0d"])
@pytest.mark.parametrize("mark", ["E", "e", "×10^", "\u0627\u0633"])
def test_a_power_of_ten_belongs_to_the_digits_before_it(
    mark: str, sign: str, number: int, power: int
) -> None:
    is_below = sign not in ("", "+")
    value = Decimal(number).scaleb(-power if is_below else power)
    for around in ("", "\u200e", "\u200f\u061c"):
        text = f"{number}{mark}{around}{sign}{around if sign else ''}{power}"
        found = digits.read(f"{text} km", ENGLISH)

        assert found is not None
        assert found == (value, len(text))
        assert int(found[0].as_tuple().exponent) <= 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1E", ("1", 1)),
        ("1E 5", ("1", 1)),
        ("1E--5", ("1", 1)),
        ("1x5", ("1", 1)),
        ("1E5.5", ("100000", 3)),
        ("1E0005", ("100000", 6)),
        ("1E00005", None),
        (f"1E{MAX_EXPONENT + 1}", None),
        (f"1E-{MAX_EXPONENT + 1}", None),
    ],
)
def test_what_stands_behind_digits_is_a_power_or_is_left(
    text: str, found: tuple[str, int] | None
) -> None:
    expected = None if found is None else (Decimal(found[0]), found[1])

    assert digits.read(text, ENGLISH) == expected


@pytest.mark.parametrize("zero", "0\u0660\u06f0\u0966\uff10")
def test_digits_of_one_script_are_a_number_and_of_two_are_none(zero: str) -> None:
    one, five = (chr(ord(zero) + digit) for digit in (1, 5))

    assert unicodedata.decimal(five) == 5
    assert digits.read(f"{one}{five}", ENGLISH) == (Decimal(15), 2)
    assert digits.read(f"{one}.{five}", ENGLISH) == (Decimal("1.5"), 3)
    assert digits.read(f"{one}E{five}", ENGLISH) == (Decimal(100_000), 3)
    other = "\u0967" if zero != "\u0966" else "1"
    for text in (f"{one}{other}", f"{one}.{other}", f"{one}E{other}"):
        assert digits.read(text, ENGLISH) is None


@pytest.mark.parametrize("text", ["9" * 999, "1." + "9" * 998, "9" * 500 + "." + "9" * 499])
def test_no_source_states_a_number_of_a_thousand_digits(text: str) -> None:
    found = digits.read(text, ENGLISH)

    assert found == (Decimal(text), len(text))
    assert digits.read(f"{text}9", ENGLISH) is None
    assert digits.read("9" * digits.MAX_LENGTH, ENGLISH) is None
    assert digits.read("", ENGLISH) is None
    assert digits.read("km 5", ENGLISH) is None
    assert digits.read("km 5", ENGLISH, 3) == (Decimal(5), 4)
