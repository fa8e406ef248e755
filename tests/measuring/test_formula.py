import pytest
from hypothesis import given
from hypothesis import strategies as st

from rodedraad.measuring.formula import FormulaError, evaluate, filled, names_in


@pytest.mark.parametrize(
    ("formula", "outcome"),
    [("a + b * 2", 8.0), ("-(a - b) / 2", 0.5), ("100 * a / (a + b)", 40.0), ("a / (b - 3)", None)],
)
def test_a_formula_is_arithmetic(formula: str, outcome: float | None) -> None:
    assert evaluate(formula, {"a": 2.0, "b": 3.0}) == outcome


def test_a_formula_is_told_with_its_numbers() -> None:
    assert filled("100 * a / b", {"a": 2.0, "b": 3.5}) == "100 * 2 / 3.5"
    assert names_in("100 * a / b") == {"a", "b"}


@pytest.mark.parametrize(
    "formula",
    ["", "a +", "__import__('os')", "a.b", "a[0]", "a ** 9", "True", "'a'", "a if b else c", "f(a)", "~a"],
)
def test_anything_else_is_refused(formula: str) -> None:
    with pytest.raises(FormulaError):
        names_in(formula)


@given(st.text(max_size=30))
def test_no_text_does_more_than_arithmetic(text: str) -> None:
    try:
        names = names_in(text)
    except FormulaError:
        return
    assert isinstance(evaluate(text, dict.fromkeys(names, 1.0)), float | None)
