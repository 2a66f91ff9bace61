"""Read the periods that people write: the same engine over the patterns of a language file."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from ..values import Period
from ._date_engine import Captures, fields, walk
from ._date_lexicon import Lexicon, Rule, phrases_after, phrases_before
from ._date_relative import Context, resolve

__all__ = ["PeriodReading", "periods_at", "whole_period"]

_MODS: Final = frozenset({"early", "mid", "late"})
_JOINTS: Final = ".,:/-–—−"
# Where a clause ends; what is said of the next one does not count.
_STOPS: Final = (". ", "! ", "? ", ", ", "; ", "\n", "。", "！", "？", "，", "；")
_CLAUSE: Final = 160
_DIGITS: Final = re.compile(r"\d+").match
_WORD: Final = re.compile(r"[^\W\d_]+").match


class PeriodReading(NamedTuple):
    """A period found in a text.

    Attributes:
        start: Where it begins.
        end: Where it ends, exclusive.
        value: The period; open where it is relative and the day of the text is not known.
        why: The pattern's name and what the words around it did, such as ``"year, since"``.
        mod: ``by``, ``early``, ``mid``, ``late``, ``after`` or ``before``.
        minor: Whether it is a minor mention, such as "today".
    """

    start: int
    end: int
    value: Period
    why: str
    mod: str | None
    minor: bool


class _Place(NamedTuple):
    """A text, where a reading begins in it, and what is known from elsewhere."""

    text: str
    lowered: str
    pos: int
    own: Lexicon
    anchor: dt.date | None
    previous: Period | None
    before: list[tuple[str, int]]


def periods_at(
    text: str,
    lowered: str,
    pos: int,
    own: Lexicon,
    anchor: dt.date | None = None,
    previous: Period | None = None,
) -> PeriodReading | None:
    """Return the longest period whose words begin exactly at `pos`, or `None`.

    Args:
        text: The text.
        lowered: The text, lower-cased character by character.
        pos: Where the first word or digit of the period stands.
        own: The patterns of the text's language.
        anchor: The day of the text, which "this year" is relative to.
        previous: The last period mentioned before, which "a year earlier" is relative to.
    """
    if _is_hopeless(lowered, pos, own):
        return None
    walked = walk(own.root, lowered, pos, own.names_at)
    if not walked:
        return None
    before = phrases_before(own, lowered, pos)
    if not _can_begin(lowered, pos, own, before):
        return None
    place = _Place(text, lowered, pos, own, anchor, previous, before)
    walked.sort(key=lambda each: (-each[0], each[1]))
    for end, rules, captures in walked:
        if not _can_end(lowered, end, own):
            continue
        for number in rules:
            reading = _reading(place, end, own.rules[number], captures)
            if reading is not None:
                return reading
    return None


def _is_hopeless(lowered: str, pos: int, own: Lexicon) -> bool:
    """Tell at a glance that the digits at `pos` begin no period: most of a text's numbers do not."""
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


def _can_begin(lowered: str, pos: int, own: Lexicon, before: list[tuple[str, int]]) -> bool:
    """Tell whether a word or number can begin at `pos`, by the character before it."""
    if pos == 0:
        return True
    last, is_digit = lowered[pos - 1], lowered[pos].isdigit()
    if last.isalnum() or last == "_":
        return not own.words and not (is_digit and (last.isdigit() or last.isascii()))
    if is_digit and last in "#№$€£¥₽₸₩":
        return False
    if last in _JOINTS and pos > 1 and lowered[pos - 2].isalnum():
        is_prefix = bool(before) and lowered[before[0][1] : pos].endswith("-")
        return is_prefix or (last in ",:—–" and not (is_digit and lowered[pos - 2].isdigit()))
    return True


