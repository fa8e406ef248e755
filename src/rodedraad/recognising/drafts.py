"""Elements while they are being found: by number, before they have ids."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from rodedraad.model.document import Span
from rodedraad.model.terms import Kind, Phase


class Draft(Struct, frozen=True, kw_only=True):
    """An element found: what it is, where it stands, what it stands under (a place in the list of drafts).

    `row` tells rows and fields apart: a result answers a promise of its own row first.
    `extra` is true of what was done without being promised; `symbols` are the icons beside its words.
    """

    kind: Kind
    phase: Phase | None
    spans: tuple[Span, ...]
    text: str
    number: str | None = None
    label: str | None = None
    parent: int | None = None
    row: int | None = None
    extra: bool = False
    symbols: tuple[str, ...] = ()


class State(Struct, frozen=True, kw_only=True):
    """What stands in the status cell of a row: words and symbols, perhaps nothing.

    `named` tells that a head says what it judges: that of its column, or its own label.
    """

    row: int
    aspect: str
    text: str
    symbols: tuple[str, ...]
    span: Span | None = None
    named: bool = False


class Drafts:
    """The list of drafts, growing; hands out places and row numbers.

    `records` names, by row, the promise that a whole record is about: its results answer that one.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.found: list[Draft] = []
        self.states: list[State] = []
        self.records: dict[int, int] = {}
        self._rows = 0

    def add(self, draft: Draft) -> int:
        """Append a draft and return its place."""
        self.found.append(draft)
        return len(self.found) - 1

    def moved(self, found: Sequence[Draft], places: Mapping[int, int]) -> "Drafts":
        """Return these drafts with others in their stead; `places` tells where each of them went."""
        drafts = Drafts()
        drafts.found, drafts.states, drafts._rows = list(found), self.states, self._rows
        drafts.records = {row: places[place] for row, place in self.records.items()}
        return drafts

    def new_row(self) -> int:
        """Return a row number that was not given before."""
        self._rows += 1
        return self._rows
