import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

import pytest

from tests.evaluation import forms, run, sets
from tests.evaluation.figures import together
from tests.evaluation.gate import (
    LOWEST,
    Guarded,
    behind,
    raised,
    reaches,
    read_floors,
    shortfalls,
    table,
    worth,
)
from tests.evaluation.threads import run as threads
from tests.evaluation.threads import semantic

AGREED = {
    "structure.all": 0.96,
    LOWEST: 0.88,
    "answers": "47/48",
    "answers_precision": 0.90,
    "hierarchy": "44/45",
    "status": "19/21",
    "links.recall": 0.45,
    "links.precision": 0.95,
    "links.first": 0.90,
    "links.within_5": 0.92,
    "links.mrr": 0.88,
    "shifts.found": "7/7",
    "shifts.extra": 4,
}
GUARDED = Guarded(
    digest="d", agreed={"answers": "5/10"}, floors={"answers": "6/10", "links.recall": 0.5, "shifts.extra": 2}
)
GOOD = {"answers": "7/10", "links.recall": 0.6, "shifts.extra": 2}


@cache
def reference_as_text() -> Mapping:
    return sets.measure_reference()


@cache
def own(name: str, measure: Callable[[str], Mapping]) -> Mapping:
    return measure(name)


@cache
def linked(folder: Path, model: object, measure: Callable[[Path, object], Mapping]) -> Mapping:
    return measure(folder, model)


@pytest.mark.parametrize("name", sets.OWN_SETS)
def test_our_own_pages_are_recognised_at_their_floors(name: str) -> None:
    guarded = read_floors()[f"own-{name}"]
    assert sets.digest(sets.OWN / name) == guarded.digest
    assert shortfalls(name, sets.measure_own(name), guarded) == []


def test_the_reference_pages_are_recognised_and_linked_at_their_floors(reference: Path) -> None:
    guarded = read_floors()["reference"]
    assert sets.digest(reference) == guarded.digest
    assert shortfalls("reference", reference_as_text(), guarded) == []


@pytest.mark.parametrize("wrapping", sets.WRAPPINGS, ids=str)
def test_pages_that_kept_their_markup_score_no_lower(reference: Path, wrapping: sets.Wrapping) -> None:
    figures = sets.measure_wrapped(wrapping)
    assert shortfalls(str(wrapping), figures, read_floors()["reference"]) == []
    assert behind(str(wrapping), figures, reference_as_text()) == []


def test_no_floor_is_under_what_was_agreed() -> None:
    guarded = read_floors()["reference"]
    assert guarded.agreed == AGREED
    assert [name for name, least in AGREED.items() if not reaches(name, guarded.floors[name], least)] == []


@pytest.mark.parametrize("name", ["reference", "own-developed", "own-aside"])
def test_no_figure_lost_its_floor(name: str) -> None:
    floors = read_floors()[name].floors
    assert {"structure.all", LOWEST, "answers", "answers_precision", "hierarchy", "status"} <= set(floors)
    assert name != "reference" or set(AGREED) <= set(floors)


@pytest.mark.parametrize(
    ("name", "measured", "floor", "expected"),
    [
        ("answers", "45/48", "45/48", True),
        ("answers", "44/48", "45/48", False),
        ("links.recall", 0.28, 0.28, True),
        ("links.recall", 0.2799, 0.28, False),
        ("links.precision", None, 0.1, False),
        ("shifts.extra", 8, 8, True),
        ("shifts.extra", 9, 8, False),
        ("shifts.extra", None, 8, False),
    ],
)
def test_a_figure_reaches_its_floor_or_not(
    name: str, measured: object, floor: object, expected: bool
) -> None:
    assert reaches(name, measured, floor) is expected


def test_a_shortfall_is_told_in_words() -> None:
    assert shortfalls("set", GOOD, GUARDED) == []
    assert shortfalls("set", {**GOOD, "answers": "5/10"}, GUARDED) == [
        "set: answers is 5/10, its floor is 6/10"
    ]
    assert shortfalls("set", {**GOOD, "shifts.extra": 3}, GUARDED) == [
        "set: shifts.extra is 3, its ceiling is 2"
    ]


