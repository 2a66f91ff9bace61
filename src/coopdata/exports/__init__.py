"""Ways out to other tools: marked texts, and entities.

Marked texts are those of brat, Label Studio and spaCy (W3C annotations are `web_annotations`);
`followthemoney` gives entities; `package` writes a folder of tables, texts and marks with what
Frictionless, Croissant, SQLite and DuckDB need, and a manifest of digests. All of it is written
from the records alone, the same each time.
"""

from __future__ import annotations

from ._annotations import brat, label_studio, spacy_doc, spacy_jsonl
from ._followthemoney import followthemoney
from ._package import MANIFEST, package

__all__ = [
    "MANIFEST",
    "brat",
    "followthemoney",
    "label_studio",
    "package",
    "spacy_doc",
    "spacy_jsonl",
]


def __dir__() -> list[str]:
    return sorted(__all__)
