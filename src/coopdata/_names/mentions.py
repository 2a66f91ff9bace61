"""Organisations and people in running text, by what their names show: precise, not complete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..errors import UnreadableTextError
from . import organisations, people
from .cues import is_cue
from .eastern import is_chinese_given, is_chinese_surname, is_korean_given, is_korean_surname
from .key import word_key
from .kinds import is_generic
from .legal_forms import form_key, is_form, leads
from .namesakes import is_namesake
from .nominatives import given_of, patronymic_of
from .records import OrganisationName, PersonName
from .words import INITIAL, SPACES, TOKEN

__all__ = ["find_organisations", "find_people"]

_QUOTED: Final = re.compile(
    r"«[^«»\n]{2,80}»|„[^„“”\n]{2,80}[“”]|“[^“”\n]{2,80}”|\"[^\"\n]{2,80}\"|《[^《》\n]{2,40}》"
)
_BEFORE_FORM: Final = frozenset({" ", "\u00a0", ", ", ",", "", ". ", ".", "., "})
_MOST_FORM: Final = 6
_MOST_NAME: Final = 4
#: Words for a kind that are shorter join words.
_KIND: Final = 4
_LEAST_FORM: Final = 2
_SHORT: Final = 60
#: So near is another full stop of the same abbreviation ("Co., Ltd.").
_DOTTED: Final = 6
#: Behind a form another one may stand ("Co. LLC").
_AGAIN: Final = frozenset({" ", ". "})

Words = Sequence[re.Match[str]]
Place = tuple[int, int]


def find_organisations(text: str, locale: str) -> Iterator[tuple[int, int, OrganisationName]]:
    """Yield the organisations that a text names between quotation marks or with a legal form.

    Quotation marks count where a legal form or a word for a kind touches them; a legal form counts
    where words with capitals stand beside it.

    Examples:
        >>> [(name.name, name.legal_form) for *_, name in find_organisations(
        ...     "Детали ООО «Заря» получит Ford Otosan A.Ş. в мае.", "ru")]
        [('Заря', 'ООО'), ('Ford Otosan', 'A.Ş.')]
    """
    words = list(TOKEN.finditer(text))
    places = sorted({*_quoted(text), *_beside_forms(text, words)}, key=lambda at: (at[0], -at[1]))
    end = 0
    for start, stop in places:
        if start < end:
            continue
        try:
            name = organisations.read(text[start:stop], locale)
        except UnreadableTextError:
            continue
        yield start, stop, name
        end = stop


def _quoted(text: str) -> Iterator[Place]:
    for match in _QUOTED.finditer(text):
        start, end = match.span()
        if not match[0][1].isupper() and not match[0][1].isdigit() and match[0][0] != "《":
            continue
        head = max(0, start - _SHORT)
        before = list(TOKEN.finditer(text, head, start))
        touching = bool(before) and text[before[-1].end() : start] in ("", " ", "\u00a0")
        if touching and (before[-1].start() > head or not head) and _is_kind(before[-1][0]):
            is_part = not before[-1][0].islower() or is_form(form_key(before[-1][0]))
            yield (before[-1].start(), end) if is_part else (start + 1, end - 1)
            continue
        after = list(TOKEN.finditer(text, end, min(len(text), end + _SHORT)))
        form = _form_at(text, after, 0) if after else 0
        if form and text[end : after[0].start()] in (" ", ", ", "\u00a0"):
            yield start, _stop(text, after[form - 1].end())


def _is_kind(word: str) -> bool:
    key = word_key(word)
    return (is_form(form_key(word)) and not word.islower()) or (
        len(key) >= _KIND and is_generic(key)
    )


def _stop(text: str, end: int) -> int:
    """Return the end with the full stop of an abbreviation, if the sentence goes on behind it."""
    goes_on = text[end + 1 : end + 2] not in ("", "\n") or "." in text[max(0, end - _DOTTED) : end]
    return end + 1 if text[end : end + 1] == "." and goes_on else end


def _form_at(text: str, words: Words, at: int) -> int:
    """Return how many words from `at` on are a legal form that is written as one; the most."""
    found = 0
    key = ""
    for number in range(at, min(at + _MOST_FORM, len(words))):
        word = words[number]
        if number > at and text[words[number - 1].end() : word.start()] not in _BEFORE_FORM:
            break
        key += form_key(word[0])
        if len(key) >= _LEAST_FORM and is_form(key) and not word[0].islower():
            found = number - at + 1
    is_written = found and not words[at][0].islower()
    following = at + found
    if is_written and following < len(words) and _has_form(text, words, following):
        found += 1
    return found if is_written and not is_generic(word_key(words[at][0])) else 0


def _has_form(text: str, words: Words, at: int) -> bool:
    """Tell whether a word is another legal form, written so, right behind the word before it."""
    word = words[at][0]
    gap = text[words[at - 1].end() : words[at].start()]
    return word.isupper() and len(word) > _LEAST_FORM and gap in _AGAIN and is_form(form_key(word))


def _beside_forms(text: str, words: Words) -> Iterator[Place]:
    at = 0
    while at < len(words):
        size = _form_at(text, words, at)
        if not size:
            at += 1
            continue
        first = at
        most = _MOST_NAME if first and _stands_behind(text, words, at) else 0
        while first and at - first < most and _goes_on(text, words[first - 1], words[first]):
            if first < at and not _is_one_script(words[first - 1][0], words[at - 1][0]):
                break
            first -= 1
        first += words[first][0] == "&"
        if first < at:
            yield words[first].start(), _stop(text, words[at + size - 1].end())
        elif at + size < len(words) and _may_lead(words[at][0]):
            last = at + size
            while (
                last < len(words)
                and last - at - size < _MOST_NAME
                and _goes_on(text, words[last], words[last - 1])
            ):
                last += 1
            if last > at + size:
                yield words[at].start(), words[last - 1].end()
        at += size


def _stands_behind(text: str, words: Words, at: int) -> bool:
    """Tell whether a form may be of the words before it: a Cyrillic one behind a comma alone."""
    return not _has_before(words[at][0]) or text[words[at - 1].end() : words[at].start()] == ", "


def _goes_on(text: str, word: re.Match[str], beside: re.Match[str]) -> bool:
    """Tell whether a word with a capital belongs to the name that another word is of."""
    left, right = sorted((word, beside), key=lambda one: one.start())
    gap = text[left.end() : right.start()]
    if word[0] == "&":  # "Grain & Feed Ltd"
        return right is beside and gap in SPACES
    if not word[0][0].isupper() or len(word[0]) == 1:
        return False
    if gap in (") ", " ("):  # "Metals (Cyprus) Ltd"
        inner = left if gap == ") " else right
        return right is beside and text[inner.start() - 1] == "(" and text[inner.end()] == ")"
    return gap in SPACES or (gap == ", " and right is beside and is_form(form_key(beside[0])))


def _is_one_script(one: str, other: str) -> bool:
    return (one[0] < "\u0400") == (other[0] < "\u0400")


def _may_lead(word: str) -> bool:
    """Tell whether a form may stand before a name that no quotation mark parts from it."""
    return _has_before(word) or (
        word.isupper() and len(word) > _LEAST_FORM and leads(form_key(word))
    )


def _has_before(word: str) -> bool:
    return "\u0400" <= word[0] < "\u0530" and word.isupper()


def find_people(text: str, locale: str) -> Iterator[tuple[int, int, PersonName]]:
    """Yield the people that a text names by initials, a known given name, a patronymic or a title.

    The span is the name without its title. Names of China and Korea count where surname and given
    name are both made as such names are.

    Examples:
        >>> [name.family for *_, name in find_people("Сергей Лавров принял Ли Кэцяна.", "ru")]
        ['Лавров', 'Ли']
    """
    words = list(TOKEN.finditer(text))
    at = 0
    while at < len(words):
        run = _run(text, words, at)
        if run and at and is_namesake(words[at - 1][0], words[at - 2][0] if at > 1 else ""):
            at += len(run)
            continue
        if run and INITIAL.fullmatch(run[0][0]) and _is_foreign(words, at):
            at += len(run)
            continue
        size = _name_in(text, [word[0] for word in run], at, words)
        if not size:
            at += 1
            continue
        start, end = words[at].start(), words[at + size - 1].end()
        end -= 2 * text.endswith(("'s", "’s"), start, end)
        try:
            name = people.read(text[start:end], locale)
        except UnreadableTextError:
            at += 1
            continue
        yield start, end, name
        at += size


def _run(text: str, words: Words, at: int) -> Words:
    """Return the words with capitals that stand together from `at` on."""
    last = at
    while last < len(words) and last - at < _MOST_NAME and words[last][0][0].isupper():
        gap = text[words[last - 1].end() : words[last].start()] if last > at else " "
        if gap not in SPACES and not (gap == "" and INITIAL.fullmatch(words[last - 1][0])):
            break
        last += 1
    return words[at:last]


def _name_in(text: str, run: list[str], at: int, words: Words) -> int:
    """Return with how many words of a run, from its first, a person is named."""
    if not run:
        return 0
    letters = [bool(INITIAL.fullmatch(word)) for word in run]
    if letters[0]:
        size = next((number for number, one in enumerate(letters) if not one), 0)
        return size + 1 if size and _is_word(run[size]) and not _is_body(run[size]) else 0
    if len(run) > 1 and letters[1] and _is_word(run[0]) and not given_of(run[0]):
        size = 2 + (len(run) > 2 and letters[2])
        is_none = people.is_title(run[0]) or is_cue(run[0], "no_names", "und")
        return 0 if is_none or len(run) > size else size
    if len(run) > 2 and given_of(run[0]) and letters[1]:
        return 3
    if _is_addressed(text, at, words):
        return min(2, len(run)) if not any(letters[:2]) else 1
    if len(run) > 2 and is_korean_surname(run[0]) and _is_eastern(run[:3]):
        return 3
    return _by_given(run) or _by_east(run)


def _is_body(word: str) -> bool:
    """Tell whether a word is one for a body ("U.S. Department")."""
    return is_cue(word, "begins", "und") or is_cue(word, "ends", "und")


def _is_foreign(words: Words, at: int) -> bool:
    """Tell whether Latin initials stand in Cyrillic text, which writes people's as its own."""
    beside = (words[at - 1][0] if at else "", words[at + 1][0] if at + 1 < len(words) else "")
    return words[at][0][0] < "\u0370" and beside[0][:1] > "\u0370" and beside[1] < "\u0370"


