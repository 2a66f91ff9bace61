"""Turn `seeds/printing/<language>.toml` into the tree of `data/printing/<language>.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["compile_printing", "plural"]

Tree = dict[str, Any]

_CATEGORIES = {
    1: ("other",),
    2: ("one", "other"),
    3: ("one", "few", "many"),
    4: ("one", "few", "many", "other"),
}


def compile_printing(tree: Tree, units: Mapping[str, Any]) -> Tree:
    """Return the shipped form of one parsed printing table.

    Args:
        tree: What `tomllib` read.
        units: The curated units, which are the only ones that may have nouns.

    Raises:
        ValueError: All problems found, one a line, each with the path of the entry.
    """
    problems: list[str] = []
    nouns: Tree = {}
    if tree.get("noun_rule") == "english":
        tree["nouns"] = {**_english(units), **tree["nouns"]}
    for name, written in tree["nouns"].items():
        forms = [form.strip() for form in written.split("|")]
        if name not in units:
            problems.append(f"nouns.{name}: not a curated unit")
        elif len(forms) not in _CATEGORIES or not all(forms):
            problems.append(f"nouns.{name}: one to four forms, got {written!r}")
        else:
            nouns[name] = _noun(forms, tree.get("noun_pattern", "{0} {1}"))
    problems += _shared(nouns)
    if problems:
        raise ValueError("\n".join(problems))
    return {
        "compact": tree.get("compact", {}),
        "endings": tree.get("endings", {}),
        "genitive": tree.get("genitive", {}),
        "hedges": tree["hedges"],
        "joiner": tree.get("joiner", ""),
        "money": tree.get("money", {}),
        "nouns": nouns,
        "per": tree.get("per", ""),
        "per_case": tree.get("per_case", ""),
        "per_money": tree.get("per_money", ""),
        "counter_joins": tree.get("counter_joins", []),
        "counter_end": tree.get("counter_end", ""),
        "cases": {case: _case(table) for case, table in tree.get("cases", {}).items()},
        "noun_endings": tree.get("noun_endings", {}),
        "euphony": tree.get("euphony", {}),
        "period": tree["period"],
        "rates": tree.get("rates", {}),
        "rates_short": tree.get("rates_short", {}),
        "symbols": tree.get("symbols", {}),
        "whole_words": sorted(tree.get("whole_words", [])),
    }


def _case(table: Mapping[str, Any]) -> Tree:
    """Return how names change in a case, with what the seed leaves out."""
    return {
        "adjective": table.get("adjective", {}),
        "noun": table["noun"],
        "genitive": table.get("genitive", []),
        "unchanged": table.get("unchanged", []),
    }


def _noun(forms: list[str], pattern: str) -> Tree:
    """Return plural category -> pattern; three Slavic forms say the fourth."""
    categories = dict(zip(_CATEGORIES[len(forms)], forms, strict=True))
    categories.setdefault("other", categories.get("few", forms[-1]))
    return {
        category: form if "{0}" in form else pattern.replace("{1}", form)
        for category, form in categories.items()
    }


def _english(units: Mapping[str, Any]) -> dict[str, str]:
    """Return singular and plural of every counted thing, by the rule of regular nouns."""
    names = [name for name, unit in units.items() if unit.kind == "counted"]
    names += ["percentage_point", "basis_point"]
    nouns = [name.replace("_", " ") for name in names]
    return {name: f"{noun}|{plural(noun)}" for name, noun in zip(names, nouns, strict=True)}


def plural(noun: str) -> str:
    """Return the plural of an English noun that is regular."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _shared(nouns: Tree) -> list[str]:
    """Return the nouns that two units have in common: what is printed must be read back."""
    owners: dict[str, str] = {}
    problems: list[str] = []
    for name, categories in nouns.items():
        for form in dict.fromkeys(categories.values()):
            if owners.setdefault(form, name) != name:
                problems.append(f"nouns.{name}: {form!r} is {owners[form]}'s already")
    return problems
