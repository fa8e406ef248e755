"""The definitions of indicators that stand in a dossier, in the folder `indicatoren`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.toml import TomlFile
from rodedraad.measuring.formula import FormulaError, names_in
from rodedraad.measuring.periods import period_of
from rodedraad.model.indicators import Aim, Indicator, Version

FOLDER: Final = "indicatoren"
TABLE: Final = "indicator"


class VersionTable(Version, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[indicator.version]]`."""


class AimTable(Aim, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[indicator.baseline]]` or `[[indicator.target]]`."""


class IndicatorTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[indicator]]`."""

    code: str
    holder: str
    mandatory: bool = False
    version: tuple[VersionTable, ...]
    baseline: tuple[AimTable, ...] = ()
    target: tuple[AimTable, ...] = ()


def indicator_files(root: Path) -> tuple[Path, ...]:
    """Return the files with definitions in a dossier, by name."""
    return tuple(sorted((root / FOLDER).glob("*.toml")))


def read_indicators(root: Path) -> tuple[Indicator, ...]:
    """Return the indicators of a dossier, in order of files and of places in them.

    Raises:
        DossierError: every mistake that was found, each with file, line and remedy.
    """
    files = [TomlFile.read(path, f"{FOLDER}/{path.name}") for path in indicator_files(root)]
    found = [(file, index, row) for file in files for index, row in _rows(file)]
    seen: dict[str, str] = {}
    for file, index, row in found:
        for problem, remedy in _mistakes(row):
            file.note(problem, remedy, TABLE, index)
        first = seen.setdefault(row.code, file.name)
        if sum(other.code == row.code for _, _, other in found) > 1:
            file.note(
                f'de code "{row.code}" komt vaker voor (in {first})',
                "Geef elke indicator een eigen code.",
                TABLE,
                index,
                "code",
            )
    problems: list[Problem] = [problem for file in files for problem in file.problems]
    if problems:
        raise DossierError(*problems)
    return tuple(_indicator(row) for _, _, row in found)


def _rows(file: TomlFile) -> list[tuple[int, IndicatorTable]]:
    file.only((TABLE,))
    return file.every(TABLE, IndicatorTable)


def _indicator(row: IndicatorTable) -> Indicator:
    return Indicator(
        code=row.code,
        holder=row.holder,
        mandatory=row.mandatory,
        versions=tuple(
            msgspec.convert(msgspec.to_builtins(one), Version)
            for one in sorted(row.version, key=lambda one: one.since)
        ),
        baselines=_aims(row.baseline),
        targets=_aims(row.target),
    )


def _aims(tables: Sequence[AimTable]) -> tuple[Aim, ...]:
    return tuple(msgspec.convert(msgspec.to_builtins(one), Aim) for one in tables)


def _mistakes(row: IndicatorTable) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a definition, and what to do about it."""
    if not row.version:
        yield f'indicator "{row.code}" heeft geen definitie', "Voeg een tabel [[indicator.version]] toe."
    versions = sorted(row.version, key=lambda one: one.since)
    for earlier, later in pairwise(versions):
        if earlier.until is None or earlier.until > later.since:
            remedy = f"Geef de eerste `until = {later.since}`."
            yield f'twee definities van "{row.code}" gelden op {later.since}', remedy
    for one in row.version:
        yield from _wrong_formula(row.code, one)
    for aim in (*row.baseline, *row.target):
        if period_of(aim.period) is None:
            remedy = "Schrijf een jaar, of `2024-H1`, `2024-Q3`, `2024-07`."
            yield f'"{aim.period}" bij "{row.code}" is geen periode', remedy
        if aim.value is None and not aim.words:
            yield f'een doel van "{row.code}" is leeg', "Geef `value` of `words`."


def _wrong_formula(code: str, version: Version) -> Iterator[tuple[str, str]]:
    try:
        unknown = sorted(names_in(version.formula) - version.terms.keys())
    except FormulaError:
        remedy = "Gebruik namen uit `terms`, getallen, + - * / en haakjes."
        yield f'"{version.formula}" bij "{code}" is geen formule', remedy
        return
    if unknown:
        remedy = f'Voeg aan `terms` toe: {unknown[0]} = "bron:kolom".'
        yield f'de formule van "{code}" noemt "{unknown[0]}", dat niet in `terms` staat', remedy
