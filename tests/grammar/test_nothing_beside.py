"""Texts that are one reading and nothing else: what need not be asked would change nothing."""

from __future__ import annotations

import contextlib

import pytest

from coopdata import errors, normalize
from coopdata._grammar.cursor import View
from coopdata._grammar.reading import Quantity
from coopdata._grammar.rule_table import RULES
from coopdata._grammar.whole import quantity, says_alone
from coopdata._lexicon.language import LANGUAGES
from coopdata._lexicon.locale import lexicon
from coopdata._text.fold import prepared
from texts import sentences

LOCALES = (*LANGUAGES, "ru_BY", "en_CA")


def read(text: str, locale: str) -> Quantity | None:
    """Return the reading of a whole text, if it has one."""
    try:
        return quantity(text, lexicon(locale))
    except errors.CoopdataError:
        return None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_that_looks_beyond_a_reading_does_nothing_where_that_is_all(language: str) -> None:
    quotes = [quote for one in sentences() if one.language == language for quote in one.quotes]
    wholes = [(quote, found) for quote in quotes if (found := read(quote, language)) is not None]
    alone = [
        (quote, found)
        for quote, found in wholes
        if found.unit and (found.start, found.end) == (0, len(quote))
    ]
    assert alone
    for quote, found in alone:
        view = View(quote, prepared(quote), lexicon(language))
        for rule in RULES:
            if rule.beyond:
                before = dict(vars(found))

                assert (None, before) == (rule.take(view, found) or None, vars(found)), quote


@pytest.mark.parametrize("locale", LOCALES)
def test_a_form_that_says_one_unit_alone_is_that_unit_or_none_in_the_grammar(locale: str) -> None:
    lex = lexicon(locale)
    for form, rows in lex.after.rows.items():
        unit = rows.by_kind.get("unit", "")
        for behind in (f" {form}", form.upper()) if unit in lex.disputed or "/" in unit else ():
            if says_alone(prepared(f"5{behind}"), "", behind, unit, lex):
                found = read(f"5{behind}", locale)
                assert found is None or found.counted or found.unit == unit, behind


def test_the_letters_of_money_say_a_scale_as_well() -> None:
    assert "1000000 ILS" == str(normalize.measure("1 MILS", locale="en"))
    with contextlib.suppress(errors.UnknownNounError):  # an older CLDR has no mils
        assert "1 milliinch" == str(normalize.measure("1 mils", locale="en"))
