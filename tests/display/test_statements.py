"""Every fact is said in every language: whole, in the words of that language, from its fields."""

from __future__ import annotations

import re
import string
import sys
import unicodedata
from typing import Any

import babel
import pytest
from attrs import evolve
from hypothesis import given

from coopdata import _shipped, formatting, load
from coopdata import strategies as st
from coopdata.dataset import Dataset
from coopdata.display import statement
from coopdata.model import FACT_KINDS, ROLES, STATUSES, Place
from coopdata.values import Measure
from support import LOCALES, REPO

sys.path.append(str(REPO / "tools"))
import fact_pages

LANGUAGES = _shipped.languages("statements")
#: Languages whose own words have no Latin letter.
OTHER_SCRIPTS = ("be", "kk", "ko", "ru", "zh")
PAIRS = ("()", "（）", "«»", "“”")
DATASET = load()
FACTS = (*DATASET.facts, *DATASET.derived)
WRITTEN = fact_pages.PAGE.read_text(encoding="utf-8")
#: Names of countries and patterns of dates differ from one CLDR to the next.
same_cldr = pytest.mark.skipif(
    f"with Babel {babel.__version__} " not in WRITTEN, reason="the page is of another CLDR"
)
TEXTS: dict[str, dict[str, dict[str, str]]] = {
    language: _shipped.tree(f"statements/{language}.json") for language in LANGUAGES
}


def parts(fact: Any, language: str) -> list[str]:
    """Return what a sentence takes from the fact: printed values and names."""
    values = [fact.measure, fact.period, fact.horizon, fact.baseline]
    ids = [fact.said_by, fact.place, *(one.party for one in fact.parties)]
    return [
        *(value.format(locale=language) for value in values if value is not None),
        *(DATASET.party(one).name(language) for one in ids if one),
    ]