def _can_end(lowered: str, end: int, own: Lexicon) -> bool:
    """Tell whether a number that ends at `end` is whole, by the characters behind it."""
    if not lowered[end - 1].isdigit():
        return True
    following = lowered[end : end + 1]
    if following.isalnum() or following == "_":
        return not own.words and not following.isascii() and not following.isdigit()
    if following in ("%", "‰", "°"):
        return False
    behind = lowered[end + 1 : end + 2]
    if following in ("-", "/", "+"):
        return not behind.isalnum()
    return not (following in (".", ",", ":", "–", "—", "−") and behind.isdigit())


def _reading(place: _Place, end: int, rule: Rule, captures: Captures) -> PeriodReading | None:
    """Return the reading that one way through the machine gives, if its surroundings allow it."""
    own = place.own
    after = phrases_after(own, place.lowered, end)
    does = [each for each, _ in place.before if each != "skip"]
    behind = [each for each, _ in after]
    if rule.needs and not _is_met(place, end, rule.needs, does, behind):
        return None
    if own.tables["cased"] and not _is_cased(place, end):
        return None
    ahead = place.anchor is not None and _says(place, end, "ahead")
    context = Context(place.anchor, place.previous, own.day_first, ahead)
    try:
        edtf = resolve(fields(captures), context)
        value = None if edtf is None else Period.from_edtf(edtf)
    except (ValueError, OverflowError):
        return None
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


def _finished(
    place: _Place, end: int, rule: Rule, value: Period, does: list[str]
) -> PeriodReading:
    """Let the words around a period open it or qualify it."""
    mod: str | None = None
    opened = ""
    for each in does:
        what = _deadline(place, end) if each == "deadline" else each
        if what in _MODS:
            mod = what
        elif what in ("by", "after", "before"):
            mod = mod or what
        elif what in ("since", "until") and "/" not in value.edtf and not opened:
            opened = "" if _is_barred(place, end, what) else what
    if opened == "since":
        value = Period.since(value)
    elif opened == "until":
        value = Period.until(value)
    why = ", ".join(dict.fromkeys(filter(None, (rule.why, opened, mod))))
    return PeriodReading(place.pos, end, value, why, mod, rule.minor)


def _is_barred(place: _Place, end: int, what: str) -> bool:
    """Tell whether a word of the period forbids that reading, as an instrumental does "since"."""
    barred = place.own.tables["unless"].get(what, ())
    words = place.lowered[place.pos : end].split()
    return any(word in barred for word in words)


def _deadline(place: _Place, end: int) -> str:
    """Decide what "до" or "bis" means: the end of a state, or the time of a result."""
    sense = place.own.tables["sense"]
    usual = sense.get("deadline", "until")
    other = "by" if usual == "until" else "until"
    return other if _says(place, end, other) else str(usual)


def _says(place: _Place, end: int, what: str) -> bool:
    """Tell whether the clause has one of the stems that the language file lists for `what`."""
    stems = place.own.tables["sense"].get(what)
    if not stems:
        return False
    low = max(0, place.pos - _CLAUSE)
    high = min(len(place.lowered), end + _CLAUSE)
    left, right = place.lowered[low : place.pos], place.lowered[end:high]
    cut = max(left.rfind(stop) + len(stop) for stop in _STOPS if stop in left) if any(
        stop in left for stop in _STOPS
    ) else 0
    stops = [at for stop in _STOPS if (at := right.find(stop)) >= 0]
    clause = f" {left[cut:]} {right[: min(stops)] if stops else right}"
    return any(stem in clause for stem in stems)


def _is_cased(place: _Place, end: int) -> bool:
    """Tell whether words that are also common words begin with a capital letter."""
    at = place.pos
    for word in place.lowered[place.pos : end].split():
        at = place.lowered.index(word, at)
        if word.strip(".,()") in place.own.tables["cased"] and not place.text[at].isupper():
            return False
        at += len(word)
    return True


def _is_met(place: _Place, end: int, needs: str, does: list[str], behind: list[str]) -> bool:
    """Tell whether what a pattern needs stands around the reading."""
    if needs == "cue":
        return bool(does) or bool(behind)
    if needs == "bare":
        return _is_bare_year(place, end, does, behind)
    if needs == "beside":
        return _has_year_beside(place, end)
    return bool(does) and does[0] in needs.split()


