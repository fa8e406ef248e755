"""Tables of money: what their rows are, their signs, their columns, and what one table tells of another."""

import pytest

from rodedraad.model.terms import DocumentKind, MoneyPhase
from rodedraad.recognising.heads import read_head
from rodedraad.recognising.notes import read_note
from rodedraad.recognising.phases import When, phase_of
from tests.recognising.rows import page

COST = "<h2>Wat heeft het gekost?</h2>"
UNIT = "<p>Bedragen x € 1.000</p>"


def table(*rows: str) -> str:
    """Return a table of rows whose cells are parted by bars; the first row are heads."""
    cells = [
        "".join(f"<{tag}>{cell.strip()}</{tag}>" for cell in row.split("|"))
        for tag, row in zip(["th", *["td"] * len(rows)], rows, strict=False)
    ]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def read(
    html: str, kind: str = "jaarstukken", year: int = 2024
) -> list[tuple[str, str, int | None, float | None]]:
    """Return the amounts of a page, in the order in which they stand."""
    amounts = [one for element in page(html, kind, year, "pagina.html").elements for one in element.amounts]
    amounts.sort(key=lambda one: one.evidence.start if one.evidence else 0)
    return [(one.what, one.phase.value, one.year, one.value) for one in amounts]


def thousands(html: str, kind: str = "jaarstukken") -> list[tuple[str, float | None]]:
    return [(what, None if value is None else value / 1000) for what, _, _, value in read(html, kind)]


@pytest.mark.parametrize(
    "rows",
    [
        ("Lasten|100|120", "Baten|30|20", "Saldo van baten en lasten|70|100", "Storting reserves|5|0", "Onttrekking reserves|0|10", "Resultaat|75|90"),
        ("Lasten|100|120", "Baten|30|20", "Saldo lasten en baten|-70|-100", "Toevoeging aan reserves|5|0", "Onttrekking aan reserves|0|10", "Gerealiseerd resultaat|-75|-90"),
        ("Lasten|-100|-120", "Baten|30|20", "Saldo|-70|-100", "Dotatie reserves|-5|0", "Beschikking over reserves|0|10", "Resultaat na bestemming|-75|-90"),
        ("Lasten|100|120", "Baten|-30|-20", "Saldo|70|100", "Storting in reserves|5|0", "Bijdrage uit reserves|0|-10", "Saldo inclusief reserves|75|90"),
        ("Totale lasten|100|120", "Totale baten|30|20", "Saldo|70|100", "Storting reserves|5|0", "Onttrekking reserves|0|10", "Totaal|75|90"),
    ],
    ids=["costs first", "income first", "costs negative", "income negative", "result without its name"],
)  # fmt: skip
def test_a_programme_in_each_way_of_writing_signs(rows: tuple[str, ...]) -> None:
    found = thousands(COST + UNIT + table("|Begroting 2024|Rekening 2024", *rows))
    assert found == [
        ("lasten", 100), ("lasten", 120), ("baten", 30), ("baten", 20), ("saldo", -70), ("saldo", -100),
        ("toevoeging", 5), ("toevoeging", 0), ("onttrekking", 0), ("onttrekking", 10),
        ("resultaat", -75), ("resultaat", -90),
    ]  # fmt: skip


def test_rows_before_a_total_are_what_it_is() -> None:
    rows = (
        "6.1 Samenkracht|40|50",
        "6.6 Hulpmiddelen|60|70",
        "Totaal lasten|100|120",
        "Totaal baten|30|20",
        "Saldo|70|100",
    )
    found = thousands(COST + UNIT + table("Taakveld|Begroting 2024|Rekening 2024", *rows))
    assert [what for what, _ in found] == ["lasten"] * 6 + ["baten"] * 2 + ["saldo"] * 2


def test_rows_that_do_not_add_up_to_a_total_stay_amounts() -> None:
    rows = ("Buurthuis|40|50", "Bus|11|70", "Totaal lasten|100|121")
    found = thousands(COST + UNIT + table("|Begroting 2024|Rekening 2024", *rows))
    assert [what for what, _ in found] == ["bedrag"] * 4 + ["lasten"] * 2


