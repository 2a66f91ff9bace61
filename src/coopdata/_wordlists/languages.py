"""Compile one language's reviewed word list (TOML) into the tables that the grammar looks up.

A *form* is written as it stands in text, or as ``stem/paradigm``: the paradigm lists the endings
that the stem takes. In a form of several words each may carry a paradigm; paradigms of equal length
agree slot by slot (case and number), others combine freely. A trailing full stop marks an
abbreviation, which is read with and without it.

The compiled tree has three tables, all keyed by folded form:

``numerals``
    number words: ``[role, value]`` with the roles of `_numerals`, and words that merely begin like
    one (role ``other``): the longer form is the one that is read.
``after``
    what may follow a number: ``[class, payload]``.
``before``
    what may stand before a number: ``[class, payload]``.

The classes are those that `_written` reads: ``scale``, ``unit``, ``hedge``, ``per``, ``rate`` …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import Any, Final

from .._lexicon.dictionary import RUN
from .._lexicon.settings import settings_of
from .._text.fold import fold, lower
from .dictionaries import Forms, packed
from .printed_words import add_nouns, add_printed

__all__ = ["LISTS", "MOST_FORMS", "SECTIONS", "compile_language", "forms", "inflection_of"]

Tree = Mapping[str, Any]

#: Roles of number words with which no number begins.
_NEVER_FIRST: Final = frozenset({"denominator", "joined", "multiplier", "part", "point", "whole"})
#: More forms of one entry than this are a mistake, and would take all the memory there is.
MOST_FORMS: Final = 2000

_TABLES: Final = ("numerals", "after", "before")

#: section of the word list → (table, class); the section maps a payload to its forms.
SECTIONS: Final = {
    "cardinals": ("numerals", "cardinal"),
    "weak_cardinals": ("numerals", "weak"),
    "last_cardinals": ("numerals", "last"),
    "joined_cardinals": ("numerals", "joined"),
    "hedged_cardinals": ("numerals", "hedged"),
    "multipliers": ("numerals", "multiplier"),
    "factors": ("numerals", "factor"),
    "collectives": ("numerals", "collective"),
    "ordinals": ("numerals", "ordinal"),
    "fractions": ("numerals", "fraction"),
    "parts": ("numerals", "part"),
    "denominators": ("numerals", "denominator"),
    "divisors": ("numerals", "divisor"),
    "points": ("numerals", "point"),
    "folds": ("numerals", "fold"),
    "fused": ("numerals", "fused"),
    "scales": ("after", "scale"),
    "scale_ordinals": ("after", "ordinal_scale"),
    "units": ("after", "unit"),
    "unit_adjectives": ("after", "unit_adjective"),
    "counted": ("after", "unit"),
    "currencies": ("after", "unit"),
    "subunits": ("after", "subunit"),
    "coins": ("after", "coin"),  # coins only behind a sum of their currency
    "ratios": ("after", "unit"),
    "rates": ("after", "rate"),
    "rates_before": ("before", "rate"),
    "shares": ("after", "share"),
    "parts_after": ("after", "part"),
    "hedges": ("before", "hedge"),
    "hedges_after": ("after", "hedge"),
    "hedges_inside": ("after", "inner_hedge"),
    "changes": ("before", "change"),
    "change_nouns": ("before", "change_noun"),
    "changes_after": ("after", "change"),
    "units_before": ("before", "unit"),
    "per": ("after", "per"),
    "counting": ("before", "counting"),
    "classifiers": ("after", "classifier"),
    "fixed": ("after", "fixed"),  # words that only begin like a form: the longer one is read
}

#: section → (table, class) where the section is a plain list of forms.
LISTS: Final = {
    "others": ("numerals", "other"),
    "wholes": ("numerals", "whole"),
    "ordinal_tails": ("after", "ordinal_tail"),
    "by": ("before", "by"),
    "by_share": ("before", "by_share"),
    "amounts_to": ("before", "amounts_to"),
    "comparisons": ("after", "comparison"),
    "compared": ("before", "compared"),
    "sums": ("before", "sum"),
    "counterparts": ("before", "counterpart"),
    "befalls": ("before", "befall"),  # what people suffer, or are done to
    "befalls_after": ("after", "befall"),
    "copulas": ("before", "copula"),
    "parts_of": ("before", "part_of"),
    "parts_from": ("before", "part_from"),
    "parts_of_after": ("after", "part_of"),
    "further": ("before", "further"),
    "further_after": ("after", "further"),
    "to": ("before", "level"),
    "to_after": ("after", "level"),
    "from": ("before", "from"),
    "shifts": ("before", "shift"),  # a verb of change, or one that says how far many reach
    "spans": ("before", "span"),  # "from" of a range, never of two levels
    "prices": ("before", "price"),
    "closing": ("after", "closing"),
    "fillers": ("before", "filler"),
    "during": ("before", "during"),
    "touching": ("before", "touching"),
    "beneath": ("before", "beneath"),  # a hedge, or under what something stands
    "transitive": ("before", "transitive"),
    "clock": ("before", "clock"),
    "clock_spans": ("before", "clock_span"),  # "from" of opening hours, unless a length of time is
    "lengths_of_time": ("before", "length_of_time"),
    "below_zero": ("before", "below_zero"),
    "conjunctions": ("after", "conjunction"),
    "blockers": ("before", "blocker"),
    "vague": ("before", "vague"),
    "labels": ("before", "label"),
    "definite": ("before", "definite"),
    "blockers_after": ("after", "blocker"),
    "sections": ("after", "section"),
    "ordinal_heads": ("before", "ordinal_head"),
    "per_heads": ("before", "per_head"),
    "per_tails": ("before", "per_tail"),
    "expected": ("after", "expected"),
    "mediums": ("after", "medium"),
    "over": ("after", "over"),
    "of": ("after", "of"),
    "partitives": ("after", "partitive"),
}


def forms(entry: str, paradigms: Mapping[str, list[str]]) -> Iterator[str]:
    """Return every inflected form that an entry of the word list stands for.

    Raises:
        ValueError: Its paradigms differ in length and multiply to more than `MOST_FORMS`, or one
            stands inside a word, where a hyphen follows it.
    """
    words = entry.split(" ")
    slots = [_inflected(word, paradigms) for word in words]
    lengths = {len(slot) for slot in slots if len(slot) > 1}
    if len(lengths) > 1 and prod(map(len, slots)) > MOST_FORMS:
        counts = " × ".join(str(len(slot)) for slot in slots if len(slot) > 1)
        raise ValueError(
            f"{entry!r} stands for {counts} forms; give its paradigms one length, or list the forms"
        )
    rows: Iterable[tuple[str, ...]]
    if len(lengths) == 1:
        width = lengths.pop()
        rows = zip(*(slot if len(slot) > 1 else slot * width for slot in slots), strict=True)
    else:
        rows = product(*slots)
    for row in rows:
        yield " ".join(part for part, word in zip(row, words, strict=True) if part or not word)


def _inflected(word: str, paradigms: Mapping[str, list[str]]) -> list[str]:
    stem, slash, paradigm = word.rpartition("/")
    if any("-" in part and part.partition("-")[0] in paradigms for part in word.split("/")[1:]):
        raise ValueError(f"{word!r} has a paradigm inside it; list its forms")
    if not slash or paradigm not in paradigms:
        return [word]
    return [stem + ending for ending in paradigms[paradigm]]


def compile_language(
    tree: Tree, printing: Tree | None = None, nouns: Tree | None = None
) -> dict[str, Any]:
    """Return the tables of one language.

    Args:
        tree: The word list.
        printing: The language's compiled printing table: what is printed is read as well.
        nouns: By unit, nouns of somebody's own list.

    Raises:
        ValueError: A section is not known, or a printed form is read as something else.
    """
    paradigms = tree.get("paradigms", {})
    unknown = set(tree) - {
        *SECTIONS,
        *LISTS,
        "language",
        "source",
        "paradigms",
        "settings",
        "spelling",
        "ranges",
        "fused_prefixes",
        "fused_adjectives",
    }
    if unknown:
        raise ValueError(f"unknown sections: {', '.join(sorted(unknown))}")
    tables: dict[str, Forms] = {name: {} for name in _TABLES}
    for section, (table, kind) in SECTIONS.items():
        for payload, entries in tree.get(section, {}).items():
            _add(tables[table], kind, payload, entries, paradigms)
    for section, (table, kind) in LISTS.items():
        _add(tables[table], kind, "", tree.get(section, []), paradigms)
    for payload, entries in tree.get("folds", {}).items():
        if direction := payload.partition(":")[2]:  # "will double, from 60,000 to 120,000"
            _add(tables["before"], "change", direction, entries, paradigms)
    fused = _fused(tree, paradigms)
    for payload, entries in tree.get("multipliers", {}).items():
        _add(tables["after"], "scale", payload, entries, paradigms)
    for pair in tree.get("settings", {}).get("variants", []):
        for words in (*tables.values(), *fused):
            _vary(words, *pair[-2:], initial=pair.startswith("^"))
    ranges = [_range(row, paradigms) for row in tree.get("ranges", [])]
    for opener, joiner, closer in ranges:
        if opener:
            _put(tables["before"], opener, "opener", f"{joiner}|{closer}")
        _put(tables["after"], joiner, "joiner", f"{opener}|{closer}")
        if closer:
            _put(tables["after"], closer, "closer", "")
    _drop_short_words(tables["before"], tree)
    if printing is not None:
        add_printed(tables, printing)
    if nouns is not None:
        add_nouns(tables, nouns)
    return {
        "language": tree["language"],
        "settings": {
            key: _lowered(value) for key, value in settings_of(tree.get("settings", {})).items()
        },
        "openers": _openers(tables["numerals"]),
        **{name: packed(table) for name, table in tables.items()},
        "fused": [{form: rows[0][1] for form, rows in table.items()} for table in fused],
    }


def inflection_of(tree: Tree) -> dict[str, Any]:
    """Return how a language's words are inflected and spelled, which somebody's own list takes up.

    It is shipped beside the compiled words.
    """
    return {
        "paradigms": tree.get("paradigms", {}),
        "spelling": tree.get("spelling", {}),
        "variants": tree.get("settings", {}).get("variants", []),
    }


def _openers(numerals: Forms) -> dict[str, Any]:
    """Return the first words of number words: alone, or with the words that must follow."""
    found: dict[str, set[str] | None] = {}
    for form, rows in numerals.items():
        if all(role in _NEVER_FIRST for role, _ in rows):
            continue
        first, space, rest = form.partition(" ")
        if not space:
            found[first.partition("-")[0]] = None
        else:
            words = found.setdefault(first, set())
            match = RUN.match(rest)
            if words is not None and match is not None:
                words.add(match.group())
    return {
        "alone": sorted(word for word, them in found.items() if them is None),
        "leading": {word: sorted(them) for word, them in sorted(found.items()) if them is not None},
    }


def _add(
    table: Forms, kind: str, payload: str, entries: list[str], paradigms: Mapping[str, list[str]]
) -> None:
    if kind == "unit" and "|" in payload:  # several share the form: which one is open
        kind = "doubt"
    for entry in entries:
        for form in forms(entry, paradigms):
            _put(table, form, kind, payload)
            if form.endswith(".") and len(form) > 2:
                _put(table, form[:-1], kind, payload)


def _drop_short_words(table: Forms, tree: Tree) -> None:
    """Keep an abbreviation from being read without its full stop where that is a common word.

    "под." is an entrance before a number; "под 8 %" is not.
    """
    for word in map(fold, tree.get("settings", {}).get("stop", ())):
        if word + "." in table and word in table:
            rows = [row for row in table[word] if row not in table[word + "."]]
            if rows:
                table[word] = rows
            else:
                del table[word]


def _fused(tree: Tree, paradigms: Mapping[str, list[str]]) -> tuple[Forms, Forms]:
    """Return number prefixes and the adjectives of measure that they join ("двух" + "летний")."""
    prefixes: Forms = {}
    adjectives: Forms = {}
    for value, entries in tree.get("fused_prefixes", {}).items():
        _add(prefixes, "fused", value, entries, paradigms)
    for unit, entries in tree.get("fused_adjectives", {}).items():
        _add(adjectives, "fused", unit, entries, paradigms)
    return prefixes, adjectives


def _put(table: Forms, form: str, kind: str, payload: str) -> None:
    rows = table.setdefault(fold(form), [])
    if [kind, payload] not in rows:
        rows.append([kind, payload])


def _vary(table: Forms, letter: str, other: str, *, initial: bool) -> None:
    """Read `other` for `letter` as well ("е" is written for "ё"), `initial`: as a first letter."""
    for form in [form for form in table if letter in form]:
        if initial and not form.startswith(letter):
            continue
        varied = form.replace(letter, other, 1 if initial else -1)
        for kind, payload in table[form]:
            _put(table, varied, kind, payload)


def _range(row: list[str], paradigms: Mapping[str, list[str]]) -> tuple[str, str, str]:
    opener, joiner, closer = (fold(part) for part in row)
    return opener, joiner, closer


def _lowered(value: Any) -> Any:
    """Lower-case a list of words as texts are; anything else stays."""
    if not isinstance(value, list):
        return value
    return [lower(word) if isinstance(word, str) else word for word in value]
