"""Citations of articles, facts and datasets, in three styles."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from .. import formatting
from .._fixed import Fixed
from .._shipped import RELEASED, VERSION
from ..dataset import Dataset, load
from ..errors import RecordNotFoundError, nearest, visible
from ..model import Article, Fact
from ..values import Period
from ._statements import home_of, language_of

__all__ = ["STYLES", "TITLE", "article_of", "cite", "quoted", "source_of"]

TITLE: Final = "coopdata: five news articles on industrial cooperation as typed, cited facts"
_AUTHOR: Final = "The coopdata maintainers"
_BIBTEX_SPECIAL: Final = re.compile(r"[\\{}&%$#_~^]")
_BIBTEX_WORDS: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # a bare \{ would count as an opening brace
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_BIBTEX_NO_KEY: Final = re.compile(r"[^\w.:/+-]")
_PLAIN: Final = ("day", "month")
_LANGUAGES: Final = {"en": "english", "ru": "russian", "be": "belarusian", "de": "german"}


def cite(
    record: Dataset | Article | Fact,
    style: str = "apa",
    *,
    dataset: Dataset | None = None,
    locale: str = "en",
) -> str:
    """Return a citation in one of `STYLES`.

    A fact is cited as its article with the quoted words and their place; a dataset of your own as
    the articles in it.

    Args:
        record: What to cite.
        style: ``"bibtex"``, ``"apa"`` or ``"csl-json"`` (a list of items, as reference managers
            take it).
        dataset: Where a fact's article is looked up; by default the one that the fact is from,
            and for a fact that is from none the shipped one.
        locale: In which the citation's own words are; titles and quotes are as written.

    Raises:
        RecordNotFoundError: an unknown style, or an article that the dataset does not have.
        MisquotedError: the words cited do not stand in the article.
    """
    if style not in STYLES:
        raise RecordNotFoundError("citation style", style, nearest(style, [*STYLES]) or (*STYLES,))
    if isinstance(record, Fact):
        article = article_of(record, dataset)
        return STYLES[style]([_article(article, _note(record, locale), locale)])
    if isinstance(record, Article):
        return STYLES[style]([_article(record, "", locale)])
    if record is load() or not record.articles:
        return STYLES[style]([_whole(locale)])
    return STYLES[style]([_article(article, "", locale) for article in record.articles])


def article_of(fact: Fact, dataset: Dataset | None) -> Article:
    """Return the article that a fact cites first, with every quote of it checked there.

    Raises:
        RecordNotFoundError: the dataset does not have an article that the fact cites.
        MisquotedError: the words cited do not stand in the article of that id.
    """
    return home_of(fact, dataset).article_of(fact)


def source_of(article: Article, *, locale: str = "en") -> str:
    """Return an article's source in one line: publisher, date, title."""
    basis = article.published_basis.kind
    said = "" if basis == "stated" else f" ({formatting.label('basis', basis, locale=locale)})"
    parts = [
        article.publisher or _said("no_publisher", locale),
        f"{article.published.format(locale=locale)}{said}",
        article.title,
    ]
    return ", ".join(part for part in parts if part)


def _said(key: str, locale: str, **values: object) -> str:
    return formatting.label("view", key, locale=locale).format(**values)


def quoted(fact: Fact, locale: str) -> str:
    """Return the words that a fact cites first, in one line and in the locale's quotation marks."""
    return _said("quote", locale, quote=" ".join(fact.citations[0].quote.split()))


def _note(fact: Fact, locale: str) -> str:
    one = fact.citations[0]
    words = f"{quoted(fact, locale)} ({_said('characters', locale, start=one.start, end=one.end)})"
    if fact.basis.kind != "derived":
        return words
    return _said("computed", locale, rule=fact.basis.rule, words=words)


def _whole(locale: str) -> dict[str, Any]:
    return {
        "id": "coopdata",
        "type": "dataset",
        "title": TITLE,
        "author": _AUTHOR,
        "version": VERSION,
        "issued": Period.from_edtf(RELEASED),
        "language": "en",
        "publisher": "",
        "note": "",
        "locale": locale,
    }


def _article(article: Article, quoted: str, locale: str) -> dict[str, Any]:
    """Return what all styles say of an article."""
    basis = article.published_basis
    kind = formatting.label("basis", basis.kind, locale=locale)
    dated = "" if basis.kind == "stated" else _said("dated", locale, basis=kind)
    if dated and not quoted:
        dated = f"{dated}: {basis.rule}"
    return {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title
        if article.title.strip()
        else f"[{_said('untitled', locale, file=article.file)}]",
        "author": "",
        "publisher": article.publisher,
        "version": "",
        "issued": article.published,
        "language": article.language,
        "note": "; ".join(part for part in (quoted, dated) if part),
        "locale": locale,
    }


# -- styles -------------------------------------------------------------------------------------


