"""The text of a page: its bytes decoded as it declares them, its article taken by trafilatura."""

from __future__ import annotations

import codecs
import re
from typing import Any, Final

from attrs import frozen

from ..errors import MissingExtraError, shown

__all__ = ["Page", "decoded", "is_html", "page"]

#: How far into a page browsers look for its encoding, and we for what it is.
_HEAD: Final = 1024
_DECLARED: Final = re.compile(rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BEGINS: Final = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Pages that call themselves Latin 1 are in Windows' encoding, by the standard of the web.
_MEANT: Final = {"iso8859-1": "cp1252", "ascii": "cp1252"}
#: The day is what the metadata say, whatever today is.
_DAY: Final = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


@frozen(kw_only=True)
class Page:
    """What stands in a page, and what its metadata say of it; empty where they say nothing."""

    text: str
    title: str
    published: str
    publisher: str
    by: str


def is_html(raw: bytes) -> bool:
    """Tell whether bytes begin as a page does."""
    return _BEGINS.match(raw[:_HEAD]) is not None


def decoded(raw: bytes, encoding: str, *, html: bool, problems: list[str]) -> tuple[str, str]:
    """Return a text and its encoding: the one given, a page's own, or UTF-8; none is guessed.

    What cannot be decoded is a problem with its byte and the remedy.
    """
    name = encoding or (_declared(raw) if html else "utf-8")
    try:
        return raw.decode(name), name
    except UnicodeDecodeError as err:
        problems.append(
            f"not {name.upper()} at byte {err.start}; say which encoding it is in "
            "(--encoding windows-1251), or save the text in UTF-8"
        )
    except (LookupError, ValueError):
        problems.append(f"encoding: no encoding {shown(name)} is known; as in 'windows-1251'")
    return "", name


def _declared(raw: bytes) -> str:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    found = _DECLARED.search(raw, 0, _HEAD)
    name = found[1].decode("ascii", "replace").lower() if found else "utf-8"
    if name.startswith(("utf-16", "utf-32")):  # then nobody could have read the tag
        return "utf-8"
    try:
        return _MEANT.get(codecs.lookup(name).name, name)
    except LookupError:
        return name


def page(source: str) -> Page:
    """Return the article of a page, a line to a paragraph, without menus and footers.

    Raises:
        MissingExtraError: trafilatura is not installed.
    """
    try:
        import trafilatura  # pyright: ignore[reportMissingImports]
    except ImportError as err:
        raise MissingExtraError("coopdata.corpus.add of a page", "html") from err
    found: Any = trafilatura.bare_extraction(
        source,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DAY,
    )
    told = {
        name: " ".join(str(getattr(found, name, None) or "").split())
        for name in ("title", "date", "sitename")
    }
    text = str(getattr(found, "text", None) or "").strip()
    return Page(
        text=f"{text}\n" if text else "",
        title=told["title"],
        published=told["date"],
        publisher=told["sitename"],
        by=f"trafilatura {trafilatura.__version__}",
    )
