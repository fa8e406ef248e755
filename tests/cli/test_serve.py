import http.client
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from rodedraad.cli.server import HEADERS, HOST, server_of
from rodedraad.dossier import DossierError
from rodedraad.dossier.compressing import FORMS, gzipped
from tests.cli.support import Terminal
from tests.support.children import started

FILES = {
    "index.html": ("text/html; charset=utf-8", b"<p>welkom"),
    "thema/index.html": ("text/html; charset=utf-8", b"<p>thema"),
    "stijl.css": ("text/css; charset=utf-8", b"p{}"),
    "beeld.svg": ("image/svg+xml", b"<svg/>"),
    "data.csv": ("text/csv; charset=utf-8", b"a;b"),
    "data.json": ("application/json", b"{}"),
    "leeg/bestand.txt": ("text/plain; charset=utf-8", b"tekst"),
    ".verborgen": ("", b"geheim"),
}
PROTECTION = {name.lower(): value for name, value in HEADERS.items()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, (_, data) in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "geheim.txt").write_bytes(b"geheim")
    (tmp_path / "site" / "uitgang").symlink_to(tmp_path / "geheim.txt")
    return tmp_path / "site"


@pytest.fixture
def server(site: Path) -> Iterator[ThreadingHTTPServer]:
    with server_of(site, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(
    server: ThreadingHTTPServer, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    found = (answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return found


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith(".")])
def test_a_file_comes_with_its_type_and_what_protects_the_reader(
    server: ThreadingHTTPServer, name: str
) -> None:
    status, headers, body = ask(server, f"/{name}")
    assert (status, headers["content-type"], body) == (200, *FILES[name])
    assert PROTECTION.items() <= headers.items()
    assert "unsafe-inline" not in headers["content-security-policy"]


def test_a_folder_is_its_page(server: ThreadingHTTPServer) -> None:
    assert ask(server, "/")[2] == b"<p>welkom"
    assert ask(server, "/thema/")[2] == b"<p>thema"
    assert ask(server, "/thema")[0] == 301
    assert ask(server, "/", "HEAD")[::2] == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/../geheim.txt",
        "/thema/../../geheim.txt",
        "/%2e%2e/geheim.txt",
        "/..%2fgeheim.txt",
        "//etc/passwd",
        "/uitgang",
        "/.verborgen",
        "/leeg/",
        "/is-er-niet",
        "/%00",
    ],
)
def test_nothing_hidden_nothing_outside_and_no_listing(server: ThreadingHTTPServer, path: str) -> None:
    status, headers, body = ask(server, path)
    assert status == 404
    assert b"geheim" not in body
    assert b"Deze pagina is er niet" in body
    assert b"bestand.txt" not in body
    assert PROTECTION.items() <= headers.items()


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("br;q=0, *;q=0", ""),
        ("gzip;q=x", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_smallest_form_that_is_accepted_is_sent(
    server: ThreadingHTTPServer, site: Path, accepted: str, coding: str
) -> None:
    packed = {form.coding: form.pack(FILES["stijl.css"][1]) for form in FORMS}
    for form in FORMS:
        (site / f"stijl.css{form.ending}").write_bytes(packed[form.coding])
    status, headers, body = ask(server, "/stijl.css", Accept_Encoding=accepted)
    assert (status, headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert headers.get("content-encoding", "") == coding
    assert body == packed.get(coding, FILES["stijl.css"][1])
    assert headers["content-length"] == str(len(body))
    assert headers["vary"] == "Accept-Encoding"
    assert PROTECTION.items() <= headers.items()


def test_a_form_has_a_tag_of_its_own_and_is_not_sent_twice(server: ThreadingHTTPServer, site: Path) -> None:
    (site / "stijl.css.gz").write_bytes(gzipped(FILES["stijl.css"][1]))
    _, plain, _ = ask(server, "/stijl.css")
    _, packed, _ = ask(server, "/stijl.css", Accept_Encoding="gzip")
    assert plain["etag"] != packed["etag"]
    status, headers, body = ask(server, "/stijl.css", Accept_Encoding="gzip", If_None_Match=packed["etag"])
    assert (status, body, headers["etag"]) == (304, b"", packed["etag"])
    assert ask(server, "/stijl.css", Accept_Encoding="gzip", If_None_Match=plain["etag"])[0] == 200
    assert "vary" not in ask(server, "/index.html")[1]


def test_a_page_may_load_nothing_of_others_and_ask_for_no_device(server: ThreadingHTTPServer) -> None:
    _, headers, _ = ask(server, "/")
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert not re.search(r"https?:|unsafe-inline|\*", headers["content-security-policy"])
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"


def test_nothing_can_be_sent(server: ThreadingHTTPServer) -> None:
    assert ask(server, "/", "POST")[0] == 501


def test_only_this_computer_is_served(server: ThreadingHTTPServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told(server: ThreadingHTTPServer, site: Path) -> None:
    with pytest.raises(DossierError, match=r"deze poort is in gebruik\. Kies een andere met --port"):
        server_of(site, server.server_port)


def test_serve_tells_where_the_site_is_and_stops_with_ctrl_c(terminal: Terminal, folder: Path) -> None:
    terminal("build", folder)
    code = "from rodedraad.cli import main; main()"
    command = [sys.executable, "-u", "-c", code, "serve", folder, "--port", "0"]
    with started(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
        assert address
        connection = http.client.HTTPConnection(HOST, int(address[1]), timeout=10)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


def test_serve_says_when_the_build_has_no_site_yet(terminal: Terminal, folder: Path) -> None:
    terminal("import", folder)
    told = terminal("serve", folder, "--port", "0")
    assert told.code == 2
    assert "deze build heeft nog geen website" in told.err


def test_the_page_on_publishing_gives_every_server_the_same_policy() -> None:
    page = (Path(__file__).parents[2] / "docs" / "publiceren.md").read_text(encoding="utf-8")
    assert re.findall(r'Content-Security-Policy "([^"]+)"', page) == [HEADERS["Content-Security-Policy"]] * 3
    examples = [
        text.split("```")[0]
        for text in page.split("```")[1::2]
        if text.startswith(("nginx", "apache", "caddy"))
    ]
    assert len(examples) == 3
    assert all(name in text for text in examples for name in HEADERS)
