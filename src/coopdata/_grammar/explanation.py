"""What reading did at each place of a text: a view that keeps it, and the record of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from attrs import evolve, frozen

from .._calendar.written import PeriodReading
from .._fixed import Record
from .._lexicon.dictionary import Hit
from .._lexicon.language import Lexicon
from ..model import Mention
from .cursor import Take, View
from .reading import Quantity

__all__ = ["Explanation", "Fired", "Look", "Watched", "Word"]

#: How much of the text is shown where a place is named.
_SHOWN = 24


@frozen(kw_only=True)
class Word(Record):
    """A word of the lists that was found beside a number, in one of its classes.

    Attributes:
        start, end: Where it stands.
        kind: The class: the section of the word list.
        value: What it stands for in that class; may be empty.
    """

    start: int
    end: int
    kind: str
    value: str


@frozen(kw_only=True)
class Fired(Record):
    """A rule that changed the reading.

    Attributes:
        rule: Its name, as in the table of rules.
        start, end: What the reading covers after it.
        found: The evidence that it left, in words.
    """

    rule: str
    start: int
    end: int
    found: tuple[str, ...] = ()


@frozen(kw_only=True)
class Look(Record):
    """One place at which a number or a period may begin, and what came of it.

    Attributes:
        start: The place.
        words: The words that the rules found around it, in text order.
        fired: The rules that changed the reading, in the order in which they were asked.
        mention: What was read.
        refusal: The name of what refused it; empty where it was read, or where nothing began.
    """

    start: int
    words: tuple[Word, ...] = ()
    fired: tuple[Fired, ...] = ()
    mention: Mention | None = None
    refusal: str = ""


@frozen(kw_only=True)
class Explanation(Record):
    """How a text was read.

    Attributes:
        text: The text.
        locale: The locale it was read in.
        looks: The places that were looked at, in order.
    """

    text: str
    locale: str
    looks: tuple[Look, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What `extract.mentions` finds in the text."""
        return tuple(one.mention for one in self.looks if one.mention is not None)

    def rows(self) -> Iterator[tuple[int, str, int, int, str, str]]:
        """Yield each thing that was seen or done: place, what it is, span, its words, what it says.

        What it is is ``word``, ``rule``, ``read`` or ``not read``.
        """
        for look in self.looks:
            for what, start, end, says in _things(look):
                yield look.start, what, start, end, self.text[start:end], says

    def __str__(self) -> str:
        lines: list[str] = []
        place = -1
        for at, what, start, end, words, says in self.rows():
            if at != place:
                lines.append(f"at {at}: {_beginning(self.text, at)}")
                place = at
            where = "" if what == "not read" else f" {start}-{end} {words!r}"
            lines.append(f"  {what}{where}: {says}")
        return "\n".join(lines)


def _beginning(text: str, at: int) -> str:
    return text[at : at + _SHOWN].splitlines()[0].strip()


def _things(look: Look) -> Iterator[tuple[str, int, int, str]]:
    """Yield what a place has: what it is, its span, what it says."""
    for word in look.words:
        said = f"{word.kind} = {word.value}" if word.value else word.kind
        yield "word", word.start, word.end, said
    for one in look.fired:
        yield "rule", one.start, one.end, ", ".join(dict.fromkeys((one.rule, *one.found)))
    if look.mention is not None:
        span, said = look.mention.span, f"{look.mention.kind}, {look.mention.value}"
        yield "read", span.start, span.end, said
    else:
        yield "not read", look.start, look.start, look.refusal or "nothing begins here"


def _is_changed(quantity: Quantity, before: dict[str, object]) -> bool:
    """Tell whether a reading is not what it was; what it had not said was as the class has it."""
    return any(
        value != before.get(name, getattr(Quantity, name, None))
        for name, value in vars(quantity).items()
    )


_Placed = TypeVar("_Placed", Word, Fired)


class Watched(View):
    """A view that keeps what the rules find and do."""

    is_watched = True

    def __init__(self, text: str, low: str, lex: Lexicon) -> None:
        super().__init__(text, low, lex)
        self._looks: list[Look] = []
        self._words: dict[Word, None] = {}
        self._fired: list[Fired] = []

    def look(self, pos: int) -> None:
        """Begin a place."""
        self._finish()
        self._looks.append(Look(start=pos))

    def _finish(self) -> None:
        """Let the place that was looked at have what was found there."""
        if self._looks:
            words = sorted(self._words, key=lambda word: (word.start, word.end))
            self._looks[-1] = evolve(self._looks[-1], words=tuple(words), fired=tuple(self._fired))
        self._words, self._fired = {}, []

    def refuse(self, name: str) -> None:
        """Keep the name of a refusal."""
        self._looks[-1] = evolve(self._looks[-1], refusal=name)

    def read(self, found: Quantity | PeriodReading, mention: Mention) -> None:
        """Keep what was read; of a period, its pattern is the rule."""
        if not isinstance(found, Quantity):
            rule = f"pattern {found.pattern}"
            self._fired = [Fired(rule=rule, start=found.start, end=found.end, found=found.notes)]
        self._looks[-1] = evolve(self._looks[-1], mention=mention)

    def looks(self, offset: int) -> Iterator[Look]:
        """Yield what was kept of a paragraph that begins at `offset`."""
        self._finish()
        for look in self._looks:
            yield evolve(
                look,
                start=look.start + offset,
                words=tuple(_moved(word, offset) for word in look.words),
                fired=tuple(_moved(one, offset) for one in look.fired),
            )

    def after(self, pos: int) -> Hit | None:
        """Return what a view does, and keep the words."""
        hit = super().after(pos)
        if hit is not None:
            self._keep(pos, hit[0], hit)
        return hit

    def before(self, pos: int) -> Hit | None:
        """Return what a view does, and keep the words."""
        hit = super().before(pos)
        if hit is not None:
            self._keep(hit[0], pos, hit)
        return hit

    def ahead(self, pos: int) -> Hit | None:
        """Return what a view does, and keep the words."""
        return self.after(self.right(pos))

    def behind(self, pos: int) -> Hit | None:
        """Return what a view does, and keep the words."""
        return self.before(self.left(pos))

    def _keep(self, start: int, end: int, hit: Hit) -> None:
        for kind, value in hit[1]:
            self._words[Word(start=start, end=end, kind=kind, value=value)] = None

    def watched(self, rules: Iterable[Any]) -> Iterable[Take]:
        """Return the steps of the rules, each keeping what it changes."""
        return [self._watching(rule) for rule in rules]

    def _watching(self, rule: Any) -> Take:
        def take(view: View, quantity: Quantity) -> bool | str | None:
            if not self._fired:
                self._fire("number", quantity, 0)
            before = dict(vars(quantity))
            answer: bool | str | None = rule.take(view, quantity)
            if _is_changed(quantity, before):
                self._fire(rule.name, quantity, len(before["evidence"]))
            return answer

        return take

    def _fire(self, rule: str, quantity: Quantity, known: int) -> None:
        found = tuple(what.words for what, _, _ in quantity.evidence[known:])
        self._fired.append(Fired(rule=rule, start=quantity.start, end=quantity.end, found=found))


def _moved(one: _Placed, offset: int) -> _Placed:
    return evolve(one, start=one.start + offset, end=one.end + offset)
