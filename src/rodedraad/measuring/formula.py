"""Arithmetic over named terms: what a definition computes, and nothing more than that."""

import ast
import operator
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

_TWO: Final[dict[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class FormulaError(ValueError):
    """A formula holds something else than terms, numbers, + - * / and brackets."""


@cache
def names_in(formula: str) -> frozenset[str]:
    """Return the terms that a formula speaks of.

    Raises:
        FormulaError: it is no such formula.
    """
    return frozenset(node.id for node in ast.walk(_parsed(formula)) if isinstance(node, ast.Name))


def evaluate(formula: str, values: Mapping[str, float]) -> float | None:
    """Return the outcome of a formula; nothing where it divides by nought."""
    try:
        return _value(_parsed(formula), values)
    except ZeroDivisionError:
        return None


def filled(formula: str, values: Mapping[str, float]) -> str:
    """Return a formula with the numbers in the place of its terms."""
    tree = _Filled(values).visit(ast.parse(formula, mode="eval"))
    return ast.unparse(tree)


@cache
def _parsed(formula: str) -> ast.expr:
    try:
        body = ast.parse(formula, mode="eval").body
    except (SyntaxError, ValueError, RecursionError) as error:
        raise FormulaError(formula) from error
    _refuse_more(body, formula)
    return body


def _refuse_more(body: ast.expr, formula: str) -> None:
    for node in ast.walk(body):
        is_number = isinstance(node, ast.Constant) and type(node.value) in (int, float)
        plain = (ast.BinOp, ast.UnaryOp, ast.USub, ast.Name, ast.Load, *_TWO)
        if not (is_number or isinstance(node, plain)):
            raise FormulaError(formula)


def _value(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.BinOp(left=left, op=sign, right=right):
            return _TWO[type(sign)](_value(left, values), _value(right, values))
        case ast.UnaryOp(operand=operand):
            return -_value(operand, values)
        case ast.Name(id=name):
            return values[name]
        case ast.Constant(value=int() | float() as number):
            return float(number)
    raise FormulaError(ast.unparse(node))


class _Filled(ast.NodeTransformer):
    def __init__(self, values: Mapping[str, float]) -> None:
        self._values = values

    def visit_Name(self, node: ast.Name) -> ast.Constant:
        value = self._values[node.id]
        return ast.Constant(int(value) if value.is_integer() else value)
