"""The links of the judged municipalities do not sink under their floors."""

import pytest

from tests.evaluation.gate import Guarded, read_floors, shortfalls
from tests.evaluation.threads import run


@pytest.mark.parametrize("name", run.NAMES)
def test_links_stay_above_their_floors(name: str) -> None:
    guarded = read_floors().get(f"threads-{name}", Guarded())
    folder = run.SETS / name
    assert guarded.floors
    assert guarded.digest == run.digest(folder)
    assert shortfalls(name, run.measure(folder), guarded) == []
