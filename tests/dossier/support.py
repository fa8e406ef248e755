"""Small dossiers on disk for the tests of the build and of the commands."""

from pathlib import Path

ORGANISATION = '[dossier]\ntitle = "Proef"\n\n[[organisation]]\ncode = "GM9999"\nname = "Voorbeeldstad"\n'

BUDGET = """Programma Zorg

Wat willen we bereiken?

1. Inwoners wonen langer thuis.

Wat gaan we daarvoor doen?

• We openen in het 2e kwartaal van 2023 een buurtkamer in het oude postkantoor.
• We actualiseren het plan voor mantelzorg.
"""

REPORT = """<!doctype html>
<title>Jaarstukken 2023</title>
<h1>Programma Zorg</h1>
<table>
<tr><th>Wat wilden we daarvoor doen?</th><th>Wat hebben we daarvoor gedaan?</th></tr>
<tr><td>We openen in het 2e kwartaal van 2023 een buurtkamer in het oude postkantoor.</td>
<td>De opening van de buurtkamer is uitgesteld naar het 1e kwartaal van 2024.</td></tr>
<tr><td>We actualiseren het plan voor mantelzorg.</td>
<td>Dit is uitgewerkt in het Meerjarenplan Welzijn.</td></tr>
</table>
"""

DOCUMENTS = {
    "begroting-2023": ("begroting", 2023, "begroting-2023.txt", BUDGET),
    "jaarstukken-2023": ("jaarstukken", 2023, "jaarstukken-2023.html", REPORT),
}


def document_table(identity: str, kind: str, year: int, source: str, **more: str) -> str:
    rows = {
        "id": f'"{identity}"',
        "organisation": '"GM9999"',
        "kind": f'"{kind}"',
        "year": str(year),
        "title": f'"{kind.capitalize()} {year}"',
        "sources": f'["{source}"]',
        **more,
    }
    return "\n[[document]]\n" + "".join(f"{key} = {value}\n" for key, value in rows.items() if value)


def write_dossier(folder: Path, extra: str = "") -> Path:
    """Writes a dossier of a budget and its report, and returns its folder."""
    (folder / "pages").mkdir(parents=True)
    toml = ORGANISATION
    for identity, (kind, year, name, text) in DOCUMENTS.items():
        (folder / "pages" / name).write_bytes(text.encode())
        toml += document_table(identity, kind, year, f"pages/{name}")
    (folder / "dossier.toml").write_text(toml + extra, encoding="utf-8")
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def names_in(folder: Path) -> list[str]:
    """The names of what stands in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())
