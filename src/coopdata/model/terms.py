"""Kinds of fact and roles that a corpus declares for itself."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from .._checked import Checked
from .._fixed import Fixed, texts, tuple_of
from ..errors import InvalidValueError, nearest, shown
from ._kinds import FACT_KINDS, ROLES, TermKind, coded
from ._parties import Name

__all__ = ["SHIPPED", "Term", "codes", "undeclared"]

#: What coopdata itself has of each.
SHIPPED: Final = Fixed({"fact": FACT_KINDS, "role": ROLES})
_CALLED: Final = {"fact": "kind of fact", "role": "role"}


def _labels(given: Iterable[Name]) -> tuple[Name, ...]:
    return tuple_of(Name, given)


@frozen(kw_only=True)
class Term(Checked):
    """A kind of fact, or a role, that a dataset has beside `FACT_KINDS` and `ROLES`.

    Attributes:
        kind: ``fact`` for a kind of fact, ``role`` for a role.
        code: What `Fact.kind` or `Involvement.role` says.
        means: What it means, in words.
        labels: What it is called, in one language or several.
        unlike: What it is not.
        roles: Those that a fact of this kind may have; empty where it may have any.
    """

    kind: TermKind
    code: str
    means: str
    labels: tuple[Name, ...] = field(converter=_labels)
    unlike: str = ""
    roles: tuple[str, ...] = field(default=(), converter=texts)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        coded(self.code, "code of a Term")
        if not self.means.strip():
            raise InvalidValueError(self.means, "a term says what it means")
        if not self.labels:
            raise InvalidValueError(self.labels, "a term has a label")
        if self.roles and self.kind == "role":
            raise InvalidValueError(self.roles, "only a kind of fact has roles")

    @property
    def id(self) -> str:
        """Both together, such as ``fact.inspection``, unique in a dataset."""
        return f"{self.kind}.{self.code}"

    def label(self, language: str = "en") -> str:
        """Return what it is called in a language, else in English, else its code.

        Args:
            language: BCP 47, or a locale id; what ``de`` says holds in ``de_AT``.

        Examples:
            >>> labels = [Name(text="inspection", language="en")]
            >>> Term(kind="fact", code="inspection", means="A look.", labels=labels).label("de_AT")
            'inspection'
        """
        called = {one.language: one.text for one in reversed(self.labels)}
        tag = language.replace("_", "-")
        while tag and tag not in called:
            tag = tag.rpartition("-")[0]
        return called.get(tag) or called.get("en") or self.code.replace("_", " ")


def codes(kind: TermKind, terms: Iterable[Term] = ()) -> tuple[str, ...]:
    """Return every kind of fact, or every role, that records may have beside these terms."""
    return (*SHIPPED[kind], *(one.code for one in terms if one.kind == kind))


@lru_cache(maxsize=1024)  # many facts may have one wrong word; the nearest takes long to find
def undeclared(
    kind: TermKind, code: str, known: tuple[str, ...], where: str = "among the terms"
) -> str:
    """Say that nobody declares a code, which known ones are near, and where it is declared."""
    near = nearest(code, known)
    hint = f"nearest: {' or '.join(map(repr, near))}" if near else f"known: {', '.join(known)}"
    return f"no {_CALLED[kind]} is called {shown(code)}; {hint}; mend it, or declare it {where}"
