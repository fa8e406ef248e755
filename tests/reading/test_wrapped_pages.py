"""The reference pages, wrapped in mark-up: every line is found again as a block of its own."""

import re
from pathlib import Path

import pytest

from tests.reading.extracts import checked, content
from tests.support.wrap import Variant, tables_of, to_docx, to_html

PAGES = Path(__file__).parents[3] / "shared" / "reference" / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.txt"))

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not NAMES, reason="the reference pages do not stand beside the project"),
]


def plain(line: str) -> str:
    return re.sub(r"^[•\-–*▪o]\s+", "", re.sub(r"\s+", " ", line).strip().lower())


def lines_of(name: str) -> tuple[str, list[str]]:
    text = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    return text, [plain(line) for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", NAMES)
def test_the_flat_page_stays_one_block_a_line(name):
    text, lines = lines_of(name)
    extract = checked(text, f"{name}.txt")
    assert extract.text == text
    assert [plain(own) for own in content(extract)] == lines


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_found_again(name, variant):
    text, lines = lines_of(name)
    for data, suffix in [
        (to_html(text, tables_of(name), variant), "html"),
        (to_docx(text, tables_of(name), variant), "docx"),
    ]:
        extract = checked(data, f"{name}.{suffix}")
        found = [plain(own) for own in content(extract) if own != "\ufffc"]
        assert found == lines, suffix


@pytest.mark.parametrize("name", [name for name in NAMES if tables_of(name)])
def test_tables_stay_tables_and_headings_headings(name):
    text, _ = lines_of(name)
    for data, suffix in [(to_html(text, tables_of(name)), "html"), (to_docx(text, tables_of(name)), "docx")]:
        extract = checked(data, f"{name}.{suffix}")
        tables = {block.table for block in extract.blocks if block.table is not None}
        assert len(tables) == len(tables_of(name))
        assert any(block.header for block in extract.blocks)
        assert len({block.level for block in extract.blocks if block.role == "heading"}) >= 2
