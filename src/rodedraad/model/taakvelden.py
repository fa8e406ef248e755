"""The taakvelden of Iv3 in their three code lists (from 2017, 2023 and 2025), as data."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rodedraad.model.document import TaakveldCode


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = (files(__package__) / "taakvelden.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def taakveld_names() -> Mapping[TaakveldCode, str]:
    """Return the name of every taakveld of every code list."""
    return {
        TaakveldCode(code=row["code"], scheme=scheme): row["name"]
        for row in _rows()
        for scheme in row["schemes"].split()
    }


@cache
def _oldest() -> Mapping[TaakveldCode, str]:
    return {
        TaakveldCode(code=row["code"], scheme=scheme): row["oldest"]
        for row in _rows()
        for scheme in row["schemes"].split()
        if row["oldest"]
    }


@cache
def schemes() -> tuple[str, ...]:
    """Return the code lists by their first year, the oldest first."""
    return tuple(sorted({taakveld.scheme for taakveld in taakveld_names()}))


def scheme_of(year: int) -> str:
    """Return the code list that holds in a year; before the first there is none."""
    return max((scheme for scheme in schemes() if int(scheme) <= year), default="")


def rolled_up(taakveld: TaakveldCode) -> TaakveldCode | None:
    """Return the taakveld of the oldest code list that one of a later list is part of; None where none is."""
    code = _oldest().get(taakveld)
    return TaakveldCode(code=code, scheme=schemes()[0]) if code is not None else None
