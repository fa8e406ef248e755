"""The explanation of a line, in Dutch."""

import re
from collections.abc import Iterator

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.model.build import Build
from rodedraad.model.codec import to_json
from rodedraad.model.document import Document, Element, Span
from rodedraad.recognising.explaining import Explanation, KnownHeading, explain

_PLACE = re.compile(r"(?:(?P<source>\d+):)?(?P<line>\d+)")
_LOOKS = {
    "stamp": "een stempel van de site",
    "head": "een kop uit de woordenlijst",
    "title": "een titel",
    "record": "het begin van een nieuw onderwerp",
    "number": "een nummer",
    "inline": "tekst met een eigen label ervoor",
    "state": "een status",
    "figures": "een rij met cijfers",
    "figure_head": "de kop boven een kolom cijfers",
    "figure_cell": "een cijfer",
    "text": "gewone tekst",
}


def why(build: Build, document: Document, place: str) -> Iterator[str]:
    """Yield, line by line, why a line of a document was read as it was.

    Raises:
        DossierError: there is no such line, or nothing stands on it.
    """
    for explanation in _explained(build, document, place):
        yield from _told(explanation)


def as_data(build: Build, document: Document, place: str) -> bytes:
    """Return the same as JSON, for a program; raises as `why` does."""
    return to_json(list(_explained(build, document, place)))


def _explained(build: Build, document: Document, place: str) -> tuple[Explanation, ...]:
    found = explain(document, build.texts[document.id], _span(build, document, place))
    if not found:
        problem = "op deze regel staat niets dat is gelezen"
        remedy = "Kies een regel met tekst; `rodedraad show` noemt ze bij elk onderdeel."
        raise DossierError(Problem(file=document.id, place=f"regel {place}", problem=problem, remedy=remedy))
    return found


def _span(build: Build, document: Document, place: str) -> Span:
    texts = build.texts[document.id]
    asked = _PLACE.fullmatch(place)
    source, line = (int(asked["source"] or 1), int(asked["line"])) if asked else (0, 0)
    if not 1 <= source <= len(texts) or not 1 <= line <= texts[source - 1].text.count("\n") + 1:
        problem, remedy = (
            f'"{place}" is geen regel van dit document',
            "Noem een regel, zoals 12, of bron en regel, zoals 2:12.",
        )
        raise DossierError(Problem(file=document.id, problem=problem, remedy=remedy))
    lines = texts[source - 1].text.split("\n")
    start = sum(len(one) + 1 for one in lines[: line - 1])
    return Span(source=source - 1, start=start, end=start + len(lines[line - 1]))


def _told(one: Explanation) -> Iterator[str]:
    yield f"“{one.text}”"
    for element in one.elements:
        yield f"  Gelezen als: {_kind(element)}"
        if element.status is not None:
            yield f"  Status: {element.status.value}, door {_by(element)}"
        for amount in element.amounts:
            yield f"  Bedrag: {amount.what}, {amount.phase}, {amount.year}: {amount.value} ({amount.raw})"
        for value in element.values:
            yield f"  Cijfer: {value.name}, {value.side}, {value.period}: {value.raw}"
    if not one.elements:
        yield "  Gelezen als: niets; de regel is opzij gezet of hoort bij een kop"
    yield f"  Op het eerste gezicht: {_LOOKS.get(one.first, one.first)}"
    yield from (f"  Door de regels eromheen ({step}): {_LOOKS.get(made, made)}" for step, made in one.steps)
    if one.own is not None:
        yield f"  Kop: {_heading(one.own)}"
    if one.head is not None:
        yield f"  Kolom: {_heading(one.head)}"
    yield from (f"  Staat onder: {_heading(heading)}" for heading in one.headings)
    yield from (
        f"  Woorden: “{cue.words}” pleit voor {cue.kind} ({cue.weight:+g}; {cue.note})" for cue in one.cues
    )
    yield f"  Tijd: {_tense(one.tense)}"


def _kind(element: Element) -> str:
    kind = f"{element.kind}, {element.phase}" if element.phase else str(element.kind)
    label = f", label “{element.label}”" if element.label else ""
    answers = f", antwoord op {len(element.answers)}" if element.answers else ""
    return f"{kind}{label}{answers} ({element.id})"


def _by(element: Element) -> str:
    status = element.status
    basis = {"text": "de tekst", "symbol": "het teken of woord in de statuskolom", "person": "een mens"}
    return "" if status is None else basis[status.by] + (f": {status.reason}" if status.reason else "")


def _heading(heading: KnownHeading) -> str:
    if heading.row is None:
        return f"“{heading.text}” (niet in de woordenlijst)"
    kind = " ".join(filter(None, (heading.row["kind"], heading.row["phase"]))) or "geen soort"
    return f"“{heading.text}” (woordenlijst: {heading.row['role']}, {kind}; {heading.row['source']})"


def _tense(score: float) -> str:
    return "kijkt terug" if score > 0 else "kijkt vooruit" if score < 0 else "zegt niets"
