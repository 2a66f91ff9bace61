"""Records are valid by construction: one that is wrong by itself is never made."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, get_args, get_origin, get_type_hints

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from coopdata import errors, model, normalize, strategies, units
from coopdata.dataset import Dataset
from coopdata.values import Measure, Period, Span

FIVE: Final = Measure.exact(5, "kilometer")
MAY: Final = Period.month(1997, 5)
CITED: Final = model.Citation(article_id="a", start=2, end=6, quote="5 km")
NAME: Final = model.Name(text="Acme", language="en")
MADE: Final[tuple[Any, ...]] = (
    CITED,
    NAME,
    model.Basis(kind="inferred", rule="from the year"),
    model.Link(kind="part_of", party="acme"),
    model.Organisation(id="acme", names=(NAME,)),
    model.Person(id="smith", names=(NAME,)),
    model.Place(id="minsk", names=(NAME,)),
    model.Product(id="car", names=(NAME,)),
    model.Mention(span=Span(start=2, end=6), kind="quantity", value=FIVE),
    model.NameMention(span=Span(start=0, end=4), party="acme"),
    model.Involvement(party="acme", role="producer"),
    model.Support(part="place", citation=CITED),
    model.Fact(id="a.b", kind="trade", gloss="", status="actual", citations=(CITED,)),
)
FIELDS: Final = [(one, field.name) for one in MADE for field in fields(type(one))]
WORDS: Final = [
    (one, name, words)
    for one in MADE
    for name, hint in get_type_hints(type(one)).items()
    for words in [get_args(hint)]
    if words and get_origin(hint) is not tuple and isinstance(words[0], str)
]


def named(value: Any) -> str:
    return value if isinstance(value, str) else type(value).__name__


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=named)
@pytest.mark.parametrize("wrong", [object(), 1.5, b"x", [7]], ids=named)
def test_a_field_holds_what_its_annotation_says(record: Any, name: str, wrong: Any) -> None:
    with pytest.raises((errors.InvalidValueError, TypeError)):
        evolve(record, **{name: wrong})


@given(word=st.text())
@pytest.mark.parametrize(("record", "name", "words"), WORDS, ids=named)
def test_a_word_is_one_of_those_that_the_error_names(
    record: Any, name: str, words: tuple[str, ...], word: str
) -> None:
    with pytest.raises(errors.InvalidValueError) as caught:
        evolve(record, **{name: f"{word}?"})

    assert f"the {name} of a {type(record).__name__} is one of" in str(caught.value)
    assert all(one in caught.value.rule for one in words)


@pytest.mark.parametrize(
    ("make", "rule"),
    [
        (lambda: evolve(MADE[8], kind="banana"), "the kind of a Mention is one of number, money"),
        (lambda: evolve(MADE[8], kind="period"), "a mention of a period"),
        (lambda: evolve(MADE[8], value=MAY), "a mention of a period"),
        (lambda: evolve(CITED, start=9, end=2), "a span runs forward from 0"),
        (lambda: evolve(CITED, start=-1, end=3), "a span runs forward from 0"),
        (lambda: evolve(CITED, end=7), "a citation's quote is as long as its span"),
        (lambda: evolve(CITED, start=True), "the start of a Citation is int"),
        (lambda: evolve(MADE[-1], citations=()), "a fact cites the words that support it"),
        (lambda: evolve(MADE[-1], kind="Banana!"), "the kind of a Fact is a code"),
        (lambda: model.Involvement(party="a", role="a:b"), "the role of an Involvement is a code"),
        (lambda: evolve(MADE[-1], status="maybe"), "the status of a Fact is one of actual"),
        (lambda: evolve(MADE[-1], period=dt.date(2020, 1, 1)), "the period of a Fact is Period"),
        (lambda: evolve(MADE[4], names=()), "a party has a name"),
        (lambda: model.Basis(kind="derived"), "names its rule"),
        (lambda: model.Basis(rule="x"), "names its rule"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused_with_the_rule(make: Any, rule: str) -> None:
    with pytest.raises(errors.InvalidValueError, match=rule):
        make()


def test_every_shipped_record_would_be_made_again(ds: Dataset) -> None:
    mentions = [one for article in ds.articles for one in article.mentions]

    for record in (*ds.articles, *ds.parties, *ds.facts, *mentions):
        assert evolve(record) == record


NORMALIZERS: Final = ("number", "measure", "money", "territory", "language", "currency")


@pytest.mark.parametrize("name", NORMALIZERS)
def test_a_flag_that_does_not_exist_is_refused_whatever_the_text(name: str) -> None:
    with pytest.raises(errors.InvalidValueError, match="ambiguous is None or 'first', got 'frist'"):
        getattr(normalize, name)("5", locale="en", ambiguous="frist")


@pytest.mark.parametrize("wrong", ["[lenght]", "length", "[length]/[time]", "", "[time] **2"])
def test_a_dimension_that_no_unit_has_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(errors.RecordNotFoundError, match="no dimension has the id") as caught:
        normalize.measure("5 km", locale="en", dimension=wrong)
    assert wrong == caught.value.wanted


def test_the_dimension_of_all_money_takes_any_money_and_nothing_else() -> None:
    five = normalize.measure("US$5", locale="en", dimension="[currency]")

    assert Measure.exact(5, "USD") == five
    with pytest.raises(errors.UnreadableTextError):
        normalize.measure("5 km", locale="en", dimension="[currency]")


@given(unit=st.sampled_from([*units.UNITS]), other=st.sampled_from([*units.UNITS]))
def test_every_dimension_that_a_unit_has_is_known(unit: str, other: str) -> None:
    for expression in (unit, f"{unit}*{other}", f"{unit}/{other}", f"1/{unit}/{other}/{other}"):
        dimension = units.dimension(expression)

        assert dimension == units.known_dimension(dimension)


@given(article=strategies.articles(), data=st.data())
def test_a_citation_holds_exactly_the_words_that_stand_in_it(
    article: model.Article, data: st.DataObject
) -> None:
    if not article.text:
        return
    whole, other = (data.draw(strategies.citations(article)) for _ in range(2))

    assert (whole.start <= other.start and other.end <= whole.end) == (other in whole)
    louder = other.quote.upper()
    if other in whole and louder != other.quote and len(louder) == len(other.quote):
        assert evolve(other, quote=louder) not in whole
