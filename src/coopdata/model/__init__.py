"""The records: articles, parties, mentions, citations and the facts they add up to.

Records are frozen, keyword-only and hold tuples; they refer to one another by id, so that each can
be read, compared and serialised alone. What is wrong with a record by itself is refused when it is
made; `Dataset` resolves the ids, and checks what needs more than one record.
"""

from __future__ import annotations

from ._articles import (
    Article,
    Mention,
    NameMention,
    in_order,
)
from ._citations import (
    Basis,
    Citation,
    Support,
)
from ._facts import (
    Fact,
    Involvement,
)
from ._kinds import (
    BASES,
    CODE_PATTERN,
    FACT_KINDS,
    FORMAT,
    LINK_KINDS,
    MENTION_KINDS,
    NAME_KINDS,
    ROLES,
    STATUSES,
    SUPPORTS,
    BasisKind,
    Change,
    FactKind,
    LinkKind,
    MentionKind,
    NameKind,
    Role,
    Status,
    SupportKind,
    TermKind,
    kind_of,
)
from ._mentions import Mentions
from ._parties import (
    Link,
    Name,
    Organisation,
    Party,
    Person,
    Place,
    Product,
)
from .terms import Term

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
    "Article",
    "Basis",
    "BasisKind",
    "Change",
    "Citation",
    "Fact",
    "FactKind",
    "Involvement",
    "Link",
    "LinkKind",
    "Mention",
    "MentionKind",
    "Mentions",
    "Name",
    "NameKind",
    "NameMention",
    "Organisation",
    "Party",
    "Person",
    "Place",
    "Product",
    "Role",
    "Status",
    "Support",
    "SupportKind",
    "Term",
    "TermKind",
    "in_order",
    "kind_of",
]


def __dir__() -> list[str]:
    return sorted(__all__)
