"""Periods of which something is not known are printed in words, and read back."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import support
from coopdata import errors, formatting, normalize
from coopdata.values import Length, Period

LENGTHS: Final[tuple[Length, ...]] = ("long", "short", "narrow")
#: What EDTF can leave out of a period, and the sides on which it can be open.
IN_PART: Final = (
    *("XXXX", "XXXX-XX", "XXXX-XX-XX", "2016-XX", "2016-05-XX", "2016-XX-XX", "XXXX-12-XX"),
    *("XXXX-12", "XXXX-12-05", "XXXX-36", "XXXX-40", "XXXX-41", "XXXX-21", "XXXX-24"),
    *("XXXX-03/XXXX-09", "2016-XX/2017", "../.."),
    *(
        "XXXX/..",
        "../XXXX",
        "XXXX-12/..",
        "../XXXX-12",
        "XXXX-12-05/..",
        "XXXX-36/..",
        "../XXXX-40",
    ),
)


@given(edtf=st.sampled_from(IN_PART), locale=support.LOCALES, length=st.sampled_from(LENGTHS))
@example(edtf="XXXX-36", locale="mk", length="short")
@example(edtf="XXXX-12/..", locale="tr", length="long")
@example(edtf="XXXX-12/..", locale="ru", length="long")
def test_what_is_known_in_part_is_read_back(edtf: str, locale: str, length: Length) -> None:
    period = Period.from_edtf(edtf)
    printed = formatting.period(period, locale=locale, length=length)
    try:
        found: tuple[object, ...] = (normalize.period(printed, locale=locale),)
    except errors.AmbiguousTextError as err:
        found = err.candidates

    assert period in found, printed
    assert re.search("XX|[{}]", printed) is None


@pytest.mark.parametrize("locale", support.WORDED)
def test_each_language_has_its_own_words_for_what_is_not_known(locale: str) -> None:
    unknown = ("XXXX", "XXXX-XX", "XXXX-XX-XX", "XXXX-40", "XXXX-22", "../..")
    printed = [Period.from_edtf(edtf).format(locale=locale) for edtf in unknown]
    english = [Period.from_edtf(edtf).format(locale="en") for edtf in unknown]

    assert len(unknown) == len({*printed})
    assert locale == "en" or not {*printed} & {*english}


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("since December", "en", "2019-12/.."),
        ("с 5 декабря", "ru", "2019-12-05/.."),
        ("XXXX-12-XX", "en", "XXXX-12-XX"),
        ("December (day not stated)", "en", "XXXX-12-XX"),
        ("2016 (month not stated)", "en", "2016-XX"),
        ("summer", "en", "2019-22"),
        ("上半年", "zh", "2019-40"),
        ("4th quarter", "en", "2019-36"),
        ("XXXX-12/2016", "en", "XXXX-12/2016"),
        ("../..", "en", "../.."),
    ],
)
def test_what_is_open_takes_the_year_of_its_text(text: str, locale: str, expected: str) -> None:
    found = normalize.period(text, locale=locale, anchor=dt.date(2019, 7, 18))

    assert expected == found.edtf


@pytest.mark.parametrize(
    "text", ["2016 (month not said)", "(day not stated)", "5 (day not stated)"]
)
def test_brackets_with_other_words_are_refused(text: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        normalize.period(text, locale="en")
