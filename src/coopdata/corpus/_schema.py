"""The form of the seed files: what a curator writes, before any of it is checked against a text.

A value is written as its record prints it: a measure as ``"more than 30 percent"``,
``"2 project"``, ``"10 to 12 percent"``; a period as EDTF (``"2017-40"``, ``"1994/.."``).

Every `quote` occurs exactly once in the article, or exactly once in its `context`, which does.
"""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

__all__ = [
    "ArticleSeed",
    "FactSeed",
    "LinkSeed",
    "MentionSeed",
    "NamedSeed",
    "OriginalSeed",
    "PartiesSeed",
    "PartySeed",
    "PublishedSeed",
    "QuoteSeed",
    "SpeechSeed",
    "ValueSeed",
]

Change = Literal["increase", "decrease"]


@frozen(kw_only=True)
class QuoteSeed:
    """Words of the article; `context` is a longer stretch around them that occurs once."""

    quote: str
    context: str = ""


@frozen(kw_only=True)
class ValueSeed:
    """A measure or a period, where a field takes either."""

    measure: str = ""
    period: str = ""


@frozen(kw_only=True)
class PublishedSeed:
    """When an article was published; `inferred` is the reasoning where no date is stated."""

    period: str
    inferred: str = ""


@frozen(kw_only=True)
class MentionSeed:
    """One quantity or period in the text; `value` is EDTF where `kind` is ``period``."""

    quote: str
    kind: str
    value: str
    context: str = ""
    why: str = ""
    change: Change | None = None
    mod: str | None = None
    counted: str | None = None
    carried: bool = False
    minor: bool = False


@frozen(kw_only=True)
class NamedSeed:
    """One place where a party is named by words that also name another, or nobody."""

    party: str
    quote: str
    context: str = ""


@frozen(kw_only=True)
class FactSeed:
    """One statement; the build finds for each of its parts the cited words that say it.

    A fact cites its `quote`, then its `cites`; a derived fact without either cites what its
    `sources` cite. `parties` maps a role to ids. `resolves` maps cited words that are no name
    ("our republic") to the parties that they stand for, to one of them in one role
    (``partner:turkey``) or to the status that they say; `inferred` a part that no words say to the
    reason why it holds; `derived` is the formula of what was computed. What has `suggested`, the
    rule by which a draft found it, is left out of the build until somebody strikes that line.
    """

    suggested: str = ""
    id: str
    kind: str
    gloss: str
    quote: str = ""
    context: str = ""
    cites: tuple[QuoteSeed, ...] = ()
    status: str = "actual"
    parties: dict[str, tuple[str, ...]] = field(factory=dict)
    place: str = ""
    period: str = ""
    measure: str = ""
    horizon: ValueSeed | None = None
    change: Change | None = None
    baseline: ValueSeed | None = None
    part_of: str = ""
    said_by: str = ""
    resolves: dict[str, tuple[str, ...]] = field(factory=dict)
    inferred: dict[str, str] = field(factory=dict)
    derived: str = ""
    sources: tuple[str, ...] = ()


@frozen(kw_only=True)
class SpeechSeed:
    """What one person says, from the words `begins` to `ends`; `quote` are those that say who."""

    said_by: str
    quote: str
    begins: str
    ends: str
    context: str = ""


@frozen(kw_only=True)
class OriginalSeed:
    """What a text was taken from: a file beside it, its encoding, the program that took it."""

    file: str
    sha256: str
    encoding: str
    by: str = ""


@frozen(kw_only=True)
class ArticleSeed:
    """One file of ``seeds/articles``.

    `surfaces` maps a party to the forms that name it, `resolves` a description that always means
    the same here ("the two countries") to the parties that it stands for.
    """

    sha256: str
    language: str
    published: PublishedSeed
    original: OriginalSeed | None = None
    publisher: str = ""
    title: str = ""
    place: str = ""
    rights: str = ""
    agencies: tuple[str, ...] = ()
    mentions: tuple[MentionSeed, ...] = ()
    surfaces: dict[str, tuple[str, ...]] = field(factory=dict)
    named: tuple[NamedSeed, ...] = ()
    resolves: dict[str, tuple[str, ...]] = field(factory=dict)
    speeches: tuple[SpeechSeed, ...] = ()
    facts: tuple[FactSeed, ...] = ()


@frozen(kw_only=True)
class LinkSeed:
    """A standing tie; the article's words for it are among the party's `cites`."""

    kind: str
    party: str
    title: str = ""
    period: str = ""


@frozen(kw_only=True)
class CiteSeed:
    """Words of a named article."""

    article: str
    quote: str
    context: str = ""


@frozen(kw_only=True)
class PartySeed:
    """One party; the fields that its section has no use for stay empty."""

    id: str
    names: dict[str, str]
    aliases: tuple[str, ...] = ()
    links: tuple[LinkSeed, ...] = ()
    cites: tuple[CiteSeed, ...] = ()
    inferred: str = ""
    legal_form: str = ""
    country: str = ""
    region: str = ""
    level: str = ""


@frozen(kw_only=True)
class PartiesSeed:
    """The file ``seeds/parties.toml``."""

    organisations: tuple[PartySeed, ...] = ()
    persons: tuple[PartySeed, ...] = ()
    places: tuple[PartySeed, ...] = ()
    products: tuple[PartySeed, ...] = ()
