"""Texts to test with: the sentences of development, what `formatting` prints, and what spoils both.

`Mutator` makes texts from dice: the same seed gives the same texts on every machine. Only the
development split of the sentences is ever read here.
"""

from __future__ import annotations

import functools
import json
import random
from decimal import Decimal
from typing import Final, NamedTuple

from hypothesis import strategies as st

from coopdata import extract, formatting, units
from coopdata.model import Article, Basis, Mention
from coopdata.normalize import LANGUAGES
from coopdata.values import Measure, Period
from support import REPO, all_locales

#: Every character that Unicode calls white space, and the byte order mark.
OUTER: Final = (
    *(chr(code) for code in range(0x110000) if chr(code).isspace()),
    "\ufeff",
)
#: What `str.splitlines` takes for the end of a line.
BREAKS: Final = ("\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")


class Sentence(NamedTuple):
    """A text, its language, and the words of its mentions."""

    text: str
    language: str
    quotes: tuple[str, ...]


@functools.cache
def sentences() -> tuple[Sentence, ...]:
    """Return the development sentences of all languages."""
    rows = [
        json.loads(line)
        for path in sorted((REPO / "seeds" / "sentences").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return tuple(
        Sentence(row["text"], row["language"], tuple(one["quote"] for one in row["mentions"]))
        for row in rows
        if row["split"] == "dev"
    )


SENTENCES = st.sampled_from(sentences())

_UNITS: Final = sorted(units.UNITS)
_RELATIONS: Final = ("exact", "about", "at_least", "more_than", "at_most", "less_than")
_LENGTHS: Final = ("long", "short", "narrow")


def article_of(text: str, mentions: tuple[Mention, ...] = ()) -> Article:
    """Return an English article that has a text and says nothing else of itself."""
    return Article(
        id="a",
        file="a.txt",
        language="en",
        publisher="",
        title="",
        place="",
        published=Period.year(2017),
        published_basis=Basis(),
        text=text,
        sha256="",
        mentions=mentions,
    )


def values(text: str, locale: str) -> list[str]:
    """Return what the mentions of a text say, in order."""
    return [str(mention.value) for mention in extract.mentions(text, locale=locale)]


def printed(dice: random.Random, locale: str) -> str:
    """Return something that `formatting` prints in the locale."""
    length = dice.choice(_LENGTHS)
    if dice.random() < 0.3:
        year = dice.randrange(1000, 9996)
        period = dice.choice(
            (
                Period.day(year, dice.randrange(1, 13), dice.randrange(1, 29)),
                Period.month(year, dice.randrange(1, 13)),
                Period.quarter(year, dice.randrange(1, 5)),
                Period.year(year),
                Period.since(Period.year(year)),
                Period.between(Period.year(year), Period.year(year + 3)),
            )
        )
        return formatting.period(period, locale=locale, length=length)
    number = Decimal(dice.randrange(-1000, 10**6)).scaleb(dice.randrange(-3, 7))
    make = getattr(Measure, dice.choice(_RELATIONS))
    return formatting.measure(
        make(f"{number:f}", dice.choice(_UNITS)),
        locale=locale,
        length=length,
        compact=dice.random() < 0.3,
    )


_SIGNS: Final = tuple("+-−–—±≈≥≤<>~=%‰°′″$€₽¥£₩()[]«»\"'“”/\\*×·.,:;!?…#№@&_^|{}0")
_DIGITS: Final = "0 5 12 1e5 1E999999999 ٣ ۵ ५ ５ ๕ 𞥕 𝟝 ² ½ 五 億 Ⅷ 9999999999999999999999999999"
_ODD: Final = (
    *("\x00", "\x1b[31m", "\x7f", "\ud800", "\udfff", "\u200f", "\u202e", "\u200d", "\u0301"),
    *(
        "\ufeff",
        "\ufffe",
        "\U0010ffff",
        "ß",
        "İ",
        "ı",
        "ς",
        "ﬁ",
        "각",
        "e\u0301",
        "{0}",
        "{1}",
        "¤",
    ),
)
_WORDS: Final = (
    "about|up to|more than|between|from|to|and|half|a third|million|per|of|XX|1990s|XXXX-12|..|"
    "около|не менее|более|от|до|млн|годом ранее|в|раза|каля|больш за|шамамен|астам|yaklaşık|yüzde|"
    "bin|etwa|mindestens|bis|超过|千分之|至少|约|이상|약|만|제|2017-13|км|kg|USD|month"
)
PIECES: Final = (
    *_SIGNS,
    *_DIGITS.split(),
    *_ODD,
    *_WORDS.split("|"),
    *OUTER,
    *BREAKS,
    " ",
    " ",
    " ",
)

ODD_TEXTS: Final = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
)


class Mutator:
    """Makes texts, each with a locale, from what people write and print: cut, spliced and spoilt.

    Args:
        seed: The same seed gives the same texts.
        locales: Where printed texts come from; the languages with a word list where not given.
    """

    def __init__(self, seed: int | str, locales: tuple[str, ...] = LANGUAGES) -> None:
        self.dice = random.Random(seed)
        self._locales = locales

    def text(self) -> tuple[str, str]:
        """Return the next text and the locale it is for."""
        dice = self.dice
        text, locale = self._piece()
        for _ in range(dice.choice((0, 1, 1, 2, 3, 5, 8))):
            text = self._changed(text)
        if dice.random() < 0.05:
            text *= dice.randrange(2, 12)
        return text[:400], locale if dice.random() < 0.9 else dice.choice(self._locales)

    def _piece(self) -> tuple[str, str]:
        dice = self.dice
        way = dice.random()
        if way < 0.25:
            locale = dice.choice(self._locales)
            return printed(dice, locale), locale
        if way < 0.35:
            few = [dice.choice(PIECES) for _ in range(dice.randrange(1, 6))]
            return dice.choice(("", " ")).join(few), dice.choice(self._locales)
        sentence = dice.choice(sentences())
        if way < 0.75 and sentence.quotes:
            return dice.choice(sentence.quotes), sentence.language
        if way < 0.9:
            start = dice.randrange(len(sentence.text))
            return sentence.text[start : start + dice.randrange(1, 40)], sentence.language
        return sentence.text, sentence.language

    def _changed(self, text: str) -> str:
        dice = self.dice
        at, other = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
        match dice.randrange(6):
            case 0:
                return text[:at] + dice.choice(PIECES) + text[at:]
            case 1:
                return text[:at] + text[min(other, at + dice.randrange(1, 6)) :]
            case 2:
                return text[:at] + dice.choice(PIECES) + text[other:]
            case 3:
                return text[:other] + text[at:other] + text[other:]
            case 4:
                return text[:at] + self._piece()[0] + text[at:]
            case _:
                return dice.choice(PIECES) + text + dice.choice(PIECES)


def every_locale() -> tuple[str, ...]:
    """Return the languages with a word list, many times over, and every locale of Babel once."""
    return (*LANGUAGES * 60, *all_locales())
