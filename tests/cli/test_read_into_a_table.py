"""`coopdata read … --out` writes the table that `batch.read` writes, and says what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coopdata import batch
from coopdata.__main__ import main

pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

ROWS = [
    {"key": "a", "body": "It sold 5 t this year.", "tongue": "en", "day": "2017-05-01"},
    {"key": "b", "body": "Продано 7 т.", "tongue": "ru", "day": None},
    {"key": "c", "body": "5 t", "tongue": "xx", "day": None},
]
COLUMNS = [
    *("--text-column", "body", "--locale-column", "tongue"),
    *("--anchor-column", "day", "--id-column", "key"),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in ROWS), encoding="utf-8")
    return path


def test_it_writes_what_the_library_writes(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.parquet"
    code = main(["read", str(source), "--out", str(out), *COLUMNS])
    told, err = capsys.readouterr()
    batch.read(
        source,
        tmp_path / "library.parquet",
        text_column="body",
        locale_column="tongue",
        anchor_column="day",
        id_column="key",
    )

    assert (0, "") == (code, err)
    assert f"3 texts, 3 mentions, 1 errors: wrote {out}\n" == told
    assert (tmp_path / "library.parquet").read_bytes() == out.read_bytes()


def test_a_folder_of_text_files_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("this year", encoding="utf-8")
    words = ["read", str(tmp_path / "in"), "--out", str(tmp_path / "out.parquet")]
    code = main([*words, "--locale", "en", "--anchor", "2017-05-01", "--workers", "1"])
    (row,) = parquet.read_table(tmp_path / "out.parquet").to_pylist()

    assert (0, "") == (code, capsys.readouterr().err)
    assert ("a.txt", "2017") == (row["file"], row["period"])


def test_words_of_ones_own_are_read_with(tmp_path: Path) -> None:
    words, out = tmp_path / "en.toml", tmp_path / "out.parquet"
    words.write_text('language = "en"\n[counted]\n"{steel_coil}" = ["coil/pl"]\n', "utf-8")
    (tmp_path / "a.txt").write_text("It sold 5 coils.", encoding="utf-8")
    said = ["--out", str(out), "--locale", "en", "--words", str(words)]
    code = main(["read", str(tmp_path / "a.txt"), *said])

    assert 0 == code
    assert ["{steel_coil}"] == [row["unit"] for row in parquet.read_table(out).to_pylist()]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ROWS --out OUT", "locale or locale_column"),
        ("ROWS --out OUT --locale xx --text-column body", "xx"),
        ("ROWS --out OUT.csv --locale en", "ends in .parquet"),
        ("ROWS --out OUT --locale en --workers 0", "one process at least"),
        ("ROWS --out OUT --locale en --master local[1]", "--engine spark"),
        ("ROWS --out OUT --locale en --explain", "--out alone"),
        ("ROWS --out OUT --locale en --format json", "--out alone"),
        ("ROWS --out OUT --locale en --engine spark", "--id-column"),
        ("ROWS --out OUT --locale en --engine spark --workers 2", "--master"),
        ("none --out OUT --locale en", "none"),
        ("--text 5 --locale en --workers 2", "give --out"),
        ("--text 5", "give --locale"),
        ("--text 5 --locale en --out OUT", "files or folders"),
        ("ROWS --locale en --out OUT --limit 5", "files or folders"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, told: str
) -> None:
    names = {"ROWS": str(source), "OUT": str(tmp_path / "o.parquet"), "OUT.csv": "o.csv"}
    code = main(["read", *(names.get(word, word) for word in words.split())])
    out, err = capsys.readouterr()

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert told in err
    assert [source] == sorted(tmp_path.iterdir())