def test_a_figure_that_is_no_longer_measured_is_a_shortfall() -> None:
    assert shortfalls("set", {"answers": "7/10", "shifts.extra": 0}, GUARDED) == [
        "set: links.recall is None, its floor is 0.5"
    ]


def test_the_worst_page_has_a_floor() -> None:
    guarded = Guarded(floors={LOWEST: 0.88})
    pages = {"structure.one": 0.95, "structure.two": 0.87, "structure.all": 0.93}
    assert shortfalls("set", pages, guarded) == [f"set: {LOWEST} is 0.87, its floor is 0.88"]


def test_another_form_may_not_score_lower_than_the_text() -> None:
    text = {"answers": "7/10", "links.offered": 9, "shifts.extra": 1}
    assert behind("html", {"answers": "8/10", "links.offered": 3, "shifts.extra": 0}, text) == []
    assert behind("html", {"answers": "6/10", "links.offered": 9, "shifts.extra": 2}, text) == [
        "html: answers is 6/10, as text it is 7/10",
        "html: shifts.extra is 2, as text it is 1",
    ]


def test_floors_rise_to_a_little_under_what_is_measured() -> None:
    risen = raised({"answers": "9/10", "links.recall": 0.9, "shifts.extra": 0}, GUARDED, "e")
    assert risen == Guarded(
        digest="e", agreed=GUARDED.agreed, floors={"answers": "8/10", "links.recall": 0.87, "shifts.extra": 1}
    )


def test_floors_do_not_fall_by_themselves() -> None:
    lower = {"answers": "3/10", "links.recall": 0.1, "shifts.extra": 7}
    assert raised(lower, GUARDED, "d").floors == GUARDED.floors


def test_floors_fall_on_request_but_not_under_what_was_agreed() -> None:
    fallen = raised({"answers": "3/10", "links.recall": 0.1}, GUARDED, "d", regress=True).floors
    assert fallen["answers"] == "5/10"
    assert fallen["links.recall"] == pytest.approx(0.07)


def test_the_table_shows_each_form_beside_the_floor() -> None:
    shown = table({"text": GOOD, "html": {**GOOD, "answers": "5/10"}}, GUARDED)
    assert [line.split() for line in shown.splitlines()] == [
        ["floor", "text", "html"],
        ["answers", "6/10", "7/10", "5/10", "!"],
        ["links.recall", "0.500", "0.600", "0.600"],
        ["shifts.extra", "2", "2", "2"],
    ]


def test_worth_compares_counts_and_shares() -> None:
    assert [worth("42/45"), worth(0.5), worth(3)] == [42.0, 0.5, 3.0]
    assert worth(None) < 0


