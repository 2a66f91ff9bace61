"""Views for people: a fact in its sentence, citations, notebook and terminal views.

A fact knows its article by id alone. `show`, and the citations that name an article, look it up in
the dataset they are given, and in the shipped one where they are given none.
"""

from __future__ import annotations

from .._sheet import csv_text, guarded, unguarded
from ._cite import STYLES, cite, source_of
from ._dataset_page import dataset_page
from ._files import json_text
from ._html import article_html, dataset_html, fact_html, facts_html, value_html
from ._page import article_page, text_page
from ._rich import (
    article_rich,
    dataset_rich,
    fact_rich,
    facts_rich,
    rich_drawn,
    rich_table,
    value_rich,
)
from ._sentence import MARKS, marked, sentence
from ._show import HEADINGS, cells, headings, show, shown, table
from ._statements import statement

__all__ = [
    "HEADINGS",
    "MARKS",
    "STYLES",
    "article_html",
    "article_page",
    "article_rich",
    "cells",
    "cite",
    "csv_text",
    "dataset_html",
    "dataset_page",
    "dataset_rich",
    "fact_html",
    "fact_rich",
    "facts_html",
    "facts_rich",
    "guarded",
    "headings",
    "json_text",
    "marked",
    "rich_drawn",
    "rich_table",
    "sentence",
    "show",
    "shown",
    "source_of",
    "statement",
    "table",
    "text_page",
    "unguarded",
    "value_html",
    "value_rich",
]


def __dir__() -> list[str]:
    return sorted(__all__)
