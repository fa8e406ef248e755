"""Promises that were due and are not found again in the reports that should answer them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from rodedraad.linking.due import ANSWERED_FOR, ASKED_FOR, SAID_FROM, is_due, reports_fully
from rodedraad.linking.linker import Linked
from rodedraad.linking.odds import chance, log_odds
from rodedraad.linking.scope import covers, missing_pages, place
from rodedraad.linking.scoring import Weights
from rodedraad.linking.shelf import Entry, is_promise
from rodedraad.linking.weights import BEST, UNANSWERED
from rodedraad.model.terms import Kind
from rodedraad.model.threads import Dropped, Pointer

LEAST_TOLD: Final = 1e-4
"""A candidate less probable than this is as good as none."""
FEWEST_WORDS: Final = 3
"""With fewer content words ("nog te bepalen") there is nothing to search for."""


def dropped(linked: Linked) -> tuple[Dropped, ...]:
    """Return the promises of budgets of which no report of the same scope, in full and due, says anything.

    The probability that a promise is indeed not answered is calibrated on judged threads: it rests on how
    probable the best candidate for an answer in those reports is.
    """
    return tuple(_unanswered(linked))


def _unanswered(linked: Linked) -> Iterator[Dropped]:
    seen_in = _documents_of(linked)
    activities = _activities(linked)
    beside = _beside(linked)
    reports = linked.shelf.documents
    threads = ([linked.shelf.entries[one] for one in members] for members in linked.members)
    missing = missing_pages(reports, threads)
    for number, entry in enumerate(linked.shelf.entries):
        if not _asked(linked, entry):
            continue
        searched = list(_should_answer(linked, entry))
        speakers = [number, *(activities[entry.pointer] or beside.get(entry.pointer, []))]
        if not searched or any(seen_in[one].intersection(searched) for one in speakers):
            continue
        if any(place(entry) in missing[entry.pointer.document, reports[report].id] for report in searched):
            continue
        if all(1 - linked.best(number, report) >= SAID_FROM for report in searched):
            best = max(linked.best_answer(number, report) for report in searched)
            yield Dropped(
                document=entry.pointer.document,
                element=entry.pointer.element,
                searched=tuple(reports[report].id for report in searched),
                probability=round(absence(best, linked.used), 4),
            )


def absence(best: float, used: Weights) -> float:
    """Return the probability that a promise is not answered, of which the best candidate is so probable."""
    return chance(used[UNANSWERED] + used[BEST] * log_odds(best, LEAST_TOLD))


def _asked(linked: Linked, entry: Entry) -> bool:
    if linked.shelf.documents[entry.document].kind not in ANSWERED_FOR or len(entry.words) < FEWEST_WORDS:
        return False
    return is_promise(entry.element) and entry.element.kind in ASKED_FOR


def _should_answer(linked: Linked, entry: Entry) -> Iterator[int]:
    document = linked.shelf.documents[entry.document]
    for number, report in enumerate(linked.shelf.documents):
        if (
            report.adopted > document.adopted
            and reports_fully(report)
            and is_due(entry.element, document, report)
            and covers(report, entry, document)
        ):
            yield number


def _activities(linked: Linked) -> dict[Pointer, list[int]]:
    """Return the activities that stand right under each element."""
    found: dict[Pointer, list[int]] = defaultdict(list)
    for number, entry in enumerate(linked.shelf.entries):
        if entry.element.parent is not None and entry.element.kind is Kind.ACTIVITY:
            found[Pointer(document=entry.pointer.document, element=entry.element.parent)].append(number)
    return found


def _beside(linked: Linked) -> dict[Pointer, list[int]]:
    """Return, for each goal, the activities of its theme that stand under no goal: two lists.

    Which activity serves which goal is not said there, so an answer to any of them may answer the goal.
    """
    loose: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, entry in enumerate(linked.shelf.entries):
        goals = any(above.kind is Kind.GOAL for above in entry.path)
        if entry.element.kind is Kind.ACTIVITY and is_promise(entry.element) and not goals:
            for above in entry.path:
                loose[entry.document, above.id].append(number)
    return {
        entry.pointer: loose[entry.document, entry.theme.id]
        for entry in linked.shelf.entries
        if entry.element.kind is Kind.GOAL and entry.theme is not None
    }


def _documents_of(linked: Linked) -> dict[int, set[int]]:
    """Return, for each entry, the documents that its threads stand in."""
    found: dict[int, set[int]] = defaultdict(set)
    for members in linked.members:
        documents = {linked.shelf.entries[one].document for one in members}
        for one in members:
            found[one] |= documents
    return found
