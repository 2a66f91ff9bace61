"""Names of places, back to the countries, regions and towns that they are of."""

from __future__ import annotations

import babel
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import cldr, errors, normalize
from coopdata._names import gazetteer
from coopdata._names.key import name_key
from coopdata._names.places import PlaceName
from coopdata.dataset import load
from coopdata.model import Place
from support import locales

REGIONS = sorted(gazetteer.regions().table.places.items())
TOWNS = sorted(gazetteer.towns().places.items())
#: The names of all locales together are listed with this Babel; an older one has others besides.
LISTED_WITH = (2, 19)
BABEL = tuple(map(int, babel.__version__.split(".")[:2]))
LANGUAGES = ("ru", "be", "en", "de", "kk", "tr", "zh", "ko", "und")


def codes(text: str, locale: str) -> set[str]:
    """Return the codes of all places that a text may name."""
    try:
        return {normalize.place(text, locale=locale).code}
    except errors.AmbiguousTextError as doubt:
        return {one.code for one in doubt.candidates}


@pytest.mark.parametrize("locale", locales())
def test_every_name_of_a_territory_has_its_code_in_its_locale_and_in_all(locale: str) -> None:
    for name, known in cldr.names(locale, "territory").exact.items():
        if not name_key(name):  # CLDR has four with look-alikes, as "AҚШ" with a Latin A
            continue

        assert set(known) <= codes(name, locale), name
        assert set(known) <= codes(name, "und") or BABEL < LISTED_WITH, name


@given(entry=st.sampled_from(REGIONS), locale=st.sampled_from(LANGUAGES))
def test_every_name_of_a_region_has_its_code_or_is_a_countrys(
    entry: tuple[str, tuple[str, ...]], locale: str
) -> None:
    name, places = entry
    found = codes(name, locale)

    assert set(places) <= found or all("-" not in code for code in found)


@given(entry=st.sampled_from(TOWNS), locale=st.sampled_from(LANGUAGES))
def test_every_name_of_a_town_is_known(entry: tuple[str, tuple[str, ...]], locale: str) -> None:
    name, _ = entry
    try:
        found = normalize.place(name, locale=locale)
    except errors.AmbiguousTextError:
        found = normalize.place(name, locale=locale, ambiguous="first")

    assert found.country or found.code
    assert found.known


@given(
    name=st.sampled_from([name for name, _ in (*REGIONS, *TOWNS)]),
    locale=st.sampled_from(LANGUAGES),
)
@example(name="г. Люксембург", locale="ru")
@example(name="город Киров", locale="ru")
@example(name="Брест, Беларусь", locale="ru")
@example(name="in der Türkei", locale="de")
def test_a_name_read_again_is_the_same_place(name: str, locale: str) -> None:
    try:
        once = normalize.place(name, locale=locale)
    except errors.UnreadableTextError:
        return

    assert once.known == normalize.place(once.name, locale=locale).known


@given(
    name=st.sampled_from([name for name, _ in (*REGIONS, *TOWNS)]),
    locale=st.sampled_from(LANGUAGES),
)
def test_quotes_spaces_and_the_case_of_letters_change_nothing(name: str, locale: str) -> None:
    expected = codes(name, locale)

    assert expected == codes(f"«{name}»", locale)
    assert expected == codes(name.replace(" ", "\u00a0 "), locale)
    assert expected == codes(name.title(), locale) or not name.isascii()


@given(
    name=st.sampled_from(["Брест", "Korea", "российско-корейский", "Москва Минск", "область"]),
    other=st.sampled_from(["кварц", "zzyx", "Зюзя", "и", "завод", "über"]),
)
def test_an_unrelated_word_makes_no_answer_of_a_refusal(name: str, other: str) -> None:
    for text in (f"{name} {other}", f"{other} {name}", f"{name}, {other}"):
        try:
            found = normalize.place(text, locale="ru")
        except errors.UnreadableTextError:
            continue

        assert found.code == found.country == ""


