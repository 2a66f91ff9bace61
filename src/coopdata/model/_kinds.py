"""The closed lists of words that records hold: kinds, statuses, roles."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, get_args

from .. import units

__all__ = [
    "BASES",
    "FACT_KINDS",
    "FORMAT",
    "LINK_KINDS",
    "MENTION_KINDS",
    "NAME_KINDS",
    "ROLES",
    "STATUSES",
    "SUPPORTS",
    "BasisKind",
    "Change",
    "FactKind",
    "LinkKind",
    "MentionKind",
    "NameKind",
    "Role",
    "Status",
    "SupportKind",
    "kind_of",
]

#: What a serialised dataset says of its own form.
FORMAT: Final = "coopdata/2"
Change = Literal["increase", "decrease"]
MentionKind = Literal[
    "number",
    "money",
    "percent",
    "quantity",
    "rate",
    "duration",
    "ratio",
    "ordinal",
    "period",
]
MENTION_KINDS: Final[tuple[MentionKind, ...]] = get_args(MentionKind)
NameKind = Literal["place", "organisation", "person", "product"]
NAME_KINDS: Final[tuple[NameKind, ...]] = get_args(NameKind)
Status = Literal["actual", "target", "planned", "proposed"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
BasisKind = Literal["stated", "inferred", "derived"]
BASES: Final[tuple[BasisKind, ...]] = get_args(BasisKind)
SupportKind = Literal["stated", "resolved", "inferred"]
SUPPORTS: Final[tuple[SupportKind, ...]] = get_args(SupportKind)
FactKind = Literal[
    "investment",
    "trade",
    "production",
    "capacity",
    "localisation",
    "export",
    "supply",
    "project",
    "programme",
    "contract",
    "cooperation",
    "visit",
    "meeting",
    "founding",
    "launch",
    "milestone",
    "membership",
    "office",
    "product_range",
    "presence",
    "assistance",
    "financing",
    "award",
    "opinion",
    "publication",
]
FACT_KINDS: Final[tuple[FactKind, ...]] = get_args(FactKind)
Role = Literal[
    "investor",
    "financier",
    "recipient",
    "producer",
    "customer",
    "supplier",
    "exporter",
    "partner",
    "host",
    "guest",
    "participant",
    "owner",
    "member",
    "subject",
    "product",
    "material",
    "method",
    "venue",
    "market",
    "awarder",
    "source",
]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
LinkKind = Literal[
    "part_of",
    "joint_venture_of",
    "partner_of",
    "investor_in",
    "operated_by",
    "head_of",
    "premier_of",
    "deputy_head_of",
    "chair_of",
    "located_in",
    "made_by",
]
LINK_KINDS: Final[tuple[LinkKind, ...]] = get_args(LinkKind)


@lru_cache(maxsize=4096)
def kind_of(unit: str) -> MentionKind:
    """Return the kind of mention that a value in `unit` is.

    Examples:
        >>> kind_of("USD"), kind_of("kilometer/hour"), kind_of("percent"), kind_of("")
        ('money', 'rate', 'percent', 'number')
    """
    if "/" in unit:
        return "rate"
    known = units.UNITS.get(unit)
    if known is None:
        return "quantity" if "*" in unit else "number"
    if known.kind == "counted":
        return "number"
    if known.kind == "currency":
        return "money"
    if known.kind == "time":
        return "duration"
    if known.kind == "ratio":
        return "ratio" if unit == "fold" else "percent"
    return "quantity"
