"""What is printed of every unit is found in running text, with the right value.

``pytest -s`` shows the shares, and what is left by cause.
"""

from __future__ import annotations

import babel
import pytest

import printed_in_sentences as sentences
import support
from printed_in_sentences import FRAMES, Tally, tally

#: The Babel whose texts the list of exceptions was made from.
LISTED_WITH = ("2", "19")
OTHERS = [locale for locale in support.sample() if not sentences.is_worded(locale)]
SAMPLE = OTHERS if support.is_thorough() else OTHERS[::4]


def test_every_printed_unit_is_found_in_a_sentence_or_listed_with_the_cause() -> None:
    for language in FRAMES:
        print(tally(language).report(language))
    if tuple(babel.__version__.split(".")[:2]) != LISTED_WITH:
        pytest.skip(f"the list is of what Babel {'.'.join(LISTED_WITH)} prints")

    told = sentences.changes()

    assert not told, "\n".join([*told, f"where that is right, run: {sentences.COMMAND}"])


def test_nearly_all_that_babel_prints_is_found_where_there_is_no_word_list() -> None:
    total = Tally()
    for locale in SAMPLE:
        print(tally(locale).report(locale))
        total.counts += tally(locale).counts
    print(total.report("together"))

    assert total.share() >= sentences.ELSEWHERE
