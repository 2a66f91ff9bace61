"""Turn `seeds/printing/<language>.toml` into the tree of `data/printing/<language>.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._wordlists.nouns import noun_forms

__all__ = ["compile_printing", "plural"]

Tree = dict[str, Any]


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
        if name not in units:
            problems.append(f"nouns.{name}: not a curated unit")
            continue
        try:
            nouns[name] = noun_forms(written, tree.get("noun_pattern", "{0} {1}"))
        except ValueError as err:
            problems.append(f"nouns.{name}: {err}")
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
