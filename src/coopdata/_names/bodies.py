"""Organisations in running text that a word of their own gives away: "… Bank", "Ministry of …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from . import gazetteer
from .cues import ends_so, is_cue, listed, listed_languages
from .key import word_key
from .kinds import houses
from .known import KnownNames
from .people import is_title
from .places import read_key
from .words import COMPOUND, SPACES, Word, is_headline, runs, words_in

__all__ = ["find_bodies", "find_houses"]

Place = tuple[int, int]
_MOST: Final = 8
#: What stands behind the name of a maker makes it that of a thing: "Boeing 737", "МАЗ-5340".
_MODEL: Final = re.compile(r"[-\u2011]\d|[ \u00a0][A-ZА-Я]?\d{2,4}(?![\d.,%\u2013-]|\s*%)")
_MOST_ADJECTIVES: Final = 4
#: A name as short is no other word only where it stands in capitals as well.
_SHORT: Final = 4
_CLOSING: Final = frozenset('»“”"')
_IDEOGRAPHS: Final = re.compile(r"[\u3400-\u9fff]{3,40}")
_HANGUL: Final = re.compile(r"[A-Z]{0,6}[가-힣]{3,16}")
_LEAST: Final = 2
_MOST_IDEOGRAPHS: Final = 14
_PARTICLE: Final = re.compile(
    r"(?:은|는|이|가|을|를|의|과|와|에|에서|에게|으로|로|도|만|부터|까지|측)?$"
)


def find_bodies(text: str, locale: str) -> Iterator[Place]:
    """Yield where a text names organisations by a word that only their names have.

    Examples:
        >>> text = "The Eurasian Development Bank and the Ministry of Energy met."
        >>> [text[slice(*place)] for place in find_bodies(text, "en")]
        ['Eurasian Development Bank', 'Ministry of Energy']
    """
    language = locale.partition("_")[0]
    words = words_in(text)
    yield from _unspaced(text, language)
    if is_headline(words):
        return
    behind = 0
    for first, last in runs(text, words):
        if first < behind:
            continue
        span = (
            _official(text, words, first, last, language)
            or _ending(text, words, first, last, locale)
            or _described(text, words, _behind_titles(words, first, last, language), locale)
            or _of_state(text, words, first, language)
        )
        if span is not None:
            behind = span[1]
            yield words[span[0]].start, words[span[1] - 1].end


def _bare(words: Sequence[Word], first: int, last: int, language: str) -> int:
    """Return where a name begins within a run: behind articles, prepositions, offices."""
    while last - first > 1 and (
        is_cue(words[first].text, "leads", language) or COMPOUND.search(words[first].text)
    ):
        first += 1
    titles = [at for at in range(first, last - 2) if is_title(words[at].text)]
    return titles[-1] + 1 if titles and is_title(words[first].text) else first


def _behind_titles(words: Sequence[Word], first: int, last: int, language: str) -> int:
    """Return the last word of a run that only an office or a preposition stands before."""
    before = (word.text for word in words[first : last - 1])
    is_bare = all(is_title(word) or is_cue(word, "leads", language) for word in before)
    return last - 1 if is_bare else first


def _official(
    text: str, words: Sequence[Word], first: int, last: int, language: str
) -> Place | None:
    """Return a name that goes on behind its word of kind: "Commission on …"."""
    if not is_cue(words[last - 1].text, "begins", language):
        return None
    end = at = last
    while at < len(words) and at - first < 2 * _MOST:
        gap = text[words[at - 1].end : words[at].start]
        if gap not in SPACES:
            break
        word = words[at]
        if word.is_capital:
            end = at + 1
        elif (
            not is_cue(word.text, "joins", language)
            or not (at > last or is_cue(word.text, "binds", language))
            or (
                is_cue(word.text, "inner", language)
                and not (
                    words[at - 1].is_capital and at + 1 < len(words) and words[at + 1].is_capital
                )
            )
        ):
            break
        at += 1
    start = _bare(words, first, last, language)
    is_organ = last - start == 1 and _is_organ(words[last:end], language)
    return (start, end) if end > last and not is_organ else None


def _is_organ(words: Sequence[Word], language: str) -> bool:
    """Tell whether words say of a body only what every company has: "Audit Committee"."""
    named = [word.text for word in words if not is_cue(word.text, "joins", language)]
    return bool(named) and all(_is_listed(word, "organs", language) for word in named)


def _ending(text: str, words: Sequence[Word], first: int, last: int, locale: str) -> Place | None:
    """Return a name that ends with its word of kind: "… Tractor Works"."""
    language = locale.partition("_")[0]
    start = _bare(words, first, last, language)
    is_followed = last < len(words) and text[words[last - 1].end : words[last].start] in SPACES
    if is_followed and is_cue(words[last].text, "low_ends", language):
        return start, last + 1
    for at in range(last - 1, start - 1, -1):
        word = words[at].text
        is_strong = is_cue(word, "ends", language)
        if not is_strong and not (
            is_cue(word, "weak_ends", language) and _is_own(words[start:at], locale)
        ):
            continue
        if _is_country(words[start : at + 1], locale) or _is_organ(words[start:at], language):
            return None
        if at > start and not any(map(str.isdigit, words[at - 1].text)):
            return _with_inner(text, words, start, language), at + 1
        opened = _with_inner(text, words, start, language)
        if opened < start:
            return opened, at + 1
    return None


def _with_inner(text: str, words: Sequence[Word], start: int, language: str) -> int:
    """Return where a name begins that a joining word goes through ("… ve Ticaret Bakanlığı")."""
    at = found = start
    if listed("binds", language):
        return start  # there a name goes on behind its word of kind
    while at > 1 and start - at < _MOST and text[words[at - 1].end : words[at].start] in SPACES:
        if found < start and words[at - 1].is_capital:
            at = found = at - 1
        elif is_cue(words[at - 1].text, "inner", language) and words[at - 2].is_capital:
            at = found = at - 2
        else:
            break
    return found


def _is_country(words: Sequence[Word], locale: str) -> bool:
    names = gazetteer.country_names(locale, locale.partition("_")[0])
    return bool(read_key(" ".join(word_key(word.text) for word in words), names, adjectives=False))


def _is_own(words: Sequence[Word], locale: str) -> bool:
    """Tell whether words are more than a place, or an adjective of one."""
    names = gazetteer.country_names(locale, locale.partition("_")[0])
    whole = " ".join(word_key(word.text) for word in words)
    if all(is_cue(word.text, "plain", locale.partition("_")[0]) for word in words):
        return False
    return bool(words) and not read_key(whole, names, adjectives=True)


def _described(text: str, words: Sequence[Word], first: int, locale: str) -> Place | None:
    """Return adjectives, the first with a capital, and the noun behind: "Минский … завод"."""
    language = locale.partition("_")[0]
    if not listed("bodies", language) or not ends_so(words[first].text, "adjectives", language):
        return None
    is_first = not text[: words[first].start].strip(' \u00a0«"—–-') or (
        text[: words[first].start].rstrip()[-1:] in (".", "!", "?")
    )
    of_state = _is_listed(words[first].text, "of_state", language) and not is_first
    for at in range(first + 1, min(first + 2 + _MOST_ADJECTIVES, len(words))):
        if text[words[at - 1].end : words[at].start] not in SPACES:
            return None
        word = words[at].text
        if is_cue(word, "bodies", language):
            if is_first and not of_state:
                return None
            end = _fields(text, words, at + 1, language) if of_state else at + 1
            if _is_country(words[first:end], locale) or _is_organ(words[first:at], language):
                return None
            return first, _quoted(text, words, first, end)
        if not ends_so(word, "adjectives", language):
            return None
        of_state = of_state or _is_listed(word, "of_state", language)
    return None


def _quoted(text: str, words: Sequence[Word], first: int, end: int) -> int:
    """Return where a name ends that quotation marks set apart, else what it was."""
    start = words[first].start
    if text[max(0, start - 1) : start] not in ("«", "„", '"'):
        return end
    last = end
    while last < len(words) and last - first < _MOST:
        if text[words[last - 1].end : words[last].start] not in SPACES:
            break
        last += 1
    return last if text[words[last - 1].end : words[last - 1].end + 1] in _CLOSING else end


@cache
def _stems(name: str, language: str) -> frozenset[str]:
    return frozenset(_stem(word, language) for word in listed(name, language))


def _is_listed(word: str, name: str, language: str) -> bool:
    """Tell whether an adjective, in any of its forms, is of a class."""
    return _stem(word_key(word), language) in _stems(name, language)


def _stem(key: str, language: str) -> str:
    endings = (end for end in listed("adjectives", language) if key.endswith(end))
    return key.removesuffix(max(endings, key=len, default=""))


def _of_state(text: str, words: Sequence[Word], first: int, language: str) -> Place | None:
    """Return a body of state and what it is for: "Министерство энергетики"."""
    if not is_cue(words[first].text, "ministries", language):
        return None
    end = _fields(text, words, first + 1, language)
    return (first, end) if end > first + 1 else None


def _fields(text: str, words: Sequence[Word], at: int, language: str) -> int:
    fields = listed("fields", language)
    end = at
    while at < len(words) and text[words[at - 1].end : words[at].start] in SPACES:
        key = word_key(words[at].text)
        if key not in fields:
            break
        at += 1
        end = at if len(key) > 1 and key != "та" else end
    return end


@cache
def _forms(language: str) -> tuple[str, ...]:
    return tuple(sorted(listed("unspaced", language), key=len, reverse=True))


def _unspaced(text: str, language: str) -> Iterator[Place]:
    """Yield names of a script without capitals that end with a word of kind."""
    forms = _patterns(language)
    if forms is None:
        return
    for run in _IDEOGRAPHS.finditer(text):
        yield from _in_ideographs(run, *forms)
    for run in _HANGUL.finditer(text):
        for name in (run[0], _PARTICLE.sub("", run[0])):
            form = next((one for one in _forms(language) if name.endswith(one)), "")
            stem = name.removesuffix(form)
            if form and len(stem) >= _LEAST and stem not in listed("bounds", language):
                yield run.start(), run.start() + len(name)
                break


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what finds the words of kind, and the words that no name goes over."""
    if language not in listed_languages("unspaced"):
        return None
    bounds = sorted(listed("bounds", language), key=len, reverse=True)
    return re.compile("|".join(_forms(language))), re.compile("|".join(bounds))


