"""Small changes of a syntax tree, each of which some test should notice.

Comparisons are turned round and their boundary moved; ``and`` and ``or``, arithmetic operators and
neighbouring rows of a table change places; conditions are negated; predicates answer always the
same; whole numbers grow and shrink by one; statements go. Annotations, docstrings, ``__all__`` and
what only a type checker reads stay as they are: they do nothing when the program runs. So do the
order of ``__slots__`` and how much a cache holds, which change no answer.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

__all__ = ["Change", "changes"]

_COMPARED: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_RECKONED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}
_DROPPED: Final = (ast.Expr, ast.Assign, ast.AugAssign, ast.Raise, ast.If, ast.For, ast.Continue)
_BLOCKS: Final = ("body", "orelse", "finalbody")
_NAMES: Final = ("__all__", "__slots__")
_WIDTH: Final = 60

Edit = tuple[ast.AST, str, Callable[[], None]]  # the node, the words, what makes the change


@dataclass(frozen=True)
class Change:
    """One change: where, what, and the function that makes it in the tree."""

    line: int
    what: str
    apply: Callable[[], None]


def changes(tree: ast.Module) -> list[Change]:
    """Return every change of a tree, in one order for one text; make at most one of them."""
    found = [
        Change(getattr(node, "lineno", 1), what, apply)
        for one, in_function, is_predicate in _reached(tree)
        for node, what, apply in _edits(one, in_function, is_predicate)
    ]
    return sorted(found, key=lambda change: change.line)


def _reached(node: ast.AST, inside: bool = False, told: bool = False) -> Iterator[Reached]:
    """Yield the nodes that run; whether within a function, and whether that is a predicate."""
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        return
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in _NAMES:
        return
    if isinstance(node, ast.keyword) and node.arg == "maxsize":
        return
    if isinstance(node, ast.FunctionDef):
        inside, told = True, node.returns is not None and ast.unparse(node.returns) == "bool"
    yield node, inside, told
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_params"):
            continue
        if name == "slice" and not inside:  # Literal["long", "short"]
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_docstring(child):
                yield from _reached(child, inside, told)


Reached = tuple[ast.AST, bool, bool]


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _edits(node: ast.AST, in_function: bool, is_predicate: bool) -> Iterator[Edit]:  # noqa: C901  # one case for each kind of node
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp():
            other: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield _set(node, "op", other)
        case ast.BinOp() | ast.AugAssign() if type(node.op) in _RECKONED:
            yield _set(node, "op", _RECKONED[type(node.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield _set(node, "operand", _negated(node.operand))
        case ast.UnaryOp(op=ast.USub()):
            yield _set(node, "op", ast.UAdd())
        case ast.If() | ast.IfExp() | ast.While():
            yield _set(node, "test", _negated(node.test))
        case ast.comprehension():
            for nth, test in enumerate(node.ifs):
                yield _put(node.ifs, nth, _negated(test), test)
        case ast.match_case(guard=ast.expr() as guard):
            yield guard, f"not ({_words(guard)})", lambda: setattr(node, "guard", _negated(guard))
        case ast.Return(value=ast.expr() as answer) if is_predicate:
            for truth in (True, False):
                if ast.unparse(answer) != str(truth):
                    yield _set(node, "value", ast.Constant(truth))
        case ast.Constant(value=bool() as truth):
            yield _set(node, "value", not truth)
        case ast.Constant(value=int() as number):
            yield _set(node, "value", number + 1)
            yield _set(node, "value", number - 1)
        case ast.Dict() if None not in node.keys:
            yield from _swapped(node.values)
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) if not in_function:
            yield from _swapped(node.elts)
    if in_function:
        for block in (getattr(node, name, None) for name in _BLOCKS):
            yield from _without(block if isinstance(block, list) else [])


def _compared(node: ast.Compare) -> Iterator[Edit]:
    for nth, operator in enumerate(node.ops):
        for other in _COMPARED.get(type(operator), ()):
            edit = _put(node.ops, nth, other(), operator)
            before = _words(node)
            node.ops[nth] = other()
            after = _words(node)
            node.ops[nth] = operator
            yield node, f"{before} → {after}", edit[2]


def _swapped(row: list[ast.expr]) -> Iterator[Edit]:
    """Let neighbours in a table change places."""
    for nth, (one, other) in enumerate(pairwise(row)):
        if ast.dump(one) != ast.dump(other):

            def swap(nth: int = nth, one: ast.expr = one, other: ast.expr = other) -> None:
                row[nth : nth + 2] = [other, one]

            yield one, f"{_words(one)} ↔ {_words(other)}", swap


def _without(block: list[ast.stmt]) -> Iterator[Edit]:
    for nth, statement in enumerate(block):
        if isinstance(statement, _DROPPED) and not _is_docstring(statement):
            edit = _put(block, nth, ast.Pass(), statement)
            yield statement, f"without {_words(statement)}", edit[2]


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _set(node: ast.AST, name: str, value: object) -> Edit:
    """Return the edit that gives a field of a node another value."""
    before, old = _words(node), getattr(node, name)
    setattr(node, name, value)
    after = _words(node)
    setattr(node, name, old)
    return node, f"{before} → {after}", lambda: setattr(node, name, value)


def _put(row: list[Any], nth: int, new: ast.AST, old: ast.AST) -> Edit:
    """Return the edit that puts another node into a list."""

    def put() -> None:
        row[nth] = new

    return old, f"{_words(old)} → {_words(new)}", put


def _words(node: ast.AST) -> str:
    """Return the first line of a node's source."""
    text = ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0]
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"
