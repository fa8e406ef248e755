from tests.recognising.pages import report


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
