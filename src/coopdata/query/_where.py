"""`P`, which makes predicates, and `matching`, which makes them out of keywords."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, TypedDict

from .. import units
from ..errors import UndecidedError, nearest
from ..model import Party
from ..values import Period
from ._compare import Amount, Amounts, Certain, During, When, amount_of, certain, period_of
from ._keywords import KEYWORDS
from ._predicates import All, Among, Predicate

__all__ = ["Filters", "P", "Texts", "matching"]

Texts = str | Party | Iterable[str | Party]


class P:
    """Constructors of predicates, one for each key; several values mean any of them.

    Examples:
        >>> from coopdata.values import Measure
        >>> P.party("CN", role="investor") | P.at_least(Measure.exact("10", "USD"))
        P.party('CN', role='investor') | P.at_least('10 USD')
    """

    @staticmethod
    def anything() -> Predicate:
        """Select every fact."""
        return All(())

    @staticmethod
    def kind(*kinds: str) -> Predicate:
        """Select facts of these kinds."""
        return Among("kind", kinds)

    @staticmethod
    def status(*statuses: str) -> Predicate:
        """Select by status: actual, target, planned, proposed."""
        return Among("status", statuses)

    @staticmethod
    def basis(*kinds: str) -> Predicate:
        """Select by basis: stated, inferred, derived."""
        return Among("basis", kinds)

    @staticmethod
    def party(*parties: str | Party, role: str = "") -> Predicate:
        """Select facts in which a party takes part, in `role` if that is given.

        A party is given by id, name, alias, or by country code for every party of that country.
        """
        return Among("party", parties, role)

    @staticmethod
    def role(*roles: str) -> Predicate:
        """Select facts in which anyone has one of the roles."""
        return Among("role", roles)

    @staticmethod
    def country(*countries: str) -> Predicate:
        """Select facts that happen in a country, or in which a party from there takes part."""
        return Among("country", countries)

    @staticmethod
    def place(*places: str | Party) -> Predicate:
        """Select facts whose place is one of these or lies inside it."""
        return Among("place", places)

    @staticmethod
    def said_by(*speakers: str | Party) -> Predicate:
        """Select what these say; an empty string is the article's own voice."""
        return Among("said_by", speakers)

    @staticmethod
    def article(*ids: str) -> Predicate:
        """Select facts that cite these articles."""
        return Among("article", ids)

    @staticmethod
    def language(*tags: str) -> Predicate:
        """Select facts from articles in these languages; ``"en"`` includes ``"en-GB"``."""
        return Among("language", tags)

    @staticmethod
    def unit(*names: str) -> Predicate:
        """Select facts measured in exactly these units."""
        return Among("unit", tuple(units.parse_unit(name) for name in names))

    @staticmethod
    def dimension(*names: str) -> Predicate:
        """Select by dimension: ``"[length]"``, ``"length"``, ``"[currency_USD]"``, ``"money"``."""
        return Among("dimension", names)

    @staticmethod
    def at_least(amount: Amount, *, certainty: Certain = "certainly") -> Predicate:
        """Select measures of that amount or more, in any unit of the same dimension."""
        return Amounts("at_least", amount_of(amount), certain(certainty))

    @staticmethod
    def more_than(amount: Amount, *, certainty: Certain = "certainly") -> Predicate:
        """Select measures above that amount."""
        return Amounts("more_than", amount_of(amount), certain(certainty))

    @staticmethod
    def at_most(amount: Amount, *, certainty: Certain = "certainly") -> Predicate:
        """Select measures of that amount or less."""
        return Amounts("at_most", amount_of(amount), certain(certainty))

    @staticmethod
    def less_than(amount: Amount, *, certainty: Certain = "certainly") -> Predicate:
        """Select measures below that amount."""
        return Amounts("less_than", amount_of(amount), certain(certainty))

    @staticmethod
    def between(low: Amount, high: Amount, *, certainty: Certain = "certainly") -> Predicate:
        """Select measures from `low` to `high`, both included."""
        return P.at_least(low, certainty=certainty) & P.at_most(high, certainty=certainty)

    @staticmethod
    def overlaps(period: When, *, certainty: Certain = "certainly") -> Predicate:
        """Select facts whose period shares a day with this one, or may, being one of several."""
        is_certain = certain(certainty) == "certainly"
        return During("overlaps" if is_certain else "may_overlap", period_of(period))

    @staticmethod
    def within(period: When) -> Predicate:
        """Select facts whose period lies inside this one."""
        return During("is_within", period_of(period))

    @staticmethod
    def before(period: When) -> Predicate:
        """Select facts whose period certainly ends before this one begins."""
        return During("is_before", period_of(period))

    @staticmethod
    def after(period: When) -> Predicate:
        """Select facts whose period certainly begins after this one ends."""
        return During("is_after", period_of(period))

    @staticmethod
    def since(period: When, *, certainty: Certain = "certainly") -> Predicate:
        """Select facts from the beginning of `period` on: the whole of them, or some day."""
        return _one_sided(Period.since(_from_start(period_of(period))), certainty)

    @staticmethod
    def until(period: When, *, certainty: Certain = "certainly") -> Predicate:
        """Select facts up to the end of `period`: the whole of them, or some day."""
        return _one_sided(Period.until(_to_end(period_of(period))), certainty)


