"""What a word list says of its language besides words: how it is written, and what its words do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from attrs import field, fields_dict, frozen

from .._text.fold import lower
from .dictionary import Rows

__all__ = ["Cased", "Settings", "settings_of"]

Words: TypeAlias = tuple[str, ...]
#: By form, what it says in its own case; under the empty text, in any other (`None`: nothing).
Cased: TypeAlias = Mapping[str, Mapping[str, Rows | None]]

#: Settings that only the compiler of word lists reads.
_COMPILED: Final = frozenset({"variants"})


def _words(words: Iterable[str]) -> Words:
    return tuple(words)


def _optional(words: Iterable[str] | None) -> Words | None:
    return None if words is None else tuple(words)


def _dotted(words: Iterable[str]) -> Words:
    return tuple(word if word.endswith(".") else f"{word}." for word in words)


def _by_word(tree: Mapping[str, Iterable[str]]) -> dict[str, Words]:
    return {word: tuple(them) for word, them in tree.items()}


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(lower, words))


@frozen(kw_only=True, eq=False)
class Settings:
    """How one language is written, and which habits the grammar must know; all have defaults.

    Attributes:
        decimal, group: Characters that may mark decimals and groups of digits.
        spaced: Whether words are set apart by spaces.
        compounds: Whether number words grow together into one word.
        inner_apostrophe: Whether an apostrophe between letters stands inside a word; elsewhere an
            ending hangs on it.
        whole_words: Whether what stands before a number begins a word, and number words do, in a
            script whose words take particles without a space (Korean).
        linker: What joins the parts of a compound number word ("und", "零").
        links: Words that may stand between number words ("and").
        part_links: Words between a part of one and the unit that it is a part of ("of a ").
        scale_links: Words between a scale, or a word such as "dozen", and its unit ("millions de").
        scale_comma: Whether a comma may stand behind a large scale inside a number in words.
        loose_tail: Whether a smaller number without a scale may go on counting ("2 million 500").
        elided_scale: Whether the scale of a last digit may be left out ("两千六" is 2600).
        needy_scales: Scale letters that count only beside a unit or a currency ("m").
        money_scales: Scales that count only before a currency ("340 T€"), by what they say.
        sum_scales: Scales that count only where they touch a number behind its currency ("$52MM").
        scaled_units: Abbreviations of units that count only behind a scale ("тыс. р").
        slang_units: Units whose noun is slang for a scale, each with the stems of words beside
            which it is the unit ("длин", "метр").
        word_codes: Codes of currencies that are words or short names as well ("top", "cup").
        inner_hedges: Whether a hedge may stand between a number and its scale or noun.
        weak_units: Units, or kinds of them, before which a weak cardinal counts.
        one_counts: The nouns before which "one" counts; before others it is an article, measure
            words aside. `None` where it always counts.
        partitive_numbers: Endings of a number that the noun behind it is not counted by.
        tails: Case endings that are hung on a number by a hyphen.
        word_tails: Particles that may hang on a unit behind a number word.
        undotted: Abbreviations that are written without a full stop, each with one.
        adjectives: Endings of words that may stand between a number and the noun it counts; an
            empty ending admits every word that is not in `stop`.
        nouns: Endings by which a word that no list holds may be a counted noun; empty = any, `None`
            = no word is.
        not_nouns: Endings by which it is none.
        plurals: Whether a noun behind a number above one is in the plural.
        capital_nouns: Whether nouns are written with a capital.
        lower_nouns: Whether a counted noun never is.
        compound_nouns: Whether a noun may be the end of a longer word.
        stop: Function words, which no number counts.
        measured_in: Words between the name of a column and its unit ("Output in tonnes").
        row_names: What heads a column that numbers or names its rows ("Rank", "Year").
        unit_heads: What heads a column of units.
        totals: What heads a column, of whatever the table is about, that adds up.
        places: Counted units that a level leads to: Polish "do 30 krajów" is to thirty countries.
        goods: Counted units that "units" and "pieces" may stand for.
        origins: Endings of adjectives that make a coin another country's ("марокканских дирхамов").
        genitives: Particles behind a measure word, before what it counts; with any, no noun is
            looked for behind it without one.
        noun_particles: Particles between a noun and the measure word that counts it.
        noun_stops: Words behind which no noun is looked for.
        times: Words before "3 раза" that make it a factor.
        only_before: Units that count only before one of these words.
        level_endings: Case endings of a level, behind which a word of change marks none.
        ratio_levels: Endings of a factor that may stand before a word of change.
        head_nouns: Endings of a noun in the plural, which heads a column or row of so many.
        heads: Words whose clause says what a bare large number counts, by unit.
        count_heads: Words before the noun that a bare number later in the clause counts
            ("the number of").
        output_heads: Words before a noun that say how many of it there were ("production of").
        extents: Words behind a scale letter that make it a unit of length ("35m long").
        from_endings: Cases that say "from" in a range.
        hyphen_numbers: Whether a hyphen between digits and a noun numbers it.
        few_endings: Endings of a noun behind two to four that it has behind no higher number.
        possessed, unpossessed, owners: Endings of a noun that digits name, unless a word in the
            genitive owns it; endings that only look so; endings of the genitive.
        denials: Words before a bound that deny it ("not"), or that open a clause which does ("no").
        modals: Words that may stand between, of which one says "shall"; "nor" is of both.
        denied_after: What denies a bound from behind it ("olamaz", "はならない").
        titled: Stems of what bears a title, before or behind its quotation marks.
    """

    decimal: str = "."
    group: str = ","
    spaced: bool = True
    compounds: bool = False
    inner_apostrophe: bool = False
    whole_words: bool = False
    linker: str = ""
    links: Words = field(default=(), converter=_words)
    part_links: Words = field(default=(), converter=_words)
    scale_links: Words = field(default=(), converter=_words)
    scale_comma: bool = False
    loose_tail: bool = False
    elided_scale: bool = False
    needy_scales: frozenset[str] = field(default=frozenset(), converter=_set)
    money_scales: Mapping[str, Words] = field(factory=dict, converter=_by_word)
    sum_scales: Mapping[str, Words] = field(factory=dict, converter=_by_word)
    scaled_units: frozenset[str] = field(default=frozenset(), converter=_set)
    slang_units: Mapping[str, Words] = field(factory=dict, converter=_by_word)
    word_codes: frozenset[str] = field(default=frozenset(), converter=_set)
    inner_hedges: bool = False
    weak_units: frozenset[str] = field(default=frozenset(), converter=_set)
    one_counts: Words | None = field(default=None, converter=_optional)
    partitive_numbers: Words = field(default=(), converter=_words)
    tails: Words = field(default=(), converter=_words)
    word_tails: Words = field(default=(), converter=_words)
    undotted: Words = field(default=(), converter=_dotted)
    adjectives: Words = field(default=(), converter=_words)
    nouns: Words | None = field(default=(), converter=_optional)
    not_nouns: Words = field(default=(), converter=_words)
    plurals: bool = False
    capital_nouns: bool = False
    lower_nouns: bool = False
    compound_nouns: bool = False
    stop: frozenset[str] = field(default=frozenset(), converter=_set)
    measured_in: frozenset[str] = field(default=frozenset(), converter=_folded)
    row_names: frozenset[str] = field(default=frozenset(), converter=_folded)
    unit_heads: frozenset[str] = field(default=frozenset(), converter=_folded)
    totals: frozenset[str] = field(default=frozenset(), converter=_folded)
    places: frozenset[str] = field(default=frozenset(), converter=_set)
    goods: frozenset[str] = field(default=frozenset(), converter=_set)
    origins: Words = field(default=(), converter=_words)
    genitives: Words = field(default=(), converter=_words)
    noun_particles: frozenset[str] = field(default=frozenset(), converter=_set)
    noun_stops: Words = field(default=(), converter=_words)
    times: Words = field(default=(), converter=_words)
    only_before: Mapping[str, Words] = field(factory=dict, converter=_by_word)
    level_endings: Words = field(default=(), converter=_words)
    ratio_levels: Words = field(default=(), converter=_words)
    head_nouns: Words = field(default=(), converter=_words)
    heads: Mapping[str, Words] = field(factory=dict, converter=_by_word)
    count_heads: Words = field(default=(), converter=_words)
    output_heads: Words = field(default=(), converter=_words)
    extents: frozenset[str] = field(default=frozenset(), converter=_set)
    from_endings: Words = field(default=(), converter=_words)
    hyphen_numbers: bool = False
    few_endings: Words = field(default=(), converter=_words)
    possessed: Words = field(default=(), converter=_words)
    unpossessed: Words = field(default=(), converter=_words)
    owners: Words = field(default=(), converter=_words)
    denials: frozenset[str] = field(default=frozenset(), converter=_set)
    modals: frozenset[str] = field(default=frozenset(), converter=_set)
    denied_after: Words = field(default=(), converter=_words)
    titled: Words = field(default=(), converter=_words)


def settings_of(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of a word list that the grammar reads.

    Raises:
        ValueError: there is no such setting.
    """
    known = fields_dict(Settings)
    unknown = sorted(tree.keys() - known.keys() - _COMPILED)
    if unknown:
        raise ValueError(f"no such setting: {', '.join(unknown)}; known: {', '.join(known)}")
    return {key: value for key, value in tree.items() if key not in _COMPILED}
