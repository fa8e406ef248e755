from collections.abc import Callable

import pytest

from rodedraad.model.build import Build
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.pdf.pieces import document_print, part_prints, printed_parts, thread_print
from rodedraad.publishing.pdf.records import Print
from rodedraad.publishing.pdf.typeset import Typesetter
from rodedraad.publishing.views.common import Pages
from tests.support.tagged import Tagged


@pytest.fixture(scope="session")
def pieces(build: Build) -> dict[str, Print]:
    """One of each kind of PDF."""
    pages = Pages(Lookup(build))
    report = pages.lookup.document("jaarstukken-2024")
    budget = pages.lookup.document("begroting-2023")
    return {
        "report": document_print(pages, report),
        "budget": document_print(pages, budget),
        "programme": next(part_prints(pages, report, printed_parts(report))),
        "theme": list(part_prints(pages, report, printed_parts(report)))[-1],
        "thread": thread_print(pages, pages.lookup.threads["t-a1"]),
        "thread without outcome": thread_print(pages, pages.lookup.threads["t-g1"]),
    }


@pytest.fixture(scope="session")
def typeset(build: Build) -> Callable[[Print], bytes]:
    typesetter = Typesetter()
    return lambda made: typesetter.pdf(made, base="../../", built=build.manifest.stamp)


@pytest.fixture(scope="session")
def made(pieces, typeset) -> dict[str, Tagged]:
    return {name: Tagged(typeset(one)) for name, one in pieces.items()}
