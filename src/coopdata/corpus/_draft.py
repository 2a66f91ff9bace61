"""What a text seems to say, written down for a curator: mentions, names, and facts to accept.

A fact is suggested where one sentence has a measure and a word that says what kind of fact it is
(`cues.toml`); where that is open, nothing is suggested, since a wrong suggestion costs a curator
more than a missing one. Everything in a suggestion is in words of its sentence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, Final

from attrs import frozen

from .. import cldr
from .._text.sentences import sentences
from ..model import (
    NAME_KINDS,
    FactKind,
    Mention,
    NameMention,
    Organisation,
    Party,
    Place,
    Status,
    Term,
)
from ..reader import Reader, WordLists
from ..values import Measure, Period, Span
from ._cues import MEASURED, MEASURES, AllCues, Cues, cue_spans, cues_of, shipped_cues
from ._newcomers import newcomers
from ._speech import LONGEST, speeches
from ._suggest import Suggest, held
from ._suggestions import Draft, SuggestedFact

__all__ = ["draft"]

_NOT_YET: Final[tuple[Status, ...]] = ("target", "proposed", "planned")
#: How far from the word that tells the kind an organisation stands that it is said of.
_BESIDE: Final = 30
#: Kinds to which all who are named belong alike.
_ALIKE: Final = frozenset({"trade", "cooperation", "contract", "project", "meeting"})
#: Who it is that a fact of a kind tells of, where one organisation alone is named.
_SUBJECT: Final = {
    "investment": "investor",
    "production": "producer",
    "capacity": "producer",
    "localisation": "producer",
    "export": "exporter",
    "supply": "supplier",
    "financing": "financier",
    "launch": "producer",
    "presence": "subject",
    "founding": "subject",
    "product_range": "producer",
}


def draft(
    text: str,
    *,
    locale: str,
    anchor: dt.date | Period | None = None,
    parties: Sequence[Party] = (),
    cues: AllCues | None = None,
    words: WordLists | str | PathLike[str] | None = None,
    terms: Sequence[Term] = (),
    suggest: Suggest | None = None,
) -> Draft:
    """Find the mentions and names of a text, and suggest facts.

    Args:
        text: Any text.
        locale: The locale that it is written in.
        anchor: When it was written; see `extract.mentions`.
        parties: Who is known; their names are found with their endings.
        cues: The words that tell kinds and statuses; by default those that are shipped.
        words: Words of your own; see `Reader`.
        terms: Kinds of fact and roles of your own, which `suggest` may name.
        suggest: A model of yours: called with the text, it returns claims, mappings with a
            ``quote`` of the text, a ``kind``, and what else a suggestion says. Each is held
            against the text as `check_claims` does; what fails is among `refused`.

    Examples:
        >>> made = draft("В развитие производства инвестировано 28 млн. долларов.", locale="ru")
        >>> [(one.kind, one.status, str(one.measure)) for one in made.facts]
        [('investment', 'actual', '28000000 USD')]
    """
    language = cldr.locale_id(locale).replace("_", "-")
    every = shipped_cues() if cues is None else cues
    told = cues_of(language, every)
    reader = Reader(locale=locale, words=words, anchor=anchor)
    mentions = reader.mentions(text)
    named = reader.mentions(text, kinds=NAME_KINDS, parties=parties)
    found = [one for one in named if isinstance(one, NameMention)]
    names, unknown = newcomers(found, language.partition("-")[0], (one.id for one in parties))
    known = {one.id: one for one in (*parties, *unknown)}
    said = tuple(speeches(text, names, known, told))
    facts: list[SuggestedFact] = []
    rest, near = _Within(mentions), _Within(names)
    for first, last in sentences(text):
        if last - first > LONGEST:
            continue
        here = _Sentence(
            text=text,
            span=Span(start=first, end=last),
            mentions=rest.of(first, last),
            names=near.of(first, last),
            parties=known,
            said_by=next((one.said_by for one in said if _covers(one.span, first, last)), ""),
            cues=told,
            measures=every.get(MEASURES, {}),
        )
        facts += _suggested(here)
    more, refused = held(
        suggest,
        text,
        reader,
        mentions=mentions,
        names=names,
        said=said,
        known=known,
        facts=facts,
        terms=terms,
    )
    return Draft(
        text=text,
        language=language,
        mentions=mentions,
        names=names,
        parties=unknown,
        speeches=said,
        facts=(*facts, *more),
        refused=refused,
    )


class _Within:
    """Hands out what lies in one stretch after the other of a text, going through it once."""

    def __init__(self, found: Sequence[Any]) -> None:
        self._found, self._at = found, 0

    def of(self, first: int, last: int) -> list[Any]:
        """Return what lies in a stretch behind those asked for before."""
        inside = []
        while self._at < len(self._found) and self._found[self._at].span.end <= last:
            if self._found[self._at].span.start >= first:
                inside.append(self._found[self._at])
            self._at += 1
        return inside


def _covers(span: Span, first: int, last: int) -> bool:
    return span.start <= first and last <= span.end


@frozen(kw_only=True)
class _Sentence:
    """One sentence with what was found in it."""

    text: str
    span: Span
    mentions: list[Mention]
    names: list[NameMention]
    parties: Mapping[str, Party]
    said_by: str
    cues: Cues
    measures: Cues


def _suggested(here: _Sentence) -> Iterator[SuggestedFact]:
    """Yield a fact for each measure of the sentence whose kind a word of it says."""
    for mention in here.mentions:
        value = mention.value
        if mention.kind not in MEASURED or mention.minor or not isinstance(value, Measure):
            continue
        told = _kind(here, mention)
        if told is None:
            continue
        kind, cue = told
        status, because = _status(here)
        period = _period(here, mention)
        yield SuggestedFact(
            kind=kind,
            status=status,
            quote=here.span,
            measure=value,
            period=period,
            change=mention.change,
            parties=_involved(here, kind, cue),
            said_by=here.said_by,
            why=(
                f"{kind}: {cue.of(here.text)!r}",
                f"{status}: {because}",
                f"measure: {mention.why}",
            ),
        )


def _kind(here: _Sentence, mention: Mention) -> tuple[FactKind, Span] | None:
    """Return the kind of which a word stands nearest to a measure, where one alone does."""
    found: list[tuple[int, FactKind, Span]] = []
    for kind in here.measures:
        for cue in here.cues.get(kind, ()) if _may_measure(here, kind, mention) else ():
            spans = cue_spans(cue, here.text, here.span.start, here.span.end, anyhow=True)
            for start, end in spans:
                gap = max(start - mention.span.end, mention.span.start - end, 0)
                found.append((gap, kind, Span(start=start, end=end)))
    return min(found)[1:] if found else None


def _may_measure(here: _Sentence, kind: str, mention: Mention) -> bool:
    """Tell whether a fact of a kind has such a measure; a rise by a percentage is a change."""
    unit = mention.value.unit if isinstance(mention.value, Measure) else ""
    is_change = mention.kind == "percent" and mention.change is not None
    said = {unit, "change" if is_change else mention.kind}
    return not said.isdisjoint(here.measures.get(kind, ()))


def _status(here: _Sentence) -> tuple[Status, str]:
    """Return what a word of the sentence says of how real it is; else that it is so."""
    for status in _NOT_YET:
        for cue in here.cues.get(status, ()):
            for start, end in cue_spans(
                cue, here.text, here.span.start, here.span.end, anyhow=True
            ):
                return status, repr(here.text[start:end])
    return "actual", "no word says otherwise"


def _period(here: _Sentence, mention: Mention) -> Period | None:
    """Return the period that a sentence has for a measure: its only one, or the one before it."""
    periods = [one for one in here.mentions if one.kind == "period" and not one.minor]
    before = [one for one in periods if one.span.end <= mention.span.start]
    found = [one.value for one in (periods if len(periods) == 1 else before)]
    return found[0] if len(found) == 1 and isinstance(found[0], Period) else None


def _involved(here: _Sentence, kind: FactKind, cue: Span) -> tuple[tuple[str, str], ...]:
    """Return who is named: two or more as partners, or the organisation beside the word."""
    named = [one for one in here.names if one.party != here.said_by]
    if kind in _ALIKE:
        alike = dict.fromkeys(one.party for one in named if _is_partner(here.parties[one.party]))
        return tuple(("partner", one) for one in alike) if len(alike) > 1 else ()
    firms = {
        one.party
        for one in named
        if isinstance(here.parties[one.party], Organisation)
        and max(cue.start - one.span.end, one.span.start - cue.end) <= _BESIDE
    }
    return ((_SUBJECT[kind], firms.pop()),) if len(firms) == 1 and kind in _SUBJECT else ()


def _is_partner(party: Party) -> bool:
    """Tell organisations, countries and regions; a town is where it happens."""
    if isinstance(party, Place):
        return party.level in ("country", "region")
    return isinstance(party, Organisation)
