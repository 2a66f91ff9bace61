"""A number takes the unit of another for a reason that the words state, never for being near."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors, extract, normalize
from coopdata._lexicon.language import LANGUAGES

#: A language, a text, and the value and words of the mention that takes its unit from another.
CARRIED = [
    ("en", "Of the 1,250 employees, 480 are women.", "480", "480 person"),
    ("en", "It earned $6 million. Of that, 2.5 million was profit.", "2.5 million", "2500000 USD"),
    ("en", "Exports rose to 450 tonnes, up 12% from 380 in 2015.", "380", "380 metric_ton"),
    ("en", "The city has 40 buses, up from 35 a year earlier.", "35", "35 bus"),
    ("en", "It sold 340 buses in 2015 and 415 in 2016.", "415", "415 bus"),
    ("en", "$60 million goes into roads, 20 million into rails.", "20 million", "20000000 USD"),
    ("en", "The firm employs about 3,900 in Minsk.", "3,900", "about 3900 person"),
    ("en", "The number of robots is 412.", "412", "412 robot"),
    ("en", "The number of jobs rose from 2.4m to 3.1m.", "3.1m", "3100000 job"),
    ("ru", "Экспорт составил 450 млн долл., импорт — 320 млн.", "320 млн", "320000000 USD"),
    ("ru", "Выручка — 6 млн долл. В т. ч. 4 млн — экспорт.", "4 млн", "4000000 USD"),
    ("ru", "Вывезли 450 тонн против 380 годом ранее.", "380", "380 metric_ton"),
    ("ru", "Услуг — 142 млн, товаров — 1 015 млн долл.", "142 млн", "142000000 USD"),
    ("ru", "В Минске цена 6,75 руб., в Бресте — 14.", "14", "14 RUB"),
    ("ru", "Число роботов достигло 412.", "412", "412 robot"),
    ("be", "Прададзена 48 аўтобусаў, з іх 7 — у Мінску.", "7", "7 bus"),
    ("be", "Вываз паслуг — 142 млн, тавараў — 1 015 млн долараў.", "142 млн", "142000000 USD"),
    ("kk", "480 автобус шығарылды, бір жыл бұрын 450.", "450", "450 bus"),
    ("kk", "Экспорт 450 млн доллар, импорт 320 млн.", "320 млн", "320000000 USD"),
    ("uk", "Експорт — 450 млн доларів, імпорт — 320 млн.", "320 млн", "320000000 USD"),
    ("uk", "Вивезли 450 тонн проти 380 роком раніше.", "380", "380 metric_ton"),
    ("pl", "Sprzedano 48 autobusów, z nich 7 w Łodzi.", "7", "7 bus"),
    ("pl", "Eksport wyniósł 450 mln dolarów, import 320 mln.", "320 mln", "320000000 USD"),
    ("pl", "Wywieziono 450 ton wobec 380 rok wcześniej.", "380", "380 metric_ton"),
    ("es", "Se vendieron 48 autobuses, de ellos 7 en Madrid.", "7", "7 bus"),
    (
        "es",
        "La exportación sumó 450 millones de dólares y la importación 320 millones.",
        "320 millones",
        "320000000 USD",
    ),
    ("es", "La empresa emplea a 3.900 en Minsk.", "3.900", "3900 person"),
    ("ko", "버스 480대를 생산했으며, 그중 35대는 전기 버스다.", "35대", "35 bus"),
    ("ko", "수출은 450억 달러, 수입은 320억이었다.", "320억", "32000000000 USD"),
    ("tr", "480 otobüs üretildi, bir yıl önce 450.", "450", "450 bus"),
    ("tr", "İhracat 450 milyon dolar, ithalat 320 milyon.", "320 milyon", "320000000 USD"),
    ("zh", "项目总投资3.5亿元，其中外方出资1.8亿。", "1.8亿", "180000000 CNY"),
    ("zh", "出口额14亿美元，进口额8亿。", "8亿", "800000000 USD"),
    ("ja", "トラクターの生産は2450台で、増えた。", "2450台", "2450 tractor"),
    ("ja", "トラック50台とコンバイン30台を納めた。", "50台", "50 truck"),
    ("ja", "トラック50台とコンバイン30台を納めた。", "30台", "30 harvester"),
    ("ja", "三つの大きな工場を建てた。", "三つ", "3 plant"),
    ("fr", "Le pays a livré 480 bus, contre 450 un an plus tôt.", "450", "450 bus"),
    (
        "fr",
        "Le nombre d'emplois est passé de 2,4 à 3,1 millions.",
        "3,1 millions",
        "3100000 job",
    ),
    ("fr", "48 autobus ont été vendus, dont 7 à Lyon.", "7", "7 bus"),
    (
        "fr",
        "L'effort est de 6 millions d'euros, dont 4 millions en 2018.",
        "4 millions",
        "4000000 EUR",
    ),
    ("fr", "L'usine emploie 3 900 en tout.", "3 900", "3900 person"),
    ("de", "1250 Mitarbeiter, 480 davon sind Frauen.", "480", "480 person"),
    ("de", "480 Busse gegenüber 450 im Vorjahr.", "450", "450 bus"),
    ("de", "Das Land zahlt 6 Mio. Euro, der Bund 58 Mio.", "58 Mio.", "58000000 EUR"),
    ("de", "Das Werk beschäftigt 3900.", "3900", "3900 person"),
]
#: A language, a text, and the words of all that is read in it.
NOT_CARRIED = [
    ("en", "It costs $6.50 and 15 were built.", ["$6.50"]),
    ("en", "$6 million[3] was paid.", ["$6 million"]),
    ("en", "14 trucks. (3) The firm said", ["14 trucks"]),
    ("en", "They gave 5 TEU for 3 ETH.", ["5 TEU"]),
    ("en", "It cost $6 in Minsk and 14 in Brest were sold.", ["$6"]),
    ("en", "$6 million was paid, of which 3 in cash.", ["$6 million"]),
    ("ru", "Цена 9,75 руб., куплено 15.", ["9,75 руб."]),
    ("ru", "Доля — 8 %; станков — 52.", ["8 %"]),
    ("ru", "В Минске цена 6,75 руб., в Бресте продано 14.", ["6,75 руб."]),
    ("be", "Цана 9,75 руб., прададзена 15.", ["9,75 руб."]),
    ("uk", "Ціна 9,75 грн, продано 15.", ["9,75 грн"]),
    ("pl", "Cena 9,75 zł, sprzedano 15.", ["9,75 zł"]),
    ("es", "El precio es de 9,75 € y se vendieron 15.", ["9,75 €"]),
    ("kk", "Бағасы 9,75 теңге, 15 сатылды.", ["9,75 теңге"]),
    ("ko", "가격은 9.75달러, 15가 팔렸다.", ["9.75달러"]),
    ("tr", "Fiyatı 9,75 lira ve 15 satıldı.", ["9,75 lira"]),
    ("zh", "价格9.75元，卖了15。", ["9.75元"]),
    ("ja", "価格は9.75ドル、15が売れた。", ["9.75ドル"]),
    ("fr", "Le prix est de 9,75 €, 15 sont vendus.", ["9,75 €"]),
    ("de", "Der Preis war 9,75 € und 15 ist die Zahl.", ["9,75 €"]),
    ("de", "Er kostet 9,75 € im Handel und 15 im Lager sind rot.", ["9,75 €"]),
]
#: What stands for "and", by language.
AND = {
    "en": "and",
    "ru": "и",
    "be": "і",
    "uk": "і",
    "pl": "i",
    "es": "y",
    "kk": "және",
    "ko": "및",
    "tr": "ve",
    "zh": "和",
    "ja": "と",
    "de": "und",
    "fr": "et",
    "az": "və",
    "uz": "va",
}


@pytest.mark.parametrize(("locale", "text", "quote", "value"), CARRIED)
def test_a_reason_carries_the_unit(locale: str, text: str, quote: str, value: str) -> None:
    found = {one.span.of(text): str(one.value) for one in extract.mentions(text, locale=locale)}

    assert value == found.get(quote)


@pytest.mark.parametrize(("locale", "text", "quotes"), NOT_CARRIED)
def test_nothing_is_carried_without_a_reason(locale: str, text: str, quotes: list[str]) -> None:
    assert quotes == [one.span.of(text) for one in extract.mentions(text, locale=locale)]


@given(
    locale=st.sampled_from(LANGUAGES),
    price=st.integers(1, 999),
    other=st.integers(1, 1899),
    mark=st.sampled_from([" {} ", "; ", " ("]),
)
@example(locale="en", price=6, other=14, mark=" {} ")
def test_a_neighbour_lends_no_unit(locale: str, price: int, other: int, mark: str) -> None:
    text = f"{price} EUR{mark.format(AND[locale])}{other} qqqqx"

    assert [f"{price} EUR"] == [
        str(one.value) for one in extract.mentions(text, locale=locale) if one.kind == "money"
    ]


@pytest.mark.parametrize(
    ("text", "quote"), [("14[2] trucks", "14[2] trucks"), ("14 trucks[2]", "14 trucks")]
)
def test_the_mark_of_a_footnote_is_passed_over(text: str, quote: str) -> None:
    (found,) = extract.mentions(text, locale="en")

    assert ("14 truck", quote) == (str(found.value), found.span.of(text))


@pytest.mark.parametrize(
    ("locale", "text", "noun", "near"),
    [
        ("en", "12 killometers", "killometers", "kilometers"),
        ("ru", "12 килламетров", "килламетров", "километров"),
        ("be", "12 кілламетраў", "кілламетраў", "кіламетраў"),
        ("de", "12 Killometer", "Killometer", "kilometer"),
        ("tr", "12 killometre", "killometre", "kilometre"),
        ("kk", "12 киллометр", "киллометр", "километр"),
    ],
)
def test_an_unknown_noun_is_refused_with_the_nearest_unless_any_may_be_counted(
    locale: str, text: str, noun: str, near: str
) -> None:
    with pytest.raises(errors.UnknownNounError) as caught:
        normalize.measure(text, locale=locale)

    assert (noun, near) == (caught.value.noun, caught.value.nearest[0])
    assert "item" == normalize.measure(text, locale=locale, counted="any").unit


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "Es kostet 340 TEUR."),
        ("de", "vier Komma sechs Tonnen"),
        ("kk", "Ол 340 ТЕУР болды."),
    ],
)
def test_a_code_or_a_number_going_on_is_no_noun(locale: str, text: str) -> None:
    assert "item" not in [
        one.value.unit for one in extract.mentions(text, locale=locale) if one.kind == "number"
    ]


def test_a_flag_that_does_not_exist_is_refused() -> None:
    with pytest.raises(errors.InvalidValueError):
        normalize.measure("5 km", locale="en", counted="all")  # type: ignore[arg-type]  # on purpose
