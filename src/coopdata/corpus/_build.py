"""A folder of texts and what a curator wrote of them, to a checked Dataset.

``articles/`` holds each article's text, byte for byte, and beside it a TOML file with its metadata,
mentions, names and facts; ``parties.toml`` holds who and what is named. A fact gives the quote;
the build finds the span. Whatever is wrong anywhere stops the build, all of it in one `SeedError`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import fields

from .._notes import Notes, read_toml, text_of
from ..dataset import Dataset
from ..errors import SeedError, shown
from ..model import Article, Party
from ..reader import WordLists
from ._articles import Read, article, facts, one_of
from ._cues import CUED, AllCues, cues_of, shipped_cues
from ._lines import located
from ._parties import parties, party_names
from ._schema import ArticleSeed, OriginalSeed, PartiesSeed
from ._supports import source
from ._taxonomy import read_taxonomy

__all__ = ["build", "cues_in", "known_parties", "reads", "words_in"]

#: Where a project has words of its own, and in it parties that are known and need no article.
_WORDS: Final = "words"
_PARTIES: Final = "parties.toml"


def build(folder: str | Path) -> Dataset:
    """Return the dataset that a folder describes.

    Args:
        folder: Holds ``articles/*.txt``, ``articles/*.toml``, ``parties.toml``; a ``cues.toml`` of
            its own in the place of the shipped words of status, a ``taxonomy.toml`` with kinds of
            fact and roles of its own, or where roles are to fit the kinds, and ``words/`` with word
            lists, and a ``parties.toml`` of whom the articles may name. What a draft `suggested`
            and nobody accepted is left out.

    Raises:
        SeedError: Something is wrong; `problems` names all of it, with file and path.
    """
    folder = Path(folder)
    problems: list[str] = []
    found = tuple(reads(folder, problems))
    all_read = not problems  # where an article has no form, what it names cannot be known
    party_notes = Notes(f"{folder.name}/{_PARTIES}", problems)
    party_seeds = read_toml(folder / _PARTIES, PartiesSeed, party_notes)
    words, others = words_in(folder, problems), _listed(folder, problems)
    ids = party_names(others) | (party_names(party_seeds) if party_seeds else {})
    if party_seeds is None:  # which ids are known is anyone's guess: report the forms alone
        raise SeedError(folder.name, located(folder, problems))
    cues, taxonomy = cues_in(folder, problems), read_taxonomy(folder, problems)
    made = [(one, article(one, ids)) for one in found]
    articles = tuple(one for _, one in made if one is not None)
    made_of = tuple(
        fact
        for one, written in made
        if written is not None
        for fact in facts(
            one,
            source(
                written,
                one.seed,
                ids,
                cues_of(written.language, cues),
                one.notes,
                words,
                taxonomy,
            ),
        )
    )
    if all_read:
        taxonomy.hold_examples(made_of, Notes(f"{folder.name}/taxonomy.toml", problems))
    party_seeds = _joined(party_seeds, others, articles)
    named = parties(party_seeds, articles, party_notes, all_read=all_read)
    if problems:
        raise SeedError(folder.name, located(folder, problems))
    try:
        return Dataset(
            articles=articles,
            parties=named,
            facts=(one for one in made_of if one.basis.kind != "derived"),
            derived=(one for one in made_of if one.basis.kind == "derived"),
            terms=taxonomy.terms,
        )
    except SeedError as err:  # what no single file shows
        problems.extend(f"{folder.name}: {problem}" for problem in err.problems)
        raise SeedError(folder.name, tuple(problems)) from None


def known_parties(folder: Path, problems: list[str]) -> tuple[Party, ...]:
    """Return the parties of a folder by their names alone, before any article names them."""
    notes = Notes(f"{folder.name}/{_PARTIES}", problems)
    found = read_toml(folder / _PARTIES, PartiesSeed, notes)
    others = _listed(folder, problems)
    elsewhere = Notes(notes.source)  # what is wrong in them is told by the build
    return parties(_joined(found, others), (), elsewhere, all_read=False) if found else ()


def words_in(folder: Path, problems: list[str]) -> WordLists:
    """Return the word lists of the folder; note what is wrong in them."""
    home = folder / _WORDS
    if any(path.name != _PARTIES for path in home.glob("*.toml")):
        try:
            return WordLists.of(home)
        except SeedError as err:
            problems.extend(f"{folder.name}/{problem}" for problem in err.problems)
    return WordLists.of(None)


def _listed(folder: Path, problems: list[str]) -> PartiesSeed:
    """Return the parties among the words of the folder, whom no article needs to name."""
    path = folder / _WORDS / _PARTIES
    if not path.is_file():
        return PartiesSeed()
    found: PartiesSeed | None = read_toml(
        path, PartiesSeed, Notes(f"{folder.name}/{_WORDS}/{_PARTIES}", problems)
    )
    return found or PartiesSeed()


def _joined(
    seeds: PartiesSeed, others: PartiesSeed, articles: Iterable[Article] | None = None
) -> PartiesSeed:
    """Return the parties of both; of the others those alone whom the articles name, if given."""
    used = None if articles is None else {name.party for one in articles for name in one.names}
    sections = (field.name for field in fields(PartiesSeed))
    return PartiesSeed(
        **{
            section: (
                *getattr(seeds, section),
                *(one for one in getattr(others, section) if used is None or one.id in used),
            )
            for section in sections
        }
    )


def cues_in(folder: Path, problems: list[str]) -> AllCues:
    """Return the words of the folder's own `cues.toml`, or else those that are shipped."""
    path = folder / "cues.toml"
    if not path.is_file():
        return shipped_cues()
    notes = Notes(f"{folder.name}/{path.name}", problems)
    found: AllCues | None = read_toml(path, dict[str, dict[str, tuple[str, ...]]], notes)
    for language, cues in (found or {}).items():
        for word in cues:
            one_of(word, CUED, notes.within(language))
    return found or {}


def reads(folder: Path, problems: list[str]) -> list[Read]:
    """Read every pair of text and TOML in the order of their names; note what is missing."""
    home = folder / "articles"
    names = sorted({path.stem for path in home.glob("*.t*") if path.suffix in (".toml", ".txt")})
    if not names:
        problems.append(f"{folder.name}/articles: no article here")
    found: list[Read] = []
    for name in names:
        notes = Notes(f"{folder.name}/articles/{name}.toml", problems)
        text_notes = Notes(f"{folder.name}/articles/{name}.txt", problems)
        text = text_of(home / f"{name}.txt", text_notes)
        seed = read_toml(home / f"{name}.toml", ArticleSeed, notes)
        if seed is not None and seed.original is not None:
            _hold_original(home, seed.original, notes.within("original"))
        if text is not None and seed is not None:
            found.append(Read(id=name, seed=seed, text=text, notes=notes))
    return found


def _hold_original(home: Path, original: OriginalSeed, notes: Notes) -> None:
    """Note where the file that a text was taken from is missing, or another."""
    path = home / original.file
    if path.parent != home or not path.is_file():
        notes.within("file").add(f"no file {shown(original.file)} beside the text; put it back")
    elif hashlib.sha256(path.read_bytes()).hexdigest() != original.sha256:
        notes.within("sha256").add(f"{shown(original.file)} is not what the text was taken from")
