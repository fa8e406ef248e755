import pytest

from rodedraad.reading import ReadingError, read
from tests.reading.extracts import block_of, cells, checked, content, own, rows


def of(text: str):
    return checked(text, "stuk.md")


def test_headings_paragraphs_and_lists():
    extract = of(
        "# Zorg\n\nWat *willen* we?\n----\n\nEen **vette**\nregel met `code` en [verwijzing](https://voorbeeld.nl)  \nvervolg<br>slot\n\n- een\n  - twee\n    vervolg\n- drie\n\n> citaat\n"
    )
    assert rows(extract) == [
        ("heading1", "Zorg"),
        ("heading2", "Wat willen we?"),
        ("paragraph", "Een vette regel met code en verwijzing"),
        ("paragraph", "vervolg"),
        ("paragraph", "slot"),
        ("list-item1", "een"),
        ("list-item2", "twee vervolg"),
        ("list-item1", "drie"),
        ("paragraph", "citaat"),
    ]
    assert extract.text.endswith("een\ntwee vervolg\ndrie\n\ncitaat")
    assert block_of(extract, "Zorg").path == "regel 1"


def test_numbers_stand_in_the_text():
    assert rows(of("3. een\n3. twee\n   1. diep\n\n   alinea\n- los\n\n# Kop\n\n0) nul\n")) == [
        ("list-item1", "3. een"),
        ("list-item1", "4. twee"),
        ("list-item2", "1. diep"),
        ("list-item1", "alinea"),
        ("list-item1", "los"),
        ("heading1", "Kop"),
        ("list-item1", "0. nul"),
    ]


def test_tables():
    extract = of(
        "| Plan | Status |\n|---|---|\n| een<br>twee | ![groen](img/groen.png) |\n| drie |\n\n| kader |\n|---|\n| tekst |\n"
    )
    assert cells(extract) == [
        (0, 0, 0, "Plan"),
        (0, 0, 1, "Status"),
        (0, 1, 0, "een"),
        (0, 1, 0, "twee"),
        (0, 1, 1, "groen"),
        (0, 2, 0, "drie"),
    ]
    assert block_of(extract, "Plan").header
    assert not block_of(extract, "een").header
    assert block_of(extract, "groen").symbols == ("groen", "groen.png")
    assert rows(extract)[-2:] == [("paragraph", "kader"), ("paragraph", "tekst")]


def test_html_within_is_read_as_text():
    extract = of(
        "<table><tr><td>a</td><td>b</td></tr></table>\n\n<script>alert(1)</script>\n\nTekst met <b onclick='x()'>vet</b>\n\n| x | y |\n|--|--|\n| 1 | 2 |\n"
    )
    assert content(extract) == ["a", "b", "Tekst met vet", "x", "y", "1", "2"]
    assert [place[0] for place in cells(extract)] == [0, 0, 1, 1, 1, 1]


def test_data_above_the_text_are_set_aside():
    extract = of("---\ntitle: 'Begroting 2022'\nyear: 2022\n---\n# Zorg\n")
    assert extract.title == "Begroting 2022"
    assert content(extract) == ["Zorg"]
    assert [one.why for one in extract.set_aside] == ["gegevens over het bestand"]


def test_code_is_text_a_line_a_block():
    assert [
        own(extract, block) for extract in [of("```\nregel 1\n\nregel 2\n```\n")] for block in extract.blocks
    ] == ["regel 1", "regel 2"]


def test_a_line_beyond_reason():
    with pytest.raises(ReadingError, match="meer dan een miljoen tekens"):
        read(b"a " * 600_000, "stuk.md")


@pytest.mark.parametrize(
    "text",
    [
        "> " * 30 + "diep",
        "- " * 30 + "diep",
        "[" * 3000 + "diep",
        "*a " * 3000 + "diep",
        "<div>" * 100 + "diep",
    ],
)
def test_nesting_is_read(text):
    assert "diep" in content(of(text))[-1]


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_nesting_beyond_reason_is_refused_and_not_cut_off(mark):
    with pytest.raises(ReadingError, match=r"regel 1: .*te diep genest"):
        of(mark * 3000 + "diep")
