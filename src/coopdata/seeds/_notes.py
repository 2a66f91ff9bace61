"""Gathering problems: a build reports all of them at once, each with its file and path."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, frozen

from .. import serde
from ..errors import CoopdataError, SeedError

__all__ = ["Notes", "read_toml"]

Record = TypeVar("Record")


@frozen
class Notes:
    """Problems of one file; `within` narrows the path."""

    source: str
    problems: list[str] = field(factory=list)
    path: str = ""

    def within(self, path: str) -> Notes:
        """Return notes that go to the same list, about a part of this part."""
        return Notes(self.source, self.problems, f"{self.path}.{path}" if self.path else path)

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


def read_toml(path: Path, kind: type[Record], notes: Notes) -> Record | None:
    """Read one TOML file as a record of `kind`, strictly; note what is wrong and return `None`."""
    try:
        tree: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        record: Record = serde.from_tree(tree, kind, source=notes.source)
    except SeedError as err:
        notes.problems.extend(err.problems)
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as err:
        notes.add(str(err))
        return None
    return record
