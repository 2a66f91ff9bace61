"""One text, one value: what `normalize` and `extract` both read whole is the same by both doors.

A text that `normalize` finds in doubt is not read by `extract`. What is left stands in `APART`,
each with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from babel.units import format_unit

import support
from coopdata import cldr, errors, extract, formatting, normalize, units
from coopdata._lexicon.language import language_words
from coopdata.evaluation import gold_lines
from coopdata.values import Measure
from printed_cases import LENGTHS, VALUES, Case, cases, patterns

#: What `normalize` reads of a whole text, and running text has a reason to read otherwise.
APART = {
    "fold": "alone, so many times are a factor; in a sentence they are occasions without a 'by'",
    "pound": "Turkish has no word of its own in print; the word list knows the money",
    "kilowatt_hour": "Swahili prints it as kilowatts per hour",
    "mile_scandinavian": "Spanish of the United States prints it as 3mil, a thousand to everybody",
    "pixel/inch": "Swahili of Kenya prints it as pixels a second",
    "SCR": "Rs in Australian English; the word list of English has India's",
    "milligram_ofglucose_per_deciliter": "the parts say milligrams per decilitre",
    "pound_force_per_square_inch": "the parts say pounds per square inch",
}


def by_normalize(text: str, locale: str) -> Measure | str:
    """Return what the whole text says, or how it is refused."""
    try:
        return normalize.measure(text, locale=locale, counted="any")
    except errors.AmbiguousTextError:
        return "in doubt"
    except errors.CoopdataError:
        return "refused"


def by_extract(text: str, locale: str) -> Measure | str:
    """Return what the one mention that covers the whole text says, if there is one."""
    found = extract.mentions(text, locale=locale)
    if len(found) != 1 or found[0].kind in ("period", "ordinal"):
        return "not read"
    (mention,) = found
    value = mention.value
    if not isinstance(value, Measure) or len(mention.span) != len(text.rstrip()):
        return "not read"
    # a sign before a percentage is a change in a sentence, and part of the value of a whole text
    return value * -1 if mention.kind == "percent" and mention.change == "decrease" else value


def apart(texts: Iterator[tuple[str, str]]) -> list[str]:
    """Return the texts, each with its locale, whose value depends on the door."""
    found: list[str] = []
    for text, locale in texts:
        there = by_extract(text, locale)
        if there == "not read":
            continue
        here = by_normalize(text, locale)
        if isinstance(here, Measure) and here.unit in APART:
            continue
        if here != there and here != "refused":
            found.append(f"{locale} {text!r}: {here} by normalize, {there} by extract")
    return found


@pytest.mark.parametrize("locale", support.locales())
def test_printed_units_are_the_same_by_both_doors(locale: str) -> None:
    texts = (
        (format_unit(value, unit, length, locale=locale), locale)
        for unit in sorted(patterns(locale))
        for length in LENGTHS
        for value in VALUES[3:4]
    )

    assert [] == apart(texts)


@pytest.mark.parametrize("locale", support.locales())
def test_printed_numbers_money_and_percentages_are_the_same_by_both_doors(locale: str) -> None:
    kinds = ("percent", "money", "unit")

    def is_wanted(case: Case) -> bool:
        # elsewhere the words of one unit may be those of a rate of two others
        is_rate = case.form.startswith(("rate", "quotient")) and locale not in support.WORDED
        return case.function in kinds and "compact" not in case.form and not is_rate

    printed = (case for case in cases(locale, share=0.1) if is_wanted(case))

    assert [] == apart((case.text, locale) for case in printed)


@pytest.mark.parametrize("language", support.WORDED)
def test_every_word_for_a_unit_is_the_same_by_both_doors(language: str) -> None:
    words = language_words(language).after
    forms = [form for form, rows in words.rows.items() if "unit" in rows.by_kind]
    step = 1 if support.is_thorough() else 1 + len(forms) // 1500
    texts = [f"{number} {form}" for number in ("12", "1") for form in forms[::step]]

    assert [] == apart((text, language) for text in texts)


@pytest.mark.parametrize("language", support.WORDED)
def test_what_formatting_prints_is_the_same_by_both_doors(language: str) -> None:
    known = cldr.data(language)["unit_patterns"]  # what an older CLDR lacks is printed in English
    names = [name for name in units.UNITS if units.CLDR_ID.get(name) in (None, *known)]
    texts = (
        (formatting.measure(Measure.exact("25", name), locale=language, length=length), language)
        for name in names
        for length in LENGTHS
    )

    assert [] == apart(texts)


def test_the_quotes_of_the_development_sentences_are_the_same_by_both_doors() -> None:
    folder = support.REPO / "seeds" / "sentences"
    quotes = (
        (mention.span.of(gold.text), gold.language)
        for path in sorted(folder.glob("*.jsonl"))
        for gold in gold_lines(path)
        for mention in gold.mentions
    )

    assert [] == apart(quotes)


#: Symbols that a locale may have in doubt or as a word: Norwegian "mt" is a ton, German "um" is at.
NOT_EVERYWHERE = {"Mt", "um"}


def has_twin(symbol: str) -> bool:
    """Tell a symbol that only case tells from another: a rate by it is in doubt."""
    return sum(one.lower() == symbol.lower() for one in units.international()) > 1


@pytest.mark.parametrize("locale", support.locales())
def test_international_symbols_say_their_unit_in_every_locale(locale: str) -> None:
    language = locale.split("_")[0]
    own = cldr.words_around(locale).after
    symbols = {
        symbol: name
        for symbol, name in units.international().items()
        if symbol not in NOT_EVERYWHERE
        and len(symbol) > (1 if language in support.WORDED else 0)
        and not any(symbol.lower() == text.strip().lower() for text in own)
    }
    wrong = []
    for symbol, name in symbols.items():
        texts = {f"12 {symbol}": name}
        if language in support.WORDED and not has_twin(symbol):
            texts[f"12 kWh/{symbol}"] = f"kilowatt_hour/{name}"
        for text, unit in texts.items():
            here, there = by_normalize(text, locale), by_extract(text, locale)
            if (here, there) != (Measure.exact("12", unit),) * 2:
                wrong.append(f"{text!r}: {here} by normalize, {there} by extract")

    assert [] == wrong


@pytest.mark.parametrize(
    ("locale", "text", "unit"),
    [
        ("en", "Rs 500", "INR"),
        ("en_PK", "Rs 500", "PKR"),
        ("en_MU", "Rs 500", "MUR"),
        ("en_AU", "Rs 500", "INR"),  # Seychelles' by CLDR, and not the region's own
        ("en_CA", "$500", "CAD"),
    ],
)
def test_a_sign_before_the_number_is_that_of_the_regions_own_money(
    locale: str, text: str, unit: str
) -> None:
    assert Measure.exact("500", unit) == by_extract(text, locale)
