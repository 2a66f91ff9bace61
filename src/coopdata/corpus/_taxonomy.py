"""What words of records mean, as a ``taxonomy.toml`` says: ours, and those a project declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, get_args

from attrs import field, frozen

from .. import cldr, units
from .._notes import Notes, read_toml
from ..errors import CONTROLS, nearest, shown
from ..model import (
    CODE_PATTERN,
    FACT_KINDS,
    LINK_KINDS,
    ROLES,
    STATUSES,
    Fact,
    Name,
    Term,
    TermKind,
)
from ..model.terms import codes, undeclared
from ._cues import CUED, MEASURED, MEASURES, AllCues, cues_of

__all__ = ["SETS", "Taxonomy", "TermSeed", "read_taxonomy"]

#: The sets of words in the order of the page that prints them; labels have the same names.
SETS: Final[Mapping[str, tuple[str, ...]]] = {
    "fact": FACT_KINDS,
    "status": STATUSES,
    "role": ROLES,
    "link": LINK_KINDS,
}
_OPEN: Final[tuple[TermKind, ...]] = get_args(TermKind)
_CODE: Final = re.compile(CODE_PATTERN)
#: What only a word of a project has: ours have their labels and cues in files of their own.
_OWN: Final = ("labels", "cues", "measures")


@frozen(kw_only=True)
class TermSeed:
    """One word.

    `roles` are those that a kind of fact takes, any where there are none. A word of a project has
    `labels` by language; a kind of fact may have `cues` by language, by which a draft finds it, and
    `measures`, what may be measured in it: kinds of mention, ``change``, units.
    """

    means: str
    unlike: str = ""
    example: str = ""
    roles: tuple[str, ...] = ()
    labels: dict[str, str] = field(factory=dict)
    cues: dict[str, tuple[str, ...]] = field(factory=dict)
    measures: tuple[str, ...] = ()


Told = Mapping[str, Mapping[str, TermSeed]]


@frozen(kw_only=True)
class Taxonomy:
    """Which kinds of fact and roles a project has; `told` is what its file says, word by word.

    Where the file has no form, nobody knows what it declares, and every code passes.
    """

    told: Told = field(factory=dict)
    is_read: bool = True

    @property
    def terms(self) -> tuple[Term, ...]:
        """What it declares beside our own words."""
        return tuple(
            Term(
                kind=kind,
                code=code,
                means=one.means,
                labels=(Name(text=text, language=tag) for tag, text in one.labels.items()),
                unlike=one.unlike,
                roles=one.roles,
            )
            for kind, code, one in self._own()
        )

    def codes(self, kind: TermKind) -> tuple[str, ...]:
        """Return all words for a kind of fact, or a role: ours, then those declared."""
        return (*codes(kind), *(code for of, code, _ in self._own() if of == kind))

    def code(self, kind: TermKind, word: str, notes: Notes) -> str:
        """Return the word if it is known; else note it, and let another stand for it meanwhile."""
        known, is_code = self.codes(kind), bool(_CODE.fullmatch(word))
        if self.is_read and word not in known:
            where = f"in taxonomy.toml, [{kind}.{word if is_code else 'code'}]"
            notes.add(undeclared(kind, word, known, where))
            return known[0]
        return word if is_code else known[0]

    def role(self, word: str, kind: str, notes: Notes) -> str:
        """Return the role if it is known; note it where a fact of that kind does not take it."""
        told = self.told.get("fact", {}).get(kind)
        found = self.code("role", word, notes)
        if found == word and told is not None and told.roles and word not in told.roles:
            words = f"a fact of kind {kind!r} has no {word!r}; it takes {', '.join(told.roles)}"
            notes.add(f"{words}; [fact.{kind}] in taxonomy.toml has its roles")
        return found

    def hold_examples(self, facts: Iterable[Fact], notes: Notes) -> None:
        """Note where a declared word has an example that is no fact with it."""
        known = {fact.id: fact for fact in facts}
        for kind, code, one in self._own():
            fact = known.get(one.example)
            words = [] if fact is None else [fact.kind] if kind == "fact" else _roles(fact)
            if one.example and code not in words:
                here = notes.within(f"{kind}.{code}.example")
                here.add(f"no fact {shown(one.example)} has it; name another, or none")

    def cued(self, cues: AllCues) -> AllCues:
        """Return the words by which a draft finds facts with those of the declared kinds."""
        found = {language: dict(table) for language, table in cues.items()}
        measured = found.setdefault(MEASURES, {})
        own = [(code, one) for kind, code, one in self._own() if kind == "fact"]
        measured.update((code, one.measures or MEASURED) for code, one in own)
        told = [(tag, code, words) for code, one in own for tag, words in one.cues.items()]
        for language, code, words in sorted(told):  # "en" before "en-GB", which has its words too
            found.setdefault(language, dict(cues_of(language, found)))[code] = words
        return found

    def _own(self) -> Iterator[tuple[TermKind, str, TermSeed]]:
        for kind in _OPEN:
            for code, one in self.told.get(kind, {}).items():
                if code not in SETS[kind]:
                    yield kind, code, one


def _roles(fact: Fact) -> list[str]:
    return [one.role for one in fact.parties]


def read_taxonomy(folder: Path, problems: list[str]) -> Taxonomy:
    """Return what every word of a folder's ``taxonomy.toml`` means; note all that is wrong.

    A folder without the file declares nothing and says nothing of roles, and all are taken.
    """
    path = folder / "taxonomy.toml"
    if not path.is_file():
        return Taxonomy()
    notes = Notes(f"{folder.name}/{path.name}", problems)
    told: Told | None = read_toml(path, dict[str, dict[str, TermSeed]], notes)
    if told is None:
        return Taxonomy(is_read=False)
    found = Taxonomy(told=told)
    for name, words in told.items():
        for word, one in words.items():
            _hold(name, word, one, found, notes.within(f"{name}.{word}"))
    return found


def _hold(name: str, word: str, one: TermSeed, taxonomy: Taxonomy, notes: Notes) -> None:
    """Note what is wrong with one word: its code, its labels, what it says of roles and cues."""
    given = [key for key in _OWN if getattr(one, key)]
    if name not in SETS:
        near = " or ".join(map(repr, nearest(name, [*SETS]) or SETS))
        notes.add(f"there is no table {shown(name)}; expected {near}")
        return
    if word in SETS[name]:
        if given or not (one.roles or one.example):
            words = f"coopdata has {shown(word)} itself, with its meaning and labels"
            notes.add(f"{words}; give yours another code")
    elif name not in _OPEN:
        notes.add("there is no such word; kinds of fact and roles alone can be declared")
    else:
        _hold_own(name, word, one, notes)
    if one.roles and name != "fact":
        notes.within("roles").add("only a kind of fact has roles")
    elif name == "fact":
        for role in one.roles:
            taxonomy.code("role", role, notes.within("roles"))


def _hold_own(name: str, word: str, one: TermSeed, notes: Notes) -> None:
    if not _CODE.fullmatch(word):
        notes.add(f"expected a code such as 'joint_venture' (a-z, digits, _), got {shown(word)}")
    if name == "fact" and word in CUED:
        notes.add(f"{shown(word)} is a word of statuses, changes or speech; give another code")
    if not one.means.strip():
        notes.within("means").add("expected what it means, in words")
    if not one.labels:
        english = word.replace("_", " ")
        notes.add(f'expected what it is called, as in labels = {{ en = "{english}" }}')
    for tag, label in one.labels.items():
        here = notes.within(f"labels.{tag}")
        _hold_language(tag, here)
        if not label.strip() or len(label.splitlines()) > 1 or CONTROLS.search(label):
            here.add(f"expected a label on one line, got {shown(label)}")
    if name != "fact" and (one.cues or one.measures):
        notes.add("a role has no cues or measures; a kind of fact has")
    for tag, words in one.cues.items():
        here = notes.within(f"cues.{tag}")
        _hold_language(tag, here)
        for cue in words:
            if not cue.strip("* "):
                here.add(f"expected words, with * for any ending, got {shown(cue)}")
    for what in one.measures:
        if what not in (*MEASURED, "change") and what not in units.UNITS:
            known = ", ".join((*MEASURED, "change"))
            notes.within("measures").add(f"unknown {shown(what)}; known: {known}, or a unit")


def _hold_language(tag: str, notes: Notes) -> None:
    with notes.at(""):
        found = cldr.locale_id(tag).replace("_", "-")
        if found != tag:
            meant = f", such as {found!r}" if found != "root" else ""
            notes.add(f"expected a language of BCP 47{meant}, got {shown(tag)}")
