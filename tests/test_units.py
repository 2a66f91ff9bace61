"""Units: one table, exact, the same in every registry, without false friends."""

from __future__ import annotations

import subprocess
import sys
import threading
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint
import pytest
from babel.core import get_cldr_version
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import cldr, errors, normalize, units
from coopdata.seeds._units import compile_units
from coopdata.values import Measure

NAMES = sorted(units.UNITS)
PHYSICAL = [name for name in NAMES if units.UNITS[name].kind in ("physical", "time", "ratio")]

# Sizes in SI base units (meter, kilogram, second, ampere, kelvin, mole, candela), from NIST SP 811
# and SP 1038, the SI brochure and the definitions of the Japanese units; written here a second
# time so that a slip in the shipped table shows. Units that found a dimension of their own are 1.
KNOWN = """
acceleration-g-force 9.80665
acceleration-meter-per-square-second 1
angle-arc-minute 2.908882086657216e-4
angle-arc-second 4.84813681109536e-6
angle-degree 0.017453292519943295
angle-radian 1
angle-revolution 6.283185307179586
angle-steradian 1
area-acre 4046.8564224
area-bu-jp 3.305785123966942
area-cho 9917.355371900827
area-dunam 1000
area-hectare 10000
area-se-jp 99.17355371900827
area-square-centimeter 1e-4
area-square-foot 0.09290304
area-square-inch 6.4516e-4
area-square-kilometer 1e6
area-square-meter 1
area-square-mile 2589988.110336
area-square-yard 0.83612736
concentr-item 1
concentr-karat 0.041666666666666664
concentr-katal 1
concentr-milligram-ofglucose-per-deciliter 0.05550754153213026
concentr-millimole-per-liter 1
concentr-mole 1
concentr-ofglucose 0.1801557
concentr-part 1
concentr-part-per-1e6 1e-6
concentr-part-per-1e9 1e-9
concentr-percent 0.01
concentr-permille 0.001
concentr-permyriad 1e-4
consumption-liter-per-100-kilometer 1e-8
consumption-liter-per-kilometer 1e-6
consumption-mile-per-gallon 425143.7074
consumption-mile-per-gallon-imperial 354006.19
digital-bit 1
digital-byte 8
digital-gigabit 1e9
digital-gigabyte 8e9
digital-kilobit 1e3
digital-kilobyte 8e3
digital-megabit 1e6
digital-megabyte 8e6
digital-petabyte 8e15
digital-terabit 1e12
digital-terabyte 8e12
duration-century 3155760000
duration-day 86400
duration-day-person 86400
duration-decade 315576000
duration-fortnight 1209600
duration-hour 3600
duration-microsecond 1e-6
duration-millisecond 1e-3
duration-minute 60
duration-month 2629800
duration-month-person 2629800
duration-nanosecond 1e-9
duration-night 1
duration-quarter 7889400
duration-second 1
duration-week 604800
duration-week-person 604800
duration-year 31557600
duration-year-person 31557600
electric-ampere 1
electric-coulomb 1
electric-farad 1
electric-henry 1
electric-milliampere 1e-3
electric-ohm 1
electric-siemens 1
electric-volt 1
energy-becquerel 1
energy-british-thermal-unit 1055.056
energy-british-thermal-unit-it 1055.05585262
energy-calorie 4.184
energy-calorie-it 4.1868
energy-electronvolt 1.602176634e-19
energy-foodcalorie 4184
energy-gray 1
energy-joule 1
energy-kilocalorie 4184
energy-kilojoule 1000
energy-kilowatt-hour 3.6e6
energy-sievert 1
energy-therm-us 1.054804e8
force-dyne 1e-5
force-kilogram-force 9.80665
force-kilowatt-hour-per-100-kilometer 36
force-newton 1
force-pound-force 4.4482216152605
force-poundal 0.138254954376
frequency-gigahertz 1e9
frequency-hertz 1
frequency-kilohertz 1e3
frequency-megahertz 1e6
graphics-dot 1
graphics-dot-per-centimeter 100
graphics-dot-per-inch 39.37007874015748
graphics-em 1
graphics-megapixel 1e6
graphics-pixel 1
graphics-pixel-per-centimeter 100
graphics-pixel-per-inch 39.37007874015748
length-astronomical-unit 1.495978707e11
length-centimeter 0.01
length-chain 20.1168
length-decimeter 0.1
length-earth-radius 6378100
length-fathom 1.8288
length-foot 0.3048
length-furlong 201.168
length-inch 0.0254
length-jo-jp 3.0303030303030303
length-ken 1.8181818181818181
length-kilometer 1000
length-light-year 9.4607304725808e15
length-meter 1
length-micrometer 1e-6
length-mile 1609.344
length-mile-scandinavian 10000
length-milliinch 2.54e-5
length-millimeter 1e-3
length-nanometer 1e-9
length-nautical-mile 1852
length-parsec 3.0856775814913673e16
length-picometer 1e-12
length-point 3.527777777777778e-4
length-ri-jp 3927.2727272727275
length-rin 3.0303030303030303e-4
length-rod 5.0292
length-shaku-cloth 0.3787878787878788
length-shaku-length 0.30303030303030304
length-solar-radius 695700000
length-sun 0.030303030303030304
length-yard 0.9144
light-candela 1
light-lumen 1
light-lux 1
light-solar-luminosity 3.828e26
magnetic-tesla 1
magnetic-weber 1
mass-carat 2e-4
mass-dalton 1.66053906892e-27
mass-earth-mass 5.9722e24
mass-fun 3.75e-4
mass-grain 6.479891e-5
mass-gram 1e-3
mass-kilogram 1
mass-microgram 1e-9
mass-milligram 1e-6
mass-ounce 0.028349523125
mass-ounce-troy 0.0311034768
mass-pound 0.45359237
mass-slug 14.593902937206364
mass-solar-mass 1.98847e30
mass-stone 6.35029318
mass-ton 907.18474
mass-tonne 1000
power-gigawatt 1e9
power-horsepower 745.6998715822702
power-kilowatt 1e3
power-megawatt 1e6
power-milliwatt 1e-3
power-watt 1
pressure-atmosphere 101325
pressure-bar 1e5
pressure-gasoline-energy-density 3.20541085e10
pressure-hectopascal 100
pressure-inch-ofhg 3386.38864
pressure-kilopascal 1e3
pressure-megapascal 1e6
pressure-millibar 100
pressure-millimeter-ofhg 133.322387
pressure-ofhg 133322.387415
pressure-pascal 1
pressure-pound-force-per-square-inch 6894.757293168361
speed-beaufort 1
speed-kilometer-per-hour 0.2777777777777778
speed-knot 0.5144444444444445
speed-light-speed 299792458
speed-meter-per-second 1
speed-mile-per-hour 0.44704
temperature-celsius 1
temperature-fahrenheit 0.5555555555555556
temperature-generic 1
temperature-kelvin 1
temperature-rankine 0.5555555555555556
torque-newton-meter 1
torque-pound-force-foot 1.3558179483314004
volume-acre-foot 1233.48183754752
volume-barrel 0.158987294928
volume-bushel 0.03523907016688
volume-centiliter 1e-5
volume-cubic-centimeter 1e-6
volume-cubic-foot 0.028316846592
volume-cubic-inch 1.6387064e-5
volume-cubic-kilometer 1e9
volume-cubic-meter 1
volume-cubic-mile 4168181825.440579
volume-cubic-yard 0.764554857984
volume-cup 2.365882365e-4
volume-cup-imperial 2.84130625e-4
volume-cup-jp 2e-4
volume-cup-metric 2.5e-4
volume-deciliter 1e-4
volume-dessert-spoon 9.8578431875e-6
volume-dessert-spoon-imperial 1.18387760416667e-5
volume-dram 3.6966911953125e-6
volume-drop 5.134293e-8
volume-fluid-ounce 2.95735295625e-5
volume-fluid-ounce-imperial 2.84130625e-5
volume-fluid-ounce-metric 3e-5
volume-gallon 3.785411784e-3
volume-gallon-imperial 4.54609e-3
volume-hectoliter 0.1
volume-jigger 4.436029434375e-5
volume-koku 0.18039068369646882
volume-kosaji 5e-6
volume-liter 1e-3
volume-megaliter 1e3
volume-milliliter 1e-6
volume-osaji 1.5e-5
volume-pinch 2.31043199707e-7
volume-pint 4.73176473e-4
volume-pint-imperial 5.6826125e-4
volume-pint-metric 5e-4
volume-quart 9.46352946e-4
volume-quart-imperial 1.1365225e-3
volume-sai 1.8039068369646882e-6
volume-shaku 1.8039068369646882e-5
volume-tablespoon 1.478676478125e-5
volume-teaspoon 4.92892159375e-6
volume-to-jp 0.018039068369646882
"""
SI = {line.split()[0]: float(line.split()[1]) for line in KNOWN.strip().splitlines()}


