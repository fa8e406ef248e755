import json
from pathlib import Path

from tests.cli.support import Terminal, lines
from tests.dossier.test_indicators import with_figures


def test_a_set_is_added_once(terminal: Terminal, folder: Path) -> None:
    told = terminal("indicators", "add", "bbv-sociaal-domein", folder)
    assert told.code == 0
    assert told.out.startswith("indicatoren/bbv-sociaal-domein.toml: de definities staan er.")
    again = terminal("indicators", "add", "bbv-sociaal-domein", folder)
    assert (again.code, again.out) == (2, "")
    assert "Fout: indicatoren/bbv-sociaal-domein.toml: staat er al" in again.err


def test_a_dossier_without_indicators_tells_how_to_begin(terminal: Terminal, folder: Path) -> None:
    assert "rodedraad indicators add" in terminal("indicators", "list", folder).out


def test_the_list_tells_what_has_values_and_what_was_delivered(terminal: Terminal, folder: Path) -> None:
    text = "Gemeente;Jaar;Jeugdhulp\nVoorbeeldstad;2023;11,2\nElders;2023;9\n"
    told = lines(terminal("indicators", "list", with_figures(folder, text)).out)
    assert any(
        line.startswith("bbv-29: ") and line.endswith("1 waarden, de laatste van 2023") for line in told
    )
    assert any(line.startswith("bbv-27: ") and line.endswith("nog geen waarden") for line in told)
    assert told[-1] == (
        "bbv-sociaal-domein (jeugd.csv): 1 rijen gebruikt, 1 weggelaten, aangeleverd 2024-05-01"
    )


def test_one_indicator_is_shown_with_its_values_down_to_the_row(terminal: Terminal, folder: Path) -> None:
    told = terminal("indicators", "show", with_figures(folder), "bbv-29").out
    assert "Hoeveel jongeren krijgen jeugdhulp?" in told
    assert "  over jongeren tot 18 jaar\n  BBV art. 25 lid 2 a" in told
    assert "  2023: 11,2 (voorlopig) [jeugd.csv rij 2]" in told
    data = json.loads(terminal("indicators", "show", folder, "bbv-29", "--json").out)
    assert [one["code"] for one in data["indicators"]] == ["bbv-29"]
    assert data["series"][0]["observations"][0]["value"] == 11.2


def test_an_indicator_that_is_not_there_is_told_with_what_is_near(terminal: Terminal, folder: Path) -> None:
    told = terminal("indicators", "show", with_figures(folder), "bbv-290")
    assert told.code == 2
    assert 'deze indicator staat niet in het dossier. Bedoelde u "bbv-29"?' in told.err
