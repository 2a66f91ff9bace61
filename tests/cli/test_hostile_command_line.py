"""Whatever the command line is given, it answers or says what is wrong in one message."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import support
from coopdata import serde
from coopdata.__main__ import main
from coopdata.dataset import Dataset
from coopdata.errors import visible
from hostile import TEXTS

WORDS = TEXTS | st.text(max_size=10) | st.sampled_from(["x" * 100_000, "5 km", "2017", "en", "-"])
LOCALES = st.sampled_from(["en", "ru", "ar", "zh", "und", "xq", "../../etc"]) | TEXTS
FORMATS = st.sampled_from(["table", "json", "csv"])
ONE_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
FILTERS = (
    *("kind", "party", "role", "country", "place", "status", "said-by", "basis", "article"),
    *("language", "unit", "dimension", "period", "within", "before", "after", "since", "until"),
    *("at-least", "more-than", "at-most", "less-than"),
)


def run(monkeypatch: pytest.MonkeyPatch, *words: str, typed: bytes = b"") -> tuple[int, str, str]:
    """Run a command in this process; return its exit code, its answer, and its complaint."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8") for name in ("stdout", "stderr")}
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
        for name, stream in streams.items():
            patched.setattr(f"sys.{name}", stream)
        try:
            code = main(words)
        except SystemExit as stop:
            code = int(stop.code or 0)
    for stream in streams.values():
        stream.flush()
    out, err = (stream.buffer.getvalue().decode("utf-8") for stream in streams.values())
    return code, out, err


def sound(said: tuple[int, str, str], *, lines: int = 1) -> None:
    """Hold what a command did against what every command promises."""
    code, out, err = said

    assert code in (0, 2)
    assert (code == 2) == bool(err)
    assert not (err and out)
    assert len(err) < 100_000
    assert err.count("\n") <= lines
    assert not err or err.startswith("coopdata: ")
    for text in (out, err):
        assert visible(text.replace("\r\n", "\n")) == text.replace("\r\n", "\n")


