"""What each part of a fact rests on: found in the cited words, or written down by the curator.

A party, place or speaker is named there, or by words whose reading is under ``resolves``; a period
or a measure is a mention there, with the same bounds and the same unit; a status and a change have
a word of ``cues.toml``. What is under none of these has its reason under ``inferred``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final

from attrs import field, frozen

from .._notes import Notes
from ..errors import CoopdataError, shown
from ..model import Article, Citation, Fact, Mention, Support
from ..reader import Reader, WordLists
from ..values import Measure, Period, Span
from ._cues import Cues, cue_spans
from ._schema import ArticleSeed, FactSeed
from ._taxonomy import Taxonomy
from ._words import find

__all__ = ["Source", "Speech", "attribution", "source", "supports"]

_NOT_YET: Final = ("planned", "target", "proposed")
_AROUND: Final = 5  # words of a hedge beside a number: "at least as high as", "не более чем"
_OURS: Final = Taxonomy()
_REMEDY: Final = "cite words that name it, or say how to read them under 'resolves'"
_WORD: Final = re.compile(r"\S+")


@frozen(kw_only=True)
class Speech:
    """A stretch of direct speech or report, and the words that say whose it is."""

    said_by: str
    span: Span
    words: Span


@frozen(kw_only=True)
class Source:
    """An article with all that its facts may rest on; `names` maps each party to its name."""

    article: Article
    reader: Reader
    names: Mapping[str, str]
    resolves: Mapping[str, tuple[str, ...]]
    speeches: tuple[Speech, ...]
    cues: Cues = field(factory=dict)
    taxonomy: Taxonomy = _OURS

    def citation(self, span: Span) -> Citation:
        """Return what cites a stretch of the text."""
        quote = self.article.quote(span)
        return Citation(article_id=self.article.id, start=span.start, end=span.end, quote=quote)

    def speech(self, span: Span) -> Speech | None:
        """Return the speech that a stretch of the text lies in."""
        return next((one for one in self.speeches if _in(span, one.span)), None)


def source(
    article: Article,
    seed: ArticleSeed,
    names: Mapping[str, str],
    cues: Cues,
    notes: Notes,
    lists: WordLists | None = None,
    taxonomy: Taxonomy = _OURS,
) -> Source:
    """Return an article with what its seed says of readings and speeches; note every problem."""
    for words, ids in seed.resolves.items():
        _known(ids, names, notes.within(f"resolves.{words}"))
        if next(_standing(words, article.text, Span(start=0, end=len(article.text))), None) is None:
            notes.within(f"resolves.{words}").add("the text has these words nowhere")
    made = []
    for number, one in enumerate(seed.speeches):
        here = notes.within(f"speeches[{number}]")
        _known((one.said_by,), names, here.within("said_by"))
        with here.at("quote"):
            said = find(article.text, one.quote, one.context)
            first, last = find(article.text, one.begins), find(article.text, one.ends)
            span = Span(start=first.start, end=last.end)
            made.append(Speech(said_by=one.said_by, span=span, words=said))
    resolves = dict(seed.resolves)
    return Source(
        article=article,
        reader=Reader(locale=article.language, words=lists),
        names=names,
        resolves=resolves,
        speeches=tuple(made),
        cues=cues,
        taxonomy=taxonomy,
    )


def attribution(source: Source, said_by: str, quoted: tuple[Citation, ...]) -> Citation | None:
    """Return the words that attribute the first quote to its speaker, where it is a speech."""
    speech = source.speech(quoted[0].span) if quoted else None
    if speech is None or speech.said_by != said_by:
        return None
    return source.citation(speech.words)


def supports(source: Source, seed: FactSeed, fact: Fact, notes: Notes) -> tuple[Support, ...]:
    """Return a support for every part of a fact that is not derived; note every part without."""
    for part in seed.inferred:
        if part not in fact.parts:
            has = ", ".join(fact.parts)
            notes.within(f"inferred.{part}").add(f"the fact has no such part; it has {has}")
    for words, ids in seed.resolves.items():
        parties = tuple(one for one in ids if one not in (fact.status, fact.change, *fact.parts))
        _known(parties, source.names, notes.within(f"resolves.{words}"))
        if not any(True for _ in _cited(words, source, fact)):
            notes.within(f"resolves.{words}").add("the cited words have these nowhere")
    made = []
    for part in fact.parts:
        found: Support | str
        if part in seed.inferred and not seed.inferred[part].strip():
            found = "the reason is empty"
        elif part in seed.inferred:
            found = Support(part=part, reason=seed.inferred[part])
        else:
            found = _support(part, source, seed, fact)
        if isinstance(found, str):
            notes.within(part).add(f"{found}; or say why it holds under 'inferred'")
        else:
            made.append(found)
    return tuple(made)


def _support(part: str, source: Source, seed: FactSeed, fact: Fact) -> Support | str:
    """Return what a part rests on, or what is missing."""
    if part in ("place", "said_by"):
        return _party(part, getattr(fact, part), source, seed, fact)
    if part in ("status", "change"):
        return _cue(part, source, seed, fact)
    if part in ("period", "measure", "horizon", "baseline"):
        return _value(part, getattr(fact, part), source, fact)
    return _party(part, part.partition(":")[2], source, seed, fact)


# -- parties ------------------------------------------------------------------------------------


def _party(part: str, party: str, source: Source, seed: FactSeed, fact: Fact) -> Support | str:
    """Find the words that name a party, or that are read as it."""
    for one in fact.citations:
        for name in source.article.names:
            if name.party == party and _in(name.span, one.span):
                return Support(part=part, citation=source.citation(name.span))
    for readings in (seed.resolves, source.resolves):
        for words, ids in readings.items():
            if part in ids or party in ids:
                for span in _cited(words, source, fact):
                    reason = f"read as {source.names.get(party, party)}"
                    return Support(part=part, citation=source.citation(span), reason=reason)
    return f"no cited word names {shown(party)}; {_REMEDY}"


def _cited(words: str, source: Source, fact: Fact) -> Iterator[Span]:
    for one in fact.citations:
        yield from _standing(words, source.article.text, one.span)


def _standing(words: str, text: str, within: Span, *, anyhow: bool = False) -> Iterator[Span]:
    """Yield where words stand, whole, in a stretch of the text; `anyhow` in any case."""
    for start, end in cue_spans(words, text, within.start, within.end, anyhow=anyhow):
        yield Span(start=start, end=end)


def _known(ids: tuple[str, ...], names: Mapping[str, str], notes: Notes) -> None:
    for one in ids:
        if one not in names:
            notes.add(f"no party has the id {shown(one)}")


# -- words of status and change -----------------------------------------------------------------


def _cue(part: str, source: Source, seed: FactSeed, fact: Fact) -> Support | str:
    """Find the word that says that it is so, planned, aimed at, proposed; or which way it went."""
    wanted = str(getattr(fact, part))
    mention = _mention(fact.measure, source, fact)
    if part == "change" and mention is not None and mention.change == wanted:
        return Support(part=part, citation=source.citation(_tight(mention, source, fact)))
    for words, read in seed.resolves.items():
        if wanted in read:
            for span in _cited(words, source, fact):
                return Support(
                    part=part, citation=source.citation(span), reason=f"read as {wanted}"
                )
    for one in fact.citations:
        meant = [] if wanted != "actual" else [*_saying(_NOT_YET, source, one)]
        if meant and one is fact.citations[0]:
            return f"the quote says {shown(source.article.quote(meant[0]))}, which is not actual"
        for span in () if meant else _saying((wanted,), source, one):
            return Support(part=part, citation=source.citation(span))
    return f"no cited word says {wanted}; cues.toml has the words that do"


def _saying(words: Iterable[str], source: Source, within: Citation) -> Iterator[Span]:
    """Yield where the cues of some words stand in a citation, in the order of the cues."""
    for word in words:
        for cue in source.cues.get(word, ()):
            yield from _standing(cue, source.article.text, within.span, anyhow=True)


# -- values -------------------------------------------------------------------------------------


def _value(part: str, value: Measure | Period, source: Source, fact: Fact) -> Support | str:
    """Find the mention that states a value, unit and all."""
    mention = _mention(value, source, fact)
    if mention is None:
        return f"no mention in the cited words is {str(value)!r}"
    citation = source.citation(_tight(mention, source, fact))
    if mention.carried:
        return Support(part=part, citation=citation, reason=mention.why or "carried over")
    if isinstance(value, Period) and not _dated(value, citation.quote):
        if source.article.published_basis.kind != "stated":
            return f"{citation.quote!r} is read from a date of the article that is inferred"
        reason = f"read from the date of the article, {source.article.published}"
        return Support(part=part, citation=citation, reason=reason)
    return Support(part=part, citation=citation)


def _mention(value: Measure | Period | None, source: Source, fact: Fact) -> Mention | None:
    for one in fact.citations:
        for mention in source.article.mentions:
            if mention.value == value and _in(mention.span, one.span):
                return mention
    return None


def _dated(period: Period, words: str) -> bool:
    """Tell whether words name the year of a period themselves."""
    days = [day for day in (period.start, period.end) if day is not None]
    return any(str(day.year) in words for day in days)


def _tight(mention: Mention, source: Source, fact: Fact) -> Span:
    """Return the fewest cited words that read as the mention's value, its hedge among them."""
    value, text = mention.value, source.article.text
    if isinstance(value, Period) or value.relation == "exact":
        return mention.span
    around = next(one.span for one in fact.citations if _in(mention.span, one.span))
    before = [one.start() for one in _WORD.finditer(text, around.start, mention.span.start)]
    after = [one.end() for one in _WORD.finditer(text, mention.span.end, around.end)]
    starts = [mention.span.start, *reversed(before[-_AROUND:])]
    ends = [mention.span.end, *after[:_AROUND]]
    spans = [Span(start=start, end=end) for start, end in product(starts, ends)]
    for span in sorted(spans, key=len):
        try:
            read = source.reader.measure(span.of(text))
        except CoopdataError:
            continue
        if read == value:
            return span
    return mention.span


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
