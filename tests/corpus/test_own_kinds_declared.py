"""What a curator declares of kinds and roles, and may get wrong; how a draft finds them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import coopdata as cd
from inspections import FACT, PLAIN, TAXONOMY, TEXT, project, wrong

# -- what a curator may get wrong ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'kind = "inspection"',
            'kind = "inspecton"',
            "mine/articles/report.toml at facts[0].kind: no kind of fact is called 'inspecton'; "
            "nearest: 'inspection'; mend it, or declare it in taxonomy.toml, [fact.inspecton] "
            "(line ",
        ),
        ('kind = "inspection"', 'kind = "Look at"', "declare it in taxonomy.toml, [fact.code]"),
        (
            "inspector =",
            "inspektor =",
            "facts[0].parties.inspektor: no role is called 'inspektor'; nearest: 'inspector' or ",
        ),
        (
            "inspector =",
            "investor =",
            "facts[0].parties.investor: a fact of kind 'inspection' has no 'investor'; it takes "
            "inspector, subject; [fact.inspection] in taxonomy.toml has its roles (line ",
        ),
    ],
)
def test_a_fact_with_a_word_that_nobody_declares_is_named(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert problem in wrong(project(tmp_path / "mine", fact=FACT.replace(old, new)))


LABELLED = 'means = "It."\nlabels = { en = "it" }\n'


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (f"[fact.trade]\n{LABELLED}", "fact.trade: coopdata has 'trade' itself"),
        ("[fact.trade]\nmeans = 'Mine.'", "fact.trade: coopdata has 'trade' itself"),
        (f"[role.partner]\n{LABELLED}", "role.partner: coopdata has 'partner' itself"),
        (f"[fact.Joint-Work]\n{LABELLED}", "fact.Joint-Work: expected a code such as"),
        (f'[fact."two words"]\n{LABELLED}', "fact.two words: expected a code such as"),
        (f"[fact.planned]\n{LABELLED}", "'planned' is a word of statuses"),
        (f"[facts.a]\n{LABELLED}", "facts.a: there is no table 'facts'; expected 'fact'"),
        (f"[status.wished]\n{LABELLED}", "kinds of fact and roles alone can be declared"),
        ('[fact.a]\nmeans = "It."', 'expected what it is called, as in labels = { en = "a" }'),
        ('[fact.a]\nmeans = " "\nlabels = { en = "a" }', "fact.a.means: expected what it means"),
        ("[fact.a]\nlabels = { en = 'a' }", "fact.a.means: required field missing"),
        ("[fact.a]\nmean = 'It.'", "extra fields found (mean)"),
        ('[fact.a]\nmeans = "It."\nlabels = { en = " " }', "labels.en: expected a label on one"),
        ('[fact.a]\nmeans = "It."\nlabels = { en = "a\\nb" }', "expected a label on one line"),
        ('[fact.a]\nmeans = "It."\nlabels = { en = "\u202ea" }', "expected a label on one line"),
        ('[fact.a]\nmeans = "It."\nlabels = { Englisch = "a" }', "unknown locale 'Englisch'"),
        ('[fact.a]\nmeans = "It."\nlabels = { en_GB = "a" }', "BCP 47, such as 'en-GB'"),
        ('[fact.a]\nmeans = "It."\nlabels = { und = "a" }', "of BCP 47, got 'und'"),
        (f'[fact.a]\n{LABELLED}cues = {{ en = ["*"] }}', "cues.en: expected words"),
        (f'[fact.a]\n{LABELLED}measures = ["mony"]', "measures: unknown 'mony'; known: money"),
        (f'[fact.a]\n{LABELLED}roles = ["inspektor"]', "roles: no role is called 'inspektor'"),
        (
            f'[fact.a]\n{LABELLED}example = "report.one"',
            "taxonomy.toml at fact.a.example: no fact 'report.one' has it; name another, or none (",
        ),
        (f'[role.a]\n{LABELLED}cues = {{ en = ["a"] }}', "a role has no cues or measures"),
        (f'[role.a]\n{LABELLED}roles = ["partner"]', "only a kind of fact has roles"),
        ("[fact.a", "mine/taxonomy.toml: "),
        ("fact = 1", "mine/taxonomy.toml"),
    ],
)
def test_a_wrong_declaration_is_named_with_its_file(
    tmp_path: Path, more: str, problem: str
) -> None:
    home = project(tmp_path / "mine")
    (home / "taxonomy.toml").write_text(more, encoding="utf-8")
    told = wrong(home)

    assert problem in told
    assert "mine/taxonomy.toml" in told


def test_where_the_file_has_no_form_no_fact_is_blamed(tmp_path: Path) -> None:
    home = project(tmp_path / "mine")
    (home / "taxonomy.toml").write_text("[fact.a", encoding="utf-8")

    assert "report.toml" not in wrong(home)


def test_a_kind_of_ours_takes_own_roles_where_it_is_not_told_otherwise(tmp_path: Path) -> None:
    supply = FACT.replace('"inspection"', '"supply"').replace("subject =", "supplier =")
    home = project(tmp_path / "mine", PLAIN, supply)
    ours = '[fact.supply]\nmeans = "Ours."\nroles = ["supplier"]\n'

    assert 1 == len(cd.corpus.build(home).where(kind="supply", role="inspector"))
    (home / "taxonomy.toml").write_text(PLAIN + ours, encoding="utf-8")
    assert "a fact of kind 'supply' has no 'inspector'; it takes supplier" in wrong(home)
    both = ours.replace('["supplier"]', '["supplier", "inspector"]')
    (home / "taxonomy.toml").write_text(PLAIN + both, encoding="utf-8")
    assert 1 == len(cd.corpus.build(home).where(kind="supply", role="inspector"))


def test_a_label_may_have_signs_that_join_letters(tmp_path: Path) -> None:
    label = "بازرسی\u200cها"
    taxonomy = PLAIN.replace('de = "Prüfung"', f'fa = "{label}"')

    assert label == cd.corpus.build(project(tmp_path / "mine", taxonomy)).terms[0].label("fa_IR")


def test_what_is_declared_need_not_be_used(tmp_path: Path) -> None:
    taxonomy = f"{TAXONOMY}\n[fact.unused]\n{LABELLED}\n[role.bystander]\n{LABELLED}"
    home = project(tmp_path / "mine", taxonomy)

    assert 4 == len(cd.corpus.build(home).terms)


# -- drafts -------------------------------------------------------------------------------------


def test_a_draft_finds_an_own_kind_by_its_cues_and_measures(tmp_path: Path) -> None:
    home = project(tmp_path / "mine", PLAIN, fact="")
    made = cd.corpus.draft_article(home, "report")
    text = (home / "articles/report.toml").read_text(encoding="utf-8")
    money = PLAIN.replace('["number"]', '["money"]')
    (home / "taxonomy.toml").write_text(money, encoding="utf-8")

    assert [("inspection", "12 workshop")] == [(one.kind, str(one.measure)) for one in made.facts]
    assert 'gloss = "Inspection, 12 workshops, 2016 (actual)."' in text
    assert () == cd.corpus.draft_article(home, "report").facts


def test_what_a_model_suggests_may_be_of_an_own_kind(tmp_path: Path) -> None:
    home = project(tmp_path / "mine", PLAIN, fact="")

    def model(_: str) -> list[dict[str, Any]]:
        roles = {"inspector": ["labour-office"], "looker": ["example-plant"]}
        quote = TEXT.partition(" inspected")[0]
        return [
            {"quote": quote, "kind": "inspection", "parties": {"inspector": "labour-office"}},
            {"quote": TEXT, "kind": "inspecting"},
            {"quote": TEXT, "kind": "inspection", "parties": roles},
        ]

    made = cd.corpus.draft_article(home, "report", suggest=model)
    assert [(("inspector", "labour-office"),)] == [one.parties for one in made.facts if one.origin]
    told = "\n".join(problem for one in made.refused for problem in one.problems)
    assert "kind: unknown 'inspecting'" in told
    assert "parties: unknown role 'looker'" in told


def test_a_table_of_decisions_may_name_own_kinds_and_roles(tmp_path: Path) -> None:
    home = project(tmp_path / "mine", PLAIN, fact="")
    cd.corpus.draft_article(home, "report")
    sheet = cd.corpus.decisions(home, "report")
    head, row = sheet.splitlines()[:2]
    cells = dict(zip(head.split(","), row.split(","), strict=False))
    assert "inspection" == cells["kind"]
    accepted = sheet.replace("\n,inspection-1", "\naccept,inspection-1")

    assert ("inspection-1",) == cd.corpus.decide(home, "report", accepted).accepted
    assert "inspection" == cd.corpus.build(home).facts[0].kind
