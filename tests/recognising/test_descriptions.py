"""Descriptions in the fields of a project: what they describe is told by the fields around them."""

from rodedraad.model.document import Document, Element
from rodedraad.model.terms import DocumentKind
from tests.recognising.pages import recognised, saying

PLANNED = "Vrijwilligers leren nieuwe buren fietsen."
REACHED = "Er hebben zestien mensen leren fietsen."
AIM = "Nieuwe buren komen overal."


def project(name: str, *fields: tuple[str, str]) -> str:
    told = "".join(
        f"<div class='veld'>{label}</div><div class='waarde'>{text}</div>" for label, text in fields
    )
    return f"<h2>{name}</h2>{told}"


def page(*projects: str, kind: DocumentKind = DocumentKind.JAARSTUKKEN) -> Document:
    body = "".join(projects)
    return recognised(f"<main><h1>Programma Samen</h1>{body}</main>", kind, name="pagina.html")


def told(element: Element) -> tuple[str, str | None]:
    return element.kind.value, element.phase.value if element.phase else None


def parent(document: Document, element: Element) -> Element:
    return next(one for one in document.elements if one.id == element.parent)


FIELDS = (("Omschrijving", PLANNED), ("Tijd", "G"), ("Tijd (toelichting)", REACHED))
OTHER = (("Omschrijving", "Ouderen eten samen in het dorpshuis."), ("Tijd", "R"))


def test_what_is_judged_by_its_fields_is_promised() -> None:
    document = page(project("Fietsles", *FIELDS), project("Eettafel", *OTHER))
    promise = saying(document, PLANNED)
    assert told(promise) == ("activity", "plan")
    assert saying(document, REACHED).answers == (promise.id,)


def test_the_letter_in_a_field_answers_what_is_described() -> None:
    document = page(project("Fietsles", *FIELDS), project("Eettafel", *OTHER))
    assert saying(document, "R").answers == (saying(document, "Ouderen eten samen").id,)


def test_beside_an_aim_the_description_is_what_is_done_for_it() -> None:
    one = (
        ("Doel", AIM),
        ("Omschrijving", PLANNED),
        ("Kwaliteit", "Elke les duurt een uur en wordt gegeven door twee buren."),
    )
    two = (("Doel", "Ouderen zijn minder alleen."), ("Omschrijving", "Ouderen eten samen in het dorpshuis."))
    document = page(project("Fietsles", *one), project("Eettafel", *two), kind=DocumentKind.BEGROTING)
    promise = saying(document, PLANNED)
    assert told(promise) == ("activity", "plan")
    assert parent(document, promise) == saying(document, AIM)
    assert told(saying(document, "Elke les duurt een uur en wordt gegeven door twee buren.")) == (
        "activity",
        "plan",
    )


def test_above_actions_the_description_is_their_aim() -> None:
    def actions(first: str, second: str) -> str:
        rows = f"<tr><td>{first}</td><td>1 mei</td></tr><tr><td>{second}</td><td>1 juni</td></tr>"
        return f"<table><tr><th>Actie</th><th>Gereed</th></tr>{rows}</table>"

    one = project("Fietsen", ("Omschrijving", AIM)) + actions("Fietsles geven", "Fietsen opknappen")
    two = project("Eten", ("Omschrijving", "Ouderen zijn minder alleen.")) + actions("Eettafel", "Kookclub")
    document = page(one, two, kind=DocumentKind.BEGROTING)
    assert told(saying(document, AIM)) == ("goal", "plan")
    assert parent(document, saying(document, "Fietsen opknappen")) == saying(document, AIM)


def test_one_description_alone_stays_what_it_is() -> None:
    document = page(project("Fietsles", ("Omschrijving", "De dorpen liggen ver uiteen.")))
    assert told(saying(document, "De dorpen liggen ver uiteen.")) == ("narrative", None)


def test_several_results_in_a_field_answer_each_their_own_promise() -> None:
    def both(*texts: str) -> str:
        return "".join(f"<p>{text}</p>" for text in texts)

    asked = both("Wij openen een nieuwe speeltuin.", "Wij starten een kookclub voor ouderen.")
    came = both(
        "De kookclub telt twaalf ouderen, die elke week samen koken.", "De speeltuin is in mei geopend."
    )
    one = (("Doel", AIM), ("Omschrijving", asked), ("Kwaliteit", came))
    document = page(project("Buurt", *one), project("Eettafel", ("Doel", "Samen eten."), *OTHER))
    club, garden = saying(document, "Wij starten een kookclub"), saying(document, "Wij openen een nieuwe")
    assert saying(document, "De kookclub telt twaalf").answers == (club.id,)
    assert saying(document, "De speeltuin is in mei").answers == (garden.id,)
