"""Organisations' names: parted from their forms, and compared."""

from __future__ import annotations

import itertools
import json
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors, normalize
from coopdata.normalize import Likeness
from support import PACKAGE, REPO

Entity = tuple[str, ...]


@cache
def families(table: str) -> tuple[tuple[Entity, ...], ...]:
    """Return the families of a table: what is the same stands in one line."""
    text = (REPO / "benchmarks/names" / f"{table}.tsv").read_text(encoding="utf-8")
    blocks = (
        [line for line in block.splitlines() if line[:1] != "#"] for block in text.split("\n\n")
    )
    return tuple(tuple(tuple(line.split("\t")) for line in block) for block in blocks if block)


NAMES = st.sampled_from(
    [name for family in families("organisations") for one in family for name in one]
)
FORMS = sorted(
    {
        key
        for file in ("legal_forms", "organisations")
        for key in json.loads((PACKAGE / f"data/names/{file}.json").read_text(encoding="utf-8"))[
            "forms"
        ]
    }
)


@given(text=st.text(max_size=30) | NAMES)
@example(text="S.C. Dacia S.A.")
@example(text="ПАО «НК „Роснефть“»")
@example(text="A, ООО АО")
@example(text="((주)a")
def test_a_name_read_again_stays_as_it_is(text: str) -> None:
    try:
        once = normalize.organisation(text)
    except errors.UnreadableTextError:
        return

    assert once.name in " ".join(unicodedata.normalize("NFC", text).split())
    assert once.name == normalize.organisation(once.name).name


@given(name=NAMES)
def test_quotes_case_spaces_and_dashes_never_change_the_key(name: str) -> None:
    key = normalize.organisation(name).key

    assert key == normalize.organisation(f"«{name}»").key
    assert key == normalize.organisation(name.replace(" ", "\u00a0  ")).key
    assert key == normalize.organisation(name.upper()).key
    assert key == normalize.organisation(name.replace("ё", "е")).key
    if "-" in name and "," not in name:
        assert key == normalize.organisation(name.replace("-", "\u2013")).key


@given(form=st.sampled_from(FORMS))
def test_every_legal_form_behind_a_name_is_parted_from_it(form: str) -> None:
    got = normalize.organisation(f"Zorvex ({form})" if len(form) == 1 else f"Zorvex {form}")

    assert "Zorvex" == got.name
    assert got.legal_form.strip("()") == form


@pytest.mark.parametrize(
    ("text", "name", "form", "family", "country"),
    [
        ("АО «Автотор»", "Автотор", "АО", "JSC", ""),
        ("Автотор, ООО", "Автотор", "ООО", "LLC", ""),
        ("ТОО «СарыаркаАвтоПром»", "СарыаркаАвтоПром", "ТОО", "LLC", "KZ"),
        ("«Сарыарқа» ЖШС", "Сарыарқа", "ЖШС", "LLC", "KZ"),
        ("ТАА «Зорка»", "Зорка", "ТАА", "LLC", "BY"),
        ("ПрАТ «Зоря»", "Зоря", "ПрАТ", "JSC", "UA"),
        ("Bosch GmbH & Co. KG", "Bosch", "GmbH & Co. KG", "LP", ""),
        ("Ford Otosan A.Ş.", "Ford Otosan", "A.Ş.", "JSC", "TR"),
        ("Novo Nordisk A/S", "Novo Nordisk", "A/S", "JSC", ""),
        ("Ülker San. ve Tic. A.Ş.", "Ülker", "San. ve Tic. A.Ş.", "JSC", "TR"),
        ("Anhui Automobile Co., ltd", "Anhui Automobile", "Co., ltd", "", ""),
        ("宇通客车股份有限公司", "宇通客车", "股份有限公司", "JSC", ""),
        ("㈜한화", "한화", "㈜", "JSC", "KR"),
        ("현대자동차(주)", "현대자동차", "(주)", "JSC", "KR"),
        ("주식회사 카카오", "카카오", "주식회사", "JSC", "KR"),
        ("ПАО «НК „Роснефть“»", "Роснефть", "ПАО", "JSC", ""),
        ("холдинг «Горизонт»", "холдинг «Горизонт»", "", "", ""),
        ("Казахский холдинг", "Казахский холдинг", "", "", ""),
        ("AB Volvo", "AB Volvo", "", "", ""),
        ("Casco", "Casco", "", "", ""),
        ("무슨 주", "무슨 주", "", "", ""),
    ],
)
def test_a_name_is_parted_from_its_legal_form(
    text: str, name: str, form: str, family: str, country: str
) -> None:
    got = normalize.organisation(text)

    assert (name, form, family, country) == (got.name, got.legal_form, got.family, got.country)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙂",
        "5",
        "ООО",
        "GmbH & Co. KG",
        "холдинг",
        "Group",
        "ООО «Заря» и АО «Рассвет»",
        '"Foo" LLC and "Bar" LLC',
        "OOО Заря",
        "Аvtotor",
        "a " * 500_000,
        "«" * 1_000_000,
        "ООО " * 250_000,
    ],
)
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        normalize.organisation(text)


