"""Datasets of a user's own: one article, a project that is built, hostile, with many facts."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from attrs import evolve
from hypothesis import HealthCheck, given, settings

import coopdata as cd
from coopdata import extract, strategies
from coopdata.model import Basis, Citation, Fact, Involvement, Name, Organisation
from coopdata.values import Period

HOSTILE = (
    '</script><script>alert(1)</script>"><img src=https://example.org/x onerror=alert(1)>'
    "\u202e]]> <!-- <svg onload=alert(1)>"
)


def one_article(
    text: str = "It sold 5 tractors in 2017.",
    quotes: tuple[str, ...] = (),
    *,
    title: str = "",
    party: str = "Acme",
    gloss: str = "It sold.",
    id: str = "",
) -> cd.Dataset:
    """Return a dataset of one article with a fact for each quote."""
    article = cd.Article(
        id="own",
        file="own.txt",
        language="en",
        publisher=party,
        title=title,
        place="",
        published=Period.from_edtf("2020"),
        published_basis=Basis(kind="stated"),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        mentions=tuple(extract.mentions(text[:2000], locale="en")),
    )
    parties = [
        Organisation(id=one, names=(Name(text=party, language="en"),)) for one in ("one", "two")
    ]
    facts = [
        Fact(
            id=f"own.{at}{id}",
            kind="supply",
            gloss=gloss,
            status="actual",
            citations=(_citation(text, quote),),
            parties=(
                Involvement(party="one", role="supplier"),
                Involvement(party="two", role="customer"),
            ),
            period=Period.from_edtf("2017"),
        )
        for at, quote in enumerate(quotes)
    ]
    return cd.Dataset(articles=[article], parties=parties, facts=facts)


def _citation(text: str, quote: str) -> Citation:
    start = text.index(quote)
    return Citation(article_id="own", start=start, end=start + len(quote), quote=quote)


def hostile(size: int) -> cd.Dataset:
    """Return a dataset in which everything that is text tries to be more; its text that long."""
    text = f"{HOSTILE} 🚜 It sold 5 tractors. " + "x > y & " * (size // 8)
    return one_article(
        text,
        ("It sold 5 tractors",),
        title=HOSTILE,
        party=HOSTILE,
        gloss=HOSTILE,
        id="\"'<%41 &",
    )


def many_facts(many: int = 300) -> cd.Dataset:
    """Return a dataset of that many facts, as the shipped strategies draw them."""
    whole = cd.load()
    articles, parties = whole.articles, whole.parties[:30]
    found: list[Fact] = []

    @settings(
        max_examples=many,
        database=None,
        derandomize=True,
        deadline=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(strategies.facts(articles, parties))
    def gather(fact: Fact) -> None:
        found.append(evolve(fact, id=f"{fact.id}.{len(found)}"))

    gather()
    return cd.Dataset(articles=articles, parties=whole.parties, facts=found[:many])


def project() -> cd.Dataset:
    """Return what `corpus.build` makes of a project whose suggested facts are all accepted."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "mine"
        cd.corpus.new(home)
        for text, locale in (
            ("The plant has invested $28 million. It made 5,352 tractors in 2016.\n", "en"),
            ("В развитие производства инвестировано 28 млн. долларов.\n", "ru"),
        ):
            added = cd.corpus.add(home, text, locale=locale, published="2017-05-03", id=locale)
            cd.corpus.draft_article(home, added)
            path = home / "articles" / f"{added}.toml"
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = (line for line in lines if not line.startswith("suggested = "))
            path.write_text("".join(kept), encoding="utf-8")
        return cd.corpus.build(home)
