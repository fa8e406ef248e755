import http.client
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from lxml import html

from rodedraad.cli.server import HEADERS, HOST
from rodedraad.dossier.decisions import read_decisions
from rodedraad.dossier.store import read_build
from tests.cli.support import Terminal
from tests.support.children import started
from tests.support.reviewing import GARDEN, LETTER, PROMISED, READY, ROOM, being_reviewed, copy_of, pointer

PROTECTION = {name.lower(): value for name, value in HEADERS.items()}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Answer(NamedTuple):
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def text(self) -> str:
        return " ".join(html.fromstring(self.body).text_content().split())


class Visitor:
    """Asks the server for pages and sends the forms on them."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.port = server.server_port

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        told = Answer(answer.status, found, answer.read().decode())
        connection.close()
        return told

    def get(self, path: str = "/besluiten/") -> Answer:
        return self.ask("GET", path)

    def send(self, fields: dict[str, str | list[str]], **headers: str) -> Answer:
        return self.ask("POST", "/besluiten/", urlencode(fields, doseq=True), **{**FORM, **headers})

    def fields(self) -> dict[str, str | list[str]]:
        """What the form of the question on the page says."""
        page = html.fromstring(self.get().body)
        (form,) = page.xpath("//form[@aria-label='Uw antwoord']")
        return {one.get("name"): one.get("value") for one in form.xpath(".//input")}

    def answer(self, action: str, **more: str | list[str]) -> Answer:
        return self.send({**self.fields(), "actie": action, **more})

    def follow(self, answer: Answer) -> Answer:
        assert answer.status == 303
        return self.get(answer.headers["location"])


@pytest.fixture
def folder(tmp_path: Path, to_review: Path) -> Path:
    return copy_of(to_review, tmp_path / "dossier")


@pytest.fixture
def server(folder: Path) -> Iterator[ThreadingHTTPServer]:
    with being_reviewed(folder) as server:
        yield server


@pytest.fixture
def visitor(server: ThreadingHTTPServer) -> Visitor:
    return Visitor(server)


def decided(folder: Path) -> list[str]:
    return [one.decision.value for one in read_decisions(folder).link]


def element(folder: Path, text: str) -> str:
    return pointer(read_build(folder / "build"), text).element


def test_the_question_shows_both_texts_the_chance_and_the_reasons(visitor: Visitor) -> None:
    answer = visitor.get()
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert PROTECTION.items() <= answer.headers.items()
    for words in (PROMISED, ROOM, "De kans is 91%", "Begroting 2023", "Jaarstukken 2023, regel 5"):
        assert words in answer.text
    assert "<mark>buurtkamer in het oude postkantoor</mark>" in answer.body
    assert re.search(r"veel zekerder +\+9,4", answer.text)
    assert "style=" not in answer.body
    assert not re.search(r"<script(?! src=)| on\w+=", answer.body)


def test_the_site_is_there_too_and_the_files_of_the_page(visitor: Visitor) -> None:
    assert "Wat beloofde de gemeente" in visitor.get("/").body
    assert visitor.get("/static/style.css").status == 200
    assert visitor.get("/besluiten/review.css").headers["content-type"] == "text/css; charset=utf-8"
    script = visitor.get("/besluiten/review.js")
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    for path in ("/besluiten/server.py", "/besluiten/../../dossier.toml", "/besluiten/review.html"):
        assert visitor.get(path).status == 404


@pytest.mark.parametrize(
    ("action", "told", "decisions"),
    [
        ("bevestig", "Bevestigd.", ["confirmed"]),
        ("wijs-af", "Afgewezen.", ["rejected"]),
        ("sla-over", "Overgeslagen.", []),
    ],
)
def test_an_answer_is_written_at_once_and_the_next_question_shown(
    visitor: Visitor, folder: Path, action: str, told: str, decisions: list[str]
) -> None:
    page = visitor.follow(visitor.answer(action))
    assert told in page.text
    assert ROOM not in page.text
    assert decided(folder) == decisions
    assert all(one.role == "controller" for one in read_decisions(folder).link)


def test_the_last_answer_is_taken_back(visitor: Visitor, folder: Path) -> None:
    visitor.answer("bevestig")
    page = visitor.follow(visitor.answer("ongedaan"))
    assert "Het laatste antwoord is teruggenomen." in page.text
    assert ROOM in page.text
    assert not (folder / "decisions.toml").exists()
    assert "Er is niets om terug te nemen." in visitor.follow(visitor.answer("ongedaan")).text


def choose_address(visitor: Visitor, label: str) -> str:
    (address,) = re.findall(rf'href="(kies\?[^"]+)">{label}', visitor.get().body)
    return f"/besluiten/{unescape(address)}"


def test_another_is_chosen_from_the_candidates(visitor: Visitor, folder: Path) -> None:
    page = visitor.get(choose_address(visitor, "Een andere kiezen"))
    assert GARDEN in page.text
    assert ROOM not in page.text
    done = visitor.follow(visitor.answer("kies", keuze=element(folder, GARDEN)))
    assert "Een andere bevestigd" in done.text
    assert decided(folder) == ["rejected", "confirmed"]


def test_another_is_searched_for(visitor: Visitor, folder: Path) -> None:
    page = visitor.answer("zoek", q='brief "<b>')
    assert page.status == 200
    assert LETTER in page.text
    assert 'value="brief &#34;&lt;b&gt;"' in page.body
    assert "<wonen>" not in page.body
    assert decided(folder) == []
    assert "0 onderdelen gevonden." in visitor.answer("zoek", q="olifant").text


def test_a_promise_is_split_and_what_was_picked_outlives_a_search(visitor: Visitor, folder: Path) -> None:
    page = visitor.get(choose_address(visitor, "Splitsen"))
    assert all(text in page.text for text in (ROOM, GARDEN))
    room, letter = element(folder, ROOM), element(folder, LETTER)
    searched = html.fromstring(visitor.answer("zoek", q="brief", deel="1", keuze=[room]).body)
    assert searched.xpath("//input[@checked]/@value") == [room]
    assert letter in searched.xpath("//input[@type='checkbox']/@value")
    done = visitor.follow(visitor.answer("splits", deel="1", keuze=[room, letter]))
    assert "Gesplitst" in done.text
    assert decided(folder) == ["confirmed", "confirmed"]


def test_one_part_is_no_split(visitor: Visitor, folder: Path) -> None:
    page = visitor.answer("splits", deel="1", keuze=[element(folder, ROOM)])
    assert "kies voor splitsen twee of meer delen" in page.text
    assert decided(folder) == []


def test_when_all_is_answered_the_page_says_so(visitor: Visitor) -> None:
    for _ in range(3):
        page = visitor.follow(visitor.answer("bevestig"))
    assert "Alles is beoordeeld" in page.text
    assert "rodedraad build" in page.text


def test_an_old_form_changes_nothing(visitor: Visitor, folder: Path) -> None:
    old = {**visitor.fields(), "actie": "bevestig"}
    visitor.send(old)
    page = visitor.follow(visitor.send({**old, "actie": "wijs-af"}))
    assert "Dit verband was al beoordeeld." in page.text
    assert decided(folder) == ["confirmed"]


@pytest.mark.parametrize("change", [{"actie": "wis-alles"}, {"van": "x"}, {"naar": ""}, {"keuze": "weg"}])
def test_a_form_that_asks_for_what_is_not_there_changes_nothing(
    visitor: Visitor, folder: Path, change: dict[str, str]
) -> None:
    assert visitor.send({**visitor.fields(), "actie": "kies", **change}).status == 303
    assert decided(folder) == []


@pytest.mark.parametrize("key", [None, "", "geraden", "é"])
def test_a_form_without_the_token_of_our_own_page_is_refused(
    visitor: Visitor, folder: Path, key: str | None
) -> None:
    fields = {**visitor.fields(), "actie": "bevestig"}
    fields.pop("sleutel")
    told = visitor.send(fields if key is None else {**fields, "sleutel": key})
    assert told.status == 403
    assert PROTECTION.items() <= told.headers.items()
    assert decided(folder) == []


def test_no_other_name_of_this_computer_is_served_the_token(visitor: Visitor, folder: Path) -> None:
    told = visitor.ask("GET", "/besluiten/", Host="kwaad.example")
    assert (told.status, "sleutel" in told.body) == (403, False)
    assert visitor.ask("GET", "/besluiten/", Host=f"localhost:{visitor.port}").status == 200
    fields = {**visitor.fields(), "actie": "bevestig"}
    assert visitor.send(fields, Host="kwaad.example").status == 403
    assert decided(folder) == []


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ("x=1", {"Content-Type": "application/json"}, 400),
        ("&".join(f"a{number}=1" for number in range(200)), FORM, 400),
        ("x" * 70_000, FORM, 413),
        ("sleutel=%ff%fe", FORM, 403),
        ("", {**FORM, "Content-Length": "-1"}, 413),
    ],
)
def test_what_is_no_form_of_ours_is_refused(
    visitor: Visitor, body: str, headers: dict[str, str], status: int
) -> None:
    assert visitor.ask("POST", "/besluiten/", body, **headers).status == status
    assert visitor.get().status == 200


def test_nothing_can_be_sent_to_another_place_or_asked_with_too_many_fields(visitor: Visitor) -> None:
    assert visitor.ask("POST", "/", urlencode(visitor.fields()), **FORM).status == 404
    assert visitor.get("/besluiten/?" + "&".join(f"a{number}=1" for number in range(200))).status == 400


def test_a_file_that_cannot_be_written_is_told_on_a_page(visitor: Visitor, folder: Path) -> None:
    fields = {**visitor.fields(), "actie": "bevestig"}
    (folder / "decisions.toml").write_text("link = []\n", encoding="utf-8")
    told = visitor.send(fields)
    assert told.status == 409
    assert "hierin staat `link = [...]`" in told.text
    (folder / "decisions.toml").write_text("link = [\n", encoding="utf-8")
    assert "geen geldige TOML" in visitor.get().text
    (folder / "decisions.toml").unlink()
    assert "Bevestigd." in visitor.follow(visitor.send(fields)).text


def test_serve_tells_where_links_are_decided_on(folder: Path) -> None:
    code = "from rodedraad.cli import main; main()"
    choice = ["--between", "0.5", "0.6", "--programme", "zorg"]
    command = [sys.executable, "-u", "-c", code, "serve", folder, "--review", "--port", "0", *choice]
    with started(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            lines = [process.stdout.readline() for _ in range(2)]
            port = re.search(r"Verbanden beoordelen: http://127.0.0.1:(\d+)/besluiten/", lines[1])
            assert port
            connection = http.client.HTTPConnection(HOST, int(port[1]), timeout=10)
            connection.request("GET", "/besluiten/")
            page = html.fromstring(connection.getresponse().read().decode()).text_content()
            connection.close()
            assert READY in page
            assert "nog 1 verband open" in page
            process.send_signal(signal.SIGINT)
            assert process.wait(10) == 0
        finally:
            process.kill()


def test_decisions_need_a_dossier_to_stand_in(terminal: Terminal, folder: Path) -> None:
    told = terminal("serve", folder / "build", "--review", "--port", "0")
    assert told.code == 2
    assert "dossier.toml: bestaat niet" in told.err
