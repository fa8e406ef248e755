"""The indicators of the social domain that the BBV asks every municipality for."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Final

from rodedraad.model.bbv import MandatoryIndicator, mandatory_indicators
from rodedraad.model.indicators import Direction, Indicator, Version

NAME: Final = "bbv-sociaal-domein"
BASIS: Final = "BBV art. 25 lid 2 a; Regeling beleidsindicatoren gemeenten (Stcrt. 2016, 16004; 2018, 73660)"


def bbv_social_domain() -> tuple[Indicator, ...]:
    """Return the set: each value is taken from a table with the name of the set, column `bbv-` and number."""
    told = {int(row["number"]): row for row in _rows()}
    asked = [one for one in mandatory_indicators() if one.number in told]
    return tuple(_indicator(one, told[one.number]) for one in asked)


def _rows() -> Iterator[dict[str, str]]:
    text = (files(__package__) / "bbv.tsv").read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _indicator(one: MandatoryIndicator, told: dict[str, str]) -> Indicator:
    version = Version(
        since=date(one.first, 1, 1),
        until=date(one.until, 1, 1) if one.until else None,
        name=one.name,
        question=told["question"],
        unit=one.unit,
        per=one.per,
        population=told["population"],
        formula="waarde",
        terms={"waarde": f"{NAME}:{one.code}"},
        direction=Direction(told["direction"]),
        basis=BASIS,
    )
    return Indicator(code=one.code, holder=one.holder, mandatory=True, versions=(version,))
