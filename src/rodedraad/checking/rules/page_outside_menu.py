"""Pages that the menu and the sitemap of a document do not name."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, about
from rodedraad.checking.wording import listed
from rodedraad.model.terms import Severity


class PageOutsideMenu(Rule):
    """Pages stand in the folder of a document, and neither its sitemap nor its menu leads to them."""

    code = "page-outside-menu"
    title = "Pagina die niet in het menu staat"
    severity = Severity.NOTE
    basis = grounds.CONNECTED
    explanation = (
        "Deze pagina staat in de map van het document, maar de sitemap en het menu van het document noemen "
        "haar niet. Zij is achteraan gelezen, onder geen programma van een andere pagina."
    )
    remedy = "Zet de pagina in het menu, noem haar zelf in dossier.toml, of haal haar uit de map."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield one remark a document."""
        for document in case.documents:
            names = [source.name for source in document.sources if source.unplaced]
            if names:
                number = f"{len(names)} pagina’s staan" if len(names) > 1 else "1 pagina staat"
                message = f"{number} niet in het menu of de sitemap: {listed(names)}."
                yield Remark(subject=about(document), message=message)