def test_a_form_is_a_field_and_the_core_has_no_quotes() -> None:
    got = normalize.organisation("АО «Холдинг „Горизонт“»")

    assert "Холдинг Горизонт" == got.core
    assert "холдинг горизонт" == got.key


@given(one=NAMES, other=NAMES)
@example(one="Газпром", other="Газпром нефть")
def test_sameness_is_symmetric_and_reflexive(one: str, other: str) -> None:
    assert normalize.same_organisation(one, other) == normalize.same_organisation(other, one)
    assert normalize.same_organisation(one, one).same is True
    assert 0 <= normalize.same_organisation(one, other).score <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("АО «Автотор»", "AVTOTOR Holding"),
        ("Автотора", "Avtotor"),
        ("Гомсельмаш", "Homselmash"),
        ("Промтехника, ООО", "Promtekhnika LLC"),
        ("江淮汽车股份有限公司", "JAC Motors"),
        ("ООО «Шёлковый путь»", "ШЕЛКОВЫЙ ПУТЬ"),
        ("AllurGroup", "Allur Group"),
    ],
)
def test_two_writings_of_a_name_are_the_same(one: str, other: str) -> None:
    assert normalize.same_organisation(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same", "reason"),
    [
        ("Газпром", "Gazprom Neft", False, "one is a company of the other's house"),
        ("Завод № 5", "Завод № 6", False, "numbers differ"),
        ("Заря-2", "Заря", False, "numbers differ"),
        ("Альфа (Москва)", "Альфа (Тула)", False, "what stands in brackets differs"),
        ("ИП Иванов А. А.", "ИП Иванов Б. А.", False, "initials differ"),
        ("Полимир", "Полимер", False, "nothing in common"),
        ("ООО «Заря»", "АО «Заря»", None, "legal forms differ"),
        ("Пеленг", "Пеленг-М", None, "one has an initial more"),
        ("Осиповичский завод", "Осиповичский завод агрегатов", None, "one has a word more"),
        ("宝钢", "Baosteel", None, "nothing in common"),
    ],
)
def test_names_that_only_look_alike_are_not_the_same(
    one: str, other: str, same: bool | None, reason: str
) -> None:
    got = normalize.same_organisation(one, other)

    assert not got
    assert same is got.same
    assert reason in got.reasons


def rates(
    chosen: Iterable[tuple[Entity, ...]], same: Callable[[str, str], Likeness]
) -> tuple[float, float]:
    """Return precision and recall over all pairs of names within the families chosen."""
    right = wrong = missed = 0
    for family in chosen:
        for entity in family:
            said = [bool(same(*pair)) for pair in itertools.combinations(entity, 2)]
            right += sum(said)
            missed += len(said) - sum(said)
        for one, other in itertools.combinations(family, 2):
            wrong += sum(bool(same(*pair)) for pair in itertools.product(one, other))
    return right / (right + wrong), right / (right + missed)


@pytest.mark.parametrize("apart", [False, True])
def test_pairs_of_the_table_are_told_apart(apart: bool) -> None:
    chosen = [
        family
        for number, family in enumerate(families("organisations"))
        if (number % 3 == 2) == apart
    ]
    precision, recall = rates(chosen, normalize.same_organisation)

    assert precision >= 0.97
    assert recall >= 0.9


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ford Otosan A.Ş.", "W2SQ"),
        ("ПАО «Заря»", "4TYO"),
        ("ТАА «Зорка»", "AABD"),
        ("동해 주식회사", "5RCH"),
        ("株式会社東海", "T417"),
        ("Verein der Freunde e.V.", "QZ3L"),
        ("ООО «Заря»", ""),
        ("Acme GmbH", ""),
        ("Acme A/S", ""),
        ("ТОО «Заря»", ""),
    ],
)
def test_a_form_of_one_country_has_its_code_of_iso_20275(text: str, code: str) -> None:
    assert normalize.organisation(text).elf == code
