"""Scale words behind a number, the smaller parts that follow, and the hedge that stands inside."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from texts import values

#: What is before the number, hundred and thousand, ten thousand, its square, "odd", the noun.
EAST = {
    "zh": ("出售了", "百千", "万", "亿", "余", "吨", "一二三四五六七八九"),
    "ja": ("", "百千", "万", "億", "余", "トン", "一二三四五六七八九"),
    "ko": ("", "백천", "만", "억", "여", " 톤", "일이삼사오육칠팔구"),
}
SMALL = (100, 1000)
DIGITS = st.integers(1, 9)


def said(text: str, locale: str) -> list[str]:
    return values(EAST[locale][0] + text + EAST[locale][5], locale)


def more_than(number: int) -> list[str]:
    return [f"more than {number} metric_ton"]


@pytest.mark.parametrize("locale", EAST)
@given(count=DIGITS, part=DIGITS, nth=st.integers(0, 1), in_words=st.booleans())
@example(count=3, part=5, nth=1, in_words=False)
@example(count=2, part=2, nth=0, in_words=True)
def test_a_hedge_stands_behind_any_scale_of_a_number(
    locale: str, count: int, part: int, nth: int, in_words: bool
) -> None:
    _, small, myriad, square, odd, _, digits = EAST[locale]
    one, other = (digits[count - 1], digits[part - 1]) if in_words else (str(count), str(part))
    scale, few = small[nth], part * SMALL[nth]

    assert more_than(few) == said(f"{other}{scale}{odd}", locale)
    assert more_than(few * 10**4) == said(f"{other}{scale}{odd}{myriad}", locale)
    assert more_than(few * 10**4) == said(f"{other}{scale}{myriad}{odd}", locale)
    assert more_than(count * 10**8) == said(f"{one}{square}{odd}", locale)
    total = count * 10**8 + few * 10**4
    assert more_than(total) == said(f"{one}{square}{other}{scale}{odd}{myriad}", locale)
    assert more_than(total) == said(f"{one}{square}{other}{scale}{myriad}{odd}", locale)
    assert more_than(count * 10**4 + few) == said(f"{one}{myriad}{other}{scale}{odd}", locale)
    if locale != "ja" or not in_words:
        plain = f"{one}{myriad}{other}{scale}"
        assert [f"{count * 10**4 + few} metric_ton"] == said(plain, locale)


WORDED = {
    "en": ("sold", "million", "thousand", "tonnes"),
    "de": ("verkauft", "Mio.", "Tsd.", "Tonnen"),
    "ru": ("продали", "млн", "тыс.", "тонн"),
    "be": ("прадалі", "млн", "тыс.", "тон"),
    "uk": ("продали", "млн", "тис.", "тонн"),
    "kk": ("сатылды", "млн", "мың", "тонна"),
    "tr": ("satılan", "milyon", "bin", "ton"),
}


@pytest.mark.parametrize("locale", WORDED)
@given(many=st.integers(2, 9), few=st.integers(2, 999))
@example(many=2, few=300)
def test_a_smaller_part_adds_where_it_has_a_smaller_scale(locale: str, many: int, few: int) -> None:
    before, large, small, unit = WORDED[locale]
    whole = [f"{many * 10**6 + few * 1000} metric_ton"]

    assert whole == values(f"{before} {many} {large} {few} {small} {unit}", locale)
    for text in (
        f"{before} {many} {small} {few} {large} {unit}",  # it would grow
        f"{before} {many} {large} {few} {large} {unit}",
    ):
        assert not set(values(text, locale)) & {
            f"{many * 1000 + few * 10**6} metric_ton",
            f"{(many + few) * 10**6} metric_ton",
        }


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "sold a thousand thousand trucks", []),
        ("en", "sold two thousand thousand trucks", []),
        ("en", "5m-10m tonnes of grain", ["5000000 to 10000000 metric_ton"]),
        ("en", "5k-10m tonnes of grain", []),
        ("en", "built 5m-10m there", []),
        ("ru", "две трети тонны", ["0.6666666666666666666666666667 metric_ton"]),
        ("ru", "двадцать третьей тонны", ["23"]),
        ("zh", "一亿两千五百多万元", ["more than 125000000 CNY"]),
        ("zh", "两千五百多万元", ["more than 25000000 CNY"]),
        ("ko", "이천오백여만 원", ["more than 25000000 KRW"]),
        ("ko", "6천 5백만 원", ["65000000 KRW"]),
        ("zh", "3万零5百辆汽车", ["30500 vehicle"]),
        ("zh", "1千2百万辆汽车", ["12000000 vehicle"]),
        ("tr", "5 bin 300'den fazla otobüs", ["more than 5300 bus"]),
    ],
)
def test_a_scale_counts_where_it_can(locale: str, text: str, expected: list[str]) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("de", "der 500.000. Traktor", ["500000"]),
        ("tr", "100. traktör", ["100"]),
        ("pl", "500. traktor", ["500"]),
        ("de", "Es waren 500. Dann kamen sie", []),
        ("de", "Es waren 500. und dann kamen sie", []),
        ("de", "der 500.", []),
        ("de", "der 500. ", []),
        ("tr", "onlar 100. Ankara", []),
        ("tr", "onlar 100. ve gitti", []),
        ("pl", "było 500. i poszli", []),
    ],
)
def test_a_full_stop_makes_a_place_in_a_row_before_a_noun_alone(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("ko", "3억 2천 340여 대", ["more than 300002340 item"]),
        ("ko", "1만 2천 340여 명", ["more than 12340 person"]),
        ("zh", "3万2千340余辆", ["more than 32340 vehicle"]),
        ("ko", "자동차 1만 2천여 대", ["more than 12000 vehicle"]),
    ],
)
def test_a_hedge_behind_the_last_part_bounds_them_all(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)
