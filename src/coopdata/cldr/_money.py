"""How a locale prints money, turned round.

A printed amount is composed: a pattern with ``¤`` in it (standard, accounting, shortened, or with
the currency's name) and a text for the currency (symbol, ISO code or name in some plural). The two
are kept apart, some forty patterns and some thousand texts, instead of their product.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from babel.core import get_global, parse_locale
from babel.numbers import NumberPattern

from .._text.fold import each, fold
from ..units import CURRENCIES
from ._affixes import FOLDS, NUMBER, Affix, Stage, compact_templates
from ._cache import Tables
from ._data import LOCK, LocaleData, data
from ._locales import locale_id
from ._patterns import read_pattern

__all__ = [
    "MoneyTable",
    "currency_digits",
    "currency_names",
    "currency_of_region",
    "currency_texts",
    "money_affixes",
]

_SIGN: Final = "\xa4"
_CACHED: Final = 512
_LONGEST: Final = 160  # characters on either side of a number; no real pattern comes near

Texts = dict[str, tuple[str, ...]]
Slots = dict[str, tuple[tuple[str, str, Affix], ...]]


class _Side:
    """One way of keying the money tables: by exact or by folded texts."""

    def __init__(self, patterns: Iterable[tuple[str, Affix]], texts: Texts) -> None:
        self._texts = texts
        before: dict[str, dict[tuple[str, str, Affix], None]] = {}
        after: dict[str, dict[tuple[str, str, Affix], None]] = {}
        for pattern, affix in patterns:
            prefix, _, suffix = pattern.partition(NUMBER)
            if _SIGN in prefix:
                left, _, right = prefix.partition(_SIGN)
                before.setdefault(suffix, {})[left, right, affix] = None
            else:
                left, _, right = suffix.partition(_SIGN)
                after.setdefault(prefix, {})[left, right, affix] = None
        self._before: Slots = {key: tuple(slots) for key, slots in before.items()}
        self._after: Slots = {key: tuple(slots) for key, slots in after.items()}
        self._known: dict[tuple[str, str], tuple[Affix, ...]] = {}

    def find(self, prefix: str, suffix: str) -> tuple[Affix, ...]:
        """Return every reading of the texts before and after a number."""
        try:
            return self._known[prefix, suffix]
        except KeyError:
            if len(prefix) > _LONGEST or len(suffix) > _LONGEST:
                return ()
        found = tuple(
            dict.fromkeys(
                (
                    *self._fitted(prefix, self._before.get(suffix, ())),
                    *self._fitted(suffix, self._after.get(prefix, ())),
                )
            )
        )
        if len(self._known) >= _CACHED:
            self._known = {}
        self._known[prefix, suffix] = found
        return found

    def _fitted(self, text: str, slots: tuple[tuple[str, str, Affix], ...]) -> Iterator[Affix]:
        for left, right, slot in slots:
            end = len(text) - len(right)
            if len(left) < end and text.startswith(left) and text.endswith(right):
                for code in self._texts.get(text[len(left) : end], ()):
                    yield slot._replace(name=code)


class MoneyTable:
    """All ways in which one locale prints money."""

    __slots__ = ("_folded", "_patterns", "_texts", "exact")

    def __init__(self, patterns: tuple[tuple[str, Affix], ...], texts: Texts) -> None:
        self._patterns = patterns
        self._texts = texts
        self.exact = _Side(patterns, texts)
        self._folded: dict[Stage, _Side] = {}

    def texts(self) -> Mapping[str, tuple[str, ...]]:
        """Return every text that stands for a currency, with the codes that it stands for."""
        return self._texts

    def patterns(self) -> list[str]:
        """Return every pattern, with ``¤`` where the currency stands."""
        return [pattern for pattern, _ in self._patterns]

    def at(self, stage: Stage) -> _Side:
        """Return the tables keyed as a stage wants it; the folded ones are made on first use."""
        if stage == "exact":
            return self.exact
        if stage not in self._folded:
            with LOCK:
                if stage not in self._folded:
                    by = FOLDS[stage]
                    patterns = [(by(pattern), affix) for pattern, affix in self._patterns]
                    self._folded[stage] = _Side(patterns, _folded(self._texts, by))
        return self._folded[stage]


def _folded(texts: Texts, by: Callable[[str], str]) -> Texts:
    folded: Texts = {}
    for text, codes in zip(each(texts, by), texts.values(), strict=True):
        _add(folded, text.strip(), codes)
    return folded


def _add(texts: Texts, text: str, codes: tuple[str, ...]) -> None:
    known = texts.setdefault(text, codes)
    if known != codes:
        texts[text] = tuple(dict.fromkeys((*known, *codes)))


@lru_cache(maxsize=1)
def _singles() -> Texts:
    """Return every code: CLDR drops one now and then, and what was printed with it stays."""
    return {code: (code,) for code in sorted({*get_global("all_currencies"), *CURRENCIES})}


@lru_cache(maxsize=1024)
def currency_digits(code: str) -> int:
    """Return how many decimals Babel prints of a currency."""
    fractions = get_global("currency_fractions")
    return int(fractions.get(code, fractions["DEFAULT"])[0])


@lru_cache(maxsize=1024)
def currency_of_region(locale: str) -> str | None:
    """Return the currency that is legal tender today in the region that a locale names."""
    territory = (parse_locale(locale_id(locale))[1] if locale != "root" else None) or ""
    return currency_of_territory(territory)


@lru_cache(maxsize=512)
def currency_of_territory(territory: str) -> str | None:
    """Return the currency that is legal tender today in a territory, by its code."""
    for code, _, end, is_tender in get_global("territory_currencies").get(territory, ()):
        if end is None and is_tender:
            return str(code)
    return None


def currency_names(locale: str, code: str) -> tuple[str, ...]:
    """Return the names of a currency in a locale, in every plural."""
    found = data(locale_id(locale))
    names = (
        found.tree("currency_names").get(code),
        *found.tree("currency_names_plural", code).values(),
    )
    return tuple(dict.fromkeys(str(name) for name in names if name))


def _texts(found: LocaleData) -> Texts:
    """Return every text that stands for a currency: symbols, codes and names in any plural."""
    single = _singles()
    texts: Texts = dict(single)
    for section in ("currency_symbols", "currency_names"):
        for code, text in found[section].items():
            _add(texts, text, single.get(code) or (code,))
    for code, by_plural in found["currency_names_plural"].items():
        for text in by_plural.values():
            _add(texts, text, single.get(code) or (code,))
    return texts


def _patterns(found: LocaleData) -> Iterator[tuple[str, Affix]]:
    plain = Affix("money")
    for pattern in _standard(found):
        template = read_pattern(pattern)
        yield NUMBER.join(template.positive), plain
        yield NUMBER.join(template.negative), plain._replace(negative=True)
    for _, pattern in found.items_at("currency_unit_patterns"):
        yield pattern.replace("{1}", _SIGN), plain
    for template, affix in compact_templates(found, "compact_currency_formats"):
        money = affix._replace(kind="money", plurals=())
        if _SIGN in template.positive[0] + template.positive[1] and template.has_digits:
            yield NUMBER.join(template.positive), money
            yield NUMBER.join(template.negative), money._replace(negative=True)
    yield from _unshortened(found)


def _standard(found: LocaleData) -> Iterator[NumberPattern | str]:
    """Yield the standard and accounting patterns of the locale and of all its ancestors.

    Babel resolves the alias from one to the other inside data that locales share, so which of the
    chain's patterns it prints depends on the locales that the process has touched before.
    """
    for own in found.stated("currency_formats"):
        for pattern in own.values():
            if isinstance(pattern, NumberPattern | str):
                yield pattern


def _unshortened(found: LocaleData) -> Iterator[tuple[str, Affix]]:
    """Yield what Babel prints where an amount is too small to be shortened.

    It takes the first shortened pattern and drops everything but zeros, spaces and the currency.
    """
    for _, by_plural in found.items_at("compact_currency_formats"):
        for pattern in by_plural.get("other", {}).values():
            text = pattern if isinstance(pattern, str) else pattern.pattern
            if _SIGN in text:
                kept = re.sub(r"(\s)\s+", r"\1", re.sub(r"[^0\s\xa4]", "", text)).strip()
                template = read_pattern(kept)
                yield NUMBER.join(template.positive), Affix("money")
                yield NUMBER.join(template.negative), Affix("money", negative=True)
                break


def _money(found: LocaleData) -> MoneyTable:
    patterns = tuple(dict.fromkeys(pair for pair in _patterns(found) if _SIGN in pair[0]))
    return MoneyTable(patterns, _texts(found))


def _folded_texts(found: LocaleData) -> Texts:
    return _folded(_texts(found), fold)


_TEXTS: Final = ("currency_symbols", "currency_names", "currency_names_plural")
#: Folded symbols, codes and names of currencies, and the codes that each may stand for.
currency_texts: Final = Tables(_folded_texts, *_TEXTS, kept=16)
money_affixes: Final = Tables(
    _money, *_TEXTS, "currency_formats", "currency_unit_patterns", "compact_currency_formats"
)
