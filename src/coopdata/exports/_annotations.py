"""Marked texts for programs that show, correct or learn from annotations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .._sheet import json_line
from .._text.offsets import Offsets
from ..errors import MissingExtraError
from ..model import Article
from ._marks import marks

if TYPE_CHECKING:
    from spacy.language import Language  # pyright: ignore[reportMissingImports]
    from spacy.tokens import Doc  # pyright: ignore[reportMissingImports]

__all__ = ["brat", "label_studio", "spacy_doc", "spacy_jsonl"]

_LINE = re.compile(r"[^\r\n]+")


def brat(article: Article) -> str:
    """Return the ``.ann`` file of an article for brat; the ``.txt`` beside it is `article.text`.

    Kinds are the entity types; a note holds the value, or the party. Offsets are code points, and a
    mark that goes over a line end is in parts, as brat wants it.

    Examples:
        >>> from coopdata import load
        >>> print(brat(load().article("kursk-trade")).splitlines()[0])
        T1	organisation 0 43	Official Website of the Republic of Belarus
    """
    lines: list[str] = []
    for nth, mark in enumerate(marks(article), start=1):
        words = mark.span.of(article.text)
        parts = [(found.start(), found.end()) for found in _LINE.finditer(words)]
        at = ";".join(f"{mark.span.start + a} {mark.span.start + b}" for a, b in parts)
        lines.append(f"T{nth}\t{mark.label} {at}\t{' '.join(words[a:b] for a, b in parts)}")
        if mark.says:
            lines.append(f"#{nth}\tAnnotatorNotes T{nth}\t{_one_line(mark.says)}")
    return "".join(f"{line}\n" for line in lines)


def label_studio(articles: Iterable[Article]) -> str:
    """Return articles as Label Studio tasks with one finished annotation each, as JSON.

    Import them into a project whose labelling interface has a ``Labels`` tag ``label`` over a
    ``Text`` tag ``text``. Offsets count UTF-16 units, as the page there does.
    """
    return json.dumps([*map(_task, articles)], ensure_ascii=False, indent=1) + "\n"


def _task(article: Article) -> dict[str, Any]:
    marked = [*marks(article)]
    at = Offsets(article.text, "surrogatepass")
    regions = [
        {
            "id": f"{article.id}-{nth}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": at(mark.span.start).utf16,
                "end": at(mark.span.end).utf16,
                "text": mark.span.of(article.text),
                "labels": [mark.label],
            },
            "meta": {"text": [mark.says] if mark.says else []},
        }
        for nth, mark in enumerate(marked, start=1)
    ]
    data = {"text": article.text, "article": article.id, "language": article.language}
    return {"data": data, "annotations": [{"result": regions}]}


def spacy_jsonl(articles: Iterable[Article]) -> str:
    """Return articles as JSON Lines of texts with spans in characters, for spaCy and Prodigy."""
    lines = (
        {
            "text": one.text,
            "spans": [
                {"start": mark.span.start, "end": mark.span.end, "label": mark.label}
                for mark in marks(one)
            ],
            "meta": {"article": one.id, "language": one.language},
        }
        for one in articles
    )
    return "".join(f"{json_line(line)}\n" for line in lines)


def spacy_doc(article: Article, nlp: Language | None = None) -> Doc:
    """Return an article as a spaCy document whose ``spans["coopdata"]`` are its marks.

    A span of spaCy is made of whole tokens: where a mark ends inside one, the span is as much
    wider. ``span.id_`` is the value, or the party; ``doc.user_data["coopdata"]`` has the marks as
    they are.

    Args:
        article: The article.
        nlp: The pipeline that tokenizes; by default one that knows no language.

    Raises:
        MissingExtraError: spaCy is not installed (``pip install 'coopdata[spacy]'``).
    """
    try:
        import spacy  # pyright: ignore[reportMissingImports]
    except ImportError as err:
        raise MissingExtraError("coopdata.exports.spacy_doc", "spacy") from err
    doc = (spacy.blank("xx") if nlp is None else nlp).make_doc(article.text)
    found = [
        doc.char_span(
            mark.span.start,
            mark.span.end,
            label=mark.label,
            span_id=mark.says,
            alignment_mode="expand",
        )
        for mark in marks(article)
    ]
    doc.spans["coopdata"] = [one for one in found if one is not None]
    doc.user_data["coopdata"] = [
        (mark.span.start, mark.span.end, mark.label, mark.says) for mark in marks(article)
    ]
    return doc


def _one_line(text: str) -> str:
    return " ".join(text.split())
