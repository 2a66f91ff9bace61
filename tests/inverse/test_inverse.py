"""`normalize` reads what `formatting` prints: measures and periods, in every locale.

The law: the same value comes back, or an `AmbiguousTextError` that names it, where two values are
printed alike. It holds without exception in the eight languages that coopdata has words for, and
for all but one text in two thousand elsewhere; `docs/reference/inverse-of-formatting.md` names the
causes of those. ``COOPDATA_ALL_LOCALES=1`` takes every locale.
"""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal
from itertools import product
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

import support
from coopdata import errors, formatting, normalize, units
from coopdata._inverse import formatting as inverse
from coopdata.values import Measure, Period
from drawn import COUNTED, HEDGES, LENGTHS, MONEY, NAMES, PERIODS, PHYSICAL, RATES, UNITS, measures


def outcome(measure: Measure, locale: str, length: str, *, compact: bool) -> tuple[str, str]:
    """Print a measure and read it again: what was printed, and what became of it."""
    text = formatting.measure(measure, locale=locale, length=length, compact=compact)
    return text, became(measure, text, locale)


def became(measure: Measure, text: str, locale: str) -> str:
    """Tell what is read of a text that was printed for a measure."""
    try:
        found = normalize.measure(text, locale=locale)
    except errors.AmbiguousTextError as err:
        is_named = any(is_meant(measure, candidate) for candidate in err.candidates)
        return "ambiguous" if is_named else f"doubt: {err.candidates}"
    except errors.UnreadableTextError as err:
        return f"refused: {err}"
    is_right = is_meant(measure, found) or is_settled(text, found, locale)
    return "value" if is_right else f"wrong: {found!r}"


def is_settled(text: str, found: Measure, locale: str) -> bool:
    """Tell whether one of the words that the table settles for a language says the unit."""
    settled = units.settled(locale)
    return any(form in text.lower() and unit == found.unit for form, unit in settled.items())


def is_meant(measure: Measure, found: Measure) -> bool:
    """Tell whether a measure is another, or what the table of preferences takes for it."""
    chosen = units.meant((measure.unit, found.unit))
    return found == measure or (
        found == evolve(measure, unit=found.unit) and chosen == (found.unit,)
    )


GOOD: Final = ("value", "ambiguous")


# ---------------------------------------------------------------------------------- the languages
@given(
    measure=measures(),
    locale=st.sampled_from(support.WORDED),
    length=st.sampled_from(LENGTHS),
    compact=st.booleans(),
)
@example(measure=Measure.less_than("5000", "tractor"), locale="tr", length="long", compact=False)
@example(measure=Measure.at_most("100000", "truck"), locale="kk", length="short", compact=True)
@example(measure=Measure.more_than("21", "basis_point"), locale="be", length="long", compact=False)
@example(
    measure=Measure.between("1000000000", "2000000000", "USD"),
    locale="ru",
    length="long",
    compact=True,
)
@example(
    measure=Measure.between("6", "650000000", "investor"), locale="en", length="long", compact=True
)
@example(
    measure=Measure.between("-5", "-3", "degree_celsius"),
    locale="de",
    length="short",
    compact=False,
)
@example(measure=Measure.about("13.5", "vehicle/year"), locale="ko", length="long", compact=False)
@example(measure=Measure.exact("1", "person"), locale="zh", length="narrow", compact=False)
def test_a_measure_is_read_back_in_the_eight_languages(
    measure: Measure, locale: str, length: str, compact: bool
) -> None:
    text, came = outcome(measure, locale, length, compact=compact)

    assert came in GOOD, f"{text!r} ({measure!r}) was {came}"


@pytest.mark.parametrize("language", support.WORDED)
def test_every_unit_is_read_back(language: str) -> None:
    numbers = map(Decimal, ("1", "2", "5", "21", "1.5", "12000"))
    wrong = []
    for nth, (name, number, length) in enumerate(product(NAMES, numbers, LENGTHS)):
        measure = getattr(Measure, HEDGES[nth % len(HEDGES)])(number, name)
        text, came = outcome(measure, language, length, compact=bool(nth % 5))
        if came not in GOOD:
            wrong.append(f"{text!r} ({measure!r}) was {came}")

    assert [] == wrong


@given(number=st.decimals(-(10**12), 10**12, allow_nan=False, places=2), compact=st.booleans())
@pytest.mark.parametrize("locale", support.WORDED)
def test_numbers_percentages_and_money_have_inverses_of_their_own(
    locale: str, number: Decimal, compact: bool
) -> None:
    share, amount = Measure.exact(number, "percent"), Measure.exact(number, "BYN")

    assert number == normalize.number(
        formatting.number(number, locale=locale, compact=compact), locale=locale
    )
    assert share == normalize.percent(formatting.percent(share, locale=locale), locale=locale)
    assert amount == normalize.money(formatting.money(amount, locale=locale), locale=locale)


@given(
    number=st.integers(-(10**12), -1000) | st.integers(-999, -1).map(lambda few: few * 10**6),
    unit=UNITS,
    relation=st.sampled_from(HEDGES),
    length=st.sampled_from(LENGTHS),
)
@example(number=-15000, unit="vehicle/year", relation="exact", length="long")
@example(number=-3000, unit="EUR/month", relation="at_least", length="narrow")
@pytest.mark.parametrize("locale", ["sw", "sw_KE"])
def test_a_sign_that_stands_behind_the_scale_word_is_read_back(
    locale: str, number: int, unit: str, relation: str, length: str
) -> None:
    measure: Measure = getattr(Measure, relation)(number, unit)
    text, came = outcome(measure, locale, length, compact=True)

    assert came in GOOD, f"{text!r} ({measure!r}) was {came}"


