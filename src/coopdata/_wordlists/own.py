"""Somebody's own word lists: read, checked as ours are, and compiled to a layer above ours.

A list of a language that has a shipped one adds to it: it takes up its paradigms, its spelling and
the letters that may be written for others. A list of any other language stands for itself, with
settings of its own. What is wrong in any file is told at once, and nothing of it is used then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from .. import cldr
from .._lexicon.language import LANGUAGES, Lexicon, language_of, lexicon_of
from .._lexicon.locale import lexicon, over_cldr
from .._notes import Notes, in_form, parsed, text_of
from ..errors import CoopdataError, SeedError, shown
from .forms import OWN_UNITS, OWN_WORDS
from .layer import Layer, added, clashes, doubled
from .one_list import compiled, nouns_of, replaced_by, unused
from .own_units import own_units

__all__ = ["PARTIES", "UNITS", "Lists", "compile_lists", "files_in"]

UNITS: Final = "units.toml"
#: Not a word list: who is named, which a corpus reads.
PARTIES: Final = "parties.toml"
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
            own |= own_units(tree, notes, own)
        else:
            trees.append((notes, tree))
    if problems:  # which units there are is anyone's guess
        raise SeedError(_named(files), tuple(problems))
    made = _Compiling(own)
    for notes, tree in trees:
        if _is_language(tree["language"], notes):
            made.add(language_of(tree["language"]), tree, notes)
    if problems:
        raise SeedError(_named(files), tuple(problems))
    return Lists(layers=made.layers, languages=made.languages, nouns=made.nouns, units=own)


class _Compiling:
    """What the lists so far compile to."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self._own = own
        self.layers: dict[str, Layer] = {}
        self.languages: dict[str, Tree] = {}
        self.nouns: dict[str, dict[str, dict[str, str]]] = {}

    def add(self, language: str, tree: Tree, notes: Notes) -> None:
        """Compile a list, and lay it beside the others of its language."""
        nouns = nouns_of(tree, self._own, notes)
        self.nouns.setdefault(language, {}).update(nouns)
        made = compiled(language, tree, self._own, nouns, notes)
        if made is None:
            return
        replaced = replaced_by(tree, language, notes)
        layer = Layer.of(made, replaced)
        told = [*doubled(layer), *unused(layer, replaced)]
        if language not in LANGUAGES:
            if language in self.languages:
                told.append(f"language: {language!r} has a list already; join the two files")
            self.languages[language] = made
        else:
            told += clashes(lexicon(language), layer)
            known = self.layers.get(language)
            self.layers[language] = layer if known is None else known.joined(layer, notes.add)
        for words in told:
            notes.add(words)


def _named(files: tuple[File, ...]) -> str:
    return ", ".join(name for name, _ in files)


def _is_language(language: str, notes: Notes) -> bool:
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
