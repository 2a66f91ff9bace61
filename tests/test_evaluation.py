"""Laws of the scorer, and what the shipped gold and the shipped extractor make of one another."""

from __future__ import annotations

from pathlib import Path

import pytest

import known_misses
from coopdata import errors, extract
from coopdata.evaluation import evaluate, gold_lines, shipped_gold
from coopdata.model import Mention
from gold_check import check


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


@pytest.mark.parametrize("language", ["ru", "en", "be", "kk", "tr", "zh", "ko", "de"])
def test_the_sentences_are_sound(repo: Path, language: str) -> None:
    path = repo / "seeds" / "sentences" / f"{language}.jsonl"

    assert check(path) == []


def test_the_sentences_that_are_misread_are_those_that_are_listed() -> None:
    told = known_misses.changes()

    assert not told, "\n".join([*told, f"read the list again; run: {known_misses.COMMAND}"])


def test_a_new_miss_and_a_mended_one_both_change_the_list() -> None:
    marks = {line[0] for line in known_misses.changes(lambda text, locale: ())}

    assert marks == {"+", "-"}


def test_bad_gold_is_refused_with_every_line_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "x"}\nnot json\n{"language": "en", "text": "", "mentions": []}\n')

    with pytest.raises(errors.SeedError) as caught:
        gold_lines(path)

    assert [line.split(":")[1] for line in caught.value.problems] == ["1", "2"]
