"""Small tables of figures in the form of CBS, made up."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from rodedraad.measuring.areas import cbs
from rodedraad.measuring.areas.areas import Area, Areas, AreaSet
from rodedraad.measuring.supply import Asked

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="the open data is not beside the project (../shared/data)"
)

TOWNS = AreaSet(
    day=date(2022, 1, 1),
    areas=(
        Area(code="GM0356", name="Nieuwegein", regions=("JZ26", "PV26")),
        Area(code="GM0501", name="Brielle", regions=("JZ29", "PV28"), inhabitants=17_000),
        Area(code="GM0530", name="Hellevoetsluis", regions=("JZ29", "PV28"), inhabitants=40_000),
        Area(code="GM0614", name="Westvoorne", regions=("JZ29", "PV28"), inhabitants=15_000),
        Area(code="GM0889", name="Bergen (L.)", regions=("PV31",)),
        Area(code="GM0373", name="Bergen (NH.)", regions=("PV27",)),
        Area(code="GM0363", name="Amsterdam", regions=("PV27",)),
        Area(code="GM0518", name="'s-Gravenhage", regions=("PV28",)),
    ),
    regions={"JZ26": "Lekstroom", "JZ29": "Rijnmond"},
)


def areas() -> Areas:
    return Areas([TOWNS])


def asked(source: str, text: str | bytes, file: str = "cijfers.csv", **more: object) -> Asked:
    data = text.encode() if isinstance(text, str) else text
    return Asked(source=source, file=file, data=data, today=date(2026, 1, 1), **more)  # type: ignore[arg-type]


def digest(text: str | bytes) -> str:
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def areas_of_2022() -> Areas:
    data = (DATA / "cbs" / "85067NED-gebieden-2022.csv").read_bytes()
    return Areas([cbs.deliver(asked("cbs/85067NED", data)).areas])