def root_size(registry: Any, name: str) -> tuple[float, dict[str, Any]]:
    """Return pint's factor to SI base units, and its dimensions, of a curated unit."""
    unit = units.UNITS[name]
    container = registry.UnitsContainer({unit.pint: 1})
    factor, _ = registry.get_root_units(container, check_nonmult=False)
    grams = unit.dims.get("[mass]", 0)
    return float(factor) / 1000**grams, dict(registry.get_dimensionality(container))


def test_every_unit_that_babel_can_print_is_curated() -> None:
    printable = {unit for name in cldr.locale_ids() for unit in cldr.data(name)["unit_patterns"]}

    assert printable <= set(units.CLDR_ID.values())


@pytest.mark.skipif(
    get_cldr_version() != "49", reason="an older CLDR lacks units, a newer one may have more"
)
def test_what_is_curated_as_a_unit_of_cldr_49_is_one() -> None:
    printable = cldr.data("root")["unit_patterns"]

    assert set(units.CLDR_ID.values()) <= set(printable)


def test_every_unit_that_babel_can_print_has_its_known_size() -> None:
    sizes = {cldr: float(units.factor(name)) for name, cldr in units.CLDR_ID.items()}

    assert pytest.approx(SI, rel=1e-6) == sizes


@pytest.mark.parametrize("name", PHYSICAL)
def test_a_unit_is_in_pint_what_it_is_in_the_table(name: str) -> None:
    unit = units.UNITS[name]
    factor, dims = root_size(units.registry(), name)

    assert pytest.approx(float(unit.factor), rel=1e-9) == factor
    finer = ("[angle]", "[information]")  # plain numbers to pint
    assert {base: power for base, power in unit.dims.items() if base not in finer} == dims


