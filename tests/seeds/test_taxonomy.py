"""Every word that records hold has a written meaning, and the page of the taxonomy prints it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coopdata import corpus, errors, load
from coopdata.corpus._taxonomy import SETS, read_taxonomy
from coopdata.model import FACT_KINDS, ROLES, Fact
from support import REPO

sys.path.append(str(REPO / "tools"))
import taxonomy_page

FOLDER = REPO / "seeds"
PROBLEMS: list[str] = []
TAXONOMY = read_taxonomy(FOLDER, PROBLEMS).told
WORDS = [(name, word) for name, words in SETS.items() for word in words]


def test_every_word_has_a_meaning_and_no_other_word_has() -> None:
    assert [] == PROBLEMS
    assert {name: {*words} for name, words in SETS.items()} == {
        name: {*terms} for name, terms in TAXONOMY.items()
    }


@pytest.mark.parametrize(("name", "word"), WORDS)
def test_a_word_says_what_it_is_and_is_not_and_has_an_example(name: str, word: str) -> None:
    term = TAXONOMY[name][word]
    assert term.means.endswith(".")
    assert term.unlike.endswith(".")
    if name == "link":
        assert word in {link.kind for link in load().party(term.example).links}
        return
    fact = load().fact(term.example)
    held = {"fact": {fact.kind}, "status": {fact.status}, "role": {p.role for p in fact.parties}}

    assert word in held[name]


def test_no_two_words_of_a_set_mean_the_same() -> None:
    for terms in TAXONOMY.values():
        assert len(terms) == len({term.means for term in terms.values()})


@pytest.mark.parametrize("fact", [*load().facts, *load().derived], ids=lambda one: one.id)
def test_a_fact_has_the_roles_that_its_kind_takes(fact: Fact) -> None:
    assert {one.role for one in fact.parties} <= {*TAXONOMY["fact"][fact.kind].roles}


def test_every_role_is_taken_by_a_kind() -> None:
    assert {*ROLES} == {role for kind in FACT_KINDS for role in TAXONOMY["fact"][kind].roles}


def test_a_role_that_does_not_fit_its_kind_is_refused(tmp_path: Path) -> None:
    import shutil

    home = tmp_path / "seeds"
    shutil.copytree(FOLDER / "articles", home / "articles")
    for name in ("parties.toml", "cues.toml"):
        shutil.copy(FOLDER / name, home / name)
    text = (FOLDER / "taxonomy.toml").read_text(encoding="utf-8")
    wrong = text.replace('roles = ["guest", "host"]', 'roles = ["guest", "hots"]')
    (home / "taxonomy.toml").write_text(f"{wrong}\n[fact.trades]\nmeans = 1\n", encoding="utf-8")
    with pytest.raises(errors.SeedError) as caught:
        corpus.build(home)
    assert any("fact.trades.means" in line for line in caught.value.problems)

    (home / "taxonomy.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(errors.SeedError) as caught:
        corpus.build(home)
    told = "\n".join(caught.value.problems)
    assert "taxonomy.toml at fact.visit.roles: no role is called 'hots'" in told
    assert "parties.host: a fact of kind 'visit' has no 'host'; it takes guest, hots" in told


def test_the_page_is_what_the_taxonomy_says(repo: Path) -> None:
    page = (repo / "docs/reference/taxonomy.md").read_text(encoding="utf-8")

    assert taxonomy_page.page() == page, "run: python tools/taxonomy_page.py"
