"""Comparisons in words, hedges and ranges: what bounds a number, what holds for both of two."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coopdata import errors, extract, normalize
from coopdata.normalize import LANGUAGES
from coopdata.values import Measure

COMPARED = {
    "en": {
        "greater than or equal to 14 kg": "at least 14 kilogram",
        "14 or more tonnes": "at least 14 metric_ton",
        "equal to or less than 6 kg": "at most 6 kilogram",
        "≤ 6 kg": "at most 6 kilogram",
        "not less than or about 5 tonnes": "at least 5 metric_ton",
    },
    "ru": {
        "больше либо равно 14 кг": "at least 14 kilogram",
        "меньше или равно 6 кг": "at most 6 kilogram",
        "не менее или около 5 тонн": "at least 5 metric_ton",
        "14 и более тонн": "at least 14 metric_ton",
        "14 или менее тонн": "at most 14 metric_ton",
        "14 тонн и более": "at least 14 metric_ton",
        "≥ 14 кг": "at least 14 kilogram",
        "< 5 %": "less than 5 percent",
    },
    "be": {
        "больш або роўна 14 кг": "at least 14 kilogram",
        "менш ці роўна 6 кг": "at most 6 kilogram",
        "14 і больш тон": "at least 14 metric_ton",
        "> 5 %": "more than 5 percent",
    },
    "uk": {
        "більше або дорівнює 14 кг": "at least 14 kilogram",
        "менше або дорівнює 6 кг": "at most 6 kilogram",
        "14 і більше тонн": "at least 14 metric_ton",
        "щонайбільше 6 тонн": "at most 6 metric_ton",
        "> 5 %": "more than 5 percent",
    },
    "pl": {
        "większa lub równa 14 kg": "at least 14 kilogram",
        "mniejsza lub równa 6 kg": "at most 6 kilogram",
        "14 i więcej ton": "at least 14 metric_ton",
        "co najwyżej 6 ton": "at most 6 metric_ton",
        "niespełna 5 %": "less than 5 percent",
        "przeszło 5 %": "more than 5 percent",
    },
    "es": {
        "mayor o igual que 14 kg": "at least 14 kilogram",
        "igual o inferior a 6 kg": "at most 6 kilogram",
        "14 toneladas o más": "at least 14 metric_ton",
        "como mucho 6 toneladas": "at most 6 metric_ton",
        "por debajo del 5 %": "less than 5 percent",
        "rozan el 5 %": "about 5 percent",
        "no podrá exceder de 6 kg": "at most 6 kilogram",
    },
    "de": {
        "mindestens gleich 14 kg": "at least 14 kilogram",
        "größer oder gleich 14 kg": "at least 14 kilogram",
        "kleiner gleich 6 kg": "at most 6 kilogram",
        "14 oder mehr Tonnen": "at least 14 metric_ton",
        "14 und weniger Tonnen": "at most 14 metric_ton",
    },
    "kk": {
        "14 кг-нан көп немесе тең": "at least 14 kilogram",
        "14 кг-ға тең немесе одан аз": "at most 14 kilogram",
        "14 және одан көп тонна": "at least 14 metric_ton",
        "≤ 14 кг": "at most 14 kilogram",
        "5 пайыздан 15 пайызға дейін": "5 to 15 percent",
        "15 пайызға дейін": "at most 15 percent",
    },
    "az": {
        "14 kq-dan çox və ya bərabər": "at least 14 kilogram",
        "14 kq-a bərabər və ya daha az": "at most 14 kilogram",
        "14 tondan az olmayaraq": "at least 14 metric_ton",
        "5 faizdən 15 faizə qədər": "5 to 15 percent",
        "15 faizə qədər": "at most 15 percent",
        "15 faizədək": "at most 15 percent",
        "60 MVt-dək": "at most 60 megawatt",
        "40 manatdan çox": "more than 40 AZN",
    },
    "uz": {
        "14 kg dan ortiq": "more than 14 kilogram",
        "14 tonnadan kam boʻlmagan": "at least 14 metric_ton",
        "5 foizdan 15 foizgacha": "5 to 15 percent",
        "15 foizgacha": "at most 15 percent",
        "5-6 tonnagacha": "at most 6 metric_ton",
        "60 MVt gacha": "at most 60 megawatt",
        "40 ming so`mdan koʻp": "more than 40000 UZS",
        "50 tagacha avtobus": "at most 50 bus",
    },
    "tr": {
        "14 kg'dan büyük veya eşit": "at least 14 kilogram",
        "14 kg'a eşit veya daha az": "at most 14 kilogram",
        "14 ve üzeri ton": "at least 14 metric_ton",
        "14 ton ve üzeri": "at least 14 metric_ton",
    },
    "ko": {
        "14kg보다 크거나 같다": "at least 14 kilogram",
        "14kg과 같거나 작은": "at most 14 kilogram",
        "14kg 이상": "at least 14 kilogram",
    },
    "fr": {
        "supérieur ou égal à 14 kg": "at least 14 kilogram",
        "inférieur ou égal à 6 kg": "at most 6 kilogram",
        "14 tonnes ou plus": "at least 14 metric_ton",
        "14 tonnes et moins": "at most 14 metric_ton",
        "pas moins de 14 tonnes": "at least 14 metric_ton",
        "pas plus de 5 %": "at most 5 percent",
        "un peu plus de 5 %": "more than 5 percent",
    },
    "zh": {
        "大于或等于14公斤": "at least 14 kilogram",
        "小于等于14公斤": "at most 14 kilogram",
        "14吨以上": "at least 14 metric_ton",
    },
    "ja": {
        "14トン以上": "at least 14 metric_ton",
        "14トン以下": "at most 14 metric_ton",
        "14トン未満": "less than 14 metric_ton",
        "14トン超": "more than 14 metric_ton",
        "14トン強": "more than 14 metric_ton",
        "14トン弱": "about 14 metric_ton",
        "14トンを上回る": "more than 14 metric_ton",
        "14トンに満たない": "less than 14 metric_ton",
        "≧14トン": "at least 14 metric_ton",
    },
}

#: Words that look like a bound and are none, or that are one in this place alone.
SAID = {
    "en": {
        "worth $312 million, or more than 30 per cent of it": [
            "312000000 USD",
            "more than 30 percent",
        ],
        "sales have yet to exceed 5 million tonnes": ["5000000 metric_ton"],
        "the fields stretch over 170 hectares": ["170 hectare"],
        "over 170 hectares of land were flooded": ["more than 170 hectare"],
        "$5 plus tax": ["5 USD"],
        "it costs $5 plus": ["more than 5 USD"],
        "prices from $5": ["at least 5 USD"],
        "prices: from $5": ["at least 5 USD"],
        "it fell from $5": ["5 USD"],
        "5 years and a half million people": ["5 year", "500000 person"],
        "he took from $5 million": ["5000000 USD"],
    },
    "ru": {
        "5 тыс. руб. плюс НДС": ["5000 RUB"],
        "цены — от 5 млн руб.": ["at least 5000000 RUB"],
        "отказались от 5 тыс. руб.": ["5000 RUB"],
        "30 тонн и более 200 км": ["30 metric_ton", "more than 200 kilometer"],
    },
    "be": {"цана ад 5 руб.": ["at least 5 BYN"], "адмовіліся ад 5 руб.": ["5 BYN"]},
    "pl": {
        "cena od 5 zł": ["at least 5 PLN"],
        "zrezygnowali od 5 zł": ["5 PLN"],
        "hala pomieści do 500 osób": ["at most 500 person"],
        "eksportuje do 30 krajów": ["30 country"],
        "eksportuje do ponad 30 krajów": ["more than 30 country"],
        "eksportuje do 30 tys. ton": ["at most 30000 metric_ton"],
        "Strażacy wyjechali do 12 pożarów.": ["12 fire"],
        "prawo do 26 dni urlopu": ["26 day"],
    },
    "uk": {
        "ціна від 5 грн": ["at least 5 UAH"],
        "відмовилися від 5 грн": ["5 UAH"],
        "експортує до 30 країн": ["30 country"],
        "експортує до 30 тис. тонн": ["at most 30000 metric_ton"],
    },
    "de": {
        "5 Mio. Euro plus Mehrwertsteuer": ["5000000 EUR"],
        "Preise ab 5 Euro": ["at least 5 EUR"],
        "Preis: von 5 Euro": ["5 EUR"],
        "um die Hälfte gesunken": ["0.5"],
        "Die Zahl sank um die Hälfte.": ["0.5"],
        "um fast die Hälfte gesunken": ["about 0.5"],
        "um die Hälfte der Flotte": ["about 0.5"],
        "um die 500 Arbeiter": ["about 500 person"],
    },
    "es": {
        "precio desde 5 euros": ["at least 5 EUR"],
        "viajó desde 5 km": ["5 kilometer"],
        "exporta a 30 países": ["30 country"],
        "llegó hasta los 30 países": ["at most 30 country"],
        "bajó de 8 a 6 %": ["8 percent", "6 percent"],
        "cuesta de 8 a 12 euros": ["8 to 12 EUR"],
        "500 pesos": [],
        "500 pesos mexicanos": ["500 MXN"],
        "5 libras": [],
        "5 millones de libras": ["5000000 GBP"],
        "2 billones de euros": ["2000000000000 EUR"],
        "2 mil millones de euros": ["2000000000 EUR"],
        "un 5 % de una empresa": ["5 percent"],
        "5 libras esterlinas y medio millón de euros": ["5 GBP", "500000 EUR"],
        "5 horas y media": ["5.5 hour"],
        "1 de 10 kg y 5 de los 10 camiones": ["10 kilogram", "5 truck", "10 truck"],
    },
    "fr": {
        "prix à partir de 5 euros": ["at least 5 EUR"],
        "l'usine exporte jusqu'à 30 000 tonnes": ["at most 30000 metric_ton"],
        "plus de 5 euros le kilo": ["more than 5 EUR/kilogram"],
        "5 % de plus": ["5 percent"],
        "le cours est tombé sous les 25 dollars": ["less than 25 USD"],
    },
    "tr": {"5 liradan başlayan fiyatlarla": ["at least 5 TRY"]},
    "zh": {"5元起": ["at least 5 CNY"]},
    "ja": {
        "利益は過去最高の5億円": ["500000000 JPY"],
        "最高5億円": ["at most 500000000 JPY"],
        "前年を5%上回る": ["5 percent"],
    },
}

TIGHT = {
    "en": {
        "a deal of $14-15m": "14000000 to 15000000 USD",
        "£2–3m": "2000000 to 3000000 GBP",
        "RUB 10m–100m": "10000000 to 100000000 RUB",
        "RUB 10m-100m": "10000000 to 100000000 RUB",
        "5m-10m tonnes": "5000000 to 10000000 metric_ton",
        "3-5m tonnes": "3000000 to 5000000 metric_ton",
        "5-6m EUR": "5000000 to 6000000 EUR",
        "10-12km": "10 to 12 kilometer",
        "a 3-5-year contract": "3 to 5 year",
        "a 10- to 12-hour shift": "10 to 12 hour",
        "a two- to three-year plan": "2 to 3 year",
        "$2-3/kg": "2 to 3 USD/kilogram",
        "$5 million-$10 million": "5000000 to 10000000 USD",
        "900 to 1 thousand cars": "900 to 1000 vehicle",
        "two or three hundred people": "200 to 300 person",
        "five to two hundred people": "5 to 200 person",
        "two to two hundred and fifty people": "2 to 250 person",
    },
    "ru": {
        "10-12км": "10 to 12 kilometer",
        "5-10-летний срок": "5 to 10 year",
        "5–6 млн долл.": "5000000 to 6000000 USD",
        "от 500 до 1 тыс. рублей": "500 to 1000 RUB",
    },
    "be": {"10-12км": "10 to 12 kilometer", "ад 5 да 10 тыс. тон": "5000 to 10000 metric_ton"},
    "pl": {"10-12km": "10 to 12 kilometer", "od 5 do 10 tys. ton": "5000 to 10000 metric_ton"},
    "es": {
        "10-12km": "10 to 12 kilometer",
        "de 5 a 10 mil toneladas": "5000 to 10000 metric_ton",
        "entre 5 y 6 millones de euros": "5000000 to 6000000 EUR",
        "entre un 2 y un 2,5 %": "2 to 2.5 percent",
    },
    "fr": {
        "10-12km": "10 to 12 kilometer",
        "5 à 6 M€": "5000000 to 6000000 EUR",
        "de 5 à 10 mille tonnes": "5000 to 10000 metric_ton",
        "entre 300 et 350 millions d'euros": "300000000 to 350000000 EUR",
        "deux à trois ans": "2 to 3 year",
        "deux à trois cents personnes": "200 to 300 person",
    },
    "uk": {"10-12км": "10 to 12 kilometer", "від 5 до 10 тис. тонн": "5000 to 10000 metric_ton"},
    "kk": {"10-12км": "10 to 12 kilometer", "5-10 мың тонна": "5000 to 10000 metric_ton"},
    "uz": {"10-12km": "10 to 12 kilometer", "5-10 ming tonna": "5000 to 10000 metric_ton"},
    "az": {"10-12km": "10 to 12 kilometer", "5-10 min ton": "5000 to 10000 metric_ton"},
    "de": {
        "10-12km": "10 to 12 kilometer",
        "ein 3-5-jähriger Vertrag": "3 to 5 year",
        "ein 3- bis 5-jähriger Vertrag": "3 to 5 year",
        "5 bis 6 Mio. Euro": "5000000 to 6000000 EUR",
        "zwei bis dreihundert Busse": "200 to 300 bus",
    },
    "tr": {
        "%20-%25": "20 to 25 percent",
        "5-10km": "5 to 10 kilometer",
        "5 ila 10 bin ton": "5000 to 10000 metric_ton",
    },
    "ko": {"5-6만 톤": "50000 to 60000 metric_ton", "5~6만 톤": "50000 to 60000 metric_ton"},
    "zh": {
        "5-6万吨": "50000 to 60000 metric_ton",
        "5万-6万吨": "50000 to 60000 metric_ton",
        "3-5年": "3 to 5 year",
        "两到三百辆": "200 to 300 vehicle",
    },
    "ja": {
        "5～6万トン": "50000 to 60000 metric_ton",
        "5〜6トン": "5 to 6 metric_ton",
        "5トンから6トンまで": "5 to 6 metric_ton",
        "5トン以上6トン未満": "5 to 6 metric_ton",
        "10万円以上50万円以下の": "100000 to 500000 JPY",
    },
}

HEDGED = {
    "en": {
        "more than 5 to 6 tonnes": "more than 5 metric_ton",
        "at least 5-6 tonnes": "at least 5 metric_ton",
        "up to 5-6 tonnes": "at most 6 metric_ton",
        "about 5-6 tonnes": "5 to 6 metric_ton",
        "the loan runs over 5-6 years": "5 to 6 year",
    },
    "ru": {
        "не менее 5–6 тонн": "at least 5 metric_ton",
        "не более 10–12 %": "at most 12 percent",
        "5–6 тонн и более": "at least 5 metric_ton",
    },
    "be": {"не менш за 5–6 тон": "at least 5 metric_ton", "каля 5–6 тон": "5 to 6 metric_ton"},
    "pl": {"co najmniej 5–6 ton": "at least 5 metric_ton", "około 5–6 ton": "5 to 6 metric_ton"},
    "es": {
        "al menos 5-6 toneladas": "at least 5 metric_ton",
        "unas 5-6 toneladas": "5 to 6 metric_ton",
    },
    "fr": {
        "au moins 5 à 6 tonnes": "at least 5 metric_ton",
        "environ 5-6 tonnes": "5 to 6 metric_ton",
    },
    "uk": {"не менше 5–6 тонн": "at least 5 metric_ton", "близько 5–6 тонн": "5 to 6 metric_ton"},
    "kk": {"кемінде 5–6 тонна": "at least 5 metric_ton"},
    "de": {"mehr als 5 bis 6 Tonnen": "more than 5 metric_ton"},
    "tr": {"en az 5-6 ton": "at least 5 metric_ton", "yaklaşık 5-6 ton": "5 to 6 metric_ton"},
    "ko": {"최소 5~6만 톤": "at least 50000 metric_ton"},
    "zh": {"超过5至6万吨": "more than 50000 metric_ton"},
    "ja": {"少なくとも5～6トン": "at least 5 metric_ton"},
}

NOTHING = {
    "en": (
        "500-1 million tonnes", "$500-1 million", "2 × 200 MW", "2x200 MW", "flight 10-12B",
        "call 555-1234", "No. 12-34", "10-12T", "size 10-12", "a 5-10-2018 form", "Boeing 737-800m",
    ),
    "ru": (
        "500–1 млн тонн", "от 500 до 1 млн рублей", "2 × 200 МВт", "2х200 МВт", "5-6-м классах",
        "5-6-й день", "тел. 22-33-44", "дело 12-34/2018",
    ),
    "be": ("500–1 млн тон", "2 × 200 МВт"),
    "pl": ("500–1 mln ton", "2 × 200 MW"),
    "es": ("500–1 millón de toneladas", "2 × 200 MW", "art. 5-6", "el 8-M", "a las 9 horas"),
    "fr": (
        "500–1 million de tonnes", "2 × 200 MW", "n° 12-34", "chambre 10-12", "1 m 80",
        "2 heures trente", "entre 5 et 6 000 personnes", "ouvert 7 jours sur 7",
    ),
    "uk": ("500–1 млн тонн", "2 × 200 МВт"),
    "kk": ("10-12-кеңсе", "3-5-сынып", "2 × 200 МВт"),
    "de": ("500–1 Mio. Tonnen", "2 × 200 MW"),
    "tr": ("2x200 MW", "500-1 milyon ton"),
    "ko": ("2×200 MW", "10-12호", "3-5층"),
    "zh": ("2×20万千瓦", "7-11便利店", "10-12号楼"),
    "ja": ("2×20万キロワット", "10-12号室", "5対3で勝つ", "震度6弱", "五、六人", "24年に", "9秒58"),
}  # fmt: skip


RATES = {
    "en": {
        "300,000 tonnes of urea a year": "300000 metric_ton/year",
        "5 tonnes of crude oil a day": "5 metric_ton/day",
        "5 tonnes of grain a week later": "5 metric_ton",
        "300,000 tonnes of urea last year": "300000 metric_ton",
    },
    "ru": {
        "300 тыс. т минерального удобрения в год": "300000 metric_ton/year",
        "5–7 тыс. т карбамида в год": "5000 to 7000 metric_ton/year",
        "300 тыс. т угля в год основания": "300000 metric_ton",
        "5 т зерна в день, когда шёл дождь": "5 metric_ton",
        "5 т зерна в день и больше": "5 metric_ton/day",
    },
    "be": {"300 тыс. т карбаміду ў год": "300000 metric_ton/year"},
    "pl": {"300 tys. t mocznika rocznie": "300000 metric_ton/year"},
    "es": {"300.000 t de urea al año": "300000 metric_ton/year"},
    "fr": {
        "300 000 tonnes d'urée par an": "300000 metric_ton/year",
        "5 tonnes de blé le mois dernier": "5 metric_ton",
    },
    "uk": {"300 тис. т карбаміду на рік": "300000 metric_ton/year"},
    "de": {
        "300.000 Tonnen Harnstoff pro Jahr": "300000 metric_ton/year",
        "300.000 t Harnstoff im Jahr 2016": "300000 metric_ton",
        "5 Tonnen Getreide am Tag der Ernte": "5 metric_ton",
    },
}


SHARES = {
    "en": {
        "1 in 10": ["0.1"],
        "7 out of 10 plants": ["0.7"],
        "1 in 10.5": [],
        "1 in 10 million": [],
        "3 in 12 companies": ["12 company"],
        "rated 7 out of 10": [],
        "Phase 1 in 10 cities": ["10 city"],
    },
    "ru": {
        "3 из 10 заводов": ["0.3"],
        "1 из 10": ["0.1"],
        "5 из 83 регионов": ["83 region"],
    },
    "be": {"3 з 10 заводаў": ["0.3"], "1 з 10 кг": ["10 kilogram"]},
    "pl": {"3 z 10 fabryk": ["0.3"], "1 z 10 kg": ["10 kilogram"]},
    "es": {"3 de cada 10 fábricas": ["0.3"], "1 de 10 kg": ["10 kilogram"]},
    "fr": {
        "un salarié sur dix": ["0.1"],
        "deux personnes sur trois sont là": ["0.6666666666666666666666666667"],
        "quatre usines sur cinq sites": ["4 plant", "5 site"],
        "7 sur 10 usines": ["0.7"],
    },
    "uk": {"3 з 10 заводів": ["0.3"], "1 з 10 кг": ["10 kilogram"]},
    "de": {"3 von 10 Betrieben": ["0.3"], "stieg um 1 von 10 auf 11": []},
}


def rows(table: dict[str, dict[str, object]]) -> list[tuple[str, str, object]]:
    """Return language, text and what is expected."""
    return [(language, *pair) for language, texts in table.items() for pair in texts.items()]


def values(text: str, locale: str) -> list[str]:
    """Return the values of all that running text states, but for periods."""
    return [str(one.value) for one in extract.mentions(text, locale=locale) if one.kind != "period"]


@pytest.mark.parametrize(("locale", "text", "expected"), rows(COMPARED))
def test_a_comparison_in_words_bounds_by_both_doors(locale: str, text: str, expected: str) -> None:
    assert [expected] == values(text, locale)
    assert expected == str(normalize.measure(text, locale=locale))


@pytest.mark.parametrize(("locale", "text", "expected"), rows(SAID))
def test_a_word_bounds_only_where_it_speaks_of_the_number(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(("locale", "text", "expected"), rows(TIGHT))
def test_a_range_is_read_however_tight(locale: str, text: str, expected: str) -> None:
    assert [expected] == values(text, locale)


@pytest.mark.parametrize(("locale", "text", "expected"), rows(HEDGED))
def test_a_hedge_before_a_range_bounds_the_end_that_is_certain(
    locale: str, text: str, expected: str
) -> None:
    assert [expected] == values(text, locale)


@pytest.mark.parametrize(("locale", "text", "expected"), rows(RATES))
def test_a_rate_may_stand_behind_the_goods(locale: str, text: str, expected: str) -> None:
    assert [expected] == values(text, locale)


@pytest.mark.parametrize(("locale", "text", "expected"), rows(SHARES))
def test_figures_are_a_share_where_nothing_else_is_meant(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


def test_an_about_before_a_range_is_noted() -> None:
    (found,) = extract.mentions("about 5-6 tonnes", locale="en")

    assert "range, about" in found.why


@pytest.mark.parametrize(
    ("locale", "text"), [(one, text) for one, texts in NOTHING.items() for text in texts]
)
def test_what_may_be_another_range_or_none_is_left_unread(locale: str, text: str) -> None:
    assert [] == values(text, locale)


#: By language: what joins the ends of a range, and scale words with what they multiply by.
JOINED = {
    "en": (("-", "–", " to "), {"": 1, " thousand": 10**3, " million": 10**6, " billion": 10**9}),
    "ru": (("-", "–", " - "), {"": 1, " тыс.": 10**3, " млн": 10**6, " млрд": 10**9}),
    "be": (("-", "–", " – "), {"": 1, " тыс.": 10**3, " млн": 10**6}),
    "pl": (("-", "–", " do "), {"": 1, " tys.": 10**3, " mln": 10**6, " mld": 10**9}),
    "es": (("-", "–", " a "), {"": 1, " mil": 10**3, " millones": 10**6}),
    "uk": (("-", "–", " – "), {"": 1, " тис.": 10**3, " млн": 10**6, " млрд": 10**9}),
    "fr": (("-", "–", " à "), {"": 1, " mille": 10**3, " millions de": 10**6}),
    "de": (("-", "–", " bis "), {"": 1, " Tausend": 10**3, " Mio.": 10**6}),
    "kk": (("-", "–"), {"": 1, " мың": 10**3, " млн": 10**6}),
    "tr": (("-", "–", " ila "), {"": 1, " bin": 10**3, " milyon": 10**6}),
    "ko": (("~", "-"), {"": 1, "만": 10**4, "억": 10**8}),
    "zh": (("至", "～", "-"), {"": 1, "万": 10**4, "亿": 10**8}),
    "ja": (("～", "〜", "-"), {"": 1, "万": 10**4, "億": 10**8}),
    "uz": (("-", "–"), {"": 1, " ming": 10**3, " million": 10**6, " mlrd": 10**9}),
    "az": (("-", "–"), {"": 1, " min": 10**3, " milyon": 10**6, " mlrd": 10**9}),
}
SHARED = {
    "en": " kg", "ru": " кг", "be": " кг", "uk": " кг", "de": " kg", "kk": " кг", "tr": " kg",
    "es": " kg",
    "fr": " kg", "pl": " kg", "ko": "kg", "zh": "公斤", "az": " kq", "uz": " kg", "ja": "キロ",
}  # fmt: skip


@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_both_ends_of_a_range_are_those_that_are_written(
    data: st.DataObject, language: str
) -> None:
    joiners, scales = JOINED[language]
    first, second = data.draw(st.integers(1, 999)), data.draw(st.integers(1, 999))
    before, behind = (
        data.draw(st.sampled_from(list(scales))),
        data.draw(st.sampled_from(list(scales))),
    )
    joiner = data.draw(st.sampled_from(joiners))
    text = f"{first}{before}{joiner}{second}{behind}{SHARED[language]}"
    written = {Decimal(first * scales[before]), Decimal(first * scales[before or behind])}
    high = Decimal(second * scales[behind])

    try:
        found: Measure = normalize.measure(text, locale=language)
    except errors.CoopdataError:
        assume(False)
        return
    assert found.relation == "between"
    assert found.low is not None
    assert found.low in written
    assert found.high == high
    assert found.low <= high
    if not before and Decimal(first * scales[behind]) < high:
        assert found.low == first * scales[behind]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("tr", "sıcaklık 30 dereceye kadar yükseldi", ["30 degree"]),
        ("tr", "30 dereceye kadar dayanır", ["at most 30 degree"]),
        ("kk", "баға 30 долларға дейін өсті", ["30 USD"]),
        ("kk", "30 долларға дейін төлейді", ["at most 30 USD"]),
        ("az", "qiymət 30 dollara qədər artdı", ["30 USD"]),
        ("ko", "기온이 30도까지 올랐다", ["30 degree_celsius"]),
        ("ko", "30도까지 견딘다", ["at most 30 degree_celsius"]),
        ("en", "the rate is 5%+", ["more than 5 percent"]),
        ("en", "the rate is 5% +", ["more than 5 percent"]),
        ("en", "the rate is 5% + tax", ["5 percent"]),
        ("en", "5.5% + a one-off $1,655", ["5.5 percent", "1655 USD"]),
        ("en", "more than a total of 30 buses", ["more than 30 bus"]),
        ("en", "more than even a further 30 buses", ["more than 30 bus"]),
        ("en", "at least even another 30 buses", ["at least 30 bus"]),
    ],
)
def test_a_hedge_bounds_what_is_not_reached_and_does_not_go_on(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "two hundred to five hundred thousand dollars", "200000 to 500000 USD"),
        ("en", "two hundred to five hundred million dollars", "200000000 to 500000000 USD"),
        ("de", "von zweihundert bis fünfhundert Tausend Euro", "200000 to 500000 EUR"),
        ("fr", "de deux cents à cinq cents mille euros", "200000 to 500000 EUR"),
        ("es", "de doscientos a quinientos mil euros", "200000 to 500000 EUR"),
        ("ru", "от двухсот до пятисот тысяч рублей", "200000 to 500000 RUB"),
        ("uk", "від двохсот до п'ятисот тисяч гривень", "200000 to 500000 UAH"),
        ("be", "ад двухсот да пяцісот тысяч рублёў", "200000 to 500000 BYN"),
        ("pl", "od dwustu do pięciuset tysięcy złotych", "200000 to 500000 PLN"),
        ("en", "from five hundred to one million dollars", "500 to 1000000 USD"),
    ],
)
def test_hundreds_in_words_share_the_scale_behind_the_second(
    locale: str, text: str, value: str
) -> None:
    assert [value] == [str(one.value) for one in extract.mentions(text, locale=locale)]
