"""Bodies that bear the name of somebody: "Институт физики имени П. Н. Лебедева"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .cues import ends_so, is_cue, listed, listed_languages
from .key import word_key
from .people import is_title
from .words import INITIAL, SPACES, Word, words_in

__all__ = ["find_namesakes", "is_namesake"]

_MOST_BEFORE: Final = 4
_MOST_BEHIND: Final = 5
_OPENING: Final = frozenset('«„“"')
_SHORT: Final = 2


def is_namesake(word: str, before: str) -> bool:
    """Tell whether a name behind a word is one that something bears: not "от имени …"."""
    key = word_key(word)
    return key in listed("named_after", "und") and word_key(before) not in listed("behalf", "und")


def find_namesakes(text: str, locale: str) -> Iterator[tuple[int, int]]:
    """Yield where a text names bodies after somebody, the person's name with them.

    Examples:
        >>> text = "Его принял Театр имени А. П. Чехова в Ялте."
        >>> [text[slice(*place)] for place in find_namesakes(text, "ru")]
        ['Театр имени А. П. Чехова']
    """
    language = locale.partition("_")[0]
    if language not in listed_languages("named_after"):
        return
    words = words_in(text)
    for at in range(1, len(words) - 1):
        word = words[at]
        if word.is_capital or not is_namesake(word.text, words[at - 1].text):
            continue
        if len(word.text) <= _SHORT and text[word.end : word.end + 1] != ".":
            continue
        first, end = _first(text, words, at, language), _end(text, words, at)
        if first is not None and end > at + 1:
            yield words[first].start, words[end - 1].end


def _first(text: str, words: Sequence[Word], at: int, language: str) -> int | None:
    """Return the first word of the body that is named; none where no capital begins it."""
    first = at
    while first and at - first < _MOST_BEFORE and _are_joined(text, words, first):
        first -= 1
        if words[first].is_capital:
            break
    if (
        not words[first].is_capital
        or text[max(0, words[first].start - 1) : words[first].start] in _OPENING
    ):
        return None
    is_own = words[first].text.isupper() and len(words[first].text) > 1
    kinds = [word.text for word in words[first:at]]
    is_body = any(is_cue(word, "bodies", language) or _is_house(word, language) for word in kinds)
    is_first = is_cue(kinds[0], "bodies", language) or _is_house(kinds[0], language)
    is_first = is_first or ends_so(kinds[0], "adjectives", language)
    before = words[first - 1] if first and _are_joined(text, words, first) else None
    is_part = before is not None and before.is_capital and not _is_bare(before.text, language)
    return first if (is_own or (is_body and is_first)) and not is_part else None


def _is_house(word: str, language: str) -> bool:
    return is_cue(word, "named_houses", language)


def _is_bare(word: str, language: str) -> bool:
    return is_title(word) or is_cue(word, "leads", language)


def _are_joined(text: str, words: Sequence[Word], at: int) -> bool:
    return text[words[at - 1].end : words[at].start] in SPACES


def _end(text: str, words: Sequence[Word], at: int) -> int:
    """Return behind which word the name of a person ends, letters behind it included."""
    end = at + 1
    while end < len(words) and end - at <= _MOST_BEHIND and words[end].is_capital:
        gap = text[words[end - 1].end : words[end].start]
        is_dotted = end == at + 1 and gap in {". ", ".", ".\u00a0"}
        is_initial = gap == "" and INITIAL.fullmatch(words[end - 1].text) is not None
        if gap not in SPACES and not is_dotted and not is_initial:
            break
        end += 1
    return end
