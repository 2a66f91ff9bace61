"""What a scored extractor did: scores by level, kind and language, and every difference."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from attrs import field, frozen

from .._fixed import Record, tuple_of
from ..errors import visible
from ..model import Mention, NameMention

__all__ = ["LEVELS", "Difference", "Level", "Report", "Score"]

Level = Literal["value", "span", "overlap"]
LEVELS: Final[tuple[Level, ...]] = ("value", "span", "overlap")


@frozen(kw_only=True)
class Score(Record):
    """Counts of one kind in one language (``""`` = all of them), at one level.

    Attributes:
        level: ``value`` (span overlaps and the value is right), ``span`` (exact span, whatever the
            value), ``overlap`` (any shared character).
        hits: Gold mentions found.
        found: Mentions that the extractor gave.
        gold: Mentions that there are.
        wrong: Mentions given where the gold has one too, that say something else: at level
            ``value`` another value, which is worse than none.
    """

    level: Level
    kind: str
    language: str
    hits: int
    found: int
    gold: int
    wrong: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def wrong_share(self) -> float:
        """Share of what was found that says something else than the gold; 0 where nothing was."""
        return self.wrong / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@frozen(kw_only=True)
class Difference(Record):
    """One disagreement: a gold mention not found (`found` is `None`), a false one or value."""

    text_id: str
    language: str
    text: str = field(repr=False)
    gold: Mention | NameMention | None
    found: Mention | NameMention | None

    def __str__(self) -> str:
        def told(mention: Mention | NameMention | None) -> str:
            if mention is None:
                return "nothing"
            if isinstance(mention, NameMention):
                named = mention.party or mention.code or mention.name or "unresolved"
                return f"{mention.span.of(self.text)!r} = {mention.kind} {named}"
            return f"{mention.span.of(self.text)!r} = {mention.kind} {mention.value}"

        return f"{visible(self.text_id)}: gold {told(self.gold)}, found {told(self.found)}"


def _scores(given: Iterable[Score]) -> tuple[Score, ...]:
    return tuple_of(Score, given)


def _disagreements(given: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple_of(Difference, given)


@frozen(kw_only=True)
class Report(Record):
    """What `evaluate` found: scores by level, kind and language, and every difference.

    Attributes:
        scores: One for each level, kind and language, sums included.
        differences: In text order; print them, or filter them.
        negatives: Texts without any gold mention.
        false_alarms: How many of those the extractor found something in.
    """

    scores: tuple[Score, ...] = field(converter=_scores, repr=False)
    differences: tuple[Difference, ...] = field(
        converter=_disagreements, repr=lambda them: f"<{len(them)} differences>"
    )
    negatives: int
    false_alarms: int

    def score(self, level: Level = "value", *, kind: str = "", language: str = "") -> Score:
        """Return one score; all kinds and all languages unless named."""
        for score in self.scores:
            if (score.level, score.kind, score.language) == (level, kind, language):
                return score
        return Score(level=level, kind=kind, language=language, hits=0, found=0, gold=0)

    def __str__(self) -> str:
        names = f"{'language':10}{'kind':10}{'level':9}"
        head = f"{names}{'precision':>10}{'recall':>8}{'F1':>7}{'wrong':>7}{'gold':>6}"
        rows = [head]
        for score in self.scores:
            names = f"{visible(score.language) or 'all':10}{score.kind or 'all':10}{score.level:9}"
            rates = f"{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>7.3f}"
            rows.append(f"{names}{rates}{score.wrong_share:>7.3f}{score.gold:>6}")
        rows.append(
            f"false alarms: {self.false_alarms} of {self.negatives} texts without a mention"
        )
        return "\n".join(rows)

    def _repr_html_(self) -> str:
        from html import escape

        wrong = "".join(f"<li>{escape(str(one))}</li>" for one in self.differences)
        count = f"{len(self.differences)} differences"
        listed = f"<details><summary>{count}</summary><ol>{wrong}</ol></details>"
        return f"<pre>{escape(str(self))}</pre>{listed}"
