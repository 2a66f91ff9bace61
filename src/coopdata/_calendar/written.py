"""Read the periods that people write: the same engine over the patterns of a language file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..values import Period
from .context import Place, can_begin, can_end, deadline, is_barred, is_cased, is_met, says
from .language import Lexicon, Rule, phrases_after, phrases_before
from .machine import BEYOND
from .relative import Context, resolved
from .walk import fields, walk

__all__ = ["PeriodReading", "periods_at", "whole_period"]

_MODS: Final = frozenset({"early", "mid", "late"})
_DIGITS: Final = re.compile(r"\d{1,5}").match
_WORD: Final = re.compile(r"[^\W\d_]{1,64}").match


class PeriodReading(NamedTuple):
    """A period found in a text.

    Attributes:
        start: Where it begins.
        end: Where it ends, exclusive.
        value: The period; open where it is relative and the day of the text is not known.
        pattern: The name of the pattern that it has.
        notes: What the words around it did: ``deadline`` where the clause decides whether a
            preposition means "until" or "by", then ``since`` or ``until``, then the modifier.
        mod: ``by``, ``early``, ``mid``, ``late``, ``after`` or ``before``.
        minor: Whether it is a minor mention, such as "today".
    """

    start: int
    end: int
    value: Period
    pattern: str
    notes: tuple[str, ...]
    mod: str | None
    minor: bool

    @property
    def why(self) -> str:
        """The pattern and the notes in words, such as ``"year, since"``; for readers, not rules."""
        return ", ".join((self.pattern, *self.notes))


def periods_at(
    text: str,
    lowered: str,
    pos: int,
    own: Lexicon,
    anchor: dt.date | None = None,
    previous: Period | None = None,
    *,
    alone: bool = False,
) -> PeriodReading | None:
    """Return the longest period whose words begin exactly at `pos`, or `None`.

    Args:
        text: The text.
        lowered: The text, lower-cased character by character.
        pos: Where the first word or digit of the period stands.
        own: The patterns of the text's language.
        anchor: The day of the text, which "this year" is relative to.
        previous: The last period mentioned before, which "a year earlier" is relative to.
        alone: Whether the text is said to be a period, so that four digits need no other cue.
    """
    if _is_hopeless(lowered, pos, own):
        return None
    walked = walk(own.root, lowered, pos, own.names_at)
    if not walked:
        return None
    before = phrases_before(own, lowered, pos)
    if not can_begin(lowered, pos, own, before):
        return None
    place = Place(text, lowered, pos, own, anchor, previous, before, alone)
    walked.sort(key=lambda each: (-each[0], each[1]))
    best: PeriodReading | None = None
    for end, rules, captures in walked:
        if best is not None and end <= best.end:
            break
        if not can_end(lowered, end, own):
            continue
        for number in rules:
            rule = own.rules[number]
            captured = fields(captures)
            own_end = dict(captured).get(BEYOND, end) if rule.beyond else end
            if best is not None and own_end <= best.end:
                continue
            best = _reading(place, own_end, rule, captured) or best
    return best


def _is_hopeless(lowered: str, pos: int, own: Lexicon) -> bool:
    """Tell at a glance that the digits at `pos` begin no period, as most of a text's do not."""
    run = _DIGITS(lowered, pos)
    if run is None:
        return False
    end = run.end()
    if end - pos == 4:
        return False
    following = lowered[end : end + 1]
    if end - pos > 4 or following in ("%", ",", ":", ";", ")", ""):
        return True
    if following == " ":
        following = lowered[end + 1 : end + 2]
        end += 1
    if not following.isalpha():
        return False
    if not own.words:
        return following not in own.names.lengths and following not in own.chars
    word = _WORD(lowered, end)
    if word is None:
        return False
    name = word.group()
    table = own.names.table
    return name not in table and f"{name}." not in table


def _reading(
    place: Place, end: int, rule: Rule, captured: list[tuple[str, int]]
) -> PeriodReading | None:
    """Return the reading that one way through the machine gives, if its surroundings allow it."""
    own = place.own
    does = [each for each, _ in place.before if each != "skip"]
    behind = [each for each, _ in phrases_after(own, place.lowered, end)]
    if does[:1] == ["never"]:  # a street is named after the day
        return None
    if rule.needs and not is_met(place, end, rule.needs, does, behind):
        return None
    if own.cased and not is_cased(place, end):
        return None
    ahead = place.anchor is not None and says(place, end, "ahead")
    value = resolved(captured, Context(place.anchor, place.previous, own.day_first, ahead))
    if value is None:
        return None
    return _finished(place, end, rule, value, [*_until_op(does), *behind])


def _until_op(does: list[str]) -> list[str]:
    """Return the parts of the year named before, and the first preposition before them."""
    found: list[str] = []
    for each in does:
        found.append(each)
        if each not in _MODS:
            break
    return found


def _finished(place: Place, end: int, rule: Rule, value: Period, does: list[str]) -> PeriodReading:
    """Let the words around a period open it or qualify it."""
    mod: str | None = None
    opened = ""
    for each in does:
        if each == "deadline" and "/" in value.edtf:
            continue
        what = deadline(place, end) if each == "deadline" else each
        if what in _MODS:
            mod = what
        elif what in ("by", "after", "before"):
            mod = mod or what
        elif what in ("since", "until") and "/" not in value.edtf and not opened:
            opened = "" if is_barred(place, end, what) else what
    if opened == "since":
        value = Period.since(value)
    elif opened == "until":
        value = Period.until(value)
    said = ("deadline" if "deadline" in does else "", opened, mod)
    notes = tuple(note for note in said if note)
    return PeriodReading(place.pos, end, value, rule.name, notes, mod, rule.minor)


def whole_period(
    text: str,
    lowered: str,
    own: Lexicon,
    anchor: dt.date | None,
    previous: Period | None = None,
) -> PeriodReading | None:
    """Return the reading whose words, with the prepositions around them, are the whole text."""
    for pos in _beginnings(lowered, own):
        reading = periods_at(text, lowered, pos, own, anchor, previous, alone=True)
        if reading is None:
            continue
        rest = phrases_after(own, lowered, reading.end)
        end = rest[-1][1] if rest else reading.end
        if not lowered[end:].strip(" .'’") or not lowered[reading.end :].strip(" .'’"):
            return reading
    return None


def _beginnings(lowered: str, own: Lexicon) -> Iterator[int]:
    """Yield where a period can begin so that only prepositions and their like stand before it."""
    pos = 0
    while pos < len(lowered):
        yield pos
        hit = own.before.at(lowered, pos)
        if hit is None:
            return
        pos = hit[0] + lowered[hit[0] : hit[0] + 1].isspace()
