"""Tables of which each row is one line, parted into cells again."""

from rodedraad.recognising.rowlines.parting import parted

__all__ = ["parted"]
