"""Any Babel: read in one place, refused by name where its data has another form, never a crash."""

from __future__ import annotations

import ast
import copy
import pickle
import re
import tomllib
import warnings
from pathlib import Path
from typing import Any

import pytest
from babel import localedata

import support
from coopdata import cldr, errors
from coopdata.cldr import _data, _shapes

#: Parts of Babel that are no public interface, and the one module that may touch them.
PRIVATE = re.compile(r"\b(?:localedata|_data\[|LocaleDataDict|global\.dat)")
AT_HOME = support.PACKAGE / "cldr/_data.py"


def raw(name: str) -> dict[Any, Any]:
    """Return a data file of the installed Babel as it is."""
    with open(localedata.resolve_locale_filename(name), "rb") as file:
        tree: dict[Any, Any] = pickle.load(file)
    return tree


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> dict[Any, Any]:
    """Return Babel's root data, to be changed before a `LocaleData` is made of it."""
    changed = copy.deepcopy(raw("root"))
    monkeypatch.setattr(_data, "_root", lambda: changed)
    return changed


def with_root(change: str, *calls: str) -> list[str]:
    """Return what calls say in a fresh process whose Babel has other root data."""
    code = f"""
import copy
from coopdata import errors, normalize
from coopdata.cldr import _data

root = copy.deepcopy(_data._root())
{change}
_data._root = lambda: root
for call in {calls!r}:
    try:
        print(repr(eval(call)))
    except errors.CoopdataError as err:
        print(type(err).__name__, err)
"""
    done = support.fresh_python("-c", code)
    assert 0 == done.returncode, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", support.locales())
def test_no_section_of_a_locale_holds_an_alias(name: str) -> None:
    found = cldr.data(cldr.locale_id(name))

    assert not [section for section in found if _holds_alias(found[section])]


def _holds_alias(node: Any) -> bool:
    if isinstance(node, dict):
        return any(map(_holds_alias, node.values()))
    return _data._is_alias(node)


@pytest.mark.parametrize("section", sorted(_shapes._SHAPES))
def test_a_section_of_another_form_is_refused_by_name(section: str, root: dict[Any, Any]) -> None:
    root[section] = [("another", "form")]

    with pytest.raises(errors.UnsupportedVersionError, match=section) as caught:
        _data.LocaleData("root")[section]
    assert "babel" == caught.value.package
    assert "pip install" in str(caught.value)


def test_a_babel_with_units_of_another_form_gives_one_clear_error() -> None:
    said = with_root(
        "root['unit_patterns'] = {name: [each] for name, each in root['unit_patterns'].items()}",
        *("normalize.measure('5 km', locale='sw_UG')", "normalize.number('5', locale='sw_UG')"),
    )

    assert said[0].startswith("UnsupportedVersionError babel ")
    assert "'unit_patterns'" in said[0]
    assert "Decimal('5')" == said[1]


def test_a_circle_of_aliases_is_refused_by_name(root: dict[Any, Any]) -> None:
    root["unit_patterns"]["length-meter"]["short"] = localedata.Alias(
        ("unit_patterns", "length-meter", "long")
    )
    root["unit_patterns"]["length-meter"]["long"] = localedata.Alias(
        ("unit_patterns", "length-meter", "short")
    )

    with pytest.raises(errors.UnsupportedVersionError, match="circle"):
        _data.LocaleData("root")["unit_patterns"]


def test_an_alias_with_changes_takes_what_it_names_and_the_changes(
    root: dict[Any, Any],
) -> None:
    patterns = root["unit_patterns"]
    patterns["length-ell"] = {"long": {"other": "{0} ells", "per": "{0} per ell"}}
    alias = localedata.Alias(("unit_patterns", "length-ell", "long"))
    patterns["length-ell"]["short"] = (alias, {"per": "{0}/ell"})
    patterns["length-ell"]["narrow"] = localedata.Alias(("unit_patterns", "length-ell", "short"))

    found = _data.LocaleData("root")["unit_patterns"]["length-ell"]

    assert {"other": "{0} ells", "per": "{0}/ell"} == found["short"] == found["narrow"]
    assert {"other": "{0} ells", "per": "{0} per ell"} == found["long"]


def test_a_unit_that_is_not_curated_is_refused_by_its_cldr_id() -> None:
    said = with_root(
        "root['unit_patterns']['length-ell'] = {'long': {'other': '{0} ells'}}",
        *("normalize.measure('5 ells', locale='und')", "normalize.measure('5 km', locale='und')"),
    )

    assert said[0].startswith("UnknownUnitError unknown unit 'length-ell'")
    assert "Measure.exact('5', 'kilometer')" == said[1]


def test_a_curated_reading_is_taken_where_a_newer_cldr_prints_another_unit_alike() -> None:
    said = with_root(
        "root['unit_patterns']['length-ell'] = {'short': {'other': '{0} km'}}",
        "normalize.measure('5 km', locale='und')",
    )

    assert ["Measure.exact('5', 'kilometer')"] == said


def test_a_newer_babel_than_any_that_was_tried_warns_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_data.babel, "__version__", "2.99.1")
    _data._warn_if_untried.cache_clear()

    with pytest.warns(errors.UntriedVersionWarning, match=r"babel 2\.99\.1 is newer"):
        _data._file.__wrapped__("en")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _data._file.__wrapped__("ru")  # once is enough


def test_the_babel_that_is_installed_does_not_warn() -> None:
    _data._warn_if_untried.cache_clear()

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _data._warn_if_untried()


def test_the_newest_babel_that_was_tried_is_the_newest_that_is_allowed() -> None:
    text = (support.REPO / "pyproject.toml").read_text(encoding="utf-8")
    (babel,) = (
        each for each in tomllib.loads(text)["project"]["dependencies"] if each.startswith("babel")
    )
    major, minor = _data.NEWEST_TRIED

    assert babel.endswith(f"<{major}.{minor + 1}")


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(support.PACKAGE.rglob("*.py")) if path != AT_HOME],
    ids=lambda path: str(path.relative_to(support.PACKAGE)),
)
def test_what_is_private_to_babel_is_touched_in_one_module_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):  # prose may speak of it
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = ""

    assert not PRIVATE.findall(ast.unparse(tree))
