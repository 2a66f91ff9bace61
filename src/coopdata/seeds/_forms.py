"""The form of the seed files that compile to tables: what may stand where.

A file is held against its form first, so that everything of a wrong type, missing or unknown in it
is told at once; the compilers then meet nothing but words. (The annotations are needed when the
module loads: as strings they would not tell which names may be missing.)
"""

from typing import Any, Final, NotRequired, TypedDict

from .._wordlists.forms import WORDS, Listed, Spelling, Texts, Words

__all__ = ["FORMS"]

Size = TypedDict(
    "Size",
    {
        "is": str,
        "cldr": NotRequired[str],
        "pint": NotRequired[str],
        "define": NotRequired[str],
        "time": NotRequired[bool],
        "offset": NotRequired[str],
    },
)


class Currencies(TypedDict):
    """The codes, one word each."""

    codes: str


class Preferred(TypedDict):
    """Which units are meant where a text may say this one or them, and why."""

    meant: Words
    because: str


class Settled(TypedDict):
    """Which unit one word of one language means, and why."""

    meant: str
    because: str


class Twins(TypedDict):
    """The unit of like size in each measurement system, for those that are none of its own."""

    metric: Texts
    US: Texts
    UK: Texts


class Units(TypedDict):
    """``units.toml``."""

    physical: dict[str, Size]
    ratio: dict[str, Size]
    counted: Listed
    compound: Texts
    alias: Texts
    mistaken: Listed
    currency: Currencies
    counted_cldr: NotRequired[Texts]
    preferred: NotRequired[dict[str, Preferred]]
    settled: NotRequired[dict[str, dict[str, Settled]]]
    twin: NotRequired[Twins]
    symbol: NotRequired[Listed]
    international: NotRequired[Listed]
    plural: NotRequired[Texts]


class Names(TypedDict):
    """``names.toml``."""

    places: dict[str, Listed]


class RateSet(TypedDict):
    """What currencies cost in one, on one day, by one source."""

    source: str
    quote: str
    date: str
    rates: Texts


class Declension(TypedDict):
    """How the words of one language change, in ``names/declension.toml``."""

    cases: NotRequired[Words]
    rows: NotRequired[Listed]
    genders: NotRequired[Texts]
    least: NotRequired[int]
    suffixes: NotRequired[Texts]
    closed: NotRequired[Texts]
    open: NotRequired[Texts]


class Form(TypedDict):
    """Ways to write the legal forms of one family, at home in the same countries."""

    family: str
    countries: Words
    before: bool
    words: Words


class Organisations(TypedDict):
    """``names/organisations.toml``."""

    forms: tuple[Form, ...]
    elf: Listed
    generic: Listed
    daughters: Listed
    translated: Listed
    known: Listed


class LegalForms(TypedDict):
    """``names/legal_forms.toml``."""

    families: Listed


class People(TypedDict):
    """``names/people.toml``."""

    titles: Listed
    offices: Listed
    particles: Listed
    before: Listed
    patronymics: Texts
    endings: Texts
    given: Listed
    chinese: Texts
    korean: Texts


class Sounds(TypedDict):
    """``names/transliteration.toml``."""

    cyrillic: Texts
    latin: Texts
    marked: Texts
    near: Texts
    rough: Texts
    hangul: Texts


class Pattern(TypedDict):
    """One rule of a language's periods."""

    why: str
    forms: Words
    needs: NotRequired[str]
    minor: NotRequired[bool]
    alone: NotRequired[bool]


class Bare(TypedDict):
    """When four digits alone are a year."""

    joints: NotRequired[Words]
    never: NotRequired[Words]
    weak: NotRequired[Words]
    follow: NotRequired[Words]
    not_after: NotRequired[Words]
    alone: NotRequired[bool]


class Sense(TypedDict):
    """What a word of time means beside others."""

    deadline: NotRequired[str]
    until: NotRequired[Words]
    ahead: NotRequired[Words]
    told: NotRequired[Words]
    since: NotRequired[Words]
    by: NotRequired[Words]


class Periods(TypedDict):
    """``periods/<language>.toml``."""

    spaced: NotRequired[bool]
    cased: NotRequired[Words]
    digits: NotRequired[Texts]
    variants: NotRequired[Texts]
    paradigms: NotRequired[Listed]
    classes: NotRequired[dict[str, Listed]]
    macros: NotRequired[Texts]
    patterns: tuple[Pattern, ...]
    before: NotRequired[Listed]
    after: NotRequired[Listed]
    bare: NotRequired[Bare]
    sense: NotRequired[Sense]
    unless: NotRequired[Listed]
    ranges: NotRequired[Listed]
    spelling: NotRequired[Spelling]


class Edge(TypedDict):
    """How a period open at one end is printed."""

    other: NotRequired[str]
    year: NotRequired[str]
    month: NotRequired[str]
    day: NotRequired[str]
    quarter: NotRequired[str]
    half: NotRequired[str]
    decade: NotRequired[str]
    century: NotRequired[str]
    season: NotRequired[Texts]


class Printed(TypedDict):
    """How periods are printed."""

    unknown: str
    half: Words
    decade: str
    century: str
    season: Texts
    since: Edge
    until: Edge
    year: NotRequired[str]
    years: NotRequired[str]
    unknown_month: NotRequired[str]
    unknown_day: NotRequired[str]
    unknown_ends: NotRequired[str]
    yearless_half: NotRequired[Words]
    yearless_season: NotRequired[Texts]
    not_before: NotRequired[str]
    not_after: NotRequired[str]
    one_between: NotRequired[str]
    tight: NotRequired[bool]
    month_ablative: NotRequired[Words]
    month_dative: NotRequired[Words]


class CaseForm(TypedDict):
    """How the names of units change in a case."""

    noun: Texts
    adjective: NotRequired[Texts]
    genitive: NotRequired[Words]
    unchanged: NotRequired[Words]


class Printing(TypedDict):
    """``printing/<language>.toml``."""

    hedges: dict[str, Texts]
    nouns: Texts
    period: Printed
    compact: NotRequired[Texts]
    endings: NotRequired[dict[str, Texts]]
    genitive: NotRequired[Texts]
    per_money: NotRequired[str]
    per_case: NotRequired[str]
    rates_short: NotRequired[dict[str, str]]
    cases: NotRequired[dict[str, CaseForm]]
    noun_endings: NotRequired[dict[str, Any]]
    euphony: NotRequired[dict[str, str]]
    counter_end: NotRequired[str]
    counter_joins: NotRequired[Words]
    joiner: NotRequired[str]
    money: NotRequired[Texts]
    noun_pattern: NotRequired[str]
    noun_rule: NotRequired[str]
    per: NotRequired[str]
    rates: NotRequired[Texts]
    symbols: NotRequired[Texts]
    whole_words: NotRequired[Words]
    spelling: NotRequired[Spelling]


#: folder or file → what stands in it
FORMS: Final[dict[str, Any]] = {
    "units.toml": Units,
    "names.toml": Names,
    "cues.toml": dict[str, Listed],
    "rates.toml": dict[str, tuple[RateSet, ...]],
    "names/cues.toml": dict[str, Listed],
    "names/declension.toml": dict[str, Declension],
    "names/legal_forms.toml": LegalForms,
    "names/organisations.toml": Organisations,
    "names/people.toml": People,
    "names/transliteration.toml": Sounds,
    "languages": WORDS,
    "periods": Periods,
    "printing": Printing,
}