def _bibtex(items: list[dict[str, Any]]) -> str:
    return "\n\n".join(map(_bibtex_entry, items))


def _bibtex_entry(item: dict[str, Any]) -> str:
    issued: Period | None = item["issued"]
    year = "" if issued is None or issued.start is None else f"{issued.start.year:04}"
    if issued is not None and issued.is_one_of:  # BibLaTeX has no dates that are one of several
        year, issued = _bibtex_text(issued.format(locale=item["locale"])), None
    fields = {
        "title": f"{{{_bibtex_text(item['title'])}}}",
        "author": f"{{{_bibtex_text(item['author'] or item['publisher'])}}}",
        "date": "" if issued is None else issued.edtf,
        "year": year,
        "version": _bibtex_text(item["version"]),
        "langid": _LANGUAGES.get(item["language"].partition("-")[0], ""),
        "note": _bibtex_text(item["note"]),
    }
    kind = "dataset" if item["type"] == "dataset" else "misc"
    lines = [
        f"  {name} = {{{value}}}," for name, value in fields.items() if value not in ("", "{}")
    ]
    return "\n".join([f"@{kind}{{{_bibtex_key(item['id'])},", *lines, "}"])


def _bibtex_text(text: str) -> str:
    """Return a text in one line, without what TeX or a terminal reads as its own."""
    line = _one_line(text)
    return _BIBTEX_SPECIAL.sub(lambda found: _BIBTEX_WORDS.get(found[0], f"\\{found[0]}"), line)


def _one_line(text: str) -> str:
    return visible(" ".join(text.split()))


def _bibtex_key(name: str) -> str:
    """Return an id as an entry's key, in which no sign has a meaning of its own."""
    return _BIBTEX_NO_KEY.sub(lambda found: f"-{ord(found[0]):x}-", name) or "-"


def _apa(items: list[dict[str, Any]]) -> str:
    return "\n\n".join(map(_apa_entry, items))


def _apa_entry(item: dict[str, Any]) -> str:
    who = (item["author"] or item["publisher"]).rstrip(".")
    locale = item["locale"]
    version = item["version"]
    edition = f" ({_said('version', locale, version=version)})" if version else ""
    kind = f" [{_said('data_set', locale)}]" if item["type"] == "dataset" else ""
    title = f"{item['title'].rstrip('.')}{edition}{kind}."
    date = f"({_apa_date(item['issued'], locale)})."
    parts = [f"{who}.", date, title] if who else [title, date]
    return _one_line(" ".join([*parts, item["note"]]))


def _apa_date(issued: Period | None, locale: str) -> str:
    """Return "2017, December 5" of a day, "2016, November" of a month, years of anything else.

    One of several stands as the locale has it; so do, where no English is read, a day and a month.
    """
    if issued is None or (issued.start is None and issued.end is None):
        return _said("no_date", locale)
    if issued.is_one_of or (issued.precision in _PLAIN and language_of(locale) != "en"):
        return issued.format(locale=locale)
    if issued.precision in _PLAIN and issued.start is not None:
        from babel.dates import get_month_names

        month = get_month_names("wide", locale="en")[issued.start.month]
        day = f" {issued.start.day}" if issued.precision == "day" else ""
        return f"{issued.start.year}, {month}{day}"
    years = [f"{day.year}" if day else "" for day in (issued.start, issued.end)]
    return years[0] if years[0] == years[1] else "–".join(years)


def _csl(items: list[dict[str, Any]]) -> str:
    return json.dumps([*map(_csl_item, items)], ensure_ascii=False, indent=1)


def _csl_item(item: dict[str, Any]) -> dict[str, Any]:
    issued: Period | None = item["issued"]
    found = {
        "id": item["id"],
        "type": item["type"],
        "title": item["title"],
        "author": [{"literal": item["author"]}] if item["author"] else None,
        "publisher": item["publisher"],
        "version": item["version"],
        "issued": None if issued is None else _csl_date(issued, item["locale"]),
        "language": item["language"],
        "note": item["note"],
    }
    return {name: value for name, value in found.items() if value}


def _csl_date(issued: Period, locale: str) -> dict[str, Any]:
    if issued.is_one_of:
        return {"literal": issued.format(locale=locale)}
    days = [day for day in (issued.start, issued.end) if day is not None]
    if len(days) < 2:
        return {"literal": issued.edtf}
    kept = {"day": 3, "month": 2, "year": 1}.get(issued.precision)
    if kept is not None:
        return {"date-parts": [[days[0].year, days[0].month, days[0].day][:kept]]}
    return {"date-parts": [[day.year, day.month, day.day] for day in days]}


#: How to write a citation, by the style's name.
STYLES: Final[Mapping[str, Callable[[list[dict[str, Any]]], str]]] = Fixed(
    {"apa": _apa, "bibtex": _bibtex, "csl-json": _csl}
)
