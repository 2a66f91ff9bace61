"""Turn the seed files of organisations' and people's names into tables by key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._names.key import name_key
from .._names.legal_forms import form_key, marked_key

__all__ = [
    "compile_cues",
    "compile_legal_forms",
    "compile_organisations",
    "compile_people",
    "compile_sounds",
]

Tree = Mapping[str, Any]


def compile_legal_forms(tree: Tree) -> dict[str, Any]:
    """Return the key of every form → its family."""
    return {
        "forms": {
            form_key(form): [family, "", ""]
            for family, forms in tree["families"].items()
            for form in forms
        }
    }


def compile_cues(tree: Tree) -> dict[str, Any]:
    """Return class → language → the keys of its words."""
    return {
        name: {language: sorted(set(map(name_key, words))) for language, words in table.items()}
        for name, table in tree.items()
    }


def compile_organisations(tree: Tree) -> dict[str, Any]:
    """Return the keys of forms, of words for kinds and of names known to be of one organisation."""
    forms: dict[str, list[str]] = {}
    for row in tree["forms"]:
        for word in row["words"]:
            entry = [row["family"], " ".join(row["countries"]), "before" * row["before"]]
            for key in {form_key(word), marked_key(word)}:
                forms[key] = _both(forms.get(key, entry), entry)
    known: dict[str, str] = {}
    for house, names in tree["known"].items():
        for name in names:
            key = name_key(name).replace(" ", "")
            if known.setdefault(key, house) != house:
                raise ValueError(f"known: {name!r} is of {known[key]!r} and of {house!r}")
    return {
        "forms": forms,
        "elf": {
            key: code
            for code, words in tree["elf"].items()
            for word in words
            for key in (form_key(word), marked_key(word))
        },
        "generic": {"words": _keys(tree["generic"])},
        "daughters": {"words": _keys(tree["daughters"])},
        "translated": {
            name_key(word): concept
            for concept, words in tree["translated"].items()
            for word in words
        },
        "known": {house: list(dict.fromkeys(names)) for house, names in tree["known"].items()},
    }


def _both(one: list[str], other: list[str]) -> list[str]:
    """Return what holds of a form whichever of two it is; it may stand where either may."""
    said = [mine if mine == theirs else "" for mine, theirs in zip(one, other, strict=True)]
    return [*said[:-1], max(one[-1], other[-1])]


def compile_people(tree: Tree) -> dict[str, Any]:
    """Return the keys of given names, of what stands beside names, and the endings of names."""
    given: dict[str, list[str]] = {}
    for gender, groups in tree["given"].items():
        for group in groups:
            keys = list(dict.fromkeys(map(name_key, group.split())))
            for key in keys:
                known = given.setdefault(key, [gender])
                known[0] = known[0] if known[0] == gender else ""
                known += [one for one in keys if one not in known[1:]]
    chinese, korean = tree["chinese"], tree["korean"]
    return {
        "given": given,
        "titles": {"words": _keys(tree["titles"])},
        "offices": {"words": _keys(tree["offices"])},
        "particles": {
            key: sorted(map(name_key, words)) for key, words in tree["particles"].items()
        },
        "before": {"words": sorted(tree["before"]["words"])},
        "patronymics": {name_key(end): row.split() for end, row in tree["patronymics"].items()},
        "endings": {name_key(end): row.split() for end, row in tree["endings"].items()},
        "chinese": {
            "syllables": dict(pair.split("=") for pair in chinese["syllables"].split()),
            "surnames": dict(pair.split("=") for pair in chinese["surnames"].split()),
            "letters": {
                letter: reading
                for reading, letters in (pair.split("=") for pair in chinese["letters"].split())
                for letter in letters
            },
        },
        "korean": {
            hangul: [latin.split(","), cyrillic.split(",")]
            for hangul, latin, cyrillic in (pair.split("=") for pair in korean["surnames"].split())
        },
    }


def compile_sounds(tree: Tree) -> dict[str, Any]:
    """Return the tables as they stand."""
    return {name: dict(table) for name, table in tree.items()}


def _keys(listed: Mapping[str, list[str]]) -> list[str]:
    return sorted({name_key(word) for words in listed.values() for word in words})
