"""Laws of extraction: spans, quotes, unions, and the way back from formatting."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coopdata import _running, errors, extract, formatting, normalize, units
from coopdata.model import Mention
from coopdata.normalize import LANGUAGES
from coopdata.values import Measure
from printed_in_sentences import FRAMES
from texts import Mutator

LANGUAGE = st.sampled_from(LANGUAGES)
_WORDS = (
    "около|up to|5|12,5|1 000|млн|долларов|%|$|двух|from|to|–|-|2017|году|May|km|/|ч|одним из"
    "|三|亿|元|이상|bin|\n|.|№|half|a|third|вдвое|rose by|JAC S3|10:30|«|»|《|》"
    "|\u200f|e\u0301|\ud800"
)
WORDS = st.sampled_from(_WORDS.split("|"))
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))


@given(text=TEXTS, language=LANGUAGE)
@example(text="инвестировано 28 млн. долларов, из которых 18 млн", language="ru")
def test_mentions_stand_in_order_inside_the_text_and_never_overlap(
    text: str, language: str
) -> None:
    found = extract.mentions(text, locale=language)

    ends = [0, *(mention.span.end for mention in found)]
    assert all(end <= mention.span.start for end, mention in zip(ends, found, strict=False))
    assert ends[-1] <= len(text)
    assert all(mention.span.of(text).strip() for mention in found)


@given(seed=st.integers(0, 10**9), language=LANGUAGE)
@example(seed=405, language="az")
@example(seed=2434, language="en")
def test_what_is_passed_over_at_a_glance_is_no_mention(seed: int, language: str) -> None:
    mutator = Mutator(seed)
    dense = "".join(mutator.dice.choice("0123456789  .,-−–/(%$mkм三세") for _ in range(60))
    texts = [("0-78\u2212м", "kk"), ("der 5. Traktor", "de"), ("5/6 km, 5 – 6 km", "en")]
    texts += [("–963–88(1% a", "en"), ("IDR 8, 74 years, 5", "en")]
    texts += [mutator.text() for _ in range(8)]

    for text, locale in ((dense, language), *texts):
        at_a_glance = extract.mentions(text, locale=locale)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_running, "lone_end", lambda view, pos: 0)
            assert at_a_glance == extract.mentions(text, locale=locale)


def read_again(text: str, mention: Mention, language: str) -> Measure | None:
    """Read the mention's words, with up to four words before and three after as its hedge."""
    start, end = mention.span.start, mention.span.end
    unit = mention.value.unit if isinstance(mention.value, Measure) and mention.carried else None
    starts = [
        start,
        *(at for at in range(start - 1, max(-1, start - 48), -1) if at == 0 or text[at - 1] == " "),
    ]
    ends = [end, *(at for at in range(end + 1, min(len(text), end + 32) + 1))]
    for first in starts[:6]:
        for last in ends:
            try:
                found = normalize.measure(
                    text[first:last],
                    locale=language,
                    unit=unit,
                    ambiguous="first",
                    counted="any",
                )
            except errors.UnreadableTextError:
                continue
            if found == mention.value:
                return found
    return None


