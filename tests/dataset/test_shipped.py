"""Every shipped file is whole, or refused with what is wrong; nothing of it changes an answer."""

from __future__ import annotations

import ast
import json
import pickle
import random
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import _shipped
from coopdata.__main__ import main
from coopdata.dataset import _trusted, load
from coopdata.errors import IntegrityError, SeedError
from coopdata.seeds import __main__ as build
from support import PACKAGE, REPO

DATA = PACKAGE / "data"
FILES = {path.relative_to(DATA).as_posix(): path.read_bytes() for path in DATA.rglob("*.*")}
NAMES = sorted(FILES)
Raw = Callable[[str], bytes]


def flipped(name: str, bit: int) -> Raw:
    """Return a reader of the shipped files that finds one bit of one file turned over."""
    damaged = bytearray(FILES[name])
    at = bit % (8 * len(damaged))
    damaged[at // 8] ^= 1 << at % 8
    return {**FILES, name: bytes(damaged)}.__getitem__


# -- the manifest -------------------------------------------------------------------------------


def test_the_manifest_names_every_shipped_file_and_nothing_else() -> None:
    assert {*NAMES} == {*_shipped.digests(), _shipped.MANIFEST}
    assert () == _shipped.problems()


@given(st.dictionaries(st.text("abc/.", min_size=1), st.binary()))
def test_a_manifest_is_read_back(files: dict[str, bytes]) -> None:
    text = _shipped.manifest(files).encode()
    whole = {**files, _shipped.MANIFEST: text}.__getitem__

    assert () == _shipped.problems(whole)
    for name, held in files.items():
        assert held == _shipped.read(name, whole)


def test_the_manifest_is_for_the_version_of_the_package() -> None:
    project = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == _shipped.VERSION


def test_files_of_another_version_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_shipped, "VERSION", "9.9.9")
    (error,) = _shipped.problems()

    assert ("version 9.9.9", f"version {project_version()}") == (error.expected, error.found)
    assert "the shipped data is damaged or of another version" in str(error)


def project_version() -> str:
    tables = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))
    return str(tables["project"]["version"])


# -- damage -------------------------------------------------------------------------------------


@given(name=st.sampled_from(NAMES), bit=st.integers(min_value=0, max_value=2**23))
@example(name="languages/ru.json", bit=0)
@example(name=_shipped.MANIFEST, bit=0)
def test_no_flipped_bit_is_silent(name: str, bit: int) -> None:
    found = _shipped.problems(flipped(name, bit))

    assert [name in error.what or "data" in error.what for error in found] == [True]
    with pytest.raises(IntegrityError):
        _shipped.read("units.json" if name == _shipped.MANIFEST else name, flipped(name, bit))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0], ids=["first", "middle", "last"])
def test_a_flipped_byte_of_any_file_is_told_by_verify_and_refused_where_it_is_read(
    name: str,
    share: float,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    damaged = bytearray(FILES[name])
    damaged[int(share * (len(damaged) - 1))] ^= 0xFF
    raw = {**FILES, name: bytes(damaged)}.__getitem__
    found = _shipped.problems(raw)
    monkeypatch.setattr(_shipped, "problems", lambda: found)

    assert 2 == main(["verify"])
    assert f"the shipped file {name} is damaged" in capsys.readouterr().err
    with pytest.raises(IntegrityError, match=re.escape(name)):
        _shipped.read("articles.json" if name == _shipped.MANIFEST else name, raw)


@pytest.mark.parametrize("table", ["articles", "parties", "facts", "derived"])
def test_load_refuses_a_changed_record(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = FILES["articles.json"].decode()
    last = json.dumps(json.loads(text)[table][-1]["id"])
    changed = text.replace(last, f'{last[:-1]}x"').encode()  # whole, well formed, and not ours
    assert changed != FILES["articles.json"]
    monkeypatch.setattr(_shipped, "_raw", {**FILES, "articles.json": changed}.__getitem__)

    with pytest.raises(IntegrityError, match=r"articles\.json is damaged"):
        load.__wrapped__()


def test_no_bit_of_the_manifest_can_be_flipped_in_silence() -> None:
    for bit in random.Random(0).sample(range(8 * len(FILES[_shipped.MANIFEST])), 500):
        assert _shipped.problems(flipped(_shipped.MANIFEST, bit)), bit


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_told_by_its_name(name: str) -> None:
    rest = {one: text for one, text in FILES.items() if one != name}
    (error,) = _shipped.problems(rest.__getitem__)

    assert f"the shipped file {name} is damaged or of another version" in str(error)
    assert str(error) == str(pickle.loads(pickle.dumps(error)))


def test_a_file_that_the_manifest_does_not_name_is_refused() -> None:
    with pytest.raises(
        IntegrityError, match=r"expected a digest of languages/xx\.json, found none"
    ):
        _shipped.read("languages/xx.json")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"{", "exact JSON, found Expecting property name"),
        (b"\xff", "exact JSON, found 'utf-8' codec"),
        (b'{"low": 0.1}', r"exact JSON, found the number 0\.1, which is not whole"),
        (b'{"low": 1e5}', "exact JSON, found the number 1e5, which is not whole"),
        (b"[]", "named tables, found list"),
    ],
)
def test_what_is_no_table_is_refused_with_what_it_is(text: bytes, found: str) -> None:
    with pytest.raises(IntegrityError, match=rf"the shipped file x\.json .*{found}"):
        _shipped.tree("x.json", text)


