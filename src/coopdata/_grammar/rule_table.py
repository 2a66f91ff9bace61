"""The rules of a quantity, in the order in which they are asked.

A rule is asked where the form of the number fits and a word of one of its classes stands beside
it. It changes the reading, or says that the reading is complete, or refuses it by name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from .amounts import COMPLETE, NEEDY
from .completing import (
    full_stop,
    hedged_noun,
    is_article,
    is_needy,
    is_unhedged,
    part,
    rate,
    said_noun,
    say_kind,
    share_unit,
)
from .context import change_before
from .cursor import Take, View
from .fractions import take_fraction, take_share, take_some_in
from .hedges import relation_before
from .ordinals import ORDINALS, headed, ordinal, whole_form
from .ranges import take_range
from .reading import FORMS, Quantity
from .signs import take_sign, word_sign
from .units import rate_before, unit_after, unit_before

__all__ = ["RULES", "Example", "Rule"]

#: A language, and a text in it.
Example = tuple[str, str]

_NONE: Final[frozenset[str]] = frozenset()
_OPEN: Final = frozenset(FORMS) - COMPLETE
_FIGURES: Final = frozenset({"digits"})


class Rule(NamedTuple):
    """One step of reading a quantity.

    Attributes:
        name: What an explanation calls it.
        does: What it does, in one sentence.
        take: The step itself.
        takes: Texts in which it changes the reading.
        leaves: Texts that look alike and that it leaves alone.
        forms: Of which forms the number must be.
        ahead, behind: Classes of which one must stand behind the number, or before it; where
            there are none, the rule is always asked.
        asks: Classes that it looks for farther on, once it is asked.
        beyond: Whether it looks at nothing but what stands around the reading, so that it has
            nothing to do where a reading with its unit is the whole text.
    """

    name: str
    does: str
    take: Take
    takes: tuple[Example, ...]
    leaves: tuple[Example, ...] = ()
    forms: frozenset[str] = _OPEN
    ahead: frozenset[str] = _NONE
    behind: frozenset[str] = _NONE
    asks: frozenset[str] = _NONE
    beyond: bool = False


def _refusing(name: str, holds: Callable[[View, Quantity], bool]) -> Take:
    """Return the step that refuses a reading by name where `holds` does."""

    def take(view: View, quantity: Quantity) -> str | None:
        return name if holds(view, quantity) else None

    return take


RULES: Final = (
    Rule(
        "complete form",
        "reads an ordinal, a part of one or a fold, which are complete in their words",
        whole_form,
        takes=(("en", "output doubled"), ("ru", "выросли вдвое"), ("en", "a third of the fleet")),
        leaves=(("en", "two buses"),),
        forms=COMPLETE,
    ),
    Rule(
        "sign",
        "takes a plus or a minus that touches the number and nothing else",
        take_sign,
        takes=(("en", "it was -5 °C"), ("en", "it was –5 °C"), ("en", "it had $-5")),
        leaves=(("en", "from 4-5 km"), ("en", "from Minsk – 300 km")),
        forms=_FIGURES,
    ),
    Rule(
        "ordinal",
        "makes a place in a row of a number with an ordinal ending",
        ordinal,
        takes=(("en", "the 1000th tractor"), ("de", "der 500.000. Traktor")),
        leaves=(("en", "1000 tractors"),),
        forms=_FIGURES,
        asks=ORDINALS | {"blocker", "section"},
    ),
    Rule(
        "fraction",
        "takes a small fraction in figures before a word that is no unit",
        take_fraction,
        takes=(("en", "3/4 of the fleet"),),
        leaves=(("en", "24/7 service"), ("en", "3/8 inch"), ("en", "4 1/2 years")),
        forms=_FIGURES,
        asks=frozenset({"unit", "unit_adjective", "joiner", "scale"}),
    ),
    Rule(
        "share",
        "takes a part of one",
        take_share,
        takes=(("en", "nine out of ten"), ("zh", "三成"), ("en", "1 in 10 workers")),
        leaves=(("en", "nine of the buses"), ("en", "1 in 10 minutes")),
        ahead=frozenset({"share", "over", "of"}),
    ),
    Rule(
        "ordinal before",
        "makes a place in a row of a number behind a word that says so",
        headed,
        takes=(("zh", "第10万辆"),),
        leaves=(("zh", "10万辆"),),
        behind=frozenset({"ordinal_head"}),
        asks=frozenset({"blocker", "section"}),
    ),
    Rule(
        "word behind that numbers",
        "refuses a number that the word behind it makes a name or a place in a list",
        _refusing("word behind that numbers", lambda view, quantity: True),
        takes=(),
        ahead=frozenset({"blocker"}),
    ),
    Rule(
        "unit before",
        "takes the sign or code that stands before the number",
        unit_before,
        takes=(("en", "$5"), ("tr", "%40"), ("de", "Mio. EUR 34")),
        leaves=(("en", "5 km"),),
        behind=frozenset({"unit", "doubt"}),
    ),
    Rule(
        "unit after",
        "takes the unit that follows: a symbol, a noun, a coin, a measure word",
        unit_after,
        takes=(("en", "5 km"), ("ru", "5 коп."), ("zh", "5辆"), ("en", "12 $ 18 $")),
        leaves=(("en", "$5"), ("en", "paid $ 5 $ 6"), ("en", "3 TOP players")),
        asks=frozenset(
            {"unit", "doubt", "unit_adjective", "subunit", "classifier"}
            | {"fixed", "section", "blocker"}
        ),
    ),
    Rule(
        "unit in doubt",
        "reads no further where the text leaves open which unit it means",
        lambda view, quantity: quantity.doubt is not None,
        takes=(),
    ),
    Rule(
        "some in",
        "takes some of so many, with their noun inside",
        take_some_in,
        takes=(("en", "one worker in ten"), ("fr", "deux personnes sur trois sont venues")),
        leaves=(("en", "one worker in the plant"), ("fr", "quatre usines sur cinq sites")),
        forms=frozenset({"weak", "words"}),
        asks=frozenset({"of"}),
    ),
    Rule(
        "range",
        "takes the second of two numbers that are bounds or neighbours, or says how far off one is",
        take_range,
        takes=(
            ("en", "10–12 %"),
            ("en", "$14-15m"),
            ("en", "a 10- to 12-hour shift"),
            ("ru", "от 10 до 12 млрд рублей"),
            ("ru", "от -5 до 7 °C"),
            ("en", "18 ± 4 °C"),
            ("zh", "两三年"),
        ),
        leaves=(
            ("en", "12 and 15 percent"),
            ("en", "rose by 2 % to 1.4 billion"),
            ("en", "in year one — 35 million"),
            ("en", "fell 2 points to 34"),
        ),
        asks=frozenset({"joiner", "opener", "closer", "level", "by", "change", "span", "shift"}),
        beyond=True,
    ),
    Rule(
        "hedge inside",
        "takes a hedge between the number and its noun",
        hedged_noun,
        takes=(("tr", "500'den fazla işçi"),),
        leaves=(("tr", "500 işçi"),),
        ahead=frozenset({"inner_hedge"}),
    ),
    Rule(
        "weak number without a unit",
        "refuses a word that is a number only before a unit",
        _refusing("weak number without a unit", is_needy),
        takes=(),
        forms=frozenset(NEEDY),
    ),
    Rule(
        "full stop",
        "leaves the full stop behind an abbreviation to the sentence",
        full_stop,
        takes=(("ru", "цена €7,25 млн."),),
        leaves=(("en", "5 km a day."),),
    ),
    Rule(
        "unit shared",
        "gives the first of two numbers the unit that the second states",
        share_unit,
        takes=(("en", "12 and 15 percent"),),
        leaves=(("en", "12 km and 15 percent"),),
        asks=frozenset({"conjunction", "hedge", "by"}),
        beyond=True,
    ),
    Rule(
        "smaller part",
        "adds what goes on counting in a smaller unit",
        part,
        takes=(
            ("en", "5 hours 30 minutes"),
            ("ru", "47 руб. 16 коп."),
            ("zh", "一年半"),
            ("en", "14 euros and 60 cents"),
        ),
        leaves=(("en", "5 hours, 30 minutes"), ("en", "14 euros and 60 kopecks")),
        asks=frozenset({"part", "subunit", "coin", "unit"}),
        beyond=True,
    ),
    Rule(
        "rate",
        "takes what the unit is per",
        rate,
        takes=(
            ("en", "5 tons a month"),
            ("ru", "10000 единиц/год"),
            ("ru", "47 руб. 16 коп. за литр"),
            ("ru", "300 тыс. т карбамида в год"),
        ),
        leaves=(("en", "5 tons in the month"), ("en", "5 tons of oil a week later")),
        asks=frozenset({"rate", "rate_doubt", "per"}),
        beyond=True,
    ),
    Rule(
        "rate before",
        "takes what the unit is per where it stands before the number",
        rate_before,
        takes=(("zh", "时速350公里"), ("ko", "톤당 385달러")),
        leaves=(("zh", "350公里"),),
        asks=frozenset({"rate", "per_tail", "per_head"}),
        beyond=True,
    ),
    Rule(
        "noun",
        "finds the noun that a number without a unit counts, past adjectives or unknown",
        said_noun,
        takes=(
            ("en", "30 new electric buses"),
            ("en", "10 working days"),
            ("en", "1,500 direct and 4,000 indirect jobs"),
        ),
        leaves=(("en", "5 km of new roads"),),
        asks=frozenset({"partitive", "unit", "conjunction"}),
    ),
    Rule(
        "kind",
        "says what kind of quantity the unit makes it",
        say_kind,
        takes=(("en", "5 km"), ("en", "$5")),
        leaves=(("en", "two buses"),),
    ),
    Rule(
        "minus",
        "lets a sign stand in the value, or in the change that a percentage is",
        word_sign,
        takes=(
            ("en", "it was -5 °C"),
            ("en", "in trade: +12.4%"),
            ("zh", "零下20度"),
            ("ru", "минус 13 %"),
            ("tr", "eksi yüzde 13"),
            ("en", "net −$4 million"),
        ),
        leaves=(("en", "20 degrees"), ("en", "10 minus $5 million")),
        asks=frozenset({"below_zero"}),
    ),
    Rule(
        "hedge",
        "lets a hedge beside the quantity bound it",
        relation_before,
        takes=(
            ("en", "more than 5 km"),
            ("ru", "30 км и более"),
            ("en", "up to 5-6 tonnes"),
            ("ru", "цена от 5 тыс. руб."),
            ("en", "no house shall exceed 12 m"),
            ("zh", "不得少于30分钟"),
        ),
        leaves=(
            ("en", "it took 5 km"),
            ("en", "fields that stretch over 170 hectares"),
            ("en", "it was kept under 99.9% argon"),
            ("de", "um die Hälfte gesunken"),
            ("ru", "цена упала от 5 тыс. руб."),
        ),
        asks=frozenset({"hedge", "during", "level", "touching", "filler"})
        | {"from", "price", "closing", "by_share", "beneath", "medium"},
    ),
    Rule(
        "change",
        "marks a quantity that something rose or fell by",
        change_before,
        takes=(("en", "rose by 12 %"), ("en", "12 % growth"), ("ru", "рост цен составил 5 %")),
        leaves=(("en", "rose to 12 %"), ("ru", "подорожал до 47 руб.")),
        asks=frozenset(
            {"change", "change_noun", "transitive", "by", "level", "amounts_to", "hedge", "filler"}
        ),
        beyond=True,
    ),
    Rule(
        "number word without a hedge",
        "refuses a word that is a number only behind a hedge",
        _refusing("number word without a hedge", is_unhedged),
        takes=(),
        forms=frozenset({"hedged"}),
    ),
    Rule(
        "article",
        "refuses a number word that is no more than an article",
        _refusing("article", is_article),
        takes=(),
        forms=frozenset({"words"}),
    ),
)
