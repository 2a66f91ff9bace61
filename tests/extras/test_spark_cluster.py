"""A worker of a standalone Spark cluster that is killed in mid-job takes no row along."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from coopdata import batch, spark
from support import REPO

sys.path.insert(0, str(REPO / "benchmarks"))
import corpus  # articles whose mentions are known

pyspark = pytest.importorskip("pyspark")
parquet = pytest.importorskip("pyarrow.parquet")

ARTICLES = 400
PROGRAM = """
import sys
from pyspark.sql import SparkSession
from coopdata import batch, spark
made = SparkSession.builder.master(sys.argv[1]).config("spark.ui.enabled", "false")
made = made.config("spark.executor.memory", "512m").config("spark.driver.memory", "512m")
made = made.config("spark.sql.files.maxPartitionBytes", "60000").getOrCreate()
kernel = batch.Kernel(id_column="id", locale_column="locale", anchor_column="published")
spark.read(sys.argv[2], sys.argv[3], kernel)
"""


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Give what begins a process, which is ended with the test."""
    env = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    env["PYTHONPATH"] = str(REPO / "src")
    env["SPARK_WORKER_DIR"] = str(tmp_path / "work")
    with ExitStack() as ends:

        def begun(*words: object) -> subprocess.Popen[bytes]:
            log = ends.enter_context((tmp_path / "log").open("ab"))
            command = [str(word) for word in words]
            running = subprocess.Popen(command, env=env, stdout=log, stderr=log)
            ends.callback(running.wait)
            ends.callback(running.kill)
            return running

        yield begun


def until(true: Callable[[], object], log: Path) -> None:
    for _ in range(3000):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError(f"it did not happen:\n{log.read_text('utf-8', 'replace')[-3000:]}")


def test_a_worker_that_is_killed_takes_no_row_along(
    tmp_path: Path, begin: Callable[..., subprocess.Popen[bytes]]
) -> None:
    spark.check_java()
    source, out, log = tmp_path / "texts.parquet", tmp_path / "out", tmp_path / "log"
    whole = tmp_path / "whole.parquet"
    corpus.write(whole, ARTICLES)
    table = parquet.read_table(whole)
    parquet.write_table(table, source, row_group_size=25)  # so that there are several tasks
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"spark://127.0.0.1:{port}"
    deploy = (Path(pyspark.__file__).parent / "bin" / "spark-class", "org.apache.spark.deploy")
    ui = ("--webui-port", 0)
    begin(deploy[0], f"{deploy[1]}.master.Master", "-h", "127.0.0.1", "-p", port, *ui)
    until(lambda: b"New state: ALIVE" in log.read_bytes(), log)
    worker = (deploy[0], f"{deploy[1]}.worker.Worker", "-c", 1, "-m", "1g", *ui, url)
    workers = [begin(*worker), begin(*worker)]
    until(lambda: log.read_bytes().count(b"Registering worker") >= 2, log)
    running = begin(sys.executable, "-c", PROGRAM, url, source, out)
    until(lambda: [*out.rglob("*.parquet")] or running.poll() is not None, log)
    assert not (out / "_SUCCESS").exists()
    workers[0].kill()
    until(lambda: running.poll() is not None, log)

    assert 0 == running.returncode, log.read_text("utf-8", "replace")[-3000:]
    kernel = batch.Kernel(id_column="id", locale_column="locale", anchor_column="published")
    (rows,) = table.combine_chunks().to_batches()
    key = [("id", "ascending"), ("start", "ascending")]
    found = parquet.read_table(out).sort_by(key).to_pylist()
    assert kernel(rows).to_pylist() == found
