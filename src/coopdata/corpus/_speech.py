"""Who says what: a word of saying beside a name, and the stretch that it tells of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from .._fixed import Record
from .._text.sentences import sentences
from ..model import NameMention, Organisation, Party, Person
from ..values import Span
from ._cues import Cues, cue_spans

__all__ = ["LONGEST", "Said", "speeches"]

#: What is longer is no sentence but a run of them, of which nobody can tell what belongs together.
LONGEST: Final = 2000

#: How far from a word of saying its subject may stand.
_BESIDE: Final = 90
#: How far behind a colon a quotation may begin.
_GAP: Final = 12
_OPENING: Final = re.compile('[«“„"「『]')
_PAIRS: Final = {"«": "»", "“": "”", "„": "“", '"': '"', "「": "」", "『": "』"}


@frozen(kw_only=True)
class Said(Record):
    """What somebody says: the stretch, and the words that say whose it is."""

    said_by: str
    span: Span
    words: Span


def speeches(
    text: str, names: Sequence[NameMention], parties: Mapping[str, Party], cues: Cues
) -> Iterator[Said]:
    """Yield who says what, in the order of the text; what nobody is named to say is left out.

    "X said that …" tells of its sentence. Where the sentence ends in a colon, or has a quotation in
    it, the speech is what stands between the marks, however many sentences that is.
    """
    speakers = [one for one in names if isinstance(parties.get(one.party), (Person, Organisation))]
    starts = [one.span.start for one in speakers]
    end = paragraph = 0
    is_announced = False  # the paragraph ends in a colon
    for first, last in sentences(text):
        if last > paragraph:
            paragraph = _line_end(text, last)
            is_announced = text.endswith(":", 0, paragraph)
        if first < end or last - first > LONGEST:
            continue
        here = speakers[bisect_left(starts, first) : bisect_left(starts, last)]
        said = _told(text, first, last, here, parties, cues)
        if said is None:
            continue
        who, words = said
        colon = paragraph if is_announced else text.find(":", first, last) + 1
        span = (_quoted(text, colon) if colon else None) or Span(start=first, end=last)
        end = span.end
        start = min(first, span.start)
        yield Said(said_by=who, span=Span(start=start, end=max(last, end)), words=words)


def _told(
    text: str,
    first: int,
    last: int,
    here: Sequence[NameMention],
    parties: Mapping[str, Party],
    cues: Cues,
) -> tuple[str, Span] | None:
    """Return who is said to speak in a sentence, and by which words: the nearest, people first."""
    found: list[tuple[bool, int, str, Span]] = []
    for cue in cues.get("says", ()) if here else ():
        for start, stop in cue_spans(cue, text, first, last, anyhow=True):
            for one in here:
                gap = max(start - one.span.end, one.span.start - stop)
                if 0 <= gap <= _BESIDE:
                    is_other = not isinstance(parties[one.party], Person)
                    words = Span(start=min(start, one.span.start), end=max(stop, one.span.end))
                    found.append((is_other, gap, one.party, words))
    if not found:
        return None
    _, _, who, words = min(found, key=lambda one: one[:3])
    return who, words


def _line_end(text: str, at: int) -> int:
    """Return where the line that a sentence ends in ends, without the white space behind it."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    while end > at and text[end - 1].isspace():
        end -= 1
    return end


def _quoted(text: str, at: int) -> Span | None:
    """Return the quotation that a colon introduces, which may end its paragraph."""
    opening = _OPENING.search(text, at, at + _GAP)
    if opening is None or text[at : opening.start()].strip(" \n\t\r—–-"):
        return None
    close = text.find(_PAIRS[opening[0]], opening.end())
    return None if close < 0 else Span(start=opening.start(), end=close + 1)
