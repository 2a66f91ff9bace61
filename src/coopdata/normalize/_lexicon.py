"""The words of one language as look-up tables: longest match at a place, forwards or backwards."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from typing import Any, Final

from ..errors import UnknownLocaleError, nearest

__all__ = ["CODED", "INDEXED", "LANGUAGES", "Lexicon", "Table", "is_edge", "language_of", "lexicon"]

# importlib.resources would cost ten milliseconds to import
_FOLDER: Final = os.path.join(os.path.dirname(__file__), "..", "data", "languages")
#: The languages that have a word list, as the shipped data has it.
LANGUAGES: Final = tuple(
    sorted(name[:-5] for name in os.listdir(_FOLDER) if name.endswith(".json"))
)

Row = tuple[str, str]

#: Forms of at least this many characters are indexed by that many; shorter ones are just tried.
INDEXED: Final = 4
#: Lengths of forms are shipped as characters from this code point on: printable, and quick to read.
CODED: Final = 32


def is_edge(low: str, pos: int) -> bool:
    """Tell whether a word can end before, or begin at, `pos`.

    Scripts that do not space their words (Han, Kana, Hangul) have an edge at every character.
    """
    if pos <= 0 or pos >= len(low):
        return True
    before, here = low[pos - 1], low[pos]
    if here > "\u2e7f":
        return True
    if not (before.isalpha() and here.isalpha()):
        return not (before.isalnum() and here.isalnum()) or before.isdecimal() != here.isdecimal()
    return before > "\u2e7f" or here > "\u2e7f"


class Table:
    """Rows keyed by folded form, found by the longest form that begins or ends at a place."""

    __slots__ = ("_ends", "_starts", "_whole", "rows")

    def __init__(self, packed: dict[str, Any], *, whole: bool = False) -> None:
        rows: dict[str, tuple[Row, ...]] = {}
        for kind, payload, forms in packed["groups"]:
            one = ((kind, payload),)
            for form in forms.split("\n"):
                rows[form] = rows[form] + one if form in rows else one
        self.rows = rows
        self._whole = whole
        self._starts: dict[str, str] = packed["starts"]
        self._ends: dict[str, str] = packed["ends"]

    def at(self, low: str, pos: int) -> tuple[int, tuple[Row, ...]] | None:
        """Return the end and the rows of the longest form that begins at `pos`."""
        get = self.rows.get
        head = low[pos : pos + INDEXED]
        if len(head) == INDEXED:
            room = len(low) - pos
            for code in self._starts.get(head, ""):
                length = ord(code) - CODED
                if length <= room:
                    found = get(low[pos : pos + length])
                    if found is not None and is_edge(low, pos + length):
                        return pos + length, found
            head = head[:-1]
        while head:
            found = get(head)
            if found is not None and is_edge(low, pos + len(head)):
                return pos + len(head), found
            head = head[:-1]
        return None

    def before(self, low: str, pos: int) -> tuple[int, tuple[Row, ...]] | None:
        """Return the start and the rows of the longest form that ends at `pos`."""
        get = self.rows.get
        tail = low[pos - INDEXED if pos > INDEXED else 0 : pos]
        if len(tail) == INDEXED:
            for code in self._ends.get(tail, ""):
                length = ord(code) - CODED
                if length <= pos:
                    found = get(low[pos - length : pos])
                    if found is not None and self._opens(low, pos - length, found):
                        return pos - length, found
            tail = tail[1:]
        while tail:
            found = get(tail)
            if found is not None and self._opens(low, pos - len(tail), found):
                return pos - len(tail), found
            tail = tail[1:]
        return None

    def _opens(self, low: str, pos: int, rows: tuple[Row, ...]) -> bool:
        return is_edge(low, pos) and (not self._whole or _opens_word(low, pos, rows))


def _opens_word(low: str, pos: int, rows: tuple[Row, ...]) -> bool:
    """Tell whether a form at `pos` begins a word, or is one of those that end another ("톤당")."""
    before = low[pos - 1] if pos else " "
    kind = rows[0][0]
    if not before.isalnum() or (kind != "rate" and not low[pos].isalpha()):
        return True
    return kind == "per_tail" or (kind == "blocker" and before.isdecimal())


class Lexicon:
    """Everything the grammar knows of one language.

    Attributes:
        language: BCP 47.
        numerals, after, before: The three tables (see `_lexicon_compile`).
        decimal, group: Characters that may mark decimals and groups of digits.
        spaced: Whether words are set apart by spaces.
        compounds: Whether number words grow together into one word.
        adjectives: Endings of words that may stand between a number and the noun it counts;
            an empty ending admits every word that is not in `stop`.
        nouns: Endings by which a word that no list holds may be a counted noun; empty = any.
        not_nouns: Endings by which it is none.
        goods: Counted units that "units" and "pieces" may stand for.
        whole_words: Whether what stands before a number begins a word, and number words do, in a
            script whose words take particles without a space (Korean).
        openers: First words of the forms with which a number can begin, each with the first two
            letters of the words that must follow; `None` where it may stand alone.
    """

    __slots__ = (
        "adjectives",
        "after",
        "before",
        "compounds",
        "decimal",
        "goods",
        "group",
        "language",
        "linker",
        "not_nouns",
        "nouns",
        "numerals",
        "openers",
        "settings",
        "spaced",
        "stop",
        "whole_words",
    )

    def __init__(self, tree: dict[str, Any]) -> None:
        settings = tree["settings"]
        self.language: str = tree["language"]
        self.settings: dict[str, Any] = settings
        self.numerals = Table(tree["numerals"])
        self.after = Table(tree["after"])
        self.whole_words: bool = settings.get("whole_words", False)
        self.before = Table(tree["before"], whole=self.whole_words)
        self.decimal: str = settings.get("decimal", ".")
        self.group: str = settings.get("group", ",")
        self.spaced: bool = settings.get("spaced", True)
        self.compounds: bool = settings.get("compounds", False)
        self.linker: str = settings.get("linker", "")
        self.adjectives: tuple[str, ...] = tuple(settings.get("adjectives", ()))
        self.nouns: tuple[str, ...] = tuple(settings.get("nouns", ()))
        self.not_nouns: tuple[str, ...] = tuple(settings.get("not_nouns", ()))
        self.stop: frozenset[str] = frozenset(settings.get("stop", ()))
        self.goods: frozenset[str] = frozenset(settings.get("goods", ()))
        openers = tree["openers"]
        self.openers: dict[str, frozenset[str] | None] = {
            **dict.fromkeys(openers["alone"].split("\n")),
            **{word: frozenset(them.split("\n")) for word, them in openers["leading"].items()},
        }

    def is_noun(self, word: str) -> bool:
        """Tell whether an unknown word may be a counted noun, by its ending."""
        if not self.spaced or len(word) < 3 or word.endswith(self.not_nouns):
            return False
        return not self.nouns or word.endswith(self.nouns)


@lru_cache(maxsize=16)
def _language(language: str) -> Lexicon:
    with open(os.path.join(_FOLDER, f"{language}.json"), encoding="utf-8") as file:
        return Lexicon(json.load(file))


def language_of(locale: str) -> str:
    """Return the language of a locale id."""
    return locale.replace("-", "_").partition("_")[0].lower()


@lru_cache(maxsize=2048)
def lexicon(locale: str) -> Lexicon:
    """Return the lexicon of the locale's language."""
    language = language_of(locale) if isinstance(locale, str) else locale
    if language not in LANGUAGES:
        raise UnknownLocaleError(locale, nearest(str(locale), LANGUAGES))
    return _language(language)
