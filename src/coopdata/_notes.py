"""Gathering problems: a build reports all of them at once, each with its file and path."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from attrs import field, frozen

from . import serde
from .errors import CoopdataError, SeedError

__all__ = ["Notes", "in_form", "parsed", "read_toml", "text_of", "tree_of"]


@frozen
class Notes:
    """Problems of one file; `within` narrows the path."""

    source: str
    problems: list[str] = field(factory=list)
    path: str = ""

    def within(self, path: str) -> Notes:
        """Return notes that go to the same list, about a part of this part."""
        joined = ".".join(filter(None, (self.path, path)))
        return Notes(self.source, self.problems, joined)

    def add(self, words: str) -> None:
        """Note one problem of this part."""
        self.problems.append(
            f"{self.source} at {self.path}: {words}" if self.path else f"{self.source}: {words}"
        )

    def at(self, path: str) -> _Caught:
        """Turn an error raised inside ``with`` into a problem of the part at `path`."""
        return _Caught(self.within(path))


@frozen
class _Caught:
    notes: Notes

    def __enter__(self) -> None: ...

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        if not isinstance(error, CoopdataError | ValueError):
            return False
        self.notes.add(str(error))
        return True


def read_toml(path: Path, kind: Any, notes: Notes) -> Any | None:
    """Read one TOML file in the form `kind`, strictly; note what is wrong and return `None`."""
    tree = tree_of(path, notes)
    return None if tree is None else in_form(tree, kind, notes)


def in_form(tree: dict[str, Any], kind: Any, notes: Notes) -> Any | None:
    """Return a tree as `kind` has it; note everything that is wrong and return `None`."""
    try:
        return serde.from_tree(tree, kind, source=notes.source)
    except SeedError as err:
        notes.problems.extend(err.problems)
        return None


def tree_of(path: Path, notes: Notes) -> dict[str, Any] | None:
    """Return what stands in a TOML file; note what is wrong and return `None`."""
    text = text_of(path, notes)
    return None if text is None else parsed(text, notes)


def parsed(text: str, notes: Notes) -> dict[str, Any] | None:
    """Return what stands in the text of a TOML file; note what is wrong and return `None`."""
    try:
        return tomllib.loads(text)
    except ValueError as err:
        notes.add(str(err))
    except RecursionError:
        notes.add("nested too deep")
    return None


def text_of(path: Path, notes: Notes) -> str | None:
    """Return the text of a file, byte for byte; note what is wrong and return `None`."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as err:
        notes.add(f"not UTF-8 at byte {err.start}")
    except OSError as err:
        notes.add((err.strerror or str(err)).lower())
    return None
