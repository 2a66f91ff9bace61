"""What farms, mines, mills and ships measure in, read by its whole name and not by half of it."""

from __future__ import annotations

import pytest

from coopdata import extract, values

#: A language, a quantity in its words, and what it is.
TRADE = [
    ("en", "12 mu", "12 mu"),
    ("zh", "12亩", "12 mu"),
    ("ko", "12 MMBtu", "12 mmbtu"),
    ("en", "12 USD/MMBtu", "12 USD/mmbtu"),
    ("en", "5 million barrels of oil equivalent", "5000000 barrel_of_oil_equivalent"),
    ("en", "200 million boe", "200000000 barrel_of_oil_equivalent"),
    ("ru", "5 млн баррелей нефтяного эквивалента", "5000000 barrel_of_oil_equivalent"),
    ("zh", "100万桶油当量", "1000000 barrel_of_oil_equivalent"),
    ("en", "12 tce", "12 tonne_of_coal_equivalent"),
    ("ru", "12 тыс. т у. т.", "12000 tonne_of_coal_equivalent"),
    ("be", "12 тыс. т у. п.", "12000 tonne_of_coal_equivalent"),
    ("kk", "12 тонна шартты отын", "12 tonne_of_coal_equivalent"),
    ("tr", "12 ton eşdeğer kömür", "12 tonne_of_coal_equivalent"),
    ("zh", "300万吨标准煤", "3000000 tonne_of_coal_equivalent"),
    ("de", "3 Mio. t SKE", "3000000 tonne_of_coal_equivalent"),
    ("de", "3 Mio. t RÖE", "3000000 tonne_of_oil_equivalent"),
    ("fr", "5 millions de tonnes équivalent pétrole", "5000000 tonne_of_oil_equivalent"),
    ("fr", "300 tec", "300 tonne_of_coal_equivalent"),
    ("fr", "200 bep", "200 barrel_of_oil_equivalent"),
    ("fr", "50 000 tpl", "50000 deadweight_tonne"),
    ("fr", "3 milliards de tonnes-kilomètres", "3000000000 metric_ton*kilometer"),
    ("fr", "12 000 heures de travail", "12000 person*hour"),
    ("en", "50,000 dwt", "50000 deadweight_tonne"),
    ("ko", "5만 DWT", "50000 deadweight_tonne"),
    ("zh", "5万载重吨", "50000 deadweight_tonne"),
    ("de", "50.000 tdw", "50000 deadweight_tonne"),
    ("ru", "3 млрд т-км", "3000000000 metric_ton*kilometer"),
    ("ru", "3 млрд тонно-километров", "3000000000 metric_ton*kilometer"),
    ("be", "3 млрд тона-кіламетраў", "3000000000 metric_ton*kilometer"),
    ("kk", "3 млрд тонна-километр", "3000000000 metric_ton*kilometer"),
    ("ru", "4 млрд пасс.-км", "4000000000 passenger*kilometer"),
    ("be", "4 млрд пасажыра-кіламетраў", "4000000000 passenger*kilometer"),
    ("kk", "4 млрд жолаушы-километр", "4000000000 passenger*kilometer"),
    ("ru", "100 чел.-ч", "100 person*hour"),
    ("ru", "12 тыс. человеко-часов", "12000 person*hour"),
    ("be", "12 тыс. чалавека-гадзін", "12000 person*hour"),
    ("kk", "12 мың адам-сағат", "12000 person*hour"),
    ("en", "500 machine-hours", "500 machine*hour"),
    ("ru", "500 машино-часов", "500 machine*hour"),
    ("de", "500 Maschinenstunden", "500 machine*hour"),
    ("tr", "500 makine-saat", "500 machine*hour"),
    ("ru", "5 акр-футов", "5 acre_foot"),
]
SENTENCES = {
    "en": "It had {}.",
    "ru": "Всего {}.",
    "be": "Усяго {}.",
    "kk": "Барлығы {}.",
    "ko": "총 {}.",
    "tr": "Toplam {}.",
    "zh": "共{}。",
    "de": "Es waren {}.",
    "fr": "Cela fait {}.",
}


@pytest.mark.parametrize(("locale", "words", "value"), TRADE)
def test_a_unit_of_trade_is_read_whole(locale: str, words: str, value: str) -> None:
    text = SENTENCES[locale].format(words)
    (mention,) = extract.mentions(text, locale=locale)

    assert value == str(mention.value)
    assert words.rstrip(".") == text[mention.span.start : mention.span.end].rstrip(".")


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("ru", "Их 12 тут нет.", None),
        ("ru", "Принято 100 чел. в час.", "100 person/hour"),
        ("en", "It burned 5 tonnes of coal.", "5 metric_ton"),
        ("zh", "共300万吨煤。", "3000000 metric_ton"),
    ],
)
def test_words_that_only_begin_like_one_keep_their_sense(
    locale: str, text: str, value: str | None
) -> None:
    assert [value] * (value is not None) == [
        str(one.value) for one in extract.mentions(text, locale=locale)
    ]


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("15 mu", "1 hectare"),
        ("10 tonne_of_coal_equivalent", "7 tonne_of_oil_equivalent"),
        ("5 barrel_of_oil_equivalent", "29 mmbtu"),
    ],
)
def test_equivalents_have_the_sizes_of_their_sources(many: str, one: str) -> None:
    assert not values.Measure.from_text(many) < values.Measure.from_text(one)
    assert not values.Measure.from_text(one) < values.Measure.from_text(many)
