"""Somebody's own word lists: read, checked as ours are, and compiled to a layer above ours.

A list of a language that has a shipped one adds to it: it takes up its paradigms, its spelling and
the letters that may be written for others. A list of any other language stands for itself, with
settings of its own. What is wrong in any file is told at once, and nothing of it is used then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from .. import _shipped, cldr, units
from .._lexicon.language import LANGUAGES, Lexicon, language_of, lexicon_of
from .._lexicon.locale import lexicon, over_cldr
from .._notes import Notes, in_form, parsed, text_of
from .._text.fold import fold
from ..errors import CoopdataError, SeedError, nearest, shown
from .forms import OWN_UNITS, OWN_WORDS
from .languages import LISTS, SECTIONS, compile_language, forms
from .layer import Layer, added, clashes, doubled
from .nouns import noun_forms
from .payloads import resolved, wrong_with
from .spelling import misspelled

__all__ = ["PARTIES", "UNITS", "Lists", "compile_lists", "files_in"]

UNITS: Final = "units.toml"
#: Not a word list: who is named, which a corpus reads.
PARTIES: Final = "parties.toml"
#: What only a language of its own says.
_FOUNDING: Final = ("settings", "fused_prefixes", "fused_adjectives")
#: Sections whose entries have a slash before a paradigm alone.
_INFLECTED: Final = ("counted", "currencies")
#: So many paradigms are named to somebody who names none that there is.
_NAMED: Final = 12

Tree = dict[str, Any]
#: Name and text of a file.
File = tuple[str, str]


@frozen(kw_only=True, eq=False)
class Lists:
    """What word lists compile to.

    Attributes:
        layers: By language, what lies above its shipped words.
        languages: The compiled lists of languages that have no shipped one.
        nouns: By language and unit, how the unit is printed.
        units: By its bare name, each unit of somebody's own.
    """

    layers: Mapping[str, Layer]
    languages: Mapping[str, Tree]
    nouns: Mapping[str, Mapping[str, Mapping[str, str]]]
    units: Mapping[str, str]

    def lexicon(self, locale: str) -> Lexicon:
        """Return the words of a locale with these lists above them."""
        language = language_of(locale)
        if language in self.languages:
            return over_cldr(lexicon_of(self.languages[language], language), locale)
        layer = self.layers.get(language)
        return lexicon(locale) if layer is None else added(lexicon(locale), layer)


def files_in(path: Path, problems: list[str]) -> Iterator[File]:
    """Yield name and text of a word list, or of each in a folder."""
    paths = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not paths:
        problems.append(f"{path.name}: no .toml file here; a word list is named like en.toml")
    for one in paths:
        name = f"{path.name}/{one.name}" if path.is_dir() else one.name
        if one.name != PARTIES or not path.is_dir():
            text = text_of(one, Notes(name, problems))
            if text is not None:
                yield name, text


def compile_lists(files: tuple[File, ...]) -> Lists:
    """Return what word lists compile to.

    Raises:
        SeedError: Something is wrong in one; `problems` names all of it, with file and section.
    """
    problems: list[str] = []
    own: dict[str, str] = {}
    trees: list[tuple[Notes, Tree]] = []
    for name, text in files:
        notes = Notes(name, problems)
        tree = parsed(text, notes)
        is_units = name.rpartition("/")[2] == UNITS
        if tree is None or in_form(tree, OWN_UNITS if is_units else OWN_WORDS, notes) is None:
            continue
        if is_units:
            own |= _units(tree, notes, own)
        else:
            trees.append((notes, tree))
    if problems:  # which units there are is anyone's guess
        raise SeedError(_named(files), tuple(problems))
    merged: dict[str, list[tuple[Notes, Tree]]] = {}
    for notes, tree in trees:
        if _is_locale(tree["language"], notes):
            merged.setdefault(language_of(tree["language"]), []).append((notes, tree))
    layers: dict[str, Layer] = {}
    languages: dict[str, Tree] = {}
    nouns: dict[str, dict[str, dict[str, str]]] = {}
    for language, lists in merged.items():
        for notes, tree in lists:
            printed = _nouns(tree, own, notes)
            nouns.setdefault(language, {}).update(printed)
            made = _compiled(language, tree, own, printed, notes)
            if made is None:
                continue
            if language not in LANGUAGES:
                if language in languages:
                    notes.add(f"language: {language!r} has a list already; join the two files")
                if "replaces" in tree:
                    notes.within("replaces").add("there is no shipped list; strike it")
                for words in doubled(Layer.of(made, frozenset())):
                    notes.add(words)
                languages[language] = made
                continue
            replaced = _replaced(tree, language, notes)
            layer = Layer.of(made, replaced)
            told = (doubled(layer), clashes(lexicon(language), layer), _unused(layer, replaced))
            for words in chain.from_iterable(told):
                notes.add(words)
            known = layers.get(language)
            layers[language] = layer if known is None else known.joined(layer, notes.add)
    if problems:
        raise SeedError(_named(files), tuple(problems))
    return Lists(layers=layers, languages=languages, nouns=nouns, units=own)


def _named(files: tuple[File, ...]) -> str:
    return ", ".join(name for name, _ in files)


def _is_locale(language: str, notes: Notes) -> bool:
    """Tell whether a list is of one language, without a region: its words are those of all."""
    try:
        name = cldr.locale_id(language)
    except CoopdataError as err:
        notes.within("language").add(str(err))
        return False
    if name != language_of(name):
        notes.within("language").add(f"expected {language_of(name)!r}, got {shown(language)}")
        return False
    return True


# Units ------------------------------------------------------------------------------------------


def _units(tree: Tree, notes: Notes, known: Mapping[str, str]) -> dict[str, str]:
    """Return the units that a file declares, by each of their names."""
    found: dict[str, str] = {}
    rows = [(f"physical.{name}", name, row["is"], ()) for name, row in _part(tree, "physical")]
    rows += [(f"counted.{name}", name, "", others) for name, others in _part(tree, "counted")]
    for at, name, size, others in rows:
        number, _, of = size.partition(" ")
        written = f"{{{name}={number.replace('/', ':')}_{of.strip()}}}" if size else f"{{{name}}}"
        try:
            unit = units.parse_unit(written)
        except CoopdataError as err:
            rule = "is a number and one curated unit, such as '28 inch'"
            notes.within(at).add(f"{rule}, got {shown(size)}" if size else str(err))
            continue
        for word in (name, *others):
            if word in units.UNITS or word in units.ALIASES:
                notes.within(at).add(f"{word!r} is a unit of coopdata's; choose another name")
            elif found.setdefault(word, unit) != unit or known.get(word, unit) != unit:
                notes.within(at).add(f"{word!r} is declared twice")
    return found


def _part(tree: Tree, section: str) -> list[tuple[str, Any]]:
    return list(tree.get(section, {}).items())


# Words ------------------------------------------------------------------------------------------


def _compiled(
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


def _replaced(tree: Tree, language: str, notes: Notes) -> frozenset[str]:
    """Return the forms that a list takes from the shipped one."""
    paradigms = _shipped.tree(f"inflection/{language}.json")["paradigms"]
    found: set[str] = set()
    for entry in tree.get("replaces", ()):
        with notes.at("replaces"):
            found.update(map(fold, forms(entry, {**paradigms, **tree.get("paradigms", {})})))
    return frozenset(found)


def _unused(layer: Layer, replaced: frozenset[str]) -> Iterator[str]:
    made = {form for table in layer.tables.values() for form in table}
    for form in sorted(replaced - made):
        yield f"replaces: {form!r} is no form of this list; strike it, or say what it means"


def _nouns(tree: Tree, own: Mapping[str, str], notes: Notes) -> dict[str, dict[str, str]]:
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
