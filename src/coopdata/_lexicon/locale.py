"""The one dictionary of a locale: the words of its language, and beneath them CLDR's.

A language without a word list is one whose list is empty, so that running text reads digits with
CLDR's units, currencies and percent signs in every locale that Babel has. Where both know a form:

1. a region that prints it otherwise than its language does has its own way ("$" in Canada, a
   gallon in Britain), and so have the plain names of money whose noun is that of the region's own
   currency ("рублей" in Belarus);
2. case decides between units that differ by it alone ("5 mW", "5 MW");
3. the table of preferences (`[preferred]` in `seeds/units.toml`) says what people mean by it;
4. what is still open is in doubt, and is read as nothing.

Beneath both lie the Latin symbols of international units ("kg", "MWh", "/h"), in their own case.
A sign or abbreviation of one or two letters that only CLDR has counts in CLDR's own case alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Final, NamedTuple

from attrs import evolve

from .. import cldr, units
from .._text.fold import BIDI_MARKS, each, prepared
from .._text.words import LAST_SPACED
from .dictionary import Rows, Table
from .language import LANGUAGES, Lexicon, empty, language_of, language_words

__all__ = ["lexicon", "over_cldr"]

#: Forms shorter than this that only CLDR has need CLDR's own case.
_SHORT: Final = 3
#: Signs of money in letters are no longer than this.
_SIGN: Final = 5
#: The one letter of a unit that no language with a word list writes otherwise.
_OHM: Final = "\u03c9"
_MARKS: Final = re.compile(f"[{BIDI_MARKS}]")

#: The units of a form, by the text in its own case.
Variants = dict[str, tuple[str, ...]]
ByText = dict[str, Rows | None]


class Form(NamedTuple):
    """What CLDR prints as one form: at a space from the number, and in any way."""

    spaced: Variants
    any: Variants

    @property
    def only(self) -> str | None:
        """The one unit or scale that the form says in every case, if it says one."""
        first, *others = self.any.values()
        return first[0] if len(first) == 1 and others.count(first) == len(others) else None


Forms = dict[str, Form]


@lru_cache(maxsize=48)
def lexicon(locale: str) -> Lexicon:
    """Return the words of a locale, named by its canonical id."""
    language = language_of(locale)
    return over_cldr(language_words(language) if language in LANGUAGES else empty(locale), locale)


def over_cldr(own: Lexicon, locale: str) -> Lexicon:
    """Return the dictionary of a locale whose language has these words."""
    language = own.language
    around = cldr.words_around(locale)
    is_region = own.is_worded and locale != language
    plain = cldr.words_around(language) if is_region else around
    after = _Merged(own, own.after, units.settled(language))
    behind, contested = _behind(around.after)
    after.put(behind, _behind(plain.after)[0] if is_region else None)
    after.disputed.update(contested)
    before = _Merged(own, own.before, units.settled(language))
    before.put(
        _ahead(around, cldr.currency_of_region(locale) if is_region else None),
        _forms(plain.before, is_after=False) if is_region else None,
    )
    rates = cldr.per_affixes(locale).suffixes()
    if not own.is_worded:  # a list makes rates of its own words
        after.put_rates(rates)
    bares = (text.strip() for text in rates)
    after.put_international_rates({prepared(bare) for bare in bares if bare[:1] == "/"})
    if is_region:
        after.name_coins(_coins_of_the_region(locale))
    return evolve(
        own,
        locale=locale,
        after=own.after.over(after.rows),
        before=own.before.over(before.rows),
        cased_after=after.cased,
        cased_before=before.cased,
        touching=after.touching,
        disputed=frozenset(after.disputed | before.disputed),
        symbols=cldr.symbols(locale),
    )


class _Merged:
    """CLDR's words laid beneath one table of a word list.

    Attributes:
        rows: What stands in the joined table for a form, in place of the list's or new.
        cased: Forms that say something else in another case.
        touching: Forms that say something else where they touch the number ("5m", "5 m").
        disputed: Units that CLDR prints with words that people mean something else by.
    """

    def __init__(self, own: Lexicon, table: Table, settled: Mapping[str, str]) -> None:
        self._own = own
        self._known = table.rows
        self._settled = settled
        self.rows: dict[str, Rows] = {}
        self.cased: dict[str, ByText] = {}
        self.touching: dict[str, ByText] = {}
        self.disputed: set[str] = set()

    def put(self, forms: Forms, plain: Forms | None) -> None:
        """Lay forms beneath; those that the plain language has otherwise are the region's own."""
        for form, both in forms.items():
            known = self._known.get(form)
            has_way = plain is not None and both != plain.get(form)
            only = both.only
            if known is None:
                if _is_left_out(form, self._own):
                    self.disputed.update(one for found in both.any.values() for one in found)
                    continue
                if only is not None and (len(form) >= _SHORT or not form.isalpha()):
                    self.rows[form] = _of(only)  # most say one thing in one way
                    continue
            elif only is not None and only == known.by_kind.get("unit") and not has_way:
                continue  # both say the same
            apart = self._decided(form, both.spaced or both.any, has_way=has_way)
            beside = self._decided(form, both.any, has_way=has_way) if both.spaced else apart
            default = apart[""]
            said = default or next(rows for rows in apart.values() if rows)
            if said is not known:
                self.rows[form] = said
            if len(apart) > 1 or default is None:
                self.cased[form] = apart
            if beside != apart:
                self.touching[form] = beside
            self._note(both.any, beside)
            self._note(both.spaced, apart)

    def put_rates(self, suffixes: Mapping[str, tuple[str, ...]]) -> None:
        """Lay the texts that make a rate beneath: "/h", "per hour"."""
        found: dict[str, list[str]] = {}
        for text, ids in suffixes.items():
            names = [units.BY_CLDR_ID[each] for each in ids if each in units.BY_CLDR_ID]
            form = prepared(_without_marks(text).strip())
            if names and len(form) > 1 and form not in self._known and form not in self.rows:
                found.setdefault(form, []).extend(names)
        for form, names in found.items():
            self.rows[form] = _rate(names)

    def put_international_rates(self, printed: Set[str]) -> None:
        """Lay the Latin symbols of international units behind a slash beneath: "/kg", "/h".

        What the locale prints for another divisor is not theirs: German "/J" is per year. Two that
        case alone tells apart are in doubt: "/nm", "/Nm".
        """
        found: dict[str, list[str]] = {}
        for symbol, name in units.international().items():
            form = prepared(f"/{symbol}")
            if form not in self._known and form not in printed:
                found.setdefault(form, []).append(name)
        for form, names in found.items():
            self.rows.setdefault(form, _rate(names))

    def _note(self, variants: Variants, by_text: ByText) -> None:
        for text, found in variants.items():
            for rows in (by_text.get(text, by_text[""]), by_text[""]):
                if rows is not None:
                    unit = rows.by_kind.get("unit")
                    self.disputed.update(one for one in found if one != unit)

    def _decided(self, form: str, variants: Variants, *, has_way: bool) -> ByText:
        """Return what a form says in each case that CLDR has, and under "" in any other."""
        known = self._known.get(form)
        if known is None:
            made = {text: _rows(found) for text, found in variants.items()}
            if len(form) < _SHORT and form.isalpha() and form[0] < LAST_SPACED:
                return {**made, "": None}
            everything = _rows(one for found in variants.values() for one in found)
            return {**made, "": everything} if len(set(made.values())) > 1 else {"": everything}
        unit = known.by_kind.get("unit")
        if unit is None or self._settled.get(form) == unit:
            return {"": known}  # a word of another class, or a settled one: the list knows
        if has_way:
            return {"": _with(known, _united(one for them in variants.values() for one in them))}
        said = {text: _said(unit, text, found, variants) for text, found in variants.items()}
        chosen = {text: _with(known, one) for text, one in said.items() if one != unit}
        if form in chosen and not _is_told_by_case(unit, variants):
            known = chosen.pop(form)
        return {**chosen, "": known}

    def name_coins(self, coins: Mapping[str, str]) -> None:
        """Give the plain nouns of money to the currency of the region."""
        for form, known in self._known.items():
            said = known.by_kind.get("unit") or known.by_kind.get("doubt", "")
            shared = [unit for unit in said.split("|") if unit in coins]
            if shared and form.isalpha() and form.upper() != said:
                self.rows[form] = _with(known, coins[shared[0]])


