"""Names in running text that only the words beside them give away."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ..model import NameKind, NameMention
from .cues import ends_so, is_cue, listed
from .forms import base_forms
from .key import word_key
from .legal_forms import form_key, is_form
from .nominatives import given_of
from .people import is_title
from .speakers import person_at
from .surroundings import (
    MIXED,
    MOST,
    NUMBERED,
    SCOTTISH,
    SHORTEST,
    Hint,
    Surroundings,
    has_nouns,
    hint_of,
    is_beside,
    is_human,
    is_latin,
    is_place,
    is_thing,
    surroundings,
)
from .words import COMPOUND, INITIAL, SPACES, Word, is_headline, runs

__all__ = ["find_again", "find_by_neighbours"]

_QUOTED: Final = re.compile(r"[«„“\"]([^\W\d_a-zа-яёіўї][^«»„“”\"\n]{1,40})[»“”\"]")
#: Two points are enough for an organisation.
_ENOUGH: Final = 2
#: As far behind a name letters for it may go.
_LETTERS: Final = 32


def find_by_neighbours(text: str, locale: str, found: Sequence[NameMention]) -> Iterator[Hint]:
    """Yield the names that their neighbours give away, where none is found yet."""
    here = surroundings(text, locale, found)
    if is_headline(here.words):
        return
    yield from _quoted(here)
    for first, last in runs(text, here.words):
        for start, end in _pieces(here, first, last):
            hint = person_at(here, start, end) or _firm(here, start, end) or _town(here, start, end)
            if hint is not None:
                yield hint


def _pieces(here: Surroundings, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run that are free, of one script, without offices before them."""
    start = first
    for at in range(first, last + 1):
        is_end = at == last or not here.is_free(at, at + 1)
        if not is_end and at > start:
            is_end = is_latin(here.words[at].text) != is_latin(here.words[start].text)
        if is_end:
            if start < at:
                yield from _without_titles(here, start, at)
            start = at if at < last and here.is_free(at, at + 1) else at + 1


def _without_titles(here: Surroundings, first: int, last: int) -> Iterator[tuple[int, int]]:
    while first < last and (
        is_cue(here.words[first].text, "leads", here.language)
        or COMPOUND.search(here.words[first].text)
        or is_title(here.words[first].text)
        or (first + 1 < last and is_title(here.words[first + 1].text))
        or (
            first + 1 < last
            and has_nouns(here)
            and is_cue(here.words[first].text, "firms", here.language)
        )
    ):
        first += 1
    while last > first and here.words[last - 1].text == "&":
        last -= 1
    if first < last and not is_cue(here.words[first].text, "no_names", here.language):
        yield first, last


def _firm(here: Surroundings, first: int, last: int) -> Hint | None:
    """Return an organisation: what its neighbours say of it counts two points at least."""
    words = here.words[first:last]
    name = " ".join(word.text for word in words)
    if len(words) > 2 * MOST or len(name) < SHORTEST - 1 or is_place(here, name):
        return None
    if _goes_on(here, first):
        return None
    if is_form(form_key(name)) or any(map(str.isdigit, name)):
        return None
    if is_thing(here.text, words[0].start, words[-1].end):
        return None
    points = _points(here, first, last) + _shape(here, words)
    if here.begins(words[0].start) and len(words) == 1 and not _shape(here, words):
        points -= 1  # any word begins a sentence with a capital
    if given_of(words[0].text) or ends_so(words[-1].text, "families", here.language):
        points -= 1
    if points < _ENOUGH:
        return None
    return hint_of(words, "organisation", "the words beside it")


def _goes_on(here: Surroundings, first: int) -> bool:
    """Tell whether an organisation's name ends right before: "Восточный университет Цинлун"."""
    before = here.words[first - 1] if first else None
    return (
        before is not None
        and here.kinds[before.start] == "organisation"
        and here.text[before.end : here.words[first].start] in SPACES
    )


def _shape(here: Surroundings, words: Sequence[Word]) -> int:
    """Return what the letters of a name say: capitals within, or another script."""
    name = words[0].text
    if SCOTTISH.match(name):
        return 0
    if any(MIXED.match(word.text) and word.text.isalpha() for word in words):
        return 1
    is_foreign = is_latin(name) and here.is_cyrillic and len(name) >= SHORTEST
    return int(is_foreign or (len(words) == 1 and name.isupper() and len(name) >= SHORTEST))


def _points(here: Surroundings, first: int, last: int, end: int = 0) -> int:
    """Return how much the words before and behind a name speak for an organisation."""
    language, words = here.language, here.words
    before = here.before(first)
    behind = here.behind(last, end or words[last - 1].end)
    points = 0
    if before is not None and not before.is_capital:
        points += 2 * is_cue(before.text, "firms", language)
        points += is_cue(before.text, "firms_own", language)
    elif before is not None and before.last == before.end:
        points += 2 * (has_nouns(here) and is_cue(before.text, "firms", language))
        points += is_cue(before.text, "firms_own", language)
    if before is not None and first > 1:
        earlier = words[first - 2].text
        if is_cue(before.text, "such_as", language) and here.has_end(before, "such_as"):
            many = {earlier, words[first - 3].text if first > 2 else ""}
            points += 2 * any(is_cue(word, "firms_many", language) for word in many)
        if is_cue(before.text, "at", language):
            is_person = here.kinds[words[first - 2].start] == "person"
            points += 2 * (is_cue(earlier, "staff", language) or is_person)
    points += here.has_end(behind, "of_firms") * 2
    points += here.has_end(behind, "acts") * (2 if last - first > 1 else 1)
    points += here.has_end(before, "says") or here.has_end(behind, "says")
    if behind is not None and not behind.is_capital and listed("verbs", language):
        points += _is_verb(behind.text, language)
    if before is not None and not before.is_capital and listed("verbs", language):
        points += _is_verb(before.text, language)
    points += 2 * is_beside(here, first, last, "organisation")
    return points + _is_of_country(here, first)


