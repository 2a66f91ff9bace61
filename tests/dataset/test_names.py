"""A party is found by any of its names, in any of the forms in which an article writes it."""

from __future__ import annotations

import pytest

import coopdata as cd
from coopdata import errors

DS = cd.load()
#: Words that name a party by what stands around them, or by letters of two scripts.
BY_CONTEXT = {
    ("JAC Motors", "jac"): "the brand, where the same words are the company elsewhere",
    ("BMW", "bmw-concern"): "the company, where the same word is the brand elsewhere",
    ("CMС", "cmc"): "the last letter is Cyrillic",
    ("Chamber of Commerce and Industry", "bursa-chamber"): "which one, the sentence says",
    ("batteries", "vehicle-batteries"): "of vehicles, the sentence says",
    ("automotive component", "auto-components"): "an English singular",
    ("advanced lighting solutions", "lighting-equipment"): "a description",
    ("комплектующих деталей", "auto-components"): "a description",
    ("комплектующих элементов", "auto-components"): "a description",
    ("деталей, узлов и комплектующих", "auto-components"): "a description",
}
SURFACES = sorted({(one.quote(name.span), name.party) for one in DS.articles for name in one.names})


def found_by(words: str) -> str | None:
    try:
        return DS.party(words).id
    except errors.RecordNotFoundError:
        return None


@pytest.mark.parametrize(("words", "party"), SURFACES)
def test_every_form_in_which_a_party_is_named_finds_it(words: str, party: str) -> None:
    assert (found_by(words) == party) is ((words, party) not in BY_CONTEXT)


@pytest.mark.parametrize("words", ["«Автотор»", "автотора", "АВТОТОРОМ", "Avtotor", "AVTOTOR"])
def test_case_quotes_and_endings_make_no_difference(words: str) -> None:
    assert "avtotor" == found_by(words)
    assert DS.where(party="avtotor") == DS.where(party=words)


@pytest.mark.parametrize("words", ["Китаёза", "Автоторы-2", "Беларус", "", " ", "X" * 100_000])
def test_what_is_no_form_of_a_name_finds_nobody(words: str) -> None:
    assert found_by(words) is None


def test_two_that_fit_are_told() -> None:
    one, other = (
        cd.Place(id="a", names=[cd.model.Name(text="Город", language="ru")]),
        cd.Place(id="b", names=[cd.model.Name(text="город", language="ru")]),
    )
    with pytest.raises(errors.RecordNotFoundError) as raised:
        cd.Dataset(parties=[one, other]).party("Города")

    assert ("a", "b") == raised.value.nearest
