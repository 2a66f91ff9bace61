"""What the closed words of records mean, as ``taxonomy.toml`` says; which roles a kind takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from attrs import frozen

from .._notes import Notes, read_toml
from ..errors import shown
from ..model import FACT_KINDS, LINK_KINDS, ROLES, STATUSES, Fact

__all__ = ["SETS", "Taxonomy", "Term", "hold_roles", "read_taxonomy"]

#: The sets of words in the order of the page that prints them; labels have the same names.
SETS: Final[Mapping[str, tuple[str, ...]]] = {
    "fact": FACT_KINDS,
    "status": STATUSES,
    "role": ROLES,
    "link": LINK_KINDS,
}


@frozen(kw_only=True)
class Term:
    """One word: what it means, what it is unlike, an example, and the roles of a kind of fact."""

    means: str
    unlike: str
    example: str
    roles: tuple[str, ...] = ()


#: Set → word → what it means.
Taxonomy: TypeAlias = Mapping[str, Mapping[str, Term]]


def read_taxonomy(folder: Path, problems: list[str]) -> Taxonomy:
    """Return what every word means; note the words that are missing, unknown or without roles.

    A folder without the file says nothing of roles, and all are taken.
    """
    path = folder / "taxonomy.toml"
    if not path.is_file():
        return {}
    notes = Notes(f"{folder.name}/{path.name}", problems)
    found: Taxonomy | None = read_toml(path, dict[str, dict[str, Term]], notes)
    for name, words in SETS.items() if found is not None else ():
        told = (found or {}).get(name, {})
        for word in dict.fromkeys((*words, *told)):
            here = notes.within(f"{name}.{word}")
            if word not in told:
                here.add("expected what it means")
            elif word not in words:
                here.add("there is no such word")
            for role in told[word].roles if word in told else ():
                if role not in ROLES:
                    here.within("roles").add(f"unknown {shown(role)}; known: {', '.join(ROLES)}")
    return found or {}


def hold_roles(taxonomy: Taxonomy, facts: Iterable[Fact], problems: list[str]) -> None:
    """Note every role that a fact of its kind does not take."""
    kinds = taxonomy.get("fact", {})
    for fact in facts:
        taken = kinds[fact.kind].roles if fact.kind in kinds else ROLES
        for role in dict.fromkeys(one.role for one in fact.parties if one.role not in taken):
            words = f"a fact of kind {fact.kind!r} has no {role!r}; it takes {', '.join(taken)}"
            problems.append(f"{fact.article_id}.toml at {fact.id}: {words}")
