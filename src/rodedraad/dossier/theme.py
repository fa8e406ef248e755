"""The look that dossier.toml asks for, read from its files and checked before anything is built."""

from pathlib import Path

from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.dossier.records import SourceFile
from rodedraad.dossier.tables import ThemeTable
from rodedraad.dossier.toml import TomlFile, unreadable
from rodedraad.model.theme import Theme
from rodedraad.publishing.theming.check import contrast_flaws
from rodedraad.publishing.theming.flaw import Flaw
from rodedraad.publishing.theming.tokens import TokenFile, read_tokens


def theme_of(file: TomlFile, root: Path) -> tuple[Theme | None, tuple[SourceFile, ...]]:
    """Return the theme of a dossier and the files that it was read from; none where it asks for none.

    Raises:
        DossierError: a file cannot be read, or holds what a theme may not hold.
    """
    table = file.one("theme", ThemeTable)
    if table is None or table == ThemeTable():
        return None, ()
    if table.logo and not table.logo_text.strip():
        remedy = 'Voeg logo_text = "…" toe: wat wie het logo niet ziet, voorgelezen krijgt.'
        file.note('bij "logo" ontbreekt "logo_text"', remedy, "theme", key="logo")
        return None, ()
    tokens = _tokens(root, table.tokens) if table.tokens else TokenFile()
    theme = Theme(
        light=tokens.light,
        dark=tokens.dark,
        logo=_logo(root, table.logo) if table.logo else "",
        logo_text=table.logo_text,
    )
    return theme, tuple(
        SourceFile(name=name, path=root / name) for name in (table.tokens, table.logo) if name
    )


def _tokens(root: Path, name: str) -> TokenFile:
    try:
        text = _bytes(root, name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        remedy = "Sla het bestand op als UTF-8."
        raise DossierError(Problem(file=name, problem="geen UTF-8", remedy=remedy)) from error
    tokens = read_tokens(text)
    _raise(name, tokens.flaws or contrast_flaws(tokens))
    return tokens


def _logo(root: Path, name: str) -> str:
    from rodedraad.publishing.theming.logo import read_logo  # noqa: PLC0415 - needs lxml

    drawing, flaws = read_logo(_bytes(root, name))
    _raise(name, flaws)
    return drawing


def _bytes(root: Path, name: str) -> bytes:
    try:
        return (root / name).read_bytes()
    except OSError as error:
        raise DossierError(unreadable(name, error)) from error


def _raise(name: str, flaws: tuple[Flaw, ...]) -> None:
    if flaws:
        raise DossierError(*(_problem(name, flaw) for flaw in flaws))


def _problem(name: str, flaw: Flaw) -> Problem:
    place = f"regel {flaw.line}" if flaw.line else None
    return Problem(file=name, place=place, problem=flaw.problem, remedy=flaw.remedy)
