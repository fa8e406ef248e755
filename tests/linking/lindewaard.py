"""A small dossier of an invented municipality: two budgets and the report between them."""

from datetime import date

from rodedraad.model.document import Document, Element, StatusJudgement
from rodedraad.model.terms import By, Kind, Phase, Status
from tests.linking.support import deadline, document, element, report, result

TEXTS = {
    "mantelzorg": "We openen een steunpunt voor mantelzorgers in het wijkgebouw De Linde, met een vast spreekuur.",
    "vervoer": "Het doelgroepenvervoer besteden we uiterlijk 1 juli 2021 opnieuw aan, samen met de buurgemeenten.",
    "schulden": "We starten met vroegsignalering van schulden bij huurders van woningcorporatie Thuishaven.",
    "taal": "Laaggeletterde inwoners krijgen een taalcursus in de bibliotheek, ook in de avonduren.",
    "sport": "Kinderen uit gezinnen met een laag inkomen sporten gratis via het Jeugdfonds Sport.",
}


def judged(status: Status) -> StatusJudgement:
    return StatusJudgement(value=status, by=By.TEXT)


def theme(identity: str, text: str) -> Element:
    return element(identity, text, kind=Kind.THEME, phase=None)


def goal(identity: str, text: str, parent: str) -> Element:
    return element(identity, text, kind=Kind.GOAL, parent=parent)


def budget_2021() -> Document:
    return document(
        "begroting-2021",
        2021,
        [
            theme("t1", "Thema Ondersteuning"),
            goal("g1", "Mantelzorgers kunnen hun taak blijven volhouden", "t1"),
            element("a1", TEXTS["mantelzorg"], parent="g1"),
            element(
                "a2", TEXTS["vervoer"], parent="t1", deadlines=(deadline("1 juli 2021", date(2021, 7, 1)),)
            ),
            theme("t2", "Thema Meedoen"),
            goal("g2", "Iedereen kan rondkomen", "t2"),
            element("a3", TEXTS["schulden"], parent="g2"),
            element("a4", TEXTS["taal"], parent="t2"),
            goal("g3", "Ieder kind kan sporten en spelen", "t2"),
            element("n1", "Deze begroting sluit aan bij de visie Samen Lindewaard.", Kind.NARRATIVE, None),
        ],
    )


def report_2021() -> Document:
    return report(
        "jaarstukken-2021",
        2021,
        [
            theme("t1", "Thema Ondersteuning"),
            element("p1", TEXTS["mantelzorg"], parent="t1", status=judged(Status.DONE)),
            result(
                "r1", "Het steunpunt is in maart geopend; het spreekuur trekt elke week tien mensen.", "p1"
            ),
            element(
                "p2",
                TEXTS["vervoer"],
                parent="t1",
                status=judged(Status.DELAYED),
                deadlines=(deadline("1 juli 2021", date(2021, 7, 1)),),
            ),
            result(
                "r2",
                "Door vragen van de provincie is de aanbesteding van het doelgroepenvervoer uitgesteld naar 1 maart 2022.",
                "p2",
                deadlines=(deadline("1 maart 2022", date(2022, 3, 1)),),
            ),
            theme("t2", "Thema Meedoen"),
            element("p3", TEXTS["schulden"], parent="t2"),
        ],
    )


def budget_2022() -> Document:
    return document(
        "begroting-2022",
        2022,
        [
            theme("t1", "Thema Ondersteuning"),
            element(
                "a1",
                "Het doelgroepenvervoer besteden we uiterlijk 1 maart 2022 opnieuw aan, met de buurgemeenten.",
                parent="t1",
                deadlines=(deadline("1 maart 2022", date(2022, 3, 1)),),
            ),
            theme("t2", "Thema Meedoen"),
            element("a2", TEXTS["sport"], parent="t2"),
            element("i1", "Aantal deelnemers aan een taalcursus", Kind.INDICATOR, Phase.PLAN, parent="t2"),
        ],
        adopted=date(2021, 11, 8),
    )


def dossier() -> list[Document]:
    return [budget_2021(), report_2021(), budget_2022()]