@pytest.mark.parametrize(
    ("name", "pints_own"),
    [
        ("quarter", "quarter"),  # 28 pounds
        ("decade", "decade"),  # a step of ten on a logarithmic scale
        ("acre", "acre"),  # of survey feet
        ("fathom", "fathom"),
        ("furlong", "furlong"),
        ("acre_foot", "acre_foot"),
        ("fluid_dram", "dram"),  # a mass
        ("oil_barrel", "barrel"),  # 31.5 gallons
        ("kiloton", "kiloton"),  # of short tons
        ("chain", "chain"),  # of survey feet
        ("rod", "rod"),
    ],
)
def test_a_false_friend_of_pint_is_another_unit_here(name: str, pints_own: str) -> None:
    registry = units.registry()
    ours, theirs = registry.Unit(units.to_pint(name)), registry.Unit(pints_own)

    assert 1 * ours != 1 * theirs


@pytest.mark.parametrize(
    ("mistaken", "meant"),
    [
        ("ton", ("metric_ton", "short_ton", "long_ton")),
        ("barrel", ("oil_barrel",)),
        ("usd", ("USD",)),
        ("vehicel", ("vehicle",)),
    ],
)
def test_a_mistaken_name_is_refused_with_what_may_be_meant(
    mistaken: str, meant: tuple[str, ...]
) -> None:
    with pytest.raises(errors.UnknownUnitError) as caught:
        units.parse_unit(mistaken)

    assert meant[0] in caught.value.nearest
    assert set(caught.value.nearest) <= set(units.UNITS)


@pytest.mark.parametrize(
    "text", ["", "1", "/", "kilometer//hour", "*", "kilometer hour", "m" * 999]
)
def test_what_is_no_expression_is_refused(text: str) -> None:
    if text == "":
        assert units.parse_unit(text) == ""
        return

    with pytest.raises(errors.UnknownUnitError):
        units.parse_unit(text)


