"""A document of many pages: found, put in order, and read under each other."""

from pathlib import Path

import pytest

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.model.terms import Kind
from tests.dossier.sites import (
    LIAS,
    imported,
    lias,
    names,
    page,
    pepperflow,
    tangelo,
    titles_above,
    wanted,
    write,
)
from tests.dossier.support import ORGANISATION, document_table


def programmes(made) -> list[str]:
    return [one.text for one in made.document.elements if one.kind is Kind.PROGRAMME]


def test_the_menu_that_pages_share_gives_their_order_and_what_they_stand_under(tmp_path: Path) -> None:
    lias(tmp_path / "site")
    made = imported(tmp_path, "site")
    assert names(made) == [f"site/{path}/index.html" for path, _, _ in LIAS]
    assert programmes(made) == ["Zorg en welzijn", "Wonen"]
    assert titles_above(made, "loket voor ouderen")[1:3] == ["Ouderen", "Zorg en welzijn"]
    assert titles_above(made, "pleeggezinnen")[1:3] == ["Jeugd", "Zorg en welzijn"]
    assert "Zorg en welzijn" not in titles_above(made, "honderd woningen")
    assert titles_above(made, "Regio Zuid")[-1] == "Paragrafen"
    trails = [source.trail for source in made.document.sources]
    assert trails[2] == ("Programma's", "Zorg en welzijn", "Ouderen")


def test_a_page_that_the_menu_does_not_name_comes_last_and_is_told(tmp_path: Path) -> None:
    lias(tmp_path / "site", extra={"p1000/oud/index.html": page("Oud nieuws", "<p>Dit is oud.</p>")})
    made = imported(tmp_path, "site")
    assert names(made)[-1] == "site/p1000/oud/index.html"
    assert [source.unplaced for source in made.document.sources] == [False] * 7 + [True]
    assert titles_above(made, "Dit is oud") == ["Oud nieuws"]


def test_a_page_that_one_page_of_the_menu_lists_belongs_under_that_page(tmp_path: Path) -> None:
    menu = '<nav><ul><li><a href="/zorg">Zorg</a></li><li><a href="/wonen">Wonen</a></li></ul></nav>'
    projects = '<ul><li><a href="/project/buurtkamer">Buurtkamer</a></li></ul>'
    pages = {
        "wonen.html": page("Wonen", wanted("We bouwen woningen."), menu),
        "zorg.html": page("Zorg", f"<p>Dit zijn onze projecten.</p>{projects}", menu),
        "project/buurtkamer.html": page("Buurtkamer", wanted("We openen een buurtkamer in het dorp.")),
    }
    made = imported(write(tmp_path / "site", pages).parent, "site")
    assert [Path(name).stem for name in names(made)] == ["zorg", "buurtkamer", "wonen"]
    assert titles_above(made, "een buurtkamer in")[-2:] == ["Buurtkamer", "Zorg"]
    assert not any(source.unplaced for source in made.document.sources)


def test_what_dossier_toml_lists_keeps_its_order(tmp_path: Path) -> None:
    lias(tmp_path / "site")
    made = imported(tmp_path, "site/p1720/wonen/index.html", "site/p1700", "site/p1719")
    assert [name.split("/")[1] for name in names(made)] == ["p1720", "p1700", "p1719"]
    assert not any(source.unplaced for source in made.document.sources)


def test_the_same_page_at_two_addresses_is_read_once_and_named(tmp_path: Path) -> None:
    path, title, body = LIAS[4]
    lias(tmp_path / "site", extra={"kopie/wonen/index.html": page(title, body)})
    made = imported(tmp_path, "site")
    (kept,) = [source for source in made.document.sources if source.also]
    assert (kept.name, kept.also) == (f"site/{path}/index.html", ("site/kopie/wonen/index.html",))
    assert sum("honderd woningen" in one.text for one in made.document.elements) == 1


