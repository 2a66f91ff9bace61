"""The key of a name, and the forms undone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata._names.forms import agrees, base_forms
from coopdata._names.key import name_key

LATIN = st.text(alphabet="abcdefghijklmnopqrstuvwxyz éüşñ", min_size=1, max_size=20)


@given(text=st.text(max_size=40))
@example(text="ﾊﾞ")
@example(text="A. B. .C")
@example(text="ẛ̣")
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert name_key(text) == name_key(name_key(text))


@given(text=LATIN)
def test_latin_case_quotes_spaces_and_dashes_never_change_the_key(text: str) -> None:
    assert name_key(text) == name_key(text.upper())
    assert name_key(text) == name_key(f"«{text}»")
    assert name_key(text) == name_key(text.replace(" ", "\u2013"))
    assert name_key(text) == name_key(text.replace(" ", "\u00a0 "))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Орёл", "ОРЕЛ"),
        ("Белару́сь", "Беларусь"),
        ("İstanbul", "ISTANBUL"),
        ("Iğdır", "igdir"),
        ("U. S. A.", "USA"),
        ("Oʻzbekiston", "O'zbekiston"),
        ("Кам’янець-Подільський", "Кам'янець Подільський"),
        ("Straße", "STRASSE"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("Ｓｅｏｕｌ", "Seoul"),
    ],
)
def test_two_writings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Майкоп", "Маикоп"), ("Ўзда", "Узда"), ("Київ", "Кииів"), ("Минск", "Pinsk")],
)
def test_letters_with_a_sound_of_their_own_stay(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("text", ["Pоссия", "Mинск", "CШA", "Аlpha", "ОAО Заря", "", "—", "🙂"])
def test_a_word_of_look_alikes_has_no_key(text: str) -> None:
    assert name_key(text) == ""


@pytest.mark.parametrize(
    ("words", "known", "language"),
    [
        ("беларуси", "беларусь", "ru"),
        ("республики татарстан", "республика татарстан", "ru"),
        ("могилевской области", "могилевская область", "ru"),
        ("соединенных штатах америки", "соединенные штаты америки", "ru"),
        ("российско", "российский", "ru"),
        ("филиппин", "филиппины", "ru"),
        ("расіі", "расія", "be"),
        ("канадзе", "канада", "be"),
        ("мінскай вобласці", "мінская вобласць", "be"),
        ("беларуссю", "беларусь", "be"),
        ("київській області", "київська область", "uk"),
        ("києві", "київ", "uk"),
        ("қазақстанның", "қазақстан", "kk"),
        ("ресейдегі", "ресей", "kk"),
        ("rusyanin", "rusya", "tr"),
        ("azerbaycanda", "azerbaycan", "az"),
        ("toshkentda", "toshkent", "uz"),
        ("서울에서", "서울", "ko"),
        ("한국이", "한국", "ko"),
        ("russlands", "russland", "de"),
    ],
)
def test_a_form_agrees_with_the_name_that_it_is_of(words: str, known: str, language: str) -> None:
    assert agrees(words.split(), known.split(), language)
    assert agrees(known.split(), known.split(), language)


@pytest.mark.parametrize(
    ("words", "known", "language"),
    [
        ("росс", "россия", "ru"),
        ("республики татарстаном", "республика татарстан", "ru"),
        ("республики", "республика татарстан", "ru"),
        ("한국가", "한국", "ko"),
        ("서울는", "서울", "ko"),
        ("беларуси", "беларусь", "en"),
    ],
)
def test_what_no_case_makes_does_not_agree(words: str, known: str, language: str) -> None:
    assert not agrees(words.split(), known.split(), language)


def test_a_word_that_is_far_too_long_has_no_bases() -> None:
    assert base_forms("а" * 1_000_000, "ru") == ()
