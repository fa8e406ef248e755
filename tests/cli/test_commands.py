import json
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from rodedraad import __version__
from rodedraad.cli import building
from rodedraad.cli.main import commands, main
from rodedraad.cli.reference import reference_page
from tests.cli.support import Terminal, lines
from tests.dossier.support import document_table, files_in, names_in

ROOT = Path(__file__).parents[2]
ENGLISH = ("Usage", "Options:", "Commands:", "Show", "Error", "Missing", "No such", "Invalid")


def test_a_build_tells_a_person_what_was_made(terminal: Terminal, folder: Path) -> None:
    told = terminal("build", folder)
    assert (told.code, told.err) == (0, "")
    names = [line.split("  ")[0] for line in lines(told.out)]
    assert names == ["Documenten", "Beloften", "Verschoven", "Bevindingen", "Gemaakt in", "Website"]
    assert "Documenten    2 met" in told.out
    assert "te laat" in told.out
    assert "Verschoven    1 termijn\n" in told.out
    assert str(folder / "build" / "site" / "index.html") in told.out


def test_a_build_tells_a_program_what_was_made(terminal: Terminal, folder: Path) -> None:
    told = json.loads(terminal("build", folder, "--json").out)
    assert told["site"] == str(folder / "build" / "site")
    assert told["stages"] == ["import", "link", "check", "publish"]
    summary = told["summary"]
    assert summary["documents"] == 2
    assert summary["promises"] == sum(summary["outcomes"].values())
    assert sum(summary["findings"].values()) > 0


def test_figures_without_a_mapping_are_named_as_not_used(terminal: Terminal, folder: Path) -> None:
    (folder / "cijfers.csv").write_text("a;b\n", encoding="utf-8")
    with (folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[figures]]\nsource = "iv3/2023"\nfile = "cijfers.csv"\n')
    assert "Cijfers       nog niet gebruikt: iv3/2023\n" in terminal("build", folder).out


def test_quiet_is_quiet(terminal: Terminal, folder: Path) -> None:
    for command in ("build", "check", "freeze"):
        assert terminal(command, folder, "--quiet") == (0, "", "")


def test_the_stages_one_by_one(terminal: Terminal, folder: Path) -> None:
    for command in ("import", "link", "check", "publish"):
        assert terminal(command, folder).code == 0
    steps = files_in(folder / "build")
    terminal("build", folder)
    assert files_in(folder / "build") == steps


def test_only_runs_the_stages_that_are_named(terminal: Terminal, folder: Path) -> None:
    told = terminal("build", folder, "--only", "import,link")
    assert (told.code, "Bevindingen" in told.out, "Website" in told.out) == (0, False, False)
    assert "threads.json" in names_in(folder / "build")
    assert "site" not in names_in(folder / "build")
    assert terminal("build", folder, "--only", "check,publish").code == 0


def test_check_tells_place_rule_remedy_and_ground(terminal: Terminal, folder: Path) -> None:
    terminal("build", folder)
    told = terminal("check", folder)
    assert "jaarstukken-2023, regel 13: question result-only-refers: Het antwoord" in told.out
    assert "    Zet in één zin het resultaat erbij" in told.out
    assert lines(told.out)[-1].endswith(" bevindingen")
    found = json.loads(terminal("check", folder, "--json").out)
    assert found["format"] == "rodedraad-findings/1"


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 0), ("question", 1), ("note", 1)])
def test_findings_decide_the_exit_code_only_where_a_level_is_given(
    terminal: Terminal, folder: Path, level: str, code: int
) -> None:
    assert terminal("build", folder).code == 0
    assert terminal("build", folder, "--fail-on", level).code == code
    assert terminal("check", folder, "--fail-on", level).code == code


def test_a_mistake_in_the_input_is_one_line_and_code_2(terminal: Terminal, folder: Path) -> None:
    (folder / "pages" / "begroting-2023.txt").write_bytes(b"")
    told = terminal("build", folder)
    assert (told.code, told.out) == (2, "")
    (line,) = lines(told.err)
    assert line.startswith("Fout: pages/begroting-2023.txt")
    assert "build" not in names_in(folder)


