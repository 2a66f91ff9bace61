"""The words that records hold: kinds, statuses, roles.

Kinds of fact and roles are open: a corpus may declare further ones (`Term`). The others are closed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Final, Literal, TypeAlias, get_args

from .. import units
from ..errors import InvalidValueError

__all__ = [
    "BASES",
    "CODE_PATTERN",
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
    "TermKind",
    "coded",
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
#: A word of coopdata, or one that a corpus declares for itself; see `Term`.
CODE_PATTERN: Final = "[a-z][a-z0-9_]{0,63}"
FactKind: TypeAlias = Annotated[str, CODE_PATTERN]
Role: TypeAlias = Annotated[str, CODE_PATTERN]
FACT_KINDS: Final[tuple[FactKind, ...]] = (
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
)
ROLES: Final[tuple[Role, ...]] = (
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
)
TermKind = Literal["fact", "role"]
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
def coded(code: str, what: str) -> str:
    """Return a code of a kind of fact or a role; refuse what has not the form of one."""
    if not isinstance(code, str) or not re.fullmatch(CODE_PATTERN, code):
        rule = f"the {what} is a code: small letters, digits and _, as in 'joint_venture'"
        raise InvalidValueError(code, rule)
    return code


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
