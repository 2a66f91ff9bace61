"""Constructions of statutes, filings and posts: negated bounds, numbered parts, compound words."""

from __future__ import annotations

import pytest

from coopdata import extract

READ = [
    ("ru", "нагрузка не должна быть более 11,5 тонны", ["at most 11.5 metric_ton"]),
    ("ru", "срок не может быть менее 30 дней", ["at least 30 day"]),
    ("be", "нагрузка не павінна быць больш за 11,5 тоны", ["at most 11.5 metric_ton"]),
    ("en", "the load must not be more than 11.5 tonnes", ["at most 11.5 metric_ton"]),
    ("en", "the term shall not be less than 30 days", ["at least 30 day"]),
    ("de", "die Last darf nicht mehr als 11,5 Tonnen betragen", ["at most 11.5 metric_ton"]),
    ("fr", "le délai ne peut être inférieur à 30 jours", ["at least 30 day"]),
    ("fr", "la charge ne doit pas dépasser 11,5 tonnes", ["at most 11.5 metric_ton"]),
    ("fr", "aux articles 3 et 4 et au § 2", []),
    ("en", "The market may top $130 billion", ["more than 130000000000 USD"]),
    ("en", "Options over 815,000 shares lapse", ["815000 share"]),
    (
        "en",
        "a fine of up to NOK 500 000 or imprisonment for up to six months",
        ["at most 500000 NOK", "at most 6 month"],
    ),
    ("en", "we had 2,870 full-time employees", ["2870 person"]),
    ("en", "it took on 12 part-time workers", ["12 person"]),
    ("ru", "от 16 до 18 лет и 4 часов", ["16 to 18 year", "4 hour"]),
    ("en", "2 years and 3 months", ["27 month"]),
    ("en", "2 years and 4 hours", ["2 year", "4 hour"]),
    ("ru", "абзацы с 3 по 8 пункта 15", []),
    ("ru", "согласно разделам 5–7 СП 52.13330.2016", []),
    ("ru", "создано 7 СП", ["7 joint_venture"]),
    ("en", "cleared for runway 27L", []),
    ("ru", "акты, указанные в подпунктах 4.1, 4.2 и 6 статьи 9", []),
    ("ru", "в силу требований 2 и 3 статьи 10", []),
    ("be", "у пунктах 1 і 2 артыкула 7", []),
    ("uk", "у пунктах 1 і 2 статті 7", []),
    ("es", "en los apartados 1 y 2 del artículo 7", []),
    ("pl", "w punktach 1 i 2 artykułu 7", []),
    ("ru", "вышли 2 статьи о 7 заводах", ["2 article", "7 plant"]),
    (
        "ru",
        "рост не может превышать 7 процентов. Высота — до 15 метров",
        ["at most 7 percent", "at most 15 meter"],
    ),
    ("ru", "бензин подорожал на 12 процентов, дизель — до 15 рублей", ["12 percent", "15 RUB"]),
    ("ru", "см. doi: 10.1134/S0026893319 и 05.2017", ["2017-05"]),
    ("en", "torque of 400 Nm at 400 nm", ["400 newton*meter", "400 nanometer"]),
    (
        "en",
        "output was 220 thousand barrels a day against 145 thousand in June",
        ["220000 oil_barrel/day", "145000 oil_barrel/day", "XXXX-06"],
    ),
    (
        "ru",
        "завод собирал 220 машин в сутки против 145 у соседей",
        ["220 vehicle/day", "145 vehicle/day"],
    ),
]


@pytest.mark.parametrize(("locale", "text", "values"), READ)
def test_a_construction_says_what_its_parts_say_together(
    locale: str, text: str, values: list[str]
) -> None:
    assert [str(one.value) for one in extract.mentions(text, locale=locale)] == values