def test_a_missing_table_is_told_by_its_name() -> None:
    tables = _shipped.tree("x.json", b'{"units": {}}')

    assert {} == tables["units"]
    with pytest.raises(IntegrityError, match=r"x\.json .*expected a table 'alias', found none"):
        tables["alias"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b'{"format": "coopdata/3"}', "expected the form 'coopdata/2', found 'coopdata/3'"),
        (b"{}", "expected a table 'format'"),
    ],
)
def test_an_unknown_form_of_the_records_is_refused(text: bytes, found: str) -> None:
    with pytest.raises(IntegrityError, match=found):
        _trusted.tables(text)


def test_verify_tells_all_damage_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rest = {one: text for one, text in FILES.items() if not one.startswith("languages/")}
    found = _shipped.problems(rest.__getitem__)
    monkeypatch.setattr(_shipped, "problems", lambda: found)
    code = main(["verify"])
    out, err = capsys.readouterr()

    assert (2, "") == (code, out)
    assert f"{len(FILES) - len(rest)} problem(s) in the shipped files" in err
    assert isinstance(SeedError("x", ()), ValueError)


# -- the build ----------------------------------------------------------------------------------


def test_a_check_of_damaged_files_names_them_and_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _shipped.problems(flipped("units.json", 4321))
    monkeypatch.setattr(_shipped, "problems", lambda: found)

    assert 1 == build.main(["--check"])
    assert f"{found[0]}\nrun: python dev.py build\n" == capsys.readouterr().err


def test_a_build_may_read_the_damaged_files_that_it_replaces(tmp_path: Path) -> None:
    for name, text in {
        "units.json": b"{}",
        "labels/en.json": b"[]",
        _shipped.MANIFEST: b"<<<",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text)
    build._seal(tmp_path)

    assert () == _shipped.problems(lambda name: (tmp_path / name).read_bytes())


# -- one door -----------------------------------------------------------------------------------

# Files that a caller names, Babel's, and the null device that output goes to when its reader left.
ELSEWHERE = {"seeds", "corpus", "_notes", "_files", "batch", "exports", "evaluation", "_cli"} | {
    "reader",
    "cldr",
    "__main__",
}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_else_reads_a_file_of_the_package(path: Path) -> None:
    part = path.relative_to(PACKAGE).with_suffix("").parts[0]
    words = {
        getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "module", None)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    }
    doors = {"open", "__file__", "get_data", "read_text", "read_bytes", "importlib.resources"}

    assert part in ELSEWHERE or part == "_shipped" or not words & doors


# -- a package elsewhere ------------------------------------------------------------------------

ASK = """
import coopdata as cd
print(len(cd.load().facts), cd.__version__)
print(cd.normalize.measure("5 миллионов рублей", locale="ru"))
print(cd.normalize.period("май 2017", locale="ru"))
print(cd.formatting.measure(cd.Measure.at_most("12", "vehicle"), locale="de"))
print(cd.formatting.label("basis", "stated", locale="ko"))
print(cd.normalize.organisation("ООО Заря", locale="ru"))
"""


def asked(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *(words or ("-c", ASK))],
        env={"PYTHONPATH": str(path), "PYTHONIOENCODING": "utf-8", "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[[dict[str, bytes]], Path]:
    """Return a function that puts the package into a zip file, with some of its data replaced."""

    def pack(replaced: dict[str, bytes]) -> Path:
        path = tmp_path / "coopdata.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for file in sorted(PACKAGE.rglob("*.*")):
                name = file.relative_to(PACKAGE.parent).as_posix()
                if file.suffix != ".pyc":
                    archive.writestr(name, replaced.get(name, file.read_bytes()))
        return path

    return pack


def test_the_package_works_from_a_zip_file(
    zipped: Callable[[dict[str, bytes]], Path],
) -> None:
    loose, packed = asked(PACKAGE.parent), asked(zipped({}))

    assert not packed.returncode, packed.stderr
    assert loose.stdout == packed.stdout
    assert "5000000 RUB" in packed.stdout


def test_a_damaged_file_in_a_zip_file_is_refused_at_first_use(
    zipped: Callable[[dict[str, bytes]], Path],
) -> None:
    name = "languages/ru.json"
    path = zipped({f"coopdata/data/{name}": flipped(name, 99_999)(name)})
    found, checked = asked(path), asked(path, "-m", "coopdata", "verify")

    assert (2, "") == (checked.returncode, checked.stdout)
    assert checked.stderr.startswith("coopdata: 1 problem(s) in the shipped files:\n")
    assert found.stdout.count("\n") == 1  # the records do not need the word list
    assert f"IntegrityError: the shipped file {name} is damaged" in found.stderr