def test_equal_pages_that_breadcrumbs_tell_apart_are_both_read(tmp_path: Path) -> None:
    pages = {
        f"{slug}.html": page(
            "Kosten",
            "<p>Er zijn geen kosten.</p>",
            f'<div class="breadcrumb"><a href="/p/{slug}">{slug}</a></div>',
        )
        for slug in ("zorg", "wonen")
    }
    made = imported(write(tmp_path, pages), "*.html")
    assert len(made.document.sources) == 2


@pytest.mark.parametrize("source", ["site", "site/sitemap.html", "site/**/*.html"])
def test_a_page_with_the_map_of_the_site_gives_order_and_nesting(tmp_path: Path, source: str) -> None:
    pepperflow(tmp_path / "site")
    made = imported(tmp_path, source)
    assert [name.removeprefix("site/") for name in names(made)] == [
        "programma/programma-2-zorg.html",
        "project/buurtkamer.html",
        "project/aanpak-armoede.html",
        "programma/programma-10-wonen.html",
    ]
    assert programmes(made) == ["Programma 2 Zorg", "Programma 10 Wonen"]
    assert titles_above(made, "driehonderd gezinnen")[-1] == "Programma 2 Zorg"


def test_breadcrumbs_alone_bring_an_activity_page_under_its_programme(tmp_path: Path) -> None:
    pepperflow(tmp_path / "site", sitemap=False)
    made = imported(tmp_path, "site")
    assert [Path(name).stem for name in names(made)] == [
        "programma-2-zorg",
        "aanpak-armoede",
        "buurtkamer",
        "programma-10-wonen",
    ]
    assert titles_above(made, "buurtkamer in het dorp")[-1] == "Programma 2 Zorg"
    assert titles_above(made, "honderd woningen")[-1] == "Programma 10 Wonen"


def test_a_sitemap_in_xml_gives_the_order_and_names_the_files(tmp_path: Path) -> None:
    pepperflow(tmp_path / "site", sitemap=False)
    paths = (
        "programma/programma-10-wonen",
        "programma/programma-2-zorg/",
        "project/buurtkamer",
        "project/weg",
    )
    places = "".join(
        f"<url><loc>https://voorbeeldstad.example/begroting-2023/{path}</loc></url>" for path in paths
    )
    index = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://voorbeeldstad.example/sitemap-index.xml</loc></sitemap></sitemapindex>'
    write(
        tmp_path / "site",
        {
            "sitemap.xml": index,
            "sitemap-index.xml": f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>',
        },
    )
    made = imported(tmp_path, "site/sitemap.xml")
    assert [Path(name).stem for name in names(made)] == [
        "programma-10-wonen",
        "programma-2-zorg",
        "buurtkamer",
    ]
    whole = imported(tmp_path, "site")
    assert [Path(name).stem for name in names(whole)][:2] == ["programma-10-wonen", "programma-2-zorg"]
    assert len(whole.document.sources) == 4
    assert load(tmp_path).inputs[-1].name in ("sitemap-index.xml", "sitemap.xml")


def test_nested_folders_are_the_tree_and_numbers_in_names_the_order(tmp_path: Path) -> None:
    tangelo(tmp_path / "site")
    made = imported(tmp_path, "site")
    assert [name.removeprefix("site/programmaplan/").removesuffix("/index.html") for name in names(made)] == [
        "index.html",
        "programma-wonen",
        "programma-zorg",
        "programma-zorg/1-wat-willen-we-bereiken",
        "programma-zorg/2-wat-gaan-we-doen",
        "programma-zorg/2-wat-gaan-we-doen/2-loket.html",
        "programma-zorg/2-wat-gaan-we-doen/10-pleeggezinnen.html",
    ]
    assert programmes(made) == ["Wonen", "Zorg"]
    loket = next(one for one in made.document.elements if "Een loket" in one.text)
    assert loket.kind is Kind.ACTIVITY
    assert titles_above(made, "Een loket")[-2:] == ["Wat gaan we daarvoor doen?", "Zorg"]