# --- the command, on our own pages alone ---------------------------------------------------------------


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the floors, on a machine without the reference pages."""
    monkeypatch.setattr(sets, "REFERENCE", tmp_path / "absent")
    monkeypatch.setattr(sets, "OWN_SETS", ("developed",))
    monkeypatch.setattr(forms, "possible", tuple)
    monkeypatch.setattr(sets, "measure_own", partial(own, measure=sets.measure_own))
    monkeypatch.setattr(semantic, "possible", lambda: False)
    monkeypatch.setattr(threads, "measure", partial(linked, measure=threads.measure))
    path = tmp_path / "floors.json"
    path.write_bytes((Path(__file__).parent / "floors.json").read_bytes())
    return path


def change(path: Path, **values: object) -> None:
    floors = json.loads(path.read_text(encoding="utf-8"))
    floors["own-developed"] |= values
    path.write_text(json.dumps(floors), encoding="utf-8")


def test_the_command_says_what_it_left_out(floors: Path, capsys: pytest.CaptureFixture) -> None:
    assert run.main(["--floors", str(floors)]) == 0
    output = capsys.readouterr().out
    assert f"left out: {sets.ABSENT}" in output
    assert "every figure is at its floor or above it" in output


def test_the_command_fails_on_a_figure_below_its_floor(floors: Path, capsys: pytest.CaptureFixture) -> None:
    change(floors, floors={"structure.all": 1.01})
    assert run.main(["--floors", str(floors), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["left_out"] == [
        f"left out: {one}" for one in (sets.ABSENT, forms.NO_BROWSER, semantic.ABSENT)
    ]
    assert [fault.split(" is ")[0] for fault in told["faults"]] == ["own-developed, text: structure.all"]


def test_the_command_fails_on_a_changed_set_until_it_is_accepted(floors: Path) -> None:
    change(floors, digest="of other pages")
    assert run.main(["--floors", str(floors)]) == 1
    assert run.main(["--floors", str(floors), "--update"]) == 0
    assert run.main(["--floors", str(floors)]) == 0


def test_an_update_refuses_to_lower_a_floor(floors: Path, capsys: pytest.CaptureFixture) -> None:
    change(floors, floors={"structure.all": 0.999})
    before = floors.read_bytes()
    assert run.main(["--floors", str(floors), "--update"]) == 2
    assert run.REFUSED in capsys.readouterr().err
    assert floors.read_bytes() == before
    assert run.main(["--floors", str(floors), "--update", "--allow-regression"]) == 0
    assert read_floors(floors)["own-developed"].floors["structure.all"] < 0.999


def test_no_update_lowers_what_was_agreed(floors: Path) -> None:
    change(floors, agreed={"structure.all": 0.999}, floors={})
    assert run.main(["--floors", str(floors), "--update", "--allow-regression"]) == 2


def test_an_update_keeps_the_floors_of_what_was_left_out(floors: Path) -> None:
    before = read_floors(floors)["reference"]
    assert run.main(["--floors", str(floors), "--update"]) == 0
    assert read_floors(floors)["reference"] == before


def test_verbose_names_the_misses_of_the_developed_pages(floors: Path, capsys: pytest.CaptureFixture) -> None:
    run.main(["--floors", str(floors), "--verbose"])
    output = capsys.readouterr().out
    pages = [path.stem for path in (sets.OWN / "developed" / "pages").iterdir()]
    assert any(f"{page}: line " in output for page in pages)


def test_a_digest_depends_on_every_byte_and_name(tmp_path: Path) -> None:
    for part in ("gold", "pages"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "a").write_text("x", encoding="utf-8")
    first = sets.digest(tmp_path)
    (tmp_path / "gold" / "a").write_text("y", encoding="utf-8")
    second = sets.digest(tmp_path)
    (tmp_path / "gold" / "a").rename(tmp_path / "gold" / "b")
    assert len({first, second, sets.digest(tmp_path)}) == 3


# --- the annotated pages -------------------------------------------------------------------------------


@pytest.mark.parametrize("form", forms.Form)
@pytest.mark.parametrize("name", sets.OWN_SETS)
def test_the_annotated_pages_are_recognised_at_their_floors(name: str, form: forms.Form) -> None:
    if form not in forms.possible():
        pytest.skip(forms.NO_BROWSER)
    guarded = read_floors()[f"pages-{name}-{form}"]
    folder = forms.PAGES / name
    assert forms.digest(folder) == guarded.digest
    assert shortfalls(f"{name}, {form}", together(forms.measure(folder, [form])[form]), guarded) == []


def test_the_annotated_pages_are_many_and_cover_every_layout() -> None:
    every = [page for name in sets.OWN_SETS for page in forms.pages_in(forms.PAGES / name)]
    assert len({page.facts["organisation"] for page in every}) >= 48
    for name in sets.OWN_SETS:
        assert {page.facts["layout"] for page in forms.pages_in(forms.PAGES / name)} == {
            str(layout) for layout in range(1, 13)
        }
