"""Where a number in words ends, and what stands beside it that is none of it."""

from __future__ import annotations

import pytest

from coopdata._lexicon.locale import lexicon
from coopdata._numbers import words
from texts import values


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "two and thirds of it were sold", []),
        ("de", "dreizwanzig Tonnen", []),
        ("de", "zweidreitausend Tonnen", []),
        ("de", "zwei dreihundertzwei Tonnen", []),
        ("tr", "ikibeş ton", []),
        ("ko", "이오십사십 대", []),
        ("en", "two thousand, ten hundred trucks", ["1000 truck"]),
        ("en", "two thousand, three thousand trucks", ["3000 truck"]),
        ("en", "two thousand, one hundred and one trucks", ["2101 truck"]),
        ("tr", "filonun beşte beşi", []),
        ("kk", "парктің бестен бесі", []),
        ("zh", "车队的三分之三", []),
        ("ko", "차량의 4분의 4", []),
        ("tr", "filonun onda biri", ["0.1"]),
        ("tr", "filonun yirmi beşte biri", ["0.04"]),
        ("tr", "filonun yirmi beşte dördü", ["0.16"]),
        ("az", "parkın iyirmi beşdə biri", ["0.04"]),
        ("uz", "parkning yigirma beshdan biri", ["0.04"]),
        ("kk", "парктің жиырма бестен бірі", ["0.04"]),
        ("tr", "filonun üç beşte biri", []),
        ("kk", "парктің үш бестен бірі", []),
        ("zh", "车队的二十五分之一", ["0.04"]),
        ("zh", "车队的十分之一", ["0.1"]),
        ("ko", "차량의 10분의 1", ["0.1"]),
        ("en", "half a million trucks", ["500000 truck"]),
        ("en", "half the fleet", ["0.5"]),
        ("de", "der fünfundzwanzigste Bus", ["25"]),
    ],
)
def test_a_number_in_words_is_read_whole_or_not_at_all(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(
    ("low", "stop", "is_hung"),
    [
        ("two-door", 3, True),
        ("two'x y", 3, True),
        ("дзевяць сем'яў", 11, True),
        ("two- door", 3, False),
        ("two-4x", 3, False),
        ("two door", 3, False),
        ("two-", 3, False),
        ("two", 3, False),
    ],
)
def test_letters_hang_on_a_word_by_a_hyphen_or_an_apostrophe_that_touches_both(
    low: str, stop: int, is_hung: bool
) -> None:
    assert is_hung == words.is_hung(low, stop)


@pytest.mark.parametrize(
    ("locale", "low", "row"),
    [
        ("en", "two three four trucks", "two three four"),
        ("en", "two-three trucks", "two-three"),
        ("en", "two trucks", "two"),
        ("en", "two hundred and one trucks", "two hundred and one"),
        ("en", "two  three", "two"),
        ("de", "zwei dreihundertzwei tonnen", "zwei dreihundertzwei"),
        ("ru", "два три четыре года", "два три четыре"),
        ("tr", "iki üç yüz ton", "iki üç yüz"),
        ("kk", "екі үш тонна", "екі үш"),
    ],
)
def test_a_row_of_number_words_ends_before_the_first_other_word(
    locale: str, low: str, row: str
) -> None:
    first = min(low.find(mark) for mark in " -" if mark in low)

    assert len(row) == words.row_end(low, first, lexicon(locale))


@pytest.mark.parametrize("locale", ["tr", "az", "uz", "kk"])
def test_the_hundred_is_said_without_a_one(locale: str) -> None:
    assert words.stands_bare(lexicon(locale))


@pytest.mark.parametrize("locale", ["en", "de", "ru", "zh"])
def test_the_hundred_is_counted_or_is_one_word(locale: str) -> None:
    assert not words.stands_bare(lexicon(locale))


@pytest.mark.parametrize(
    ("locale", "low", "end", "gap"),
    [
        ("en", "two three", 3, (4, False)),
        ("en", "two-three", 3, (4, False)),
        ("en", "hundred and two", 7, (12, True)),
        ("en", "two and a half", 3, (4, False)),
        ("en", "two, three", 3, (None, False)),
        ("en", "two", 3, (None, False)),
        ("ru", "два и три", 3, (6, True)),
        ("zh", "三百五", 2, (2, False)),
        ("zh", "三百", 2, (None, False)),
    ],
)
def test_the_next_number_word_may_begin_behind_one_space_or_a_linking_word(
    locale: str, low: str, end: int, gap: tuple[int | None, bool]
) -> None:
    assert gap == words.gap_at(low, end, lexicon(locale))
