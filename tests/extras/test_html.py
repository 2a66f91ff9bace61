"""Pages become texts of a project: as they declare themselves, and kept as they came."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coopdata import corpus, errors
from coopdata.__main__ import main

pytest.importorskip("trafilatura", exc_type=ImportError)

META = """<meta property="og:title" content="Завод растёт">
<meta property="article:published_time" content="2017-05-03T10:00:00+03:00">
<meta property="og:site_name" content="Новости">"""
BODY = """<body><nav><a href="/">Главная</a></nav><article><h1>Завод растёт</h1>
<p>ОАО «Примерский завод» выпустило в 2016 году 5 352 трактора.</p>
<p>В 2018 году предприятие планирует экспортировать 1,5 тыс. тракторов в <b>Казахстан</b>.</p>
</article><script>alert(1)</script><footer>© 2017 Новости</footer></body></html>"""
TEXT = """Завод растёт
ОАО «Примерский завод» выпустило в 2016 году 5 352 трактора.
В 2018 году предприятие планирует экспортировать 1,5 тыс. тракторов в Казахстан.
"""


def page(encoding: str, *, meta: str = META, declared: bool = True) -> bytes:
    tag = f'<meta charset="{encoding}">' if declared else ""
    head = f"<!DOCTYPE html><html><head>{tag}<title>Завод</title>{meta}</head>"
    return (head + BODY).encode(encoding)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    corpus.new(tmp_path / "mine")
    return tmp_path / "mine"


def told(home: Path, made: str) -> dict[str, Any]:
    return tomllib.loads((home / "articles" / f"{made}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "mac-cyrillic"])
def test_a_page_gives_its_article_and_is_kept(home: Path, encoding: str) -> None:
    raw = page(encoding)
    made = corpus.add(home, raw, locale="ru")
    seed = told(home, made)
    corpus.draft_article(home, made)
    built = corpus.build(home).articles[0]

    assert TEXT == built.text
    assert raw == (home / "articles" / f"{made}.html").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == seed["original"]["sha256"]
    assert encoding == seed["original"]["encoding"]
    assert ("Завод растёт", "Новости", "2017-05-03") == (
        built.title,
        built.publisher,
        built.published.edtf,
    )


def test_what_the_user_says_stands_before_what_the_page_says(home: Path) -> None:
    made = corpus.add(
        home, page("utf-8"), locale="ru", published="2016", title="Мой", publisher="Я", id="a"
    )
    seed = told(home, made)

    assert ("Мой", "Я", "2016") == (seed["title"], seed["publisher"], seed["published"]["period"])


@pytest.mark.parametrize(
    ("raw", "options", "words"),
    [
        (page("windows-1251", declared=False), {}, r"not UTF-8 at byte \d+; .*--encoding"),
        (page("windows-1251"), {"encoding": "utf-8"}, r"not UTF-8 at byte"),
        (page("utf-8").replace(b'"utf-8"', b'"utf-99"'), {}, "no encoding 'utf-99' is known"),
        (page("utf-8"), {"encoding": "rot13"}, "no encoding 'rot13' is known"),
        (page("utf-8", meta=""), {}, "the page does not say when"),
        (b"<html><body></body></html>", {}, "no article found in the page"),
    ],
)
def test_a_page_that_cannot_be_taken_is_refused_and_nothing_is_written(
    home: Path, raw: bytes, options: dict[str, str], words: str
) -> None:
    with pytest.raises(errors.SeedError, match=words):
        corpus.add(home, raw, locale="ru", encoding=options.get("encoding", ""))

    assert [] == [*(home / "articles").iterdir()]


def test_the_encoding_may_be_given(home: Path) -> None:
    raw = page("windows-1251", declared=False)
    made = corpus.add(home, raw, locale="ru", encoding="windows-1251")

    assert TEXT == (home / "articles" / f"{made}.txt").read_text(encoding="utf-8")


def test_a_page_that_is_there_under_another_name_is_refused(home: Path) -> None:
    corpus.add(home, page("utf-8"), locale="ru", id="a")
    with pytest.raises(errors.SeedError, match="there already, as 'a'"):
        corpus.add(home, page("mac-cyrillic"), locale="ru", id="b")


def test_a_page_that_was_changed_or_lost_stops_the_build(home: Path) -> None:
    corpus.add(home, page("utf-8"), locale="ru", id="a")
    kept = home / "articles" / "a.html"
    kept.write_bytes(b"<html>")
    with pytest.raises(errors.SeedError, match=r"original.sha256: 'a.html' is not what"):
        corpus.build(home)
    kept.unlink()
    with pytest.raises(errors.SeedError, match=r"no file 'a.html' beside the text"):
        corpus.build(home)


def test_the_command_line_takes_a_page(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home / "page.html"
    file.write_bytes(page("windows-1251"))

    assert 0 == main(["add", str(home), str(file), "--locale", "ru", "--id", "a"])
    assert "articles/a.toml" in capsys.readouterr().out
