"""What `frames.where` costs on 5 million synthetic facts, beside the comparison written by hand.

python benchmarks/bench_frames.py [--facts 5000000] [--rounds 9]

Kinds, units and periods are drawn from the shipped facts, amounts at random. Both ways run in the
same engine and give the same rows; at most twice the time of the hand-written one is claimed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections.abc import Callable
from decimal import Decimal
from statistics import median
from typing import Any, NamedTuple

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
from _timing import in_turn, report, timed

from coopdata import frames, load
from coopdata.query import Filters

LIMIT = 2.0
_DRAWN = (
    "kind",
    "unit",
    "relation",
    "dimension",
    "low_base_rest",
    "high_base_rest",
    "period_start",
    "period_end",
    "period_begun",
    "period_lasts",
)
_AMOUNTS = ("low_base", "high_base")
_BASE = pa.decimal128(38, 10)
_MANY = 50_000_000

Ask = Callable[[], int]


class Question(NamedTuple):
    """What is asked by keywords, and the same by hand in Polars and in SQL."""

    title: str
    keywords: Filters
    polars: pl.Expr
    sql: str


def questions() -> tuple[Question, ...]:
    """Return what is asked: a word, an amount with its unit, days."""
    first, last = dt.date(2017, 1, 1), dt.date(2017, 12, 31)
    ten = Decimal(10_000_000)
    return (
        Question(
            "kind='investment'",
            {"kind": "investment"},
            pl.col("kind") == "investment",
            "kind = 'investment'",
        ),
        Question(
            "unit='USD', at_least='10 million USD'",
            {"unit": "USD", "at_least": "10 million USD"},
            (pl.col("unit") == "USD") & (pl.col("low_base") >= ten),
            "unit = 'USD' and low_base >= 10000000",
        ),
        Question(
            "period='2017'",
            {"period": "2017"},
            (pl.col("period_begun") <= last) & (pl.col("period_lasts") >= first),
            "period_begun <= date '2017-12-31' and period_lasts >= date '2017-01-01'",
        ),
    )


def facts(count: int) -> pa.Table:
    """Return the columns that are asked of, of so many facts."""
    shipped = frames.to_arrow(load())
    rng = random.Random(5)
    rows = pa.array([rng.randrange(shipped.num_rows) for _ in range(count)], pa.int32())
    columns = {name: shipped[name].take(rows).combine_chunks() for name in _DRAWN}
    amounts = pa.array([rng.randrange(_MANY) for _ in range(count)], pa.int64()).cast(_BASE)
    for name in _AMOUNTS:
        stated = shipped[name].take(rows).combine_chunks().is_valid()
        columns[name] = pc.if_else(stated, amounts, pa.scalar(None, _BASE))
    return pa.table(columns)


def ways(question: Question, polars: pl.DataFrame, relation: Any) -> dict[str, Ask]:
    """Return both ways of both engines, each of which says how many rows it has."""

    def counted(found: Any) -> int:
        return int(found.aggregate("count(*)").fetchall()[0][0])

    return {
        "polars, by hand": lambda: polars.filter(question.polars).height,
        "polars, frames.where": lambda: frames.where(polars, **question.keywords).height,
        "duckdb, by hand": lambda: counted(relation.filter(question.sql)),
        "duckdb, frames.where": lambda: counted(frames.where(relation, **question.keywords)),
    }


def main(argv: list[str] | None = None) -> int:
    """Print a table for each question; 1 where a ratio is above what is claimed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--facts", type=int, default=5_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args(argv)
    table = facts(options.facts)
    held = duckdb.connect()
    held.register("given", table)
    held.execute("create table facts as select * from given")
    polars, relation = pl.DataFrame(table), held.table("facts")
    missed = False
    for question in questions():
        asked = ways(question, polars, relation)
        (rows,) = {way() for way in asked.values()}
        times = in_turn({name: timed(way) for name, way in asked.items()}, options.rounds)
        for engine in ("polars", "duckdb"):
            hand, ours = f"{engine}, by hand", f"{engine}, frames.where"
            report(
                f"{question.title}: {rows} of {options.facts} facts",
                {hand: times[hand], ours: times[ours]},
                hand,
            )
            pairs = zip(times[ours], times[hand], strict=True)
            ratio = median(one / other for one, other in pairs)
            print(f"  median of the ratios: {ratio:.2f}; at most {LIMIT:g}")
            missed |= ratio > LIMIT
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
