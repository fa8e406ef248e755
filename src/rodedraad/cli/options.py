"""The arguments and options that commands share."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from rodedraad.dossier.progress import Stage
from rodedraad.model.terms import Severity

Command = TypeVar("Command", bound=Callable[..., object])

_CHANCE = re.compile(r"0(\.\d+)?|1(\.0+)?|\.\d+")
_LONGEST_ROLE = 60


class Stages(click.ParamType[tuple[Stage, ...]]):
    """Stages with commas between them."""

    name = "STAP,…"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[Stage, ...]:
        """Return the stages that are named."""
        names = [name.strip() for name in str(value).split(",")]
        unknown = [name for name in names if name not in tuple(Stage)]
        if unknown:
            self.fail(f'kent "{unknown[0]}" niet; kies uit {", ".join(Stage)}', param, ctx)
        return tuple(Stage(name) for name in names)


class Level(click.ParamType[Severity]):
    """A severity."""

    name = "NIVEAU"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Severity:
        """Return the severity that is named."""
        if value not in tuple(Severity):
            self.fail(f'kent "{value}" niet; kies uit {", ".join(Severity)}', param, ctx)
        return Severity(str(value))


class Port(click.ParamType[int]):
    """A port of this computer; 0 stands for any that is free."""

    name = "POORT"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """Return the port that is named."""
        text = str(value)
        if not text.isdecimal() or int(text) not in range(65536):
            self.fail(f'kan niet "{value}" zijn; geef een getal van 0 tot en met 65535', param, ctx)
        return int(text)


class Count(click.ParamType[int]):
    """A whole number from 1 on."""

    name = "GETAL"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """Return the number that is written."""
        text = str(value)
        if not text.isdecimal() or not int(text):
            self.fail(f'kan niet "{value}" zijn; geef een heel getal van 1 of meer', param, ctx)
        return int(text)


class Chance(click.ParamType[float]):
    """A probability."""

    name = "KANS"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> float:
        """Return the probability that is written, with a point or a comma."""
        text = str(value).replace(",", ".")
        if not _CHANCE.fullmatch(text):
            self.fail(f'kan niet "{value}" zijn; geef een kans van 0 tot en met 1, zoals 0.4', param, ctx)
        return float(text)


class Role(click.ParamType[str]):
    """The role of whoever decides; what looks like the address of a person is refused."""

    name = "ROL"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """Return the role that is named."""
        role = " ".join(str(value).split())
        if not role or len(role) > _LONGEST_ROLE or "@" in role or not role.isprintable():
            self.fail(f'kan niet "{value}" zijn; noem een rol, zoals "adviseur P&C"', param, ctx)
        return role


def dossier(command: Command) -> Command:
    """Add the argument DOSSIER."""
    return click.argument("dossier", metavar="DOSSIER", type=click.Path(path_type=Path))(command)


def dossier_or_build(command: Command) -> Command:
    """Add the argument that may be a dossier or a build."""
    return click.argument("place", metavar="DOSSIER|BUILD", type=click.Path(path_type=Path))(command)


def out(command: Command) -> Command:
    """Add the option --out."""
    explanation = "Map van de build; zonder deze optie `build` in het dossier."
    return click.option("--out", metavar="MAP", type=click.Path(path_type=Path), help=explanation)(command)


def preview(command: Command) -> Command:
    """Add the option --preview."""
    explanation = (
        "Maak een voorinzage: de gemeente kan op bevindingen antwoorden voordat iets openbaar is. "
        "Zij komt in de map `preview` en nooit in de plaats van een openbare build."
    )
    return click.option("--preview", is_flag=True, help=explanation)(command)


def as_json(command: Command) -> Command:
    """Add the option --json."""
    return click.option("--json", "as_json", is_flag=True, help="Schrijf JSON, voor een programma.")(command)


def quiet(command: Command) -> Command:
    """Add the option --quiet."""
    return click.option("-q", "--quiet", is_flag=True, help="Schrijf alleen fouten.")(command)


def compress(command: Command) -> Command:
    """Add the option --compress."""
    explanation = "Zet naast elk bestand van de website ook een .gz en een .br, voor een webserver."
    return click.option("--compress", is_flag=True, help=explanation)(command)


def fail_on(command: Command) -> Command:
    """Add the option --fail-on."""
    explanation = f"Eindig met code 1 bij een bevinding op of boven dit niveau: {', '.join(Severity)}."
    return click.option("--fail-on", type=Level(), help=explanation)(command)


def role(command: Command) -> Command:
    """Add the option --role."""
    explanation = 'Uw rol, zoals "adviseur P&C"; nooit een naam. De rol komt op de website.'
    return click.option("--role", type=Role(), help=explanation)(command)


def wanted(command: Command) -> Command:
    """Add the options that choose links to decide on: --document, --programme, --between and --made."""
    added = (
        click.option(
            "--document", "documents", multiple=True, metavar="ID", help="Alleen verbanden van dit document."
        ),
        click.option(
            "--programme", default="", metavar="NAAM", help="Alleen wat onder dit programma of thema valt."
        ),
        click.option(
            "--between",
            type=(Chance(), Chance()),
            default=("0", "1"),
            metavar="LAAG HOOG",
            help="Alleen verbanden met een kans van LAAG tot en met HOOG, zoals 0.4 0.8.",
        ),
        click.option(
            "--made",
            is_flag=True,
            help="Niet de voorstellen, maar wat het programma zelf al verbond; het minst zekere eerst.",
        ),
    )
    for option in reversed(added):
        command = option(command)
    return command
