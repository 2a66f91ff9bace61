"""Names of organisations and people, taken apart and compared."""

from __future__ import annotations

from .. import cldr
from .._names import organisations, people
from .._names.likeness import Likeness
from .._names.records import OrganisationName, PersonName
from .._names.same_organisation import compared as compared_organisations
from .._names.same_person import compared as compared_people
from .._text.outer import reads_bare

__all__ = [
    "Likeness",
    "OrganisationName",
    "PersonName",
    "organisation",
    "person",
    "same_organisation",
    "same_person",
]


@reads_bare
def organisation(text: str, *, locale: str = "und") -> OrganisationName:
    """Part an organisation's name from its legal form and its quotes.

    The form may stand before the name or behind it, in any script; words for a kind ("холдинг",
    "Group", "集团") are part of the name.

    Args:
        text: The name alone.
        locale: CLDR locale id; legal forms are known whatever it is.

    Raises:
        UnreadableTextError: nothing is left of the name, it is two names, or a word of it mixes
            letters of two scripts.

    Examples:
        >>> organisation("ТОО «СарыаркаАвтоПром»").name
        'СарыаркаАвтоПром'
        >>> found = organisation("宇通客车股份有限公司", locale="zh")
        >>> found.core, found.legal_form, found.family
        ('宇通客车', '股份有限公司', 'JSC')
    """
    return organisations.read(text, cldr.locale_id(locale))


def same_organisation(one: str, other: str) -> Likeness:
    """Tell whether two names are of one organisation: true where they are, and only then.

    Scripts, transliterations, cases, quotes, legal forms and words for a kind make no difference;
    numbers, another word, towns in brackets do. Chinese and Korean names are compared across
    scripts where they are known by several names.

    Raises:
        UnreadableTextError: one of the two is no name.

    Examples:
        >>> bool(same_organisation("АО «Автотор»", "AVTOTOR Holding"))
        True
        >>> same_organisation("Газпром", "Газпром нефть").reasons
        ("one is a company of the other's house",)
    """
    return compared_organisations(organisation(one), organisation(other))


@reads_bare
def person(text: str, *, locale: str = "und") -> PersonName:
    """Part a person's name into family, given name, patronymic and initials; drop titles.

    Either order is read, commas and initials on either side, names of China and Korea in three
    scripts, Turkish ones; oblique cases are undone where a known given name shows the case. What
    no word tells stays empty.

    Args:
        text: The name alone, with title, office and form of address.
        locale: CLDR locale id; names are known whatever it is.

    Raises:
        UnreadableTextError: nothing is left of the name, it is two names, or a word of it mixes
            letters of two scripts.

    Examples:
        >>> person("министр Сергей Лавров").family
        'Лавров'
        >>> found = person("с Ли Кэцяном", locale="ru")
        >>> found.family, found.given
        ('Ли', 'Кэцян')
        >>> person("г-н Ю Янг", locale="ru")
        PersonName(name='Ю Янг', honorific='г-н', family='', given='', patronymic='', initials='')
    """
    return people.read(text, cldr.locale_id(locale))


def same_person(one: str, other: str) -> Likeness:
    """Tell whether two names are of one person: true where they are, and only then.

    Another given name, patronymic or initial tells two people apart. An initial for a given name
    is enough, but not with a family that very many bear; a family alone never is.

    Raises:
        UnreadableTextError: one of the two is no name.

    Examples:
        >>> bool(same_person("Ли Кэцян", "LI Keqiang"))
        True
        >>> same_person("А. Г. Лукашенко", "В. Лукашенко").reasons
        ('initials differ',)
        >>> same_person("Иванов Андрей Петрович", "Иванов Андрей Сергеевич").reasons
        ('patronymics differ',)
    """
    return compared_people(person(one), person(other))
