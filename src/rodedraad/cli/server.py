"""The site of a build on this computer, for whoever sits at it."""

import errno
import hashlib
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from rodedraad.cli.negotiating import best_form, has_forms
from rodedraad.dossier.errors import DossierError, Problem
from rodedraad.publishing.policy import SERVED_POLICY

HOST = "127.0.0.1"
HEADERS = {
    "Content-Security-Policy": SERVED_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), "
        "payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".atom": "application/atom+xml; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}
_ERROR_PAGE = """\
<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<title>Deze pagina is er niet</title>
<h1>Deze pagina is er niet</h1>
<p>De server antwoordt met code %(code)d. <a href="/">Naar de voorpagina</a></p>
</html>
"""


def server_of(site: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of the site that listens on localhost alone; port 0 takes any that is free.

    Raises:
        DossierError: the port is taken or not allowed.
    """
    return listening(port, partial(SiteHandler, directory=str(site.resolve())))


def listening(port: int, handler: Callable[..., SimpleHTTPRequestHandler]) -> ThreadingHTTPServer:
    """Return a server that listens on localhost alone; port 0 takes any that is free.

    Raises:
        DossierError: the port is taken or not allowed.
    """
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        problem = "deze poort is in gebruik" if taken else f"deze poort kan niet ({error.strerror})"
        remedy = "Kies een andere met --port, of --port 0 voor een vrije."
        raise DossierError(Problem(file=f"{HOST}:{port}", problem=problem, remedy=remedy)) from error


class SiteHandler(SimpleHTTPRequestHandler):
    """Gives the files of the site and nothing else: no listings, nothing hidden, nothing outside."""

    server_version = "rodedraad"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    error_message_format = _ERROR_PAGE
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012

    def send_head(self):  # type: ignore[no-untyped-def]  # noqa: ANN201
        """Send the head of an answer, and return the content if there is any to send."""
        if not self._is_public():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        asked = Path(self.translate_path(self.path))
        if asked.is_dir() and self.path.partition("?")[0].endswith("/"):
            asked /= "index.html"
        return self._send_file(asked) if asked.is_file() else super().send_head()

    def _send_file(self, asked: Path) -> BytesIO | None:
        """Send the head for a file in the smallest form that is accepted, or that nothing changed."""
        path, coding = best_form(asked, self.headers.get("Accept-Encoding", ""))
        content = path.read_bytes()
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        same = tag in self.headers.get("If-None-Match", "")
        self.send_response(HTTPStatus.NOT_MODIFIED if same else HTTPStatus.OK)
        self.send_header("ETag", tag)
        if has_forms(asked):
            self.send_header("Vary", "Accept-Encoding")
        if not same:
            self.send_header("Content-Type", self.guess_type(asked))
            self.send_header("Content-Length", str(len(content)))
            if coding:
                self.send_header("Content-Encoding", coding)
        self.end_headers()
        return None if same else BytesIO(content)

    def _is_public(self) -> bool:
        """Return whether what is asked for lies in the site, links followed, and is not hidden."""
        try:
            path = Path(self.translate_path(self.path)).resolve()
        except ValueError:
            return False
        root = Path(self.directory)
        inside = path.relative_to(root).parts if path.is_relative_to(root) else (".",)
        return not any(part.startswith(".") for part in inside)

    def list_directory(self, path):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, ARG002
        """Say that there is no such page; a folder without a page of its own is none."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Add what keeps a page from doing or loading anything it should not."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Write no log."""
