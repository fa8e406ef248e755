import re
import tomllib
from pathlib import Path

from rodedraad.dossier import load
from rodedraad.dossier.inputs import LIBRARIES, inputs_of, tools
from rodedraad.dossier.progress import Stage
from tests.dossier.support import write_dossier

ROOT = Path(__file__).parents[2]


def test_every_library_that_makes_bytes_is_named():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runs_on = {re.split(r"[^\w.-]", one)[0] for one in project["dependencies"]}
    assert set(LIBRARIES) == runs_on - {"click"}
    assert {one.name for one in tools()} == {*LIBRARIES, "python"}
    assert all(re.match(r"\d", one.version) for one in tools())


def test_a_stage_of_its_own_renews_only_the_digests_of_what_it_reads(tmp_path):
    folder = write_dossier(tmp_path / "dossier")
    (folder / "decisions.toml").write_text("", encoding="utf-8")
    before = inputs_of(load(folder), Stage)
    assert [one.name for one in before] == [
        "decisions.toml",
        "dossier.toml",
        "pages/begroting-2023.txt",
        "pages/jaarstukken-2023.html",
    ]
    for name in ("decisions.toml", "pages/begroting-2023.txt"):
        (folder / name).write_text("# anders\n", encoding="utf-8")
    dossier = load(folder)
    assert inputs_of(dossier, (Stage.PUBLISH,), before) == before
    renewed = inputs_of(dossier, (Stage.CHECK,), before)
    assert [one.name for one in renewed if one not in before] == ["decisions.toml"]
    (folder / "decisions.toml").unlink()
    gone = inputs_of(load(folder), (Stage.LINK,), before)
    assert [one.name for one in gone] == [one.name for one in before[1:]]
