"""What Spark is given is what the records say. Needs pyspark and Java."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from coopdata import frames
from coopdata.dataset import Dataset

sql: Any = pytest.importorskip("pyspark.sql")

pytestmark = pytest.mark.filterwarnings("default")  # Spark's own remarks on other packages


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    spark = sql.SparkSession.builder.master("local[1]").getOrCreate()
    yield spark
    spark.stop()


def test_spark_has_the_same_table(ds: Dataset, session: Any) -> None:
    found = [row.asDict() for row in frames.to_spark(ds, session=session).collect()]

    assert list(frames.rows(ds)) == found
