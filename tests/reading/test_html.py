import pytest

from rodedraad.reading import ReadingError, read
from tests.reading.extracts import block_of, cells, checked, content, own, rows


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html lang=nl><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def of(body: str):
    return checked(page(body), "pagina.html")


def test_headings_paragraphs_and_lists():
    extract = of(
        "<h2>Wat  willen\n we?</h2><p>Eerst<b>e</b> <i>tekst</i></p><ul><li>een<ul><li>twee</ul><li>drie</ul>"
    )
    assert rows(extract) == [
        ("heading2", "Wat willen we?"),
        ("paragraph", "Eerste tekst"),
        ("list-item1", "een"),
        ("list-item2", "twee"),
        ("list-item1", "drie"),
    ]
    assert extract.text == "Wat willen we?\n\nEerste tekst\n\neen\ntwee\ndrie"


def test_the_title_of_the_page():
    assert checked(page("<p>a", "<title> Jaarstukken\n2021 </title>"), "a.html").title == "Jaarstukken 2021"


def test_a_break_starts_a_new_block_and_loose_text_is_a_paragraph():
    extract = of("<div>los<p>een<br>twee<br/></p>na<hr>slot</div>")
    assert [text for _, text in rows(extract)] == ["los", "een", "twee", "na", "slot"]


def test_other_blocks():
    body = """<dl><dt>Portefeuillehouder<dd>Wethouder zorg</dl><details><summary>Meer</summary>Inhoud</details>
    <figure><img src=a.png alt="Kaart van de wijken"><figcaption>Bijschrift</figcaption></figure><pre>regel 1
      regel 2</pre><blockquote>Citaat</blockquote>"""
    assert [text for _, text in rows(of(body))] == [
        "Portefeuillehouder",
        "Wethouder zorg",
        "Meer",
        "Inhoud",
        "Kaart van de wijken",
        "Bijschrift",
        "regel 1",
        "regel 2",
        "Citaat",
    ]


def test_what_is_not_shown_is_not_read():
    body = """<p>zicht</p><script>var a = '<p>script</p>';</script><style>p {}</style><template><p>sjabloon</p></template>
    <p hidden>weg</p><div style="color: red; DISPLAY : none"><p>weg</p></div><select><option>keuze</select>
    <noscript>zet aan</noscript><!-- opmerking --><p>a<!-- x -->b<span aria-hidden=true> c</span></p>"""
    assert [text for _, text in rows(of(body))] == ["zicht", "ab c"]


def test_what_a_tab_or_fold_opens_is_read():
    body = """<button aria-controls="deel" aria-expanded="false">Toelichting</button><div id="deel" hidden>Inhoud</div>
    <div role=tabpanel style="display:none">Tab</div><p hidden="until-found">Zoekbaar"""
    assert [text for _, text in rows(of(body))] == ["Toelichting", "Inhoud", "Tab", "Zoekbaar"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>een<li>twee</ol>", ["1. een", "2. twee"]),
        ("<ol start=3 type=a><li>een<li value=7>twee<li>drie</ol>", ["c. een", "g. twee", "h. drie"]),
        ("<ol type=I><li>een<li>II. twee<li>III</ol>", ["I. een", "II. twee", "III"]),
        ("<ol reversed><li>een<li>twee</ol>", ["2. een", "1. twee"]),
        ("<ol><li>1.1 een<li><p>twee<p>vervolg</ol>", ["1. 1.1 een", "2. twee", "vervolg"]),
        ("<ol><li><ol><li>diep</ol><li>twee</ol>", ["1. diep", "2. twee"]),
        ("<ol start=x><li value='-'>een</ol>", ["1. een"]),
    ],
)
def test_numbers_of_lists_stand_in_the_text_once(markup, expected):
    assert content(of(markup)) == expected


def test_cells_stand_where_a_browser_shows_them():
    body = """<table><thead><tr><th rowspan=2>Speerpunt<th colspan=2>Status</thead>
    <tbody><tr><td>plan<td>groen<td>klaar</tr><tr><td rowspan=2>a<td>b<tr><td>c</table>"""
    extract = of(body)
    assert cells(extract) == [
        (0, 0, 0, "Speerpunt"),
        (0, 0, 1, "Status"),
        (0, 1, 0, "plan"),
        (0, 1, 1, "groen"),
        (0, 1, 2, "klaar"),
        (0, 2, 0, "a"),
        (0, 2, 1, "b"),
        (0, 3, 1, "c"),
    ]
    header = block_of(extract, "Speerpunt")
    assert header.header
    assert (header.row_span, block_of(extract, "Status").column_span) == (2, 2)
    assert not block_of(extract, "plan").header


