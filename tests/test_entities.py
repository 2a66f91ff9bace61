"""The legal forms of the dataset's parties are known."""

from __future__ import annotations

from coopdata import normalize
from coopdata.dataset import load
from coopdata.model import Organisation


def test_every_legal_form_of_the_dataset_is_known() -> None:
    for party in load().parties:
        if isinstance(party, Organisation) and party.legal_form:
            assert party.legal_form == normalize.organisation(f"X {party.legal_form}").legal_form
