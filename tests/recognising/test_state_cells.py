"""A status cell is tied to what it judges; what activities came to is no status of the goal above them."""

from rodedraad.model.terms import DocumentKind
from tests.recognising.pages import recognised, saying

TABLE = """<main><h2>Thema Meedoen</h2><table>
<tr><th>Doel</th><th>Actie</th><th>Status</th><th>Toelichting</th></tr>
<tr><td>Inwoners ontmoeten elkaar in de wijk</td><td>We openen een buurthuis.</td><td>Gerealiseerd</td>
<td>Het buurthuis is geopend.</td></tr></table></main>"""


def test_the_label_that_a_status_cell_is_names_the_promise_it_judges() -> None:
    document = recognised(TABLE, DocumentKind.JAARSTUKKEN, name="pagina.html")
    cell, promise = saying(document, "Gerealiseerd"), saying(document, "We openen een buurthuis.")
    assert (cell.kind, cell.answers) == ("heading", (promise.id,))
    assert saying(document, "Inwoners ontmoeten elkaar in de wijk").status is None


def test_what_was_done_gives_the_goal_it_served_no_status() -> None:
    goal = "Het buurthuis in Noord is de plek voor ontmoeting."
    page = f"""<main><h2>Thema Meedoen</h2><h3>Wat wilden we bereiken?</h3><p>{goal}</p>
    <h3>Wat hebben we daarvoor gedaan?</h3><p>Het buurthuis in Noord is geopend als plek voor ontmoeting.</p></main>"""
    document = recognised(page, DocumentKind.JAARSTUKKEN, name="pagina.html")
    result = next(one for one in document.elements if one.phase == "actual")
    assert result.answers == (saying(document, goal).id,)
    assert saying(document, goal).status is None
