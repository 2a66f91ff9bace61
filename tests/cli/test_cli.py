"""The command line answers in three forms, and words every error in one message with code 2."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coopdata import batch, frames, serde
from coopdata.__main__ import main
from coopdata.dataset import Dataset


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what a command prints; it must succeed and print no error."""
    code = main(words)
    out, err = capsys.readouterr()

    assert (0, "") == (code, err)
    return out


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")


def test_articles_are_listed(capsys: pytest.CaptureFixture[str], ds: Dataset) -> None:
    table = said(capsys, "articles")

    assert all(article.id in table for article in ds.articles)
    assert [serde.to_tree(one) for one in ds.articles] == json.loads(
        said(capsys, "articles", "--format", "json")
    )
    rows = [*csv.DictReader(io.StringIO(said(capsys, "articles", "--format", "csv")))]
    assert [one.id for one in ds.articles] == [row["article"] for row in rows]
    assert "kursk-trade" not in said(capsys, "articles", "--language", "ru")


def test_facts_are_listed_in_a_locale(capsys: pytest.CaptureFixture[str]) -> None:
    table = " ".join(said(capsys, "facts", "--kind", "investment", "--locale", "ru").split())

    assert "28 000 000 долларов США" in table
    assert "инвестиции" in table
    assert "Как сообщает Андрей Лаврентьев, вложены средства" in table
    assert "запись" in table
    assert "содержание" in table


@pytest.mark.parametrize("locale", ["ru", "be", "kk", "ko", "tr", "zh", "de"])
def test_no_english_heading_or_sentence_is_left_in_a_table(
    capsys: pytest.CaptureFixture[str], ds: Dataset, locale: str
) -> None:
    for verb in ("articles", "facts", "verify"):
        table = said(capsys, verb, "--locale", locale)
        words = {*re.findall(r"\w+", table.splitlines()[1])}

        assert not words & {"article", "fact", "kind", "period", "statement", "verdict", "facts"}
        assert not any(fact.gloss in table for fact in ds.facts)


def test_the_words_of_the_article_come_first_for_who_reads_them(
    capsys: pytest.CaptureFixture[str], ds: Dataset
) -> None:
    quote = " ".join(ds.fact("osipovichi-avtotor.holding").citations[0].quote.split())

    assert f"«{quote}» — " in said(capsys, "show", "osipovichi-avtotor", "--locale", "ru")
    assert f"«{quote}» — " not in said(capsys, "show", "osipovichi-avtotor", "--locale", "be")


def test_headings_of_rows_for_programs_stay(capsys: pytest.CaptureFixture[str]) -> None:
    table = said(capsys, "articles", "--locale", "ru", "--format", "csv")

    assert table.startswith("article,language,published")


@pytest.mark.parametrize(
    ("words", "filters"),
    [
        (["--kind", "trade", "--kind", "investment"], {"kind": ("trade", "investment")}),
        (["--party", "CN", "--role", "partner"], {"party": "CN", "role": "partner"}),
        (["--said-by", "andrei-kobyakov"], {"said_by": "andrei-kobyakov"}),
        (["--at-least", "10 million USD"], {"at_least": "10 million USD"}),
        (["--between", "1 percent", "50 percent"], {"between": ("1 percent", "50 percent")}),
        (
            ["--more-than", "30 percent", "--certainty", "possibly"],
            {"more_than": "30 percent", "certainty": "possibly"},
        ),
        (["--since", "2016", "--status", "actual"], {"since": "2016", "status": "actual"}),
    ],
)
def test_facts_are_filtered(
    words: list[str], filters: dict[str, Any], capsys: pytest.CaptureFixture[str], ds: Dataset
) -> None:
    expected = ds.where(**filters)

    assert len(expected) > 0
    assert [serde.to_tree(one) for one in expected] == json.loads(
        said(capsys, "facts", *words, "--format", "json")
    )


def test_facts_as_csv_are_the_flat_schema(capsys: pytest.CaptureFixture[str], ds: Dataset) -> None:
    rows = [*csv.DictReader(io.StringIO(said(capsys, "facts", "--format", "csv")))]

    assert [column.name for column in frames.SCHEMA[:-1]] == list(rows[0])
    assert [one.id for one in ds.facts] == [row["id"] for row in rows]
    assert "28000000" in {row["low"] for row in rows}


