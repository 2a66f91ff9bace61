"""A project whose articles tell of inspections, a kind of fact that coopdata does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

import coopdata as cd
from coopdata import errors
from coopdata.model import Name, Term

TEXT = "In 2016 the Labour Office inspected 12 workshops of the Example Plant."
PARTIES = """
[[organisations]]
id = "example-plant"
names = { en = "Example Plant" }

[[organisations]]
id = "labour-office"
names = { en = "Labour Office" }
"""
TAXONOMY = """
[fact.inspection]
means = "An authority looks at a plant."
unlike = "Somebody who comes to talk is on a visit."
example = "report.one"
roles = ["inspector", "subject"]
labels = { en = "inspection", de = "Prüfung", zh-Hant = "檢查" }
cues = { en = ["inspect*"] }
measures = ["number"]

[role.inspector]
means = "Who inspects."
labels = { en = "inspector", de = "prüfende Stelle" }
"""
PLAIN = TAXONOMY.replace('example = "report.one"', "")
FACT = """
[[facts]]
id = "one"
kind = "inspection"
gloss = "The office inspected workshops."
quote = "In 2016 the Labour Office inspected 12 workshops of the Example Plant."
period = "2016"
parties = { inspector = ["labour-office"], subject = ["example-plant"] }
measure = "12 workshop"
inferred = { status = "told as done" }
"""
INSPECTION = Term(
    kind="fact",
    code="inspection",
    means="An authority looks at a plant.",
    unlike="Somebody who comes to talk is on a visit.",
    roles=("inspector", "subject"),
    labels=(
        Name(text="inspection", language="en"),
        Name(text="Prüfung", language="de"),
        Name(text="檢查", language="zh-Hant"),
    ),
)


def project(home: Path, taxonomy: str = TAXONOMY, fact: str = FACT) -> Path:
    """Write a project of one article with one fact."""
    cd.corpus.new(home)
    cd.corpus.add(home, TEXT, locale="en", published="2017", id="report")
    (home / "parties.toml").write_text(PARTIES, encoding="utf-8")
    (home / "taxonomy.toml").write_text(taxonomy, encoding="utf-8")
    cd.corpus.draft_article(home, "report")
    path = home / "articles/report.toml"
    drafted = path.read_text(encoding="utf-8").partition("[[facts]]")[0]
    path.write_text(drafted + fact, encoding="utf-8")
    return home


def wrong(home: Path) -> str:
    """Return every problem of a build, a line each."""
    with pytest.raises(errors.SeedError) as caught:
        cd.corpus.build(home)
    return "\n".join(caught.value.problems)
