"""The validators of Frictionless and of Croissant find nothing wrong with a package."""

from __future__ import annotations

from pathlib import Path

import pytest

from coopdata import exports
from coopdata.dataset import Dataset

pytestmark = pytest.mark.filterwarnings("default")  # the libraries' own remarks


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, ds: Dataset) -> Path:
    folder = tmp_path_factory.mktemp("packed") / "coopdata"
    exports.package(ds, folder)
    return folder


def test_frictionless(home: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(home / "datapackage.json"))

    assert [] == report.flatten(["title", "message"])
    assert 4 == len(report.tasks)


def test_croissant(home: Path, ds: Dataset) -> None:
    croissant = pytest.importorskip("mlcroissant")
    found = croissant.Dataset(jsonld=str(home / "croissant.json"))

    assert not found.metadata.issues.errors
    assert not found.metadata.issues.warnings
    assert len(ds.facts) == len(list(found.records("facts")))