EXPRESSIONS = st.lists(
    st.tuples(st.sampled_from("*/"), st.sampled_from(NAMES)), min_size=1, max_size=4
).map(lambda parts: "1" * (parts[0][0] == "/") + "".join(f"{a}{b}" for a, b in parts).lstrip("*"))


@given(text=EXPRESSIONS)
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    normal = units.parse_unit(text)

    assert normal == units.parse_unit(normal)
    assert units.dimension(text) == units.dimension(normal)


@given(text=EXPRESSIONS)
def test_components_and_expression_are_inverse(text: str) -> None:
    parts = dict(units.components(text))

    assert parts == dict(units.components(units.expression(parts)))


@given(text=EXPRESSIONS)
@example(text="kilometer/hour")
@example(text="vehicle/year")
def test_a_dimension_is_worded_as_pint_words_it(text: str) -> None:
    parts = units.components(text)
    finer = ("[angle]", "[information]")  # plain numbers to pint
    if any(base in finer for name, _ in parts for base in units.UNITS[name].dims):
        return
    quantity = units.registry().Quantity(
        Decimal(1),
        units.registry().UnitsContainer({units.UNITS[name].pint: power for name, power in parts}),
    )

    assert dict(quantity.dimensionality) == dict(units.dimensions(text))
    # pint orders several divisors by their first mention, coopdata by name
    assert sorted(str(quantity.dimensionality).split()) == sorted(units.dimension(text).split())


@given(text=EXPRESSIONS)
def test_to_pint_and_from_pint_are_inverse(text: str) -> None:
    quantity = units.quantity(Decimal(1), text)

    back = units.from_pint(quantity.units)

    assert dict(units.components(text)) == dict(units.components(back))


MAGNITUDES = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30
)


@given(value=MAGNITUDES, name=st.sampled_from(PHYSICAL), other=st.sampled_from(PHYSICAL))
def test_conversion_is_exact_or_refused(value: Decimal, name: str, other: str) -> None:
    if units.dimension(name) != units.dimension(other):
        with pytest.raises(errors.ConversionError):
            units.convert(value, name, other)
        return
    ours, theirs = units.UNITS[name], units.UNITS[other]
    exact = (Fraction(value) * ours.factor + ours.offset - theirs.offset) / theirs.factor

    got = units.convert(value, name, other)

    if Fraction(got) != exact:  # no finite decimal: 28 digits, before any shift of the zero
        scale = max(
            abs(exact), abs(ours.offset / theirs.factor), abs(theirs.offset / theirs.factor)
        )
        assert abs(Fraction(got) - exact) <= scale / 10**27


def test_conversion_keeps_a_result_that_is_finite() -> None:
    assert Decimal("6422.4") == units.convert(Decimal("535.2"), "vehicle/month", "vehicle/year")
    assert Decimal("535.2") == units.convert(Decimal("6422.4"), "vehicle/year", "vehicle/month")
    assert Decimal("97.88") == units.convert(Decimal("36.6"), "degree_celsius", "degree_fahrenheit")
    assert str(units.convert(Decimal(1), "day", "week")) == "0.1428571428571428571428571429"


def test_money_turns_into_no_other_money() -> None:
    with pytest.raises(errors.ConversionError, match="rate from USD to EUR"):
        units.convert(Decimal(1), "USD", "EUR")
    with pytest.raises(pint.DimensionalityError):
        units.quantity(Decimal(1), "USD").to("EUR")


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("percent", "percentage_point"),
        ("percent", "basis_point"),
        ("percent", "fold"),
        ("fold", "percentage_point"),
        ("", "fold"),
        ("tractor", "bus"),
        ("percent", "byte"),
        ("degree", "degree_temperature"),
    ],
)
def test_what_only_looks_alike_is_kept_apart(unit: str, other: str) -> None:
    with pytest.raises(errors.ConversionError):
        units.convert(Decimal(1), unit, other)


def test_shares_of_one_convert_into_one_another() -> None:
    assert Decimal(50) == units.convert(Decimal(5), "percent", "permille")
    assert Decimal("0.05") == units.convert(Decimal(5), "percent", "")
    assert Decimal(25) == units.convert(Decimal("0.25"), "percentage_point", "basis_point")


