"""Views show the words that were written, escaped, with the value marked and the source named."""

from __future__ import annotations

import copy
import hashlib
import html
import io
import json
import re
import sys
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from coopdata import display
from coopdata import strategies as st
from coopdata.dataset import Dataset
from coopdata.errors import MissingExtraError, RecordNotFoundError
from coopdata.model import Article, Citation, Fact
from coopdata.values import Measure, Period
from texts import article_of


class Reader(HTMLParser):
    """Collects the tags and the text of a page; refuses tags that do not close."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()

    assert [] == reader.open
    return reader


PLAIN = {"article", "h3", "p", "mark", "div", "b", "table", "thead", "tbody", "tr", "th", "td"}


@given(dataset=st.datasets())
def test_html_is_escaped_and_closed(dataset: Dataset) -> None:
    for view in (dataset, dataset.where(), *dataset.articles, *dataset.facts):
        page = read(display.view(view).html())

        assert set(page.tags) <= PLAIN | {"blockquote", "span"}
    for article in dataset.articles:
        shown = read(display.view(article).html()).words
        said, there = (
            one.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
            for one in (article.text, shown)
        )
        assert said in there


def test_a_script_in_a_text_stays_text(ds: Dataset) -> None:
    evil = "<script>alert('1')</script>"
    fact = evolve(ds.facts[0], gloss=evil, place=evil)
    article = evolve(ds.articles[0], title=evil, publisher=evil, language='"><b>', mentions=())

    assert "script" not in read(display.view(fact).html()).tags
    assert "script" not in read(display.view(article).html()).tags


@given(measure=st.measures(), period=st.periods())
def test_values_have_a_view(measure: Measure, period: Period) -> None:
    for value in (measure, period):
        page = display.view(value, locale="ru").html()

        assert value.format(locale="ru") == read(page).words
        assert f'title="{html.escape(str(value))}"' in page


@given(dataset=st.datasets())
def test_rich_draws_everything_as_text(dataset: Dataset) -> None:
    console = pytest.importorskip("rich.console").Console(file=io.StringIO(), width=200)
    for view in (dataset, dataset.where(), *dataset.articles, *dataset.facts):
        console.print(view)


def words_drawn(view: Any) -> set[str]:
    console = pytest.importorskip("rich.console").Console(file=io.StringIO(), width=400)
    console.print(view)
    return {*re.findall(r"[^\W\d]+", console.file.getvalue())}


@pytest.mark.parametrize("locale", ["ru", "be", "kk", "ko", "tr", "zh", "de"])
def test_no_english_label_or_sentence_is_left_in_the_views_of_another_reader(
    ds: Dataset, locale: str
) -> None:
    english = {"article", "fact", "facts", "kind", "period", "published", "publisher", "said"}
    facts, fact = ds.where(article="osipovichi-avtotor"), ds.fact("kursk-trade.meeting")
    pages = (
        display.view(ds, locale=locale).html(),
        display.view(facts, locale=locale).html(),
        display.view(fact, locale=locale).html(),
    )
    for page in pages:
        heads = {*re.findall(r"<th>(.*?)</th>", page)}

        assert heads
        assert not english & heads
        assert not any(one.gloss in page for one in (*facts, fact))
    for view in (
        display.view(facts, locale=locale),
        display.view(facts[0], locale=locale),
    ):
        drawn = words_drawn(view) - {*re.findall(r"[a-z]+", " ".join(one.id for one in facts))}
        assert not {*english, "actual", "stated", "inferred"} & drawn
    article = ds.article("osipovichi-avtotor")
    source = display.source_of(article, locale=locale)

    assert source in html.unescape(display.view(article, locale=locale).html())
    assert {*re.findall(r"[^\W\d]+", source)} <= words_drawn(display.view(article, locale=locale))


def test_a_dataset_is_cited_with_its_date_in_the_words_of_the_reader(ds: Dataset) -> None:
    assert "(2026, November 29)" in ds.cite()
    assert "(29 ноября 2026 г.)" in ds.cite(locale="ru")
    assert "[Набор данных]" in ds.cite(locale="ru")
    assert [[2026, 11, 29]] == json.loads(ds.cite("csl-json"))[0]["issued"]["date-parts"]


def test_a_fact_that_is_from_no_dataset_has_its_views(ds: Dataset) -> None:
    alone = copy.copy(ds.fact("kursk-trade.meeting"))

    assert "Alexander Mikhailov" in display.view(alone).html()
    assert display.view(alone, locale="ru") == display.view(ds.fact(alone.id), locale="ru")


def test_rich_does_not_read_texts_as_markup(ds: Dataset) -> None:
    console = pytest.importorskip("rich.console").Console(file=io.StringIO(), width=200)
    console.print(evolve(ds.facts[0], gloss="[bold]not markup[/bold]"))
    console.print(ds.facts[3].measure, Period.year(2017))

    assert "[bold]not markup[/bold]" in console.file.getvalue()
    assert "2017" in console.file.getvalue()


def test_a_terminal_view_without_rich_names_the_extra(
    ds: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rich.table", None)
    with pytest.raises(MissingExtraError, match=r"coopdata\[rich\]"):
        ds.__rich__()


# -- show ---------------------------------------------------------------------------------------


def test_a_fact_is_shown_in_its_sentence_with_value_and_source(
    ds: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    ds.fact("allurgroup-jac.three-models").show()
    printed = capsys.readouterr().out

    assert "⟦трех моделей⟧ автомобилей бренда JAC Motors." in printed
    assert "production · actual · 3 models · inferred: place" in printed
    assert "— publisher not named, November 2016 or December 2016 (inferred)" in printed
    assert "allurgroup-jac, characters 587 to 673" in printed


def test_a_fact_is_shown_in_a_locale(ds: Dataset) -> None:
    words = display.shown(ds.fact("allurgroup-jac.three-models"), locale="ru")

    assert words.startswith("«Мы совместно начали с крупноузловой сборки")
    assert "Как сообщает Андрей Лаврентьев, налажено производство" in words
    assert "производство · факт · 3 модели" in words
    assert "— издатель не указан, ноябрь 2016" in words
    assert "allurgroup-jac, знаки с 587 по 673" in words


def test_a_citation_has_its_own_words_in_a_locale(ds: Dataset) -> None:
    fact = ds.fact("kursk-trade.meeting")

    assert "(5 декабря 2017" in fact.cite(locale="ru")
    assert "» (знаки с 552 по 683)" in fact.cite(locale="ru")
    assert "“ (Zeichen 552 bis 683)" in fact.cite("bibtex", locale="de")
    assert "[Статья без заголовка, файл" in ds.article("allurgroup-jac").cite(locale="ru")
    assert fact.cite(locale="en") == fact.cite(locale="it")


@pytest.mark.parametrize("number", range(0, 130, 7))
def test_the_sentence_holds_the_quote(number: int, ds: Dataset) -> None:
    fact = ds.facts[number]
    article = ds.article(fact.article_id)
    for citation in fact.citations:
        if citation.article_id == article.id:
            around = display.sentence(article, citation)

            assert around.start <= citation.start < citation.end <= around.end
            assert citation.quote in re.sub("[⟦⟧]", "", display.marked(fact, article, citation))


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("One. Two is here. Three.", "is", "Two is here."),
        ("Вложено 28 млн. долларов. Ещё.", "28", "Вложено 28 млн. долларов."),
        ("Завод в г. Костанай растёт. Да.", "растёт", "Завод в г. Костанай растёт."),
        ("He said: “Yes.” Then he left.", "left", "Then he left."),
        ("No stop here\nnext line", "stop", "No stop here"),
        ("One. Two. Three.", "One. Two", "One. Two."),
        ("  x  ", "x", "x"),
        ("Up 3.5% in 2017. Next", "3.5", "Up 3.5% in 2017."),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, quote: str, expected: str) -> None:
    start = text.index(quote)
    cited = Citation(article_id="a", start=start, end=start + len(quote), quote=quote)

    assert expected == display.sentence(article_of(text), cited).of(text)


def test_a_fact_of_another_dataset_is_shown_with_that_dataset() -> None:
    own = article_of("It cost $5.")
    citation = Citation(article_id="a", start=8, end=10, quote="$5")
    fact = Fact(id="a.b", kind="trade", gloss="", status="actual", citations=(citation,))
    digest = hashlib.sha256(own.text.encode()).hexdigest()
    dataset = Dataset(articles=[evolve(own, sha256=digest)], facts=[fact])

    assert "It cost ⟦$5⟧." in display.shown(fact, dataset=dataset)
    assert "“$5” (characters 8 to 10)" in fact.cite(dataset=dataset)
    with pytest.raises(RecordNotFoundError, match="no article has the id 'a'"):
        fact.show()


# -- cite ---------------------------------------------------------------------------------------


def test_an_article_is_cited_in_apa(ds: Dataset) -> None:
    assert (
        "Official Website of the Republic of Belarus. (2017, December 5). "
        "Belarus eager to restore trade with Russia’s Kursk Oblast up to $250m."
        == ds.article("kursk-trade").cite()
    )


def test_an_inferred_date_says_so(ds: Dataset) -> None:
    cited = ds.article("allurgroup-jac").cite("apa")

    assert "(November 2016 or December 2016)" in cited
    assert "date inferred: " in cited


def test_a_fact_is_cited_with_its_words(ds: Dataset) -> None:
    fact = ds.fact("kamaz-turkey.turkish-investment")

    assert f"“{fact.citations[0].quote}”" in fact.cite("apa")
    assert fact.citations[0].quote in json.loads(fact.cite("csl-json"))[0]["note"]


@given(dataset=st.datasets())
def test_every_style_cites_everything(dataset: Dataset) -> None:
    for style in display.STYLES:
        assert dataset.cite(style)
        assert all(article.cite(style) for article in dataset.articles)
        assert all(fact.cite(style, dataset=dataset) for fact in dataset.facts)


@given(dataset=st.datasets())
def test_csl_json_is_json_with_the_dates_in_parts(dataset: Dataset) -> None:
    for article in dataset.articles:
        (item,) = json.loads(article.cite("csl-json"))

        assert article.id == item["id"]
        assert {"date-parts"} == item["issued"].keys() or {"literal"} == item["issued"].keys()


@given(article=st.articles())
def test_bibtex_braces_match(article: Article) -> None:
    entry = re.sub(r"\\[{}]", "", article.cite("bibtex"))

    assert entry.count("{") == entry.count("}")
    assert entry.startswith(f"@misc{{{article.id},\n")


def test_the_dataset_is_cited_as_a_whole_and_ones_own_by_its_articles(ds: Dataset) -> None:
    own = Dataset(articles=ds.articles, parties=ds.parties)

    assert ds.cite("bibtex").startswith("@dataset{coopdata,")
    assert len(ds.articles) == own.cite("bibtex").count("@misc{")


def test_an_unknown_style_is_refused_with_the_known_ones(ds: Dataset) -> None:
    with pytest.raises(RecordNotFoundError, match="'bibtex'"):
        ds.cite("bibtx")


# -- tables -------------------------------------------------------------------------------------


def test_a_plain_table_counts_wide_letters_twice() -> None:
    table = display.table(("a", "b"), [("中国", "x"), ("e\u0301", "y")])

    assert "a     b\n----  -\n中国  x\ne\u0301     y" == table
