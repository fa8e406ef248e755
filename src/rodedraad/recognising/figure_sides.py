"""Rows that hold both what was planned and what came of it: each side is an element of its own.

A row of a report such as `Lasten | begroot 1.200 | werkelijk 1.150` promises in one cell and accounts for it
in another.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from rodedraad.model.document import Span
from rodedraad.model.terms import MoneyPhase, Phase, Side
from rodedraad.recognising.drafts import Draft
from rodedraad.recognising.heads import staged
from rodedraad.recognising.phases import When, phase_of
from rodedraad.recognising.sheets import Line, Sheet
from rodedraad.recognising.values import sides_of

CELL_MARK: Final = " | "
"""What stands between the cells of a row in its text."""


class Sided(NamedTuple):
    """Drafts with their rows of figures split by side, and where each draft and row went."""

    drafts: tuple[Draft, ...]
    sheets: tuple[Sheet, ...]
    moved: Mapping[int, int]


def sided(
    drafts: Sequence[Draft],
    sheets: Sequence[Sheet],
    when: When,
    organisation: str,
    in_line: Container[tuple[int, int]] = (),
) -> Sided:
    """Return the drafts with the figures of each row on the side that the heads over them tell.

    A row whose cells are of both sides becomes two: the one with its name, and one labelled with that name.
    A row that is one line of its source (`in_line`, by source and start) stays whole: it is of one side if
    all its figures are.
    """
    sides = _sides(sheets, when, organisation)
    found: list[Draft] = []
    moved: dict[int, int] = {}
    for place, draft in enumerate(drafts):
        moved[place] = len(found)
        own = sides.get(place)
        if own and (draft.spans[0].source, draft.spans[0].start) in in_line:
            found.append(_whole(draft, own))
        else:
            found.extend(_split(draft, own) if own else (draft,))
    placed = [
        draft if draft.parent is None else replace(draft, parent=moved[draft.parent]) for draft in found
    ]
    return Sided(tuple(placed), tuple(_moved(sheet, moved) for sheet in sheets), moved)


def _sides(sheets: Sequence[Sheet], when: When, organisation: str) -> Mapping[int, Mapping[Span, Phase]]:
    """Return, by place of its draft, the side of each cell that its head tells of."""
    found: dict[int, dict[Span, Phase]] = {}
    for sheet in sheets:
        for line in sheet.lines:
            phases = _phases_of_money(line, when) if sheet.of_money else _phases_of(line, when, organisation)
            known = {
                span: phase
                for (_, cell), phase in zip(line.figures, phases, strict=True)
                for span in (cell.span, cell.letter_span)
                if span and phase
            }
            found.setdefault(line.place, {}).update(known)
    return found


def _phases_of_money(line: Line, when: When) -> Iterator[Phase | None]:
    for head, _ in line.figures:
        stage = None if head.difference else phase_of(staged(head, line.name), when)
        yield None if stage is None else Phase.ACTUAL if stage is MoneyPhase.EXECUTED else Phase.PLAN


def _phases_of(line: Line, when: When, organisation: str) -> Iterator[Phase | None]:
    for (head, _), side in zip(line.figures, sides_of(line, when, organisation), strict=True):
        ahead = side is Side.TARGET or (head.forecast and not when.reports)
        yield None if side is None else Phase.PLAN if ahead else Phase.ACTUAL


def _whole(draft: Draft, sides: Mapping[Span, Phase]) -> Draft:
    """Return a draft on the side that all its figures are on, else as it is."""
    told = set(sides.values())
    return replace(draft, phase=told.pop()) if len(told) == 1 else draft


def _split(draft: Draft, sides: Mapping[Span, Phase]) -> Iterator[Draft]:
    """Yield a draft, or its two sides; a draft of one figure goes to the side of that figure."""
    phases = [_side_at(span, sides) or draft.phase for span in draft.spans]
    if len(set(phases)) == 1:
        yield replace(draft, phase=phases[0])
        return
    texts = draft.text.split(CELL_MARK)
    if len(texts) != len(draft.spans):
        yield draft
        return
    for phase in (draft.phase, next(phase for phase in phases if phase is not draft.phase)):
        own = [place for place, one in enumerate(phases) if one is phase]
        if own:
            named = phase is draft.phase or own[0] == 0
            yield replace(
                draft,
                phase=phase,
                spans=tuple(draft.spans[place] for place in own),
                text=CELL_MARK.join(texts[place] for place in own),
                label=draft.label if named else _name(draft.spans, texts, sides),
            )


def _name(spans: Sequence[Span], texts: Sequence[str], sides: Mapping[Span, Phase]) -> str:
    """Return the cells of a row up to its first figure."""
    first = next(place for place, span in enumerate(spans) if _side_at(span, sides) is not None)
    return CELL_MARK.join(texts[: max(first, 1)])


def _side_at(span: Span, sides: Mapping[Span, Phase]) -> Phase | None:
    return next(
        (
            phase
            for cell, phase in sides.items()
            if cell.source == span.source and cell.start <= span.start < cell.end
        ),
        None,
    )


def _moved(sheet: Sheet, moved: Mapping[int, int]) -> Sheet:
    return sheet._replace(lines=tuple(line._replace(place=moved[line.place]) for line in sheet.lines))
