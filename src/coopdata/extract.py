"""Running text → mentions: the places where a number can begin, read with the normalizers' grammar.

One cheap pass finds the candidates (digits, and the few words with which a number or a period can
begin in that language); the grammar of `normalize` reads each, and what is not a quantity (model
names, phones, scores, versions) is passed over.

**Where memory ends.** A text is read paragraph by paragraph, and each as if it were the whole text:
no unit, change, scale or period is lent across its end, but by the heads of a table to its lines. A
paragraph ends at a line break, wherever `str.splitlines` sees one, so at a blank line too; one that
goes on for more than a million characters is cut behind the last space among them. `mentions` and
`stream` share this one rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from . import cldr
from ._grammar.explanation import Explanation, Fired, Look, Word
from ._lexicon.locale import lexicon
from ._running import Anchor, explanation, found_in, mentions_in
from .model import Mention, MentionKind, Mentions, NameKind, NameMention, Party

__all__ = ["Explanation", "Fired", "Look", "Word", "explain", "mentions", "stream"]


@overload
def mentions(text: str, *, locale: str, anchor: Anchor = None) -> Mentions[Mention]: ...
@overload
def mentions(
    text: str,
    *,
    locale: str,
    anchor: Anchor = None,
    kinds: Iterable[MentionKind | NameKind],
    parties: Sequence[Party] = (),
) -> Mentions[Mention | NameMention]: ...
def mentions(
    text: str,
    *,
    locale: str,
    anchor: Anchor = None,
    kinds: Iterable[MentionKind | NameKind] | None = None,
    parties: Sequence[Party] = (),
) -> Mentions[Mention | NameMention]:
    """Find every quantity and period in running text, and names where they are asked for.

    Each paragraph is read as a text of its own: what one says ("fell by", "a year earlier", a unit)
    is not lent to the next, unless it heads a table. A paragraph ends at a line break, so that the
    mentions of two texts with a blank line between them are those of the one and those of the
    other.

    Args:
        text: Any text; spans count its code points.
        locale: The locale id that the text is written in: any that Babel has. Those of
            `normalize.LANGUAGES` have word lists; in the others digits are read with CLDR's units,
            currencies, percent signs and shortened forms. A region counts: "$" is Canadian in
            ``en_CA``. ``"und"`` reads what is the same in every language.
        anchor: The day from which "this year" and "5 December" are counted, or a period in which
            it lies: then they are what all its days agree on, or one of those that they say.
            Without it they stay open.
        kinds: Only these kinds, of `MENTION_KINDS` and `NAME_KINDS`; by default those of quantities
            and periods. A name of an unknown organisation, person or place is left unresolved.
        parties: Whose names are known, in any form: ``load().parties``. They have products too.

    Returns:
        Mentions in text order, as a tuple that knows its text; they never overlap.

    Raises:
        UnknownLocaleError: no such locale.
        InvalidValueError: no such kind.

    Examples:
        >>> for mention in mentions("инвестировано 28 млн. долларов", locale="ru"):
        ...     print(mention.span, mention.value)
        Span(start=14, end=30) 28000000 USD
    """
    return found_in(text, lexicon(cldr.locale_id(locale)), anchor, kinds, parties)


def stream(chunks: Iterable[str], *, locale: str, anchor: Anchor = None) -> Iterator[Mention]:
    """Find the mentions of a text that comes in pieces, in bounded memory.

    The mentions are those of the joined text, wherever it is cut: both are read paragraph by
    paragraph, and nothing is remembered across the end of one.

    Args:
        chunks: The text in order, cut anywhere. Reading waits for the end of a paragraph (a line
            break), or at most for a million characters.
        locale: As for `mentions`.
        anchor: As for `mentions`.

    Yields:
        Mentions whose spans count from the beginning of the first chunk.

    Examples:
        >>> [mention.span.start for mention in stream(["5 k", "m, 7 kg"], locale="en")]
        [0, 6]
    """
    yield from mentions_in(chunks, lexicon(cldr.locale_id(locale)), anchor)


def explain(text: str, *, locale: str, anchor: Anchor = None) -> Explanation:
    """Say how a text is read, place by place: the words, the rules, the mention or the refusal.

    The reader is that of `mentions`, watched; it finds the same mentions.

    Args:
        text: As for `mentions`.
        locale: As for `mentions`.
        anchor: As for `mentions`.

    Returns:
        A record of the places that were looked at, in order; `str` of it is for people.

    Examples:
        >>> print(explain("see page 304", locale="en"))
        at 9: 304
          word 4-8 'page': blocker
          not read: number of a page or the like
    """
    return explanation(text, lexicon(cldr.locale_id(locale)), anchor)


def __dir__() -> list[str]:
    return sorted(__all__)
