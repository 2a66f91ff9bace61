"""A fact as one sentence in a language, from its fields alone.

The sentences are message templates (`seeds/statements`, gettext catalogues): a clause for the kind
and the status, what belongs to it in brackets, then who took part, each under the name of the role.
Names of parties are never inflected: a template has a name only where it is the subject, or alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from babel.lists import format_list

from .. import _shipped
from .._printing.labels import called
from .._printing.words import words
from ..cldr import locale_id
from ..dataset import Dataset, load
from ..errors import RecordNotFoundError
from ..model import FACT_KINDS, Fact, Term
from ..values import Measure

__all__ = ["LANGUAGES", "home_of", "language_of", "name_in", "said", "statement"]

Catalogue = dict[str, dict[str, str]]

LANGUAGES: Final = _shipped.languages("statements")
#: What takes part in a clause without a name for its part.
_UNNAMED: Final = "subject"


@cache
def _catalogue(language: str) -> Catalogue:
    return _shipped.tree(f"statements/{language}.json")


def language_of(locale: str) -> str:
    """Return the language in which facts are said in a locale: English where there is no other.

    Raises:
        UnknownLocaleError: Babel has no such locale.
    """
    table = words(locale_id(locale))
    return table.language if table and table.language in LANGUAGES else "en"


def home_of(fact: Fact, dataset: Dataset | None = None) -> Dataset:
    """Return where a fact's article and parties are looked up.

    The dataset given; else the one that the fact is from; for a fact from none the shipped one.
    """
    if dataset is not None:
        return dataset
    return load() if fact.dataset is None else fact.dataset


def said(fact: Fact, *, locale: str, dataset: Dataset | None = None) -> str:
    """Return what a reader is told: the curated sentence in English, `statement` elsewhere."""
    if language_of(locale) == "en":
        return fact.gloss
    return statement(fact, locale=locale, dataset=dataset)


def statement(fact: Fact, *, locale: str, dataset: Dataset | None = None) -> str:
    """Return a fact as one sentence, made from its fields.

    Args:
        fact: The fact.
        locale: In which language; English where there are no templates for it.
        dataset: Where parties are looked up, as in `home_of`. One that it does not have is called
            by its id, one without a name in the language by its English name.

    Raises:
        UnknownLocaleError: Babel has no such locale.
    """
    language = language_of(locale)
    texts = _catalogue(language)
    frame = texts["frame"]
    home = home_of(fact, dataset)
    names, terms = _names(fact, language, home), home.terms
    printed = locale if words(locale_id(locale)) is words(language) else language
    details = frame["detail_gap"].join(_details(fact, texts, printed, names))
    parts = {
        "clause": _clause(fact, texts, language, terms),
        "details": frame["details"].format(details=details) if details else "",
        "roles": frame["role_gap"].join(_roles(fact, texts, language, names, terms)),
    }
    sentence = frame["sentence" if parts["roles"] else "bare"].format(**parts)
    begun = _begun(sentence, _clause_language(fact, language, terms))
    if not fact.said_by:
        return begun
    speaker = names[fact.said_by]
    told = frame["said"].format(speaker=speaker, sentence=sentence, Sentence=begun)
    return _begun(told, language)


def _names(fact: Fact, language: str, dataset: Dataset) -> dict[str, str]:
    ids = {fact.said_by, fact.place, *(one.party for one in fact.parties)} - {""}
    return {one: name_in(dataset, one, language) for one in ids}


def name_in(dataset: Dataset, party: str, language: str) -> str:
    """Return what a party is called in a language; its id where the dataset does not have it."""
    try:
        return dataset.party(party).name(language)
    except RecordNotFoundError:
        return party


def _clause(fact: Fact, texts: Catalogue, language: str, terms: Sequence[Term]) -> str:
    """Return what is so, planned, …; a kind of a corpus's own has no clause, but its label."""
    own = texts["clause"].get(f"{fact.kind}.{fact.status}")
    if own is not None:
        return own
    noun = texts["noun"].get(fact.kind) or called("fact", fact.kind, locale=language, terms=terms)
    if fact.status == "actual":
        return texts["actual"].get(fact.kind, noun)
    return texts["status"][fact.status].format(noun=noun)


def _clause_language(fact: Fact, language: str, terms: Sequence[Term]) -> str:
    """Return the language in which a clause begins: a kind may have a label in English alone."""
    own = {name.language for one in terms if one.id == f"fact.{fact.kind}" for name in one.labels}
    return language if fact.kind in FACT_KINDS or language in own else "en"


def _details(fact: Fact, texts: Catalogue, locale: str, names: dict[str, str]) -> list[str]:
    """Return what stands in brackets: how much, where, when, by when, against what."""
    found = [_amount(fact, texts, locale)]
    if fact.place and fact.place not in {one.party for one in fact.parties}:
        found.append(names[fact.place])
    if fact.period is not None:
        found.append(fact.period.format(locale=locale))
    for value, of_measure, of_period in (
        (fact.horizon, "within", "by"),
        (fact.baseline, "from", "compared_with"),
    ):
        if value is not None and value != fact.period:
            pattern = texts["detail"][of_measure if isinstance(value, Measure) else of_period]
            found.append(pattern.format(value=value.format(locale=locale)))
    if fact.basis.kind == "derived":
        found.append(texts["detail"]["derived"])
    return [one for one in found if one]


def _amount(fact: Fact, texts: Catalogue, locale: str) -> str:
    if fact.measure is None:
        return texts["alone"][fact.change] if fact.change else ""
    measure = fact.measure.format(locale=locale)
    return texts["change"][fact.change].format(measure=measure) if fact.change else measure


def _roles(
    fact: Fact, texts: Catalogue, language: str, names: dict[str, str], terms: Sequence[Term]
) -> list[str]:
    """Return who took part, by role in the order of the fact; subjects without a role first."""
    by_role: dict[str, list[str]] = {}
    for one in fact.parties:
        by_role.setdefault(one.role, []).append(names[one.party])
    found = []
    for role, several in sorted(by_role.items(), key=lambda item: item[0] != _UNNAMED):
        listed = format_list(several, locale=language)
        if role == _UNNAMED:
            found.append(listed)
        else:
            labels = texts["role" if len(several) == 1 else "roles"]
            label = labels.get(f"{fact.kind}.{role}") or labels.get(role)
            label = label or called("role", role, locale=language, terms=terms)
            found.append(texts["frame"]["role"].format(role=label, names=listed))
    return found


def _begun(sentence: str, language: str) -> str:
    """Return a sentence with a capital at its beginning, as Turkish has it for its i."""
    first = "İ" if language == "tr" and sentence[:1] == "i" else sentence[:1].upper()
    return first + sentence[1:]
