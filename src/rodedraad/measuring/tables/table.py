"""A table of figures that a dossier describes, as facts."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from rodedraad.measuring.areas.areas import Areas
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.leaving import Miss, left_out
from rodedraad.measuring.supply import Asked, Fact, Supply
from rodedraad.measuring.tables.grid import Grid, read_grid
from rodedraad.measuring.tables.mapping import SURVEY, VALUES, Role, TableMapping
from rodedraad.measuring.tables.rows import Reader
from rodedraad.measuring.taking import Method, delivery_of

METHOD: Final = Method(
    text="Een rij is een gebied en een periode; de kolommen zijn gelezen zoals dossier.toml zegt."
)

_RATIOS: Final = frozenset({Role.PERCENTAGE, Role.NUMBER})
"""What may be a count divided by something that is known."""


def deliver(asked: Asked, mapping: TableMapping, areas: Areas) -> Supply:
    """Return the facts of a table; rows that cannot be used are listed with their cell and remedy.

    Raises:
        FigureError: a column is not there, has another unit than was agreed, or an area and period stand in
            the table twice.
    """
    _refuse_mapping(mapping, asked.file)
    grid = read_grid(asked.data, asked.file, head=mapping.head, sheet=mapping.sheet)
    reader = Reader(asked, mapping, _places(grid, mapping, asked.file), areas)
    read = [reader.facts(row) for row in grid.rows]
    misses = [one for one in read if isinstance(one, Miss)]
    used = [one for one in read if not isinstance(one, Miss)]
    facts = tuple(fact for one in used for fact in one)
    _refuse_twice(facts, asked.file)
    values = [(f"{asked.source}:{one.term}", one) for one in mapping.columns if one.role in VALUES]
    return Supply(
        delivery=delivery_of(asked, len(grid.rows), len(used), left_out(misses), METHOD),
        facts=facts,
        units={term: column.unit for term, column in values if column.unit},
        people={term: mapping.policy for term, column in values if column.role == Role.PEOPLE},
        shares=frozenset(term for term, column in values if column.role in _RATIOS),
        releases=mapping.release,
    )


def _refuse_mapping(mapping: TableMapping, file: str) -> None:
    """Refuse a description that leaves open whom, when or what a row speaks of."""
    values = {column.term for column in mapping.columns if column.role in VALUES}
    wanting = [
        ("een kolom met waarden (`is`: people, count, number of percentage)", bool(values)),
        ("`as` bij elke kolom met waarden: hoe een formule haar noemt", "" not in values),
        ('een kolom met `is = "area"`, of `area` voor de hele tabel', mapping.tells(Role.AREA)),
        ('een kolom met `is = "period"`, of `period` voor de hele tabel', mapping.tells(Role.PERIOD)),
        (
            "`of` bij elke kolom van een enquête: de `as` van haar waarde",
            all(column.of in values for column in mapping.columns if column.role in SURVEY),
        ),
    ]
    for missing, there in wanting:
        if not there:
            problem = f"dossier.toml zegt van deze tabel niet genoeg: {missing} ontbreekt"
            raise FigureError(file=file, problem=problem, remedy="Vul [[figures.column]] aan.")


def _places(grid: Grid, mapping: TableMapping, file: str) -> Mapping[str, int]:
    """Return where each column stands that the mapping names."""
    heads = {" ".join(head.split()): place for place, head in enumerate(grid.head)}
    for column in mapping.columns:
        if column.name not in heads:
            near = get_close_matches(column.name, heads, n=1)
            there = f'Staat zij er nu als "{near[0]}"?' if near else f"Er staan: {', '.join(heads)}."
            remedy = f"{there} Betekent zij iets anders, geef de indicator dan een nieuwe versie."
            place = f"rij {mapping.head}"
            problem = f'de kolom "{column.name}" is er niet'
            raise FigureError(file=file, place=place, problem=problem, remedy=remedy)
    return heads


def _refuse_twice(facts: Sequence[Fact], file: str) -> None:
    seen: dict[tuple[str, str, str], int] = {}
    for fact in facts:
        first = seen.setdefault((fact.column, fact.area, fact.period), fact.row)
        if first != fact.row:
            problem = f"{fact.area} in {fact.period} staat ook op rij {first}"
            remedy = "Laat één van de twee weg. Er is niets van gebruikt."
            raise FigureError(file=file, place=f"rij {fact.row}", problem=problem, remedy=remedy)
