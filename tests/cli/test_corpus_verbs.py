"""The whole way on the command line: new, add, draft, accept, build, facts, diff."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from coopdata.__main__ import main

ENGLISH = "The Example Plant has invested $28 million. It made 5,352 tractors in 2016.\n"
RUSSIAN = "В развитие производства инвестировано 28 млн. долларов, сообщает Завод «Пример».\n"
PARTIES = """\
[[organisations]]
id = "example-plant"
names = { en = "Example Plant", ru = "Завод «Пример»" }
country = "BY"
"""


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    code = main(words)
    out, err = capsys.readouterr()

    assert (0, "") == (code, err)
    return out


def test_two_texts_become_a_dataset_that_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, out = tmp_path / "mine", tmp_path / "corpus.json"
    said(capsys, "new", str(home))
    (home / "parties.toml").write_text(PARTIES, encoding="utf-8")
    for name, text, locale in (("en", ENGLISH, "en"), ("ru", RUSSIAN, "ru")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        options = ("--locale", locale, "--published", "2017-05-03", "--id", f"plant-{name}")
        assert "added" in said(capsys, "add", str(home), str(tmp_path / name), *options)
        assert "suggested" in said(capsys, "draft", str(home), f"plant-{name}")
        path = home / "articles" / f"plant-{name}.toml"
        told = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^suggested = .*\n", "", told), encoding="utf-8")
    assert "3 facts" in said(capsys, "build", str(home), "--out", str(out))
    facts = json.loads(said(capsys, "facts", "--data", str(out), "--format", "json"))
    said(capsys, "verify", "--data", str(out))

    measures = [(one["measure"]["low"], one["measure"]["unit"]) for one in facts]
    assert [("28000000", "USD"), ("5352", "tractor"), ("28000000", "USD")] == measures
    assert "Example Plant" in said(capsys, "cite", "plant-en.investment-1", "--data", str(out))
    assert "28" in said(capsys, "fact", "plant-en.investment-1", "--data", str(out))
    assert "plant-en.production-2" in said(capsys, "search", "tractors", "--data", str(out))
    assert "no fact differs" in said(capsys, "diff", str(home), str(out))


def test_what_is_wrong_is_one_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "mine"
    said(capsys, "new", str(home))
    for words in (
        ["new", str(home)],
        ["add", str(home), str(tmp_path / "nothing"), "--locale", "en", "--published", "2017"],
        ["draft", str(home), "a"],
        ["build", str(home)],
        ["diff", str(home), str(tmp_path / "nothing")],
        ["fact", "nothing"],
        ["cite", "nothing"],
        ["search", "-"],
    ):
        assert 2 == main(words)
        out, err = capsys.readouterr()
        assert "" == out
        assert err.startswith("coopdata: ")


def test_an_article_and_a_text_become_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, marks in (
        (("show", "kursk-trade", "--locale", "ru"), 16),
        (("read", "--text", "5 km and $7 million", "--locale", "en"), 2),
    ):
        assert "wrote" in said(capsys, *words, "--html", str(tmp_path / "page.html"))
        assert marks == (tmp_path / "page.html").read_text(encoding="utf-8").count("<mark ")
    assert 2 == main(
        ["read", "--text", "5 km", "--locale", "en", "--html", str(tmp_path / "no" / "page")]
    )
