"""A reader of one's own: a locale, words and an anchor, held once.

`normalize` and `extract` read with the shipped words alone; a `Reader` reads by the same grammar,
with somebody's own words above them. Nothing is registered: two readers with different words stand
side by side, and neither changes what the plain functions read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from os import PathLike, fspath, sep
from pathlib import Path
from types import ModuleType
from typing import Any, Final, overload

from attrs import field, frozen

from . import _alone, cldr
from ._alone import Ambiguous, Counted
from ._calendar import whole
from ._fixed import Fixed, Record
from ._grammar.explanation import Explanation
from ._lexicon.language import Lexicon
from ._lexicon.locale import lexicon
from ._printing.measures import stated, text_of
from ._running import Anchor, explanation, found_in, mentions_in
from ._text.outer import reads_bare
from ._wordlists.own import Lists, compile_lists, files_in
from .errors import RecordNotFoundError, SeedError, nearest
from .model import Mention, MentionKind, Mentions, NameKind, NameMention, Party
from .values import Length, Measure, Period
from .values.spec import known_length

__all__ = ["GROUP", "Reader", "WordLists"]

#: Where a package offers word lists: the name of an entry point stands for a package of them.
GROUP: Final = "coopdata.words"


@frozen(kw_only=True)
class WordLists(Record):
    """The files of word lists, as they were when they were read.

    Attributes:
        files: Name and text of each.
    """

    files: tuple[tuple[str, str], ...] = field(repr=lambda files: repr([name for name, _ in files]))

    @staticmethod
    def of(given: WordLists | str | PathLike[str] | None) -> WordLists:
        """Read word lists: a file, a folder, or what an installed package offers by a name.

        Args:
            given: A path; a text is one where it has a ``/`` or ends in ``.toml``, and otherwise
                the name of an entry point of the group ``coopdata.words``.

        Raises:
            SeedError: A file cannot be read, or anything in one is wrong; all of it is told.
            RecordNotFoundError: No installed package offers word lists by that name.
        """
        if given is None:
            return WordLists(files=())
        if isinstance(given, WordLists):
            return given
        problems: list[str] = []
        found = tuple(file for path in _paths(given) for file in files_in(path, problems))
        if problems:
            raise SeedError(str(given), tuple(problems))
        made = WordLists(files=found)
        _compiled(made)
        return made

    @property
    def units(self) -> Mapping[str, str]:
        """The units that they declare, by the name that stands in ``units.toml``."""
        return Fixed(dict(_compiled(self).units))


@lru_cache(maxsize=16)
def _compiled(lists: WordLists) -> Lists:
    return compile_lists(lists.files)


def _paths(given: str | PathLike[str]) -> Iterator[Path]:
    path = fspath(given)
    is_path = not isinstance(given, str) or "/" in path or sep in path or path.endswith(".toml")
    if is_path:
        yield Path(path)
        return
    from importlib.metadata import entry_points
    from importlib.resources import as_file, files

    offered = entry_points(group=GROUP)
    if path not in offered.names:
        raise RecordNotFoundError("word list", path, nearest(path, sorted(offered.names)))
    made: Any = offered[path].load()
    home = files(made) if isinstance(made, ModuleType) else made
    with as_file(home) as folder:
        yield Path(folder)


@lru_cache(maxsize=32)
def _words(locale: str, lists: WordLists) -> Lexicon:
    return _compiled(lists).lexicon(locale) if lists.files else lexicon(locale)


def _lists(given: Any) -> WordLists:
    return WordLists.of(given)


@frozen(kw_only=True)
class Reader(Record):
    """Reads texts of one locale, with somebody's own words above the shipped ones.

    A reader without words reads as the plain functions do. It never changes, may be shared among
    threads, and travels to other processes with its words.

    Attributes:
        locale: The locale that the texts are written in.
        words: Word lists: a path, a name that an installed package offers them by, or nothing. They
            are read once; what changes in the files later is read by a new reader.
        anchor: The day, or the period, from which "this year" is counted.

    Raises:
        UnknownLocaleError: no such locale.
        SeedError: anything is wrong in the word lists; all of it is told, with file and section.

    Examples:
        >>> reader = Reader(locale="en", anchor=dt.date(2017, 5, 12))
        >>> reader.measure("up to $250m"), reader.period("this year")
        (Measure.at_most('250000000', 'USD'), Period('2017'))
    """

    locale: str = field(converter=cldr.locale_id)
    words: WordLists = field(default=None, converter=_lists)
    anchor: dt.date | Period | None = None
    _lex: Lexicon = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse an anchor that is none before any text is read, and hold the words."""
        whole.anchors(self.anchor)
        object.__setattr__(self, "_lex", _words(self.locale, self.words))

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.locale, self.words, self.anchor)

    @property
    def units(self) -> Mapping[str, str]:
        """The units that the words declare, by the name that stands in ``units.toml``."""
        return self.words.units

    def number(self, text: str, *, ambiguous: Ambiguous | None = None) -> Decimal:
        """Read one number; see `normalize.number`."""
        return _alone.number(text, self._lex.locale, lambda: self._lex, ambiguous)

    def measure(
        self,
        text: str,
        *,
        dimension: str | None = None,
        unit: str | None = None,
        ambiguous: Ambiguous | None = None,
        counted: Counted | None = None,
    ) -> Measure:
        """Read one quantity; see `normalize.measure`."""
        return _alone.measure(text, self._lex, dimension, unit, ambiguous, counted)

    def money(self, text: str, *, ambiguous: Ambiguous | None = None) -> Measure:
        """Read one amount of money; see `normalize.money`."""
        return _alone.money(text, self._lex, ambiguous)

    def percent(self, text: str) -> Measure:
        """Read one percentage; see `normalize.percent`."""
        return _alone.percent(text, self._lex)

    def currency(self, text: str, *, ambiguous: Ambiguous | None = None) -> str:
        """Read the name, sign or abbreviation of a currency; see `normalize.currency`."""
        return _alone.currency(text, self._lex, ambiguous)

    def period(self, text: str, *, century_from: int | None = None) -> Period:
        """Read one calendar expression, counted from the anchor; see `normalize.period`."""
        return _period(text, self.locale, self.anchor, century_from)

    @overload
    def mentions(self, text: str) -> Mentions[Mention]: ...
    @overload
    def mentions(
        self,
        text: str,
        *,
        kinds: Iterable[MentionKind | NameKind],
        parties: Sequence[Party] = (),
    ) -> Mentions[Mention | NameMention]: ...
    def mentions(
        self,
        text: str,
        *,
        kinds: Iterable[MentionKind | NameKind] | None = None,
        parties: Sequence[Party] = (),
    ) -> Mentions[Mention | NameMention]:
        """Find every quantity and period in running text; see `extract.mentions`."""
        return found_in(text, self._lex, self.anchor, kinds, parties)

    def stream(self, chunks: Iterable[str]) -> Iterator[Mention]:
        """Find the mentions of a text that comes in pieces; see `extract.stream`."""
        return mentions_in(chunks, self._lex, self.anchor)

    def explain(self, text: str) -> Explanation:
        """Say how a text is read; see `extract.explain`."""
        return explanation(text, self._lex, self.anchor)

    def format(self, value: Any, *, length: Length = "long", compact: bool = False) -> str:
        """Print a measure with the nouns of the words; see `formatting.measure`."""
        own = _compiled(self.words).nouns.get(self._lex.language, {})
        return text_of(stated(value), self.locale, known_length(length), compact=compact, own=own)


def _again(locale: str, words: WordLists, anchor: Anchor) -> Reader:
    return Reader(locale=locale, words=words, anchor=anchor)


@reads_bare
def _period(text: str, locale: str, anchor: Anchor, century_from: int | None) -> Period:
    return whole.read_period(text, locale, anchor, century_from=century_from)
