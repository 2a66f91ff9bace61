"""Every record has a view in every language, in every form, and no text acts on what shows it."""

from __future__ import annotations

import copy
import datetime as dt
import io
import json
import pickle
import re
import subprocess
import sys
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as hs

import coopdata as cd
from coopdata import batch, display, errors, extract, normalize
from coopdata import strategies as st
from coopdata._viewed import Viewed
from coopdata.errors import CoopdataError
from coopdata.model import Mentions
from coopdata.values import Measure, Period
from hostile import TEXTS

LANGUAGES = ("be", "de", "en", "kk", "ko", "ru", "tr", "zh")
INERT = {"b", "blockquote", "br", "div", "mark", "p", "span", "strong"}
INERT |= {"table", "tbody", "td", "th", "thead", "tr"}
CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
VALUED = st.measures() | st.periods() | st.citations() | st.parties() | st.mentions()
RECORDS = VALUED | st.name_mentions() | st.facts() | st.articles() | st.datasets()


class Tags(HTMLParser):
    """Collects tags and attributes; refuses what does not close."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.open += [tag] if tag != "br" else []

    def handle_endtag(self, tag: str) -> None:
        if tag != "br":
            assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data


def tags(page: str) -> Tags:
    found = Tags()
    found.feed(page)
    found.close()

    assert [] == found.open
    return found


def sound(value: Viewed, locale: str) -> dict[str, str]:
    """Return the view of a record, whose HTML and Markdown hold no more than inert elements."""
    bundle = display.view(value, locale=locale).bundle()
    page = tags(bundle["text/html"])

    assert page.tags <= INERT
    assert page.names <= {"class", "cite", "dir", "lang", "style", "title"}
    assert tags(rendered(bundle["text/markdown"])).tags <= INERT
    assert not CONTROLS.search(bundle["text/plain"].replace("\r\n", "\n"))
    assert not CONTROLS.search(bundle["text/markdown"])
    assert bundle["text/plain"]
    return bundle


def rendered(text: str) -> str:
    """Return Markdown as a notebook renders it: with tables, and with HTML let through."""
    markdown = pytest.importorskip("markdown_it").MarkdownIt("commonmark", {"html": True})
    page: str = markdown.enable("table").render(text)
    return page


@given(value=RECORDS, locale=hs.sampled_from(LANGUAGES))
def test_every_record_has_a_view_in_every_language(value: Viewed, locale: str) -> None:
    sound(value, locale)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_shipped_record_has_a_view_in_every_language(locale: str, ds: cd.Dataset) -> None:
    for value in (ds, ds.where(), ds.articles[1], *ds.facts[::9], *ds.parties[::9]):
        sound(value, locale)
    sound(ds.where(unit="USD", kind="investment", party="TR").sum(), locale)
    found = extract.mentions("It sold 5 t to China in May 2017.", locale="en", kinds=KINDS)

    assert 3 == sound(found, locale)["text/html"].count("<mark ")


KINDS = ("quantity", "period", "place")
MARKUP = (
    "<img src=x onerror=alert(1)>",
    "![a](http://b/c.png) [a](http://b) <http://b>",
    "# a\n- b\n1. c\n> d\n---\n***\n    code\n\tcode\n```\nx\n```\n| a | b |\n|---|---|\n| 1 | 2 |",
    "$x$ \\(y\\) **b** _i_ `c` ~~s~~ &lt; &#60;script&#62;",
    "a\n===\nb\n---\n\n<div onclick=x>\n<!-- c -->",
    "\x1b[2J\u202e\ud800",
)


@given(text=TEXTS | hs.sampled_from(MARKUP))
@example(text=MARKUP[1])
@example(text=MARKUP[2])
@example(text=MARKUP[4])
def test_no_text_acts_in_any_view(text: str) -> None:
    whole = f"{text} 5 km {text}"
    found = extract.mentions(whole, locale="en")
    quote = cd.Citation(article_id=text, start=0, end=len(whole), quote=whole)
    name = cd.model.Name(text=text, language="en")
    place = cd.Place(id=text, names=(name,), aliases=(text,), citations=(quote,))
    values: list[Viewed] = [found, quote, place]
    values += [errors.UnreadableTextError(whole, text, 3, text), errors.SeedError(text, (text,))]
    values += [errors.RecordNotFoundError(text, text, (text, text)), *found]
    for value in values:
        sound(value, "en")


def test_the_words_of_a_text_are_all_there_in_markdown() -> None:
    for text in MARKUP[:-1]:
        found = Mentions((), text=text, locale="en")
        page = tags(rendered(display.view(found).markdown()).replace("<br>", "\n"))

        assert text.split() == page.words.split()[2:]


@given(value=RECORDS)
def test_rich_draws_every_view(value: Viewed) -> None:
    console = pytest.importorskip("rich.console").Console(file=io.StringIO(), width=100)
    console.print(value)

    assert console.file.getvalue().strip()


def test_values_are_grouped_and_in_the_words_of_the_reader() -> None:
    money = Measure.at_least("28000000", "USD")

    assert "at least 28,000,000 US dollars" == money._repr_mimebundle_()["text/plain"]
    assert "не менее 28 000 000 долларов США" == " ".join(
        display.view(money, locale="ru").plain().split()
    )
    assert "May 1997" == Period.month(1997, 5)._repr_mimebundle_()["text/markdown"]


def test_a_view_is_shown_as_the_record_is(ds: cd.Dataset) -> None:
    view = display.view(ds.facts[0], locale="ko")

    assert view.bundle() == view._repr_mimebundle_()
    assert view == display.view(view)


def test_what_has_no_view_is_refused() -> None:
    with pytest.raises(TypeError, match="no view of 5"):
        display.view(5)


ERRORS: list[CoopdataError] = [
    errors.RecordNotFoundError("article", "kursk", ("kursk-trade",)),
    errors.UnreadableTextError("about 5 5 km", "en", 8, "one quantity"),
    errors.UnknownUnitError("kmm", ("km",)),
    errors.UnknownLocaleError("xq", ("xh",)),
    errors.ConversionError("USD into EUR", "name a rate"),
    errors.InvalidValueError(-1, "a count is not below zero"),
    errors.UndecidedError("the amount", "choose a fact with a measure"),
    errors.SeedError("seeds", ("a.toml: field missing",)),
    errors.MissingExtraError("to_pandas", "pandas"),
]


@pytest.mark.parametrize("err", ERRORS, ids=lambda err: type(err).__name__)
def test_an_error_shows_its_message_with_the_remedy_and_its_fields(err: CoopdataError) -> None:
    plain = sound(err, "ru")["text/plain"]

    assert plain.startswith(f"{type(err).__name__}\n{err}")
    for name in vars(err):
        assert name == "problems" or f"  {name}: " in plain


def test_an_error_marks_where_a_text_could_not_be_read() -> None:
    with pytest.raises(errors.UnreadableTextError) as caught:
        normalize.measure("5 5 km", locale="en")

    assert "⟦" in display.view(caught.value).plain()


# -- the list of mentions -------------------------------------------------------------------------

TEXT = "Up to 5,000 tractors and $7 million in May 2017, 12 % more."


def test_the_list_of_mentions_is_a_tuple_that_knows_its_text() -> None:
    found = extract.mentions(TEXT, locale="en")
    first, *rest = found
    plain = tuple(found)

    assert isinstance(found, tuple)
    assert type(plain) is tuple
    assert plain == found
    assert found == plain
    assert hash(plain) == hash(found)
    assert (first, *rest) == found
    assert found + plain == plain + plain
    assert (TEXT, "en") == (found.text, found.locale)
    assert (TEXT, "en") == (found[1:].text, found[1:].locale)
    assert plain[1:] == found[1:]
    assert plain[-1] == found[-1]
    assert "<Mentions of 4: '5,000 tractors', '$7 million', 'May 2017', …>" == repr(found)
    assert "<Mentions of 0>" == repr(found[:0])


def test_a_list_of_mentions_travels_and_cannot_be_changed() -> None:
    found = extract.mentions(TEXT, locale="en")
    for made in (pickle.loads(pickle.dumps(found)), copy.copy(found), copy.deepcopy(found)):
        assert (found, found.text, found.locale) == (made, made.text, made.locale)
    with pytest.raises(AttributeError, match="cannot be changed"):
        found.text = ""
    with pytest.raises(AttributeError, match="cannot be changed"):
        del found.text


def test_a_list_of_mentions_shows_its_text_with_marks() -> None:
    found = extract.mentions(TEXT, locale="en")
    marked = "Up to ⟦5,000 tractors⟧ and ⟦$7 million⟧ in ⟦May 2017⟧, ⟦12 %⟧ more."

    assert f"mentions: 4\n{marked}" == display.view(found).plain()
    assert 4 == found.to_html(locale="ru").count("<mark ")
    assert "<title>Sales</title>" in found.to_html(title="Sales")


def test_the_page_marks_quantities_and_periods_alone(ds: cd.Dataset) -> None:
    text = "It sold 5 t to China."
    found = extract.mentions(text, locale="en", kinds=KINDS, parties=ds.parties)

    assert 1 == found.to_html().count("<mark ")


@given(text=hs.sampled_from([TEXT, "", "в мае 2017 г. 5 т", "𝟓 km 5 km", "from 3 to 5 %"]))
def test_a_list_of_mentions_has_the_rows_of_the_batch(text: str) -> None:
    pa = pytest.importorskip("pyarrow")
    locale = "ru" if "в" in text else "en"
    found = extract.mentions(text, locale=locale)
    rows = batch.mentions(pa.record_batch({"text": [text]}), locale=locale)

    assert batch.MENTIONS == found.to_arrow().schema
    assert rows.to_pylist() == found.to_arrow().to_pylist()
    assert rows.to_pylist() == pa.RecordBatchReader.from_stream(found).read_all().to_pylist()
    assert len(found) == len(found.to_pandas())
    said = [{name: _told(cell) for name, cell in row.items()} for row in rows.to_pylist()]
    assert said == [json.loads(line) for line in found.to_jsonl().splitlines()]


def _told(cell: Any) -> Any:
    """Return a cell as JSON has it: days and decimals as texts."""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def test_names_are_refused_by_the_table_of_values() -> None:
    found = extract.mentions("It sold 5 t to China.", locale="en", kinds=KINDS)
    with pytest.raises(errors.InvalidValueError, match="leave names out"):
        found.to_jsonl()


def test_half_a_character_is_refused_by_the_table() -> None:
    found = extract.mentions("\ud800 5 km", locale="en")
    with pytest.raises(errors.UnreadableTextError, match="UTF-8"):
        found.to_jsonl()


def test_views_are_loaded_when_they_are_asked_for() -> None:
    code = (
        "import sys, coopdata as cd; cd.Measure.exact(5, 'km'); cd.errors.CoopdataError();"
        "cd.extract; print('coopdata.display' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "False\n" == done.stdout
