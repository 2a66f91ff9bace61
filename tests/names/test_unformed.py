"""Organisations, people and places in running text that no form, list or title gives away."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import extract
from coopdata.model import NAME_KINDS, NameMention

Kinds = list[tuple[str, str | None]]


def told(text: str, locale: str) -> Kinds:
    found = extract.mentions(text, locale=locale, kinds=NAME_KINDS)
    return [(one.span.of(text), one.kind) for one in found if isinstance(one, NameMention)]


@pytest.mark.parametrize(
    ("locale", "text", "name"),
    [
        ("en", "The Lower Volga Boiler Works hired welders.", "Lower Volga Boiler Works"),
        (
            "en",
            "A letter from the Ministry of Water and Power came.",
            "Ministry of Water and Power",
        ),
        ("en", "It went to the Alder County Council.", "Alder County Council"),
        ("ru", "Станки купил Тамбовский вагонный завод.", "Тамбовский вагонный завод"),
        ("ru", "Об этом сообщило Министерство энергетики.", "Министерство энергетики"),
        ("be", "Пра гэта паведаміла Міністэрства фінансаў.", "Міністэрства фінансаў"),
        ("uk", "Про це повідомило Міністерство фінансів.", "Міністерство фінансів"),
        ("kk", "Бұл туралы Қаржы министрлігі хабарлады.", "Қаржы министрлігі"),
        ("tr", "Bunu Ulaştırma Bakanlığı duyurdu.", "Ulaştırma Bakanlığı"),
        ("tr", "Karar Tarım ve Orman Bakanlığı tarafından alındı.", "Tarım ve Orman Bakanlığı"),
        (
            "de",
            "Das gab das Bundesministerium für Verkehr bekannt.",
            "Bundesministerium für Verkehr",
        ),
        ("zh", "合同由东海重机集团签署。", "东海重机集团"),
        ("ko", "동해중공업은 공장을 짓는다.", "동해중공업"),
    ],
)
def test_a_word_of_its_own_gives_an_organisation_away(locale: str, text: str, name: str) -> None:
    assert (name, "organisation") in told(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "name"),
    [
        ("en", "The deal pleased the carmaker Vantero.", "Vantero"),
        ("en", "An analyst at Kelmore saw no risk.", "Kelmore"),
        ("en", "Makers such as Ostrel gained.", "Ostrel"),
        ("ru", "Станки закупил концерн Вентора.", "Вентора"),
        ("ru", "«Вентора» поставит насосы.", "Вентора"),
        ("ru", "Как сообщает Kelmore, спрос вырос.", "Kelmore"),
        ("be", "Станкі закупіў канцэрн Вентара.", "Вентара"),
        ("uk", "Верстати купив концерн Вентора.", "Вентора"),
        ("de", "Der Autobauer Vantero stellt um.", "Vantero"),
    ],
)
def test_the_words_beside_it_give_an_organisation_away(locale: str, text: str, name: str) -> None:
    assert (name, "organisation") in told(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "name", "kind"),
    [
        (
            "en",
            "Orders fell, Tobin Marchwell, the plant's chief engineer, said.",
            "Tobin Marchwell",
            1,
        ),
        ("en", "Prices will rise, Velichkov said.", "Velichkov", 1),
        ("ru", "Цены вырастут, отметил Величков.", "Величков", 1),
        ("ru", "По словам Величкова, цены вырастут.", "Величкова", 1),
        ("be", "Цэны вырастуць, адзначыў Велічкоў.", "Велічкоў", 1),
        ("uk", "Ціни зростуть, зазначив Величенко.", "Величенко", 1),
        ("en", "A new mill was opened in Zelvorsk.", "Zelvorsk", 2),
        ("ru", "Новый цех открыли в Зелворске.", "Зелворске", 2),
        ("ru", "Цех открыли в деревне Зелвино.", "деревне Зелвино", 2),
    ],
)
def test_people_speak_and_places_are_stood_in(locale: str, text: str, name: str, kind: int) -> None:
    assert (name, ("organisation", "person", "place")[kind]) in told(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "name", "again"),
    [
        ("en", "Ostrel Mining (OMC) grew. In May OMC sold a pit.", "OMC", 2),
        ("en", "Oleg Marchwell left. The board thanked Marchwell.", "Marchwell", 1),
        ("ru", "ООО «Вентора» растёт. Станки Вентора купила.", "Вентора", 1),
    ],
)
def test_what_is_told_in_full_is_known_again(locale: str, text: str, name: str, again: int) -> None:
    assert [one for one, _ in told(text, locale)].count(name) == again


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Natural Gas and Crude Oil rose on Monday."),
        ("en", "See Schedule 2, Section 4 and Eq. (7) in Annex B."),
        ("en", "STEEL OUTPUT ROSE. THE BANK SAID SO."),
        ("en", "Production fell. Output shipped later."),
        ("ru", "Фильм «Зимний лес» получил приз."),
        ("ru", "Проект «Вентора» завершён."),
        ("ru", "EBITDA выросла, FOB и НДС тоже."),
        ("ru", "Новый завод и банк построят вместе."),
        ("zh", "该公司和银行都有。"),
        ("ko", "시중은행과 중앙은행의 금리."),
        ("tr", "Yeni bir banka ve holding kuruldu."),
        ("de", "Die Bank und die Gruppe wachsen."),
    ],
)
def test_common_words_name_nobody(locale: str, text: str) -> None:
    assert told(text, locale) == []


@given(
    words=st.lists(
        st.sampled_from(
            ["Bank", "of", "the", "«", "»", "Заря", "завод", "said", "в", "(AB)", "公司", ",", "."]
        ),
        max_size=25,
    ),
    locale=st.sampled_from(["en", "ru", "be", "kk", "tr", "zh", "ko", "de", "und"]),
)
def test_no_two_names_share_a_word(words: list[str], locale: str) -> None:
    text = " ".join(words)
    found = extract.mentions(text, locale=locale, kinds=NAME_KINDS)
    ends = [(one.span.start, one.span.end) for one in found]

    assert all(end <= start for (_, end), (start, _) in pairwise(ends))
