"""A heading of which nobody said what stands under it."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, about, quotes
from rodedraad.model.document import UnknownHeading
from rodedraad.model.terms import Severity


class UnknownHeadingRule(Rule):
    """A heading that the vocabulary does not know: what it opens was told by the text alone."""

    code = "unknown-heading"
    title = "Kop die wij niet kennen"
    severity = Severity.NOTE
    basis = grounds.NOT_GUESSED
    explanation = (
        "Een kop staat niet in de woordenlijst. Wat eronder staat, is daarom alleen aan de tekst zelf "
        "herkend, en dat kan misgaan."
    )
    remedy = (
        "Zeg in dossier.toml wat de kop betekent: [[document.heading]] met ‘words’ (deze kop) en ‘means’ "
        "(een bekende kop die hetzelfde vraagt)."
    )

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each heading, each wording once a document."""
        for document in case.documents:
            for heading in document.unknown_headings:
                yield Remark(
                    subject=about(document),
                    message=_message(heading),
                    evidence=quotes(document, (heading.evidence,)),
                    key=heading.words,
                )


def _message(heading: UnknownHeading) -> str:
    asked = f"De kop ‘{heading.words}’ kennen wij niet."
    return f"{asked} De kop die er het meest op lijkt, is ‘{heading.nearest}’." if heading.nearest else asked
