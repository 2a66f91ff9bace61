"""Every engine gives the rows that one process gives."""

from __future__ import annotations

import json
import os
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coopdata import batch, spark
from coopdata.__main__ import main
from coopdata.errors import (
    InvalidValueError,
    MissingProgramError,
    RecordNotFoundError,
    UnknownLocaleError,
)
from support import REPO

sys.path.insert(0, str(REPO / "benchmarks"))
import corpus  # articles whose mentions are known

pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")
duckdb = pytest.importorskip("duckdb")

ARTICLES = list(corpus.articles(200))
KERNEL = batch.Kernel(id_column="id", locale_column="locale", anchor_column="published")
Row = tuple[Any, ...]

pytestmark = pytest.mark.filterwarnings("default")  # the engines' own remarks


def texts() -> Any:
    names = ("id", "locale", "published", "text")
    rows = [{name: getattr(one, name) for name in names} for one in ARTICLES]
    rows += [
        {**rows[0], "id": "empty", "text": None},
        {**rows[0], "id": "wrong", "locale": "xx"},
        {**rows[0], "id": 'O\'Neil "q"', "text": "It sold 5 t.", "locale": "en"},
    ]
    return pa.Table.from_pylist(rows)


def in_order(rows: list[dict[str, Any]]) -> list[Row]:
    """Return rows as tuples, in one order."""
    told = [tuple(one[name] for name in KERNEL.schema.names) for one in rows]
    return sorted(told, key=lambda row: (row[0], row[1] or 0))


def alone() -> list[Row]:
    """Return what one process gives."""
    (whole,) = texts().combine_chunks().to_batches()
    return in_order(KERNEL(whole).to_pylist())


def test_one_process_finds_what_the_templates_state() -> None:
    stated = {
        (one.id, each.start, each.end, each.low_text, each.unit, each.period)
        for one in ARTICLES
        for each in one.known
    }
    (whole,) = texts().combine_chunks().to_batches()
    names = ("id", "start", "end", "low_text", "unit", "period")
    found = {tuple(row[name] for name in names) for row in KERNEL(whole).to_pylist()}

    assert stated <= found
    assert {"wrong", 'O\'Neil "q"'} == {row[0] for row in found - stated}


@pytest.mark.parametrize("lazy", [False, True])
def test_polars(lazy: bool) -> None:
    frame = pl.from_arrow(texts())
    found = batch.on_polars(frame.lazy() if lazy else frame, KERNEL)

    assert isinstance(found, pl.LazyFrame) is lazy
    assert alone() == in_order(found.lazy().collect().to_dicts())


def test_duckdb() -> None:
    connection = duckdb.connect()
    connection.register("texts", texts())
    found = batch.on_duckdb(connection.table("texts"), KERNEL, connection=connection)
    again = batch.on_duckdb(connection.table("texts"), KERNEL, connection=connection)

    rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
    assert alone() == in_order(rows)
    assert len(rows) == len(again.fetchall())


def test_dask() -> None:
    dd = pytest.importorskip("dask.dataframe")
    pandas = pytest.importorskip("pandas")
    frame = dd.from_pandas(texts().to_pandas(types_mapper=pandas.ArrowDtype), npartitions=3)
    found = batch.on_dask(frame, KERNEL).compute(scheduler="processes", num_workers=2)
    rows = pa.Table.from_pandas(found, preserve_index=False).cast(KERNEL.schema).to_pylist()

    assert alone() == in_order(rows)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Start two workers of one core, each in a process of its own."""
    sql = pytest.importorskip("pyspark.sql")
    spark.check_java()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    path = os.pathsep.join((str(REPO / "src"), os.environ.get("PYTHONPATH", "")))
    session = (
        sql.SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.executorEnv.PYTHONPATH", path)
        .getOrCreate()
    )
    yield session
    session.stop()


def test_spark(cluster: Any, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(texts(), tmp_path / "texts.parquet")
    frame = cluster.read.parquet(str(tmp_path / "texts.parquet")).repartition(4)
    found = spark.mentions(frame, KERNEL)

    assert KERNEL.schema.names == found.columns
    assert alone() == in_order([row.asDict() for row in found.collect()])


def test_settings_that_fit_no_frame_are_refused_before_anything_is_run(cluster: Any) -> None:
    frame = cluster.createDataFrame([("a", "5 t")], ["id", "text"])
    with pytest.raises(RecordNotFoundError, match="locale"):
        spark.mentions(frame, KERNEL)
    with pytest.raises(UnknownLocaleError):
        spark.mentions(frame, batch.Kernel(id_column="id", locale="xx"))


def test_spark_reads_files_into_a_folder(cluster: Any, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    source, out = tmp_path / "texts.jsonl", str(tmp_path / "out.parquet")
    row = {"id": "a", "locale": "en", "published": "2017-05-01", "text": "It sold 5 t this year."}
    source.write_text(f"{json.dumps(row)}\nnot\n", encoding="utf-8")
    columns = "--id-column id --locale-column locale --anchor-column published"
    words = ["read", str(source), "--out", out, "--engine", "spark", *columns.split()]

    assert 0 == main(words)
    rows = parquet.read_table(out).to_pylist()
    told = {(one["id"], one["words"], one["period"], one["error"]) for one in rows}
    expected = {("a", "5 t", None, None), ("a", "this year", "2017", None)}
    assert expected | {(None, None, None, "no JSON: not")} == told
    assert (3, KERNEL.schema.names) == (len(rows), parquet.read_table(out).column_names)
    with pytest.raises(InvalidValueError, match="not there yet"):
        spark.read(str(source), out, KERNEL)
    with pytest.raises(RecordNotFoundError):
        spark.read(str(tmp_path / "none.parquet"), out, KERNEL)


def test_a_machine_without_java_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingProgramError, match="Java 17 or newer, found none; run: apt-get"):
        spark.check_java()


def test_a_reader_pickles() -> None:
    assert KERNEL == pickle.loads(pickle.dumps(KERNEL))