def _from_start(period: Period) -> Period:
    if period.start is None or period.is_one_of:
        raise UndecidedError(f"the beginning of {period}", "name a period that begins")
    return Period.of(period.start)


def _to_end(period: Period) -> Period:
    if period.end is None or period.is_one_of:
        raise UndecidedError(f"the end of {period}", "name a period that ends")
    return Period.of(period.end)


def _one_sided(period: Period, certainty: Certain) -> Predicate:
    return During("is_within" if certain(certainty) == "certainly" else "may_overlap", period)


# -- keywords -----------------------------------------------------------------------------------


class Filters(TypedDict, total=False):
    """The keywords of `where`; see `matching`."""

    kind: Texts | None
    party: Texts | None
    role: Texts | None
    country: Texts | None
    place: Texts | None
    status: Texts | None
    said_by: Texts | None
    basis: Texts | None
    article: Texts | None
    language: Texts | None
    unit: Texts | None
    dimension: Texts | None
    period: When | None
    within: When | None
    before: When | None
    after: When | None
    since: When | None
    until: When | None
    at_least: Amount | None
    more_than: Amount | None
    at_most: Amount | None
    less_than: Amount | None
    between: tuple[Amount, Amount] | None
    certainty: Certain


def matching(*predicates: Predicate, **keywords: Any) -> Predicate:
    """Return the predicate that keywords spell; all of them must hold.

    Args:
        predicates: Predicates made with `P`, which must hold too.
        keywords: See `Filters`. A tuple of names means any of them; ``role`` holds for the party
            given beside it; ``period`` means overlaps; a bare number is counted in the ``unit``
            given beside it; ``certainty`` is for amounts, since and until.

    Raises:
        TypeError: a keyword that `Filters` does not have.
    """
    unknown = [name for name in keywords if name not in Filters.__annotations__]
    if unknown:
        near = nearest(unknown[0], [*Filters.__annotations__])
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise TypeError(f"where() has no keyword {unknown[0]!r}{hint}")
    given = {name: value for name, value in keywords.items() if value is not None}
    certainty = certain(given.pop("certainty", "certainly"))
    unit = given.get("unit")
    unit = unit if isinstance(unit, str) else ""
    found = [*predicates, *_parties(given)]
    for name, value in given.items():
        keyword = KEYWORDS[name]
        if name in ("party", "role"):
            continue
        make = getattr(P, keyword.makes)
        options = {"certainty": certainty} if keyword.certainty else {}
        match keyword.takes:
            case "names":
                found.append(make(*_several(value)))
            case "period":
                found.append(make(value, **options))
            case "amount":
                found.append(make(amount_of(value, unit), **options))
            case "bounds":
                bounds = [amount_of(one, unit) for one in _several(value)]
                if len(bounds) != 2:
                    raise TypeError(f"{name} takes a lower and an upper amount, got {value!r}")
                found.append(make(*bounds, **options))
    return found[0] if len(found) == 1 else All(tuple(found))


def _parties(given: dict[str, Any]) -> list[Predicate]:
    """Join a party and its role into one predicate, for the role must be that party's."""
    roles = _several(given.get("role", ()))
    if "party" not in given:
        return [P.role(*roles)] if roles else []
    parties = _several(given["party"])
    return [reduce(or_, [P.party(*parties, role=role) for role in roles or ("",)])]


def _several(value: Texts) -> tuple[Any, ...]:
    if isinstance(value, str | Party) or not isinstance(value, Iterable):
        return (value,)  # what is neither is refused by whoever it is meant for
    return tuple(value)
