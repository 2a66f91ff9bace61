"""Sphinx configuration: MyST pages in four folders, Furo, and a generated data dictionary."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import inspect
import itertools
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import attrs

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent / "src"))  # autodoc reads this tree, not an installed one

project = "coopdata"
author = "The coopdata maintainers"
project_copyright = author
release = version = importlib.metadata.version("coopdata")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"coopdata {release}"
html_copy_source = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
napoleon_google_docstring = True
napoleon_numpy_docstring = False
autodoc_typehints = "description"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": True}


# -- the data dictionary -------------------------------------------------------------------------

RECORD_MODULES = ("coopdata.values", "coopdata.model", "coopdata.dataset")
DICTIONARY = DOCS / "reference" / "data-dictionary.md"
PREAMBLE = """\
# Data dictionary

Every record and each of its fields, read out of the classes when this page was built.
All records are frozen; a field of `None` means that the source does not say.
"""


def records(module_name: str) -> Iterator[type]:
    """Yield the public attrs classes that a module or package defines, in the order written."""
    module = importlib.import_module(module_name)
    found = {
        value
        for name, value in vars(module).items()
        if not name.startswith("_")
        and inspect.isclass(value)
        and attrs.has(value)
        and value.__module__.startswith(module_name)
    }
    yield from sorted(found, key=lambda one: (one.__module__, source_line(one)))


def source_line(record: type) -> int:
    """Return the line that a class begins on."""
    return inspect.getsourcelines(record)[1]


def field_notes(record: type) -> dict[str, str]:
    """Return what a class says of its fields: strings below them, or an ``Attributes:`` section.

    A ``doc`` in a field's metadata is taken before both.
    """
    notes: dict[str, str] = {}
    for one in reversed([one for one in record.__mro__ if attrs.has(one)]):
        notes.update(attributes_section(inspect.cleandoc(one.__doc__ or "")))
        notes.update(strings_below(one))
    for field in attrs.fields(record):
        if "doc" in field.metadata:
            notes[field.name] = str(field.metadata["doc"])
    return notes


def strings_below(record: type) -> Iterator[tuple[str, str]]:
    """Yield the fields of a class that have a string right below them, and that string."""
    body = ast.parse(inspect.cleandoc("\n" + inspect.getsource(record))).body[0]
    assert isinstance(body, ast.ClassDef)
    for field, below in itertools.pairwise(body.body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            yield field.target.id, " ".join(str(below.value.value).split())


def attributes_section(docstring: str) -> Iterator[tuple[str, str]]:
    """Yield names and texts of a Google-style ``Attributes:`` section."""
    lines = iter(docstring.partition("Attributes:\n")[2].splitlines())
    name, words = "", list[str]()
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent == 0:
            break
        if indent == 4 and ":" in line:
            if name:
                yield name, " ".join(words)
            name, _, first = line.strip().partition(":")
            name, words = name.split(" ")[0], [first.strip()]
        elif line.strip():
            words.append(line.strip())
    if name:
        yield name, " ".join(words)


def type_words(hint: object) -> str:
    """Return a type as a reader would write it, without module names."""
    if hint is None or hint is type(None):
        return "None"
    if hint is Ellipsis:
        return "..."
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return " | ".join(f'"{value}"' for value in inner)
    if origin in (typing.Union, types.UnionType):
        return " | ".join(type_words(one) for one in inner)
    name = getattr(origin or hint, "__name__", str(hint))
    return f"{name}[{', '.join(type_words(one) for one in inner)}]" if inner else name


def record_section(record: type) -> str:
    """Return the dictionary's section on one record."""
    hints = typing.get_type_hints(record)
    notes = field_notes(record)
    rows = []
    for field in attrs.fields(record):
        kind = type_words(hints[field.name]).replace("|", r"\|")
        needed = "yes" if field.default is attrs.NOTHING else "no"
        note = notes.get(field.name, "").replace("|", r"\|")
        rows.append(f"| `{field.name}` | `{kind}` | {needed} | {note} |")
    summary = (inspect.getdoc(record) or "").partition("\n\n")[0].replace("\n", " ")
    head = "| field | type | required | meaning |\n|---|---|---|---|"
    return f"## {record.__name__}\n\n{summary}\n\n{head}\n" + "\n".join(rows) + "\n"


def data_dictionary() -> str:
    """Return the whole page, made by introspection of the record classes."""
    sections = [record_section(one) for name in RECORD_MODULES for one in records(name)]
    return "\n".join([PREAMBLE, *sections])


def write_data_dictionary(_app: object = None) -> None:
    """Write the page, only where its text has changed, so that rebuilds stay quick."""
    text = data_dictionary()
    if not DICTIONARY.exists() or DICTIONARY.read_text(encoding="utf-8") != text:
        DICTIONARY.write_text(text, encoding="utf-8", newline="\n")


def setup(app: typing.Any) -> None:
    """Make the generated page before Sphinx looks for pages."""
    app.connect("builder-inited", write_data_dictionary)
