"""Sums as people write them: fused scales, coins, shared signs, the country behind the noun."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import errors, extract, normalize


def read(text: str, locale: str) -> list[tuple[str, str]]:
    found = extract.mentions(text, locale=locale)
    return [(text[one.span.start : one.span.end], str(one.value)) for one in found]


@pytest.mark.parametrize(
    ("locale", "text", "quote", "value"),
    [
        ("en", "sales of $17MM in a region", "$17MM", "17000000 USD"),
        ("en", "sales of €17MM", "€17MM", "17000000 EUR"),
        ("en", "worth $2.4T on paper", "$2.4T", "2400000000000 USD"),
        ("en", "a loan of 18 MUSD", "18 MUSD", "18000000 USD"),
        ("en", "a loan of 18MUSD", "18MUSD", "18000000 USD"),
        ("en", "grants of 250 kEUR", "250 kEUR", "250000 EUR"),
        ("en", "grants of 250 k€ for all", "250 k€", "250000 EUR"),
        ("en", "a profit of 71 TEUR", "71 TEUR", "71000 EUR"),
        ("de", "Kosten von 71 T€", "71 T€", "71000 EUR"),
        ("de", "Kosten von 71 TCHF", "71 TCHF", "71000 CHF"),
        ("de", "Kosten von 3-5 MEUR", "3-5 MEUR", "3000000 to 5000000 EUR"),
        ("de", "Kosten von Mrd. € 2,5", "Mrd. € 2,5", "2500000000 EUR"),
        ("de", "Kosten von Mio. CHF 12", "Mio. CHF 12", "12000000 CHF"),
        ("ru", "доход 71 т.р.", "71 т.р.", "71000 RUB"),
        ("ru", "доход 71 т руб.", "71 т руб.", "71000 RUB"),
        ("ru", "доход 71 тыс. р", "71 тыс. р", "71000 RUB"),
        ("ru", "доход 71 kEUR", "71 kEUR", "71000 EUR"),
        ("be", "даход 71 т. р.", "71 т. р.", "71000 BYN"),
        ("kk", "кіріс 71 MUSD болды", "71 MUSD", "71000000 USD"),
        ("tr", "gelir 71 mlr TL oldu", "71 mlr TL", "71000000000 TRY"),
        ("zh", "收入71 MUSD", "71 MUSD", "71000000 USD"),
        ("ko", "매출 71 MUSD", "71 MUSD", "71000000 USD"),
    ],
)
def test_a_scale_fused_with_a_currency_scales_the_sum(
    locale: str, text: str, quote: str, value: str
) -> None:
    assert [(quote, value)] == read(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "52 mm screws", [("52 mm", "52 millimeter")]),
        ("en", "a 52mm screw", [("52mm", "52 millimeter")]),
        ("en", "the 5 mall shops", [("5", "5 shop")]),
        ("de", "71 t Stahl", [("71 t", "71 metric_ton")]),
        ("ru", "71 т рыбы", [("71 т", "71 metric_ton")]),
        ("ru", "71 т. Рубль вырос", [("71 т", "71 metric_ton")]),
    ],
)
def test_the_letters_of_another_unit_scale_no_money(
    locale: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == read(text, locale)


@given(letters=st.text(st.sampled_from("abcdefghilmnopqrstuvwxyzKMBT"), min_size=1, max_size=4))
def test_a_sum_is_never_cut_before_letters_that_hang_on_it(letters: str) -> None:
    text = f"worth $52{letters} today"

    assert all(text[len("worth $52")].isalpha() for _ in read(text, "en"))
    assert "$52" not in [quote for quote, _ in read(text, "en")]


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "21 euros and 40 cents", "21.4 EUR"),
        ("en", "eight dollars and five cents", "8.05 USD"),
        ("en", "21 Canadian dollars and 40 cents", "21.4 CAD"),
        ("en", "9 pounds 99 pence", "9.99 GBP"),
        ("ru", "21 евро 40 центов", "21.4 EUR"),
        ("ru", "21 доллар и 40 центов", "21.4 USD"),
        ("ru", "21 рубль и 40 копеек", "21.4 RUB"),
        ("be", "21 долар і 40 цэнтаў", "21.4 USD"),
        ("kk", "21 еуро 40 цент", "21.4 EUR"),
        ("tr", "21 avro 40 sent", "21.4 EUR"),
        ("tr", "21 lira 40 kuruş", "21.4 TRY"),
        ("de", "21 Dollar und 40 Cent", "21.4 USD"),
        ("de", "21 Euro 40 Cent", "21.4 EUR"),
        ("ko", "21유로 40센트", "21.4 EUR"),
        ("zh", "8元2角5分", "8.25 CNY"),
        ("zh", "8元2角", "8.2 CNY"),
    ],
)
def test_coins_of_its_own_currency_belong_to_a_sum(locale: str, text: str, value: str) -> None:
    assert [(text, value)] == read(text, locale)
    assert value == str(normalize.measure(text, locale=locale))


@pytest.mark.parametrize(
    ("locale", "text", "values"),
    [
        ("en", "21 euros 40 kopecks", ["21 EUR", "0.40 RUB"]),
        ("ru", "21 доллар 40 копеек", ["21 USD", "0.40 RUB"]),
        ("de", "21 Dollar 40 Rappen", ["21 USD", "0.40 CHF"]),
        ("en", "packs of 1 kg and 500 g", ["1 kilogram", "500 gram"]),
        ("en", "5 feet and 7 inches", ["67 inch"]),
        ("en", "2 hours and 15 minutes", ["135 minute"]),
    ],
)
def test_what_counts_another_currency_or_decimally_stands_for_itself(
    locale: str, text: str, values: list[str]
) -> None:
    assert values == [value for _, value in read(text, locale)]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "paid $ 7 $ 9 $ 11", ["$ 7", "$ 9", "$ 11"]),
        ("en", "nine € 20 cards", ["€ 20"]),
        ("en", "cost 7 € 9 € 11 €", ["7 €", "9 €", "11 €"]),
        ("de", "kostet 7 EUR 9 EUR", ["7 EUR", "9 EUR"]),
        ("ru", "цены 7 ₽ 9 ₽", ["7 ₽", "9 ₽"]),
        ("en", "cost 7 € 9", []),
        ("de", "Umsatz von 34 Mio. EUR 2017", ["34 Mio. EUR", "2017"]),
    ],
)
def test_a_sign_between_two_numbers_is_of_one_of_them_or_of_none(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == [quote for quote, _ in read(text, locale)]


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("ru", "15 рублей Белоруссии", "15 BYN"),
        ("ru", "15 долларов Гонконга", "15 HKD"),
        ("ru", "15 крон Чехии", "15 CZK"),
        ("be", "15 рублёў Расіі", "15 RUB"),
        ("en", "15 dollars of Australia", "15 AUD"),
        ("en", "15 Australian dollars", "15 AUD"),
        ("en", "15 rubles of Belarus", "15 BYN"),
        ("en", "15 pesos of Chile", "15 CLP"),
        ("de", "15 dänische Kronen", "15 DKK"),
        ("tr", "15 Norveç kronu", "15 NOK"),
        ("kk", "15 Канада доллары", "15 CAD"),
        ("zh", "15加拿大元", "15 CAD"),
        ("ko", "15캐나다 달러", "15 CAD"),
    ],
)
def test_the_country_beside_a_noun_of_money_says_whose_it_is(
    locale: str, text: str, value: str
) -> None:
    assert [(text, value)] == read(text, locale)


@pytest.mark.parametrize(
    ("text", "locale", "code"),
    [
        ("€", "de", "EUR"),
        ("$", "en", "USD"),
        ("$", "en_CA", "CAD"),
        ("$", "es_MX", "MXN"),
        ("руб.", "ru", "RUB"),
        ("руб.", "be", "BYN"),
        ("тг", "kk", "KZT"),
        ("₸", "kk", "KZT"),
        ("元", "zh", "CNY"),
        ("원", "ko", "KRW"),
        ("TL", "tr", "TRY"),
    ],
)
def test_a_sign_alone_is_the_currency_that_running_text_has_it_for(
    text: str, locale: str, code: str
) -> None:
    assert code == normalize.currency(text, locale=locale)


@pytest.mark.parametrize(("text", "locale"), [("km", "en"), ("%", "de"), ("", "en"), ("г", "ru")])
def test_what_is_no_money_is_no_currency(text: str, locale: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        normalize.currency(text, locale=locale)


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("de", "7 v. H.", "7 percent"),
        ("de", "7 vH", "7 percent"),
        ("de", "7 Volumenprozent", "7 percent"),
        ("tr", "7 kilometre kare", "7 square_kilometer"),
        ("ko", "7미터톤", "7 metric_ton"),
    ],
)
def test_a_unit_is_read_by_its_longest_name(locale: str, text: str, value: str) -> None:
    assert [(text, value)] == read(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "WORLD CUP 2018 BEGINS", []),
        ("en", "COP 21 was held in Paris", []),
        ("en", "they have 3 TOP players", []),
        ("en", "MAD 5 men", []),
        ("en", "TRY 5 million was paid", ["5000000 TRY"]),
        ("en", "it was sold for CUP 1,500 there", ["1500 CUP"]),
        ("en", "we paid TRY 500 for it", ["500 TRY"]),
        ("en", "they gave 500 TRY for it", ["500 TRY"]),
        ("en", "MOP 10", ["10 MOP"]),
        ("de", "es gab 5 TOP Spieler", []),
        ("tr", "COP 26 zirvesi", []),
        ("ru", "на COP 26 решили", []),
        ("zh", "在COP26大会上", []),
    ],
)
def test_a_code_that_is_a_word_is_money_where_it_looks_like_a_sum(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == [value for _, value in read(text, locale)]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "It costs 5 euros. The stamp is 60 cents.", ["5 EUR", "0.60 EUR"]),
        ("en", "The stamp is 60 cents.", ["0.60 USD"]),
        ("en", "It costs 5 francs, the stamp 60 US cents.", ["5 CHF", "0.60 USD"]),
        ("de", "Es kostet 5 Dollar. Die Marke 60 Cent.", ["5 USD", "0.60 USD"]),
        ("de", "Es kostet 5 Franken. Die Marke 60 Cent.", ["5 CHF", "0.60 EUR"]),
        ("ru", "Цена 5 евро. Марка стоит 60 центов.", ["5 EUR", "0.60 EUR"]),
        ("be", "Цана 5 еўра. Марка каштуе 60 цэнтаў.", ["5 EUR", "0.60 EUR"]),
        ("tr", "Fiyatı 5 avro. Pul 60 sent.", ["5 EUR", "0.60 EUR"]),
        ("ko", "가격은 5유로다. 우표는 60센트다.", ["5 EUR", "0.60 EUR"]),
        ("de", "Es kostet drei Euro zwanzig.", ["3.2 EUR"]),
        ("ru", "Он отдал три рубля двадцать.", ["3.2 RUB"]),
        ("tr", "Fiyatı üç lira yirmi.", ["3.2 TRY"]),
        ("en", "It was three dollars twenty.", ["3.2 USD"]),
        ("en", "five euros ten people", ["5 EUR", "10 person"]),
        ("en", "It was one hundred yen fifty.", ["100 JPY"]),
    ],
)
def test_a_coin_is_of_the_sum_that_the_text_states(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == [value for _, value in read(text, locale)]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "$3MM-5MM", ["3000000 to 5000000 USD"]),
        ("en", "€3MM–€5MM", ["3000000 to 5000000 EUR"]),
        ("en", "a 12m ship sank", []),
        ("en", "a 12m-long ship sank", ["12 meter"]),
        ("en", "5m cars and 3m people", ["5000000 vehicle", "3000000 person"]),
        ("en", "pipes of 12² t", []),
        ("en", "it uses 15 kW/h", ["15 kilowatt/hour"]),
        ("ru", "мощность 100-150 кВт/ч", ["100 to 150 kilowatt/hour"]),
        ("de", "sie braucht 15 kW/h", ["15 kilowatt/hour"]),
        ("ru", "расход 15 кВт·ч", ["15 kilowatt_hour"]),
    ],
)
def test_what_is_written_is_what_is_read(locale: str, text: str, expected: list[str]) -> None:
    assert expected == [value for _, value in read(text, locale)]
