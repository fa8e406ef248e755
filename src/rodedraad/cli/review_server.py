"""The pages for deciding on links, served beside the site to whoever sits at this computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit

from rodedraad.cli.review_desk import TOO_FEW, Desk, Fields, first
from rodedraad.cli.review_page import MESSAGES
from rodedraad.cli.server import HOST, SiteHandler, listening
from rodedraad.dossier.errors import DossierError
from rodedraad.dossier.review import Session

PLACE: Final = "/besluiten/"
LARGEST_FORM: Final = 1 << 16
MOST_FIELDS: Final = 100
_FORM: Final = "application/x-www-form-urlencoded"
_HTML: Final = "text/html; charset=utf-8"
_STATICS: Final = {"review.css": "text/css; charset=utf-8", "review.js": "text/javascript; charset=utf-8"}


def review_server(site: Path, port: int, session: Session) -> ThreadingHTTPServer:
    """Return a server of the site and of the pages for deciding, that listens on localhost alone.

    Raises:
        DossierError: the port is taken or not allowed.
    """
    return listening(port, partial(ReviewHandler, desk=Desk(session), directory=str(site.resolve())))


class ReviewHandler(SiteHandler):
    """The site, and under `besluiten/` the pages for deciding.

    Another site cannot decide anything: a form needs the token, which stands on no page that another site
    can read, nor by a name of its own that it lets point at this computer.
    """

    def __init__(self, *arguments: Any, desk: Desk, **more: Any) -> None:  # noqa: ANN401 - as its base
        self._desk = desk
        super().__init__(*arguments, **more)

    def do_GET(self) -> None:  # noqa: N802 - the name that its base calls
        """Give a page for deciding, or what the site has there."""
        address = urlsplit(self.path)
        if not address.path.startswith(PLACE):
            super().do_GET()
        elif self._is_called_by_name():
            fields = _fields(address.query)
            if fields is None:
                self._refuse(HTTPStatus.BAD_REQUEST)
            else:
                self._give(address.path.removeprefix(PLACE), fields)

    def do_POST(self) -> None:  # noqa: N802 - the name that its base calls
        """Take an answer; without the token nothing is done."""
        if urlsplit(self.path).path != PLACE:
            self._refuse(HTTPStatus.NOT_FOUND)
        elif self._is_called_by_name() and (fields := self._form()) is not None:
            if self._desk.is_ours(fields):
                self._take(fields)
            else:
                self._refuse(HTTPStatus.FORBIDDEN)

    def _give(self, name: str, fields: Fields) -> None:
        if name in _STATICS:
            data = resources.files("rodedraad.cli").joinpath("static", name).read_bytes()
            self._send(data, _STATICS[name])
        elif name not in {"", "kies"}:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            with self._desk.lock, self._told():
                asked = self._desk.asked(fields) if name else None
                message = MESSAGES.get(first(fields, "gedaan"), "")
                pages = self._desk.pages
                self._send(self._desk.choice(asked, fields) if asked else pages.question(message))

    def _take(self, fields: Fields) -> None:
        with self._desk.lock, self._told():
            asked = self._desk.asked(fields)
            if asked and first(fields, "actie") == "zoek":
                self._send(self._desk.choice(asked, fields))
                return
            done = self._desk.answer(fields)
            if asked and done == TOO_FEW:
                self._send(self._desk.choice(asked, fields, MESSAGES[done]))
                return
            self.send_response(HTTPStatus.SEE_OTHER)
            self.send_header("Location", f"{PLACE}?{urlencode({'gedaan': done})}")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def _form(self) -> Fields | None:
        """Return the fields of a form, or None after refusing what is no form of ours."""
        length = self.headers.get("Content-Length", "")
        fields = None
        if not length.isdecimal() or int(length) > LARGEST_FORM:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return None
        if self.headers.get_content_type() == _FORM:
            fields = _fields(self.rfile.read(int(length)).decode("latin-1"))
        if fields is None:
            self._refuse(HTTPStatus.BAD_REQUEST)
        return fields

    def _is_called_by_name(self) -> bool:
        """Tell whether the reader typed the name of this computer, and refuse any other name."""
        _, port = self.request.getsockname()
        if self.headers.get("Host") in {f"{HOST}:{port}", f"localhost:{port}"}:
            return True
        self._refuse(HTTPStatus.FORBIDDEN)
        return False

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Show a person what went wrong with the file; nothing was decided then."""
        try:
            yield
        except DossierError as error:
            self._send(self._desk.pages.trouble(map(str, error.problems)), status=HTTPStatus.CONFLICT)

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self.send_error(status)

    def _send(self, data: bytes, kind: str = _HTML, *, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _fields(query: str) -> Fields | None:
    """Return the fields of a form or an address, or None when there are more than any of ours has."""
    try:
        return parse_qs(query, max_num_fields=MOST_FIELDS)
    except ValueError:
        return None