def test_a_bare_table_is_read_by_a_total_that_another_table_names() -> None:
    first = table("|Begroting 2024|Rekening 2024", "Lasten|-100|-120", "Baten|30|20", "Saldo|-70|-100")
    second = table(
        "Onderdeel|Begroting 2024|Rekening 2024", "Jeugd|-40|-55", "Wmo|-30|-45", "Totaal|-70|-100"
    )
    found = thousands(COST + UNIT + first + "<p>Per onderdeel:</p>" + second)
    assert found[6:] == [
        ("saldo", -40),
        ("saldo", -55),
        ("saldo", -30),
        ("saldo", -45),
        ("saldo", -70),
        ("saldo", -100),
    ]


def test_a_table_without_heads_goes_on_under_those_before_it() -> None:
    first = table("|Begroting 2024|Rekening 2024", "Lasten|100|120")
    second = "<table><tr><td>6.1</td><td>Samenkracht</td><td>40</td><td>50</td></tr><tr><td>6.6</td><td>Maatwerk</td><td>60</td><td>70</td></tr></table>"
    found = read(COST + UNIT + first + "<p>Uitsplitsing</p>" + second)
    assert [(phase, year) for _, phase, year, _ in found] == [("approved", 2024), ("executed", 2024)] * 3


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        (("Lasten|100|120|20 N", "Baten|30|20|10 nadelig", "Saldo|70|100|30 N"), ""),
        (("Lasten|100|120|20", "Baten|-30|-20|10", "Saldo|70|100|30"), "+ = nadeel"),
        (("Lasten|-100|-120|-20", "Baten|30|20|-10", "Saldo|-70|-100|-30"), "- = nadelig"),
        (("Lasten|100|120|-20", "Baten|30|20|-10", "Saldo|70|100|-30"), ""),
    ],
)  # fmt: skip
def test_a_deviation_is_an_advantage(rows: tuple[str, ...], note: str) -> None:
    found = thousands(
        COST + UNIT + f"<p>{note or '.'}</p>" + table("|Begroting 2024|Rekening 2024|Afwijking", *rows)
    )
    assert found[2::3] == [("verschil lasten", -20), ("verschil baten", -10), ("verschil saldo", -30)]


def test_letters_in_a_cell_of_their_own() -> None:
    rows = ("Lasten|100|120|20|N", "Baten|30|35|5|V", "Saldo|70|85|15|N")
    found = thousands(COST + UNIT + table("|Begroting 2024|Rekening 2024|Resultaat 2024|", *rows))
    assert found[2::3] == [("verschil", -20), ("verschil", 5), ("verschil", -15)] or found[2::3] == [
        ("verschil lasten", -20),
        ("verschil baten", 5),
        ("verschil saldo", -15),
    ]


def test_a_bridge_leads_from_one_saldo_to_the_next() -> None:
    first = table(
        "|Primitieve begroting 2024|Begroting 2024 na wijziging",
        "Lasten|100|130",
        "Baten|30|35",
        "Saldo|70|95",
    )
    rows = (
        "Saldo primitieve begroting 2024|70",
        "Voorjaarsnota: jeugd, lasten|30",
        "Voorjaarsnota: bijdrage Rijk|-5",
        "Saldo begroting 2024 na wijziging|95",
    )
    found = read(COST + UNIT + first + "<h3>Aansluiting</h3>" + table("Omschrijving|2024", *rows))
    assert found[6:] == [
        ("saldo", "approved", 2024, -70_000),
        ("verschil", "adjusted", 2024, -30_000),
        ("verschil", "adjusted", 2024, 5_000),
        ("saldo", "adjusted", 2024, -95_000),
    ]


def test_rows_that_add_up_to_a_total_are_no_bridge() -> None:
    rows = ("Saldo jeugd|-10|-12", "Saldo Wmo|-20|-22", "Totaal saldo|-30|-34")
    found = thousands(COST + UNIT + table("|Begroting 2024|Rekening 2024", *rows))
    assert {what for what, _ in found} == {"saldo"}


def test_changes_of_a_new_policy_are_advantages() -> None:
    note = "<h2>Financiële vertaling</h2><p>(bedragen x € 1.000; + is voordelig, - is nadelig)</p>"
    found = read(
        note + table("Omschrijving|2025|2026", "1. Jeugdhulp|-850|PM", "2. Wijkteam|100|-"), "kadernota", 2025
    )
    assert found == [
        ("verschil", "proposed", 2025, -850_000),
        ("verschil", "proposed", 2026, None),
        ("verschil", "proposed", 2025, 100_000),
        ("verschil", "proposed", 2026, None),
    ]


