"""The words and settings of one language, loaded from the package's data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from attrs import field, frozen
from babel.core import get_global

from .. import _shipped, cldr
from ..cldr import Symbols
from .dictionary import Table
from .settings import Cased, Settings

__all__ = ["LANGUAGES", "Lexicon", "empty", "language_of", "language_words", "lexicon_of"]

#: The languages that have a word list, as the shipped data has it.
LANGUAGES: Final = _shipped.languages("languages")

#: Both forms of the Chinese script, which one list reads.
_HAN: Final = "Han"
#: Classes of words that state a change.
_CHANGES: Final = ("change", "change_noun")
#: First words, each with the words of which one must follow; `None` where any may.
Openers = Mapping[str, frozenset[str] | None]


@frozen(kw_only=True, eq=False)
class Lexicon(Settings):
    """Everything the grammar knows of one language: its settings and its words.

    Attributes:
        language: BCP 47.
        locale: The locale id whose dictionary it is.
        is_worded: Whether there is a word list, shipped or somebody's own.
        numerals, after, before: The three tables (see `_lexicon_compile`).
        changes: First words of the forms that state a change.
        openers: First words of the forms with which a number can begin.
        symbols: The signs of the locale's numbers.
        disputed: Units that CLDR prints with words that people mean something else by.
        cased_after, cased_before: What a form says in one case or another, where that differs.
        touching: The same where it touches the number, where that differs ("5m").
    """

    language: str
    locale: str
    is_worded: bool = True
    numerals: Table
    after: Table
    before: Table
    changes: frozenset[str]
    openers: Openers
    symbols: Symbols
    disputed: frozenset[str] = frozenset()
    cased_after: Cased = field(factory=dict)
    cased_before: Cased = field(factory=dict)
    touching: Cased = field(factory=dict)

    def is_noun(self, word: str) -> bool:
        """Tell whether an unknown word may be a counted noun, by its ending."""
        if not self.spaced or len(word) < 3 or word.endswith(self.not_nouns):
            return False
        return self.nouns is not None and (not self.nouns or word.endswith(self.nouns))


def lexicon_of(tree: Mapping[str, Any], locale: str) -> Lexicon:
    """Return the lexicon of a compiled word list, for a locale."""
    settings, openers = tree["settings"], tree["openers"]
    return Lexicon(
        language=tree["language"],
        locale=locale,
        numerals=Table(tree["numerals"], fused=tree["fused"]),
        after=Table(tree["after"], joined=settings.get("inner_apostrophe", False)),
        before=Table(tree["before"], whole=settings.get("whole_words", False)),
        changes=frozenset(
            form.partition(" ")[0]
            for kind, _, forms in tree["before"]["groups"]
            if kind in _CHANGES
            for form in forms
        ),
        openers={
            **dict.fromkeys(openers["alone"]),
            **{word: frozenset(them) for word, them in openers["leading"].items()},
        },
        symbols=cldr.symbols(locale),
        **settings,
    )


@lru_cache(maxsize=16)
def language_words(language: str) -> Lexicon:
    """Return the word list of one of `LANGUAGES`."""
    return lexicon_of(_shipped.tree(f"languages/{language}.json"), language)


def empty(locale: str) -> Lexicon:
    """Return the word list of a locale whose language has none."""
    symbols = cldr.symbols(locale)
    nothing = Table({"groups": [], "starts": {}, "ends": {}, "first_signs": [], "last_signs": []})
    return Lexicon(
        language=language_of(locale),
        locale=locale,
        is_worded=False,
        numerals=nothing,
        after=nothing,
        before=nothing,
        changes=frozenset(),
        openers={},
        symbols=symbols,
        decimal="".join(sorted(symbols.decimals)),
        group="".join(sorted(symbols.groups - symbols.decimals)),
        nouns=None,
    )


@lru_cache(maxsize=2048)
def language_of(locale: str) -> str:
    """Return the language of a locale id, with its script where that is not the usual one.

    A list is written in one script, whose words are none of the other's: "az_Cyrl" has no list.
    """
    language, *rest = locale.replace("-", "_").split("_")
    language, script = language.lower(), (rest[0].title() if rest else "")
    if len(script) != 4 or not script.isalpha() or script.startswith(_HAN):
        return language
    usual = get_global("likely_subtags").get(language, "")
    return language if f"_{script}" in usual else f"{language}_{script}"