def test_a_cell_with_paragraphs_a_list_and_a_heading():
    extract = of("<table><tr><td><h4>Doel</h4><p>een<p>twee<ul><li>drie</ul>vier<td>uit</table>")
    assert [(role, text) for role, text in rows(extract)] == [
        ("heading4", "Doel"),
        ("cell", "een"),
        ("cell", "twee"),
        ("list-item1", "drie"),
        ("cell", "vier"),
        ("cell", "uit"),
    ]
    assert {place[:3] for place in cells(extract)[:5]} == {(0, 0, 0)}
    assert extract.text == "Doel\neen\ntwee\ndrie\nvier\n\nuit"


def test_nested_and_layout_tables():
    body = """<table><tr><td>voor<ul><li>punt</ul></td></tr><tr><td><table><tr><td>in<td>ner</table></table>
    <table role=presentation><tr><td>links<td>rechts</table><table><tr><td>x<td>y</table>"""
    extract = of(body)
    assert cells(extract) == [(0, 0, 0, "in"), (0, 0, 1, "ner"), (1, 0, 0, "x"), (1, 0, 1, "y")]
    assert rows(extract)[:2] == [("paragraph", "voor"), ("list-item1", "punt")]
    assert ("paragraph", "links") in rows(extract)


def test_a_table_made_of_roles():
    body = """<div role=table><div role=rowgroup><div role=row><span role=columnheader>Kop</span>
    <span role=columnheader>Kop 2</span></div><div role=row><span role=cell>a</span><span role=cell>b</span></div></div></div>"""
    extract = of(body)
    assert cells(extract) == [(0, 0, 0, "Kop"), (0, 0, 1, "Kop 2"), (0, 1, 0, "a"), (0, 1, 1, "b")]
    assert block_of(extract, "Kop").header


def test_icons_give_symbols_and_a_cell_with_only_an_icon_is_not_lost():
    body = """<table><tr><td>Plan<td><img src="/img/groen.png?v=2" class="icon" alt=""><td><i class="fa fa-check"></i> klaar
    <tr><td>Plan 2<td><span class="stip rood" title="Loopt achter"></span><td><svg class=s><title>Op schema</title><use href="#ok"/></svg></table>"""
    extract = of(body)
    assert [
        (place[1:], block.symbols) for place, block in zip(cells(extract), extract.blocks, strict=True)
    ] == [
        ((0, 0, "Plan"), ()),
        ((0, 1, "\ufffc"), ("groen.png", "icon")),
        ((0, 2, "klaar"), ("fa fa-check",)),
        ((1, 0, "Plan 2"), ()),
        ((1, 1, "\ufffc"), ("Loopt achter", "stip rood")),
        ((1, 2, "Op schema"), ("Op schema", "ok", "s")),
    ]


def test_an_icon_before_a_heading_belongs_to_it_and_decoration_vanishes():
    extract = of(
        "<div><i class=oranje></i><h3>Activiteit</h3></div><div><img src=logo.png alt=''></div><p>Tekst <span role=img aria-label=goed>*</span></p>"
    )
    assert [(own(extract, block), block.symbols) for block in extract.blocks] == [
        ("Activiteit", ("oranje",)),
        ("Tekst goed", ("goed",)),
    ]


SITE = """<a class="skip-link" href="#inhoud">Direct naar tekst</a><header><h1>Jaarstukken 2021</h1><p>Gemeente</p></header>
<nav><ul><li>Begroting<li>Zorg</ul></nav><div class="breadcrumbs">Start / Zorg</div><div id="cookiebar"><p>Wij gebruiken cookies</p>
<button>Akkoord</button></div><form role="search"><label>Waar zoekt u naar</label></form><main><header><h2>Zorg</h2></header>
<button>Menu</button><a href="#nav">Terug naar navigatie - Zorg</a><div class="menu"><h1>Kop</h1></div><aside>Kader</aside><p>Inhoud</p><p>Wat wij doen</p></main>
<aside>Zie ook</aside><footer><p>Contact</p><p>Deze pagina is gebouwd op 06/08/2021 08:17:54 met de export van 06/08/2021 08:01:40</p></footer>"""


def test_the_site_around_the_content_is_set_aside():
    extract = of(SITE)
    assert content(extract)[:5] == ["Jaarstukken 2021", "Zorg", "Kop", "Kader", "Wat wij doen"]
    assert content(extract)[5].startswith("Deze pagina is gebouwd")
    assert extract.built_at is not None
    assert [
        (extract.text[aside.start : aside.end].replace("\n", "|"), aside.why) for aside in extract.set_aside
    ] == [
        ("Direct naar tekst", "overslaanlink"),
        ("Gemeente", "kop van de site"),
        ("Begroting|Zorg", "navigatie"),
        ("Start / Zorg", "kruimelpad"),
        ("Wij gebruiken cookies||Akkoord", "cookiemelding"),
        ("Waar zoekt u naar", "zoekformulier"),
        ("Menu", "knop"),
        ("Terug naar navigatie - Zorg", "navigatie"),
        ("Inhoud", "inhoudsopgave"),
        ("Zie ook", "zijkolom"),
        ("Contact", "voet van de site"),
    ]


