"""What is yet to come is never suggested as something that is so."""

from __future__ import annotations

import pytest

from coopdata import corpus

COMING = [
    ("ru", "Завод планирует экспортировать 1500 тракторов в 2018 году."),
    ("ru", "Предприятия намерены выпустить 300 автобусов."),
    ("ru", "В 2019 году будут выпущены 300 автобусов."),
    ("ru", "Предполагается экспортировать 1500 тракторов."),
    ("en", "The plant plans to export 1,500 tractors in 2018."),
    ("en", "They intended to produce 300 buses."),
    ("en", "Exports are expected to reach 1,500 tractors."),
    ("en", "It is going to invest $5 million."),
    ("be", "Завод плануе экспартаваць 1500 трактароў."),
    ("de", "Das Werk beabsichtigt, 5 Mio. Euro zu investieren."),
    ("tr", "Fabrika 300 otobüs üretecek."),
    ("kk", "Зауыт 1500 трактор экспорттауды жоспарлап отыр."),
    ("zh", "该厂打算出口1500台拖拉机。"),
    ("ko", "공장은 트랙터 1500대를 수출할 예정이다."),
]
DONE = [
    ("ru", "Завод экспортировал 1500 тракторов в 2018 году."),
    ("ru", "В 2019 году выпущено 300 автобусов."),
    ("en", "The plant exported 1,500 tractors in 2018."),
    ("en", "It invested $5 million."),
]


@pytest.mark.parametrize(("locale", "text"), COMING)
def test_what_is_planned_is_not_suggested_as_so(locale: str, text: str) -> None:
    assert "actual" not in [one.status for one in corpus.draft(text, locale=locale).facts]


@pytest.mark.parametrize(("locale", "text"), DONE)
def test_what_was_done_is_suggested_as_so(locale: str, text: str) -> None:
    assert ["actual"] == [one.status for one in corpus.draft(text, locale=locale).facts]


@pytest.mark.parametrize(("locale", "text"), COMING[:8])
def test_the_plans_are_suggested(locale: str, text: str) -> None:
    assert ["planned"] == [one.status for one in corpus.draft(text, locale=locale).facts][:1]
