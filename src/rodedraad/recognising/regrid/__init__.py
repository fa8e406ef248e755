"""Tables that lost their cells, found again from the lines that are left."""

from rodedraad.recognising.regrid.restoring import restored

__all__ = ["restored"]
