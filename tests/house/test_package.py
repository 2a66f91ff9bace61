"""Importing is cheap, and the public names are a promise."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import coopdata as cd
from coopdata import _shipped
from support import fresh_python


def python(code: str) -> str:
    """Return what a fresh interpreter prints for `code`."""
    done = fresh_python("-c", code)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


def project(repo: Path) -> dict[str, Any]:
    """Return the project table of pyproject.toml."""
    tables = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = tables["project"]
    return found


def test_importing_loads_no_third_party_module() -> None:
    code = (
        "import sys; before = set(sys.modules); import coopdata;"
        "names = {name.partition('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(names - set(sys.stdlib_module_names) - {'coopdata'}))"
    )

    assert python(code) == "[]"


def test_loading_the_dataset_does_not_load_pint() -> None:
    code = "import sys, coopdata; coopdata.load(); print('pint' in sys.modules)"

    assert python(code) == "False"


def test_public_names_are_sorted_and_there() -> None:
    assert list(cd.__all__) == sorted(cd.__all__)
    assert set(cd.__all__) <= set(dir(cd))


MODULES = [name for name in cd.__all__ if isinstance(getattr(cd, name), ModuleType)]


@pytest.mark.parametrize("name", MODULES)
def test_a_public_module_shows_its_public_names_and_nothing_else(name: str) -> None:
    module = getattr(cd, name)

    assert sorted(module.__all__) == dir(module)
    assert all(hasattr(module, public) for public in dir(module))
    assert sorted([*cd.__all__, "__version__"]) == dir(cd)


def test_public_names_are_what_the_design_promises() -> None:
    promised = {"errors", "extract", "formatting", "frames", "load", "normalize", "serde"}

    assert promised <= set(cd.__all__)


@pytest.mark.parametrize("name", sorted(cd.__all__))
def test_each_public_name_can_be_had(name: str) -> None:
    assert getattr(cd, name) is not None


def test_an_unknown_name_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        cd.no_such_name  # noqa: B018 - reading the attribute is the test


def test_the_version_is_written_once_for_all(repo: Path) -> None:
    version = project(repo)["version"]
    citation = (repo / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (repo / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"\nversion: {version}\n" in citation
    assert re.search(rf"^## \[(Unreleased|{re.escape(version)})\]", changelog, re.MULTILINE)


def test_the_day_of_the_version_is_written_once_for_all(repo: Path) -> None:
    citation = (repo / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (repo / "CHANGELOG.md").read_text(encoding="utf-8")
    version = re.escape(project(repo)["version"])
    day = dt.date.fromisoformat(_shipped.RELEASED)

    assert f"\ndate-released: {day}\n" in citation
    assert {f"{day}"} >= {*re.findall(rf"^## \[{version}\] - (\S+)$", changelog, re.MULTILINE)}
    assert f"({day.year}, " in cd.load().cite("apa")


def test_the_licence_of_the_code_is_nowhere_that_of_the_article_texts(repo: Path) -> None:
    texts = "LicenseRef-coopdata-article-texts"
    licence = project(repo)["license"]
    said = {
        name: " ".join((repo / name).read_text(encoding="utf-8").split())
        for name in ("NOTICE", "README.md", "CITATION.cff")
    }

    assert f"Apache-2.0 AND {texts}" == licence
    assert ["LICENSE", "NOTICE"] == project(repo)["license-files"]
    assert f'"{texts}"' in said["NOTICE"]
    assert all("quote" in text and "their publishers'" in text for text in said.values())
    for article in cd.load().articles:
        assert f"seeds/articles/{article.id}.txt" in said["NOTICE"]


def test_the_readme_has_no_link_that_an_index_page_lacks(repo: Path) -> None:
    readme = (repo / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]*)\)|(?:href|src)=\"([^\"]*)\"", readme)

    assert [] == [one for one in map("".join, links) if not one.startswith(("https://", "#"))]


def test_the_source_distribution_holds_what_its_tests_read(repo: Path) -> None:
    tables = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))
    packed = {
        name.strip("/") for name in tables["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    }
    read = {
        name
        for path in (repo / "tests").rglob("*.py")
        for name in re.findall(r"\b(?:REPO|repo) / f?\"([\w.-]+)", path.read_text(encoding="utf-8"))
    }

    assert {"benchmarks", "CITATION.cff", "seeds", "src"} <= read
    assert read <= {*packed, "pyproject.toml"}
    assert all((repo / name).exists() for name in packed)


def test_the_package_says_that_it_is_typed(repo: Path) -> None:
    assert (repo / "src/coopdata/py.typed").exists()


def test_runtime_dependencies_are_the_four(repo: Path) -> None:
    names = {re.split(r"[^\w-]", line)[0] for line in project(repo)["dependencies"]}

    assert {"attrs", "babel", "cattrs", "pint"} == names


def test_shipped_json_is_stable_text(repo: Path) -> None:
    for path in sorted((repo / "src/coopdata/data").rglob("*.json")):
        raw = path.read_bytes()

        assert raw.endswith(b"\n"), path.name
        assert b"\r" not in raw, path.name
        json.loads(raw.decode("utf-8"))
