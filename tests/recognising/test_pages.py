"""Pages of one document: what stands on a page belongs under the pages above it."""

from msgspec.structs import replace

from rodedraad.model.document import Document
from rodedraad.model.terms import Kind
from rodedraad.recognising import recognise
from rodedraad.recognising.chapters import chapter_of, name_key
from tests.recognising.pages import extract, frame

ZORG = "Programma 1 Zorg"
ASKED = "<h2>Wat gaan we daarvoor doen?</h2><ul><li>We openen een loket in {}.</li></ul>"


def made(*pages: tuple[tuple[str, ...] | None, str]) -> Document:
    """The document of pages, each with its trail."""
    texts = [replace(extract(markup, "p.html"), trail=trail) for trail, markup in pages]
    return recognise(frame(), texts)


def above(document: Document, words: str) -> list[tuple[str, str]]:
    """The kinds and texts of what the element with these words stands under, the nearest first."""
    by_id = {one.id: one for one in document.elements}
    found = next(one for one in document.elements if words in one.text)
    line = []
    while found.parent is not None:
        found = by_id[found.parent]
        line.append((found.kind.value, found.text))
    return line


def programmes(document: Document) -> list[str]:
    return [one.text for one in document.elements if one.kind is Kind.PROGRAMME]


def test_a_page_stands_under_the_page_above_it_wherever_it_comes() -> None:
    document = made(
        (("Zorg",), "<h1>Zorg</h1>"),
        (("Wonen",), "<h1>Wonen</h1>" + ASKED.format("de wijk")),
        (("Zorg", "Ouderen"), "<h1>Ouderen</h1>" + ASKED.format("het dorp")),
    )
    assert programmes(document) == ["Zorg", "Wonen"]
    assert ("programme", "Wonen") in above(document, "loket in de wijk")
    assert [kind for kind, _ in above(document, "loket in het dorp")] == ["section", "theme", "programme"]
    assert above(document, "loket in het dorp")[1:] == [("theme", "Ouderen"), ("programme", "Zorg")]


def test_a_question_on_a_page_of_its_own_is_asked_on_the_pages_under_it() -> None:
    document = made(
        (("Zorg",), "<h1>Zorg</h1>"),
        (("Zorg", "Doen"), "<h1>Wat gaan we daarvoor doen?</h1>"),
        (("Zorg", "Doen", "Loket"), "<p>Een loket in het dorp.</p>"),
    )
    (loket,) = [one for one in document.elements if "loket" in one.text]
    assert loket.kind is Kind.ACTIVITY
    assert [text for _, text in above(document, "loket")] == ["Wat gaan we daarvoor doen?", "Zorg"]


def test_an_activity_page_stands_under_the_goal_page_above_it() -> None:
    goal = "Inwoners kunnen langer zelfstandig thuis blijven wonen."
    document = made(
        ((ZORG,), f"<h1>{ZORG}</h1>"),
        ((ZORG, "Thuis"), f"<h2>Wat willen we bereiken?</h2><p>{goal}</p>"),
        (("Programma 2 Wonen",), "<h1>Programma 2 Wonen</h1>"),
        ((ZORG, "Thuis", "Loket"), "<h1>Loket</h1>" + ASKED.format("het dorp")),
    )
    assert ("programme", ZORG) in above(document, "loket in het dorp")


def test_the_name_of_a_page_above_that_returns_on_every_page_is_written_once() -> None:
    document = made(
        ((ZORG,), f"<h1>{ZORG}</h1>"),
        ((ZORG, "Ouderen"), f"<h1>{ZORG}</h1><h2>Ouderen</h2>" + ASKED.format("de wijk")),
        ((ZORG, "Jeugd"), "<h1>Zorg</h1><h2>Jeugd</h2>" + ASKED.format("het dorp")),
    )
    assert programmes(document) == [ZORG]
    assert ("theme", "Jeugd") in above(document, "het dorp")
    assert ("theme", "Ouderen") not in above(document, "het dorp")


def test_a_page_above_that_was_not_read_is_known_from_the_first_page_that_shows_its_name() -> None:
    document = made(
        ((ZORG, "Ouderen"), f"<h1>{ZORG}</h1><h2>Ouderen</h2>" + ASKED.format("de wijk")),
        ((ZORG, "Jeugd"), f"<h1>{ZORG}</h1><h2>Jeugd</h2>" + ASKED.format("het dorp")),
    )
    assert programmes(document) == [ZORG]
    assert ("programme", ZORG) in above(document, "het dorp")
    assert ("theme", "Ouderen") not in above(document, "het dorp")


def test_under_programmas_stand_programmes_and_under_paragrafen_none() -> None:
    document = made(
        (("Programma's",), "<h1>Programma's</h1><p>Er zijn er twee.</p>"),
        (("Programma's", "Zorg"), "<h1>Zorg</h1>" + ASKED.format("de wijk")),
        (("Programma's", "Wonen"), "<h1>Wonen</h1>" + ASKED.format("het dorp")),
        (("Paragrafen",), "<h1>Paragrafen</h1>"),
        (("Paragrafen", "Weerstandsvermogen"), "<h1>Weerstandsvermogen</h1><p>De reserves volstaan.</p>"),
    )
    assert programmes(document) == ["Zorg", "Wonen"]
    assert above(document, "reserves") == [("section", "Weerstandsvermogen"), ("section", "Paragrafen")]


def test_without_trails_a_page_goes_on_where_the_last_one_ended() -> None:
    document = made((None, f"<h1>{ZORG}</h1>"), (None, ASKED.format("het dorp")))
    assert ("programme", ZORG) in above(document, "het dorp")


def test_chapters_of_one_long_document_become_programmes() -> None:
    document = made(
        (
            None,
            "<h1>Voorwoord</h1><p>Beste lezer.</p><h1>Programma's</h1><h2>Zorg</h2>" + ASKED.format("de wijk")
            # a heading of the level of the chapters begins the next one
            + "<h2>Wonen</h2>" + ASKED.format("het dorp").replace("h2", "h3")
            + "<h1>Paragrafen</h1><h2>Weerstandsvermogen</h2><p>De reserves volstaan.</p>",
        )
    )  # fmt: skip
    assert programmes(document) == ["Zorg", "Wonen"]
    assert ("programme", "Wonen") in above(document, "het dorp")
    assert above(document, "reserves") == [("section", "Weerstandsvermogen"), ("section", "Paragrafen")]


def test_numbered_chapters_that_follow_a_programme_are_programmes() -> None:
    document = made((None, f"<h1>1. Zorg</h1>{ASKED}<h1>2. Wonen</h1>" + ASKED.format("het dorp")))
    assert programmes(document) == ["1. Zorg", "2. Wonen"]


def test_names_and_chapters_are_known_in_their_variants() -> None:
    assert name_key("Programma 3. Sociaal domein") == name_key("3 Sociaal domein".replace("3 ", "3. "))
    assert name_key("Programma 3") == "programma 3"
    chapters = {text: chapter_of(text, 1) for text in ("De programma’s", "Bijlagen", "Sociaal domein")}
    assert [chapter and chapter.holds.value for chapter in chapters.values()] == [
        "programme",
        "section",
        None,
    ]
