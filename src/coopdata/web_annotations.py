"""Mentions as W3C Web Annotations (JSON-LD), for tools that show or exchange marked text.

Each mention is one annotation. Its target is the article, selected by position (code points, end
exclusive) and by quote; its body says the kind as a tag and the value as the JSON of `serde`, so
that `from_jsonld` gives back what `to_jsonld` was given.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from . import serde
from .errors import InvalidValueError, SeedError
from .model import Article, Mention, in_order

if TYPE_CHECKING:
    from .dataset import Dataset

__all__ = ["CONTEXT", "annotation", "collection", "from_jsonld", "to_jsonld"]

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32  # characters of prefix and suffix, as the model advises
_JSON: Final = "application/json"


def annotation(article: Article, mention: Mention) -> dict[str, Any]:
    """Return one mention as an annotation, without a context of its own.

    Raises:
        InvalidValueError: the mention stands outside the article's text.
    """
    start, end = mention.span.start, mention.span.end
    text = article.text
    if not start < end <= len(text):
        raise InvalidValueError(mention.span, "a mention's span covers words of the article")
    return {
        "id": f"urn:coopdata:{article.id}:mention:{start}-{end}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": mention.kind},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": _JSON,
                "value": json.dumps(serde.to_tree(mention), ensure_ascii=False),
            },
        ],
        "target": {
            "source": f"urn:coopdata:{article.id}",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(start - _AROUND, 0) : start],
                    "suffix": text[end : end + _AROUND],
                },
            ],
        },
    }


def collection(articles: Iterable[Article]) -> dict[str, Any]:
    """Return every mention of some articles as one annotation collection with one page."""
    items = [annotation(article, one) for article in articles for one in article.mentions]
    page = {
        "id": "urn:coopdata:mentions:page",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return {
        "@context": CONTEXT,
        "id": "urn:coopdata:mentions",
        "type": "AnnotationCollection",
        "label": "coopdata mentions",
        "total": len(items),
        "first": page,
    }


def to_jsonld(source: Dataset | Article) -> str:
    """Return the mentions of a dataset, or of one article, as JSON-LD text."""
    articles = (source,) if isinstance(source, Article) else source.articles
    return json.dumps(collection(articles), ensure_ascii=False, indent=1) + "\n"


def from_jsonld(
    text: str | bytes, article: Article, *, source: str = "<json-ld>"
) -> tuple[Mention, ...]:
    """Return the mentions of `article` in what `to_jsonld` wrote, in its order.

    Raises:
        SeedError: the text is no such collection, or a quote is not where its annotation says.
    """
    tree = serde.parse_json(text, source=source)
    found, problems = list[Mention](), list[str]()
    for number, item in enumerate(_items(tree, source)):
        here = f"{source} at first.items[{number}]"
        try:
            if (mention := _mention(item, article, here)) is not None:
                found.append(mention)
        except SeedError as err:
            problems.extend(err.problems)
    try:
        in_order(sorted(found, key=lambda one: one.span), source)
    except SeedError as err:
        problems.extend(f"{source}: {problem}" for problem in err.problems)
    if problems:
        raise SeedError(source, tuple(problems))
    return tuple(found)


def _items(tree: Any, source: str) -> list[Any]:
    page = tree.get("first") if type(tree) is dict else None
    items = page.get("items") if type(page) is dict else None
    if type(items) is not list:
        raise SeedError(source, (f"{source}: expected an annotation collection with a first page",))
    return items


def _mention(item: Any, article: Article, here: str) -> Mention | None:
    """Return the mention that one annotation states, `None` where it is of another article."""
    try:
        target = item["target"]
        if target["source"] != f"urn:coopdata:{article.id}":
            return None
        position, quote = target["selector"]
        (value,) = (body["value"] for body in item["body"] if body.get("format") == _JSON)
        start, end, exact = position["start"], position["end"], quote["exact"]
    except (KeyError, TypeError, ValueError, AttributeError):
        words = "expected an annotation as to_jsonld writes it"
        raise SeedError(here, (f"{here}: {words}",)) from None
    mention: Mention = serde.from_tree(serde.parse_json(value, source=here), Mention, source=here)
    span = mention.span
    stands = (start, end) == (span.start, span.end) and type(exact) is str
    if not stands or len(exact) != len(span) or article.quote(span) != exact:
        raise SeedError(here, (f"{here}: the quote does not stand where it should",))
    return mention


def __dir__() -> list[str]:
    return sorted(__all__)
