"""What stands around a period: whether it allows the reading, and what it says of it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .._text.words import WORD
from ..values import Period
from .language import Lexicon
from .text_day import TextDay

__all__ = [
    "Place",
    "can_begin",
    "can_end",
    "deadline",
    "is_barred",
    "is_cased",
    "is_met",
    "is_since",
    "is_told",
    "same_in_year",
    "says",
]

_JOINTS: Final = ".,:/-–—−"
# Where a clause ends; what is said of the next one does not count.
_STOPS: Final = (". ", "! ", "? ", ", ", "; ", "\n", "。", "！", "？", "，", "；")
_CLAUSE: Final = 160
# How near a word of saying stands to the day on which it was said.
_TOLD: Final = 24
# Two digits that may be the year of a month ("Mai 18"), or the day: nothing is said without them.
_YEAR_ALONE: Final = re.compile(r"\d{4}\Z").match
_OF_YEAR: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?\Z").match
# How far behind a period what says "since" reaches ("aralık ayından beri").
_SINCE_AFTER: Final = 12
# So many words end in a year and its joint: "march 2021 and", "2021 г. и".
_JOINED: Final = 3
_SHORT_YEAR: Final = re.compile(r"[^\S\n]\d{2}(?![\w%‰°])(?![.,:–-]?\d)(?!\s+\w)").match


class Place(NamedTuple):
    """A text, where a reading begins in it, and what is known from elsewhere.

    `alone` tells that the text is said to be a period and nothing else.
    """

    text: str
    lowered: str
    pos: int
    own: Lexicon
    anchor: TextDay | None
    previous: Period | None
    before: list[tuple[str, int]]
    alone: bool = False


def can_begin(lowered: str, pos: int, own: Lexicon, before: list[tuple[str, int]]) -> bool:
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


def can_end(lowered: str, end: int, own: Lexicon) -> bool:
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
        return not behind.isalnum() and not lowered.startswith("/..", end)  # "1994/.." is open
    return not (following in (".", ",", ":", "–", "—", "−") and behind.isdigit())


def is_barred(place: Place, end: int, what: str) -> bool:
    """Tell whether a word of the period forbids that reading, as an instrumental does "since"."""
    barred = place.own.tables["unless"].get(what, ())
    behind = WORD.match(place.lowered, end + place.lowered.startswith(" ", end))
    words = place.lowered[place.pos : end].split()
    words += [] if behind is None else [behind.group()]  # "from 2019 levels"
    return any(word in barred for word in words)


def deadline(place: Place, end: int) -> str:
    """Decide what "до" or "bis" means: the end of a state, or the time of a result."""
    sense = place.own.tables["sense"]
    usual = sense.get("deadline", "until")
    other = "by" if usual == "until" else "until"
    return other if says(place, end, other) else str(usual)


def says(place: Place, end: int, what: str) -> bool:
    """Tell whether the clause has one of the stems that the language file lists for `what`."""
    stems = place.own.tables["sense"].get(what)
    if not stems:
        return False
    low = max(0, place.pos - _CLAUSE)
    high = min(len(place.lowered), end + _CLAUSE)
    left, right = place.lowered[low : place.pos], place.lowered[end:high]
    cut = max((left.rfind(stop) + len(stop) for stop in _STOPS if stop in left), default=0)
    stops = [at for stop in _STOPS if (at := right.find(stop)) >= 0]
    clause = f" {left[cut:]} {right[: min(stops)] if stops else right}"
    return any(stem in clause for stem in stems)


def is_told(place: Place) -> bool:
    """Tell whether words right before say when something was said ("said on 5 May")."""
    left = place.lowered[max(0, place.pos - _TOLD) : place.pos]
    return any(stem in left for stem in place.own.tables["sense"].get("told", ()))


def is_since(place: Place, end: int) -> bool:
    """Tell "since December", behind the day of the text, from "from December", which may not be.

    Words of what is to come say nothing here: "since May it has planned to" looks back as well.
    """
    words = tuple(place.own.tables["sense"].get("since", ()))
    if not words:
        return False
    at = next((start for each, start in place.before if each == "since"), None)
    if at is not None and place.lowered.startswith(words, at):
        return True
    return any(word in place.lowered[end : end + _SINCE_AFTER] for word in words)


def same_in_year(place: Place, end: int, value: Period) -> Period | None:
    """Return the day, or the part of a year, that a year joined to one means.

    "31 March 2021 and 2020" are two days. Nothing where the year has no such day.
    """
    before = place.previous
    if before is None or _YEAR_ALONE(value.edtf) is None or _OF_YEAR(before.edtf) is None:
        return value
    words = place.lowered[max(0, place.pos - _TOLD) : place.pos].split()
    if len(words) < _JOINED or words[-1] not in place.own.tables["bare"].get("joints", ()):
        return value
    if before.edtf[:4] not in (words[-2], words[-3]) or not _is_followed(place, end):
        return value
    try:
        return Period.from_edtf(value.edtf + before.edtf[4:])
    except ValueError:
        return None  # "29 February 2020 and 2019"


def is_cased(place: Place, end: int) -> bool:
    """Tell whether words that are also common words begin with a capital letter."""
    at = place.pos
    if place.own.cased.isdisjoint(WORD.findall(place.lowered, at, end)):
        return True
    for word in place.lowered[place.pos : end].split():
        at = place.lowered.index(word, at)
        if word.strip(".,()") in place.own.cased and not place.text[at].isupper():
            return False
        at += len(word)
    return True


def is_met(place: Place, end: int, needs: str, does: list[str], behind: list[str]) -> bool:
    """Tell whether what a pattern needs stands around the reading."""
    if _is_count(place, end) or (
        place.lowered[end - 1].isalpha() and _SHORT_YEAR(place.lowered, end)
    ):
        return False
    if needs == "cue":
        return bool(does) or bool(behind)
    if needs == "bare":
        return place.alone or _is_bare_year(place, end, does, behind)
    if needs == "beside":
        return _has_year_beside(place, end)
    anchored, _, rest = needs.partition(" ")
    if anchored == "anchored":
        return place.anchor is not None and (not rest or does[:1] == [rest])
    return bool(does) and does[0] in needs.split()


def _is_count(place: Place, end: int) -> bool:
    """Tell whether digits at the end are said to count the thing named behind them."""
    counted = place.own.tables["bare"].get("never", ())
    if not counted or not place.lowered[end - 1].isdigit():
        return False
    following = place.lowered[end : end + 24].split()
    return bool(following) and following[0].strip(".,;:)") in counted


def _is_bare_year(place: Place, end: int, does: list[str], behind: list[str]) -> bool:
    """Tell whether four digits are a year: by a preposition, brackets, or a year beside them."""
    lowered, bare = place.lowered, place.own.tables["bare"]
    low, high = bare.get("from", 1850), bare.get("to", 2100)
    if not low <= int(lowered[place.pos : place.pos + 4]) <= high:
        return False
    if does[:1] == ["between"]:  # half of a range that was not read: it counts something
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


def _is_followed(place: Place, end: int) -> bool:
    """Tell whether no counted thing can follow: the end, a mark, or a word that begins a phrase."""
    following = place.lowered[end : end + 32]
    word = following.lstrip()
    if not word or not following[0].isspace() or not word[0].isalpha():
        return not word or (word[0] not in "%‰°$€£¥₽" and not word[0].isdigit())
    first = "".join(char if char.isalpha() else " " for char in word).split(" ", 1)[0]
    return first in place.own.tables["bare"].get("follow", ())


def _has_year_beside(place: Place, end: int) -> bool:
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
    year = word.partition("-")[0]
    return len(year) == 4 and year.isdigit() and 1850 <= int(year) <= 2100
