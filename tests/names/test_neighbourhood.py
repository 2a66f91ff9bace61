"""Names in running text that go on further than they seem to, and words that only look like one."""

from __future__ import annotations

import pytest

from coopdata import extract
from coopdata.model import NAME_KINDS, NameMention


def told(text: str, locale: str) -> list[tuple[str, str | None]]:
    found = extract.mentions(text, locale=locale, kinds=NAME_KINDS)
    return [(one.span.of(text), one.kind) for one in found if isinstance(one, NameMention)]


@pytest.mark.parametrize(
    ("locale", "text", "name", "kind"),
    [
        ("en", "Oak Flour & Malt Ltd has shut.", "Oak Flour & Malt Ltd", "organisation"),
        ("en", "Ships left the Barents Sea.", "Barents Sea", "place"),
        ("en", "They drill in the Gulf of Thailand.", "Gulf of Thailand", "place"),
        ("de", "Schiffe fuhren durch das Kaspische Meer.", "Kaspische Meer", "place"),
        ("tr", "Bu gemi Marmara Denizi üzerinden geldi.", "Marmara Denizi", "place"),
        ("ru", "Суда ушли в Баренцево море и в Карское море.", "Карское море", "place"),
        ("be", "Караблі выйшлі ў Чорнае мора.", "Чорнае мора", "place"),
        ("uk", "Судна вийшли в Чорне море.", "Чорне море", "place"),
        ("kk", "Кемелер Каспий теңізі арқылы келді.", "Каспий теңізі", "place"),
        ("ru", "Об этом сказал Театр имени А. П. Чехова.", "Театр имени А. П. Чехова", None),
        ("be", "Гэта Тэатр імя Янкі Купалы.", "Тэатр імя Янкі Купалы", None),
        ("uk", "Це Театр імені Івана Франка.", "Театр імені Івана Франка", None),
        (
            "ru",
            "Директор Пермского аграрного университета ушёл.",
            "Пермского аграрного университета",
            None,
        ),
        (
            "ru",
            "Это сказал министр транспорта Казахстана Ерлан Досжанов.",
            "Ерлан Досжанов",
            "person",
        ),
        ("en", "The Association of Tea Growers (hereinafter ATG) met.", "ATG", "organisation"),
        ("ru", "Деньги дал Фонд развития науки.", "Фонд развития науки", "organisation"),
    ],
)
def test_a_name_goes_as_far_as_its_words_do(
    locale: str, text: str, name: str, kind: str | None
) -> None:
    assert (name, kind or "organisation") in told(text, locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "The Board of Trustees and the Remuneration Committee met."),
        ("ru", "Её избрала Наблюдательная комиссия, а Тендерный комитет ушёл."),
        ("be", "Яго выбрала Рэвізійная камісія."),
        ("uk", "Його обрала Ліквідаційна комісія."),
        ("en", "It rests on Land Transfer Tax, the chief accountant wrote."),
        ("ru", "Они рассмотрят Сводный отчёт завтра."),
        ("en", "It raised $2 billion in Sukuks last week."),
        ("ru", "Открытое море опасно."),
        ("tr", "Gemiler Marmara Denizi üzerinden geldi."),
    ],
)
def test_what_every_company_has_is_no_name(locale: str, text: str) -> None:
    assert not told(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "name", "kind"),
    [
        ("en", "The Board of Governors of the Alder Bank met.", "Alder Bank", "organisation"),
        ("ru", "Он выступил от имени Сергея Петрова.", "Сергея Петрова", "person"),
        (
            "ru",
            "Это построила Северная атомная компания.",
            "Северная атомная компания",
            "organisation",
        ),
        ("en", "It spent 2 billion dollars; a plant rose in Ohio.", "Ohio", "place"),
    ],
)
def test_what_stands_near_such_words_is_still_named(
    locale: str, text: str, name: str, kind: str
) -> None:
    assert any(name in one and kind == of for one, of in told(text, locale))


def test_a_person_that_something_is_named_after_is_not_told_apart() -> None:
    assert ("П. Н. Лебедева", "person") not in told("Институт имени П. Н. Лебедева рос.", "ru")


def test_latin_initials_in_cyrillic_text_are_no_person() -> None:
    assert not [one for one in told("Сделку вёл банк R.W. Baker.", "ru") if one[1] == "person"]
