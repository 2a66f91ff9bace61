"""What is wrong in a project is named with file, part, line and remedy, all of it at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import corpus, errors
from coopdata.corpus._lines import lines_of
from coopdata.corpus._moved import moved_to

TEXT = "Report.\nThe Example Plant has invested $28 million.\nIt made 5,352 tractors in 2016.\n"
SAID = """\
[[facts]]
id = "one"
kind = "investment"
gloss = "It invested."
quote = "The Example Plant has invested $28 million."
measure = "28000000 USD"
inferred = { status = "a reason" }

[[facts]]
id = "two"
kind = "production"
gloss = "It made tractors."
quote = "made 5,352 tractors in 2016"
period = "2016"
measure = "5352 tractor"
inferred = { status = "a reason" }
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "mine"
    corpus.new(home)
    corpus.add(home, TEXT, locale="en", published="2018", id="a")
    (home / "parties.toml").write_text("", encoding="utf-8")
    path = home / "articles" / "a.toml"
    path.write_text(path.read_text(encoding="utf-8") + SAID, encoding="utf-8")
    return home


def problems(home: Path) -> tuple[str, ...]:
    with pytest.raises(errors.SeedError) as raised:
        corpus.build(home)
    return raised.value.problems


def test_a_quote_that_an_edit_has_moved_is_found_again(home: Path) -> None:
    path = home / "articles" / "a.txt"
    edited = TEXT.replace("Report.\n", "Report.\n\nMore.\n").replace("made 5", "made some 5")
    path.write_text(edited, encoding="utf-8", newline="")
    told = problems(home)

    assert "it was edited; put it back" in told[0]
    moved = next(one for one in told if "facts[1].quote" in one)
    assert "nearest, on line 5 there: 'made some 5,352 tractors in 2016'" in moved
    line = (
        (home / "articles" / "a.toml").read_text(encoding="utf-8").split("\n").index('id = "two"')
    )
    assert f"(line {line + 4})" in moved


def test_ten_mistakes_are_ten_problems_with_their_lines(home: Path) -> None:
    path = home / "articles" / "a.toml"
    wrong = path.read_text(encoding="utf-8")
    for old, new in (
        ('sha256 = "', 'sha256 = "0'),
        ('period = "2018"', 'period = "2018-13"'),
        ('kind = "investment"', 'kind = "purchase"'),
        ("invested $28 million.", "invested $29 million."),
        ("28000000 USD", "28000000 gold"),
        ('id = "two"', 'id = "two"\nstatus = "done"\nplace = "moon"\nsaid_by = "nobody"'),
        ('period = "2016"\n', 'period = "then"\nparties = { boss = ["x"] }\n'),
    ):
        assert old in wrong
        wrong = wrong.replace(old, new, 1)
    path.write_text(wrong, encoding="utf-8")
    told = problems(home)

    lines = wrong.split("\n")
    for part, begins in (
        ("sha256", "sha256"),
        ("published", "[published]"),
        ("facts[0].kind", 'kind = "purchase"'),
        ("facts[0].quote", "quote = "),
        ("facts[0].measure", "measure = "),
        ("facts[1].status", "status = "),
        ("facts[1].place", "place = "),
        ("facts[1].said_by", "said_by = "),
        ("facts[1].period", 'period = "then"'),
        ("facts[1].parties.boss", "parties = "),
    ):
        line = next(n for n, one in enumerate(lines, start=1) if one.startswith(begins))
        assert any(f" at {part}: " in one and one.endswith(f"(line {line})") for one in told), part


FILE = '''# [no.table]
a = 1
"b c" = """
[[facts]]
d = 2
"""
[published]
period = "2016 # [x]"
[[facts]]
id = "one"
cites = [
  { quote = "]]" },
  # ]
  { quote = 'x' },
]
[facts.parties]
owner = ["a"]
[[facts]]
id = "two"
parties.owner = ["b"]
[[facts.cites]]
quote = "q"
'''


def test_each_key_is_on_its_line() -> None:
    tomllib.loads(FILE)
    expected = {"a": 2, "b c": 3, "published": 7, "published.period": 8, "facts[0]": 9}
    expected |= {"facts[0].id": 10, "facts[0].cites": 11, "facts[0].parties": 16}
    expected |= {"facts[0].parties.owner": 17, "facts[1]": 18, "facts[1].id": 19}
    expected |= {"facts[1].parties.owner": 20, "facts[1].cites[0]": 21}

    assert expected | {"facts[1].cites[0].quote": 22} == lines_of(FILE)


@given(st.text("[]{}\"'=#.a\n \\", max_size=60))
def test_any_text_has_lines(text: str) -> None:
    assert all(1 <= one <= text.count("\n") + 1 for one in lines_of(text).values())


WORDS = st.lists(st.sampled_from(["the", "plant", "made", "five", "new", "tractors"]), max_size=30)


@given(WORDS, WORDS, WORDS.filter(lambda words: len(words) > 3))
def test_words_that_stand_there_otherwise_spaced_are_found(
    before: list[str], after: list[str], quote: list[str]
) -> None:
    text = " ".join((*before, *quote, *after))
    found = moved_to(text, "\n".join(quote).upper())

    assert found is None or found.of(text)
    if not before and not after:
        assert found is not None
        assert text == found.of(text)


def test_words_of_another_matter_are_found_nowhere() -> None:
    assert moved_to(TEXT, "Spring came late to the valley") is None
    assert moved_to("", "a") is None
    assert moved_to("去年生产了拖拉机五百台。", "去年生产拖拉机五百台") is not None
