"""Files of texts become one table: complete, the same by one process or several, and resumable."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from coopdata import batch, extract
from coopdata.errors import InvalidValueError, RecordNotFoundError, SeedError, UnknownLocaleError
from support import REPO, fresh_python

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
csv = pytest.importorskip("pyarrow.csv")

ROWS = [
    {"key": nth, "text": f"It sold {nth} t in May 2017.", "locale": "en"} for nth in range(450)
] + [{"key": 450, "text": "Продано 5 т.", "locale": "ru"}]


def rows_of(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
    return found


def lines(rows: list[Any]) -> str:
    return "".join(json.dumps(one) + "\n" for one in rows)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path


def written(home: Path, kind: str) -> Path:
    """Write the rows into a file of one kind."""
    path = home / "in" / f"rows.{kind}"
    if kind == "parquet":
        parquet.write_table(pa.Table.from_pylist(ROWS), path)
    elif kind == "csv":
        csv.write_csv(pa.Table.from_pylist(ROWS), path)
    else:
        path.write_text(lines(ROWS), encoding="utf-8")
    return path


# -- what is read -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["parquet", "jsonl", "ndjson", "csv"])
def test_the_rows_are_those_of_extract(home: Path, kind: str) -> None:
    out = home / "out.parquet"
    report = batch.read(
        written(home, kind), out, locale_column="locale", id_column="key", workers=1
    )
    expected = [
        (f"rows.{kind}", nth, str(row["key"]), one.span.start, one.span.end)
        for nth, row in enumerate(ROWS)
        for one in extract.mentions(str(row["text"]), locale=str(row["locale"]))
    ]

    assert expected == [
        (one["file"], one["row"], one["id"], one["start"], one["end"]) for one in rows_of(out)
    ]
    assert (451, 901, 0, str(out)) == (report.texts, report.mentions, report.errors, report.out)
    assert batch.FILE_MENTIONS == parquet.read_schema(out)
    assert not (home / "out.parquet.parts").exists()


def test_each_text_file_is_one_text(home: Path) -> None:
    for name in ("b/two.txt", "a.txt"):
        path = home / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\ufeffIt sold 5 t.", encoding="utf-8")
    (home / "in" / "notes.md").write_text("7 t", encoding="utf-8")
    batch.read(home / "in", home / "out.parquet", locale="en")

    assert [("a.txt", 0, 8), ("b/two.txt", 0, 8)] == [
        (one["file"], one["row"], one["start"]) for one in rows_of(home / "out.parquet")
    ]


def test_the_day_of_a_text_is_a_column_or_one_for_all(home: Path) -> None:
    row = {"text": "this year", "day": "2017-05-01"}
    (home / "in" / "a.jsonl").write_text(lines([row]), encoding="utf-8")
    table = pa.table({"text": ["this year"], "day": [dt.date(2018, 1, 1)]})
    parquet.write_table(table, home / "in" / "b.parquet")
    batch.read(home / "in", home / "out.parquet", locale="en", anchor_column="day")

    assert ["2017", "2018"] == [one["period"] for one in rows_of(home / "out.parquet")]


def test_processes_give_the_same_bytes_as_one(home: Path) -> None:
    source = written(home, "parquet")
    for workers, name in ((1, "one"), (2, "two")):
        out = home / f"{name}.parquet"
        batch.read(source, out, locale_column="locale", id_column="key", workers=workers)

    assert (home / "one.parquet").read_bytes() == (home / "two.parquet").read_bytes()


# -- what cannot be read ------------------------------------------------------------------------


def test_what_is_wrong_is_a_row_that_names_it_and_the_rest_is_read(home: Path) -> None:
    inside = home / "in"
    (inside / "a.jsonl").write_text(
        '{"text": "5 t", "locale": "en"}\n{"text": 5, "locale": "en"}\n[]\nnot\n'
        '{"text": "\\ud800", "locale": "en"}\n{"locale": "en"}\n'
        '{"text": "5 t", "locale": "xx"}\n{"text": null, "locale": "en"}\n'
        '{"text": "7 t", "locale": "en"}\n',
        encoding="utf-8",
    )
    (inside / "b.parquet").write_bytes(b"PAR1 and no more")
    (inside / "c.csv").write_text("text,tongue\n5 t,en\n", encoding="utf-8")
    (inside / "d.jsonl").write_text(lines([{"text": "9 t", "locale": "en"}]), encoding="utf-8")
    report = batch.read(inside, home / "out.parquet", locale_column="locale")
    found = rows_of(home / "out.parquet")

    assert [("a.jsonl", 0), ("a.jsonl", 8), ("d.jsonl", 0)] == [
        (one["file"], one["row"]) for one in found if one["error"] is None
    ]
    assert [
        ("a.jsonl", 1, "text: a text is wanted, got a int"),
        ("a.jsonl", 2, "an object with text, locale is wanted"),
        ("a.jsonl", 3, "no JSON: Expecting value: line 1 column 1 (char 0)"),
        ("a.jsonl", 4, "text: no text in Unicode: surrogates not allowed"),
        ("a.jsonl", 5, "an object with text is wanted"),
    ] == [(one["file"], one["row"], one["error"]) for one in found if one["error"]][:5]
    assert [("a.jsonl", 6), ("b.parquet", -1), ("c.csv", -1)] == [
        (one["file"], one["row"]) for one in found if one["error"]
    ][5:]
    assert (3, 8) == (report.mentions, report.errors)


def test_bytes_that_are_no_text_are_a_row(home: Path) -> None:
    (home / "in" / "a.txt").write_bytes("5 т".encode("cp1251"))
    batch.read(home / "in", home / "out.parquet", locale="ru")
    (found,) = rows_of(home / "out.parquet")

    assert ("a.txt", -1) == (found["file"], found["row"])
    assert "no text in UTF-8" in found["error"]


def test_an_enormous_cell_is_read_among_others(home: Path) -> None:
    texts = ["5 t", "." * 4_100_000 + " 7 t", "9 t"]
    parquet.write_table(pa.table({"text": texts}), home / "in" / "a.parquet")
    report = batch.read(home / "in", home / "out.parquet", locale="en")

    assert [0, 1, 2] == [one["row"] for one in rows_of(home / "out.parquet")]
    assert 3 == report.parts


@pytest.mark.parametrize(
    ("name", "out", "how", "error"),
    [
        ("in", "out.parquet", {"locale": "xx"}, UnknownLocaleError),
        ("in", "out.parquet", {}, InvalidValueError),
        ("in", "out.parquet", {"locale": "en", "locale_column": "l"}, InvalidValueError),
        ("in", "out.csv", {"locale": "en"}, InvalidValueError),
        ("in", "out.parquet", {"locale": "en", "workers": 0}, InvalidValueError),
        ("in", "out.parquet", {"locale": "en", "words": "./none.toml"}, SeedError),
        ("none", "out.parquet", {"locale": "en"}, RecordNotFoundError),
        ("empty", "out.parquet", {"locale": "en"}, InvalidValueError),
        ("page.html", "out.parquet", {"locale": "en"}, InvalidValueError),
    ],
)
def test_nothing_is_begun_that_cannot_be_done(
    home: Path, name: str, out: str, how: dict[str, Any], error: type[Exception]
) -> None:
    (home / "in" / "a.txt").write_text("5 t", encoding="utf-8")
    (home / "empty").mkdir()
    (home / "page.html").write_text("5 t", encoding="utf-8")
    before = sorted(home.iterdir())
    with pytest.raises(error):
        batch.read(home / name, home / out, **how)

    assert before == sorted(home.iterdir())


@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet", "txt"])
def test_a_file_that_cannot_be_opened_is_a_row_and_the_rest_is_read(home: Path, kind: str) -> None:
    (home / "in" / "a.txt").write_text("5 t", encoding="utf-8")
    (home / "in" / f"b.{kind}").symlink_to(home / "nowhere")
    batch.read(home / "in", home / "out.parquet", locale="en")
    found = [(one["file"], one["row"], one["words"]) for one in rows_of(home / "out.parquet")]

    assert [("a.txt", 0, "5 t"), (f"b.{kind}", -1, None)] == found


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_said_at_once(home: Path) -> None:
    (home / "in" / "a.txt").write_text("5 t", encoding="utf-8")
    (home / "closed").mkdir(mode=0o500)
    with pytest.raises(PermissionError):
        batch.read(home / "in", home / "closed" / "out.parquet", locale="en")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_loses_nothing_that_was_written(home: Path) -> None:
    source = written(home, "jsonl")
    out = home / "out.parquet"
    out.with_name("out.parquet.making").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        batch.read(source, out, locale_column="locale")
    kept = batch.read(source, out, locale_column="locale")

    assert kept.parts == kept.kept > 0
    assert 901 == kept.mentions


# -- what is stopped ----------------------------------------------------------------------------

PROGRAM = """
import sys
from coopdata import batch
if __name__ == "__main__":
    print("begun", flush=True)
    print(batch.read(sys.argv[1], sys.argv[2], locale="en", workers=int(sys.argv[3])))
