"""Laws of the scorer, and what the shipped gold and the shipped extractor make of one another."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import known_misses
from coopdata import errors, extract
from coopdata.evaluation import evaluate, gold_lines, shipped_gold
from coopdata.model import Mention
from coopdata.values import Measure, Span

#: What a line of `seeds/sentences` has: more than `gold_lines` asks for.
KEYS = {"id", "language", "split", "anchor", "text", "mentions", "tags"}
MONEY = {
    "quote": "$5 million",
    "kind": "money",
    "relation": "exact",
    "low": "5000000",
    "high": "5000000",
    "unit": "USD",
}
YEAR = {"quote": "2017", "kind": "period", "edtf": "2017"}


def by_heart(text: str) -> tuple[Mention, ...]:
    return next(gold.mentions for gold in shipped_gold() if gold.text == text)


def test_the_gold_itself_scores_one_at_every_level() -> None:
    report = evaluate(by_heart)

    assert not report.differences
    assert {(score.precision, score.recall) for score in report.scores} == {(1.0, 1.0)}


def test_an_extractor_that_finds_nothing_has_no_recall() -> None:
    report = evaluate(lambda text: ())

    assert report.score("value").recall == 0
    assert len(report.differences) == report.score("value").gold


def test_every_mention_of_the_articles_is_found_and_nothing_else() -> None:
    report = evaluate(extract.mentions)

    assert not report.differences, "\n".join(map(str, report.differences))


@pytest.mark.parametrize("language", known_misses.LANGUAGES)
def test_the_sentences_are_sound_and_each_is_once_there(repo: Path, language: str) -> None:
    path = repo / "seeds" / "sentences" / f"{language}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    assert {language} == {text.language for text in gold_lines(path)}
    assert len(rows) == len({row["text"] for row in rows})
    for row in rows:
        assert KEYS == row.keys()
        assert re.fullmatch(rf"{language}-[0-9]{{3,}}", row["id"])
        assert row["split"] in ("dev", "held")
        assert row["tags"] in ([], ["hard-negative"])
        assert row["mentions"] or row["tags"], row["id"]


def test_the_sentences_that_are_misread_are_those_that_are_listed() -> None:
    told = known_misses.changes()

    assert not told, "\n".join([*told, f"read the list again; run: {known_misses.COMMAND}"])


def test_a_new_miss_and_a_mended_one_both_change_the_list() -> None:
    marks = {line[0] for line in known_misses.changes(lambda text, locale: ())}

    assert marks == {"+", "-"}


def test_a_value_that_is_not_the_gold_s_is_wrong_and_a_miss_is_not() -> None:
    gold = gold_lines(known_misses.ROOT / "seeds" / "sentences" / "en.jsonl")
    given = {text.text: text.mentions for text in gold}

    def doubled(text: str) -> list[Mention]:
        return [evolve(one, value=one.value * 2) for one in given[text] if one.kind == "money"]

    def astray(text: str) -> list[Mention]:
        spans = [one.span for one in given[text]]
        free = max([0, *(span.end for span in spans)])
        one = Mention(span=Span(start=free, end=free + 1), kind="number", value=Measure.exact(1))
        return [one] if free < len(text) else []

    score = evaluate(doubled, gold=gold).score("value")
    assert score.wrong == score.found > 0
    assert score.wrong_share == 1
    assert evaluate(lambda text: given[text], gold=gold).score("value").wrong == 0
    assert evaluate(lambda text: (), gold=gold).score("value").wrong_share == 0
    assert evaluate(astray, gold=gold).score("value").wrong == 0


def test_bad_gold_is_refused_with_every_line_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "x"}\nnot json\n{"language": "en", "text": "", "mentions": []}\n')

    with pytest.raises(errors.SeedError) as caught:
        gold_lines(path)

    assert [line.split(":")[1] for line in caught.value.problems] == ["1", "2"]


@pytest.mark.parametrize(
    ("mention", "why"),
    [
        (MONEY | {"kind": "percent"}, "unit 'USD' does not fit the kind percent"),
        (MONEY | {"kind": "number"}, "unit 'USD' does not fit the kind number"),
        (MONEY | {"kind": "quantity", "unit": "meter/day"}, "does not fit the kind quantity"),
        (MONEY | {"kind": "quantity", "unit": "USD*day"}, "does not fit the kind quantity"),
        (MONEY | {"kind": "rate", "unit": "kilogram"}, "does not fit the kind rate"),
        (MONEY | {"kind": "duration", "unit": "kilogram"}, "does not fit the kind duration"),
        (MONEY | {"kind": "ratio", "unit": "percent"}, "does not fit the kind ratio"),
        (MONEY | {"kind": "percent", "unit": "fold"}, "does not fit the kind percent"),
        (MONEY | {"kind": "ordinal", "unit": "day"}, "does not fit the kind ordinal"),
        (MONEY | {"kind": "money", "unit": "QQQ"}, "unknown unit 'QQQ'"),
        (MONEY | {"kind": "ratio", "unit": "fold", "low": "0.5", "high": "0.5"}, "at least 1"),
        (MONEY | {"kind": "period"}, "a mention of a period, and no other, holds a Period"),
        (YEAR | {"kind": "money"}, "a mention of a period, and no other, holds a Period"),
        (YEAR | {"change": "increase"}, "expected no change for a period"),
        (YEAR | {"mod": "soonish"}, "expected mod to be one of"),
        (MONEY | {"mod": "early"}, "of a period"),
        (MONEY | {"counted": "cars"}, "with the unit 'item'"),
        (MONEY | {"kind": "number", "unit": "item", "counted": ""}, "expected a word"),
        (MONEY | {"minor": False}, "either true or left out"),
        (MONEY | {"carried": False}, "either true or left out"),
        (MONEY | {"quote": " $5 million"}, "has outer spaces"),
        (MONEY | {"quote": "5"}, "more than once; give nth"),
        (MONEY | {"nth": 2}, "does not stand 2 time(s)"),
    ],
)
def test_gold_that_does_not_go_with_its_kind_is_refused(
    tmp_path: Path, mention: dict[str, Any], why: str
) -> None:
    path = tmp_path / "gold.jsonl"
    line = {"language": "en", "text": "It cost $5 million in 2017, not in 2015."}
    path.write_text(json.dumps(line | {"mentions": [mention]}))

    with pytest.raises(errors.SeedError) as caught:
        gold_lines(path)

    assert why in caught.value.problems[0]


def test_sound_gold_is_read_and_an_id_that_comes_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    line = {"id": "a", "language": "en", "text": "It cost $5 million in 2017."}
    text = json.dumps(line | {"mentions": [MONEY, YEAR | {"mod": "late"}]})
    path.write_text(text)

    assert len(gold_lines(path)[0].mentions) == 2

    path.write_text(f"{text}\n{text}")
    with pytest.raises(errors.SeedError, match="id 'a' already stands in line 1"):
        gold_lines(path)
