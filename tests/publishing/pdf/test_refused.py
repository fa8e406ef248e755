import pytest
import typst
from msgspec.structs import replace

from rodedraad.publishing.pdf.errors import PdfError, refused
from rodedraad.publishing.pdf.typeset import Typesetter

TITLE = '#set document(title: "Proef")\n#set text(lang: "nl")\n'


def said(template: str) -> str:
    """What the typesetter says of a template that it refuses."""
    with pytest.raises(typst.TypstError) as error:
        typst.compile(
            template.encode(), format="pdf", pdf_standards="ua-1", timestamp=0, ignore_system_fonts=True
        )
    return error.value.diagnostic


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ('#set text(lang: "nl")\n= Kop', "er is geen titel"),
        (TITLE + "== Kop", "de eerste kop is niet van het hoogste niveau"),
        (TITLE + "= Kop\n=== Kop", "er is een niveau van koppen overgeslagen"),
        (TITLE + "= Kop\n$ x $", "een afbeelding of grafiek heeft geen beschrijving in woorden"),
        (TITLE + '#set text(lang: "nederlands")', "de taal is geen taalcode"),
    ],
)
def test_each_refusal_is_told_in_dutch_with_what_to_do(template, problem):
    error = refused("pdf/document/x.pdf", said(template))
    assert error.problem.startswith(f"{problem} (")
    assert str(error).startswith(f"pdf/document/x.pdf: {problem} (")
    assert error.remedy.endswith(".")
    assert "weigert" not in error.problem


def test_a_refusal_that_nobody_knew_is_told_in_the_words_of_the_typesetter():
    error = refused("pdf/document/x.pdf", "error: something new\n  at a place")
    assert error.problem == "de zetter weigert het (something new)"


def test_a_document_whose_language_is_no_language_is_refused(build, pieces):
    with pytest.raises(PdfError) as error:
        Typesetter().pdf(
            replace(pieces["theme"], language="Nederlands"), base=None, built=build.manifest.stamp
        )
    assert error.value.file.endswith("/werk.pdf")
    assert "de taal is geen taalcode" in error.value.problem
    assert "dossier.toml" in error.value.remedy


def test_a_document_without_a_title_is_refused(build, pieces):
    nameless = replace(pieces["theme"], cover=replace(pieces["theme"].cover, title=""))
    with pytest.raises(PdfError, match="er is geen titel"):
        Typesetter().pdf(nameless, base=None, built=build.manifest.stamp)
