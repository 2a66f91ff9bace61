"""A quantity while it is being read, and the evidence for it."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Final, Literal

from ..model import MentionKind
from ..values import Measure, Relation

__all__ = ["CHANGES", "CLASSIFIED", "FORMS", "HEDGES", "Evidence", "Quantity", "Step"]


class Evidence(Enum):
    """What a rule has found; the value is how an explanation words it.

    A *ground* says where the number, or its unit, comes from, and replaces the ground before it.
    A note adds to the ground that stands.
    """

    DIGITS = "digits"
    WORDS = "words"
    WEAK = "weak"
    FACTOR = "factor"
    HEDGED = "hedged"
    FRACTION = "fraction"
    FOLD = "fold"
    FUSED = "fused"
    ORDINAL = "ordinal"
    SHARE = "share"
    RANGE = "range"
    SPREAD = "spread"
    UNIT_BEFORE = "unit before"
    UNIT_AFTER = "unit after"
    UNIT_SHARED = "unit shared"
    CLASSIFIER = "classifier"
    NOUN_AFTER_CLASSIFIER = "noun after classifier"
    NOUN_AFTER_ADJECTIVES = "noun after adjectives"
    NOUN_FROM_CLAUSE = "noun from the clause"
    HEAD_OF_CLAUSE = "head of the clause"
    UNKNOWN_NOUN = "unknown noun"

    ABOUT = "about", False
    AT_LEAST = "at_least", False
    AT_MOST = "at_most", False
    MORE_THAN = "more_than", False
    LESS_THAN = "less_than", False
    LEVEL_REACHED = "level reached", False
    LEVEL_LEFT = "level left", False
    INCREASE = "increase", False
    DECREASE = "decrease", False
    CHANGE_SHARED = "change shared", False
    UNIT_CARRIED = "unit carried", False
    HEAD_OF_COLUMN = "head of the column", False
    HEAD_OF_ROW = "head of the row", False
    CAPTION = "caption of the table", False

    words: str
    is_ground: bool

    def __new__(cls, words: str, is_ground: bool = True) -> Evidence:
        """Make a member whose value is its words."""
        made = object.__new__(cls)
        made._value_ = made.words = words
        made.is_ground = is_ground
        return made


#: A rule's evidence, and from where to where it stands.
Step = tuple[Evidence, int, int]

#: The evidence of a number's form, of a hedge and of a change, by what the word lists call them.
FORMS: Final = {
    one.value: one
    for one in (
        Evidence.DIGITS,
        Evidence.WORDS,
        Evidence.WEAK,
        Evidence.FACTOR,
        Evidence.HEDGED,
        Evidence.FRACTION,
        Evidence.FOLD,
        Evidence.FUSED,
        Evidence.ORDINAL,
    )
}
HEDGES: Final = {
    one.value: one
    for one in (
        Evidence.ABOUT,
        Evidence.AT_LEAST,
        Evidence.AT_MOST,
        Evidence.MORE_THAN,
        Evidence.LESS_THAN,
    )
}
#: The grounds that a measure word gives.
CLASSIFIED: Final = (Evidence.CLASSIFIER, Evidence.NOUN_AFTER_CLASSIFIER)
CHANGES: Final = {one.value: one for one in (Evidence.INCREASE, Evidence.DECREASE)}


class Quantity:
    """What was read at a place, before it becomes a Mention or a Measure.

    Attributes:
        start, end: The minimal span.
        opened: Where the opener of a range ("from", "between") stands.
        outer: The span with hedges, openers and closers.
        low, high: Bounds, equal but for a range.
        unit: Unit expression; `None` where none was found.
        doubt: Units between which the text leaves open, joined by ``|``.
        scaled: Whether a scale word stood after the number.
        note: What the words of a fold or a fused unit say beside the number.
        sign: The plus or minus that the number itself has.
        evidence: What the rules found, in order; no step is taken back.
        standing: Of these, the last ground and the notes upon it: what a rule may rely on.
    """

    relation: Relation = "exact"
    unit: str | None = None
    kind: MentionKind = "number"
    change: Literal["increase", "decrease"] | None = None
    counted: str | None = None
    carried = False
    minor = False
    scaled = False
    opened: int | None = None
    doubt: str | None = None
    note = ""
    sign = ""

    def __init__(self, start: int, end: int, value: Decimal, form: str) -> None:
        self.start = start
        self.end = end
        self.low = self.high = value
        self.form = form
        first = FORMS[form]
        self.evidence: tuple[Step, ...] = ((first, start, end),)
        self.standing: tuple[Evidence, ...] = (first,)
        self.outer = (start, end)

    def found(self, what: Evidence, start: int | None = None, end: int | None = None) -> None:
        """Add a step; without a place of its own it stands where the quantity does by now."""
        if start is None or end is None:
            start, end = self.start, self.end
        self.evidence += ((what, start, end),)
        self.standing = (what,) if what.is_ground else (*self.standing, what)

    def takes_over(self, other: Quantity) -> None:
        """Add the steps of another reading of the same number."""
        self.evidence += other.evidence
        self.standing = other.standing

    def has(self, what: Evidence) -> bool:
        """Tell whether this is the ground that stands, or a note upon it."""
        return what in self.standing

    def has_any(self, wanted: tuple[Evidence, ...]) -> bool:
        """Tell whether one of them is the ground that stands, or a note upon it."""
        return any(what in self.standing for what in wanted)

    @property
    def why(self) -> str:
        """What stands, in words; for readers, not for rules."""
        return ", ".join([what.words for what in self.standing])

    @property
    def measure(self) -> Measure:
        """The value; the unit is "" where none was found."""
        low: Decimal | None = self.low
        high: Decimal | None = self.high
        if self.relation in ("at_least", "more_than"):
            high = None
        elif self.relation in ("at_most", "less_than"):
            low = None
        return Measure(low=low, high=high, unit=self.unit or "", relation=self.relation)