def _is_left_out(form: str, own: Lexicon) -> bool:
    """Tell whether a form of CLDR's would do harm in running text that has a word list.

    Function words ("in"), single letters ("12 U 45/21"), and abbreviations whose full stop ends
    the sentence where the list writes them without.
    """
    if not own.after.rows:
        return False
    is_letter = len(form.rstrip(".")) == 1 and form[0].isalpha() and form[0] < LAST_SPACED
    is_letter &= form != _OHM
    return form in own.stop or is_letter or (form[-1] == "." and form[:-1] in own.after.rows)


def _ahead(around: cldr.Around, coin: str | None) -> Forms:
    """Return what stands before a number: CLDR's forms, and the signs of a region's own currency.

    "Rs" is India's in English and Pakistan's in `en_PK`.
    """
    forms = _forms(around.before, is_after=False)
    own: tuple[cldr.Affix, ...] = (cldr.Affix("money", coin or ""),)
    signs = {text: said for text, said in around.after.items() if coin and said == own}
    for form, one in _forms(signs, is_after=False).items():
        if len(form) <= _SIGN:
            forms.setdefault(form, one)
    return forms


def _behind(words: cldr.Words) -> tuple[Forms, set[str]]:
    """Return what stands behind a number: CLDR's forms, beneath them the international symbols.

    Units that CLDR prints by the letters of another's symbol, in another case, come second.
    """
    forms = _forms(words)
    contested: set[str] = set()
    for symbol, name in units.international().items():
        one = forms.setdefault(prepared(symbol), Form({}, {}))
        others = [each for found in one.any.values() for each in found]
        if symbol in one.any:
            continue
        if name not in others:
            contested.update(others)
        one.any[symbol] = (name,)
        if one.spaced:
            one.spaced[symbol] = (name,)
    return forms, contested


