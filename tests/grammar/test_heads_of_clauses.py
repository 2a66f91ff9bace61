"""What a bare number counts, where its clause says so before it."""

from __future__ import annotations

import pytest

from coopdata import extract


def read(text: str, locale: str) -> list[tuple[str, bool]]:
    """Return what a text says, and whether the unit stands elsewhere."""
    return [(str(one.value), one.carried) for one in extract.mentions(text, locale=locale)]


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "the number of visitors rose to 3.1m", "3100000 visitor"),
        ("en", "number of visitors rose to 3.1m", "3100000 visitor"),
        ("en", "(number of paying visitors rose to 3.1m)", "3100000 visitor"),
        ("de", "die Zahl der Besucher stieg auf 3,1 Mio.", "3100000 visitor"),
        ("ru", "число посетителей выросло до 3,1 млн", "3100000 visitor"),
        ("en", "the population reached 9.7 billion", "9700000000 person"),
        ("ru", "население выросло до 9,7 млрд", "9700000000 person"),
        ("en", "the firm employs 3,900", "3900 person"),
    ],
)
def test_a_noun_before_a_number_is_carried_to_it(locale: str, text: str, value: str) -> None:
    assert [(value, True)] == read(text, locale)


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("en", "The production of cars rose 5% to 1.2 million.", "1200000 vehicle"),
        ("en", "In 2016 the output of tractors rose to 12 thousand", "12000 tractor"),
        ("en", "Deliveries of new buses rose to 1.2 thousand", "1200 bus"),
        ("de", "Die Produktion von Traktoren stieg auf 12 Tausend", "12000 tractor"),
        ("fr", "La production de voitures a atteint 1,2 million", "1200000 vehicle"),
        ("fr", "la production d'automobiles a atteint 1,2 million", "1200000 vehicle"),
        ("es", "La producción de coches alcanzó 1,2 millones", "1200000 vehicle"),
        ("pl", "Produkcja samochodów wzrosła do 1,2 mln", "1200000 vehicle"),
        ("ru", "производство тракторов выросло до 12 тыс.", "12000 tractor"),
        ("ru", "В 2017 году выпуск автобусов увеличился на 5 % до 12 тыс.", "12000 bus"),
        ("uk", "Виробництво тракторів зросло до 12 тис.", "12000 tractor"),
        ("be", "Вытворчасць трактароў вырасла да 12 тыс.", "12000 tractor"),
    ],
)
def test_what_is_made_is_what_a_bare_number_counts(locale: str, text: str, value: str) -> None:
    assert value in [one[0] for one in read(text, locale)]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Spending on the production of cars rose to 1.2 million"),
        ("en", "The production of cars cost 1.2 million."),
        ("en", "The production of cars pays 1.2 million in tax."),
        ("en", "The production of cars is worth 1.2 million."),
        ("en", "The production of cars cost more than 1.2 million."),
        ("ru", "Производство автомобилей обошлось в 1,2 млн"),
        ("ru", "Производство автомобилей потребовало 1,2 млн"),
        ("ru", "Производство автомобилей обеспечивает работой 5 тысяч"),
        ("de", "Die Produktion von Autos kostete 1,2 Millionen"),
        ("fr", "La production de voitures a coûté 1,2 million"),
        ("es", "La producción de coches costó 1,2 millones"),
        ("pl", "Produkcja samochodów kosztowała 1,2 mln"),
        ("uk", "Виробництво автомобілів коштувало 1,2 млн"),
        ("en", "Revenue from production of cars rose to 1.2 million"),
        ("ru", "Затраты на производство тракторов выросли до 12 тыс."),
        ("ru", "Выручка от производства тракторов выросла до 12 тыс."),
        ("ru", "Производство стали выросло до 12 тыс."),
        ("de", "Die Kosten für die Produktion von Traktoren stiegen auf 12 Tausend"),
        ("pl", "Wydatki na produkcję samochodów wzrosły do 1,2 mln"),
    ],
)
def test_what_making_costs_counts_nothing(locale: str, text: str) -> None:
    assert read(text, locale) == []


@pytest.mark.parametrize(
    "text",
    [
        "the outnumber of visitors rose to 3.1m",
        "visitors rose to 3.1m",
        "the visitors came and it rose to 3.1m",
        "the number of tonnes rose to 3.1m",
        "the number of the visitors rose; it rose to 9.7 billion",
        "The population grew. It reached 9.7 billion",
    ],
)
def test_a_noun_outside_the_phrase_of_its_clause_is_not(text: str) -> None:
    assert not [one for one in read(text, "en") if one[1]]
