"""Nothing unsupported passes the build: a seed that says more than its words do is refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coopdata import errors, load
from coopdata._notes import Notes, read_toml
from coopdata.corpus import _articles, _supports
from coopdata.corpus._build import cues_in, reads
from coopdata.corpus._parties import party_names
from coopdata.corpus._schema import FactSeed, PartiesSeed, QuoteSeed
from coopdata.model import STATUSES, SUPPORTS, Fact, Support
from coopdata.values import Measure, Span
from support import REPO

FOLDER = REPO / "seeds"
FACTS = load().facts


@cache
def sources() -> dict[str, tuple[_articles.Read, _supports.Source]]:
    """Return each article's seed with what its facts may rest on."""
    notes = Notes("seeds")
    parties = read_toml(FOLDER / "parties.toml", PartiesSeed, notes)
    assert parties is not None
    names = party_names(parties)
    cues = cues_in(FOLDER, notes.problems)
    made = {}
    for read in reads(FOLDER, notes.problems):
        article = _articles.article(read, names)
        assert article is not None
        of = cues[article.language]
        made[read.id] = read, _supports.source(article, read.seed, names, of, read.notes)
    assert [] == notes.problems
    return made


def seed_of(fact: Fact) -> FactSeed:
    read, _ = sources()[fact.article_id]
    return next(one for one in read.seed.facts if f"{read.id}.{one.id}" == fact.id)


def told(fact: Fact, **changes: object) -> list[str]:
    """Return what the build says of the fact's seed with some fields changed."""
    read, source = sources()[fact.article_id]
    # the facts that it starts from, or is a part of, are right: they are made from their own seeds
    seed = evolve(seed_of(fact), sources=(), part_of="", **changes)
    notes = Notes("x")
    alone = evolve(read, seed=evolve(read.seed, facts=(seed,)), notes=notes)
    _articles.facts(alone, source)
    return notes.problems


def parts(*kinds: str) -> Iterator[tuple[Fact, Support]]:
    """Yield every fact with each of its parts whose support is of those kinds."""
    for fact in FACTS:
        for one in fact.supports:
            if one.kind in kinds:
                yield fact, one


def name_of(value: object) -> str | None:
    return value.id if isinstance(value, Fact) else getattr(value, "part", None)


SUPPORTED = [*parts("stated", "resolved")]
INVOLVED = [(fact, one) for fact, one in SUPPORTED if ":" in one.part]
OTHERS = [one.id for one in load().parties]


@pytest.mark.parametrize("fact", FACTS, ids=name_of)
def test_every_part_of_a_shipped_fact_has_its_support(fact: Fact) -> None:
    assert [] == told(fact)
    assert fact.parts == tuple(one.part for one in fact.supports)
    for part in fact.parts:
        words = fact.support(part).citation
        assert words is None or words.quote in fact.article.text


def test_what_stands_in_the_cited_words_is_not_inferred(ds: object) -> None:
    counted = {kind: len([*parts(kind)]) for kind in SUPPORTS}

    assert counted["stated"] > counted["resolved"] > counted["inferred"] > 0


@given(case=st.sampled_from(INVOLVED), other=st.sampled_from(OTHERS))
def test_a_party_that_no_cited_word_names_is_refused(
    case: tuple[Fact, Support], other: str
) -> None:
    fact, one = case
    role, _, party = one.part.partition(":")
    named = {name.party for name in fact.article.names}  # nor is it by a description
    read = {who for words in sources()[fact.article_id][0].seed.resolves.values() for who in words}
    if other in named | read | {party}:
        return
    changed = dict(seed_of(fact).parties)
    changed[role] = tuple(other if who == party else who for who in changed[role])

    assert any(f"no cited word names '{other}'" in line for line in told(fact, parties=changed))


@pytest.mark.parametrize(
    ("fact", "one"), [case for case in SUPPORTED if case[1].part == "place"], ids=name_of
)
def test_a_place_that_no_cited_word_names_is_refused(fact: Fact, one: Support) -> None:
    assert any("no cited word names 'alabuga'" in line for line in told(fact, place="alabuga")) is (
        fact.place != "alabuga"
    )


@pytest.mark.parametrize(
    ("fact", "one"), [case for case in SUPPORTED if case[1].part == "said_by"], ids=name_of
)
def test_a_speaker_that_no_cited_word_names_is_refused(fact: Fact, one: Support) -> None:
    assert any("no cited word names 'unesco'" in line for line in told(fact, said_by="unesco"))
    assert told(fact, said_by="") == [] or sources()[fact.article_id][1].speech(
        fact.citations[0].span
    )


@pytest.mark.parametrize(
    ("fact", "one"), [case for case in SUPPORTED if case[1].part == "measure"], ids=name_of
)
@pytest.mark.parametrize("unit", ["EUR", "tractor", "kilogram", "vehicle/day"])
def test_a_measure_in_a_unit_that_the_words_do_not_have_is_refused(
    fact: Fact, one: Support, unit: str
) -> None:
    assert fact.measure is not None
    changed = str(evolve(fact.measure, unit=unit))

    assert any("no mention in the cited words is" in line for line in told(fact, measure=changed))


