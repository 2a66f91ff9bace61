"""White space around a text, and a byte order mark, never matter, to any normalizer."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors, normalize
from coopdata.normalize import LANGUAGES
from texts import OUTER, SENTENCES, Sentence, printed

READERS = (
    *("number", "measure", "money", "percent", "period"),
    *("territory", "language", "currency", "organisation", "person", "place"),
)
NAMES = {"en": ("Kazakhstan", "US dollars", "Belarusian", "Mr Smith", "Kursk Oblast", "Acme Ltd.")}
AROUND = st.text(st.sampled_from(OUTER), max_size=3)
PRINTED = st.builds(
    lambda seed, locale: (printed(random.Random(seed), locale), locale),
    st.integers(0, 10**9),
    st.sampled_from(LANGUAGES),
)


def came(reader: str, text: str, locale: str) -> Any:
    """Return what a normalizer makes of a text: a value, or all candidates, or what it expected."""
    try:
        return getattr(normalize, reader)(text, locale=locale)
    except errors.AmbiguousTextError as err:
        return err.candidates
    except errors.UnreadableTextError as err:
        return err.expected


@given(
    sentence=SENTENCES.filter(lambda one: one.quotes), before=AROUND, after=AROUND, data=st.data()
)
@example(sentence=Sentence("", "en", ("5 to 6 km",)), before="", after="\n", data=None)
@example(sentence=Sentence("", "en", ("0.5 %",)), before="", after="\r\n", data=None)
@example(sentence=Sentence("", "ru", ("5 км",)), before="\ufeff", after="\u2003", data=None)
@pytest.mark.parametrize("reader", READERS)
def test_the_words_of_a_mention_are_read_alike(
    reader: str, sentence: Sentence, before: str, after: str, data: Any
) -> None:
    quote = sentence.quotes[0] if data is None else data.draw(st.sampled_from(sentence.quotes))

    bare = came(reader, quote, sentence.language)
    assert bare == came(reader, f"{before}{quote}{after}", sentence.language)


@given(text=PRINTED, before=AROUND, after=AROUND)
@pytest.mark.parametrize("reader", READERS)
def test_what_is_printed_is_read_alike(
    reader: str, text: tuple[str, str], before: str, after: str
) -> None:
    words, locale = text

    assert came(reader, words, locale) == came(reader, f"{before}{words}{after}", locale)


@pytest.mark.parametrize("space", OUTER, ids=ascii)
@pytest.mark.parametrize("reader", READERS)
def test_every_white_space_is_outer_white_space(reader: str, space: str) -> None:
    for text in ("5 to 6 km", "12.5 %", "$5", "May 2017", *NAMES["en"], "nothing at all", ""):
        assert came(reader, text, "en") == came(reader, f"{space}{text}{space}", "en")


def test_an_error_names_the_text_that_was_given_and_the_place_in_it() -> None:
    with pytest.raises(errors.UnreadableTextError) as bare:
        normalize.number("12x", locale="en")
    with pytest.raises(errors.UnreadableTextError) as spaced:
        normalize.number("\n \ufeff12x\r\n", locale="en")

    assert "\n \ufeff12x\r\n" == spaced.value.text
    assert bare.value.position + 3 == spaced.value.position
