"""The words that some languages print: hedges, counted nouns, phrases of the calendar.

They are data, one file per language; a locale of any other language, or of one of these in
another script, prints signs.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from babel.core import get_global, parse_locale

from .. import _shipped
from ..values import Relation

__all__ = ["LANGUAGES", "Words", "ending", "english", "words"]

LANGUAGES: Final = _shipped.languages("printing")
_SCALES: Final = (1_000_000_000_000, 1_000_000_000, 1_000_000, 1000, 100)


class Words(NamedTuple):
    """One language's printing table; the keys are described in `seeds/printing/README.md`."""

    language: str
    hedges: dict[Relation, dict[str, str]]
    nouns: dict[str, dict[str, str]]
    symbols: dict[str, str]
    genitive: dict[str, str]
    endings: dict[str, dict[str, str]]
    joiner: str
    whole_words: frozenset[str]
    money: dict[str, str]
    compact: dict[str, str]
    per: str
    per_money: str
    per_case: str
    rates: dict[str, str]
    rates_short: dict[str, str]
    cases: dict[str, dict[str, Any]]
    noun_endings: dict[str, Any]
    euphony: dict[str, str]
    counter_end: str
    period: dict[str, Any]


@cache
def _table(language: str) -> Words:
    tree = _shipped.tree(f"printing/{language}.json")
    return Words(
        language=language,
        hedges=tree["hedges"],
        nouns=tree["nouns"],
        symbols=tree["symbols"],
        genitive=tree["genitive"],
        endings=tree["endings"],
        joiner=tree["joiner"],
        whole_words=frozenset(tree["whole_words"]),
        money=tree["money"],
        compact=tree["compact"],
        per=tree["per"],
        per_money=tree["per_money"],
        per_case=tree["per_case"],
        rates=tree["rates"],
        rates_short=tree["rates_short"],
        cases=tree["cases"],
        noun_endings=tree["noun_endings"],
        euphony=tree["euphony"],
        counter_end=tree["counter_end"],
        period=tree["period"],
    )


@lru_cache(maxsize=2048)
def words(name: str) -> Words | None:
    """Return the table of a locale's language, where it has one in the locale's script."""
    if name == "root":
        return None
    language, territory, script, *_ = parse_locale(name)
    if language not in LANGUAGES:
        return None
    usual = _script(language)
    if script is None and territory is not None:
        script = _script(f"{language}_{territory}") or usual
    if script not in (None, usual):
        return None
    return _table(language)


def _script(language: str) -> str | None:
    likely = get_global("likely_subtags").get(language)
    return parse_locale(likely)[2] if likely else None


def english() -> Words:
    """Return the table whose nouns stand in for those of other languages."""
    return _table("en")


def ending(table: Words, case: str, value: Decimal, scale: int) -> str:
    """Return the case ending that the last word of a spoken number takes.

    Args:
        table: A language whose numerals take endings.
        case: A table of endings, such as `"ablative"`.
        value: The number.
        scale: The power of ten that is printed as a word, 0 for none.
    """
    endings = table.endings[case]
    return endings.get(_last_word(value, scale)) or endings["0"]


def _last_word(value: Decimal, scale: int) -> str:
    """Return the key of the last word said when the number is read out."""
    if scale:
        return str(10 ** (scale - scale % 3))
    whole, _, fraction = f"{value.copy_abs():f}".partition(".")
    number = int((fraction or whole)[-15:])
    if not number:
        return "0" if not int(whole[-15:] or 0) or fraction else "1000000"
    if number % 10:
        return str(number % 10)
    if number % 100:
        return str(number % 100)
    return next(str(scale) for scale in reversed(_SCALES) if _ends_in(number, scale))


def _ends_in(number: int, scale: int) -> bool:
    """Tell whether the scale word is the last one said: 5000 ends in thousand, 5100 in hundred."""
    larger = {100: 1000, 1000: 10**6, 10**6: 10**9, 10**9: 10**12, 10**12: 10**15}[scale]
    return number % scale == 0 and number % larger != 0
