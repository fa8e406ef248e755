"""Tables of plain text between upright strokes."""

from tests.reading.extracts import checked

TABLE = """bedragen x € 1.000 | Begroting 2023 | Rekening 2023 | V/N |
---|---|---|---|
Lasten | |||
6.3 Inkomensregelingen | 147 | 179 | N |
6.5 Arbeidsparticipatie | 19 | - | V |
Na de tabel komt tekst.
"""


def cells(text: str) -> list[tuple[int, int, str]]:
    extract = checked(text, "pagina.txt")
    return [
        (block.row, block.column, extract.text[block.start : block.end])
        for block in extract.blocks
        if block.row is not None and block.column is not None
    ]


def test_cells_between_strokes_are_a_table_when_dashes_stand_under_its_head() -> None:
    assert cells(TABLE) == [
        (0, 0, "bedragen x € 1.000"),
        (0, 1, "Begroting 2023"),
        (0, 2, "Rekening 2023"),
        (0, 3, "V/N"),
        (1, 0, "Lasten"),
        (2, 0, "6.3 Inkomensregelingen"),
        (2, 1, "147"),
        (2, 2, "179"),
        (2, 3, "N"),
        (3, 0, "6.5 Arbeidsparticipatie"),
        (3, 1, "19"),
        (3, 2, "-"),
        (3, 3, "V"),
    ]


def test_a_stroke_at_the_start_opens_the_first_cell() -> None:
    assert cells("| Doel | Status |\n|---|---|\n| Wij openen dit | Groen |\n") == [
        (0, 0, "Doel"),
        (0, 1, "Status"),
        (1, 0, "Wij openen dit"),
        (1, 1, "Groen"),
    ]


def test_rows_with_more_cells_than_heads_stay_lines() -> None:
    lost = "Begroting 2023 | Rekening 2023 | |\n---|---|---|\nLasten | 147 | 179 |\n"
    extract = checked(lost, "pagina.txt")
    lines = [extract.text[block.start : block.end] for block in extract.blocks if block.role != "furniture"]
    assert cells(lost) == []
    assert lines == ["Begroting 2023 | Rekening 2023 | |", "Lasten | 147 | 179 |"]


def test_letters_need_no_head_and_a_row_without_a_name_stands_under_its_heads() -> None:
    text = "x € 1 mln | Begroting | Rekening | |\n---|---|---|---|\nWerk | 14,2 | 14,9 | N |\n14,2 | 14,9 | N | |\n"
    assert cells(text)[-3:] == [(2, 1, "14,2"), (2, 2, "14,9"), (2, 3, "N")]


def test_strokes_and_dashes_are_set_aside() -> None:
    extract = checked(TABLE, "pagina.txt")
    aside = "".join(extract.text[one.start : one.end] for one in extract.set_aside)
    assert set(aside) <= set("|- \n")
    assert aside.count("|") == TABLE.count("|")


def test_without_dashes_strokes_are_text() -> None:
    assert cells("Zorg | Welzijn\nJeugd | Onderwijs\n") == []
