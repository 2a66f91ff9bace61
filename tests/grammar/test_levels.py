"""From one level to another, by so much, or a range: what stands behind a verb of change."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import extract
from coopdata.values import Measure

#: By language: falling and rising from one level to another, where "from" is no "by" as well.
FROM_TO = {
    "en": ("The rate fell from {} to {} %.", "The rate rose from {} to {} %."),
    "de": ("Die Quote sank von {} auf {} %.", "Die Quote stieg von {} auf {} %."),
    "ru": ("Доля снизилась с {} до {} %.", "Доля выросла с {} до {} %."),
    "es": ("La tasa bajó de {} a {} %.", "La tasa pasó del {} al {} %."),
    "pl": ("Stopa spadła z {} do {} %.", "Stopa wzrosła z {} do {} %."),
}


def read(text: str, language: str) -> list[tuple[str, str | None]]:
    return [(str(one.value), one.change) for one in extract.mentions(text, locale=language)]


@given(
    language=st.sampled_from(sorted(FROM_TO)),
    low=st.integers(2, 40),
    more=st.integers(1, 40),
)
def test_levels_are_two_numbers_and_no_change_is_marked_on_either(
    language: str, low: int, more: int
) -> None:
    high = low + more
    levels = [str(Measure.exact(Decimal(one), "percent")) for one in (low, high)]
    falls, rises = FROM_TO[language]

    assert [(one, None) for one in levels] == read(rises.format(low, high), language)
    assert [(one, None) for one in reversed(levels)] == read(falls.format(high, low), language)


@given(low=st.integers(2, 40), more=st.integers(1, 40))
@example(low=6, more=2)
@example(low=12, more=3)
def test_what_opens_a_range_and_says_by_is_read_where_one_sense_is_left(
    low: int, more: int
) -> None:
    high = low + more
    range_of = str(Measure.between(Decimal(low), Decimal(high), "percent"))
    levels = [(f"{high} percent", None), (f"{low} percent", None)]

    assert levels == read(f"Le taux a baissé de {high} à {low} %.", "fr")
    assert [(range_of, "decrease")] == read(f"Les ventes ont chuté de {low} à {high} %.", "fr")
    assert [(range_of, "increase")] == read(f"Une hausse de {low} à {high} % est prévue.", "fr")
    assert [] == read(f"Les ventes ont augmenté de {low} à {high} %.", "fr")
    assert [] == read(f"Les ventes ont augmenté de {high} à {low} %.", "fr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L'effectif est passé de 120 à 150 personnes.",
            [("120 person", None), ("150 person", None)],
        ),
        ("Le prix varie de 12 à 15 euros.", [("12 to 15 EUR", None)]),
        ("Les véhicules de 12 à 15 tonnes.", [("12 to 15 metric_ton", None)]),
        (
            "Le bénéfice a progressé de 12 % à 5 millions d'euros.",
            [("12 percent", "increase"), ("5000000 EUR", None)],
        ),
        ("La baisse est de 4 à 5 %.", [("4 to 5 percent", "decrease")]),
        ("La hausse a été de 4 à 5 %.", [("4 to 5 percent", "increase")]),
        ("Les prix ont reculé de 3 % à 5 %.", []),
        # by five or from five, seven is what was reached
        ("Il a augmenté de 5 millions à 7 millions d'euros.", [("7000000 EUR", None)]),
    ],
)
def test_a_step_a_level_and_a_range_are_told_apart(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert expected == read(text, "fr")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vingt et un millions d'euros", "vingt et un millions d'euros"),
        ("2 millions de voitures neuves", "2 millions de voitures"),
        ("12 M d'euros", "12 M d'euros"),
        ("deux millions et demi d’euros", "deux millions et demi d’euros"),
        ("une douzaine d'usines", "douzaine d'usines"),
        ("5 millions de manifestants", "5 millions de manifestants"),
        # where no unit touches the link, it is no part of the number
        ("2 millions de nouveaux véhicules", "2 millions"),
        ("une douzaine de grandes usines", "douzaine"),
    ],
)
def test_a_link_between_a_scale_and_its_unit_is_inside_the_span(text: str, words: str) -> None:
    (one,) = extract.mentions(text, locale="fr")

    assert words == one.span.of(text)
