from rodedraad.checking.rules.theme_not_reported import ThemeNotReported
from rodedraad.model.document import Document
from rodedraad.model.terms import Kind, Reporting
from tests.checking.support import about, budget, heading, report

COVERS = ("Sociaal domein",)


def pages(*names: str) -> list:
    return [heading(f"t{number}", f"Thema {name}", Kind.THEME) for number, name in enumerate(names)]


def plan(*names: str) -> Document:
    return budget(*pages(*names), covers=COVERS)


def test_a_theme_that_the_report_does_not_name_beside_others_is_asked_for() -> None:
    documents = plan("Jeugd", "Zorg", "Werk"), report(*pages("Jeugd", "Werk"), covers=COVERS)
    assert about(ThemeNotReported, *documents) == ["t1"]


def test_a_report_with_other_themes_is_laid_out_in_its_own_way() -> None:
    documents = plan("Jeugd", "Zorg"), report(*pages("Jeugd", "Meedoen"), covers=COVERS)
    assert about(ThemeNotReported, *documents) == []


def test_a_report_of_exceptions_or_of_another_reach_is_not_asked() -> None:
    names = "Jeugd", "Zorg", "Werk"
    for other in ({"reporting": Reporting.EXCEPTIONS, "covers": COVERS}, {"covers": ("Veiligheid",)}):
        documents = plan(*names), report(*pages("Jeugd", "Werk"), **other)
        assert about(ThemeNotReported, *documents) == []
