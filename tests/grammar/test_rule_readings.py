"""What the examples of the rules are read as, and a few texts more: quote, value, kind, notes."""

from __future__ import annotations

import pytest

from coopdata import extract
from coopdata._grammar.rule_table import RULES
from coopdata.model import Mention

READ = {
    ("en", "output doubled"): ["doubled = 2 fold (ratio) increase"],
    ("ru", "выросли вдвое"): ["вдвое = 2 fold (ratio) increase"],
    ("en", "a third of the fleet"): ["third = 0.3333333333333333333333333333 (ratio)"],
    ("en", "two buses"): ["two buses = 2 bus (number)"],
    ("en", "it was -5 °C"): ["-5 °C = -5 degree_celsius (quantity)"],
    ("en", "from 4-5 km"): ["4-5 km = 4 to 5 kilometer (quantity)"],
    ("en", "the 1000th tractor"): ["1000th = 1000 (ordinal)"],
    ("de", "der 500.000. Traktor"): ["500.000. = 500000 (ordinal)"],
    ("en", "1000 tractors"): ["1000 tractors = 1000 tractor (number)"],
    ("en", "3/4 of the fleet"): ["3/4 = 0.75 (ratio)"],
    ("en", "24/7 service"): [],
    ("en", "3/8 inch"): ["3/8 inch = 0.375 inch (quantity)"],
    ("en", "4 1/2 years"): ["4 1/2 years = 4.5 year (duration)"],
    ("en", "nine out of ten"): ["nine out of ten = 0.9 (ratio)"],
    ("zh", "三成"): ["三成 = 0.3 (ratio)"],
    ("en", "nine of the buses"): ["nine = 9 bus (number) carried"],
    ("zh", "第10万辆"): ["10万 = 100000 (ordinal)"],
    ("zh", "10万辆"): ["10万辆 = 100000 vehicle (number)"],
    ("en", "$5"): ["$5 = 5 USD (money)"],
    ("en", "3 TOP players"): [],
    ("tr", "%40"): ["%40 = 40 percent (percent)"],
    ("de", "Mio. EUR 34"): ["Mio. EUR 34 = 34000000 EUR (money)"],
    ("en", "12 $ 18 $"): ["12 $ = 12 USD (money)", "18 $ = 18 USD (money)"],
    ("en", "paid $ 5 $ 6"): ["$ 5 = 5 USD (money)", "$ 6 = 6 USD (money)"],
    ("en", "14 euros and 60 cents"): ["14 euros and 60 cents = 14.6 EUR (money)"],
    ("en", "14 euros and 60 kopecks"): [
        "14 euros = 14 EUR (money)",
        "60 kopecks = 0.60 RUB (money)",
    ],
    ("en", "5 km"): ["5 km = 5 kilometer (quantity)"],
    ("ru", "5 коп."): ["5 коп. = 0.05 RUB (money)"],
    ("zh", "5辆"): ["5辆 = 5 vehicle (number)"],
    ("en", "one worker in ten"): ["one worker in ten = 0.1 (ratio)"],
    ("en", "one worker in the plant"): ["one worker = 1 person (number)"],
    ("fr", "deux personnes sur trois sont venues"): [
        "deux personnes sur trois = 0.6666666666666666666666666667 (ratio)"
    ],
    ("fr", "quatre usines sur cinq sites"): [
        "quatre usines = 4 plant (number)",
        "cinq sites = 5 site (number)",
    ],
    ("en", "10–12 %"): ["10–12 % = 10 to 12 percent (percent)"],
    ("ru", "от 10 до 12 млрд рублей"): [
        "10 до 12 млрд рублей = 10000000000 to 12000000000 RUB (money)"
    ],
    ("zh", "两三年"): ["两三年 = 2 to 3 year (duration)"],
    ("en", "12 and 15 percent"): [
        "12 = 12 percent (percent) carried",
        "15 percent = 15 percent (percent)",
    ],
    ("en", "rose by 2 % to 1.4 billion"): [
        "2 % = 2 percent (percent) increase",
    ],
    ("ru", "300 тыс. т карбамида в год"): ["300 тыс. т = 300000 metric_ton/year (rate) carried"],
    ("en", "5 tons of oil a week later"): ["5 tons = 5 metric_ton (quantity)"],
    ("en", "1 in 10 workers"): ["1 in 10 = 0.1 (ratio)"],
    ("en", "1 in 10 minutes"): ["10 minutes = 10 minute (duration)"],
    ("en", "$14-15m"): ["$14-15m = 14000000 to 15000000 USD (money)"],
    ("en", "a 10- to 12-hour shift"): ["10- to 12-hour = 10 to 12 hour (duration)"],
    ("en", "fell 2 points to 34"): ["2 points = 2 point (quantity) decrease"],
    ("en", "in year one — 35 million"): [],
    ("en", "up to 5-6 tonnes"): ["5-6 tonnes = at most 6 metric_ton (quantity)"],
    ("ru", "цена от 5 тыс. руб."): ["5 тыс. руб. = at least 5000 RUB (money)"],
    ("ru", "цена упала от 5 тыс. руб."): ["5 тыс. руб. = 5000 RUB (money)"],
    ("en", "no house shall exceed 12 m"): ["12 m = at most 12 meter (quantity)"],
    ("zh", "不得少于30分钟"): ["30分钟 = at least 30 minute (duration)"],
    ("en", "it was kept under 99.9% argon"): ["99.9% = 99.9 percent (percent)"],
    ("en", "fields that stretch over 170 hectares"): ["170 hectares = 170 hectare (quantity)"],
    ("en", "$5 plus tax"): ["$5 = 5 USD (money)"],
    ("de", "um die Hälfte gesunken"): ["Hälfte = 0.5 (ratio) decrease"],
    ("tr", "500'den fazla işçi"): ["500 = more than 500 person (number) carried"],
    ("tr", "500 işçi"): ["500 işçi = 500 person (number)"],
    ("ru", "цена €7,25 млн."): ["€7,25 млн = 7250000 EUR (money)"],
    ("en", "5 km a day."): ["5 km a day = 5 kilometer/day (rate)"],
    ("en", "12 km and 15 percent"): [
        "12 km = 12 kilometer (quantity)",
        "15 percent = 15 percent (percent)",
    ],
    ("en", "5 hours 30 minutes"): ["5 hours 30 minutes = 330 minute (duration)"],
    ("ru", "47 руб. 16 коп."): ["47 руб. 16 коп. = 47.16 RUB (money)"],
    ("zh", "一年半"): ["一年半 = 1.5 year (duration)"],
    ("en", "5 hours, 30 minutes"): [
        "5 hours = 5 hour (duration)",
        "30 minutes = 30 minute (duration)",
    ],
    ("en", "5 tons a month"): ["5 tons a month = 5 metric_ton/month (rate)"],
    ("ru", "10000 единиц/год"): ["10000 единиц/год = 10000 unit/year (rate)"],
    ("ru", "47 руб. 16 коп. за литр"): ["47 руб. 16 коп. за литр = 47.16 RUB/liter (rate)"],
    ("en", "5 tons in the month"): ["5 tons = 5 metric_ton (quantity)"],
    ("zh", "时速350公里"): ["时速350公里 = 350 kilometer/hour (rate)"],
    ("ko", "톤당 385달러"): ["톤당 385달러 = 385 USD/metric_ton (rate)"],
    ("zh", "350公里"): ["350公里 = 350 kilometer (quantity)"],
    ("en", "30 new electric buses"): ["30 = 30 electric_bus (number) carried"],
    ("en", "10 working days"): ["10 = 10 day (duration) carried"],
    ("en", "1,500 direct and 4,000 indirect jobs"): [
        "1,500 = 1500 job (number) carried",
        "4,000 = 4000 job (number) carried",
    ],
    ("en", "5 km of new roads"): ["5 km = 5 kilometer (quantity)"],
    ("en", "in trade: +12.4%"): ["+12.4% = 12.4 percent (percent) increase"],
    ("zh", "零下20度"): ["零下20度 = -20 degree_celsius (quantity)"],
    ("en", "20 degrees"): ["20 degrees = 20 degree (quantity)"],
    ("en", "more than 5 km"): ["5 km = more than 5 kilometer (quantity)"],
    ("ru", "30 км и более"): ["30 км = at least 30 kilometer (quantity)"],
    ("en", "it took 5 km"): ["5 km = 5 kilometer (quantity)"],
    ("en", "rose by 12 %"): ["12 % = 12 percent (percent) increase"],
    ("en", "12 % growth"): ["12 % = 12 percent (percent) increase"],
    ("ru", "рост цен составил 5 %"): ["5 % = 5 percent (percent) increase"],
    ("en", "rose to 12 %"): ["12 % = 12 percent (percent)"],
    ("ru", "подорожал до 47 руб."): ["47 руб. = 47 RUB (money)"],
    ("en", "the 5th floor"): ["5th = 5 (ordinal) minor"],
    ("ru", "2-миллионный трактор"): ["2-миллионный = 2000000 (ordinal)"],
    ("en", "the second bus"): ["second = 2 (ordinal) minor"],
    ("de", "am 5. Tag war"): ["5. = 5 (ordinal) minor"],
    ("en", "5.Tractor"): [],
    ("tr", "500'den fazla yeni işçi"): ["500 = more than 500 person (number) carried"],
    ("tr", "500'den fazla ton"): ["500'den fazla ton = more than 500 metric_ton (quantity)"],
    ("ko", "약 5만여 명"): ["5만여 명 = more than 50000 person (number)"],
    ("en", "the ten-thousandth tractor"): ["ten-thousandth = 10000 (ordinal)"],
    ("en", "output more than doubled"): ["doubled = more than 2 fold (ratio) increase"],
    ("ru", "двухлетний"): ["двухлетний = 2 year (duration)"],
    ("en", "(-5 °C"): ["-5 °C = -5 degree_celsius (quantity)"],
    ("en", "-5 °C"): ["-5 °C = -5 degree_celsius (quantity)"],
    ("en", "it was –5 °C"): ["–5 °C = -5 degree_celsius (quantity)"],
    ("en", "it had $-5"): ["$-5 = -5 USD (money)"],
    ("en", "from Minsk – 300 km"): ["300 km = 300 kilometer (quantity)"],
    ("ru", "минус 13 %"): ["минус 13 % = 13 percent (percent) decrease"],
    ("tr", "eksi yüzde 13"): ["eksi yüzde 13 = 13 percent (percent) decrease"],
    ("en", "net −$4 million"): ["−$4 million = -4000000 USD (money)"],
    ("en", "10 minus $5 million"): ["$5 million = 5000000 USD (money)"],
    ("ru", "от -5 до 7 °C"): ["-5 до 7 °C = -5 to 7 degree_celsius (quantity)"],
    ("en", "18 ± 4 °C"): ["18 ± 4 °C = 14 to 22 degree_celsius (quantity)"],
    ("en", "10 -5 km"): ["-5 km = -5 kilometer (quantity)"],
}


def worded(mention: Mention, text: str) -> str:
    """Return a mention in one line."""
    notes = (
        *((mention.change,) if mention.change else ()),
        *(("carried",) if mention.carried else ()),
        *(("minor",) if mention.minor else ()),
    )
    quote = mention.span.of(text)
    return " ".join((quote, "=", str(mention.value), f"({mention.kind})", *notes))


@pytest.mark.parametrize(("locale", "text"), READ)
def test_an_example_is_read_so(locale: str, text: str) -> None:
    found = extract.mentions(text, locale=locale)

    assert READ[locale, text] == [worded(one, text) for one in found]


def test_every_example_of_a_rule_is_read_here() -> None:
    examples = {each for one in RULES for each in (*one.takes, *one.leaves)}

    assert examples <= READ.keys()
