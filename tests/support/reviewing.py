"""A dossier with links to decide on: real documents, and offers with chances that no scorer changes."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from rodedraad.cli.review_server import review_server
from rodedraad.dossier import load
from rodedraad.dossier.build import build
from rodedraad.dossier.review import Wanted, session_of
from rodedraad.dossier.store import read_build
from rodedraad.model.build import Build
from rodedraad.model.codec import to_json
from rodedraad.model.terms import Decision, Relation
from rodedraad.model.threads import Evidence, Link, Pointer, Threads
from tests.dossier.support import BUDGET, ORGANISATION, document_table

REPORT = """Programma Zorg

Wat hebben we daarvoor gedaan?

• De buurtkamer in het oude postkantoor ging open in mei.
• Naast het oude postkantoor kwam een tuin bij de buurtkamer.
• Mantelzorgers kregen een nieuw plan, dat de raad vaststelde.
• Het plan voor ondersteuning van mantelzorgers is klaar.
• De raad kreeg in juni een brief over <wonen> & "zorg".
"""
ROOM, GARDEN, PLAN, READY, LETTER = REPORT.replace("• ", "").splitlines()[4:]
PROMISED = "We openen in het 2e kwartaal van 2023 een buurtkamer in het oude postkantoor."
CARERS = "We actualiseren het plan voor mantelzorg."
GOAL = "Inwoners wonen langer thuis."
OFFERS = {
    (PROMISED, ROOM): 0.91,
    (PROMISED, GARDEN): 0.62,
    (CARERS, READY): 0.55,
    (CARERS, PLAN): 0.41,
    (GOAL, LETTER): 0.06,
}
"""The offers, best first."""
BUDGET_ID, REPORT_ID = "begroting-2023", "jaarstukken-2023"


def dossier_to_review(folder: Path) -> Path:
    """Write a dossier, build it, and offer the links; returns its folder."""
    (folder / "pages").mkdir(parents=True)
    toml = ORGANISATION
    texts = {BUDGET_ID: ("begroting", BUDGET), REPORT_ID: ("jaarstukken", REPORT)}
    for name, (kind, text) in texts.items():
        (folder / "pages" / f"{name}.txt").write_text(text, encoding="utf-8")
        toml += document_table(name, kind, 2023, f"pages/{name}.txt")
    (folder / "dossier.toml").write_text(toml, encoding="utf-8")
    build(load(folder))
    offered = Threads(links=links(read_build(folder / "build")))
    (folder / "build" / "threads.json").write_bytes(to_json(offered))
    return folder


def copy_of(folder: Path, target: Path) -> Path:
    """Return a copy of a dossier, to decide in."""
    shutil.copytree(folder, target)
    return target


def links(made: Build) -> tuple[Link, ...]:
    """Return the offers as links of a build."""
    return tuple(_offered(made, one, other, score) for (one, other), score in reversed(OFFERS.items()))


def pointer(made: Build, text: str) -> Pointer:
    """Return the one element with a text."""
    (found,) = (
        Pointer(document=document.id, element=element.id)
        for document in made.documents
        for element in document.elements
        if element.text == text
    )
    return found


def _offered(made: Build, one: str, other: str, score: float) -> Link:
    return Link(
        from_=pointer(made, one),
        to=pointer(made, other),
        relation=Relation.REPORTS,
        score=score,
        evidence=(
            Evidence(what="wording", weight=9.4, text="dezelfde woorden: oude, buurtkamer"),
            Evidence(what="place", weight=-1.2, text="staan onder een ander thema of doel"),
            Evidence(what="order", weight=-0.02, text="niet op dezelfde plaats in de volgorde"),
            Evidence(what="start", weight=-7.1, text="zomaar twee onderdelen horen zelden bij elkaar"),
        ),
        decision=Decision.PROPOSED,
    )


@contextmanager
def being_reviewed(folder: Path) -> Iterator[ThreadingHTTPServer]:
    """The server of a dossier whose links a controller decides on."""
    session = session_of(folder, read_build(folder / "build"), Wanted(), "controller")
    with review_server(folder / "build" / "site", 0, session) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
