"""A small service on localhost that answers as CBS says that StatLine does; the figures are made up."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

PROPERTIES = [
    {
        "odata.type": "Cbs.OData.GeoDimension",
        "ID": 0,
        "Type": "GeoDimension",
        "Key": "RegioS",
        "Title": "Regio's",
    },
    {
        "odata.type": "Cbs.OData.TimeDimension",
        "ID": 1,
        "Type": "TimeDimension",
        "Key": "Perioden",
        "Title": "Perioden",
    },
    {"odata.type": "Cbs.OData.TopicGroup", "ID": 2, "Type": "TopicGroup", "Key": "", "Title": "Jeugdhulp"},
    {
        "odata.type": "Cbs.OData.Topic",
        "ID": 3,
        "Type": "Topic",
        "Key": "Jongeren_1",
        "Title": "Jongeren met jeugdhulp",
        "Datatype": "Double",
        "Unit": "%",
        "Decimals": 1,
    },
]
PERIODS = [
    {"Key": "2021JJ00", "Title": "2021", "Status": "Definitief"},
    {"Key": "2022JJ00", "Title": "2022", "Status": "NaderVoorlopig"},
]


def row(area: str, period: str, value: str | None) -> dict[str, object]:
    return {"ID": 0, "RegioS": area.ljust(9), "Perioden": period, "Jongeren_1": value}


class Service:
    """What it answers by path; a path may be told to break off, to refuse or to be something else."""

    def __init__(self) -> None:
        self.address = ""
        self.asked: list[str] = []
        self.rows = [[row("GM9999", "2021JJ00", "      10.0"), row("GM9999", "2022JJ00", "      11.2")]]
        self.rows.append([row("GM0356", "2022JJ00", "       .")])
        self.properties: list[dict[str, Any]] = PROPERTIES
        self.broken: set[str] = set()
        self.raw: dict[str, bytes] = {}

    def answer(self, path: str, query: str) -> object:
        """Returns the object for a path, as CBS has them for v3 and v4."""
        name = path.rsplit("/", 1)[-1]
        lists: dict[str, object] = {
            "TableInfos": [{"Title": "Jeugdhulp", "Modified": "2024-04-30T02:00:00"}],
            "DataProperties": self.properties,
            "Perioden": PERIODS,
            "Dimensions": [
                {"Identifier": "RegioS", "Kind": "GeoDimension"},
                {"Identifier": "Perioden", "Kind": "TimeDimension"},
            ],
            "MeasureCodes": [{"Identifier": "M1", "Title": "Jongeren", "Unit": "%", "Decimals": 1}],
            "PeriodenCodes": [{"Identifier": one["Key"], "Status": one["Status"]} for one in PERIODS],
        }
        if name == "Properties":
            return {"Identifier": "85099NED", "Title": "Jeugdhulp", "Modified": "2024-04-30T02:00:00+02:00"}
        if name in ("UntypedDataSet", "Observations"):
            return self._page(path, query, v4=name == "Observations")
        return {"value": lists[name]}

    def _page(self, path: str, query: str, *, v4: bool) -> object:
        number = int(query.rsplit("page=", 1)[-1]) if "page=" in query else 0
        following = f"{self.address}{path}?page={number + 1}" if number + 1 < len(self.rows) else None
        found = [_observation(one) for one in self.rows[number]] if v4 else self.rows[number]
        return {"value": found, "@odata.nextLink" if v4 else "odata.nextLink": following}


def _observation(one: dict[str, object]) -> dict[str, object]:
    text = str(one["Jongeren_1"]).strip()
    value = None if text == "." else float(text)
    return {
        "Measure": "M1",
        "ValueAttribute": "None",
        "Value": value,
        "RegioS": one["RegioS"],
        "Perioden": one["Perioden"],
    }


@contextmanager
def statline() -> Iterator[Service]:
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            service.asked.append(unquote(self.path))
            name = parts.path.rsplit("/", 1)[-1]
            if "$skip" in self.path or name in service.broken - {"cut"}:
                self.send_error(400)
                return
            known = service.raw.get(name)
            data = (
                known if known is not None else json.dumps(service.answer(parts.path, parts.query)).encode()
            )
            cut = (
                "cut" in service.broken
                and name in ("UntypedDataSet", "Observations")
                and "page=" in parts.query
            )
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[: len(data) // 2] if cut else data)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