def test_going_on_names_what_was_left_out_and_ends_with_code_2(terminal: Terminal, folder: Path) -> None:
    with (folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write(document_table("weg", "begroting", 2024, "weg.txt"))
    assert terminal("build", folder).code == 2
    for command in ("build", "import"):
        told = terminal(command, folder, "--keep-going")
        assert told.code == 2
        assert "2 met" in told.out
        assert "1 overgeslagen" in told.out
        (line,) = lines(told.err)
        assert line.startswith("Overgeslagen: weg: dossier.toml, regel")


def test_show_tells_a_document_as_a_tree(terminal: Terminal, folder: Path) -> None:
    terminal("build", folder)
    listed = terminal("show", folder)
    assert [line.split(":")[0] for line in lines(listed.out)] == ["begroting-2023", "jaarstukken-2023"]
    shown = lines(terminal("show", folder / "build", "jaarstukken-2023").out)
    assert shown[0] == "Jaarstukken 2023 (Voorbeeldstad)"
    (late,) = [line for line in shown if "activity/plan [delayed]" in line]
    assert late.startswith("  ")
    assert "(regel 7) We openen in het 2e kwartaal" in late
    assert json.loads(terminal("show", folder, "--json").out) == ["begroting-2023", "jaarstukken-2023"]
    assert json.loads(terminal("show", folder, "begroting-2023", "--json").out)["id"] == "begroting-2023"


def test_show_tells_which_documents_there_are_when_it_is_not_there(terminal: Terminal, folder: Path) -> None:
    terminal("build", folder)
    told = terminal("show", folder, "begroting-2032")
    assert told.code == 2
    assert 'Bedoelde u "begroting-2023"?' in told.err


def test_show_and_serve_without_a_build_say_what_to_do(terminal: Terminal, folder: Path) -> None:
    for command in ("show", "serve"):
        told = terminal(command, folder / "dossier.toml")
        assert (told.code, told.out) == (2, "")
        assert "hier staat geen build. Draai eerst `rodedraad build" in told.err


def test_freeze_tells_how_much_lies_fixed(terminal: Terminal, folder: Path) -> None:
    terminal("build", folder)
    told = terminal("freeze", folder)
    assert told.out.startswith("identities.json: ")
    assert told.out.endswith("rode draden liggen vast.\n")
    assert "identities.json" in names_in(folder)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["bild"], "de opdracht bild bestaat niet; bedoelde u build? Zie `rodedraad --help`."),
        (["xyz"], "de opdracht xyz bestaat niet. Zie"),
        (["build"], "DOSSIER ontbreekt. Zie `rodedraad build --help`."),
        (["build", "x", "y"], "te veel opgegeven: y."),
        (["build", "x", "--quite"], "de optie --quite bestaat niet; bedoelde u --quiet of --out? Zie"),
        (["build", "x", "--only"], "de optie --only mist een waarde"),
        (
            ["build", "x", "--only", "lezen"],
            '--only kent "lezen" niet; kies uit import, link, check, publish.',
        ),
        (["build", "x", "--fail-on", "fout"], '--fail-on kent "fout" niet; kies uit error, warning'),
        (
            ["serve", "x", "--port", "70000"],
            '--port kan niet "70000" zijn; geef een getal van 0 tot en met 65535.',
        ),
        (["serve", "x", "--port", "http"], '--port kan niet "http" zijn'),
        (["build", "bestaat-niet"], "dossier.toml: bestaat niet."),
        (["freeze", "bestaat-niet"], "dossier.toml: bestaat niet."),
    ],
)
def test_a_mistake_on_the_command_line_is_one_dutch_line_and_code_2(
    terminal: Terminal, arguments: list[str], expected: str
) -> None:
    told = terminal(*arguments)
    assert (told.code, told.out) == (2, "")
    (line,) = lines(told.err)
    assert line.startswith("Fout: ")
    assert expected in line


def test_help_is_dutch_and_complete(terminal: Terminal) -> None:
    for name, command in [("", commands), *commands.commands.items()]:
        told = terminal(*filter(None, [name]), "--help")
        assert told.code == 0
        assert not [word for word in ENGLISH if word in told.out]
        options = [one for one in command.params if isinstance(one, click.Option)]
        assert all(one.help for one in options)
        assert all(one.opts[0] in told.out for one in options)


def test_without_a_command_the_help_is_shown(terminal: Terminal) -> None:
    told = terminal()
    assert told.code == 2
    assert told.err.startswith("Gebruik: rodedraad")


def test_the_version(terminal: Terminal) -> None:
    assert terminal("--version").out == f"rodedraad {__version__}\n"


def test_stopping_ends_with_code_130(
    terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "_run", stop)
    told = terminal("build", folder)
    assert (told.code, told.out) == (130, "")
    assert "Gestopt. Er is niets half geschreven." in told.err


