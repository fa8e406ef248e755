"""What each page of a document stands under: the scope of the page above it goes on."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rodedraad.model.terms import Kind
from rodedraad.model.text import Extract
from rodedraad.recognising.chapters import Chapter, name_key
from rodedraad.recognising.scope import Scope

Trail = tuple[str, ...]


class Place(Struct, frozen=True, kw_only=True):
    """Where the walk over a document stands: what is open, and the gathering chapter it is in."""

    scope: Scope = Scope()
    chapter: Chapter | None = None

    def below(self) -> "Place":
        """Return where a page below begins: its largest headings are the chapters that were gathered."""
        inside = self.scope.container()
        if self.chapter is None or (self.chapter.holds is Kind.PROGRAMME and inside is not None):
            return Place(scope=self.scope)
        return Place(scope=self.scope, chapter=replace(self.chapter, level=0, place=inside))


class Pages:
    """Keeps, by the trail of a page, where the walk stood once the page's own title was read."""

    def __init__(self, texts: Sequence[Extract]) -> None:
        """Know the trails of the sources; a source without one goes on where the last one ended."""
        self._trails = [extract.trail for extract in texts]
        self._known: dict[Trail, Place] = {}
        self._trail: Trail = ()
        self._titled = self._named = True

    def turn(self, source: int) -> Place | None:
        """Return where the page begins: under the nearest page above it that was read; None to go on."""
        names = self._trails[source] if source < len(self._trails) else None
        if not names:
            self._trail, self._titled, self._named = (), True, True
            return None
        self._trail, self._titled, self._named = tuple(map(name_key, names)), False, False
        above = next((trail for trail in self._above() if trail in self._known), None)
        start = self._known[above].below() if above is not None else Place()
        self._known.setdefault(self._trail, start)
        return start

    def repeated(self, text: str) -> Place | None:
        """Return where a title led that repeats the name of a page above this one; None for any other."""
        if self._named:
            return None
        key = name_key(text)
        known = (trail for trail in self._above() if trail[-1] == key and trail in self._known)
        return next((self._known[trail].below() for trail in known), None)

    def names_page(self, text: str) -> bool:
        """Whether a title is the name of the page being read, and the first that is."""
        return not self._named and bool(self._trail) and name_key(text) == self._trail[-1]

    def titled(self, text: str, place: Place) -> None:
        """Keep where the walk stands behind a title: of a page above, of this page, else the first on it."""
        if self._named:
            return
        key = name_key(text)
        above = next((trail for trail in self._above() if trail[-1] == key), None)
        self._named = key == self._trail[-1]
        if above is not None and not self._named:
            self._known[above] = place
        elif self._named or not self._titled:
            self._known[self._trail], self._titled = place, True

    def _above(self) -> list[Trail]:
        """Return the trails of the pages above this one, the nearest first."""
        return [self._trail[:length] for length in range(len(self._trail) - 1, 0, -1)]
