"""Names in running text that only the words beside them give away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..model import NameKind, NameMention
from . import gazetteer
from .cues import ends_so, is_cue, listed
from .forms import base_forms
from .key import word_key
from .legal_forms import form_key, is_form
from .nominatives import given_of
from .people import is_title
from .places import read_key
from .words import INITIAL, SPACES, Word, is_headline, runs, words_in

__all__ = ["Hint", "find_again", "find_by_neighbours", "is_speaker"]

_OPENING: Final = '«„“"'
_QUOTED: Final = re.compile(r"[«„“\"]([^\W\d_a-zа-яёіўї][^«»„“”\"\n]{1,40})[»“”\"]")
#: Two points are enough for an organisation.
_ENOUGH: Final = 2
_MOST: Final = 3
_MIXED: Final = re.compile(r"[^\W\d_]*[a-zа-яёіў][A-ZА-ЯЁІЎ]|[A-ZА-ЯЁІЎ]{2,}[a-zа-яёіў]{2,}")
#: A capital within is no sign where a name of people is made so.
_SCOTTISH: Final = re.compile(r"(?:Mac|Mc|De|Di|Du|La|Le|Fitz|Van)[A-Z][a-z]+$")
_SENTENCE: Final = re.compile(r"(?:^|[.!?…:;\n–—«\"“(])\s*$")
_SHORTEST: Final = 3
#: Behind the word for a part of something: "Schedule 2", "Eq. (7)".
_NUMBERED: Final = re.compile(r"\.?[ \u00a0-]?[(#№]?(?:No\.? ?)?[\dIVX]")


class Hint(NamedTuple):
    """Where a name stands, what it is of, and what shows it."""

    start: int
    end: int
    kind: NameKind
    why: str


class _Text(NamedTuple):
    """A text, its words, and which of its characters stand in names already."""

    text: str
    locale: str
    language: str
    words: Sequence[Word]
    kinds: Sequence[NameKind | None]

    def is_free(self, first: int, last: int) -> bool:
        return not any(self.kinds[self.words[first].start : self.words[last - 1].end])

    def before(self, at: int) -> Word | None:
        """Return the word right before one, quotation marks and "the" left out."""
        while at:
            at -= 1
            gap = self.text[self.words[at].last : self.words[at + 1].start]
            if gap.strip(" \u00a0" + _OPENING):
                return None
            if not is_cue(self.words[at].text, "articles_alone", self.language):
                return self.words[at]
        return None

    def behind(self, at: int, end: int) -> Word | None:
        """Return the word right behind the place where a name ends."""
        if at >= len(self.words) or self.text[end : self.words[at].start].strip(' \u00a0»“”"'):
            return None
        return self.words[at]

    def begins(self, start: int) -> bool:
        """Tell whether a sentence begins where a name does."""
        return _SENTENCE.search(self.text, max(0, start - 4), start) is not None

    def has_end(self, word: Word | None, name: str) -> bool:
        return word is not None and not word.is_capital and is_cue(word.text, name, self.language)


def find_by_neighbours(text: str, locale: str, found: Sequence[NameMention]) -> Iterator[Hint]:
    """Yield the names that their neighbours give away, where none is found yet."""
    here = _opened(text, locale, found)
    if is_headline(here.words):
        return
    yield from _quoted(here)
    for first, last in runs(text, here.words):
        for start, end in _pieces(here, first, last):
            hint = _person(here, start, end) or _firm(here, start, end) or _town(here, start, end)
            if hint is not None:
                yield hint


def _opened(text: str, locale: str, found: Sequence[NameMention]) -> _Text:
    kinds: list[NameKind | None] = [None] * len(text)
    for one in found:
        kinds[one.span.start : one.span.end] = [one.kind or "organisation"] * len(one.span)
    return _Text(text, locale, locale.partition("_")[0], words_in(text), kinds)


def _pieces(here: _Text, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run that are free, of one script, without offices before them."""
    start = first
    for at in range(first, last + 1):
        is_end = at == last or not here.is_free(at, at + 1)
        if not is_end and at > start:
            is_end = _is_latin(here.words[at].text) != _is_latin(here.words[start].text)
        if is_end:
            if start < at:
                yield from _without_titles(here, start, at)
            start = at if at < last and here.is_free(at, at + 1) else at + 1


