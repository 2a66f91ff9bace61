"""One unit said for several numbers: lists, comparisons, levels; and signs that are no hedges."""

from __future__ import annotations

import pytest

from coopdata import extract

#: A text, and what each of its mentions is worth.
READ = {
    "lists": [
        ("en", "Nitrogen was applied at 60, 120 and 180 kg/ha", "60|120|180 kilogram/hectare"),
        ("de", "mit 60, 120 und 180 kg/ha", "60|120|180 kilogram/hectare"),
        ("ru", "по 60, 120 или 180 кг/га", "60|120|180 kilogram/hectare"),
        ("be", "па 60, 120 або 180 кг/га", "60|120|180 kilogram/hectare"),
        ("kk", "60, 120 және 180 кг/га", "60|120|180 kilogram/hectare"),
        ("tr", "60, 120 ve 180 kg/ha", "60|120|180 kilogram/hectare"),
        ("ko", "60, 120 및 180 kg/ha", "60|120|180 kilogram/hectare"),
        ("zh", "60、120和180 kg/ha", "60|120|180 kilogram/hectare"),
        ("en", "plants of 2, 3 and 5 million tonnes", "2000000|3000000|5000000 metric_ton"),
        ("ru", "по 2, 3 и 5 млн тонн", "2000000|3000000|5000000 metric_ton"),
    ],
    "comparisons": [
        ("en", "survival was 17.4 versus 12.1 months", "17.4|12.1 month"),
        ("ru", "выживаемость 17,4 против 12,1 месяца", "17.4|12.1 month"),
        ("de", "17,4 gegenüber 12,1 Monaten", "17.4|12.1 month"),
    ],
    "levels of a rate": [
        ("en", "slid from $112 to $94 a tonne", "112|94 USD/metric_ton"),
        ("ru", "опустилась с $112 до $94 за тонну", "112|94 USD/metric_ton"),
    ],
    "long hedges that open a range": [
        ("ru", "штраф в размере от 50 тысяч до 100 тысяч рублей", "50000 to 100000 RUB"),
        ("ru", "на сумму от пяти до десяти миллионов рублей", "5000000 to 10000000 RUB"),
    ],
    "by up to": [
        ("en", "may be increased by up to 25%", "at most 25 percent"),
        ("en", "rose to up to 25%", "25 percent"),
    ],
    "lengths of time that are no time of day": [
        ("ru", "После 500 часов работы", "500 hour"),
        ("be", "пасля 500 гадзін працы", "500 hour"),
        ("ru", "После 90 минут ожидания", "90 minute"),
    ],
    "no hedges": [
        ("en", "Shares -> -8%", "8 percent"),
        ("ru", "Акции -> 8 %", "8 percent"),
        ("en", "The offer is 5.5% + a one-off payment", "5.5 percent"),
        ("en", "5%+ growth", "more than 5 percent"),
    ],
    "years of a period": [
        ("en", "during the period 2025–2032.", "2025/2032"),
        ("ru", "в период 2025–2032.", "2025/2032"),
        ("be", "за перыяд 2025–2032.", "2025/2032"),
        ("de", "im Zeitraum 2025–2032.", "2025/2032"),
    ],
}

#: Texts in which the first number takes nothing from the second.
LEFT = [
    ("ru", "8, 895 тонн"),  # a number with a space too many, or two
    ("en", "It said 12, 15 tonnes"),
    ("ru", "в 14 часов"),
    ("ru", "после 10 часов"),
    ("de", "Kapitel 5, 6 Tonnen"),
]


@pytest.mark.parametrize(
    ("locale", "text", "said"), [case for cases in READ.values() for case in cases]
)
def test_each_number_has_the_unit_that_is_said_for_all(locale: str, text: str, said: str) -> None:
    numbers, _, unit = said.rpartition(" ")
    values = [one.strip() for one in (numbers or said).split("|")]
    wanted = [f"{one} {unit}" if numbers else one for one in values]

    assert [str(one.value) for one in extract.mentions(text, locale=locale)] == wanted


@pytest.mark.parametrize(("locale", "text"), LEFT)
def test_a_number_takes_no_unit_over_a_bare_comma_and_no_length_from_a_clock(
    locale: str, text: str
) -> None:
    first = next(at for at, character in enumerate(text) if character.isdecimal())
    found = extract.mentions(text, locale=locale)

    assert not [one for one in found if one.span.start <= first < one.span.end]