def test_an_article_is_shown_with_its_mentions_and_facts(
    capsys: pytest.CaptureFixture[str], ds: Dataset
) -> None:
    assert "⟦$250m⟧" in said(capsys, "show", "kursk-trade")
    tree = json.loads(said(capsys, "show", "kursk-trade", "--format", "json"))
    assert serde.to_tree(ds.article("kursk-trade")) == tree["article"]
    rows = [*csv.DictReader(io.StringIO(said(capsys, "show", "kursk-trade", "--format", "csv")))]
    assert len(ds.article("kursk-trade").mentions) == len(rows)


def test_verify_checks_every_article(capsys: pytest.CaptureFixture[str], ds: Dataset) -> None:
    table = said(capsys, "verify")

    assert all(article.sha256 in table for article in ds.articles)


def test_the_report_counts_what_every_part_rests_on(
    capsys: pytest.CaptureFixture[str], ds: Dataset
) -> None:
    assert main(["verify", "--report", "--format", "json"]) == 0
    rows = {row["part"]: row for row in json.loads(capsys.readouterr().out)}
    parts = sum(len(fact.parts) for fact in ds.facts)
    kinds = ("stated", "resolved", "inferred")

    assert parts == sum(int(rows["all"][kind]) for kind in kinds)
    assert {"0"} == {row["none"] for row in rows.values()}, "no part is without its support"
    assert len(ds.facts) == sum(int(rows["status"][kind]) for kind in kinds)


@pytest.mark.parametrize(("locale", "word"), [("en", "resolved"), ("ru", "истолковано")])
def test_the_report_prints_the_shares_as_a_table(
    capsys: pytest.CaptureFixture[str], ds: Dataset, locale: str, word: str
) -> None:
    lines = said(capsys, "verify", "--report", "--locale", locale).splitlines()
    cells = [re.sub(r"[┃│]", " ", line).split() for line in lines]
    (shares,) = [row[1:] for row in cells if row[:1] == ["percent"]]

    assert word in cells[1]
    assert abs(sum(map(int, shares)) - 100) <= 1
    assert {"0"} == {row[-1] for row in cells if row[:1] == ["all"]}


def test_every_verb_answers_in_every_form(capsys: pytest.CaptureFixture[str], ds: Dataset) -> None:
    verbs = (
        ("articles",),
        ("facts", "--derived"),
        ("show", ds.articles[0].id),
        ("verify",),
        ("verify", "--report"),
        ("read", "--text", "5 km", "--locale", "en"),
        ("read", "--text", "5 km", "--locale", "en", "--explain"),
    )
    for words in verbs:
        for form in ("table", "json", "csv"):
            assert said(capsys, *words, "--format", form).strip(), (words, form)


def test_what_was_computed_is_listed_when_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], ds: Dataset
) -> None:
    lists = []
    for options in ([], ["--derived"]):
        assert main(["facts", "--format", "json", *options]) == 0
        lists.append({one["id"] for one in json.loads(capsys.readouterr().out)})

    assert {one.id for one in ds.derived} == lists[1] - lists[0]


def test_a_text_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["read", "--text", "инвестировано 28 млн. долларов", "--locale", "ru"]

    assert "28000000 USD" in said(capsys, *words)
    (mention,) = json.loads(said(capsys, *words, "--format", "json"))
    assert {"start": 14, "end": 30} == mention["span"]
    assert "28 млн. долларов" in said(capsys, *words, "--format", "csv")


def test_a_text_is_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("up to $250 million"))

    assert "at most 250000000 USD" in said(capsys, "read", "-", "--locale", "en")


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """Return the paths of two texts."""
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    paths[0].write_bytes("\ufeffIt sold 5 t in May 2017.".encode())
    paths[1].write_text("Up to 12 % and $7 million.", encoding="utf-8")
    return [str(one) for one in paths]


def test_several_files_are_read_and_each_row_says_of_which(
    capsys: pytest.CaptureFixture[str], texts: list[str]
) -> None:
    words = ["read", *texts, "--locale", "en"]
    rows = said(capsys, *words, "--format", "csv").splitlines()
    lines = [json.loads(line) for line in said(capsys, *words, "--jsonl").splitlines()]

    assert rows[0].startswith("article,start,end,words")
    assert [2, 2] == [sum(one in row for row in rows) for one in texts]
    assert [texts[0]] * 2 + [texts[1]] * 2 == [one["id"] for one in lines]
    assert [0, 0, 1, 1] == [one["row"] for one in lines]
    assert batch.MENTIONS.names == [*lines[0]]
    assert [8, 15] == [one["start"] for one in lines[:2]]
    assert 2 == len(said(capsys, *words, "--jsonl", "--limit", "1").splitlines())
    assert (
        texts == [one["file"] for one in json.loads(said(capsys, *words, "--format", "json"))][::2]
    )


