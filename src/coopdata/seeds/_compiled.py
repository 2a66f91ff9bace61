"""Everything that ``seeds/`` compiles to: relative path inside the package's data → text.

The text is the same everywhere: keys are sorted, lines end in LF, no clock and no machine has a
say. Tables stand one entry a line, so that a change of one word is a change of one line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from .. import _shipped, corpus, serde
from .._notes import Notes, in_form, text_of, tree_of
from .._wordlists.languages import compile_language, inflection_of
from .._wordlists.spelling import misspelled
from ..errors import SeedError
from ..units import UNITS
from ._declension import compile_declension
from ._forms import FORMS
from ._labels import compile_labels
from ._layout import laid_out
from ._name_tables import (
    compile_cues,
    compile_legal_forms,
    compile_organisations,
    compile_people,
    compile_sounds,
)
from ._names import compile_names
from ._periods import compile_periods
from ._places import compile_places
from ._printing import compile_printing
from ._rates import compile_rates
from ._units import compile_units

__all__ = ["compiled"]

Tree = dict[str, Any]
Compile = Callable[..., Any]

#: seed files → the function that compiles one of them; the output keeps the folder's name.
#: What is printed in a language stands before its words, which take it up.
_TABLES: Final[tuple[tuple[str, Compile], ...]] = (
    ("units.toml", compile_units),
    ("names.toml", compile_names),
    ("cues.toml", dict),
    ("rates.toml", compile_rates),
    ("names/cues.toml", compile_cues),
    ("names/declension.toml", compile_declension),
    ("names/legal_forms.toml", compile_legal_forms),
    ("names/organisations.toml", compile_organisations),
    ("names/people.toml", compile_people),
    ("names/transliteration.toml", compile_sounds),
    ("printing/*.toml", partial(compile_printing, units=UNITS)),
    ("languages/*.toml", compile_language),
    ("periods/*.toml", compile_periods),
    ("labels/*.po", compile_labels),
    ("statements/*.po", compile_labels),
)


def compiled(folder: Path) -> dict[str, str]:
    """Return every file that the seeds in `folder` compile to.

    Raises:
        SeedError: Anything in any seed file is wrong; `problems` names all of it.
    """
    problems: list[str] = []
    files = dict(_tables(folder, problems)) | dict(compile_places(folder, problems))
    try:
        articles = serde.to_json(corpus.build(folder))
    except SeedError as err:
        problems.extend(err.problems)
    else:
        files["articles.json"] = articles
    outlines = folder / "outlines.json"
    if outlines.is_file():
        try:
            files[outlines.name] = laid_out(json.loads(outlines.read_bytes()))
        except ValueError as err:
            problems.append(f"{folder.name}/{outlines.name}: {err}")
    if problems:
        raise SeedError(folder.name, tuple(problems))
    files[_shipped.MANIFEST] = _shipped.manifest(
        {name: text.encode("utf-8") for name, text in files.items()}
    )
    return dict(sorted(files.items()))


def _tables(folder: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    printing: Tree = {}
    for pattern, compile_one in _TABLES:
        kind = pattern.partition("/*")[0]
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder)
            notes = Notes(f"{folder.name}/{name.as_posix()}", problems)
            tree = _tree(path, kind, notes)
            if tree is None:
                continue
            beside: Tree = {"printing": printing.get(path.stem)} if kind == "languages" else {}
            try:
                made = compile_one(tree, **beside)
                wrong = tuple(misspelled(tree, _spelling(tree, path)))
            except (ValueError, TypeError, LookupError, ArithmeticError) as err:
                words = f"no entry is named {err}" if isinstance(err, KeyError) else str(err)
                lines = words.splitlines() or [type(err).__name__]
                problems.extend(f"{notes.source} at {line}" for line in lines)
                continue
            problems.extend(f"{notes.source} at {line}" for line in wrong)
            if kind == "printing":
                printing[path.stem] = made
            if kind == "languages":
                inflection = Path("inflection") / path.name
                yield inflection.with_suffix(".json").as_posix(), laid_out(inflection_of(tree))
            yield name.with_suffix(".json").as_posix(), laid_out(made)


def _tree(path: Path, kind: str, notes: Notes) -> Tree | None:
    """Return what a file of tables holds, in its form; a catalogue of labels is a text."""
    if kind in FORMS:
        tree = tree_of(path, notes)
        return None if tree is None or in_form(tree, FORMS[kind], notes) is None else tree
    text = text_of(path, notes)
    return None if text is None else {"text": text}


def _spelling(tree: Tree, path: Path) -> Tree:
    """Return what a seed file says of spelling, or else the word list of its language."""
    if "spelling" in tree:
        return dict(tree["spelling"])
    words = path.parent.parent / "languages" / path.name
    elsewhere = Notes(path.name)  # what is wrong there is told where that file is compiled
    listed = _tree(words, "languages", elsewhere) if words.is_file() else None
    return dict((listed or {}).get("spelling", {}))
