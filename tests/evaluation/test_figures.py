from pathlib import Path

import pytest

from tests.evaluation.annotated import read_page
from tests.evaluation.figures import score_form, together
from tests.evaluation.forms import Form, Job, made
from tests.evaluation.scorer import Tally

PAGE = """<html data-rd-organisation="X" data-rd-kind="jaarstukken" data-rd-year="2022" data-rd-layout="1"><body>
<h2 data-rd="heading">Wat heeft het gekost?</h2><p data-rd="heading">Bedragen x € 1.000</p>
<table><tr><th data-rd="heading">Omschrijving</th><th data-rd="heading">Rekening 2022</th></tr>
<tr><td data-rd="cost actual">Lasten</td>
<td data-rd="cost actual" data-rd-cell="money lasten executed 2022 {euro}">1.150</td></tr>
<tr><td data-rd="cost actual">Baten</td>
<td data-rd="cost actual" data-rd-cell="money baten executed 2022 150000">150</td></tr></table>"""


def score(tmp_path: Path, euro: str):
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(euro=euro), encoding="utf-8")
    page = read_page(path)
    return score_form("1", page.flat, made(Job(page, Form.HTML, page.site.encode())), with_icons=True)


@pytest.mark.parametrize(("euro", "good"), [("1150000", 2), ("1150", 1), ("pm", 1)])
def test_a_figure_counts_when_its_value_is_right(tmp_path: Path, euro: str, good: int) -> None:
    found = score(tmp_path, euro)
    assert found.money == Tally(good, 2)
    assert found.figures_told == Tally(good, 2)
    assert len(found.misses) == 2 - good


def test_the_figures_of_a_set_add_up(tmp_path: Path) -> None:
    one = score(tmp_path, "1150000")
    figures = together({"a": one, "b": one})
    assert figures["money"] == "4/4"
    assert figures["layout.1"] == figures["structure.all"] == 1.0
    assert figures["figures_precision"] == 1.0
