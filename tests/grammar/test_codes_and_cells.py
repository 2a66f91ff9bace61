"""Digits that hang together: tight ranges, products, codes; lines that are cut into cells."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata._grammar import cells, codes
from coopdata._grammar.cursor import View
from coopdata._lexicon.locale import lexicon
from coopdata._text.fold import prepared
from texts import values

CROSSES = st.sampled_from(["x", "х", "×", "*", "·"])
SPACES = st.sampled_from(["", " "])


# ---------------------------------------------------------------------------------- products
@given(first=st.integers(0, 99), second=st.integers(0, 99), cross=CROSSES, gap=SPACES, other=SPACES)
@example(first=2, second=10, cross="×", gap=" ", other=" ")
def test_both_numbers_of_a_product_are_factors_wherever_it_stands(
    first: int, second: int, cross: str, gap: str, other: str
) -> None:
    product = f"{first}{gap}{cross}{other}{second}"
    for before in ("", " ", "of "):
        for behind in ("", " mw"):
            low, start = before + product + behind, len(before)
            end = start + len(product)

            assert codes.is_factor(low, start, start + len(str(first)))
            assert codes.is_factor(low, end - len(str(second)), end)


@pytest.mark.parametrize(
    ("low", "number"),
    [
        ("2 × 10^5", "2"),
        ("2×10⁵", "2"),
        ("x 200", "200"),
        ("x200", "200"),
        ("model x 200", "200"),
        ("a2  x 200", "200"),
        ("200 x", "200"),
        ("200 x last year", "200"),
        ("200", "200"),
        (" 200", "200"),
        ("200 ", "200"),
        ("2 y 200", "200"),
        ("2 y 200", "2"),
        ("200 and x", "200"),
    ],
)
def test_a_number_beside_a_cross_is_no_factor_without_another(low: str, number: str) -> None:
    start = low.index(number)

    assert not codes.is_factor(low, start, start + len(number))


# ------------------------------------------------------------------------------ tight ranges
@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "a 10-12km road", ["10 to 12 kilometer"]),
        ("en", "a 12-10km road", []),
        ("en", "a 12-12km road", []),
        ("en", "a 0-05km road", []),
        ("en", "a 10-12km7 road", []),
        ("en", "a 10-12kmq road", []),
        ("en", "the 10-12qz set", []),
        ("en", "a 3-5-year plan", ["3 to 5 year"]),
        ("en", "a 5-3-year plan", []),
        ("en", "it paid $14-15/t", ["14 to 15 USD/metric_ton"]),
        ("en", "it paid 14-15/t", []),
        ("en", "it paid $14-15/qz", []),
        ("en", "raised $14-15m", ["14000000 to 15000000 USD"]),
        ("en", "the 10-12B set", []),
        ("en", "the 10-12T set", []),
        ("de", "eine 10-12km lange Strecke", ["10 to 12 kilometer"]),
        ("de", "eine 12-10km lange Strecke", []),
        ("ru", "участок 10-12км дороги", ["10 to 12 kilometer"]),
        ("ru", "участок 12-10км дороги", []),
        ("tr", "10-12km yol", ["10 to 12 kilometer"]),
        ("tr", "12-10km yol", []),
        ("kk", "10-12км жол", ["10 to 12 kilometer"]),
        ("zh", "10-12公里的路", ["10 to 12 kilometer"]),
        ("ko", "10-12km 구간", ["10 to 12 kilometer"]),
    ],
)
def test_a_tight_range_rises_up_to_a_whole_unit(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "is_range"),
    [
        ("en", "10-12km", True),
        ("en", "10-12km away", True),
        ("en", "12-10km", False),
        ("en", "12-12km", False),
        ("en", "0-05km", False),
        ("en", "10-12qz", False),
        ("en", "10-12km7", False),
        ("en", "3-5-year", True),
        ("en", "3-5-qz", False),
        ("en", "$14-15/t", True),
        ("en", "14-15/t", False),
        ("en", "$14-15M", True),
        ("en", "14-15M cars", True),
        ("en", "14-15M", False),
        ("en", "10-12T", False),
        ("en", "10-12H", False),
        ("zh", "10-12公里", True),
        ("zh", "7-11便利店", False),
        ("zh", "10-12万", True),
        ("zh", "10-12辆", True),
        ("kk", "10-12-кеңсе", False),
    ],
)
def test_letters_on_the_second_number_are_a_unit_or_make_a_code(
    locale: str, text: str, is_range: bool
) -> None:
    view = View(text, prepared(text), lexicon(locale))
    tight = codes.TIGHT.search(view.low)

    assert tight is not None
    assert is_range == codes.is_range(view, tight)


# ------------------------------------------------------------------------------------ tables
WORDS = st.lists(st.sampled_from(["a", "bc", "12", "x y", ""]), min_size=2, max_size=5)


def words_of(line: str) -> list[str] | None:
    """Return the words of the cells of a line."""
    cut = cells.cells_of(line)
    return None if cut is None else [line[cell.start : cell.end] for cell in cut[1]]


@given(words=WORDS, left=st.booleans(), right=st.booleans())
@example(words=["a", "", "12"], left=True, right=False)
@example(words=["a", "12"], left=False, right=True)
def test_a_stroke_at_the_edge_of_a_line_parts_nothing(
    words: list[str], left: bool, right: bool
) -> None:
    words = [words[0] or "a", *words[1:-1], words[-1] or "b"]
    line = "| " * left + " | ".join(words) + " |" * right

    assert words == words_of(line)


@pytest.mark.parametrize("line", ["| a", "a |", "| a |", "|", "a", "||", "|  |"])
def test_one_cell_is_no_line_of_a_table(line: str) -> None:
    assert words_of(line) is None


@given(words=WORDS)
def test_tabs_part_empty_cells_too(words: list[str]) -> None:
    line = "\t".join(words)

    assert words == words_of(line)
    cut = cells.cells_of(line)
    assert cut is not None
    assert (len(line), line.replace("\t", "\n")) == (len(cut[2]), cut[2])
