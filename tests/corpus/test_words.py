"""A project's own words: drafts and builds read with them, and nobody else does."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from coopdata import Measure, corpus, errors, extract
from support import fresh_python

TEXT = "The Example Plant made 5,352 coils in 2016, and it has sold over 200 coils to Wug Works.\n"
UNITS = "[counted]\nsteel_coil = []\n"
EN = 'language = "en"\n[counted]\nsteel_coil = ["coil/pl"]\n'
PARTIES = """\
[[organisations]]
id = "example-plant"
names = { en = "Example Plant" }
country = "BY"

[[organisations]]
id = "never-named"
names = { en = "Never Named Works" }
country = "BY"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a project with words and known parties, and one article."""
    home = tmp_path / "mine"
    corpus.new(home)
    for name, text in (("units", UNITS), ("en", EN), ("parties", PARTIES)):
        (home / "words" / f"{name}.toml").write_text(text, encoding="utf-8")
    corpus.add(home, TEXT, locale="en", published="2017-05-03", title="A plant grows")
    return home


def test_a_draft_and_a_build_read_with_the_words_of_the_project(home: Path) -> None:
    drafted = corpus.draft_article(home, "a-plant-grows")
    path = home / "articles" / "a-plant-grows.toml"
    path.write_text(re.sub(r"(?m)^suggested = .*\n", "", path.read_text("utf-8")), "utf-8")
    built = corpus.build(home)

    assert Measure.exact("5352", "{steel_coil}") in [one.value for one in drafted.mentions]
    assert Measure.exact("5352", "{steel_coil}") in [fact.measure for fact in built.facts]
    assert "item" in [getattr(one.value, "unit", "") for one in extract.mentions(TEXT, locale="en")]


def test_a_party_among_the_words_is_known_and_is_in_the_dataset_only_where_it_is_named(
    home: Path,
) -> None:
    drafted = corpus.draft_article(home, "a-plant-grows")
    built = corpus.build(home)
    told = (home / "parties.toml").read_text("utf-8")

    assert "example-plant" in [one.party for one in drafted.names]
    assert '\nid = "example-plant"' not in told
    assert "example-plant" in [one.id for one in built.parties]
    assert "never-named" not in [one.id for one in built.parties]


def test_what_is_wrong_in_the_words_is_told_with_all_else(home: Path) -> None:
    (home / "words" / "en.toml").write_text('language = "en"\n[counted]\nx = ["coil/pl"]\n')
    (home / "words" / "parties.toml").write_text("[[firms]]\n")
    (home / "parties.toml").write_text("[[firms]]\n")
    with pytest.raises(errors.SeedError) as drafting:
        corpus.draft_article(home, "a-plant-grows")
    (home / "parties.toml").write_text("")
    with pytest.raises(errors.SeedError) as building:
        corpus.build(home)

    told = "\n".join(drafting.value.problems)
    assert "mine/words/en.toml at counted.x: unknown unit 'x'" in told
    assert "mine/words/parties.toml" in told
    assert "mine/parties.toml" in told
    assert "mine/words/en.toml at counted.x" in "\n".join(building.value.problems)


def test_a_claim_is_checked_with_words(home: Path) -> None:
    claims = [{"quote": "5,352 coils", "measure": "5352 {steel_coil}"}]
    claims += [{"quote": "over 200 coils", "measure": "more than 200 coils"}]

    assert [True, True] == [
        bool(one) for one in corpus.check_claims(TEXT, claims, locale="en", words=home / "words")
    ]
    assert [False, False] == [bool(one) for one in corpus.check_claims(TEXT, claims, locale="en")]


def test_the_command_line_reads_with_words(home: Path) -> None:
    def said(*arguments: str) -> subprocess.CompletedProcess[str]:
        return fresh_python(
            "-m", "coopdata", "read", "--text", "5 coils", "--locale", "en", *arguments
        )

    words = str(home / "words")
    done = said("--words", words, "--format", "csv")
    explained = said("--words", words, "--explain")
    missing = said("--words", str(home / "none"))

    assert "5 {steel_coil}" in done.stdout
    assert "unit = {steel_coil}" in explained.stdout
    assert missing.returncode != 0
    assert "no such file" in missing.stderr
    assert "" == missing.stdout
