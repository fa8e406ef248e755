"""A theme of the budget that the report in full does not name: perhaps a page is missing."""

from collections.abc import Iterator

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, together
from rodedraad.checking.wording import quoted
from rodedraad.linking.due import ANSWERED_FOR, ANSWERING, reports_fully
from rodedraad.linking.ledger import ledger
from rodedraad.linking.scope import themes
from rodedraad.model.document import Document
from rodedraad.model.terms import Severity


class ThemeNotReported(Rule):
    """A report in full names other themes of its budget, and not this one."""

    code = "theme-not-reported"
    title = "Thema niet in het verslag"
    severity = Severity.QUESTION
    basis = grounds.CONNECTED
    explanation = (
        "De begroting heeft dit thema. Het verslag van dat jaar noemt andere thema’s uit de begroting, en "
        "dit niet. Misschien ontbreekt een pagina in dit dossier, of heet het thema nu anders. "
        "Van de beloften onder dit thema wordt daarom niet gezegd dat zij niet zijn teruggevonden."
    )
    remedy = "Voeg de pagina toe aan `sources` in `dossier.toml`, of zeg met `covers` wat het document omvat."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each theme of a budget that the report on its year does not name."""
        missing = ledger(case.documents, case.threads).missing
        for budget in case.documents:
            if budget.kind in ANSWERED_FOR:
                for report in _reports(case, budget):
                    named = themes(budget)
                    for theme in (named[name] for name in named if name in missing[budget.id, report.id]):
                        message = f"Het thema {quoted(theme)} is niet teruggevonden in ‘{report.title}’."
                        yield together(budget, [theme], message)


def _reports(case: Case, budget: Document) -> Iterator[Document]:
    for report in case.documents:
        same = report.organisation.code == budget.organisation.code and report.year == budget.year
        shared = set(budget.covers) & set(report.covers)
        full = report.kind in ANSWERING and reports_fully(report) and report.adopted > budget.adopted
        if same and shared and full:
            yield report
