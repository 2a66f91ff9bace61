"""What is no quantity, by name: at its place, while it is read, or when it has been read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from .._carrying.heads import is_head_unit
from .._exact import is_whole
from .._grammar.cursor import View
from .._grammar.money import has_letters_left, is_of_another
from .._grammar.reading import Evidence, Quantity
from .._grammar.rule_table import Example
from .causes import (
    is_clock_time,
    is_label,
    is_model,
    is_name_part,
    is_postcode,
    is_year,
    is_year_in_words,
)
from .names import (
    is_compound,
    is_cut,
    is_expected,
    is_flat,
    is_named_day,
    is_ordinal_part,
    is_slang_sum,
    is_so_many,
    is_sum_of_interest,
    is_unnamed,
)
from .titles import is_possessed, is_proper, is_title

__all__ = ["REFUSALS", "Kept", "Refusal", "refused"]

#: A language, a text in it, and the words of the mention that it has.
Kept = tuple[str, str, str]
Holds = Callable[[View, Quantity], bool]


class Refusal(NamedTuple):
    """One reason why a number is no quantity.

    Attributes:
        name: What an explanation calls it.
        tells: What is refused, in one sentence.
        refused: Texts in which it refuses.
        kept: Texts that look alike and are read.
        holds: Whether a finished reading is refused; none where the place or a rule decides.
        of: Which readings are asked: any, plain numbers, or plain numbers without a known unit.
        asks: Classes of words that it looks for.
    """

    name: str
    tells: str
    refused: tuple[Example, ...]
    kept: tuple[Kept, ...] = ()
    holds: Holds | None = None
    of: Literal["any", "number", "bare"] = "any"
    asks: frozenset[str] = frozenset()


def _is_odd_count(view: View, quantity: Quantity) -> bool:
    """Tell "10.2" before an unknown noun, which is never counted in parts: a version, a time.

    Nor is any noun counted by what begins with a mark: ".22 rifles".
    """
    if quantity.scaled or is_whole(quantity.low):
        return False
    return quantity.unit == "item" or view.low[quantity.start] in ".,"


def _is_named(view: View, quantity: Quantity) -> bool:
    """Tell "Hotel 101" and "Accent 1.6 cars" from what a measure word counts."""
    if quantity.scaled or quantity.has(Evidence.CLASSIFIER):
        return False
    is_bare = quantity.unit in (None, "item")
    return (is_bare or not is_whole(quantity.low)) and is_name_part(view, quantity.start)


def _is_unknown_rate(view: View, quantity: Quantity) -> bool:
    """Tell "5 kg/xyz", an amount that is divided by something unknown."""
    divisor = view.low[quantity.end : quantity.end + 2]
    return divisor[:1] == "/" and divisor[1:].isalpha() and quantity.kind != "number"


def _is_reference(view: View, quantity: Quantity) -> bool:
    """Tell "пунктом 2 статьи 7" and "Absatz 2 Artikel 7": a part of what is numbered itself.

    In "пунктами 2 и 3 статьи 7" the word that both share stands behind the second.
    """
    end = max(quantity.end, *(end for _, _, end in quantity.evidence))
    at = view.right(end)
    is_followed = at > end and view.low[at : at + 1].isdecimal()
    return is_followed and "blocker" in view.kinds_behind(end)


REFUSALS: Final = (
    Refusal(
        "endless digits",
        "a run of digits longer than any number",
        refused=(("en", "9" * 400 + " km"),),
        kept=(("en", "999 km", "999 km"),),
    ),
    Refusal(
        "date that does not exist",
        "a day that its month does not have, or a week that its year does not have",
        refused=(("en", "met on 31 February 2021"), ("de", "ab KW 53 2021")),
        kept=(("en", "met on 29 February 2020", "29 February 2020"),),
    ),
    Refusal(
        "name that is a date",
        "a day, a month or a year after which a street or the like is named",
        refused=(("ru", "живёт на ул. 8 Марта"), ("tr", "15 Temmuz Köprüsü kapalı")),
        kept=(("ru", "собрались 8 марта", "8 марта"), ("tr", "15 Temmuz günü", "15 Temmuz")),
    ),
    Refusal(
        "part of a period",
        "a part that words name of a period, and of which no days are known",
        refused=(("en", "in the first week of May"), ("kk", "мамырдың бірінші аптасында")),
        kept=(("en", "in the first half of May", "first half of May"),),
    ),
    Refusal(
        "part of a name or a code",
        "digits that hang on what stands before them",
        refused=(
            ("en", "at gate B17"),
            ("ko", "형사7부"),
        ),
        kept=(("en", "17 gates", "17 gates"),),
    ),
    Refusal(
        "rate by an unknown unit",
        "an amount that is divided by something unknown",
        refused=(
            ("en", "sprayed 5 kg/xyz of it"),
            ("ru", "внесли 5 кг/эфг за сезон"),
        ),
        kept=(("en", "sprayed 5 kg/ha of it", "5 kg/ha"), ("en", "about 5 kg/11 lb", "5 kg")),
        holds=_is_unknown_rate,
    ),
    Refusal(
        "plate or docket",
        "short letters between two numbers",
        refused=(
            ("en", "the 777 AAA 02 car"),
            ("de", "Akte 4 StR 128/22"),
        ),
        kept=(("en", "777 new cars", "777"),),
    ),
    Refusal(
        "mark before the digits",
        "digits behind a decimal mark that has none before it",
        refused=(("en", "some ,4 tons"), ("en", "some 1..4 tons"), ("de", "rund .4 Tonnen")),
        kept=(
            ("en", "some .4 tons", ".4 tons"),
            ("ru", "ровно ,4 т", ",4 т"),
        ),
    ),
    Refusal(
        "tolerance of nothing",
        "digits that say how far a number may be off, without one",
        refused=(("en", "within ±4 %"),),
        kept=(("en", "it is 18 ± 4 °C", "18 ± 4 °C"),),
    ),
    Refusal(
        "marks out of place",
        "digits with marks that are those of no one number",
        refused=(("en", "12,34 km"), ("zh", "1,3600万元"), ("de", "1,360.00 km")),
        kept=(
            ("en", "1.360.000 km", "1.360.000 km"),
            ("ru", "1,360,000 км", "1,360,000 км"),
            ("de", "3’860.40 km", "3’860.40 km"),
        ),
    ),
    Refusal(
        "leading zero",
        "digits that begin with a nought",
        refused=(("en", "007 tons"),),
        kept=(
            ("en", "7 tons", "7 tons"),
            ("en", "0.7 tons", "0.7 tons"),
        ),
    ),
    Refusal(
        "factor of a product",
        "either number of a product: how many, and of how much each",
        refused=(("ru", "2 × 200 МВт"), ("en", "2x200 MW"), ("zh", "2×20万千瓦")),
        kept=(("en", "sales grew 2 x last year", "2 x"),),
    ),
    Refusal(
        "runs on into a code",
        "digits that go on as a time, a score, a number of a phone",
        refused=(
            ("en", "call 1-800-555"),
            ("en", "it ended 3:2"),
            ("kk", "14-кеңсе"),
            ("en", "the 5G net"),
        ),
        kept=(
            ("en", "$3M", "$3M"),
            ("en", "10-12 km", "10-12 km"),
        ),
    ),
    Refusal(
        "number of a page or the like",
        "a number behind a word that numbers things",
        refused=(
            ("en", "see page 304"),
            ("en", "chapter five is long"),
        ),
        kept=(("en", "304 pages", "304 pages"),),
        asks=frozenset({"blocker", "ordinal_head", "section"}),
    ),
    Refusal(
        "vague multiple",
        "a scale word of which there are several",
        refused=(
            ("en", "several dozen plants"),
            ("tr", "birkaç yüz kişi"),
            ("kk", "бірнеше жүз адам"),
        ),
        kept=(("en", "several two-dozen crates and a dozen plants", "dozen plants"),),
        asks=frozenset({"vague"}),
    ),
    Refusal(
        "inside a word",
        "a number word within a longer word",
        refused=(("ko", "노선 길이는 7㎞이며"), ("zh", "编号A3百万")),
        kept=(("ko", "삼천 명", "삼천 명"),),
    ),
    Refusal(
        "word of another sense",
        "a number word that here is none",
        refused=(
            ("en", "one of the buses"),
            ("zh", "一下"),
        ),
        kept=(("en", "one bus", "one bus"),),
    ),
    Refusal(
        "bare digits",
        "digits with no word, sign or unit on either side",
        refused=(("en", "(15)"),),
        kept=(
            ("en", "15 km", "15 km"),
            ("en", "50 km, of which 15", "15"),
        ),
    ),
    Refusal(
        "no number",
        "what looks like the beginning of a number and goes on otherwise",
        refused=(("en", "no hundred"),),
        kept=(("en", "a hundred buses", "hundred buses"),),
    ),
    Refusal(
        "number not understood",
        "a number that runs on into others which cannot belong to it",
        refused=(
            ("en", "five million thousand trucks"),
            ("en", "made 2 thousand 300 trucks"),
            ("ru", "пришли пять шесть человек"),
            ("de", "zwei drei Viertel Tonnen"),
        ),
        kept=(
            (
                "en",
                "sold five thousand, one hundred and two cars",
                "five thousand, one hundred and two cars",
            ),
            ("be", "жыве дзевяць сем'яў", "дзевяць сем'яў"),
        ),
    ),
    Refusal(
        "numbered paragraph",
        "a place in a row of paragraphs",
        refused=(("ko", "제38조에 따라"),),
        kept=(("zh", "第10万辆", "10万"),),
        asks=frozenset({"section", "blocker"}),
    ),
    Refusal(
        "word behind that numbers",
        "a number before a word that makes a time or a name of it",
        refused=(("en", "at 8 am"),),
        kept=(("en", "at 8 km", "8 km"),),
        asks=frozenset({"blocker"}),
    ),
    Refusal(
        "stroke between digits",
        "a fraction in figures that no unit and no such word follows",
        refused=(("en", "see form 5/12 and sign"),),
        kept=(("en", "a pipe of 5/12 inch", "5/12 inch"),),
    ),
    Refusal(
        "unit in doubt",
        "a number with a word that may mean either of two units",
        refused=(("en", "it is 35m"),),
        kept=(("en", "it is 35m long", "35m"), ("en", "it is 35 metres", "35 metres")),
        asks=frozenset({"doubt"}),
    ),
    Refusal(
        "sign or dash",
        "a number before which a dash or a minus stands that may mean two things",
        refused=(
            ("en", "-5–7 °C"),
            ("ru", "доля –7 %"),
            ("en", "profit minus $5 million in costs"),
        ),
        kept=(
            ("en", "-7 to -5 °C", "-7 to -5 °C"),
            ("en", "from Minsk –300 km", "300 km"),
            ("en", "10 minus $5 million", "$5 million"),
        ),
    ),
    Refusal(
        "scale in doubt",
        "a range whose scale can hold for its second number alone, and may be left out before",
        refused=(
            ("en", "500–1 million tonnes"),
            ("ru", "от 500 до 1 млн рублей"),
            ("en", "5 to 6,000 people"),
            ("fr", "entre 5 et 6 000 personnes"),
        ),
        kept=(
            ("en", "50 to 1,000 people", "50 to 1,000 people"),
            ("en", "$5 to $6,000", "$5 to $6,000"),
            ("en", "5-6 million tonnes", "5-6 million tonnes"),
            ("en", "800 to 1 thousand cars", "800 to 1 thousand cars"),
        ),
    ),
    Refusal(
        "by or from",
        "two numbers behind a verb of change that may be its levels or bounds of how much it was",
        refused=(
            ("fr", "les ventes ont augmenté de 12 à 15 %"),
            ("fr", "les ventes ont augmenté de 15 à 12 %"),
        ),
        kept=(
            ("fr", "le taux a baissé de 8 à 6 %", "6 %"),
            ("fr", "les ventes ont chuté de 12 à 15 %", "12 à 15 %"),
            ("fr", "une hausse de 12 à 15 %", "12 à 15 %"),
            ("fr", "le tarif est passé de 12 à 15 euros", "15 euros"),
            ("en", "sales rose by 12 to 15 %", "12 to 15 %"),
        ),
    ),
    Refusal(
        "weak number without a unit",
        "a word that is a number only before a unit",
        refused=(("en", "it is one"),),
        kept=(("en", "one bus", "one bus"),),
    ),
    Refusal(
        "number word without a hedge",
        "a word that is a number only behind a hedge",
        refused=(("ru", "тысячи людей"),),
        kept=(("ru", "около тысячи людей", "тысячи людей"),),
    ),
    Refusal(
        "article",
        "one of a thing without a measure word",
        refused=(("ko", "한 기업"),),
        kept=(("ko", "한 명", "한 명"),),
    ),
    Refusal(
        "letters behind a sum",
        "a number behind its currency with letters on it that no scale is",
        refused=(("en", "worth $52km today"),),
        kept=(("en", "worth $52MM today", "$52MM"), ("en", "worth $52 km away", "$52")),
        holds=has_letters_left,
    ),
    Refusal(
        "money of another country",
        "a noun of money before a country that has another currency",
        refused=(
            ("be", "500 долараў Намібіі"),
            ("be", "300 фунтаў Лівана"),
            ("de", "500 Dollar Namibias"),
        ),
        kept=(
            ("en", "500 dollars of Namibia", "500 dollars of Namibia"),
            ("de", "für 500 Dollar nach Namibia", "500 Dollar"),
        ),
        holds=is_of_another,
    ),
    Refusal(
        "measure of money",
        "a measure before a noun of money, as only the slang of a scale is",
        refused=(("ru", "за 87 ярдов рублей"), ("ru", "за 87 ярдов"), ("en", "for 3 t dollars")),
        kept=(("ru", "длиной 87 ярдов", "87 ярдов"), ("en", "5 km $10 away", "5 km")),
        holds=is_slang_sum,
    ),
    Refusal(
        "flat of a house",
        "the number of a house behind its street, with that of a flat behind it",
        refused=(("pl", "mieszka na ul. Długa 22 m. 15"),),
        kept=(("pl", "rura ma 22 m. Kosztuje 15 zł", "22 m"),),
        holds=is_flat,
    ),
    Refusal(
        "which part it is",
        "a part of one behind an ordinal, which says which of the parts",
        refused=(("en", "in the 2nd half"), ("ru", "в 1/8 финала")),
        kept=(("en", "by half", "half"), ("ru", "половина игры", "половина")),
        holds=is_ordinal_part,
    ),
    Refusal(
        "part of a word",
        "a part of one that goes on into a longer word",
        refused=(("en", "its half-life is long"),),
        kept=(("en", "half its life is over", "half"),),
        holds=is_compound,
    ),
    Refusal(
        "part of a measure",
        "a measure that goes on in letters which are no unit",
        refused=(("en", "he is 6ft 4in tall"),),
        kept=(("en", "he is 6ft tall", "6ft"), ("en", "the 6kg 2nd prize", "6kg")),
        holds=is_cut,
    ),
    Refusal(
        "sum of interest",
        "thousands of per cent, where the word for it is that for interest",
        refused=(("ru", "взыскал 340 тыс. процентов"),),
        kept=(("ru", "рост на 340 процентов", "340 процентов"),),
        holds=is_sum_of_interest,
    ),
    Refusal(
        "so many of them",
        "a factor written before what is counted, or said of occasions",
        refused=(("en", "selling 2x tickets"), ("en", "he failed twice")),
        kept=(("en", "grew 2x", "2x"), ("en", "twice the size", "twice")),
        holds=is_so_many,
    ),
    Refusal(
        "year in words",
        "a year that is said in words, in a script where it looks like so many years",
        refused=(("ko", "이천십구년에 열었다"),),
        kept=(("ko", "이천 년 동안", "이천 년"),),
        holds=is_year_in_words,
    ),
    Refusal(
        "time of day",
        "an hour of the clock",
        refused=(("ru", "в 9 часов"), ("fr", "ouvert de 12 à 14 heures")),
        kept=(
            ("ru", "за 9 часов", "9 часов"),
            ("fr", "une attente de 12 à 14 heures", "12 à 14 heures"),
            ("uk", "упала до -5 °C", "-5 °C"),
        ),
        holds=is_clock_time,
        asks=frozenset({"clock", "clock_span", "length_of_time"}),
    ),
    Refusal(
        "label",
        "a number that a word before it makes a label",
        refused=(
            ("en", "Courtroom 14B"),
            ("be", "у кватэры 64 пачуўся"),
        ),
        kept=(("en", "in school 500 pupils", "500 pupils"),),
        holds=is_label,
        asks=frozenset({"label"}),
    ),
    Refusal(
        "day that is a name",
        "a month and a day that a definite word makes a name",
        refused=(("en", "after the 9-11 attacks"),),
        kept=(("en", "after 9-11 attacks", "9-11 attacks"), ("en", "the 9-11 cars", "9-11 cars")),
        holds=is_named_day,
        of="bare",
        asks=frozenset({"definite"}),
    ),
    Refusal(
        "so many expected",
        "a number before those who had expected it of something else",
        refused=(("en", "below the 200,000 economists had expected"),),
        kept=(("en", "the 200 economists had met", "200 economists"),),
        holds=is_expected,
        of="number",
        asks=frozenset({"expected", "definite"}),
    ),
    Refusal(
        "title",
        "a title that begins with its number",
        refused=(
            ("ru", "«Три богатыря» вышли"),
            ("zh", "他看了《十二生肖》"),
        ),
        kept=(("ru", "«Три богатыря», — сказал он", "Три богатыря"),),
        holds=is_title,
    ),
    Refusal(
        "proper name",
        "a name of number words in capitals",
        refused=(("en", "we saw One Hundred Years of Solitude"),),
        kept=(("en", "one hundred years of work", "one hundred years"),),
        holds=is_proper,
    ),
    Refusal(
        "numbered noun",
        "a noun whose possessive says which one, not how many",
        refused=(("kk", "102 арнасы"),),
        kept=(("kk", "102 арна", "102 арна"),),
        holds=is_possessed,
    ),
    Refusal(
        "reference",
        "a number before a word that numbers things and the number of one",
        refused=(("ru", "требованиями 2 и 3 статьи 10"), ("uk", "вимогами 2 і 3 статті 10")),
        kept=(("ru", "прочёл 3 статьи", "3 статьи"),),
        holds=_is_reference,
        of="number",
        asks=frozenset({"blocker"}),
    ),
    Refusal(
        "postal code",
        "five or six digits before a name",
        refused=(("de", "70173 Stuttgart"),),
        kept=(("de", "70 173 Schrauben", "70 173 Schrauben"),),
        holds=is_postcode,
        of="number",
    ),
    Refusal(
        "model name",
        "a foreign name before a number",
        refused=(("zh", "他买了Mate 30电脑"),),
        kept=(("zh", "买了30台电脑", "30台电脑"),),
        holds=is_model,
        of="number",
    ),
    Refusal(
        "year",
        "four digits without a mark or a known unit",
        refused=(
            ("en", "the show 2018 was"),
            ("en", "the 2018 results"),
        ),
        kept=(("en", "2018 vehicles", "2018 vehicles"),),
        holds=is_year,
        of="bare",
    ),
    Refusal(
        "unit of a table",
        "a scale with its unit in brackets, or behind a word for a unit: the head of numbers",
        refused=(("zh", "产量（万吨）"), ("ko", "단위: 천 대"), ("tr", "Birim: bin adet")),
        kept=(("zh", "产量（一万吨）", "一万吨"), ("ko", "수출은 천 대", "천 대")),
        holds=is_head_unit,
    ),
    Refusal(
        "version",
        "a number in parts before an unknown noun",
        refused=(("en", "the 10.2 wugs"), ("en", "the .22 rifles")),
        kept=(
            ("en", "the 10 wugs", "10 wugs"),
            ("en", "the 2.2 million rifles", "2.2 million rifles"),
        ),
        holds=_is_odd_count,
        of="number",
    ),
    Refusal(
        "name before",
        "a number behind a capital in mid-sentence",
        refused=(("en", "the Belarus 3522 weighs"),),
        kept=(("en", "the plant has 3522 people", "3522 people"),),
        holds=_is_named,
        of="number",
    ),
    Refusal(
        "scale before an unknown noun",
        "a number with its scale before a word that may be its unit, where no list says so",
        refused=(("sv", "det var 3,5 miljoner kronor"),),
        kept=(
            ("sv", "det var 3,5 miljoner.", "3,5 miljoner"),
            ("sv", "det var 3,5 miljoner ton", "3,5 miljoner ton"),
        ),
        holds=is_unnamed,
        of="bare",
    ),
    Refusal(
        "no unit",
        "a number that counts nothing",
        refused=(
            ("en", "sent to 14 Kirov Street"),
            ("en", "he has two"),
            ("ru", "выручка выросла до 6,7 млрд"),
        ),
        kept=(
            ("en", "he has two buses", "two buses"),
            ("en", "about 5 million", "5 million"),
        ),
    ),
)

_ASKED: Final = {
    among: tuple((one.name, one.holds) for one in REFUSALS if one.holds and one.of in groups)
    for among, groups in {
        "any": ("any",),
        "number": ("any", "number"),
        "bare": ("any", "number", "bare"),
    }.items()
}


def refused(view: View, quantity: Quantity) -> str | None:
    """Return the name under which a finished reading is refused, or nothing."""
    if quantity.kind != "number":
        among = "any"
    else:
        among = "bare" if quantity.unit in (None, "item") else "number"
    for name, holds in _ASKED[among]:
        if holds(view, quantity):
            return name
    return None