def _forms(words: cldr.Words, *, is_after: bool = True) -> Forms:
    """Return the units that each form says, by form and by text; scales stand with them.

    Whether it touches the number says something behind it alone.
    """
    forms: Forms = {}
    texts = each(words, _without_marks)
    bares = [text.strip() for text in texts]
    rows = zip(texts, bares, each(bares, prepared), words.values(), strict=True)
    for shown, bare, form, said in rows:
        found = _units(said)
        if form and found and not form[0].isdecimal():
            one = forms.get(form)
            if one is None:
                one = forms[form] = Form({}, {})
            _put(one.any, bare, found)
            if is_after and (shown[0] == " " or said[0].kind == "money"):
                _put(one.spaced, bare, found)
    return forms


def _without_marks(text: str) -> str:
    return _MARKS.sub("", text)


def _put(variants: Variants, text: str, found: tuple[str, ...]) -> None:
    known = variants.get(text)
    variants[text] = found if known is None else tuple(dict.fromkeys((*known, *found)))


@lru_cache(maxsize=8192)
def _units(said: tuple[cldr.Affix, ...]) -> tuple[str, ...]:
    found = [unit for unit in map(_unit, said) if unit]
    return tuple(found if len(found) < 2 else dict.fromkeys(found))


def _unit(affix: cldr.Affix) -> str:
    """Return the unit that an affix gives its number, or the scale as ``*1000``; else nothing."""
    if affix.kind == "number":
        return f"*1{'0' * affix.power}" if 0 < affix.power < 30 and affix.span is None else ""
    if affix.power:
        return ""
    if affix.kind == "unit":
        return units.BY_CLDR_ID.get(affix.name, "")
    return affix.name


def _united(found: Iterable[str]) -> str:
    """Return the unit that is meant by several, or all in doubt, joined by ``|``."""
    names = [*dict.fromkeys(found)]
    if len(names) == 1:
        return names[0]
    known = [name for name in names if not name.startswith("*")]
    return "|".join(sorted(units.meant(known))) if known else names[0]


def _rows(found: Iterable[str]) -> Rows:
    names = [*found]
    said = _united(names)
    is_scale_too = not said.startswith("*") and any(name.startswith("*") for name in names)
    return Rows((("doubt", said),)) if is_scale_too else _of(said)


@lru_cache(maxsize=4096)
def _of(said: str) -> Rows:
    """Return the rows of a unit, a scale or a doubt."""
    if said.startswith("*"):
        return Rows((("scale", said[1:]),))
    return Rows((("doubt" if "|" in said else "unit", said),))


def _rate(names: Iterable[str]) -> Rows:
    said = _united(names)
    return Rows((("rate_doubt" if "|" in said else "rate", said),))


def _with(known: Rows, said: str) -> Rows:
    """Return rows of the word list with another unit, or with a doubt, in place of theirs."""
    kind = "doubt" if "|" in said else "unit"
    others = [row for row in known if row[0] not in ("unit", "doubt")]
    return Rows(((kind, said), *others))


def _said(unit: str, text: str, found: tuple[str, ...], variants: Variants) -> str:
    """Return what a text says that the word list gives `unit`, and CLDR what was `found`."""
    printed = [one for one in found if not one.startswith("*")]
    if not printed:
        return unit
    if unit in printed:
        return _united(printed)
    is_code = text in printed and text in units.CURRENCIES and unit not in units.CURRENCIES
    is_odd = text.isalpha() and text not in (text.lower(), text.upper(), text.title())
    if is_code or is_odd or _is_told_by_case(unit, variants):
        return _united(printed)  # letters in a case that nobody writes by accident
    return _united((unit, *printed))


def _is_told_by_case(unit: str, variants: Variants) -> bool:
    return any(unit in them for them in variants.values())


def _coins_of_the_region(locale: str) -> dict[str, str]:
    """Return the currency of the region for each that its language calls by the same noun."""
    own = cldr.currency_of_region(locale)
    if own is None:
        return {}
    noun = _noun(locale, own)
    shared = (code for code in units.CURRENCIES if code != own and _noun(locale, code) & noun)
    return dict.fromkeys(shared, own)


@lru_cache(maxsize=4096)
def _noun(locale: str, code: str) -> frozenset[str]:
    """Return the last words of a currency's names, without which country's it is."""
    return frozenset(_last_words(cldr.currency_names(locale, code)))


def _last_words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        words = prepared(name).split()
        if len(words) > 1:
            yield words[-1]
