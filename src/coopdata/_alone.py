"""A whole text → one value, with the words of one lexicon: what `normalize` and a reader both call.

What Babel prints is looked up and taken apart; what people write is read by the grammar.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Final, Literal, get_args

from attrs import evolve

from . import _codes, units
from ._grammar.reading import Quantity
from ._grammar.whole import number_words, quantity, says_alone, written_currencies
from ._inverse import babel, formatting, signs
from ._inverse.candidates import has_dimension
from ._inverse.lookup import Core, cores
from ._inverse.screen import printers
from ._lexicon.language import Lexicon
from ._text.fold import prepared
from ._text.outer import reads_bare
from .errors import (
    AmbiguousTextError,
    InvalidValueError,
    UnknownNounError,
    UnreadableTextError,
    nearest,
)
from .values import Measure

__all__ = ["Ambiguous", "Counted", "currency", "measure", "money", "number", "percent", "settle"]

Ambiguous = Literal["first"]
Counted = Literal["any"]
_AMBIGUOUS: Final = (None, *get_args(Ambiguous))
_COUNTED: Final = (None, *get_args(Counted))
#: A known word is like an unknown one where they differ in length by less.
_ALIKE: Final = 3
_SHARES: Final = frozenset({"percent", "permille", "percentage_point", "basis_point"})
_LONGEST: Final = 300


def settle(ambiguous: str | None) -> None:
    """Refuse a flag that does not exist."""
    if ambiguous not in _AMBIGUOUS:
        raise InvalidValueError(ambiguous, "ambiguous is None or 'first'")


@reads_bare
def number(
    text: str, locale: str, words: Callable[[], Lexicon], ambiguous: str | None = None
) -> Decimal:
    """Read one number, in digits or in words; the words are asked for where digits do not do."""
    settle(ambiguous)
    try:
        return babel.number(text, locale, ambiguous=ambiguous)
    except AmbiguousTextError:
        raise
    except UnreadableTextError:
        lex = words()
        if lex.is_worded:
            found = number_words(text, lex)
            if found is not None:
                return found
        raise


@reads_bare
def measure(
    text: str,
    lex: Lexicon,
    dimension: str | None = None,
    unit: str | None = None,
    ambiguous: str | None = None,
    counted: str | None = None,
) -> Measure:
    """Read one quantity."""
    if counted not in _COUNTED:
        raise InvalidValueError(counted, "counted is None or 'any'")
    settle(ambiguous)
    if dimension is not None:
        units.known_dimension(dimension)
    try:
        found = _measure(text, lex, dimension, unit, ambiguous, counted)
    except AmbiguousTextError as doubt:
        if ambiguous != "first":
            raise
        found = doubt.candidates[0]
    if dimension is not None and not has_dimension(found.unit, dimension):
        raise UnreadableTextError(text, lex.locale, 0, f"a quantity of dimension {dimension}")
    return found


@reads_bare
def percent(text: str, lex: Lexicon) -> Measure:
    """Read one percentage, permille, percentage points or basis points; refuse all else."""
    found: Measure = measure(text, lex, ambiguous="first")
    if found.unit not in _SHARES:
        raise UnreadableTextError(text, lex.locale, 0, "a percentage")
    return found


@reads_bare
def money(text: str, lex: Lexicon, ambiguous: str | None = None) -> Measure:
    """Read one amount of money; refuse all else."""
    settle(ambiguous)
    try:
        return babel.money(text, lex.locale, ambiguous=ambiguous)
    except AmbiguousTextError:
        raise
    except UnreadableTextError:
        found = _measure(text, lex, None, None, ambiguous, None)
    if not any(units.is_currency(name) for name in found.unit.replace("*", "/").split("/")):
        raise UnreadableTextError(text, lex.locale, 0, "an amount of money")
    return found


@reads_bare
def currency(text: str, lex: Lexicon, ambiguous: str | None = None) -> str:
    """Return the code of a currency, as CLDR names it or as running text has it ("€", "руб.")."""
    settle(ambiguous)
    try:
        return _codes.currency(text, lex.locale, ambiguous=ambiguous)
    except AmbiguousTextError:
        raise
    except UnreadableTextError:
        codes = written_currencies(text, lex) if len(text) <= _LONGEST else ()
        if not codes:
            raise
        if len(codes) == 1 or ambiguous == "first":
            return codes[0]
        raise AmbiguousTextError(text, lex.locale, 0, "pass ambiguous='first'", codes) from None


def _measure(
    text: str,
    lex: Lexicon,
    dimension: str | None,
    unit: str | None,
    ambiguous: str | None,
    counted: str | None,
) -> Measure:
    """Try what is quick and sure first: look-ups, the written grammar, then taking apart."""
    locale, is_worded = lex.locale, lex.is_worded
    low = prepared(text)
    by_babel, by_formatting = printers(low, locale) if is_worded else (True, True)
    numbers = cores(text, locale) if by_babel or by_formatting else []
    found: Measure | None = None
    doubt: UnreadableTextError | None = None
    if by_babel:
        try:
            found = babel.straight(text, numbers, locale, dimension=dimension, ambiguous=ambiguous)
        except AmbiguousTextError as error:
            doubt = error
    if found is None and doubt is None and by_formatting:
        try:
            found = formatting.exactly(text, numbers, locale, dimension, ambiguous)
        except AmbiguousTextError as error:
            if not all("/" in one.unit and one.relation == "exact" for one in error.candidates):
                raise
            doubt = error  # "мг/г": people say which
    unread: UnreadableTextError | None = None
    sole = numbers[0] if unit is None and counted is None and len(numbers) == 1 else None
    if found is None or _is_disputed(found, low, sole, lex, dimension):
        try:
            written = quantity(text, lex, unit, low=low)
        except AmbiguousTextError as error:
            raise doubt or error from None
        except UnreadableTextError as error:
            unread = error
        else:
            if written.counted is not None and counted is None and unit is None:
                if found is not None:
                    return found
                raise _unknown(text, lex, written.counted)
            value = _signed(written)
            return value if found is None else _agreed(found, value, written, text, locale)
    if doubt is not None:
        raise doubt
    if found is None:
        found = _taken_apart(text, locale, dimension, ambiguous, unread)
    if unit is not None and not found.unit:
        return evolve(found, unit=unit)
    return found


def _unknown(text: str, lex: Lexicon, noun: str) -> UnknownNounError:
    """Return the refusal of a noun that the word list lacks, with the known ones like it."""
    word = prepared(noun)
    return UnknownNounError(text, lex.locale, text.find(noun), noun, partial(_alike, word, lex))


def _alike(word: str, lex: Lexicon) -> tuple[str, ...]:
    """Return the known nouns that are most like a word."""
    rows = lex.after.rows
    alike = [form for form in rows if form[:1] == word[:1] and abs(len(form) - len(word)) < _ALIKE]
    return nearest(word, [form for form in alike if "unit" in rows[form].by_kind])


def _signed(written: Quantity) -> Measure:
    """Return the value with its sign: before a percentage it is a change in running text alone."""
    is_minus = written.kind == "percent" and written.change == "decrease" and written.sign
    return written.measure * -1 if is_minus else written.measure


def _agreed(printed: Measure, found: Measure, written: Quantity, text: str, locale: str) -> Measure:
    """Return what people mean by a text that Babel prints of something else.

    A full stop that ends an abbreviation in print may end a sentence in writing: that is a doubt.
    """
    if not found.unit or found == printed or (written.carried and found.unit != "item"):
        return printed
    if text.endswith(".") and max(written.end, written.outer[1]) < len(text):
        raise AmbiguousTextError(
            text, locale, 0, "name the dimension, or pass ambiguous='first'", (printed, found)
        )
    return found


def _is_disputed(
    found: Measure, low: str, sole: Core | None, lex: Lexicon, dimension: str | None
) -> bool:
    """Tell whether people may mean something else by what is printed of a unit or a rate.

    `sole` is the one number of a text, where only the words decide what people mean.
    """
    if dimension is not None or not found.unit or found.relation != "exact":
        return False
    if "/" in found.unit:
        if not lex.is_worded:
            return False
    elif found.unit not in lex.disputed:
        return False
    return sole is None or not says_alone(low, sole.prefix, sole.suffix, found.unit, lex)


def _taken_apart(
    text: str,
    locale: str,
    dimension: str | None,
    ambiguous: str | None,
    unread: UnreadableTextError | None,
) -> Measure:
    """Read rates, lists and hedges part by part; the error says how far any reading got."""
    try:
        return babel.measure(text, locale, dimension=dimension, ambiguous=ambiguous)
    except AmbiguousTextError:
        raise
    except UnreadableTextError as refused:
        for read in (formatting.measure, signs.measure):
            found = read(text, locale, dimension, ambiguous)
            if found is not None:
                return found
        if unread is not None and unread.position > refused.position:
            raise unread from None
        raise