SENTENCES = [
    ("ru", "Инвестировано около 28 млн. долларов, из которых 18 млн вложил инвестор."),
    ("ru", "В номенклатуре более 4 тыс наименований, мощность составит 10000 единиц/год."),
    ("en", "Trade rose by 40.5% to at least $96.3 million, or about two billion roubles."),
    ("en", "Prices fell from 10 to 5 percent; 1,500 or more vehicles a month were sold."),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_the_words_of_a_mention_read_again_give_its_value(language: str, text: str) -> None:
    found = [m for m in extract.mentions(text, locale=language) if isinstance(m.value, Measure)]

    assert found
    for mention in found:
        assert mention.value == read_again(text, mention, language), mention.span.of(text)


COUNTED = [name for name, unit in units.UNITS.items() if unit.kind == "counted"]
MAIN = [
    *("USD", "EUR", "RUB", "CNY", "BYN", "KZT", "TRY", "percent", "percentage_point"),
    *("kilometer", "meter", "metric_ton", "kilogram", "liter", "hectare", "square_kilometer"),
    *("cubic_meter", "megawatt", "kilowatt_hour", "megawatt_hour", "degree_celsius"),
    *("year", "month", "week", "hour", "vehicle/year", "tractor/month", "kilometer/hour"),
]
UNITS = st.sampled_from(COUNTED) | st.sampled_from(MAIN)
NUMBERS = st.one_of(
    st.integers(2, 10**9).map(Decimal),
    st.decimals("2", "9999", places=1).filter(lambda number: number % 1 != 0),
)


RELATIONS = ("exact", "about", "at_least", "more_than", "at_most", "less_than")
#: What is printed and not found, on purpose: languages, units, relations, and why.
NOT_FOUND = [
    (
        "ko",
        "piece unit word",
        RELATIONS,
        "glued to the number, a noun that is no counter is a part",
    ),
    ("pl uk", "city country district region settlement town village", ("at_most",), "where to"),
    ("pl", "item occasion", RELATIONS, "the word is also the one of pieces, and of times"),
    ("uk", "hour", ("about", "at_most"), "the hedge may tell the hour of a clock"),
]


def is_found(language: str, number: Decimal, unit: str, relation: str) -> bool:
    """Tell what extraction claims to find: half an item is none, and the rows above are left."""
    if unit == "item" and number % 1:
        return False
    return not any(
        language in languages.split() and unit in units.split() and relation in relations
        for languages, units, relations, _ in NOT_FOUND
    )


def found_again(language: str, number: Decimal, unit: str, relation: str) -> bool:
    measure = getattr(Measure, relation)(number, unit)
    text = FRAMES[language].format(formatting.measure(measure, locale=language))

    return [measure] == [mention.value for mention in extract.mentions(text, locale=language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_that_formatting_writes_is_found_in_a_sentence(language: str) -> None:
    numbers = (Decimal(2), Decimal(21), Decimal("2.5"))
    printed = [(n, u, r) for n in numbers for u in (*COUNTED, *MAIN) for r in RELATIONS]

    assert [
        row for row in printed if is_found(language, *row) and not found_again(language, *row)
    ] == []


@pytest.mark.parametrize("row", NOT_FOUND, ids=lambda row: row[0])
def test_what_is_listed_as_not_found_is_not(row: tuple[str, str, tuple[str, ...], str]) -> None:
    languages, listed, relations, _ = row

    for language in languages.split():
        for unit in listed.split():
            seen = [
                found_again(language, Decimal(number), unit, relation)
                for number in (2, 5, 9)
                for relation in relations
            ]
            assert not all(seen), (language, unit)


@given(
    language=LANGUAGE,
    number=NUMBERS,
    unit=UNITS,
    relation=st.sampled_from(RELATIONS),
)
def test_what_formatting_writes_is_found_in_a_sentence(
    language: str, number: Decimal, unit: str, relation: str
) -> None:
    assume(is_found(language, number, unit, relation))

    assert found_again(language, number, unit, relation)


@given(language=LANGUAGE, low=NUMBERS, more=NUMBERS, unit=UNITS)
def test_a_range_that_formatting_writes_is_found_in_a_sentence(
    language: str, low: Decimal, more: Decimal, unit: str
) -> None:
    assume(all(is_found(language, one, unit, "exact") for one in (low, low + more)))
    measure = Measure.between(low, low + more, unit)
    text = FRAMES[language].format(formatting.measure(measure, locale=language))

    assert [measure] == [mention.value for mention in extract.mentions(text, locale=language)], text


#: What names a thing beside what counts it: language, text, the words of its mentions.
NAMES_AND_COUNTS = [
    ("uk", "Він забив два м'ячі й з'їв 5 м’ятних цукерок.", "два м'ячі|5"),
    ("uk", "Довжина 5 м, висота '6 м'.", "5 м|6 м"),
    ("be", "Ён забіў два м'ячы.", "два м'ячы"),
    ("tr", "Uzunluğu 5 m'den fazla.", "5 m"),
    ("pl", "Spadło o niespełna 5 proc., do 2,5 tys. zł.", "5 proc.|2,5 tys. zł"),
    ("pl", "O 15.30 z peronu 4 odjedzie pociąg 5312.", ""),
    ("pl", "Milionowe straty i setki osób, ale 2 mln zł.", "2 mln zł"),
    ("pl", "Mieszka w bloku 7 od lat 90. XX wieku.", "lat 90. XX wieku"),
    ("pl", "Moc 2.5 km, cena 12.500 zł.", "12.500 zł"),
    ("pl", "Sto kilkadziesiąt osób i dwadzieścia parę lat.", ""),
    ("pl", "Trzy czwarte mieszkańców, dwie pary butów.", "Trzy czwarte|dwie pary"),
    ("es", "A las 15.30 sale del andén 4 el tren 5312.", ""),
    (
        "es",
        "Miles de personas y decenas de millones, pero 2 millones de euros.",
        "2 millones de euros",
    ),
    ("es", "Vive en el piso 7 desde los años 90.", "años 90"),
    ("es", "Uno de los directivos y una de las empresas.", ""),
    (
        "es",
        "Tres cuartas partes de los vecinos, dos pares de zapatos.",
        "Tres cuartas partes|dos pares",
    ),
    ("es", "Creció dos décimas; el artículo 12.3 de la Ley 7/1985.", ""),
    ("es", "Miles de casas y cientos de coches; abierto de 10 a 20 horas.", ""),
    ("es", "Una empresa, un camión y una casa.", ""),
    ("fr", "La ligne 14 et l'article 5, alinéa 2, de la loi n° 2015-992.", ""),
    ("fr", "Le TGV part à 14 h 05 de la voie 3.", ""),
    ("fr", "Il habite un T2 au 12 rue de la Paix, 75002 Paris.", ""),
    ("fr", "Les 400 coups et Vingt mille lieues sous les mers", "400 coups"),
    ("fr", "Un bus et une tonne, mais deux bus et un euro.", "deux bus|un euro"),
    ("fr", "Trois quarts des pièces, deux paires de chaussures.", "Trois quarts|deux paires"),
    ("fr", "« Douze hommes en colère » et le film « 8 femmes »", ""),
    ("fr", "« Deux ouvriers sont morts », dit-il.", "Deux ouvriers"),
    ("fr", "la porte des Trois-Maisons et trois maisons", "trois maisons"),
    ("fr", "deux fois par an, à 20 heures, en 1 h 12 min", ""),
    ("ru", "фильм « Три богатыря » и три богатыря", "три богатыря"),
    ("fr", "Le 20 heures, les douze apôtres, à quatre pattes, 50 Cent", ""),
    ("fr", "une pièce de 50 cents, mais 3 euros 50 cents", "3 euros 50 cents"),
    ("fr", "5 francs, 10 dinars et 35 000 FCFA", ""),
    ("uk", "У кабінеті 214 працює гурток.", ""),
    ("uk", "Він навчається в 7 класі.", ""),
    ("uk", "П’ять тонн вугілля; п'ятитонний кран.", "П’ять тонн|п'ятитонний"),
    ("uk", "«Дев'ять ночей» вийшли друком.", ""),
    ("uk", "Забив 5 голів, утримує 5 голів худоби.", "5 голів|5 голів худоби"),
    ("kk", "14-кеңсе жабық.", ""),
    ("kk", "100-метрлік құбыр", "100-метрлік"),
    ("kk", "102 арнасы арқылы", ""),
    ("kk", "Зауыттың 12 цехы бар", "12 цехы"),
    ("az", "Qanunun 109-cu maddəsi dəyişdi.", ""),
    ("az", "Hər iki tərəf razılaşdı.", ""),
    ("az", "Bir neçə yüz nəfər gəldi.", ""),
    ("az_Cyrl", "iki avtobus", ""),
    ("uz", "Kodeksning 168-moddasi bekor qilindi.", ""),
    ("uz", "205-avtobus keldi.", ""),
    ("uz", "10 minggacha odam keldi.", ""),
    ("uz", "To`rtta zavod bor.", "To`rtta zavod"),
    ("uz", "To‘rtta zavod bor.", "To‘rtta zavod"),
    ("tr", "128 soruşturması kapandı.", ""),
    ("tr", "36 tanesi boş.", "36 tanesi"),
    ("tr", "Hastalar 112 Acil Çağrı Merkezi'ne gitti.", ""),
    ("tr", "İki Türk askeri öldü.", "İki"),
    ("tr", "Beş Şehir kitabı raflarda.", ""),
    ("de", "Der Film »Sieben Minuten« läuft.", ""),
    ("de", "»Zwei Menschen starben«, sagte er.", "Zwei Menschen"),
    ("ru", "Газета «7 дней» закрыта.", ""),
    ("ru", "Обещал «два миллиона рублей».", "два миллиона рублей"),
    ("en", "Her novel, One Hundred Years of Solitude, was banned.", ""),
    ("en", "The plate 777 AAA 02 was found.", ""),
    ("en", "The 500T line", ""),
    ("en", "500 t of coal", "500 t"),
    ("zh", "《三个朋友》上映，三个朋友来了。", "三个"),
    ("ko", "한 기업이 문을 닫았다.", ""),
    ("ko", "한 명이 숨졌다.", "한 명"),
    ("ko", "한 매체는 보도했다.", ""),
    ("ko", "사천공항", ""),
    ("en", "Form 10-K was filed late.", ""),
    ("en", "At 3M they make 3M cars", "3M cars"),
    ("en", "The Five Star Movement lost seats.", ""),
    ("en", "Two Ukrainian brigades withdrew.", "Two"),
    ("en", "Three Mile Island will restart.", ""),
    ("de", "Jod 131 und USD 20", "USD 20"),
    ("ko", "2공장과 3개 공장", "3개 공장"),
    ("ko", "형사7부가 맡았다.", ""),
]


@pytest.mark.parametrize(("language", "text", "words"), NAMES_AND_COUNTS)
def test_a_number_that_names_is_no_mention(language: str, text: str, words: str) -> None:
    found = [one for one in extract.mentions(text, locale=language) if not one.minor]

    assert words == "|".join(one.span.of(text) for one in found)


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("в 1,5 раза", "ru", Measure.exact("1.5", "fold")),
        ("более чем в 3 раза", "ru", Measure.more_than("3", "fold")),
        ("у 2 разы", "be", Measure.exact("2", "fold")),
    ],
)
def test_a_factor_is_read_with_its_preposition(text: str, locale: str, expected: Measure) -> None:
    assert expected == normalize.measure(text, locale=locale)


def test_a_language_without_a_word_list_is_refused_with_the_nearest() -> None:
    with pytest.raises(errors.UnknownLocaleError, match="did you mean"):
        extract.mentions("5 km", locale="rus")


FOUND = [
    ("ru", "В первом и втором кварталах 2022 года", ["первом", "втором кварталах 2022 года"]),
    ("ru", "вырос на 1,2 млн тонн до 3,4 млн тонн", ["1,2 млн тонн", "3,4 млн тонн"]),
    (
        "ru",
        "удвоятся с трёхсот до четырёхсот тысяч тонн",
        ["удвоятся", "трёхсот", "четырёхсот тысяч тонн"],
    ),
    ("ru", "три тонны двести килограммов", ["три тонны двести килограммов"]),
    ("ru", "десятимиллионный автомобиль", ["десятимиллионный"]),
    ("en", "Brent slipped $1.40 to $71.25 a barrel", ["$1.40", "$71.25 a barrel"]),
    ("en", "about one worker in ten is paid more", ["one worker in ten"]),
    ("en", "rose 2% to 1.4 billion", ["2%"]),
    ("en", "rose 2% to 1.4 billion tonnes", ["2%", "1.4 billion tonnes"]),
    ("en", "$5-$7 million", ["$5-$7 million"]),
    ("en", "$2,500–$3,000 a month", ["$2,500–$3,000 a month"]),
    ("en", "It made six daily trips", ["six"]),
    ("en", "compared with 48 three years ago", ["three years ago"]),
    ("be", "два ўніверсітэты", ["два ўніверсітэты"]),
    ("kk", "5 млн теңгеден 20 млн теңгеге дейін", ["5 млн теңгеден 20 млн теңгеге"]),
    ("kk", "5 пайыздан 10 пайызға дейін өсті", ["5 пайыздан", "10 пайызға"]),
    ("zh", "约四成五的农户", ["四成五"]),
    ("zh", "第三季度增长4.9%", ["第三季度", "4.9%"]),
    ("en", "an 11pc rise", ["11pc"]),
    ("ja", "輸出は15%増の8兆円、うち米国が2兆円だった。", ["15%", "8兆円", "2兆円"]),
    ("ja", "1時間当たり120トンを運ぶ。", ["1時間当たり120トン"]),
    ("ja", "三菱と千葉の百貨店は一層の努力を続ける。", []),
    ("ja", "七人の侍が三人の客を迎えた。", ["三人"]),
    ("ja", "5台のバスで300人の乗客を運ぶ。", ["5台のバス", "300人の乗客"]),
    ("ja", "午後3時30分に5人が着く。", ["5人"]),
    ("ja", "三割五分を打つ。", []),
    ("ja", "コメ5キロを買い、5キロ走る。", ["5キロ"]),
    ("ru", "15 крупных и 200 мелких предприятий", ["15", "200"]),
    ("en", "1,500 direct and 4,000 indirect jobs", ["1,500", "4,000"]),
    ("ko", "출생아는 26만 500명이었다", ["26만 500명"]),
    ("de", "hundertzwanzig Menschen", ["hundertzwanzig Menschen"]),
    ("de", "fiel von 85 auf 62 Euro je Megawattstunde", ["85", "62 Euro je Megawattstunde"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_a_text_mentions_exactly_these_words(language: str, text: str, expected: list[str]) -> None:
    found = extract.mentions(text, locale=language)

    assert expected == [text[each.span.start : each.span.end] for each in found]


HEDGED = [
    ("ko", "수출이 20% 이상 줄었다", "at_least"),
    ("ko", "20% 넘게 줄었다", "more_than"),
    ("kk", "80 пайыздан астамы сатылды", "more_than"),
    ("tr", "85 doların üzerine çıktı", "more_than"),
    ("de", "ein Darlehen über 60 Mio. Euro", "exact"),
    ("en", "well below the 4.1 tonnes recorded", "exact"),
    ("en", "It spends over a third of it", "more_than"),
    ("en", "a loan under a 5-year contract", "exact"),
    ("be", "14 трактароў і больш за дваццаць прычэпаў", "exact"),
]


@pytest.mark.parametrize(("language", "text", "relation"), HEDGED)
def test_a_hedge_is_the_one_of_its_own_number(language: str, text: str, relation: str) -> None:
    value = extract.mentions(text, locale=language)[0].value

    assert isinstance(value, Measure)
    assert relation == value.relation


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The population is expected to reach 9.7 billion."),
        ("ru", "Население выросло до 9,4 млн."),
        ("zh", "该省人口达1.2亿。"),
    ],
)
def test_a_clause_about_people_says_what_a_bare_large_number_counts(
    language: str, text: str
) -> None:
    value = extract.mentions(text, locale=language)[-1].value

    assert isinstance(value, Measure)
    assert value.unit == "person"


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "Sales hit $4m and the number of foreign visitors topped two million.", "visitor"),
        ("en", "The number of employees rose to 250.", "person"),
        ("en", "The number of jobs rose from 2.4m to 3.1m.", "job"),
        ("ru", "Выручка — 5 млрд рублей, а число туристов превысило два миллиона.", "tourist"),
        ("de", "Die Zahl der Beschäftigten stieg auf 2.400.", "person"),
        ("en", "It flew 8.7m passengers, of whom 3.1m went abroad.", "passenger"),
        ("en", "For $3 billion, 4,000 jobs: 1,500 direct and 2,500 indirect jobs.", "job"),
        ("en", "A ship that cost $4m has a hull with 35m long decks.", "meter"),
    ],
)
def test_a_bare_number_has_the_unit_that_its_clause_names(
    language: str, text: str, unit: str
) -> None:
    value = extract.mentions(text, locale=language)[-1].value

    assert isinstance(value, Measure)
    assert unit == value.unit


def test_a_weekday_is_the_last_one_or_the_next_in_a_clause_that_looks_ahead() -> None:
    day = dt.date(2022, 7, 21)
    past = extract.mentions("On Tuesday the ministers met.", locale="en", anchor=day)
    ahead = extract.mentions("They will meet on Friday.", locale="en", anchor=day)

    assert ["2022-07-19", "2022-07-22"] == [str(past[0].value), str(ahead[0].value)]
