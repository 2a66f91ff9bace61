"""The kernel's rows are the mentions of `extract`, one row each, and a bad row says why."""

from __future__ import annotations

import datetime as dt
import pickle
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import batch, extract
from coopdata.errors import (
    InvalidValueError,
    MissingExtraError,
    RecordNotFoundError,
    UnknownLocaleError,
)
from coopdata.model import Mention
from coopdata.values import Measure, Period
from support import REPO
from texts import sentences

pa = pytest.importorskip("pyarrow")

SENTENCES = sentences()
_BASES = ("_base", "_base_rest")
(ONE,) = extract.mentions("5 km", locale="en")
PIECES = st.sampled_from(
    ("5 km ", "€1.2 bn\n", "🚢", "𝟚 ", "é", "ñ", "万吨 ", "30 %", "May 2017; ")
)
TEXTS = st.one_of(
    st.sampled_from([(one.text, one.language) for one in SENTENCES]),
    st.tuples(st.lists(PIECES, max_size=8).map("".join), st.sampled_from(("en", "zh", "de"))),
)


def texts(*rows: tuple[Any, ...], **types: Any) -> Any:
    """Return a batch of texts, each with its locale, and more columns by name."""
    names = ("text", "locale", *types)
    kinds = (pa.string(), pa.string(), *types.values())
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    arrays = [pa.array(each, kind) for each, kind in zip(columns, kinds, strict=True)]
    return pa.record_batch(arrays, names=list(names))


def found(made: Any, **how: Any) -> list[dict[str, Any]]:
    """Return the rows of a batch's mentions, of which the locale is a column."""
    rows: list[dict[str, Any]] = batch.mentions(made, locale_column="locale", **how).to_pylist()
    return rows


def told(one: Mention) -> dict[str, Any]:
    """Return what a row must say of a mention, worked out from the record alone."""
    value = one.value
    is_measure = isinstance(value, Measure)
    bounds = (value.low, value.high) if isinstance(value, Measure) else (None, None)
    low, high = (None if each is None else f"{each:f}" for each in bounds)
    return {
        "start": one.span.start,
        "end": one.span.end,
        "kind": one.kind,
        "low_text": low,
        "high_text": high,
        "unit": value.unit if isinstance(value, Measure) else None,
        "relation": value.relation if isinstance(value, Measure) else None,
        "dimension": value.dimension if isinstance(value, Measure) else None,
        "period": None if is_measure else str(value),
        "period_start": value.start if isinstance(value, Period) else None,
        "period_end": value.end if isinstance(value, Period) else None,
        "change": one.change,
        "mod": one.mod,
        "counted": one.counted,
        "carried": one.carried,
        "minor": one.minor,
        "why": one.why,
        "error": None,
    }


@given(rows=st.lists(TEXTS, max_size=4))
@example(rows=[])
@example(rows=[("", "en"), ("no number", "de"), ("5 km", "en")])
def test_the_rows_are_the_mentions_of_each_text_in_order(rows: list[tuple[str, str]]) -> None:
    expected = [
        {"row": row, "id": None} | told(one)
        for row, (text, locale) in enumerate(rows)
        for one in extract.mentions(text, locale=locale)
    ]
    others = {"words", "start_utf16", "end_utf16", "start_utf8", "end_utf8"}
    others |= {"period_begun", "period_lasts", "value"}
    others |= {f"{end}{of}" for end in ("low", "high") for of in ("", "_float", *_BASES)}
    read = found(texts(*rows))

    assert expected == [
        {name: held for name, held in row.items() if name not in others} for row in read
    ]
    assert {*batch.MENTIONS.names} == {*others, "row", "id", *told(ONE)}


@given(rows=st.lists(TEXTS, min_size=1, max_size=4))
@example(rows=[("🚢🚢 5 km, né 7 kg €2", "en")])
def test_every_counting_of_offsets_cuts_the_same_words(rows: list[tuple[str, str]]) -> None:
    for one in found(texts(*rows)):
        text = rows[one["row"]][0]
        in16, in8 = text.encode("utf-16-le"), text.encode()

        assert one["words"] == text[one["start"] : one["end"]]
        assert one["words"] == in8[one["start_utf8"] : one["end_utf8"]].decode()
        assert one["words"] == in16[one["start_utf16"] * 2 : one["end_utf16"] * 2].decode(
            "utf-16-le"
        )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12.50 km", 12.5, 12.5),
        ("more than 0.1 km", 0.1, None),
        ("up to 5,000 tractors", None, 5000.0),
        ("two thirds of a tonne", 2 / 3, 2 / 3),
        ("$3 trillion", 3e12, 3e12),
    ],
)
def test_a_float_is_the_nearest_to_the_bound(
    text: str, low: float | None, high: float | None
) -> None:
    (one,) = found(texts((text, "en")))

    assert (low, high) == (one["low_float"], one["high_float"])


def test_the_text_of_a_bound_keeps_its_digits() -> None:
    (one,) = found(texts(("12.50 km", "en")))

    assert ("12.50", Decimal("12.50")) == (one["low_text"], Decimal(one["high_text"]))


