"""What somebody, or a model, claims that a text says, held against the text."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, Final

from attrs import field, frozen

from .._fixed import Record, texts
from ..errors import CoopdataError, InvalidValueError, shown
from ..model import Mention
from ..reader import Reader, WordLists
from ..values import Measure, Period, Span
from ._words import find

__all__ = ["CheckedClaim", "check_claims", "checked", "stated"]

_KEYS: Final = ("quote", "context", "measure", "period")
_A_CLAIM: Final = f"a mapping with a quote, and with {' or '.join(_KEYS[1:])}"
_VALUES: Final[dict[str, type[Measure | Period]]] = {"measure": Measure, "period": Period}


@frozen(kw_only=True)
class CheckedClaim(Record):
    """A claim and what the text has to say to it.

    Attributes:
        quote: The words that are claimed to stand in the text.
        spans: Where they do; a place where they cut a value short only where there is no other.
        read: The values that are read in them, in text order.
        problems: What does not hold; empty where everything does.
        cut: What the text says where the quote cuts it short, as "$5" does "$5 million": quote
            the whole words of the mention.
    """

    quote: str
    spans: tuple[Span, ...]
    read: tuple[Measure | Period, ...]
    problems: tuple[str, ...] = field(converter=texts)
    cut: tuple[Mention, ...] = ()

    def __bool__(self) -> bool:
        return not self.problems


def check_claims(
    text: str,
    claims: Iterable[Mapping[str, Any]],
    *,
    locale: str,
    anchor: dt.date | Period | None = None,
    words: WordLists | str | PathLike[str] | None = None,
) -> tuple[CheckedClaim, ...]:
    """Hold claims against a text: the quote stands there, and the numbers read as claimed.

    A number is read in the text, not in the quote alone: one that the quote cuts short, as "$5"
    does "$5 million" and "12" does "120", makes the claim fail whatever it claims.

    Args:
        text: What is quoted.
        claims: Mappings with a ``quote``, and where a value is claimed with a ``measure`` (a
            `Measure`, or text such as ``"28000000 USD"`` and ``"$28 million"``) or a ``period``
            (a `Period`, or EDTF). A ``context`` is a longer stretch that stands in the text once
            and has the quote in it: the quote is looked for there alone.
        locale: The locale of the text.
        anchor: When it was written; see `extract.mentions`.
        words: Words of your own; see `Reader`.

    Returns:
        One answer for each claim, which is true where the claim holds.

    Raises:
        InvalidValueError: a claim has no quote, or a key that claims do not have.

    Examples:
        >>> text = "The plant invested $28 million in 2016."
        >>> claims = [{"quote": "invested $28 million", "measure": "$28 million"},
        ...           {"quote": "$28 million", "measure": "30000000 USD"}]
        >>> [bool(one) for one in check_claims(text, claims, locale="en")]
        [True, False]
    """
    reader = Reader(locale=locale, words=words, anchor=anchor)
    mentions = reader.mentions(text)
    if isinstance(claims, Mapping) or not isinstance(claims, Iterable):
        raise InvalidValueError(claims, f"claims are a list; each is {_A_CLAIM}")
    return tuple(checked(text, claim, mentions, reader) for claim in claims)


def checked(
    text: str, claim: Mapping[str, Any], mentions: tuple[Mention, ...], reader: Reader
) -> CheckedClaim:
    """Return what a text, of which the mentions are given, has to say to one claim."""
    given: object = claim  # models return anything
    quote = claim.get("quote") if isinstance(given, Mapping) else None
    if not isinstance(quote, str) or not quote or any(key not in _KEYS for key in claim):
        raise InvalidValueError(claim, f"a claim is {_A_CLAIM}")
    problems: list[str] = []
    spans = _places(text, quote, claim.get("context", ""), problems)
    kinds = (Measure, *(kind for key, kind in _VALUES.items() if key in claim))
    whole = tuple(one for one in spans if not _cuts(text, one, mentions, kinds))
    cut = _cuts(text, spans[0], mentions, kinds) if spans and not whole else ()
    problems += [_short(text, one) for one in cut]
    spans = whole or spans
    read = tuple(one.value for span in spans for one in _inside(mentions, span))
    for key, kind in _VALUES.items():
        if key not in claim:
            continue
        try:
            wanted = _wanted(claim[key], kind, reader)
        except CoopdataError as err:
            problems.append(f"{key}: {err}")
            continue
        found = [one for one in read if isinstance(one, kind)]
        if spans and not cut and not any(_same(wanted, one) for one in found):
            told = ", ".join(map(str, found)) or "none"
            problems.append(f"{key}: the quote says {told}, not {wanted}")
    known = tuple(one for one in cut if isinstance(one, Mention))
    return CheckedClaim(quote=quote, spans=spans, read=read, problems=problems, cut=known)


def stated(claim: Mapping[str, Any], found: CheckedClaim, reader: Reader) -> dict[str, Any]:
    """Return the values of a claim that holds, as they are read in its quote."""
    return {
        key: next(one for one in found.read if isinstance(one, kind) and _same(wanted, one))
        for key, kind in _VALUES.items()
        if key in claim and (wanted := _wanted(claim[key], kind, reader))
    }


def _start(mention: Mention) -> int:
    return mention.span.start


def _inside(mentions: Sequence[Mention], span: Span) -> Iterator[Mention]:
    """Yield the mentions that lie in a span; all of them are in the order of the text."""
    for at in range(bisect_left(mentions, span.start, key=_start), len(mentions)):
        if mentions[at].span.end > span.end:
            return
        yield mentions[at]


def _cuts(
    text: str, span: Span, mentions: Sequence[Mention], kinds: tuple[type[Measure | Period], ...]
) -> tuple[Mention | Span, ...]:
    """Return the values of some kinds, and the digits, that go on over an edge of a span."""
    found: dict[Mention | Span, None] = {}
    for edge in (span.start, span.end):
        at = bisect_left(mentions, edge, key=_start) - 1
        over = mentions[at] if at >= 0 and edge < mentions[at].span.end else None
        if over is not None and isinstance(over.value, kinds):
            found[over] = None
        elif 0 < edge < len(text) and text[edge - 1].isdecimal() and text[edge].isdecimal():
            found[Span(start=edge - 1, end=edge + 1)] = None
    return tuple(found)


def _short(text: str, cut: Mention | Span) -> str:
    if isinstance(cut, Mention):
        words = shown(cut.span.of(text))
        return f"the quote cuts {words} short, which says {cut.value}; quote it whole"
    return f"the quote cuts a number in two, at {shown(cut.of(text))}; quote it whole"


def _places(text: str, quote: str, context: Any, problems: list[str]) -> tuple[Span, ...]:
    """Return where a quote stands, in its context where it has one."""
    if not context:
        spans = tuple(_standing(text, quote))
        problems += [] if spans else [f"the text has {shown(quote)} nowhere"]
        return spans
    try:
        return (find(text, quote, str(context)),)
    except ValueError as err:
        problems.append(str(err))
        return ()


def _wanted(value: Any, kind: type[Any], reader: Reader) -> Any:
    """Return a claimed value: a record, or read as its record prints it or people write it."""
    if isinstance(value, kind):
        return value
    if not isinstance(value, str):
        raise InvalidValueError(value, "expected a value or its text")
    if kind is Period:
        return Period.from_edtf(value)
    return _measure(value, reader)


def _measure(words: str, reader: Reader) -> Measure:
    try:
        return Measure.from_text(words)
    except CoopdataError:
        return reader.measure(words)


def _standing(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        yield Span(start=at, end=at + len(quote))
        at = text.find(quote, at + len(quote))


def _same(wanted: Measure | Period, found: Measure | Period) -> bool:
    """Tell whether two values are the same, in whatever unit."""
    if wanted == found:
        return True
    if not isinstance(wanted, Measure) or not isinstance(found, Measure):
        return False
    try:
        return found.to(wanted.unit) == wanted
    except CoopdataError:
        return False
