"""Whatever stands in a seed file, the build compiles it or names every problem with its path."""

from __future__ import annotations

import copy
import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coopdata.errors import SeedError, visible
from coopdata.seeds.__main__ import main
from coopdata.seeds._compiled import compiled
from hostile import damages, toml

ONE_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = "Acme of Minsk built 12 plants in 2016. Output rose by 30 %.\n"

#: A small file of every kind, by its path: each is right as it stands.
TREES: dict[str, dict[str, Any]] = {
    "units.toml": {
        "physical": {
            "meter": {"cldr": "length-meter", "is": "1 [length]"},
            "kelvin": {"is": "1 [temperature]", "offset": "273.15"},
            "second": {"is": "1 [time]", "time": True, "pint": "second", "define": "second"},
            "knot": {"is": "0.5 meter/second"},
        },
        "ratio": {"percent": {"is": "1/100", "cldr": "concentr-percent"}},
        "counted": {"vehicle": ["car"], "item": []},
        "compound": {"meter/second": "speed-meter-per-second"},
        "alias": {"m": "meter"},
        "mistaken": {"ton": ["metric_ton"]},
        "currency": {"codes": "USD EUR"},
    },
    "names.toml": {
        "places": {"town": {"en": ["city of"]}},
    },
    "printing/en.toml": {
        "hedges": {"about": {"before": "about "}},
        "nouns": {"vehicle": "vehicle | vehicles"},
        "noun_rule": "english",
        "period": {
            "unknown": "year not stated",
            "half": ["first half", "second half"],
            "decade": "{year}s",
            "century": "{ordinal} century",
            "season": {"spring": "spring {year}"},
            "since": {"other": "since {0}"},
            "until": {"other": "until {0}"},
        },
        "endings": {"dative": {"a": "b"}},
        "whole_words": ["half"],
    },
    "languages/en.toml": {
        "language": "en",
        "paradigms": {"n": ["", "s"]},
        "settings": {"decimal": ".", "spaced": True, "stop": ["the"], "variants": ["ab", "^cd"]},
        "cardinals": {"1": ["one"]},
        "multipliers": {"1000": ["thousand/n"]},
        "folds": {"2:increase": ["double"]},
        "units": {"meter": ["meter/n", "m."]},
        "ranges": [["from", "to", ""]],
        "others": ["none"],
        "fused_prefixes": {"2": ["two"]},
        "fused_adjectives": {"year": ["yearly"]},
        "blockers": ["no."],
    },
    "periods/en.toml": {
        "spaced": True,
        "variants": {"e": "a"},
        "paradigms": {"n": ["", "s"]},
        "classes": {"month": {"1": ["january|n"]}, "the": {"": ["the"]}},
        "macros": {"year": "{Y}"},
        "patterns": [
            {"why": "month", "forms": ["[{the}] {month} {@year}", "({d}|{M}){=q 1}"]},
            {"why": "minor", "forms": ["today"], "needs": "month", "minor": True},
        ],
        "before": {"in": ["in"]},
        "after": {"since": ["on"]},
        "bare": {"joints": ["-"], "alone": True},
        "sense": {"deadline": "by", "ahead": ["next"]},
        "unless": {"since": ["then"]},
    },
    "cues.toml": {"en": {"actual": ["built"], "planned": ["will *"], "increase": ["rose"]}},
    "parties.toml": {
        "organisations": [
            {
                "id": "acme",
                "names": {"en": "Acme"},
                "aliases": ["ACME"],
                "links": [{"kind": "located_in", "party": "minsk", "title": "x"}],
                "legal_form": "Ltd.",
            }
        ],
        "places": [{"id": "minsk", "names": {"en": "Minsk"}, "level": "town", "country": "BY"}],
    },
    "articles/acme.toml": {
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "language": "en",
        "published": {"period": "2018", "inferred": "the year after"},
        "place": "minsk",
        "surfaces": {"acme": ["Acme"], "minsk": ["Minsk"]},
        "resolves": {"Output": ["acme"]},
        "speeches": [
            {"said_by": "acme", "quote": "Acme", "begins": "Output", "ends": "30 %."},
        ],
        "mentions": [
            {"quote": "12 plants", "kind": "number", "value": "12 plant", "change": "increase"},
            {"quote": "2016", "context": "in 2016", "kind": "period", "value": "2016"},
            {"quote": "30 %", "kind": "percent", "value": "more than 30 percent", "minor": True},
        ],
        "facts": [
            {
                "id": "plants",
                "kind": "production",
                "gloss": "Acme built 12 plants in 2016.",
                "quote": "Acme of Minsk built 12 plants in 2016",
                "parties": {"producer": ["acme"]},
                "measure": "12 plant",
                "period": "2016",
                "horizon": {"period": "2017"},
                "inferred": {"horizon": "the year after"},
            },
            {
                "id": "double",
                "kind": "production",
                "gloss": "Twice as many.",
                "measure": "24 plant",
                "derived": "2 * 12 plant",
                "sources": ["plants"],
                "baseline": {"measure": "12 plant"},
            },
        ],
    },
}
LABELS = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgctxt "fact"
msgid "trade"
msgstr "trade"
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a seed folder with a file of every kind, all of them right."""
    home = tmp_path_factory.mktemp("own") / "seeds"
    for name, tree in TREES.items():
        write(home / name, toml(tree).encode())
    write(home / "labels/en.po", LABELS.encode())
    write(home / "articles/acme.txt", TEXT.encode())
    return home


def write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def told(home: Path) -> tuple[str, ...]:
    """Return the problems of a folder; none where it compiles."""
    found: SeedError | None = None
    try:
        compiled(home)
    except SeedError as err:
        found = err
    assert visible(str(found)) == str(found)
    return () if found is None else found.problems


def told_of(home: Path, name: str, raw: bytes) -> tuple[str, ...]:
    """Return the problems of a folder in which one file is another; then restore the file."""
    before = (home / name).read_bytes()
    write(home / name, raw)
    try:
        return told(home)
    finally:
        write(home / name, before)


def test_the_folder_is_right_as_it_stands(home: Path) -> None:
    assert () == told(home)


@pytest.mark.parametrize("name", TREES)
@given(data=st.data())
@ONE_FOLDER
def test_a_damaged_file_compiles_or_is_named_with_the_path(
    name: str, data: st.DataObject, home: Path
) -> None:
    tree = data.draw(damages(TREES[name]).filter(lambda tree: isinstance(tree, dict)))

    # Of a file that has no form nobody knows what it names: others may miss its parties and facts.
    for problem in told_of(home, name, toml(tree).encode()):
        assert problem.startswith(("seeds/", "seeds: "))
        assert "Error" not in problem.partition(": ")[0]


@pytest.mark.parametrize("name", [*TREES, "labels/en.po", "articles/acme.txt"])
@given(raw=st.binary(max_size=40))
@example(raw=b"\xff")
@example(raw=b"a = " + b"[" * 5000)
@example(raw=b"a = " + b"9" * 5000)
@example(raw=b"[a]\n[a]\n")
@example(raw=b'msgid ""\nmsgstr "Language: zz\\n"\n')
@example(raw=b'msgid ""\nmsgstr "Plural-Forms: nplurals=x\\n"\n')
@ONE_FOLDER
def test_a_file_of_any_bytes_compiles_or_is_named(name: str, raw: bytes, home: Path) -> None:
    problems = told_of(home, name, raw)

    assert all(one.startswith("seeds/") for one in problems)
    assert problems or raw.strip() or name.endswith(".po")


def test_every_problem_of_every_kind_of_file_is_told_at_once(home: Path, tmp_path: Path) -> None:
    bad = tmp_path / "seeds"
    shutil.copytree(home, bad)
    changed: list[tuple[str, tuple[Any, ...], Any, str]] = [
        ("units.toml", ("physical", "meter", "is"), 3, "physical.meter.is: expected a string"),
        ("units.toml", ("alias", "m"), [], "alias.m: expected a string"),
        ("names.toml", ("places", "region"), 3, "places.region: expected an object, got 3"),
        ("names.toml", ("places", "town", "en", 0), 3, "places.town.en[0]: expected a string"),
        ("printing/en.toml", ("period", "half"), "x", "period.half: expected a list, got 'x'"),
        ("languages/en.toml", ("cardinals", "1"), "one", "cardinals.1: expected a list"),
        ("languages/en.toml", ("settings", "spaced"), 1, "settings.spaced: expected true or false"),
        ("languages/en.toml", ("nosuch",), {}, "extra fields found (nosuch)"),
        ("periods/en.toml", ("patterns", 0, "forms"), 3, "patterns[0].forms: expected a list"),
        (
            "periods/en.toml",
            ("patterns", 1, "why"),
            None,
            "patterns[1].why: required field missing",
        ),
        ("parties.toml", ("places", 0, "names"), 3, "places[0].names: expected an object, got 3"),
        ("articles/acme.toml", ("facts", 0, "id"), 3, "facts[0].id: expected a string, got 3"),
    ]
    trees = copy.deepcopy(TREES)
    for name, path, value, _ in changed:
        at: Any = trees[name]
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value
    for name, tree in trees.items():
        write(bad / name, toml(tree).encode())
    write(bad / "labels/en.po", b'msgid "x"\nmsgstr ""\n')
    (bad / "periods/de.toml").mkdir()
    problems = told(bad)

    for name, _, _, words in changed:
        assert any(one.startswith(f"seeds/{name}") and words in one for one in problems), words
    assert any(one.startswith("seeds/labels/en.po at ") for one in problems)
    assert "seeds/periods/de.toml: is a directory" in problems
    assert len(changed) + 2 == len(problems)


def test_a_name_of_no_words_is_told(home: Path) -> None:
    tree = TREES["articles/acme.toml"] | {"surfaces": {"acme": ["Acme", ""], "minsk": ["Minsk"]}}

    assert told_of(home, "articles/acme.toml", toml(tree).encode()) == (
        "seeds/articles/acme.toml at surfaces.acme: "
        "expected the words that name it, got none (line 5)",
    )


def test_the_command_tells_what_is_wrong_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == main(["--seeds", str(tmp_path / "none"), "--out", str(tmp_path / "out")])
    assert "none/articles: no article here" in capsys.readouterr().err