def test_a_constant_says_the_locale_of_every_text() -> None:
    made = texts(("1.234 kg", "en"), ("5 kg", "en"))
    read = batch.mentions(made, locale="de").to_pylist()

    assert ["1234", "5"] == [one["low_text"] for one in read]


def test_words_of_ones_own_are_read_in_the_texts_of_every_locale() -> None:
    texts = pa.record_batch({"text": ["40 coils", "40 рулонов стали"], "of": ["en", "ru"]})
    words = REPO / "examples" / "words"
    found = batch.mentions(texts, locale_column="of", words=words)

    assert ["{steel_coil}"] * 2 == found.column("unit").to_pylist()
    assert (
        "{steel_coil}" not in batch.mentions(texts, locale_column="of").column("unit").to_pylist()
    )


def test_a_column_that_is_named_like_a_locale_is_not_taken_for_the_locale() -> None:
    made = pa.record_batch({"de": ["1.234 kg"], "en": ["1.234 kg"]})

    assert ["1234"] == batch.mentions(made, text="en", locale="de").column("low_text").to_pylist()


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
def test_a_text_may_be_of_any_arrow_type_of_texts(kind: str) -> None:
    held = pa.array(["5 km"])
    held = held.dictionary_encode() if kind == "dictionary" else held.cast(getattr(pa, kind)())
    read = batch.mentions(pa.record_batch([held], names=["text"]), locale="en")

    assert ["5 km"] == read.column("words").to_pylist()


def test_a_slice_of_a_batch_is_read_as_a_batch_of_its_own() -> None:
    made = texts(("5 km", "en"), ("7 kg", "en"), ("9 t", "en"))

    assert [(0, "7 kg")] == [(one["row"], one["words"]) for one in found(made.slice(1, 1))]


# -- bad rows -----------------------------------------------------------------------------------


@given(rows=st.lists(TEXTS, max_size=3), at=st.integers(0, 3))
def test_a_bad_row_changes_no_other(rows: list[tuple[str, str]], at: int) -> None:
    at = min(at, len(rows))
    bad = [*rows[:at], ("5 km", "no such locale"), *rows[at:]]
    alone = [one | {"row": one["row"] + (one["row"] >= at)} for one in found(texts(*rows))]
    read = found(texts(*bad))

    assert alone == [one for one in read if one["error"] is None]
    assert [at] == [one["row"] for one in read if one["error"] is not None]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("5 km", "tlh-Piqd"), "UnknownLocaleError: unknown locale 'tlh-Piqd'"),
        (("5 km", None), "UnknownLocaleError: unknown locale None"),
    ],
)
def test_a_bad_row_says_what_is_wrong_and_nothing_else(row: tuple[Any, ...], says: str) -> None:
    (one,) = found(texts((*row, "a7"), name=pa.string()), id_column="name")

    assert (0, "a7") == (one.pop("row"), one.pop("id"))
    assert one.pop("error").startswith(says)
    assert {None} == {*one.values()}


@pytest.mark.parametrize(
    ("column", "says"),
    [
        (pa.array([5]), "TypeError: mentions are found in a str, got 5"),
        (pa.array([b"5 km"]), "TypeError: mentions are found in a str, got b'5 km'"),
        (pa.array([["5 km"]]), "TypeError: mentions are found in a str"),
    ],
)
def test_what_is_no_text_gives_a_row_that_says_so(column: Any, says: str) -> None:
    read = batch.mentions(pa.record_batch([column], names=["text"]), locale="en")

    assert [True] == [one.startswith(says) for one in read.column("error").to_pylist()]


def test_a_text_of_broken_bytes_gives_a_row_that_says_so() -> None:
    raw = [None, pa.py_buffer(b"\0\0\0\0\1\0\0\0\5\0\0\0"), pa.py_buffer(b"\xff5 km")]
    made = pa.record_batch([pa.Array.from_buffers(pa.string(), 2, raw)], names=["text"])
    broken, whole = batch.mentions(made, locale="en").to_pylist()

    assert broken["error"].startswith("UnicodeDecodeError: ")
    assert (1, "5 km", None) == (whole["row"], whole["words"], whole["error"])


@pytest.mark.parametrize("locale", ["en", "no such locale", None])
def test_an_empty_cell_gives_no_row(locale: str | None) -> None:
    assert [] == found(texts((None, locale)))


# -- anchors and ids ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "anchor", "expected"),
    [
        (pa.date32(), dt.date(2019, 5, 3), "2019"),
        (pa.date64(), dt.date(2019, 5, 3), "2019"),
        (pa.string(), "2019-05", "2019"),
        (pa.string(), None, "XXXX"),
    ],
)
def test_an_anchor_is_a_date_or_edtf_or_left_open(kind: Any, anchor: Any, expected: str) -> None:
    (one,) = found(texts(("this year", "en", anchor), day=kind), anchor_column="day")

    assert expected == one["period"]


