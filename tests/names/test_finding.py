"""Names of places in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata._names import gazetteer
from coopdata._names.finding import find

NAMES = sorted(gazetteer.regions().table.places)


def found(text: str, language: str) -> list[tuple[str, str]]:
    """Return the places in a text, each with its code or that of its region."""
    return [
        (text[start:end], place.code or place.region)
        for start, end, place in find(text, language, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Завод в г. Костанай и в Минской области везёт их в США и Республику Татарстан.",
            [
                ("г. Костанай", "KZ-39"),
                ("Минской области", "BY-MI"),
                ("США", "US"),
                ("Республику Татарстан", "RU-TA"),
            ],
        ),
        ("be", "У Мінскай вобласці і ў Расіі.", [("Мінскай вобласці", "BY-MI"), ("Расіі", "RU")]),
        (
            "kk",
            "Қостанай облысында, Ресейге.",
            [("Қостанай облысында", "KZ-39"), ("Ресейге", "RU")],
        ),
        (
            "en",
            "Turkey's plant in the Kursk Oblast.",
            [("Turkey", "TR"), ("Kursk Oblast", "RU-KRS")],
        ),
        (
            "de",
            "In Köln und der Russischen Föderation.",
            [("Köln", "DE-NW"), ("Russischen Föderation", "RU")],
        ),
        ("tr", "Türkiye'de ve ABD'nin.", [("Türkiye'de", "TR"), ("ABD'nin", "US")]),
        ("zh", "公司在广东省和哈萨克斯坦投资", [("广东省", "CN-GD"), ("哈萨克斯坦", "KZ")]),
        ("ko", "러시아에서 부산광역시의 기업", [("러시아에서", "RU"), ("부산광역시의", "KR-26")]),
    ],
)
def test_places_are_found_in_running_text(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "край богат, область велика, белорусский завод"),
        ("ru", "Владимир Путин и А. Иванова"),
        ("ru", "Белорусский автозавод"),
        ("en", "roast turkey, fine china; contact us"),
        ("en", "TURKEY PRICES RISE"),
        ("en", "Reading is fun. The World Bank met on Mon"),
        ("en", "President Vladimir Putin"),
        ("de", "Das Essen war gut."),
        ("ru", "Брест"),
        ("zh", "和平"),
        ("be", "Кампанія пабудавала завод"),
        ("ru", "Семей было много"),
        ("az", "Boru çəkildi"),
        ("ko", "온도는 경기는"),
        ("en", "Kazakh wheat"),
    ],
)
def test_what_may_be_another_word_is_no_place(language: str, text: str) -> None:
    assert found(text, language) == []


@given(text=st.text(max_size=60), language=st.sampled_from(["ru", "en", "zh", "ko", "tr"]))
def test_what_is_found_stands_in_the_text_and_never_overlaps(text: str, language: str) -> None:
    last = 0
    for start, end, place in find(text, language, language):
        assert last <= start < end <= len(text)
        assert place.code or place.country
        assert text[start:end] == place.name
        last = end


@given(names=st.lists(st.sampled_from(NAMES), max_size=4))
def test_what_is_found_is_one_of_what_is_there(names: list[str]) -> None:
    text = "; ".join(name.title() for name in names)
    for start, end, _ in find(text, "ru", "ru"):
        assert text[start:end].strip() == text[start:end]