@given(measure=measures(), locale=st.sampled_from(support.WORDED), length=st.sampled_from(LENGTHS))
@example(measure=Measure.exact("0", "ILR"), locale="zh", length="short")  # printed ILS
def test_ordinary_spaces_do_as_well(measure: Measure, locale: str, length: str) -> None:
    text = formatting.measure(measure, locale=locale, length=length)
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    came = became(measure, plain, locale)

    assert came in GOOD, f"{plain!r} ({measure!r}) was {came}"


@given(period=PERIODS, locale=st.sampled_from(support.WORDED), length=st.sampled_from(LENGTHS))
@example(period=Period.from_edtf("2020/.."), locale="kk", length="long")
@example(period=Period.from_edtf("../2017-12-05"), locale="zh", length="short")
@example(period=Period.from_edtf("../199X"), locale="be", length="long")
@example(period=Period.from_edtf("2017-40"), locale="tr", length="narrow")
@example(period=Period.from_edtf("XXXX-12"), locale="ko", length="narrow")
@example(period=Period.from_edtf("../.."), locale="de", length="long")
@example(period=Period.from_edtf("0039-05-07"), locale="en", length="narrow")
@example(period=Period.from_edtf("0099-05-07"), locale="de", length="narrow")
@example(period=Period.from_edtf("0001-05"), locale="ru", length="narrow")
@example(period=Period.from_edtf("001X"), locale="be", length="short")
@example(period=Period.from_edtf("0001/0004"), locale="tr", length="long")
def test_a_period_is_read_back_in_the_eight_languages(
    period: Period, locale: str, length: str
) -> None:
    text = formatting.period(period, locale=locale, length=length)

    assert period in read_period(text, locale), text


def read_period(text: str, locale: str) -> tuple[Any, ...]:
    """Return the period that a text states, or all that it may state."""
    try:
        return (normalize.period(text, locale=locale),)
    except errors.AmbiguousTextError as err:
        return err.candidates


# ------------------------------------------------------------------------------------ all locales
def cases(locale: str, dice: random.Random) -> list[tuple[Measure, str, bool]]:
    """Return measures of all sorts, the same for the same dice, with how they are printed."""

    def number() -> Decimal:
        return dice.choice(
            (
                Decimal(
                    dice.choice(("0", "1", "2", "3", "5", "6", "10", "11", "21", "1.0", "1.5"))
                ),
                Decimal(dice.randrange(-1000, 10**6)),
                Decimal(dice.randrange(1, 10**5)).scaleb(-dice.randrange(4)),
                Decimal(dice.randrange(1, 1000)) * 10 ** dice.choice((3, 6, 9)),
            )
        )

    found = []
    for _ in range(60):
        unit = dice.choice(dice.choice((COUNTED, PHYSICAL, MONEY, RATES, NAMES)))
        relation = dice.choice((*HEDGES, "between"))
        if relation == "between":
            measure = Measure.between(*sorted((number(), number())), unit)
        else:
            measure = getattr(Measure, relation)(number(), unit)
        found.append((measure, dice.choice(LENGTHS), dice.random() < 0.3))
    return found


def test_measures_are_read_back_in_all_locales() -> None:
    dice = random.Random(support.seed())
    tally: Counter[str] = Counter()
    wrong = []
    for locale in support.locales():
        for measure, length, compact in cases(locale, dice):
            text, came = outcome(measure, locale, length, compact=compact)
            tally["good" if came in GOOD else "bad"] += 1
            if came not in GOOD:
                wrong.append(f"{locale}: {text!r} ({measure!r}) was {came}")

    assert tally["good"] / tally.total() >= 0.9995, "\n".join(wrong)


@given(period=PERIODS, locale=support.LOCALES, length=st.sampled_from(LENGTHS))
@example(period=Period.from_edtf("2017-03-30/2017-04-02"), locale="sw", length="long")
@example(period=Period.from_edtf("2017-12-05/2017-12-09"), locale="fr", length="long")
@example(period=Period.from_edtf("2016-21/.."), locale="ja", length="short")
@example(period=Period.from_edtf("18XX/19XX"), locale="fa", length="long")
def test_a_period_is_read_back_in_all_locales(period: Period, locale: str, length: str) -> None:
    text = formatting.period(period, locale=locale, length=length)

    assert period in read_period(text, locale), text


def test_two_measures_behind_a_sign_are_both_candidates() -> None:
    with pytest.raises(errors.AmbiguousTextError) as caught:
        normalize.measure("≥-milioni 31", locale="sw")

    bounds = (Measure.at_least(-31000000), Measure.at_least(-3100000))
    assert bounds == caught.value.candidates


@pytest.mark.parametrize("text", ["≈ 5 vehicules", "> five km", "≥ 5 m"])
def test_an_error_behind_a_sign_names_the_whole_text(text: str) -> None:
    with pytest.raises(errors.UnreadableTextError) as caught:
        normalize.measure(text, locale="da")

    assert text == caught.value.text
    for candidate in getattr(caught.value, "candidates", ()):
        assert candidate.relation == "at_least"


@given(measure=measures(), locale=support.LOCALES, length=st.sampled_from(LENGTHS))
@example(measure=Measure.exact(5, "metric_ton/year"), locale="ru", length="long")
def test_what_is_printed_to_the_letter_is_read_as_a_variant_too(
    measure: Measure, locale: str, length: Any
) -> None:
    text = formatting.measure(measure, locale=locale, length=length)
    to_the_letter = inverse._variants(text, locale, "exact")

    assert not to_the_letter or inverse._variants(text, locale, "folded")
