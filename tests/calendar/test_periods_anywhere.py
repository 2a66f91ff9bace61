"""Laws of dates in running text of any locale: found where they are printed, and one value."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator

import pytest
from babel.core import get_cldr_version
from babel.dates import format_date, format_interval, format_skeleton
from hypothesis import example, given
from hypothesis import strategies as st

import periods_harness as harness
import support
from coopdata import extract, formatting, normalize
from coopdata.errors import AmbiguousTextError, UnreadableTextError
from coopdata.model import Mention
from coopdata.values import Period

DATES = (dt.date(2017, 11, 22), dt.date(1999, 3, 5), dt.date(2024, 8, 31))
SKELETONS = ("yMMM", "yMMMM", "yMMMd", "yMMMEd", "yQQQ", "yQQQQ", "MMMMd", "MMMd")
LOCALES = st.sampled_from(support.sample())
SINGLE = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)).map(Period.of)


@pytest.fixture(autouse=True)
def _fresh_babel() -> Iterator[None]:
    harness.forget()
    yield
    harness.forget()


def printed(locale: str) -> Iterator[str]:
    """Yield what Babel and `formatting` print of dates, months, quarters and intervals."""
    skeletons = harness.Locale.parse(locale).datetime_skeletons
    for date in DATES:
        for length in harness.LENGTHS:
            yield format_date(date, length, locale=locale)
        for skeleton in SKELETONS:
            if skeleton in skeletons:
                yield format_skeleton(skeleton, date, locale=locale)
        for skeleton in ("yMMMd", "yMMM"):
            yield format_interval(date, date + dt.timedelta(40), skeleton, locale=locale)
        yield formatting.period(Period.of(date), locale=locale)
        yield formatting.period(Period.month(date.year, date.month), locale=locale)


def periods(text: str, locale: str) -> tuple[Mention, ...]:
    return tuple(one for one in extract.mentions(text, locale=locale) if one.kind == "period")


@functools.cache
def tally_of(locale: str) -> tuple[int, int, tuple[str, ...]]:
    """Return how many texts of a locale were looked at, how many found, and which disagreed."""
    harness.forget()
    total = read = 0
    differing: list[str] = []
    for text in printed(locale):
        try:
            value = normalize.period(text, locale=locale)
        except UnreadableTextError as err:
            if isinstance(err, AmbiguousTextError):
                continue
            value = Period.from_edtf("XXXX")
        sentence = f"(… {text} …)"
        total += 1
        for one in periods(sentence, locale):
            words = sentence[one.span.start : one.span.end]
            # quotation marks, stops and what a pattern sets around itself stand outside
            if one.value == value and len(words) >= len(text.strip()) - 4:
                read += 1
                break
            if words == text and one.value != value:
                differing.append(f"{locale}: {text}: {value} or {one.value}")
    return total, read, tuple(differing)


def share(locales: tuple[str, ...]) -> float:
    counted = [tally_of(locale) for locale in locales]
    return sum(read for _, read, _ in counted) / max(1, sum(total for total, _, _ in counted))


def test_printed_dates_are_found_in_running_text_of_the_eight_languages() -> None:
    assert share(support.WORDED) >= 0.99


#: Where fewer printed dates are found, by CLDR 49, and what stands in the way.
WEAK = {
    "suz_Sunu": "names of marks that are no letters of a word",
    "en_Shaw": "names begin with a middle dot",
    "to": "names with an ʻ at the beginning",
    **dict.fromkeys(("tok", "bua", "kl", "ku", "mni"), "words around the parts"),
    **dict.fromkeys(("cs", "sk", "bg"), "ranges of day and month with full stops"),
}


def is_weak(locale: str) -> bool:
    return any(f"{locale}_".startswith(f"{name}_") for name in WEAK)


def test_printed_dates_are_found_in_running_text_of_every_other_locale() -> None:
    others = [one for one in support.sample() if one not in support.WORDED and not is_weak(one)]

    assert [] == [one for one in others if share((one,)) < 0.9]
    assert share(tuple(others)) >= 0.97


@pytest.mark.skipif(get_cldr_version() != "49", reason="which are weak depends on the patterns")
@pytest.mark.parametrize("locale", WEAK)
def test_a_locale_that_is_called_weak_is_so(locale: str) -> None:
    total, read, _ = tally_of(locale)

    assert read / total < 0.93


def test_a_printed_date_has_one_value_by_both_doors() -> None:
    assert [] == [each for locale in support.sample() for each in tally_of(locale)[2]]


@pytest.mark.parametrize(
    ("locale", "value"),
    [
        *dict.fromkeys(("es_PA", "es_PR", "en_US", "en_PH"), "1999-03-05").items(),
        *dict.fromkeys(("es", "es_MX", "en_GB", "fr", "uk", "tr"), "1999-05-03").items(),
        pytest.param(
            "en_CA",
            "1999-05-03",
            marks=pytest.mark.skipif(get_cldr_version() != "49", reason="as CLDR 49 has it"),
        ),
    ],
)
def test_a_region_may_turn_days_and_months_of_its_language(locale: str, value: str) -> None:
    (found,) = periods("(03/05/1999)", locale)

    assert value == str(found.value) == str(normalize.period("03/05/1999", locale=locale))


@given(value=SINGLE, locale=st.one_of(LOCALES, st.just("und")))
def test_an_iso_day_is_that_day_in_every_locale(value: Period, locale: str) -> None:
    (found,) = periods(f"(… {value.edtf} …)", locale)

    assert value == found.value
    assert value == normalize.period(value.edtf, locale=locale)


@pytest.mark.parametrize("locale", ["it", "ja", "ar", "und", "sw"])
@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2017-01/2017-09", "2017-01/2017-09"),
        ("1994/..", "1994/.."),
        ("../2017-05", "../2017-05"),
        ("199X", "199X"),
        ("2018Q3", "2018-35"),
        ("2018-Q3", "2018-35"),
        ("2017-05", "2017-05"),
    ],
)
def test_notation_is_read_in_every_language_and_by_both_doors(
    text: str, edtf: str, locale: str
) -> None:
    (found,) = periods(f"(… {text} …)", locale)

    assert Period.from_edtf(edtf) == found.value
    assert found.value == normalize.period(text, locale=locale)


def test_eight_digits_and_codes_of_edtf_are_periods_where_the_whole_text_is_one() -> None:
    assert Period.from_edtf("2017-05-03") == normalize.period("20170503", locale="it")
    assert Period.from_edtf("2017-34") == normalize.period("2017-34", locale="it")
    assert () == periods("(… 20170503 …)", "it")
    assert () == periods("(… 2017-34 …)", "it")


@pytest.mark.parametrize("locale", ["en", "de", "ru", "it", "und"])
def test_two_digits_at_the_end_of_a_date_are_the_year_of_that_date(locale: str) -> None:
    assert Period.from_edtf("2017-11-22") == normalize.period("22.11.17", locale=locale)


def test_an_order_that_the_locale_leaves_open_is_in_doubt() -> None:
    assert Period.from_edtf("2017-03-05") == normalize.period("5/3/2017", locale="fr")
    assert Period.from_edtf("2017-05-03") == normalize.period("5/3/2017", locale="en")
    with pytest.raises(AmbiguousTextError) as caught:
        normalize.period("3/5/2017", locale="und")

    assert {"2017-03-05", "2017-05-03"} == {one.edtf for one in caught.value.candidates}
    assert () == periods("(… 3/5/2017 …)", "und")


@given(
    text=st.sampled_from(
        ("3.5", "1.2.3", "v1.2.10", "1.2.10", "12/15", "2017", "10.12.2017.1", "192.168.12.17")
    ),
    locale=LOCALES,
)
@example(text="1.2.10", locale="de")
def test_numbers_that_are_no_date_are_none(text: str, locale: str) -> None:
    if locale.partition("_")[0] in support.WORDED and text == "2017":
        return  # a year in brackets has its cue there

    assert () == periods(f"(… {text} …)", locale)


@pytest.mark.parametrize("text", ["Mai 18", "August 99", "Mai", "August"])
def test_two_digits_behind_a_month_and_a_month_alone_are_left(text: str) -> None:
    assert () == periods(f"x {text} .", "de")


PIECES = (
    *("Q", "H", "q", "M", "К", "П", "М", "FY", "CY", "Fy", "1", "3", "9", "12", "05", "17"),
    *("1999", "2017", "'", "’", "/", "-", "–", " ", "年"),
)


@given(
    text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join),
    locale=st.sampled_from(("en", "ru", "zh", "fr")),
)
@example(text="3546 Q32000", locale="ru")
@example(text="Q1FY17", locale="en")
def test_whatever_looks_like_the_shorthand_of_reports_is_read_or_refused(
    text: str, locale: str
) -> None:
    extract.mentions(text, locale=locale)
    try:
        period = normalize.period(text, locale=locale)
    except (AmbiguousTextError, UnreadableTextError):
        return

    assert period == Period.from_edtf(period.edtf)


@pytest.mark.parametrize(
    "text", ["Q1FY17", "Q1 FY17", "Q1'17", "1Q17", "Q1/17", "FY17Q1", "2017Q1"]
)
def test_a_quarter_of_a_report_is_read_in_each_of_its_forms(text: str) -> None:
    assert Period.quarter(2017, 1) == normalize.period(text, locale="en")
