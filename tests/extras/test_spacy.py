"""spaCy takes the marks of every article."""

from __future__ import annotations

import pytest

from coopdata import exports
from coopdata.dataset import Dataset

spacy = pytest.importorskip("spacy")


@pytest.mark.parametrize("language", ["xx", "en", "ru", "tr", "de", "zh"])
def test_every_mark_is_a_span_that_covers_it(ds: Dataset, language: str) -> None:
    for article in ds.articles:
        doc = exports.spacy_doc(article, spacy.blank(language))
        marked = sorted(one.span for one in (*article.mentions, *article.names))
        found = list(doc.spans["coopdata"])

        assert article.text == doc.text
        assert len(marked) == len(found)
        for span, one in zip(marked, found, strict=True):
            assert one.start_char <= span.start < span.end <= one.end_char


def test_a_span_knows_its_value_or_its_party(ds: Dataset) -> None:
    doc = exports.spacy_doc(ds.article("kamaz-turkey"))
    found = {one.text: (one.label_, one.id_) for one in doc.spans["coopdata"]}

    assert ("period", "2022-12-13") == found["13 December 2022"]
    assert ("person", "rustam-minnikhanov") == found["Rustam Minnikhanov"]


def test_a_document_of_spacy_keeps_the_spans_on_disk(ds: Dataset) -> None:
    doc = exports.spacy_doc(ds.article("kursk-trade"))
    again = spacy.tokens.Doc(doc.vocab).from_bytes(doc.to_bytes())

    assert [(one.start, one.end, one.label_) for one in doc.spans["coopdata"]] == [
        (one.start, one.end, one.label_) for one in again.spans["coopdata"]
    ]
