"""Seed files become records, or one error that names every problem with its file and path."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import corpus, errors
from coopdata.corpus._words import find
from coopdata.seeds.__main__ import main
from coopdata.seeds._compiled import compiled
from coopdata.values import Measure, Period

TEXT = (
    "Acme of Minsk built 12 plants in 2016 and 12 plants in 2017. Output rose by more than 30 %.\n"
)
PARTIES = """
[[organisations]]
id = "acme"
names = { en = "Acme" }

[[places]]
id = "minsk"
names = { en = "Minsk" }
level = "town"
country = "BY"
"""
ARTICLE = f"""
sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"
language = "en"
published = {{ period = "2018", inferred = "the year after the last one named" }}

[surfaces]
acme = ["Acme"]
minsk = ["Minsk"]

[[mentions]]
quote = "12 plants"
context = "12 plants in 2016"
kind = "number"
value = "12 plant"

[[mentions]]
quote = "30 %"
kind = "percent"
value = "more than 30 percent"
change = "increase"

[[facts]]
id = "plants"
kind = "production"
gloss = "Acme built 12 plants in 2016."
quote = "Acme of Minsk built 12 plants in 2016"
parties = {{ producer = ["acme"] }}
measure = "12 plant"

[[facts]]
id = "growth"
kind = "production"
gloss = "Output rose by more than 30 %."
quote = "Output rose by more than 30 %."
measure = "more than 30 percent"
change = "increase"
"""

CUES = """
[en]
actual = ["built", "rose"]
planned = ["will"]
increase = ["rose"]
"""

SPEECH = """
[[speeches]]
said_by = "acme"
quote = "Acme"
begins = "Output"
ends = "30 %."

[[mentions]]
"""

Folder = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a function that writes a seed folder of one small article."""

    def write(article: str = ARTICLE, parties: str = PARTIES, text: str | None = TEXT) -> Path:
        home = tmp_path / "seeds"
        (home / "articles").mkdir(parents=True, exist_ok=True)
        (home / "parties.toml").write_text(parties, encoding="utf-8")
        (home / "cues.toml").write_text(CUES, encoding="utf-8")
        (home / "articles" / "acme.toml").write_text(article, encoding="utf-8")
        if text is not None:
            (home / "articles" / "acme.txt").write_bytes(text.encode())
        return home

    return write


def problems(home: Path) -> tuple[str, ...]:
    with pytest.raises(errors.SeedError) as caught:
        corpus.build(home)
    return caught.value.problems


# -- the shipped seeds ----------------------------------------------------------------------------


def test_shipped_data_is_what_the_seeds_compile_to(repo: Path) -> None:
    for name, text in compiled(repo / "seeds").items():
        shipped = (repo / "src/coopdata/data" / name).read_text(encoding="utf-8")

        assert text == shipped, f"{name} is stale; run: python dev.py build"


def test_texts_are_shipped_byte_for_byte(repo: Path) -> None:
    for article in corpus.build(repo / "seeds").articles:
        raw = (repo / "seeds/articles" / article.file).read_bytes()

        assert raw == article.text.encode("utf-8")
        assert hashlib.sha256(raw).hexdigest() == article.sha256


def test_reading_twice_gives_the_same_dataset(repo: Path) -> None:
    assert corpus.build(repo / "seeds") == corpus.build(repo / "seeds")


# -- from quotes to records -----------------------------------------------------------------------


def test_a_seed_folder_becomes_a_dataset(folder: Folder) -> None:
    dataset = corpus.build(folder())
    article, fact = dataset.articles[0], dataset.fact("acme.plants")

    assert ["Acme", "Minsk"] == [article.quote(one.span) for one in article.names]
    assert ["12 plants", "30 %"] == [article.quote(one.span) for one in article.mentions]
    assert Measure.exact("12", "plant") == fact.measure
    assert "Acme of Minsk built 12 plants in 2016" == fact.citations[0].span.of(TEXT)
    assert "inferred" == article.published_basis.kind


def test_a_derived_fact_cites_what_its_sources_cite(folder: Folder) -> None:
    derived = """
[[facts]]
id = "double"
kind = "production"
gloss = "Twice as many would be 24."
measure = "24 plant"
derived = "2 * 12 plant"
sources = ["plants"]
"""
    dataset = corpus.build(folder(ARTICLE + derived))

    assert dataset.fact("acme.plants").citations == dataset.fact("acme.double").citations
    assert ("acme.plants",) == dataset.fact("acme.double").basis.sources


