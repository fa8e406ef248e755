import pytest

from rodedraad.recognising.codes import code_of
from tests.recognising.pages import recognised


@pytest.mark.parametrize(
    ("number", "code"),
    [("Doel 3.1", ("3", "1")), ("H2.1.a", ("2", "1", "a")), ("P3 1.1", ("1", "1")), (None, ())],
)
def test_the_parts_of_a_code(number: str | None, code: tuple[str, ...]) -> None:
    assert code_of(number) == code


def kinds(*titles: str) -> list[str]:
    body = "".join(
        f"<h{len(code_of(title.split()[0]))}>{title}</h{len(code_of(title.split()[0]))}>"
        "<p>Daar werken we elk jaar aan.</p>"
        for title in titles
    )
    document = recognised(f"<main>{body}</main>", name="pagina.html")
    told = {f"{element.number or ''}": element.kind.value for element in document.elements if element.number}
    return [told[title.split()[0]] for title in titles]


LEAVES = (
    "Openen van een buurthuis in Noord",
    "Starten van taalles voor alle nieuwkomers",
    "Uitdelen van fietsen aan alle kinderen",
)


def test_short_names_at_the_top_are_themes_under_the_programme() -> None:
    leaves = [f"4.1.1.{place} {leaf}" for place, leaf in enumerate(LEAVES, start=1)]
    titles = ["4. Samen Proefstede", "4.1 Meedoen", "4.1.1 Inwoners kennen elkaar in de wijk", *leaves]
    assert kinds(*titles) == ["programme", "theme", "goal", *["activity"] * 3]


def test_long_names_right_over_things_to_do_are_aims() -> None:
    leaves = [f"1.1.{place} {leaf}" for place, leaf in enumerate(LEAVES, start=1)]
    assert kinds("1.1 Eerder erbij en daardoor erger voorkomen", *leaves)[0] == "goal"
