"""People's names: taken apart, and compared."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import errors, normalize
from coopdata._names.eastern import korean_sound, pinyin
from coopdata._names.transliteration import sound
from names.test_organisations import families, rates
from support import REPO

NAMES = st.sampled_from([name for family in families("people") for one in family for name in one])


def rows(*, apart: bool) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield text, locale and parts of every third row of the table, or of the others."""
    with (REPO / "benchmarks/names/people_parts.tsv").open(encoding="utf-8", newline="") as file:
        read = [row for row in csv.reader(file, delimiter="\t") if row[0][:1] != "#"]
    for number, (text, locale, *parts) in enumerate(read):
        if (number % 3 == 2) == apart:
            yield text, locale, tuple([*parts, "", "", ""][:4])


@pytest.mark.parametrize("apart", [False, True])
def test_parts_of_names_are_right_or_empty(apart: bool) -> None:
    right = total = 0
    for text, locale, parts in rows(apart=apart):
        got = normalize.person(text, locale=locale)
        said = (got.family, got.given, got.patronymic, got.initials)

        assert all(mine in ("", known) for mine, known in zip(said, parts, strict=True)), text
        right += said == parts
        total += 1

    assert right / total >= 0.9


@given(text=st.text(max_size=30) | NAMES)
@example(text="президент президент")
@example(text="Лукашенко, Александр")
@example(text="习近平主席")
def test_a_name_read_again_stays_as_it_is(text: str) -> None:
    try:
        once = normalize.person(text)
    except errors.UnreadableTextError:
        return

    assert once.name in " ".join(unicodedata.normalize("NFC", text).split())
    assert once.name == normalize.person(once.name).name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙂",
        "президент",
        "г-н",
        "Иван Петров и Пётр Иванов",
        "Li Keqiang; Xi Jinping",
        "Иван Пeтров",
        "Иван " * 200_000,
        "а" * 1_000_000,
    ],
)
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(errors.UnreadableTextError):
        normalize.person(text)


@pytest.mark.parametrize("text", ["Ю Янг", "Роман Абрамович", "Ким", "Wei Li", "Александр Иван"])
def test_what_no_word_tells_stays_empty(text: str) -> None:
    assert "" == normalize.person(text).family


@given(one=NAMES, other=NAMES)
def test_sameness_is_symmetric_and_a_whole_name_is_the_same_as_itself(one: str, other: str) -> None:
    assert normalize.same_person(one, other) == normalize.same_person(other, one)
    assert 0 <= normalize.same_person(one, other).score <= 1
    assert (
        normalize.same_person(one, one).same is (True if " " in one else None) or one[0] > "\u2e7f"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ли Кэцян", "LI Keqiang"),
        ("с Ли Кэцяном", "李克强"),
        ("Пак Кын Хе", "박근혜"),
        ("Реджепом Тайипом Эрдоганом", "Recep Tayyip Erdoğan"),
        ("Лукашенко А.Г.", "Александр Лукашенко"),
        ("Уладзімір Макей", "Владимир Макей"),
        ("Ивана Петрова", "Иван Петров"),
        ("Merkel, Angela", "Ангелы Меркель"),
    ],
)
def test_two_writings_of_a_name_are_of_one_person(one: str, other: str) -> None:
    assert normalize.same_person(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ли Кэцян", "Ли Цян", False),
        ("Болат Назарбаев", "Нурсултан Назарбаев", False),
        ("Петров Иван Сергеевич", "Петров Иван Андреевич", False),
        ("А. Г. Лукашенко", "В. А. Лукашенко", False),
        ("George W. Bush", "George H. W. Bush", False),
        ("Donald Trump Jr.", "Donald Trump", None),
        ("Иванов А. П.", "Андрей Иванов", None),
        ("Александра Лукашенко", "Александр Лукашенко", None),
        ("Путин", "Владимир Путин", None),
        ("Путин", "Путин", None),
    ],
)
def test_namesakes_and_kin_are_told_apart(one: str, other: str, same: bool | None) -> None:
    assert same is normalize.same_person(one, other).same


@pytest.mark.parametrize(
    ("table", "least", "found"), [("people", 0.99, 0.94), ("people_apart", 0.97, 0.87)]
)
def test_pairs_of_the_table_are_told_apart(table: str, least: float, found: float) -> None:
    precision, recall = rates(families(table), normalize.same_person)

    assert precision >= least
    assert recall >= found


def test_an_initial_counts_where_it_brings_the_given_name_to_mind() -> None:
    assert normalize.same_person("Д. А. Вершков", "Дмитрий Вершков").same
    assert normalize.same_person("Д. А. Вершков", "Даниил Вершков").same is None
    assert normalize.same_person("Д. А. Вершков", "Даниил Андреевич Вершков").same
    assert normalize.same_person("Д. А. Вершков", "Сергей Вершков").same is False


def test_names_sound_alike_in_every_script() -> None:
    assert sound("Щукин") == sound("Shchukin") == "Sukin"
    assert pinyin("Кэцян") == pinyin("Keqiang") == pinyin("克强") != pinyin("Цян")
    assert korean_sound("근혜") == korean_sound("Geun-hye") == korean_sound("Кын Хе")
