"""One article: its seed file and its text become an Article and its Facts."""

from __future__ import annotations

import hashlib
from collections.abc import Container
from typing import Any, Final, TypeVar

from attrs import evolve, frozen

from .._notes import Notes
from ..errors import shown
from ..model import (
    BASES,
    MENTION_KINDS,
    STATUSES,
    Article,
    Basis,
    Citation,
    Fact,
    Involvement,
    Mention,
    MentionKind,
    NameMention,
    Status,
)
from ..values import Measure, Period
from ._schema import ArticleSeed, FactSeed, MentionSeed, QuoteSeed
from ._supports import Source, attribution, supports
from ._words import find, name_mentions, value

__all__ = ["Read", "article", "basis", "facts", "one_of"]

#: Stands for a day that cannot be read, so that the facts are checked all the same.
_UNREAD: Final = Period.from_edtf("1900")

Word = TypeVar("Word", bound=str)


@frozen(kw_only=True)
class Read:
    """A seed file that has the right form, with its text; everything in it still to be checked."""

    id: str
    seed: ArticleSeed
    text: str
    notes: Notes


def article(read: Read, parties: Container[str]) -> Article | None:
    """Return the article with its mentions and names; note every problem."""
    seed, notes = read.seed, read.notes
    digest = hashlib.sha256(read.text.encode("utf-8")).hexdigest()
    if digest != seed.sha256:
        notes.within("sha256").add(
            f"the text's digest is {digest}, not {shown(seed.sha256)}: it was edited; put it back, "
            "or write this digest here and see to the quotes"
        )
    for agency in seed.agencies:
        _known(agency, parties, notes.within("agencies"))
    _known(seed.place, parties, notes.within("place"))
    mentions, names = _mentions(read), _names(read, parties)
    published = _UNREAD
    with notes.at("published"):
        published = Period.from_edtf(seed.published.period)
    with notes.at("published"):
        return Article(
            id=read.id,
            file=f"{read.id}.txt",
            language=seed.language,
            publisher=seed.publisher,
            title=seed.title,
            place=seed.place,
            published=published,
            published_basis=basis(seed.published.inferred, "", ()),
            text=read.text,
            sha256=digest,
            rights=seed.rights,
            agencies=seed.agencies,
            mentions=mentions,
            names=names,
        )
    return None


def basis(inferred: str, derived: str, sources: tuple[str, ...]) -> Basis:
    """Return how a record follows from the text."""
    if inferred and derived:
        raise ValueError("expected a rule under 'inferred' or under 'derived', got both")
    kind: Any = BASES[2] if derived else BASES[1] if inferred else BASES[0]
    return Basis(kind=kind, rule=derived or inferred, sources=sources)


def _mentions(read: Read) -> tuple[Mention, ...]:
    made: list[Mention] = []
    for number, seed in enumerate(read.seed.mentions):
        notes = read.notes.within(f"mentions[{number}]")
        kind: MentionKind = one_of(seed.kind, MENTION_KINDS, notes.within("kind"))
        with notes.at("quote"):
            span = find(read.text, seed.quote, seed.context)
            with notes.at("value"):
                made.append(
                    Mention(
                        span=span,
                        kind=kind,
                        value=_mention_value(seed),
                        why=seed.why,
                        change=seed.change,
                        mod=seed.mod,
                        counted=seed.counted,
                        carried=seed.carried,
                        minor=seed.minor,
                    )
                )
    kept: list[Mention] = []
    for mention in sorted(made, key=lambda mention: mention.span):
        if kept and mention.span.overlaps(kept[-1].span):
            words = f"{shown(kept[-1].span.of(read.text))} and {shown(mention.span.of(read.text))}"
            read.notes.within("mentions").add(f"mentions overlap: {words}")
        else:
            kept.append(mention)
    return tuple(kept)


def _mention_value(seed: MentionSeed) -> Measure | Period:
    return Period.from_edtf(seed.value) if seed.kind == "period" else Measure.from_text(seed.value)


def _names(read: Read, parties: Container[str]) -> tuple[NameMention, ...]:
    taken: list[NameMention] = []
    for number, seed in enumerate(read.seed.named):
        notes = read.notes.within(f"named[{number}]")
        _known(seed.party, parties, notes.within("party"))
        with notes.at("quote"):
            span = find(read.text, seed.quote, seed.context)
            taken.append(NameMention(span=span, party=seed.party))
    notes = read.notes.within("surfaces")
    for party in read.seed.surfaces:
        _known(party, parties, notes.within(party))
    return name_mentions(read.text, read.seed.surfaces, taken, notes)


def facts(read: Read, source: Source) -> tuple[Fact, ...]:
    """Return the article's facts in the order of the file; note every problem."""
    made: dict[str, Fact] = {}
    for number, seed in enumerate(read.seed.facts):
        notes = read.notes.within(f"facts[{number}]")
        if seed.suggested:
            continue
        if seed.id in made:
            notes.within("id").add(f"{shown(seed.id)} is taken")
        fact = _fact(read, seed, source, made, notes)
        if fact is not None:
            made[seed.id] = fact
    return tuple(made.values())