@pytest.mark.parametrize(
    ("product", "unit", "other"),
    [
        (("vehicle", Fraction(12)), "vehicle/month", "year"),
        (("USD", Fraction(1, 100)), "percent", "USD"),
        (("percent", Fraction(1)), "percent", ""),
        (("", Fraction(1, 10000)), "percent", "percent"),
        (("vehicle*meter", Fraction(1)), "vehicle", "meter"),
    ],
)
def test_units_of_one_dimension_cancel(
    product: tuple[str, Fraction], unit: str, other: str
) -> None:
    assert product == units.multiply(unit, other)


def test_dividing_by_itself_leaves_a_plain_number() -> None:
    assert ("", Fraction(1)) == units.divide("vehicle/year", "vehicle/year")
    assert ("", Fraction(12)) == units.divide("vehicle/month", "vehicle/year")


@pytest.mark.parametrize("number", [Decimal, float])
def test_define_in_twice_does_no_harm(number: Any) -> None:
    registry: Any = pint.UnitRegistry(non_int_type=number)
    units.define_in(registry)
    units.define_in(registry)

    quarter_year = registry.Quantity(number("3"), "vehicle/year").to("vehicle/month")
    assert number("0.25") == quarter_year.magnitude
    assert str(units.quantity(Decimal("2.5"), "bus", registry).units) == "bus"
    assert registry.Quantity(1, "quarter").check("[mass]")  # pint's own is left alone


def test_define_in_refuses_a_registry_that_means_something_else() -> None:
    registry: Any = pint.UnitRegistry()
    registry.define("vehicle = 2 * meter")

    with pytest.raises(errors.ConversionError, match="vehicle"):
        units.define_in(registry)

    assert "tractor" not in registry


def test_define_in_serves_the_application_registry() -> None:
    code = (
        "import pint; from coopdata import units; "
        "mine = pint.get_application_registry(); units.define_in(mine); units.define_in(mine); "
        "print(mine('5352 vehicle') / mine('10 month'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "535.2 vehicle / month"


def test_quantities_of_the_registry_convert_exactly() -> None:
    made = units.quantity(Decimal("6422.4"), "vehicle/year")

    assert Decimal("535.2") == made.to("vehicle/month").magnitude
    assert (
        Decimal("64.224")
        == (made / units.quantity(Decimal(10000), "vehicle/year")).to("percent").magnitude
    )


def test_the_registry_is_made_once_however_many_threads_ask() -> None:
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(units.registry())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({id(registry) for registry in found}) == 1


def test_units_are_read_without_pint() -> None:
    code = (
        "import sys; from coopdata import units; units.dimension('kilometer/hour'); "
        "units.convert(__import__('decimal').Decimal(1), 'mile', 'kilometer'); "
        "print({'pint', 'babel', 'attrs'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_a_seed_with_several_mistakes_names_them_all() -> None:
    tree = {
        "physical": {"a": {"is": "2 b"}, "b": {"is": "2 a"}, "c": {"is": "1 missing"}},
        "ratio": {},
        "counted": {"tree": [], "bush": ["tree"]},
        "alias": {},
        "compound": {},
        "mistaken": {},
        "currency": {"codes": "USD"},
    }

    with pytest.raises(ValueError, match=r"(?s)physical\.a.*physical\.c.*missing"):
        compile_units(tree)


# -- symbols and words ----------------------------------------------------------------------------


#: What English text says first of something else: millions, how often, siemens (CLDR's "5 s").
ELSEWHERE = {"mill", "time", "times"}


def readings(text: str) -> set[str]:
    """Return the units that English text may mean; none where it knows no such word."""
    try:
        return {normalize.measure(text, locale="en").unit} - {"item"}
    except errors.AmbiguousTextError as doubt:
        return {one.unit for one in doubt.candidates}
    except errors.UnreadableTextError:
        return set()


@given(word=st.sampled_from(sorted({*units.ALIASES} - ELSEWHERE)))
@example(word="m")
@example(word="dollars")
@example(word="kt")
def test_another_name_of_a_unit_says_what_english_text_says(word: str) -> None:
    read = readings(f"5 {word.replace('_', ' ')}")

    assert not read or units.parse_unit(word) in read


def test_the_words_that_english_text_reads_otherwise_are_still_read_otherwise() -> None:
    assert all(units.parse_unit(word) not in readings(f"5 {word}") for word in ELSEWHERE)


def test_a_unit_is_found_by_its_symbol_and_its_plural() -> None:
    assert Measure.exact(5, "kilometer") == Measure.exact(5, "km") == Measure.exact(5, "kilometres")
    assert "kilometer/hour" == units.parse_unit("km/h") == units.parse_unit("km / h")
    assert "metric_ton/hectare" == units.parse_unit("t/ha")
    assert ("megawatt", "milliwatt") == (units.parse_unit("MW"), units.parse_unit("mW"))
    assert "EUR" == units.parse_unit("€") == units.parse_unit("euros")
    assert "USD" == units.parse_unit("$") == units.parse_unit("dollars")
    assert "square_meter" == units.parse_unit("square metres") == units.parse_unit("m²")
    assert "square_foot" == units.parse_unit("square feet")
    assert "vehicle/year" == units.parse_unit("cars/year")


@pytest.mark.parametrize("word", ["ton", "tons", "Tons", "pounds", "roubles", "hp", "¥"])
def test_a_word_of_several_units_is_refused_with_all_of_them(word: str) -> None:
    with pytest.raises(errors.UnknownUnitError) as caught:
        units.parse_unit(word)

    assert len(caught.value.nearest) > 1
    assert all(one in units.UNITS for one in caught.value.nearest)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("KM", ("kilometer",)),
        ("kgs.", ()),
        ("mw", ("megawatt", "milliwatt")),
        ("KWH", ("kilowatt_hour",)),
        ("rub", ("RUB",)),
        ("Kilometre", ("kilometer",)),
        ("kilometrs", ("kilometer",)),
        ("xy", ()),
    ],
)
def test_a_hint_is_another_case_or_a_word_spelled_alike_but_no_code(
    word: str, meant: tuple[str, ...]
) -> None:
    with pytest.raises(errors.UnknownUnitError) as caught:
        units.parse_unit(word)

    assert meant == caught.value.nearest[: len(meant)]
    assert not {*caught.value.nearest} & {*units.CURRENCIES} - {"RUB"}


