from pathlib import Path

import pytest
from lxml.html import fromstring

from rodedraad.model.terms import Kind, Status
from tests.evaluation.annotated import Flattening, FormatError, JudgedCell, flattened, read_page

HEAD = (
    '<html data-rd-organisation="X" data-rd-kind="jaarstukken" data-rd-year="2022" data-rd-layout="1"><body>'
)
PAGE = (
    HEAD
    + """<nav data-rd="aside"><a>Home</a></nav>
<h1 data-rd="programme">Programma 1</h1>
<ul><li data-rd="goal plan #g">Minder armoede</li><li data-rd="goal plan">Meer werk</li></ul>
<table><tr data-rd-name="Kosten"><td data-rd="activity plan #a >g" data-rd-status="done|partly icon"
data-rd-aspects="tijd:on-track icon"><b>Wij</b> doen</td><td><img src="x.png"></td>
<td data-rd="activity actual >a" data-rd-also="heading; narrative">Gedaan</td>
<td data-rd="cost actual" data-rd-cell="money lasten executed 2022 1000; indicator value 2022 missing">1</td></tr></table>"""
)


def read(tmp_path: Path, html: str):
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    return read_page(path)


def test_the_flattened_text_has_a_line_for_each_block(tmp_path: Path) -> None:
    flat = read(tmp_path, PAGE).flat.text
    assert flat == "Programma 1\n\n• Minder armoede\n• Meer werk\n\nWij doen\nGedaan\n1\n"


def test_the_site_keeps_everything_but_the_judgements(tmp_path: Path) -> None:
    site = read(tmp_path, PAGE).site
    assert "data-rd" not in site
    assert "Home" in site
    assert "x.png" in site


def test_judgements_stand_on_the_lines_of_their_blocks(tmp_path: Path) -> None:
    page = read(tmp_path, PAGE).flat
    assert [(row.line, row.kind, row.phase, row.of) for row in page.rows] == [
        (1, Kind.PROGRAMME, "none", None),
        (3, Kind.GOAL, "plan", None),
        (4, Kind.GOAL, "plan", None),
        (6, Kind.ACTIVITY, "plan", 3),
        (7, Kind.ACTIVITY, "actual", 6),
        (8, Kind.COST, "actual", None),
    ]
    assert [reading.kind for reading in page.rows[4].also] == [Kind.HEADING, Kind.NARRATIVE]
    assert page.in_tables == {6, 7, 8}


def test_statuses_aspects_and_figures_are_read(tmp_path: Path) -> None:
    page = read(tmp_path, PAGE).flat
    ((status, icon),) = page.statuses
    assert (status.status, status.also, icon) == (Status.DONE, (Status.PARTLY,), True)
    assert [(one.aspect, one.status, one.icon) for one in page.aspects] == [("tijd", Status.ON_TRACK, True)]
    assert page.cells == (
        JudgedCell(8, "lasten", "executed", "2022", "1000", "Kosten"),
        JudgedCell(8, "value", "", "2022", "missing", "Kosten"),
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("<p>Vergeten</p>", "text without judgement: Vergeten"),
        ('<p data-rd="goal">Zonder fase</p>', "a phase too many or too few: goal"),
        ('<p data-rd="narrative plan">Met fase</p>', "a phase too many or too few: narrative plan"),
        ('<p data-rd="wens plan">Soort</p>', "no such kind and phase: wens plan"),
        ('<p data-rd="goal plan >b">Nergens</p>', "nothing is named b"),
        ('<p data-rd="goal plan" data-rd-status="klaar">Klaar</p>', "no such status: klaar"),
        ('<p data-rd="goal plan" data-rd-aspects="tijd">Tijd</p>', "no such aspect and status: tijd"),
        ('<p data-rd="cost plan" data-rd-cell="money lasten 5">5</p>', "no such figure: money lasten 5"),
        (
            '<div data-rd="narrative">Een <p data-rd="narrative">twee</p></div>',
            "a judged block inside another",
        ),
    ],
)
def test_every_fault_of_a_page_is_named(tmp_path: Path, wrong: str, told: str) -> None:
    with pytest.raises(FormatError, match=told):
        read(tmp_path, HEAD + wrong)


TABLE = """<table><tr><td data-rd="activity plan #a" data-rd-status="done">Wij doen</td>
<td data-rd="activity actual >a">Gedaan</td></tr><tr><td><p data-rd="activity plan">Een</p><p data-rd="activity plan">Twee</p></td></tr></table>
<p data-rd="activity actual >a">Later ook</p>"""


def test_a_row_may_be_one_line_that_is_any_of_its_cells(tmp_path: Path) -> None:
    flat = read(tmp_path, HEAD + TABLE).by_row
    assert flat.text.split("\n")[0] == "Wij doen Gedaan"
    assert {(reading.kind, reading.phase) for reading in flat.rows[0].readings} == {
        (Kind.ACTIVITY, "plan"),
        (Kind.ACTIVITY, "actual"),
    }
    assert flat.statuses == ()
    assert flat.rows[-1].of is None


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (Flattening.APART, "Wij doen\n\nGedaan\n\nEen\nTwee\n\nLater ook\n"),
        (Flattening.CLOSE, "Wij doen\nGedaan\nEen\nTwee\n\nLater ook\n"),
        (Flattening.ROWS, "Wij doen Gedaan\nEen Twee\n\nLater ook\n"),
    ],
)
def test_pages_are_flattened_as_sites_of_several_vendors_are(style: Flattening, text: str) -> None:
    blocks = fromstring(HEAD + TABLE).xpath("//*[@data-rd]")
    assert flattened(blocks, style)[0] == text
