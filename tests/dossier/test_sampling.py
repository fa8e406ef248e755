import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from rodedraad.dossier import DossierError, load
from rodedraad.dossier.build import build
from rodedraad.dossier.samples import SAMPLES, read_samples
from rodedraad.dossier.sampling import draw_sample, read_recoding
from rodedraad.dossier.store import read_build
from rodedraad.linking.accuracy import accuracy
from rodedraad.linking.sampling import Plan
from rodedraad.model.build import Build
from rodedraad.model.samples import Sample, Verdict
from rodedraad.model.terms import Decision
from tests.dossier.support import names_in
from tests.support.reviewing import copy_of

DAY, LATER = date(2026, 11, 22), date(2026, 12, 1)
Rows = list[list[str]]


@pytest.fixture
def folder(tmp_path: Path, to_review: Path) -> Path:
    return copy_of(to_review, tmp_path / "dossier")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "steekproef.csv"


@pytest.fixture
def made(folder: Path) -> Build:
    """The build, with its offers as links made by machine."""
    stands = read_build(folder / "build")
    links = tuple(structs.replace(one, decision=Decision.AUTO) for one in stands.threads.links)
    return structs.replace(stands, threads=structs.replace(stands.threads, links=links))


@pytest.fixture
def sample(folder: Path, made: Build, file: Path) -> Sample:
    return draw_sample(folder, made, file, Plan(size=4, seed=7, day=DAY))


def rows_of(file: Path) -> Rows:
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))