def test_whole_sums_in_a_list_are_in_full_under_a_table_in_thousands() -> None:
    bullets = "<ul><li>Jeugdhulp, hogere tarieven: € 985.000 N</li><li>Rijksbijdrage: € 345.000 V</li></ul>"
    found = read(
        COST + UNIT + table("|Begroting 2024|Prognose 2024", "Lasten|41.260|42.590") + bullets,
        "tussenrapportage",
    )
    assert [(what, value) for what, _, _, value in found[2:]] == [
        ("verschil", -985_000),
        ("verschil", 345_000),
    ]


def test_what_a_report_expects_counts_as_executed() -> None:
    report, budget = When(DocumentKind.TUSSENRAPPORTAGE, 2024), When(DocumentKind.BEGROTING, 2025)
    assert phase_of(read_head("Prognose 2024"), report) == "executed"
    assert phase_of(read_head("Verwachting ultimo 2024"), report) == "executed"
    assert phase_of(read_head("Prognose 2024"), budget) == "adjusted"


@pytest.mark.parametrize(
    ("head", "phase", "year"),
    [
        ("Begroting na 1e berap", "adjusted", None),
        ("Begroting 2024 (incl. wijz.)", "adjusted", 2024),
        ("Begroting 2024 actueel", "adjusted", 2024),
        ("Begr. na wijziging 2022", "adjusted", 2022),
        ("Oorspronkelijke raming 2024", "approved", 2024),
        ("Ontwerpbegroting 2024", "proposed", 2024),
    ],
)
def test_the_stage_in_a_head(head: str, phase: str, year: int | None) -> None:
    found = read_head(head)
    assert (found.phase, found.year) == (phase, year)


@pytest.mark.parametrize(
    ("text", "good", "bad"),
    [
        ("bedragen x € 1.000; + = nadeel, - = voordeel", False, True),
        ("Lasten en nadelen zijn met een min aangegeven.", True, False),
        ("Een positieve afwijking is een nadeel.", False, True),
        ("Een negatieve afwijking is nadelig.", True, False),
        ("Een positief bedrag in de kolom Verschil is een voordeel.", True, False),
        ("Het nadeel van de min of meer vaste kosten.", False, False),
    ],
)
def test_what_a_note_says_of_a_plus(text: str, *, good: bool, bad: bool) -> None:
    note = read_note(text)
    assert (note.minus_is_bad, note.plus_is_bad) == (good, bad)


def test_a_table_without_a_unit_is_in_thousands_where_the_text_says_so() -> None:
    rows = table("|Begroting 2024|Rekening 2024|Verschil", "Lasten|12.604|12.951|-347", "Baten|890|877|-13")
    text = "<p>De lasten zijn € 347.000 hoger, de baten € 13.000 lager.</p>"
    assert [value for *_, value in read(COST + rows + text)][:3] == [12_604_000, 12_951_000, -347_000]
    assert read(COST + rows)[0][3] is None


def test_rows_named_for_a_stage() -> None:
    rows = ("Begroting 2024 na wijziging|100|30|-70", "Rekening 2024|120|20|-100")
    found = read(COST + UNIT + table("|Lasten|Baten|Saldo", *rows))
    assert [(what, phase) for what, phase, *_ in found] == [
        (what, phase) for phase in ("adjusted", "executed") for what in ("lasten", "baten", "saldo")
    ]


def test_a_column_of_amounts_without_a_stage_takes_it_from_the_rows() -> None:
    rows = table("Onderdeel|Bedrag", "Begrote lasten|100", "Werkelijke lasten|120")
    assert read(COST + UNIT + rows) == [
        ("lasten", "approved", 2024, 100_000),
        ("lasten", "executed", 2024, 120_000),
    ]


def test_a_letter_tells_whether_a_result_is_a_surplus() -> None:
    html = table("Omschrijving|Rekening 2023|Rekening 2024", "Lasten|90 N|92 N", "Resultaat|88 N|8 V")
    assert thousands(COST + UNIT + html)[-2:] == [("resultaat", -88.0), ("resultaat", 8.0)]


@pytest.mark.parametrize(("year", "stage"), [(2022, "executed"), (2023, "approved"), (2024, "approved")])
def test_years_alone_tell_their_stage_in_a_budget(year: int, stage: str) -> None:
    found = phase_of(read_head(str(year)), When(DocumentKind.BEGROTING, 2024))
    assert found is MoneyPhase(stage)
