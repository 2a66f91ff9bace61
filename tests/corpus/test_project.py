"""From a folder of texts to a checked dataset: what is drafted and accepted builds as it stands."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coopdata as cd
from coopdata import corpus, errors
from coopdata.corpus._articles import Read
from coopdata.corpus._build import known_parties, reads
from coopdata.corpus._project import article_toml
from coopdata.corpus._schema import ArticleSeed, FactSeed, MentionSeed, PublishedSeed, QuoteSeed
from support import REPO

DS = cd.load()
TEXT = "The Example Plant has invested $28 million. It made 5,352 tractors in 2016, a plant said.\n"
PARTIES = """\
[[organisations]]
id = "example-plant"
names = { en = "Example Plant" }
country = "BY"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    corpus.new(tmp_path / "mine")
    (tmp_path / "mine" / "parties.toml").write_text(PARTIES, encoding="utf-8")
    return tmp_path / "mine"


def accepted(path: Path) -> None:
    """Strike every line that says that something is only suggested."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^suggested = .*\n", "", text), encoding="utf-8")


def test_a_text_becomes_a_cited_fact(home: Path) -> None:
    made = corpus.add(home, TEXT, locale="en", published="2017-05-03", title="A plant grows")
    drafted = corpus.draft_article(home, made)
    before = corpus.build(home)
    accepted(home / "articles" / f"{made}.toml")
    after = corpus.build(home)

    assert "a-plant-grows" == made
    assert ["investment", "production"] == [one.kind for one in drafted.facts]
    assert () == before.facts
    assert [cd.Measure.exact("28000000", "USD"), cd.Measure.exact("5352", "tractor")] == [
        fact.measure for fact in after.facts
    ]
    assert "Example Plant" == after.facts[0].support("investor:example-plant").citation.quote
    assert cd.Period.from_edtf("2016") == after.facts[1].period
    assert TEXT.encode() == (home / "articles" / f"{made}.txt").read_bytes()


def test_all_that_is_suggested_for_the_articles_builds_when_it_is_accepted(tmp_path: Path) -> None:
    home = tmp_path / "mine"
    corpus.new(home)
    parties = (REPO / "seeds" / "parties.toml").read_text(encoding="utf-8")
    (home / "parties.toml").write_text(parties, encoding="utf-8")
    for article in DS.articles:
        corpus.add(
            home,
            article.text,
            locale=article.language,
            published=article.published.edtf,
            id=article.id,
        )
        corpus.draft_article(home, article.id)
        accepted(home / "articles" / f"{article.id}.toml")

    with pytest.raises(errors.SeedError) as raised:
        corpus.build(home)

    articles = [one for one in raised.value.problems if "/parties.toml" not in one]
    left = [one for one in articles if "no article names" not in one]
    assert [] == left


def sentences() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((REPO / "seeds" / "sentences").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["split"] == "dev":
                found[row["language"]].append(row["text"])
    return found


SENTENCES = sentences()


@given(data=st.data())
def test_what_is_drafted_of_any_text_builds(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    language = data.draw(st.sampled_from(sorted(SENTENCES)))
    drawn = data.draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=8))
    text = data.draw(st.sampled_from(" \n")).join(drawn)
    home = tmp_path_factory.mktemp("corpus") / "mine"
    corpus.new(home)

    made = corpus.add(home, text, locale=language, published="2019-05-03", id="a")
    drafted = corpus.draft_article(home, made)
    accepted(home / "articles" / "a.toml")
    built = corpus.build(home)

    assert len(built.facts) <= len(drafted.facts)
    assert {one.value for one in built.articles[0].mentions} <= {
        one.value for one in drafted.mentions
    }
    for fact in built.facts:
        assert set(fact.parts) == {one.part for one in fact.supports}


def test_a_text_that_says_all_twice_is_drafted_as_far_as_it_can_be_quoted(home: Path) -> None:
    (home / "parties.toml").write_text("", encoding="utf-8")
    said = "Im ersten Halbjahr 2017 exportierte das Werk 3.180 Lastwagen."
    made = corpus.add(home, f"{said} {said}", locale="de", published="2017-09-03", id="a")
    corpus.draft_article(home, made)
    accepted(home / "articles" / "a.toml")

    corpus.build(home)


def test_a_draft_adds_and_takes_nothing_away(home: Path) -> None:
    made = corpus.add(home, TEXT, locale="en", published="2017-05-03", id="a")
    corpus.draft_article(home, made)
    path = home / "articles" / "a.toml"
    mended = path.read_text(encoding="utf-8").replace("tractors in 2016", "tractors in 2016")
    mended = mended.replace('kind = "production"', 'kind = "launch"')
    path.write_text(mended, encoding="utf-8")
    corpus.draft_article(home, made)

    assert 'kind = "launch"' in path.read_text(encoding="utf-8")
    assert 2 == path.read_text(encoding="utf-8").count("[[facts]]")


WORDS = st.text(max_size=20)
SEEDS = st.builds(
    ArticleSeed,
    sha256=WORDS,
    language=WORDS,
    published=st.builds(PublishedSeed, period=WORDS, inferred=WORDS),
    title=WORDS,
    agencies=st.lists(WORDS, max_size=2).map(tuple),
    surfaces=st.dictionaries(WORDS, st.lists(WORDS, max_size=2).map(tuple), max_size=2),
    mentions=st.lists(
        st.builds(MentionSeed, quote=WORDS, kind=WORDS, value=WORDS, minor=st.booleans()),
        max_size=2,
    ).map(tuple),
    facts=st.lists(
        st.builds(
            FactSeed,
            id=WORDS,
            kind=WORDS,
            gloss=WORDS,
            cites=st.lists(st.builds(QuoteSeed, quote=WORDS), max_size=2).map(tuple),
            inferred=st.dictionaries(WORDS, WORDS, max_size=2),
        ),
        max_size=2,
    ).map(tuple),
)


@given(SEEDS, st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=9))
def test_what_is_written_reads_back(seed: ArticleSeed, comment: str) -> None:
    tree = tomllib.loads(article_toml(seed, comment))

    assert seed == cd.serde.from_tree(tree, ArticleSeed)


BAD = [
    (b"\xff\xfe", {}, "not UTF-8 at byte 0"),
    (b"  \n", {}, "the text is empty"),
    (TEXT, {"locale": "xx_YY"}, "locale"),
    (TEXT, {"published": "yesterday"}, "yesterday"),
    (TEXT, {"id": "No Slug"}, "expected a slug"),
    (TEXT, {"id": "../up"}, "expected a slug"),
]


@pytest.mark.parametrize(("text", "options", "words"), BAD)
def test_a_bad_text_is_refused_and_nothing_is_written(
    home: Path, text: bytes | str, options: dict[str, str], words: str
) -> None:
    given = {"locale": "en", "published": "2017"} | options
    with pytest.raises(errors.SeedError, match=re.escape(words)):
        corpus.add(home, text, **given)  # type: ignore[arg-type]  # text alone

    assert [] == [*(home / "articles").iterdir()]


def test_everything_wrong_is_told_at_once_and_what_is_there_stays(home: Path) -> None:
    corpus.add(home, TEXT, locale="en", published="2017", id="a")
    with pytest.raises(errors.SeedError) as raised:
        corpus.add(home, TEXT, locale="xx", published="then", id="a")

    assert 3 == len(raised.value.problems)
    with pytest.raises(errors.SeedError, match="is there already"):
        corpus.new(home)
    with pytest.raises(errors.SeedError, match="another id"):
        corpus.add(home, TEXT + "x", locale="en", published="2017", id="a")
    with pytest.raises(errors.RecordNotFoundError, match="did you mean 'a'"):
        corpus.draft_article(home, "ab")
    with pytest.raises(errors.SeedError, match="no folder articles/"):
        corpus.add(home / "nowhere", TEXT, locale="en", published="2017")


def test_suggestions_build_nothing_until_they_are_accepted(home: Path) -> None:
    made = corpus.add(home, TEXT, locale="en", published="2017", id="a")
    corpus.draft_article(home, made)

    assert () == corpus.build(home).facts
    assert isinstance(reads(home, [])[0], Read)
    assert ["example-plant"] == [one.id for one in known_parties(home, [])]


def test_a_text_in_another_encoding_is_taken_where_it_is_named(home: Path) -> None:
    raw = "Завод выпустил 5 352 трактора.\n".encode("windows-1251")
    (home / "parties.toml").write_text("", encoding="utf-8")
    with pytest.raises(errors.SeedError, match=r"not UTF-8 at byte 0; .*--encoding windows-1251"):
        corpus.add(home, raw, locale="ru", published="2017")
    made = corpus.add(home, raw, locale="ru", published="2017", encoding="windows-1251", id="a")

    assert raw.decode("windows-1251") == corpus.build(home).articles[0].text
    assert raw == (home / "articles" / f"{made}.original").read_bytes()
    with pytest.raises(errors.SeedError, match="is there already, as 'a'"):
        corpus.add(home, raw.decode("windows-1251"), locale="ru", published="2017", id="b")


@pytest.mark.parametrize("stop", ["", ". "])
def test_a_text_without_any_stop_suggests_nothing(stop: str) -> None:
    said = f"The plant produced 5,352 tractors in 2016 and the Example Plant Ltd said{stop} "
    made = corpus.draft(said * 50, locale="en")

    assert bool(stop) is bool(made.facts)
