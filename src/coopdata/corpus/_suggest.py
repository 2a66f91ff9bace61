"""What a user's own model claims, held against the text before it becomes a suggestion."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, get_args

from ..errors import CoopdataError, shown
from ..model import STATUSES, Change, Mention, NameMention, Party, Term
from ..model.terms import codes
from ..reader import Reader
from ..values import Span
from ._claims import CheckedClaim, checked, stated
from ._speech import Said
from ._suggestions import RefusedClaim, SuggestedFact

__all__ = ["Suggest", "held"]

#: Called with a text, returns claims: mappings of which `_KEYS` says the keys.
Suggest: TypeAlias = Callable[[str], Iterable[Mapping[str, Any]]]
_CLAIMED: Final = ("quote", "context", "measure", "period")
_KEYS: Final = (*_CLAIMED, "kind", "status", "change", "parties", "said_by", "why", "origin")


def held(
    suggest: Suggest | None,
    text: str,
    reader: Reader,
    *,
    mentions: tuple[Mention, ...],
    names: Sequence[NameMention],
    said: Sequence[Said],
    known: Mapping[str, Party],
    facts: Sequence[SuggestedFact],
    terms: Sequence[Term] = (),
) -> tuple[tuple[SuggestedFact, ...], tuple[RefusedClaim, ...]]:
    """Return what a model suggests and the text bears out, and what is refused."""
    if suggest is None:
        return (), ()
    name = getattr(suggest, "__name__", "") or type(suggest).__name__
    made: list[SuggestedFact] = []
    refused: list[RefusedClaim] = []
    there: dict[object, list[SuggestedFact]] = {}
    for one in facts:
        there.setdefault(_core(one), []).append(one)
    for given in suggest(text):
        claim: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
        problems: list[str] = []
        found = _found(text, claim, mentions, reader, terms, problems)
        fact = None
        if found is not None:
            problems += _unsaid(claim, found.spans[0], names, said, known, codes("role", terms))
        if found is not None and not problems:
            fact = _fact(claim, found, reader, name)
            same = there.setdefault(_core(fact), [])
            if any(_is_same(fact, one) for one in same):
                problems.append("it is suggested already")
        if fact is None or problems:
            quote = claim.get("quote")
            origin = _origin(claim, name)
            words = quote if isinstance(quote, str) else ""
            refused.append(RefusedClaim(quote=words, origin=origin, problems=problems))
        else:
            made.append(fact)
            there[_core(fact)].append(fact)
    return tuple(made), tuple(refused)


def _origin(claim: Mapping[str, Any], name: str) -> str:
    origin = claim.get("origin")
    return origin if isinstance(origin, str) and origin else name


def _found(
    text: str,
    claim: Mapping[str, Any],
    mentions: tuple[Mention, ...],
    reader: Reader,
    terms: Sequence[Term],
    problems: list[str],
) -> CheckedClaim | None:
    """Return the claim as the text has it: its quote is there once, its values are read in it."""
    unknown = [str(key) for key in claim if key not in _KEYS]
    if unknown:
        problems.append(f"unknown {', '.join(unknown)}; known: {', '.join(_KEYS)}")
    words = {"kind": codes("fact", terms), "status": STATUSES, "change": get_args(Change)}
    for key, known in words.items():
        if (key == "kind" or claim.get(key) is not None) and claim.get(key) not in known:
            problems.append(f"{key}: unknown {shown(claim.get(key))}; known: {', '.join(known)}")
    try:
        told = {key: claim[key] for key in _CLAIMED if claim.get(key) is not None}
        found = checked(text, told, mentions, reader)
    except CoopdataError as err:
        problems.append(str(err))
        return None
    problems += found.problems
    if len(found.spans) > 1:
        problems.append(f"{shown(found.quote)} is several times in the text; give its context")
    return found if len(found.spans) == 1 else None


def _unsaid(
    claim: Mapping[str, Any],
    quote: Span,
    names: Sequence[NameMention],
    said: Sequence[Said],
    known: Mapping[str, Party],
    taken: Sequence[str],
) -> Iterator[str]:
    """Yield who is claimed to be involved or to speak, and is not there."""
    parties = claim.get("parties") or {}
    if not isinstance(parties, Mapping):
        yield f"parties: expected roles with ids, got {shown(parties)}"
        return
    first = bisect_left(names, quote.start, key=lambda one: one.span.start)
    last = bisect_left(names, quote.end, key=lambda one: one.span.start)
    there = {one.party for one in names[first:last] if one.span.end <= quote.end}
    for role, ids in parties.items():
        if role not in taken:
            yield f"parties: unknown role {shown(role)}; known: {', '.join(taken)}"
        for party in _ids(ids):
            if not isinstance(party, str) or party not in known:
                yield f"parties: no party has the id {shown(party)}"
            elif party not in there:
                yield f"parties: the quote does not name {shown(party)}"
    speaker = claim.get("said_by")
    speaks = (one.span for one in said if one.said_by == speaker)
    if speaker and not any(one.start <= quote.start and quote.end <= one.end for one in speaks):
        yield f"said_by: the quote is no speech of {shown(speaker)}"


def _ids(given: Any) -> tuple[Any, ...]:
    return tuple(given) if isinstance(given, list | tuple) else (given,)


def _fact(
    claim: Mapping[str, Any], found: CheckedClaim, reader: Reader, name: str
) -> SuggestedFact:
    why = claim.get("why") or ()
    roles: Mapping[str, Any] = claim.get("parties") or {}
    values = {key: claim[key] for key in _CLAIMED if claim.get(key) is not None}
    return SuggestedFact(
        kind=claim["kind"],
        status=claim.get("status") or "actual",
        quote=found.spans[0],
        change=claim.get("change"),
        parties=tuple((role, one) for role, ids in roles.items() for one in _ids(ids)),
        said_by=claim.get("said_by") or "",
        why=(why,) if isinstance(why, str) else tuple(map(str, why)),
        origin=_origin(claim, name),
        **stated(values, found, reader),
    )


def _core(fact: SuggestedFact) -> object:
    return fact.kind, fact.status, fact.measure


def _is_same(fact: SuggestedFact, other: SuggestedFact) -> bool:
    """Tell whether one with the same core says no more of the same words."""
    return fact.period in (None, other.period) and fact.quote.overlaps(other.quote)
