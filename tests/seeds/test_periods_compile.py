"""Pattern files become machines: the same bytes every time, mistakes named, variants kept apart."""

from __future__ import annotations

import copy
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coopdata._calendar.machine import Names, Node
from coopdata._calendar.walk import fields, walk
from coopdata.seeds._periods import compile_periods
from support import WORDED

SMALL: dict[str, Any] = {
    "paradigms": {"soft": ["ь", "я"]},
    "variants": {"ё": "е"},
    "classes": {"month": {"1": ["январ|soft"], "2": ["фев."]}, "year": {"": ["год", "г."]}},
    "macros": {"Y": "{Y} {year}|{Y}"},
    "patterns": [
        {"why": "month", "forms": ["{month} {@Y}"]},
        {"why": "months", "forms": ["{month}-{=|}{month}[ {@Y}]"], "needs": "cue"},
    ],
    "before": {"in": ["в"], "since": ["с"]},
}


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the small file with one entry replaced."""
    tree = copy.deepcopy(SMALL)
    *way, last = path.split(".")
    node = tree
    for name in way:
        node = node[name]
    node[last] = value
    return tree


def test_forms_are_spelled_out_from_their_paradigms() -> None:
    names = compile_periods(SMALL)["names"]

    assert {"январь": {"month": [1]}, "января": {"month": [1]}} == {
        name: names[name] for name in ("январь", "января")
    }


def test_a_letter_has_its_variants() -> None:
    tree = changed("classes.month", {"5": ["маём"]})

    assert {"маём", "маем"} <= compile_periods(tree)["names"].keys()


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (
            "patterns",
            [{"why": "x", "forms": ["{weekday}"]}],
            "no class of words is named 'weekday'",
        ),
        ("patterns", [{"why": "x", "forms": ["{@Z}"]}], "no macro is named 'Z'"),
        ("patterns", [{"why": "x", "forms": ["({Y}"]}], "a bracket is left open"),
        ("patterns", [], "the patterns are empty"),
        ("macros.Y", "{@Y}", "macros nest too deep"),
        ("before", {"in": ["с"], "since": ["с"]}, "'с' is listed under in and since"),
    ],
)
def test_a_mistake_is_named(path: str, value: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        compile_periods(changed(path, value))


@pytest.mark.parametrize("language", WORDED)
def test_a_file_compiles_to_the_same_bytes_every_time(repo: Path, language: str) -> None:
    source = tomllib.loads((repo / f"seeds/periods/{language}.toml").read_text(encoding="utf-8"))
    trees = [compile_periods(copy.deepcopy(source)) for _ in range(2)]
    shipped = json.loads(
        (repo / f"src/coopdata/data/periods/{language}.json").read_text(encoding="utf-8")
    )

    assert json.dumps(trees[0], sort_keys=True) == json.dumps(trees[1], sort_keys=True)
    assert shipped == json.loads(json.dumps(trees[0])), "run: python dev.py build"


@pytest.mark.parametrize("language", WORDED)
def test_every_word_of_a_file_is_lower_case_and_every_rule_is_reached(
    repo: Path, language: str
) -> None:
    tree = json.loads(
        (repo / f"src/coopdata/data/periods/{language}.json").read_text(encoding="utf-8")
    )
    reached = {rule for row in tree["nodes"] for rule in row[0] or ()}

    assert [] == [name for name in tree["names"] if name != name.lower()]
    assert set(range(len(tree["rules"]))) == reached


def test_a_walk_finds_each_way_through_shared_beginnings() -> None:
    root = Node()
    day = root.number("d", 1, 2, strict=True, splits=False)
    day.literal(".").final = "day"
    day.literal(".").number("M", 2, 2, strict=True, splits=False).final = "day and month"
    root.name("month", "M").final = "month"
    names = Names({"5.": {"month": (5,)}})

    found = {(end, said, *fields(got)) for end, said, got in walk(root, "5.07", 0, names.at)}

    assert {
        (2, "day", ("d", 5)),
        (2, "month", ("M", 5)),
        (4, "day and month", ("d", 5), ("M", 7)),
    } == found
