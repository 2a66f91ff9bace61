"""One list of somebody's own: held against its rules, and compiled to tables.

A list of a language that has a shipped one takes up its paradigms, its spelling and the letters
that may be written for others. One of any other language has settings of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from .. import _shipped, cldr, units
from .._lexicon.language import LANGUAGES
from .._notes import Notes
from .._text.fold import fold
from ..errors import nearest, shown
from .languages import LISTS, SECTIONS, compile_language, forms
from .layer import Layer
from .nouns import noun_forms
from .payloads import resolved, wrong_with
from .spelling import misspelled

__all__ = ["compiled", "nouns_of", "replaced_by", "unused"]

#: What only a language of its own says.
_FOUNDING: Final = ("settings", "fused_prefixes", "fused_adjectives")
#: Sections whose entries have a slash before a paradigm alone.
_INFLECTED: Final = ("counted", "currencies")
#: So many paradigms are named to somebody who names none that there is.
_NAMED: Final = 12

Tree = dict[str, Any]


def compiled(
    language: str, tree: Tree, own: Mapping[str, str], nouns: Tree, notes: Notes
) -> Tree | None:
    """Return the tables of one list; note what is wrong and return `None`."""
    is_known = language in LANGUAGES
    base = _shipped.tree(f"inflection/{language}.json") if is_known else {}
    whole = {key: part for key, part in tree.items() if key not in ("replaces", "nouns")}
    whole["paradigms"] = {**base.get("paradigms", {}), **tree.get("paradigms", {})}
    if is_known:
        for section in _FOUNDING:
            if section in tree:
                notes.within(section).add(f"is said of {language!r} by the shipped list; strike it")
        whole["settings"] = {"variants": base["variants"]}
    else:
        symbols = cldr.symbols(language)
        marks = {
            "decimal": "".join(sorted(symbols.decimals)),
            "group": "".join(sorted(symbols.groups - symbols.decimals)),
        }
        whole["settings"] = {**marks, **tree.get("settings", {})}
    for section in SECTIONS:
        rows: dict[str, list[str]] = {}
        for payload, entries in whole.get(section, {}).items():
            said = resolved(section, payload, own)
            wrong = wrong_with(section, said)
            right = _right(section, payload, entries, whole["paradigms"], notes)
            if wrong:
                notes.within(f"{section}.{payload}").add(wrong)
            else:
                rows[said] = [*rows.get(said, []), *right]
        if section in whole:
            whole[section] = rows
    for section in LISTS:
        if section in whole:
            whole[section] = _right(section, "", whole[section], whole["paradigms"], notes)
    spelling = tree.get("spelling", base.get("spelling", {}))
    try:
        notes_of_spelling = [*misspelled(tree | {"paradigms": whole["paradigms"]}, spelling)]
    except ValueError as err:
        notes_of_spelling = [str(err)]
    for words in notes_of_spelling:
        notes.add(words)
    with notes.at(""):  # what is right is compiled, so that its clashes are told as well
        return compile_language(whole, nouns=nouns)
    return None


def _right(
    section: str,
    payload: str,
    entries: list[str],
    paradigms: Mapping[str, list[str]],
    notes: Notes,
) -> list[str]:
    """Return the entries that are words; note those that are none, or whose forms are none."""
    place = notes.within(f"{section}.{payload}" if payload else section)
    right = []
    for entry in entries:
        wrong = _wrong_in(entry, section, paradigms)
        if wrong:
            place.add(wrong)
        else:
            right.append(entry)
    return right


def _wrong_in(entry: str, section: str, paradigms: Mapping[str, list[str]]) -> str:
    if not entry.strip() or entry != " ".join(entry.split()):
        return f"expected words with one space between them, got {shown(entry)}"
    for word in entry.split(" "):
        _, slash, paradigm = word.rpartition("/")
        if slash and section in _INFLECTED and paradigm not in paradigms:
            known = nearest(paradigm, sorted(paradigms)) or sorted(paradigms)[:_NAMED]
            return f"{entry!r} has an unknown paradigm {paradigm!r}; there is {', '.join(known)}"
    try:
        made = [*forms(entry, paradigms)]
    except ValueError as err:
        return str(err)
    odd = next((form for form in made if not fold(form).strip() or fold(form)[0].isdecimal()), "")
    return f"{entry!r} makes {odd!r}, which is no word" if odd or "" in made else ""


def replaced_by(tree: Tree, language: str, notes: Notes) -> frozenset[str]:
    """Return the forms that a list takes from the shipped one."""
    found: set[str] = set()
    if "replaces" not in tree:
        return frozenset()
    if language not in LANGUAGES:
        notes.within("replaces").add("there is no shipped list; strike it")
        return frozenset()
    paradigms = _shipped.tree(f"inflection/{language}.json")["paradigms"]
    for entry in tree["replaces"]:
        with notes.at("replaces"):
            found.update(map(fold, forms(entry, {**paradigms, **tree.get("paradigms", {})})))
    return frozenset(found)


def unused(layer: Layer, replaced: frozenset[str]) -> Iterator[str]:
    made = {form for table in layer.tables.values() for form in table}
    for form in sorted(replaced - made):
        yield f"replaces: {form!r} is no form of this list; strike it, or say what it means"


def nouns_of(tree: Tree, own: Mapping[str, str], notes: Notes) -> dict[str, dict[str, str]]:
    """Return how the units of a list are printed."""
    found: dict[str, dict[str, str]] = {}
    for name, written in tree.get("nouns", {}).items():
        unit = own.get(name, name)
        place = notes.within(f"nouns.{name}")
        if not units.is_own(unit) or unit not in units.UNITS:
            place.add("expected a unit of your own; ours have their nouns")
            continue
        with place.at(""):
            found[unit] = noun_forms(written)
    return found
