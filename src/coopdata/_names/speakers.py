"""People whom the words beside their names give away: what they say, and their office."""

from __future__ import annotations

from typing import Final

from .cues import ends_so, is_cue, listed
from .key import word_key
from .nominatives import given_of
from .people import is_title
from .surroundings import MOST, Hint, Surroundings, hint_of, is_beside, is_human, is_latin, is_place
from .words import SPACES

__all__ = ["is_speaker", "person_at"]

#: An office stands among so many words behind a comma.
_MOST_BEHIND: Final = 5
_STOPS: Final = frozenset(".,;:!?()«»\n")


def person_at(here: Surroundings, first: int, last: int) -> Hint | None:
    """Return a person: who says something, holds an office, or stands beside another."""
    words = here.words[first:last]
    if len(words) > MOST or any(not is_human(word.text) for word in words):
        return None
    if any(is_cue(word.text, "no_people", here.language) for word in words):
        return None
    before, behind = here.before(first), here.behind(last, words[-1].end)
    said = here.has_end(before, "says") or here.has_end(behind, "says")
    office = _office(here, first, last)
    is_family = ends_so(words[-1].text, "families", here.language)
    if len(words) == 1:
        known = is_place(here, words[0].text)
        beside = is_beside(here, first, last, "person") or _twin(here, first)
        sure = is_family and (said or ((office or beside) and not known))
    else:
        sure = office or (said and not any(_is_of_firm(here, word.text) for word in words))
        sure = sure or bool(is_family and given_of(words[0].text))
    return hint_of(words, "person", "what it says, or its office") if sure else None


def _office(here: Surroundings, first: int, last: int) -> bool:
    """Tell whether an office stands before a name, or behind a comma."""
    if first:
        before = here.words[first - 1]
        gap = here.text[before.last : here.words[first].start].strip('»”“"')
        if gap in SPACES and is_title(before.text) and not _is_latin_office(here, first):
            return True
        if gap in SPACES and here.kinds[before.start] == "organisation" and first > 1:
            return _has_office_before(here, first)
        if gap in SPACES and here.kinds[before.start] == "place" and last - first > 1:
            return _is_of_place(here, first)
    end = here.words[last - 1].end
    if here.text[end : end + 2] != ", ":
        return False
    behind = here.words[last : last + _MOST_BEHIND]
    offices = [is_cue(word.text, "offices", here.language) for word in behind]
    if not any(offices):
        return False
    between = behind[: offices.index(True)]
    is_near = all(not word.is_capital for word in between)
    return is_near and (not between or is_cue(between[0].text, "articles", here.language))


def _is_latin_office(here: Surroundings, first: int) -> bool:
    """Tell whether a Latin name stands behind an office in another script: "директор Vortexa"."""
    before, word = here.words[first - 1].text, here.words[first].text
    return is_latin(word) and not is_latin(before)


def _has_office_before(here: Surroundings, first: int) -> bool:
    """Tell whether an organisation stands before a name, and an office before it."""
    at = first - 1
    while at > 0 and here.kinds[here.words[at].start] == "organisation":
        at -= 1
    return first - at <= MOST + 1 and is_title(here.words[at].text.rpartition("-")[2])


def _is_of_place(here: Surroundings, first: int) -> bool:
    """Tell whether an office of a place stands before: "министр энергетики Узбекистана"."""
    if not listed("locatives", here.language):
        return False
    at = first - 1
    while at > 0 and here.kinds[here.words[at].start] == "place":
        at -= 1
    fields = listed("fields", here.language)
    while at > 0 and first - at <= 2 * MOST and word_key(here.words[at].text) in fields:
        at -= 1
    between = here.text[here.words[at].end : here.words[first].start]
    return is_title(here.words[at].text.rpartition("-")[2]) and not set(between) & _STOPS


def _is_of_firm(here: Surroundings, word: str) -> bool:
    return any(is_cue(word, name, here.language) for name in ("ends", "weak_ends", "begins"))


def _twin(here: Surroundings, at: int) -> bool:
    """Tell whether another word made as families are is joined to a word by "and"."""
    for joint, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if not (
            0 <= other < len(here.words) and is_cue(here.words[joint].text, "ands", here.language)
        ):
            continue
        word = here.words[other]
        is_other = word.is_capital and is_human(word.text) and here.is_free(other, other + 1)
        if is_other and ends_so(word.text, "families", here.language):
            return not is_place(here, word.text)
    return False


def is_speaker(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a word made as families are is of somebody who says something."""
    if not ends_so(text[start:end], "families", language):
        return False
    before, behind = text[max(0, start - 20) : start].split(), text[end : end + 20].split()
    return any(is_cue(word, "says", language) for word in (*before[-1:], *behind[:1]))
