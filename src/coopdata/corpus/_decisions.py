"""Suggested facts as a table for a spreadsheet, and what a curator decided there read back."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args

from attrs import evolve, field, frozen

from .._files import write_whole
from .._fixed import Record, texts
from .._sheet import csv_text, unguarded
from ..errors import RecordNotFoundError, SeedError, nearest, shown
from ..model import STATUSES, Change
from ..values import Measure, Period
from ._articles import Read
from ._build import known_parties, reads
from ._project import article_toml
from ._schema import FactSeed
from ._taxonomy import read_taxonomy
from ._words import find

__all__ = ["Decided", "decide", "decisions"]

_DECISIONS: Final = ("", "accept", "strike")
#: What a row may change; whatever else a fact has stays in its file as it is.
_TEXTS: Final = ("kind", "status", "gloss", "quote", "context")
_MORE: Final = ("place", "period", "measure", "change", "said_by")
_COLUMNS: Final = ("decision", "id", *_TEXTS, "parties", *_MORE, "suggested", "version")
_REMEDY: Final = "write the table anew (coopdata draft … --format csv) and decide there"


@frozen(kw_only=True)
class Decided(Record):
    """What a table changed: ids of facts.

    Attributes:
        accepted: Suggestions that are facts now.
        struck: Suggestions that are gone.
        mended: Those in which the table says something else than the file did.
        open: Suggestions that are still to be decided.
    """

    accepted: tuple[str, ...] = field(converter=texts)
    struck: tuple[str, ...] = field(converter=texts)
    mended: tuple[str, ...] = field(converter=texts)
    open: tuple[str, ...] = field(converter=texts)


def decisions(folder: str | Path, article: str) -> str:
    """Return the suggested facts of a drafted article as CSV for a spreadsheet.

    ``decision`` is for the curator: accept, strike, or nothing yet. `decide` reads the table back;
    ``version`` tells it what the file said when the table was written.

    Raises:
        RecordNotFoundError: no article has that id.
        SeedError: a file of the project is not as it should be.
    """
    rows = (_cells(one) for one in _read(Path(folder), article, []).seed.facts if one.suggested)
    return csv_text(_COLUMNS, (["", *row.values(), _version(row)] for row in rows))


def decide(folder: str | Path, article: str, sheet: str | bytes) -> Decided:
    """Write what a table of `decisions` says into the article's file: all of it, or nothing.

    A row changes the fact with its id: its cells replace what the file says, ``accept`` makes a
    fact of it, ``strike`` takes it out. Facts without a row stay as they are. Where the file has
    changed since the table was written, and says something else now, the row clashes.

    Args:
        folder: The project.
        article: The article's id.
        sheet: CSV, separated by commas, semicolons or tabs; bytes are UTF-8.

    Raises:
        RecordNotFoundError: no article has that id.
        SeedError: the table is not in order, or clashes with the file; every problem is told with
            its row, column and remedy, and nothing is written.
    """
    home = Path(folder)
    problems: list[str] = []
    read = _read(home, article, problems)
    taxonomy = read_taxonomy(home, problems)
    known = _Known(
        parties=tuple(sorted(one.id for one in known_parties(home, problems))),
        kinds=taxonomy.codes("fact"),
        roles=taxonomy.codes("role"),
    )
    rows = dict(_rows(sheet, problems))
    facts = {one.id: one for one in read.seed.facts}
    seen: dict[str, int] = {}
    after: dict[str, FactSeed | None] = {}
    for number, row in rows.items():
        note = _Row(number, row, problems)
        if row["decision"] not in _DECISIONS:
            words = f"expected accept, strike or nothing, got {shown(row['decision'])}"
            note.add("decision", words)
        elif seen.setdefault(row["id"], number) != number:
            note.add("id", f"row {seen[row['id']]} has {shown(row['id'])} too; keep one of them")
        elif row["decision"] or row["version"] != _version(row):  # somebody touched it
            made = _made(row, facts.get(row["id"]), read.text, known, note)
            after[row["id"]] = _settled(row, made, facts.get(row["id"]), note)
    if problems:
        raise SeedError(f"the table of {article}", tuple(problems))
    kept = tuple(after.get(one.id, one) for one in read.seed.facts)
    seed = evolve(read.seed, facts=tuple(one for one in kept if one is not None))
    if seed != read.seed:
        path = home / "articles" / f"{article}.toml"
        write_whole(path, article_toml(seed).encode())
    now = {one.id: one for one in seed.facts}
    return Decided(
        accepted=[id for id, one in now.items() if facts[id].suggested and not one.suggested],
        struck=[id for id in facts if id not in now],
        mended=[id for id, one in now.items() if _plain(one) != _plain(facts[id])],
        open=[id for id, one in now.items() if one.suggested],
    )


def _read(home: Path, article: str, problems: list[str]) -> Read:
    found = {one.id: one for one in reads(home, problems)}
    if problems:
        raise SeedError(home.name, tuple(problems))
    if article not in found:
        raise RecordNotFoundError("article", article, nearest(article, list(found)))
    return found[article]


@frozen(kw_only=True)
class _Known:
    """The words that cells may hold."""

    parties: tuple[str, ...]
    kinds: tuple[str, ...]
    roles: tuple[str, ...]


@frozen
class _Row:
    """Notes problems of one row, which a spreadsheet counts with its head."""

    number: int
    row: Mapping[str, str]
    problems: list[str]

    def add(self, column: str, words: str) -> None:
        self.problems.append(f"row {self.number}, column {column}: {words}")


def _rows(sheet: str | bytes, problems: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row by its number in the sheet."""
    try:
        text = sheet if isinstance(sheet, str) else sheet.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        problems.append(f"not UTF-8 at byte {err.start}; save the table as CSV UTF-8")
        return
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    head = text.partition("\n")[0]
    mark = next((one for one in ",;\t" if one in head), ",")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error as err:
        problems.append(f"not CSV: {err}; save the table as CSV UTF-8")
        return
    names = [name.strip() for name in lines[0]] if lines else []
    wrong = [f"column {one} is missing" for one in _COLUMNS if one not in names]
    wrong += [f"column {shown(one)} is unknown or there twice" for one in _odd(names)]
    if wrong:
        problems += [f"row 1: {words}; {_REMEDY}" for words in wrong]
        return
    for number, line in enumerate(lines[1:], start=2):
        if len(line) == len(names):
            yield number, {name: unguarded(cell) for name, cell in zip(names, line, strict=True)}
        elif any(line):
            words = f"expected {len(names)} cells, got {len(line)}"
            problems.append(f"row {number}: {words}; keep all columns of the table")


