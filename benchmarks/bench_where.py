"""What `where` costs over 100,000 synthetic facts: 50 ms for an indexed key, 300 ms for an amount.

Each question is asked once of a fresh list, which builds the index it needs, and then again; the
limits are for the second, the first is shown beside it. The
floors are list comprehensions that answer the same question in plain Python. Times are of the
processor.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from decimal import Decimal

from _timing import in_turn, report, timed

from coopdata.model import (
    FACT_KINDS,
    STATUSES,
    Article,
    Basis,
    Citation,
    Fact,
    Involvement,
    Name,
    Organisation,
)
from coopdata.query import FactList
from coopdata.values import Measure, Period

FACTS = 100_000
ROUNDS = 7
INDEXED, AMOUNT = 50.0, 300.0
UNITS = ("USD", "EUR", "vehicle", "percent", "metric_ton", "kilogram", "vehicle/year")
MAKERS = (Measure.exact, Measure.about, Measure.at_least, Measure.at_most, Measure.more_than)


class World:
    """A made-up dataset: the same one in every run."""

    def __init__(self) -> None:
        dice = random.Random(20171205)
        self.articles = tuple(
            Article(
                id=f"a{number}",
                file="",
                language=("en", "ru")[number % 2],
                publisher="",
                title="",
                place="",
                published=Period.year(2017),
                published_basis=Basis(),
                text="x",
                sha256="",
            )
            for number in range(50)
        )
        self.parties = tuple(
            Organisation(
                id=f"p{number}",
                names=(Name(text=f"Party {number}", language="en"),),
                country=("BY", "CN", "KZ", "RU", "TR")[number % 5],
            )
            for number in range(500)
        )
        self.facts = tuple(self._fact(number, dice) for number in range(FACTS))

    def _fact(self, number: int, dice: random.Random) -> Fact:
        citation = Citation(article_id=f"a{number % 50}", start=0, end=1, quote="x")
        roles = ("investor", "partner")
        return Fact(
            id=f"{citation.article_id}.f{number}",
            kind=dice.choice(FACT_KINDS),
            gloss="",
            status=dice.choice(STATUSES),  # type: ignore[arg-type]  # one of the literals
            citations=(citation,),
            parties=tuple(
                Involvement(party=f"p{dice.randrange(500)}", role=role) for role in roles
            ),
            period=Period.month(dice.randrange(1990, 2020), dice.randrange(1, 13)),
            measure=dice.choice(MAKERS)(dice.randrange(1, 10**8), dice.choice(UNITS)),
        )


QUESTIONS: dict[str, tuple[float, dict[str, object]]] = {
    "kind": (INDEXED, {"kind": "investment"}),
    "party": (INDEXED, {"party": "Party 7"}),
    "unit": (INDEXED, {"unit": "USD"}),
    "since": (INDEXED, {"since": "2016"}),
    "at_least, money": (AMOUNT, {"at_least": Measure.exact("10000000", "USD")}),
    "at_least, two units of mass": (AMOUNT, {"at_least": Measure.exact("5000", "metric_ton")}),
    "between, possibly": (
        AMOUNT,
        {
            "between": (Measure.exact(1, "percent"), Measure.exact(50, "percent")),
            "certainty": "possibly",
        },
    ),
}


def main() -> int:
    world = World()
    warm = FactList(world.facts, world)
    bound = Decimal(10_000_000)

    def ask(facts: Callable[[], FactList], keywords: dict[str, object]) -> Callable[[], object]:
        return lambda: facts().where(**keywords)  # type: ignore[arg-type]  # keywords of where

    def amounts() -> list[Fact]:
        return [
            fact
            for fact in world.facts
            if fact.measure is not None
            and fact.measure.unit == "USD"
            and fact.measure.low is not None
            and fact.measure.low >= bound
        ]

    work: dict[str, Callable[[], object]] = {
        "floor: comprehension over kinds": lambda: [
            f for f in world.facts if f.kind == "investment"
        ],
        "floor: comprehension over amounts": amounts,
    }
    limits = {}
    for name, (limit, keywords) in QUESTIONS.items():
        work[f"{name}, index built"] = ask(lambda: FactList(world.facts, world), keywords)
        work[f"{name}, asked again"] = ask(lambda: warm, keywords)
        limits[f"{name}, asked again"] = limit
    times = in_turn({name: timed(one, time.process_time) for name, one in work.items()}, ROUNDS)
    kept = report(f"where, {FACTS:,} facts", times, "floor: comprehension over kinds", limits)
    return int(not kept)


if __name__ == "__main__":
    raise SystemExit(main())
