"""A reader of one's own: by the same grammar, with somebody's own words above the shipped ones."""

from __future__ import annotations

import copy
import datetime as dt
import importlib.metadata
import json
import pickle
import tomllib
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata import Measure, Reader, errors, evaluation, extract, normalize
from coopdata._lexicon.locale import lexicon
from coopdata._wordlists.languages import forms
from coopdata.reader import WordLists
from support import REPO

WORDS = REPO / "examples" / "words"
SENTENCES = evaluation.shipped_gold()
ANCHOR = dt.date(2017, 5, 12)


def written(folder: Path, **files: str) -> Path:
    """Return the folder with a file of each name in it."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path, **files: str) -> str:
    """Return everything that is told of word lists."""
    with pytest.raises(errors.SeedError) as caught:
        Reader(locale="en", words=written(folder, **files))
    return "\n".join(caught.value.problems)


# -- without words ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", normalize.LANGUAGES)
def test_a_reader_without_words_reads_as_the_plain_functions_do(language: str) -> None:
    reader = Reader(locale=language, anchor=ANCHOR)
    for sentence in SENTENCES:
        if sentence.language == language:
            text = sentence.text
            assert extract.mentions(text, locale=language, anchor=ANCHOR) == reader.mentions(text)


@given(sentence=st.sampled_from(SENTENCES))
def test_a_reader_with_words_reads_all_that_is_without_them_as_before(
    sentence: Any,
) -> None:
    reader = Reader(locale=sentence.language, words=WORDS)
    text = sentence.text
    named = ("coil", "arshin", "рулон", "аршин", "give or take")
    if not any(word in text.lower() for word in named):
        assert extract.mentions(text, locale=sentence.language) == reader.mentions(text)
        assert tuple(reader.stream([text[:20], text[20:]])) == reader.mentions(text)


@pytest.mark.parametrize(
    ("does", "text"),
    [
        ("measure", "up to $250m"),
        ("measure", "220 wugs"),
        ("measure", "12 m"),
        ("number", "twenty-five"),
        ("number", "1.234,5"),
        ("money", "5 million dollars"),
        ("money", "5 km"),
        ("percent", "40.5%"),
        ("currency", "US dollars"),
        ("currency", "$"),
        ("period", "this year"),
        ("period", "May 2017"),
    ],
)
def test_each_answer_and_each_refusal_is_that_of_the_plain_function(does: str, text: str) -> None:
    def told(read: Any, **given: Any) -> object:
        try:
            return read(text, **given)
        except errors.CoopdataError as err:
            return type(err), str(err)

    anchor = {"anchor": ANCHOR} if does == "period" else {}
    plain = told(getattr(normalize, does), locale="en", **anchor)

    assert plain == told(getattr(Reader(locale="en", anchor=ANCHOR), does))


def test_a_reader_explains_as_it_reads() -> None:
    reader = Reader(locale="en", words=WORDS)
    told = reader.explain("They sold 40 steel coils.")

    assert reader.mentions("They sold 40 steel coils.") == told.mentions
    assert "steel coils" in str(told)


# -- with words ---------------------------------------------------------------------------------


def units_of(list_: Mapping[str, Any]) -> list[tuple[str, str]]:
    own = Reader(locale="en", words=WORDS).units
    return [
        (own[name], entry)
        for section in ("counted", "units")
        for name, entries in list_.get(section, {}).items()
        for entry in entries
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_word_is_read_in_each_of_its_forms_and_by_no_other_reader(language: str) -> None:
    shipped = REPO / "src" / "coopdata" / "data" / "inflection" / f"{language}.json"
    paradigms = json.loads(shipped.read_text(encoding="utf-8"))["paradigms"]
    list_ = tomllib.loads((WORDS / f"{language}.toml").read_text(encoding="utf-8"))
    reader, plain = Reader(locale=language, words=WORDS), Reader(locale=language)
    for unit, entry in units_of(list_):
        for form in forms(entry, paradigms):
            # English counts many things in the plural alone
            many = 1 if language == "en" and not form.endswith("s") else 7
            text = f"{many} {form}"
            assert Measure.exact(many, unit) == reader.measure(text)
            assert [unit] == [one.value.unit for one in reader.mentions(text)]  # type: ignore[union-attr]  # a measure
            assert unit not in [getattr(one.value, "unit", "") for one in plain.mentions(text)]


#: A word that no list has, and a sentence that counts it as the language counts things.
MADE_UP = {
    "az": ("vuqan", "Zavod 300 {} satdı."),
    "be": ("вугін", "Завод прадаў 300 {}."),
    "de": ("Wugling", "Das Werk verkaufte 300 {}."),
    "en": ("wugs", "The plant sold 300 {}."),
    "es": ("wugos", "La planta vendió 300 {}."),
    "fr": ("wugots", "L'usine a vendu 300 {}."),
    "ja": ("ウグラ", "工場は300{}を売った。"),
    "kk": ("вугін", "Зауыт 300 {} сатты."),
    "ko": ("부그란", "공장은 300개 {}을 팔았다."),
    "pl": ("wugów", "Zakład sprzedał 300 {}."),
    "ru": ("вугинов", "Завод продал 300 {}."),
    "tr": ("vugan", "Fabrika 300 {} sattı."),
    "uk": ("вугінів", "Завод продав 300 {}."),
    "uz": ("vugan", "Zavod 300 {} sotdi."),
    "zh": ("吾戈", "工厂卖了300{}。"),
}


@pytest.mark.parametrize("language", normalize.LANGUAGES)
def test_a_word_is_learnt_in_every_language_that_has_a_list(language: str) -> None:
    word, sentence = MADE_UP[language]
    list_ = f'language = "{language}"\n[counted]\n"{{wug}}" = ["{word}"]\n'
    reader = Reader(locale=language, words=WordLists(files=((f"{language}.toml", list_),)))
    text = sentence.format(word)

    assert [Measure.exact(300, "{wug}")] == [one.value for one in reader.mentions(text)]
    assert "{wug}" not in str(extract.mentions(text, locale=language))


def test_words_go_through_the_whole_grammar() -> None:
    reader = Reader(locale="en", words=WORDS)
    text = "It sold give or take 300 coils, 20–30 steel coils a day, and over 3 thousand arshins."

    assert [
        "about 300 {steel_coil}",
        "20 to 30 {steel_coil}/day",
        "more than 3000 {arshin=28_inch}",
    ] == [str(one.value) for one in reader.mentions(text)]


def test_words_stand_in_tables_as_well(tmp_path: Path) -> None:
    reader = Reader(locale="en", words=WORDS)
    table = "Year | Output, thousand coils\n2016 | 12\n2017 | 14\n"

    assert ["12000 {steel_coil}", "14000 {steel_coil}"] == [
        str(one.value) for one in reader.mentions(table) if one.kind != "period"
    ]


def test_two_readers_stand_side_by_side(tmp_path: Path) -> None:
    one = written(tmp_path / "one", en='language = "en"\n[counted]\n"{a}" = ["wug/pl"]\n')
    two = written(tmp_path / "two", en='language = "en"\n[counted]\n"{b}" = ["wug/pl"]\n')
    readers = [Reader(locale="en", words=words) for words in (one, two)]

    assert ["{a}", "{b}"] * 3 == [each.measure("5 wugs").unit for each in readers * 3]
    with pytest.raises(errors.UnknownNounError):
        normalize.measure("5 wugs", locale="en")
    assert "wugs" not in lexicon("en").after.rows


def test_a_region_has_the_words_of_its_language() -> None:
    assert "{steel_coil}" == Reader(locale="en_GB", words=WORDS).measure("5 coils").unit
    assert "CAD" == Reader(locale="en_CA", words=WORDS).measure("$5").unit


def test_a_unit_prints_by_the_noun_of_its_list() -> None:
    english, russian = (Reader(locale=one, words=WORDS) for one in ("en", "ru"))
    made = english.measure("1,200 coils")

    assert "1,200 steel coils" == english.format(made)
    assert "1200 рулонов стали" == russian.format(made).replace("\u00a0", "").replace(
        "1200", "1200 ", 1
    ).replace("  ", " ")
    assert made == english.measure(english.format(made))


@given(
    number=st.integers(0, 10**7) | st.decimals("0.01", "999", places=2),
    unit=st.sampled_from(["{steel_coil}", "{arshin=28_inch}"]),
    language=st.sampled_from(["en", "ru"]),
    relation=st.sampled_from(["exact", "about", "at_least", "more_than", "at_most", "less_than"]),
)
def test_what_a_reader_prints_it_reads_back(
    number: Any, unit: str, language: str, relation: str
) -> None:
    reader = Reader(locale=language, words=WORDS)
    if language == "en" or unit == "{steel_coil}":
        made = getattr(Measure, relation)(number, unit)

        assert made == reader.measure(reader.format(made))


def test_a_shipped_word_is_taken_only_where_it_is_said(tmp_path: Path) -> None:
    list_ = 'language = "en"\n[counted]\n"{works}" = ["plant/pl"]\n'

    assert "'plant' and 'plants' stand for unit '{works}' here and for unit 'plant'" in problems(
        tmp_path / "a", en=list_
    )
    words = written(tmp_path / "b", en='replaces = ["plant/pl"]\n' + list_)
    assert "{works}" == Reader(locale="en", words=words).measure("5 plants").unit
    assert "plant" == normalize.measure("5 plants", locale="en").unit


def test_what_cldr_prints_is_taken_too_where_it_is_said(tmp_path: Path) -> None:
    list_ = 'replaces = ["furlong/pl"]\nlanguage = "en"\n[counted]\n"{f}" = ["furlong/pl"]\n'
    reader = Reader(locale="en", words=written(tmp_path, en=list_))

    assert "{f}" == reader.measure("5 furlongs").unit
    assert ["{f}"] == [one.value.unit for one in reader.mentions("It ran 5 furlongs.")]  # type: ignore[union-attr]  # a measure


def test_a_letter_that_may_be_written_for_another_may_be_in_somebodys_own_words(
    tmp_path: Path,
) -> None:
    words = written(tmp_path, ru='language = "ru"\n[counted]\n"{a}" = ["жёрнов/m"]\n')
    reader = Reader(locale="ru", words=words)

    assert "{a}" == reader.measure("5 жёрновов").unit == reader.measure("5 жерновов").unit


def test_a_currency_and_a_change_may_have_more_words(tmp_path: Path) -> None:
    list_ = (
        'language = "en"\n[currencies]\nEUR = ["yoyo/pl"]\n[changes]\nincrease = ["ballooned"]\n'
    )
    reader = Reader(locale="en", words=written(tmp_path, en=list_))
    found = reader.mentions("Output ballooned by 12 % to 5 million yoyos.")

    assert [("12 percent", "increase"), ("5000000 EUR", None)] == [
        (str(one.value), one.change) for one in found
    ]
    assert "EUR" == reader.currency("yoyos")


ESPERANTO = """
language = "eo"