def _is_word(word: str) -> bool:
    return len(word) > 1 and not word.isupper() and not INITIAL.fullmatch(word)


def _is_addressed(text: str, at: int, words: Words) -> bool:
    """Tell whether a form of address ("Mr.", "г-н") stands before a word."""
    if not at:
        return False
    gap = text[words[at - 1].end() : words[at].start()]
    return gap in (" ", ". ", "\u00a0") and people.is_address(words[at - 1][0])


def _by_given(run: list[str]) -> int:
    if len(run) < 2:
        return 0
    if given_of(run[0]) and not run[1].isupper():
        if patronymic_of(run[1]) and len(run) > 2:
            return 3
        if len(run) > 2 and given_of(run[1]) and not patronymic_of(run[1]):
            return 3
        return 3 if len(run) == 3 and _is_latin(run) else 2
    if len(run) > 2 and given_of(run[1]) and patronymic_of(run[2]):
        return 3
    return 0


def _is_latin(run: list[str]) -> bool:
    """Tell whether words are Latin and written as names of people are ("Joe Guy Collier")."""
    return all(word[0] < "\u0400" and word[1:].islower() and not _is_body(word) for word in run)


def _is_eastern(run: list[str]) -> bool:
    """Tell whether three words are a Korean name, the last of them in any case."""
    name = people.read(" ".join(run), "und")
    return is_korean_given(tuple(name.given.split())) and " " in name.given


def _by_east(run: list[str]) -> int:
    if len(run) < 2:
        return 0
    if is_korean_surname(run[0]) and "-" in run[1] and is_korean_given((run[1],)):
        return 2
    name = people.read(" ".join(run[:2]), "und") if is_chinese_surname(run[0]) else None
    is_two = name is not None and bool(name.given) and not is_chinese_surname(name.given)
    return 2 if is_two and name is not None and is_chinese_given((name.given,)) else 0
