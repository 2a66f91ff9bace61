"""Periods, held against the days that they have, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors
from coopdata.values import Period

DAY: Final = dt.timedelta(days=1)


def last_of(year: int, month: int) -> dt.date:
    """Return the day before the first of the next month."""
    return dt.date(year + month // 12, month % 12 + 1, 1) - DAY


YEARS = st.integers(1, 9998)


@given(year=YEARS)
@example(year=2016)
@example(year=1900)
@example(year=9998)
@example(year=1)
def test_each_part_of_a_year_has_its_months(year: int) -> None:
    def months(first: int, last: int) -> tuple[dt.date, dt.date]:
        return dt.date(year, first, 1), last_of(year, last)

    expected = {f"{year:04}-{nth:02}": months(nth, nth) for nth in range(1, 13)}
    expected |= {f"{year:04}-{32 + nth}": months(3 * nth - 2, 3 * nth) for nth in range(1, 5)}
    expected |= {f"{year:04}-{39 + nth}": months(6 * nth - 5, 6 * nth) for nth in (1, 2)}
    expected |= {f"{year:04}-{20 + nth}": months(3 * nth, 3 * nth + 2) for nth in (1, 2, 3)}
    expected[f"{year:04}-24"] = dt.date(year, 12, 1), last_of(year + 1, 2)
    expected[f"{year:04}"] = months(1, 12)
    found = {edtf: Period.from_edtf(edtf) for edtf in expected}

    assert expected == {edtf: (one.start, one.end) for edtf, one in found.items()}
    for nth in range(1, 13):
        assert found[f"{year:04}-{nth:02}"] == Period.month(year, nth)
    for nth in range(1, 5):
        assert found[f"{year:04}-{32 + nth}"] == Period.quarter(year, nth)
    for nth in (1, 2):
        assert found[f"{year:04}-{39 + nth}"] == Period.half(year, nth)
    for nth, name in enumerate(("spring", "summer", "autumn", "winter"), 21):
        assert found[f"{year:04}-{nth}"] == Period.season(year, name)
    assert found[f"{year:04}"] == Period.year(year)


@given(date=st.dates())
@example(date=dt.date(7, 2, 3))
@example(date=dt.date(1000, 1, 1))
def test_a_day_is_itself(date: dt.date) -> None:
    period = Period.of(date)

    assert (date, date, 1) == (period.start, period.end, period.days)
    assert period == Period.day(date.year, date.month, date.day)
    assert date.isoformat() == str(period) == period.edtf
    assert f"Period({period.edtf!r})" == repr(period)
    assert period == Period.of(dt.datetime(date.year, date.month, date.day, 23, 59))


@given(ten=st.integers(1, 998))
@example(ten=199)
def test_decades_and_centuries_have_their_years(ten: int) -> None:
    decade = Period.decade(10 * ten)

    assert (dt.date(10 * ten, 1, 1), dt.date(10 * ten + 9, 12, 31)) == (decade.start, decade.end)
    assert f"{ten:03}X" == decade.edtf
    if ten < 99:
        century = Period.century(ten + 1)
        assert (dt.date(100 * ten, 1, 1), dt.date(100 * ten + 99, 12, 31)) == (
            century.start,
            century.end,
        )
        assert f"{ten:02}XX" == century.edtf


PRECISIONS: Final = {
    "2016": "year",
    "XXXX": "year",
    "2016-05": "month",
    "2016-12": "month",
    "XXXX-12": "month",
    "XXXX-XX": "month",
    "XXXX-12-05": "day",
    "XXXX-12-XX": "day",
    "XXXX-XX-XX": "day",
    "2016-XX": "month",
    "2016-05-XX": "day",
    "2016-05-06": "day",
    "2016-21": "season",
    "2016-24": "season",
    "2016-33": "quarter",
    "2016-36": "quarter",
    "2016-40": "half",
    "2016-41": "half",
    "199X": "decade",
    "19XX": "century",
    "2016/2017": "interval",
    "../2017-05": "interval",
    "1994/..": "interval",
    "/2017": "interval",
    "1994/": "interval",
    "../..": "interval",
    "[2016-11,2016-12]": "one of",
    "[2016,2017,2019]": "one of",
    "[2019-03-06..]": "one of",
    "[..2019-35]": "one of",
    "[2020-06-04..2025-03-10]": "one of",
}


@pytest.mark.parametrize("edtf", PRECISIONS)
def test_a_period_has_the_precision_of_its_string(edtf: str) -> None:
    period = Period.from_edtf(edtf)

    assert PRECISIONS[edtf] == period.precision
    assert edtf == period.edtf


@pytest.mark.parametrize("edtf", PRECISIONS)
def test_an_open_period_has_no_number_of_days(edtf: str) -> None:
    period = Period.from_edtf(edtf)
    left_open = {"..", ""} & set(edtf.split("/")) or "XXXX" in edtf or "-XX" in edtf
    left_open = left_open or edtf.startswith("[..") or edtf.endswith("..]")

    assert bool(left_open) == period.is_open
    assert (period.is_open or period.is_one_of) == (period.days is None)


def test_an_interval_has_the_outer_days_of_its_ends() -> None:
    found = Period.from_edtf("2016-02/2017-40")

    assert (dt.date(2016, 2, 1), dt.date(2017, 6, 30)) == (found.start, found.end)
    assert found == Period.between(Period.month(2016, 2), Period.half(2017, 1))
    assert (dt.date(2017, 6, 30) - dt.date(2016, 2, 1)).days + 1 == found.days
    since, until = Period.since(Period.year(1994)), Period.until(Period.month(2017, 5))
    assert ("1994/..", dt.date(1994, 1, 1), None) == (since.edtf, since.start, since.end)
    assert ("../2017-05", None, dt.date(2017, 5, 31)) == (until.edtf, until.start, until.end)
    assert Period.from_edtf("1994/2017-05") == Period.between(since, until)
    assert Period.from_edtf("2016/2016").days == 366
    assert 1 == Period.from_edtf("2016-05-06/2016-05-06").days
    assert Period.from_edtf("XXXX-02-29").is_open  # some year has one


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("", "an EDTF period such as"),
        ("2016-1", "an EDTF period such as"),
        ("20166", "an EDTF period such as"),
        ("2016-01-01-01", "an EDTF period such as"),
        ("X016", "an EDTF period such as"),
        ("2X16", "an EDTF period such as"),
        ("2XXX", "an EDTF period such as"),
        ("2016-13/2017", "a month, or 21 to 24"),
        ("2016/2017-13", "a month, or 21 to 24"),
        ("1/2/3", "an EDTF period such as"),
        ("٢٠١٦", "an EDTF period such as"),
        ("2016 ", "an EDTF period such as"),
        ("2016-00", "a month, or 21 to 24"),
        ("2016-13", "a month, or 21 to 24"),
        ("2016-20", "a month, or 21 to 24"),
        ("2016-25", "a month, or 21 to 24"),
        ("2016-32", "a month, or 21 to 24"),
        ("2016-37", "a month, or 21 to 24"),
        ("2016-39", "a month, or 21 to 24"),
        ("2016-42", "a month, or 21 to 24"),
        ("XXXX-13", "a month, or 21 to 24"),
        ("2016-02-30", "a day of the calendar"),
        ("2015-02-29", "a day of the calendar"),
        ("2016-33-01", "a day of the calendar"),
        ("XXXX-02-30", "a day of the calendar"),
        ("XXXX-13-01", "a day of the calendar"),
        ("0000", "a year from 0001"),
        ("0000-01", "a year from 0001"),
        ("00XX", "a year from 0001"),
        ("000X", "a year from 0001"),
        ("199X-05", "all four digits of the year"),
        ("19XX-05-06", "all four digits of the year"),
        ("2016-02/2016-01", "an interval that runs forward"),
        ("9999-24", "a period that ends by the year 9999"),
        ("[2016]", "one of several periods"),
        ("[]", "one of several periods"),
        ("[..]", "one of several periods"),
        ("[2016,]", "one of several periods"),
        ("[,2016]", "one of several periods"),
        ("[2016,2017", "one of several periods"),
        ("[2016,2017/2018]", "an EDTF period such as"),
        ("[2016,2017]/2018", "one of several periods"),
        ("2016/[2017,2018]", "an EDTF period such as"),
        ("[2016,2018..2020]", "an EDTF period such as"),
        ("[2017,2016]", "periods that are alike"),
        ("[2016,2016]", "periods that are alike"),
        ("[2016..2016]", "periods that are alike"),
        ("[2016,2017-01]", "periods that are alike"),
        ("[2016-03..2016-22]", "periods that are alike"),
        ("[2016-34,2016-41]", "periods that are alike"),
        ("[XXXX,2016]", "periods whose days are known"),
        ("[2016-XX..]", "periods whose days are known"),
    ],
)
def test_what_is_no_period_is_refused_in_words(edtf: str, expected: str) -> None:
    with pytest.raises(errors.UnreadableTextError, match=expected) as caught:
        Period.from_edtf(edtf)
    assert (edtf, "edtf", 0) == (caught.value.text, caught.value.locale, caught.value.position)


@given(text=st.text(max_size=12) | st.text("0123456789X-/.,[]", max_size=21))
@example(text="9999-24")
@example(text="XXXX-02-29")
def test_any_text_is_a_period_or_an_error_of_the_tree(text: str) -> None:
    try:
        period = Period.from_edtf(text)
    except errors.UnreadableTextError:
        return
    assert text == period.edtf
    assert period == Period(start=period.start, end=period.end, edtf=text)


@pytest.mark.parametrize("wrong", [2016, None, dt.date(2016, 1, 1), ["2016"]])
def test_edtf_is_a_str(wrong: Any) -> None:
    with pytest.raises(TypeError, match="EDTF is a str"):
        Period.from_edtf(wrong)


@pytest.mark.parametrize(
    ("make", "rule"),
    [
        (lambda: Period.month(2016, 0), "a month is 1 to 12, got 0"),
        (lambda: Period.month(2016, 13), "a month is 1 to 12, got 13"),
        (lambda: Period.quarter(2016, 0), "a quarter is 1 to 4, got 0"),
        (lambda: Period.quarter(2016, 5), "a quarter is 1 to 4, got 5"),
        (lambda: Period.half(2016, 0), "a half is 1 or 2, got 0"),
        (lambda: Period.half(2016, 3), "a half is 1 or 2, got 3"),
        (lambda: Period.season(2016, "fall"), "a season is one of spring, summer, autumn, winter"),
        (lambda: Period.decade(1995), "a decade begins in a year that ends in 0, got 1995"),
        (lambda: Period(start=None, end=None, edtf="2016"), "start and end are the days of EDTF"),
        (
            lambda: Period(start=dt.date(2016, 1, 1), end=None, edtf="2016"),
            "start and end are the days of EDTF '2016'",
        ),
    ],
)
def test_what_makes_no_period_names_the_rule(make: Callable[[], Period], rule: str) -> None:
    with pytest.raises(errors.InvalidValueError, match=rule):
        make()


def test_periods_are_equal_where_their_strings_are() -> None:
    assert Period.from_edtf("2016-01-01/2016-12-31") != Period.year(2016)
    assert Period.from_edtf("XXXX-05") != Period.from_edtf("XXXX-06")
    assert 1 == len({Period.year(2016), Period.from_edtf("2016")})
    with pytest.raises(TypeError):
        Period(None, None, "../..")  # type: ignore[misc]  # what is tested


# -- two periods, day by day ----------------------------------------------------------------------

NAMES: Final = [
    *("2016", "2016-01", "2016-02", "2016-33", "2016-12-31", "2015-12-31", "2017-01-01", "2015-24"),
    *("2016/..", "../2016", "../2015-12", "2017/..", "XXXX-05", "../..", "2016-02-29", "2017"),
    *(
        "2016-01-01",
        "2016-01-02",
        "2016-01-31",
        "2016-02-01",
        "0001-01-01",
        "9999-12-31",
        "../9999",
    ),
]
FAR: Final = [dt.date.min, dt.date.max]
CLOSE: Final = [dt.date(2015, 11, 1) + nth * DAY for nth in range(800)]


def days(edtf: str) -> set[dt.date]:
    """Return the days of a stretch that a period has; an unknown year has none."""
    period = Period.from_edtf(edtf)
    if period.start is None and period.end is None:
        return set()
    return {
        day
        for day in (*FAR, *CLOSE)
        if (period.start is None or period.start <= day)
        and (period.end is None or day <= period.end)
    }


@pytest.mark.parametrize("name", NAMES)
def test_two_periods_stand_to_each_other_as_their_days_do(name: str) -> None:
    one, mine = Period.from_edtf(name), days(name)
    for other_name in NAMES:
        other, theirs = Period.from_edtf(other_name), days(other_name)
        ends, begins = one.end, other.start
        is_before = ends is not None and begins is not None and (begins - ends).days > 0

        assert bool(mine & theirs) == one.overlaps(other), other
        assert (bool(mine) and mine <= theirs) == one.is_within(other), other
        assert is_before == one.is_before(other) == other.is_after(one), other


# -- one of several -------------------------------------------------------------------------------

#: What one of several may be; of those without an end, the last that there is.
SEVERAL: Final = {
    "[2016-01,2016-02]": ("2016-01", "2016-02"),
    "[2015,2017]": ("2015", "2017"),
    "[2015..2017]": ("2015", "2016", "2017"),
    "[2015-33..2015-36]": ("2015-33", "2015-34", "2015-35", "2015-36"),
    "[2016-01-01..2016-01-03]": ("2016-01-01", "2016-01-02", "2016-01-03"),
    "[2016..]": ("2016", "2017", "9999"),
    "[2016-01-02..]": ("2016-01-02", "2016-01-03", "9999-12-31"),
    "[..2015]": ("0001", "2014", "2015"),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_of_one_of_several_that_is_certain_which_holds_of_each(name: str) -> None:
    one, mine = Period.from_edtf(name), [*map(Period.from_edtf, SEVERAL[name])]
    for other_name in (*NAMES, *SEVERAL):
        other = Period.from_edtf(other_name)
        theirs = [*map(Period.from_edtf, SEVERAL.get(other_name, (other_name,)))]
        pairs = [(here, there) for here in mine for there in theirs]

        assert all(a.overlaps(b) for a, b in pairs) == one.overlaps(other), other
        assert one.overlaps(other) == other.overlaps(one), other
        assert any(a.overlaps(b) for a, b in pairs) <= one.may_overlap(other), other
        assert one.may_overlap(other) == other.may_overlap(one), other
        assert all(a.is_within(b) for a, b in pairs) == one.is_within(other), other
        assert all(b.is_within(a) for a, b in pairs) == other.is_within(one), other
        assert all(a.is_before(b) for a, b in pairs) == one.is_before(other), other
        assert all(b.is_before(a) for a, b in pairs) == other.is_before(one), other


def test_one_of_several_is_made_of_them() -> None:
    first, last = Period.month(2016, 11), Period.month(2016, 12)

    assert Period.from_edtf("[2016-11,2016-12]") == Period.one_of(first, last)
    assert Period.from_edtf("[2016-11..2016-12]") == Period.one_between(first, last)
    assert Period.from_edtf("[2016-11..]") == Period.not_before(first)
    assert Period.from_edtf("[..2016-12]") == Period.not_after(last)
    assert (first.start, last.end) == (
        Period.one_of(first, last).start,
        Period.one_of(first, last).end,
    )
    for wrong in (Period.since(first), Period.one_of(first, last), Period.from_edtf("../..")):
        for make in (Period.not_before, Period.not_after, Period.since, Period.one_of):
            with pytest.raises(errors.UnreadableTextError):
                make(wrong)


def test_a_period_prints_itself() -> None:
    period = Period.month(1997, 5)

    assert "May 1997" == period.format(locale="en")
    assert "5/1997" == period.format(locale="en", length="narrow")
    assert "1997-05" in period._repr_mimebundle_()["text/html"]
    assert "May 1997" == str(period.__rich__())
