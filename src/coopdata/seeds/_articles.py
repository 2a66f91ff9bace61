"""One article: its seed file and its text become an Article and its Facts."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

from attrs import frozen

from ..errors import shown
from ..model import (
    BASES,
    FACT_KINDS,
    MENTION_KINDS,
    ROLES,
    STATUSES,
    Article,
    Basis,
    Citation,
    Fact,
    FactKind,
    Involvement,
    Mention,
    MentionKind,
    NameMention,
    Role,
    Status,
)
from ..values import Measure, Period
from ._notes import Notes
from ._schema import ArticleSeed, FactSeed, MentionSeed, QuoteSeed
from ._words import find, name_mentions, value

__all__ = ["Read", "article", "basis", "facts", "one_of"]

Word = TypeVar("Word", bound=str)


@frozen(kw_only=True)
class Read:
    """A seed file that has the right form, with its text; everything in it still to be checked."""

    id: str
    seed: ArticleSeed
    text: str
    notes: Notes


def article(read: Read, parties: frozenset[str]) -> Article | None:
    """Return the article with its mentions and names; note every problem."""
    seed, notes = read.seed, read.notes
    digest = hashlib.sha256(read.text.encode("utf-8")).hexdigest()
    if digest != seed.sha256:
        notes.within("sha256").add(f"the text's digest is {digest}, not {shown(seed.sha256)}")
    _known(seed.place, parties, notes.within("place"))
    mentions, names = _mentions(read), _names(read, parties)
    with notes.at("published"):
        return Article(
            id=read.id,
            file=f"{read.id}.txt",
            language=seed.language,
            publisher=seed.publisher,
            title=seed.title,
            place=seed.place,
            published=Period.from_edtf(seed.published.period),
            published_basis=basis(seed.published.inferred, "", ()),
            text=read.text,
            sha256=digest,
            rights=seed.rights,
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


def _names(read: Read, parties: frozenset[str]) -> tuple[NameMention, ...]:
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


def facts(read: Read, parties: frozenset[str]) -> tuple[Fact, ...]:
    """Return the article's facts in the order of the file; note every problem."""
    made: dict[str, Fact] = {}
    for number, seed in enumerate(read.seed.facts):
        notes = read.notes.within(f"facts[{number}]")
        if seed.id in made:
            notes.within("id").add(f"{shown(seed.id)} is taken")
        fact = _fact(read, seed, parties, made, notes)
        if fact is not None:
            made[seed.id] = fact
    return tuple(made.values())


def _fact(
    read: Read, seed: FactSeed, parties: frozenset[str], before: dict[str, Fact], notes: Notes
) -> Fact | None:
    kind: FactKind = one_of(seed.kind, FACT_KINDS, notes.within("kind"))
    status: Status = one_of(seed.status, STATUSES, notes.within("status"))
    _known(seed.place, parties, notes.within("place"))
    _known(seed.said_by, parties, notes.within("said_by"))
    for source in seed.sources:
        if source not in before:
            notes.within("sources").add(f"no fact above has the id {shown(source)}")
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
    citations = _citations(read, seed, before, notes)
    if len(values) < 5 or not citations:
        return None
    fact = Fact(
        id=f"{read.id}.{seed.id}",
        kind=kind,
        statement=seed.statement,
        status=status,
        citations=citations,
        parties=_involved(seed, parties, notes.within("parties")),
        place=seed.place,
        change=seed.change,
        said_by=seed.said_by,
        **values,
    )
    _supported(read, seed, fact, notes)
    return fact


def _fact_basis(article_id: str, seed: FactSeed) -> Basis:
    return basis(seed.inferred, seed.derived, tuple(f"{article_id}.{one}" for one in seed.sources))


def _involved(seed: FactSeed, parties: frozenset[str], notes: Notes) -> tuple[Involvement, ...]:
    made: list[Involvement] = []
    for word, ids in seed.parties.items():
        role: Role = one_of(word, ROLES, notes.within(word))
        for party in ids:
            _known(party, parties, notes.within(word))
            made.append(Involvement(party=party, role=role))
    return tuple(made)


def _citations(
    read: Read, seed: FactSeed, before: dict[str, Fact], notes: Notes
) -> tuple[Citation, ...]:
    """Return what the fact quotes; where it quotes nothing, what its sources cite."""
    first = (QuoteSeed(quote=seed.quote, context=seed.context),) if seed.quote else ()
    made: list[Citation] = []
    for number, quote in enumerate((*first, *seed.cites)):
        path = "quote" if number < len(first) else f"cites[{number - len(first)}].quote"
        with notes.at(path):
            span = find(read.text, quote.quote, quote.context)
            made.append(
                Citation(article_id=read.id, start=span.start, end=span.end, quote=quote.quote)
            )
    if not (first or seed.cites):
        made = [
            one for source in seed.sources if source in before for one in before[source].citations
        ]
        if not made:
            notes.within("quote").add("required where no source is quoted")
    return tuple(dict.fromkeys(made))


def _supported(read: Read, seed: FactSeed, fact: Fact, notes: Notes) -> None:
    """Hold what claims to be stated against the values that the cited words state."""
    if fact.basis.kind != "stated":
        return
    cited: list[Measure | Period] = []
    stated: list[Measure | Period] = []
    for mention in read.seed.mentions:
        try:
            span = find(read.text, mention.quote, mention.context)
            read_there = _mention_value(mention)
        except ValueError:
            continue  # noted where the mention is made
        stated.append(read_there)
        if any(one.span.start <= span.start and span.end <= one.span.end for one in fact.citations):
            cited.append(read_there)
    if fact.measure is not None and not any(_same_numbers(fact.measure, one) for one in cited):
        words = f"no mention in the cited words has the numbers of {str(fact.measure)!r}"
        notes.within("measure").add(f"{words}; say why under 'inferred' or 'derived'")
    if fact.period is not None and fact.period not in stated:
        words = f"no mention of the article is {str(fact.period)!r}"
        notes.within("period").add(f"{words}; say why under 'inferred' or 'derived'")


def _same_numbers(one: Measure, other: Measure | Period) -> bool:
    if isinstance(other, Period):
        return False
    return (one.low, one.high, one.relation) == (other.low, other.high, other.relation)


def _known(party: str, parties: frozenset[str], notes: Notes) -> None:
    if party and party not in parties:
        notes.add(f"no party has the id {shown(party)}")


def one_of(word: str, known: tuple[Word, ...], notes: Notes) -> Word:
    """Return the word if it is known; else note it, and let the first stand for it meanwhile."""
    for one in known:
        if one == word:
            return one
    notes.add(f"unknown {shown(word)}; known: {', '.join(known)}")
    return known[0]
