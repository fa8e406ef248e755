"""Tables of contents are set aside, whatever they were set with; what only looks like one is kept."""

import pytest

from rodedraad.model.terms import BlockRole
from rodedraad.model.text import Extract
from rodedraad.reading import read
from rodedraad.reading.contents import CONTENTS, is_led


def lines(extract: Extract, *, aside: bool) -> list[str]:
    return [
        extract.text[block.start : block.end]
        for block in extract.blocks
        if (block.role is BlockRole.FURNITURE) is aside
    ]


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("Programma 1 We bouwen woningen ........ 12", True),
        ("1.1 Zorg . . . . . . 12 1.2 Jeugd . . . . . . 14", True),
        ("Bijlagen …………… 120", True),
        ("We bouwen 12 woningen.", False),
        ("En toen … kwamen er 12", False),
        ("Zie hoofdstuk 3 ........ 12 en daarna gaan we verder", False),
        ("", False),
    ],
)
def test_a_line_with_dots_before_a_page_is_one_of_the_contents(text: str, led: bool) -> None:
    assert is_led(text) is led


def test_lines_with_dots_are_set_aside_in_every_format() -> None:
    line = "Programma 1 We bouwen woningen ........ 12"
    for name, page in (("a.txt", f"{line}\n\nWe bouwen.\n"), ("a.html", f"<p>{line}</p><p>We bouwen.</p>")):
        extract = read(page.encode(), name)
        assert lines(extract, aside=True) == [line]
        assert [aside.why for aside in extract.set_aside] == [CONTENTS]


def test_lines_without_dots_are_contents_under_their_heading_alone() -> None:
    rows = ["We bouwen woningen 3", "We openen een loket 3", "We helpen gezinnen 12"]
    page = "".join(f"<p>{row}</p>" for row in rows)
    inside = read(f"<h2>Inhoudsopgave</h2>{page}<p>Wij bouwen er 12</p><p>Tekst.</p>".encode(), "a.html")
    assert lines(inside, aside=True) == ["Inhoudsopgave", *rows, "Wij bouwen er 12"]
    outside = read(f"<h2>Cijfers</h2>{page}".encode(), "a.html")
    assert lines(outside, aside=True) == []


@pytest.mark.parametrize(
    "rows",
    [["We openen een loket 3", "We helpen gezinnen 12"], ["Zorg 9", "Wonen 4", "Jeugd 12"], ["Zorg is belangrijk.", "Zorg 1", "Wonen 2", "Jeugd 3"]],
)  # fmt: skip
def test_too_few_lines_or_pages_that_go_back_are_no_contents(rows: list[str]) -> None:
    page = "<h2>Inhoud</h2>" + "".join(f"<p>{row}</p>" for row in rows)
    assert lines(read(page.encode(), "a.html"), aside=False) == rows
