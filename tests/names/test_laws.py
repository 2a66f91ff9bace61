"""Laws of names, over the whole tables: keys, comparison, refusal."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coopdata import errors, normalize
from coopdata._names.key import name_key

TABLES = Path(__file__).parents[2] / "benchmarks" / "names"


def rows(table: str) -> list[str]:
    lines = (TABLES / f"{table}.tsv").read_text("utf-8").splitlines()
    return [name for line in lines if line[:1] != "#" for name in line.split("\t") if name]


FIRMS, PEOPLE = rows("organisations"), rows("people") + rows("people_apart")
PLACES = [line.split("\t") for line in (TABLES / "countries.tsv").read_text("utf-8").splitlines()]
#: Words that are of no name.
NOISE = ["qwxzk", "зщжкх", "Qwxzk", "Зщжкх"]
QUOTES = ["«»", "„“", "“”", '""', "「」"]

Same = Callable[[str, str], normalize.Likeness]
Parted = Callable[[str], Any]

KINDS: list[tuple[str, list[str], Parted, Same]] = [
    ("organisation", FIRMS, normalize.organisation, normalize.same_organisation),
    (
        "person",
        PEOPLE,
        lambda text: normalize.person(text, locale="und"),
        normalize.same_person,
    ),
]


def parted(read: Parted, name: str) -> Any:
    """Return the parts of a name; None of one that is refused."""
    try:
        return read(name)
    except errors.UnreadableTextError:
        return None


@pytest.mark.parametrize(("kind", "names", "read", "same"), KINDS)
def test_a_name_read_again_is_the_same(
    kind: str, names: list[str], read: Parted, same: Same
) -> None:
    for name in names:
        found = parted(read, name)
        again = parted(read, found.name) if found else None
        assert again is None or again.key == found.key, (kind, name)


@pytest.mark.parametrize(("kind", "names", "read", "same"), KINDS)
def test_a_name_is_the_same_as_itself(
    kind: str, names: list[str], read: Parted, same: Same
) -> None:
    for name in names:
        if parted(read, name) is not None:
            assert same(name, name).score == 1, (kind, name)
            assert same(name, name).same is not False, (kind, name)


@pytest.mark.parametrize(("kind", "names", "read", "same"), KINDS)
@given(data=st.data())
def test_two_names_are_as_alike_as_the_other_way_round(
    kind: str, names: list[str], read: Parted, same: Same, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(names) - 1))
    other = names[(at + data.draw(st.integers(-6, 6))) % len(names)]
    assume(parted(read, names[at]) and parted(read, other))

    assert same(names[at], other) == same(other, names[at])


@given(
    name=st.sampled_from([*FIRMS, *PEOPLE, *(row[2] for row in PLACES if len(row) > 2)]),
    quotes=st.sampled_from(QUOTES),
    dash=st.sampled_from("-\u2010\u2011\u2013"),
    space=st.sampled_from([" ", "  ", "\u00a0", "\u202f"]),
)
@example(name="Ёлкин-Щукин", quotes="«»", dash="\u2011", space="\u00a0")
def test_quotes_case_spaces_dashes_and_yo_never_change_the_key(
    name: str, quotes: str, dash: str, space: str
) -> None:
    written = name.replace("-", dash).replace(" ", space).replace("ё", "е").replace("Ё", "Е")

    assert name_key(name) == name_key(f"{quotes[0]}{written}{quotes[1]}")
    if name.isascii():
        assert name_key(name) == name_key(written.upper())


@given(
    pair=st.sampled_from([*itertools.pairwise(FIRMS)]),
    people=st.sampled_from([*itertools.pairwise(PEOPLE)]),
    word=st.sampled_from(NOISE),
)
def test_an_unrelated_word_never_makes_two_names_one(
    pair: tuple[str, str], people: tuple[str, str], word: str
) -> None:
    for (one, other), (_, _, read, same) in zip((pair, people), KINDS, strict=True):
        if parted(read, one) and parted(read, other) and not same(one, other):
            longer = f"{one} {word}"
            assert not parted(read, longer) or not same(longer, other)


@given(
    name=st.sampled_from(["Georgia", "Pоссия", "🇧🇾", "", "республика", "Guinеa", "область"]),
    word=st.sampled_from(NOISE),
    locale=st.sampled_from(["en", "ru", "und"]),
)
def test_an_unrelated_word_never_places_what_is_refused(name: str, word: str, locale: str) -> None:
    for text in (f"{name} {word}", f"{word} {name}"):
        try:
            normalize.place(name, locale=locale)
        except errors.CoopdataError:
            try:
                assert normalize.place(text, locale=locale).code == ""
            except errors.CoopdataError:
                continue


@pytest.mark.parametrize(
    "text",
    ["", " ", "«»", "🚗🚗", "ООО", "GmbH", "Автoтор", "ООО «Заря» и АО «Мир»", "1234", "—"],
)
def test_what_is_no_name_of_an_organisation_is_refused(text: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        normalize.organisation(text)


@pytest.mark.parametrize(
    "text", ["", " ", "🚗", "г-н", "Mr.", "Ивaнов Иван", "Иван Иванов и Пётр Петров", "—"]
)
def test_what_is_no_name_of_a_person_is_refused(text: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        normalize.person(text, locale="und")


@pytest.mark.parametrize("piece", ["Ё", "ООО ", "«", "Mr. ", "г. ", "中", "🚗", "a-", "Belarus "])
def test_a_megabyte_is_refused(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    for read in (
        normalize.organisation,
        lambda text: normalize.person(text, locale="und"),
        lambda text: normalize.place(text, locale="und"),
    ):
        with pytest.raises(errors.UnreadableTextError):
            read(text)
    for same in (normalize.same_organisation, normalize.same_person):
        with pytest.raises(errors.UnreadableTextError):
            same(text, "Автотор")
