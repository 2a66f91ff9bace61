"""What cattrs found wrong in a tree, as paths and words."""

from __future__ import annotations

from cattrs import ClassValidationError, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError

from ..errors import CoopdataError, SeedError

__all__ = ["problems_of"]


def problems_of(error: BaseException, path: str = "") -> list[tuple[str, str]]:
    """Return every (path, words) in an exception that `structure` raised, in the tree's order."""
    if isinstance(error, ClassValidationError):
        with_notes, without = error.group_exceptions()
        found = [
            problem
            for inner, note in with_notes
            for problem in problems_of(inner, f"{path}.{note.name}" if path else note.name)
        ]
        return found + [problem for inner in without for problem in problems_of(inner, path)]
    if isinstance(error, IterableValidationError):
        with_index, _ = error.group_exceptions()
        return [
            problem
            for inner, index in with_index
            for problem in problems_of(inner, f"{path}[{index.index}]")
        ]
    if isinstance(error, SeedError):  # a record that is made of others and holds them together
        return [(path, problem) for problem in error.problems]
    return [(path, _words(error))]


def _words(error: BaseException) -> str:
    if isinstance(error, ForbiddenExtraKeysError):
        return f"extra fields found ({', '.join(sorted(map(str, error.extra_fields)))})"
    if isinstance(error, KeyError):
        return "required field missing"
    if isinstance(error, CoopdataError | ValueError | TypeError):
        return str(error)
    return f"{type(error).__name__}: {error}"
