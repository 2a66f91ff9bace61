"""What is suggested goes to a spreadsheet and comes back: lossless, whole or not at all."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coopdata import corpus, errors
from coopdata.__main__ import main

TEXT = """The Example Plant has invested $28 million.
It made 5,352 tractors in 2016. It exported "=2+2" and 40 tractors in 2017.
"""
PARTIES = """\
[[organisations]]
id = "example-plant"
names = { en = "Example Plant" }
"""
Rows = list[dict[str, str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "mine"
    corpus.new(home)
    (home / "parties.toml").write_text(PARTIES, encoding="utf-8")
    corpus.add(home, TEXT, locale="en", published="2018", id="a")
    corpus.draft_article(home, "a")
    return home


def file(home: Path) -> bytes:
    return (home / "articles" / "a.toml").read_bytes()


def facts(home: Path) -> dict[str, Any]:
    return {one["id"]: one for one in tomllib.loads(file(home).decode())["facts"]}


def edited(sheet: str, change: Callable[[Rows], object], mark: str = ",") -> str:
    rows = list(csv.DictReader(io.StringIO(sheet)))
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_a_table_that_nobody_touched_changes_nothing(home: Path) -> None:
    before = file(home)
    found = corpus.decide(home, "a", corpus.decisions(home, "a"))

    assert before == file(home)
    assert ((), (), ()) == (found.accepted, found.struck, found.mended)
    assert ("investment-1", "production-2", "export-3") == found.open


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_what_is_decided_stands_in_the_file(home: Path, mark: str, encoding: str) -> None:
    def change(rows: Rows) -> None:
        rows[0]["decision"] = "accept"
        rows[1] |= {"decision": "accept", "parties": "producer: example-plant", "status": "target"}
        rows[2]["decision"] = "strike"

    sheet = edited(corpus.decisions(home, "a"), change, mark)
    found = corpus.decide(home, "a", sheet.encode(encoding))
    after = facts(home)

    assert (("investment-1", "production-2"), ("export-3",), ("production-2",), ()) == (
        found.accepted,
        found.struck,
        found.mended,
        found.open,
    )
    assert ["investment-1", "production-2"] == list(after)
    assert {"producer": ["example-plant"]} == after["production-2"]["parties"]
    assert not any("suggested" in one for one in after.values())


def test_nothing_in_the_table_is_a_formula(home: Path) -> None:
    cells = [cell for row in csv.reader(io.StringIO(corpus.decisions(home, "a"))) for cell in row]

    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_every_wrong_cell_is_told_with_row_and_column_and_nothing_is_written(home: Path) -> None:
    def change(rows: Rows) -> None:
        rows[0] |= {"decision": "maybe"}
        rows[1] |= {"kind": "prodution", "measure": "many", "period": "May-16", "place": "moon"}
        rows[1] |= {"quote": "not there", "parties": "producer: nobody; boss: example-plant; x"}
        rows[2] |= {"decision": "accept", "id": "export-4"}

    before = file(home)
    with pytest.raises(errors.SeedError) as raised:
        corpus.decide(home, "a", edited(corpus.decisions(home, "a"), change))

    told = "\n".join(raised.value.problems)
    for row, column in (
        *((2, "decision"), (4, "id")),
        *((3, name) for name in ("kind", "measure", "period", "place", "quote", "parties")),
    ):
        assert f"row {row}, column {column}: " in told
    assert 3 == told.count("row 3, column parties")
    assert "known: production" in told
    assert before == file(home)


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (b"\xff\xfe", "not UTF-8 at byte 0; save the table as CSV UTF-8"),
        ("", "row 1: column decision is missing"),
        ('decision,"id\n', "not CSV"),
        ("decision,id,colour\n", "column 'colour' is unknown"),
    ],
)
def test_what_is_no_such_table_is_refused(home: Path, sheet: str | bytes, words: str) -> None:
    with pytest.raises(errors.SeedError) as raised:
        corpus.decide(home, "a", sheet)

    assert any(words in one for one in raised.value.problems)


def test_two_curators_who_disagree_are_told_where(home: Path) -> None:
    sheet = corpus.decisions(home, "a")
    first = edited(sheet, lambda rows: rows[0].update(decision="accept", status="planned"))
    corpus.decide(home, "a", first)
    before = file(home)
    for change in ({"decision": "accept", "status": "target"}, {"decision": "strike"}):
        with pytest.raises(errors.SeedError) as raised:
            corpus.decide(home, "a", edited(sheet, lambda rows, new=change: rows[0].update(new)))

        words = "row 2, column version: 'investment-1' was changed and accepted"
        assert words in raised.value.problems[0]
        assert "'planned' in the file" in raised.value.problems[0]
        assert before == file(home)


def test_two_curators_who_agree_or_see_to_other_facts_are_both_heard(home: Path) -> None:
    sheet = corpus.decisions(home, "a")
    corpus.decide(home, "a", edited(sheet, lambda rows: rows[0].update(decision="accept")))
    both = edited(sheet, lambda rows: [one.update(decision="accept") for one in rows[:2]])
    found = corpus.decide(home, "a", both)

    assert ("production-2",) == found.accepted
    assert ("export-3",) == found.open
    file_says = edited(sheet, lambda rows: rows[2].update(decision="strike"))
    corpus.decide(home, "a", file_says)
    corpus.decide(home, "a", sheet)
    assert ["investment-1", "production-2"] == list(facts(home))


def test_the_command_line_writes_the_table_and_reads_it_back(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(["draft", str(home), "a", "--format", "csv"])
    sheet = edited(
        capsys.readouterr().out, lambda rows: [one.update(decision="accept") for one in rows]
    )
    (home / "a.csv").write_text(sheet, encoding="utf-8", newline="")

    assert 0 == main(["draft", str(home), "a", "--from-csv", str(home / "a.csv")])
    assert re.match("accepted 3, struck 0, mended 0, 0 still open", capsys.readouterr().out)
    assert 3 == len(corpus.build(home).facts)