def test_longer_names_win_over_shorter_ones_inside_them(folder: Folder) -> None:
    named = ARTICLE.replace('minsk = ["Minsk"]', 'minsk = ["Acme of Minsk"]')
    found = problems(folder(named))

    assert (
        "seeds/articles/acme.toml at surfaces.acme: "
        "the text has 'Acme' nowhere as a name of its own (line 7)",
    ) == found[:1]


@given(text=st.text(alphabet="ab", max_size=12), quote=st.text(alphabet="ab", max_size=3))
def test_a_quote_is_found_only_where_it_occurs_once(text: str, quote: str) -> None:
    starts = [at for at in range(len(text)) if text.startswith(quote, at)] if quote else []
    try:
        span = find(text, quote)
    except ValueError:
        assert len(starts) != 1
    else:
        assert [span.start] == starts
        assert quote == span.of(text)


@given(
    low=st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-99, max_value=9999),
    relation=st.sampled_from(["exact", "about", "at_least", "more_than", "at_most", "less_than"]),
    unit=st.sampled_from(["", "USD", "percent", "vehicle/year"]),
)
def test_a_curated_measure_is_written_as_it_prints(low: object, relation: str, unit: str) -> None:
    made = getattr(Measure, relation)(str(low), unit)

    assert made == Measure.from_text(str(made))


def test_a_curated_range_is_written_as_it_prints() -> None:
    assert Measure.between("10", "12.5", "percent") == Measure.from_text("10 to 12.5 percent")


# -- what stops the build -------------------------------------------------------------------------


def test_every_problem_of_every_file_is_told_at_once(folder: Folder) -> None:
    article = (
        ARTICLE.replace('context = "12 plants in 2016"\n', "")
        .replace('kind = "percent"', 'kind = "per cent"')
        .replace('producer = ["acme"]', 'maker = ["acne"]')
        .replace('quote = "Output rose by more than 30 %."', 'quote = "Output fell"')
        .replace('measure = "12 plant"', 'measure = "a dozen"\nstatus = "done"')
    )
    parties = PARTIES.replace('level = "town"', 'level = "village"')
    found = problems(folder(article, parties))
    paths = [one.partition(": ")[0] for one in found]

    assert [
        "seeds/articles/acme.toml at mentions[0].quote",
        "seeds/articles/acme.toml at mentions[1].kind",
        "seeds/articles/acme.toml at facts[0].status",
        "seeds/articles/acme.toml at facts[0].measure",
        "seeds/articles/acme.toml at facts[0].parties.maker",
        "seeds/articles/acme.toml at facts[0].parties.maker",
        "seeds/articles/acme.toml at facts[1].quote",
        "seeds/parties.toml at places[0].level",
    ] == paths
    assert "'12 plants' is 2 times in the text; give a context" in found[0]
    assert "'Output fell' is not in the text" in found[6]


