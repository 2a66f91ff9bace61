"""Views for people: a fact in its sentence, citations, notebook and terminal views.

A fact knows its article by id alone. `show`, and the citations that name an article, look it up in
the dataset they are given, and in the shipped one where they are given none.
"""

from __future__ import annotations

from .._sheet import csv_text, guarded, unguarded
from ._cite import STYLES, cite, source_of
from ._completion import load_ipython_extension
from ._dataset_page import dataset_page
from ._files import json_text
from ._page import article_page, text_page
from ._rich import rich_drawn, rich_table
from ._sentence import MARKS, marked, sentence
from ._show import HEADINGS, cells, headings, show, shown, table
from ._statements import statement
from ._view import View
from ._views import view

__all__ = [
    "HEADINGS",
    "MARKS",
    "STYLES",
    "View",
    "article_page",
    "cells",
    "cite",
    "csv_text",
    "dataset_page",
    "guarded",
    "headings",
    "json_text",
    "load_ipython_extension",
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
    "view",
]


def __dir__() -> list[str]:
    return sorted(__all__)
