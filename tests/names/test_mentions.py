"""Organisations and people in running text, by what their names show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata._names.mentions import find_organisations, find_people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Договор подписали ООО «Заря» и АО «Рассвет».", ["ООО «Заря»", "АО «Рассвет»"]),
        ("Завод «Полимир» вырос, а «Война и мир» нет.", ["Завод «Полимир»"]),
        ("Вчера Ford Otosan A.Ş. открыла завод.", ["Ford Otosan A.Ş."]),
        ("Ford Otosan A.Ş. yatırım yaptı.", ["Ford Otosan A.Ş."]),
        ("Детали ООО «Заря» нужны.", ["ООО «Заря»"]),
        ("Завод Автотор, ООО, растёт.", ["Завод Автотор, ООО"]),
        ("Die Robert Bosch GmbH baut ein Werk.", ["Robert Bosch GmbH"]),
        ("It was bought by Acme Widgets Co., Ltd. in 2016.", ["Acme Widgets Co., Ltd."]),
        ("Контракт с ТОО Астана Моторс продлён.", ["ТОО Астана Моторс"]),
        ("ЖШС «Сарыарқа» жаңа зауыт салды.", ["ЖШС «Сарыарқа»"]),
        ("ТАА «Зорка» пабудуе завод.", ["ТАА «Зорка»"]),
        ("Он сказал: «Да, конечно».", []),
        ("Роман «Мать» издан в 1906 году.", []),
        ('The so-called "Big Four" met.', []),
        ("He is an AG and so on.", []),
    ],
)
def test_an_organisation_shows_by_a_form_or_by_quotes_behind_a_kind(
    text: str, found: list[str]
) -> None:
    got = [text[start:end] for start, end, _ in find_organisations(text, "und")]

    assert [one.removeprefix("Die ") for one in got] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Об этом сообщил министр Сергей Лавров.", ["Сергей Лавров"]),
        ("Лукашенко А.Г. встретился с В. В. Путиным.", ["Лукашенко А.Г.", "В. В. Путиным"]),
        ("премьер Ли Кэцян прибыл в Минск", ["Ли Кэцян"]),
        ("President Park Geun-hye met Li Keqiang.", ["Park Geun-hye", "Li Keqiang"]),
        ("Александр Григорьевич Лукашенко выступил.", ["Александр Григорьевич Лукашенко"]),
        ("Recep Tayyip Erdoğan Ankara'da konuştu.", ["Recep Tayyip Erdoğan"]),
        ("Как отметил г-н Ю Янг, рынок растёт.", ["Ю Янг"]),
        ("Mr. Smith agreed.", ["Smith"]),
        ("Прэзідэнт Аляксандр Лукашэнка сказаў.", ["Аляксандр Лукашэнка"]),
        ("Касым-Жомарт Токаев подписал указ.", ["Касым-Жомарт Токаев"]),
        ("Нижний Новгород и Великий Устюг.", []),
        ("Президент Казахстана подписал указ.", []),
        ("Salt Lake City hosted the games.", []),
        ("В 2016 г. МАЗ выпустил 5 тыс. машин.", []),
    ],
)
def test_a_person_shows_by_a_given_name_initials_or_a_title(text: str, found: list[str]) -> None:
    assert found == [text[start:end] for start, end, _ in find_people(text, "und")]


@given(text=st.text(max_size=60))
def test_spans_stand_in_order_and_hold_the_name(text: str) -> None:
    for find in (find_organisations, find_people):
        end = 0
        for start, stop, name in find(text, "und"):
            assert end <= start < stop <= len(text)
            assert name.name
            end = stop