"""


def begun(home: Path, source: Path, workers: int) -> subprocess.Popen[str]:
    program = home / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, str(program), str(source), str(home / "out.parquet"), str(workers)]
    env = {**os.environ, "PYTHONPATH": str(REPO / "src")}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)


def long_source(home: Path) -> Path:
    text = "It sold 5 t in May 2017. " * 8
    path = home / "in" / "long.jsonl"
    path.write_text(lines([{"text": text}] * 1000), encoding="utf-8")
    return path


def parts(home: Path) -> list[Path]:
    return list((home / "out.parquet.parts").glob("*.parquet"))


def until(true: Any) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen within half a minute")


def test_a_run_that_was_killed_is_taken_up_where_it_was(home: Path) -> None:
    source = long_source(home)
    running = begun(home, source, 1)
    until(lambda: len(parts(home)) >= 2)
    running.kill()
    running.communicate()
    assert not (home / "out.parquet").exists()

    report = batch.read(source, home / "out.parquet", locale="en")
    whole = batch.read(source, home / "anew.parquet", locale="en")

    assert report.kept >= 2
    assert (whole.mentions, 0) == (report.mentions, whole.kept)
    assert (home / "anew.parquet").read_bytes() == (home / "out.parquet").read_bytes()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no list of child processes")
def test_a_worker_that_is_killed_loses_nothing(home: Path) -> None:
    source = long_source(home)
    running = begun(home, source, 2)
    until(lambda: len(parts(home)) >= 1)
    workers = []
    for status in Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split():
        if b"spawn_main" in Path(f"/proc/{status}/cmdline").read_bytes():
            workers.append(int(status))
    os.kill(workers[-1], signal.SIGKILL)
    told, _ = running.communicate(timeout=60)
    batch.read(source, home / "anew.parquet", locale="en")

    assert 0 == running.returncode
    assert "0 errors" in told
    assert (home / "anew.parquet").read_bytes() == (home / "out.parquet").read_bytes()


def test_however_often_a_run_is_killed_it_ends_with_every_row_once(home: Path) -> None:
    source, out = long_source(home), home / "out.parquet"
    dice = random.Random(20171205)
    for _ in range(int(os.environ.get("COOPDATA_KILLS", "3"))):
        before = set(parts(home))
        running = begun(home, source, 1)
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(dice.uniform(0, 1.5))
        running.kill()
        running.communicate()
        whole = {one: parquet.read_metadata(one).num_rows for one in parts(home)}
        assert before <= set(whole) or out.exists()
    batch.read(source, out, locale="en")
    batch.read(source, home / "anew.parquet", locale="en")

    assert (home / "anew.parquet").read_bytes() == out.read_bytes()
    assert {"in", "program.py", "out.parquet", "anew.parquet"} == {
        one.name for one in home.iterdir()
    }


def test_parts_of_other_settings_are_not_taken_for_these(home: Path) -> None:
    source = home / "in" / "a.jsonl"
    source.write_text(lines([{"text": "1,360 t"}]), encoding="utf-8")
    out = home / "out.parquet"
    out.with_name("out.parquet.making").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        batch.read(source, out, locale="en")
    report = batch.read(source, out, locale="de")

    assert (0, 1) == (report.kept, report.mentions)
    assert ["1.360"] == [one["low_text"] for one in rows_of(out)]


COILS = 'language = "en"\n[counted]\n"{steel_coil}" = ["coil/pl"]\n'
JIBS = '"{jib}" = ["jib/pl"]\n'


def test_words_of_ones_own_go_to_every_process(home: Path) -> None:
    words = home / "en.toml"
    words.write_text(COILS, encoding="utf-8")
    source = home / "in" / "a.jsonl"
    source.write_text(lines([{"text": f"It sold {nth} coils."} for nth in range(450)]), "utf-8")
    one, two = home / "one.parquet", home / "two.parquet"
    batch.read(source, one, locale="en", words=words)
    batch.read(source, two, locale="en", words=words, workers=2)

    assert ["{steel_coil}"] * 450 == [row["unit"] for row in rows_of(one)]
    assert one.read_bytes() == two.read_bytes()


def test_parts_of_other_words_are_not_taken_for_these(home: Path) -> None:
    words = home / "en.toml"
    words.write_text(COILS, encoding="utf-8")
    source = home / "in" / "a.jsonl"
    source.write_text(lines([{"text": "It sold 5 coils and 6 jibs."}]), encoding="utf-8")
    out = home / "out.parquet"
    out.with_name("out.parquet.making").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        batch.read(source, out, locale="en", words=words)
    words.write_text(COILS + JIBS, encoding="utf-8")
    report = batch.read(source, out, locale="en", words=words)

    assert 0 == report.kept
    assert ["{steel_coil}", "{jib}"] == [one["unit"] for one in rows_of(out)]


def test_importing_the_room_loads_no_arrow() -> None:
    done = fresh_python("-c", "import coopdata.batch, sys; print('pyarrow' in sys.modules)")

    assert "False" == done.stdout.strip()
