"""What a bare number counts behind its label, and what behind one is no count."""

from __future__ import annotations

import pytest

from coopdata import extract


def read(text: str, locale: str) -> list[str]:
    """Return the values of a text."""
    return [str(one.value) for one in extract.mentions(text, locale=locale)]


@pytest.mark.parametrize(
    ("locale", "text", "values"),
    [
        ("en", "Employees: 250", ["250 person"]),
        ("en", "\u2022 Pupils: 862\n\u2022 Teachers: 40", ["862 pupil", "40 teacher"]),
        ("en", "Number of pupils: 862", ["862 pupil"]),
        ("en", "Employees: about 2,500", ["about 2500 person"]),
        ("en", "The fleet (buses: 12) is old", ["12 bus"]),
        ("en", "Tractors \u2013 12; lorries \u2013 40", ["12 tractor", "40 truck"]),
        ("ru", "доля \u2014 7 %; складов \u2014 52", ["7 percent", "52 warehouse"]),
        ("ru", "В парке: автобусов \u2014 12, тракторов \u2014 40.", ["12 bus", "40 tractor"]),
        ("uk", "Автобусів: 12", ["12 bus"]),
        ("be", "Аўтобусаў: 12", ["12 bus"]),
        ("de", "Mitarbeiter: 250", ["250 person"]),
        ("fr", "Salariés : 250", ["250 person"]),
        ("es", "Empleados: 250", ["250 person"]),
        ("pl", "Pracowników: 250", ["250 person"]),
        ("tr", "Çalışanlar: 250", ["250 person"]),
    ],
)
def test_a_plural_noun_labels_what_a_number_counts(
    locale: str, text: str, values: list[str]
) -> None:
    assert values == read(text, locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Rooms: 101, 102, 103"),
        ("en", "Buses: 12 and 45"),
        ("en", "Bus: 12"),
        ("en", "Employees: 2019"),
        ("en", "Phones: 123 456"),
        ("en", "Score: 3; Rank: 5"),
        ("en", "we saw the employees: 250 came later"),
        ("ru", "Автобусы: 12, 45"),
        ("ru", "Автобус: 12"),
        ("ru", "Телефоны: 123 456"),
        ("de", "Bus: 12"),
    ],
)
def test_a_name_or_a_list_behind_a_label_is_no_count(locale: str, text: str) -> None:
    assert [] == read(text, locale)