@pytest.mark.parametrize(
    ("text", "locale", "level", "code", "region"),
    [
        ("в Беларуси", "ru", "country", "BY", ""),
        ("Республики Беларусь", "ru", "country", "BY", ""),
        ("белорусский", "ru", "country", "BY", ""),
        ("РК", "ru", "country", "KZ", ""),
        ("у Расійскай Федэрацыі", "be", "country", "RU", ""),
        ("Сполученими Штатами", "uk", "country", "US", ""),
        ("АҚШ-тың", "kk", "country", "US", ""),
        ("Türkiye'nin", "tr", "country", "TR", ""),
        ("美", "zh", "country", "US", ""),
        ("대한민국은", "ko", "country", "KR", ""),
        ("der Russischen Föderation", "de", "country", "RU", ""),
        ("Republic of Korea", "en", "country", "KR", ""),
        ("Georgia", "en", "country", "GE", ""),
        ("State of Georgia", "en", "region", "US-GA", "US-GA"),
        ("Курская область", "ru", "region", "RU-KRS", "RU-KRS"),
        ("область Курская", "ru", "region", "RU-KRS", "RU-KRS"),
        ("Kursk region", "en", "region", "RU-KRS", "RU-KRS"),
        ("Могилёвской обл.", "ru", "region", "BY-MA", "BY-MA"),
        ("Республики Татарстан", "ru", "region", "RU-TA", "RU-TA"),
        ("Алтайского края", "ru", "region", "RU-ALT", "RU-ALT"),
        ("Республике Алтай", "ru", "region", "RU-AL", "RU-AL"),
        ("Минск облысы", "kk", "region", "BY-MI", "BY-MI"),
        ("Курск облысы", "kk", "region", "RU-KRS", "RU-KRS"),
        ("Рудзенску", "be", "town", "", "BY-MI"),
        ("Калининград", "ru", "town", "", "RU-KGD"),
        ("Королевства Испания", "ru", "country", "ES", ""),
        ("Sultanate of Oman", "en", "country", "OM", ""),
        ("Kurskaya oblast'", "en", "region", "RU-KRS", "RU-KRS"),
        ("Жетісу облысында", "kk", "region", "KZ-33", "KZ-33"),
        ("广东", "zh", "region", "CN-GD", "CN-GD"),
        ("province of Bursa", "en", "region", "TR-16", "TR-16"),
        ("Bursa", "tr", "", "TR-16", "TR-16"),
        ("г. Минск", "ru", "town", "BY-HM", "BY-HM"),
        ("서울에서", "ko", "town", "KR-11", "KR-11"),
        ("Осиповичах", "ru", "town", "", "BY-MA"),
        ("г. Костанай", "ru", "town", "", "KZ-39"),
        ("广州", "zh", "town", "", "CN-GD"),
        ("Salt Lake City", "en", "town", "", "US-UT"),
        ("Брест, Беларусь", "ru", "town", "", "BY-BR"),
        ("Europe", "en", "", "150", ""),
    ],
)
def test_a_place_is_known_in_its_forms(
    text: str, locale: str, level: str, code: str, region: str
) -> None:
    got = normalize.place(text, locale=locale)

    assert (level, code, region) == (got.level, got.code, got.region)


@pytest.mark.parametrize(
    ("text", "locale", "named"),
    [
        ("российско-корейский", "ru", {"RU", "KR", "KP"}),
        ("беларуска-кітайскі", "be", {"BY", "CN"}),
        ("Москва Минск", "ru", {"RU-MOW", "BY-HM"}),
        ("Korea", "en", {"KR", "KP"}),
        ("Washington", "en", {"US-WA", "US-DC"}),
    ],
)
def test_two_places_are_named_and_neither_is_taken(text: str, locale: str, named: set[str]) -> None:
    with pytest.raises(errors.AmbiguousTextError) as refused:
        normalize.place(text, locale=locale)

    assert named == {one.code for one in refused.value.candidates}
    assert normalize.place(text, locale=locale, ambiguous="first") == refused.value.candidates[0]


@pytest.mark.parametrize(
    "text",
    ["", " ", "—", "12", "Pоссия", "Mинск", "🙂", "Москва 🙂", "область", "г.", "а" * 1_000_000],
)
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        normalize.place(text, locale="ru")


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("г. Тридесятый", "ru", PlaceName(name="Тридесятый", level="town")),
        ("Тридесятая область", "ru", PlaceName(name="Тридесятая", level="region")),
        ("Зюзевічы", "be", PlaceName(name="Зюзевічы")),
        ("Minsk district", "en", PlaceName(name="Minsk", level="region")),
        ("Брестский район", "ru", PlaceName(name="Брестский", level="region")),
        ("Sochi region", "en", PlaceName(name="Sochi", level="region")),
        ("Northern Province", "en", PlaceName(name="Northern", level="region")),
        ("Golden Lake City", "en", PlaceName(name="Golden Lake City")),
        ("甲乙丙州", "zh", PlaceName(name="甲乙丙州")),
        ("БеларусьМинск", "ru", PlaceName(name="БеларусьМинск")),
    ],
)
def test_a_place_that_is_not_known_has_no_code(text: str, locale: str, expected: PlaceName) -> None:
    assert expected == normalize.place(text, locale=locale)


@pytest.mark.parametrize("party", [one for one in load().parties if isinstance(one, Place)])
def test_every_place_of_the_dataset_is_its_own_in_every_language(party: Place) -> None:
    for name in party.names if party.level in ("country", "region", "town") else ():
        got = normalize.place(name.text, locale=name.language)

        assert (party.country, party.region or "") == (got.country, got.region), name
