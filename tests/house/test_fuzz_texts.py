"""Every public function that takes a text answers or raises an error of the tree, for any text."""

from __future__ import annotations

import pytest
from hypothesis import example, given

import support
from fuzz_texts import CALLS, thrown
from texts import ODD_TEXTS, Mutator

#: Texts for each function; a long run is `python dev.py fuzz`.
COUNT = 1000 if support.is_thorough() else 60


@given(text=ODD_TEXTS, locale=support.LOCALES)
@example(text="prix total – 5 km", locale="fr")
@example(text="a b–5", locale="ko")
@example(text="–1e5»", locale="en")
@pytest.mark.parametrize("name", CALLS)
def test_any_text_is_answered_or_refused(name: str, text: str, locale: str) -> None:
    assert thrown(name, text, locale) is None


@pytest.mark.parametrize("name", CALLS)
def test_sentences_and_printed_texts_may_be_spoilt_in_any_way(name: str) -> None:
    mutator = Mutator(f"{name} {support.seed()}", support.locales())

    for _ in range(COUNT):
        text, locale = mutator.text()
        assert thrown(name, text, locale) is None
