"""Laws of reading what Babel prints: it comes back, varied or not, and damage is refused."""

from __future__ import annotations

import datetime as dt
import functools
import gc
import random
import threading
import time
from collections.abc import Iterator

import pytest
from babel.dates import format_date, format_interval, format_skeleton
from hypothesis import example, given
from hypothesis import strategies as st

import periods_harness as harness
import support
from coopdata._calendar.whole import read_printed
from coopdata.errors import AmbiguousTextError, UnknownLocaleError, UnreadableTextError
from coopdata.values import Period

LOCALES = st.sampled_from(support.locales())
DAYS = st.dates(dt.date(1850, 1, 1), dt.date(2100, 12, 31))


@pytest.fixture(autouse=True)
def _fresh_babel() -> Iterator[None]:
    harness.forget()
    yield
    harness.forget()


@functools.cache
def tally(kind: str) -> harness.Tally:
    """Return what comes back in the locales of this run."""
    found = harness.Tally()
    for locale in support.locales():
        harness.forget()
        if kind == "plain":
            harness.read_back(harness.cases(locale), found)
        elif kind == "varied":
            printed = harness.cases(locale, harness.DATES[3:5])
            harness.read_back((one for case in printed for one in harness.varied(case)), found)
        else:
            for date in harness.DATES[2:5]:
                harness.refused(harness.damaged(locale, date), found)
    return found


def test_every_date_that_babel_prints_comes_back_or_its_loss_is_explained() -> None:
    found = tally("plain")

    assert [] == found.unexplained[:5]
    assert found.share >= 0.9995 or not support.is_thorough()


def test_texts_that_print_two_periods_are_few() -> None:
    found = tally("plain")

    assert found.ambiguous / found.total <= 0.06


def test_spaces_case_composition_marks_and_digits_make_no_difference() -> None:
    found = tally("varied")

    assert 1 - len(found.unexplained) / found.total >= 0.995, found.unexplained[:5]


def test_damaged_dates_are_refused() -> None:
    found = tally("damaged")
    astray = [
        (case, got) for case, got in found.failures if case.locale[:8] not in harness.TWO_ORDERS
    ]

    assert len(astray) / found.total <= 0.001, astray[:5]


@given(date=DAYS, locale=LOCALES, length=st.sampled_from(harness.LENGTHS))
@example(date=dt.date(2000, 2, 29), locale="fa", length="full")
def test_a_date_reads_back(date: dt.date, locale: str, length: str) -> None:
    harness.forget()  # what the examples before made Babel keep is not what it prints
    text = format_date(date, length, locale=locale)
    since = date.year - 50
    try:
        got = {read_printed(text, locale, century_from=since)}
    except AmbiguousTextError as err:
        got = set(err.candidates)

    assert Period.of(date) in got


@given(text=st.text(max_size=40), locale=LOCALES)
@example(text="\ud800", locale="en")
@example(text="\x00", locale="ar")
@example(text="٣١/02/२०१७", locale="hi")
def test_any_text_is_read_or_refused(text: str, locale: str) -> None:
    try:
        got = [read_printed(text, locale)]
    except AmbiguousTextError as err:
        got = list(err.candidates)
    except UnreadableTextError:
        got = []

    assert got == [Period.from_edtf(period.edtf) for period in got]