@pytest.mark.parametrize(
    ("fact", "one"), [case for case in SUPPORTED if case[1].part == "measure"], ids=name_of
)
def test_a_measure_with_another_bound_is_refused(fact: Fact, one: Support) -> None:
    assert fact.measure is not None
    for changed in (Measure.at_most(fact.measure.high or 7, fact.measure.unit), "1 item"):
        assert any(
            "no mention in the cited words is" in line for line in told(fact, measure=str(changed))
        )


@pytest.mark.parametrize(
    ("fact", "one"), [case for case in SUPPORTED if case[1].part == "period"], ids=name_of
)
def test_a_period_that_the_words_do_not_state_is_refused(fact: Fact, one: Support) -> None:
    assert told(fact, period="2011-11")


@pytest.mark.parametrize(
    ("fact", "one"), [case for case in SUPPORTED if case[1].part == "change"], ids=name_of
)
def test_a_change_the_other_way_is_refused(fact: Fact, one: Support) -> None:
    assert told(fact, change="decrease" if fact.change == "increase" else "increase")


@pytest.mark.parametrize(
    ("fact", "one"),
    [case for case in parts("stated") if case[1].part == "status"],
    ids=name_of,
)
def test_what_was_meant_to_be_is_not_told_as_what_is(fact: Fact, one: Support) -> None:
    for other in STATUSES:
        if fact.status == "actual" or other == "actual":
            assert bool(told(fact, status=other)) is (other != fact.status), other


@pytest.mark.parametrize("fact", FACTS, ids=name_of)
def test_a_fact_without_its_quote_is_refused(fact: Fact) -> None:
    assert told(fact, quote="", context="", cites=())


@pytest.mark.parametrize("fact", [one for one in FACTS if seed_of(one).cites], ids=name_of)
def test_a_fact_without_words_that_name_a_part_is_refused(fact: Fact) -> None:
    seed = seed_of(fact)
    for number, cite in enumerate(seed.cites):
        kept: tuple[QuoteSeed, ...] = seed.cites[:number] + seed.cites[number + 1 :]
        rests = any(one.citation and one.citation.quote in cite.quote for one in fact.supports)
        alone = not any(one.quote == cite.quote for one in kept) and cite.quote not in seed.quote
        if rests and alone and fact.id not in CORROBORATED:
            assert told(fact, cites=kept), cite.quote


#: Facts that quote a second place that says the same.
CORROBORATED = {
    "allurgroup-jac.holding",
    "osipovichi-avtotor.published",
    "osipovichi-avtotor.russian-korean",
    "kursk-trade.previous-trade",
}


@pytest.mark.parametrize(("fact", "one"), list(parts("inferred")), ids=name_of)
def test_a_part_that_no_words_say_is_refused_without_its_reason(fact: Fact, one: Support) -> None:
    left = {part: why for part, why in seed_of(fact).inferred.items() if part != one.part}
    # the place may be named in the cited words, which do not say that it is there
    named = {name.party for name in fact.article.names if _is_cited(name.span, fact)}
    named |= {involved.party for involved in fact.parties}

    if one.part != "place" or fact.place not in named:
        assert any(f".{one.part}: " in line for line in told(fact, inferred=left))


def _is_cited(span: Span, fact: Fact) -> bool:
    return any(span.overlaps(whole.span) for whole in fact.citations)


def test_a_reason_for_a_part_that_the_fact_has_not_is_refused() -> None:
    fact = load().fact("kamaz-turkey.visit")

    (line,) = told(fact, inferred={"measure": "it must have been long"})
    assert "inferred.measure: the fact has no such part; it has guest:sergey-kogogin" in line


def test_a_reading_of_words_that_are_not_cited_is_refused() -> None:
    fact = load().fact("kamaz-turkey.visit")

    (line,) = told(fact, resolves={"our republic": ("tatarstan",)})
    assert "the cited words have these nowhere" in line


# -- the record -----------------------------------------------------------------------------------


def test_a_part_that_a_fact_has_not_is_refused_with_those_it_has() -> None:
    fact = load().fact("kursk-trade.trade-2017")
    with pytest.raises(
        errors.RecordNotFoundError, match=r"no part of kursk-trade\.trade-2017"
    ) as why:
        fact.support("x")

    assert fact.parts == why.value.nearest
    assert ("partner:belarus", "partner:kursk-oblast", "period", "measure", "status") == fact.parts


def test_a_support_is_words_or_a_reason() -> None:
    with pytest.raises(errors.InvalidValueError, match="words or on a reason"):
        Support(part="place")


@pytest.mark.parametrize("fact", FACTS[:3], ids=name_of)
def test_a_fact_refuses_supports_that_are_not_its_own(fact: Fact) -> None:
    one = fact.supports[0]
    elsewhere = FACTS[-1].citations[0]
    said = fact.citations[0]
    misquoted = evolve(said, quote="x" * len(said.quote))
    for wrong in (
        (one, one),
        (evolve(one, part="horizon"),),
        (evolve(one, citation=elsewhere),),
        (evolve(one, citation=misquoted),),
    ):
        with pytest.raises(errors.InvalidValueError):
            evolve(fact, supports=wrong)


def test_what_nobody_wrote_down_is_undecided() -> None:
    fact = evolve(FACTS[0], supports=())
    with pytest.raises(errors.UndecidedError, match="write it down in its supports"):
        fact.support("status")
