"""A word that its language cannot spell stops the build: a stem has the wrong paradigm."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import support
from coopdata._wordlists.spelling import misspelled
from coopdata.errors import SeedError
from coopdata.seeds._compiled import compiled

WITH_RULES = ("be", "de", "en", "es", "kk", "pl", "ru", "tr", "uk")


def word_list(language: str) -> dict[str, Any]:
    """Return the seed of one word list."""
    path = support.REPO / "seeds" / "languages" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def told(entry: str, language: str) -> list[str]:
    """Return what is wrong with an entry in a language, with the paradigms of its word list."""
    words = word_list(language)
    tree = {"paradigms": words["paradigms"], "counted": {"thing": [entry]}}
    return list(misspelled(tree, words["spelling"]))


@pytest.mark.parametrize(
    ("language", "wrong", "made", "right"),
    [
        ("ru", "десятилети/n", "десятилетио", "десятилет/ne"),
        ("ru", "японск/am", "японскый", "японск/amk"),
        ("ru", "большой тягачы", "тягачы", "большой тягач/mzh"),
        ("be", "завод/m", "заводе", "заво/md"),
        ("be", "шту/fka", "штуак", "шту/fk"),
        ("be", "парт/fi", "партія", "парт/fy"),
        ("de", "metrische/adj tonne/pn", "metrischee", "metrische/ade tonne/pn"),
        ("de", "preis/pe", "preiss", "preis/pes"),
        ("en", "crash/ing", "crashs", "crash/esing"),
        ("en", "factory/pl", "factorys", "factor/ies"),
        ("tr", "paragraf/c1", "paragrafda", "paragraf/t1"),
        ("tr", "ton/c2", "toni", "ton/c1"),
        ("uk", "унці/fi", "унціія", "унц/fi"),
        ("pl", "fabryk/fn", "fabryky", "fabry/fk"),
        ("pl", "japońsk/am", "japońsky", "japońsk/amk"),
        ("pl", "metal/mu", "metaly", "metal/mju"),
        ("es", "avión/es", "aviónes", "avi/on"),
        ("es", "vez/es", "vezes", "ve/z"),
        ("kk", "банк/al", "банкды", "банк/cet"),
        ("kk", "қазан/al", "қазандан", "қазан/an"),
    ],
)
def test_a_stem_with_the_wrong_paradigm_is_told(
    language: str, wrong: str, made: str, right: str
) -> None:
    (problem,) = told(wrong, language)

    assert f"makes {made!r}" in problem
    assert [] == told(right, language)


@pytest.mark.parametrize("language", WITH_RULES)
def test_every_exception_is_needed(language: str) -> None:
    words = word_list(language)
    spelling = words["spelling"]
    for name in spelling.get("except", ()):
        fewer = [other for other in spelling["except"] if other != name]

        assert list(misspelled(words, {**spelling, "except": fewer})), name


@pytest.mark.parametrize("name", ["languages/en.toml", "periods/en.toml", "printing/en.toml"])
def test_a_word_that_cannot_be_spelled_stops_the_build(name: str, tmp_path: Path) -> None:
    for known in ("languages/en.toml", "periods/en.toml", "printing/en.toml"):
        text = (support.REPO / "seeds" / known).read_text(encoding="utf-8")
        if known == name:
            word = next(word for word in ("zloty/pl", "winter", "years") if f'"{word}' in text)
            text = text.replace(f'"{word}', '"zqzz', 1)
        if known == "languages/en.toml":
            text = text.replace("never = [", 'never = ["zqz", ', 1)
        path = tmp_path / known
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")

    with pytest.raises(
        SeedError, match=rf"{name} at \w+: 'zqzz\S*' makes 'zqzz\S*', against 'zqz'"
    ):
        compiled(tmp_path)


def test_a_rule_that_is_no_expression_is_told() -> None:
    with pytest.raises(ValueError, match=r"spelling\.never: '\[aou': unterminated character set"):
        list(misspelled({}, {"never": ["[aou"]}))