def test_a_flat_menu_nests_by_the_numbers_in_its_titles(tmp_path: Path) -> None:
    titles = {"a": "1. Zorg", "c": "1.1 Ouderen", "b": "2. Wonen"}
    menu = (
        "<nav>" + "".join(f'<a href="{slug}.html">{title}</a>' for slug, title in titles.items()) + "</nav>"
    )
    pages = {f"{slug}.html": page(title, wanted(f"We doen {slug}."), menu) for slug, title in titles.items()}
    made = imported(write(tmp_path, pages), "*.html")
    assert names(made) == ["a.html", "c.html", "b.html"]
    assert titles_above(made, "We doen c")[-1] == "1. Zorg"
    assert titles_above(made, "We doen b")[-1] == "2. Wonen"


def test_without_menu_or_map_the_numbers_in_names_give_the_order(tmp_path: Path) -> None:
    pages = {
        f"{slug}.html": page(slug, f"<p>Over {slug}.</p>") for slug in ("p10", "p9", "2-zorg", "10-wonen")
    }
    made = imported(write(tmp_path, pages), "*.html")
    assert names(made) == ["2-zorg.html", "10-wonen.html", "p9.html", "p10.html"]
    assert not any(source.unplaced or source.trail for source in made.document.sources)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("sitemap.xml", "<urlset>", "dit is geen leesbare sitemap"),
        (
            "sitemap.xml",
            "<urlset><url><loc>https://x.example/weg</loc></url></urlset>",
            "noemt geen pagina die ernaast staat",
        ),
    ],
)
def test_a_sitemap_that_names_nothing_is_a_mistake_with_a_remedy(
    tmp_path: Path, name: str, content: str, told: str
) -> None:
    write(tmp_path, {name: content, "a.html": page("A", "<p>Over a.</p>")})
    (tmp_path / "dossier.toml").write_text(
        ORGANISATION + document_table("a", "begroting", 2023, name), "utf-8"
    )
    with pytest.raises(DossierError) as caught:
        load(tmp_path)
    assert told in str(caught.value.problems[0])


def test_references_between_pages_become_links_on_the_site_or_findings(tmp_path: Path) -> None:
    text = (
        '<p>Zie ook <a href="/p1720/wonen">onze plannen voor wonen</a> en <a href="../../p1790/jeugd">jeugd</a>.</p>'
        '<p>Dit is opgenomen in de paragraaf Verbonden partijen.</p><p>Meer staat in <a href="/p1755/weg">een oud plan</a>.</p>'
        '<p>Wij verwijzen naar bijlage 7.</p><p>Kijk op <a href="https://elders.example/p1755/weg">een andere site</a> '
        'of in <a href="/media/plan.pdf">een bestand</a>.</p>'
    )
    lias(tmp_path / "site", text=text, extra={"kopie/jeugd.html": page(LIAS[3][1], LIAS[3][2])})
    imported(tmp_path, "site")
    report = build(load(tmp_path))
    (document,) = report.build.documents
    found = {ref.name: ref for one in document.elements for ref in one.refs if ref.kind in ("see", "link")}
    texts = {one.id: one.text for one in document.elements}
    assert {name: texts.get(ref.element or "") for name, ref in found.items()} == {
        "onze plannen voor wonen": "Wonen",
        "jeugd": "Jeugd",
        "paragraaf Verbonden partijen": "Verbonden partijen",
        "een oud plan": None,
        "bijlage 7": None,
    }
    said = [one.message for one in report.build.findings.findings if one.rule == "reference-not-found"]
    assert [word in message for word, message in zip(("een oud plan", "bijlage 7"), said, strict=True)] == [
        True,
        True,
    ]
    assert [one.rule for one in report.build.findings.findings].count("page-twice") == 1
    shown = (report.out / "site/document/a/index.html").read_text("utf-8")
    wonen = next(one.id for one in document.elements if one.text == "Wonen")
    assert f'#e-{wonen}">naar onze plannen voor wonen</a>' in shown
    assert "naar een oud plan" not in shown
