"""What the articles state: a fact, and who is involved in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from .._checked import Checked
from .._fixed import tuple_of
from ..errors import InvalidValueError
from ..values import Measure, Period
from ._citations import STATED, Basis, Citation, citations
from ._kinds import Change, FactKind, Role, Status

if TYPE_CHECKING:
    from ..dataset import Dataset

__all__ = ["Fact", "Involvement"]


@frozen(kw_only=True)
class Involvement(Checked):
    """A party and the role it has in a fact."""

    party: str
    role: Role


def _involvements(given: Iterable[Involvement]) -> tuple[Involvement, ...]:
    return tuple_of(Involvement, given)


@frozen(kw_only=True)
class Fact(Checked):
    """One statement of an article, typed and cited.

    Attributes:
        id: ``<article id>.<slug>``, unique.
        kind: One of `FACT_KINDS`.
        statement: What is stated, in one English sentence.
        status: ``actual``, ``target``, ``planned`` or ``proposed``.
        citations: The words that say so; never empty.
        parties: Who is involved, and as what.
        place: Id of the place where it happens.
        period: When it holds or happens.
        measure: How much.
        horizon: By when, or within what time, a target is to be met.
        change: ``increase`` or ``decrease`` where the measure is a change.
        baseline: What the change is measured from.
        said_by: Id of the person or organisation that says so; empty for the article itself.
        basis: ``stated``, ``inferred`` or ``derived``, with the rule.
    """

    id: str
    kind: FactKind
    statement: str
    status: Status
    citations: tuple[Citation, ...] = field(converter=citations)
    parties: tuple[Involvement, ...] = field(default=(), converter=_involvements)
    place: str = ""
    period: Period | None = None
    measure: Measure | None = None
    horizon: Measure | Period | None = None
    change: Change | None = None
    baseline: Period | Measure | None = None
    said_by: str = ""
    basis: Basis = STATED

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if not self.citations:
            raise InvalidValueError(self.citations, "a fact cites the words that support it")

    @property
    def article_id(self) -> str:
        """Id of the article that the first citation is from."""
        return self.citations[0].article_id

    def format(self, *, locale: str, dataset: Dataset | None = None) -> str:
        """Return the fact as one sentence, made from its fields.

        Args:
            locale: In which language; English where there are no templates for it.
            dataset: Where parties are looked up; the shipped one by default.

        Examples:
            >>> from coopdata import load
            >>> load().fact("kursk-trade.sovtest-planar").format(locale="de")
            'Ein Projekt läuft – Partner: Sovtest ATE und Planar.'
        """
        from ..display import statement

        return statement(self, locale=locale, dataset=dataset)

    def show(self, *, locale: str = "en", dataset: Dataset | None = None) -> None:
        """Print the sentence with the value marked, its source and a citation.

        Args:
            locale: In which the fact, labels and values are printed.
            dataset: Where the article is looked up; the shipped one by default.
        """
        from ..display import show

        show(self, locale=locale, dataset=dataset)

    def cite(
        self, style: str = "apa", *, dataset: Dataset | None = None, locale: str = "en"
    ) -> str:
        """Return a citation of the article with the quoted words.

        Args:
            style: ``"bibtex"``, ``"apa"`` or ``"csl-json"``.
            dataset: Where the article is looked up; the shipped one by default.
            locale: In which the citation's own words are; the quote is as written.
        """
        from ..display import cite

        return cite(self, style, dataset=dataset, locale=locale)

    def _repr_html_(self) -> str:
        from ..display import fact_html

        return fact_html(self)

    def __rich__(self) -> Any:
        from ..display import fact_rich

        return fact_rich(self)