def _without_titles(here: _Text, first: int, last: int) -> Iterator[tuple[int, int]]:
    while first < last and (
        is_cue(here.words[first].text, "leads", here.language)
        or is_title(here.words[first].text)
        or (first + 1 < last and is_title(here.words[first + 1].text))
        or (
            first + 1 < last
            and _has_nouns(here)
            and is_cue(here.words[first].text, "firms", here.language)
        )
    ):
        first += 1
    while last > first and here.words[last - 1].text == "&":
        last -= 1
    if first < last and not is_cue(here.words[first].text, "no_names", here.language):
        yield first, last


def _has_nouns(here: _Text) -> bool:
    """Tell whether the language writes all nouns with a capital."""
    return here.language in gazetteer.kinds().capitalised


def _is_latin(word: str) -> bool:
    return word[0] < "\u0370"


def _person(here: _Text, first: int, last: int) -> Hint | None:
    """Return a person: who says something, holds an office, or stands beside another."""
    words = here.words[first:last]
    if len(words) > _MOST or any(not _is_human(word.text) for word in words):
        return None
    before, behind = here.before(first), here.behind(last, words[-1].end)
    said = here.has_end(before, "says") or here.has_end(behind, "says")
    office = _office(here, first, last)
    is_family = ends_so(words[-1].text, "families", here.language)
    if len(words) == 1:
        known = _is_place(here, words[0].text)
        beside = _beside(here, first, last, "person") or _twin(here, first)
        sure = is_family and (said or ((office or beside) and not known))
    else:
        sure = office or (said and not any(_is_of_firm(here, word.text) for word in words))
        sure = sure or bool(is_family and given_of(words[0].text))
    return _hint(words, "person", "what it says, or its office") if sure else None


def _is_of_firm(here: _Text, word: str) -> bool:
    return any(is_cue(word, name, here.language) for name in ("ends", "weak_ends", "begins"))


def _twin(here: _Text, at: int) -> bool:
    """Tell whether another word made as families are is joined to a word by "and"."""
    for joint, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if not (
            0 <= other < len(here.words) and is_cue(here.words[joint].text, "ands", here.language)
        ):
            continue
        word = here.words[other]
        is_other = word.is_capital and _is_human(word.text) and here.is_free(other, other + 1)
        if is_other and ends_so(word.text, "families", here.language):
            return not _is_place(here, word.text)
    return False


