"""The records of names: what a name is made of, as far as its own words say."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from .._fixed import Record
from .key import word_key

__all__ = ["QUOTES", "OrganisationName", "PersonName"]

QUOTES: Final = "\"'«»„“”‘’‚‹›「」『』《》〈〉"
_QUOTED: Final = re.compile("(?<!\\w)['‘’]|['‘’](?!\\w)|[\"«»„“”‚‹›「」『』《》〈〉]")


@frozen(kw_only=True)
class OrganisationName(Record):
    """A name without its legal form and the quotes around it.

    Attributes:
        name: As written, quotes inside it included.
        legal_form: As written, empty where there is none.
        family: What kind of form it is: ``LLC``, ``JSC``, ``LP``, ``LLP``, ``GP`` (a partnership),
            ``SP`` (a sole trader), ``COOP``, ``SOE`` (of the state), ``NGO`` and some more; empty
            where the form does not say, as "Co., Ltd." does not.
        country: ISO 3166-1 code of the one country in which the form is at home.
        elf: Code of ISO 20275 of the form, where `country` is known and the list has it.
    """

    name: str
    legal_form: str = ""
    family: str = ""
    country: str = ""
    elf: str = ""

    @property
    def core(self) -> str:
        """The name without any quotation mark."""
        return " ".join(_QUOTED.sub(" ", self.name).split()) or self.name

    @property
    def key(self) -> str:
        """What all writings of the name have in common."""
        return word_key(self.core)


@frozen(kw_only=True)
class PersonName(Record):
    """A name without title and form of address, and its parts where they can be told apart.

    Attributes:
        name: As written.
        honorific: What was dropped from it: title, office, form of address.
        family: In the nominative; empty where nothing says which word it is. So are the others.
        given: One or several, as written but for the case.
        patronymic: After the father's name.
        initials: As written.
    """

    name: str
    honorific: str = ""
    family: str = ""
    given: str = ""
    patronymic: str = ""
    initials: str = ""

    @property
    def key(self) -> str:
        """What all writings of the name have in common."""
        return word_key(self.name)