def test_fields_that_are_missing_extra_or_of_another_type_are_told(folder: Folder) -> None:
    article = ARTICLE.replace('gloss = "Acme built 12 plants in 2016."', "statment = 12").replace(
        'quote = "30 %"', "quote = 30"
    )

    assert {
        "seeds/articles/acme.toml at facts[0].gloss: required field missing (line 22)",
        "seeds/articles/acme.toml at facts[0]: extra fields found (statment) (line 22)",
        "seeds/articles/acme.toml at mentions[1].quote: expected a string, got 30 (line 17)",
    } == set(problems(folder(article)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('sha256 = "', 'sha256 = "0', "acme.toml at sha256: the text's digest is"),
        ('producer = ["acme"]', 'producer = ["acne"]', "facts[0].parties.producer: no party has"),
        (
            'producer = ["acme"]',
            'maker = ["acme"]',
            "facts[0].parties.maker: no role is called 'maker'",
        ),
        (
            'measure = "12 plant"',
            'measure = "13 plant"',
            "no mention in the cited words is '13 plant'",
        ),
        ('measure = "12 plant"', 'period = "2016"', "no mention in the cited words is '2016'"),
        ('measure = "12 plant"', 'measure = "12 plnt"', "unknown unit 'plnt'"),
        (
            'measure = "12 plant"',
            'derived = "?"\ninferred = { status = "!" }',
            "facts[0].basis: expected a rule",
        ),
        ('id = "growth"', 'id = "plants"', "facts[1].id: 'plants' is taken"),
        ('id = "growth"', 'id = "growth"\nplace = "minks"', "facts[1].place: no party has the id"),
        ('id = "growth"', 'id = "growth"\nsources = ["no"]', "facts[1].sources: no fact above has"),
        ('quote = "30 %"', 'quote = "plants in 2016"', "mentions overlap: '12 plants'"),
        ('minsk = ["Minsk"]', 'minsk = ["Acme"]', "surfaces.minsk: 'Acme' names 'acme' too"),
        ('period = "2018"', 'period = "2018-13"', "acme.toml at published: cannot read '2018-13'"),
        ("[surfaces]", "[surfaces", "acme.toml: Expected"),
        ("[[mentions]]", SPEECH.replace('"acme"', '"acne"'), "speeches[0].said_by: no party has"),
        ("[[mentions]]", SPEECH, "facts[1].said_by: required where the quote is somebody's speech"),
        (
            "[[mentions]]",
            SPEECH.replace("Output", "Input"),
            "speeches[0].quote: 'Input' is not in the text",
        ),
        ("[surfaces]", '[resolves]\nIt = ["acme"]\n[surfaces]', "resolves.It: the text has these"),
        ("[surfaces]", '[resolves]\nOutput = ["a"]\n[surfaces]', "resolves.Output: no party has"),
    ],
)
def test_one_mistake_is_told_with_its_path(folder: Folder, old: str, new: str, told: str) -> None:
    article = ARTICLE.replace(old, new, 1)
    found = problems(folder(article))

    assert ARTICLE != article
    assert any(told in one for one in found), found


def test_a_party_that_no_article_names_is_told(folder: Folder) -> None:
    person = '[[persons]]\nid = "smith"\nnames = { en = "acme" }\n'
    more = person + 'links = [{ kind = "x", party = "y" }]\n'
    found = problems(folder(parties=PARTIES + more))

    words = "seeds/parties.toml at persons[0].names: 'acme' is a name of 'acme' too (line 13)"
    assert words in found
    assert any("persons[0].links[0].party: no party has the id 'y'" in one for one in found)
    assert any("persons[0].links[0].kind: unknown 'x'" in one for one in found)
    assert any("persons[0]: no article names 'smith'" in one for one in found)


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("", "an office has a time; that of the article is 2018"),
        ('period = "2017"', "'2017' is neither the article's own time nor in it"),
        ('period = "2018-13"', "cannot read '2018-13'"),
        ('period = "2018"', None),
    ],
)
def test_an_office_has_the_time_that_its_article_gives_it(
    folder: Folder, period: str, told: str | None
) -> None:
    link = f'{{ kind = "head_of", party = "acme"{", " * bool(period)}{period} }}'
    person = f'[[persons]]\nid = "smith"\nnames = {{ en = "Smith" }}\nlinks = [{link}]\n'
    cites = 'cites = [{ article = "acme", quote = "Acme of Minsk" }]\n'
    home = folder(parties=PARTIES + person + cites)
    if told is None:
        (smith,) = (one for one in corpus.build(home).parties if one.id == "smith")
        assert Period.year(2018) == smith.links[0].period
    else:
        (problem,) = problems(home)
        assert f"persons[0].links[0].period: {told}" in problem


def test_a_text_without_its_seed_file_is_told_and_the_other_way_round(folder: Folder) -> None:
    home = folder(text=None)
    (home / "articles" / "lone.txt").write_text("Words.", encoding="utf-8")
    found = problems(home)

    assert "seeds/articles/acme.txt" in found[0]
    assert "seeds/articles/lone.toml" in found[1]


# -- the command ----------------------------------------------------------------------------------


def test_the_command_writes_what_is_stale_and_then_nothing(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--seeds", str(folder()), "--out", str(tmp_path / "data")]

    assert 1 == main([*words, "--check"])
    assert 0 == main(words)
    assert 0 == main([*words, "--check"])
    assert "wrote: articles.json" in capsys.readouterr().out


def test_the_command_tells_problems_and_writes_nothing(
    folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = folder(ARTICLE.replace("30 %", "31 %"))

    assert 1 == main(["--seeds", str(home), "--out", str(tmp_path / "data")])
    assert "problem(s) in seeds" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()
