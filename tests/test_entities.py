"""Names parted from legal forms and forms of address."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import errors, normalize
from coopdata.dataset import load
from coopdata.model import Organisation
from coopdata.normalize import LANGUAGES

READERS = (normalize.organisation, normalize.person)


@given(
    text=st.text(max_size=30), locale=st.sampled_from(LANGUAGES), reader=st.sampled_from(READERS)
)
def test_a_name_read_again_stays_as_it_is_or_is_refused(text, locale, reader) -> None:  # type: ignore[no-untyped-def]  # three result types
    try:
        once = reader(text, locale=locale)
    except errors.UnreadableTextError:
        assert not any(char.isalpha() for char in unicodedata.normalize("NFC", text))
    else:
        assert once.name
        assert once.name in " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize(
    ("text", "locale", "name", "form"),
    [
        ("ТОО «СарыаркаАвтоПром»", "ru", "СарыаркаАвтоПром", "ТОО"),
        ("Anhui Jianghuai Automobile Co., ltd", "en", "Anhui Jianghuai Automobile", "Co., ltd"),
        ("宇通客车股份有限公司", "zh", "宇通客车", "股份有限公司"),
        ("Ford Otosan A.Ş.", "tr", "Ford Otosan", "A.Ş."),
        ("Planar", "en", "Planar", ""),
    ],
)
def test_a_legal_form_is_parted_from_the_name(text: str, locale: str, name: str, form: str) -> None:
    got = normalize.organisation(text, locale=locale)

    assert (name, form) == (got.name, got.legal_form)


def test_every_legal_form_of_the_dataset_is_known() -> None:
    for party in load().parties:
        if isinstance(party, Organisation) and party.legal_form:
            written = (
                f"{party.legal_form} X" if party.legal_form.isupper() else f"X {party.legal_form}"
            )

            assert party.legal_form == normalize.organisation(written, locale="ru").legal_form
