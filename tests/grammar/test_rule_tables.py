"""The tables of rules and refusals: each example holds, each class of words has its rule."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from attrs import evolve

from coopdata import extract
from coopdata._carrying import reasons
from coopdata._carrying.reasons import REASONS
from coopdata._grammar import rules as reader
from coopdata._grammar.rule_table import RULES, Rule
from coopdata._lexicon.language import LANGUAGES
from coopdata._lexicon.locale import lexicon
from coopdata._refusals.table import REFUSALS
from support import REPO
from texts import sentences

sys.path.append(str(REPO / "tools"))
import rule_tables

REFUSED = [(one.name, *each) for one in REFUSALS for each in one.refused]
KEPT = [(one.name, *each) for one in REFUSALS for each in one.kept]
TAKEN = [(one.name, *each) for one in RULES for each in one.takes]
LEFT = [(one.name, *each) for one in RULES for each in one.leaves]
#: Classes that reading the number itself asks for, before any rule of the table.
OF_NUMBERS = {"scale", "inner_hedge", "filler"}
#: What the verb before a bare number counts.
OF_CLAUSES = {"counting"}
LENT = [(one.name, *each) for one in REASONS for each in one.takes]
NOT_LENT = [(one.name, *each) for one in REASONS for each in one.leaves]
#: Classes that no rule asks for: digits beside such a word are not bare, and that is all.
KNOWN_ONLY = {"comparison"}


def rules_in(text: str, locale: str) -> set[str]:
    """Return the rules that changed a reading of the text."""
    return {one.rule for look in extract.explain(text, locale=locale).looks for one in look.fired}


@pytest.mark.parametrize(("name", "locale", "text"), REFUSED)
def test_what_a_refusal_is_for_is_refused_by_its_name(name: str, locale: str, text: str) -> None:
    looks = extract.explain(text, locale=locale).looks

    assert name in [look.refusal for look in looks if look.mention is None]


@pytest.mark.parametrize(("name", "locale", "text", "quote"), KEPT)
def test_what_a_refusal_spares_is_read(name: str, locale: str, text: str, quote: str) -> None:
    looks = extract.explain(text, locale=locale).looks
    read = [look for look in looks if look.mention and look.mention.span.of(text) == quote]

    assert [""] == [look.refusal for look in read]
    assert name not in [look.refusal for look in looks if look.start == read[0].start]


@pytest.mark.parametrize(("name", "locale", "text"), TAKEN)
def test_a_rule_changes_what_it_is_for(name: str, locale: str, text: str) -> None:
    assert name in rules_in(text, locale)


@pytest.mark.parametrize(("name", "locale", "text"), LEFT)
def test_a_rule_leaves_what_only_looks_alike(name: str, locale: str, text: str) -> None:
    assert name not in rules_in(text, locale)


def test_every_rule_and_refusal_has_its_examples() -> None:
    names = {one.name for one in REFUSALS}

    assert [] == [one.name for one in RULES if not one.takes and one.name not in names]
    assert [] == [one.name for one in REFUSALS if not (one.refused and one.kept)]
    assert len(names) == len(REFUSALS)
    assert len({one.name for one in RULES}) == len(RULES)


def test_every_class_of_words_is_some_rules_and_every_class_of_a_rule_has_words() -> None:
    lists = [lexicon(language) for language in (*LANGUAGES, "it")]  # one without a list too
    kinds = {kind for each in lists for kind in each.after.kinds | each.before.kinds}
    asked = set(OF_NUMBERS).union(*(one.ahead | one.behind | one.asks for one in RULES))
    asked = asked.union(OF_CLAUSES, *(one.asks for one in (*REFUSALS, *REASONS)))

    assert kinds == asked


@pytest.mark.parametrize(("name", "locale", "text"), LENT)
def test_a_unit_is_lent_for_its_reason_alone(
    name: str, locale: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lent() -> int:
        return sum("unit carried" in one.why for one in extract.mentions(text, locale=locale))

    assert lent() == 1
    monkeypatch.setattr(reasons, "REASONS", [one for one in REASONS if one.name != name])
    assert lent() == 0


@pytest.mark.parametrize(("name", "locale", "text"), NOT_LENT)
def test_no_unit_is_lent_to_what_only_looks_alike(name: str, locale: str, text: str) -> None:
    assert all("unit carried" not in one.why for one in extract.mentions(text, locale=locale))


def test_the_page_has_the_tables_as_they_are() -> None:
    page = rule_tables.PAGE.read_text(encoding="utf-8")

    assert rule_tables.written(page) == page, "run: python tools/rule_tables.py"


def test_the_how_to_shows_what_an_explanation_says() -> None:
    page = (REPO / "docs/how-to/see-why-a-text-was-read-so.md").read_text(encoding="utf-8")
    told = extract.explain("more than 5 tons a month, see page 304", locale="en")

    assert f"```text\n{told}\n```" in page


#: Neighbours of which the first must be asked first, and why.
ORDERED = {
    ("unit before", "unit after"): "a sign behind is the next sum's where one stands before",
    ("smaller part", "rate"): "what a sum is per stands behind its coins",
    ("noun", "kind"): "the noun decides the kind",
    ("kind", "minus"): "the sign of a percentage is a change",
    ("hedge", "change"): "the word of change stands before the hedge",
}


def read_with(rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return what is read in the sentences and the examples where these are the rules."""
    examples = [each for one in RULES for each in (*one.takes, *one.leaves)]
    examples += [each[:2] for one in REFUSALS for each in (*one.refused, *one.kept)]
    with monkeypatch.context() as patch:
        patch.setattr(reader, "RULES", rules)
        reader._asked.cache_clear()
        found = [
            [evolve(one, why="") for one in extract.mentions(text, locale=locale)]
            for locale, text in (*((one.language, one.text) for one in sentences()[::5]), *examples)
        ]
    reader._asked.cache_clear()
    return found


def test_neighbours_may_be_swapped_where_they_are_not_told_to_be_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_they_are = read_with(RULES, monkeypatch)
    ordered = set()
    for at, (first, second) in enumerate(pairwise(RULES)):
        swapped = (*RULES[:at], second, first, *RULES[at + 2 :])
        if read_with(swapped, monkeypatch) != as_they_are:
            ordered.add((first.name, second.name))

    assert set(ORDERED) == ordered
