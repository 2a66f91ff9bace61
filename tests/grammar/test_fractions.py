"""Fractions, mixed numbers and spoken decimals, through every door."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coopdata import errors, normalize
from coopdata._exact import to_decimal
from coopdata._numbers import figures
from texts import values

_ONES = {
    "en": "zero one two three four five six seven eight nine",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "tr": "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
    "kk": "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
    "uz": "nol bir ikki uch toʻrt besh olti yetti sakkiz toʻqqiz",
    "az": "sıfır bir iki üç dörd beş altı yeddi səkkiz doqquz",
    "zh": "零 一 二 三 四 五 六 七 八 九",
    "ja": "零 一 二 三 四 五 六 七 八 九",
    "ko": "영 일 이 삼 사 오 육 칠 팔 구",
    "ru": "ноль одна две три четыре пять шесть семь восемь девять",
    "be": "нуль адна дзве тры чатыры пяць шэсць сем восем дзевяць",
    "pl": "zero jedna dwie trzy cztery pięć sześć siedem osiem dziewięć",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "uk": "нуль одна дві три чотири п'ять шість сім вісім дев'ять",
}
_MARKS = {
    "en": "point", "de": "Komma", "tr": "virgül", "az": "vergül", "uz": "vergul", "kk": "үтір",
    "zh": "点", "ko": "점", "ja": "・", "es": "coma", "fr": "virgule",
}  # fmt: skip
_WHOLES = {
    "ru": ("целых", "десятых"),
    "be": ("цэлых", "дзясятых"),
    "uk": ("цілих", "десятих"),
    "pl": ("całych", "dziesiątych"),
}
#: Words behind a number that say into how many parts, and before one.
_PARTS = {
    "en": {3: "thirds", 5: "fifths", 7: "sevenths", 8: "eighths", 9: "ninths", 11: "elevenths"},
    "fr": {3: "tiers", 5: "cinquièmes", 7: "septièmes", 8: "huitièmes", 11: "onzièmes"},
    "de": {3: "Drittel", 5: "Fünftel", 7: "Siebtel", 8: "Achtel", 9: "Neuntel", 11: "Elftel"},
    "es": {3: "tercios", 5: "quintos", 7: "séptimos", 8: "octavos", 9: "novenos", 11: "onceavos"},
    "ru": {3: "третьих", 5: "пятых", 7: "седьмых", 8: "восьмых", 9: "девятых", 11: "одиннадцатых"},
    "be": {3: "трэціх", 5: "пятых", 7: "сёмых", 8: "восьмых", 11: "адзінаццатых"},
    "pl": {3: "trzecich", 5: "piątych", 7: "siódmych", 8: "ósmych", 11: "jedenastych"},
    "uk": {3: "третіх", 5: "п'ятих", 7: "сьомих", 8: "восьмих", 11: "одинадцятих"},
}
_DIVISORS = {
    "tr": {3: "üçte", 5: "beşte", 7: "yedide", 8: "sekizde", 9: "dokuzda", 12: "on ikide"},
    "uz": {
        3: "uchdan",
        5: "beshdan",
        7: "yettidan",
        8: "sakkizdan",
        9: "toʻqqizdan",
        12: "oʻn ikkidan",
    },
    "az": {3: "üçdə", 5: "beşdə", 7: "yeddidə", 8: "səkkizdə", 9: "doqquzda", 12: "on ikidə"},
    "kk": {3: "үштен", 5: "бестен", 7: "жетіден", 8: "сегізден", 9: "тоғыздан", 12: "он екіден"},
}


def _said(part: int, parts: int, locale: str) -> str:
    """Return a fraction in words."""
    number = _ONES[locale].split()
    if locale == "zh":
        return f"{number[parts]}分之{number[part]}"
    if locale == "ja":
        return f"{number[parts]}分の{number[part]}"
    if locale == "ko":
        return f"{number[parts]}분의 {number[part]}"
    if locale in _DIVISORS:
        return f"{_DIVISORS[locale][parts]} {number[part]}"
    return f"{number[part]} {_PARTS[locale][parts]}"


@given(st.sampled_from(sorted(_ONES)), st.integers(2, 9), st.data())
@example("ru", 2, None)
def test_every_fraction_in_words_is_read_back(locale: str, part: int, data: st.DataObject) -> None:
    known = _PARTS.get(locale) or _DIVISORS.get(locale) or dict.fromkeys(range(2, 10))
    larger = [parts for parts in known if parts > part]
    assume(larger)
    parts = larger[0] if data is None else data.draw(st.sampled_from(larger))

    said = _said(part, parts, locale)

    assert to_decimal(Fraction(part, parts)) == normalize.number(said, locale=locale)


@given(
    st.sampled_from(sorted(_MARKS)),
    st.integers(0, 9),
    st.text("0123456789", min_size=1, max_size=6),
)
@example("de", 4, "6")
@example("en", 0, "05")
def test_every_decimal_said_by_its_digits_is_read_back(
    locale: str, whole: int, digits: str
) -> None:
    assume((locale, whole) != ("tr", 1))  # "bir" at the beginning is an article
    ones = _ONES[locale].split()
    said = " ".join([ones[whole], _MARKS[locale], *(ones[int(digit)] for digit in digits)])
    said = said.replace(" ", "") if locale in ("zh", "ja") else said

    assert Decimal(f"{whole}.{digits}") == normalize.number(said, locale=locale)


@given(st.sampled_from(sorted(_WHOLES)), st.integers(0, 9), st.integers(1, 9))
def test_every_decimal_said_in_tenths_is_read_back(locale: str, whole: int, tenths: int) -> None:
    ones, (wholes, parts) = _ONES[locale].split(), _WHOLES[locale]

    said = f"{ones[whole]} {wholes} {ones[tenths]} {parts}"

    assert Decimal(f"{whole}.{tenths}") == normalize.number(said, locale=locale)


@given(st.integers(1, 999), st.integers(1, 15), st.integers(2, 16))
def test_a_mixed_number_in_figures_is_read_with_its_unit(whole: int, part: int, parts: int) -> None:
    value = Fraction(part, parts)
    assume(value < 1 and value.denominator == parts)

    found = normalize.measure(f"{whole} {part}/{parts} km", locale="en")

    assert to_decimal(whole + value) == found.low
    assert found.unit == "kilometer"


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "3/8 inch", "0.375 inch"),
        ("en", "½ litre", "0.5 liter"),
        ("ru", "3/4 кг", "0.75 kilogram"),
        ("be", "2 1/2 тоны", "2.5 metric_ton"),
        ("de", "3½ Jahre", "3.5 year"),
        ("en", "4-1/2 inches", "4.5 inch"),
        ("en", "three and three quarters percent", "3.75 percent"),
        ("ru", "шесть и две трети процента", "6.666666666666666666666666667 percent"),
        ("ru", "четверть тонны", "0.25 metric_ton"),
        ("de", "drei viertel Liter", "0.75 liter"),
        ("de", "zwei Komma fünf Millionen Euro", "2500000 EUR"),
        ("tr", "üç virgül yirmi beş milyar lira", "3250000000 TRY"),
        ("kk", "екі бүтін оннан үш пайыз", "2.3 percent"),
        ("az", "iki tam onda üç faiz", "2.3 percent"),
        ("uz", "ikki butun oʻndan uch foiz", "2.3 percent"),
        ("be", "дзве цэлыя тры дзясятыя працэнта", "2.3 percent"),
        ("en", "one third of a mile", "0.3333333333333333333333333333 mile"),
        ("en", "two years and a half", "2.5 year"),
        ("zh", "两个半月", "2.5 month"),
        ("zh", "三点五公里", "3.5 kilometer"),
        ("ko", "두 시간 반", "2.5 hour"),
    ],
)
def test_a_fraction_takes_its_unit(locale: str, text: str, value: str) -> None:
    assert value == str(normalize.measure(text, locale=locale))
    assert [value] == values(text, locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "130/65 mmHg"), ("fr", "120/80 mmHg"), ("en", "2/4 inch"), ("en", "24/7 km"),
     ("en", "5/7/2019 km")],
)  # fmt: skip
def test_figures_with_a_stroke_that_are_no_fraction_are_refused(locale: str, text: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        normalize.measure(text, locale=locale)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "it serves them 24/7", []),
        ("en", "in form 5/12 of them", []),
        ("tr", "onda altı kişi var", ["6 person"]),
        ("tr", "yüzde beş arttı", ["5 percent"]),
        ("kk", "оннан он екіге дейін", []),
        ("ru", "четыре целых две", []),
        ("ru", "половина рублей", ["0.5"]),
        ("ru", "двадцать пятая", ["25"]),
        ("zh", "第百分之七十百分位", ["70 percent"]),
        ("zh", "三分之二的企业", ["0.6666666666666666666666666667"]),
        ("en", "two thirds of the cars", ["0.6666666666666666666666666667"]),
    ],
)
def test_what_only_looks_like_a_fraction_of_a_unit_is_none(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "½", "0.5"),
        ("en", "4 1/2", "4.5"),
        ("en", "a million and a half", "1500000"),
        ("en", "five eighths", "0.625"),
        ("en", "nine quarters", None),
        ("ru", "миллион с половиной", "1500000"),
        ("zh", "四分之三", "0.75"),
        ("zh", "十分之七", "0.7"),
        ("zh", "二又四分之一", "2.25"),
        ("ko", "4분의 3", "0.75"),
        ("de", "zwanzigeinhalb", "20.5"),
        ("ru", "четыре целых две", None),
    ],
)
def test_a_number_may_be_a_fraction(locale: str, text: str, value: str | None) -> None:
    if value is None:
        with pytest.raises(errors.UnreadableTextError):
            normalize.number(text, locale=locale)
    else:
        assert Decimal(value) == normalize.number(text, locale=locale)


@pytest.mark.parametrize("parts", range(2, 130))
def test_figures_are_parts_of_what_people_divide_by(parts: int) -> None:
    is_inch = parts & parts - 1 == 0 and parts <= 64
    is_round = parts in (20, 25, 40, 50, 100)

    assert (parts <= 16 or is_inch or is_round) == figures.is_fraction(f"1/{parts}", 0)


@pytest.mark.parametrize("text", ["3/08", "03/8", "0 3/8", "8/3", "8/8", "6/8", "3/8/17", "3/8.5"])
def test_digits_with_a_stroke_are_no_part_of_one_where_they_may_be_a_date_or_a_code(
    text: str,
) -> None:
    assert not figures.is_fraction(text, 0)
    assert figures.is_fraction("3/8", 0)
    assert figures.is_fraction("9/1000", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a third year passed", []),
        ("a fifth tonne came", []),
        ("a third bus left", []),
        ("a tenth worker spoke", []),
        ("a third of a tonne", ["0.3333333333333333333333333333 metric_ton"]),
        ("a third of the buses", ["0.3333333333333333333333333333"]),
        ("a quarter hour", ["0.25 hour"]),
        ("one quarter hour", ["0.25 hour"]),
    ],
)
def test_a_part_that_may_be_a_place_in_a_row_is_neither(text: str, expected: list[str]) -> None:
    assert expected == values(text, "en")


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "a pipe of 1/4 to 1/2 inch", ["0.25 to 0.5 inch"]),
        ("en", "a pipe of 1/4 – 1/2 inch", ["0.25 to 0.5 inch"]),
        ("en", "a pipe of 1/4 to 2 inches", ["0.25 to 2 inch"]),
        ("ru", "от 1/4 до 1/2 дюйма", ["0.25 to 0.5 inch"]),
        ("de", "1/4 bis 1/2 Zoll", ["0.25 to 0.5 inch"]),
        ("en", "1/4 to 1/2 of the fleet", ["0.25", "0.5"]),
        ("en", "1/4 of 2 inches", ["0.25", "2 inch"]),
        ("en", "1/4 new 2 inches", ["0.25", "2 inch"]),
        ("en", "seven and one third tonnes", ["7.333333333333333333333333333 metric_ton"]),
        ("en", "seven and four thirds tonnes", ["1.333333333333333333333333333 metric_ton"]),
        ("de", "sieben und vier Drittel Tonnen", ["1.333333333333333333333333333 metric_ton"]),
    ],
)
def test_a_part_is_measured_where_a_unit_stands_behind_it_or_its_range(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)
