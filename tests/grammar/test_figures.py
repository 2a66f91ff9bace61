"""A number in figures is read whole or not at all: marks, signs, tolerances, powers of ten."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

import support
from coopdata import errors, extract, normalize
from coopdata._lexicon.locale import lexicon
from coopdata._numbers import figures
from coopdata._text.fold import prepared

#: Digits that hang on what was read, with a mark or without.
_AHEAD = re.compile(r"[.,'\u2019\uff0c\uff0e\u066b\u066c]?\d")

NEAR = st.lists(
    st.sampled_from(
        [*"0123456789", "360", "000", *".,'\u2019\uff0c -\u2013\u2212$%x", " km", " °C", "万", "元"]
    ),
    min_size=2,
    max_size=12,
).map("".join)


def values(text: str, locale: str) -> list[str]:
    """Return what the mentions of a text say, a decrease as a negative number."""
    found = extract.mentions(text, locale=locale)
    return [str(one.value * -1 if one.change == "decrease" else one.value) for one in found]


def whole(text: str, locale: str) -> str:
    """Return what the whole text says."""
    return str(normalize.measure(text, locale=locale))


@given(text=NEAR, locale=st.sampled_from(support.WORDED))
@example(text="1,3600万元", locale="zh")
@example(text="3\u2019860,5 km", locale="de")
@example(text="13\uff0c600元", locale="zh")
@example(text="12,34 km", locale="en")
def test_no_digit_hangs_on_what_was_read(text: str, locale: str) -> None:
    for mention in extract.mentions(f"a {text} b", locale=locale):
        start, end = mention.span.start - 2, mention.span.end - 2

        if mention.kind != "period" and text[start : start + 1].isdecimal():
            assert not re.search(r"\d[.,'\u2019\uff0c]?$", text[:start])
        if mention.kind != "period" and text[end - 1 : end].isdecimal():
            assert not _AHEAD.match(text, end)


LEADING = [
    ("en", ".4 tonnes", "0.4 metric_ton"),
    ("en", ".35%", "0.35 percent"),
    ("en", "$.75", "0.75 USD"),
    ("en", "-.5 °C", "-0.5 degree_celsius"),
    ("en", ".4-.5 tonnes", "0.4 to 0.5 metric_ton"),
    ("ru", ",6 км", "0.6 kilometer"),
    ("be", ",6 км", "0.6 kilometer"),
    ("kk", ",6 км", "0.6 kilometer"),
    ("de", ",6 Kilometer", "0.6 kilometer"),
    ("tr", ",6 km", "0.6 kilometer"),
    ("ko", ".6 km", "0.6 kilometer"),
    ("zh", ".6公里", "0.6 kilometer"),
]


@pytest.mark.parametrize(("locale", "text", "value"), LEADING)
def test_a_mark_at_the_beginning_of_a_number_is_its_decimal_mark(
    locale: str, text: str, value: str
) -> None:
    assert value == whole(text, locale)
    assert [value] == values(f"of {text}", locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", ",4 tonnes"),
        ("de", ".4 Tonnen"),
        ("tr", ".5 km"),
        ("ko", ",5 km"),
        ("en", "1..4 tonnes"),
        ("en", ".4.5 tonnes"),
        ("en", "end.4 of them"),
        ("en", "the .22 rifles"),
        ("en", "version .4"),
    ],
)
def test_another_mark_before_the_digits_is_never_dropped(locale: str, text: str) -> None:
    assert [] == values(text, locale)
    with pytest.raises(errors.UnreadableTextError):
        normalize.percent(text, locale=locale)


SIGNED = [
    ("en", "−$4 million", "-4000000 USD"),
    ("en", "-€5", "-5 EUR"),
    ("en", "$-5", "-5 USD"),
    ("en", "US$ −5", "-5 USD"),
    ("en", "–6 °C", "-6 degree_celsius"),
    ("en", "—6 °C", "-6 degree_celsius"),
    ("en", "minus $4 million", "-4000000 USD"),
    ("en", "minus 13 percent", "-13 percent"),
    ("en", "minus thirteen percent", "-13 percent"),
    ("en", "-5 to 7 °C", "-5 to 7 degree_celsius"),
    ("en", "-7 to -5 °C", "-7 to -5 degree_celsius"),
    ("ru", "–6 °C", "-6 degree_celsius"),
    ("ru", "минус 13 %", "-13 percent"),
    ("ru", "минус 4 млн руб.", "-4000000 RUB"),
    ("ru", "от -5 до 7 °C", "-5 to 7 degree_celsius"),
    ("be", "мінус 13 %", "-13 percent"),
    ("be", "мінус 6 градусаў", "-6 degree"),
    ("kk", "минус 13 %", "-13 percent"),
    ("de", "minus 13 Prozent", "-13 percent"),
    ("de", "minus 4 Millionen Euro", "-4000000 EUR"),
    ("tr", "eksi yüzde 13", "-13 percent"),
    ("tr", "eksi 13 lira", "-13 TRY"),
    ("ko", "마이너스 13%", "-13 percent"),
    ("ko", "마이너스 4만 원", "-40000 KRW"),
    ("zh", "负13%", "-13 percent"),
    ("zh", "负4万元", "-40000 CNY"),
]


@pytest.mark.parametrize(("locale", "text", "value"), SIGNED)
def test_a_sign_is_never_lost(locale: str, text: str, value: str) -> None:
    assert value == whole(text, locale)
    assert [value] == values(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "Minsk – 300 km", ["300 kilometer"]),
        ("en", "Minsk –300 km", ["300 kilometer"]),
        ("en", "the road—300 km—is closed", ["300 kilometer"]),
        ("de", "Gesamtpreis – 5 Euro", ["5 EUR"]),
        ("ru", "Итог — 5 млн руб.", ["5000000 RUB"]),
        ("ru", "доля –7 %", []),
        ("en", "- 5 trucks", ["5 truck"]),
        ("en", "from 5 –6 °C", ["5 to 6 degree_celsius"]),
        ("en", "-5–7 °C", []),
        ("en", "profit minus $5 million in costs", []),
        ("en", "10 minus 3 percent", ["3 percent"]),
        ("ru", "минус 5 до 10 градусов", []),
        ("ru", "минус 5–10 градусов", ["-10 to -5 degree"]),
        ("zh", "零下5到10度", ["-10 to -5 degree_celsius"]),
        ("en", "from -$5 million to $7 million", ["-5000000 to 7000000 USD"]),
        ("de", "von –12 bis –6 °C", ["-12 to -6 degree_celsius"]),
        ("ru", "–5...+3 °C", ["-5 to 3 degree_celsius"]),
        ("zh", "由企业自负30%", []),
        ("zh", "增长率为负5%", ["-5 percent"]),
        ("en", "a return of –4 %", ["-4 percent"]),
        ("zh", "气温为-5℃", ["-5 degree_celsius"]),
    ],
)
def test_a_dash_is_a_minus_only_where_it_can_be_nothing_else(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


FOREIGN = [
    ("CHF 3’860.40", "3860.40 CHF"),
    ("1,360,000 °C", "1360000 degree_celsius"),
    ("1.360.000 °C", "1360000 degree_celsius"),
    ("1,360,000.50 °C", "1360000.50 degree_celsius"),
    ("1.360.000,50 °C", "1360000.50 degree_celsius"),
    ("1\u2009360\u2009000 °C", "1360000 degree_celsius"),
    ("1\u202f360\u202f000 °C", "1360000 degree_celsius"),
    ("12,34,567 °C", "1234567 degree_celsius"),
    ("1,23,45,678.50 °C", "12345678.50 degree_celsius"),
    ("1٬360٬000 °C", "1360000 degree_celsius"),
]


@pytest.mark.parametrize("locale", support.WORDED)
@pytest.mark.parametrize(("text", "value"), FOREIGN)
def test_marks_of_another_country_are_read_where_one_reading_is_left(
    text: str, value: str, locale: str
) -> None:
    assert value == whole(text, locale)
    assert [value] == values(f"of {text}", locale)


@pytest.mark.parametrize("locale", support.WORDED)
@pytest.mark.parametrize(
    "text", ["1,360,00 °C", "1.36.000 °C", "0,360,000 °C", "1’36 °C", "3'4'5 °C"]
)
def test_marks_that_make_no_one_number_are_refused_whole(text: str, locale: str) -> None:
    assert [] == values(f"of {text}", locale)
    with pytest.raises(errors.UnreadableTextError):
        normalize.measure(text, locale=locale)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("zh", "13，600元", ["13600 CNY"]),
        ("zh", "3．5万元", ["35000 CNY"]),
        ("zh", "1,3600万元", []),
        ("zh", "有5，20元", []),
        ("ko", "1,3600만 원", []),
        ("ru", "1,3600,5 миллиона рублей", []),
        ("en", "12,34 km", []),
        ("en", "1,360 km", ["1360 kilometer"]),
        ("de", "1,360 km", ["1.360 kilometer"]),
        ("de", "1.360 km", ["1360 kilometer"]),
    ],
)
def test_one_mark_stays_with_the_language(locale: str, text: str, expected: list[str]) -> None:
    assert expected == values(text, locale)


POWERS = [
    ("en", "18 ± 4 °C", "14 to 22 degree_celsius"),
    ("de", "18 +/- 4 °C", "14 to 22 degree_celsius"),
    ("ru", "18 ± 4 °C", "14 to 22 degree_celsius"),
    ("tr", "-18 ± 4 °C", "-22 to -14 degree_celsius"),
    ("en", "18 ± 0.5 %", "17.5 to 18.5 percent"),
    ("en", "4.1×10⁵ t", "410000 metric_ton"),
    ("en", "4.1 x 10^5 t", "410000 metric_ton"),
    ("en", "4.1 x10^5 t", "410000 metric_ton"),
    ("ru", "4,1·10^5 т", "410000 metric_ton"),
    ("de", "4,1 × 10⁻³ t", "0.0041 metric_ton"),
    ("en", "1.2E5 t", "120000 metric_ton"),
    ("en", "1.2e-3 t", "0.0012 metric_ton"),
    ("zh", "4.1×10⁵吨", "410000 metric_ton"),
    ("en", "10^5 t", "100000 metric_ton"),
    ("en", "10⁻³ kg", "0.001 kilogram"),
    ("en", "5 ± 1 million people", "4000000 to 6000000 person"),
]


@pytest.mark.parametrize(("locale", "text", "value"), POWERS)
def test_a_tolerance_and_a_power_of_ten_belong_to_their_number(
    locale: str, text: str, value: str
) -> None:
    assert value == whole(text, locale)
    assert [value] == values(text, locale)


@pytest.mark.parametrize("text", ["within ±4 %", "+/-4 %", "10² t", "the 5E3 model", "4.1×10⁵.5 t"])
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert [] == values(text, "en")


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", ".4", "0.4"),
        ("en", "–4", "-4"),
        ("en", "minus five", "-5"),
        ("ru", "минус 5", "-5"),
        ("en", "4.1×10⁵", "410000"),
        ("ru", "1,360,000", "1360000"),
    ],
)
def test_a_number_alone_is_read_so_too(locale: str, text: str, value: str) -> None:
    assert Decimal(value) == normalize.number(text, locale=locale)


@pytest.mark.parametrize(
    ("locale", "unit"),
    [("ru", "км"), ("uk", "грн"), ("be", "км"), ("kk", "теңге"), ("uz", "soʻm")],
)
def test_a_point_before_three_digits_is_read_only_where_it_can_be_one_thing(
    locale: str, unit: str
) -> None:
    by_figures = {
        "12.500": [],
        "12.5": ["12.5"],
        "0.125": ["0.125"],
        "1234.500": ["1234.500"],
        "12.500.000": ["12500000"],
        "12,500": ["12.500"],
    }
    for number, expected in by_figures.items():
        found = values(f"{number} {unit}", locale)

        assert expected == [value.partition(" ")[0] for value in found], number


def readings(run: str, decimal: str, group: str) -> set[str]:
    """Return the numbers that a run of digits and marks may be in a language with these marks."""
    first, *rest = re.split(r"([^\d])", run)
    marks, parts = rest[::2], rest[1::2]
    found = set()
    for grouped in range(len(marks) + 1):
        groups, kept = marks[:grouped], marks[grouped:]
        if groups:
            is_first = 0 < len(first) <= 3 and first[0] != "0"
            is_even = set(map(len, parts[:grouped])) == {3} and len(set(groups)) == 1
            if not (is_first and is_even and groups[0] in group):
                continue
        plain = "".join([first, *parts[:grouped]])
        if not kept:
            found.add(plain)
        elif len(kept) == 1 and kept[0] in decimal and kept[0] not in groups:
            found.add(f"{plain}.{parts[-1]}")
    return found


RUNS = st.lists(
    st.tuples(
        st.sampled_from(",.'"),
        st.one_of(st.just("000"), st.from_regex(r"\A[0-9]{1,4}\Z")),
    ),
    max_size=3,
)


@pytest.mark.parametrize("locale", support.WORDED)
@given(first=st.from_regex(r"\A[0-9]{1,4}\Z"), more=RUNS)
@example(first="1", more=[(".", "360"), (".", "000")])
@example(first="1", more=[(".", "360")])
@example(first="1", more=[(",", "360"), (".", "5")])
@example(first="1", more=[(".", "360"), (",", "5")])
@example(first="1", more=[(".", "360"), (".", "500"), (",", "5")])
@example(first="1", more=[("'", "360"), (".", "5"), (",", "5")])
@example(first="1000", more=[(",", "360"), (".", "5")])
@example(first="0", more=[(".", "360"), (".", "500")])
@example(first="0", more=[(",", "360")])
def test_marks_are_read_where_the_language_leaves_one_reading(
    locale: str, first: str, more: list[tuple[str, str]]
) -> None:
    lex = lexicon(locale)
    run = first + "".join(map("".join, more))
    possible = readings(run, lex.decimal, lex.group)
    own = {one for one in possible if len(more) == 1 and more[0][0] == lex.decimal[0]}
    decided = {one for one in own if "." in one} or possible
    shape = figures._shape(run, lex.decimal, lex.group)

    assert (len(run), *decided) == shape if len(decided) == 1 else shape is None


@pytest.mark.parametrize("locale", sorted({*support.locales(), "de_CH", "en_IN", "en_ZA", "es_MX"}))
def test_what_a_locale_prints_is_read_to_the_letter(locale: str) -> None:
    for value in map(Decimal, ("0.5", "1.25", "1.234", "12.345", "1234.5", "1234567.25")):
        text = prepared(format_decimal(value, format="#,##0.####", locale=locale))
        found = figures.digits_at(text, 0, lexicon(locale))

        assert found is not None
        assert (value, len(text)) == (found.value, found.end)


@pytest.mark.parametrize(("locale", "mark"), [("de_CH", "."), ("en_ZA", ","), ("de_AT", ",")])
def test_a_region_may_have_another_mark_before_the_digits(locale: str, mark: str) -> None:
    assert Decimal("0.4") == normalize.number(f"{mark}4", locale=locale)
    assert figures.leads("of .4", 4, lexicon("en"))
    assert not figures.leads("of ,4", 4, lexicon("en"))
    assert not figures.leads("of/.4", 4, lexicon("en"))
