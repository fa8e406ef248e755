from tests.recognising.pages import recognised, report

ICONS = "".join(
    f'<div class="leg"><span class="icon icon-{colour}"></span> {words}</div>'
    for colour, words in [
        ("groen", "Uitgevoerd"),
        ("oranje", "Later afgerond dan beloofd"),
        ("rood", "Gaat niet door"),
    ]
)


def kinds_of(document, *texts: str) -> list[str]:
    found = {element.text: element.kind.value for element in document.elements}
    return [found[text] for text in texts]


def test_lines_under_a_legend_explain_and_what_follows_is_read_as_before() -> None:
    document = report(
        "Wat hebben we daarvoor gedaan?\n\nLegenda\n\nAfgerond: het werk is klaar\n\n"
        "Vertraagd: het werk loopt uit\n\nWe hebben een buurthuis geopend en een wijkteam gestart."
    )
    assert kinds_of(
        document,
        "Afgerond: het werk is klaar",
        "Vertraagd: het werk loopt uit",
        "We hebben een buurthuis geopend en een wijkteam gestart.",
    ) == ["narrative", "narrative", "activity"]


def test_icons_with_words_explain_themselves() -> None:
    page = f"<main><h1>Zorg</h1>{ICONS}<p>We helpen elkaar.</p></main>"
    document = recognised(page, name="pagina.html")
    assert (
        kinds_of(document, "Uitgevoerd", "Later afgerond dan beloofd", "Gaat niet door") == ["narrative"] * 3
    )
