"""A dataset as a folder that other tools open: tables, texts, marks, descriptions, digests."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .. import frames, serde, web_annotations
from ..dataset import Dataset
from ..errors import InvalidValueError, MissingExtraError
from ..frames import Column, TableName
from ._annotations import brat, label_studio, spacy_jsonl
from ._databases import duckdb_file, sqlite_file
from ._describe import croissant, datapackage
from ._followthemoney import followthemoney

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["MANIFEST", "package"]

MANIFEST: Final = "manifest.sha256"
_TABLES: Final[tuple[TableName, ...]] = ("facts", "mentions", "parties", "articles")

#: What is written of a dataset as text, by the name of the file.
_TEXTS: Final[dict[str, Callable[[Dataset], str]]] = {
    "annotations/annotations.jsonld": web_annotations.to_jsonld,
    "annotations/entities.ftm.jsonl": followthemoney,
    "annotations/label-studio.json": lambda dataset: label_studio(dataset.articles),
    "annotations/spans.jsonl": lambda dataset: spacy_jsonl(dataset.articles),
    "dataset.jsonl": serde.to_jsonl,
}


def package(dataset: Dataset, folder: str | Path) -> tuple[str, ...]:
    """Write a dataset into a folder that other tools open (extras: ``arrow``, ``duckdb``).

    The files::

        facts.csv, mentions.csv, parties.csv, articles.csv     safe to open in a spreadsheet
        terms.csv                                              its own kinds and roles, if any
        facts.parquet …                                        the same with types and units
        coopdata.sqlite, coopdata.duckdb                       the same as databases
        dataset.jsonl                                          everything, for `serde.from_jsonl`
        texts/…                                                the articles, byte for byte
        annotations/…                                          brat, W3C, Label Studio, spaCy, FtM
        datapackage.json                                       for Frictionless
        croissant.json                                         for Croissant
        manifest.sha256                                        for ``sha256sum --check``

    The same dataset gives the same bytes with the same versions of the libraries; the DuckDB file
    alone does not, and has no digest.

    Args:
        dataset: The dataset.
        folder: Where to; a new folder, or one that this has written, which is replaced whole.

    Returns:
        The files, by their paths in the folder.

    Raises:
        InvalidValueError: The folder holds something else.
        MissingExtraError: pyarrow or duckdb is not installed.
    """
    home = Path(folder)
    if home.exists() and not home.is_dir():
        raise InvalidValueError(str(home), "a package is written into a folder")
    if home.exists() and any(home.iterdir()) and not (home / MANIFEST).is_file():
        raise InvalidValueError(str(home), "a package is written into an empty folder, or anew")
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=f".{home.name}.") as name:
        made = Path(name) / "made"
        _write(dataset, made)
        if home.exists():
            shutil.rmtree(home)
        made.replace(home)
    return tuple(sorted(one.relative_to(home).as_posix() for one in _files(home)))


def _files(home: Path) -> Iterator[Path]:
    return (one for one in home.rglob("*") if one.is_file())


def _write(dataset: Dataset, home: Path) -> None:
    try:
        from pyarrow import parquet
    except ImportError as err:
        raise MissingExtraError("coopdata.exports.package", "arrow") from err
    for name in ("texts", "annotations"):
        (home / name).mkdir(parents=True)
    names: tuple[TableName, ...] = (*_TABLES, "terms") if dataset.terms else _TABLES
    tables: dict[str, pa.Table] = {name: frames.to_arrow(dataset, table=name) for name in names}
    for name in names:
        parquet.write_table(tables[name], home / f"{name}.parquet")
        _text(home / f"{name}.csv", frames.to_csv(dataset, table=name))
    for article in dataset.articles:
        (home / "texts" / f"{article.id}.txt").write_bytes(article.text.encode())
        _text(home / "annotations" / f"{article.id}.ann", brat(article))
        _text(home / "annotations" / f"{article.id}.txt", article.text)
    for path, write in _TEXTS.items():
        _text(home / path, write(dataset))
    sqlite_file(home / "coopdata.sqlite", tables)
    duckdb_file(home / "coopdata.duckdb", tables)
    digests: dict[str, str] = {name: _digest(home / f"{name}.csv") for name in names}
    counts: dict[str, int] = {name: table.num_rows for name, table in tables.items()}
    described: dict[str, tuple[Column, ...]] = {name: frames.SCHEMAS[name] for name in names}
    sizes: dict[str, int] = {name: (home / f"{name}.csv").stat().st_size for name in names}
    _json(home / "datapackage.json", datapackage(described, digests, sizes, counts))
    _json(home / "croissant.json", croissant(described, digests, sizes, dataset.cite("bibtex")))
    listed = sorted(one.relative_to(home).as_posix() for one in _files(home))
    lines = [f"{_digest(home / one)}  {one}\n" for one in listed if not one.endswith(".duckdb")]
    _text(home / MANIFEST, "".join(lines))


def _text(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def _json(path: Path, tree: Any) -> None:
    _text(path, json.dumps(tree, ensure_ascii=False, indent=1) + "\n")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