def folded(text: str) -> str:
    return text.replace("İ", "i").casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_has_every_value_and_every_name(language: str) -> None:
    for fact in FACTS:
        said = fact.format(locale=language)

        assert [] == [one for one in parts(fact, language) if folded(one) not in folded(said)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_well_set(language: str) -> None:
    for fact in FACTS:
        said = fact.format(locale=language)

        assert said[0] == said[0].upper()
        assert said[-1] in ".。"
        assert not re.search(r"\s\s|[{}]|XXXX|\(\)|（）|[,;:；：] *[.。]|[ .。][.。]$", said), said
        for opening, closing in PAIRS:
            assert said.count(opening) == said.count(closing)


@pytest.mark.parametrize("language", OTHER_SCRIPTS)
def test_no_latin_letter_stands_outside_names_and_values(language: str) -> None:
    for fact in FACTS:
        said = folded(fact.format(locale=language))
        for one in sorted(parts(fact, language), key=len, reverse=True):
            said = said.replace(folded(one), "")

        assert [] == [sign for sign in said if unicodedata.name(sign, "").startswith("LATIN")]


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en"}))
def test_no_english_clause_or_role_is_left(language: str) -> None:
    own, english = TEXTS[language], TEXTS["en"]

    assert [] == [key for key in FACT_KINDS if own["actual"][key] == english["actual"][key]]
    assert [] == [key for key in own["roles"] if own["roles"][key] == english["roles"][key]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_role_and_status_has_its_words(language: str) -> None:
    texts = TEXTS[language]

    assert {*FACT_KINDS} == {*texts["actual"]}
    assert {*FACT_KINDS} == {*texts["noun"]}
    assert {*ROLES} - {"subject"} == {key for key in texts["role"] if "." not in key}
    assert {*STATUSES} - {"actual"} == {*texts["status"]}
    assert {kind: {*keys} for kind, keys in TEXTS["en"].items()} == {
        kind: {*keys} for kind, keys in texts.items()
    }


def holes(pattern: str) -> set[str]:
    return {name.lower() for _, name, _, _ in string.Formatter().parse(pattern) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_has_the_holes_of_the_english_one(language: str) -> None:
    for kind, table in TEXTS["en"].items():
        for key, pattern in table.items():
            assert holes(pattern) == holes(TEXTS[language][kind][key]), (kind, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_views_have_the_holes_of_the_english_ones(language: str) -> None:
    own, english = (_shipped.tree(f"labels/{one}.json") for one in (language, "en"))

    assert {*english["heading"]} == {*own["heading"]}
    for key, pattern in english["view"].items():
        assert holes(pattern) == holes(own["view"][key])


def test_a_computed_fact_says_so() -> None:
    for fact in DATASET.derived:
        assert "; по расчёту)" in fact.format(locale="ru")


@given(dataset=st.datasets(), locale=LOCALES)
def test_any_fact_is_said_in_any_locale(dataset: Dataset, locale: str) -> None:
    for fact in dataset.facts:
        assert statement(fact, locale=locale, dataset=dataset)


@pytest.mark.parametrize("locale", ["fr", "zh_Hant", "ky", "und"])
def test_a_locale_without_templates_has_english_whole(locale: str) -> None:
    for fact in DATASET.facts[:10]:
        assert fact.format(locale="en") == fact.format(locale=locale)


def test_a_region_prints_its_own_figures() -> None:
    fact = DATASET.fact("kursk-trade.trade-2017")

    assert fact.measure is not None
    assert fact.measure.format(locale="de_CH") in fact.format(locale="de_CH")
    assert fact.measure.format(locale="de") not in fact.format(locale="de_CH")


def test_a_party_that_is_not_there_goes_by_its_id() -> None:
    fact = evolve(DATASET.fact("kursk-trade.trade-2017"), place="atlantis")

    assert "atlantis" in fact.format(locale="ru")


def test_a_turkish_sentence_begins_with_a_dotted_capital() -> None:
    fact = evolve(DATASET.fact("kursk-trade.main-exports"), status="actual")

    assert fact.format(locale="tr").startswith("İhracat")


@pytest.mark.parametrize("status", ["planned", "target", "proposed"])
def test_an_opinion_on_what_is_to_come_is_no_plan(status: Any) -> None:
    fact = evolve(DATASET.fact("kamaz-turkey.potential"), status=status)

    assert "планируется" not in fact.format(locale="ru")
    assert "is planned" not in fact.format(locale="en")


def test_a_change_is_said_with_its_direction_and_base() -> None:
    fact = DATASET.fact("kursk-trade.trade-growth")

    assert "рост: 40,5\xa0%" in fact.format(locale="ru")
    assert "снижение: 5\xa0%" in evolve(
        fact, change="decrease", measure=Measure.exact("5", "percent")
    ).format(locale="ru")
    assert "база сравнения: январь" in fact.format(locale="ru")


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("КАМАЗ", "kamaz"),
        ("카마즈", "kamaz"),
        ("Турция", "turkey"),
        ("Türkiye", "turkey"),
        ("Минск", "minsk"),
        ("明斯克", "minsk"),
        ("Курская область", "kursk-oblast"),
        ("Курск облысы", "kursk-oblast"),
        ("Oblast Kursk", "kursk-oblast"),
        ("李克强", "li-keqiang"),
        ("Раман Галоўчанка", "roman-golovchenko"),
    ],
)
def test_a_party_is_found_by_its_name_in_any_language(name: str, party: str) -> None:
    assert DATASET.party(name).id == party
    assert DATASET.where(party=party) == DATASET.where(party=name)


@same_cldr
@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en"}))
def test_countries_are_called_as_cldr_calls_them(language: str) -> None:
    countries = [
        one for one in DATASET.parties if isinstance(one, Place) and one.level == "country"
    ]

    assert countries
    assert {one.country: formatting.country(one.country, locale=language) for one in countries} == {
        one.country: one.name(language) for one in countries
    }


@same_cldr
def test_the_page_has_every_fact_as_it_is_said() -> None:
    assert fact_pages.page() == WRITTEN, "run: python tools/fact_pages.py"