@given(text=WORDS, locale=LOCALES, form=FORMATS)
@example(text="\x1b[2J 5 km \x9b", locale="en", form="table")
@example(text="\udcff 5 km", locale="en", form="json")
@ONE_FILE
def test_any_text_is_read(
    text: str, locale: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["read", f"--locale={locale}", "--format", form]
    sound(run(monkeypatch, *words, f"--text={text}"))
    sound(run(monkeypatch, *words, "--", text))


@given(typed=st.binary(max_size=40) | TEXTS.map(lambda text: text.encode("utf-8", "ignore")))
@example(typed=b"\xff\xfe5 km")
@ONE_FILE
def test_any_standard_input_is_read(typed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    sound(run(monkeypatch, "read", "-", "--locale", "en", typed=typed))


@given(
    given_filters=st.dictionaries(st.sampled_from(FILTERS), WORDS, max_size=2),
    locale=LOCALES,
    form=FORMATS,
)
@ONE_FILE
def test_any_filter_is_kept_or_refused(
    given_filters: dict[str, str], locale: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [f"--{name}={value}" for name, value in given_filters.items()]
    sound(run(monkeypatch, "facts", f"--locale={locale}", f"--format={form}", *words))


@given(words=st.lists(WORDS, max_size=2), verb=st.sampled_from(["articles", "show", "verify"]))
@ONE_FILE
def test_any_word_behind_a_verb_is_taken_or_refused(
    words: list[str], verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound(run(monkeypatch, verb, *words))


@given(words=st.lists(WORDS | st.sampled_from(["read", "show", "--data", "--anchor"]), max_size=3))
@example(words=["--nosuch\x1b[2J"])
@example(words=["read", "x", "--locale", "en", "--anchor", "\x9b"])
@ONE_FILE
def test_any_words_at_all_are_taken_or_refused(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if not {"-h", "--help", "--version"} & {*words}:
        sound(run(monkeypatch, *words))


@given(path=TEXTS)
@example(path="\0")
@example(path="\ud800")
@example(path="\udcff")
@example(path="x" * 100_000)
@example(path="/")
@example(path="")
@ONE_FILE
def test_any_path_is_read_or_refused(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sound(run(monkeypatch, "read", "--locale=en", "--jsonl", "--", path))
    for verb in ("articles", "facts", "verify"):
        said = run(monkeypatch, verb, f"--data={path}")

        sound(said)
        assert said[0] == 2


@given(verb=st.sampled_from(["articles", "facts", "verify"]), raw=st.binary(max_size=60))
@ONE_FILE
def test_any_file_is_read_or_refused(
    verb: str, raw: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "own.json"
    path.write_bytes(raw)

    said = run(monkeypatch, verb, "--data", str(path))
    sound(said, lines=200)
    assert said[0] == 2


@given(text=TEXTS, form=FORMATS)
@example(text="=1+1\x1b[2J\u202e", form="csv")
@ONE_FILE
def test_a_hostile_dataset_is_printed_without_a_control(
    text: str, form: str, ds: Dataset, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    article_id = ds.articles[0].id
    facts = [fact for fact in ds.facts if fact.article_id == article_id][:3]
    parties = [evolve(party, citations=()) for party in ds.parties]
    tree = serde.to_tree(Dataset(articles=ds.articles[:1], parties=parties, facts=facts))
    for article in tree["articles"]:
        article["title"] = article["publisher"] = text
    for fact in tree["facts"]:
        fact["gloss"] = text
    path = tmp_path / "own.json"
    path.write_text(json.dumps(tree), encoding="utf-8")

    for words in (["articles"], ["facts"], ["show", article_id], ["verify"]):
        said = run(monkeypatch, *words, "--data", str(path), "--format", form)
        sound(said)
        assert said[0] == 0


# -- what only a process of its own can show ------------------------------------------------------

ENV = {**os.environ, "PYTHONPATH": str(support.REPO / "src"), "PYTHONUTF8": "1"}


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which ``$C`` is the command line."""
    env = {**ENV, "C": f"{sys.executable} -m coopdata"}
    return subprocess.run(["sh", "-c", command], env=env, capture_output=True, check=False)


@pytest.mark.skipif(os.name != "posix", reason="pipes are closed in another way elsewhere")
@pytest.mark.parametrize(
    "words", ["facts", "facts --format csv", "show kursk-trade", "--help", "facts --help"]
)
def test_a_pipe_that_is_closed_is_no_error(words: str) -> None:
    done = shell(f"{{ $C {words}; echo $? >&2; }} | true")

    assert b"0\n" == done.stderr


@pytest.mark.skipif(os.name != "posix", reason="there is no such device elsewhere")
@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        ("$C articles >&-", 0, b""),
        ("printf '\\377 5 km' | $C read - --locale en", 2, b"expected UTF-8 at position 0"),
        ("$C facts --data \"$(printf 'x\\377')\"", 2, b"no such file or directory"),
        ("$C show \"$(printf '\\377')\"", 2, b"no article has the id '\\udcff'"),
        ("$C facts --data .", 2, b"is a directory"),
        ("$C verify --nosuch", 2, b"unrecognized arguments"),
    ],
)
def test_what_is_wrong_is_one_line_and_an_exit_code(command: str, code: int, words: bytes) -> None:
    done = shell(command)

    assert code == done.returncode
    assert words in done.stderr
    assert done.stderr.count(b"\n") == bool(words)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line_and_an_exit_code() -> None:
    done = shell("$C articles >/dev/full")

    assert (2, b"coopdata: no space left on device\n") == (done.returncode, done.stderr)


def test_a_console_that_leaves_because_its_pipe_is_closed_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def leave(_: object) -> None:
        try:
            raise BrokenPipeError
        except BrokenPipeError:
            raise SystemExit(1)  # noqa: B904  # as rich does

    monkeypatch.setattr("coopdata._cli.run", leave)

    assert 0 == main(["articles"])