def _is_verb(word: str, language: str) -> bool:
    """Tell whether a word ends as verbs do and is none of the nouns that end so as well."""
    return ends_so(word, "verbs", language) and not is_cue(word, "no_verbs", language)


def _is_of_country(here: Surroundings, first: int) -> int:
    """Tell whether a country's name stands before: "Taiwan's Powerchip"."""
    if not first:
        return 0
    before = here.words[first - 1]
    is_own = before.last > before.end and here.kinds[before.start] == "place"
    return int(is_own)


def _quoted(here: Surroundings) -> Iterator[Hint]:
    """Yield bare names between quotation marks that the words around make an organisation's."""
    if not listed("things", here.language):
        return
    starts = [word.start for word in here.words]
    for match in _QUOTED.finditer(here.text):
        start, end = match.span(1)
        if any(here.kinds[start:end]):
            continue
        inner = range(bisect_left(starts, start), bisect_left(starts, end))
        if not inner or len(inner) > MOST or not _is_name(here, inner):
            continue
        before = here.before(inner[0])
        if before is not None and is_cue(before.text, "things", here.language):
            continue
        points = 1 + _points(here, inner[0], inner[-1] + 1, end)
        if points >= _ENOUGH:
            yield Hint(start, end, "organisation", "quotation marks, and the words beside them")


def _is_name(here: Surroundings, inner: Sequence[int]) -> bool:
    words = [here.words[at] for at in inner]
    return all(word.is_capital for word in words) and not any(
        is_cue(word.text, "no_names", here.language) for word in words
    )


def _town(here: Surroundings, first: int, last: int) -> Hint | None:
    """Return a place that a preposition gives away: "in Zheleznogorsk", "через Забайкальск"."""
    words = here.words[first:last]
    if not first or len(words) > MOST or not all(is_human(word.text) for word in words):
        return None
    if any(is_cue(word.text, "no_names", here.language) for word in words):
        return None
    before = here.words[first - 1]
    if is_cue(before.text, "towns", here.language) and not before.is_capital:
        gap = here.text[before.last : words[0].start]
        return (
            Hint(before.start, words[-1].end, "place", "the kind of place before it")
            if (gap in (" ", ". "))
            else None
        )
    if before.is_capital and not here.begins(before.start):
        return None
    if here.text[before.last : words[0].start] not in SPACES or NUMBERED.match(
        here.text, words[-1].end
    ):
        return None
    is_in = is_cue(before.text, "in", here.language) and _has_end(here, words[-1].text)
    if is_in and first > 1 and is_cue(here.words[first - 2].text, "amounts", here.language):
        return None  # "two billion in Eurobonds"
    if not is_in and first > 1 and is_cue(before.text, "stands", here.language):
        is_in = is_cue(here.words[first - 2].text, "sites", here.language)
    if (
        not listed("locatives", here.language)
        and last < len(here.words)
        and here.kinds[here.words[last].start] == "place"
        and here.text[words[-1].end : here.words[last].start] in SPACES
    ):
        return None  # the whole is another place
    if not is_in or any(INITIAL.fullmatch(word.text) for word in words):
        return None
    if is_cue(words[-1].text, "ends", here.language) or given_of(words[0].text):
        return None
    return hint_of(words, "place", "the preposition before it")


def _has_end(here: Surroundings, word: str) -> bool:
    return not listed("locatives", here.language) or (
        not is_latin(word) and ends_so(word, "locatives", here.language)
    )


@cache
def _abbreviating() -> str:
    """Return a pattern of what may stand before the letters for a name: "hereinafter"."""
    return rf"(?:{'|'.join(map(re.escape, sorted(listed('abbreviating', 'und'))))})"


def find_again(text: str, locale: str, found: Sequence[NameMention]) -> Iterator[Hint]:
    """Yield names that the text has told before in full: a family, a firm without its form.

    Letters in brackets behind an organisation are another name of it.
    """
    here = surroundings(text, locale, found)
    told: dict[str, NameKind] = {}
    for one in found:
        if one.kind in ("person", "organisation"):
            name = text[one.span.start : one.span.end]
            last = name.split()[-1] if one.kind == "person" else one.name
            told.setdefault(word_key(last.strip('»."”')), one.kind)
        if one.kind == "organisation":
            letters = re.match(
                rf"[»”\"]?\s\((?:{_abbreviating()}[\s:—–-]+)?([^\W\d_a-zа-яё]{{2,8}})\)",
                text[one.span.end : one.span.end + _LETTERS],
            )
            if letters:
                at = one.span.end + letters.start(1)
                yield Hint(at, at + len(letters[1]), "organisation", "letters of the name before")
                told[word_key(letters[1])] = "organisation"
    for at, word in enumerate(here.words):
        if not word.is_capital or not here.is_free(at, at + 1) or len(word.text) < SHORTEST - 1:
            continue
        key = word_key(word.text)
        bases = (key, *(base for base, _ in base_forms(key, here.language)))
        kind: NameKind | None = next((told[one] for one in bases if one in told), None)
        if is_form(form_key(word.text)):
            continue
        if is_place(here, word.text):
            continue
        if kind is not None and not is_cue(word.text, "no_names", here.language):
            yield Hint(word.start, word.end, kind, "named in full before")