@pytest.mark.parametrize("unit", ["9", "1.", "January ", "5 – ", "(", "\u0301", " ", "Q1 "])
def test_a_megabyte_is_refused_at_once(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    gc.disable()  # what earlier tests left is not looked through on this one's time
    try:
        start = time.process_time()
        with pytest.raises(UnreadableTextError):
            read_printed(text, "en")
        assert time.process_time() - start < 1
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("text", "locale", "edtf"),
    [
        ("5 дек. 2017 г.", "ru", "2017-12-05"),
        ("вторник, 5 декабря 2017\u202fг.", "ru", "2017-12-05"),
        ("05.12.2017", "ru-RU", "2017-12-05"),
        ("5.12.2017", "de", "2017-12-05"),
        ("12/05/2017", "en", "2017-12-05"),
        ("05/12/2017", "en_GB", "2017-12-05"),
        ("Jan – Sep 2017", "en", "2017-01/2017-09"),
        ("Q3 2017", "en", "2017-35"),
        ("2017年12月5日星期二", "zh", "2017-12-05"),
        ("DEC 5, 2017", "en", "2017-12-05"),
        ("December 5", "en", "XXXX-12-05"),
        ("۵ دسامبر ۲۰۱۷", "fa", "2017-12-05"),
        ("سبتمبر 2017", "ar", "2017-09"),
        ("29 février 2016", "fr", "2016-02-29"),
        ("مارس تا ژوئن 2016", "fa", "2016-03/2016-06"),
    ],
)
def test_a_printed_text_means(text: str, locale: str, edtf: str) -> None:
    assert Period.from_edtf(edtf) == read_printed(text, locale)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("понедельник, 5 декабря 2017 г.", "ru"),
        ("31.02.2017", "de"),
        ("29 février 2017", "fr"),
        ("13/13/2017", "en"),
        ("Dec 5, 2017x", "en"),
        ("Dec 5, 2017, ", "de"),
        ("5 Dec – 3 Dec 2017", "en_GB"),
        ("1٢/5/17", "en"),
        ("", "en"),
    ],
)
def test_what_is_no_date_is_refused(text: str, locale: str) -> None:
    with pytest.raises(UnreadableTextError):
        read_printed(text, locale)


def test_two_digits_are_a_year_from_1950_to_2049_or_of_the_century_that_is_named() -> None:
    assert Period.day(2049, 12, 5) == read_printed("12/5/49", "en")
    assert Period.day(1950, 12, 5) == read_printed("12/5/50", "en")
    assert Period.day(1849, 12, 5) == read_printed("12/5/49", "en", century_from=1800)


def test_a_bare_number_names_both_its_readings_in_a_fixed_order() -> None:
    with pytest.raises(AmbiguousTextError) as caught:
        read_printed("5", "en")

    assert ("XXXX-05", "XXXX-XX-05") == tuple(period.edtf for period in caught.value.candidates)


def test_an_end_that_babel_does_not_print_stays_unknown() -> None:
    first, last = dt.date(2017, 3, 1), dt.date(2017, 6, 1)
    text = format_interval(first, last, "yMMM", locale="fa")
    is_whole = format_skeleton("MMM", last, locale="fa") in text  # since CLDR 48

    assert ("2017-03/2017-06" if is_whole else "2017-03/") == read_printed(text, "fa").edtf


def test_an_error_says_how_far_the_text_was_read() -> None:
    with pytest.raises(UnreadableTextError) as caught:
        read_printed("Dec 5, 2017x", "en")

    assert 11 == caught.value.position


def test_an_unknown_locale_is_named() -> None:
    with pytest.raises(UnknownLocaleError):
        read_printed("5 December", "enn_XX_yy")


def test_what_babel_prints_after_it_mixed_up_its_locales_is_read_as_well() -> None:
    date = dt.date(2017, 12, 5)
    for locale in ("aa", "agq", "ar"):  # the first to be touched leaves its names to the others
        format_skeleton("yMMMEd", date, locale=locale)
    text = format_skeleton("yMMMEd", date, locale="ar")

    assert Period.of(date) == read_printed(text, "ar")


def test_eight_threads_over_fifty_locales_read_what_one_reads() -> None:
    date = dt.date(2017, 11, 23)
    chosen = random.Random(7).sample(support.all_locales(), 50)
    texts = [(format_date(date, "long", locale=locale), locale) for locale in chosen]
    expected = [read_printed(text, locale) for text, locale in texts]
    results: list[list[Period]] = []

    def work() -> None:
        results.append([read_printed(text, locale) for text, locale in texts])

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [expected] * 8 == results
