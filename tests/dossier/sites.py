"""Sites of an invented municipality as they are saved on a disk, each in the manner of one maker of sites."""

from pathlib import Path

from rodedraad.dossier import load
from rodedraad.dossier.importing import Imported, import_document
from rodedraad.model.document import Element
from tests.dossier.support import ORGANISATION, document_table

GOAL = "Inwoners wonen langer zelfstandig in hun eigen huis."
PAGE = "<!doctype html><html><head><title>{title} | Begroting 2023</title></head><body>{around}<main>{body}</main></body></html>"


def wanted(*items: str) -> str:
    """A question with the activities that answer it."""
    return f"<h2>Wat gaan we daarvoor doen?</h2><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def nested(*lines: tuple[int, str, str]) -> str:
    """Nested lists of links, from depth, address and title."""
    markup, depth = "", -1
    for level, href, title in lines:
        markup += "<ul>" * (level - depth) if level > depth else "</li></ul>" * (depth - level) + "</li>"
        markup += f'<li><a href="{href}">{title}</a>'
        depth = level
    return markup + "</li></ul>" * (depth + 1)


def write(folder: Path, pages: dict[str, str]) -> Path:
    """Write files into a folder, in the order of their names so that no order of a disk helps."""
    for name in sorted(pages):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages[name], encoding="utf-8")
    return folder


def page(title: str, body: str, around: str = "") -> str:
    return PAGE.format(title=title, around=around, body=f"<h1>{title}</h1>{body}")


LIAS = (
    ("p1700/programmas", "Programma's", "<p>Er zijn twee programma's.</p>"),
    ("p1719/zorg-en-welzijn", "Zorg en welzijn", f"<h2>Wat willen we bereiken?</h2><p>{GOAL}</p>"),
    ("p1801/ouderen", "Ouderen", wanted("We openen een loket voor ouderen.")),
    ("p1790/jeugd", "Jeugd", wanted("We werven twintig pleeggezinnen.")),
    ("p1720/wonen", "Wonen", wanted("We bouwen honderd woningen in de wijk.")),
    ("p1702/paragrafen", "Paragrafen", ""),
    ("p1730/verbonden-partijen", "Verbonden partijen", "<p>De gemeente neemt deel aan Regio Zuid.</p>"),
)
_LIAS_MENU = ((0, 0), (1, 1), (2, 2), (2, 3), (1, 4), (0, 5), (1, 6))


def lias(folder: Path, *, extra: dict[str, str] | None = None, text: str = "") -> Path:
    """Numbered folders that say nothing of the order, a menu on every page that unfolds where one is."""
    pages = {}
    for own, (path, title, body) in enumerate(LIAS):
        shown = [
            (depth, f"/{LIAS[place][0]}", LIAS[place][1])
            for depth, place in _LIAS_MENU
            if depth == 0 or abs(place - own) <= 4
        ]
        around = f"<nav>{nested(*shown)}</nav>"
        more = text if title == "Ouderen" else ""
        stamp = "<footer>Deze pagina is gebouwd op 11/18/2022 10:00:0{} met de export van 11/18/2022 09:00:00</footer>"
        pages[f"{path}/index.html"] = page(title, body + more, around) + stamp.format(own)
    return write(folder, {**pages, **(extra or {})})


def pepperflow(folder: Path, *, sitemap: bool = True) -> Path:
    """Programmes and projects side by side; a page with the map of the site; a page an activity."""
    crumbs = '<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/begroting-2023/programma/{}">{}</a></div>'
    zorg = crumbs.format("programma-2-zorg", "Programma 2 Zorg")
    pages = {
        "programma/programma-2-zorg.html": page(
            "Programma 2 Zorg", f"<h2>Wat willen we bereiken?</h2><p>{GOAL}</p>"
        ),
        "programma/programma-10-wonen.html": page(
            "Programma 10 Wonen", wanted("We bouwen honderd woningen.")
        ),
        "project/buurtkamer.html": page("Buurtkamer", wanted("We openen een buurtkamer in het dorp."), zorg),
        "project/aanpak-armoede.html": page(
            "Aanpak armoede", wanted("We helpen driehonderd gezinnen."), zorg
        ),
    }
    if sitemap:
        base = "https://voorbeeldstad.example/begroting-2023"
        lines = (
            (0, f"{base}/programma/programma-2-zorg", "Programma 2 Zorg"),
            (1, f"{base}/project/buurtkamer", "Buurtkamer"),
            (1, f"{base}/project/aanpak-armoede", "Aanpak armoede"),
            (0, f"{base}/programma/programma-10-wonen", "Programma 10 Wonen"),
        )
        pages["sitemap.html"] = page("Sitemap", nested(*lines))
    return write(folder, pages)


def tangelo(folder: Path) -> Path:
    """Nested folders that are the tree, with nothing else to tell it."""
    zorg = "programmaplan/programma-zorg"
    return write(
        folder,
        {
            "programmaplan/index.html": page("Programmaplan", "<p>Er zijn twee programma's.</p>"),
            f"{zorg}/index.html": page("Zorg", "<p>Dit programma gaat over zorg.</p>"),
            f"{zorg}/1-wat-willen-we-bereiken/index.html": page("Wat willen we bereiken?", f"<p>{GOAL}</p>"),
            f"{zorg}/2-wat-gaan-we-doen/index.html": page("Wat gaan we daarvoor doen?", ""),
            f"{zorg}/2-wat-gaan-we-doen/10-pleeggezinnen.html": page(
                "Pleeggezinnen", "<p>Twintig pleeggezinnen.</p>"
            ),
            f"{zorg}/2-wat-gaan-we-doen/2-loket.html": page("Loket", "<p>Een loket voor ouderen.</p>"),
            "programmaplan/programma-wonen/index.html": page("Wonen", wanted("We bouwen honderd woningen.")),
            "css/site.css": "body { color: black }",
        },
    )


def imported(folder: Path, *sources: str) -> Imported:
    """The document that a dossier makes of sources in its folder."""
    listed = '", "'.join(sources)
    (folder / "dossier.toml").write_text(
        ORGANISATION + document_table("a", "begroting", 2023, listed), "utf-8"
    )
    (document,) = load(folder).documents
    return import_document(document, ())


def names(made: Imported) -> list[str]:
    return [source.name for source in made.document.sources]


def titles_above(made: Imported, words: str) -> list[str]:
    """What the element with these words stands under, the nearest first."""
    by_id: dict[str | None, Element] = {one.id: one for one in made.document.elements}
    found = next(one for one in made.document.elements if words in one.text)
    line = []
    while found.parent is not None:
        found = by_id[found.parent]
        line.append(found.text)
    return line
