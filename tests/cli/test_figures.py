from pathlib import Path

from tests.cli.support import Terminal
from tests.dossier.statline_server import row, statline
from tests.dossier.test_refreshing import FILE, dossier


def test_without_a_network_the_command_tells_the_age_of_what_stays(
    tmp_path: Path, terminal: Terminal
) -> None:
    with statline() as service:
        folder = dossier(tmp_path / "dossier", service)
        assert terminal("figures", "refresh", folder).out == f"cbs/85099NED: 3 rijen in {FILE}\n"
    told = terminal("figures", "refresh", folder)
    assert told.code == 2
    assert "geen verbinding" in told.err
    assert "blijven gelden (0 dagen oud)" in told.err


def test_many_changes_are_told_in_short(tmp_path: Path, terminal: Terminal) -> None:
    with statline() as service:
        folder = dossier(tmp_path / "dossier", service)
        codes = [f"GM{number:04}" for number in range(30)]
        service.rows = [[row(code, "2022JJ00", "1.0") for code in codes]]
        terminal("figures", "refresh", folder)
        service.rows = [[row(code, "2022JJ00", "2.0") for code in codes]]
        told = terminal("figures", "refresh", folder, "--source", "cbs/85099NED").out
    assert told.count("CBS wijzigde") == 20
    assert told.endswith("  en nog 10 wijzigingen\n")
