"""How alike two names are, and why."""

from __future__ import annotations

from attrs import frozen

from .._fixed import Record

__all__ = ["Likeness"]


@frozen(kw_only=True)
class Likeness(Record):
    """Whether two names are of one bearer: true where they are, and only then.

    Attributes:
        score: From 0, nothing in common, to 1, the same.
        same: None where the names do not say.
        reasons: What spoke for and against it.
    """

    score: float
    same: bool | None
    reasons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.same is True
