"""What the articles state: a fact, and who is involved in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from .._bound import Bound
from .._checked import Checked
from .._fixed import tuple_of
from .._viewed import Viewed
from ..errors import InvalidValueError, RecordNotFoundError, UndecidedError, nearest
from ..values import Measure, Period
from ._citations import STATED, Basis, Citation, Support, citations, supports
from ._kinds import Change, FactKind, Role, Status, coded

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ._articles import Article

__all__ = ["Fact", "Involvement"]


@frozen(kw_only=True)
class Involvement(Checked):
    """A party and the role it has in a fact."""

    party: str
    role: Role

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        coded(self.role, "role of an Involvement")


def _involvements(given: Iterable[Involvement]) -> tuple[Involvement, ...]:
    return tuple_of(Involvement, given)


#: The parts of a fact beside its parties, in the order of `Fact.parts`.
_PARTS: Final = (
    "place",
    "period",
    "measure",
    "horizon",
    "change",
    "baseline",
    "said_by",
    "status",
)


@frozen(kw_only=True)
class Fact(Viewed, Bound):
    """One statement of an article, typed and cited.

    Attributes:
        id: ``<article id>.<slug>``, unique.
        kind: One of `FACT_KINDS`, or one that its dataset declares; see `Term`.
        gloss: What is stated, in one English sentence.
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
        part_of: Id of the fact whose measure this one is a part of; empty where it is whole.
        basis: ``stated``, ``inferred`` where any of its parts is, or ``derived``; with the rule.
        supports: What each of its parts rests on, as far as that was written down.
    """

    id: str
    kind: FactKind
    gloss: str
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
    part_of: str = ""
    basis: Basis = STATED
    supports: tuple[Support, ...] = field(default=(), converter=supports)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        coded(self.kind, "kind of a Fact")
        if not self.citations:
            raise InvalidValueError(self.citations, "a fact cites the words that support it")
        if self.supports:
            self._check_supports()

    def _check_supports(self) -> None:
        """Refuse a support of what the fact does not say, or by words that it does not cite."""
        left = set(self.parts)
        for one in self.supports:
            if one.part not in left:
                raise InvalidValueError(one.part, "each part of a fact has one support")
            left.remove(one.part)
            words = one.citation
            if words is None and self.basis.kind == "stated":
                raise InvalidValueError(one.part, "a fact with an inferred part is not stated")
            if words is not None and not any(words in whole for whole in self.citations):
                raise InvalidValueError(words.quote, "the words of a part are among those cited")

    @property
    def article_id(self) -> str:
        """Id of the article that the first citation is from."""
        return self.citations[0].article_id

    @property
    def article(self) -> Article:
        """The article that the first citation is from; every quote of it has been checked.

        Raises:
            UndecidedError: the fact was not taken from a dataset.
        """
        if self.dataset is None:
            remedy = "take the fact from a Dataset, or give it one"
            raise UndecidedError(f"the text that {self.id!r} cites", remedy)
        return self.dataset.article_of(self)

    @property
    def parts(self) -> tuple[str, ...]:
        """What the fact says, part by part: each party in its role, then the other fields.

        Examples:
            >>> from coopdata import load
            >>> load().fact("kamaz-turkey.turkish-investment").parts
            ('investor:turkey', 'recipient:tatarstan', 'place', 'measure', 'said_by', 'status')
        """
        involved = (f"{one.role}:{one.party}" for one in self.parties)
        fields = (name for name in _PARTS if getattr(self, name))
        return tuple(dict.fromkeys((*involved, *fields)))

    @property
    def inferred(self) -> tuple[str, ...]:
        """The parts that no cited words say, but a reason that is written down."""
        return tuple(one.part for one in self.supports if one.kind == "inferred")

    def support(self, part: str) -> Support:
        """Return what one part rests on: the words that say it, or the reason why it holds.

        Every part of what was computed rests on its formula.

        Args:
            part: One of `parts`, such as ``"place"``, ``"measure"`` or ``"investor:turkey"``.

        Raises:
            RecordNotFoundError: the fact has no such part; `nearest` lists those it has.
            UndecidedError: nobody wrote down what it rests on.

        Examples:
            >>> from coopdata import load
            >>> fact = load().fact("kamaz-turkey.turkish-investment")
            >>> fact.support("measure").citation.quote
            'about two billion dollars'
            >>> fact.support("place").citation.quote, fact.support("place").reason
            ('our republic', 'read as Tatarstan')
        """
        if part not in self.parts:
            known = nearest(part, self.parts) or self.parts
            raise RecordNotFoundError(f"part of {self.id}", part, known)
        if self.basis.kind == "derived":
            return Support(part=part, reason=self.basis.rule)
        for one in self.supports:
            if one.part == part:
                return one
        remedy = "write it down in its supports"
        raise UndecidedError(f"what {part!r} of {self.id!r} rests on", remedy)

    def format(self, *, locale: str, dataset: Dataset | None = None) -> str:
        """Return the fact as one sentence, made from its fields.

        Args:
            locale: In which language; English where there are no templates for it.
            dataset: Where parties are looked up; by default the one that the fact is from, and
                for a fact that is from none the shipped one.

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
            dataset: Where the article is looked up; by default the one that the fact is from,
                and for a fact that is from none the shipped one.

        Raises:
            MisquotedError: the article found there does not have the words that are cited.
        """
        from ..display import show

        show(self, locale=locale, dataset=dataset)

    def cite(
        self, style: str = "apa", *, dataset: Dataset | None = None, locale: str = "en"
    ) -> str:
        """Return a citation of the article with the quoted words.

        Args:
            style: ``"bibtex"``, ``"apa"`` or ``"csl-json"``.
            dataset: Where the article is looked up, as in `show`.
            locale: In which the citation's own words are; the quote is as written.

        Raises:
            MisquotedError: the article found there does not have the words that are cited.
        """
        from ..display import cite

        return cite(self, style, dataset=dataset, locale=locale)
