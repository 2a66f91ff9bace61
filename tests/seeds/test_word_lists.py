"""Word lists and period patterns compile within bounds, and read what is printed."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from attrs import fields_dict

import support
from coopdata import normalize
from coopdata._lexicon.settings import Settings
from coopdata._wordlists.languages import compile_language
from coopdata.seeds._periods import compile_periods
from coopdata.seeds._printing import compile_printing
from coopdata.units import UNITS
from coopdata.values import Measure

ENDINGS = {"a": list("abcdefghijklm"), "b": list("abcdefghijkl")}


def seed(folder: str, language: str) -> dict[str, Any]:
    """Return one seed file as it is written."""
    path = support.REPO / "seeds" / folder / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_paradigms_of_one_length_agree_word_by_word() -> None:
    paradigms = {"a": ["y", "ies"], "b": ["", "s"]}
    tree = {"language": "xx", "paradigms": paradigms, "counted": {"city": ["cit/a hall/b"]}}

    groups = compile_language(tree)["after"]["groups"]

    assert [["unit", "city", ["cities halls", "city hall"]]] == groups


def test_an_entry_that_multiplies_is_refused_before_it_is_spelled_out() -> None:
    tree = {
        "language": "xx",
        "paradigms": ENDINGS,
        "counted": {"vehicle": ["v/a w/b x/a y/b z/a"]},
    }

    with pytest.raises(ValueError, match=r"13 × 12 × 13 × 12 × 13 forms; give its paradigms one"):
        compile_language(tree)


@pytest.mark.parametrize("entry", ["tonne/a-km", "tonne/a-mile/a", "big tonne/a-mile/a"])
def test_a_paradigm_inside_a_word_is_refused(entry: str) -> None:
    tree = {"language": "xx", "paradigms": {"a": ["", "s"]}, "counted": {"vehicle": [entry]}}

    with pytest.raises(ValueError, match="has a paradigm inside it; list its forms"):
        compile_language(tree)


def test_macros_that_multiply_are_refused_before_they_are_laid_out() -> None:
    macros = {f"m{nth}": f"{{@m{nth + 1}}}, {{@m{nth + 1}}}; {{@m{nth + 1}}}" for nth in range(11)}
    pattern = {"why": "year", "forms": ["{@m0}"]}
    source = {"macros": {**macros, "m11": "{Y}"}, "patterns": [pattern], "spaced": False}

    with pytest.raises(ValueError, match="more than 50000 states; write fewer macros"):
        compile_periods(source)


@pytest.mark.parametrize("language", support.WORDED)
def test_a_printed_noun_that_is_read_as_something_else_stops_the_build(language: str) -> None:
    printing = seed("printing", language)
    printing["nouns"]["vehicle"], printing["nouns"]["tractor"] = "zzz", "yyy"
    words = seed("languages", language)
    words["counted"]["bus"].append("zzz")

    with pytest.raises(ValueError, match="printed 'zzz' is vehicle, read as bus"):
        compile_language(words, compile_printing(printing, UNITS))


def test_printed_nouns_are_read_without_being_listed() -> None:
    printing = seed("printing", "de")
    printing["nouns"]["vehicle"] = "Fahrdings|Fahrdinger"

    tables = compile_language({"language": "de", "settings": {}}, compile_printing(printing, UNITS))
    units = {payload: forms for kind, payload, forms in tables["after"]["groups"] if kind == "unit"}

    assert ["fahrdinger", "fahrdings"] == units["vehicle"]


@pytest.mark.parametrize(
    ("text", "locale", "value", "unit"),
    [
        ("30 metrischen Tonnen", "de", 30, "metric_ton"),
        ("5 десятилетиям", "ru", 5, "decade"),
        ("2 фуце", "be", 2, "foot"),
    ],
)
def test_words_are_read_in_the_forms_that_their_paradigm_gives(
    text: str, locale: str, value: int, unit: str
) -> None:
    assert Measure.exact(value, unit) == normalize.measure(text, locale=locale)


def test_a_setting_that_nothing_reads_is_refused() -> None:
    with pytest.raises(ValueError, match="no such setting: spased; known: decimal, group, spaced"):
        compile_language({"language": "xx", "settings": {"spased": True}})


def test_every_setting_is_described_for_those_who_write_word_lists() -> None:
    page = (support.REPO / "docs" / "reference" / "word-lists.md").read_text(encoding="utf-8")

    assert [] == [name for name in fields_dict(Settings) if f"`{name}`" not in page]


#: What is counted and has no word of its own in a language, and why.
UNNAMED = {"item": "stands for a noun that the list does not have"}


@pytest.mark.parametrize("language", ["ru", "en", "be", "kk", "ko", "tr", "zh", "de"])
def test_what_is_counted_in_one_language_is_counted_in_each(language: str) -> None:
    units = support.REPO / "seeds" / "units.toml"
    counted = tomllib.loads(units.read_text(encoding="utf-8"))["counted"]
    words = seed("languages", language)
    sections = [words.get(name, {}) for name in ("units", "counted", "ratios", "classifiers")]
    named = {unit for section in sections for unit in "|".join(section).split("|")}

    assert [] == [unit for unit in counted if unit not in named and unit not in UNNAMED]
