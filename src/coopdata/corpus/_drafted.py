"""A draft as the seed of an article, which a curator mends and the build reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from attrs import evolve

from .. import formatting
from .._exact import Quotient
from .._files import write_whole
from ..errors import RecordNotFoundError, SeedError, nearest
from ..model import Mention, NameMention, Term
from ..values import Measure, Period, Span
from ._build import cues_in, known_parties, reads, words_in
from ._cues import AllCues, cue_spans, cues_of
from ._draft import draft
from ._newcomers import party_rows
from ._project import article_toml
from ._schema import ArticleSeed, FactSeed, MentionSeed, NamedSeed, SpeechSeed
from ._speech import Said
from ._suggest import Suggest
from ._suggestions import Draft, SuggestedFact
from ._taxonomy import read_taxonomy
from ._toml import rows

__all__ = ["draft_article", "seed_of"]

_REACHES: Final = (16, 32, 64, 128, 256, 512)
_NO_CUE: Final = "no word of the sentence says that it is yet to come"
_COMMENT: Final = """\
Drafted. Strike the line `suggested` of each fact that is right, mend it first where it is not, and
strike the facts that are none: what is suggested is left out of the build. Strike what is no
mention, and the names that are none.
"""


def draft_article(folder: str | Path, article: str, *, suggest: Suggest | None = None) -> Draft:
    """Write down what an article of a project seems to say; what is written there stays.

    Parties that nobody knew go into ``parties.toml``, by their names alone.
    Mentions, names and speeches are written where the file has none of them yet, suggested facts
    behind the facts that are there; a suggestion with the id of a fact that is there is not
    written again. `suggest` is a model of yours, as in `draft`; what it said and the text bears
    out is marked with its name.

    Raises:
        RecordNotFoundError: no article has that id.
        SeedError: a file of the project is not as it should be.
    """
    home = Path(folder)
    problems: list[str] = []
    found = {one.id: one for one in reads(home, problems)}
    parties, cues = known_parties(home, problems), cues_in(home, problems)
    words, taxonomy = words_in(home, problems), read_taxonomy(home, problems)
    if problems:
        raise SeedError(home.name, tuple(problems))
    if article not in found:
        raise RecordNotFoundError("article", article, nearest(article, list(found)))
    read = found[article]
    made = draft(
        read.text,
        locale=read.seed.language.replace("-", "_"),
        anchor=Period.from_edtf(read.seed.published.period),
        parties=parties,
        cues=taxonomy.cued(cues),
        words=words,
        terms=taxonomy.terms,
        suggest=suggest,
    )
    seed = seed_of(made, read.seed, cues, taxonomy.terms)
    told = home / "parties.toml"
    lines = [line for name, rows_ in party_rows(made.parties).items() for line in rows(name, rows_)]
    if lines:
        new = "\n".join(("", f"# Named in {article}; complete or strike.", *lines, ""))
        write_whole(told, told.read_bytes().rstrip() + b"\n" + new.encode())
    write_whole(home / "articles" / f"{article}.toml", article_toml(seed, _COMMENT).encode())
    return made


def seed_of(
    made: Draft, seed: ArticleSeed, cues: AllCues, terms: Sequence[Term] = ()
) -> ArticleSeed:
    """Return the seed of an article with what a draft found, beside what was written by hand."""
    text = made.text
    surfaces, named = _names(text, made.names)
    taken = {one.id for one in seed.facts}
    speeches = tuple(one for one in (_speech(text, one) for one in made.speeches) if one)
    known = {one.said_by for one in speeches}
    quoted = [(one, _quoted(text, one.span)) for one in made.mentions]
    quotable = [(one, words) for one, words in quoted if words is not None]
    held = _Values(one for one, _ in quotable)
    facts = (
        _fact(text, one, number, known, cues_of(made.language, cues).get(one.status, ()), terms)
        for number, one in enumerate(made.facts, start=1)
        if held.say(one)
    )
    return evolve(
        seed,
        mentions=seed.mentions or tuple(_mention(one, *words) for one, words in quotable),
        surfaces=seed.surfaces or surfaces,
        named=seed.named or (() if seed.surfaces else named),
        speeches=seed.speeches or speeches,
        facts=(*seed.facts, *(one for one in facts if one is not None and one.id not in taken)),
    )


class _Values:
    """What the mentions of a text say that can be quoted, to be asked of any stretch."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = tuple(mentions)
        self._starts = [one.span.start for one in self._mentions]

    def say(self, fact: SuggestedFact) -> bool:
        """Tell whether the values of a fact are those of mentions in its quote."""
        first, last = fact.quote.start, fact.quote.end
        inside = self._mentions[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        said = {one.value for one in inside if one.span.end <= last}
        return all(value is None or value in said for value in (fact.measure, fact.period))


def _mention(mention: Mention, quote: str, context: str) -> MentionSeed:
    return MentionSeed(
        quote=quote,
        context=context,
        kind=mention.kind,
        value=_value_text(mention.value),
        why=mention.why if mention.carried else "",
        change=mention.change,
        mod=mention.mod,
        counted=mention.counted,
        carried=mention.carried,
        minor=mention.minor,
    )


def _names(
    text: str, names: tuple[NameMention, ...]
) -> tuple[dict[str, tuple[str, ...]], tuple[NamedSeed, ...]]:
    """Return the forms that always name one party here, and the places of the other names."""
    places = Counter(one.span.of(text) for one in names)
    owners: dict[str, set[str]] = defaultdict(set)
    for one in names:
        owners[one.span.of(text)].add(one.party)
    plain = {
        form
        for form, parties in owners.items()
        if len(parties) == 1 and places[form] == _times_alone(text, form)
    }
    surfaces: dict[str, dict[str, None]] = {}
    named = []
    for one in names:
        form = one.span.of(text)
        quoted = None if form in plain else _quoted(text, one.span)
        if form in plain:
            surfaces.setdefault(one.party, {})[form] = None
        elif quoted is not None:
            named.append(NamedSeed(party=one.party, quote=quoted[0], context=quoted[1]))
    return {party: tuple(forms) for party, forms in surfaces.items()}, tuple(named)


def _speech(text: str, said: Said) -> SpeechSeed | None:
    """Return a speech by the words that say so, and those with which it begins and ends."""
    quoted = _quoted(text, said.words)
    whole = said.span.of(text)
    begins = next((whole[:n] for n in _REACHES if text.count(whole[:n]) == 1), "")
    ends = next((whole[-n:] for n in _REACHES if text.count(whole[-n:]) == 1), "")
    if quoted is None or not begins or not ends:
        return None
    quote, context = quoted
    return SpeechSeed(said_by=said.said_by, quote=quote, context=context, begins=begins, ends=ends)


def _fact(
    text: str,
    fact: SuggestedFact,
    number: int,
    speakers: set[str],
    told: tuple[str, ...],
    terms: Sequence[Term],
) -> FactSeed | None:
    quoted = _quoted(text, fact.quote)
    if quoted is None:
        return None
    start, end = fact.quote.start, fact.quote.end
    has_cue = any(True for cue in told for _ in cue_spans(cue, text, start, end, anyhow=True))
    reason = _NO_CUE if fact.status == "actual" else f"{fact.origin} says so"
    parties: dict[str, tuple[str, ...]] = {}
    for role, party in fact.parties:
        parties[role] = (*parties.get(role, ()), party)
    return FactSeed(
        suggested="; ".join((*((f"by {fact.origin}",) if fact.origin else ()), *fact.why)),
        id=f"{fact.kind.replace('_', '-')}-{number}",
        kind=fact.kind,
        gloss=_gloss(fact, terms),
        quote=quoted[0],
        context=quoted[1],
        status=fact.status,
        parties=parties,
        period=_value_text(fact.period) if fact.period is not None else "",
        measure=_value_text(fact.measure) if fact.measure is not None else "",
        change=fact.change,
        said_by=fact.said_by if fact.said_by in speakers else "",
        inferred={} if has_cue else {"status": reason},
    )


def _value_text(value: Measure | Period) -> str:
    """Return a value as a curator writes it; a third is written 1/3, for it has no last digit."""
    if isinstance(value, Period):
        return value.edtf
    text = str(value)
    for bound in (value.low, value.high):
        if isinstance(bound, Quotient):
            numerator, denominator = bound.as_integer_ratio()
            text = text.replace(str(bound), f"{numerator}/{denominator}")
    return text


def _gloss(fact: SuggestedFact, terms: Sequence[Term]) -> str:
    """Return what is suggested in English; a curator writes the sentence."""
    parts = [formatting.label("fact", fact.kind, locale="en", terms=terms).capitalize()]
    if fact.measure is not None:
        parts.append(formatting.measure(fact.measure, locale="en"))
    if fact.period is not None:
        parts.append(formatting.period(fact.period, locale="en"))
    return ", ".join(parts) + f" ({formatting.label('status', fact.status, locale='en')})."


def _quoted(text: str, span: Span) -> tuple[str, str] | None:
    """Return the words of a span, with a context that is there once where they are not.

    Nothing where even a long stretch around them is said twice.
    """
    quote = span.of(text)
    if _times(text, quote, 2) == 1:
        return quote, ""
    for reach in _REACHES:
        for left, right in ((reach, 0), (0, reach), (reach, reach)):
            context = text[max(0, span.start - left) : span.end + right]
            if _times(context, quote, 2) == 1 and _times(text, context, 2) == 1:
                return quote, context
    return None


def _times_alone(text: str, form: str) -> int:
    """Count where a form stands as words of its own, if it stands nowhere else."""
    alone = len(re.findall(rf"(?<!\w){re.escape(form)}(?!\w)", text))
    return alone if alone == _times(text, form) else -1


def _times(text: str, words: str, most: int = 1_000_000) -> int:
    """Count where words stand, overlapping places too, up to a bound."""
    count, at = 0, text.find(words)
    while at >= 0 and count < most:
        count += 1
        at = text.find(words, at + 1)
    return count
