"""Ranked search: the facts in which the words of a question occur, the rarest words first.

A fact is looked for in its names (parties, places, speaker, what they lie in), its labels (kind,
status, unit) in every language that has them, its gloss, the words that it cites, and the titles of
its articles. Words are compared by their letters alone, and a word that is longer by an ending
still fits ("батарей", "батареи"): less, the more of it is left over.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log
from typing import Final

from attrs import field, frozen

from .._fixed import Record, texts
from .._printing import labels
from .._printing.words import LANGUAGES
from .._text.fold import fold
from .._text.words import LAST_SPACED
from ..errors import InvalidValueError
from ..model import Fact
from ._book import Book

__all__ = ["SearchHit", "Searched"]

#: How much a word counts by where it stands.
_WEIGHTS: Final = {"party": 1.0, "label": 0.8, "gloss": 0.7, "quote": 0.6, "title": 0.4}
#: A question of more words is cut; nothing that long is one.
_MOST_WORDS: Final = 64
_SHORTEST_STEM: Final = 4
_WORD: Final = re.compile(r"[^\W_]+")


@frozen(kw_only=True, repr=False)
class SearchHit(Record):
    """A fact that was found, and by what.

    Attributes:
        fact: What was found.
        score: From 0 to 1: the share of the question that the fact answers, rare words and names
            weighing more.
        reasons: One for each word that was found: ``"batteries: 'Akkumulatoren' in gloss"``.
    """

    fact: Fact
    score: float
    reasons: tuple[str, ...] = field(converter=texts)

    def __repr__(self) -> str:
        return f"<SearchHit {self.fact.id} {self.score:.2f}: {'; '.join(self.reasons)}>"


class Searched:
    """The words of some facts, made once and asked often."""

    def __init__(self, facts: tuple[Fact, ...], book: Book) -> None:
        self._facts = facts
        #: word → fact → the field of most weight in which it stands, and as what it was written
        self._words: dict[str, dict[int, tuple[str, str]]] = defaultdict(dict)
        for position, fact in enumerate(facts):
            for name, text in _fields(fact, book):
                for key, written in _words(text):
                    self._words[key].setdefault(position, (name, written))

    def hits(self, question: str) -> list[SearchHit]:
        """Return the facts that have a word of the question, the best first.

        Raises:
            InvalidValueError: there is no word in the question.
        """
        if not isinstance(question, str):
            raise InvalidValueError(question, "a search is for words, in a string")
        asked = dict(list(_words(question))[:_MOST_WORDS])
        if not asked:
            raise InvalidValueError(question, "search for a word, in letters or digits")
        total = 0.0
        scores: dict[int, float] = defaultdict(float)
        reasons: dict[int, list[str]] = defaultdict(list)
        for key, written in asked.items():
            found = self._found(key)
            rarity = log(1 + len(self._facts) / max(1, len(found)))
            total += rarity
            for position, (weight, name, there) in found.items():
                scores[position] += rarity * weight
                reasons[position].append(f"{written}: {there!r} in {name}")
        for position, given in reasons.items():  # two words of three are worth more than a rare one
            scores[position] *= (1 + len(given) / len(asked)) / 2
        best = sorted(scores, key=lambda position: (-scores[position], position))
        return [
            SearchHit(
                fact=self._facts[position],
                score=round(scores[position] / total, 4),
                reasons=tuple(reasons[position]),
            )
            for position in best
        ]

    def _found(self, asked: str) -> Mapping[int, tuple[float, str, str]]:
        """Return for each fact that has the word how much it counts, where it stands, as what."""
        found: dict[int, tuple[float, str, str]] = {}
        for word, places in self._words.items():
            likeness = _likeness(asked, word)
            if not likeness:
                continue
            for position, (name, written) in places.items():
                weight = likeness * _WEIGHTS[name]
                if position not in found or weight > found[position][0]:
                    found[position] = weight, name, written
        return found


def _fields(fact: Fact, book: Book) -> Iterator[tuple[str, str]]:
    """Yield what is said of a fact, field by field, those of most weight first."""
    for party in _around(fact, book):
        for name in book.parties[party].all_names:
            yield "party", name
    for language in LANGUAGES:
        yield "label", labels.called("fact", fact.kind, locale=language, terms=book.terms)
        yield "label", labels.text_of("status", fact.status, language)
    if fact.measure is not None:
        yield "label", fact.measure.unit.replace("_", " ")
    yield "gloss", fact.gloss
    for citation in fact.citations:
        yield "quote", citation.quote
    for article in dict.fromkeys(citation.article_id for citation in fact.citations):
        if article in book.articles:
            yield "title", book.articles[article].title


def _around(fact: Fact, book: Book) -> Iterable[str]:
    """Return the ids of the parties of a fact, its place and speaker, and what encloses them."""
    named = (*(one.party for one in fact.parties), fact.place, fact.said_by)
    around = (book.enclosing(party) for party in named if party in book.parties)
    return dict.fromkeys(party for parties in around for party in parties if party in book.parties)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word bared of marks and case, and as it is written; digits are words too."""
    for word in _WORD.findall(text):
        bare = unicodedata.normalize("NFD", fold(word))
        key = "".join(char for char in bare if not unicodedata.combining(char))
        yield unicodedata.normalize("NFC", key), word


def _likeness(asked: str, word: str) -> float:
    """Return how much a word is the one that is asked for: 1 for the same, 0 for another.

    Scripts without spaces are looked through; in others the words may differ in their endings: the
    shorter one by two letters at most, and less than half of the longer one is left over.
    """
    if asked == word:
        return 1.0
    if asked[0] > LAST_SPACED:
        return 0.9 if asked in word else 0.0
    if asked[0] != word[0]:
        return 0.0
    pairs = enumerate(zip(asked, word, strict=False))
    stem = next((at for at, (one, other) in pairs if one != other), min(len(asked), len(word)))
    shorter, longer = sorted((len(asked), len(word)))
    is_like = stem >= max(_SHORTEST_STEM, shorter - 2) and 2 * stem > longer
    return stem / longer if is_like else 0.0
