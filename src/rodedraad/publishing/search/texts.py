"""What elements say, as a reader searches it."""

from collections.abc import Iterable, Iterator
from typing import Final

from rodedraad.model.document import Element
from rodedraad.model.terms import STRUCTURE
from rodedraad.model.threads import Pointer
from rodedraad.publishing.lookup import Lookup
from rodedraad.publishing.views.common import CELL, text_of

BETWEEN: Final = " · "


def texts_of(lookup: Lookup, pointer: Pointer) -> Iterator[str]:
    """Yield what an element says, then what its results say."""
    return map(row, (lookup.elements[pointer], *lookup.answers(pointer)))


def is_told(lookup: Lookup, pointer: Pointer) -> bool:
    """Return whether what an element says is told with its thread, or with a promise that it answers."""
    answered = (
        lookup.elements[Pointer(document=pointer.document, element=promise)]
        for promise in lookup.elements[pointer].answers
    )
    return bool(lookup.threads_of(pointer)) or any(one.kind not in STRUCTURE for one in answered)


def row(element: Element) -> str:
    """Return the text of an element on one line, after the label that it stands by."""
    text = " ".join(text_of(element).replace(CELL, ", ").split())
    label = " ".join((element.label or "").replace(CELL, ", ").split()).rstrip(" :")
    return text if not label or label in text else f"{label}: {text}"


def joined(texts: Iterable[str]) -> str:
    """Return texts after each other; what is repeated is said once."""
    return BETWEEN.join({text.casefold(): text for text in texts}.values())
