"""Ways out to other tools: marked texts, and entities.

Marked texts are those of brat, Label Studio and spaCy (W3C annotations are `web_annotations`);
`followthemoney` gives entities. Everything is written from the records alone, the same each time.
"""

from __future__ import annotations

from ._annotations import brat, label_studio, spacy_doc, spacy_jsonl
from ._followthemoney import followthemoney

__all__ = ["brat", "followthemoney", "label_studio", "spacy_doc", "spacy_jsonl"]


def __dir__() -> list[str]:
    return sorted(__all__)
