"""What Spark is given, and what it answers, is what the records say. Needs pyspark and Java."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings

from coopdata import frames
from coopdata.dataset import Dataset
from coopdata.query import FactList, P, Predicate
from coopdata.values import Measure
from questions import DS, questions

sql: Any = pytest.importorskip("pyspark.sql")
pytest.importorskip("narwhals")

pytestmark = pytest.mark.filterwarnings("default")  # Spark's own remarks on other packages
FACTS = FactList((*DS.facts, *DS.derived), DS)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    builder = sql.SparkSession.builder.master("local[1]")
    spark = builder.config("spark.ui.enabled", "false").getOrCreate()
    yield spark
    spark.stop()


@pytest.fixture(scope="module")
def frame(session: Any) -> Any:
    return frames.to_spark(FACTS, session=session).cache()


def test_spark_has_the_same_table(ds: Dataset, session: Any) -> None:
    found = [row.asDict() for row in frames.to_spark(ds, session=session).collect()]

    assert list(frames.rows(ds)) == found


@pytest.mark.parametrize("table", ["mentions", "parties", "articles"])
def test_spark_has_the_other_tables_and_gives_the_records_back(
    table: Any, ds: Dataset, session: Any
) -> None:
    made = frames.to_spark(ds, session=session, table=table)
    expected = frames.to_arrow(ds, table=table)

    assert expected.to_pylist() == [row.asDict() for row in made.collect()]
    assert frames.from_arrow(expected) == frames.from_arrow(made.toArrow())


@settings(max_examples=40, deadline=None)
@given(question=questions(FACTS))
@example(question=P.until("0999-05-14"))
@example(question=~P.after("0999-05-14"))
@example(question=P.more_than(Measure.exact("1/3", "USD/pound")))
def test_spark_answers_as_the_records_do(frame: Any, question: Predicate) -> None:
    expected = [fact.id for fact in FACTS.where(question)]
    found = frames.where(frame, question, dataset=DS)

    assert expected == [row["id"] for row in found.select("id").collect()]
