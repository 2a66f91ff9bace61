"""What is counted from the day of a text, where that day is known only to lie in a period."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors, extract, normalize
from coopdata.strategies import periods
from coopdata.values import Period

#: This year, last year, this month, last month, last quarter, today or yesterday; 5 December.
RELATIVE: Final = {
    "en": "this year; last year; this month; last month; last quarter; three years ago; 5 December",
    "ru": "в этом году; в прошлом году; в текущем месяце; в прошлом месяце; в прошлом квартале; "
    "на прошлой неделе; 5 декабря; в июле",
    "be": "у гэтым годзе; летась; у мінулым месяцы; 5 снежня; у ліпені",
    "uk": "цього року; минулого року; минулого місяця; 5 грудня; у липні",
    "kk": "биыл; былтыр; өткен айда; осы айда; 5 желтоқсан",
    "tr": "bu yıl; geçen yıl; bu ay; geçen ay; geçen hafta; 5 Aralık",
    "de": "in diesem Jahr; im vergangenen Jahr; in diesem Monat; im letzten Monat; am 5. Dezember",
    "zh": "今年; 去年; 本月; 上个月; 上季度; 12月5日",
    "ko": "올해; 지난해; 이달; 지난달; 지난 분기; 12월 5일",
    "ja": "今年; 昨年; 今月; 先月; 今週; 12月5日",
    "pl": "w tym roku; w zeszłym roku; w tym miesiącu; w zeszłym miesiącu; 5 grudnia",
}
TEXTS: Final = [(name, text) for name, texts in RELATIVE.items() for text in texts.split("; ")]


def read(text: str, locale: str, anchor: dt.date | Period) -> Period | None:
    try:
        return normalize.period(text, locale=locale, anchor=anchor)
    except errors.UnreadableTextError:
        return None


def is_one_in(found: Period | None, wide: Period) -> bool:
    """Tell whether what is said of one day is what a wider answer leaves open."""
    if found is None or found.start is None or found.end is None:
        return False
    if not wide.is_one_of:
        return re.fullmatch(wide.edtf.replace("X", "[0-9]"), found.edtf) is not None or not (
            re.search("[0-9]", wide.edtf)
        )
    assert wide.start is not None
    assert wide.end is not None
    return wide.start <= found.start and found.end <= wide.end


@given(
    text=st.sampled_from(TEXTS),
    anchor=periods(min_year=1950, max_year=2049, unknown=False),
    share=st.floats(0, 1),
)
@example(text=("ru", "в текущем месяце"), anchor=Period.year(2016), share=0.5)
@example(text=("ru", "в текущем месяце"), anchor=Period.from_edtf("2016-11/2016-12"), share=1.0)
@example(text=("en", "last month"), anchor=Period.month(2016, 11), share=1.0)
def test_what_is_said_of_a_period_is_so_on_each_of_its_days(
    text: tuple[str, str], anchor: Period, share: float
) -> None:
    locale, words = text
    assert anchor.start is not None
    assert anchor.days is not None
    day = anchor.start + dt.timedelta(days=int(share * (anchor.days - 1)))
    wide = read(words, locale, anchor)

    assert wide is not None
    assert is_one_in(read(words, locale, day), wide)


@pytest.mark.parametrize("locale", RELATIVE)
def test_a_month_of_two_says_the_year_and_one_of_two_months(locale: str) -> None:
    anchor = Period.from_edtf("[2016-11,2016-12]")
    found = [read(text, locale, anchor) for text in RELATIVE[locale].split("; ")]

    assert {Period.year(2016), Period.year(2015)} <= {*found}
    assert Period.day(2016, 12, 5) in found
    assert None not in found
    for one in found:
        assert one is not None
        assert one.precision != "month" or one == Period.month(2016, 7), one


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("this month", "[2016-11,2016-12]", "[2016-11,2016-12]"),
        ("this month", "2016-11/2016-12", "[2016-11,2016-12]"),
        ("this month", "2016", "[2016-01..2016-12]"),
        ("last month", "2016-11", "2016-10"),
        ("last quarter", "2016-11/2016-12", "2016-35"),
        ("today", "2016-11", "[2016-11-01..2016-11-30]"),
        ("this year", "2016/2017", "[2016,2017]"),
        ("this year", "2016-11/2017-02", "[2016,2017]"),
        ("this year", "[2019..]", "XXXX"),
        ("this year", "2019/..", "XXXX"),
        ("this year", "[..2019]", "XXXX"),
        ("this year", "[2016-01,2016-12]", "2016"),
        ("5 December", "2010/2019", "XXXX-12-05"),
        ("5 December", "2016", "XXXX-12-05"),
        ("December last year", "2016/2017", "XXXX-12"),
        ("since last month", "2016", "../.."),
        ("since last month", "2016-11", "2016-10/.."),
        ("last week", "2016-11", "XXXX-XX-XX"),
        ("in the same period of last year", "[2016-11,2016-12]", "[2015-11,2015-12]"),
    ],
)
def test_a_wide_day_gives_what_it_can(text: str, anchor: str, expected: str) -> None:
    found = normalize.period(text, locale="en", anchor=Period.from_edtf(anchor))

    assert expected == found.edtf
    for mention in extract.mentions(
        f"It grew {text}.", locale="en", anchor=Period.from_edtf(anchor)
    ):
        if not text.startswith(("since", "in the same")):
            assert expected == mention.value.edtf  # type: ignore[union-attr]  # it is a period


def test_from_the_beginning_of_the_year_needs_the_day() -> None:
    text, month = "They sold 5 cars year to date.", Period.month(2016, 11)
    kinds = [one.kind for one in extract.mentions(text, locale="en", anchor=month)]

    assert "period" not in kinds


@pytest.mark.parametrize("anchor", ["2019-05-03", 2019, 5.0, (2019, 5, 3), b"2019"])
def test_an_anchor_of_another_type_is_refused_by_both_doors(anchor: object) -> None:
    for ask in (normalize.period, extract.mentions):
        with pytest.raises(errors.InvalidValueError, match="an anchor is a date, a Period or None"):
            ask("в этом году", locale="ru", anchor=anchor)  # type: ignore[operator]  # what is tried


def test_the_hour_of_an_anchor_makes_no_difference() -> None:
    hour = dt.datetime(2019, 5, 3, 23, 59, tzinfo=dt.UTC)

    assert normalize.period("this month", locale="en", anchor=hour) == Period.from_edtf("2019-05")
    assert normalize.period("5 December", locale="en", anchor=hour) == normalize.period(
        "5 December", locale="en", anchor=hour.date()
    )


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("ru", "Собрание назначено на 22 января.", "2026-01-22"),
        ("ru", "Собрание прошло 22 января.", "2025-01-22"),
        ("ru", "В пятницу в области похолодает", "2025-12-12"),
        ("ru", "В пятницу в области похолодало", "2025-12-05"),
        ("uk", "Збори призначено на 22 січня.", "2026-01-22"),
        ("uk", "У п'ятницю похолодає", "2025-12-12"),
        ("be", "Сход прызначана на 22 студзеня.", "2026-01-22"),
        ("en", "See you at the gate on Friday.", "2025-12-12"),
        ("en", "The plant is set to open on 22 January.", "2026-01-22"),
        ("en", "We met at the gate on Friday.", "2025-12-05"),
    ],
)
def test_what_is_appointed_or_foretold_lies_ahead(locale: str, text: str, expected: str) -> None:
    (one,) = extract.mentions(f"Text: {text}", locale=locale, anchor=dt.date(2025, 12, 10))

    assert one.value == Period.from_edtf(expected)
