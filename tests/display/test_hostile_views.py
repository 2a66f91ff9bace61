"""Nothing in a text acts on what shows it: terminal, page, spreadsheet, or bibliography."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import unicodedata
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import display, frames
from coopdata.dataset import Dataset
from coopdata.errors import visible
from coopdata.model import Article, Basis, Citation, Fact, Mention
from coopdata.values import Measure, Period, Span
from hostile import TEXTS

TURNS = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}


def hostile(text: str) -> Dataset:
    """Return a dataset of one article and one fact, all their words made of `text`."""
    whole = f"{text} 5 km {text}"
    start = len(text) + 1
    article = Article(
        id=f"a{text}",
        file=text,
        language="en",
        publisher=text,
        title=text,
        place="",
        published=Period.year(2017),
        published_basis=Basis(kind="inferred", rule=f"why {text}"),
        text=whole,
        sha256=hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest(),
        rights=text,
        mentions=(
            Mention(
                span=Span(start=start, end=start + 4),
                kind="quantity",
                value=Measure.exact("5", "kilometer"),
                why=text,
            ),
        ),
    )
    fact = Fact(
        id=f"f{text}",
        kind="trade",
        gloss=text,
        status="actual",
        citations=(Citation(article_id=article.id, start=0, end=len(whole), quote=whole),),
        measure=Measure.exact("-5", "kilometer"),
        basis=Basis(kind="inferred", rule=f"why {text}"),
    )
    return Dataset(articles=[article], facts=[fact])


def controls(text: str) -> set[str]:
    """Return the characters that a terminal obeys, line ends and tabs aside."""
    acting = {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs")}
    return (acting | TURNS & {*text}) - {"\n", "\t"}


# -- the terminal ---------------------------------------------------------------------------------


@given(text=TEXTS)
@example(text="\x1b]0;owned\x07\x1b[2J")
@example(text="\x9b2J\u202eabc\u2066")
@example(text="[bold]\r")
def test_nothing_in_a_text_reaches_a_terminal_as_a_control(text: str) -> None:
    dataset = hostile(text)
    fact, article = dataset.facts[0], dataset.articles[0]
    said = [
        display.shown(fact, dataset=dataset),
        display.table(display.HEADINGS, [display.cells(fact, "en")]),
        article.cite("apa"),
        article.cite("bibtex"),
        fact.cite("apa", dataset=dataset),
        repr(dataset),
        repr(dataset.where()),
        repr(fact),
        repr(article),
    ]

    assert set() == controls("".join(said).replace("\r\n", "\n"))


@given(text=TEXTS)
def test_nothing_in_a_text_reaches_a_terminal_through_rich(text: str) -> None:
    console = pytest.importorskip("rich.console").Console(file=io.StringIO(), width=100)
    dataset = hostile(text)
    for view in (dataset, dataset.where(), dataset.articles[0], dataset.facts[0]):
        console.print(view)

    assert set() == controls(console.file.getvalue().replace("\r\n", "\n"))
    assert "5 km" in console.file.getvalue()


# -- the page -------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Collects the words of a page, and where each character that turns reading stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.astray: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append((tag, dict(attrs)))
        self.astray += [
            str(value) for _, value in attrs if controls(str(value).replace("\r\n", ""))
        ]

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()[0]

    def handle_data(self, data: str) -> None:
        self.words += data
        alone = len(data) == 1 and self.open[-1][1].get("dir") == "auto"
        self.astray += [] if alone else TURNS & {*data}


@given(text=TEXTS.filter(lambda text: "\0" not in text))
@example(text="\u202e<script>\u2069\u2069")
@example(text="\r\n")
def test_what_turns_reading_around_turns_nothing_on_a_page_but_itself(text: str) -> None:
    dataset = hostile(text)
    for view in (dataset, dataset.where(), dataset.articles[0], dataset.facts[0]):
        page = Page()
        page.feed(display.view(view).html())
        page.close()

        assert [] == page.astray
        display.view(view).html().encode("utf-8")
        lines = [re.sub("\r\n?", "\n", words) for words in (text, page.words)]
        assert "script" not in {tag for tag, _ in page.open}
        if not re.search("[\ud800-\udfff]", text) and view is dataset.articles[0]:
            assert f"{lines[0]} 5 km {lines[0]}".strip("\n") in lines[1]


# -- the spreadsheet ------------------------------------------------------------------------------


@given(cell=TEXTS | st.text())
@example(cell="=HYPERLINK(0)")
@example(cell=" \t=1")
@example(cell="＝1")
@example(cell="'=1")
@example(cell="\\x41")
@example(cell="-5E3")
@example(cell="-5+1")
@example(cell="+5")
@example(cell="a;=1+1")
@example(cell="a;\u00a0＝1")
@example(cell="a\n@x")
@example(cell="a\t-5 km")
def test_a_guarded_cell_begins_no_formula_holds_no_control_and_comes_back(cell: str) -> None:
    safe = display.guarded(cell)

    assert cell == display.unguarded(safe)
    assert set() == controls(safe.replace("\r\n", "\n"))
    is_number = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?", safe)
    assert is_number or safe.lstrip()[:1] not in {*"=+-@＝＋－＠"}
    assert safe[:1] not in {"\t", "\r", "\n"} or not cell
    # a sheet may part cells by semicolons or tabs, and a quote that it does not see ends a line
    assert not any(one.lstrip()[:1] in {*"=+-@＝＋－＠"} for one in re.split("[;\t\n]", safe)[1:])


@pytest.mark.parametrize("cell", ["", "5", "-5", "12.50", "-1E+3", "a-b", "2017-12-05", "5 km"])
def test_a_harmless_cell_is_as_it_was(cell: str) -> None:
    assert cell == display.guarded(cell)


@given(rows=st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_a_table_comes_back_from_csv(rows: list[list[str]]) -> None:
    text = display.csv_text(("one", "two"), rows)
    back = [*csv.reader(io.StringIO(text, newline=""))]

    assert [["one", "two"], *rows] == [[*map(display.unguarded, row)] for row in back]


@given(text=TEXTS)
@example(text="=HYPERLINK(0)")
@example(text="a; -1+1")
def test_no_cell_of_the_flat_table_is_computed_and_numbers_stay(text: str) -> None:
    dataset = hostile(text)
    rows = [*csv.DictReader(io.StringIO(frames.to_csv(dataset), newline=""))]

    for row, plain in zip(rows, frames.rows(dataset), strict=True):
        for name, cell in row.items():
            parts = [one.lstrip()[:1] for one in re.split("[;\t\n]", cell)]
            assert re.fullmatch(r"-?[0-9.]+", cell) or not {*parts} & {*"=+-@＝＋－＠"}, name
        assert plain["low"] == (Decimal(row["low"]) if row["low"] else None)
        assert "-5" == row["low"]
        texts = {name for name in row if isinstance(plain[name], str)}
        assert {"id", "quote"} <= texts
        assert all(plain[name] == display.unguarded(row[name]) for name in texts)


@given(text=TEXTS.filter(lambda text: not re.search("[\ud800-\udbff][\udc00-\udfff]", text)))
def test_json_comes_back_and_holds_no_control(text: str) -> None:
    said = display.json_text({text: [text]})

    assert {text: [text]} == json.loads(said)
    assert set() == controls(said)


# -- the bibliography -----------------------------------------------------------------------------


def fields(entry: str) -> dict[str, str]:
    """Read one entry as BibTeX does: it counts braces, whatever stands before them."""
    head, _, rest = entry.partition(",\n")
    assert re.fullmatch(r"@\w+\{[\w.:/+-]+", head)
    found: dict[str, str] = {}
    for line in rest.removesuffix("\n}").split("\n"):
        name, _, value = line.strip().removesuffix(",").partition(" = ")
        depth = 0
        for at, sign in enumerate(value):
            depth += (sign == "{") - (sign == "}")
            assert depth > 0 or at == len(value) - 1
        assert depth == 0
        found[name] = value
    return found


TEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
TEX_WORD = re.compile("|".join(map(re.escape, TEX)))


@given(text=TEXTS | st.text(alphabet='\\{}%&$#_~^"@=, ab\n', max_size=12))
@example(text="{")
@example(text="}}, year = {1}")
@example(text="\\input{/etc/passwd}")
@example(text="100 % & more_ ~ ^ # $")
@example(text="a\n\nb")
@example(text="\r")
def test_an_entry_of_a_bibliography_holds_the_words_and_nothing_else(text: str) -> None:
    dataset = hostile(text)
    for cited in (
        dataset.articles[0].cite("bibtex"),
        dataset.facts[0].cite("bibtex", dataset=dataset),
    ):
        found = fields(cited)
        title = found.get("title", "{{}}")[2:-2]
        line = visible(" ".join(text.split()))

        assert {"title", "author", "date", "year", "langid", "note"} >= set(found)
        assert (
            line or visible(" ".join(f"[Untitled article, file {text}]".split()))
        ) == TEX_WORD.sub(lambda word: TEX[word[0]], title).rstrip()
        assert not re.search(r"[\\{}%&$#_~^]", TEX_WORD.sub("", title))


@given(text=TEXTS)
def test_every_style_is_one_line_or_json(text: str) -> None:
    dataset = hostile(text)

    assert 1 == len(dataset.articles[0].cite("apa").split("\n"))
    (item,) = json.loads(dataset.articles[0].cite("csl-json"))
    assert (text if text.strip() else f"[Untitled article, file {text}]") == item["title"]
