"""Integers in words: each is read back, in every way that its language says it."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import support
from coopdata import errors, extract, normalize
from coopdata._lexicon.locale import lexicon
from coopdata._text.fold import prepared
from coopdata.values import Measure
from texts import values

LARGEST = 10**15


# -------------------------------------------------------------------- how eight languages count
def east_asian(number: int, digits: str, zero: str, *, ones: bool) -> str:
    """Count by ten thousands; `ones`: whether a one is said before ten, hundred, thousand."""
    said, was_gap = "", False
    for scale, word in ((10**12, "조兆"), (10**8, "억亿"), (10**4, "만万"), (1, "")):
        group, number = divmod(number, scale)
        if not group:
            was_gap = bool(said)
            continue
        text = small_east_asian(group, digits, zero, ones=ones)
        if zero and said and (was_gap or group < 1000):
            text = zero + text
        said += text + (word[bool(zero)] if word else "")
        was_gap = False
    return said


def small_east_asian(number: int, digits: str, zero: str, *, ones: bool) -> str:
    said, was_gap = "", False
    for scale, word in ((1000, "천千"), (100, "백百"), (10, "십十"), (1, "")):
        digit, number = divmod(number, scale)
        if not digit:
            was_gap = bool(said)
            continue
        if zero and was_gap:
            said += zero
        was_gap = False
        is_bare = scale > 1 and digit == 1 and (not ones or (scale == 10 and not said))
        said += ("" if is_bare else digits[digit]) + (word[bool(zero)] if word else "")
    return said


JAPANESE = "一二三四五六七八九十百千万億兆"


def chinese(number: int) -> str:
    return east_asian(number, "零一二三四五六七八九", "零", ones=True)


def korean(number: int) -> str:
    return east_asian(number, "영일이삼사오육칠팔구", "", ones=False)


def japanese(number: int) -> str:
    """Count as Korean does, in Chinese letters."""
    return korean(number).translate(str.maketrans("일이삼사오육칠팔구십백천만억조", JAPANESE))


def by_thousands(number: int, below: dict[int, str], scales: dict[int, str], one: str) -> str:
    """Count as Turkish and Kazakh do: hundred and thousand without a one, the rest with it."""
    said: list[str] = []
    for scale, word in scales.items():
        count, number = divmod(number, scale)
        if count:
            is_bare = count == 1 and scale <= 1000
            said += [] if is_bare else [by_thousands(count, below, scales, one)]
            said.append(word)
    for value in sorted(below, reverse=True):
        if value and number >= value:
            said.append(below[value])
            number -= value
    return " ".join(said)


def numbered(words: str, start: int = 0, step: int = 1) -> dict[int, str]:
    return {start + step * nth: word for nth, word in enumerate(words.split())}


TURKISH = {
    **numbered("bir iki üç dört beş altı yedi sekiz dokuz", 1),
    **numbered("on yirmi otuz kırk elli altmış yetmiş seksen doksan", 10, 10),
}
AZERBAIJANI = {
    **numbered("bir iki üç dörd beş altı yeddi səkkiz doqquz", 1),
    **numbered("on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan", 10, 10),
}
UZBEK = {
    **numbered("bir ikki uch toʻrt besh olti yetti sakkiz toʻqqiz", 1),
    **numbered("oʻn yigirma oʻttiz qirq ellik oltmish yetmish sakson toʻqson", 10, 10),
}
KAZAKH = {
    **numbered("бір екі үш төрт бес алты жеті сегіз тоғыз", 1),
    **numbered("он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан", 10, 10),
}


def turkish(number: int) -> str:
    scales = {10**12: "trilyon", 10**9: "milyar", 10**6: "milyon", 1000: "bin", 100: "yüz"}
    return by_thousands(number, TURKISH, scales, "bir")


def azerbaijani(number: int) -> str:
    scales = {10**12: "trilyon", 10**9: "milyard", 10**6: "milyon", 1000: "min", 100: "yüz"}
    return by_thousands(number, AZERBAIJANI, scales, "bir")


def uzbek(number: int) -> str:
    scales = {10**12: "trillion", 10**9: "milliard", 10**6: "million", 1000: "ming", 100: "yuz"}
    return by_thousands(number, UZBEK, scales, "bir")


def kazakh(number: int) -> str:
    scales = {10**12: "триллион", 10**9: "миллиард", 10**6: "миллион", 1000: "мың", 100: "жүз"}
    return by_thousands(number, KAZAKH, scales, "бір")


ENGLISH = {
    **numbered(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen",
        1,
    ),
    **numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
}


def english(number: int) -> str:
    if number in ENGLISH:
        return ENGLISH[number]
    scales = {10**12: "trillion", 10**9: "billion", 10**6: "million", 1000: "thousand"}
    for scale, word in {**scales, 100: "hundred"}.items():
        if number >= scale:
            count, rest = divmod(number, scale)
            link = " and " if rest and rest < 100 else " "
            return f"{english(count)} {word}{link}{english(rest) if rest else ''}".strip()
    return f"{ENGLISH[number // 10 * 10]}-{ENGLISH[number % 10]}"


GERMAN = {
    **numbered(
        "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
        " sechzehn siebzehn achtzehn neunzehn",
        1,
    ),
    **numbered("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10),
}


FRENCH = dict(
    enumerate(
        [
            "zéro",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
            "dix-sept",
            "dix-huit",
            "dix-neuf",
        ]
    )
) | {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}


def french(number: int) -> str:
    """Print a number as French says it: only what ends in "cents" or "vingts" takes an s."""
    for scale, word in {10**12: "billion", 10**9: "milliard", 10**6: "million"}.items():
        if number >= scale:
            count, rest = divmod(number, scale)
            said = f"{french(count)} {word}{'s' if count > 1 else ''}"
            return f"{said} {french(rest)}" if rest else said
    if number >= 1000:
        count, rest = divmod(number, 1000)
        many = french(count).removesuffix("s") if count % 100 in (0, 80) else french(count)
        said = "mille" if count == 1 else f"{many} mille"
        return f"{said} {french(rest)}" if rest else said
    if number >= 100:
        count, rest = divmod(number, 100)
        said = "cent" if count == 1 else f"{french(count)} cent"
        return f"{said} {french(rest)}" if rest else said + "s" * (count > 1)
    if number in FRENCH:
        return FRENCH[number]
    tens, rest = divmod(number, 20 if number >= 60 else 10)
    stem = "quatre-vingt" if number >= 80 else FRENCH[tens * (20 if number >= 60 else 10)]
    if rest in (1, 11) and number < 80:
        return f"{stem}-et-{FRENCH[rest]}"
    return f"{stem}-{FRENCH[rest]}" if rest else stem + "s" * (number == 80)


def german_stem(number: int) -> str:
    if number in GERMAN:
        return GERMAN[number]
    for scale, word in {1000: "tausend", 100: "hundert"}.items():
        if number >= scale:
            count, rest = divmod(number, scale)
            return german_stem(count) + word + (german_stem(rest) if rest else "")
    return f"{GERMAN[number % 10]}und{GERMAN[number // 10 * 10]}"


def german(number: int) -> str:
    said: list[str] = []
    for scale, word in {10**12: "Billion", 10**9: "Milliarde", 10**6: "Million"}.items():
        count, number = divmod(number, scale)
        if count:
            many = word + ("n" if word.endswith("e") else "en")
            said += ["eine", word] if count == 1 else [german_stem(count), many]
    if number:
        stem = german_stem(number)
        said.append(stem + "s" if number % 100 == 1 else stem)
    return " ".join(said)


SPANISH = {
    **numbered(
        "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
        " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés"
        " veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
        1,
    ),
    **numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    **numbered(
        "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
        " ochocientos novecientos",
        100,
        100,
    ),
}


def spanish(number: int) -> str:
    for scale, one, many in ((10**12, "billón", "billones"), (10**6, "millón", "millones")):
        if number >= scale:
            count, rest = divmod(number, scale)
            said = f"un {one}" if count == 1 else f"{shortened(spanish(count))} {many}"
            return f"{said} {spanish(rest)}" if rest else said
    if number >= 1000:
        count, rest = divmod(number, 1000)
        said = "mil" if count == 1 else f"{shortened(spanish(count))} mil"
        return f"{said} {spanish(rest)}" if rest else said
    if number == 100:
        return "cien"
    if number in SPANISH:
        return SPANISH[number]
    if number > 100:
        return f"{SPANISH[number // 100 * 100]} {spanish(number % 100)}"
    return f"{SPANISH[number // 10 * 10]} y {SPANISH[number % 10]}"


def shortened(said: str) -> str:
    """Return what stands before a scale: "veintiún mil", "treinta y un millones"."""
    return (
        said.removesuffix("veintiuno") + "veintiún"
        if said.endswith("veintiuno")
        else (said.removesuffix("uno") + "un" if said.endswith("uno") else said)
    )


SLAVIC = {
    "ru": (
        "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
        " тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
        ("одна", "две"),
        {
            10**12: ("триллион", "триллиона", "триллионов"),
            10**9: ("миллиард", "миллиарда", "миллиардов"),
            10**6: ("миллион", "миллиона", "миллионов"),
            1000: ("тысяча", "тысячи", "тысяч"),
        },
    ),
    "be": (
        "адзін два тры чатыры пяць шэсць сем восем дзевяць дзесяць адзінаццаць дванаццаць"
        " трынаццаць чатырнаццаць пятнаццаць шаснаццаць семнаццаць васемнаццаць дзевятнаццаць",
        "дваццаць трыццаць сорак пяцьдзясят шэсцьдзясят семдзесят восемдзесят дзевяноста",
        "сто дзвесце трыста чатырыста пяцьсот шэсцьсот семсот восемсот дзевяцьсот",
        ("адна", "дзве"),
        {
            10**12: ("трыльён", "трыльёны", "трыльёнаў"),
            10**9: ("мільярд", "мільярды", "мільярдаў"),
            10**6: ("мільён", "мільёны", "мільёнаў"),
            1000: ("тысяча", "тысячы", "тысяч"),
        },
    ),
    "uk": (
        "один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять"
        " чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
        "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
        "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
        ("одна", "дві"),
        {
            10**12: ("трильйон", "трильйони", "трильйонів"),
            10**9: ("мільярд", "мільярди", "мільярдів"),
            10**6: ("мільйон", "мільйони", "мільйонів"),
            1000: ("тисяча", "тисячі", "тисяч"),
        },
    ),
    "pl": (
        "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście"
        " trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście",
        "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt"
        " osiemdziesiąt dziewięćdziesiąt",
        "sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset",
        ("jeden", "dwa"),
        {
            10**12: ("bilion", "biliony", "bilionów"),
            10**9: ("miliard", "miliardy", "miliardów"),
            10**6: ("milion", "miliony", "milionów"),
            1000: ("tysiąc", "tysiące", "tysięcy"),
        },
    ),
}


def slavic(number: int, language: str) -> str:
    below, tens, hundreds, feminine, scales = SLAVIC[language]
    known = {
        **numbered(below, 1),
        **numbered(tens, 20, 10),
        **numbered(hundreds, 100, 100),
    }
    said: list[str] = []

    def group(count: int, *, is_feminine: bool) -> None:
        for value in sorted(known, reverse=True):
            if count >= value:
                word = known[value]
                said.append(feminine[value - 1] if is_feminine and value < 3 else word)
                count -= value

    for scale, (one, few, many) in scales.items():
        count, number = divmod(number, scale)
        if count:
            group(count, is_feminine=scale == 1000)
            last = 5 if count % 100 in range(11, 15) else count % 10
            said.append(one if last == 1 else few if last in (2, 3, 4) else many)
    group(number, is_feminine=False)
    return " ".join(said)


SAID = {
    "en": english,
    "de": german,
    "fr": french,
    "ru": lambda number: slavic(number, "ru"),
    "be": lambda number: slavic(number, "be"),
    "uk": lambda number: slavic(number, "uk"),
    "pl": lambda number: slavic(number, "pl"),
    "es": spanish,
    "tr": turkish,
    "kk": kazakh,
    "zh": chinese,
    "ko": korean,
    "ja": japanese,
    "az": azerbaijani,
    "uz": uzbek,
}
NUMBERS = st.one_of(
    st.integers(1, 10**6 - 1),
    st.integers(1, LARGEST - 1),
    st.builds(lambda few, zeros: few * 10**zeros, st.integers(1, 999), st.integers(0, 12)),
)


def read(text: str, language: str) -> object:
    try:
        return normalize.number(text, locale=language)
    except errors.CoopdataError as error:
        return error


#: Said alone they are something else: Turkish "bir" is an article, "bin bir" are very many.
NO_NUMBER = {("tr", 1), ("tr", 1001), ("az", 1001), ("uz", 1001)}
#: A neutral sentence of each language, with a noun that numbers count.
SENTENCES = {
    "uk": "Завод продав {} автомобілів у регіоні.",
    "pl": "Zakład sprzedał {} autobusów w regionie.",
    "es": "La empresa vendió {} autobuses en la región.",
    "ja": "会社は{}台を売った。",
    "en": "The firm made {} trucks there.",
    "de": "Die Firma hat {} Busse verkauft.",
    "fr": "La société a vendu {} autobus.",
    "ru": "Завод продал {} автомобилей в регионе.",
    "be": "Завод прадаў {} аўтамабіляў у рэгіёне.",
    "az": "Firma {} avtobus satdı.",
    "tr": "Firma {} otobüs sattı.",
    "kk": "Зауыт {} автобус сатты.",
    "zh": "公司出售了{}辆汽车。",
    "ko": "회사는 {} 대를 팔았다.",
    "uz": "Firma {} avtobus sotdi.",
}


# ------------------------------------------------------------------------------------- the laws
@pytest.mark.parametrize("language", support.WORDED)
def test_every_integer_below_a_thousand_is_read_back_from_its_words(language: str) -> None:
    said = ((number, SAID[language](number)) for number in range(1, 1000))
    wrong = [(number, text, read(text, language)) for number, text in said]

    assert [] == [one for one in wrong if one[0] != one[2] and (language, one[0]) not in NO_NUMBER]


@pytest.mark.parametrize("language", support.WORDED)
@given(number=NUMBERS)
@example(number=1100)
@example(number=100_000)
@example(number=300_000)
@example(number=30_800_000)
def test_an_integer_is_read_back_from_its_words(language: str, number: int) -> None:
    text = SAID[language](number)
    assume((language, number) not in NO_NUMBER)
    found = read(text, language)

    assert number == found, text


def overlapping(text: str, words: str, language: str) -> list[object]:
    """Return what the mentions say that share a letter with the words."""
    start = text.index(words)
    return [
        mention.value
        for mention in extract.mentions(text, locale=language)
        if mention.span.start < start + len(words) and mention.span.end > start
    ]


def has_other_sense(words: str, language: str) -> bool:
    """Tell words that begin like something else: "구조", nine trillion, is a structure too."""
    hit = lexicon(language).numerals.at(prepared(words), 0)
    return hit is not None and "other" in hit[1].by_kind


def is_right_or_nothing(found: list[object], number: int) -> bool:
    return all(isinstance(one, Measure) and one.low == one.high == number for one in found)


@pytest.mark.parametrize("language", support.WORDED)
@given(number=NUMBERS)
@example(number=100_300_001_001_300)
@example(number=101_000_000)
@example(number=400_350)
@example(number=201_696_001)
@example(number=501_904_501_904)
@example(number=9_000_000_000_000)
def test_running_text_gives_the_whole_number_in_words_or_none(language: str, number: int) -> None:
    words = SAID[language](number)
    found = overlapping(SENTENCES[language].format(words), words, language)

    assert is_right_or_nothing(found, number), words
    is_refused = number <= 10 or (language, number) in NO_NUMBER  # an article, a pronoun
    assert len(found) == 1 or is_refused or has_other_sense(words, language)


@pytest.mark.parametrize(
    ("language", "pattern", "written"),
    [
        ("en", "(thousand|illion) ", r"\1, "),
        ("en", "(thousand|illion) (?:and )?", r"\1, and "),
        ("en", " (thousand|.illion)", r"-\1"),
        ("de", " ", ""),
        ("de", "(llionen|arden) ", r"\1 und "),
        ("tr", " ", ""),
        ("tr", "(bin|ilyon) ", r"\1, "),
        ("kk", " ", ""),
        ("kk", "(мың|лион) ", r"\1, "),
        ("ru", "(тысяч|лион|лионов) ", r"\1, "),
        ("ru", "(тысяч|лион|лионов) ", r"\1 и "),
        ("be", "(тысяч|льён|льёнаў) ", r"\1, "),
        ("be", "(тысяч|льён|льёнаў) ", r"\1 і "),
    ],
)
@given(number=NUMBERS)
@example(number=400_350)
@example(number=827_037)
@example(number=704_196_569_501_904)
@example(number=300_000_001_100)
def test_running_text_cuts_no_number_that_is_written_otherwise(
    language: str, pattern: str, written: str, number: int
) -> None:
    words = re.sub(pattern, written, SAID[language](number))
    found = overlapping(SENTENCES[language].format(words), words, language)

    assert is_right_or_nothing(found, number), words


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("zh", "两千六", 2600),
        ("zh", "一百五", 150),
        ("zh", "三万五", 35000),
        ("ko", "6천 5백만", 65_000_000),
        ("ko", "3만 5천", 35_000),
        ("ja", "3万5千", 35_000),
        ("ja", "一千万", 10_000_000),
        ("ja", "２億３千万", 230_000_000),
        ("ja", "参拾弐萬", 320_000),
        ("tr", "bin yüz", 1100),
        ("en", "twelve hundred", 1200),
        ("en", "one hundred and five", 105),
        ("de", "dreihunderttausend", 300_000),
        ("en", "forty (40)", 40),
    ],
)
def test_other_ways_to_say_a_number_are_read(language: str, text: str, number: int) -> None:
    assert number == read(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "миллион тысяча"),
        ("en", "five million thousand"),
        ("en", "forty (50)"),
        ("de", "zwei drei"),
    ],
)
def test_words_that_are_no_number_are_refused(language: str, text: str) -> None:
    assert isinstance(read(text, language), errors.UnreadableTextError)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "within forty (40) days", ["40 day"]),
        ("ru", "в течение 40 (сорока) дней", ["40 day"]),
        ("ru", "5 (пять) миллионов рублей", ["5000000 RUB"]),
        ("de", "binnen zehn (10) Tagen", ["10 day"]),
        ("tr", "40 (kırk) gün içinde", ["40 day"]),
        ("zh", "四十（40）天", ["40 day"]),
        ("en", "within forty (50) days", []),
        ("zh", "一百零五元", ["105 CNY"]),
        ("zh", "上百万元", []),
        ("ja", "百五円", ["105 JPY"]),
        ("ja", "数百万円", []),
        ("ja", "何千人", []),
        ("ko", "수백 명", []),
        ("en", "a few dozen workers", []),
        ("ru", "несколько десятков рабочих", []),
        ("tr", "birkaç yüz kişi", []),
        ("en", "several 20-tonne trucks", ["20 metric_ton"]),
        ("en", "between two hundred and three hundred trucks", ["200 to 300 truck"]),
        ("de", "zwischen zweihundert und dreihundert Bussen", ["200 to 300 bus"]),
        ("en", "two million and three million tonnes", ["3000000 metric_ton"]),
        ("ru", "два миллиона и три миллиона тонн", ["3000000 metric_ton"]),
        ("en", "one million, two hundred thousand trucks", ["1200000 truck"]),
        ("en", "of the two thousand, three hundred workers left", []),
        ("be", "там жыве дзевяць сем'яў", ["9 family"]),
        ("en", "they sold two three buses", []),
        ("de", "es waren zwei drei Viertel Tonnen", []),
        ("ru", "пришли пять шесть человек", []),
        ("tr", "iki üç otobüs geldi", []),
        ("kk", "екі үш автобус келді", []),
        ("tr", "iki milyar bin yüz ton", ["2000001100 metric_ton"]),
        ("tr", "yüz bir milyon ton", ["101000000 metric_ton"]),
        ("de", "dreihunderteinundzwanzigtausend Tonnen", ["321000 metric_ton"]),
        ("de", "fünfhunderteintausend Tonnen", ["501000 metric_ton"]),
        ("de", "zwanzigeinhalb Tonnen", ["20.5 metric_ton"]),
    ],
)
def test_a_sentence_says_these_numbers(language: str, text: str, expected: list[str]) -> None:
    assert expected == values(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "made 2 million 300 thousand trucks", ["2300000 truck"]),
        ("en", "made 2 million three hundred thousand trucks", []),
        ("en", "made 2 million, 300 thousand trucks", []),
        ("en", "made 2 million and 300 thousand trucks", []),
        ("en", "made 2 thousand 300 trucks", []),
        ("en", "put in $2 million, 300 thousand jobs came", ["2000000 USD", "300000 job"]),
        ("en", "2 million in 2016, 300 thousand in 2017", ["2016", "2017"]),
        ("ru", "выпустили 5 тыс. 300 автомобилей", ["5300 vehicle"]),
        ("ru", "выпустили 5 тысяч триста автомобилей", []),
        ("be", "выпусцілі 2 млн трыста тысяч аўтамабіляў", []),
        ("kk", "зауыт 2 млн 300 мың автобус сатты", ["2300000 bus"]),
        ("tr", "firma 5 bin 300 otobüs sattı", ["5300 bus"]),
        ("de", "verkauft wurden 2 Tausend 300 Busse", []),
        ("de", "verkauft wurden 2 Mio. 300 Tsd. Busse", ["2300000 bus"]),
        ("ko", "6천 5백만 원", ["65000000 KRW"]),
        ("ko", "3만5千 원", ["35000 KRW"]),
        ("zh", "出售了3万零5百辆汽车", ["30500 vehicle"]),
        ("zh", "出售了3万5千辆汽车", ["35000 vehicle"]),
    ],
)
def test_a_number_with_a_scale_goes_on_or_is_none(
    language: str, text: str, expected: list[str]
) -> None:
    assert [one.strip() for one in expected] == [one.strip() for one in values(text, language)]