def _is_bare_year(place: _Place, end: int, does: list[str], behind: list[str]) -> bool:
    """Tell whether four digits are a year: by a preposition, brackets, or a year beside them."""
    lowered, bare = place.lowered, place.own.tables["bare"]
    low, high = bare.get("from", 1850), bare.get("to", 2100)
    if not low <= int(lowered[place.pos : place.pos + 4]) <= high:
        return False
    if behind or _is_bracketed(lowered, place.pos, end) or _has_year_beside(place, end):
        return True
    if not does:
        words = lowered[max(0, place.pos - 24) : place.pos].split()
        is_counted = bool(words) and words[-1] in bare.get("not_after", ())
        return bool(bare.get("alone")) and not is_counted and _is_followed(place, end)
    nearest = next(start for each, start in place.before if each != "skip")
    phrase = lowered[nearest : place.pos].strip()
    is_weak = any(phrase == weak or phrase.startswith(f"{weak} ") for weak in bare.get("weak", ()))
    return not is_weak or _is_followed(place, end)


def _is_bracketed(lowered: str, pos: int, end: int) -> bool:
    return lowered[pos - 1 : pos] in ("(", "（", "[") and lowered[end : end + 1] in (
        ")", "）", "]", ",", ";"
    )  # fmt: skip


def _is_followed(place: _Place, end: int) -> bool:
    """Tell whether no counted thing can follow: the end, a mark, or a word that begins a phrase."""
    following = place.lowered[end : end + 32]
    word = following.lstrip()
    if not word or not following[0].isspace() or not word[0].isalpha():
        return not word or word[0] not in "%‰°$€£¥₽" and not word[0].isdigit()
    first = "".join(char if char.isalpha() else " " for char in word).split(" ", 1)[0]
    return first in place.own.tables["bare"].get("follow", ())


def _has_year_beside(place: _Place, end: int) -> bool:
    """Tell whether a year stands beside, joined by "and": "in 2012 and 2014", "2015 и 2016 гг."."""
    lowered, joints = place.lowered, place.own.tables["bare"].get("joints", ())
    left = lowered[max(0, place.pos - 16) : place.pos].split()
    if len(left) > 1 and left[-1] in joints and _is_year(left[-2].strip(",.")):
        return True
    if left and left[-1].endswith(",") and _is_year(left[-1].strip(",")):
        return True
    right = lowered[end : end + 40].replace(",", " , ").split()
    if len(right) < 3 or right[0] not in (*joints, ",") or not _is_year(right[1]):
        return False
    entry = place.own.names.table.get(right[2], place.own.names.table.get(right[2].strip(".,")))
    return entry is not None and ("year" in entry or "years" in entry)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and 1850 <= int(word) <= 2100


def whole_period(
    text: str,
    lowered: str,
    own: Lexicon,
    anchor: dt.date | None,
    previous: Period | None = None,
) -> PeriodReading | None:
    """Return the reading whose words, with the prepositions around them, are the whole text."""
    for pos in _beginnings(lowered, own):
        reading = periods_at(text, lowered, pos, own, anchor, previous)
        if reading is None:
            continue
        rest = phrases_after(own, lowered, reading.end)
        end = rest[-1][1] if rest else reading.end
        if not lowered[end:].strip(" .'’") or not lowered[reading.end :].strip(" .'’"):
            return reading
    return None


def _beginnings(lowered: str, own: Lexicon) -> list[int]:
    """Return where a period can begin so that only prepositions stand before it."""
    found = [0]
    for pos in range(1, min(len(lowered), 48)):
        if lowered[pos - 1] not in " -（(" and own.words:
            continue
        before = phrases_before(own, lowered, pos)
        if before and not lowered[: before[-1][1]].strip(" ("):
            found.append(pos)
    return found
