"""A build made by hand: an invented municipality with two years, every outcome, shifts and findings."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from rodedraad.model.build import Build, DossierInfo, FileDigest, Manifest
from rodedraad.model.document import (
    Amount,
    Deadline,
    Document,
    Element,
    Organisation,
    Reference,
    SetAside,
    Source,
    Span,
    StatusJudgement,
    Value,
)
from rodedraad.model.findings import Finding, Findings, Quote, Subject
from rodedraad.model.terms import (
    By,
    ChangeKind,
    Decision,
    DocumentKind,
    Effect,
    Kind,
    MoneyPhase,
    Phase,
    Relation,
    Reporting,
    Severity,
    Side,
    Status,
)
from rodedraad.model.text import Block, BlockRole, Extract
from rodedraad.model.threads import (
    Change,
    Dated,
    Dropped,
    Evidence,
    Link,
    Pointer,
    Shift,
    Thread,
    Threads,
    Worded,
)

VELDERMEER = Organisation(code="GM9901", name="Veldermeer")
OOSTERZOOM = Organisation(code="GM9902", name="Oosterzoom")
NASTY = "We sturen <script>alert(1)</script> & een \"brief\" met 'javascript:alert(2)' naar alle buurthuizen."


@dataclass(frozen=True)
class Line:
    """One line of a document and what is to be made of it; `status` and `deadline` quote words of the document."""

    id: str
    kind: Kind
    text: str
    phase: Phase | None = None
    parent: str | None = None
    answers: tuple[str, ...] = ()
    number: str | None = None
    status: tuple[Status, str] | None = None
    deadline: tuple[str, date, date] | None = None
    values: tuple[tuple[str, Side, str, float | None], ...] = ()
    amounts: tuple[tuple[str, MoneyPhase, int, float, str], ...] = ()
    refs: tuple[str, ...] = ()


def plan(id_: str, text: str, parent: str = "thuis", kind: Kind = Kind.ACTIVITY, **more: object) -> Line:
    return Line(id=id_, kind=kind, text=text, phase=Phase.PLAN, parent=parent, **more)  # type: ignore[arg-type]


def actual(
    id_: str, text: str, *answers: str, parent: str = "thuis", kind: Kind = Kind.ACTIVITY, **more: object
) -> Line:
    return Line(id=id_, kind=kind, text=text, phase=Phase.ACTUAL, parent=parent, answers=answers, **more)  # type: ignore[arg-type]


def frame(programme: str = "Programma Sociaal domein") -> tuple[Line, ...]:
    return (
        Line("prog", Kind.PROGRAMME, programme),
        Line("thuis", Kind.THEME, "Thema Thuis in de wijk", parent="prog"),
    )


def work() -> Line:
    return Line("werk", Kind.THEME, "Thema Werk en inkomen", parent="prog")


BUDGET_2023 = (
    *frame(),
    Line("q1", Kind.HEADING, "Wat willen we bereiken?", parent="thuis"),
    plan("g1", "Inwoners die hulp nodig hebben, vinden die dichtbij huis.", kind=Kind.GOAL),
    Line("q2", Kind.HEADING, "Wat gaan we daarvoor doen?", parent="thuis"),
    plan(
        "a1",
        "We openen uiterlijk in het 4e kwartaal van 2023 een buurthuis in elke wijk.",
        "g1",
        deadline=("4e kwartaal van 2023", date(2023, 10, 1), date(2023, 12, 31)),
    ),
    plan("a2", "We bezoeken alle inwoners van 75 jaar en ouder.", "g1"),
    plan(
        "a3",
        "We stellen vóór 1 juli 2023 een nota mantelzorg op.",
        "g1",
        deadline=("vóór 1 juli 2023", date(2023, 1, 1), date(2023, 6, 30)),
    ),
    plan("a4", "We verkennen een meldpunt eenzaamheid.", "g1"),
    Line(
        "n1",
        Kind.NARRATIVE,
        "De vraag naar hulp groeit ieder jaar, en het aantal mantelzorgers daalt.",
        parent="thuis",
    ),
    plan(
        "i1",
        "Aantal huisbezoeken: 400",
        "g1",
        Kind.INDICATOR,
        values=(("Aantal huisbezoeken", Side.TARGET, "400", 400.0),),
    ),
    work(),
    plan("a5", "We begeleiden 120 inwoners met een uitkering naar werk.", "werk"),
    plan(
        "a17",
        "We begeleiden van 15 januari 2023 tot en met 20 december 2024 een proeftuin.",
        "werk",
        deadline=("van 15 januari 2023 tot en met 20 december 2024", date(2023, 1, 15), date(2024, 12, 20)),
    ),
    plan("a6", "We voeren de wet inburgering uit.", "werk"),
    plan(
        "c1",
        "Lasten Thema Werk en inkomen: 12.400",
        "werk",
        Kind.COST,
        amounts=(("lasten", MoneyPhase.PROPOSED, 2023, 12_400_000.0, "12.400"),),
    ),
)

BUDGET_2024 = (
    *frame(),
    plan("g1", "Inwoners die hulp nodig hebben, vinden die dicht bij huis.", kind=Kind.GOAL),
    plan(
        "a1",
        "We openen uiterlijk in het 2e kwartaal van 2024 een buurthuis in de wijken Noord en Zuid.",
        "g1",
        deadline=("2e kwartaal van 2024", date(2024, 4, 1), date(2024, 6, 30)),
    ),
    plan("a2", "We bezoeken alle inwoners van 80 jaar en ouder.", "g1"),
    plan(
        "a3",
        "We stellen vóór 1 januari 2025 een nota mantelzorg op.",
        "g1",
        deadline=("vóór 1 januari 2025", date(2024, 1, 1), date(2024, 12, 31)),
    ),
    plan("a4", "We openen een meldpunt eenzaamheid.", "g1"),
    plan("a7", "We maken alle wijkcentra toegankelijk voor mensen met een beperking.", "g1"),
    plan("a8", "We starten een proef met dagbesteding in de buurt.", "g1"),
    plan("a9", "We breiden het vervoer naar de dagbesteding uit.", "g1"),
    plan("a10", "We leggen een register van vrijwilligers aan.", "g1"),
    plan("a11", NASTY, "g1"),
    plan(
        "i1",
        "Aantal huisbezoeken: 450",
        "g1",
        Kind.INDICATOR,
        values=(("Aantal huisbezoeken", Side.TARGET, "450", 450.0),),
    ),
    plan("r1", "Er zijn te weinig vrijwilligers om alle huisbezoeken te doen.", "a2", Kind.RISK),
    work(),
    plan("a5", "We begeleiden 150 inwoners met een uitkering naar werk.", "werk"),
    plan("a6", "We voeren de wet inburgering uit.", "werk"),
    plan("a12", "We verlagen de wachttijd voor schuldhulp tot twee weken.", "werk"),
    plan(
        "a13",
        "We openen een werkplein samen met de Stichting Werkbrug.",
        "werk",
        refs=("Stichting Werkbrug",),
    ),
    plan("a14", "We evalueren de bijzondere bijstand.", "werk"),
    plan("a15", "We onderzoeken een basisbaan voor vijftig inwoners.", "werk"),
    plan("a16", "We sluiten een overeenkomst met de voedselbank.", "werk"),
    plan(
        "c1",
        "Lasten Thema Werk en inkomen: 13.100",
        "werk",
        Kind.COST,
        amounts=(("lasten", MoneyPhase.PROPOSED, 2024, 13_100_000.0, "13.100"),),
    ),
)

REPORT_2023 = (
    *frame(),
    plan(
        "a1",
        "We openen uiterlijk in het 4e kwartaal van 2023 een buurthuis in elke wijk.",
        status=(Status.DELAYED, "is uitgesteld naar het 2e kwartaal van 2024"),
    ),
    actual("a1r", "De opening van het buurthuis is uitgesteld naar het 2e kwartaal van 2024.", "a1"),
    plan(
        "a2",
        "We bezoeken alle inwoners van 75 jaar en ouder.",
        status=(Status.PARTLY, "310 van de 400 inwoners"),
    ),
    actual("a2r", "We bezochten 310 van de 400 inwoners.", "a2"),
    plan(
        "a3",
        "We stellen vóór 1 juli 2023 een nota mantelzorg op.",
        status=(Status.DELAYED, "is nog niet klaar"),
    ),
    actual("a3r", "De nota is nog niet klaar.", "a3"),
    plan("i1", "Aantal huisbezoeken", "thuis", Kind.INDICATOR),
    actual(
        "i1r", "310", "i1", kind=Kind.INDICATOR, values=(("Aantal huisbezoeken", Side.VALUE, "310", 310.0),)
    ),
    work(),
    plan(
        "a5",
        "We begeleiden 120 inwoners met een uitkering naar werk.",
        "werk",
        status=(Status.DONE, "126 inwoners vonden werk"),
    ),
    actual("a5r", "Dat is gelukt: 126 inwoners vonden werk.", "a5", parent="werk"),
    plan(
        "a6", "We voeren de wet inburgering uit.", "werk", status=(Status.ON_TRACK, "loopt volgens planning")
    ),
    actual("a6r", "De uitvoering loopt volgens planning.", "a6", parent="werk"),
    actual(
        "c1r",
        "Lasten Thema Werk en inkomen: 12.750",
        parent="werk",
        kind=Kind.COST,
        amounts=(
            ("lasten", MoneyPhase.PROPOSED, 2023, 12_400_000.0, "12.400"),
            ("lasten", MoneyPhase.EXECUTED, 2023, 12_750_000.0, "12.750"),
        ),
    ),
)

REPORT_2024 = (
    *frame(),
    plan(
        "a1",
        "We openen uiterlijk in het 2e kwartaal van 2024 een buurthuis in de wijken Noord en Zuid.",
        status=(Status.DELAYED, "Het buurthuis in Zuid opent in het 1e kwartaal van 2025"),
    ),
    actual(
        "a1r",
        "Het buurthuis in Noord is open. Het buurthuis in Zuid opent in het 1e kwartaal van 2025.",
        "a1",
        deadline=("1e kwartaal van 2025", date(2025, 1, 1), date(2025, 3, 31)),
    ),
    plan(
        "a2",
        "We bezoeken alle inwoners van 80 jaar en ouder.",
        status=(Status.DONE, "Alle 452 inwoners zijn bezocht"),
    ),
    actual("a2r", "Alle 452 inwoners zijn bezocht.", "a2"),
    plan(
        "a3",
        "We stellen vóór 1 januari 2025 een nota mantelzorg op.",
        status=(Status.DONE, "heeft de nota vastgesteld"),
    ),
    actual("a3r", "De raad heeft de nota vastgesteld.", "a3"),
    plan(
        "a7",
        "We maken alle wijkcentra toegankelijk voor mensen met een beperking.",
        status=(Status.PARTLY, "vier van de zes wijkcentra"),
    ),
    actual("a7r", "Dat lukte bij vier van de zes wijkcentra.", "a7"),
    plan(
        "a8",
        "We starten een proef met dagbesteding in de buurt.",
        status=(Status.MOVED, "opgegaan in het programma Vitale wijken"),
    ),
    actual("a8r", "De proef is opgegaan in het programma Vitale wijken.", "a8"),
    plan(
        "a9",
        "We breiden het vervoer naar de dagbesteding uit.",
        status=(Status.STOPPED, "hebben we besloten dit niet te doen"),
    ),
    actual("a9r", "Vanwege de kosten hebben we besloten dit niet te doen.", "a9"),
    plan("a10", "We leggen een register van vrijwilligers aan."),
    plan("a11", NASTY, status=(Status.NOT_STARTED, "nog niet begonnen")),
    actual("a11r", 'Hieraan zijn we nog niet begonnen <b onclick="x">.', "a11"),
    plan("i1", "Aantal huisbezoeken", "thuis", Kind.INDICATOR),
    actual(
        "i1r", "452", "i1", kind=Kind.INDICATOR, values=(("Aantal huisbezoeken", Side.VALUE, "452", 452.0),)
    ),
    actual(
        "x1",
        "Niet voorzien: we openden een steunpunt voor gevluchte gezinnen.",
        status=(Status.EXTRA, "Niet voorzien"),
    ),
    work(),
    plan(
        "a5",
        "We begeleiden 150 inwoners met een uitkering naar werk.",
        "werk",
        status=(Status.MISSED, "is niet gehaald"),
    ),
    actual("a5r", "Dit is niet gehaald: 97 inwoners vonden werk.", "a5", parent="werk"),
    plan(
        "a6", "We voeren de wet inburgering uit.", "werk", status=(Status.ON_TRACK, "gaat op schema verder")
    ),
    actual("a6r", "De uitvoering gaat op schema verder.", "a6", parent="werk"),
    plan(
        "a12",
        "We verlagen de wachttijd voor schuldhulp tot twee weken.",
        "werk",
        status=(Status.AT_RISK, "staat onder druk"),
    ),
    actual("a12r", "De wachttijd staat onder druk door ziekte.", "a12", parent="werk"),
    plan(
        "a13",
        "We openen een werkplein samen met de Stichting Werkbrug.",
        "werk",
        status=(Status.CHANGED, "gewijzigde opdracht van de raad"),
    ),
    actual(
        "a13r",
        "Na een gewijzigde opdracht van de raad komt er een loket in de bibliotheek.",
        "a13",
        parent="werk",
    ),
    plan(
        "a14",
        "We evalueren de bijzondere bijstand.",
        "werk",
        status=(Status.UNCLEAR, "zie het programma Bestuur"),
    ),
    actual("a14r", "Voor de evaluatie: zie het programma Bestuur.", "a14", parent="werk"),
    plan("a16", "We sluiten een overeenkomst met de voedselbank.", "werk"),
    actual(
        "c1r",
        "Lasten Thema Werk en inkomen: 13.480",
        parent="werk",
        kind=Kind.COST,
        amounts=(
            ("lasten", MoneyPhase.PROPOSED, 2024, 13_100_000.0, "13.100"),
            ("lasten", MoneyPhase.EXECUTED, 2024, 13_480_000.0, "13.480"),
            ("baten", MoneyPhase.EXECUTED, 2024, 0.0, "0"),
        ),
    ),
)

OTHER_REPORT = (
    *frame("Programma Zorg"),
    plan("o1", "We verlengen het contract voor leerlingenvervoer.", status=(Status.DONE, "is verlengd")),
    actual("o1r", "Het contract is verlengd.", "o1"),
    plan("o2", "We stellen een wijkagenda op."),
)


def document(
    id_: str,
    lines: tuple[Line, ...],
    organisation: Organisation,
    kind: DocumentKind,
    year: int,
    adopted: date,
) -> tuple[Document, Extract]:
    footer = "Deze pagina is gebouwd op 06/20/2024"
    text = "\n\n".join([*(line.text for line in lines), footer]) + "\n"
    starts = _starts(lines)
    elements = tuple(_element(line, starts[line.id], text) for line in lines)
    made = Document(
        id=id_,
        organisation=organisation,
        kind=kind,
        year=year,
        title=f"{kind.value.capitalize()} {year}",
        adopted=adopted,
        covers=(lines[0].text,),
        reporting=Reporting.FULL if kind is DocumentKind.JAARSTUKKEN else None,
        sources=(_source(id_, text),),
        elements=elements,
        set_aside=(
            SetAside(
                source=0, start=text.index(footer), end=text.index(footer) + len(footer), why="bouwstempel"
            ),
        ),
    )
    blocks = tuple(
        Block(start=starts[line.id], end=starts[line.id] + len(line.text), role=BlockRole.PARAGRAPH)
        for line in lines
    )
    return made, Extract(media_type="text/plain", text=text, blocks=blocks)


def _starts(lines: tuple[Line, ...]) -> dict[str, int]:
    starts, position = {}, 0
    for line in lines:
        starts[line.id] = position
        position += len(line.text) + 2
    return starts


def _source(id_: str, text: str) -> Source:
    return Source(
        name=f"{id_}.txt",
        media_type="text/plain",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=f"texts/{id_}/0.txt",
        places=f"texts/{id_}/0.places.json",
        exported_at=datetime(2024, 6, 20, 9, 0, tzinfo=UTC),
    )


def _element(line: Line, start: int, text: str) -> Element:
    span = Span(source=0, start=start, end=start + len(line.text))
    return Element(
        id=line.id,
        kind=line.kind,
        phase=line.phase,
        parent=line.parent,
        number=line.number,
        text=line.text,
        answers=line.answers,
        spans=(span,),
        status=_status(line, text),
        deadlines=_deadlines(line, text),
        values=tuple(
            Value(name=name, side=side, raw=raw, value=value, unit="aantal", evidence=span)
            for name, side, raw, value in line.values
        ),
        amounts=tuple(
            Amount(what=what, phase=phase, year=year, value=value, raw=raw, evidence=span)
            for what, phase, year, value, raw in line.amounts
        ),
        refs=tuple(Reference(kind="organisation", name=name, evidence=span) for name in line.refs),
    )


def _quote(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(source=0, start=start, end=start + len(words))


def _status(line: Line, text: str) -> StatusJudgement | None:
    if line.status is None:
        return None
    value, words = line.status
    return StatusJudgement(value=value, by=By.TEXT, evidence=(_quote(words, text),))


def _deadlines(line: Line, text: str) -> tuple[Deadline, ...]:
    if line.deadline is None:
        return ()
    words, start, end = line.deadline
    return (Deadline(start=start, end=end, text=words, evidence=_quote(words, text)),)


PLANS = ("begroting-2023", "begroting-2024")
REPORTS = {"begroting-2023": "jaarstukken-2023", "begroting-2024": "jaarstukken-2024"}


def _pointer(document_id: str, element: str) -> Pointer:
    return Pointer(document=document_id, element=element)


def _threads(documents: dict[str, Document]) -> Threads:
    ids = {id_: {element.id for element in made.elements} for id_, made in documents.items()}
    keys = sorted(
        {e.id for made in documents.values() for e in made.elements if e.phase is Phase.PLAN},
        key=lambda key: (key[0], int(key[1:])),
    )
    threads = []
    for key in keys:
        members = tuple(_pointer(d, key) for d in documents if key in ids[d])
        title = next(e.text for e in documents[members[-1].document].elements if e.id == key)
        threads.append(
            Thread(id=f"t-{key}", title=title, members=members, aliases=("t-oud",) if key == "a1" else ())
        )
    links = tuple(
        _link(one, two)
        for thread in threads
        for one, two in zip(thread.members, thread.members[1:], strict=False)
    )
    return Threads(
        threads=tuple(threads),
        links=(*links, *_proposed()),
        shifts=_shifts(),
        changes=_changes(documents),
        dropped=_dropped(),
    )


def _changes(documents: dict[str, Document]) -> tuple[Change, ...]:
    first, second = documents["begroting-2023"], documents["begroting-2024"]
    return (
        Change(
            thread="t-a1",
            what=ChangeKind.SCOPE,
            effect=Effect.WEAKER,
            was=_worded(first, "a1", "elke wijk"),
            now=_worded(second, "a1", "de wijken Noord en Zuid"),
        ),
        Change(
            thread="t-a2",
            what=ChangeKind.GROUP,
            effect=Effect.WEAKER,
            was=_worded(first, "a2", "inwoners van 75 jaar"),
            now=_worded(second, "a2", ""),
        ),
        Change(
            thread="t-a4",
            what=ChangeKind.COMMITMENT,
            effect=Effect.STRONGER,
            was=_worded(first, "a4", "We verkennen"),
            now=_worded(second, "a4", "We openen"),
        ),
    )


def _worded(document: Document, identity: str, words: str) -> Worded:
    element = next(one for one in document.elements if one.id == identity)
    return Worded(
        document=document.id,
        element=identity,
        words=words,
        sentence=element.text,
        evidence=element.spans[0] if words else None,
    )


def _link(one: Pointer, two: Pointer) -> Link:
    confirmed = one.element == "a2"
    return Link(
        from_=one,
        to=two,
        relation=Relation.RESTATED if confirmed else Relation.SAME_TEXT,
        score=0.97,
        evidence=(
            Evidence(what="text", weight=9.0, text="vrijwel gelijke tekst"),
            Evidence(what="place", weight=-0.5, text="zelfde thema"),
            Evidence(what="start", weight=-5.0, text="zomaar twee onderdelen horen zelden bij elkaar"),
        ),
        decision=Decision.CONFIRMED if confirmed else Decision.AUTO,
        role="adviseur planning en control" if confirmed else None,
        decided_at=datetime(2025, 1, 2, 10, 0, tzinfo=UTC) if confirmed else None,
    )


def _proposed() -> tuple[Link, ...]:
    return (
        Link(
            from_=_pointer("begroting-2024", "a4"),
            to=_pointer("jaarstukken-2024", "x1"),
            relation=Relation.CONTINUES,
            score=0.41,
            evidence=(Evidence(what="words", weight=0.4, text="deelt de woorden “openen” en “meldpunt”"),),
            decision=Decision.PROPOSED,
        ),
    )


def _shifts() -> tuple[Shift, ...]:
    return (
        Shift(
            thread="t-a1",
            planned=Dated(
                document="begroting-2023",
                element="a1",
                start=date(2023, 10, 1),
                end=date(2023, 12, 31),
                text="4e kwartaal van 2023",
            ),
            now=Dated(
                document="begroting-2024",
                element="a1",
                start=date(2024, 4, 1),
                end=date(2024, 6, 30),
                text="2e kwartaal van 2024",
            ),
            days=182,
            cause="De bouw begon later.",
        ),
        Shift(
            thread="t-a1",
            planned=Dated(
                document="begroting-2024",
                element="a1",
                start=date(2024, 4, 1),
                end=date(2024, 6, 30),
                text="2e kwartaal van 2024",
            ),
            now=Dated(
                document="jaarstukken-2024",
                element="a1r",
                start=date(2025, 1, 1),
                end=date(2025, 3, 31),
                text="1e kwartaal van 2025",
            ),
            days=274,
        ),
        Shift(
            thread="t-a3",
            planned=Dated(
                document="begroting-2023",
                element="a3",
                start=date(2023, 1, 1),
                end=date(2023, 6, 30),
                text="vóór 1 juli 2023",
            ),
            now=Dated(
                document="begroting-2024",
                element="a3",
                start=date(2024, 1, 1),
                end=date(2024, 12, 31),
                text="vóór 1 januari 2025",
            ),
            days=550,
        ),
    )


def _dropped() -> tuple[Dropped, ...]:
    return (
        Dropped(document="begroting-2024", element="a4", searched=("jaarstukken-2024",), probability=0.86),
        Dropped(document="begroting-2024", element="a15", searched=("jaarstukken-2024",), probability=0.93),
        Dropped(document="begroting-2023", element="a4", searched=("jaarstukken-2023",), probability=0.55),
    )


def _findings(documents: dict[str, Document]) -> Findings:
    report = documents["jaarstukken-2024"]
    evidence = {element.id: Quote(document=report.id, span=element.spans[0]) for element in report.elements}
    return Findings(
        findings=(
            Finding(
                id="f-1",
                rule="promise-without-result",
                severity=Severity.WARNING,
                subject=Subject(document=report.id, element="a10"),
                message="Bij deze belofte staat geen resultaat.",
                basis="BBV, artikel 25, tweede lid",
                remedy="Schrijf op wat ervan terecht kwam.",
                evidence=(evidence["a10"],),
                reply="De gegevens volgen in de kadernota.",
            ),
            Finding(
                id="f-2",
                rule="status-conflicts",
                severity=Severity.QUESTION,
                subject=Subject(document=report.id, element="a14"),
                others=(_pointer(report.id, "a14r"),),
                message="Het resultaat verwijst alleen naar een andere plek.",
                basis="Goede lezing",
                remedy="Noem het resultaat op deze plek.",
                evidence=(evidence["a14r"],),
            ),
            Finding(
                id="f-3",
                rule="deadline-shifted",
                severity=Severity.NOTE,
                subject=Subject(document=report.id, element="a1"),
                message="De termijn verschoof twee keer <img src=x onerror=alert(1)>.",
                basis="Goede lezing",
                remedy="Leg uit waarom.",
            ),
            Finding(
                id="f-4",
                rule="structure",
                severity=Severity.NOTE,
                subject=Subject(document="begroting-2023"),
                message="Dit document noemt geen partners.",
                basis="BBV, artikel 8",
                remedy="Voeg de partners toe.",
            ),
        )
    )


def build_by_hand() -> Build:
    """Return the build: five documents of two organisations."""
    made = [
        document("begroting-2023", BUDGET_2023, VELDERMEER, DocumentKind.BEGROTING, 2023, date(2022, 11, 10)),
        document("begroting-2024", BUDGET_2024, VELDERMEER, DocumentKind.BEGROTING, 2024, date(2023, 11, 9)),
        document(
            "jaarstukken-2023", REPORT_2023, VELDERMEER, DocumentKind.JAARSTUKKEN, 2023, date(2024, 6, 20)
        ),
        document(
            "jaarstukken-2024", REPORT_2024, VELDERMEER, DocumentKind.JAARSTUKKEN, 2024, date(2025, 6, 19)
        ),
        document(
            "oosterzoom-2024", OTHER_REPORT, OOSTERZOOM, DocumentKind.JAARSTUKKEN, 2024, date(2025, 6, 26)
        ),
    ]
    documents = {one.id: one for one, _ in made}
    dossier = DossierInfo(title="Sociaal domein", licence="CC0-1.0", organisations=(VELDERMEER, OOSTERZOOM))
    return Build(
        dossier=dossier,
        documents=tuple(documents.values()),
        texts={one.id: (text,) for one, text in made},
        threads=_threads(documents),
        findings=_findings(documents),
        manifest=Manifest(
            dossier=dossier,
            version="0.1.0",
            stamp=datetime(2025, 7, 1, 8, 0, tzinfo=UTC),
            inputs=tuple(
                FileDigest(name=one.sources[0].name, sha256=one.sources[0].sha256) for one, _ in made
            ),
            digest=hashlib.sha256(b"build by hand").hexdigest(),
        ),
    )
