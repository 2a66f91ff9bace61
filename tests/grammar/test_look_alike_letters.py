"""What differs by a mark, a case or a longer name alone, in running text."""

from __future__ import annotations

import pytest

from texts import values

APOSTROPHES = "'\u2019\u02bc\u02bb\uff07\u2018`"


@pytest.mark.parametrize("mark", APOSTROPHES)
@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("Тут пяць аб'ектаў.", "be", "5 facility"),
        ("Там жыве дзевяць сем'яў.", "be", "9 family"),
        ("Курс: 3 в'етнамскія донгі.", "be", "3 VND"),
        ("They paid 3 Tongan pa'anga.", "en", "3 TOP"),
        ("Sie zahlten 3 Tongaische Pa'anga.", "de", "3 TOP"),
        ("3 Tonga pa'angası ödendi.", "tr", "3 TOP"),
    ],
)
def test_an_apostrophe_is_an_apostrophe(mark: str, text: str, locale: str, value: str) -> None:
    assert [value] == values(text.replace("'", mark), locale)


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("Комната в 3 кв. м сдана.", "ru", ["3 square_meter"]),
        ("Дом в 4 кв. м.", "ru", ["4 square_meter"]),
        ("Участок: 3 кв. мили.", "ru", ["3 square_mile"]),
        ("Пакой: 3 кв. футы.", "be", ["3 square_foot"]),
        ("Напряжение 3 кВ.", "ru", ["3 kilovolt"]),
        ("Напружанне 4 кВ.", "be", ["4 kilovolt"]),
        ("Мощность 3 кВ·А.", "ru", ["3 kilovolt_ampere"]),
        ("В 3 кв. выручка выросла.", "ru", ["XXXX-35"]),
        ("За 3 кв. 2016 года.", "ru", ["2016-35"]),
        ("У 3 кв. 2016 года.", "be", ["2016-35"]),
        ("ЗА 3 КВ. 2016 ГОДА.", "ru", ["2016-35"]),
        ("3 Кв. 2016", "ru", ["2016-35"]),
    ],
)
def test_a_unit_that_begins_like_a_quarter_is_none(
    text: str, locale: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("The aid was FCFA 3 million.", "en", ["3000000 XAF"]),
        ("The aid was CFPF3.00 in all.", "en", ["3.00 XPF"]),
        ("Yardım FCFA 3,00 oldu.", "tr", ["3.00 XAF"]),
        ("援助为FCFA 3.00。", "zh", ["3.00 XAF"]),
        ("지원은 FCFA 3.00이다.", "ko", ["3.00 XAF"]),
        ("The TOP 3 clubs of 2016", "en", ["2016"]),
        ("ALL 3 were there", "en", []),
    ],
)
def test_a_sign_in_letters_stands_before_its_number_unless_it_is_a_word(
    text: str, locale: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize("locale", ["en", "tr", "de", "zh", "ko"])
def test_the_sign_of_the_ohm_is_a_unit_and_a_lone_letter_is_none(locale: str) -> None:
    assert ["3 ohm"] == values("«3 Ω»", locale)
    assert [] == values("«12 U 45/21»", locale)
