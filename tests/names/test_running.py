"""Names in running text: asked for by kind, resolved to parties, unresolved rather than forced."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import errors, extract
from coopdata.evaluation import GoldText, gold_lines, shipped_gold
from coopdata.model import MENTION_KINDS, NAME_KINDS, Mention, NameMention
from texts import Mutator

DS = cd.load()


def named(text: str, locale: str) -> tuple[Mention | NameMention, ...]:
    return extract.mentions(text, locale=locale, kinds=NAME_KINDS, parties=DS.parties)


def told(text: str, locale: str) -> list[tuple[str, str | None, str, str]]:
    return [
        (one.span.of(text), one.kind, one.party, one.code)
        for one in named(text, locale)
        if isinstance(one, NameMention)
    ]


SENTENCES = [
    (
        "ru",
        "На «Автоторе» в Калининграде собирают машины.",
        [("Автоторе", "organisation", "avtotor", ""), ("Калининграде", "place", "kaliningrad", "")],
    ),
    (
        "ru",
        "Товарооборот Беларуси с Аргентиной вырос.",
        [("Беларуси", "place", "belarus", "BY"), ("Аргентиной", "place", "", "AR")],
    ),
    (
        "en",
        "Russia’s exports to Uruguay and Li Keqiang's visit.",
        [
            ("Russia", "place", "russia", "RU"),
            ("Uruguay", "place", "", "UY"),
            ("Li Keqiang", "person", "li-keqiang", ""),
        ],
    ),
    (
        "tr",
        "Türkiye'de KAMAZ'ın yatırımı.",
        [("Türkiye", "place", "turkey", "TR"), ("KAMAZ", "organisation", "kamaz", "")],
    ),
    (
        "zh",
        "中国与哈萨克斯坦的贸易。",
        [("中国", "place", "china", "CN"), ("哈萨克斯坦", "place", "kazakhstan", "KZ")],
    ),
    ("en", "He likes roast turkey and a china cup.", []),
    ("ru", "Он поехал на край света.", []),
]


@pytest.mark.parametrize(("language", "text", "names"), SENTENCES)
def test_names_are_found_and_resolved(
    language: str, text: str, names: list[tuple[str, str | None, str, str]]
) -> None:
    assert names == told(text, language)


def test_the_articles_name_what_was_curated() -> None:
    report = cd.evaluate(named, gold=shipped_gold(names=True))

    for kind in ("place", "organisation", "person"):
        assert report.score("value", kind=kind).f1 > 0.9
    assert report.score("value").wrong_share < 0.03


@given(seed=st.integers(0, 10**9))
def test_names_stand_in_order_and_never_overlap(seed: int) -> None:
    text, language = Mutator(seed).text()
    found = extract.mentions(
        text, locale=language, kinds=(*MENTION_KINDS, *NAME_KINDS), parties=DS.parties
    )
    ends = [0, *(one.span.end for one in found)]

    assert all(end <= one.span.start for end, one in zip(ends, found, strict=False))
    assert ends[-1] <= len(text)


@given(seed=st.integers(0, 10**9))
def test_all_kinds_of_quantity_are_all_mentions(seed: int) -> None:
    text, language = Mutator(seed).text()

    assert extract.mentions(text, locale=language) == extract.mentions(
        text, locale=language, kinds=MENTION_KINDS
    )


@pytest.mark.parametrize("kinds", ["places", ["money", "company"], [""]])
def test_a_kind_that_is_none_is_refused(kinds: str | list[str]) -> None:
    with pytest.raises(errors.InvalidValueError):
        extract.mentions("5 km", locale="en", kinds=kinds)  # type: ignore[arg-type]  # no kinds


def test_without_parties_nothing_is_resolved() -> None:
    (only,) = extract.mentions("in Belarus", locale="en", kinds=["place"])

    assert isinstance(only, NameMention)
    assert ("", "BY", "Belarus") == (only.party, only.code, only.name)


def test_names_are_gold_too(tmp_path: Path) -> None:
    line = {
        "id": "a",
        "language": "en",
        "text": "Belarus and Avtotor",
        "mentions": [
            {"quote": "Belarus", "kind": "place", "code": "BY"},
            {"quote": "Avtotor", "kind": "organisation", "party": "avtotor"},
        ],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    gold: tuple[GoldText, ...] = gold_lines(path)

    assert 1 == cd.evaluate(named, gold=gold).score("value").f1
    line["mentions"][0]["kind"] = "money"  # type: ignore[index]  # a list of mappings
    path.write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(errors.SeedError, match="only of a name"):
        gold_lines(path)
