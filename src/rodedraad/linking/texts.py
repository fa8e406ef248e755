"""A number for the text of every entry: what several documents repeat is read and compared once."""

from rodedraad.linking.shelf import Shelf


def numbered(shelf: Shelf) -> tuple[int, ...]:
    """Return a number for each entry, the same for the same label and text."""
    rows: dict[tuple[str | None, str], int] = {}
    return tuple(rows.setdefault((one.element.label, one.element.text), len(rows)) for one in shelf.entries)
