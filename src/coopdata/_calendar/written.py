"""Read the periods that people write: the same engine over the patterns of a language file.

The file is long because a reading, its second half and what it is joined to call one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..errors import CoopdataError
from ..values import Period
from .context import (
    Place,
    can_begin,
    can_end,
    deadline,
    is_barred,
    is_cased,
    is_met,
    is_since,
    is_told,
    same_in_year,
    says,
)
from .fields import CENTURY_FROM, is_whole_date
from .language import Lexicon, Rule, phrases_after, phrases_before
from .machine import BEYOND, SECOND
from .notation import notation_at
from .portions import HALVES, PORTIONS, portion_of
from .relative import Context, is_no_date, shared
from .shorthand import shorthand_end
from .text_day import TextDay, resolved
from .walk import fields, walk

__all__ = ["NoPeriod", "PeriodReading", "periods_at", "whole_period"]

_MODS: Final = frozenset({"early", "mid", "late"})
#: What may stand between a period and its preposition.
_INNER: Final = _MODS | PORTIONS
#: The names under which a period is refused whole.
NO_DATE: Final = "date that does not exist"
PORTION: Final = "part of a period"
NAMED: Final = "name that is a date"
COUNT: Final = "a count"
_ASIDE: Final = frozenset({"by", "after", "before"})
#: What words around a period make of it: "from 2019", "to 2019", "2019 or later", "or earlier".
_OPENED: Final = {
    "since": Period.since,
    "until": Period.until,
    "later": Period.not_before,
    "earlier": Period.not_after,
}
#: The tag of a form that looks like a period and is none.
NONE: Final = "none"
_SHORTHAND: Final = Rule("notation", "", minor=False, beyond=False)
_DASH: Final = re.compile(r"[^\S\n]?[-–—−~〜～][^\S\n]?").match
# The year that a weekday and a day are not to be cut off from.
_YEAR_NEXT: Final = re.compile(r",?[^\S\n]\d{4}(?!\d)").match
_DIGITS: Final = re.compile(r"\d{1,5}").match
_WORD: Final = re.compile(r"[^\W\d_]{1,64}").match


class NoPeriod(NamedTuple):
    """What looks like a period, is none, and is not cut to a piece that would be one.

    Attributes:
        end: Where its words end; where they begin, if they are a number all the same.
        name: The name of the refusal.
    """

    end: int
    name: str


class PeriodReading(NamedTuple):
    """A period found in a text.

    Attributes:
        start: Where it begins.
        end: Where it ends, exclusive.
        value: The period; open where it is relative and the day of the text is not known.
        pattern: The name of the pattern that it has.
        notes: What the words around it did: ``deadline`` where the clause decides whether a
            preposition means "until" or "by", then ``since``, ``until``, ``later`` or
            ``earlier``, then the modifier.
        mod: ``by``, ``early``, ``mid``, ``late``, ``after`` or ``before``.
        minor: Whether it is a minor mention, such as "today".
        plain: The value before the words around it opened it.
        reach: Where the words that belong to it end.
        also: The second of two that share what only one states ("6 and 7 May").
    """

    start: int
    end: int
    value: Period
    pattern: str
    notes: tuple[str, ...]
    mod: str | None
    minor: bool
    plain: Period | None = None
    reach: int = 0
    also: PeriodReading | None = None

    @property
    def is_closed(self) -> bool:
        """Whether words behind the period belong to it, as "arasında" does."""
        return self.reach > self.end

    @property
    def why(self) -> str:
        """The pattern and the notes in words, such as ``"year, since"``; for readers, not rules."""
        return ", ".join((self.pattern, *self.notes))


def periods_at(
    text: str,
    lowered: str,
    pos: int,
    own: Lexicon,
    anchor: TextDay | None = None,
    previous: Period | None = None,
    *,
    alone: bool = False,
) -> PeriodReading | NoPeriod | None:
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
    place = Place(text, lowered, pos, own, anchor, previous, [], alone)
    best = _one_at(place)
    skipped = own.before.at(lowered, pos) if best is not None or lowered[pos].isalpha() else None
    if skipped is not None and skipped[1][0][0] in PORTIONS:  # "the first half of" a month
        inner = skipped[0] + lowered.startswith(" ", skipped[0])
        whole = _one_at(place._replace(pos=inner)) if inner < len(lowered) else None
        if whole is not None and (best is None or best.end < whole.end):
            best = whole
    if not isinstance(best, PeriodReading) or best.also is not None:
        return best
    return _joined(place, best)


def _one_at(place: Place) -> PeriodReading | NoPeriod | None:
    """Return the longest period at a place that no other is joined to."""
    lowered, pos, own = place.lowered, place.pos, place.own
    short = shorthand_end(place.text, pos)
    if short is None and _is_hopeless(lowered, pos, own):
        return None
    walked = walk(own.root, lowered, pos, own.names_at)
    if not walked and short is None:
        return None
    before = phrases_before(own, lowered, pos)
    if not can_begin(lowered, pos, own, before):
        return None
    text, _, _, _, anchor, previous, _, alone = place
    place = Place(text, lowered, pos, own, anchor, previous, before, alone)
    if len(walked) > 1:
        walked.sort(key=lambda each: (-each[0], each[1]))
    best = None if short is None else _shortened(place, short)
    no_period: NoPeriod | None = None
    for end, rules, captures in walked:
        if best is not None and end <= best.end:
            break
        if not can_end(lowered, end, own):
            continue
        captured = fields(captures)
        if (NONE, 0) in captured:
            return None
        for number in rules:
            rule = own.rules[number]
            own_end = dict(captured).get(BEYOND, end) if rule.beyond else end
            if best is not None and own_end <= best.end:
                continue
            found = _reading(place, own_end, rule, captured, end)
            if isinstance(found, NoPeriod):
                if found.end == pos:
                    return found
                no_period = no_period or found
            else:
                best = found or best
    return best if no_period is None or (best and best.end >= no_period.end) else no_period


def _shortened(place: Place, end: int) -> PeriodReading | None:
    """Return the reading of a period that is shortened as in every language ("3Q17")."""
    found = notation_at(place.text, place.pos, CENTURY_FROM)
    if found is None or found[1] != end:
        return None
    does = _until_op([each for each, _ in place.before if each != "skip"])
    behind = phrases_after(place.own, place.lowered, end)
    reading = _finished(place, end, _SHORTHAND, found[2], does, behind)
    return reading if isinstance(reading, PeriodReading) else None


def _joined(place: Place, first: PeriodReading) -> PeriodReading:
    """Return two whole dates that are joined as one period: "between 4 March and 8 May 2019"."""
    if not is_whole_date(first.plain):
        return first
    before = phrases_before(place.own, place.lowered, place.pos)
    does = next((each for each, _ in before if each != "skip"), "")
    for pos, is_closed in _second_places(place, first.end, does):
        second = _one_at(place._replace(pos=pos))
        if (
            not isinstance(second, PeriodReading)
            or not is_whole_date(second.plain)
            or (is_closed and not second.is_closed)
        ):
            continue
        try:
            value = Period.between(first.plain, second.plain)  # type: ignore[arg-type]
        except CoopdataError:
            continue
        if first.plain.precision == second.plain.precision:  # type: ignore[union-attr]
            name = f"{first.pattern}, up to another"
            return PeriodReading(
                first.start, second.end, value, name, (), None, False, value, second.reach
            )
    return first


def _second_places(place: Place, end: int, does: str) -> Iterator[tuple[int, bool]]:
    """Yield where the second of two joined dates may begin, and whether a word must close it."""
    lowered, joints = place.lowered, place.own.tables["ranges"]
    dash = _DASH(lowered, end)
    if dash is not None and dash.end() < len(lowered):
        yield dash.end(), False
    for key in (does, "any", "closed"):
        for joint in joints.get(key, ()):
            last, _, between = joint.partition("|")
            at = end + len(between)
            if (
                at < len(lowered)
                and lowered.startswith(between, end)
                and lowered.endswith(last, place.pos, end)
            ):
                yield at, key == "closed"


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
    place: Place, end: int, rule: Rule, captured: list[tuple[str, int]], whole: int
) -> PeriodReading | NoPeriod | None:
    """Return the reading that one way through the machine gives, if its surroundings allow it."""
    own = place.own
    does = [each for each, _ in place.before if each != "skip"]
    behind = phrases_after(own, place.lowered, end)
    said = [*does[:1], *[each for each, _ in behind[:1]]]
    if "never" in said:
        return NoPeriod(whole, NAMED)  # a street is named after the day
    if "count" in said:
        return NoPeriod(place.pos, COUNT)  # "2000年以上": so many years
    if rule.needs and not is_met(place, end, rule.needs, does, [each for each, _ in behind]):
        return None
    if own.cased and not is_cased(place, end):
        return None
    ahead = place.anchor is not None and says(place, end, "ahead") and not is_told(place)
    context = Context(None, place.previous, own.day_first, ahead, is_since(place, whole))
    begins = next((each for tag, each in captured if tag == SECOND), None)
    first = captured if begins is None else [each for each in captured if each[0] != SECOND]
    value = resolved(first, place.anchor, context)
    if value is None:
        return NoPeriod(whole, NO_DATE) if is_no_date(captured, context) else None
    value = same_in_year(place, end, value)
    if value is None:
        return NoPeriod(whole, NO_DATE)
    if (
        value.edtf.startswith("XXXX")
        and any(tag == "E" for tag, _ in captured)
        and _YEAR_NEXT(place.lowered, end)
    ):
        return None
    does = _until_op(does)
    reading = _finished(place, end, rule, value, does, behind)
    if begins is None or isinstance(reading, NoPeriod):
        return reading
    second = resolved(shared(captured), place.anchor, context)
    if second is None:
        return NoPeriod(whole, NO_DATE) if is_no_date(shared(captured), context) else None
    behind = phrases_after(own, place.lowered, whole)
    also = _finished(place._replace(pos=begins), whole, rule, second, does, behind)
    return also if isinstance(also, NoPeriod) else reading._replace(also=also)


def _until_op(does: list[str]) -> list[str]:
    """Return the parts of the year named before, and the first preposition before them."""
    found: list[str] = []
    for each in does:
        found.append(each)
        if each not in _INNER:
            break
    return found


def _finished(
    place: Place,
    end: int,
    rule: Rule,
    value: Period,
    does: list[str],
    behind: list[tuple[str, int]],
) -> PeriodReading | NoPeriod:
    """Let the words around a period open it, qualify it or say which part of it is meant.

    `does` is what those before it do; those `behind` it come with where each of them ends.
    """
    start = place.pos
    reach = behind[-1][1] if behind else end
    does = [*does, *[each for each, _ in behind]]
    mod: str | None = None
    portion = next((each for each in does if each in PORTIONS), None)
    if portion is not None:
        part = portion_of(value, portion)
        if part is None:
            return NoPeriod(reach, PORTION)
        if part != value:
            start = next((at for each, at in place.before if each == portion), start)
            end = next((at for each, at in behind if each == portion), end)
        else:
            mod = HALVES[portion]
        value = part
    opened = ""
    plain = value
    for each in does:
        if each == "deadline" and "/" in value.edtf:
            continue
        what = deadline(place, end) if each == "deadline" else each
        if what in _MODS:
            mod = what
        elif what in _ASIDE:
            mod = mod or what
        elif what in _OPENED and "/" not in value.edtf and not opened:
            is_crossed = what in ("later", "earlier") and mod in _ASIDE
            opened = "" if is_crossed or is_barred(place, end, what) else what
    if opened and value.is_one_of:  # "since last month", and the month is not known
        value = Period.from_edtf("../..")
    elif opened in ("since", "until") or (opened and value.days is not None):
        value = _OPENED[opened](value)
    said = ("deadline" if "deadline" in does else "", opened, mod)
    notes = tuple(note for note in said if note)
    return PeriodReading(start, end, value, rule.name, notes, mod, rule.minor, plain, reach)


def whole_period(
    text: str,
    lowered: str,
    own: Lexicon,
    anchor: TextDay | None,
    previous: Period | None = None,
) -> PeriodReading | None:
    """Return the reading whose words, with the prepositions around them, are the whole text."""
    for pos in _beginnings(lowered, own):
        reading = periods_at(text, lowered, pos, own, anchor, previous, alone=True)
        if not isinstance(reading, PeriodReading):
            continue
        if not lowered[reading.reach :].strip(" .'’") or not lowered[reading.end :].strip(" .'’"):
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
