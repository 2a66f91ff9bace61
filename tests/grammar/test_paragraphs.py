"""Memory ends with a paragraph: `mentions` and `stream` read each as if it were the whole text."""

from __future__ import annotations

from itertools import pairwise, repeat

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import _running, extract
from coopdata.model import Mention
from coopdata.normalize import LANGUAGES
from coopdata.values import Measure, Span
from texts import BREAKS, ODD_TEXTS, SENTENCES, Sentence

SPACES = st.text(st.sampled_from(" \t\u00a0"), max_size=2)


@st.composite
def parts(draw: st.DrawFn) -> tuple[str, str]:
    """Part of a sentence, cut at words, and its language."""
    sentence = draw(SENTENCES)
    words = sentence.text.split(" ")
    start = draw(st.integers(0, len(words) - 1))
    stop = draw(st.integers(start + 1, len(words)))
    return " ".join(words[start:stop]), sentence.language


def pieces() -> st.SearchStrategy[tuple[str, str]]:
    """What one paragraph may be, and its language."""
    return st.one_of(parts(), parts(), st.tuples(ODD_TEXTS, st.sampled_from(LANGUAGES)))


def moved(found: tuple[Mention, ...], by: int) -> tuple[Mention, ...]:
    """Return the mentions as they are further on in a text."""
    return tuple(
        evolve(one, span=Span(start=one.span.start + by, end=one.span.end + by)) for one in found
    )


@given(
    first=pieces(),
    second=pieces(),
    space=st.sampled_from(("\n\n", *BREAKS))
    | st.lists(st.sampled_from(BREAKS), min_size=1).map("".join),
)
@example(first=("Exports fell by", "en"), second=("12 % of the total", "en"), space="\n")
@example(
    first=("Выпущено 28 млн долларов за 2016 год", "ru"),
    second=("годом ранее 18", "ru"),
    space="\n\n",
)
@example(first=("8.7m passengers came, of whom", "en"), second=("3.1m flew", "en"), space="\u2029")
@example(first=("Сборочных цехов два, каждый на", "ru"), second=("5", "ru"), space="\r")
def test_two_paragraphs_have_the_mentions_of_the_one_and_of_the_other(
    first: tuple[str, str], second: tuple[str, str], space: str
) -> None:
    (one, language), (other, _) = first, second
    later = moved(extract.mentions(other, locale=language), len(one + space))

    union = (*extract.mentions(one, locale=language), *later)
    assert union == extract.mentions(one + space + other, locale=language)


@given(
    texts=st.lists(pieces(), min_size=1, max_size=4),
    space=st.sampled_from((" ", *BREAKS)),
    cuts=st.lists(st.integers(0, 300), max_size=6),
)
@example(texts=[("5 km", "en"), ("7 kg", "en")], space="\r\n", cuts=[5])
def test_it_does_not_matter_where_a_stream_is_cut(
    texts: list[tuple[str, str]], space: str, cuts: list[int]
) -> None:
    text, language = space.join(words for words, _ in texts), texts[0][1]
    edges = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    chunks = [text[start:end] for start, end in pairwise(edges)]

    assert extract.mentions(text, locale=language) == tuple(extract.stream(chunks, locale=language))


@given(
    size=st.integers(1, 60),
    texts=st.lists(pieces(), min_size=1, max_size=4),
    cut=st.integers(0, 90),
)
def test_a_paragraph_without_end_is_cut_at_the_same_places(
    size: int, texts: list[tuple[str, str]], cut: int
) -> None:
    text, language = "\n".join(words for words, _ in texts), texts[0][1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_running, "_LONGEST", size)
        whole = extract.mentions(text, locale=language)
        pieces_of_it = extract.stream((text[:cut], text[cut:], ""), locale=language)

        assert whole == tuple(pieces_of_it)


@given(sentence=SENTENCES, space=SPACES, ending=st.sampled_from(BREAKS))
@example(sentence=Sentence("выручка 5 млн", "ru", ()), space=" ", ending="\n")
def test_the_end_of_a_text_is_the_end_of_a_paragraph(
    sentence: Sentence, space: str, ending: str
) -> None:
    for at in range(len(sentence.text), 0, -7):
        text = sentence.text[:at]
        alone = extract.mentions(text, locale=sentence.language)
        assert alone == extract.mentions(text + space + ending + "x", locale=sentence.language)


def test_a_stream_without_end_is_read_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_running, "_LONGEST", 100)
    chunks = repeat("5 km and ", 1000)

    assert 0 == next(extract.stream(chunks, locale="en")).span.start
    assert sum(1 for _ in chunks) > 980


@pytest.mark.parametrize("space", BREAKS, ids=ascii)
def test_nothing_is_lent_to_the_next_paragraph(space: str) -> None:
    text = f"Exports rose by 5 million dollars,{space}or 12 % of all,{space}7 a year earlier"
    dollars, percent = (
        one for one in extract.mentions(text, locale="en") if isinstance(one.value, Measure)
    )

    assert ("increase", None) == (dollars.change, percent.change)
