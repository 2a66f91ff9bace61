"""Units of somebody's own: names in braces that say what they are."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopdata import Measure, errors, formatting, serde, units

NAMES = st.from_regex(r"[a-zа-яё][a-zа-яё0-9_]{0,12}", fullmatch=True)
PHYSICAL = sorted(
    name
    for name, unit in units.UNITS.items()
    if unit.kind != "currency" and not unit.offset and "[angle]" not in unit.dims
)
SIZES = st.decimals("0.001", "1000", places=3).map(str) | st.builds(
    "{}:{}".format, st.integers(1, 999), st.integers(1, 999)
)
SIZED = st.builds("{{{}={}_{}}}".format, NAMES, SIZES, st.sampled_from(PHYSICAL))
OWN = NAMES.map("{{{}}}".format) | SIZED


@given(unit=OWN)
@example(unit="{x_is_5_y}")
@example(unit="{p=1:3_inch}")
@example(unit="{y__z=1_inch}")
def test_a_unit_of_ones_own_is_its_own_normal_form_and_pints_name_tells_which_it_is(
    unit: str,
) -> None:
    assert unit == units.parse_unit(unit)
    assert unit == units.from_pint({units.UNITS[unit].pint: 1})
    assert unit in units.UNITS
    assert unit not in [*units.UNITS]


@given(unit=SIZED)
@example(unit="{arshin=28_inch}")
def test_a_unit_with_a_size_is_that_many_of_the_other(unit: str) -> None:
    size, _, of = unit[1:-1].partition("=")[2].partition("_")
    above, _, below = size.partition(":")
    times = Fraction(above) / int(below or 1)

    assert units.factor(of) * times == units.factor(unit)
    assert units.dimension(of) == units.dimension(unit)


@given(name=NAMES, other=NAMES)
def test_a_counted_thing_of_ones_own_is_like_no_other(name: str, other: str) -> None:
    one, two = f"{{{name}}}", f"{{{other}}}"

    if name == other:
        assert Decimal(3) == units.convert(Decimal(3), one, two)
    else:
        with pytest.raises(errors.ConversionError):
            units.convert(Decimal(3), one, two)
    with pytest.raises(errors.ConversionError):
        units.convert(Decimal(3), one, "vehicle")


@given(unit=OWN, per=st.sampled_from(["", "/year", "/kilogram"]))
def test_a_measure_in_a_unit_of_ones_own_travels_everywhere(unit: str, per: str) -> None:
    made = Measure.at_most("12.50", unit + per)

    assert made == pickle.loads(pickle.dumps(made)) == copy.deepcopy(made)
    assert made == Measure.from_text(str(made))
    assert made == serde.from_tree(serde.to_tree(made), Measure)


@pytest.mark.parametrize("unit", ["{widget}", "{widget}/year", "{arshin=28_inch}", "{яшчык}"])
def test_a_quantity_in_a_unit_of_ones_own_is_pints_and_pickles(unit: str) -> None:
    made = Measure.exact(3, unit).quantity()
    again = pickle.loads(pickle.dumps(made))

    assert unit == units.from_pint(made)
    assert made == again
    assert made + again == 2 * made


def test_a_size_holds_in_pint_as_here() -> None:
    made = Measure.exact(3, "{arshin=28_inch}")

    assert "2.1336 meter" == str(made.to("meter")) == str(made.quantity().to("meter"))


def test_somebody_elses_registry_takes_units_of_ones_own_only_when_told() -> None:
    pint = pytest.importorskip("pint")
    mine = pint.UnitRegistry()
    units.define_in(mine)
    made = Measure.exact(2, "{widget}/hour")
    with pytest.raises(pint.UndefinedUnitError):
        made.quantity(mine).to_base_units()
    units.define_in(mine, "{widget}/hour")
    units.define_in(mine, "{widget}")

    assert "own_widget" in str(made.quantity(mine).units)


@pytest.mark.parametrize(
    "unit",
    [
        "{}",
        "{widget",
        "widget}",
        "{{widget}}",
        "{2}",
        "{a=0_inch}",
        "{a=1:0_inch}",
        "{a=-1_inch}",
        "{a=1e5_inch}",
        "{a=28_inhc}",
        "{a=28_km/h}",
        "{a=28}",
        "{a=2_USD}",
        "{a=2_degree_celsius}",
        "{a=2_{widget}}",
        "{a²}",
        "{ﬁ}",
        "{a|b}",
        "{" + "a" * 70 + "}",
    ],
)
def test_braces_around_anything_else_are_no_unit(unit: str) -> None:
    with pytest.raises(errors.UnknownUnitError):
        Measure.exact(1, unit)


def test_a_misspelled_size_is_told_with_the_unit_that_is_near() -> None:
    with pytest.raises(errors.UnknownUnitError, match=r"'\{a=28_inch\}'"):
        Measure.exact(1, "{a=28_inhc}")


def test_a_unit_of_ones_own_prints_by_its_name() -> None:
    made = Measure.exact(3, "{steel_coil}/year")

    assert "3 steel coil per year" == formatting.measure(made, locale="en")