def is_speaker(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a word made as families are is of somebody who says something."""
    if not ends_so(text[start:end], "families", language):
        return False
    before, behind = text[max(0, start - 20) : start].split(), text[end : end + 20].split()
    return any(is_cue(word, "says", language) for word in (*before[-1:], *behind[:1]))


def _is_human(word: str) -> bool:
    return (
        len(word) > 1
        and word.replace("-", "").replace("'", "").replace("’", "").isalpha()
        and (_SCOTTISH.match(word) is not None or not _MIXED.match(word))
        and not word.isupper()
    )


def _office(here: _Text, first: int, last: int) -> bool:
    """Tell whether an office stands before a name, or behind a comma."""
    if first:
        before = here.words[first - 1]
        gap = here.text[before.last : here.words[first].start].strip('»”“"')
        if gap in SPACES and is_title(before.text) and not _is_latin_office(here, first):
            return True
        if gap in SPACES and here.kinds[before.start] == "organisation" and first > 1:
            return _has_office_before(here, first)
    end = here.words[last - 1].end
    if here.text[end : end + 2] != ", ":
        return False
    for word in here.words[last : last + 4]:
        if word.is_capital and word.text.islower():
            return False
        if is_cue(word.text, "offices", here.language):
            return True
        if not is_cue(word.text, "articles", here.language):
            return False
    return False


def _is_latin_office(here: _Text, first: int) -> bool:
    """Tell whether a Latin name stands behind an office in another script: "директор Vortexa"."""
    before, word = here.words[first - 1].text, here.words[first].text
    return _is_latin(word) and not _is_latin(before)


def _has_office_before(here: _Text, first: int) -> bool:
    """Tell whether an organisation stands before a name, and an office before it."""
    at = first - 1
    while at > 0 and here.kinds[here.words[at].start] == "organisation":
        at -= 1
    return first - at <= _MOST + 1 and is_title(here.words[at].text.rpartition("-")[2])


def _beside(here: _Text, first: int, last: int, kind: NameKind) -> bool:
    """Tell whether a name of a kind stands before a name or behind it, joined by "and"."""
    for at, other in ((first - 1, first - 2), (last, last + 1)):
        if not 0 <= min(at, other) <= max(at, other) < len(here.words):
            continue
        is_joined = is_cue(here.words[at].text, "ands", here.language)
        left, right = sorted((at, other))
        gap = here.text[here.words[left].last : here.words[right].start]
        if is_joined and len(gap) < _SHORTEST and here.kinds[here.words[other].start] == kind:
            return True
    if first:
        other_word = here.words[first - 1]
        gap = here.text[other_word.last : here.words[first].start]
        if gap.strip('»”“"«„') == ", " and here.kinds[other_word.start] == kind:
            return kind == "organisation" and _is_listing(here, last)
    end = here.words[last - 1].end
    if last < len(here.words) and here.kinds[here.words[last].start] == kind:
        gap = here.text[end : here.words[last].start]
        return kind == "organisation" and gap.strip('»”“"«„') == ", "
    return False


def _is_listing(here: _Text, last: int) -> bool:
    return last < len(here.words) and is_cue(here.words[last].text, "ands", here.language)


def _firm(here: _Text, first: int, last: int) -> Hint | None:
    """Return an organisation: what its neighbours say of it counts two points at least."""
    words = here.words[first:last]
    name = " ".join(word.text for word in words)
    if len(words) > 2 * _MOST or len(name) < _SHORTEST - 1 or _is_place(here, name):
        return None
    if is_form(form_key(name)) or any(map(str.isdigit, name)):
        return None
    if _is_thing(here.text, words[0].start, words[-1].end):
        return None
    points = _points(here, first, last) + _shape(here, words)
    if here.begins(words[0].start) and len(words) == 1 and not _shape(here, words):
        points -= 1  # any word begins a sentence with a capital
    if given_of(words[0].text) or ends_so(words[-1].text, "families", here.language):
        points -= 1
    if points < _ENOUGH:
        return None
    return _hint(words, "organisation", "the words beside it")


def _is_thing(text: str, start: int, end: int) -> bool:
    """Tell whether a number stands beside a name, as with models, codes, and versions."""
    before = text[max(0, start - 2) : start].rstrip()
    return before[-1:].isdigit() or _NUMBERED.match(text, end) is not None


def _hint(words: Sequence[Word], kind: NameKind, why: str) -> Hint:
    return Hint(words[0].start, words[-1].end, kind, why)


def _shape(here: _Text, words: Sequence[Word]) -> int:
    """Return what the letters of a name say: capitals within, or another script."""
    name = words[0].text
    if _SCOTTISH.match(name):
        return 0
    if any(_MIXED.match(word.text) and word.text.isalpha() for word in words):
        return 1
    is_foreign = _is_latin(name) and here.language in _cyrillic() and len(name) >= _SHORTEST
    return int(is_foreign or (len(words) == 1 and name.isupper() and len(name) >= _SHORTEST))


def _cyrillic() -> frozenset[str]:
    return frozenset({"ru", "be", "uk", "kk"})


def _points(here: _Text, first: int, last: int, end: int = 0) -> int:
    """Return how much the words before and behind a name speak for an organisation."""
    language, words = here.language, here.words
    before = here.before(first)
    behind = here.behind(last, end or words[last - 1].end)
    points = 0
    if before is not None and not before.is_capital:
        points += 2 * is_cue(before.text, "firms", language)
        points += is_cue(before.text, "firms_own", language)
    elif before is not None and before.last == before.end:
        points += 2 * (_has_nouns(here) and is_cue(before.text, "firms", language))
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
        points += ends_so(behind.text, "verbs", language)
    if before is not None and not before.is_capital and listed("verbs", language):
        points += ends_so(before.text, "verbs", language)
    points += 2 * _beside(here, first, last, "organisation")
    return points + _is_of_country(here, first)


def _is_of_country(here: _Text, first: int) -> int:
    """Tell whether a country's name stands before: "Taiwan's Powerchip"."""
    if not first:
        return 0
    before = here.words[first - 1]
    is_own = before.last > before.end and here.kinds[before.start] == "place"
    return int(is_own)


def _quoted(here: _Text) -> Iterator[Hint]:
    """Yield bare names between quotation marks that the words around make an organisation's."""
    if not listed("things", here.language):
        return
    for match in _QUOTED.finditer(here.text):
        start, end = match.span(1)
        if any(here.kinds[start:end]):
            continue
        inner = [at for at, word in enumerate(here.words) if start <= word.start < end]
        if not inner or len(inner) > _MOST or not _is_name(here, inner):
            continue
        before = here.before(inner[0])
        if before is not None and is_cue(before.text, "things", here.language):
            continue
        points = 1 + _points(here, inner[0], inner[-1] + 1, end)
        if points >= _ENOUGH:
            yield Hint(start, end, "organisation", "quotation marks, and the words beside them")


def _is_name(here: _Text, inner: Sequence[int]) -> bool:
    words = [here.words[at] for at in inner]
    return all(word.is_capital for word in words) and not any(
        is_cue(word.text, "no_names", here.language) for word in words
    )


def _town(here: _Text, first: int, last: int) -> Hint | None:
    """Return a place that a preposition gives away: "in Zheleznogorsk", "через Забайкальск"."""
    words = here.words[first:last]
    if not first or len(words) > _MOST or not all(_is_human(word.text) for word in words):
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
    if here.text[before.last : words[0].start] not in SPACES or _NUMBERED.match(
        here.text, words[-1].end
    ):
        return None
    is_in = is_cue(before.text, "in", here.language) and _has_end(here, words[-1].text)
    if not is_in and first > 1 and is_cue(before.text, "stands", here.language):
        is_in = is_cue(here.words[first - 2].text, "sites", here.language)
    if (
        not listed("locatives", here.language)
        and last < len(here.words)
        and here.kinds[here.words[last].start] == "place"
    ):
        if here.text[words[-1].end : here.words[last].start] in SPACES:
            return None  # the whole is another place
    if not is_in or any(INITIAL.fullmatch(word.text) for word in words):
        return None
    if is_cue(words[-1].text, "ends", here.language) or given_of(words[0].text):
        return None
    return _hint(words, "place", "the preposition before it")


def _has_end(here: _Text, word: str) -> bool:
    return not listed("locatives", here.language) or (
        not _is_latin(word) and ends_so(word, "locatives", here.language)
    )


def _is_place(here: _Text, name: str) -> bool:
    names = gazetteer.country_names(here.locale, here.language)
    return bool(read_key(word_key(name), names, adjectives=True))


def find_again(text: str, locale: str, found: Sequence[NameMention]) -> Iterator[Hint]:
    """Yield names that the text has told before in full: a family, a firm without its form.

    Letters in brackets behind an organisation are another name of it.
    """
    here = _opened(text, locale, found)
    told: dict[str, NameKind] = {}
    for one in found:
        if one.kind in ("person", "organisation"):
            name = text[one.span.start : one.span.end]
            last = name.split()[-1] if one.kind == "person" else one.name
            told.setdefault(word_key(last.strip('»."”')), one.kind)
        if one.kind == "organisation":
            letters = re.match(r"[»”\"]?\s\(([^\W\d_a-zа-яё]{2,8})\)", text[one.span.end :][:16])
            if letters:
                at = one.span.end + letters.start(1)
                yield Hint(at, at + len(letters[1]), "organisation", "letters of the name before")
                told[word_key(letters[1])] = "organisation"
    for at, word in enumerate(here.words):
        if not word.is_capital or not here.is_free(at, at + 1) or len(word.text) < _SHORTEST - 1:
            continue
        key = word_key(word.text)
        bases = (key, *(base for base, _ in base_forms(key, here.language)))
        kind = next((told[one] for one in bases if one in told), None)
        if is_form(form_key(word.text)):
            continue
        if _is_place(here, word.text):
            continue
        if kind is not None and not is_cue(word.text, "no_names", here.language):
            yield Hint(word.start, word.end, kind, "named in full before")