def test_a_symbol_that_another_unit_has_stops_the_build() -> None:
    tree = {
        "physical": {"a": {"is": "1 [a]"}, "b": {"is": "2 a"}},
        "ratio": {},
        "counted": {},
        "alias": {},
        "symbol": {"a": ["x", "b"], "b": ["x"]},
        "compound": {},
        "mistaken": {},
        "currency": {"codes": "USD"},
    }

    with pytest.raises(ValueError, match=r"(?s)symbol\.a: 'b' is taken.*symbol\.b: 'x' is taken"):
        compile_units(tree)


def test_a_twin_is_a_multiple_that_texts_take_for_nothing_else() -> None:
    tree = {
        "physical": {
            "a": {"is": "1 [a]"},
            "b": {"is": "2 a"},
            "c": {"is": "3 a"},
            "d": {"is": "1 [d]"},
            "e": {"is": "1 [e]", "offset": "5"},
        },
        "ratio": {},
        "counted": {},
        "alias": {},
        "compound": {},
        "mistaken": {},
        "currency": {"codes": "USD"},
        "preferred": {"c": {"meant": ["a"], "because": "it is a"}},
        "twin": {
            "metric": {"b": "a"},
            "US": {"a": "b", "b": "c", "d": "a", "e": "e", "f": "a"},
        },
    }

    with pytest.raises(ValueError, match=r"twin\.US") as caught:
        compile_units(tree)
    assert [
        "twin.US.a: 'b' has a twin itself",
        "twin.US.b: texts take 'c' for another unit",
        "twin.US.d: 'a' is no multiple of 'd'",
        "twin.US.d: 'a' has a twin itself",
        "twin.US.e: 'e' is no multiple of 'e'",
        "twin.US.e: 'e' has a twin itself",
        "twin.US.f: 'f' or 'a' is not defined",
        "twin.US.f: 'a' has a twin itself",
    ] == str(caught.value).splitlines()
