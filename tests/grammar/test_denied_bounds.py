"""A bound that is denied is the other bound, and a denial elsewhere in the clause is none of it."""

from __future__ import annotations

import pytest

from coopdata import extract

#: language | text => values
DENIED = """
en | No building in zone 2 shall exceed 12 metres, nor cover more than 35% of it => \
at most 12 meter; at most 35 percent
en | No person may own more than two flats => at most 2 apartment
en | the tenant shall not in any case keep more than 3 dogs => at most 3 dog
en | a break may not be less than 30 minutes => at least 30 minute
en | not later than 14 days after it => at most 14 day
en | no earlier than 14 days after it => at least 14 day
ru | не позднее 5 дней с этой даты => at most 5 day
ru | не ранее чем за 10 дней до него => at least 10 day
ru | перерыв не может быть короче 30 минут => at least 30 minute
ru | здание не должно занимать более 30 % участка => at most 30 percent
uk | перерва не може бути коротшою за 30 хвилин => at least 30 minute
uk | не пізніше ніж за 14 днів до нього => at most 14 day
be | не пазней чым за 14 дзён да яго => at most 14 day
be | будынак не можа займаць больш за 30 % => at most 30 percent
de | Kein Gebäude darf höher als 12 Meter sein => at most 12 meter
de | Kein Händler darf mehr als 5 Tonnen lagern => at most 5 metric_ton
de | spätestens 14 Tage danach => at most 14 day
fr | Aucun bâtiment ne doit occuper plus de 30 % du terrain => at most 30 percent
fr | au plus tard 14 jours après => at most 14 day
es | Ningún edificio podrá superar los 12 metros => at most 12 meter
es | no podrá superar los 12 metros ni ocupar más de 30 % => at most 12 meter; at most 30 percent
pl | żaden budynek nie może zajmować więcej niż 30 % działki => at most 30 percent
tr | mola 30 dakikadan az olamaz => at least 30 minute
tr | yükseklik 12 metreyi aşamaz => at most 12 meter
az | hündürlük 12 metrdən çox ola bilməz => at most 12 meter
kk | үзіліс 30 минуттан кем болмауы керек => at least 30 minute
uz | 30 daqiqadan kam boʻlmasligi kerak => at least 30 minute
zh | 高度不得超过12米 => at most 12 meter
zh | 休息不得少于30分钟 => at least 30 minute
ja | 高さは12メートルを超えてはならない => at most 12 meter
ja | 30分を下回ってはならない => at least 30 minute
ko | 높이는 12미터를 초과할 수 없다 => at most 12 meter
ko | 12미터를 초과해서는 안 된다 => at most 12 meter
"""
STATED = """
en | No one was hurt, though more than 500 people fled => more than 500 person
en | It did not say that more than 500 people fled => more than 500 person
en | the company shall pay more than $5 million => more than 5000000 USD
en | more than 500 people did not come => more than 500 person
ru | он не сообщил, что более 500 человек ушли => more than 500 person
ru | перерыв короче 30 минут => less than 30 minute
de | Das Gebäude darf höher als 12 Meter sein => more than 12 meter
es | podrá superar los 12 metros => more than 12 meter
zh | 高度超过12米 => more than 12 meter
ja | 高さは12メートルを超えている => more than 12 meter
"""


def values(text: str, locale: str) -> list[str]:
    return [str(one.value) for one in extract.mentions(text, locale=locale)]


def rows(table: str) -> list[tuple[str, str, list[str]]]:
    found = []
    for line in filter(None, table.splitlines()):
        locale, _, rest = line.partition(" | ")
        text, _, told = rest.partition(" => ")
        found.append((locale, text, told.split("; ")))
    return found


@pytest.mark.parametrize(("locale", "text", "expected"), rows(DENIED))
def test_a_bound_that_is_denied_is_the_other_one(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize(("locale", "text", "expected"), rows(STATED))
def test_a_bound_that_is_not_denied_is_as_stated(
    locale: str, text: str, expected: list[str]
) -> None:
    assert expected == values(text, locale)


@pytest.mark.parametrize("pad", range(6))
def test_a_word_that_is_cut_denies_nothing(pad: int) -> None:
    text = f"{'piano ' * 20}{'x' * pad} must exceed 12 metres"

    assert ["more than 12 meter"] == values(text, "en")
