"""Turn `seeds/names/` into the tables of places: keys of names, each with what it stands for.

The bulk comes from others' data (`tools/names_data.py`), what they lack is written by hand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from .._names.key import name_key
from .._notes import Notes, in_form, text_of, tree_of
from ._layout import laid_out

__all__ = ["compile_places"]

#: An abbreviation is no longer than this.
_SHORT: Final = 6
_BETWEEN: Final = "|"

Tree = Mapping[str, Any]
Listed = dict[str, tuple[str, ...]]
#: file → its form
_FORMS: Final[dict[str, Any]] = {
    "territories.json": dict[str, dict[str, Any]],
    "territories.toml": dict[str, dict[str, Listed]],
    "regions.json": Listed,
    "regions.toml": Listed,
    "towns.json": Listed,
    "kinds.toml": dict[str, Listed],
}


def compile_places(folder: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the tables that the seeds' names of places compile to; note what is wrong in them."""
    if not (folder / "names").is_dir():
        return
    trees: dict[str, Tree] = {}
    for name, form in _FORMS.items():
        notes = Notes(f"{folder.name}/names/{name}", problems)
        read = tree_of if name.endswith(".toml") else _json
        tree = read(folder / "names" / name, notes)
        if tree is None or in_form(tree, form, notes) is None:
            return
        trees[name] = tree
    every, languages = _territories(trees)
    yield "names/territories_any.json", laid_out(every)
    yield "names/territories.json", laid_out(languages)
    regions, own = trees["regions.json"], trees["regions.toml"]
    claimed = {name_key(name): code for code in own for name in own[code]}
    is_generic = _generic(trees["kinds.toml"])
    names = {
        code: [
            *own.get(code, ()),
            *(
                one
                for one in regions.get(code, ())
                if claimed.get(name_key(one), code) == code and not is_generic(name_key(one))
            ),
        ]
        for code in {*regions, *own}
    }
    yield (
        "names/regions.json",
        laid_out({code: _line(listed) for code, listed in names.items() if listed}),
    )
    towns = trees["towns.json"]
    lines = {
        town: _line([one for one in towns[town] if _has(town, name_key(one), claimed)], "")
        for town in towns
    }
    yield "names/towns.json", laid_out({town: line for town, line in lines.items() if line})
    kinds = {name: part for name, part in trees["kinds.toml"].items() if name != "generic"}
    yield "names/kinds.json", laid_out(_kinds(kinds))


def _generic(tree: Tree) -> Callable[[str], bool]:
    """Return what tells whether a name has no word of its own ("Northern Province")."""
    words = {
        word
        for words in tree["generic"].values()
        for name in words
        for word in name_key(name).split(" ")
    }
    words |= {
        word
        for words in tree["kinds"].values()
        for name in words
        for word in name_key(name).split(" ")
    }
    return lambda key: all(word in words for word in key.split(" "))


def _has(town: str, key: str, claimed: Mapping[str, str]) -> bool:
    """Tell whether a town keeps a name: no region elsewhere is called so by hand."""
    return town.startswith(claimed.get(key, ""))


def _json(path: Path, notes: Notes) -> dict[str, Any] | None:
    text = text_of(path, notes)
    try:
        found = None if text is None else json.loads(text)
    except ValueError as err:
        notes.add(str(err))
        return None
    if found is not None and not isinstance(found, dict):
        notes.add("no table")
        return None
    return found


def _line(names: Iterable[str], known: str | None = None) -> str:
    """Return what a place is known by, its first name if nothing is said, and its keys."""
    listed = list(names)
    keys = dict.fromkeys(map(name_key, listed))
    return _BETWEEN.join((listed[0] if known is None else known, *(key for key in keys if key)))


def _territories(trees: Mapping[str, Tree]) -> tuple[Tree, Tree]:
    bulk, own = trees["territories.json"], trees["territories.toml"]
    languages = {}
    for language in sorted({*bulk["alternates"], *own}):
        mine = own.get(language, {})
        alternates = bulk["alternates"].get(language, {})
        names = _by_key((*mine.get("names", {}).items(), *alternates.items()))
        written = (
            name
            for listed in (*mine.get("names", {}).values(), *alternates.values())
            for name in listed
        )
        languages[language] = {
            "names": names,
            "adjectives": _by_key(mine.get("adjectives", {}).items()),
            "capitals": sorted({name_key(one) for one in written if _is_short(one)} - {""}),
        }
    english = own.get("en", {}).get("names", {})
    every = {code: _line(names) for code, names in {**english, **bulk["names"]}.items()}
    return every, languages


def _is_short(name: str) -> bool:
    letters = name.replace(".", "").replace(" ", "")
    return letters.isupper() and len(letters) <= _SHORT


def _by_key(entries: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Return key → codes; a name that is said of several has all of them."""
    made: dict[str, str] = {}
    for codes, names in entries:
        for key in filter(None, map(name_key, names)):
            made[key] = " ".join(dict.fromkeys((*made.get(key, "").split(), *codes.split())))
    return made


def _kinds(tree: Tree) -> dict[str, dict[str, list[str]]]:
    """Return section → kind or language → keys, longest first."""
    return {
        section: {
            name: sorted(
                {name_key(word) for word in words} - {""}, key=lambda one: (-len(one), one)
            )
            for name, words in table.items()
        }
        for section, table in tree.items()
    }
