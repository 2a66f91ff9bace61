"""Questions to facts: each key, the algebra of predicates, sums with units, links, typed errors."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal
from inspect import signature
from itertools import combinations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as hst

from coopdata import strategies as st
from coopdata.dataset import Dataset
from coopdata.errors import (
    ConversionError,
    InvalidValueError,
    RecordNotFoundError,
    UndecidedError,
    UnknownUnitError,
    UnreadableTextError,
)
from coopdata.model import (
    FACT_KINDS,
    STATUSES,
    Citation,
    Fact,
    Involvement,
    Link,
    Name,
    Organisation,
    Party,
    Person,
    Place,
)
from coopdata.query import KEYWORDS, Derived, FactList, Filters, P, Predicate
from coopdata.query._index import KEYS
from coopdata.values import Measure, Period

# -- a small world ------------------------------------------------------------------------------


def place(id: str, level: Any, country: str = "", region: str = "", inside: str = "") -> Place:
    links = (Link(kind="located_in", party=inside),) if inside else ()
    names = (Name(text=id.title(), language="en"),)
    return Place(id=id, names=names, level=level, country=country, region=region, links=links)


PARTIES: tuple[Party, ...] = (
    place("belarus", "country", "BY"),
    place("minsk-region", "region", "BY", "BY-MI"),
    place("rudensk", "town", "BY", "BY-MI"),
    place("plant", "site", inside="rudensk"),
    place("china", "country", "CN"),
    place("europe", "area"),
    Organisation(
        id="maz",
        names=(Name(text="МАЗ", language="ru"), Name(text="MAZ", language="en")),
        aliases=("Minsk Automobile Plant",),
        country="BY",
    ),
    Organisation(id="jac", names=(Name(text="JAC Motors", language="en"),), country="CN"),
    Person(id="li", names=(Name(text="Li", language="en"),), country="CN"),
)


def fact(id: str, **fields: Any) -> Fact:
    given: dict[str, Any] = {"kind": "trade", "gloss": "", "status": "actual"} | fields
    cited = given.pop("cited", f"words of {id}")
    citation = Citation(article_id="a", start=0, end=len(cited), quote=cited)
    return Fact(id=id, citations=(citation,), **given)


def involved(**roles: str) -> tuple[Involvement, ...]:
    return tuple(Involvement(party=party, role=role) for party, role in roles.items())


class World:
    """Records alone, without the texts that a `Dataset` would check them against."""

    articles = ()
    parties = PARTIES
    facts = (
        fact(
            "a.plant",
            kind="investment",
            parties=involved(jac="investor", maz="recipient"),
            place="plant",
            period=Period.year(2016),
            measure=Measure.exact("28000000", "USD"),
        ),
        fact(
            "a.more",
            kind="investment",
            status="planned",
            parties=involved(maz="investor", china="partner"),
            place="minsk-region",
            period=Period.since(Period.year(2018)),
            measure=Measure.more_than("5000", "USD"),
            said_by="li",
        ),
        fact("a.cargo", measure=Measure.about("2", "metric_ton"), period=Period.quarter(2015, 4)),
        fact("a.share", measure=Measure.between("10", "12", "percent"), place="belarus"),
        fact("a.limit", status="target", measure=Measure.at_most("5000", "kilogram")),
        fact("a.talk", kind="meeting", parties=involved(li="guest", maz="host"), place="china"),
    )


FACTS = FactList(World.facts, World())


def ids(facts: FactList) -> list[str]:
    return [fact.id.removeprefix("a.") for fact in facts]


# -- keys ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        ({}, ["plant", "more", "cargo", "share", "limit", "talk"]),
        ({"kind": "investment"}, ["plant", "more"]),
        ({"kind": ("meeting", "investment")}, ["plant", "more", "talk"]),
        ({"status": "target"}, ["limit"]),
        ({"basis": "stated", "kind": "meeting"}, ["talk"]),
        ({"said_by": "Li"}, ["more"]),
        ({"said_by": "", "kind": "investment"}, ["plant"]),
        ({"party": "maz"}, ["plant", "more", "talk"]),
        ({"party": "minsk automobile plant"}, ["plant", "more", "talk"]),
        ({"party": "МАЗ"}, ["plant", "more", "talk"]),
        ({"party": PARTIES[6]}, ["plant", "more", "talk"]),
        ({"party": "CN"}, ["plant", "more", "talk"]),
        ({"party": "CN", "role": "investor"}, ["plant"]),
        ({"party": "maz", "role": ("investor", "host")}, ["more", "talk"]),
        ({"role": "investor"}, ["plant", "more"]),
        ({"country": "Belarus"}, ["plant", "more", "share", "talk"]),
        ({"country": "CN"}, ["plant", "more", "talk"]),
        ({"place": "rudensk"}, ["plant"]),
        ({"place": "BY-MI"}, ["plant", "more"]),
        ({"place": "minsk-region"}, ["plant", "more"]),
        ({"place": "BY"}, ["plant", "more", "share"]),
        ({"place": "Belarus"}, ["plant", "more", "share"]),
        ({"place": "europe"}, []),
        ({"unit": "USD"}, ["plant", "more"]),
        ({"dimension": "money"}, ["plant", "more"]),
        ({"dimension": "[mass]"}, ["cargo", "limit"]),
        ({"dimension": "mass"}, ["cargo", "limit"]),
        ({"period": "2016"}, ["plant"]),
        ({"period": Period.between(Period.year(2015), Period.year(2016))}, ["plant", "cargo"]),
        ({"period": 2019}, ["more"]),
        ({"within": "2015"}, ["cargo"]),
        ({"before": "2016"}, ["cargo"]),
        ({"after": dt.date(2016, 12, 31)}, ["more"]),
        ({"since": "2016"}, ["plant", "more"]),
        ({"since": "2016-07"}, ["more"]),
        ({"since": "2016-07", "certainty": "possibly"}, ["plant", "more"]),
        ({"until": "2016"}, ["plant", "cargo"]),
        ({"until": "2018", "certainty": "possibly"}, ["plant", "more", "cargo"]),
        ({"at_least": "10 million USD"}, ["plant"]),
        ({"at_least": "10 million USD", "certainty": "possibly"}, ["plant", "more"]),
        ({"at_least": 5000, "unit": "USD"}, ["plant", "more"]),
        ({"more_than": Measure.exact(5000, "USD")}, ["plant", "more"]),
        ({"at_most": "5000 USD", "certainty": "possibly"}, []),
        ({"at_least": "1500 kilograms"}, ["cargo"]),
        ({"at_least": "1500 kilograms", "certainty": "possibly"}, ["cargo", "limit"]),
        ({"less_than": "3 metric tons"}, ["cargo"]),
        ({"between": ("1 percent", "50 percent")}, ["share"]),
        ({"between": ("11 percent", "50 percent")}, []),
        ({"between": ("11 percent", "50 percent"), "certainty": "possibly"}, ["share"]),
        ({"between": (Decimal("0.1"), Decimal("0.2"))}, ["share"]),
        ({"kind": None, "status": "target"}, ["limit"]),
    ],
)
def test_a_keyword_selects(keywords: dict[str, Any], expected: list[str]) -> None:
    assert expected == ids(FACTS.where(**keywords))


@pytest.mark.parametrize(
    ("predicate", "expected"),
    [
        (P.kind("investment") & P.party("CN") | ~P.status("planned", "actual"), 3),
        (~P.unit("USD") & ~P.kind("meeting"), 3),
        (P.anything(), 6),
        (~P.anything(), 0),
        (P.overlaps("2015") | P.at_least("1 USD"), 3),
    ],
)
def test_predicates_combine(predicate: Predicate, expected: int) -> None:
    assert expected == len(FACTS.where(predicate))


def test_a_predicate_is_a_value_that_shows_how_it_was_made() -> None:
    predicate = P.kind("investment") & (P.party("CN", role="investor") | ~P.status("planned"))

    assert "P.kind('investment') & (P.party('CN', role='investor') | ~P.status('planned'))" == repr(
        predicate
    )
    assert predicate == pickle.loads(pickle.dumps(predicate))
    assert predicate == eval(repr(predicate), {"P": P})


def test_predicates_refuse_and_or_not() -> None:
    with pytest.raises(TypeError, match=r"with & \| ~"):
        bool(P.kind("trade"))


# -- laws ---------------------------------------------------------------------------------------

PREDICATES = hst.recursive(
    hst.one_of(
        hst.builds(P.kind, hst.sampled_from(FACT_KINDS)),
        hst.builds(P.status, hst.sampled_from(STATUSES)),
        hst.builds(P.overlaps, st.periods()),
        hst.builds(
            P.at_least,
            st.measures(relations=["exact"]),
            certainty=hst.sampled_from(["certainly", "possibly"]),
        ),
    ),
    lambda inner: hst.one_of(
        hst.builds(lambda one, two: one & two, inner, inner),
        hst.builds(lambda one, two: one | two, inner, inner),
        hst.builds(lambda one: ~one, inner),
    ),
    max_leaves=4,
)


@given(dataset=st.datasets(), one=PREDICATES, two=PREDICATES)
def test_predicates_obey_the_algebra_of_sets(
    dataset: Dataset, one: Predicate, two: Predicate
) -> None:
    every = dataset.where()

    assert every.where(one).where(two) == every.where(one & two) == every.where(one, two)
    assert every.where(~(one & two)) == every.where(~one | ~two)
    assert {*every.where(one), *every.where(two)} == {*every.where(one | two)}
    assert len(every) == len(every.where(one)) + len(every.where(~one))
    assert every.where(one) == every.where(~~one)


MASSES = ["kilogram", "metric_ton", "gram"]


@given(
    stated=st.measures(units=[*MASSES, "USD"], max_value=10**6, min_value=-(10**6)),
    bound=st.measures(units=MASSES, relations=["exact"], max_value=10**6, min_value=-(10**6)),
)
def test_amounts_agree_with_compare(stated: Measure, bound: Measure) -> None:
    facts = FactList([fact("a.x", measure=stated)], World())
    for name, operator in (
        ("at_least", ">="),
        ("more_than", ">"),
        ("at_most", "<="),
        ("less_than", "<"),
    ):
        try:
            verdict = stated.compare(operator, bound)  # type: ignore[arg-type]  # one of the literals
        except ConversionError:
            verdict = "impossible"
        made = getattr(P, name)

        assert (verdict == "certain") == bool(facts.where(made(bound)))
        assert (verdict != "impossible") == bool(facts.where(made(bound, certainty="possibly")))


@given(dataset=st.datasets())
def test_groups_hold_every_fact_that_has_the_key(dataset: Dataset) -> None:
    every = dataset.where()
    for key in ("kind", "status", "article", "party", "unit", "period", "year", "country"):
        groups = every.group_by(key)

        assert {key: len(group) for key, group in groups.items()} == dict(every.count(by=key))
        for value, group in groups.items():
            assert [one for one in every if one in group] == list(group), value
    assert every == dataset.where().sort_by(lambda fact: 0)


def test_a_word_that_only_this_dataset_has_is_known_in_every_part_of_it() -> None:
    class Own(World):
        facts = (fact("a.x", kind="membership"), fact("a.y", kind="trade"))

    every = FactList(Own.facts, Own())

    assert ["x"] == ids(every.where(kind="membership"))
    assert [] == ids(every.where(kind="trade").where(kind="membership"))
    with pytest.raises(RecordNotFoundError, match="'membership'"):
        every.where(kind="memberships")


# -- aggregates ---------------------------------------------------------------------------------


def test_a_sum_adds_intervals_and_keeps_the_citations() -> None:
    total = FACTS.where(kind="investment").sum()

    assert Measure.more_than("28005000", "USD") == total.measure
    assert ("words of a.plant", "words of a.more") == tuple(one.quote for one in total.citations)
    assert "a.plant + a.more" == total.rule
    assert ("derived", ("a.plant", "a.more")) == (total.basis.kind, total.basis.sources)


def test_a_sum_converts_within_a_dimension() -> None:
    facts = [
        fact(f"a.{n}", measure=Measure.exact(n, unit), period=Period.year(2000 + n))
        for n, unit in enumerate(MASSES, 1)
    ]
    total = FactList(facts, World()).sum("kilogram")

    assert Measure.exact("2001.003", "kilogram") == total.measure


def test_a_sum_of_a_part_and_its_whole_is_refused() -> None:
    whole = fact("a.whole", kind="investment", measure=Measure.exact(28, "USD"))
    part = fact("a.part", measure=Measure.exact(18, "USD"), part_of="a.whole")
    inner = fact("a.inner", kind="supply", measure=Measure.exact(5, "USD"), part_of="a.part")

    class Parts(World):
        facts = (whole, part, inner)

    for chosen in ((whole, part), (inner, whole), (part, inner), (whole, part, inner)):
        with pytest.raises(ConversionError, match="the first is a part of the second; choose one"):
            FactList(chosen, Parts()).sum()
    assert Measure.exact(28, "USD") == FactList([whole], Parts()).sum().measure


PERIODS = hst.none() | st.periods(min_year=2000, max_year=2004)


@given(one=PERIODS, others=hst.lists(PERIODS, min_size=1, max_size=4))
def test_what_measures_the_same_is_added_where_its_times_are_apart_and_nowhere_else(
    one: Period | None, others: list[Period | None]
) -> None:
    periods = [one, *others]
    facts = [
        fact(f"a.{nth}", measure=Measure.exact(1, "USD"), period=period)
        for nth, period in enumerate(periods)
    ]
    apart = all(
        first is not None
        and second is not None
        and (first.is_before(second) or second.is_before(first))
        for first, second in combinations(periods, 2)
    )
    try:
        total = FactList(facts, World()).sum()
    except ConversionError as err:
        assert "not apart; choose one" in str(err)  # noqa: PT017  # both answers have a law
        assert not apart
    else:
        assert Measure.exact(len(periods), "USD") == total.measure
        assert apart


def test_a_sum_of_mixed_dimensions_is_refused() -> None:
    with pytest.raises(ConversionError):
        FACTS.sum()


def test_a_sum_of_two_currencies_is_refused() -> None:
    facts = [fact(f"a.{unit}", measure=Measure.exact(1, unit)) for unit in ("USD", "EUR")]
    with pytest.raises(ConversionError, match="USD"):
        FactList(facts, World()).sum()


def test_a_sum_of_nothing_is_refused() -> None:
    with pytest.raises(ConversionError, match="none of the facts has a measure"):
        FACTS.where(kind="meeting").sum()


def test_what_is_derived_keeps_the_words_it_came_from(ds: Dataset) -> None:
    pace = Derived.of(ds.fact("allurgroup-jac.output")) / Measure.exact(10, "month")
    capacity = ds.fact("allurgroup-jac.capacity")
    used = pace / capacity

    assert Measure.exact("6422.4", "vehicle/year") == pace.to("vehicle/year").measure
    assert Decimal("64.224") == used.to("percent").measure.value
    assert {*ds.fact("allurgroup-jac.output").citations, *capacity.citations} == {*used.citations}
    assert "(allurgroup-jac.output / 10 month) / allurgroup-jac.capacity" == used.rule


def test_a_fact_without_a_measure_has_nothing_to_compute_with() -> None:
    with pytest.raises(UndecidedError, match=r"a\.talk"):
        Derived.of(World.facts[-1])


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("id", ["cargo", "limit", "more", "plant", "share", "talk"]),
        ("period", ["cargo", "plant", "more", "share", "limit", "talk"]),
        ("kind", ["plant", "more", "talk", "cargo", "share", "limit"]),
        (lambda fact: -len(fact.id), ["plant", "cargo", "share", "limit", "more", "talk"]),
    ],
)
def test_sorting_puts_what_lacks_the_key_last(key: Any, expected: list[str]) -> None:
    assert expected == ids(FACTS.sort_by(key))


def test_sorting_by_measure_needs_one_dimension() -> None:
    assert ["more", "plant"] == ids(FACTS.where(unit="USD").sort_by("measure"))
    assert ["plant", "more"] == ids(FACTS.where(unit="USD").sort_by("measure", descending=True))
    assert ["limit", "cargo"] == ids(FACTS.where(dimension="mass").sort_by("measure"))
    with pytest.raises(ConversionError):
        FACTS.sort_by("measure")


def test_first_and_last_take_an_order_or_the_list_as_it_is() -> None:
    assert World.facts[0] == FACTS.first()
    assert World.facts[-1] == FACTS.last()
    assert "a.cargo" == getattr(FACTS.first("period"), "id", None)
    assert "a.more" == getattr(FACTS.last("period"), "id", None)
    assert FACTS.where(status="proposed").first() is None


# -- links --------------------------------------------------------------------------------------


def test_links_say_who_cooperates_with_whom_where_and_since_when() -> None:
    by_parties = {one.parties: one for one in FACTS.links()}
    jac_maz = by_parties["jac", "maz"]

    assert (("investor",), ("recipient",)) == jac_maz.roles
    assert (("plant",), Period.year(2016)) == (jac_maz.places, jac_maz.since)
    assert ("words of a.plant",) == tuple(one.quote for one in jac_maz.citations)
    assert by_parties["china", "maz"].since is None, "a plan is no beginning"
    assert ("li", "maz") in by_parties, "a person is a partner in talks"


def test_links_of_countries_join_all_their_parties() -> None:
    (one,) = FACTS.links(by="country")

    assert ("BY", "CN") == one.parties
    assert ["a.plant", "a.more", "a.talk"] == [fact.id for fact in one.facts]


def test_a_region_is_asked_for_by_its_code_whether_or_not_it_is_named(ds: Dataset) -> None:
    for code in {one.region for one in ds.parties if isinstance(one, Place)} - {""}:
        inside = {one.id for one in ds.parties if getattr(one, "region", "") == code}

        assert {fact.place for fact in ds.where(place=code)} <= inside
        assert all(fact in ds.where(place=code) for fact in ds.facts if fact.place in inside)
    assert ["orsha-region"] * 2 == [fact.place for fact in ds.where(place="BY-VI")]


def test_links_speak_only_of_what_the_sources_say(ds: Dataset) -> None:
    every = ds.where(derived=True).links()
    said = {
        (fact.id, one.part.partition(":")[2])
        for fact in ds.facts
        for one in fact.supports
        if one.citation is not None
    }

    assert ds.where().links() == every
    for link in every:
        assert all((fact.id, party) in said for fact in link.facts for party in link.parties)


def test_the_shipped_dataset_links_countries_with_citations(ds: Dataset) -> None:
    found = ds.where().links(by="country")

    assert ("CN", "KZ") in {one.parties for one in found}
    assert all(one.citations for one in found)


# -- errors -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keywords", "error", "words"),
    [
        ({"kind": "investmnt"}, RecordNotFoundError, "'investment'"),
        ({"status": "actul"}, RecordNotFoundError, "'actual'"),
        ({"basis": "statd"}, RecordNotFoundError, "'stated'"),
        ({"role": "investr"}, RecordNotFoundError, "'investor'"),
        ({"party": "mz"}, RecordNotFoundError, "'MAZ'"),
        ({"party": "maz", "role": "hots"}, RecordNotFoundError, "'host'"),
        ({"said_by": "Lee"}, RecordNotFoundError, "'Lee'"),
        ({"place": "rudnsk"}, RecordNotFoundError, "'Rudensk'"),
        ({"country": "Belrus"}, RecordNotFoundError, "'Belarus'"),
        ({"article": "b"}, RecordNotFoundError, "no article has the id 'b'"),
        ({"language": "xx"}, RecordNotFoundError, "'xx'"),
        ({"unit": "kilogramm"}, UnknownUnitError, "'kilogram'"),
        ({"dimension": "mas"}, RecordNotFoundError, r"'\[mass\]'"),
        ({"at_least": "ten of them, maybe"}, UnreadableTextError, "'ten of them, maybe'"),
        ({"at_least": Measure.about(1, "USD")}, UndecidedError, "about 1 USD"),
        ({"since": "20x"}, UnreadableTextError, "EDTF"),
        ({"since": Period.until(Period.year(2016))}, UndecidedError, "beginning"),
        ({"period": "2017-13"}, UnreadableTextError, "2017-13"),
        ({"at_least": "1 USD", "certainty": "maybe"}, RecordNotFoundError, "'certainly'"),
        ({"kinds": "trade"}, TypeError, "'kind'"),
    ],
)
def test_what_is_not_known_is_named_with_the_nearest(
    keywords: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        FACTS.where(**keywords)


@pytest.mark.parametrize("ask", [FACTS.group_by, FACTS.sort_by, FACTS.count])
def test_an_unknown_key_is_named(ask: Any) -> None:
    with pytest.raises(RecordNotFoundError, match="'staus'"):
        ask("staus")


# -- a sequence that nothing changes ------------------------------------------------------------


def test_a_fact_list_is_a_sequence() -> None:
    assert list(World.facts) == list(FACTS)
    assert World.facts == FACTS
    assert hash(World.facts) == hash(FACTS)
    assert World.facts[1:3] == FACTS[1:3]
    assert isinstance(FACTS[1:3], FactList)
    assert World.facts[-1] == FACTS[-1]
    assert World.facts[0] in FACTS
    assert FACTS != list(World.facts)
    assert "<FactList of 6: a.plant, a.more, a.cargo, …>" == repr(FACTS)


def test_a_fact_list_pickles_with_its_facts_tied_to_its_dataset(ds: Dataset) -> None:
    facts = ds.where(kind="investment")

    again = pickle.loads(pickle.dumps(facts))

    assert facts == again
    assert all(fact.dataset is again.dataset for fact in again)


def test_no_way_through_the_public_interface_changes_a_dataset(ds: Dataset) -> None:
    before = pickle.dumps(ds)
    facts = ds.where(kind="investment")
    for change in (
        lambda: setattr(ds, "facts", ()),
        lambda: delattr(ds, "facts"),
        lambda: setattr(ds.facts[0], "kind", "x"),
        lambda: setattr(ds.articles[0], "text", ""),
        lambda: setattr(ds.facts[0].citations[0], "quote", ""),
        lambda: setattr(facts, "dataset", None),
        lambda: setattr(facts, "_facts", ()),
        lambda: delattr(facts, "_facts"),
        lambda: facts.__setitem__(0, None),  # type: ignore[attr-defined]  # that is the point
        lambda: facts.group_by("kind").__setitem__("x", facts),  # type: ignore[index]  # as above
        lambda: facts.count("kind").__setitem__("x", 1),  # type: ignore[index]  # as above
    ):
        with pytest.raises((AttributeError, TypeError)):
            change()
    measure = facts[0].measure
    assert measure is not None
    quantity = measure.quantity()
    quantity *= 2

    assert before == pickle.dumps(ds)
    assert all(hash(record) for record in (*ds.articles, *ds.parties, *ds.facts))


@given(dataset=st.datasets())
def test_every_value_in_a_dataset_is_immutable(dataset: Dataset) -> None:
    assert isinstance(hash(dataset), int)
    for one in dataset.facts:
        assert one == evolve(one)


def test_every_list_of_keys_says_what_the_table_of_keywords_says() -> None:
    names = {name for name, keyword in KEYWORDS.items() if keyword.takes == "names"}

    assert [*Filters.__annotations__] == [*KEYWORDS, "certainty"]
    assert all(callable(getattr(P, keyword.makes)) for keyword in KEYWORDS.values())
    assert KEYS.keys() == names | {"period", "year"}
    for keyword in KEYWORDS.values():
        taken = signature(getattr(P, keyword.makes)).parameters
        assert keyword.certainty == ("certainty" in taken), keyword


@pytest.mark.parametrize("name", ["kind", "party", "unit", "dimension", "language", "article"])
def test_a_name_that_is_no_text_is_refused_with_the_error_of_the_tree(
    name: str, ds: Dataset
) -> None:
    for wrong in (5, (5,), [None]):
        with pytest.raises(InvalidValueError):
            ds.where(**{name: wrong})  # type: ignore[misc]  # that is the point


def test_lists_of_facts_are_joined_and_cut_like_sets() -> None:
    every, some = FACTS, FACTS[:2]

    assert every == some | every[2:] == every | some
    assert some == every & some == some & every
    assert every[2:] == every - some
    assert 0 == len(some - every)
