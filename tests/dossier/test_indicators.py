from pathlib import Path

import pytest

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.dossier.figures import observed_of
from rodedraad.dossier.indicator_sets import add_set
from rodedraad.dossier.store import read_build
from rodedraad.measuring.sets import SETS, as_toml, bbv_social_domain
from rodedraad.model.bbv import mandatory_by_code
from rodedraad.model.indicators import Aim
from rodedraad.model.observations import ObservationStatus
from tests.dossier.support import write_dossier

NAME = "bbv-sociaal-domein"
TABLE = """
[[figures]]
source = "bbv-sociaal-domein"
file = "jeugd.csv"
delivered = 2024-05-01
status = "provisional"

[[figures.column]]
name = "Gemeente"
is = "area"

[[figures.column]]
name = "Jaar"
is = "period"

[[figures.column]]
name = "Jeugdhulp"
is = "percentage"
as = "bbv-29"
unit = "%s"
"""
UNIT = next(one for one in bbv_social_domain() if one.code == "bbv-29").versions[0].unit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")


def with_figures(folder: Path, text: str = "Gemeente;Jaar;Jeugdhulp\nVoorbeeldstad;2023;11,2\n") -> Path:
    add_set(folder, NAME)
    (folder / "jeugd.csv").write_text(text, encoding="utf-8")
    with (folder / "dossier.toml").open("a", encoding="utf-8") as file:
        file.write(TABLE % UNIT)
    return folder


def test_the_set_of_the_social_domain_is_what_the_regulation_asks() -> None:
    found = bbv_social_domain()
    for one in found:
        asked = mandatory_by_code(one.code)
        assert asked is not None
        assert (asked.group, asked.name, asked.unit) == (
            "sociaal domein",
            one.versions[0].name,
            one.versions[0].unit,
        )
        assert one.mandatory
    assert len(found) == 11


def test_what_is_written_reads_back_the_same(folder: Path) -> None:
    for name, indicators in SETS.items():
        add_set(folder, name)
        assert load(folder).indicators == indicators()


def test_a_set_is_never_written_over_what_is_there(folder: Path) -> None:
    place = folder / add_set(folder, NAME)
    place.write_text("# van ons\n", encoding="utf-8")
    with pytest.raises(DossierError, match="staat er al, en blijft zoals het is"):
        add_set(folder, NAME)
    assert place.read_text(encoding="utf-8") == "# van ons\n"


def test_a_code_that_is_there_under_another_name_keeps_the_set_away(folder: Path) -> None:
    (folder / "indicatoren").mkdir()
    (folder / "indicatoren" / "eigen.toml").write_text(as_toml(bbv_social_domain()[:1]), encoding="utf-8")
    with pytest.raises(DossierError, match="de indicator bbv-21 staat al in het dossier"):
        add_set(folder, NAME)
    assert not (folder / "indicatoren" / f"{NAME}.toml").exists()


@pytest.mark.parametrize(
    ("name", "place", "problem"), [("bbv", "", "Bedoelde u"), (NAME, "elders", "geen dossier.toml")]
)
def test_a_set_or_dossier_that_is_not_there_is_told(
    folder: Path, name: str, place: str, problem: str
) -> None:
    with pytest.raises(DossierError) as caught:
        add_set(folder / place, "bbv-sociaal" if name == "bbv" else name)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("was", "now", "problem"),
    [
        ('formula = "waarde"', 'formula = "waarde("', "is geen formule"),
        ('formula = "waarde"', 'formula = "aantal / 2"', 'noemt "aantal", dat niet in `terms` staat'),
        ('code = "bbv-21"', 'code = "bbv-22"', 'de code "bbv-22" komt vaker voor'),
        ('question = "Hoeveel werk', 'vraag = "Hoeveel werk', 'onbekende sleutel "vraag"'),
        ('direction = "higher"', 'direction = "omhoog"', '"omhoog" is geen geldige waarde van "direction"'),
    ],
)
def test_a_mistake_in_a_definition_is_told_with_its_line(
    folder: Path, was: str, now: str, problem: str
) -> None:
    path = folder / add_set(folder, NAME)
    path.write_text(path.read_text(encoding="utf-8").replace(was, now, 1), encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        load(folder)
    assert problem in str(caught.value)
    assert str(caught.value).startswith(f"indicatoren/{NAME}.toml, regel ")


def test_definitions_that_hold_at_once_and_empty_aims_are_told(folder: Path) -> None:
    one = bbv_social_domain()[0]
    aims = (Aim(area="GM9999", period="ooit", source="x"),)
    twice = type(one)(
        code=one.code, holder=one.holder, versions=(one.versions[0], one.versions[0]), targets=aims
    )
    (folder / "indicatoren").mkdir()
    (folder / "indicatoren" / "a.toml").write_text(as_toml((twice,)), encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        load(folder)
    told = str(caught.value)
    assert 'twee definities van "bbv-21" gelden op 2017-01-01. Geef de eerste `until = 2017-01-01`.' in told
    assert '"ooit" bij "bbv-21" is geen periode' in told
    assert 'een doel van "bbv-21" is leeg' in told


def test_a_table_in_the_dossier_becomes_values_with_their_descent_and_the_same_bytes_twice(
    folder: Path,
) -> None:
    with_figures(folder)
    first = build(load(folder), folder.parent / "een")
    second = build(load(folder), folder.parent / "twee")
    written = (first.out / "observations.json").read_bytes()
    assert written == (second.out / "observations.json").read_bytes()
    assert read_build(first.out).observations == first.build.observations
    assert (first.out / "site" / "data" / "observations.json").read_bytes() == written
    youth = next(one for one in first.build.observations.series if one.indicator == "bbv-29")
    (value,) = youth.observations
    assert (value.period, value.value, value.status) == ("2023", 11.2, ObservationStatus.PROVISIONAL)
    assert value.origins[0].rows == (2,)
    other = next(one for one in first.build.observations.series if one.indicator == "bbv-27")
    assert [one.status for one in other.observations] == [ObservationStatus.NOT_DELIVERED]


def test_a_refused_file_leaves_the_last_build_as_it_was(folder: Path) -> None:
    with_figures(folder)
    out = build(load(folder)).out
    before = (out / "observations.json").read_bytes()
    (folder / "jeugd.csv").write_text("Gemeente;Jaar;Jeugd\nVoorbeeldstad;2023;11,2\n", encoding="utf-8")
    with pytest.raises(DossierError, match=r'jeugd.csv, rij 1: de kolom "Jeugdhulp" is er niet'):
        build(load(folder))
    assert (out / "observations.json").read_bytes() == before


def test_a_table_outside_a_build_gives_the_same_observations(folder: Path) -> None:
    with_figures(folder)
    assert observed_of(folder) == build(load(folder)).build.observations


def test_who_keeps_going_builds_without_figures_and_is_told_why(folder: Path) -> None:
    with_figures(folder, "Gemeente;Jaar;Jeugd\nVoorbeeldstad;2023;11,2\n")
    made = build(load(folder), keep_going=True).build
    assert not made.observations.any
    (failed,) = made.manifest.failed
    assert failed.document == "jeugd.csv"
    assert "Jeugdhulp" in failed.problem