def _in_ideographs(
    run: re.Match[str], endings: re.Pattern[str], bounds: re.Pattern[str]
) -> Iterator[Place]:
    piece, behind = run[0], 0
    for found in endings.finditer(piece):
        start = behind
        for bound in bounds.finditer(piece, behind, found.start()):
            start = bound.end()
        behind = found.end()
        name = piece[start : found.end()]
        if found.start() - start >= _LEAST and len(name) <= _MOST_IDEOGRAPHS:
            yield run.start() + start, run.start() + found.end()


@cache
def _houses() -> tuple[KnownNames, frozenset[str]]:
    short = (name for name, _ in houses() if len(name) <= _SHORT and name.isupper())
    return KnownNames(houses()), frozenset(map(word_key, short))


def find_houses(text: str, locale: str) -> Iterator[Place]:
    """Yield where a text has a name that is known to be an organisation's.

    Examples:
        >>> text = "Акции «Роснефти» и Газпрома выросли."
        >>> [text[slice(*place)] for place in find_houses(text, "ru")]
        ['Роснефти', 'Газпрома']
    """
    known, short = _houses()
    language = locale.partition("_")[0]
    words = words_in(text)
    starts = [word.start for word in words]
    for start, end, _ in known.find(text, language):
        name = text[start:end]
        if _MODEL.match(text, end):
            continue
        if len(name) <= _SHORT + 1 and word_key(name) in short and not name[:2].isupper():
            continue
        at = bisect_right(starts, start) - 1
        if at >= 0 and _goes_on(text, words, at, end, language):
            continue
        yield start, end


def _goes_on(text: str, words: Sequence[Word], at: int, end: int, language: str) -> bool:
    """Tell whether a known name is but the beginning of a longer one."""
    while at < len(words) and words[at].end < end:
        at += 1
    if at + 1 >= len(words) or text[end : words[at + 1].start] not in SPACES:
        return False
    word = words[at + 1].text
    return words[at + 1].is_capital and (
        is_cue(word, "ends", language) or is_cue(word, "weak_ends", language)
    )
