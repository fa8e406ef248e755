"""Whether two elements are different parts of a third: the mark of a split or a merge."""

from typing import Final

from rodedraad.linking.shelf import Entry

COVERED: Final = 0.5
"""A part is mostly repeated in the whole."""
OVERLAP: Final = 0.5
"""Of what two parts share with the whole, at most this share may be the same words."""
FEWEST_WORDS: Final = 2


def is_mostly_in(whole: Entry, part: Entry) -> bool:
    """Tell whether an entry repeats words of the whole, and is mostly made of them: else it is no part."""
    shared = len(whole.stems.keys() & part.stems.keys())
    return shared >= FEWEST_WORDS and shared >= COVERED * len(part.stems)


def are_parts(whole: Entry, part: Entry, other: Entry) -> bool:
    """Tell whether two entries of one kind repeat different words of the whole, each mostly made of them."""
    if part.element.kind is not other.element.kind:
        return False
    of_part, of_other = whole.stems.keys() & part.stems.keys(), whole.stems.keys() & other.stems.keys()
    if min(len(of_part), len(of_other)) < FEWEST_WORDS:
        return False
    if len(of_part & of_other) > OVERLAP * min(len(of_part), len(of_other)):
        return False
    return len(of_part) >= COVERED * len(part.stems) and len(of_other) >= COVERED * len(other.stems)
