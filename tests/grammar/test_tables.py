"""A cell takes the unit of its head, exactly and with its own span, or it stays unread."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import extract
from coopdata._carrying import heads
from coopdata._carrying.tables import Tables
from coopdata._lexicon.locale import lexicon
from coopdata.formatting import number as printed

#: A language, a table, and the words and values of the numbers that take their unit from a head.
HEADED = [
    ("en", "Country | Exports, mln USD\nPoland | 12.5", [("12.5", "12500000 USD")]),
    (
        "en",
        "Item\tin thousand tonnes\tShare, %\nOil\t12\t40",
        [("12", "12000 metric_ton"), ("40", "40 percent")],
    ),
    (
        "en",
        "Firm  Revenue ($ millions)  Staff\nX  1,200.5  14",
        [("1,200.5", "1200500000 USD"), ("14", "14 person")],
    ),
    (
        "en",
        "Table 3. Exports, mln USD\n\nCountry | 2014 | 2015\nPoland | 12 | 15",
        [("12", "12000000 USD"), ("15", "15000000 USD")],
    ),
    (
        "en",
        "Assets (in thousands of euros)\n\n\t31 Dec 2019\t31 Dec 2020\nCash\t1,250\t985",
        [("1,250", "1250000 EUR"), ("985", "985000 EUR")],
    ),
    (
        "ru",
        "Таблица 4. Добыча руды, тыс. т\n\nРудник\t2018 г.\t2019 г.\nЮжный\t41,5\t98",
        [("41,5", "41500 metric_ton"), ("98", "98000 metric_ton")],
    ),
    (
        "ru",
        "Выпуск техники, шт.\n\nВид | янв. 2018 | янв. 2019\nТракторы | 120 | 98\nИтого | 120 | 98",
        [("120", "120 tractor"), ("98", "98 tractor"), ("120", "120 piece"), ("98", "98 piece")],
    ),
    ("uk", "Завод\tПрацівників\nПівденний\t12 500", [("12 500", "12500 person")]),
    ("be", "Завод\tРабочых\nПаўднёвы\t12 500", [("12 500", "12500 person")]),
    ("de", "Ort\tEinwohner\nUlm\t12.500", [("12.500", "12500 person")]),
    ("fr", "Ville\tHabitants\nLyon\t12 500", [("12 500", "12500 person")]),
    ("es", "Ciudad\tEmpleados\nLugo\t12.500", [("12.500", "12500 person")]),
    ("pl", "Miasto\tPracowników\nPila\t12 500", [("12 500", "12500 person")]),
    ("tr", "Şehir\tÇalışanlar\nVan\t12.500", [("12.500", "12500 person")]),
    ("en", "| Item | kg |\n|---|---:|\n| **Tea** | **12** |", [("12", "12 kilogram")]),
    ("en", "Goods, in millions of dollars\tPrice per tonne\nOil\t3", []),
    ("en", "Item\tSales, in millions of dollars\nOil\t3", [("3", "3000000 USD")]),
    ("en", "Firm | Cost ($'000)\nX | 7", [("7", "7000 USD")]),
    ("en", "Sales, kg | 12 | 15", [("12", "12 kilogram"), ("15", "15 kilogram")]),
    ("en", "Year | Output, vehicles\n2014 | 1987", [("1987", "1987 vehicle")]),
    (
        "en",
        "Item\tUnit\t2014\t2015\nOil\tthousand tonnes\t12\t13",
        [("12", "12000 metric_ton"), ("13", "13000 metric_ton")],
    ),
    (
        "en",
        "Sales, mln USD\nFirm | 2014 | 2015 | Rank\nX | 12 | 15 | 3",
        [("12", "12000000 USD"), ("15", "15000000 USD")],
    ),
    ("en", "Firm | Profit $m\nX | -4", [("-4", "-4000000 USD")]),
    ("en", "Plant | Capacity, MW\nX | 312", [("312", "312 megawatt")]),
    (
        "en",
        "($ in millions) | 2022 | 2023\nSales | 12,480 | 13,926",
        [("12,480", "12480000000 USD"), ("13,926", "13926000000 USD")],
    ),
    (
        "en",
        "Fuel oil, $/t\nPort\t3 June 2024\t10 June 2024\nGdansk\t618.50\t604.00",
        [
            ("618.50", "618.50 USD/metric_ton"),
            ("604.00", "604.00 USD/metric_ton"),
        ],
    ),
    (
        "ru",
        "Цены, руб./т\nМарка | 01.03.2024 | 01.04.2024\nСорт А | 47 615 | 52 840",
        [
            ("47 615", "47615 RUB/metric_ton"),
            ("52 840", "52840 RUB/metric_ton"),
        ],
    ),
    (
        "en",
        "Firm | Growth, % | Sales, kg\nShare (%) | 3 | 4",
        [("3", "3 percent"), ("4", "4 percent")],
    ),
    (
        "en",
        "<table><tr><th>Item<th>Mass, kg</tr><tr><td>Tea<td>12</tr></table>",
        [("12", "12 kilogram")],
    ),
    (
        "en",
        "<table>\r\n<tr><th>Item</th><th>Mass, kg</th></tr>\r\n<tr><td>Tea</td><td>12</td></tr>",
        [("12", "12 kilogram")],
    ),
    (
        "ru",
        "Таблица 1. Экспорт, млн долл.\nСтрана\t2014\t2015\nКитай\t12,5\t1 234",
        [("12,5", "12500000 USD"), ("1 234", "1234000000 USD")],
    ),
    (
        "ru",
        "Страна | Выпуск, тыс. шт. | Доля, %\nКитай | 1,5 | 12",
        [("1,5", "1500 piece"), ("12", "12 percent")],
    ),
    (
        "ru",
        "Показатель  Ед. изм.  2014  2015\nНефть  тыс. т  12  13",
        [("12", "12000 metric_ton"), ("13", "13000 metric_ton")],
    ),
    ("ru", "Товар | Цена, руб. за т\nУголь | 4 500", [("4 500", "4500 RUB/metric_ton")]),
    ("be", "Краіна | Экспарт, млн руб.\nКітай | 12,5", [("12,5", "12500000 BYN")]),
    ("be", "Тавар\tМаса, тыс. тон\nНафта\t12", [("12", "12000 metric_ton")]),
    ("kk", "Ел | Экспорт, млн теңге\nҚытай | 12,5", [("12,5", "12500000 KZT")]),
    ("kk", "Тауар  Көлемі (мың тонна)\nМұнай  12", [("12", "12000 metric_ton")]),
    ("ko", "업체\t매출 (억 원)\n한빛\t12", [("12", "1200000000 KRW")]),
    (
        "ko",
        "단위: 만 톤\n지역 | 2014 | 2015\n부산 | 12 | 13",
        [("12", "120000 metric_ton"), ("13", "130000 metric_ton")],
    ),
    (
        "tr",
        "Birim: milyon TL\nÜlke | 2014 | 2015\nÇin | 12,5 | 1",
        [("12,5", "12500000 TRY"), ("1", "1000000 TRY")],
    ),
    ("tr", "Ürün  Ağırlık (bin ton)\nPetrol  12", [("12", "12000 metric_ton")]),
    (
        "zh",
        "单位：万吨\n地区|2014|2015\n河北|12|13",
        [("12", "120000 metric_ton"), ("13", "130000 metric_ton")],
    ),
    ("zh", "企业\t产量（万辆）\n东风\t12", [("12", "120000 vehicle")]),
    (
        "de",
        "Land  Umsatz in Mio. €  Anteil (%)\nPolen  3,2  12,5",
        [("3,2", "3200000 EUR"), ("12,5", "12.5 percent")],
    ),
    ("de", "Land | Umsatz Mrd. €\nPolen | 3,2", [("3,2", "3200000000 EUR")]),
    ("fr", "Pays | Ventes (M€)\nChine | 12", [("12", "12000000 EUR")]),
]

#: A language, and a text that only looks like a table with a unit, or whose unit is in doubt.
LEFT = [
    ("en", "Team | P | W | D | L | Pts\nMinsk | 10 | 5 | 3 | 2 | 18"),
    ("en", "Team  W  L  PCT  GB\nMinsk  12  4  556  2"),
    ("en", "Player | Wins (W) | Losses (L)\nAnn | 12 | 4"),
    ("en", "Name\tPhone\nAnn\t123 45 67\nBob\t765 43 21"),
    ("en", "Stop | Arr | Dep\nMinsk | 10 | 12"),
    ("en", "Place\tDay\tMonth\tHour\nMinsk\t3\t4\t5"),
    ("en", "Mass, kg (lb)\tx\n12\tA"),
    ("en", "Firm | Profit (mln USD)\nX | (1,234)\nY | n/a\nZ | –"),
    ("en", "Exports, mln USD\n\n\nCountry | 2014 | 2015\nPoland | 12 | 15"),
    ("en", "Bus\tDriver\n12\tSmith"),
    ("en", "Line\tBus\nNorth\t12"),
    ("ru", "Маршрут\tАвтобус\nЮжный\t12"),
    ("en", "Exports, mln USD\nCountry | Rank | Score\nPoland | 12 | 15"),
    ("en", "City\tVisited\nHelena, MT\t12\nIvanov, G\t4"),
    ("en", "Year of mln USD | No.\nX | 12"),
    ("en", "Land | Deaths per thousand people\nX | 12"),
    ("en", "Share of men | Price of a tonne\n12 | 15"),
    ("en", "He paid in dollars | and left\nso 12 | 13 more"),
    ("en", "if a | b:\n  x = 5  y = 12\n  return  7"),
    ("en", "<td>Mass, kg</td><td colspan=2>12</td>"),
    ("en", "<table><tr><th rowspan=2>A</th><th>kg</th></tr><tr><td>12</td></tr></table>"),
    ("ru", "№ п/п\tКод\tГод\n1\t12\t5"),
    ("ru", "Экспорт, млн долл.\nСтрана | Место\nКитай | 12"),
    ("ru", "Команда | И | В | Н | П | О\nМинск | 10 | 5 | 3 | 2 | 18"),
    ("be", "Каманда | Г | В | Н | П\nМінск | 10 | 5 | 3 | 2"),
    ("de", "Verein | Sp. | S | U | N | Tore\nJena | 10 | 5 | 3 | 2 | 18"),
    ("tr", "Takım | O | G | B | M\nBursa | 10 | 5 | 3 | 2"),
    ("kk", "Команда | О | Ж | Т | Ұ\nАлматы | 10 | 5 | 3 | 2"),
    ("ko", "팀 | 경기 | 승 | 무 | 패\n부산 | 10 | 5 | 3 | 2"),
    ("zh", "球队|场|胜|平|负\n北京|10|5|3|2"),
]

#: How the heads and the rows of a table are parted, and what stands before, between and after.
LAYOUTS = {
    "tabs": ("", "\t", "", ""),
    "strokes": ("", " | ", "", ""),
    "markdown": ("| ", " | ", " |", "|---|---:|\n"),
    "columns": ("", "   ", "", ""),
    "html": ("<tr><td>", "</td><td>", "</td></tr>", ""),
}
#: By language: the head of the first column, of the second, and the scale and unit that it states.
HEADS = {
    "en": ("Country", "Exports, mln USD", 10**6, "USD"),
    "ru": ("Страна", "Выпуск (тыс. т)", 10**3, "metric_ton"),
    "be": ("Краіна", "Экспарт, млн руб.", 10**6, "BYN"),
    "kk": ("Ел", "Көлемі, мың тонна", 10**3, "metric_ton"),
    "ko": ("업체", "매출 (억 원)", 10**8, "KRW"),
    "tr": ("Ülke", "İhracat (milyon TL)", 10**6, "TRY"),
    "zh": ("地区", "产量（万吨）", 10**4, "metric_ton"),
    "de": ("Land", "Umsatz in Mio. €", 10**6, "EUR"),
    "fr": ("Pays", "Chiffre d'affaires en M€", 10**6, "EUR"),
}


def lent(text: str, locale: str) -> list[tuple[str, str]]:
    """Return the words and values that a head lent a unit."""
    return [
        (text[one.span.start : one.span.end], str(one.value))
        for one in extract.mentions(text, locale=locale)
        if "unit carried" in one.why
    ]


@pytest.mark.parametrize(("locale", "text", "expected"), HEADED)
def test_a_cell_takes_the_unit_of_its_head(
    locale: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == lent(text, locale)


@pytest.mark.parametrize(("locale", "text"), LEFT)
def test_what_only_looks_like_a_headed_cell_takes_nothing(locale: str, text: str) -> None:
    assert [] == lent(text, locale)


def test_a_mention_says_which_head_lent_its_unit() -> None:
    text = "Sales, kg\nShop | 2014 | Mass, t\nA | 12 | 15\nTea (lb) | 3 | 4"
    told = [one.why for one in extract.mentions(text, locale="en") if one.carried]

    assert [
        "digits, unit carried, caption of the table",
        "digits, unit carried, head of the column",
        "digits, unit carried, head of the row",
    ] == told


def test_years_over_columns_are_periods() -> None:
    text = "Sales, kg\nShop | 2014 | 2015\nA | 12 | 2014"
    found = [(one.kind, str(one.value)) for one in extract.mentions(text, locale="en")]

    assert [("period", "2014"), ("period", "2015")] == found[:2]
    assert [("quantity", "12 kilogram"), ("quantity", "2014 kilogram")] == found[2:]


def test_a_cell_with_its_own_unit_keeps_it() -> None:
    text = "Firm\tSales, mln USD\nA\t12 km\nB\t€5"
    found = [str(one.value) for one in extract.mentions(text, locale="en")]

    assert ["12 kilometer", "5 EUR"] == found


@given(
    locale=st.sampled_from(sorted(HEADS)),
    layout=st.sampled_from(sorted(LAYOUTS)),
    values=st.lists(
        st.decimals("0.1", "99999", places=1) | st.integers(1, 10**6).map(Decimal),
        min_size=1,
        max_size=4,
    ),
)
@example(locale="en", layout="tabs", values=[Decimal(1987), Decimal(2014)])
@example(locale="kk", layout="columns", values=[Decimal("0.1")])
@example(locale="kk", layout="tabs", values=[Decimal("0.1")])
@example(locale="kk", layout="strokes", values=[Decimal("0.1")])
@example(locale="kk", layout="html", values=[Decimal("0.1")])
@example(locale="kk", layout="markdown", values=[Decimal("0.1")])
def test_a_printed_table_gives_its_values_back_or_is_not_read(
    locale: str, layout: str, values: list[Decimal]
) -> None:
    name, head, scale, unit = HEADS[locale]
    before, between, after, rule = LAYOUTS[layout]
    rows = [f"{before}{name}{between}{head}{after}\n{rule}"]
    expected = []
    at = len(rows[0])
    for value in values:
        said = printed(value, locale=locale)
        row = f"{before}A{between}{said}{after}\n"
        start = at + len(f"{before}A{between}")
        expected.append((start, start + len(said), value * scale, unit))
        rows.append(row)
        at += len(row)
    table = "".join(rows)
    text = f"<table>{table}</table>" if layout == "html" else table
    moved = text.index(table)
    found = {
        (one.span.start - moved, one.span.end - moved, one.value.low, one.value.unit)  # type: ignore[union-attr]  # no period is in it
        for one in extract.mentions(text, locale=locale)
    }

    assert found <= set(expected)
    years = [value for value in values if value == int(value) and 1900 <= value < 2100]
    assert years or len(expected) == len(found)


@given(
    text=st.lists(
        st.sampled_from(
            ["Mass, kg", "12", "2014", "|", "\t", "  ", "\n", "\r\n", "\n\n", "a", "<tr>", "<td>"]
        ),
        max_size=24,
    ).map("".join),
    at=st.integers(0, 60),
)
def test_a_table_that_comes_in_pieces_is_read_as_the_whole(text: str, at: int) -> None:
    pieces = extract.stream((text[:at], text[at:]), locale="en")

    assert extract.mentions(text, locale="en") == tuple(pieces)


def test_text_that_has_no_table_is_looked_at_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a head was read")

    monkeypatch.setattr("coopdata._carrying.tables.cells_of", fail)
    monkeypatch.setattr(heads, "quantity", fail)

    assert Tables(lexicon("en")).row("It sold 12 kg of tea, and 15 kg of oil.\n") is None


@pytest.mark.parametrize(
    ("cell", "value", "change"),
    [("-7.0", "7.0 percent", "decrease"), ("+13.4", "13.4 percent", "increase"), ("5", "5", None)],
)
def test_a_signed_percentage_in_a_cell_is_the_change_that_it_is_in_prose(
    cell: str, value: str, change: str | None
) -> None:
    (found,) = extract.mentions(f"Port | Change, %\nGdansk | {cell}", locale="en")
    (prose,) = extract.mentions(f"Change {cell}%", locale="en")

    assert (str(found.value).removesuffix(" percent") + " percent") == str(prose.value)
    assert found.change == prose.change == change
    assert str(found.value).startswith(value)
