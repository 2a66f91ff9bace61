"""What was once read as something else with confidence: it is read rightly, or not at all."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import extract
from coopdata.normalize import LANGUAGES
from support import LOCALES

ANCHOR = dt.date(2021, 6, 15)

#: language | text => words = value; words = value
READ = """
en | in the latter half of 2021 => latter half of 2021=2021-41
en | the last six months of 2021 => last six months of 2021=2021-07/2021-12
en | the 33rd week of 2021 => 33rd week of 2021=2021-08-16/2021-08-22
en | (founded 1994/.. closed) => 1994/..=1994/..
de | das Werk (Baujahr 1994/..) => 1994/..=1994/..
de | in den letzten zwei Monaten 2021 => letzten zwei Monaten 2021=2021-11/2021-12
ru | за последние два месяца 2021 года => последние два месяца 2021 года=2021-11/2021-12
ru | на 33-й неделе 2021 года => 33-й неделе 2021 года=2021-08-16/2021-08-22
ru | в первой декаде мая => первой декаде мая=2021-05-01/2021-05-10
uk | за останні два місяці 2021 року => останні два місяці 2021 року=2021-11/2021-12
be | за апошнія два месяцы 2021 года => апошнія два месяцы 2021 года=2021-11/2021-12
pl | w 33. tygodniu 2021 roku => 33. tygodniu 2021 roku=2021-08-16/2021-08-22
tr | 2021'in son iki ayında => 2021'in son iki ayında=2021-11/2021-12
kk | 2021 жылдың 33-аптасында => 2021 жылдың 33-аптасында=2021-08-16/2021-08-22
az | 2021-ci ilin son iki ayında => 2021-ci ilin son iki ayında=2021-11/2021-12
uz | 2021-yilning 33-haftasida => 2021-yilning 33-haftasida=2021-08-16/2021-08-22
zh | 2021年最后两个月 => 2021年最后两个月=2021-11/2021-12
ja | 2021年第33週に => 2021年第33週=2021-08-16/2021-08-22
ko | 2021년 33주차에 => 2021년 33주차=2021-08-16/2021-08-22
ja | 2000年以上前の遺跡 => 2000年=at least 2000 year
zh | 2000年以上的历史 => 2000年=at least 2000 year
ja | 15、16人が参加した => 15、16人=15 to 16 person
ja | 2、3万円 => 2、3万円=20000 to 30000 JPY
ja | 1万、3万円を払った => 1万=10000 JPY; 3万円=30000 JPY
zh | 10、20、30人 => 10=10 person; 20=20 person; 30人=30 person
en | three and three quarter tonnes => three and three quarter tonnes=3.75 metric_ton
ru | потеряют от 20 до 30 человек => 20 до 30 человек=20 to 30 person
uk | втратять від 20 до 30 осіб => 20 до 30 осіб=20 to 30 person
be | страцяць ад 20 да 30 чалавек => 20 да 30 чалавек=20 to 30 person
pl | stracą od 20 do 30 osób => 20 do 30 osób=20 to 30 person
ru | выросли с 20 до 30 процентов => 20=20 percent; 30 процентов=30 percent
ru | снизили на 50 б.п., с 6,75 до 6,25 % => 50 б.п.=50 basis_point; 6,75=6.75 percent; \
6,25 %=6.25 percent
be | стаўка, з 6,75 да 6,25 % => 6,75=6.75 percent; 6,25 %=6.25 percent
pl | euro wzrosło do 4,30 zł, a dolar do 3,95 zł => 4,30 zł=4.30 PLN; 3,95 zł=3.95 PLN
ru | евро вырос до 90 руб., а доллар до 75 руб. => 90 руб.=90 RUB; 75 руб.=75 RUB
pl | euro wzrosło do 4,30 zł, a do 5 osób zwolniono => 4,30 zł=4.30 PLN; 5 osób=at most 5 person
ru | повысил на 100 б.п. — до 8,5 % => 100 б.п.=100 basis_point; 8,5 %=8.5 percent
ru | нагревали до 450 ± 5 °C => 450 ± 5 °C=445 to 455 degree_celsius
ru | ночью −12…−15 градусов => −12…−15 градусов=-15 to -12 degree
en | delayed 4h 15m => 4h 15m=255 minute
en | spend €3 for every €1 => €3=3 EUR; €1=1 EUR
en | has 12 plants and plans two more hikes => 12 plants=12 plant
en | has 12 plants and hired 40 more workers => 12 plants=12 plant; 40=40 person
ru | выделили 5 млн рублей на школу => 5 млн рублей=5000000 RUB
ru | по 300 рублей на человека => 300 рублей на человека=300 RUB/person
ru | перевёл 5 млн рублей на счёт => 5 млн рублей=5000000 RUB
uk | 5 млн гривень за рахунок бюджету => 5 млн гривень=5000000 UAH
en | $3.20 +4% => $3.20=3.20 USD; +4%=4 percent
ru | золото упало на 1,3 %, серебро — на 2 %, до 25,98 доллара => 1,3 %=1.3 percent; \
2 %=2 percent; 25,98 доллара=25.98 USD
en | at 95%, and clearance fell from 12 to 7 mL/min/kg => 95%=95 percent
en | the half-life was 5.3 h => 5.3 h=5.3 hour
en | twice the price => twice=2 fold
ru | взыскал 1,2 млн руб. и 340 тыс. процентов => 1,2 млн руб.=1200000 RUB
en | on Monday the 3rd of May => Monday the 3rd of May=2021-05-03
en | 1/3 of the fleet => 1/3=0.3333333333333333333333333333
en | iPhone 13 Pro Max 256GB => 256GB=256 gigabyte
ru | снизилась до 11,9 на 1000 человек => 1000 человек=1000 person
en | against 0.9m in 2019 => 2019=2019
en | from 11 to 3 cents => 11=0.11 USD; 3 cents=0.03 USD
en | 11-12 cents => 11-12 cents=0.11 to 0.12 USD
en | 11 and 12 cents => 11=0.11 USD; 12 cents=0.12 USD
ru | от 3 до 11 центов => 3 до 11 центов=0.03 to 0.11 USD
ru | с 11 до 3 копеек => 11=0.11 RUB; 3 копеек=0.03 RUB
uk | 11 і 12 копійок => 11=0.11 UAH; 12 копійок=0.12 UAH
pl | z 11 do 3 groszy => 11=0.11 PLN; 3 groszy=0.03 PLN
de | von 11 auf 3 Cent => 11=0.11 EUR; 3 Cent=0.03 EUR
en | fined £80, plus £34 costs => £80=80 GBP; £34=34 GBP
en | a third larger => third=0.3333333333333333333333333333
en | a third of it => third=0.3333333333333333333333333333
ru | 3x и 1,5x в 2019 году => 3x=3 fold; 1,5x=1.5 fold; 2019 году=2019
en | phased in over 2, 3 and 4 years => 2=2 year; 3=3 year; 4 years=4 year
en | a 46% cut from 2019 levels => 46%=46 percent; 2019=2019
en | the 340 MPs present => 340 MPs=340 item
en | at pH 7.4 and 37 °C => 37 °C=37 degree_celsius
en | will lose from 20 to 30 people => 20 to 30 people=20 to 30 person
en | it has gone from 22 to 31 per cent of costs => 22=22 percent; 31 per cent=31 percent
en | as of 31 March 2021 and 2020 => 31 March 2021=2021-03-31; 2020=2020-03-31
en | at 29 February 2020 and 2019 => 29 February 2020=2020-02-29
en | on 31 March 2021 and in 2020 => 31 March 2021=2021-03-31; 2020=2020
ru | на 31 марта 2021 и 2020 годов => 31 марта 2021=2021-03-31; 2020 годов=2020-03-31
uk | на 31 березня 2021 та 2020 років => 31 березня 2021=2021-03-31; 2020 років=2020-03-31
de | zum 31. März 2021 und 2020 => 31. März 2021=2021-03-31; 2020=2020-03-31
fr | au 31 mars 2021 et 2020 => 31 mars 2021=2021-03-31; 2020=2020-03-31
es | al 31 de marzo de 2021 y 2020 => 31 de marzo de 2021=2021-03-31; 2020=2020-03-31
pl | na 31 marca 2021 i 2020 r. => 31 marca 2021=2021-03-31; 2020 r.=2020-03-31
en | since December => December=2020-12/..
en | since March => March=2021-03/..
en | from December => December=2021-12/..
de | seit Dezember => Dezember=2020-12/..
fr | depuis décembre => décembre=2020-12/..
fr | une attente de 12 à 14 heures => 12 à 14 heures=12 to 14 hour
es | una espera de 12 a 14 horas => 12 a 14 horas=12 to 14 hour
en | it was kept under 99.99% argon => 99.99%=99.99 percent
de | unter 99,99 % Argon gehalten => 99,99 %=99.99 percent
en | under 5% inflation => 5%=less than 5 percent
en | the 200 economists who had expected it => 200 economists=200 expert
ru | дорога длиной 87 ярдов => 87 ярдов=87 yard
ru | 5 мг/л. С утра => 5 мг/л=5 milligram/liter
ru | двигатель 150 л. с. стоит => 150 л. с.=150 metric_horsepower
ru | дом 64 кв. м, участок => 64 кв. м=64 square_meter
en | room 25 m² => 25 m²=25 square_meter
uk | будинок 64 кв. м => 64 кв. м=64 square_meter
en | $4.20 a share => $4.20 a share=4.20 USD/share
en | $5 million a plant => $5 million=5000000 USD
ru | 24,15 рубля на акцию => 24,15 рубля на акцию=24.15 RUB/share
uk | 24,15 гривні на акцію => 24,15 гривні на акцію=24.15 UAH/share
en | sold at 11p per kWh => 11p per kWh=0.11 GBP/kilowatt_hour
en | six LNG tankers, each => six=6 tanker
en | three EU countries => three=3 country
ru | шесть СПГ танкеров => шесть=6 tanker
ru | собрали 340 тыс. руб. из 600 тыс.! => 340 тыс. руб.=340000 RUB; 600 тыс.=600000 RUB
en | 37 people were killed and 19 are missing => 37 people=37 person; 19=19 person
en | 18 months in prison, of which six were suspended => 18 months=18 month; six=6 month
be | 37 чалавек паранена, 12 загінулі => 37 чалавек=37 person; 12=12 person
en | ready at 97.5% for each turbine => 97.5%=97.5 percent
en | a fee of 0.1% for each day => 0.1% for each day=0.1 percent/day
en | $5 for each turbine => $5 for each turbine=5 USD/turbine
en | take 26 months and employ up to 40 workers => 26 months=26 month; 40 workers=at most 40 person
en | will take exports up to 40 tonnes => 40 tonnes=40 metric_ton
sv | det var 3,5 miljoner. => 3,5 miljoner=3500000
sv | det var 3,5 miljoner ton => 3,5 miljoner ton=3500000 metric_ton
"""

#: language | text in which nothing is read, but what is minor
NOTHING = """
pt | 1.250 toneladas por US$
it | 12 pezzi per US$
nl | 12 stuks voor EUR
sv | 12 bitar till EUR
en | revenue rose to 6.7 billion
ru | выручка составила 6,7 млрд
de | Der Umsatz stieg auf 6,7 Milliarden
fr | le chiffre d'affaires a atteint 6,7 milliards
pl | przychody wzrosły do 6,7 mld
de | in KW 53 2021
en | in week 53 of 2021
en | 2021-W53
en | in the first week of May 2021
kk | мамырдың бірінші аптасында
ru | ул. 8 Марта
ru | офис на улице 8 Марта, 12
uk | на вулиці 8 Березня
be | на вуліцы 8 Сакавіка
pl | przy ulicy 11 Listopada 5
de | auf der Straße des 17. Juni
de | Strasse des 17. Juni
tr | 15 Temmuz Şehitler Köprüsü kapalı
kk | 8 Наурыз көшесінде тұрады
az | 28 May küçəsində
uz | 8-mart ko'chasida
en | lives on 4 July Street
en | after the 9-11 attacks
en | at COP28, the G20 and an F-16
pl | mieszka na ul. Długa 22 m. 15
ru | на ул. Ленина 22 м. 15
ru | на 87 ярдов рублей
ru | во второй половине игры
ru | во 2-й половине
en | in the 2nd half
de | in der 2. Hälfte des Spiels
en | selling 2x tickets
ja | 東京、12、3人
ru | улица 50 лет Октября
ru | в 1/8 финала
en | he failed twice
en | in a best-of-five series
en | a third plant opened
en | for a seventh straight meeting
en | it reopened on 4/5 after it
en | first-half sales were up
en | 6ft 4in tall
ru | два МС-21 летят
ru | пришёл летом 69-го
ru | в мае 45-го
en | it was 2.89 last yr
en | @bob 4 of
ru | цена 87 ярдов
uk | купили за 87 ярдів
be | купілі за 87 ярдаў
en | the rent goes from $1,450 to $1,900
fr | ouvert de 12 à 14 heures
fr | de 12 à 14 heures
es | atiende de 12 a 14 horas
en | below the 200,000 economists had expected
zh | 两万百五
en | cable of 250 M
es | un cable de 250 M
pl | kabel 250 M
sv | det var 3,5 miljoner kronor
da | det var 3,5 millioner kroner
cs | bylo to 3,5 milionu korun
en | Studio 54 tribute night
en | Regulation (EC) No 1/2003 of it
en | the SNP rs1801133 was found
en | 1080p video
ru | дом 64 кв. 5
"""

HALVES = {
    "en": "in the {half} half of {month} {year}",
    "ru": "в {half} половине {month} {year} года",
    "uk": "у {half} половині {month} {year} року",
    "be": "у {half} палове {month} {year} года",
    "pl": "w {half} połowie {month} {year} roku",
    "de": "in der {half} Hälfte des {month} {year}",
    "zh": "{year}年{month}{half}半月",
    "ja": "{year}年{month}{half}半",
    "ko": "{year}년 {month} {half}반월",
}
NAMES = {
    "en": ("first", "second"),
    "ru": ("первой", "второй"),
    "uk": ("першій", "другій"),
    "be": ("першай", "другой"),
    "pl": ("pierwszej", "drugiej"),
    "de": ("ersten", "zweiten"),
    "zh": ("上", "下"),
    "ja": ("前", "後"),
    "ko": ("상", "하"),
}


def rows(table: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the language, the text and the expected words and values of each line."""
    found = []
    for line in filter(None, map(str.strip, table.splitlines())):
        language, _, rest = line.partition(" | ")
        text, _, told = rest.partition(" => ")
        pairs = (one.rpartition("=") for one in told.split("; ") if one)
        found.append((language, text, [(words, value) for words, _, value in pairs]))
    return found


