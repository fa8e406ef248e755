"""Municipalities that became part of another, as data with a source a row."""

import csv
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from msgspec import Struct


class How(StrEnum):
    """Whether a municipality went into a new one, into one that was there, or was parted over several."""

    NEW = "new"
    JOINS = "joins"
    PART = "part"


class Merger(Struct, frozen=True, kw_only=True):
    """On `day` municipality `code` stopped, and went into another."""

    day: date
    code: str
    name: str
    into: str
    into_name: str
    how: How


@cache
def mergers() -> tuple[Merger, ...]:
    """Return all mergers that are known, oldest first."""
    text = (files(__package__) / "mergers.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        Merger(
            day=date.fromisoformat(row["date"]),
            code=row["code"],
            name=row["name"],
            into=row["into"],
            into_name=row["into_name"],
            how=How(row["how"]),
        )
        for row in rows
    )


@cache
def changes_of(code: str) -> tuple[date, ...]:
    """Return the days on which the land of a municipality became larger, or it began."""
    return tuple(sorted({one.day for one in mergers() if one.into == code}))


@cache
def parts_of(code: str) -> tuple[Merger, ...]:
    """Return what went into a municipality, and what had gone into that before, oldest first."""
    direct = [one for one in mergers() if one.into == code and one.how != How.PART]
    earlier = [part for one in direct for part in parts_of(one.code)]
    return tuple(sorted([*direct, *earlier], key=lambda one: (one.day, one.code)))
