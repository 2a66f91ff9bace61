"""The command line: its verbs and their options.

Tables are drawn by rich where it is installed, and in plain text where it is not. Control
characters are written as their escapes in every form of answer.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Final, NoReturn

from ..errors import shortened, shown
from ..query import KEYWORDS
from . import corpus, files, tables, verbs

__all__ = ["run"]

#: How the options of `facts` are declared, by what a keyword takes.
_OPTIONS: Final[dict[str, dict[str, Any]]] = {
    "names": {"action": "append", "metavar": "NAME"},
    "period": {"metavar": "EDTF"},
    "amount": {"metavar": "AMOUNT", "help": "as in '10 million USD'"},
    "bounds": {"nargs": 2, "metavar": ("LOW", "HIGH")},
}


_FORMS: Final = ("table", "json", "csv")


def run(argv: Sequence[str] | None = None) -> None:
    """Do what the command line says; `__main__` turns what is raised into exit codes."""
    options = _parser().parse_args(argv)
    options.verb(options)


# -- options ------------------------------------------------------------------------------------


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"expected a whole number from 1 on, got {shown(text)}")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        words = f"expected a day such as '2017-12-05', got {shown(text)}"
        raise argparse.ArgumentTypeError(words) from None


class _Parser(argparse.ArgumentParser):
    """Words every mistake in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"coopdata: {shortened(message)}; see: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="coopdata",
        description="Typed, cited facts from articles on cooperation: the shipped five, and yours.",
    )
    parser.add_argument("--version", action="version", version=_version())
    kinds = parser.add_subparsers(required=True, metavar="VERB")

    def verb(name: str, does: Any, *, forms: Sequence[str] = _FORMS) -> argparse.ArgumentParser:
        one = kinds.add_parser(name, help=does.__doc__, description=does.__doc__)
        one.set_defaults(verb=does)
        if forms:
            one.add_argument("--format", choices=forms, default="table")
        return one

    _ask(verb)
    _curate(verb)
    completion = verb("completion", verbs.completion, forms=())
    completion.set_defaults(parser=parser)
    completion.add_argument("shell", choices=("bash", "zsh"))
    return parser


def _ask(verb: Callable[..., argparse.ArgumentParser]) -> None:
    """Declare the verbs that ask a dataset or read a text."""
    articles = verb("articles", verbs.articles)
    articles.add_argument(
        "--language", action="append", metavar="TAG", help="only in this language"
    )
    facts = verb("facts", verbs.facts)
    _add_filters(facts)
    facts.add_argument("--limit", type=_count, help="the most facts (default: all)")
    fact = verb("fact", verbs.fact, forms=("table", "json"))
    fact.add_argument("fact", metavar="FACT", help="id of the fact")
    cite = verb("cite", verbs.cite, forms=())
    cite.add_argument("id", metavar="ID", help="id of a fact or an article")
    cite.add_argument("--style", choices=("apa", "bibtex", "csl-json"), default="apa")
    search = verb("search", verbs.search)
    search.add_argument("words", metavar="WORD", nargs="+", help="words in any language")
    search.add_argument("--limit", type=_count, default=20, help="the most facts (default: 20)")
    for one in (facts, search):
        one.add_argument("--derived", action="store_true", help="with what was computed from them")
    show = verb("show", verbs.show)
    show.add_argument(
        "article",
        metavar="ARTICLE",
        nargs="?",
        help="id of the article; with --html it may be left out for the whole dataset",
    )
    show.set_defaults(refuse=show.error)
    verify = verb("verify", verbs.verify)
    verify.add_argument(
        "--report", action="store_true", help="count what the parts of the facts rest on"
    )
    export = verb("export", files.export, forms=())
    export.add_argument("folder", metavar="FOLDER", help="a new folder, or one of its own making")
    asking = (articles, facts, fact, cite, search, show, verify)
    for one in asking:
        one.add_argument("--locale", default="en", help="print in this locale (default: en)")
    for one in (*asking, export):
        one.add_argument(
            "--data", metavar="FILE", help="a dataset in JSON instead of the shipped one"
        )
    read = verb("read", verbs.read)
    read.set_defaults(reader="en")
    read.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help="texts in UTF-8, - for standard input; with --out, files and folders",
    )
    read.add_argument("--text", help="a text itself instead of files")
    read.add_argument("--locale", help="the language of the text, for example ru")
    tables.declare(read)
    read.add_argument(
        "--anchor", type=_day, metavar="DATE", help="the day that 'this year' is said on"
    )
    read.add_argument(
        "--words", metavar="PATH", help="word lists of your own: a file, or a folder of them"
    )
    read.add_argument("--limit", type=_count, help="the most mentions of each text (default: all)")
    form = read.add_mutually_exclusive_group()
    form.add_argument(
        "--explain", action="store_true", help="say what was looked at, and why it is read so"
    )
    form.add_argument(
        "--jsonl",
        dest="format",
        action="store_const",
        const="jsonl",
        help="print JSON Lines, one for each mention, with the columns of batch.MENTIONS",
    )
    for pages in (show, form):
        pages.add_argument("--html", metavar="FILE", help="write a page to read instead")


def _curate(verb: Callable[..., argparse.ArgumentParser]) -> None:
    """Declare the verbs for a corpus of one's own."""
    new, add = verb("new", corpus.new, forms=()), verb("add", corpus.add, forms=())
    draft, build = (
        verb("draft", corpus.draft, forms=("table", "csv")),
        verb("build", corpus.build, forms=()),
    )
    for one in (new, add, draft, build):
        one.add_argument("folder", metavar="FOLDER", help="the project")
    add.add_argument("file", metavar="FILE", help="a text or a page, or - for standard input")
    add.add_argument("--locale", required=True, help="the language of the text, for example ru")
    add.add_argument(
        "--published", default="", metavar="EDTF", help="as in 2024-05-03 (a page may tell it)"
    )
    for name in ("publisher", "title", "rights", "id"):
        add.add_argument(f"--{name}", default="")
    add.add_argument(
        "--encoding",
        default="",
        help="as in windows-1251 (default: what a page declares, or UTF-8)",
    )
    draft.add_argument("article", metavar="ARTICLE", help="id of the article")
    draft.add_argument(
        "--from-csv", metavar="FILE", help="read back the table that --format csv wrote (or -)"
    )
    build.add_argument("--out", metavar="FILE", help="where to write it (default: print it)")
    diff = verb("diff", corpus.diff, forms=("table", "json"))
    for name in ("old", "new"):
        diff.add_argument(name, metavar=name.upper(), help="a project, or a dataset in JSON")


def _add_filters(parser: argparse.ArgumentParser) -> None:
    filters = parser.add_argument_group("filters", "Repeat an option to mean any of its values.")
    for name, keyword in KEYWORDS.items():
        filters.add_argument(_option(name), dest=name, **_OPTIONS[keyword.takes])
    filters.add_argument("--certainty", choices=("certainly", "possibly"), default="certainly")


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("coopdata")
    except PackageNotFoundError:
        return "not installed"