def read(text: str, locale: str) -> list[tuple[str, str]]:
    """Return the words and values of the mentions that are not minor."""
    return [
        (text[one.span.start : one.span.end], getattr(one.value, "edtf", str(one.value)))
        for one in extract.mentions(text, locale=locale, anchor=ANCHOR)
        if not one.minor
    ]


@pytest.mark.parametrize(("locale", "text", "expected"), rows(READ))
def test_what_was_misread_is_read(locale: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == read(text, locale)


@pytest.mark.parametrize(("locale", "text", "expected"), rows(NOTHING))
def test_what_states_no_quantity_is_left(
    locale: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == read(text, locale)


@given(
    year=st.integers(1950, 2049),
    month=st.sampled_from((2, 4, 6, 9, 11)),
    locale=st.sampled_from(LANGUAGES) | LOCALES,
)
@example(year=2021, month=2, locale="kk")
@example(year=2021, month=2, locale="fr")
def test_a_date_that_does_not_exist_is_never_cut_to_one_that_does(
    year: int, month: int, locale: str
) -> None:
    last = calendar.monthrange(year, month)[1]
    printed = format_date(dt.date(year, month, last), "long", locale=locale)
    text = printed.replace(str(last), "31")

    if text != printed:
        assert [] == read(text, locale)


@given(
    year=st.integers(1950, 2049),
    month=st.integers(1, 12),
    half=st.integers(0, 1),
    locale=st.sampled_from(sorted(HALVES)),
)
def test_a_half_of_a_month_is_its_own_days(year: int, month: int, half: int, locale: str) -> None:
    day = dt.date(year, month, 1)
    said = format_date(day, "d MMMM", locale=locale)[1:].strip(" .일日")
    if locale in ("en", "de"):
        said = format_date(day, "MMMM", locale=locale)
    text = HALVES[locale].format(half=NAMES[locale][half], month=said, year=year)
    last = calendar.monthrange(year, month)[1]
    start, end = ((1, 15), (16, last))[half]

    expected = f"{day:%Y-%m}-{start:02}/{day:%Y-%m}-{end:02}"
    assert [expected] == [value for _, value in read(text, locale)]
