"""Records to JSON and JSON Lines and back, unchanged, with a JSON Schema that says the form.

Decimals travel as strings, so that no digit is lost; a period is its EDTF string; where several
types of record are possible, each says its ``type``. Fields that have their default are left out.

Reading is strict and whole: either every record is right and a `Dataset` comes back, or one
`SeedError` names every problem with its source, line and path, and nothing is loaded.

Examples:
    >>> from coopdata.values import Measure
    >>> to_tree(Measure.at_most("12.50", "megawatt"))
    {'type': 'measure', 'relation': 'at_most', 'high': '12.50', 'unit': 'megawatt'}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .._sheet import json_line
from .._trees.convert import TAGGED, Tables, structure, unstructure
from .._trees.problems import problems_of
from .._trees.text import BadTextError, decode, lines_of, parse
from ..errors import SeedError
from ..model import FORMAT, Article, Fact, Party, Term
from ._schema import json_schema, record_schema

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = [
    "from_json",
    "from_jsonl",
    "from_tree",
    "json_schema",
    "parse_json",
    "record_schema",
    "to_json",
    "to_jsonl",
    "to_tree",
]

_HEADER = {"type": "dataset", "format": FORMAT}
_TABLES = ("articles", "parties", "facts", "derived")
_LINE_TYPES = ("article", "organisation", "person", "place", "product", "fact", "term")


def to_tree(record: Any) -> dict[str, Any]:
    """Return any record of coopdata, or a Dataset, as dicts, lists and strings."""
    if hasattr(record, "articles"):
        tables = {name: getattr(record, name) for name in _TABLES}
        if record.terms:
            tables["terms"] = record.terms
        return _HEADER | {name: [*map(unstructure, them)] for name, them in tables.items()}
    return unstructure(record)


def to_json(dataset: Dataset) -> str:
    """Return the whole dataset as one JSON text: the same bytes everywhere, ended by a newline."""
    return json.dumps(to_tree(dataset), ensure_ascii=False, indent=1) + "\n"


def to_jsonl(dataset: Dataset) -> str:
    """Return the dataset as JSON Lines: a header, then one article, party, fact or term a line."""
    records: Iterable[Article | Party | Fact | Term] = (
        *dataset.articles,
        *dataset.parties,
        *dataset.facts,
        *dataset.derived,
        *dataset.terms,
    )
    trees = (_HEADER, *map(unstructure, records))
    return "".join(f"{json_line(tree)}\n" for tree in trees)


def from_json(text: str | bytes, *, source: str = "<json>") -> Dataset:
    """Read what `to_json` wrote.

    Args:
        text: The whole text; bytes are UTF-8.
        source: What problems call it, usually a file's name.

    Raises:
        SeedError: anything is wrong; `problems` names all of it, with line and path.
    """
    text, tree = _parsed(text, source)
    try:
        tables: Tables = structure(tree, Tables)
    except Exception as err:  # cattrs raises groups; every one is told as one SeedError
        found = problems_of(err)
        raise SeedError(source, tuple(_located(source, text, found))) from None
    return _dataset(
        source,
        articles=tables.articles,
        parties=tables.parties,
        facts=tables.facts,
        derived=tables.derived,
        terms=tables.terms,
    )


def from_jsonl(text: str | bytes, *, source: str = "<jsonl>") -> Dataset:
    """Read what `to_jsonl` wrote; the order of the lines after the header is free.

    Raises:
        SeedError: anything is wrong; `problems` names all of it, with line and path.
    """
    problems: list[str] = []
    records: list[Any] = []
    try:
        text = decode(text)
    except BadTextError as err:
        raise SeedError(source, (_problem(source, err.line, "", err.why),)) from None
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not lines:
        raise SeedError(source, (_problem(source, 1, "", f"expected the header {_HEADER}"),))
    for number, line in lines:
        try:
            tree = parse(line)
            if number == lines[0][0]:
                _check_header(tree)
            else:
                records.append(structure(tree, TAGGED[_line_type(tree)]))
        except BadTextError as err:
            problems.append(_problem(source, number, "", err.why))
        except Exception as err:  # as in from_json
            problems += [_problem(source, number, path, why) for path, why in problems_of(err)]
    if problems:
        raise SeedError(source, tuple(problems))
    return _dataset(
        source,
        articles=[one for one in records if isinstance(one, Article)],
        parties=[one for one in records if isinstance(one, Party)],
        facts=[one for one in records if isinstance(one, Fact) and one.basis.kind != "derived"],
        derived=[one for one in records if isinstance(one, Fact) and one.basis.kind == "derived"],
        terms=[one for one in records if isinstance(one, Term)],
    )


def parse_json(text: str | bytes, *, source: str = "<json>") -> Any:
    """Return the plain tree of a JSON text: bounded in depth, without repeated keys.

    Raises:
        SeedError: it is not such a text.
    """
    return _parsed(text, source)[1]


def _parsed(text: str | bytes, source: str) -> tuple[str, Any]:
    try:
        text = decode(text)
        return text, parse(text)
    except BadTextError as err:
        raise SeedError(source, (_problem(source, err.line, "", err.why),)) from None


def from_tree(tree: object, kind: type, *, source: str = "<tree>") -> Any:
    """Return the record of class `kind` that `to_tree` wrote.

    Raises:
        SeedError: anything is wrong; `problems` names all of it, with its path.
    """
    try:
        return structure(tree, kind)
    except Exception as err:  # as in from_json
        found = [_problem(source, None, path, why) for path, why in problems_of(err)]
        raise SeedError(source, tuple(found)) from None


def _check_header(tree: Any) -> None:
    if tree != _HEADER:
        raise BadTextError(f"expected the header {json.dumps(_HEADER)}")


def _line_type(tree: Any) -> str:
    tag = tree.get("type") if isinstance(tree, dict) else None
    if tag not in _LINE_TYPES:
        raise BadTextError(f"expected a record with a type, one of {', '.join(_LINE_TYPES)}")
    return str(tag)


def _dataset(source: str, **tables: Any) -> Dataset:
    from ..dataset import Dataset

    try:
        return Dataset(**tables)
    except SeedError as err:
        problems = tuple(f"{source}: {problem}" for problem in err.problems)
        raise SeedError(source, problems) from None
    except ValueError as err:
        raise SeedError(source, (f"{source}: {err}",)) from None


def _problem(source: str, line: int | None, path: str, why: str) -> str:
    where = f"{source} line {line}" if line else source
    return f"{where} at {path}: {why}" if path else f"{where}: {why}"


def _located(source: str, text: str, found: list[tuple[str, str]]) -> Iterator[str]:
    """Word each problem, with the line of its path or of the nearest path around it."""
    around = {path: _outwards(path) for path, _ in found}
    lines = lines_of(text, (step for steps in around.values() for step in steps))
    for path, why in found:
        line = next((lines[step] for step in around[path] if step in lines), None)
        yield _problem(source, line, path, why)


def _outwards(path: str) -> list[str]:
    """Return a path, then what holds it, out to the whole (``facts[1].id``, ``facts[1]``, …)."""
    steps = [path]
    while path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        steps.append(path)
    return steps


def __dir__() -> list[str]:
    return sorted(__all__)