def _fact(
    read: Read, seed: FactSeed, source: Source, before: dict[str, Fact], notes: Notes
) -> Fact | None:
    kind = source.taxonomy.code("fact", seed.kind, notes.within("kind"))
    status: Status = one_of(seed.status, STATUSES, notes.within("status"))
    _known(seed.place, source.names, notes.within("place"))
    _known(seed.said_by, source.names, notes.within("said_by"))
    for one in seed.sources:
        if one not in before:
            notes.within("sources").add(f"no fact above has the id {shown(one)}")
    values: dict[str, Any] = {}
    for name, make in (
        ("period", lambda: Period.from_edtf(seed.period) if seed.period else None),
        ("measure", lambda: Measure.from_text(seed.measure) if seed.measure else None),
        ("horizon", lambda: value(seed.horizon)),
        ("baseline", lambda: value(seed.baseline)),
        ("basis", lambda: _fact_basis(read.id, seed)),
    ):
        with notes.at(name):
            values[name] = make()
    citations = _citations(read, seed, source, before, notes)
    involved = _involved(seed, source, notes.within("parties"))
    if len(values) < 5 or not citations:
        return None
    fact = Fact(
        id=f"{read.id}.{seed.id}",
        kind=kind,
        gloss=seed.gloss,
        status=status,
        citations=citations,
        parties=involved,
        place=seed.place,
        change=seed.change,
        said_by=seed.said_by,
        part_of=f"{read.id}.{seed.part_of}" if seed.part_of else "",
        **values,
    )
    if fact.basis.kind == "derived":
        _from_sources(fact, [before[one] for one in seed.sources if one in before], notes)
        return fact
    return evolve(fact, supports=supports(source, seed, fact, notes))


def _fact_basis(article_id: str, seed: FactSeed) -> Basis:
    """Return how the fact as a whole follows: from the reasons of its parts, from a formula."""
    inferred = "; ".join(f"{part}: {reason}" for part, reason in seed.inferred.items())
    return basis(inferred, seed.derived, tuple(f"{article_id}.{one}" for one in seed.sources))


def _from_sources(fact: Fact, sources: list[Fact], notes: Notes) -> None:
    """Hold who and where of what was computed against the facts that it was computed from."""
    known = {one.party for source in sources for one in source.parties}
    for involved in fact.parties:
        if involved.party not in known:
            notes.within("parties").add(f"no source of this fact has the party {involved.party!r}")
    if fact.place and all(fact.place != source.place for source in sources):
        notes.within("place").add(f"no source of this fact has the place {fact.place!r}")
    if fact.said_by:
        notes.within("said_by").add("what was computed, nobody said")


def _involved(seed: FactSeed, source: Source, notes: Notes) -> tuple[Involvement, ...]:
    made: list[Involvement] = []
    for word, ids in seed.parties.items():
        role = source.taxonomy.role(word, seed.kind, notes.within(word))
        for party in ids:
            _known(party, source.names, notes.within(word))
            made.append(Involvement(party=party, role=role))
    return tuple(made)


def _citations(
    read: Read, seed: FactSeed, source: Source, before: dict[str, Fact], notes: Notes
) -> tuple[Citation, ...]:
    """Return what the fact quotes, and the words that say whose speech it is.

    Where it quotes nothing, what its sources cite.
    """
    first = (QuoteSeed(quote=seed.quote, context=seed.context),) if seed.quote else ()
    made: list[Citation] = []
    for number, quote in enumerate((*first, *seed.cites)):
        path = "quote" if number < len(first) else f"cites[{number - len(first)}].quote"
        with notes.at(path):
            made.append(source.citation(find(read.text, quote.quote, quote.context)))
    said = attribution(source, seed.said_by, tuple(made)) if seed.said_by else None
    if said is not None and not any(said in one for one in made):
        made.append(said)
    if not (first or seed.cites):
        made = [one for key in seed.sources if key in before for one in before[key].citations]
        if not made:
            notes.within("quote").add("required where no source is quoted")
    elif made and not seed.said_by and source.speech(made[0].span) is not None:
        notes.within("said_by").add("required where the quote is somebody's speech")
    return tuple(dict.fromkeys(made))


def _known(party: str, parties: Container[str], notes: Notes) -> None:
    if party and party not in parties:
        notes.add(f"no party has the id {shown(party)}")


def one_of(word: str, known: tuple[Word, ...], notes: Notes) -> Word:
    """Return the word if it is known; else note it, and let the first stand for it meanwhile."""
    for one in known:
        if one == word:
            return one
    notes.add(f"unknown {shown(word)}; known: {', '.join(known)}")
    return known[0]