def test_one_anchor_serves_all_texts() -> None:
    made = texts(("this year", "en"), ("в этом году", "ru"))
    read = [found(made, anchor=one) for one in (dt.date(2019, 5, 3), Period.month(2019, 5))]

    assert [["2019", "2019"]] * 2 == [[one["period"] for one in rows] for rows in read]


@pytest.mark.parametrize(
    ("kind", "anchor"),
    [
        (pa.timestamp("s"), dt.datetime(2019, 1, 1)),
        (pa.string(), "last spring"),
        (pa.int64(), 2019),
    ],
)
def test_an_anchor_of_another_kind_is_an_error_of_its_row(kind: Any, anchor: Any) -> None:
    made = texts(("this year", "en", anchor), ("5 km", "en", None), day=kind)
    bad, good = found(made, anchor_column="day")

    assert (0, None, True) == (bad["row"], bad["period"], bad["error"] is not None)
    assert (1, "5 km") == (good["row"], good["words"])


@pytest.mark.parametrize("anchor", [dt.datetime(2019, 1, 1), 2019])
def test_an_anchor_of_all_texts_that_is_no_day_is_refused(anchor: Any) -> None:
    with pytest.raises(InvalidValueError, match="an anchor is a date, a Period or its EDTF text"):
        found(texts(("this year", "en")), anchor=anchor)


@pytest.mark.parametrize(
    ("kind", "given_", "told_"), [(pa.string(), "a7", "a7"), (pa.int64(), 7, "7")]
)
def test_an_id_is_carried_over(kind: Any, given_: Any, told_: str) -> None:
    made = texts(("5 km, 7 kg", "en", given_), ("9 t", "en", None), name=kind)

    assert [told_, told_, None] == [one["id"] for one in found(made, id_column="name")]


@pytest.mark.parametrize(("kind", "given_"), [(pa.float64(), 7.5), (pa.bool_(), True)])
def test_an_id_of_another_kind_is_an_error_of_its_row(kind: Any, given_: Any) -> None:
    (one,) = found(texts(("5 km", "en", given_), name=kind), id_column="name")

    assert one["error"].startswith("InvalidValueError: an id is a text or a whole number")


# -- calls that are wrong -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "error", "says"),
    [
        ({}, InvalidValueError, "give locale or locale_column"),
        ({"locale": "en", "locale_column": "locale"}, InvalidValueError, "give locale or"),
        ({"locale": "qqq"}, UnknownLocaleError, "unknown locale 'qqq'"),
        ({"locale": "en", "text": "txet"}, RecordNotFoundError, "no column has the id 'txet'"),
        ({"locale_column": "x"}, RecordNotFoundError, "no column has the id 'x'"),
        (
            {"locale": "en", "anchor": dt.date(2019, 1, 1), "anchor_column": "day"},
            InvalidValueError,
            "give anchor or anchor_column, not both",
        ),
    ],
)
def test_a_call_that_is_wrong_is_refused_whatever_the_texts(
    how: dict[str, Any], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        batch.mentions(texts(), **how)


def test_a_name_that_two_columns_have_is_refused() -> None:
    made = pa.record_batch([pa.array(["5 km"])] * 2, names=["text", "text"])

    with pytest.raises(InvalidValueError, match="one column of a name"):
        batch.mentions(made, locale="en")


@pytest.mark.parametrize("wrong", [pa.table({"text": ["5 km"]}), ["5 km"], None])
def test_what_is_no_record_batch_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"pyarrow\.RecordBatch"):
        batch.mentions(wrong, locale="en")


# -- the schema ---------------------------------------------------------------------------------


def test_the_answer_has_the_declared_schema_and_is_whole() -> None:
    for made in (texts(), texts(("5 km", "en"), ("5 km", "xx-none"))):
        read = batch.mentions(made, locale_column="locale")
        read.validate(full=True)

        assert read.schema.equals(batch.MENTIONS, check_metadata=True)


def test_every_column_says_what_it_holds_and_travels() -> None:
    again = pickle.loads(pickle.dumps(batch.MENTIONS))

    assert again.equals(batch.MENTIONS, check_metadata=True)
    assert all(field.metadata[b"words"].endswith(b".") for field in again)
    assert b"UTF-16 code units" == again.field("start_utf16").metadata[b"unit"]


def test_the_documented_table_is_the_schema(repo: Path) -> None:
    page = (repo / "docs/reference/mentions-table.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| (yes|no) \|", batch.schema_table(), re.MULTILINE)
    schema = [
        (one.name, re.sub(r"\[day\]$", "", str(one.type)), "yes" if one.nullable else "no")
        for one in batch.MENTIONS
    ]

    assert batch.schema_table() in page, "take the table anew from coopdata.batch.schema_table()"
    assert schema == rows


@pytest.mark.parametrize(
    "way", [lambda: batch.MENTIONS, lambda: batch.mentions(object(), locale="en")]
)
def test_a_missing_package_is_named_with_its_extra(
    way: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'coopdata\[arrow\]'"):
        way()
    assert "| `row` |" in batch.schema_table()
