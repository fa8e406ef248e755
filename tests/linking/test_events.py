from datetime import date

from rodedraad.linking.events import Event, events
from rodedraad.model.document import Deadline, Element, Reference, Span
from rodedraad.model.threads import Dated, Pointer, Shift
from tests.linking.support import element

DATES = {f"1 januari {year}": date(year, 1, 1) for year in range(2020, 2028)}


def dated(document: str, text: str) -> tuple[Dated, dict[Pointer, Element]]:
    name = next(one for one in DATES if one in text)
    start = text.index(name)
    at = Span(source=0, start=start, end=start + len(name))
    deadline = Deadline(start=DATES[name], end=DATES[name], text=name, evidence=at)
    refs = (Reference(kind="law", name="Omgevingswet", evidence=at),) if "Omgevingswet" in text else ()
    made = element(
        "e", text, deadlines=(deadline,), refs=refs, spans=(Span(source=0, start=0, end=len(text)),)
    )
    told = Dated(document=document, element="e", start=DATES[name], end=DATES[name], text=name)
    return told, {Pointer(document=document, element="e"): made}


def told(*rows: tuple[str, str, str, str | None]) -> tuple[Event, ...]:
    shifts, elements = [], {}
    for number, (thread, was, now, cause) in enumerate(rows):
        (planned, one), (new, other) = dated(f"was-{number}", was), dated(f"now-{number}", now)
        elements |= one | other
        days = (new.end - planned.end).days
        shifts.append(Shift(thread=thread, planned=planned, now=new, days=days, cause=cause))
    return events(shifts, elements)


def threads(found: tuple[Event, ...]) -> list[list[str]]:
    return [[one.thread for one in event.shifts] for event in found]


def test_promises_that_wait_for_one_law_are_told_together():
    found = told(
        (
            "a",
            "De Omgevingswet gaat in per 1 januari 2021.",
            "De Omgevingswet gaat in per 1 januari 2022.",
            None,
        ),
        (
            "b",
            "Het loket is er op 1 januari 2022, met de Omgevingswet.",
            "Door de Omgevingswet wordt het 1 januari 2023.",
            None,
        ),
        ("c", "Het zwembad opent op 1 januari 2021.", "Het zwembad opent op 1 januari 2022.", None),
    )
    assert threads(found) == [["a", "b"]]
    assert found[0].law == "Omgevingswet"


def test_another_law_with_the_same_dates_is_another_event():
    found = told(
        (
            "a",
            "De Omgevingswet gaat in per 1 januari 2021.",
            "De Omgevingswet gaat in per 1 januari 2022.",
            None,
        ),
        (
            "b",
            "De inburgeringswet gaat in per 1 januari 2021.",
            "De inburgeringswet gaat in per 1 januari 2022.",
            None,
        ),
    )
    assert found == ()


def test_along_one_thread_a_law_is_one_event_with_each_date_it_had():
    found = told(
        (
            "a",
            "Wij beslissen zelf vanaf 1 januari 2023.",
            "Het wordt 1 januari 2024.",
            "De wet is uitgesteld.",
        ),
        ("a", "Wij beslissen zelf vanaf 1 januari 2024.", "Het wordt 1 januari 2025.", None),
        ("a", "Wij bouwen tot 1 januari 2026.", "Wij bouwen tot 1 januari 2027.", None),
    )
    assert [len(one) for one in threads(found)] == [2]
    assert found[0].law == ""


def test_the_same_deed_with_the_same_dates_is_one_event_without_a_law():
    rows = [
        (
            "a",
            "Het wijkcentrum aan de haven is 1 januari 2022 klaar.",
            "Het wijkcentrum aan de haven is 1 januari 2023 klaar.",
            None,
        ),
        (
            "b",
            "Vanaf 1 januari 2022 zit het loket in het wijkcentrum aan de haven.",
            "Vanaf 1 januari 2023 zit het loket in het wijkcentrum aan de haven.",
            None,
        ),
    ]
    assert threads(told(*rows)) == [["a", "b"]]
    apart = ("b", "Vanaf 1 januari 2022 rijdt de bus.", "Vanaf 1 januari 2023 rijdt de bus.", None)
    assert told(rows[0], apart) == ()


def test_a_shift_that_two_threads_share_is_no_event_by_itself():
    planned, one = dated("was", "De Omgevingswet gaat in per 1 januari 2021.")
    now, other = dated("now", "De Omgevingswet gaat in per 1 januari 2022.")
    twice = [Shift(thread=name, planned=planned, now=now, days=365) for name in "ab"]
    assert events(twice, one | other) == ()
