"""Tables fetched from a service on localhost that answers as CBS says that StatLine does."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.fetching import fetch
from rodedraad.dossier.figures import observed_of
from rodedraad.dossier.refreshing import Refreshed, refresh
from rodedraad.measuring.errors import FigureError
from rodedraad.measuring.statline import table
from rodedraad.measuring.statline.pages import records
from rodedraad.measuring.statline.snapshot import read_snapshot
from rodedraad.model.observations import ObservationStatus
from tests.dossier.statline_server import Service, row, statline
from tests.dossier.support import write_dossier
from tests.measuring.support import asked

FILE = "cijfers/85099NED.json"
FIRST, SECOND = date(2024, 5, 1), date(2024, 11, 1)
INDICATOR = """
[[indicator]]
code = "jeugdhulp"
holder = "CBS"

[[indicator.version]]
since = 2015-01-01
name = "Jongeren met jeugdhulp"
question = "Hoeveel jongeren krijgen jeugdhulp?"
unit = "%"
population = "jongeren tot 18 jaar"
formula = "jongeren"
terms = { jongeren = "cbs/85099NED:Jongeren_1" }
"""


@pytest.fixture
def service() -> Iterator[Service]:
    with statline() as found:
        yield found


@pytest.fixture
def folder(tmp_path: Path, service: Service) -> Path:
    return dossier(tmp_path / "dossier", service)


def dossier(folder: Path, service: Service, more: str = "") -> Path:
    entry = f'\n[[figures]]\nsource = "cbs/85099NED"\nfile = "{FILE}"\naddress = "{service.address}/{{table}}"\n{more}'
    return write_dossier(folder, entry)


def fetched(folder: Path, today: date = FIRST) -> Refreshed:
    (one,) = refresh(folder, fetch, today)
    return one


def test_a_table_is_fetched_page_by_page_and_its_values_are_kept_as_written(
    folder: Path, service: Service
) -> None:
    one = fetched(folder)
    assert (one.rows, one.problem, one.changes) == (3, None, ())
    snapshot = read_snapshot((folder / FILE).read_bytes(), FILE)
    assert [line.values for line in snapshot.lines] == [(".",), ("10.0",), ("11.2",)]
    assert [(measure.unit, measure.decimals) for measure in snapshot.measures] == [("%", 1)]
    assert snapshot.fetched == FIRST
    assert not any("$skip" in path for path in service.asked)


def test_version_four_gives_the_same_values(tmp_path: Path, service: Service) -> None:
    folder = dossier(tmp_path / "vier", service, 'api = "v4"\n')
    assert fetched(folder).rows == 3
    snapshot = read_snapshot((folder / FILE).read_bytes(), FILE)
    assert [line.values for line in snapshot.lines] == [(".",), ("10.0",), ("11.2",)]
    assert snapshot.statuses == {"2021JJ00": "Definitief", "2022JJ00": "NaderVoorlopig"}


def test_what_was_fetched_is_read_without_a_network(folder: Path) -> None:
    fetched(folder)
    (folder / "indicatoren").mkdir()
    (folder / "indicatoren" / "jeugd.toml").write_text(INDICATOR, encoding="utf-8")
    found = observed_of(folder)
    (series,) = found.series
    told = {one.period: (one.value, one.status) for one in series.observations}
    assert told["2021"] == (10.0, ObservationStatus.FINAL)
    assert told["2022"] == (11.2, ObservationStatus.REVISED)
    assert found.deliveries[0].fetched == FIRST


def test_a_refresh_tells_what_cbs_changed(folder: Path, service: Service) -> None:
    fetched(folder)
    service.rows = [[row("GM9999", "2021JJ00", "10.0"), row("GM9999", "2022JJ00", "11.9")]]
    service.rows[0].append(row("GM0677", "2022JJ00", "9.1"))
    assert fetched(folder, SECOND).changes == (
        "CBS wijzigde Jongeren_1, GM9999, 2022JJ00: 11.2 werd 11.9",
        "1 waarden staan er niet meer",
        "1 waarden zijn nieuw",
    )


def test_another_unit_and_a_column_that_went_are_told(folder: Path, service: Service) -> None:
    fetched(folder)
    *others, topic = service.properties
    service.properties = [*others, {**topic, "Unit": "per 1 000"}]
    assert fetched(folder, SECOND).changes == ('de eenheid van Jongeren_1 was "%" en is nu "per 1 000"',)
    service.properties = [*others, {**topic, "Key": "Jongeren_2"}]
    for page in service.rows:
        for one in page:
            one["Jongeren_2"] = one["Jongeren_1"]
    changes = fetched(folder, SECOND).changes
    assert changes[0] == "de kolom Jongeren_1 (Jongeren met jeugdhulp) is verdwenen"


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ("cut", "het antwoord is afgebroken"),
        ("UntypedDataSet", "de dienst antwoordt met 400"),
        ("TableInfos", "de dienst antwoordt met 400"),
    ],
)
def test_an_answer_that_fails_leaves_what_was_there(
    folder: Path, service: Service, broken: str, problem: str
) -> None:
    fetched(folder)
    before = (folder / FILE).read_bytes()
    service.broken.add(broken)
    one = fetched(folder, SECOND)
    assert one.problem is not None
    assert problem in one.problem
    assert (one.kept, one.days) == (FIRST, 184)
    assert (folder / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "raw", "problem"),
    [
        ("UntypedDataSet", b'{"value": [{"RegioS": "GM', "geen JSON of is afgebroken"),
        ("UntypedDataSet", b'{"error": "x"}', "heeft geen lijst `value`"),
        ("UntypedDataSet", b'{"value": [{"RegioS": "GM9999"}]}', 'mist de kolom "Perioden"'),
        ("TableInfos", b'{"value": []}', "deze tabel is er niet"),
    ],
)
def test_an_answer_of_another_shape_is_refused(
    folder: Path, service: Service, name: str, raw: bytes, problem: str
) -> None:
    service.raw[name] = raw
    one = fetched(folder)
    assert one.problem is not None
    assert problem in one.problem
    assert not (folder / FILE).exists()


def test_pages_that_lead_back_to_themselves_end(service: Service) -> None:
    address = f"{service.address}/85099NED/UntypedDataSet"
    service.raw["UntypedDataSet"] = f'{{"value": [], "odata.nextLink": "{address}?$format=json"}}'.encode()
    with pytest.raises(FigureError, match="de bladzijden houden niet op"):
        list(records(fetch, address))


def test_a_filter_goes_along_and_skip_is_refused(tmp_path: Path, service: Service) -> None:
    folder = dossier(tmp_path / "deel", service, "filter = \"RegioS eq 'GM9999'\"\n")
    fetched(folder)
    assert any("UntypedDataSet?$format=json&$filter=RegioS eq 'GM9999'" in path for path in service.asked)
    with pytest.raises(FigureError, match=r"CBS weigert \$skip"):
        list(records(fetch, service.address, "$skip=10"))


def test_a_build_never_asks_and_tells_how_to_fetch(folder: Path, service: Service) -> None:
    with pytest.raises(DossierError, match="Haal het op met `rodedraad figures refresh`"):
        load(folder)
    assert service.asked == []


def test_a_dossier_without_such_tables_says_so(tmp_path: Path) -> None:
    folder = write_dossier(tmp_path / "dossier")
    with pytest.raises(DossierError, match="er is geen tabel om op te halen"):
        list(refresh(folder, fetch, FIRST))


def test_no_other_address_than_of_the_web_is_asked() -> None:
    with pytest.raises(FigureError, match="dit is geen webadres"):
        fetch("file:///etc/hostname")


@pytest.mark.parametrize("data", [b"", b"{}", b'{"format": "iets/9"}'])
def test_what_is_no_snapshot_is_refused_with_the_remedy(data: bytes) -> None:
    with pytest.raises(FigureError, match="rodedraad figures refresh"):
        table.deliver(asked("cbs/85099NED", data, FILE))


def test_iv3_is_asked_by_its_table_and_report(tmp_path: Path, service: Service) -> None:
    entry = f'\n[[figures]]\nsource = "iv3/2024/jaarrekening"\nfile = "iv3.json"\naddress = "{service.address}/{{table}}"\n'
    fetched(write_dossier(tmp_path / "geld", entry))
    assert any(path.startswith("/45067NED/UntypedDataSet") for path in service.asked)
    assert any("$filter=Verslagsoort eq '2024X005'" in path for path in service.asked)


def test_a_year_of_iv3_without_a_known_table_asks_for_its_address(tmp_path: Path) -> None:
    entry = '\n[[figures]]\nsource = "iv3/2099/begroting"\nfile = "iv3.json"\n'
    one = fetched(write_dossier(tmp_path / "later", entry))
    assert one.problem is not None
    assert "de tabel van dit jaar is niet bekend. Geef met `address`" in one.problem