def write(file: Path, rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8") -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    file.write_bytes(out.getvalue().encode(encoding))


def judge(file: Path, *verdicts: str, second: bool = False) -> Rows:
    rows = rows_of(file)
    for row, verdict in zip(rows[1:], verdicts, strict=False):
        row[8 if second else 7] = verdict
    write(file, rows)
    return rows


def test_the_file_holds_what_is_to_be_judged_and_not_how_probable_it_is(sample: Sample, file: Path) -> None:
    head, *rows = rows_of(file)
    assert head[0] == "kenmerk"
    assert head[-3:] == ["oordeel_1", "oordeel_2", "opmerking"]
    assert [row[0] for row in rows] == [one.id for one in sample.links]
    assert {row[1] for row in rows} == {"Begroting 2023"}
    assert all(row[4] == "Jaarstukken 2023" for row in rows)
    assert all("regel" in row[2] for row in rows)
    assert all(row[3] for row in rows)
    assert all(row[6] for row in rows)
    assert not any(str(one.score) in file.read_text("utf-8") for one in sample.links)


def test_a_text_that_a_spreadsheet_would_calculate_is_given_as_text(
    folder: Path, made: Build, file: Path
) -> None:
    elements = tuple(
        structs.replace(one, text=f"=1+1 {one.text}") if one.text.startswith("We") else one
        for one in made.documents[0].elements
    )
    documents = (structs.replace(made.documents[0], elements=elements), *made.documents[1:])
    draw_sample(folder, structs.replace(made, documents=documents), file, Plan(size=9, seed=1, day=DAY))
    assert any(row[3].startswith("'=1+1") for row in rows_of(file))
    rows = judge(file, "goed")
    write(file, [[cell.removeprefix("'") for cell in row] for row in rows])
    assert read_recoding(folder, file, LATER).links[0].first is Verdict.GOOD


def test_the_code_book_says_what_each_judgement_means(sample: Sample, file: Path) -> None:
    book = (file.parent / "steekproef-codeboek.md").read_text("utf-8")
    for words in (
        sample.id,
        "22 november 2026",
        "4 verbanden",
        "startgetal 7",
        "`goed`",
        "`fout`",
        "`twijfel`",
    ):
        assert words in book
    assert "--read steekproef.csv" in book
    assert "{" not in book


def test_a_sample_by_band_says_so_in_the_code_book(folder: Path, made: Build, file: Path) -> None:
    drawn = draw_sample(folder, made, file, Plan(size=4, seed=7, day=DAY, by_band=True))
    book = (file.parent / "steekproef-codeboek.md").read_text("utf-8")
    assert len(drawn.bands) > 1
    assert "| kans | verbanden | getrokken |\n|---|---|---|\n| 0 tot 0,5 | 2 | " in book


def test_what_was_drawn_stands_in_the_dossier(folder: Path, sample: Sample) -> None:
    assert read_samples(folder).samples == (sample,)


def test_no_file_is_written_over(folder: Path, made: Build, sample: Sample, file: Path) -> None:
    judge(file, "goed")
    before = file.read_bytes()
    with pytest.raises(DossierError, match=r"dit bestand bestaat al\. Kies een andere naam"):
        draw_sample(folder, made, file, Plan(size=4, seed=8, day=DAY))
    assert file.read_bytes() == before
    assert read_samples(folder).samples == (sample,)


def test_drawing_the_same_again_keeps_what_was_judged(
    folder: Path, made: Build, sample: Sample, file: Path
) -> None:
    judge(file, "goed", "fout")
    judged = read_recoding(folder, file, LATER)
    draw_sample(folder, made, file.with_name("weer.csv"), Plan(size=4, seed=7, day=LATER))
    assert read_samples(folder).samples == (judged,)
    assert sample.id == judged.id


def test_without_links_made_by_machine_there_is_nothing_to_draw(folder: Path, file: Path) -> None:
    stands = read_build(folder / "build")
    with pytest.raises(DossierError, match="heeft het programma zelf geen verbanden gelegd"):
        draw_sample(folder, stands, file, Plan(size=4, seed=7, day=DAY))
    assert not file.exists()


def test_a_place_that_cannot_be_written_leaves_no_sample(folder: Path, made: Build, tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="kan niet worden geschreven"):
        draw_sample(folder, made, tmp_path / "weg" / "x.csv", Plan(size=4, seed=7, day=DAY))
    assert SAMPLES not in names_in(folder)


def test_the_judgements_are_read_back(folder: Path, sample: Sample, file: Path) -> None:
    judge(file, "goed", " FOUT ", "Twijfel", "")
    judge(file, "goed", "goed", second=True)
    judged = read_recoding(folder, file, LATER)
    assert [one.first for one in judged.links] == [Verdict.GOOD, Verdict.WRONG, Verdict.DOUBT, None]
    assert [one.second for one in judged.links] == [Verdict.GOOD, Verdict.GOOD, None, None]
    assert (judged.read, judged.drawn) == (LATER, DAY)
    assert read_samples(folder).samples == (judged,)
    told = accuracy(judged)
    assert told
    assert (told.judged, told.wrong, told.doubts) == (3, 1, 1)
    assert told.agreement
    assert (told.agreement.both, told.agreement.alike) == (2, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_what_a_spreadsheet_makes_of_the_file_is_read(
    folder: Path, sample: Sample, file: Path, delimiter: str, encoding: str
) -> None:
    head, *rows = rows_of(file)
    filled = [[*row[:7], "goed", "", "é"] for row in reversed(rows)]
    write(file, [head, *filled, [""] * 10], delimiter=delimiter, encoding=encoding)
    judged = read_recoding(folder, file, LATER)
    assert all(one.first is Verdict.GOOD for one in judged.links)
    assert [one.id for one in judged.links] == [one.id for one in sample.links]


Change = Callable[[Rows], Rows]


def cell(row: int, column: int, value: str) -> Change:
    def change(rows: Rows) -> Rows:
        rows[row][column] = value
        return rows

    return change


BAD: list[tuple[Change, str]] = [
    (cell(2, 7, "ja"), 'steekproef.csv, rij 3, kolom oordeel_1: "ja" is geen oordeel. Schrijf goed, fout'),
    (cell(3, 8, "goed?"), 'steekproef.csv, rij 4, kolom oordeel_2: "goed?" is geen oordeel.'),
    (cell(1, 0, "x-001"), 'rij 2, kolom kenmerk: het kenmerk "x-001" hoort bij geen steekproef van dit dossier.'),
    (cell(3, 0, "x-003"), 'rij 4, kolom kenmerk: het kenmerk "x-003" staat niet in steekproef'),
    (cell(4, 3, "Iets anders."), "rij 5, kolom eerst_tekst: deze cel is veranderd sinds de trekking."),
    (cell(1, 6, ""), "rij 2, kolom later_tekst: deze cel is veranderd"),
    (cell(0, 7, "score"), "rij 1: de kolom oordeel_1 ontbreekt."),
    (lambda rows: [rows[0]], "rij 2: er staan geen rijen in."),
    (lambda _: [], "rij 1: de kolom kenmerk ontbreekt."),
    (lambda rows: rows[:-1], "rij 5, kolom kenmerk: de rij met "),
    (lambda rows: [*rows, rows[1]], "rij 6, kolom kenmerk: het kenmerk "),
    (lambda rows: [[*row[:7], "", "", ""] if place else row for place, row in enumerate(rows)], "kolom oordeel_1"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "says"), BAD)
def test_what_is_wrong_is_one_line_with_row_and_column_and_changes_nothing(
    folder: Path, sample: Sample, file: Path, change: Change, says: str
) -> None:
    rows = judge(file, "goed", "goed", "goed", "goed")
    before = (folder / SAMPLES).read_bytes()
    write(file, change(rows))
    with pytest.raises(DossierError) as refused:
        read_recoding(folder, file, LATER)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (folder / SAMPLES).read_bytes() == before
    assert sample.read is None


def test_a_file_that_is_not_there_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"weg\.csv: bestaat niet"):
        read_recoding(folder, tmp_path / "weg.csv", LATER)


def test_a_file_of_samples_that_is_broken_is_told_and_left(folder: Path, made: Build, file: Path) -> None:
    (folder / SAMPLES).write_text("{", encoding="utf-8")
    for attempt in (
        lambda: load(folder),
        lambda: draw_sample(folder, made, file, Plan(size=1, seed=1, day=DAY)),
    ):
        with pytest.raises(DossierError, match=r"samples\.json: geen geldig bestand met steekproeven"):
            attempt()
    assert (folder / SAMPLES).read_text(encoding="utf-8") == "{"


def test_the_next_build_shows_it_on_the_site_and_in_the_data(
    folder: Path, sample: Sample, file: Path
) -> None:
    judge(file, "goed", "fout", "goed", "twijfel")
    judge(file, "goed", "fout", "goed", "goed", second=True)
    read_recoding(folder, file, LATER)
    out = build(load(folder)).out
    page = (out / "site" / "over" / "index.html").read_text("utf-8")
    for words in (
        "Op 22 november 2026 zijn 4 verbanden willekeurig getrokken uit de 5",
        "startgetal 7",
        "de uitslag is van 1 december 2026",
        "1 van de 4 waren fout. Dat wijst op 25% van alle verbanden, met 95% zekerheid tussen 4,6% en 69,9%.",
        "tellen die als fout, dan is het 50%",
        "waren het 3 keer eens (Cohens kappa 0,56)",
    ):
        assert words in page
    assert (out / "site" / "data" / "samples.json").read_bytes() == (folder / SAMPLES).read_bytes()


def test_a_site_without_a_sample_says_that_nothing_was_measured(to_review: Path) -> None:
    page = (to_review / "build" / "site" / "over" / "index.html").read_text("utf-8")
    assert "Dat is voor deze gegevens nog niet gemeten." in page
