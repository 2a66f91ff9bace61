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
