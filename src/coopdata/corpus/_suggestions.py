"""What a draft is made of."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from .._fixed import Record, texts, tuple_of
from ..model import Change, FactKind, Mention, NameMention, Party, Status
from ..values import Measure, Period, Span
from ._speech import Said

__all__ = ["Draft", "RefusedClaim", "SuggestedFact"]


@frozen(kw_only=True)
class SuggestedFact(Record):
    """A fact that a sentence seems to state, for a person to accept, mend or strike.

    Attributes:
        kind: One of `FACT_KINDS`, or one of the project's own.
        status: ``actual`` where no word of the sentence says otherwise.
        quote: The sentence.
        measure: How much; its mention lies in the quote.
        period: When, where the sentence names one period.
        change: ``increase`` or ``decrease`` where the measure is a change.
        parties: Who is involved: pairs of a role and the id of a party that the quote names.
        said_by: Id of the speaker; empty where nobody is told to speak.
        why: The words and rules that it rests on.
        origin: Who suggested it; empty for our own rules.
    """

    kind: FactKind
    status: Status
    quote: Span
    measure: Measure | None = None
    period: Period | None = None
    change: Change | None = None
    parties: tuple[tuple[str, str], ...] = ()
    said_by: str = ""
    why: tuple[str, ...] = field(default=(), converter=texts)
    origin: str = ""


@frozen(kw_only=True)
class RefusedClaim(Record):
    """What a `suggest` function said and the text does not; it is no suggestion.

    Attributes:
        quote: The words that it quoted.
        origin: Who said it.
        problems: Why it is refused.
    """

    quote: str
    origin: str
    problems: tuple[str, ...] = field(converter=texts)


def _mentions(given: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple_of(Mention, given)


def _facts(given: Iterable[SuggestedFact]) -> tuple[SuggestedFact, ...]:
    return tuple_of(SuggestedFact, given)


@frozen(kw_only=True)
class Draft(Record):
    """Everything that was found in a text.

    Attributes:
        text: The text.
        language: BCP 47.
        mentions: Quantities and periods.
        names: Where parties are named, those that are known and those in `parties`.
        parties: Who is named and was not known; made up of the name alone.
        speeches: Who says what, from where to where.
        facts: What is suggested, in the order of the text; then what `suggest` gave.
        refused: What `suggest` gave and the text does not say.
    """

    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    language: str
    mentions: tuple[Mention, ...] = field(converter=_mentions)
    names: tuple[NameMention, ...]
    parties: tuple[Party, ...]
    speeches: tuple[Said, ...]
    facts: tuple[SuggestedFact, ...] = field(converter=_facts)
    refused: tuple[RefusedClaim, ...] = ()