def test_decisions_that_find_nothing_any_more_are_told(terminal: Terminal, folder: Path) -> None:
    decisions = '[[reply]]\nfinding = "f-weg"\ntext = "Dat klopt."\n'
    (folder / "decisions.toml").write_text(decisions, encoding="utf-8")
    assert "Besluiten     vinden niets meer: [[reply]] op f-weg\n" in terminal("build", folder).out
    assert json.loads(terminal("build", folder, "--json").out)["lost"] == ["[[reply]] op f-weg"]


def test_a_mistake_of_the_program_is_not_taken_for_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(building, "_run", fail)
    monkeypatch.setattr(sys, "argv", ["rodedraad", "build", str(folder)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 70
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert told.endswith("Fout in het programma. Meld haar met deze regels erbij.\n")


def test_the_program_is_installed_under_its_name(folder: Path) -> None:
    script = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert script == {"rodedraad": "rodedraad.cli:main"}
    code = "from rodedraad.cli import main; main()"
    told = subprocess.run([sys.executable, "-c", code, "import", folder], capture_output=True, check=False)
    assert told.returncode == 0
    assert told.stdout.decode().startswith("Documenten    2 met")


def test_help_does_not_load_the_rooms_that_work() -> None:
    code = (
        "import sys; from rodedraad.cli.main import run; run(['--help']); "
        "print([name for name in ('lxml', 'numpy', 'jinja2') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.endswith("[]\n")


def test_the_page_of_the_commands_is_current() -> None:
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    assert page == reference_page(), "run `python -m tools.reference`"


def test_show_tells_why_a_line_was_read_as_it_was(terminal: Terminal, folder: Path) -> None:
    terminal("build", folder)
    told = terminal("show", folder, "jaarstukken-2023", "--why", "7").out
    assert lines(told)[0].startswith("“We openen in het 2e kwartaal")
    assert "  Gelezen als: activity, plan" in told
    assert "  Status: delayed, door de tekst" in told
    assert "(woordenlijst: question, activity plan; BBV art. 8 lid 3 c)" in told
    (one,) = json.loads(terminal("show", folder, "jaarstukken-2023", "--why", "1:7", "--json").out)
    assert one["elements"][0]["status"]["value"] == "delayed"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("4000", '"4000" is geen regel van dit document'),
        ("3:1", '"3:1" is geen regel van dit document'),
        ("zeven", '"zeven" is geen regel van dit document'),
        ("2", "regel 2: op deze regel staat niets dat is gelezen"),
    ],
)
def test_show_says_which_line_it_cannot_explain(
    terminal: Terminal, folder: Path, line: str, told: str
) -> None:
    terminal("build", folder)
    failed = terminal("show", folder, "jaarstukken-2023", "--why", line)
    assert (failed.code, failed.out) == (2, "")
    assert told in failed.err


def test_the_package_runs_as_the_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "rodedraad", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout == f"rodedraad {__version__}\n"


def test_verify_tells_what_is_proved_and_what_differs(terminal: Terminal, folder: Path) -> None:
    terminal("build", folder, "--compress", "-q")
    proved = terminal("verify", folder, "--dossier", folder)
    assert proved.code == 0
    assert "Bestanden" in proved.out
    assert "alle gelijk" in proved.out
    assert "Uitslag           bewezen" in proved.out
    page = folder / "build" / "site" / "over" / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    told = terminal("verify", folder / "build")
    assert told.code == 1
    assert "gewijzigd: site/over/index.html" in told.out
    assert "niet bewezen" in told.out
    found = json.loads(terminal("verify", folder / "build" / "site", "--json").out)
    assert found["holds"] is False
    assert found["files"]["changed"] == found["remade"]["changed"] == ["site/over/index.html"]
    assert terminal("verify", folder, "--quiet").out == ""
    assert terminal("verify", folder / "pages").code == 2


def test_verify_names_the_first_of_many_files_that_differ(terminal: Terminal, folder: Path) -> None:
    terminal("build", folder, "-q")
    for path in (folder / "build" / "site").rglob("*.html"):
        path.unlink()
    (folder / "build" / "threads.json").write_text("{}", encoding="utf-8")
    told = terminal("verify", folder)
    assert told.code == 1
    assert "de export zelf is niet wat het manifest zegt" in told.out
    assert "ontbreekt: en nog" in told.out
