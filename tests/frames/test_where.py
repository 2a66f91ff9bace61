"""A question to a frame is answered as the records in memory answer it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given

from coopdata import batch, frames
from coopdata.dataset import Dataset
from coopdata.errors import InvalidValueError, MissingExtraError, RecordNotFoundError
from coopdata.query import KEYWORDS, FactList, P, Predicate
from coopdata.values import Measure, Period
from questions import DS, EDTF, NAMES, asked

pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")
pytest.importorskip("pandas")
duckdb = pytest.importorskip("duckdb")

CONNECTION = duckdb.connect()


def facts_with(*values: Measure | Period) -> FactList:
    """Return facts that say these, and nothing else of the kind."""
    facts = [
        evolve(
            fact,
            supports=(),
            measure=value if isinstance(value, Measure) else None,
            period=value if isinstance(value, Period) else None,
        )
        for fact, value in zip(DS.facts, values, strict=False)
    ]
    assert len(facts) == len(values)
    return FactList(facts, DS)


PRICES = facts_with(
    Measure.exact("1", "USD/ounce"),
    Measure.exact("16", "USD/pound"),
    Measure.exact("16.0000000001", "USD/pound"),
    Measure.exact("1/3", "USD/pound"),
)
FINE = facts_with(
    Measure.exact("1", "USD/metric_ton"),
    Measure.exact("1.0000000001", "USD/metric_ton"),
    Measure.exact("0.001", "USD/kilogram"),
    Measure.about("1", "USD/metric_ton"),
)
HEDGED = facts_with(
    *(
        getattr(Measure, make)(number, "USD")
        for make in ("exact", "about", "at_least", "more_than", "at_most", "less_than")
        for number in ("4.9", "5", "5.1")
    ),
    Measure.between("4", "5", "USD"),
    Measure.between("5", "6", "USD"),
    Measure.exact("5", "EUR"),
    Measure.exact("5"),
)
SEVERAL = facts_with(*map(Period.from_edtf, ["[2016..]", "[..2017]", "../..", "2016/..", "2016"]))


def in_duckdb(facts: FactList) -> Any:
    return frames.to_duckdb(facts, connection=CONNECTION)


#: How facts become a frame, and how the ids are read off one.
BACKENDS: dict[str, tuple[Callable[[FactList], Any], Callable[[Any], Any]]] = {
    "arrow": (frames.to_arrow, lambda frame: frame.column("id").to_pylist()),
    "pandas": (frames.to_pandas, lambda frame: [*frame["id"]]),
    "polars": (frames.to_polars, lambda frame: frame["id"].to_list()),
    "lazy": (
        lambda facts: frames.to_polars(facts).lazy(),
        lambda frame: frame.collect()["id"].to_list(),
    ),
    "duckdb": (in_duckdb, lambda frame: [row[0] for row in frame.project("id").fetchall()]),
}


@given(asked=asked())
@example(asked=(PRICES, P.at_least("16 USD/pound")))
@example(asked=(PRICES, P.more_than("16 USD/pound")))
@example(asked=(PRICES, P.at_most("1 USD/ounce")))
@example(asked=(PRICES, P.less_than(Measure.exact("1/3", "USD/pound"))))
@example(asked=(PRICES, ~P.more_than(Measure.exact("1/3", "USD/pound"))))
@example(asked=(HEDGED, P.at_least(Measure.exact("-1E+40", "USD"))))
@example(asked=(HEDGED, P.at_most(Measure.exact("1E+40", "USD"), certainty="possibly")))
@example(asked=(SEVERAL, P.before("0999")))
@example(asked=(SEVERAL, P.overlaps("2018/..")))
@example(asked=(SEVERAL, P.within("2016/..")))
@example(asked=(SEVERAL, ~P.before("2018")))
@example(asked=(FactList((), DS), ~P.anything()))
@example(asked=(FactList(DS.facts, DS), P.unit("") | P.said_by("")))
def test_every_frame_answers_as_the_records_do(asked: tuple[FactList, Predicate]) -> None:
    facts, question = asked
    expected = [fact.id for fact in facts.where(question)]
    answers = {
        name: ids(frames.where(made(facts), question, dataset=DS))
        for name, (made, ids) in BACKENDS.items()
    }

    assert dict.fromkeys(BACKENDS, expected) == answers


@pytest.mark.parametrize("name", BACKENDS)
@pytest.mark.parametrize(
    ("facts", "bounds"),
    [(HEDGED, ("5 USD", "5")), (FINE, ("1 USD/metric_ton", "0.001 USD/kilogram"))],
)
def test_every_bound_meets_every_hedge(name: str, facts: FactList, bounds: tuple[str, ...]) -> None:
    made, ids = BACKENDS[name]
    frame = made(facts)
    questions = [
        getattr(P, relation)(bound, certainty=certainty)
        for relation in ("at_least", "more_than", "at_most", "less_than")
        for certainty in ("certainly", "possibly")
        for bound in map(Measure.from_text, bounds)
    ]
    for question in (*questions, *(~one for one in questions)):
        expected = [fact.id for fact in facts.where(question)]

        assert (question, expected) == (question, ids(frames.where(frame, question)))


@pytest.mark.parametrize("name", BACKENDS)
def test_every_period_meets_every_other(name: str) -> None:
    made, ids = BACKENDS[name]
    facts = facts_with(*map(Period.from_edtf, EDTF))
    frame = made(facts)
    questions = [
        question
        for edtf in EDTF
        for question in (
            P.overlaps(edtf),
            P.overlaps(edtf, certainty="possibly"),
            P.within(edtf),
            P.before(edtf),
            P.after(edtf),
        )
    ]
    for question in questions:
        expected = [fact.id for fact in facts.where(question)]

        assert (question, expected) == (question, ids(frames.where(frame, question)))


def test_the_questions_that_are_drawn_are_the_whole_table() -> None:
    assert {*NAMES} == {one.name for one in KEYWORDS.values() if one.takes == "names"}


@pytest.mark.parametrize("name", BACKENDS)
def test_the_answer_is_of_the_same_kind(name: str, ds: Dataset) -> None:
    made, _ = BACKENDS[name]
    frame = made(ds.where())

    assert type(frame) is type(frames.where(frame, at_least="10 million USD"))


def test_a_table_of_mentions_is_asked_for_amounts_and_periods() -> None:
    texts = pa.record_batch({"text": ["It paid 5 million USD in 2016, up to 3 t of ore a year."]})
    found = pa.Table.from_batches([batch.mentions(texts, locale="en")])

    assert ["5 million USD"] == frames.where(found, at_least="1 USD").column("words").to_pylist()
    assert ["2016"] == frames.where(found, period="2016").column("words").to_pylist()


def test_a_file_is_asked_without_being_read_whole(ds: Dataset, tmp_path: Any) -> None:
    frames.to_polars(ds).write_parquet(tmp_path / "facts.parquet")
    facts = frames.where(pl.scan_parquet(tmp_path / "facts.parquet"), kind="investment")

    assert len(ds.where(kind="investment")) == facts.collect().height


@pytest.mark.parametrize(
    "keywords",
    [
        {"party": "CN"},
        {"party": DS.parties[0]},
        {"country": "CN"},
        {"place": "BY"},
        {"said_by": "turkey"},
        {"article": "kursk-trade"},
        {"language": "en"},
    ],
)
def test_a_name_is_looked_up_in_a_dataset_or_refused(keywords: Any, ds: Dataset) -> None:
    with pytest.raises(InvalidValueError, match=r"looked up: frames\.where\(…, dataset=ds\)"):
        frames.where(frames.to_arrow(ds), **keywords)


@pytest.mark.parametrize(
    ("keywords", "nearest"),
    [
        ({"kind": "investmnt"}, "investment"),
        ({"party": "KAMAS"}, "KAMAZ"),
        ({"role": "hosts"}, "host"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest(
    keywords: Any, nearest: str, ds: Dataset
) -> None:
    with pytest.raises(RecordNotFoundError, match=nearest):
        frames.where(frames.to_arrow(ds), **keywords, dataset=ds)


def test_a_frame_of_another_schema_is_refused_with_the_column() -> None:
    frame = pl.DataFrame({"kind": ["investment"], "low": [5.0]})

    assert 1 == frames.where(frame, kind="investment").height
    with pytest.raises(InvalidValueError, match="no column 'dimension'"):
        frames.where(frame, at_least="5 USD")


def test_a_column_of_another_type_is_refused_with_its_own() -> None:
    frame = pl.DataFrame({"kind": [1], "parties": ["jac"]})

    with pytest.raises(InvalidValueError, match=r"'kind' is of type string; cast it, got 'Int64'"):
        frames.where(frame, kind="investment")
    with pytest.raises(InvalidValueError, match=r"'parties' is of type list<string>"):
        frames.where(frame, party="CN", dataset=DS)


@pytest.mark.parametrize("wrong", [DS, [], None, pl.Series([1]), {"kind": ["trade"]}])
def test_what_is_no_frame_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="where asks a frame of pandas"):
        frames.where(wrong, kind="trade")


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'coopdata\[frames\]'"):
        frames.where(pa.table({}), kind="trade")


def test_the_base_of_a_dimension_orders_what_its_units_do_not(ds: Dataset) -> None:
    facts = facts_with(Measure.exact("1", "mile"), Measure.exact("1.5", "kilometer"))
    rows = sorted(frames.rows(facts), key=lambda row: row["low_base"])

    assert [Decimal(1500), Decimal("1609.344")] == [row["low_base"] for row in rows]
    assert dt.date(2016, 1, 1) == frames.rows(SEVERAL)[4]["period_begun"]
