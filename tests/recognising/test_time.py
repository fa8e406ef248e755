"""Time grows with the size of what is read, whatever stands in it: twice as much takes about twice as long."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import process_time

import pytest

from rodedraad.model.terms import DocumentKind
from rodedraad.reading import ReadingError, read
from rodedraad.recognising import recognise
from tests.recognising.pages import frame

pytestmark = pytest.mark.no_cover

GROWTH = 4
LEEWAY = 0.3
"""Seconds that a machine that is busy with other things may lose."""

LINES: dict[str, str] = {
    "words": "Wij openen een buurthuis in de wijk ",
    "sentences": "Wij openen in 2022 een buurthuis in de wijk. ",
    "one word": "x",
    "digits": "1234567890",
    "numbers": "1.234 ",
    "numerals": "1.",
    "spaces": " ",
    "points": "a .",
    "brackets": "(",
    "pairs of brackets": "(a) ",
    "quotes": "'",
    "dashes": "- ",
    "capitals": "A",
    "names": "Aaa Bbb van de ",
    "abbreviations": "Wmo (Wmo) GGD (GGD) ",
    "letters with points": "a.b.c.",
    "quarters": "1e kwartaal van ",
    "months": "1 januari tot en met ",
    "years": "2022 2023-2024 ",
    "money": "€ 1.200,- mln ",
    "percentages": "12,5% n.b. ",
    "slashes": "a/",
    "labels": "doel: ",
    "colons": ":",
    "addresses": "https://www.voorbeeld.nl/b ",
    "references": "zie paragraaf 3.2 en bijlage 4 ",
    "fixed spaces": "a\u00a0",
    "accents": "a" + "\u0301" * 20,
    "bullets": "• een ",
    "pipes": "|a|b",
}
PAGES: dict[str, tuple[str, str]] = {
    "empty lines": ("", "a\n\n\n\n"),
    "short lines": ("", "a\n"),
    "headings": ("", "Wat gaan we doen?\nWij doen dit graag.\n"),
    "programmes": ("", "Programma 3. Samen leven\nThema Meedoen\n"),
    "cells of figures": ("Indicator\n2021\n2022\n", "Aantal cliënten\n340\n350\n"),
    "cells of words": ("Nr.\nDoel\nResultaat\n", "1\nWij doen dit\nDat is gedaan\n"),
    "rows of money": ("Bedragen x € 1.000\n", "Lasten 1.200 1.300 1.400\nBaten 100 200 300\nSaldo -250\n"),
    "states": ("", "Groen\nOp schema\nDoel 1 wij doen mee\nToelichting\n"),
    "lines broken off": ("", "wij openen een buurthuis in de wijk die daar nu nog geen heeft,\n"),
}
MARKUP: dict[str, tuple[str, str]] = {
    "nesting": ("", "<div>"),
    "rows of figures": ("<table><tr><th>Indicator<th>2021<th>2022", "<tr><td>Aantal cliënten<td>340<td>350"),
    "rows of words": (
        "<table><tr><th>Wat wilden we doen?<th>Wat deden we?",
        "<tr><td>Wij openen dit<td>Dat is open.",
    ),
    "one row": ("<table><tr>", "<td>een"),
    "cells that reach down": ("<table>", "<tr><td rowspan=65534>a<td>b"),
    "cells that reach far": ("<table><tr>", "<td colspan=999>a<td>b"),
    "tables": ("", "<table><tr><th>Doel<th>Status<tr><td>Wij openen dit<td>Groen</table>"),
    "paragraphs of one cell": ("<table><tr><td>", "<p>Wij openen een huis."),
    "items": ("<ul>", "<li>Wij openen een huis"),
    "images": ("", "<p>Doel<img src=groen.png alt=groen>"),
    "links": ("<p>tekst ", "<a href=#x>zie hier</a> "),
    "marks never closed": ("<p>a<b>", "</p><b>"),
    "entities": ("<p>", "&amp;&nbsp;&#8364; "),
}
DOWN: dict[str, tuple[str, str]] = {
    "a table": ("|a|b|\n|-|-|\n", "|a|b|\n"),
    "a list": ("", "- Wij openen een huis\n"),
    "quotes in quotes": ("", "> "),
    "stars": ("", "*a _b "),
    "ticks": ("", "`a``b```"),
    "images": ("", "![a](b "),
    "tags": ("", "<a "),
}


@contextmanager
def without_collecting() -> Iterator[None]:
    """Python's collector walks all that other tests left in memory: its time is not the reader's."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def seconds(page: str, name: str) -> float:
    """The time of the processor that it takes to read and recognise a page, or to refuse it."""
    with without_collecting():
        start = process_time()
        with suppress(ReadingError):
            recognise(frame(DocumentKind.JAARSTUKKEN), [read(page.encode(), name)])
        return process_time() - start


def grows_evenly(page: Callable[[int], str], name: str, size: int) -> bool:
    """Whether what is `GROWTH` times as large takes less than twice as many times as long."""
    return seconds(page(size * GROWTH), name) <= 2 * GROWTH * seconds(page(size), name) + LEEWAY


def assert_grows_evenly(page: Callable[[int], str], name: str, size: int) -> None:
    """It grows evenly at this size, or at a size where other work of the machine weighs less."""
    assert any(grows_evenly(page, name, each) for each in (size, size, size * GROWTH, size * GROWTH))


def many(count: int, text: str) -> str:
    """A text repeated until it has so many characters."""
    return text * (count // len(text) + 1)


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_a_long_line(text: str) -> None:
    assert_grows_evenly(lambda size: f"Zorg {many(size, text)} einde", "a.txt", 4_000)


@pytest.mark.parametrize(("head", "text"), PAGES.values(), ids=PAGES)
def test_many_lines(head: str, text: str) -> None:
    assert_grows_evenly(lambda size: head + many(size, text), "a.txt", 3_000)


@pytest.mark.parametrize(("head", "text"), MARKUP.values(), ids=MARKUP)
def test_much_markup(head: str, text: str) -> None:
    assert_grows_evenly(
        lambda size: f"<html><meta charset=utf-8><h1>Zorg</h1>{head}{many(size, text)}", "a.html", 6_000
    )


@pytest.mark.parametrize(("head", "text"), DOWN.values(), ids=DOWN)
def test_much_markdown(head: str, text: str) -> None:
    assert_grows_evenly(lambda size: head + many(size, text), "a.md", 2_500)


@pytest.mark.slow
@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_a_line_of_a_megabyte(text: str) -> None:
    assert_grows_evenly(lambda size: f"Zorg {many(size, text)} einde", "a.txt", 250_000)


@pytest.mark.slow
@pytest.mark.parametrize(("head", "text"), [*PAGES.values()], ids=[*PAGES])
def test_a_megabyte_of_lines(head: str, text: str) -> None:
    assert_grows_evenly(lambda size: head + many(size, text), "a.txt", 125_000)


@pytest.mark.slow
@pytest.mark.parametrize(("head", "text"), MARKUP.values(), ids=MARKUP)
def test_half_a_megabyte_of_markup(head: str, text: str) -> None:
    """Some 20,000 cells, 100,000 nested boxes."""
    assert_grows_evenly(
        lambda size: f"<html><meta charset=utf-8><h1>Zorg</h1>{head}{many(size, text)}", "a.html", 125_000
    )