def test_nothing_is_printed_where_one_of_several_files_cannot_be_read(
    capsys: pytest.CaptureFixture[str], texts: list[str], tmp_path: Path
) -> None:
    for spoilt in (b"5 km \xff", None):
        path = tmp_path / "spoilt.txt"
        path.unlink(missing_ok=True)
        if spoilt is not None:
            path.write_bytes(spoilt)

        assert main(["read", texts[0], str(path), "--locale", "en", "--jsonl"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "UTF-8" in err or "no such file (a text itself goes behind --text)" in err


def test_a_limit_keeps_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    every = json.loads(said(capsys, "facts", "--format", "json"))

    assert every[:3] == json.loads(said(capsys, "facts", "--format", "json", "--limit", "3"))


def test_a_bare_number_is_counted_in_the_unit_beside_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["facts", "--format", "json", "--at-least"]

    assert said(capsys, *words, "10 USD") == said(capsys, *words, "10", "--unit", "USD")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_shell_is_told_every_verb(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab")
    script = said(capsys, "completion", shell)

    assert all(verb in script for verb in ("articles", "search", "completion", "--at-least"))


def test_completion_names_its_extra(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)

    assert main(["completion", "bash"]) == 2
    assert "pip install 'coopdata[cli]'" in capsys.readouterr().err


def test_a_dataset_of_ones_own_is_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ds: Dataset
) -> None:
    path = tmp_path / "own.json"
    path.write_text(serde.to_json(ds), encoding="utf-8")

    assert said(capsys, "facts") == said(capsys, "facts", "--data", str(path))
    assert said(capsys, "verify") == said(capsys, "verify", "--data", str(path))


def test_without_rich_the_table_is_plain_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("rich", "rich.table", "rich.text", "rich.console"):
        monkeypatch.setitem(sys.modules, name, None)
    lines = said(capsys, "articles").splitlines()

    assert lines[0].startswith("article ")
    assert {"-", " "} == set(lines[1])
    assert len(lines) == 7


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["facts", "--kind", "investmnt"], "did you mean 'investment'?"),
        (["facts", "--at-least", "much"], "cannot read 'much'"),
        (["facts", "--at-least", "10"], "takes an amount with its unit, as '10 million USD'"),
        (["facts", "--between", "5 USD", "7"], "or name the unit by --unit, got '7'"),
        (["facts", "--at-least", "5", "--unit", "USD", "--unit", "EUR"], "with its unit"),
        (["facts", "--since", "2017-02-30"], "a day of the calendar"),
        (["read", "--locale", "en"], "read takes files (- for standard input) or --text"),
        (["read", "--text", "5 km", "-", "--locale", "en"], "or --text"),
        (["read", "5 km", "--locale", "en"], "a text itself goes behind --text): '5 km'"),
        (["facts", "--unit", "vehicl"], "did you mean 'vehicle'?"),
        (["show", "kursk"], "did you mean 'kursk-trade'?"),
        (["articles", "--locale", "xq"], "unknown locale 'xq'"),
        (["read", "--text", "x", "--locale", "xq"], "unknown locale 'xq'"),
        (["facts", "--data", "no-such-file.json"], "no-such-file.json"),
    ],
)
def test_an_error_is_one_message_with_code_two(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(words)
    out, err = capsys.readouterr()

    assert (2, "") == (code, out)
    assert err.startswith("coopdata: ")
    assert message in err
    assert "Traceback" not in err


def test_a_broken_file_tells_all_its_problems(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "own.json"
    path.write_text('{"type": "dataset",\n "articles": {}, "facts": 1}', encoding="utf-8")
    code = main(["verify", "--data", str(path)])
    _, err = capsys.readouterr()

    assert code == 2
    assert f"5 problem(s) in {path}" in err
    assert f"{path} line 2 at facts: expected a list, got 1" in err


def test_a_wrong_option_is_told_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["facts", "--format", "xml"])

    assert stopped.value.code == 2
    assert "'xml'" in capsys.readouterr().err


def test_the_module_runs_and_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m coopdata facts --format json | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)

    assert ("[", "") == (done.stdout, done.stderr)


def test_export_writes_a_package(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("duckdb")

    assert "files into" in said(capsys, "export", str(tmp_path / "mine"))
    assert (tmp_path / "mine" / "manifest.sha256").is_file()
