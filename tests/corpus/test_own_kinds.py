"""Kinds of fact and roles that a corpus declares for itself, from its file to every view."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import hypothesis.strategies as hst
import jsonschema
import pyarrow as pa
import pytest
from attrs import evolve
from hypothesis import HealthCheck, example, given, settings

import coopdata as cd
from coopdata import Dataset, display, errors, exports, formatting, frames, serde, strategies
from coopdata.corpus._toml import key_text, toml_text
from coopdata.model import FACT_KINDS, ROLES, Fact, Involvement, Name, Term
from inspections import FACT, INSPECTION, project
from own_datasets import one_article


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("own") / "mine")


@pytest.fixture(scope="module")
def built(home: Path) -> Dataset:
    return cd.corpus.build(home)


# -- laws ---------------------------------------------------------------------------------------


def from_tables(dataset: Dataset) -> Dataset:
    """Return a dataset that was written as flat tables and read back, without what is derived."""
    tables: Any = {
        name: frames.from_arrow(frames.to_arrow(dataset, table=name))
        for name in ("articles", "parties", "facts", "terms")
    }
    return Dataset(**tables)


@given(dataset=strategies.datasets(max_terms=3))
def test_a_declared_taxonomy_travels_with_its_dataset(dataset: Dataset) -> None:
    assert dataset == serde.from_json(serde.to_json(dataset))
    assert dataset == serde.from_jsonl(serde.to_jsonl(dataset))
    assert dataset == pickle.loads(pickle.dumps(dataset))
    assert dataset == dataset | dataset
    jsonschema.validate(json.loads(serde.to_json(dataset)), serde.json_schema())


@settings(max_examples=20)
@given(dataset=strategies.datasets(max_terms=3, max_facts=2))
def test_flat_tables_keep_a_declared_taxonomy(dataset: Dataset) -> None:
    articles = [evolve(one, mentions=()) for one in dataset.articles]
    whole = Dataset(
        articles=articles, parties=dataset.parties, facts=dataset.facts, terms=dataset.terms
    )

    assert whole == from_tables(whole)


CODES = hst.from_regex(r"own_[a-z0-9_]{0,12}", fullmatch=True)
LABELS = hst.dictionaries(
    hst.sampled_from(("en", "de", "ru", "zh-Hant", "pt-BR")),
    hst.text(hst.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12),
    min_size=1,
)
DECLARED = hst.dictionaries(CODES, LABELS, min_size=1, max_size=3)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kinds=DECLARED, roles=DECLARED)
@example(kinds={"own_": {"de": '"\\'}}, roles={"own_": {"en": "'"}})
def test_any_taxonomy_comes_back_from_build_save_load_and_arrow(
    home: Path, kinds: dict[str, dict[str, str]], roles: dict[str, dict[str, str]]
) -> None:
    sections = [
        f"[{name}.{code}]\nmeans = 'It.'\nlabels = {{ {_inline(labels)} }}\n"
        for name, declared in (("fact", kinds), ("role", roles))
        for code, labels in declared.items()
    ]
    kind, role = next(iter(kinds)), next(iter(roles))
    fact = FACT.replace('"inspection"', f'"{kind}"').replace("inspector", role)
    article = home / "articles/report.toml"
    kept = {path: path.read_bytes() for path in (article, home / "taxonomy.toml")}
    try:
        (home / "taxonomy.toml").write_text("\n".join(sections), encoding="utf-8")
        text = article.read_text(encoding="utf-8").partition("[[facts]]")[0]
        article.write_text(text + fact, encoding="utf-8")
        built = cd.corpus.build(home)
    finally:
        for path, content in kept.items():
            path.write_bytes(content)
    loaded = serde.from_json(serde.to_json(built))

    told = [(one.kind, one.code, {n.language: n.text for n in one.labels}) for one in built.terms]
    assert told == [
        *(("fact", code, labels) for code, labels in kinds.items()),
        *(("role", code, labels) for code, labels in roles.items()),
    ]
    assert built == loaded == from_tables(loaded)
    assert built.facts == tuple(loaded.where(kind=kind, role=role))


def _inline(labels: dict[str, str]) -> str:
    return ", ".join(f"{key_text(tag)} = {toml_text(text)}" for tag, text in labels.items())


# -- what is declared is there ------------------------------------------------------------------


def test_a_term_says_what_the_file_says(built: Dataset) -> None:
    assert INSPECTION == built.terms[0]
    assert ["fact.inspection", "role.inspector"] == [one.id for one in built.terms]


def test_facts_of_an_own_kind_are_found_by_it(built: Dataset) -> None:
    table = frames.to_arrow(built)

    assert built.facts == tuple(built.where(kind="inspection"))
    assert built.facts == tuple(built.where(party="labour-office", role="inspector"))
    assert () == tuple(built.where(kind=["visit"]))
    assert 1 == frames.where(table, kind="inspection", dataset=built).num_rows
    assert [hit.fact for hit in built.search("Prüfung")] == [*built.facts]


def test_an_unknown_kind_is_told_with_what_the_dataset_has(built: Dataset) -> None:
    with pytest.raises(errors.RecordNotFoundError, match="did you mean 'inspection'"):
        built.where(kind="inspecton")
    with pytest.raises(errors.RecordNotFoundError) as caught:
        built.where(kind="qqq")
    assert ("inspection",) == caught.value.nearest
    with pytest.raises(errors.RecordNotFoundError) as caught:
        frames.where(frames.to_arrow(built), kind="inspection")
    assert ["a kind of a dataset's own is looked up: frames.where(…, dataset=ds)"] == (
        caught.value.__notes__
    )


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "Inspection (12 workshops; 2016) – Example Plant; inspector: Labour Office."),
        ("de", "Prüfung (12 Werkstätten; 2016) – Example Plant; prüfende Stelle: Labour Office."),
        ("tr", "Inspection (12 atölye; 2016) – Example Plant; inspector: Labour Office."),
    ],
)
def test_a_fact_of_an_own_kind_is_said_with_its_labels(
    built: Dataset, locale: str, said: str
) -> None:
    assert said == built.facts[0].format(locale=locale)


def test_a_label_is_that_of_the_language_else_english_else_the_code() -> None:
    bare = evolve(INSPECTION, labels=(Name(text="Prüfung", language="de"),), code="site_check")

    assert "Prüfung" == INSPECTION.label("de_AT")
    assert "檢查" == INSPECTION.label("zh_Hant_TW")
    assert "inspection" == INSPECTION.label("zh") == INSPECTION.label("fr")
    assert "site check" == bare.label("fr")


def test_labels_print_in_every_view(built: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    fact = built.facts[0]
    fact.show(locale="de")

    assert "Prüfung" in capsys.readouterr().out
    assert "Prüfung" == display.cells(fact, "de")[1]
    assert "inspector" in fact._repr_mimebundle_()["text/html"]
    assert "Prüfung" in built.to_html(locale="de")
    assert "Prüfung" in built.article("report").to_html(locale="de")
    assert "Prüfung" == cd.charts.graph(built, locale="de").edges[0].label
    assert "Prüfung" in str(built.timeline(locale="de").to_dict())
    assert "Prüfung" == formatting.label("fact", "inspection", locale="de", terms=built.terms)
    for status, told in (("planned", "Prüfung ist geplant"), ("target", "Prüfung wird angestrebt")):
        other = evolve(fact, status=status)
        assert told in other.format(locale="de", dataset=built)


def test_a_label_is_text_in_every_page(built: Dataset) -> None:
    label = '"><script>alert(1)</script>'
    terms = [evolve(one, labels=(Name(text=label, language="en"),)) for one in built.terms]
    hostile = Dataset(
        articles=built.articles, parties=built.parties, facts=built.facts, terms=terms
    )

    for page in (hostile.to_html(), hostile.articles[0].to_html()):
        assert "<script>alert" not in page
        assert "alert(1)" in page


def test_a_fact_away_from_its_dataset_is_called_by_its_code(built: Dataset) -> None:
    record = frames.from_arrow(frames.to_arrow(built))[0]
    alone = evolve(built.facts[0])
    assert isinstance(record, Fact)

    for one in (record, alone):
        assert "Inspection (12 Werkstätten; 2016)" in one.format(locale="de")


def test_nothing_of_it_is_known_elsewhere(built: Dataset) -> None:
    assert built.terms
    assert () == cd.load().terms
    with pytest.raises(errors.RecordNotFoundError):
        cd.load().where(kind="inspection")
    with pytest.raises(errors.RecordNotFoundError):
        formatting.label("fact", "inspection", locale="en")


def test_a_package_has_the_terms_where_there_are_any(built: Dataset, tmp_path: Path) -> None:
    assert "terms.csv" in exports.package(built, tmp_path / "own")
    assert "terms.csv" not in exports.package(Dataset(), tmp_path / "none")
    assert pa.table(frames.to_arrow(built, table="terms")).num_rows == 2


# -- merging ------------------------------------------------------------------------------------


def test_datasets_merge_with_their_taxonomies(built: Dataset) -> None:
    merged = built | cd.load()

    assert built.terms == merged.terms
    assert 1 == len(merged.where(kind="inspection"))
    assert cd.load().where(kind="visit")[0] in tuple(merged.where(kind="visit"))


def test_two_meanings_of_one_word_clash(built: Dataset) -> None:
    other = Dataset(terms=[evolve(built.terms[1], means="Who is inspected.")])

    with pytest.raises(errors.SeedError) as caught:
        built | other
    assert ("terms: 'role.inspector' says something else in each",) == caught.value.problems


# -- datasets without or against them -----------------------------------------------------------


def test_what_was_written_before_there_were_terms_is_read() -> None:
    own = one_article(quotes=("It sold",))
    make, tables = own.__reduce__()

    assert "terms" not in serde.to_json(own)
    assert own == make(*tables[:4])


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        ((), "facts[0].kind: no kind of fact is called 'inspection'"),
        ((), "facts[0].parties: no role is called 'inspector'; nearest: 'inv"),
        ((INSPECTION,), "terms[0].roles: no role is called 'inspector'"),
        ((INSPECTION, INSPECTION), "terms[1].id: 'fact.inspection' is the id of terms[0] too"),
        ((evolve(INSPECTION, code="trade"),), "terms[0].code: coopdata has 'trade' itself"),
    ],
)
def test_a_dataset_refuses_words_that_do_not_fit(
    built: Dataset, terms: tuple[Term, ...], problem: str
) -> None:
    with pytest.raises(errors.SeedError) as caught:
        Dataset(articles=built.articles, parties=built.parties, facts=built.facts, terms=terms)

    assert any(one.startswith(problem) for one in caught.value.problems)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"code": "Inspection"}, "the code of a Term is a code"),
        ({"code": "a:b"}, "the code of a Term is a code"),
        ({"code": "a" * 65}, "the code of a Term is a code"),
        ({"means": " "}, "a term says what it means"),
        ({"labels": ()}, "a term has a label"),
        ({"kind": "role"}, "only a kind of fact has roles"),
        ({"kind": "status"}, "the kind of a Term is one of fact, role"),
    ],
)
def test_a_term_that_is_none_is_refused(changes: dict[str, Any], rule: str) -> None:
    with pytest.raises(errors.InvalidValueError, match=rule):
        evolve(INSPECTION, **changes)


@pytest.mark.parametrize("code", [*FACT_KINDS, *ROLES])
def test_our_own_words_are_codes(code: str) -> None:
    assert code == Involvement(party="a", role=code).role