[settings]
nouns = []

[paradigms]
n = ["o", "oj", "on", "ojn"]

[cardinals]
2 = ["du"]
5 = ["kvin"]

[multipliers]
1000 = ["mil"]

[counted]
vehicle = ["aŭtomobil/n"]
"{kesto}" = ["kest/n"]

[hedges]
more_than = ["pli ol"]

[nouns]
"{kesto}" = "kesto|kestoj"
"""


def test_a_language_that_coopdata_lacks_is_read_by_its_list(tmp_path: Path) -> None:
    reader = Reader(locale="eo", words=written(tmp_path, eo=ESPERANTO))
    text = "Ili vendis pli ol kvin mil aŭtomobilojn kaj 12 kestojn en 2017."

    assert ["more than 5000 vehicle", "12 {kesto}"] == [
        str(one.value) for one in reader.mentions(text) if one.kind != "period"
    ]
    assert Measure.exact(2, "{kesto}") == reader.measure("du kestoj")
    assert "12 kestoj" == reader.format(Measure.exact(12, "{kesto}"))
    assert "5 km" == reader.mentions("5 km")[0].span.of("5 km")
    assert () == extract.mentions("pli ol kvin mil aŭtomobilojn", locale="eo")


# -- what a reader is ---------------------------------------------------------------------------


def test_a_reader_cannot_change_and_equals_its_like() -> None:
    reader = Reader(locale="en-GB", words=WORDS, anchor=ANCHOR)

    assert reader == Reader(locale="en_GB", words=reader.words, anchor=ANCHOR)
    assert reader != Reader(locale="en_GB", anchor=ANCHOR)
    assert hash(reader) == hash(copy.deepcopy(reader))
    with pytest.raises(AttributeError):
        reader.locale = "ru"  # type: ignore[misc]  # what is tested
    with pytest.raises(TypeError, match="made once"):
        reader.__init__(locale="ru")  # type: ignore[misc]  # what is tested


def test_a_reader_holds_what_its_files_were(tmp_path: Path) -> None:
    words = written(tmp_path, en='language = "en"\n[counted]\n"{a}" = ["wug/pl"]\n')
    reader = Reader(locale="en", words=words)
    written(tmp_path, en='language = "en"\n[counted]\n"{b}" = ["wug/pl"]\n')

    assert "{a}" == pickle.loads(pickle.dumps(reader)).measure("5 wugs").unit
    assert "{b}" == Reader(locale="en", words=words).measure("5 wugs").unit


def test_a_reader_works_in_threads_and_in_other_processes() -> None:
    reader = Reader(locale="en", words=WORDS)
    texts = [f"{number} coils" for number in range(2, 40)]
    expected = [Measure.exact(number, "{steel_coil}") for number in range(2, 40)]

    with ThreadPoolExecutor(4) as threads:
        assert expected == list(threads.map(reader.measure, texts))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        assert expected == list(processes.map(reader.measure, texts, chunksize=20))


@pytest.mark.parametrize("text", [None, 5, b"5 km"])
def test_a_reader_reads_texts_alone(text: Any) -> None:
    reader = Reader(locale="en")
    for read in (reader.measure, reader.period, reader.mentions, reader.explain):
        with pytest.raises(TypeError):
            read(text)


@pytest.mark.parametrize("locale", ["xx", "", None, "en_XX_YY_ZZ"])
def test_a_reader_of_no_locale_is_none(locale: Any) -> None:
    with pytest.raises(errors.UnknownLocaleError):
        Reader(locale=locale)


def test_a_reader_with_no_anchor_at_all_is_none() -> None:
    with pytest.raises((errors.CoopdataError, TypeError)):
        Reader(locale="en", anchor="2017")  # type: ignore[arg-type]  # what is tested


# -- where words are ----------------------------------------------------------------------------


def test_words_are_read_from_a_file_alone(tmp_path: Path) -> None:
    words = written(tmp_path, en='language = "en"\n[counted]\n"{a}" = ["wug/pl"]\n') / "en.toml"

    assert "{a}" == Reader(locale="en", words=words).measure("5 wugs").unit
    assert "{a}" == Reader(locale="en", words=str(words)).measure("5 wugs").unit


def test_words_that_a_package_offers_are_read_only_when_they_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = written(tmp_path / "steel_words_of_test", en='language = "en"\n')
    written(home, en='language = "en"\n[counted]\n"{a}" = ["wug/pl"]\n')
    (home / "__init__.py").touch()
    info = tmp_path / "steel_words-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: steel-words\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[coopdata.words]\nsteel = steel_words_of_test\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))

    assert "steel" in importlib.metadata.entry_points(group="coopdata.words").names
    assert "{a}" == Reader(locale="en", words="steel").measure("5 wugs").unit
    with pytest.raises(errors.UnknownNounError):
        Reader(locale="en").measure("5 wugs")
    with pytest.raises(errors.RecordNotFoundError, match="did you mean 'steel'"):
        Reader(locale="en", words="stele")


@pytest.mark.parametrize("words", [5, b"x", [1]])
def test_words_that_are_no_path_and_no_name_are_refused(words: Any) -> None:
    with pytest.raises(TypeError):
        Reader(locale="en", words=words)


def test_words_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(errors.SeedError, match="no such file"):
        Reader(locale="en", words=tmp_path / "none.toml")
    with pytest.raises(errors.SeedError, match=r"no \.toml file here"):
        Reader(locale="en", words=tmp_path)


# -- spoilt files -------------------------------------------------------------------------------

EN = 'language = "en"\n'


@pytest.mark.parametrize(
    ("list_", "told"),
    [
        ("language =", "Invalid value"),
        ("", "language: required field missing"),
        ('language = "xx"', "language: unknown locale 'xx'"),
        ('language = "en_GB"', "expected 'en', got 'en_GB'"),
        (EN + "[countd]\nplant = []", "extra fields found (countd)"),
        (EN + '[counted]\nplant = "works"', "counted.plant"),
        (EN + '[counted]\nplnt = ["works"]', "counted.plnt: unknown unit 'plnt'; did you mean"),
        (EN + '[counted]\nwidget = ["wug"]', "or write '{widget}'"),
        (EN + '[counted]\n"{wid get" = ["wug"]', "unknown unit"),
        (EN + '[counted]\n"{a}" = ["wug/plu"]', "unknown paradigm 'plu'; there is pl"),
        (EN + '[counted]\n"{a}" = [""]', "expected words with one space between them, got ''"),
        (EN + '[counted]\n"{a}" = ["big  wug"]', "got 'big  wug'"),
        (EN + '[counted]\n"{a}" = ["5th wug"]', "makes '5th wug', which is no word"),
        (EN + '[paradigms]\nx = [""]\n[counted]\n"{a}" = ["/x"]', "which is no word"),
        (EN + '[counted]\n"{a}" = ["ladx/pl"]', "counted: 'ladx/pl' makes 'ladxs', against"),
        (EN + '[currencies]\nEURO = ["yoyo"]', "expected ISO 4217 codes, got 'EURO'"),
        (EN + '[cardinals]\nmany = ["umpteen"]', "expected a number such as '12'"),
        (EN + '[scales]\n0 = ["zip"]', "expected a whole number such as '1000', got '0'"),
        (EN + '[hedges]\nabuot = ["summat like"]', "did you mean 'about'?"),
        (EN + '[changes]\nup = ["ballooned"]', "expected one of decrease, increase"),
        (EN + '[coins]\nEUR = ["cent-o"]', "a number and a unit such as '0.01:EUR'"),
        (EN + "[settings]\nspaced = false", "is said of 'en' by the shipped list"),
        (EN + '[spelling]\nnever = ["("]', "spelling.never"),
        (EN + '[nouns]\nplant = "works"', "expected a unit of your own"),
        (EN + '[nouns]\n"{a}" = "a|b|c|d|e"', "one to four forms"),
        (EN + 'replaces = ["plant"]', "replaces: 'plant' is no form of this list"),
        (EN + '[counted]\n"{a}" = ["wug"]\n"{b}" = ["wug"]', "write one row, with |"),
        (EN + '[nouns]\n"{a}" = "plant|plants"', "stand for unit '{a}' here and for unit 'plant'"),
        (EN + '[counted]\n"{b}" = ["wug"]\n[nouns]\n"{a}" = "wug"', "printed 'wug' is {a}"),
        ('language = "eo"\nreplaces = ["x"]', "there is no shipped list"),
        ('language = "eo"\n[counted]\n"{a}" = ["x"]\n"{b}" = ["x"]', "write one row, with |"),
        ('language = "eo"\n[settings]\nspace = true', "extra fields found (space)"),
        (
            EN + '[hedges]\nabout = ["over"]',
            "'over' stands for hedge 'about' here and for touching",
        ),
        (EN + "[paradigms]\np = 5", "paradigms.p"),
        (EN + "x = " + "[" * 3000, "nested too deep"),
    ],
)
def test_a_spoilt_list_is_one_error_that_names_file_section_and_value(
    tmp_path: Path, list_: str, told: str
) -> None:
    found = problems(tmp_path / "words", en=list_)

    assert told in found
    assert all(line.startswith("words/en.toml") for line in found.splitlines())


@pytest.mark.parametrize(
    ("list_", "told"),
    [
        ('[physical]\narshin = { is = "28 inhc" }', "physical.arshin"),
        ('[physical]\narshin = { is = "inch" }', "a number and one curated unit"),
        ('[physical]\narshin = { is = "0 inch" }', "a number and one curated unit"),
        ('[physical]\narshin = { is = "28 inch", cldr = "x" }', "extra fields found (cldr)"),
        ('[physical]\nmeter = { is = "28 inch" }', "'meter' is a unit of coopdata's"),
        ("[counted]\nkm = []", "'km' is a unit of coopdata's"),
        ('[counted]\na = ["b"]\nb = []', "'b' is declared twice"),
        ('[counted]\n"big wug" = []', ""),
        ('[counted]\n"w|g" = []', "unknown unit"),
        ("[counted]\na = 5", "counted.a"),
        ("[alias]\na = 'b'", "extra fields found (alias)"),
    ],
)
def test_spoilt_units_are_told_with_their_file_and_row(
    tmp_path: Path, list_: str, told: str
) -> None:
    if not told:
        assert "{big_wug}" == WordLists.of(written(tmp_path, units=list_)).units["big wug"]
        return
    assert told in problems(tmp_path / "words", units=list_)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    found = problems(
        tmp_path / "words",
        en=EN + '[counted]\nplnt = ["wug"]\n"{a}" = ["wug/plu"]\n[hedges]\nabuot = ["summat"]\n',
        ru='language = "ru"\n[counted]\n"{a}" = ["завод/m"]\n',
        kk='language = "kk"\n[settings]\nspaced = true\n',
    )

    assert ["en", "en", "en", "kk"] == [
        line.partition("/")[2][:2] for line in found.splitlines() if "words/ru" not in line
    ]
    assert "words/ru.toml: 'завод', 'завода', 'заводам' and 7 more stand for unit '{a}'" in found


def test_two_files_of_one_language_are_joined_and_their_clashes_told(tmp_path: Path) -> None:
    one = EN + '[counted]\n"{a}" = ["wug/pl"]\n'
    words = written(tmp_path / "w", en=one, more=EN + '[counted]\n"{b}" = ["blick/pl"]\n')
    reader = Reader(locale="en", words=words)

    assert ["{a}", "{b}"] == [reader.measure(text).unit for text in ("5 wugs", "5 blicks")]
    assert "'wug' is unit '{b}' here and unit '{a}' elsewhere" in problems(
        tmp_path / "v", en=one, more=EN + '[counted]\n"{b}" = ["wug/pl"]\n'
    )


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "ru.toml").write_bytes('language = "ru" # завод'.encode("cp1251"))

    with pytest.raises(errors.SeedError, match="not UTF-8 at byte"):
        Reader(locale="ru", words=tmp_path)


@given(
    text=st.text(max_size=60) | st.from_regex(r"(\[[a-z]+\]\n?|[a-z]+ = \[?\"[a-z/]*\"\]?\n){1,6}")
)
def test_whatever_a_file_holds_there_is_a_reader_or_one_error(text: str) -> None:
    lists = WordLists(files=(("en.toml", text),))
    told: tuple[str, ...] = ()
    try:
        read = str(Reader(locale="en", words=lists).measure("5 km"))
    except errors.SeedError as err:
        read, told = "", err.problems

    assert read == ("" if told else "5 kilometer")
    assert all(one.startswith("en.toml") for one in told)
