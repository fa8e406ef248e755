"""Pages with the same content, of which one was read."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, about
from rodedraad.checking.wording import listed
from rodedraad.model.terms import Severity


class PageTwice(Rule):
    """Files of a document hold the same content; it was read once."""

    code = "page-twice"
    title = "Dezelfde pagina staat er twee keer"
    severity = Severity.NOTE
    basis = grounds.CONNECTED
    explanation = (
        "Deze bestanden hebben dezelfde inhoud. Die is één keer gelezen, zodat geen belofte dubbel telt."
    )
    remedy = "Haal het dubbele bestand uit de map, of haal de pagina die daar hoort opnieuw op."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield one remark for each page that stands there more than once."""
        for document in case.documents:
            for source in document.sources:
                if source.also:
                    same = f"Hetzelfde als {source.name} staat in {listed(source.also)}."
                    message = f"{same} Het is één keer gelezen."
                    yield Remark(subject=about(document), message=message, key=source.name)
