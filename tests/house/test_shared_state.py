"""What the library hands out is nobody's to write to: one caller changes nothing for another."""

from __future__ import annotations

import copy
import datetime as dt
import inspect
import tempfile
import types
from collections import deque
from collections.abc import Callable, Iterator, Mapping, MutableMapping, MutableSequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import Dataset, FactList, errors, strategies, units
from coopdata._fixed import Fixed, tuple_of
from coopdata.model import Fact
from support import REPO

MUTABLE = (list, dict, set, bytearray, deque, MutableMapping, MutableSequence)
LEAVES = (str, bytes, int, float, Decimal, type(None), types.FunctionType, types.MethodType)
DS = cd.load()
FACT = DS.fact("kursk-trade.trade-2017")
ARTICLE = DS.article("kursk-trade")
TEXT = "about 5 million dollars in May 2017"


def inside(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield what a caller can reach from a value without asking for anything private."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from ((f"[{key!r}]", held), (f".key({key!r})", key))
    elif isinstance(value, tuple | frozenset | FactList):
        yield from ((f"[{at}]", held) for at, held in enumerate(value))
    if isinstance(value, Dataset):
        tables = ("articles", "parties", "facts", "terms")
        yield from (("." + name, getattr(value, name)) for name in tables)
    if isinstance(value, type | types.ModuleType) or hasattr(value, "__dict__"):
        names = vars(value)
    else:
        names = dict.fromkeys(name for kind in type(value).__mro__ for name in slots(kind))
    for name in names:
        if not name.startswith("_") and name not in ("Any", "annotations"):
            yield f".{name}", getattr(value, name, None)


def slots(kind: type) -> tuple[str, ...]:
    found = kind.__dict__.get("__slots__", ())
    return (found,) if isinstance(found, str) else tuple(found)


def mutable(value: Any, path: str, seen: dict[int, Any] | None = None) -> Iterator[str]:
    """Yield the path of every container in a value that can be changed."""
    seen = {} if seen is None else seen
    if id(value) in seen or isinstance(value, LEAVES):
        return
    seen[id(value)] = value
    if isinstance(value, MUTABLE):
        yield path
    elif type(value).__module__.startswith(("coopdata", "builtins", "types")):
        for name, held in inside(value):
            yield from mutable(held, path + name, seen)


def modules() -> dict[str, types.ModuleType]:
    named = {name: getattr(cd, name) for name in cd.__all__}
    return {name: one for name, one in named.items() if isinstance(one, types.ModuleType)}


PUBLIC = {
    f"{home}.{name}": getattr(module, name)
    for home, module in modules().items()
    for name in module.__all__
}


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_no_public_name_leads_to_a_container_that_can_be_changed(name: str) -> None:
    assert [] == list(mutable(PUBLIC[name], name))


# -- answers ------------------------------------------------------------------------------------


def drafted() -> cd.corpus.Draft:
    """Return what is written down of an article of a project that is made for it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "mine"
        cd.corpus.new(home)
        made = cd.corpus.add(home, "It invested 5 USD.", locale="en", published="2017")
        return cd.corpus.draft_article(home, made)


def packed() -> tuple[str, ...]:
    """Return the files of a package that is made for it."""
    with tempfile.TemporaryDirectory() as folder:
        return cd.exports.package(Dataset(), Path(folder) / "mine")


def decided() -> cd.corpus.Decided:
    """Return what is decided of an article of a project that is made for it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "mine"
        cd.corpus.new(home)
        made = cd.corpus.add(home, "It invested 5 USD.", locale="en", published="2017")
        cd.corpus.draft_article(home, made)
        return cd.corpus.decide(home, made, cd.corpus.decisions(home, made))


#: An answer of every public function that gives more than a text, a number or a strategy.
ANSWERS: dict[str, Callable[[], Any]] = {
    "charts.graph": lambda: cd.charts.graph(cd.load()),
    "exports.package": packed,
    "corpus.build": lambda: cd.corpus.build(REPO / "seeds"),
    "corpus.check_claims": lambda: cd.corpus.check_claims(TEXT, [{"quote": "5"}], locale="en"),
    "corpus.decide": decided,
    "corpus.diff": lambda: cd.corpus.diff(Dataset(), cd.load()),
    "corpus.draft": lambda: cd.corpus.draft("It invested 5 USD.", locale="en"),
    "corpus.draft_article": drafted,
    "dataset.load": cd.load,
    "display.cells": lambda: cd.display.cells(FACT, "en"),
    "display.headings": lambda: cd.display.headings(cd.display.HEADINGS, "en"),
    "display.view": lambda: cd.display.view(FACT),
    "display.sentence": lambda: cd.display.sentence(ARTICLE, FACT.citations[0]),
    "evaluation.evaluate": lambda: cd.evaluate(
        lambda text, **_: [], gold=list(cd.evaluation.shipped_gold()[:5])
    ),
    "evaluation.gold_lines": lambda: cd.evaluation.shipped_gold()[:3],
    "evaluation.shipped_gold": cd.evaluation.shipped_gold,
    "extract.explain": lambda: cd.extract.explain(TEXT, locale="en"),
    "extract.mentions": lambda: cd.extract.mentions(TEXT, locale="en"),
    "extract.stream": lambda: tuple(cd.extract.stream([TEXT], locale="en")),
    "frames.from_arrow": lambda: cd.frames.from_arrow(cd.frames.to_arrow(cd.load())),
    "fx.exchange": lambda: cd.fx.exchange(
        cd.Measure.exact(5, "USD"), "KZT", on=dt.date(2017, 12, 5), rates=cd.fx.official()
    ),
    "fx.official": cd.fx.official,
    "model.kind_of": lambda: cd.model.kind_of("USD"),
    "normalize.measure": lambda: cd.normalize.measure("about 5 km", locale="en"),
    "normalize.money": lambda: cd.normalize.money("5 USD", locale="en"),
    "normalize.number": lambda: cd.normalize.number("5", locale="en"),
    "normalize.organisation": lambda: cd.normalize.organisation("ООО Заря", locale="ru"),
    "normalize.same_organisation": lambda: cd.normalize.same_organisation("Заря", "Zarya"),
    "normalize.same_person": lambda: cd.normalize.same_person("Ли Кэцян", "Li Keqiang"),
    "normalize.percent": lambda: cd.normalize.percent("5 %", locale="en"),
    "normalize.period": lambda: cd.normalize.period("May 2017", locale="en"),
    "normalize.person": lambda: cd.normalize.person("Mr Smith", locale="en"),
    "normalize.place": lambda: cd.normalize.place("Kursk Region", locale="en"),
    "query.matching": lambda: cd.query.matching(kind=["trade", "visit"], party=["CN"]),
    "reader.Reader": lambda: cd.Reader(locale="en", words=REPO / "examples" / "words"),
    "reader.Reader.mentions": lambda: cd.Reader(locale="en").mentions(TEXT),
    "reader.Reader.units": lambda: cd.Reader(locale="en", words=REPO / "examples" / "words").units,
    "serde.from_json": lambda: cd.serde.from_json(cd.serde.to_json(Dataset())),
    "serde.from_jsonl": lambda: cd.serde.from_jsonl(cd.serde.to_jsonl(Dataset())),
    "serde.from_tree": lambda: cd.serde.from_tree(cd.serde.to_tree(FACT), Fact),
    "units.components": lambda: units.components("vehicle/year"),
    "units.convert": lambda: units.convert(Decimal(1), "mile", "kilometer"),
    "units.dimensions": lambda: units.dimensions("kilometer/hour"),
    "units.divide": lambda: units.divide("vehicle", "month"),
    "units.factor": lambda: units.factor("mile"),
    "units.meant": lambda: units.meant(["year", "year_person"]),
    "units.international": units.international,
    "units.settled": lambda: units.settled("zh"),
    "units.multiply": lambda: units.multiply("vehicle", "month"),
    "web_annotations.from_jsonld": lambda: cd.web_annotations.from_jsonld(
        cd.web_annotations.to_jsonld(ARTICLE), ARTICLE
    ),
    "FactList.count": lambda: FactList(DS.facts, DS).count("kind"),
    "FactList.group_by": lambda: FactList(DS.facts, DS).group_by("kind"),
    "FactList.links": lambda: FactList(DS.facts, DS).links(),
    "FactList.search": lambda: FactList(DS.facts, DS).search("Kamaz"),
    "FactList.sum": lambda: DS.where(unit="USD", kind="investment", party="TR").sum(),
}
#: Those whose answers are plain trees, made anew for each caller.
TREES: dict[str, Callable[[], Any]] = {
    "frames.plain": lambda: cd.frames.plain(cd.frames.rows(DS)[0]),
    "frames.rows": lambda: cd.frames.rows(DS),
    "serde.json_schema": cd.serde.json_schema,
    "serde.record_schema": lambda: cd.serde.record_schema(cd.Period),
    "serde.parse_json": lambda: cd.serde.parse_json('{"a": [1, {"b": []}]}'),
    "serde.to_tree": lambda: cd.serde.to_tree(FACT),
    "web_annotations.annotation": lambda: cd.web_annotations.annotation(
        ARTICLE, ARTICLE.mentions[0]
    ),
    "web_annotations.collection": lambda: cd.web_annotations.collection([ARTICLE]),
}
#: Those that hand over objects of another library, or code.
OTHERS = {
    *(
        f"batch.{name}"
        for name in ("mentions", "normalize", "on_dask", "on_duckdb", "on_polars", "read")
    ),
    "frames.parse",
    "frames.where",
    *(f"charts.{name}" for name in ("compare", "map", "timeline")),
    "display.rich_table",
    "exports.spacy_doc",
    "spark.mentions",
    "spark.read",
    *(f"frames.to_{name}" for name in ("arrow", "duckdb", "pandas", "pint", "polars", "spark")),
    *(f"units.{name}" for name in ("converter", "quantity", "registry")),
}
PLAIN = ("str", "bool", "int", "None")


def test_every_public_function_is_looked_at() -> None:
    asked = {
        name
        for name, one in PUBLIC.items()
        if callable(one)
        and not isinstance(one, type)
        and not isinstance(one, types.GenericAlias)
        and hasattr(one, "__annotations__")
        and (told := str(inspect.signature(one).return_annotation).strip("'")) not in PLAIN
        and "SearchStrategy" not in told
    }

    assert asked <= {*ANSWERS, *TREES, *OTHERS}


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_no_answer_holds_a_container_that_can_be_changed(name: str) -> None:
    assert [] == list(mutable(ANSWERS[name](), name))


def spoil(tree: Any) -> None:
    """Change everything in a tree that can be changed."""
    for held in tree.values() if isinstance(tree, dict) else tree:
        if isinstance(held, dict | list | tuple):
            spoil(held)
    if isinstance(tree, dict | list):
        tree.clear()


@pytest.mark.parametrize("name", sorted(TREES))
def test_a_tree_belongs_to_the_caller(name: str) -> None:
    before = copy.deepcopy(TREES[name]())
    spoil(TREES[name]())

    assert before == TREES[name]()


# -- what one hands in --------------------------------------------------------------------------


@given(strategies.datasets())
def test_a_record_keeps_no_container_of_the_caller(dataset: Dataset) -> None:
    for record in (*dataset.articles, *dataset.parties, *dataset.facts):
        for name in (one.name for one in attrs.fields(type(record))):
            held = getattr(record, name)
            if isinstance(held, tuple):
                lent = [*held]
                made = attrs.evolve(record, **{name: lent})
                lent.append("more")

                assert record == made
                assert hash(record) == hash(made)
                assert held == getattr(attrs.evolve(record, **{name: iter(held)}), name)


@pytest.mark.parametrize("given_", ["quote", b"quote", 5, [5], ["quote"], None])
def test_what_is_no_list_of_citations_is_refused(given_: Any) -> None:
    with pytest.raises(TypeError):
        attrs.evolve(FACT, citations=given_)


@given(st.lists(st.integers()))
def test_a_tuple_is_of_one_kind(numbers: list[int]) -> None:
    assert tuple(numbers) == tuple_of(int, iter(numbers))
    with pytest.raises(TypeError, match="expected several of int, got 'x' among them"):
        tuple_of(int, [*numbers, "x"])  # type: ignore[list-item]  # that is the point


def test_making_a_dataset_again_empties_nothing() -> None:
    before = cd.serde.to_json(DS)
    facts = DS.where(kind="trade")
    count = len(facts)
    for held in (DS, facts, units.dimensions("USD")):
        held.__init__()  # type: ignore[misc]  # nobody should, and it does no harm

    assert before == cd.serde.to_json(cd.load())
    assert count == len(facts) == len(DS.where(kind="trade"))
    assert {"[currency_USD]": 1} == units.dimensions("USD")


# -- mappings -----------------------------------------------------------------------------------


@given(st.dictionaries(st.text(), st.integers()))
def test_a_fixed_mapping_is_the_mapping_it_was_made_of(held: dict[str, int]) -> None:
    before = dict(held)
    made = Fixed(held)
    held["more"] = 1

    assert before == made == Fixed(before)
    assert list(before.items()) == list(made.items())
    assert len(before) == len(made)
    assert hash(made) == hash(Fixed(dict(reversed(before.items()))))
    for change in (
        lambda: made.__setitem__("x", 1),  # type: ignore[attr-defined]  # that is the point
        lambda: setattr(made, "_held", {}),
        lambda: delattr(made, "_held"),
        lambda: made._held.clear(),  # type: ignore[attr-defined]  # as above
    ):
        with pytest.raises((AttributeError, TypeError)):
            change()
    assert before == made


@pytest.mark.parametrize(
    "held", [units.UNITS["kilowatt"].dims, units.dimensions("vehicle/year"), units.UNITS]
)
def test_dimensions_cannot_be_written_to(held: Any) -> None:
    with pytest.raises((AttributeError, TypeError)):
        held["[length]"] = 5
    with pytest.raises((AttributeError, TypeError)):
        del held[next(iter(held))]

    assert Decimal(5000) == cd.Measure.exact("5", "metric_ton").to("kilogram").value


# -- the registry that all share ----------------------------------------------------------------


def rate(registry: Any) -> pint.Context:
    """Return a context in which dollars become euros."""
    context = pint.Context("rates")
    context.add_transformation(
        "[currency_USD]", "[currency_EUR]", lambda _, value: value * registry.Quantity(1, "EUR/USD")
    )
    return context


def test_nobody_gives_the_shared_registry_another_meaning() -> None:
    shared: Any = units.registry()
    dollars = cd.Measure.exact("5", "USD").quantity()
    for change in (
        lambda: shared.add_context(rate(shared)),
        lambda: shared.enable_contexts("sp"),
        lambda: shared.enable_contexts(rate(shared)),
        lambda: shared.context("sp").__enter__(),
        lambda: dollars.to("EUR", rate(shared)),
        lambda: shared.define("USD = 0.9 * EUR"),
        lambda: shared.load_definitions(["euro = EUR"]),
    ):
        with pytest.raises(errors.ConversionError, match=r"units\.define_in on a registry of your"):
            change()
    with pytest.raises(pint.DimensionalityError):
        dollars.to("EUR")


def test_a_registry_of_ones_own_takes_contexts() -> None:
    mine: Any = pint.UnitRegistry(non_int_type=Decimal)
    units.define_in(mine)
    mine.add_context(rate(mine))
    with mine.context("rates"):
        euros = cd.Measure.exact("5", "USD").quantity(registry=mine).to("EUR")

    assert 5 == euros.magnitude
    with pytest.raises(errors.ConversionError):
        cd.Measure.exact("5", "USD").to("EUR")


# -- made once ----------------------------------------------------------------------------------


def records(value: Any, seen: dict[int, Any]) -> Iterator[Any]:
    """Yield every record of attrs inside a value."""
    if id(value) in seen or isinstance(value, LEAVES):
        return
    seen[id(value)] = value
    if attrs.has(type(value)):
        yield value
    for _, held in inside(value):
        yield from records(held, seen)


@pytest.mark.parametrize("name", ["dataset.load", *sorted({*ANSWERS} - {"dataset.load"})])
def test_a_record_that_is_made_cannot_be_made_again(name: str) -> None:
    first = {type(one): one for one in records(ANSWERS[name](), {})}
    for kind, record in first.items():
        before = repr(record)
        fields = {one.alias: getattr(record, one.name) for one in attrs.fields(kind) if one.init}
        with pytest.raises(TypeError, match="is made already"):
            record.__init__(**fields)

        assert before == repr(record)