def _odd(names: list[str]) -> list[str]:
    return [one for n, one in enumerate(names) if one not in _COLUMNS or one in names[:n]]


def _made(
    row: Mapping[str, str], old: FactSeed | None, text: str, known: _Known, note: _Row
) -> FactSeed | None:
    """Return the fact that a row says; note every cell that says none."""
    if old is None:
        return None
    changed: dict[str, Any] = {
        name: row[name] for name in (*_TEXTS, *_MORE) if row[name] != _cell(old, name)
    }
    checks: dict[str, Callable[[str], object]] = {
        "kind": lambda cell: _one_of(cell, known.kinds),
        "status": lambda cell: _one_of(cell, STATUSES),
        "change": lambda cell: _one_of(cell, ("", *get_args(Change))),
        "measure": lambda cell: Measure.from_text(cell) if cell else None,
        "period": lambda cell: Period.from_edtf(cell) if cell else None,
        "place": lambda cell: _one_of(cell, ("", *known.parties)),
        "said_by": lambda cell: _one_of(cell, ("", *known.parties)),
    }
    for name in changed:
        try:
            checks.get(name, str)(row[name])
        except ValueError as err:
            note.add(name, str(err))
    if "change" in changed:
        changed["change"] = row["change"] or None
    if row["parties"] != _cell(old, "parties"):
        changed["parties"] = _parties(row["parties"], known, note)
    if not changed.keys().isdisjoint(("quote", "context")):
        try:
            find(text, row["quote"], row["context"])
        except ValueError as err:
            note.add("quote", str(err))
    return evolve(old, **changed)


def _settled(
    row: Mapping[str, str], made: FactSeed | None, old: FactSeed | None, note: _Row
) -> FactSeed | None:
    """Return the fact as it is after a row's decision; note what clashes with the file."""
    decision = row["decision"]
    if old is None or made is None:
        if decision != "strike":
            words = f"the file has no fact {shown(row['id'])}"
            note.add("id", f"{words}; somebody struck it, or the id was changed: {_REMEDY}")
        return None
    is_same = _plain(made) == _plain(old)
    if _version(_cells(old)) != row["version"] and not (is_same and decision != "strike"):
        told = [
            f"{name} {shown(_cell(old, name))} in the file, {shown(row[name])} in the table"
            for name in _COLUMNS[2:-2]
            if _cell(old, name) != row[name]
        ]
        state = "" if old.suggested else " and accepted"
        words = f"{shown(old.id)} was changed{state} since the table was written"
        note.add("version", f"{words}: {'; '.join(told) or 'struck in the table'}; {_REMEDY}")
    if decision == "strike":
        if not old.suggested:
            note.add("decision", f"{shown(old.id)} is accepted; strike it in the article's file")
        return None
    return evolve(made, suggested="") if decision == "accept" else made


def _parties(cell: str, known: _Known, note: _Row) -> dict[str, tuple[str, ...]]:
    """Return who is involved, as in ``investor: a, b; partner: c``."""
    found: dict[str, tuple[str, ...]] = {}
    for part in filter(None, (one.strip() for one in cell.split(";"))):
        role, colon, named = (one.strip() for one in part.partition(":"))
        several = tuple(filter(None, (one.strip() for one in named.split(","))))
        try:
            if not colon or not several or role in found:
                raise ValueError(f"expected 'role: party, party; role: party', got {shown(cell)}")
            _one_of(role, known.roles)
            for one in several:
                _one_of(one, known.parties)
        except ValueError as err:
            note.add("parties", str(err))
        found[role] = several
    return found


def _one_of(cell: str, known: tuple[str, ...]) -> None:
    if cell not in known:
        near = nearest(cell, list(known)) or known[:12]
        raise ValueError(f"unknown {shown(cell)}; known: {', '.join(filter(None, near))}")


def _cell(fact: FactSeed, name: str) -> str:
    if name == "parties":
        return "; ".join(f"{role}: {', '.join(ids)}" for role, ids in fact.parties.items())
    return str(getattr(fact, name) or "")


def _cells(fact: FactSeed) -> dict[str, str]:
    return {name: _cell(fact, name) for name in _COLUMNS[1:-1]}


def _plain(fact: FactSeed) -> FactSeed:
    return evolve(fact, suggested="")


def _version(cells: Mapping[str, str]) -> str:
    """Return what tells two states of a row apart; no spreadsheet takes it for a number."""
    told = repr([cells[name] for name in _COLUMNS[1:-1]])
    return f"v{hashlib.sha256(told.encode()).hexdigest()[:12]}"
