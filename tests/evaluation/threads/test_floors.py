"""The links of the judged municipalities do not sink under their floors."""

import pytest

from rodedraad.linking.semantics import UNTOLD, Semantics
from tests.evaluation.gate import Guarded, read_floors, shortfalls
from tests.evaluation.threads import run, semantic


def assert_above_floors(folder: str, guarded_as: str, semantics: Semantics) -> None:
    guarded = read_floors().get(guarded_as, Guarded())
    assert guarded.floors
    assert guarded.digest == run.digest(run.SETS / folder)
    assert shortfalls(guarded_as, run.measure(run.SETS / folder, semantics), guarded) == []


@pytest.mark.parametrize("name", run.NAMES)
def test_links_stay_above_their_floors(name: str) -> None:
    assert_above_floors(name, f"threads-{name}", UNTOLD)


@pytest.mark.slow
@pytest.mark.parametrize("name", run.NAMES)
def test_links_by_what_texts_mean_stay_above_theirs(name: str) -> None:
    if not semantic.possible():
        pytest.skip(f"left out: {semantic.ABSENT}")
    assert_above_floors(name, f"threads-{name}-semantic", semantic.remembered())