def test_a_page_that_calls_all_of_itself_furniture_is_content():
    assert content(of("<nav><p>Alles staat hier</p></nav>")) == ["Alles staat hier"]


def test_typed_bullets_and_numbers_are_list_items():
    extract = of("<p>• een</p><p>- twee</p><p>1. drie</p><p>vier - vijf</p><h2>2. Kop</h2>")
    assert rows(extract) == [
        ("list-item1", "een"),
        ("list-item1", "twee"),
        ("list-item1", "1. drie"),
        ("paragraph", "vier - vijf"),
        ("heading2", "2. Kop"),
    ]


def test_paths_lead_to_the_element():
    extract = of("<main><p>a<div><a><b>x</b></a><p>b</p></div><table><tr><td>1<td>2</table></main>")
    assert [block.path for block in extract.blocks] == [
        "/html/body/main/p[1]",
        "/html/body/main/div[1]",
        "/html/body/main/div[1]/p[1]",
        "/html/body/main/table[1]/tr[1]/td[1]",
        "/html/body/main/table[1]/tr[1]/td[2]",
    ]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=windows-1252>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-8"),
        ("", "cp1252"),
        ("<meta charset=bestaat-niet>", "utf-8"),
        ("<meta charset=base64>", "utf-8"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=windows-1252>", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_charsets(head, encoding):
    data = f"<html><head>{head}</head><body><p>“Één” kost € 5</body></html>".encode(encoding)
    assert content(checked(data, "a.html")) == ["“Één” kost € 5"]


def test_nothing_after_the_end_of_the_page_is_lost():
    data = "<?xml version='1.0' encoding='utf-8'?><html><body><p>een</body></html><p>twee</p>"
    assert content(checked(data, "a.html")) == ["een", "twee"]


def test_entities_soft_hyphens_and_spaces():
    assert content(
        of("<p>&nbsp; zelf&shy;red&shy;zaam\u200bheid&nbsp;&euro;&#128; &#0; &#xD800;\n  x</p>")
    ) == ["zelfredzaamheid\u00a0€€ \ufffd \ufffd x"]


@pytest.mark.parametrize("depth", [50, 500, 2000])
def test_nesting_that_is_deep_is_read(depth):
    assert content(of("<div>" * depth + "diep" + "</div>" * depth + "<p>na")) == ["diep", "na"]


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "b", "span class=x"])
def test_nesting_of_ten_thousand_is_refused_and_not_cut_off(tag):
    with pytest.raises(ReadingError, match=r"dieper genest .* Bewaar"):
        read(page(f"<{tag}>" * 10_000 + "diep").encode(), "diep.html")


def test_a_page_that_breaks_off_in_a_tag():
    with pytest.raises(ReadingError, match="breekt midden in een tag af"):
        read(b"<html><body><p>tekst</p><p class='x", "a.html")


def test_a_page_without_text():
    with pytest.raises(ReadingError, match="geen leesbare tekst"):
        read(page("<script>laad()</script>").encode(), "a.html")


def test_spans_beyond_reason_do_no_harm():
    extract = of(
        "<table>" + "<tr><td colspan=99999999999 rowspan=999999>a<td rowspan=0 colspan=-1>b" * 3 + "</table>"
    )
    assert [place[3] for place in cells(extract)] == ["a", "b"] * 3
    assert max(block.column_span for block in extract.blocks) <= 1000


def test_the_colour_of_a_mark_an_empty_cell_or_a_block_of_its_own_is_kept():
    body = """<table><tr><td>Plan<td style="background:#c00"></td><td class="st-oranje"></td><td class="smal"></td>
    <td style="background: #eee">Woorden</td></table>
    <div><div><span style="color: green">●</span></div><p>Ervoor</p></div>
    <div><p>Erna</p><div><i class="fa fa-circle" style="color:#f39c12"></i></div></div>"""
    extract = of(body)
    assert [(own(extract, block), block.symbols) for block in extract.blocks] == [
        ("Plan", ()),
        ("\ufffc", ("#c00",)),
        ("\ufffc", ("st-oranje",)),
        ("Woorden", ()),
        ("●", ("green",)),
        ("Ervoor", ()),
        ("Erna", ("fa fa-circle", "#f39c12")),
    ]


def test_blocks_that_look_alike_share_a_style() -> None:
    page = (
        '<main><div class="act"><p class="plan">Wij starten.</p><p>Gestart.</p></div>'
        '<div class="act"><p class="plan">Wij stoppen.</p><p><b> Gestopt. </b></p></div></main>'
    )
    styles = [block.style for block in read(page.encode(), "pagina.html").blocks]
    assert styles == ["div.act p.plan", "div.act p", "div.act p.plan", "div.act p b"]
