"""A package holds all of a dataset, for several tools, and can be checked and read back."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from coopdata import exports, frames, serde
from coopdata import strategies as own
from coopdata.dataset import Dataset
from coopdata.display import unguarded
from coopdata.errors import ConversionError, InvalidValueError

parquet = pytest.importorskip("pyarrow.parquet")
duckdb = pytest.importorskip("duckdb")

TABLES = ("facts", "mentions", "parties", "articles")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, ds: Dataset) -> Path:
    folder = tmp_path_factory.mktemp("packed") / "coopdata"
    exports.package(ds, folder)
    return folder


def test_the_manifest_has_the_digest_of_every_file_but_the_one_that_changes(home: Path) -> None:
    lines = (home / exports.MANIFEST).read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    there = {one.relative_to(home).as_posix() for one in home.rglob("*") if one.is_file()}

    assert there - {exports.MANIFEST, "coopdata.duckdb"} == set(told)
    for name, digest in told.items():
        assert hashlib.sha256((home / name).read_bytes()).hexdigest() == digest


def test_the_same_dataset_gives_the_same_bytes(home: Path, tmp_path: Path, ds: Dataset) -> None:
    exports.package(ds, tmp_path / "again")

    manifest = (home / exports.MANIFEST).read_bytes()
    assert (tmp_path / "again" / exports.MANIFEST).read_bytes() == manifest


def test_the_dataset_is_read_back(home: Path, ds: Dataset) -> None:
    assert ds == serde.from_jsonl((home / "dataset.jsonl").read_bytes())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_stands_in_each_form(home: Path, ds: Dataset, name: str) -> None:
    table = frames.to_arrow(ds, table=name)  # type: ignore[arg-type]  # one of the four
    rows = table.num_rows
    with closing(sqlite3.connect(home / "coopdata.sqlite")) as database:
        (counted,) = database.execute(f"select count(*) from {name}").fetchone()
    with closing(duckdb.connect(str(home / "coopdata.duckdb"), read_only=True)) as database:
        (in_duckdb,) = database.execute(f"select count(*) from {name}").fetchone()
    sheet = list(csv.DictReader(io.StringIO((home / f"{name}.csv").read_text(encoding="utf-8"))))

    assert table == parquet.read_table(home / f"{name}.parquet")
    assert [rows] * 3 == [counted, in_duckdb, len(sheet)]
    key = "id" if name != "mentions" else "words"
    assert table.column(key).to_pylist() == [unguarded(row[key]) for row in sheet]


def test_the_texts_are_the_articles(home: Path, ds: Dataset) -> None:
    for article in ds.articles:
        raw = (home / "texts" / f"{article.id}.txt").read_bytes()

        assert article.sha256 == hashlib.sha256(raw).hexdigest()


def test_the_descriptions_name_the_digest_and_every_column(home: Path) -> None:
    package = json.loads((home / "datapackage.json").read_text(encoding="utf-8"))
    described = json.loads((home / "croissant.json").read_text(encoding="utf-8"))

    for resource, file in zip(package["resources"], described["distribution"], strict=True):
        raw = (home / resource["path"]).read_bytes()
        head = raw.decode().partition("\n")[0].split(",")
        digest = hashlib.sha256(raw).hexdigest()

        assert f"sha256:{digest}" == resource["hash"]
        assert digest == file["sha256"]
        assert head == [one["name"] for one in resource["schema"]["fields"]]


def test_a_package_replaces_itself_and_nothing_else(tmp_path: Path, ds: Dataset) -> None:
    exports.package(Dataset(), tmp_path / "mine")
    exports.package(ds, tmp_path / "mine")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "diary.txt").write_text("dear", encoding="utf-8")

    assert (tmp_path / "mine" / "texts" / "kursk-trade.txt").exists()
    for place in (tmp_path / "other", tmp_path / "other" / "diary.txt"):
        with pytest.raises(InvalidValueError, match="a package is written into"):
            exports.package(ds, place)
    assert "dear" == (tmp_path / "other" / "diary.txt").read_text(encoding="utf-8")


@settings(max_examples=10)
@given(own.datasets())
def test_any_dataset_is_packed_or_has_a_number_that_no_column_holds(
    tmp_path_factory: pytest.TempPathFactory, dataset: Dataset
) -> None:
    folder = tmp_path_factory.mktemp("any") / "mine"
    try:
        exports.package(dataset, folder)
    except ConversionError:
        assert not folder.exists()
        return

    assert dataset == serde.from_jsonl((folder / "dataset.jsonl").read_bytes())
