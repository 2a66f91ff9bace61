"""What Babel prints is read back: in every locale, in variants, and never when damaged.

A quick run takes a sample of the locales and a share of the cases; ``COOPDATA_ALL_LOCALES=1`` takes
all locales. `measured` counts, and its report (``pytest -s``) lists what is left by cause.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

import pytest
from attrs import define, field
from babel.units import format_compound_unit, format_unit

import support
from coopdata import _codes, errors, units
from coopdata._inverse import babel
from coopdata.units import CLDR_ID
from coopdata.values import Measure
from printed_cases import BY_CLDR, LENGTHS, Case, cases, damaged, folded, patterns

SHARE = 0.25 if support.is_thorough() else 0.05
READERS = {
    "number": babel.number,
    "percent": babel.percent,
    "money": babel.money,
    "unit": babel.unit,
    "territory": _codes.territory,
    "language": _codes.language,
    "currency": _codes.currency,
}
GOOD = ("value", "ambiguous")


@define
class Tally:
    """How many texts of one sort had which outcome, and some of those that went wrong."""

    counts: Counter[str] = field(factory=Counter)
    wrong: dict[tuple[str, str, str], list[str]] = field(factory=lambda: defaultdict(list))

    def add(self, outcome: str, good: tuple[str, ...], case: Case, form: str, text: str) -> None:
        self.counts[outcome] += 1
        if outcome not in good:
            cause = (case.function, form, case.locale.partition("_")[0])
            self.wrong[cause].append(f"{text!r} ({case.value} {case.unit}) was {outcome}")

    def share(self, *good: str) -> float:
        return sum(self.counts[name] for name in good) / max(1, self.counts.total())

    def report(self, title: str) -> str:
        lines = [f"{title}: {dict(self.counts)}"]
        for cause, texts in sorted(self.wrong.items(), key=lambda pair: -len(pair[1]))[:40]:
            lines.append(f"  {len(texts)} × {' / '.join(cause)}: {'; '.join(texts[:2])}")
        return "\n".join(lines)


@define
class Measured:
    plain: Tally = field(factory=Tally)
    folded: Tally = field(factory=Tally)
    damaged: Tally = field(factory=Tally)


def outcome(case: Case, text: str) -> str:
    """Say what became of a text: its value, an honest doubt, a refusal, or something wrong."""
    try:
        got = READERS[case.function](text, case.locale)
    except errors.AmbiguousTextError as err:
        named = any(states(candidate, case) for candidate in err.candidates)
        return "ambiguous" if named else "ambiguous without it"
    except errors.UnreadableTextError:
        return "refused"
    if states(got, case):
        return "value"
    return "another's" if text != case.text and text in printed_of(got, case.locale) else "wrong"


def printed_of(got: object, locale: str) -> Iterator[str]:
    """Yield what Babel prints of a measure in a unit or a rate."""
    if not isinstance(got, Measure) or got.low is None:
        return
    ids = [old for old, name in BY_CLDR.items() if name == got.unit and old in patterns(locale)]
    over, _, under = got.unit.partition("/")
    for length in LENGTHS:
        yield from (format_unit(got.low, each, length, locale=locale) for each in ids)
        if over in CLDR_ID and under in CLDR_ID:
            pair = CLDR_ID[over], 1, CLDR_ID[under]
            yield str(format_compound_unit(got.low, *pair, length, locale=locale))


def states(got: object, case: Case) -> bool:
    if isinstance(got, str | Decimal):
        return got == case.value
    # of two units that a locale prints alike, the table of preferences takes one
    unit = str(getattr(got, "unit", None))
    is_meant = unit == case.unit or units.meant((case.unit, unit)) == (unit,)
    return getattr(got, "low", None) == case.value and is_meant


@pytest.fixture(scope="module")
def measured() -> Measured:
    result = Measured()
    dice = random.Random(support.seed())
    for locale in support.locales():
        for case in cases(locale, share=SHARE):
            came = outcome(case, case.text)
            result.plain.add(came, GOOD, case, case.form, case.text)
            if came in GOOD and dice.random() < 0.1:
                vary(case, result)
    print()
    print(result.plain.report("plain round trips"))
    print(result.folded.report("folded variants"))
    print(result.damaged.report("damaged texts"))
    return result


def vary(case: Case, result: Measured) -> None:
    for form, text in folded(case):
        if text != case.text:
            # MW in lower case is what is printed of milliwatts, and then it says so
            result.folded.add(outcome(case, text), (*GOOD, "another's"), case, form, text)
    if case.function in ("number", "percent", "money", "unit"):
        for form, text in damaged(case):
            result.damaged.add(outcome(case, text), ("refused",), case, form, text)


def test_what_babel_prints_is_read_back(measured: Measured) -> None:
    assert measured.plain.share(*GOOD) >= 0.9995, measured.plain.report("plain round trips")


def test_doubt_is_rare(measured: Measured) -> None:
    assert measured.plain.share("ambiguous") <= 0.01


def test_folded_variants_say_the_same(measured: Measured) -> None:
    assert measured.folded.share(*GOOD, "another's") >= 0.995, measured.folded.report(
        "folded variants"
    )


def test_damaged_texts_are_refused(measured: Measured) -> None:
    assert measured.damaged.share("refused") >= 0.999, measured.damaged.report("damaged texts")
