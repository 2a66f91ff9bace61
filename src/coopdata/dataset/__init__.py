"""The dataset: articles, parties and facts that refer to one another, and the one that is shipped.

`load` reads the shipped file, which is checked against its digest, and hands back a `Dataset` that
makes its records when one of them is first asked for; so loading costs milliseconds and pulls in no
other package.
"""

from __future__ import annotations

import functools
from _thread import RLock  # what threading.RLock is; importing threading costs a millisecond
from itertools import chain

from .. import _shipped
from .._drawn import Drawn
from .._viewed import Viewed
from ..errors import RecordNotFoundError, SeedError, nearest

TYPE_CHECKING = False  # type checkers take it for true; importing typing would cost milliseconds
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, NoReturn, Unpack

    from .._names.known import KnownNames
    from ..model import Article, Fact, Party, Term
    from ..query import FactList, Filters, Predicate, SearchHit
    from ._trusted import Tables

__all__ = ["Dataset", "load"]

_DECODING = RLock()


class Dataset(Viewed, Drawn):
    """Articles, the facts stated in them, and the parties they name; nothing in it can change.

    What was computed from the facts stands apart, as `derived`. The articles and facts handed out
    are equal to those given and know their dataset: `Fact.article`, `Article.facts`.

    The shipped one comes from `load`; make your own from records of `coopdata.model`, in any order
    you like: it is kept. Two datasets are equal when their records are.

    Raises:
        SeedError: The records do not fit together: an id is taken twice or leads nowhere, a quote
            is not where its citation says, a kind or a role is neither ours nor among the `terms`.
            `problems` names all of it.

    Examples:
        >>> Dataset()
        <Dataset: 0 articles, 0 parties, 0 facts, 0 derived>
    """

    __slots__ = ("__weakref__", "_indexes", "_made", "_text")
    _made: Tables | None
    _text: bytes
    _indexes: dict[str, dict[str, Any]]

    def __new__(  # not __init__, which could be called again on a dataset that others hold
        cls,
        *,
        articles: Iterable[Article] = (),
        parties: Iterable[Party] = (),
        facts: Iterable[Fact] = (),
        derived: Iterable[Fact] = (),
        terms: Iterable[Term] = (),
    ) -> Dataset:
        """Make a dataset of records that fit together."""
        from .._bound import bound
        from ._check import problems
        from ._trusted import Tables

        made = Tables(tuple(articles), tuple(parties), tuple(facts), tuple(derived), tuple(terms))
        found = tuple(problems(*made))
        if found:
            raise SeedError("the dataset", found)
        dataset = cls._made_of(None, b"")
        tied = {
            name: tuple(bound(one, dataset) for one in getattr(made, name))
            for name in ("articles", "facts", "derived")
        }
        object.__setattr__(dataset, "_made", made._replace(**tied))
        return dataset

    @classmethod
    def _of_trusted(cls, text: bytes) -> Dataset:
        """Return a dataset over a file whose digest has been checked; records are made later."""
        return cls._made_of(None, text)

    @classmethod
    def _made_of(cls, made: Tables | None, text: bytes) -> Dataset:
        dataset = object.__new__(cls)
        for name, value in (("_made", made), ("_text", text), ("_indexes", {})):
            object.__setattr__(dataset, name, value)
        return dataset

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a dataset cannot be changed; make a new one to set {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a dataset cannot be changed; make a new one without {name!r}")

    # -- records ------------------------------------------------------------------------------

    @property
    def _tables(self) -> Tables:
        made = self._made
        if made is None:
            with _DECODING:  # so that every thread sees the same objects
                made = self._made
                if made is None:
                    from .._bound import bind
                    from ._trusted import tables

                    made = tables(self._text)
                    for record in (*made.articles, *made.facts, *made.derived):
                        bind(record, self)
                    object.__setattr__(self, "_made", made)
        return made

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles; in the shipped dataset sorted by id."""
        return self._tables.articles

    @property
    def parties(self) -> tuple[Party, ...]:
        """The organisations, persons, places and products; in the shipped dataset sorted by id."""
        return self._tables.parties

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the sources say; in the shipped dataset by article, then in the order of the text.

        What was computed from it is in `derived`.
        """
        return self._tables.facts

    @property
    def derived(self) -> tuple[Fact, ...]:
        """What nobody says but follows from the facts; each has its formula and its `sources`.

        Examples:
            >>> load().derived[0].basis.sources
            ('allurgroup-jac.investment', 'allurgroup-jac.investment-cmc')
        """
        return self._tables.derived

    @property
    def terms(self) -> tuple[Term, ...]:
        """The kinds of fact and the roles that it has beside coopdata's; the shipped one has none.

        Examples:
            >>> load().terms
            ()
        """
        return self._tables.terms

    def article(self, id: str) -> Article:
        """Return the article with that id, or raise RecordNotFoundError with the nearest ids."""
        return self._one("article", id)  # type: ignore[no-any-return]  # the index is of articles

    def fact(self, id: str) -> Fact:
        """Return the fact with that id, derived or not, or raise RecordNotFoundError."""
        return self._one("fact", id)  # type: ignore[no-any-return]  # the index is of facts

    def facts_of(self, article: Article) -> tuple[Fact, ...]:
        """Return the facts that cite an article first, without those derived."""

        def by_article() -> dict[str, list[Fact]]:
            found: dict[str, list[Fact]] = {}
            for one in self.facts:
                found.setdefault(one.article_id, []).append(one)
            return found

        return tuple(self._index("facts of", by_article).get(article.id, ()))

    def article_of(self, fact: Fact) -> Article:
        """Return the article here that a fact cites first, once every quote has been checked.

        Raises:
            RecordNotFoundError: an article that the fact cites is not here.
            MisquotedError: an article here does not have the words that the fact cites.
        """
        for one in fact.citations:
            self.article(one.article_id).check(one)
        return self.article(fact.article_id)

    def party(self, wanted: str) -> Party:
        """Return one party by its id, code, name or alias.

        Args:
            wanted: An id, an ISO 3166 code (``"CN"`` is the country, ``"RU-TA"`` the region), or
                a name in any language it is kept in and any of its forms ("Автотора"); case and
                quotation marks do not matter.

        Raises:
            RecordNotFoundError: Nothing goes by that; or several do, and `nearest` has their ids.
        """
        by_id = self._index("party", lambda: {one.id: one for one in self.parties})
        codes = self._index("code", self._by_code)
        exact: Party | None = by_id.get(wanted) or codes.get(wanted)
        if exact is not None:
            return exact
        found: list[Party]
        found = [by_id[one] for one in self._index("name", self._names)["all"].ids(wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise RecordNotFoundError("party", wanted, tuple(one.id for one in found))
        names = (name for one in self.parties for name in one.all_names)
        raise RecordNotFoundError("party", wanted, nearest(wanted, [*by_id, *names]))

    def _by_code(self) -> dict[str, Party]:
        codes = ((getattr(one, "code", ""), one) for one in self.parties)
        return {code: one for code, one in codes if code}

    def _names(self) -> dict[str, KnownNames]:
        from .._names.known import KnownNames

        pairs = ((name, one.id) for one in self.parties for name in one.all_names)
        return {"all": KnownNames(pairs)}

    def _one(self, kind: str, wanted: str) -> Any:
        by_id = self._index(kind, lambda: {one.id: one for one in self._records(kind)})
        if wanted not in by_id:
            raise RecordNotFoundError(kind, wanted, nearest(wanted, list(by_id)))
        return by_id[wanted]

    def _records(self, kind: str) -> tuple[Any, ...]:
        return self.articles if kind == "article" else (*self.facts, *self.derived)

    def _index(self, name: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        found = self._indexes.get(name)
        if found is None:
            found = self._indexes[name] = make()
        return found

    # -- questions ----------------------------------------------------------------------------

    def where(
        self, *predicates: Predicate, derived: bool = False, **filters: Unpack[Filters]
    ) -> FactList:
        """Return the facts that meet every condition; see `coopdata.query`.

        Args:
            predicates: Made with `coopdata.P`.
            derived: Whether to look among what was computed as well, which no source says.
            filters: One for each key of `coopdata.P`.
        """
        return self._listed(derived).where(*predicates, **filters)

    def search(
        self, question: str, *, derived: bool = False, limit: int = 20
    ) -> tuple[SearchHit, ...]:
        """Return the facts in which words of a question occur, the best first, with reasons.

        Args:
            question: Words in any language; see `FactList.search`.
            derived: Whether to look among what was computed as well.
            limit: The most hits to return.

        Examples:
            >>> load().search("Курская область экспорт")[0].fact.id
            'kursk-trade.machinery-exports'
        """
        return self._listed(derived).search(question, limit=limit)

    def _listed(self, derived: bool) -> FactList:
        from ..query import FactList

        name = "with derived" if derived else "stated"
        facts = (*self.facts, *self.derived) if derived else self.facts
        whole: FactList = self._index(name, lambda: {"all": FactList(facts, self)})["all"]
        return whole

    def problems(self) -> tuple[str, ...]:
        """Check every digest, span, quote and reference again; return what is wrong."""
        from ._check import problems

        return tuple(problems(*self._tables))

    # -- as a value ---------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return self is other or self._tables == other._tables

    def __or__(self, other: object) -> Dataset:
        """Return both datasets as one; what both have is there once.

        Raises:
            SeedError: they have records of one id that say different things; all are named.

        Examples:
            >>> load() | load() == load()
            True
        """
        if not isinstance(other, Dataset):
            return NotImplemented
        clashes: list[str] = []
        tables: dict[str, Iterable[Any]] = {}
        for name, own in self._tables._asdict().items():
            mine = {one.id: one for one in own}
            theirs = {one.id: one for one in getattr(other, name)}
            both = mine.keys() & theirs.keys()
            unlike = (one for one in both if mine[one] != theirs[one])
            clashes += (f"{name}: {one!r} says something else in each" for one in unlike)
            tables[name] = {**mine, **theirs}.values()
        if clashes:
            raise SeedError("two datasets", tuple(sorted(clashes)))
        return Dataset(**tables)

    def __hash__(self) -> int:
        return hash(self._tables)

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, tuple(self._tables)

    def __repr__(self) -> str:
        tables = self._tables._asdict()
        if not tables["terms"]:
            del tables["terms"]
        counts = (f"{len(them)} {name}" for name, them in tables.items())
        return f"<Dataset: {', '.join(counts)}>"

    # -- views --------------------------------------------------------------------------------

    def cite(self, style: str = "apa", *, locale: str = "en") -> str:
        """Return a citation of the dataset.

        Args:
            style: ``"bibtex"``, ``"apa"`` or ``"csl-json"``.
            locale: In which the citation's own words are; titles are as written.
        """
        from .. import display

        return display.cite(self, style, locale=locale)

    def to_html(self, *, locale: str = "en", title: str = "") -> str:
        """Return the whole dataset as a page: its facts to search and filter, when, who with whom.

        One file without any request. Each fact leads to its sentence in the articles, which are on
        the page with their mentions marked; a link that ends in ``#`` and the id of a fact opens
        there. Without a script it is a plain document.

        Args:
            locale: In which the page is at first; it can be switched to each language in which
                facts are said.
            title: The headline; by default what the shipped dataset is called, or "data set".

        Examples:
            >>> page = load().to_html(locale="de")
            >>> page.count('class="fact"') == len(load().facts) + len(load().derived)
            True
        """
        from .. import display

        return display.dataset_page(self, locale=locale, title=title)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Hand the facts to any Arrow reader as one stream (extra: ``arrow``)."""
        from .. import frames

        return frames.to_arrow(self).__arrow_c_stream__(requested_schema)


def _remade(*tables: Any) -> Dataset:
    articles, parties, facts, derived, *terms = tables
    return Dataset(
        articles=articles, parties=parties, facts=facts, derived=derived, terms=chain(*terms)
    )


@functools.lru_cache(maxsize=1)
def load() -> Dataset:
    """Return the shipped dataset: five articles, their facts, the parties they name.

    Every call returns the same object.

    Raises:
        IntegrityError: The file in the package is missing, damaged or of another version.

    Examples:
        >>> load().article("kursk-trade").published
        Period('2017-12-05')
    """
    return Dataset._of_trusted(_shipped.read("articles.json"))
