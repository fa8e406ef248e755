"""Mandatory indicators that a list of them leaves out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from rodedraad.checking import grounds
from rodedraad.checking.case import Case
from rodedraad.checking.rule import Remark, Rule, about
from rodedraad.checking.wording import listed
from rodedraad.model.bbv import MandatoryIndicator, mandatory_by_code, mandatory_indicators
from rodedraad.model.document import Document
from rodedraad.model.terms import STRUCTURE, Kind, Severity

_LIST: Final = re.compile(
    r"(?:verplichte|wettelijk voorgeschreven|landelijk vastgestelde|basisset)"
    r" (?:\w+ )?(?:beleids)?indicatoren"
    r"|bbv[- ]indicatoren|indicatoren \(?bbv\)?",
    re.IGNORECASE,
)


class MandatoryAbsent(Rule):
    """A document that calls its list that of the regulation, and shows more than half of a group of it."""

    code = "mandatory-absent"
    title = "Verplichte indicator niet in de lijst"
    severity = Severity.NOTE
    basis = grounds.MANDATORY
    explanation = (
        "Het stuk heeft een lijst van verplichte beleidsindicatoren. Van een taakveld staan de meeste erin, "
        "maar niet alle."
    )
    remedy = "Neem de indicator op; is er geen cijfer, vermeld dan ‘gegevens niet beschikbaar’."

    def check(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for each group of the regulation of which some are not found."""
        for document in case.documents:
            if not _has_list(document):
                continue
            shown = {value.standard for element in document.elements for value in element.values}
            for group, asked in _groups(document.year).items():
                absent = [one.name for one in asked if one.code not in shown]
                if absent and len(absent) * 2 < len(asked):
                    yield Remark(
                        subject=about(document),
                        message=f"Van de verplichte indicatoren ({group}) niet gevonden: {listed(absent)}.",
                        key=group,
                    )


def _has_list(document: Document) -> bool:
    structure = (one for one in document.elements if one.kind in STRUCTURE or one.kind is Kind.INDICATOR)
    named = any(_LIST.search(one.text) for one in structure)
    return named and any(mandatory_by_code(v.standard) for one in document.elements for v in one.values)


def _groups(year: int) -> dict[str, list[MandatoryIndicator]]:
    found: dict[str, list[MandatoryIndicator]] = defaultdict(list)
    for one in mandatory_indicators():
        if one.is_asked_in(year):
            found[one.group].append(one)
    return found
