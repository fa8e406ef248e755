"""How well one form of an annotated page is recognised: its lines, statuses, aspects and figures."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from rodedraad.model.document import Amount, Span, Value
from rodedraad.model.terms import Kind, MoneyPhase
from tests.evaluation.aligning import Place
from tests.evaluation.annotated import Flat, JudgedCell
from tests.evaluation.scorer import Page, PageScore, Tally, score_page, sum_of

_TELLING: Final = frozenset({Kind.GOAL, Kind.ACTIVITY})
_TOLERANCE: Final = 0.5


class FormScore(NamedTuple):
    """The tallies of a page in one form.

    `statuses_told` and `figures_told` count what was said, and how much of that people read there too.
    """

    layout: str
    lines: PageScore
    statuses_told: Tally
    aspects: Tally
    indicators: Tally
    money: Tally
    figures_told: Tally
    misses: tuple[str, ...]


def score_form(layout: str, judged: Flat, page: Page, *, with_icons: bool) -> FormScore:
    """Return how well a page is recognised; what icons alone tell counts only where the form keeps them."""
    statuses = [status for status, icon in judged.statuses if with_icons or not icon]
    lines = score_page(page, judged.rows, statuses)
    indicators = [(cell, _has_value(page, cell)) for cell in judged.cells if not cell.of_money]
    money = [(cell, _has_amount(page, cell)) for cell in judged.cells if cell.of_money]
    aspects = [
        (one, _has_aspect(page, one.line, one.aspect, one.status))
        for one in judged.aspects
        if with_icons or not one.icon
    ]
    missed = [
        f"line {cell.line}: figure {tuple(cell[1:])}" for cell, good in (*indicators, *money) if not good
    ]
    missed += [f"line {one.line}: aspect {one.aspect} {one.status}" for one, good in aspects if not good]
    unasked = list(_unasked_statuses(judged, page))
    told = sum(_tells_status(page, one.promise_line) for one in statuses)
    good_figures, all_figures = _told_figures(judged, page)
    return FormScore(
        layout=layout,
        lines=lines,
        statuses_told=Tally(lines.status.good, told + len(unasked)),
        aspects=_tally(good for _, good in aspects),
        indicators=_tally(good for _, good in indicators),
        money=_tally(good for _, good in money),
        figures_told=Tally(good_figures, all_figures),
        misses=(*lines.misses, *missed, *unasked),
    )


def _tally(results: Iterator[bool]) -> Tally:
    found = list(results)
    return Tally(sum(found), len(found))


# --- statuses --------------------------------------------------------------------------------------------


def _tells_status(page: Page, line: int) -> bool:
    element = page.at(line)
    return element is not None and element.status is not None


def _unasked_statuses(judged: Flat, page: Page) -> Iterator[str]:
    """Yield the promises that were given a status where people saw none.

    On a line of several cells nobody can tell which of them a judged status is of.
    """
    asked = {status.promise_line for status, _ in judged.statuses}
    rows = {row.line for row in judged.rows if row.kind in _TELLING} - judged.shared
    for element in page.elements.values():
        own = page.lines[element.id] & rows
        if element.status is not None and own and not own & asked:
            yield f"line {min(own)}: a status that nobody saw ({element.status.value})"


def _has_aspect(page: Page, line: int, aspect: str, status: str) -> bool:
    element = page.at(line)
    return element is not None and any(
        one.value == status and one.aspect.lower()[:4] == aspect.lower()[:4] for one in element.aspects
    )


# --- figures ---------------------------------------------------------------------------------------------


def _touches(span: Span | None, place: Place | None) -> bool:
    return (
        span is not None
        and place is not None
        and span.source == place.source
        and span.start < place.end
        and place.start < span.end
    )


def _has_value(page: Page, cell: JudgedCell) -> bool:
    place = page.places.get(cell.line)
    return any(
        _touches(value.evidence, place) and _is_value(value, cell)
        for element in page.elements.values()
        for value in element.values
    )


def _is_value(value: Value, cell: JudgedCell) -> bool:
    if value.side != cell.what or not _same_name(value.name, cell.name):
        return False
    if cell.period != "-" and cell.period not in (value.period or ""):
        return False
    if cell.value == "missing":
        return value.missing is not None
    if cell.value == "words":
        return value.value is None and value.missing is None
    return value.value is not None and abs(value.value - float(cell.value)) < 1e-6


def _same_name(told: str, judged: str) -> bool:
    if not judged:
        return True
    mine, theirs = (set(re.findall(r"\w+", name.lower())) for name in (told, judged))
    return len(mine & theirs) * 3 >= 2 * min(len(mine), len(theirs)) > 0


def _has_amount(page: Page, cell: JudgedCell) -> bool:
    place = page.places.get(cell.line)
    return any(
        _touches(amount.evidence, place) and _is_amount(amount, cell)
        for element in page.elements.values()
        for amount in element.amounts
    )


_SAME: Final = {
    "toevoeging": ("toevoeging", "reserve"),
    "onttrekking": ("onttrekking", "reserve"),
    "resultaat": ("resultaat", "saldo"),
}
_UNSIGNED: Final = frozenset({"toevoeging", "onttrekking"})
_PHASE: Final[Mapping[MoneyPhase, str]] = {
    MoneyPhase.PROPOSED: "approved",
    MoneyPhase.APPROVED: "approved",
    MoneyPhase.ADJUSTED: "adjusted",
    MoneyPhase.EXECUTED: "executed",
}


def _is_amount(amount: Amount, cell: JudgedCell) -> bool:
    return _is_kind(amount, cell) and cell.period in ("-", str(amount.year)) and _is_size(amount, cell)


def _is_kind(amount: Amount, cell: JudgedCell) -> bool:
    if cell.what == "verschil":
        return amount.what.startswith("verschil")
    return amount.what in _SAME.get(cell.what, (cell.what,)) and _PHASE[amount.phase] == cell.phase


def _is_size(amount: Amount, cell: JudgedCell) -> bool:
    if cell.value in ("pm", "missing", "words") or amount.value is None:
        return amount.value is None and cell.value in ("pm", "missing", "words")
    told, judged = amount.value, float(cell.value)
    return abs((abs(told) - abs(judged)) if cell.what in _UNSIGNED else told - judged) <= _TOLERANCE


def _told_figures(judged: Flat, page: Page) -> tuple[int, int]:
    """Return how many of the figures told of lines in tables are right, and how many were told."""
    by_line: dict[int, list[JudgedCell]] = {line: [] for line in judged.in_tables}
    for cell in judged.cells:
        by_line.setdefault(cell.line, []).append(cell)
    good = total = 0
    for element in page.elements.values():
        for figure in (*element.amounts, *element.values):
            lines = [line for line in by_line if _touches(figure.evidence, page.places.get(line))]
            if not lines or _is_empty(figure):
                continue
            total += 1
            same = _is_amount if isinstance(figure, Amount) else _is_value
            good += any(
                same(figure, cell)
                for line in lines
                for cell in by_line[line]
                if cell.of_money is isinstance(figure, Amount)
            )
    return good, total


def _is_empty(figure: Amount | Value) -> bool:
    return figure.value is None or figure.value == 0


# --- sets ------------------------------------------------------------------------------------------------


def together(scores: Mapping[str, FormScore]) -> dict[str, float | str | None]:
    """Return the figures of a set of pages in one form, with a share for each layout."""
    layouts = sorted({score.layout for score in scores.values()}, key=lambda name: (len(name), name))
    found: dict[str, float | str | None] = {}
    for layout in layouts:
        own = [score.lines.structure for score in scores.values() if score.layout == layout]
        found[f"layout.{layout}"] = sum_of(own).share
    for name, score in scores.items():
        found[f"structure.{name}"] = score.lines.structure.share
    every = list(scores.values())
    lines = [score.lines for score in every]
    return {
        **found,
        "structure.all": sum_of([one.structure for one in lines]).share,
        "answers": str(sum_of([one.answers for one in lines])),
        "answers_precision": sum_of([one.named for one in lines]).share,
        "hierarchy": str(sum_of([one.hierarchy for one in lines])),
        "status": str(sum_of([one.status for one in lines])),
        "status_precision": sum_of([one.statuses_told for one in every]).share,
        "aspects": str(sum_of([one.aspects for one in every])),
        "indicators": str(sum_of([one.indicators for one in every])),
        "money": str(sum_of([one.money for one in every])),
        "figures_precision": sum_of([one.figures_told for one in every]).share,
    }
